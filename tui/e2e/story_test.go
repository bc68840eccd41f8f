//go:build unix

package e2e_test

import (
	"fmt"
	"regexp"
	"testing"

	"hakseup/tui/e2e/terminal"
)

// TestALearnersFirstEvening goes the whole way: a lecture, its lab, an
// exercise answered wrong and then right, and the next evening the progress.
func TestALearnersFirstEvening(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36)
	l.Expect("차례", "06  소프트맥스와 손실 함수", "읽은 쪽 0/")

	// Down to lecture 06, which is the third one that is written.
	l.choose("06").Press("Enter").Expect("지수함수 다시 보기", "1/21")

	// A question waits for a choice, and then for the lab: Enter takes it there.
	l.Expect("먼저 예상해 보기", "?").hides("해 보고 답하기")
	l.Press("1").Expect("● 1", "실험으로 확인해 봐요", "해 보고 답하기").hides("0.0498")
	l.Press("Enter").Expect("표에 적힌", "0.0498").Press("3").Expect("✗ 1", "✓ 3", "언제나 0보다 크고")

	// The lab: raise the cat's score until the two are equal.
	l.Press("Right").Expect("점수를 확률로", "2/21", "고양이 0.0998, 개 0.9002")
	l.Press("Tab").Expect("▸ 고양이 점수", "Tab 본문")
	l.Press("Right").Expect("1.60", "고양이 0.1091, 개 0.8909")
	l.Press("Shift+Right", "Right").Expect("2.70", "고양이 0.2689, 개 0.7311")
	l.Press("Left").Expect("2.60")
	l.Press("r").Expect("1.50", "고양이 0.0998, 개 0.9002")

	l.Type("3.7").Press("Enter").Expect("✓ 해 보기", "고양이 0.5000, 개 0.5000")

	// Back to the text and through the pages.
	l.Press("Tab").Expect("Tab 실험")
	for page := 3; page <= 21; page++ {
		l.Press("Right").Expect(fmt.Sprintf("%d/21", page))
	}
	l.Press("Right").Expect("마지막 쪽이에요")

	// 연습문제 1, at first with the weights transposed.
	l.Press("Left", "Left").Expect("19/21").Press("e").Expect("평균 제곱 오차 MSE", "[ 채점 ^G ]")
	l.Type("0.523").Press("Enter").Type("1.284").Press("Enter")
	l.Expect("✗ 가중치 행렬을 전치해서", "≈ 전치한 가중치에서", "50%를 얻었어요")
	l.retype("0.523", "0.396").Expect("앞의 답: ✗")
	l.Press("Tab").retype("1.284", "0.4318").Press("Enter")
	l.Expect("모두 맞았어요", "상용로그(log10)", "✓ 풀었어요")
	l.Press("Esc").Expect("19/21")
	l.Press("Left", "Left").Expect("17/21")
	l.Press("Esc").Expect("읽은 쪽 21/", "푼 문제 1/", "Enter로 이어 보기: 17쪽")
	l.Press("q").Exits(0)

	// The next evening the program knows where the learner was.
	l = l.Again()
	l.Expect("읽은 쪽 21/", "푼 문제 1/", "▸ 06", "Enter로 이어 보기: 17쪽")
	l.Press("Enter").Expect("17/21", "손으로 계산하기: 손실")
	l.Press("Esc").Expect("읽은 쪽")
	l.choose("★").Press("Enter").Expect("연습문제 1", "풀었어요")
	l.Press("Esc").Expect("읽은 쪽").Press("q").Exits(0)
}

// TestTheSameEveningInEnglish switches the language, which is kept.
func TestTheSameEveningInEnglish(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36)
	l.Expect("차례", "L English")
	l.Press("L").Expect("Contents", "06  Softmax and loss functions", "pages 0/", "L 한국어").hides("강")
	l.choose("06").Press("Enter").Expect("The exponential function", "1/21").Press("Right").Expect("From scores to probabilities", "2/21", "cat 0.0998, dog 0.9002")
	l.Press("Tab").Expect("▸ cat score", "Tab text")
	l.Press("Right").Expect("1.60", "cat 0.1091, dog 0.8909")
	l.Press("Tab").Expect("Tab lab")
	l.Press("Right").Expect("Dividing the scores", "3/21").hides("Nothing below 0")
	l.Press("1").Expect("● 1", "Now look at the lab").hides("Nothing below 0")
	l.Press("Enter").Expect("What happened to the ratio").Press("2").Expect("✗ 1", "✓ 3", "Nothing below 0")
	l.Press("End").Expect("Three questions", "21/21").Press("[", "[").Expect("Step by step", "19/21")
	l.Press("e").Expect("[ check ^G ]")
	l.Type("abc").Press("Enter").Type("1").Press("Enter").Expect("'abc' cannot be read as a number")
	l.retype("abc", "0.3992") // the keyboard has gone to what could not be read
	l.Press("Tab").retype("1", "0.9992").Press("Enter")
	l.Expect("All right.", "natural logarithm", "✓ solved")
	l.Press("Esc").Expect("19/21").Press("Esc").Expect("exercises 1/").Press("q").Exits(0)

	l = l.Again()
	l.Expect("Contents", "exercises 1/", "Enter to go on at page 19")
	l.Press("Enter").Expect("Step by step").Press("Ctrl+C").Exits(0)
}

