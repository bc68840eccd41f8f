package markdown

import (
	"strings"

	"hakseup/lessons"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// table lays out a table: a light rule below the header, light rules between
// the columns. Cells wrap when the table is too wide; when even its longest
// words do not fit side by side, it scrolls.
func (r renderer) table(t *lessons.Table, width int) []row {
	g := r.grid(t)
	for _, gap := range []string{" │ ", "│"} {
		if g.fit(width, gap) {
			return g.rows(false)
		}
	}
	g.gap, g.widths = " │ ", g.natural
	if r.plain {
		g.squeeze(width)
		return g.rows(false)
	}
	return g.rows(true)
}

// grid is a table of runs, the header first.
type grid struct {
	cells          [][][]text.Run
	align          []lessons.Align
	natural, least []int // widths of columns without wrapping, and with words whole
	widths         []int
	gap            string
}

func (r renderer) grid(t *lessons.Table) *grid {
	g := &grid{align: t.Align, natural: make([]int, len(t.Align)), least: make([]int, len(t.Align))}
	for i, source := range append([][][]lessons.Span{t.Header}, t.Rows...) {
		role := theme.Text
		if i == 0 {
			role = theme.Strong
		}
		cells := make([][]text.Run, len(t.Align))
		for j := range min(len(source), len(cells)) {
			cells[j] = r.runs(source[j], role)
			for _, l := range text.Wrap(cells[j], unbounded) {
				g.natural[j] = max(g.natural[j], l.Width(), 1)
			}
			g.least[j] = max(g.least[j], text.WordWidth(cells[j]), 1)
		}
		g.cells = append(g.cells, cells)
	}
	return g
}

// unbounded is wider than any line.
const unbounded = 1 << 20

// fit narrows columns until the table fits; it reports whether it does
// without breaking a word.
func (g *grid) fit(width int, gap string) bool {
	g.gap = gap
	g.widths = shrink(g.natural, g.least, g.room(width))
	return total(g.widths) <= g.room(width)
}

// squeeze narrows columns whatever it takes, to no less than one Hangul
// syllable.
func (g *grid) squeeze(width int) {
	two := make([]int, len(g.natural))
	for i := range two {
		two[i] = 2
	}
	g.gap = "│"
	g.widths = shrink(shrink(g.natural, g.least, g.room(width)), two, g.room(width))
}

// room is what the gaps between columns leave of a width.
func (g *grid) room(width int) int { return width - text.Width(g.gap)*(len(g.align)-1) }

// shrink takes cells from the widest columns, none below its least.
func shrink(widths, least []int, room int) []int {
	out := append([]int(nil), widths...)
	for total(out) > room {
		at := -1
		for i, w := range out {
			if w > least[i] && (at < 0 || w >= out[at]) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		out[at]--
	}
	return out
}

func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum
}

// rows draws the table. When a cell takes several lines, rules keep the rows
// apart.
func (g *grid) rows(wide bool) []row {
	var drawn [][]row
	tall := false
	for _, cells := range g.cells {
		lines := g.row(cells)
		drawn = append(drawn, lines)
		tall = tall || len(lines) > 1
	}
	var out []row
	for i, lines := range drawn {
		if i == 1 || i > 1 && tall {
			out = append(out, g.rule())
		}
		out = append(out, lines...)
	}
	for i := range out {
		out[i].wide = wide
	}
	return out
}

// row draws one row of the table, which may take several lines.
func (g *grid) row(cells [][]text.Run) []row {
	wrapped := make([][]text.Line, len(cells))
	height := 1
	for j, c := range cells {
		wrapped[j] = text.Wrap(c, g.widths[j])
		height = max(height, len(wrapped[j]))
	}
	out := make([]row, height)
	for i := range out {
		for j := range cells {
			if j > 0 {
				out[i].body = append(out[i].body, text.Run{Text: g.gap, Role: theme.Faint})
			}
			var l text.Line
			if i < len(wrapped[j]) {
				l = wrapped[j][i]
			}
			out[i].body = append(out[i].body, align(l, g.widths[j], g.align[j])...)
		}
	}
	return out
}

func (g *grid) rule() row {
	parts := make([]string, len(g.widths))
	for i, w := range g.widths {
		parts[i] = strings.Repeat("─", w)
	}
	cross := strings.NewReplacer(" ", "─", "│", "┼").Replace(g.gap)
	return row{body: text.Line{{Text: strings.Join(parts, cross), Role: theme.Faint}}}
}

// align fills a line up to exactly w cells.
func align(l text.Line, w int, a lessons.Align) text.Line {
	room := max(0, w-l.Width())
	left := 0
	switch a {
	case lessons.AlignCenter:
		left = room / 2
	case lessons.AlignRight:
		left = room
	}
	out := append(text.Line{text.Plain(strings.Repeat(" ", left))}, l...)
	return append(out, text.Plain(strings.Repeat(" ", room-left)))
}
