package lab

import (
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Cell is a piece of text in a role, or a bar.
type Cell struct {
	Text string
	Role theme.Role

	head bool
	bar  *bar
}

// bar is the bar of a cell. The text of the cell, if it has one, or the short
// one where that is too long, stands in its place.
type bar struct {
	frac  float64
	goal  float64 // NaN: none
	short string
	leap  bool // an arrow, from from to frac
	from  float64
}

// Plain is a cell of running text.
func Plain(s string) Cell { return In(theme.Text, s) }

// Strong is a cell that stands out.
func Strong(s string) Cell { return In(theme.Strong, s) }

// Muted is a cell that names what others say.
func Muted(s string) Cell { return In(theme.Muted, s) }

// In is a cell in a role.
func In(r theme.Role, s string) Cell { return Cell{Text: s, Role: r} }

// Signed is a number in the role of its sign.
func Signed(s string, v float64) Cell { return In(SignRole(v), s) }

// Bar is a bar of a part of the room, from 0 to 1.
func Bar(frac float64, r theme.Role) Cell { return Goal(frac, math.NaN(), r) }

// Goal is a bar in a groove, with a diamond where it should end.
func Goal(frac, goal float64, r theme.Role) Cell {
	return Cell{Role: r, bar: &bar{frac: frac, goal: goal}}
}

// Leap is an arrow from one value to another, where the room reaches from -1 to
// 1, across a line at 0: a summand, from the sum so far to the next.
func Leap(from, to float64, r theme.Role) Cell {
	return Cell{Role: r, bar: &bar{leap: true, from: from, frac: to, goal: math.NaN()}}
}

// Share is the bar of a share of the whole, or says why it is none.
func Share(v float64, r theme.Role, l lang.Lang) Cell {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return NoBar(lang.T("나눌 수 없음", "undefined").In(l), "÷ ?")
	case v < 0:
		return NoBar(lang.T("0보다 작음", "below 0").In(l), "< 0")
	case v > 1+1e-9:
		return NoBar(lang.T("1보다 큼", "above 1").In(l), "> 1")
	}
	return Bar(v, r)
}

// NoBar says why there is no bar, in few words or in fewer.
func NoBar(why, short string) Cell {
	return Cell{Text: why, Role: theme.Warning, bar: &bar{goal: math.NaN(), short: short}}
}

// Heading is a row that names the columns below it.
func Heading(cells ...Cell) []Cell {
	for i := range cells {
		cells[i].head = true
	}
	return cells
}

// SignRole is the role of a value by its sign. What is closer to zero than
// rounding leaves behind has none.
func SignRole(v float64) theme.Role {
	const epsilon = 1e-9
	switch {
	case v > epsilon:
		return theme.Positive
	case v < -epsilon:
		return theme.Negative
	}
	return theme.Muted
}

// Table is rows of cells under each other: the first column flush left, the
// others flush right, bars as wide as there is room. An empty row is a gap.
type Table struct {
	Rows  [][]Cell
	Thick int   // most rows that a bar is high; 0 is 1
	Spare int   // the column that is left out where there is no room for it; 0: none
	Least int   // cells that every column but the first takes at least
	Drop  []int // the rows that are left out where there is no room for all
}

const (
	leastBar  = 8 // columns of a bar, where everything fits
	tableGap  = 2
	mostAir   = 8 // columns by which text columns are further apart than need be
	spareRoom = 10
)

// without returns the table without the rows that are left out.
func (t Table) without() Table {
	rows := slices.Clone(t.Rows)
	for _, i := range t.Drop {
		rows[i] = nil
	}
	t.Rows, t.Drop = slices.DeleteFunc(rows, func(r []Cell) bool { return r == nil }), nil
	return t
}

// Need returns the room that it takes.
func (t Table) Need() Need {
	if len(t.Drop) > 0 {
		n := t.without().Need()
		n.MoreH += len(t.Rows) - n.H
		return n
	}
	w := 0
	for j, c := range t.widths() {
		if j == 0 || j != t.Spare {
			w += c + tableGap
		}
	}
	n := Need{W: max(0, w-tableGap), H: len(t.Rows), MoreW: Any}
	n.MoreH = max(0, t.Thick-1) * t.bars()
	return n
}

// widths returns the width that every column needs.
func (t Table) widths() []int {
	var ws []int
	for _, cells := range t.Rows {
		for j, c := range cells {
			if j == len(ws) {
				ws = append(ws, 0)
				if j > 0 {
					ws[j] = t.Least
				}
			}
			if c.bar != nil {
				ws[j] = max(ws[j], leastBar)
			} else {
				ws[j] = max(ws[j], plot.Width(c.Text))
			}
		}
	}
	return ws
}

// bars counts the rows with bars.
func (t Table) bars() int {
	n := 0
	for _, cells := range t.Rows {
		if hasBar(cells) {
			n++
		}
	}
	return n
}

func hasBar(cells []Cell) bool {
	for _, c := range cells {
		if c.bar != nil {
			return true
		}
	}
	return false
}

// barColumn returns the column of the bars, or -1.
func (t Table) barColumn() int {
	for _, cells := range t.Rows {
		for j, c := range cells {
			if c.bar != nil {
				return j
			}
		}
	}
	return -1
}

