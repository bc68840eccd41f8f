//go:build unix

package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"hakseup/tui/e2e/terminal"
)

// TestTheKeyboardInHangulMode presses the same keys while the keyboard types
// Hangul: ㅣ is on the key of l, ㅗ on h, ㄷ on e, ㅂ on q.
func TestTheKeyboardInHangulMode(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36).Expect("차례")
	l.Press("ㅓ").Expect("▸ 02").Press("ㅓ", "ㅓ", "ㅓ", "ㅓ").Expect("▸ 06").Press("ㅏ").Expect("▸ 05").Press("ㅓ")
	l.Expect("▸ 06").Press("Enter").Expect("1/21")
	l.Press("ㅣ").Expect("2/21").Press("ㅗ").Expect("1/21")
	l.Press("ㅣ").Expect("2/21").Press("ㄷ").Expect("출력 y")

	// In a cell they are text, which no number is.
	l.Type("ㅂ").Press("Tab").Type("ㅣ").Press("Enter").Expect("ㅂ", "읽지 못했어요")
	l.Press("Esc").Expect("2/21").Press("Esc").Expect("읽은 쪽").Press("ㅂ").Exits(0)
}

// TestFullWidthNumbers types the digits of a Korean or Japanese keyboard.
func TestFullWidthNumbers(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36, "06").Expect("1/21")
	l.Press("End").Expect("21/21").Press("[", "[").Expect("19/21").Press("e").Expect("평균 제곱 오차 MSE")
	l.Type("０．３９６").Press("Enter").Type("０．４３１８").Press("Enter").Expect("모두 맞았어요")
}

// TestKeysInAHurry presses keys faster than the program can look at them: none
// is lost, and each acts on the screen that the one before has opened.
func TestKeysInAHurry(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36).Expect("차례")
	l.Type("jjjjj\r]]]hhlll").Expect("소프트맥스와 손실 함수", "5/21")
	l.Type("[[[e").Expect("출력 y", "답 ─")
}

// TestPastedAnswers pastes an answer, as programs that format numbers give it.
func TestPastedAnswers(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36, "06").Expect("1/21")
	l.must(l.term.Paste("qqq"))
	l.Press("End").Expect("21/21").Press("[", "[").Expect("19/21").Press("e").Expect("평균 제곱 오차 MSE")
	l.must(l.term.Paste("0.3992"))
	l.Expect("0.3992").Press("Enter")
	l.must(l.term.Paste("0.9992"))
	l.Expect("0.9992").Press("Enter").Expect("모두 맞았어요")
}

// TestTheMouseInTheLab clicks and drags sliders and clicks options.
func TestTheMouseInTheLab(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			l := drive(t, size[0], size[1], "06").Expect("1/21").Press("]").Expect("점수를 확률로", "2/21")
			if size[0] < 116 {
				l.Press("Tab")
			}
			l.Expect("고양이 0.0998, 개 0.9002")

			// To both ends and beyond: a slider is held, not left.
			x, y, left, right := l.slider("개 점수")
			l.Drag(x, y, right+3).Expect("▸ 개 점수").until("the dog's score is at its end", l.sliderAt("개 점수", right))
			l.Expect("고양이 0.0293, 개 0.9707")
			x, y, _, _ = l.slider("개 점수")
			l.Drag(x, y, left-2).until("the dog's score is at its beginning", l.sliderAt("개 점수", left))
			l.Expect("고양이 0.9985, 개 0.0015")

			// A click on the track.
			_, y, left, right = l.slider("고양이 점수")
			middle := (left + right) / 2
			l.ClickAt(middle, y).Expect("▸ 고양이 점수").until("the cat's score is in the middle", l.sliderAt("고양이 점수", middle))

			// An option and a switch, which come with the other controls.
			l.Press("a").Click("○ 켬").Expect("◉ 켬")
			l.Click("○ 비율").Expect("◉ 비율", "비율")
		})
	}
}

// TestTheMouseInTheText turns the wheel, predicts with a click and clicks an
// exercise.
func TestTheMouseInTheText(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 20, "06").Expect("1/21").Press("]").Expect("점수를 확률로", "↓ 더 있어요")
	l.Wheel(terminal.WheelDown, "나눠요.").Wheel(terminal.WheelDown, "exp(aₖ)").Expect("해 보기")
	l.Wheel(terminal.WheelUp, "해 보기").Wheel(terminal.WheelUp, "exp(aₖ)").Expect("더 있어요", "신경망의 마지막 층은")
	l.Resize(120, 36).Expect("문제  점수를 확률로")
	l.Press("]").Expect("하나를 고르면 이어져요")
	l.Click("0보다 작은 값").Expect("● 3", "실험으로 확인해 봐요")
	l.Press("[").Expect("2/21").Click("문제  점수를 확률로").Expect("출력 y", "[ 힌트 ^T ]")

	// In the exercise: a button, a cell, the wheel over nothing.
	l.Click("[ 힌트 ^T ]").Expect("힌트 1")
	x, y := l.find("(      ")
	l.ClickAt(x+14, y).Type("0.9")
	l.ClickAt(x+3, y).Type("0.1").Expect("0.1       0.9")
	l.Click("[ 채점 ^G ]").Expect("✗")
}

// TestTheMouseInTheContents opens a lecture and an exercise with clicks alone.
func TestTheMouseInTheContents(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36)
	l.Click("04  퍼셉트론").Expect("▸ 04").Click("04  퍼셉트론").Expect("1/22").Press("Esc").Expect("▸ 04")
	l.Wheel(terminal.WheelDown, "차례").Expect("▸ 05").Wheel(terminal.WheelUp, "차례").Expect("▸ 04")
	l.Click("★   연습 문제").Expect("▸ ★").Click("★   연습 문제").Expect("practice-1")
	l.Click("연습문제 1").Expect("평균 제곱 오차 MSE")
}

// slider returns the knob of a slider and the ends of its track.
func (l *learner) slider(label string) (x, y, left, right int) {
	l.t.Helper()
	s := l.until("there is a slider "+label, func(s terminal.Screen) bool {
		_, _, _, _, ok := findSlider(s, label)
		return ok
	})
	x, y, left, right, _ = findSlider(s, label)
	return x, y, left, right
}

// sliderAt reports whether the knob of a slider is at a column.
func (l *learner) sliderAt(label string, column int) func(terminal.Screen) bool {
	return func(s terminal.Screen) bool {
		x, _, _, _, ok := findSlider(s, label)
		return ok && x == column
	}
}

func findSlider(s terminal.Screen, label string) (x, y, left, right int, ok bool) {
	for y := range s.Height {
		row := s.Row(y)
		if !strings.Contains(row, label) || !strings.ContainsAny(row, "━─") || !strings.Contains(row, "●") {
			continue
		}
		x := 0
		for x < s.Width && s.At(x, y).Text != "●" {
			x++
		}
		left, right := x, x
		for left > 0 && s.At(left-1, y).Text == "━" {
			left--
		}
		for right+1 < s.Width && s.At(right+1, y).Text == "─" {
			right++
		}
		return x, y, left, right, true
	}
	return 0, 0, 0, 0, false
}
