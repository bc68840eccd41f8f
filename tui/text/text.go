// Package text measures and wraps text in terminal cells. Its wrapping is
// right for Hangul, and knows pieces, such as formulas, that stay whole.
package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// ellipsis ends a text that was cut.
const ellipsis = "…"

// Width returns the number of cells that s takes. Colours take none.
func Width(s string) int { return ansi.StringWidth(s) }

// Truncate cuts s, which may be painted, to at most w cells. A text that was
// cut ends in an ellipsis.
func Truncate(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if Width(s) <= w {
		return s
	}
	return ansi.Truncate(s, w, ellipsis)
}

// Left fills s up to exactly w cells, or cuts it.
func Left(s string, w int) string {
	s = Truncate(s, w)
	return s + spaces(w-Width(s))
}

// Right puts s at the right end of exactly w cells, or cuts it.
func Right(s string, w int) string {
	s = Truncate(s, w)
	return spaces(w-Width(s)) + s
}

// Center puts s in the middle of exactly w cells, or cuts it.
func Center(s string, w int) string {
	s = Truncate(s, w)
	room := w - Width(s)
	return spaces(room/2) + s + spaces(room-room/2)
}

// Window returns the cells of s, which may be painted, from column from on:
// exactly w of them. A wide character that is cut in half becomes a space.
func Window(s string, from, w int) string {
	if w <= 0 {
		return ""
	}
	from = max(from, 0)
	head := Width(ansi.Truncate(s, from, ""))
	tail := ansi.TruncateLeft(s, head, "")
	if head < from {
		// The character that starts at head ends behind from.
		tail = " " + ansi.TruncateLeft(tail, 2, "")
	}
	tail = ansi.Truncate(tail, w, "")
	return tail + spaces(w-Width(tail))
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }
