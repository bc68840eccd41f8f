package tui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// bind makes a binding of the keys in the first argument, separated by
// spaces, shown under a short name with a description.
func bind(keys, name, description string) key.Binding {
	return key.NewBinding(key.WithKeys(strings.Fields(keys)...), key.WithHelp(name, description))
}

// Keys that mean the same on every screen.
const (
	keysUp       = "up k"
	keysDown     = "down j"
	keysLeft     = "left h"
	keysRight    = "right l"
	keysPageUp   = "pgup ctrl+b"
	keysPageDown = "pgdown ctrl+f"
	keysTop      = "home g"
	keysBottom   = "end G"
	keysSelect   = "enter ctrl+j" // some terminals send a line feed
	keysBack     = "esc"
	keySource    = "i"
)

// is reports whether a key press is one of the keys in a list.
func is(msg tea.KeyMsg, keys string) bool {
	pressed := msg.String()
	if pressed == " " {
		pressed = "space"
	}
	for k := range strings.FieldsSeq(keys) {
		if k == pressed {
			return true
		}
	}
	return false
}
