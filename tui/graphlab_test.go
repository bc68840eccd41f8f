package tui

import (
	"strings"
	"testing"

	"hakseup/lessons/lang"
)

// atGraph opens lecture 08 at its page to fill in.
func atGraph(t *testing.T, o Options) *driver {
	t.Helper()
	o.Lecture = "08-gradient-descent"
	d := open(t, 120, 36, o)
	for range 30 {
		if d.app.top().(*lecture).current().ID == "fill-in" {
			return d.press("Tab")
		}
		d.press("]")
	}
	t.Fatal("there is no page to fill in")
	return nil
}

// TestAGraphIsFilledIn types numbers into the gaps, wrong ones too, asks for one,
// and looks at a node with the mouse and the arrows.
func TestAGraphIsFilledIn(t *testing.T) {
	t.Parallel()
	d := atGraph(t, Options{})
	d.press("Down Down 1").expect("빈칸의 값", "Enter 넣기")
	d.press("Enter").expect("더한 값이에요. 이 노드는 곱해요.")
	d.press("Esc -2 Enter").expect("ReLU 노드의 값은?", "스스로 채운 칸 1")
	d.press("s").expect("(ReLU ✕)", "스스로 채운 칸 1")
	d.press("6 Enter 6 Enter 1 Enter 1 Enter 2 Enter").expect("자기 값을 곱했어요")
	d.press("Esc 3 Enter 2 Enter 0 Enter 3 Enter 0 Enter").expect("11칸 가운데 10칸", "단계 끝")

	d.click("w").expect("w의 값은 2, 기울기는 1 × 3 + 0 × (−1) = 3")
	d.click("(ReLU").expect("문이 닫혔어요")
	d.press("Right").expect("f의 값은 6")
	d.press("Left Left").expect("기울기는")
	if !strings.Contains(d.screen(), "단계 끝") {
		t.Error("looking at a node changes the run")
	}
}

func TestAGraphIsFilledInInEnglish(t *testing.T) {
	t.Parallel()
	d := atGraph(t, Options{Lang: lang.EN, LangGiven: true})
	d.press("Down Down 1 Enter").expect("That is the sum. This node multiplies.")
}
