//go:build unix

package terminal

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sequence returns what a terminal sends for a key: a name such as "Enter",
// or a character.
func sequence(key string) (string, error) {
	named := map[string]string{
		"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "Shift+Tab": "\x1b[Z", "Space": " ", "Backspace": "\x7f",
		"Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D",
		"Shift+Right": "\x1b[1;2C", "Shift+Left": "\x1b[1;2D",
		"Home": "\x1b[H", "End": "\x1b[F", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~",
		"F1": "\x1bOP", "Alt+Delete": "\x1b[3;3~",
	}
	if s, ok := named[key]; ok {
		return s, nil
	}
	if letter, ok := strings.CutPrefix(key, "Ctrl+"); ok && len(letter) == 1 {
		return string(letter[0] & 0x1f), nil
	}
	if letter, ok := strings.CutPrefix(key, "Alt+"); ok && len(letter) == 1 {
		return "\x1b" + strings.ToLower(letter), nil
	}
	if utf8.RuneCountInString(key) == 1 {
		return key, nil
	}
	return "", fmt.Errorf("there is no key %q", key)
}

// Press presses a key: "Enter", "Shift+Left", or a character.
func (t *Terminal) Press(key string) error {
	s, err := sequence(key)
	if err != nil {
		return err
	}
	return t.send(s)
}

// Type types a text.
func (t *Terminal) Type(text string) error { return t.send(text) }

// Paste pastes a text, marked as such where the program has asked for it.
func (t *Terminal) Paste(text string) error {
	if t.Mode(BracketedPaste) {
		text = "\x1b[200~" + text + "\x1b[201~"
	}
	return t.send(text)
}

func (t *Terminal) send(s string) error {
	_, err := t.pty.WriteString(s)
	return err
}

// Mouse is something that is done with the mouse.
type Mouse int

// What the mouse can do; the values are those of the SGR protocol of xterm.
const (
	Press     Mouse = 0
	Drag      Mouse = 32 // motion with the left button held
	WheelUp   Mouse = 64
	WheelDown Mouse = 65
	Release   Mouse = -1
)

// Point uses the mouse at a column and a row, both counted from 0.
func (t *Terminal) Point(m Mouse, x, y int) error {
	if !t.Mode(MouseDrag) || !t.Mode(MouseSGR) {
		return fmt.Errorf("the program does not ask for the mouse")
	}
	button, final := int(m), "M"
	if m == Release {
		button, final = 0, "m"
	}
	return t.send(fmt.Sprintf("\x1b[<%d;%d;%d%s", button, x+1, y+1, final))
}

// The private modes of a terminal that a program has to put back.
const (
	ShowCursor     = 25
	MouseButtons   = 1000
	MouseDrag      = 1002
	MouseMotion    = 1003
	FocusReports   = 1004
	MouseSGR       = 1006
	AltScreen      = 1049
	BracketedPaste = 2004
)

// Mode reports whether a private mode is on. All are off at the beginning but
// ShowCursor.
func (t *Terminal) Mode(mode int) bool {
	on := mode == ShowCursor
	for _, m := range regexp.MustCompile(`\x1b\[\?([\d;]+)([hl])`).FindAllSubmatch(t.Raw(), -1) {
		for n := range strings.SplitSeq(string(m[1]), ";") {
			if n == strconv.Itoa(mode) {
				on = m[2][0] == 'h'
			}
		}
	}
	return on
}
