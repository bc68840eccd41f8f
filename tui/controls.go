package tui

import (
	"math"
	"strings"

	"hakseup/tui/lab"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// controlRow is where a control was drawn: its line in the pane and its
// columns, and those of the track of a slider or of the options of a choice.
type controlRow struct {
	index        int // of the slot
	line         int
	left, right  int
	track, width int   // of a slider; of a choice between arrows the column of the left one
	options      []int // of a choice: the column at which each option starts
}

// controlLayout is how the controls share the lines below the canvas.
type controlLayout struct {
	columns, lines int
	first          int // the first slot that is shown
	label          int // cells of the longest label
}

const (
	minCanvas   = 8
	valueWidth  = 8
	twoColumns  = 72 // from this width on, many controls stand in two columns
	minColumn   = 54 // from twice this width on, also those that would fit below each other
	columnSpace = 3
)

// layoutControls gives the controls as many of h lines as they need, but
// leaves the canvas more than half of them.
func (p *labPane) layoutControls(h int) controlLayout {
	n := len(p.slots)
	l := controlLayout{columns: 1, lines: n}
	most := max(1, min(h-minCanvas, h*9/20))
	if n > most && p.w >= twoColumns || n > 4 && p.w >= 2*minColumn {
		l.columns = 2
		l.lines = (n + 1) / 2
	}
	if l.lines > most {
		l.lines = most
		// Scroll so that the selected control is among those shown.
		shown := l.lines * l.columns
		l.first = max(0, min(p.selected-shown/2, n-shown))
	}
	panel := lab.Controls(p.lab)
	for _, slot := range p.slots {
		for _, i := range slot {
			l.label = max(l.label, text.Width(panel[i].Label.In(p.s.lang)))
		}
	}
	l.label = min(l.label, p.w/l.columns/3)
	return l
}

// controlLines draws the controls and remembers where each of them stands.
func (p *labPane) controlLines(l controlLayout, top int, focused bool) []string {
	p.rows = p.rows[:0]
	lines := make([]string, l.lines)
	width := (p.w - columnSpace*(l.columns-1)) / l.columns
	panel := lab.Controls(p.lab)
	for column := range l.columns {
		for line := range l.lines {
			i := l.first + column*l.lines + line
			if i >= len(p.slots) {
				continue
			}
			row := controlRow{index: i, line: top + line, left: column * (width + columnSpace)}
			row.right = row.left + width
			drawn := p.controlLine(p.slots[i].Of(panel), &row, l.label, width, focused && i == p.selected)
			if column > 0 {
				lines[line] = text.Left(lines[line], row.left)
			}
			lines[line] += text.Left(drawn, width)
			p.rows = append(p.rows, row)
		}
	}
	return lines
}

// look is the roles in which a control is drawn.
type roles struct{ label, value, track theme.Role }

func rolesOf(c *lab.Control, selected bool) roles {
	switch {
	case !c.On():
		return roles{theme.Faint, theme.Faint, theme.Faint}
	case selected:
		return roles{theme.Accent, theme.Accent, theme.Muted}
	}
	return roles{theme.Muted, theme.Text, theme.Muted}
}

// controlLine draws one control in a number of cells.
func (p *labPane) controlLine(c *lab.Control, row *controlRow, label, width int, selected bool) string {
	s := p.s
	marker, look := "  ", rolesOf(c, selected)
	if selected {
		marker = "▸ "
	}
	line := s.paint(theme.Accent, marker) + s.paint(look.label, text.Left(c.Label.In(s.lang), label)) + "  "
	used := text.Width(marker) + label + 2
	typed := p.entry != nil && p.entry.id == c.ID
	switch {
	case c.Kind == lab.Text && typed:
		return line + p.entry.view(s, width-used, true, theme.Text)
	case c.Kind == lab.Text:
		return line + s.paint(look.value, text.Truncate(c.Text(), width-used))
	case c.Kind != lab.Slider:
		return line + p.optionLine(c, row, used, width-used, look)
	}
	row.track, row.width = row.left+used, max(3, width-used-valueWidth-1)
	line += s.slider(c, row.width, look)
	if typed {
		return line + " " + p.entry.view(s, valueWidth, true, theme.Text)
	}
	value := c.Say(s.lang)
	if !c.On() {
		value = ""
	}
	return line + strings.Repeat(" ", max(1, valueWidth+1-text.Width(value))) + s.paint(theme.Text, value)
}

// slider draws the track with its knob.
func (s *look) slider(c *lab.Control, width int, look roles) string {
	knob := int(math.Round(c.Part() * float64(width-1)))
	knob = max(0, min(knob, width-1))
	if !c.On() {
		return s.paint(theme.Faint, strings.Repeat("─", width))
	}
	return s.paint(look.track, strings.Repeat("━", knob)) +
		s.paint(look.value, "●") +
		s.paint(theme.Faint, strings.Repeat("─", width-1-knob))
}

// optionLine draws the options of a choice side by side, or only the chosen
// one between arrows where they do not fit.
func (p *labPane) optionLine(c *lab.Control, row *controlRow, used, width int, look roles) string {
	s := p.s
	options := p.optionLabels(c)
	chosen := max(0, min(int(c.Value()), len(options)-1))
	total := 0
	for _, o := range options {
		total += text.Width(o) + 4
	}
	if total-2 > width {
		row.track = row.left + used
		return s.paint(look.value, "‹ "+options[chosen]+" ›")
	}
	drawn, column := make([]string, len(options)), row.left+used
	for i, o := range options {
		row.options = append(row.options, column)
		if i == chosen && c.On() {
			drawn[i] = s.theme.PaintAttr(look.value, theme.Bold, "◉ "+o)
		} else {
			drawn[i] = s.paint(look.track, "○ "+o)
		}
		column += text.Width(o) + 4
	}
	return strings.Join(drawn, "  ")
}

func (p *labPane) optionLabels(c *lab.Control) []string {
	if c.Kind == lab.Toggle {
		return []string{p.s.tr("끔", "off"), p.s.tr("켬", "on")}
	}
	labels := make([]string, len(c.Options))
	for i, o := range c.Options {
		labels[i] = o.Label.In(p.s.lang)
	}
	return labels
}
