package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
)

// TestEverySituationIsOneOfItsLab puts the labs into the situations of the
// exercises: every control is there, and within its range.
func TestEverySituationIsOneOfItsLab(t *testing.T) {
	t.Parallel()
	for _, e := range bank.All() {
		for seed := range uint64(5) {
			v, err := e.Draw(seed)
			if err != nil || v.Situation == "" {
				continue
			}
			scene, ok := sceneOf(v.Situation)
			if !ok {
				t.Errorf("%s, seed %d: there is no lab for %q", e.ID, seed, v.Situation)
				continue
			}
			l, _ := labs.New(scene.Lab)
			if err := lab.Apply(l, scene.Settings); err != nil {
				t.Errorf("%s, seed %d: %q: %v", e.ID, seed, v.Situation, err)
			}
		}
	}
}

// TestAnAnsweredExerciseIsSeenInTheLab answers, looks, plays, and comes back to
// everything as it was.
func TestAnAnsweredExerciseIsSeenInTheLab(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{}).press("End Enter Enter")
	d.expectNot("실험실에서 보기")
	d.send(tea.KeyMsg{Type: tea.KeyCtrlO})
	d.expect("강의 자료 숫자")

	d.press("0.396 Enter 0.4318 Enter").expect("모두 맞았어요", "[ 실험실에서 보기 o ]")
	d.press("o").expect("손실 계산기", "문제로", "MSE 0.399")
	d.press("Right Esc").expect("모두 맞았어요", "0.4318")
	d.click("[ 실험실에서 보기").expect("손실 계산기")
	// The keyboard came to the button with the mouse. In a cell o is a letter.
	d.press("Esc Tab Tab").expect("[ 실험실에서 보기 ^O ]")
	d.send(tea.KeyMsg{Type: tea.KeyCtrlO})
	d.expect("손실 계산기").press("Esc").expect("모두 맞았어요")
}
