package learning

import (
	"slices"
	"testing"

	"hakseup/nn"
	"hakseup/tui/lab"
)

func begun(t *testing.T) *line {
	t.Helper()
	l, ok := NewLine().(*line)
	if !ok {
		t.Fatal("no line")
	}
	lab.Reset(l, 1)
	return l
}

func TestMovesAreCounted(t *testing.T) {
	t.Parallel()
	l := begun(t)
	angle, _ := l.Panel().Find("angle")
	angle.Move(1, false)
	angle.Set(angle.Value()) // no move
	l.Nudge(dotsArea, 0, 1, true)
	if len(l.moves) != 2 || l.written() != "data=easy seed=1 turn=5 shift=1" {
		t.Errorf("the moves are %s", l.written())
	}
	now, moves := l.now, slices.Clone(l.moves)
	if err := l.read(l.written()); err != nil || l.now != now || !slices.Equal(l.moves, moves) {
		t.Errorf("read back it is %v, %v", l.written(), err)
	}
}

func TestAHoldOfTheMouseIsOneMove(t *testing.T) {
	t.Parallel()
	l := begun(t)
	u := l.now.Perceptron()
	far := []float64{-4 * u.W[1], 4 * u.W[0]}
	l.Point(dotsArea, far[0], far[1], lab.Press)
	for range 5 {
		far[0] += 0.5
		l.Point(dotsArea, far[0], far[1], lab.Drag)
	}
	l.Point(dotsArea, far[0], far[1], lab.Release)
	if len(l.moves) != 1 || !l.moves[0].Turn {
		t.Errorf("a pull at the end is %v", l.moves)
	}
	l.Point(spaceArea, -160, -0.5, lab.Press)
	if l.now != (nn.Line{Angle: -160, Shift: -0.5}) {
		t.Errorf("a click into the space of lines leads to %v", l.now)
	}
}

// TestTheMachineIsTheRule holds the three steps against nn's LearnAll.
func TestTheMachineIsTheRule(t *testing.T) {
	t.Parallel()
	l := begun(t)
	u := l.now.Perceptron()
	steps, parted := u.LearnAll(l.xs, l.ts, l.rate, 100)
	for l.Advance(nn.ByBatch, nil) {
		continue
	}
	if !parted || l.phase != done || l.corrections != len(steps) || l.w != [2]float64{u.W[0], u.W[1]} || l.b != u.B {
		t.Errorf("the machine comes to %v %v in %d corrections, the rule to %v %v in %d", l.w, l.b, l.corrections, u.W, u.B, len(steps))
	}
}
