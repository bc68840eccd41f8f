package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

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
// the whole way, its beginning gives way. A step of the way can be clicked, and
// so can what the screen says at the end.
func (a *App) header() string {
	s := a.session
	status := a.top().Status()
	if status != "" {
		status = " " + status + " "
	}
	own := text.Width(status)
	if s.unsaved {
		status = " " + s.paint(theme.Warning, s.tr("저장 대기", "unsaved")) + " " + status
	}
	const line = " ─ "
	first, room := len(a.stack), a.w-text.Width(a.brand())-text.Width(status)
	for i, v := range slices.Backward(a.stack) {
		width := text.Width(line + v.Title())
		if width > room && (first < len(a.stack) || room < leastStep) {
			break
		}
		first, room = i, room-width
	}
	way := a.brand()
	a.hot(0, 0, text.Width(way), func(int) tea.Cmd { return a.backTo(0) })
	for i, v := range a.stack[first:] {
		role := theme.Muted
		if first+i == len(a.stack)-1 {
			role = theme.Text
		}
		left := text.Width(way)
		way += s.paint(theme.Faint, line) + s.paint(role, v.Title())
		a.hot(0, left, text.Width(way), func(int) tea.Cmd { return a.backTo(first + i) })
	}
	if k, ok := a.top().(statusClicker); ok {
		a.hot(0, a.w-own, a.w, func(x int) tea.Cmd { return k.clickStatus(x - 1) })
	}
	return spread(way, status, a.w)
}

func (a *App) brand() string {
	return " " + a.session.theme.PaintAttr(theme.Accent, theme.Bold, a.session.tr("학습", "hakseup"))
}

// footer is the last line: what there is to tell, or the keys that do something
// now, as many as fit. They can be clicked.
func (a *App) footer() []string {
	if a.notice != "" {
		return a.noticeLines()
	}
	// Help comes last on the line and is never dropped.
	last := a.session.bindings([]action{a.helpAction()})[0]
	line, room := " ", a.w-text.Width(a.keyHint(last))
	for _, b := range a.session.bindings(a.footed()) {
		hint := a.keyHint(b)
		if text.Width(line)+text.Width(hint)+3 > room {
			break
		}
		a.hotKey(text.Width(line), b)
		line += hint + "   "
	}
	a.hotKey(text.Width(line), last)
	return []string{text.Left(line+a.keyHint(last), a.w)}
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

// keyHint is a key of the footer with what it does. Ctrl is written as on the
// buttons, so that all of them fit.
func (a *App) keyHint(b key.Binding) string {
	h := b.Help()
	return a.session.paint(theme.Accent, strings.ReplaceAll(h.Key, "Ctrl+", "^")) + " " + a.session.paint(theme.Muted, h.Desc)
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
