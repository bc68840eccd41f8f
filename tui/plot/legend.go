package plot

import "hakseup/tui/theme"

// Entry is a line of a legend. A Mark stands for points, a Stroke for lines.
type Entry struct {
	Label  string
	Role   theme.Role
	Stroke Stroke
	Mark   Mark
}

// A legend is laid out roomily where it fits and tightly where it does not:
// cells of a piece of line, and blanks between entries.
const (
	roomyPiece, roomyGap = 4, 3
	tightPiece, tightGap = 3, 2
)

// sample is the piece of line or the sign that stands before a label.
func (e Entry) sample(cells int) string {
	if e.Mark != "" {
		return string(e.Mark)
	}
	phase := 0
	if e.Stroke == Dashed {
		phase = 3 // shows a gap between two dashes
	}
	s := make([]rune, cells)
	for i := range s {
		s[i] = ' '
		for k := range 2 {
			if e.Stroke.on(2*i + k + phase) {
				s[i] = max(s[i], 0x2800) | rune(brailleBits[1][k]|brailleBits[2][k])
			}
		}
	}
	return string(s)
}

func legendWidth(entries []Entry, piece, gap int) int {
	w := gap * max(0, len(entries)-1)
	for _, e := range entries {
		w += Width(e.sample(piece)) + 1 + Width(e.Label)
	}
	return w
}

// Legend writes entries side by side from a cell on, as many as fit, and
// returns the column after the last.
func (c *Canvas) Legend(col, row int, entries ...Entry) int {
	piece, gap := roomyPiece, roomyGap
	if col+legendWidth(entries, piece, gap) > c.w {
		piece, gap = tightPiece, tightGap
	}
	end := col
	for _, e := range entries {
		if col+legendWidth([]Entry{e}, piece, gap) > c.w {
			break
		}
		col = c.Text(col, row, e.sample(piece), e.Role)
		end = c.Text(col+1, row, e.Label, theme.Text)
		col = end + gap
	}
	return end
}
