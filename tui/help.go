package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// helpOverlay draws every key that does something now, in place of the body.
// Where that is longer than the window, the arrows move it.
func (a *App) helpOverlay(w, h int) []string {
	s := a.session
	lines, note := a.helpText(w), s.tr("아무 키나 누르면 닫혀요", "any key closes")
	height := min(h, len(lines)+3)
	if hidden := a.helpHidden(); hidden > 0 {
		lines = lines[min(a.helpTop, hidden):]
		note = s.tr("↑↓ 더 보기, 다른 키는 닫기", "↑↓ for more, others close")
	}
	return center(s.frame(s.tr("도움말", "Help"), note, lines, a.helpWidth(w)+4, height, true), w, h)
}

func (a *App) helpWidth(w int) int { return min(w-6, 84) }

// helpText lists the keys of the screen and those of every screen, side by
// side where there is room.
func (a *App) helpText(w int) []string {
	s := a.session
	title := func(text string) string { return s.theme.PaintAttr(theme.Strong, theme.Bold, text) }
	left := append([]string{title(s.tr("이 화면", "On this screen")), ""}, a.helpLines(s.bindings(a.top().Actions()))...)
	right := append([]string{title(s.tr("어디서나", "Everywhere")), ""}, a.helpLines(s.bindings(append(a.everywhere(), a.always()...)))...)
	lines := append(append(left, ""), right...)
	if inner := a.helpWidth(w); inner >= 70 {
		rows := max(len(left), len(right))
		lines = beside(fitAll(left, inner/2, rows), fitAll(right, inner-inner/2, rows))
	}
	padded := []string{""}
	for _, l := range lines {
		padded = append(padded, "  "+l)
	}
	return padded
}

// helpHidden returns how many lines of the help the window does not show.
func (a *App) helpHidden() int {
	const header, footer, edges = 1, 1, 2
	return max(0, len(a.helpText(a.w))-(a.h-header-footer-edges))
}

func (a *App) openHelp() { a.help, a.helpTop = true, 0 }

// moveHelp moves the help that is longer than the window, or closes it.
func (a *App) moveHelp(msg tea.KeyMsg) {
	switch hidden := a.helpHidden(); {
	case hidden > 0 && is(msg, keysDown):
		a.helpTop = min(a.helpTop+1, hidden)
	case hidden > 0 && is(msg, keysUp):
		a.helpTop = max(a.helpTop-1, 0)
	case hidden > 0 && is(msg, keysPageDown):
		a.helpTop = hidden
	case hidden > 0 && is(msg, keysPageUp):
		a.helpTop = 0
	default:
		a.help = false
	}
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

// tooSmallText says how much room is missing.
func (a *App) tooSmallText() []string {
	s := a.session
	return []string{
		s.tr("창이 너무 작아요", "The window is too small"),
		s.say(lang.Sprintf("지금: 가로 %d, 세로 %d", "now: %d columns, %d rows", a.w, a.h)),
		s.say(lang.Sprintf("필요: 가로 %d, 세로 %d", "needed: %d columns, %d rows", minWidth, minHeight)),
	}
}
