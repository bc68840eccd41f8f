package tui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
)

// always are the keys that act whatever is shown.
func (a *App) always() []action {
	list := []action{
		goes("ctrl+c", "Ctrl+C", lang.T("끝내기", "quit"), func() tea.Cmd { return tea.Quit }),
		goes("ctrl+z", "", lang.Text{}, func() tea.Cmd { return tea.Suspend }),
	}
	if a.help || a.tooSmall() {
		return list
	}
	return append(list, does("f1", "F1", lang.T("도움말", "help"), a.openHelp))
}

// everywhere are the one-letter keys that act on every screen, unless letters
// are text.
func (a *App) everywhere() []action {
	if a.top().Typing() {
		return nil
	}
	list := []action{
		does("?", "?", lang.T("도움말", "help"), a.openHelp),
		goes("L", "L", lang.T("English", "한국어"), a.nextLanguage),
		goes("t", "t", lang.T("밝게·어둡게", "dark or light"), a.invertTheme),
	}
	if len(a.stack) == 1 {
		list = append(list, goes("q", "q", lang.T("끝내기", "quit"), func() tea.Cmd { return tea.Quit }))
	}
	return list
}

// footed are the actions of the footer, without the help, which comes last: those
// of the screen and, where it has few of its own, those of every screen.
func (a *App) footed() []action {
	if a.help {
		return nil
	}
	list := a.top().Actions()
	if len(a.stack) == 1 {
		// What is everywhere matters more than the ends of a list.
		i := slices.IndexFunc(list, func(a action) bool { return a.keys == keysTop })
		if i < 0 {
			i = len(list)
		}
		list = slices.Insert(list, i, a.everywhere()[1:]...)
	}
	return list
}

// helpAction opens the help, or closes it.
func (a *App) helpAction() action {
	switch help := lang.T("도움말", "help"); {
	case a.help:
		return does(keysBack, "esc", lang.T("닫기", "close"), func() { a.help = false })
	case a.top().Typing(): // ? is text now
		return does("f1", "F1", help, a.openHelp)
	default:
		return does("? f1", "?", help, a.openHelp)
	}
}
