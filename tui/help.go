package tui

import (
	"github.com/charmbracelet/bubbles/key"

	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// helpOverlay draws every key that does something now, in place of the body.
func (a *App) helpOverlay(w, h int) []string {
	s := a.session
	here := a.helpLines(a.top().Keys())
	everywhere := a.helpLines(a.globalKeys())
	title := func(text string) string { return s.theme.PaintAttr(theme.Strong, theme.Bold, text) }
	left := append([]string{title(s.tr("이 화면", "On this screen")), ""}, here...)
	right := append([]string{title(s.tr("어디서나", "Everywhere")), ""}, everywhere...)
	var lines []string
	inner := min(w-6, 84)
	if inner >= 70 {
		rows := max(len(left), len(right))
		lines = beside(fitAll(left, inner/2, rows), fitAll(right, inner-inner/2, rows))
	} else {
		lines = append(append(left, ""), right...)
	}
	padded := make([]string, 0, len(lines)+2)
	padded = append(padded, "")
	for _, l := range lines {
		padded = append(padded, "  "+l)
	}
	box := s.frame(s.tr("도움말", "Help"), s.tr("아무 키나 누르면 닫혀요", "any key closes"),
		padded, inner+4, min(h, len(padded)+3), true)
	return center(box, w, h)
}

func (a *App) helpLines(keys []key.Binding) []string {
	widest := 0
	for _, b := range keys {
		widest = max(widest, text.Width(b.Help().Key))
	}
	lines := make([]string, len(keys))
	for i, b := range keys {
		lines[i] = a.session.paint(theme.Accent, text.Left(b.Help().Key, widest)) + "  " +
			a.session.paint(theme.Text, b.Help().Desc)
	}
	return lines
}

func (a *App) globalKeys() []key.Binding {
	s := a.session
	keys := []key.Binding{
		bind("? f1", "? F1", s.tr("도움말", "help")),
		bind("L", "L", s.tr("영어로", "한국어로")),
		bind("t", "t", s.tr("밝게·어둡게", "dark or light")),
		bind("ctrl+c", "Ctrl+C", s.tr("끝내기", "quit")),
	}
	if len(a.stack) > 1 {
		return append([]key.Binding{bind(keysBack, "esc", s.tr("뒤로", "back"))}, keys...)
	}
	return append(keys, bind("q", "q", s.tr("끝내기", "quit")))
}

// tooSmallText says how much room is missing.
func (a *App) tooSmallText() []string {
	s := a.session
	return []string{
		s.tr("창이 너무 작아요", "The window is too small"),
		s.say(lang.Sprintf("지금: 가로 %d, 세로 %d", "now: %d columns, %d rows", a.w, a.h)),
		s.say(lang.Sprintf("필요: 가로 %d, 세로 %d", "needed: %d columns, %d rows", minWidth, minHeight)),
	}
}
