package chainrule

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Views shows the number lines and below them how the local derivatives multiply
// and add.
func (s *nudges) Views() []lab.View {
	return []lab.View{{ID: "lines", Label: lang.T("수직선", "number lines"), Pictures: func(l lang.Lang) []lab.Block {
		p := s.picture(l)
		working := lab.Lines{Rows: s.working(), W: 34, H: 2}
		if !s.Places("slope") {
			return []lab.Block{p}
		}
		return []lab.Block{lab.Above(1, lab.Low(p), lab.Low(working)), lab.Above(0, lab.Low(p), lab.Low(working)), p}
	}}}
}

// lane is how the number lines lie on a canvas: every one is as long, its value
// in the middle, and a cell is as much on each.
type lane struct {
	left, middle, w int
	perUnit         float64
}

const leastLane = 17

// reach is how far the lines go to both sides: it grows in leaps.
func reachOf(all []step) float64 {
	far := 0.0
	for _, k := range all {
		for _, v := range []float64{k.after - k.before, k.slope * (all[0].after - all[0].before)} {
			if math.Abs(v) > far && !math.IsInf(v, 0) {
				far = math.Abs(v)
			}
		}
	}
	at := 1.0 / 64
	for at < 1.05*far {
		at *= 2
	}
	return at
}

// picture draws the lines. The local derivatives stand above the line to which
// they lead.
func (s *nudges) picture(l lang.Lang) lab.Block {
	all := s.steps()
	name, numbers := 1, 6+len(" → ")+6
	for _, k := range all {
		name = max(name, plot.Width(k.name+" = "+k.rule))
	}
	name = min(name, 16)
	rows := 1
	for _, k := range all {
		rows += k.rows()
	}
	need := lab.Need{W: name + 1 + leastLane + 2 + numbers, H: rows, MoreW: lab.Any, MoreH: len(all)}
	return lab.Drawn(need, func(l lang.Lang) string { return s.say(l) }, func(c *plot.Canvas) {
		w := max(leastLane, c.Width()-name-3-numbers) | 1
		if name+1+w+2+numbers > c.Width() {
			w -= 2
		}
		at := lane{left: name + 1, middle: name + 1 + w/2, w: w, perUnit: float64(w/2) / reachOf(all)}
		c.Text(0, 0, lang.Sprintf("● 지금  ◆ 민 다음  ━▶ 기울기 × 거리", "● now  ◆ nudged  ━▶ slope × nudge").In(l), theme.Muted)
		spare := c.Height() - rows
		row := 1
		for _, k := range all {
			if spare > 0 {
				row++
				spare--
			}
			s.draw(c, at, row, k)
			row += k.rows()
		}
	})
}

// rows is how many rows a step takes.
func (k step) rows() int {
	if k.rule != "" {
		return 2
	}
	return 1
}

// draw draws a line with the local derivatives above it.
func (s *nudges) draw(c *plot.Canvas, at lane, row int, k step) {
	roles := [...]theme.Role{theme.ClassA, theme.ClassB, theme.ClassC}
	if k.rule != "" {
		col := at.left
		for i, p := range k.parts {
			if s.Places("local") {
				col = c.Text(col, row, "∂"+k.name+"/∂"+p.from+" = "+s.Told("local", lab.Short(p.local))+"  ", roles[i%len(roles)])
			}
		}
		row++
	}
	label := k.name
	if k.rule != "" {
		label += " = " + strings.NewReplacer("^2", "²", "-", "−", "*", "·").Replace(k.rule)
	}
	c.Text(0, row, label, theme.Strong)
	c.Text(at.left, row, strings.Repeat("─", at.w), theme.Faint)
	told := len(k.parts) == 0 || s.Shows("change")
	before, after := lab.Short(k.before), "?"
	if told {
		after = lab.Short(k.after)
		s.leaps(c, at, row, k)
	}
	c.Text(at.middle, row, "●", theme.Strong)
	if there := at.cell(k.after - k.before); told && k.after != k.before && there != at.middle {
		c.Text(there, row, "◆", theme.Accent)
	}
	if k.after == k.before && told {
		c.Text(at.left+at.w+2, row, before, theme.Text)
		return
	}
	c.Text(at.left+at.w+2, row, before+" → "+after, theme.Text)
}

// cell is where on a line a change lies.
func (at lane) cell(change float64) int {
	if math.IsNaN(change) || math.IsInf(change, 0) {
		return at.middle
	}
	return at.middle + int(math.Round(max(-at.reach(), min(at.reach(), change))*at.perUnit))
}

func (at lane) reach() float64 { return float64(at.w/2) / at.perUnit }

// leaps draws what comes from each value above, one behind the other.
func (s *nudges) leaps(c *plot.Canvas, at lane, row int, k step) {
	roles := [...]theme.Role{theme.ClassA, theme.ClassB, theme.ClassC}
	parts := k.parts
	if len(parts) == 0 {
		parts = []part{{local: 1, slope: k.slope}}
	}
	sum := 0.0
	for i, p := range parts {
		from := at.cell(sum)
		sum += p.local * p.slope * s.d
		to := at.cell(sum)
		switch {
		case to > from:
			c.Text(from, row, strings.Repeat("━", to-from)+"▶", roles[i%len(roles)])
		case to < from:
			c.Text(to, row, "◀"+strings.Repeat("━", from-to), roles[i%len(roles)])
		}
	}
}

// working multiplies along every way and adds the ways up.
func (s *nudges) working() [][]lab.Cell {
	last := out(s.steps())
	var names, numbers []string
	for _, p := range last.parts {
		if p.from == s.nudged() {
			names, numbers = append(names, "∂"+last.name+"/∂"+p.from), append(numbers, lab.Short(p.local))
			continue
		}
		names = append(names, "∂"+last.name+"/∂"+p.from+" · ∂"+p.from+"/∂"+s.nudged())
		numbers = append(numbers, lab.InBrackets(lab.Short(p.local))+" × "+lab.InBrackets(lab.Short(p.slope)))
	}
	product := s.Told("slope", strings.Join(numbers, " + ")+" = "+lab.Short(last.slope))
	left := "∂" + last.name + "/∂" + s.nudged()
	if len(last.parts) > 1 && !strings.Contains(names[0], "·") { // not the one that the nudged input stands for by itself
		left = "d" + last.name + "/d" + s.nudged()
	}
	return [][]lab.Cell{
		{lab.Strong(left), lab.Plain(" = " + strings.Join(names, " + "))},
		{lab.Muted(strings.Repeat(" ", plot.Width(left))), lab.Plain(" = "), lab.Strong(product)},
	}
}

// say tells the nudge line by line.
func (s *nudges) say(l lang.Lang) string {
	var said []string
	for _, k := range s.steps() {
		after := lab.Short(k.after)
		if len(k.parts) > 0 {
			after = s.Told("change", after)
		}
		line := lang.Sprintf("%s: %s에서 %s.", "%s: from %s to %s.", k.name, lab.Short(k.before), after).In(l)
		for _, p := range k.parts {
			line += " ∂" + k.name + "/∂" + p.from + " = " + s.Told("local", lab.Short(p.local)) + "."
		}
		said = append(said, line)
	}
	return strings.Join(said, "\n")
}
