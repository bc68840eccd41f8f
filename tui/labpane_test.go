package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

// labOf opens a page of lecture 06 with the keyboard in its lab, all of whose
// controls are shown.
func labOf(t *testing.T, page int) (*driver, *labPane) {
	t.Helper()
	d := open(t, 120, 36, Options{Lecture: "06-softmax-loss"})
	d.press(strings.Repeat("] ", page-1) + "Tab a")
	return d, d.app.top().(*lecture).lab
}

func (p *labPane) value(id string) float64 {
	c, _ := lab.Controls(p.lab).Find(id)
	return c.Value()
}

func TestATypedNumberSetsASliderExactly(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 2)
	d.press("2.345").expect("2.345", "Enter 넣기")
	if got := p.value("cat"); got != 1.5 {
		t.Errorf("the score is %v before Enter", got)
	}
	if d.press("Enter"); p.value("cat") != 2.345 {
		t.Errorf("the score is %v, want 2.345", p.value("cat"))
	}
	// Going on to another control sets it as well, and so does a key that is no number.
	d.press("-1 Down").expect("▸ 개 점수")
	if got := p.value("cat"); got != -1 {
		t.Errorf("the score is %v, want −1", got)
	}
	if d.press("3r"); p.value("dog") != 3.7 || p.value("cat") != 1.5 {
		t.Errorf("r does not reset after a number: %v, %v", p.value("cat"), p.value("dog"))
	}
	// Esc gives up the number, not the lecture, and so does Backspace.
	d.press("4 Esc").expect("실험: 소프트맥스")
	d.press("4 Backspace Enter").expect("그림에서 움직이기")
	if got := p.value("dog"); got != 3.7 {
		t.Errorf("the score is %v after giving up", got)
	}
}

func TestWhatIsNoNumberOrTooLargeIsTold(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 2)
	d.press("1.2.3 Enter").expect("수를 읽지 못했어요")
	if got := p.value("cat"); got != 1.5 {
		t.Errorf("the score is %v, want what it was", got)
	}
	d.press("99 Enter").expect("−5에서 5까지만 둘 수 있어서 5로 두었어요")
	if got := p.value("cat"); got != 5 {
		t.Errorf("the score is %v, want 5", got)
	}
}

func TestDigitsAnswerAnOpenQuestionFirst(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 3)
	d.press("2").expect("● 2")
	if p.entry != nil || p.value("cat") != 1.5 {
		t.Error("the answer went to the lab")
	}
	d.press("2 Enter")
	if got := p.value("cat"); got != 2 {
		t.Errorf("once it is answered the score is %v, want 2", got)
	}
}

func TestANumberChoosesAnOption(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 2)
	d.press("End Down Down Down Down Down 2").expect("◉ 비율")
	if d.press("9"); p.value("beside") != 1 {
		t.Error("there is no ninth option")
	}
}

