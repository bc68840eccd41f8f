package plot

import "hakseup/tui/theme"

// Entry is a line of a legend. A Mark stands for points, a Stroke for lines.
type Entry struct {
	Label  string
	Role   theme.Role
	Stroke Stroke
	Mark   Mark
}

// sample is the piece of line or the sign that stands before a label.
func (e Entry) sample() string {
	if e.Mark != "" {
		return string(e.Mark)
	}
	var s []rune
	for i := range 4 {
		var bits uint8
		for k := range 2 {
			if e.Stroke.on(2*i + k) {
				bits |= brailleBits[1][k]
			}
		}
		if bits == 0 {
			s = append(s, ' ')
			continue
		}
		s = append(s, rune(0x2800+int(bits)))
	}
	return string(s)
}

// LegendWidth returns how many cells the whole legend takes.
func LegendWidth(entries ...Entry) int {
	w := 0
	for i, e := range entries {
		if i > 0 {
			w += legendGap
		}
		w += Width(e.sample()) + 1 + Width(e.Label)
	}
	return w
}

const legendGap = 3

// Legend writes entries side by side from a cell on, as many as fit, and
// returns the column after the last.
func (c *Canvas) Legend(col, row int, entries ...Entry) int {
	end := col
	for _, e := range entries {
		if col+LegendWidth(e) > c.w {
			break
		}
		col = c.Text(col, row, e.sample(), e.Role)
		end = c.Text(col+1, row, e.Label, theme.Text)
		col = end + legendGap
	}
	return end
}
