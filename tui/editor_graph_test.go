package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/lessons/lang"
)

// drawing opens the sheet of 연습문제 3, which begins with its graph.
func drawing(t *testing.T, o Options) (*driver, *graphEditor) {
	t.Helper()
	ex, ok := bank.Find("practice-3")
	if !ok {
		t.Fatal("there is no 연습문제 3")
	}
	d := open(t, 120, 36, o)
	e := d.app.session.exercise(ex)
	d.run(d.app.open(e))
	return d, e.form.editors[0].(*graphEditor)
}

// TestAGraphIsPutTogetherByKeys builds 연습문제 3 with a slip, takes the verdict
// and mends it.
func TestAGraphIsPutTogetherByKeys(t *testing.T) {
	t.Parallel()
	d, e := drawing(t, Options{})
	d.expect("연산을 놓고, 들어갈 것을 골라요", "Space 놓기", "^Y 글로 적기").expectNot("Backspace 지우기")

	// An operation waits for what goes into it; the drawing shows the open place.
	d.press("*").expect("a = □ × □", "(×) a", "□").press("x x").expect("a = x × x")
	// With the arrows alone: the third operation is ×, then come w and x.
	d.press("Right Right Space").expect("c = □ × □")
	for range 3 {
		d.press("Right")
	}
	d.press("Space").expect("c = w × □").press("Right Space").expect("c = w × x")
	d.press("+ c b").expect("▸ d = c + b", "(+) d")
	d.requireAnswer("graph", "a = x*x; c = w*x; d = c + b")

	// In Hangul mode the keys are the same; the verdict goes to the node.
	d.press("Enter x^2 Space dL/df Enter 2wx Space dL/df Enter dL/df Enter").requireOutcome(exercises.Wrong)
	d.expect("✗ c = w × x", "화살표 하나가 잘못된 곳에서", "a = x × x")
	if e.cursor != 1 {
		t.Errorf("the keyboard is at node %d", e.cursor)
	}
	// What was computed from a node that is deleted waits again.
	d.press("Backspace").expect("d = □ + b").press("* w ㅁ").expect("c = w × a", "d = □ + b").press("c")
	d.expect("d = c + b").send(tea.KeyMsg{Type: tea.KeyCtrlG})
	d.requireOutcome(exercises.Correct)
	d.expect("모두 맞았어요")
}

// TestAGraphHasNoCircles offers nothing that would lead back.
func TestAGraphHasNoCircles(t *testing.T) {
	t.Parallel()
	d, _ := drawing(t, Options{})
	d.press("* x x + a b Up Backspace").expect("c = □ + b")
	d.press("* c x").requireAnswer("graph", "c = □ + b; a = c*x")
	d.press("a").requireAnswer("graph", "c = □ + b; a = c*x")
	d.press("w").requireAnswer("graph", "c = w + b; a = c*x")
}

// TestAGraphIsWritten goes from nodes to statements and back.
func TestAGraphIsWritten(t *testing.T) {
	t.Parallel()
	d, e := drawing(t, Options{Lang: lang.EN, LangGiven: true})
	// A letter that no operation waits for begins a statement.
	d.press("a=x*x;").expect("(×) a").press("Space g=wa").expect("(×) g")
	if !e.writing {
		t.Fatal("letters are not text")
	}
	d.press("; Space f=gb+g").expect("There are 2 operations in")
	d.send(tea.KeyMsg{Type: tea.KeyCtrlY}) // what cannot be read is not lost
	d.expect("g = w × a").send(tea.KeyMsg{Type: tea.KeyCtrlY})
	d.expect("f=gb+g").press("Backspace Backspace Backspace Backspace Backspace").press("=g+b").expect("(+) f")
	d.send(tea.KeyMsg{Type: tea.KeyCtrlY})
	d.expect("a = x × x", "f = g + b").requireAnswer("graph", "a = x*x; g = w*a; f = g + b")
	// What is pasted is written, too.
	d.press("Backspace").send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("; f = b + g"), Paste: true})
	d.requireAnswer("graph", "a = x*x; g = w*a; f = b + g")
}

// TestAGraphIsPutTogetherByMouse clicks pieces and nodes.
func TestAGraphIsPutTogetherByMouse(t *testing.T) {
	t.Parallel()
	d, e := drawing(t, Options{})
	pick := func(faces ...string) *driver {
		for _, face := range faces {
			d.clickPiece(e, face)
		}
		return d
	}
	pick("×", "x", "x").requireAnswer("graph", "a = x*x")
	pick("÷", "−1", "b").requireAnswer("graph", "a = x*x; c = -1/b")
	d.click("a = x × x").press("Backspace").requireAnswer("graph", "c = -1/b")
	if e.cursor != 0 {
		t.Errorf("the keyboard is at node %d", e.cursor)
	}
}

// clickPiece clicks a piece of the palette.
func (d *driver) clickPiece(e *graphEditor, face string) {
	d.t.Helper()
	sheet := d.app.top().(*exercise)
	for _, h := range sheet.hits {
		if h.field == 0 && h.item >= onPiece && e.pieces()[h.item-onPiece].face() == face {
			at := tea.MouseMsg{X: sheet.sheetAt.x + 1 + h.left, Y: 1 + sheet.sheetAt.y + h.line - sheet.sheet.top, Button: tea.MouseButtonLeft}
			d.send(at)
			at.Action = tea.MouseActionRelease
			d.send(at)
			return
		}
	}
	d.t.Fatalf("there is no piece %s", face)
}

// TestGraphsFitEverySize draws graphs, also one that is too large to be drawn
// well, in windows of all sizes.
func TestGraphsFitEverySize(t *testing.T) {
	t.Parallel()
	d, e := drawing(t, Options{})
	for _, keys := range []string{"* x x * w a + c", "b / 1 d ^ g 3 - h 2 * k l + l k - n m"} {
		d.press(keys)
		for _, size := range sizes() {
			d.send(tea.WindowSizeMsg{Width: size.w, Height: size.h})
			d.requireSize(size.w, size.h)
		}
	}
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.expect("(×) a")
	if len(e.nodes) != 9 {
		t.Errorf("%d nodes", len(e.nodes))
	}
}
