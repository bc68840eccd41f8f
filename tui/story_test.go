package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
)

func TestALearnerReadsPredictsAndPlays(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{})
	d.expect("딥러닝 기초", "06  소프트맥스와 손실 함수")

	// Lecture 06 opens on its first page, the lab beside it.
	d.press("Home Down Down Down Down Down Enter").expect("1/21", "실험: 지수와 로그")

	// What follows a question is hidden until the learner has chosen.
	d.press("Right Right").expect("3/21", "하나를 고르면 이어져요").expectNot("해 보고 답하기")
	d.press("3").expect("실험으로 확인해 봐요", "해 보고 답하기").expectNot("하나를 고르면 이어져요")

	// In the lab the arrows change the picture, and r brings it back.
	d.press("Left Tab").expect("▸ 고양이 점수")
	d.press("Right Right").expect("0.8808")
	d.press("r").expectNot("0.8808")

	// The place is kept for the next time.
	d.press("Tab Right Esc").expect("Enter로 이어 보기: 3쪽", "3/21쪽")
}

func TestAWrongAnswerTeachesAndARightOneCounts(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{})
	d.press("End Enter Enter").expect("연습문제 1", "강의 자료 숫자")
	d.press("0.523 Enter 1.284 Enter").expect("✗ 가중치 행렬을 전치해서", "≈ 전치한 가중치에서")

	// The keyboard is on the first wrong answer: mend it, then the other.
	for range len("0.523") {
		d.press("Backspace")
	}
	d.press("0.396 Tab")
	for range len("1.284") {
		d.press("Backspace")
	}
	d.press("0.4318 Enter").expect("모두 맞았어요", "상용로그", "✓ 풀었어요")
	d.press("Esc Esc").expect("문제   1/3")
}

func TestUnreadableInputCostsNothing(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{})
	d.press("End Enter Enter Enter").expect("빈 칸을 채우면 채점해 드려요")
	d.press("abc Enter 1 Enter").expect("'abc'에서 수를 읽지 못했어요")
	if n := d.app.session.summary.Attempts; n != 0 {
		t.Errorf("%d attempts were kept", n)
	}
}

func TestAShownSolutionNeedsFreshNumbers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := open(t, 120, 36, Options{DataDir: dir})
	d.press("End Enter Enter Tab Tab s").expect("풀이를 보았으니")
	d.press("BackTab BackTab BackTab BackTab 0.396 Tab 0.4318 Enter")
	d.expect("모두 맞았어요. 새 숫자로 풀면").expectNot("✓ 풀었어요")
	d.press("n").expect("새 숫자 1").expectNot("풀이를 보았으니")

	// The program remembers which numbers no longer count.
	open(t, 120, 36, Options{DataDir: dir}).press("End Enter Enter").expect("강의 자료 숫자", "풀이를 보았으니")
}

func TestTheLanguageChangesEverywhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := open(t, 120, 36, Options{DataDir: dir})
	d.press("L").expect("Deep learning basics", "Contents").expectNot("차례")
	d.press("Home Down Down Down Down Down Enter").expect("Lab: Exponential", "help")

	// The choice is kept, but the command line wins.
	open(t, 120, 36, Options{DataDir: dir}).expect("Contents")
	open(t, 120, 36, Options{DataDir: dir, LangGiven: true}).expect("차례")
}

func TestKeysWorkInHangulMode(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{})
	d.press("ㅓ ㅓ").expect("▸ 03") // j: down
	d.press("ㅏ").expect("▸ 02")   // k: up
	if d.press("ㅂ"); !d.quit {    // q
		t.Error("ㅂ does not quit")
	}
}

func TestTheMouseReachesEverything(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "06-softmax-loss"}).press("]")
	// A click on the track of a slider sets it.
	d.click("고양이 점수").expect("▸ 고양이 점수")
	line := lineOf(t, d, "▸ 고양이 점수")
	d.send(tea.MouseMsg{X: 90, Y: line, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	d.send(tea.MouseMsg{X: 118, Y: line, Button: tea.MouseButtonLeft, Action: tea.MouseActionMotion})
	d.send(tea.MouseMsg{X: 118, Y: line, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
	d.expect("▸ 고양이 점수", "━●     5.00")
	// A click on an option predicts.
	d.press("Tab Right").click("0보다 작은 값").expect("● 3")
	// A click on an exercise opens it, one on a button presses it.
	d.press("Left").click("점수를 확률로").expect("답 ─")
	d.click("[ 힌트").expect("힌트 1")
}

func TestTooSmallSaysHowMuchIsMissing(t *testing.T) {
	t.Parallel()
	d := open(t, 39, 11, Options{})
	d.expect("창이 너무 작아요", "지금: 가로 39, 세로 11", "필요: 가로 40, 세로 12")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	d.expect("차례")
}

func TestCtrlCAlwaysQuits(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"", "?", "End Enter Enter 0.3"} {
		d := open(t, 80, 24, Options{})
		d.press(keys)
		d.send(tea.KeyMsg{Type: tea.KeyCtrlC})
		if !d.quit {
			t.Errorf("after %q Ctrl+C does not quit", keys)
		}
	}
}

func TestAPanicEndsTheProgramWithASentence(t *testing.T) {
	t.Parallel()
	d := open(t, 80, 24, Options{})
	d.app.stack = append(d.app.stack, broken{d.app.top()})
	if view := d.app.View(); view != "" {
		t.Errorf("a broken screen shows %q", view)
	}
	if _, cmd := d.app.Update(tea.KeyMsg{Type: tea.KeySpace}); cmd == nil || cmd() != tea.Quit() {
		t.Error("the program goes on")
	}
	dir := t.TempDir()
	if got := d.app.crash.report(dir, lang.KO).Error(); !strings.Contains(got, "문제가 생겨 멈췄어요") || strings.Contains(got, "goroutine") {
		t.Errorf("report %q", got)
	}
	if details, err := os.ReadFile(filepath.Join(dir, "crash.log")); err != nil || !strings.Contains(string(details), "a fault") {
		t.Errorf("details %q, %v", details, err)
	}
}

// broken is a screen with a fault.
type broken struct{ Screen }

func (broken) View() []string { panic("a fault") }

// lineOf returns the line of the screen on which a text stands.
func lineOf(t *testing.T, d *driver, on string) int {
	t.Helper()
	for y, line := range strings.Split(d.screen(), "\n") {
		if strings.Contains(line, on) {
			return y
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", on, d.screen())
	return 0
}

// TestTheExercisesOfAPageComeFirst opens the list from a page that has two.
func TestTheExercisesOfAPageComeFirst(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lang: lang.EN, LangGiven: true, Lecture: "04-perceptron"})
	for range 7 {
		d.press("Right")
	}
	d.expect("8/22").press("e")
	m := d.app.top().(*menu)
	if got := m.chapter.exercises[m.selected].ID; got != "04/and" {
		t.Errorf("the list opens on %s", got)
	}
	d.press("Esc Left Left e")
	if e, ok := d.app.top().(*exercise); !ok || e.ex.ID != "04/intercepts" {
		t.Errorf("a page with one exercise opens %T", d.app.top())
	}
}
