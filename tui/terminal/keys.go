//go:build unix

package terminal

import (
	"strconv"
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
)

// key is the key of a control sequence, nil where it is none.
func key(parameters string, final byte) tea.Msg {
	p := append(numbers(parameters), 1, 1, 1)
	switch {
	case final == '~' && p[0] == 200:
		return pasteStart{}
	case final == '~' && p[0] == 27:
		return coded(p[2], p[1])
	case final == 'u':
		return coded(p[0], p[1])
	case final == '~':
		return tilde(p[0], p[1])
	case final == 'Z':
		return tea.KeyMsg{Type: tea.KeyShiftTab}
	case final == 'R' && parameters != "" && (p[0] != 1 || p[1] == 1):
		return nil // where the cursor is, not F3
	}
	if k, ok := finals[final]; ok && p[0] <= 1 {
		if parameters == "" {
			p[1] = 1
		}
		return modified(k, p[1])
	}
	return nil
}

// tilde is a key that is told by a number.
func tilde(number, modifiers int) tea.Msg {
	if k, ok := tildes[number]; ok {
		return modified(k, modifiers)
	}
	return nil
}

func numbers(s string) (p []int) {
	for f := range strings.SplitSeq(s, ";") {
		f, _, _ = strings.Cut(f, ":")
		v, _ := strconv.ParseInt(f, 10, 32) // empty: 0
		p = append(p, int(v))
	}
	return p
}

var finals = map[byte]tea.KeyType{
	'A': tea.KeyUp, 'B': tea.KeyDown, 'C': tea.KeyRight, 'D': tea.KeyLeft, 'H': tea.KeyHome, 'F': tea.KeyEnd,
	'P': tea.KeyF1, 'Q': tea.KeyF2, 'R': tea.KeyF3, 'S': tea.KeyF4, 'M': tea.KeyEnter,
}

var tildes = map[int]tea.KeyType{
	1: tea.KeyHome, 2: tea.KeyInsert, 3: tea.KeyDelete, 4: tea.KeyEnd, 5: tea.KeyPgUp, 6: tea.KeyPgDown, 7: tea.KeyHome,
	8: tea.KeyEnd, 11: tea.KeyF1, 12: tea.KeyF2, 13: tea.KeyF3, 14: tea.KeyF4, 15: tea.KeyF5, 17: tea.KeyF6,
	18: tea.KeyF7, 19: tea.KeyF8, 20: tea.KeyF9, 21: tea.KeyF10, 23: tea.KeyF11, 24: tea.KeyF12,
}

// shifted is a named key with shift, with control, and with both.
var shifted = map[tea.KeyType][3]tea.KeyType{
	tea.KeyUp:     {tea.KeyShiftUp, tea.KeyCtrlUp, tea.KeyCtrlShiftUp},
	tea.KeyDown:   {tea.KeyShiftDown, tea.KeyCtrlDown, tea.KeyCtrlShiftDown},
	tea.KeyRight:  {tea.KeyShiftRight, tea.KeyCtrlRight, tea.KeyCtrlShiftRight},
	tea.KeyLeft:   {tea.KeyShiftLeft, tea.KeyCtrlLeft, tea.KeyCtrlShiftLeft},
	tea.KeyHome:   {tea.KeyShiftHome, tea.KeyCtrlHome, tea.KeyCtrlShiftHome},
	tea.KeyEnd:    {tea.KeyShiftEnd, tea.KeyCtrlEnd, tea.KeyCtrlShiftEnd},
	tea.KeyPgUp:   {tea.KeyPgUp, tea.KeyCtrlPgUp, tea.KeyCtrlPgUp},
	tea.KeyPgDown: {tea.KeyPgDown, tea.KeyCtrlPgDown, tea.KeyCtrlPgDown},
	tea.KeyTab:    {tea.KeyShiftTab, tea.KeyTab, tea.KeyShiftTab},
}

// The modifiers, which terminals count from 1.
const (
	shift = 1 << iota
	alt
	ctrl
)

// modified is a named key with its modifiers.
func modified(k tea.KeyType, modifiers int) tea.Msg {
	m := max(0, modifiers-1)
	if s, ok := shifted[k]; ok {
		switch m & (shift | ctrl) {
		case shift:
			k = s[0]
		case ctrl:
			k = s[1]
		case shift | ctrl:
			k = s[2]
		}
	}
	return tea.KeyMsg{Type: k, Alt: m&alt != 0}
}

// coded is a key by its code point (kitty, or xterm's modifyOtherKeys).
func coded(code, modifiers int) tea.Msg {
	switch {
	case code == 9 || code == 13 || code == 27 || code == 127:
		return modified(tea.KeyType(code), modifiers)
	case code == 57414: // enter of the keypad
		return modified(tea.KeyEnter, modifiers)
	case code >= 57399 && code <= 57408: // its digits
		code = '0' + code - 57399
	}
	if r := rune(code); unicode.IsGraphic(r) {
		return typed(r, max(0, modifiers-1))
	}
	return nil // a key that types nothing
}

// typed is a character with its modifiers.
func typed(r rune, m int) tea.Msg {
	k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: m&alt != 0}
	switch {
	case m&ctrl != 0 && (r >= '@' && r < 0x7f || r == ' '):
		k.Type, k.Runes = tea.KeyType(r&0x1f), nil
	case r == ' ':
		k.Type = tea.KeySpace
	case m&shift != 0:
		k.Runes[0] = unicode.ToUpper(r)
	}
	return k
}

// mouse is what was done with the mouse, in xterm's code.
func mouse(code, x, y int, up bool) tea.Msg {
	m := tea.MouseMsg{X: x, Y: y, Shift: code&4 != 0, Alt: code&8 != 0, Ctrl: code&16 != 0}
	switch b := code & 3; {
	case code&128 != 0:
		m.Button = tea.MouseButtonBackward + tea.MouseButton(b)
	case code&64 != 0:
		m.Button = tea.MouseButtonWheelUp + tea.MouseButton(b)
	case b < 3:
		m.Button = tea.MouseButtonLeft + tea.MouseButton(b)
	}
	switch {
	case code&64 != 0: // a wheel is not let go
	case code&32 != 0:
		m.Action = tea.MouseActionMotion
	case up:
		m.Action = tea.MouseActionRelease
	}
	return m
}

// answer reads what the terminal says of its background.
func answer(s string) tea.Msg {
	rgb, ok := strings.CutPrefix(s, "]11;rgb:")
	parts := strings.Split(rgb, "/")
	if !ok || len(parts) != 3 {
		return nil
	}
	light := 0.0
	for i, weight := range []float64{.299, .587, .114} {
		v, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil || len(parts[i]) > 4 {
			return nil
		}
		light += weight * float64(v) / float64(uint64(1)<<(4*len(parts[i]))-1)
	}
	return Background{light < .5}
}
