// Package tui is the program that the learner sees. App is the only model of
// the terminal library; the screens below it are plain parts.
package tui

import (
	"image"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
	"hakseup/tui/terminal"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// App owns the stack of screens, routes messages to the one on top, and
// draws the header and the footer around it.
type App struct {
	session *session
	stack   []Screen
	w, h    int
	help    bool   // the help overlay is open
	helpTop int    // the first of its lines that is shown
	notice  string // shown in the footer until the next key
	options Options
	crash   *crash        // set when a screen panicked
	quit    func()        // ends the program from outside Update; nil in tests
	send    func(tea.Msg) // brings a message from outside; nil in tests

	hotspots []hotspot   // what the last View put into the header and the footer
	typeAt   image.Point // the cell of the last View that is typed into; below 0: none
}

// Init starts the first screen and opens the learner's progress, which must
// not hold up the first frame.
func (a *App) Init() tea.Cmd {
	return tea.Batch(a.session.open(a.options.DataDir, a.send), a.top().Init())
}

// Update routes a message: size, global keys and navigation here, all else to
// the screen on top.
func (a *App) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	defer a.catch(&model, &cmd)
	if a.crash != nil {
		return a, tea.Quit
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		a.resize()
		return a, nil
	case terminal.Background:
		a.background(msg.Dark)
		return a, nil
	case noticeMsg:
		a.notice = msg.text
		return a, nil
	case crashMsg:
		a.crash = msg.crash
		return a, tea.Quit
	case storeMsg:
		return a, a.opened()
	case summaryMsg:
		return a, a.brought(msg)
	case tea.KeyMsg:
		return a, tea.Batch(a.key(msg), a.clock())
	case tea.MouseMsg:
		return a, tea.Batch(a.mouse(msg), a.clock())
	}
	return a, a.pass(msg)
}

// mouse acts on clicks into the header and the footer and passes all else on.
// Screens know nothing of the header above them.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() {
		return nil
	}
	if cmd, ok := a.click(msg); ok || a.help {
		return cmd
	}
	msg.Y--
	return a.pass(msg)
}

// key acts on the keys that mean the same everywhere and passes the others on.
func (a *App) key(msg tea.KeyMsg) tea.Cmd {
	a.notice = ""
	if cmd, ok := act(a.always(), msg); ok {
		return cmd
	}
	switch {
	case a.help:
		a.moveHelp(msg)
		return nil
	case a.tooSmall():
		return nil
	case msg.Type == tea.KeyRunes && !msg.Paste && !a.top().Typing():
		return a.letters(msg)
	}
	return a.pass(msg)
}

// letters acts on the keys behind what was typed: letters that were pressed so
// fast that they arrived as one, and in Hangul mode those that became a
// syllable.
func (a *App) letters(msg tea.KeyMsg) tea.Cmd {
	keys := []rune(lang.Latin(string(msg.Runes)))
	if len(keys) == 1 {
		msg.Runes = keys
		return a.letter(msg)
	}
	var cmds []tea.Cmd
	for _, r := range keys {
		cmds = append(cmds, a.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt}))
	}
	return tea.Batch(cmds...)
}

// letter acts on a one-letter key, which is off while letters are text.
func (a *App) letter(msg tea.KeyMsg) tea.Cmd {
	if cmd, ok := act(a.everywhere(), msg); ok {
		return cmd
	}
	return a.pass(msg)
}

// pass hands a message to the screen on top and goes where that then wants.
func (a *App) pass(msg tea.Msg) tea.Cmd {
	cmd := a.top().Update(msg)
	switch next, back := a.session.asked(); {
	case next != nil:
		return tea.Batch(cmd, a.open(next))
	case back:
		return tea.Batch(cmd, a.pop())
	}
	return cmd
}

// open puts a screen on top.
func (a *App) open(next Screen) tea.Cmd {
	a.leave()
	a.stack = append(a.stack, next)
	a.resize()
	return next.Init()
}

func (a *App) nextLanguage() tea.Cmd {
	all := lang.All()
	a.session.lang = all[(int(a.session.lang)+1)%len(all)]
	a.options.LangGiven = true
	a.resize()
	return a.session.choose(progress.Language, a.session.lang.String())
}

func (a *App) invertTheme() tea.Cmd {
	t := a.session.theme
	a.session.theme = theme.New(!t.Dark(), t.Profile())
	a.resize()
	name := ThemeLight
	if a.session.theme.Dark() {
		name = ThemeDark
	}
	a.options.Theme = name
	return a.session.choose(progress.Theme, name)
}

// pop goes back one screen; from the first one it does nothing, so that a
// nervous esc does not close the program.
func (a *App) pop() tea.Cmd {
	if len(a.stack) == 1 {
		return nil
	}
	a.leave()
	a.stack = a.stack[:len(a.stack)-1]
	a.resize()
	return a.top().Init()
}

// leave stops what goes on on the screen on top.
func (a *App) leave() {
	if s, ok := a.top().(leaver); ok {
		s.leave()
	}
}

// broadcast hands a message to every screen.
func (a *App) broadcast(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.stack {
		cmds = append(cmds, s.Update(msg))
	}
	return tea.Batch(cmds...)
}

func (a *App) top() Screen { return a.stack[len(a.stack)-1] }

func (a *App) tooSmall() bool { return a.w < minWidth || a.h < minHeight }

func (a *App) resize() {
	if !a.tooSmall() {
		a.top().SetSize(a.w, a.h-2)
	}
}

// View draws the whole window: exactly h lines of exactly w cells.
func (a *App) View() (view string) {
	defer a.catchView(&view)
	if a.w == 0 || a.h == 0 {
		return ""
	}
	return strings.Join(a.lines(), "\n")
}

func (a *App) lines() []string {
	if a.typeAt = image.Pt(-1, -1); a.tooSmall() {
		return center(a.tooSmallText(), a.w, a.h)
	}
	a.hotspots = a.hotspots[:0]
	body := a.top().View()
	if a.help {
		body = a.helpOverlay(a.w, a.h-2)
	}
	foot := a.footer()
	out := append([]string{a.header()}, body...)
	return a.withoutMark(append(out[:a.h-len(foot)], foot...))
}

// withoutMark takes the mark of the cell that is typed into out of the lines
// and remembers its place.
func (a *App) withoutMark(lines []string) []string {
	for y, l := range lines {
		if before, after, ok := strings.Cut(l, cursorMark); ok {
			lines[y], a.typeAt = before+after, image.Pt(text.Width(before), y)
		}
	}
	return lines
}

// Cursor is where the terminal's own cursor belongs: where one types.
func (a *App) Cursor() (x, y int, shown bool) { return a.typeAt.X, a.typeAt.Y, a.typeAt.X >= 0 }
