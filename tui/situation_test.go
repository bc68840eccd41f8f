package tui

import (
	"slices"
	"strings"
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
		for seed := range uint64(6) {
			v, err := e.Draw(seed)
			if err != nil || v.Situation == "" {
				if seed == 0 && !withoutSituation(e.ID) {
					t.Errorf("%s has none", e.ID)
				}
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

// withoutSituation reports whether an exercise has numbers that no lab shows:
// counts and names, or more of them than a lab has room for.
func withoutSituation(id string) bool {
	lecture, _, _ := strings.Cut(id, "/")
	return slices.Contains([]string{"01", "10", "11"}, lecture) || slices.Contains([]string{
		"02/sum", "02/norms", "02/lp", "02/order", "02/shapes", "03/name-step", "03/bound", "05/luck", "06/ratio", "06/batch", "08/three-steps", "08/rate",
		"09/batch-mean", "09/noise", "09/momentum", "09/top-speed", "09/adagrad", "09/rmsprop", "09/adam", "09/match", "09/best-rate",
	}, id)
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
