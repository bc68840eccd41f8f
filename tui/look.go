package tui

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// look is how to speak to the learner, and how to paint.
type look struct {
	lang   lang.Lang
	theme  *theme.Theme
	cursor bool // the terminal's own cursor shows where one types
}

// say picks the text in the language of the learner.
func (s *look) say(t lang.Text) string { return t.In(s.lang) }

// tr is say for a text on the spot.
func (s *look) tr(ko, en string) string { return lang.T(ko, en).In(s.lang) }

// paint colours a piece of text by its role.
func (s *look) paint(r theme.Role, text string) string { return s.theme.Paint(r, text) }

// title is a line that heads what follows.
func (s *look) title(heading string, r theme.Role) markdown.Line {
	return markdown.Line{Text: s.theme.PaintAttr(r, theme.Bold, heading)}
}

// prose wraps a sentence.
func (s *look) prose(sentence string, r theme.Role, w int) []markdown.Line {
	var lines []markdown.Line
	for _, l := range text.WrapString(sentence, w) {
		lines = append(lines, markdown.Line{Text: s.paint(r, l)})
	}
	return lines
}

// check is a tick for what is done and a dot for what is not.
func (s *look) check(done bool) string {
	if done {
		return s.paint(theme.Correct, "✓")
	}
	return s.paint(theme.Faint, "·")
}

// meter draws n of all as a line of w cells: a beginning shows, and only the
// end fills it.
func (s *look) meter(n, all, w int) string {
	done := 0
	switch {
	case n >= all:
		done = w
	case n > 0:
		done = max(1, n*w/all)
	}
	return s.paint(theme.Correct, strings.Repeat("━", done)) + s.paint(theme.Faint, strings.Repeat("─", w-done))
}

// shorten cuts a block of lines to h of them and says so with an ellipsis.
func (s *look) shorten(lines []string, h int) []string {
	if len(lines) <= h || h < 1 {
		return lines
	}
	return append(lines[:h-1:h-1], " "+s.paint(theme.Muted, "…"))
}

// frame draws a box of w x h cells with a title on its upper edge and a note
// on its lower one around lines. The box of the part that has the keyboard is
// drawn in the accent.
func (s *look) frame(title, note string, lines []string, w, h int, focused bool) []string {
	role := theme.Faint
	if focused {
		role = theme.Accent
	}
	body := fitAll(lines, w-2, h-2)
	out := make([]string, 0, h)
	out = append(out, s.edge("╭", "╮", title, w, role, false))
	bar := s.paint(role, "│")
	for _, l := range body {
		out = append(out, bar+l+bar)
	}
	return append(out, s.edge("╰", "╯", note, w, role, true))
}

// edge is an upper or lower edge of a frame with a text in it: at the left,
// or at the right end.
func (s *look) edge(left, right, label string, w int, role theme.Role, atEnd bool) string {
	if label == "" {
		return s.paint(role, left+strings.Repeat("─", w-2)+right)
	}
	label = text.Truncate(label, w-6)
	rest := strings.Repeat("─", w-5-text.Width(label))
	if atEnd {
		return s.paint(role, left+rest) + " " + s.paint(theme.Muted, label) + " " + s.paint(role, "─"+right)
	}
	return s.paint(role, left+"─") + " " + s.theme.PaintAttr(theme.Strong, theme.Bold, label) + " " + s.paint(role, rest+right)
}