// columns lays the columns out over w cells: where each starts, and its width.
// A column that is left out has none.
func (t Table) columns(w int) (at, widths []int) {
	ws, bars := t.widths(), t.barColumn()
	spare := w + tableGap
	for _, c := range ws {
		spare -= c + tableGap
	}
	if t.Spare > 0 && (spare < 0 || bars >= 0 && spare+leastBar < spareRoom) {
		spare += ws[t.Spare] + tableGap
		ws[t.Spare] = 0
	}
	gap := tableGap
	switch {
	case bars >= 0:
		if spare < 0 { // rather close together than cut off
			gap, spare = 1, spare+len(ws)-1
		}
		ws[bars] = max(3, ws[bars]+spare)
	case len(ws) > 1:
		gap += max(-1, min(mostAir, spare/(len(ws)-1)))
	}
	left := 0
	for _, c := range ws {
		at = append(at, left)
		if c > 0 {
			left += c + gap
		}
	}
	return at, ws
}

// Draw draws it on any canvas.
func (t Table) Draw(c *plot.Canvas) {
	if len(t.Drop) > 0 && c.Height() < len(t.Rows) {
		t = t.without()
	}
	at, ws := t.columns(c.Width())
	thick := 1
	if bars := t.bars(); bars > 0 {
		thick = max(1, min(max(1, t.Thick), 1+(c.Height()-len(t.Rows))/bars))
	}
	row := 0
	for i, cells := range t.Rows {
		if len(cells) == 0 && c.Height() < len(t.Rows) {
			continue // no room for air
		}
		for j, cell := range cells {
			if j == 0 || ws[j] > 0 {
				cell.draw(c.Sub(at[j], row, ws[j], thick), j == 0)
			}
		}
		row++
		if hasBar(cells) && (i+1 < len(t.Rows) || thick == 1) {
			row += thick - 1
		}
	}
}

// draw fills a canvas with the cell.
func (k Cell) draw(c *plot.Canvas, left bool) {
	switch {
	case k.bar != nil:
		k.drawBar(c)
	case left:
		c.Text(0, 0, k.Text, k.Role)
	default:
		c.TextRight(c.Width(), 0, k.Text, k.Role)
	}
}

// drawBar fills a canvas with the bar of a cell.
func (k Cell) drawBar(c *plot.Canvas) {
	left, w := 0, c.Width()
	switch {
	case k.bar.leap:
		k.drawLeap(c)
		return
	case k.Text != "":
		text := k.Text
		if plot.Width(text) > w {
			text = k.bar.short
		}
		c.Text(0, 0, text, k.Role)
		return
	case !math.IsNaN(k.bar.goal):
		left, w = 1, w-2
		c.Track(left, 0, w)
		c.Text(int(math.Round(k.bar.goal*float64(w+1))), 0, string(plot.Diamond), theme.Truth)
	}
	for row := range max(1, c.Height()-1) { // a thick bar keeps its distance from the next
		c.Bar(left, row, w, k.bar.frac, k.Role)
	}
}

// drawLeap draws the arrow of a cell, or a bar across where it goes nowhere.
func (k Cell) drawLeap(c *plot.Canvas) {
	at := func(v float64) int { return int(math.Round((v + 1) / 2 * float64(c.Width()-1))) }
	for row := range c.Height() {
		c.Text(at(0), row, "│", theme.Faint)
	}
	from, to := at(k.bar.from), at(k.bar.frac)
	switch {
	case to > from:
		c.Text(from, 0, strings.Repeat("━", to-from)+"▶", k.Role)
	case to < from:
		c.Text(to, 0, "◀"+strings.Repeat("━", from-to), k.Role)
	default:
		c.Text(from, 0, "┃", k.Role)
	}
}

// Say reads the rows out, each value after the name of its column.
func (t Table) Say(lang.Lang) string {
	var said []string
	var heads []Cell
	for _, cells := range t.Rows {
		if len(cells) == 0 {
			continue
		}
		if cells[0].head {
			heads = cells
			continue
		}
		var values []string
		for j, c := range cells {
			if j == 0 || c.Text == "" {
				continue
			}
			if j < len(heads) && heads[j].Text != "" {
				values = append(values, heads[j].Text+" "+c.Text)
			} else {
				values = append(values, c.Text)
			}
		}
		line := cells[0].Text
		if len(heads) > 0 && heads[0].Text != "" {
			line = heads[0].Text + ", " + line
		}
		said = append(said, line+": "+strings.Join(values, ", ")+".")
	}
	return strings.Join(said, "\n")
}

// Lines is text in pieces of different roles, line by line: a calculation, a
// legend, a verdict.
type Lines struct {
	Rows [][]Cell
	W, H int // that it needs whatever the values are; 0: as the text is now
}

// Need returns the room that it takes.
func (t Lines) Need() Need {
	n := Need{W: t.W, H: t.H, MoreW: Any}
	if t.H == 0 {
		n.H = len(t.Rows)
	}
	if t.W == 0 {
		for _, cells := range t.Rows {
			n.W = max(n.W, plot.Width(join(cells)))
		}
	}
	return n
}

func join(cells []Cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.Text)
	}
	return b.String()
}

// Draw draws it on any canvas.
func (t Lines) Draw(c *plot.Canvas) {
	for i, cells := range t.Rows {
		col := 0
		for _, k := range cells {
			col = c.Text(col, i, k.Text, k.Role)
		}
		if col > c.Width() {
			c.Text(c.Width()-1, i, "…", theme.Muted)
		}
	}
}

// Say tells it in words.
func (t Lines) Say(lang.Lang) string {
	var said []string
	for _, cells := range t.Rows {
		if s := strings.TrimSpace(join(cells)); s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, "\n")
}
