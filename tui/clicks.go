package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/tui/text"
)

// hotspot is a place of the header or the footer that can be clicked.
type hotspot struct {
	y, left, right int
	do             func(x int) tea.Cmd // x from the left of it
}

// statusClicker is a screen whose status can be clicked.
type statusClicker interface {
	// clickStatus acts on a click at a cell of the status.
	clickStatus(x int) tea.Cmd
}

// hot remembers what the line that is being drawn does when it is clicked.
func (a *App) hot(y, left, right int, do func(x int) tea.Cmd) {
	a.hotspots = append(a.hotspots, hotspot{y, left, right, do})
}

// hotKey remembers where the hint of a key stands in the footer.
func (a *App) hotKey(left int, b key.Binding) {
	a.hot(a.h-1, left, left+text.Width(a.keyHint(b)), func(x int) tea.Cmd {
		if msg, ok := keyPress(keyUnder(b, x)); ok {
			return a.key(msg)
		}
		return nil
	})
}

// click acts on a click into the header or the footer, and reports whether it
// was one.
func (a *App) click(msg tea.MouseMsg) (cmd tea.Cmd, ok bool) {
	if msg.Action != tea.MouseActionPress || msg.Button != tea.MouseButtonLeft || msg.Y > 0 && msg.Y < a.h-1 {
		return nil, false
	}
	for _, h := range a.hotspots {
		if h.y == msg.Y && msg.X >= h.left && msg.X < h.right {
			return h.do(msg.X - h.left), true
		}
	}
	return nil, true
}

// backTo goes back to a screen of the stack.
func (a *App) backTo(place int) tea.Cmd {
	if a.help || place >= len(a.stack)-1 {
		return nil
	}
	for len(a.stack) > place+2 {
		a.leave()
		a.stack = a.stack[:len(a.stack)-1]
	}
	return a.pop()
}

// signs are the keys that hints draw.
func signs() map[rune]string {
	return map[rune]string{'←': "left", '→': "right", '↑': "up", '↓': "down", '[': "[", ']': "]", '<': "<", '>': ">"}
}

// keyUnder returns the key that a click at a cell of a hint is for: the sign
// under the pointer, and elsewhere the one that leads on. A hint of digits is for
// none.
func keyUnder(b key.Binding, x int) string {
	name, keys, forward := b.Help().Key, b.Keys(), ""
	shift := ""
	if rest, ok := strings.CutPrefix(name, "Shift+"); ok {
		shift, x, name = "shift+", x-len("Shift+"), rest
	}
	for _, r := range name {
		k, ok := signs()[r]
		if ok && x == 0 {
			return shift + k
		}
		if ok && (k == "right" || k == "down" && forward == "" || k == "]" || k == ">") {
			forward = shift + k
		}
		x -= text.Width(string(r))
	}
	switch {
	case forward != "":
		return forward
	case slices.ContainsFunc(keys, func(k string) bool { return k >= "0" && k <= "9" }):
		return ""
	}
	return keys[0]
}

// keyPress is the press of a key by its name.
func keyPress(name string) (msg tea.KeyMsg, ok bool) {
	if utf8.RuneCountInString(name) == 1 {
		r, _ := utf8.DecodeRuneInString(name)
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}, true
	}
	if l, ok := strings.CutPrefix(name, "ctrl+"); ok && len(l) == 1 {
		return tea.KeyMsg{Type: tea.KeyType(l[0] - 'a' + 1)}, true
	}
	for _, t := range []tea.KeyType{
		tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyEnter, tea.KeyTab, tea.KeyShiftTab, tea.KeyEsc,
		tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyF1,
		tea.KeyShiftLeft, tea.KeyShiftRight, tea.KeyShiftUp, tea.KeyShiftDown,
	} {
		if msg = (tea.KeyMsg{Type: t}); msg.String() == name {
			return msg, true
		}
	}
	return tea.KeyMsg{Type: tea.KeySpace}, name == "space"
}
