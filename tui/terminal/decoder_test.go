//go:build unix

package terminal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// recorded are byte streams as terminals send them, and what they mean.
var recorded = []struct{ bytes, means string }{
	{"jk", "j k"},
	{"한글 x\r", "한 글 space x enter"},
	{"ㅎㅏㄴ", "ㅎ ㅏ ㄴ"},
	{"\x1b[A\x1bOB\x1b[1;2C\x1b[1;5D", "up down shift+right ctrl+left"},
	{"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[5~\x1b[6~\x1b[3;3~", "home end home end pgup pgdown alt+delete"},
	{"\x1bOP\x1b[11~\x1b[[A\x1b[1;2R", "f1 f1 f1 f3"},
	{"\x1bb\x1b\x7f\x1b\x1b[A", "alt+b alt+backspace alt+up"},
	{"\x03\x1a\x07\t\x1b[Z", "ctrl+c ctrl+z ctrl+g tab shift+tab"},
	{"\x1b[97;5u\x1b[27;5;106~\x1b[57399u\x1b[97;1:3u\x1b[32;3u", "ctrl+a ctrl+j 0 alt+space"},
	{"\x1b[<0;3;4M\x1b[<32;4;4M\x1b[<0;4;4m", "2,3 left press|3,3 left motion|3,3 left release"},
	{"\x1b[<65;10;10M\x1b[<64;1;1M", "9,9 wheel down|0,0 wheel up"},
	{"\x1b[M !!", "0,0 left press"},
	{"\x1b[200~a\rb\r\nc\x1b[201~x", "[a\nb\nc] x"},
	{"\x1b[200~\x1b[A\x03\x1b[201~", "[\x1b[A\x03]"},
	{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c", "{false} {}"},
	{"\x1b]11;rgb:1e/1e/2e\x07e", "{true} e"},
	{"\x1b]11;rgb:12345/0/0\x07\x1bPq\x1b\\\x1b_x\x1b\\z", "z"},
	{"\x1b[24;80Rj\x1b[1;1Rj", "j j"},
	{"\x1b[1;3Mq\x1b[99~\x1b[>0;1;2cq", "alt+enter q q"},
	{"\x1b]11;rgb:\x03", "ctrl+c"},
	{"\x1b[12\x03", "ctrl+c"},
	{"\xff\xc3(\xed\xa0\x80a", "( a"},
}

func said(msgs []tea.Msg) string {
	var b strings.Builder
	for i, m := range msgs {
		if i > 0 {
			switch m.(type) {
			case tea.MouseMsg:
				b.WriteByte('|')
			default:
				b.WriteByte(' ')
			}
		}
		switch m := m.(type) {
		case tea.MouseMsg:
			action := map[tea.MouseAction]string{tea.MouseActionPress: " press", tea.MouseActionMotion: " motion", tea.MouseActionRelease: " release"}[m.Action]
			if tea.MouseEvent(m).IsWheel() {
				action = ""
			}
			button := map[tea.MouseButton]string{tea.MouseButtonLeft: "left", tea.MouseButtonWheelUp: "wheel up", tea.MouseButtonWheelDown: "wheel down"}[m.Button]
			fmt.Fprintf(&b, "%d,%d %s%s", m.X, m.Y, button, action)
		case tea.KeyMsg:
			switch s := m.String(); {
			case m.Paste:
				b.WriteString("[" + string(m.Runes) + "]")
			case m.Type == tea.KeySpace:
				b.WriteString(strings.Replace(s, " ", "space", 1))
			default:
				b.WriteString(s)
			}
		default:
			fmt.Fprint(&b, m)
		}
	}
	return b.String()
}

func TestRecordedStreamsCutAtEveryPlace(t *testing.T) {
	t.Parallel()
	for _, r := range recorded {
		in := []byte(r.bytes)
		for one := range len(in) + 1 {
			for two := one; two <= len(in); two++ {
				var d decoder
				msgs := append(append(d.feed(in[:one]), d.feed(in[one:two])...), d.feed(in[two:])...)
				if d.wait() > 0 && len(in[two:]) > 0 {
					msgs = append(msgs, d.expire()...)
				}
				// A paste that gets a lone Ctrl+C ends: see the test below.
				if strings.Contains(r.bytes, "\x1b[A\x03") && (string(in[one:two]) == "\x03" || string(in[two:]) == "\x03") {
					continue
				}
				if got := said(msgs); got != r.means {
					t.Fatalf("%q cut at %d and %d: %q, want %q", r.bytes, one, two, got, r.means)
				}
			}
		}
	}
}

func TestALongBurstIsAllWheel(t *testing.T) {
	t.Parallel()
	in := bytes.Repeat([]byte("\x1b[<65;45;30M"), 300)
	for size := 1; size < 40; size++ {
		var d decoder
		var msgs []tea.Msg
		for i := 0; i < len(in); i += size {
			msgs = append(msgs, d.feed(in[i:min(len(in), i+size)])...)
		}
		if len(msgs) != 300 {
			t.Fatalf("reads of %d bytes: %d events", size, len(msgs))
		}
		for _, m := range msgs {
			if m, ok := m.(tea.MouseMsg); !ok || m.Button != tea.MouseButtonWheelDown {
				t.Fatalf("reads of %d bytes: %v", size, m)
			}
		}
	}
}

func TestSilenceDecides(t *testing.T) {
	t.Parallel()
	for in, means := range map[string]string{
		"\x1b": "esc", "\x1b[": "alt+[", "\x1b]": "alt+]", "\x1bO": "alt+O", "\x1b\x1b": "alt+esc",
		"\x1b[5": "", "\x1b[<65;4": "", "\x1b]11;rgb": "", "\xed\x95": "",
		"\x1b[200~abc": "[abc]", "\x1b[200~abc\x1b[201": "[abc\x1b[201]",
	} {
		var d decoder
		if early := d.feed([]byte(in)); len(early) > 0 || d.wait() == 0 {
			t.Errorf("%q: %v before any silence, which would last %v", in, early, d.wait())
		}
		if got := said(d.expire()); got != means {
			t.Errorf("%q: %q, want %q", in, got, means)
		}
		if d.wait() != 0 || said(d.feed([]byte("q"))) != "q" {
			t.Errorf("%q: the next key is not heard", in)
		}
	}
}

func TestTheRestOfALateArrowIsNoText(t *testing.T) {
	t.Parallel()
	var d decoder
	msgs := append(append(d.feed([]byte{0x1b}), d.expire()...), d.feed([]byte("[D"))...)
	if got := said(msgs); got != "esc left" {
		t.Error(got)
	}
}

func TestCtrlCEndsAPasteWithoutEnd(t *testing.T) {
	t.Parallel()
	var d decoder
	msgs := append(d.feed([]byte("\x1b[200~abc")), d.feed(ctrlC)...)
	if got := said(msgs); got != "[abc] ctrl+c" {
		t.Error(got)
	}
}

func TestALargePasteIsReadInLinearTime(t *testing.T) {
	t.Parallel()
	text := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	in := append(append([]byte("\x1b[200~"), text...), pasteEnd...)
	start := time.Now()
	var d decoder
	var msgs []tea.Msg
	for i := 0; i < len(in); i += 1024 {
		msgs = append(msgs, d.feed(in[i:min(len(in), i+1024)])...)
	}
	if k, ok := msgs[0].(tea.KeyMsg); len(msgs) != 1 || !ok || len(k.Runes) != len(text) {
		t.Fatalf("%d messages", len(msgs))
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("1 MB took %v", took)
	}
}

// FuzzDecoder cuts any bytes: the messages are the same, and nothing panics.
func FuzzDecoder(f *testing.F) {
	for _, r := range recorded {
		f.Add([]byte(r.bytes), 1)
	}
	f.Fuzz(func(t *testing.T, b []byte, cut int) {
		var one, two decoder
		whole := one.feed(b)
		cut = 1 + max(0, cut)%7
		var cutUp []tea.Msg
		for i := 0; i < len(b); i += cut {
			part := b[i:min(len(b), i+cut)]
			if two.pasting && len(bytes.Trim(part, "\x03")) == 0 {
				t.Skip()
			}
			cutUp = append(cutUp, two.feed(part)...)
		}
		whole, cutUp = append(whole, one.expire()...), append(cutUp, two.expire()...)
		if fmt.Sprint(whole) != fmt.Sprint(cutUp) {
			t.Errorf("%q: whole %v, in pieces of %d %v", b, whole, cut, cutUp)
		}
	})
}