func TestThePictureTakesTheArrows(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 2)
	d.press("Up Right Right").expect("그림에서 움직이기").expectNot("▸ 고양이 점수")
	if got := p.value("cat"); got != 1.7 {
		t.Errorf("the score is %v, want 1.7", got)
	}
	if d.press("Down").expect("▸ 고양이 점수"); p.selected != 0 {
		t.Error("↓ does not lead back to the controls")
	}
	d.press("Enter Left Enter").expect("▸ 고양이 점수")
	if got := p.value("cat"); got != 1.6 {
		t.Errorf("the score is %v, want 1.6", got)
	}
	// A click into the picture gives it the keyboard.
	d.send(tea.MouseMsg{X: 100, Y: 18, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	d.send(tea.MouseMsg{X: 100, Y: 18, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
	d.expect("그림에서 움직이기")
}

func TestWhatAChangeDidIsShown(t *testing.T) {
	t.Parallel()
	d, _ := labOf(t, 2)
	d.press("ShiftRight").expect("고양이 확률 +0.1317", "개 확률 −0.1317")
	d.press("r").expectNot("+0.1317")
}

func TestTheLabTakesTheWholeWindow(t *testing.T) {
	t.Parallel()
	d, _ := labOf(t, 2)
	d.press("z").expect("실험: 소프트맥스").expectNot("신경망의 마지막 층은")
	d.press("z").expect("신경망의 마지막 층은")
	d.press("z Tab").expect("신경망의 마지막 층은")
}

func TestASceneShowsWhatThePageHasTaught(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 5)
	p.setScene(lessons.Scene{Lab: "loss", Settings: []lessons.Setting{{Control: "show", Value: "p,mse"}}})
	d.expect("고양이 확률 y₁", "MSE", "a 모든 조절").expectNot("로그의 밑")
	d.press("Right").expect("MSE −").expectNot("CE ln −")
	d.press("a").expect("로그의 밑", "가로축", "a 이 쪽의 조절")
	d.press("a").expectNot("로그의 밑")
}

// TestNothingMovesWhileAPageIsOpen changes every control of every page and
// wants controls and caption to keep their lines.
func TestNothingMovesWhileAPageIsOpen(t *testing.T) {
	t.Parallel()
	for _, e := range courseOf(t).Entries() {
		if !e.Written {
			continue
		}
		for _, sz := range []size{{80, 24}, {120, 36}} {
			t.Run(fmt.Sprint(e.Slug, sz), func(t *testing.T) {
				t.Parallel()
				d := open(t, sz.w, sz.h, Options{Lecture: e.Slug}).press("Tab")
				screen := d.app.top().(*lecture)
				for page := range screen.pages() {
					want := controlLinesOf(d, screen.lab)
					for i, slot := range screen.lab.slots {
						screen.lab.selected = 0 // what is scrolled follows the selection
						c := slot.Of(lab.Controls(screen.lab.lab))
						lo, hi := c.Range()
						for _, v := range []float64{lo, hi} {
							screen.lab.change(func() { c.Set(v) })
							if got := controlLinesOf(d, screen.lab); got != want {
								t.Errorf("page %d: with control %d at %v the controls stand on %s, before on %s", page+1, i, v, got, want)
							}
						}
					}
					d.press("]")
				}
			})
		}
	}
}

func controlLinesOf(d *driver, p *labPane) string {
	d.app.View()
	var lines []int
	for _, row := range p.rows {
		lines = append(lines, row.line)
	}
	return fmt.Sprint(p.canvas.Height(), lines)
}

// scribe is a lab with a text.
type scribe struct {
	lab.Lab

	text string
}

func (s *scribe) Panel() lab.Panel {
	return lab.Panel{lab.Write(&s.text, "f", lang.Same("f(x)"), "x", func(text string) error {
		if strings.Contains(text, "!") {
			return &lab.RefusalError{Why: lang.Same("! is no sign of a formula"), At: strings.Index(text, "!")}
		}
		return nil
	})}
}

func (s *scribe) Clone() lab.Lab { c := *s; return &c }

func TestATextIsEditedAndWhatIsRefusedStaysOut(t *testing.T) {
	t.Parallel()
	d, p := labOf(t, 2)
	s := &scribe{Lab: p.lab}
	lab.Reset(s, 1)
	p.lab = s
	p.show(true)
	// Letters are text: r, z and ? do nothing else.
	d.press("Enter rz? Enter").expect("xrz?").expectNot("도움말 ─")
	if s.text != "xrz?" {
		t.Errorf("the text is %q", s.text)
	}
	d.press("Enter ! Enter").expect("! is no sign of a formula")
	if s.text != "xrz?" {
		t.Errorf("what was refused is in force: %q", s.text)
	}
	d.press("Esc").expect("실험").expectNot("xrz?!")
}

func TestAfterAPageWithoutControlsTheFirstIsChosen(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "05-multilayer-perceptron"})
	d.press(strings.Repeat("] ", 17)).expect("신경망이 찾은 접기")
	d.press("] Tab").expect("두 나선", "▸ 은닉층")
}
