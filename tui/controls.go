package tui

import (
	"math"
	"strings"

	"hakseup/tui/labs"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// controlRow is where a control was drawn: its line in the pane and its
// columns, and those of the track of a slider or of the options of a choice.
type controlRow struct {
	index        int
	line         int
	left, right  int
	track, width int   // of a slider
	options      []int // of a choice: the column at which each option starts
}

// controlLayout is how the controls share the lines below the canvas.
type controlLayout struct {
	columns, lines int
	first          int // the first control that is shown
	label          int // cells of the longest label
}

const (
	minCanvas   = 8
	valueWidth  = 8
	twoColumns  = 72 // from this width on, many controls stand in two columns
	columnSpace = 3
)

// layoutControls gives the controls as many of h lines as they need, but
// leaves the canvas more than half of them.
func (p *labPane) layoutControls(controls []labs.Control, h int) controlLayout {
	n := len(controls)
	l := controlLayout{columns: 1, lines: n}
	most := max(1, min(h-minCanvas, h*9/20))
	if n > most && p.w >= twoColumns {
		l.columns = 2
		l.lines = (n + 1) / 2
	}
	if l.lines > most {
		l.lines = most
		// Scroll so that the selected control is among those shown.
		shown := l.lines * l.columns
		l.first = max(0, min(p.selected-shown/2, n-shown))
	}
	for _, c := range controls {
		l.label = max(l.label, text.Width(c.Label.In(p.s.lang)))
	}
	l.label = min(l.label, p.w/l.columns/3)
	return l
}

// controlLines draws the controls and remembers where each of them stands.
func (p *labPane) controlLines(controls []labs.Control, l controlLayout, top int, focused bool) []string {
	p.rows = p.rows[:0]
	lines := make([]string, l.lines)
	width := (p.w - columnSpace*(l.columns-1)) / l.columns
	for column := range l.columns {
		for line := range l.lines {
			i := l.first + column*l.lines + line
			if i >= len(controls) {
				continue
			}
			row := controlRow{index: i, line: top + line, left: column * (width + columnSpace)}
			row.right = row.left + width
			drawn := p.controlLine(controls[i], &row, l.label, width, focused && i == p.selected)
			if column > 0 {
				lines[line] = text.Left(lines[line], row.left)
			}
			lines[line] += text.Left(drawn, width)
			p.rows = append(p.rows, row)
		}
	}
	return lines
}

// controlLine draws one control in a number of cells.
func (p *labPane) controlLine(c labs.Control, row *controlRow, label, width int, selected bool) string {
	s := p.s
	marker, role := "  ", theme.Muted
	if selected {
		marker, role = "▸ ", theme.Accent
	}
	line := s.paint(theme.Accent, marker) + s.paint(role, text.Left(c.Label.In(s.lang), label)) + "  "
	used := text.Width(marker) + label + 2
	if c.Kind != labs.Slider {
		return line + p.optionLine(c, row, used, width-used, selected)
	}
	row.track, row.width = row.left+used, max(3, width-used-valueWidth-1)
	value := c.Text()
	line += s.slider(c, row.width, selected)
	return line + strings.Repeat(" ", max(1, valueWidth+1-text.Width(value))) + s.paint(theme.Text, value)
}

// slider draws the track with its knob.
func (s *session) slider(c labs.Control, width int, selected bool) string {
	knob := int(math.Round((c.Value - c.Min) / (c.Max - c.Min) * float64(width-1)))
	knob = max(0, min(knob, width-1))
	role := theme.Text
	if selected {
		role = theme.Accent
	}
	return s.paint(theme.Muted, strings.Repeat("━", knob)) +
		s.paint(role, "●") +
		s.paint(theme.Faint, strings.Repeat("─", width-1-knob))
}

// optionLine draws the options of a choice side by side, or only the chosen
// one between arrows where they do not fit.
func (p *labPane) optionLine(c labs.Control, row *controlRow, used, width int, selected bool) string {
	s := p.s
	options := p.optionLabels(c)
	chosen := max(0, min(int(c.Value), len(options)-1))
	total := 0
	for _, o := range options {
		total += text.Width(o) + 4
	}
	role := theme.Text
	if selected {
		role = theme.Accent
	}
	if total-2 > width {
		return s.paint(role, "‹ "+options[chosen]+" ›")
	}
	drawn, column := make([]string, len(options)), row.left+used
	for i, o := range options {
		row.options = append(row.options, column)
		if i == chosen {
			drawn[i] = s.theme.PaintAttr(role, theme.Bold, "◉ "+o)
		} else {
			drawn[i] = s.paint(theme.Muted, "○ "+o)
		}
		column += text.Width(o) + 4
	}
	return strings.Join(drawn, "  ")
}

func (p *labPane) optionLabels(c labs.Control) []string {
	if c.Kind == labs.Toggle {
		return []string{p.s.tr("끔", "off"), p.s.tr("켬", "on")}
	}
	labels := make([]string, len(c.Options))
	for i, o := range c.Options {
		labels[i] = o.Label.In(p.s.lang)
	}
	return labels
}
