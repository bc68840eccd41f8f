package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// The smallest window in which everything can be read and used.
const (
	minWidth  = 40
	minHeight = 12
)

// fitAll makes exactly h lines of exactly w cells.
func fitAll(lines []string, w, h int) []string {
	out := make([]string, h)
	for i := range out {
		if i < len(lines) {
			out[i] = text.Left(lines[i], w)
		} else {
			out[i] = strings.Repeat(" ", w)
		}
	}
	return out
}

// spread puts left at the left end and right at the right end of a line of w
// cells. Where both do not fit, left gives way.
func spread(left, right string, w int) string {
	rw := text.Width(right)
	if rw >= w {
		return text.Left(right, w)
	}
	return text.Left(left, w-rw) + right
}

// leastStep is how many cells a step of the way needs to say something.
const leastStep = 12

// header is the first line: where the learner is. Where there is no room for
// the whole way, its beginning gives way.
func (a *App) header() string {
	s := a.session
	status := a.top().Status()
	if status != "" {
		status = " " + status + " "
	}
	if s.unsaved {
		status = " " + s.paint(theme.Warning, s.tr("저장 대기", "unsaved")) + " " + status
	}
	way, room := "", a.w-text.Width(a.brand())-text.Width(status)
	for i, v := range slices.Backward(a.stack) {
		role := theme.Muted
		if i == len(a.stack)-1 {
			role = theme.Text
		}
		step := s.paint(theme.Faint, " ─ ") + s.paint(role, v.Title()) + way
		if text.Width(step) > room && (way != "" || room < leastStep) {
			break
		}
		way = step
	}
	return spread(a.brand()+way, status, a.w)
}

func (a *App) brand() string {
	return " " + a.session.theme.PaintAttr(theme.Accent, theme.Bold, a.session.tr("학습", "hakseup"))
}

// footer is the last line: what there is to tell, or the keys that do something now, as many as fit.
func (a *App) footer() []string {
	if a.notice != "" {
		return a.noticeLines()
	}
	// Help comes last on the line and is never dropped.
	last := a.keyHint(a.helpKey())
	line := ""
	for _, b := range a.keysNow() {
		hint := a.keyHint(b)
		if 1+text.Width(line)+text.Width(hint)+3+text.Width(last) > a.w {
			break
		}
		line += hint + "   "
	}
	return []string{text.Left(" "+line+last, a.w)}
}

// keysNow lists the keys of the screen. The help that covers it takes them.
func (a *App) keysNow() []key.Binding {
	if a.help {
		return nil
	}
	return a.top().Keys()
}

// noticeLines is a notice in place of the footer. A long one covers as many
// lines of the body as it needs, until the next key.
func (a *App) noticeLines() []string {
	lines := text.WrapString(a.notice, a.w-2)
	lines = lines[:min(len(lines), a.h/2)]
	for i, l := range lines {
		lines[i] = text.Left(" "+a.session.paint(theme.Warning, l), a.w)
	}
	return lines
}

func (a *App) keyHint(b key.Binding) string {
	h := b.Help()
	return a.session.paint(theme.Accent, h.Key) + " " + a.session.paint(theme.Muted, h.Desc)
}

// shorten cuts a block of lines to h of them and says so with an ellipsis.
func (s *session) shorten(lines []string, h int) []string {
	if len(lines) <= h || h < 1 {
		return lines
	}
	return append(lines[:h-1:h-1], " "+s.paint(theme.Muted, "…"))
}

// frame draws a box of w x h cells with a title on its upper edge and a note
// on its lower one around lines. The box of the part that has the keyboard is
// drawn in the accent.
func (s *session) frame(title, note string, lines []string, w, h int, focused bool) []string {
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
func (s *session) edge(left, right, label string, w int, role theme.Role, atEnd bool) string {
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

// beside joins two blocks of as many lines side by side.
func beside(left, right []string) []string {
	out := make([]string, len(left))
	for i := range left {
		out[i] = left[i] + right[i]
	}
	return out
}

// center places a block of lines in the middle of w x h cells.
func center(lines []string, w, h int) []string {
	widest := 0
	for _, l := range lines {
		widest = max(widest, text.Width(l))
	}
	margin := strings.Repeat(" ", max(0, (w-widest)/2))
	out := make([]string, max(0, (h-len(lines))/2), h)
	for _, l := range lines {
		out = append(out, margin+l)
	}
	return fitAll(out, w, h)
}
