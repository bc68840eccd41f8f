//go:build unix

package terminal

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

const (
	escWait   = 50 * time.Millisecond  // after it, an escape is the key
	seqWait   = time.Second            // after it, the rest of a sequence is lost
	pasteWait = 500 * time.Millisecond // after it, a paste has lost its end
	lateWait  = 500 * time.Millisecond // so long a late rest of an escape is known as such

	longest   = 1 << 14 // bytes of a sequence that the terminal may send
	pasteMost = 1 << 22 // bytes of a paste that are taken
)

var (
	pasteEnd = []byte("\x1b[201~")
	ctrlC    = []byte{3}
)

// attributes is the terminal's answer to DA1, the last question.
type attributes struct{}

// pasteStart is what opens a paste.
type pasteStart struct{}

// decoder turns the terminal's bytes into messages. However they are cut into
// reads, the messages are the same; a cut longer than the waits apart.
type decoder struct {
	buf     []byte // what is not decoded yet
	pasting bool
	pasted  []byte // the paste so far; the end of it may be in buf
	esc     time.Time
}

// wait is how long to wait for more; 0: nothing is open.
func (d *decoder) wait() time.Duration {
	switch b := d.buf; {
	case d.pasting:
		return pasteWait
	case len(b) == 0:
		return 0
	case b[0] == 0x1b && (len(b) <= 2 || b[1] == 0x1b):
		return escWait // escape, or alt and a key
	}
	return seqWait // nobody types "ESC [ 5 ;", or half a character
}

// expire decides on what stayed open.
func (d *decoder) expire() []tea.Msg {
	b := d.buf
	d.buf = nil
	switch {
	case d.pasting:
		return []tea.Msg{d.paste(b)}
	case len(b) == 1 && b[0] == 0x1b:
		d.esc = time.Now()
		return []tea.Msg{tea.KeyMsg{Type: tea.KeyEsc}}
	case len(b) == 2 && b[0] == 0x1b && b[1] == 0x1b:
		return []tea.Msg{tea.KeyMsg{Type: tea.KeyEsc, Alt: true}}
	case len(b) == 2 && b[0] == 0x1b && b[1] < utf8.RuneSelf: // alt+[ and the like
		return []tea.Msg{tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{rune(b[1])}, Alt: true}}
	}
	return nil // half a sequence: not text
}

// feed takes what was read.
func (d *decoder) feed(in []byte) (msgs []tea.Msg) {
	// The rest of an escape that was taken for the key: not text either.
	if len(d.buf) == 0 && len(in) > 1 && (in[0] == '[' || in[0] == 'O') && time.Since(d.esc) < lateWait {
		d.buf = []byte{0x1b}
	}
	d.esc = time.Time{}
	if d.pasting && len(in) > 0 && len(bytes.Trim(in, "\x03")) == 0 { // pressed, because the paste does not end
		msgs, in = d.expire(), ctrlC
	}
	d.buf = append(d.buf, in...)
	for len(d.buf) > 0 {
		msg, more := d.next()
		if more {
			break
		}
		if msg != nil {
			msgs = append(msgs, msg)
		}
	}
	return msgs
}

// next takes the first message out of the buffer, nil for what is none, or
// tells that more is needed.
func (d *decoder) next() (msg tea.Msg, more bool) {
	if d.pasting {
		i := bytes.Index(d.buf, pasteEnd)
		if i < 0 {
			d.hold(max(0, len(d.buf)-len(pasteEnd)+1))
			return nil, true
		}
		text := d.buf[:i]
		d.buf = d.buf[i+len(pasteEnd):]
		return d.paste(text), false
	}
	n, msg := decode(d.buf)
	d.buf = d.buf[n:]
	if _, ok := msg.(pasteStart); ok {
		d.pasting = true
		return nil, false
	}
	return msg, n == 0
}

// hold moves n bytes from the buffer to the paste.
func (d *decoder) hold(n int) {
	room := max(0, pasteMost-len(d.pasted))
	d.pasted = append(d.pasted, d.buf[:min(n, room)]...)
	d.buf = d.buf[n:]
}