// TestAChosenLanguageWins shows that the command line has the last word.
func TestAChosenLanguageWins(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36, "--lang", "en").Expect("Contents", "pages 0/")
	l.Press("L").Expect("차례").Press("q").Exits(0)
	l.Again().Expect("차례").Press("q").Exits(0)
	l.Again("--lang", "en").Expect("Contents", "pages 0/").Press("q").Exits(0)
}

// TestOpenALectureByName opens lectures from the command line.
func TestOpenALectureByName(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"06", "6", "06-softmax-loss", "softmax"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := drive(t, 120, 36, name).Expect("지수함수 다시 보기", "1/21")
			l.Press("Right").Expect("2/21").Press("Esc").Expect("▸ 06", "읽은 쪽 2/").Press("q").Exits(0)
			// A lecture that is named opens where it was left, too.
			l.Again(name).Expect("2/21").Press("Ctrl+C").Exits(0)
		})
	}
}

// TestTheLearnersTheme follows the terminal's background until one is chosen.
func TestTheLearnersTheme(t *testing.T) {
	t.Parallel()
	shade := func(l *learner) string {
		x, y := l.find("차례")
		return l.term.Screen().At(x, y).Foreground
	}
	dark := setting{background: "rgb:1010/1212/1818"}.open(t).Expect("차례")
	light := setting{background: "rgb:fbfb/fbfb/f8f8"}.open(t).Expect("차례")
	onDark := shade(dark)
	light.until("the title is not as on a dark background", func(s terminal.Screen) bool {
		x, y, ok := s.Find("차례")
		return ok && s.At(x, y).Foreground != onDark
	})
	onLight := shade(light)
	light.Press("t").until("the title is as on a dark background", func(s terminal.Screen) bool {
		x, y, ok := s.Find("차례")
		return ok && s.At(x, y).Foreground == onDark
	})
	light.Press("q").Exits(0)
	light = setting{background: "rgb:fbfb/fbfb/f8f8", data: light.data}.open(t)
	light.until("the chosen theme is kept", func(s terminal.Screen) bool {
		x, y, ok := s.Find("차례")
		return ok && s.At(x, y).Foreground == onDark
	})
	if got := shade(setting{args: []string{"--theme", "light"}}.open(t).Expect("차례")); got != onLight {
		t.Errorf("--theme light paints the title %s, want %s", got, onLight)
	}
}

// TestHelp opens the list of keys over every screen and closes it with any.
func TestHelp(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36).Expect("차례")
	l.Press("?").Expect("이 화면", "어디서나", "Enter     열기").Press("x").ExpectGone("이 화면")
	l.choose("06").Press("Enter").Expect("1/21").Press("?").Expect("어디서나", "앞·뒤 쪽")
	l.Press("Right").ExpectGone("어디서나").Expect("1/21") // the key that closes does nothing else
	l.Press("End").Expect("21/21").Press("[", "[").Expect("19/21").Press("e").Expect("강의 자료 숫자", "다음 칸")
	l.Press("?").Expect("?").hides("어디서나") // a question mark is text in a cell
	l.Press("F1").Expect("어디서나")

	// In the smallest window it moves, down to the last key.
	l.Resize(40, 12).Expect("더 보기").hides("Ctrl+C")
	l.Press("PgDn").Expect("Ctrl+C").Press("Up", "Up", "Up").ExpectGone("Ctrl+C").Press("x").ExpectGone("더 보기")
}

// TestARunOfTheLab lets the perceptron learn, away from the page it pauses,
// and at the end of its way it stops by itself.
func TestARunOfTheLab(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36, "04").Expect("1/22")
	l.Press("]", "]", "]", "]", "]", "]", "]", "]", "]", "]").Expect("11/22").Press("2").Expect("시작 전").Press("Tab")
	l.Press("Space").Expect("실행 중").ExpectGone("시작 전")
	l.Press("e").Expect("04/and").Press("Esc").Expect("11/22").ExpectGone("실행 중")
	l.Press("b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b").Expect("시작 전")
	l.Press("Space").Expect("실행 중").Expect("4/4 맞음").ExpectGone("실행 중")
}

// choose moves the mark on the home screen to a chapter.
func (l *learner) choose(number string) *learner {
	l.t.Helper()
	marked := regexp.MustCompile(`▸ (\S+)`)
	at := func(s terminal.Screen) string {
		if m := marked.FindStringSubmatch(s.String()); m != nil {
			return m[1]
		}
		return ""
	}
	now := at(l.until("a chapter is marked", func(s terminal.Screen) bool { return at(s) != "" }))
	for now != number {
		before := now
		if number == "★" || now < number {
			l.Press("Down")
		} else {
			l.Press("Up")
		}
		now = at(l.until("the mark moves on from "+before, func(s terminal.Screen) bool {
			return at(s) != "" && at(s) != before // the frame may be half drawn
		}))
	}
	return l
}

// retype replaces what is in the cell under the keyboard.
func (l *learner) retype(old, text string) *learner {
	l.t.Helper()
	for range old {
		l.Press("Backspace")
	}
	return l.Type(text).Expect(text)
}

// hides checks that a text is not there, now that what was expected is.
func (l *learner) hides(text string) {
	l.t.Helper()
	if s := l.term.Screen(); s.Has(text) {
		l.t.Fatalf("the screen has %s too early\n%s", text, s)
	}
}