// paste ends the paste with its last bytes.
func (d *decoder) paste(last []byte) tea.Msg {
	text := strings.ToValidUTF8(string(append(d.pasted, last...)), "")
	d.pasting, d.pasted = false, nil
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}

// decode returns the first message and its length: 0 if more is needed; a
// message of nil is dropped.
func decode(b []byte) (int, tea.Msg) {
	switch c := b[0]; {
	case c == 0x1b && len(b) == 1:
		return 0, nil
	case c == 0x1b:
		return escape(b)
	case c < ' ' || c == 0x7f:
		return 1, tea.KeyMsg{Type: tea.KeyType(c)}
	case c == ' ':
		return 1, tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	case !utf8.FullRune(b):
		return 0, nil
	}
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n == 1 {
		return 1, nil
	}
	return n, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
}

// escape decodes what begins with an escape and goes on.
func escape(b []byte) (int, tea.Msg) {
	switch b[1] {
	case '[':
		return control(b)
	case 'O':
		if len(b) < 3 {
			return 0, nil
		}
		if k, ok := finals[b[2]]; ok {
			return 3, modified(k, 1)
		}
	case ']', 'P', '_', '^', 'X':
		return stringSequence(b)
	}
	n, msg := decode(b[1:])
	if k, ok := msg.(tea.KeyMsg); ok {
		k.Alt = true
		return n + 1, k
	}
	if n > 0 && b[1] == 0x1b {
		return 1, tea.KeyMsg{Type: tea.KeyEsc}
	}
	return n + min(n, 1), nil
}

// stringSequence takes an answer of the terminal. A key such as Ctrl+C that
// comes before its end has cut it off.
func stringSequence(b []byte) (int, tea.Msg) {
	for i := 2; i < len(b); i++ {
		switch {
		case b[i] == 0x18, b[i] == 0x1a:
			return i + 1, nil
		case b[i] == 0x07:
			return i + 1, answer(string(b[1:i]))
		case b[i] == 0x1b && i+1 == len(b):
			return 0, nil
		case b[i] == 0x1b && b[i+1] == '\\':
			return i + 2, answer(string(b[1:i]))
		case b[i] < ' ', i == longest:
			return i, nil
		}
	}
	return 0, nil
}

// control decodes what begins with CSI.
func control(b []byte) (int, tea.Msg) {
	i := 2
	for i < len(b) && b[i] >= ' ' && b[i] < '@' && i < longest {
		i++
	}
	switch {
	case i == len(b):
		return 0, nil
	case b[i] < '@' || b[i] > '~':
		return i, nil // cut off
	}
	parameters, final := string(b[2:i]), b[i]
	if parameters == "" && (final == '[' || final == 'M') {
		return headless(b)
	}
	return i + 1, report(parameters, final)
}

// headless decodes the sequences that go on after their end.
func headless(b []byte) (int, tea.Msg) {
	if b[2] == '[' { // Linux console: ESC [ [ A is F1
		switch {
		case len(b) < 4:
			return 0, nil
		case b[3] < 'A' || b[3] > 'E':
			return 3, nil
		}
		return 4, modified(tea.KeyF1-tea.KeyType(b[3]-'A'), 1)
	}
	if len(b) < 6 { // the mouse where 1006 is unknown
		return 0, nil
	}
	return 6, mouse(int(b[3])-32, int(b[4])-33, int(b[5])-33, b[3]&3 == 3 && b[3]&0x60 == 0x20)
}

// report is what a whole control sequence means, nil for what is none of ours.
func report(parameters string, final byte) tea.Msg {
	switch {
	case strings.HasPrefix(parameters, "<") && (final == 'M' || final == 'm'):
		if p := numbers(parameters[1:]); len(p) == 3 {
			return mouse(p[0], p[1]-1, p[2]-1, final == 'm')
		}
		return nil
	case final == 'c' && strings.HasPrefix(parameters, "?"):
		return attributes{}
	case parameters != "" && (parameters[0] < '0' || parameters[0] > '9'):
		return nil
	case strings.Contains(parameters, ":3"): // a key that was let go
		return nil
	}
	return key(parameters, final)
}
