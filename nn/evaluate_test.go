package nn_test

import (
	"testing"

	"hakseup/nn"
)

func TestJudge(t *testing.T) {
	t.Parallel()
	matrix := func(cols int, data ...float64) nn.Matrix { return nn.NewMatrix(len(data)/cols, cols, data...) }
	for _, c := range []struct {
		truths   nn.Matrix
		y, truth []float64
		want     bool
	}{
		{matrix(1, 0, 1, 1), []float64{0.51}, []float64{1}, true},
		{matrix(1, 0, 1, 1), []float64{0.5}, []float64{1}, false},
		{matrix(1, 0, 1, 1), []float64{0.2}, []float64{0}, true},
		{matrix(1, -1, 1), []float64{-0.1}, []float64{-1}, true},
		{matrix(1, -1, 1), []float64{0.1}, []float64{-1}, false},
		{matrix(3, 0, 1, 0, 1, 0, 0), []float64{0.2, 0.5, 0.3}, []float64{0, 1, 0}, true},
		{matrix(3, 0, 1, 0, 1, 0, 0), []float64{0.2, 0.5, 0.3}, []float64{0, 0, 1}, false},
	} {
		if got := nn.JudgeOf(c.truths)(c.y, c.truth); got != c.want {
			t.Errorf("%v against %v: %v", c.y, c.truth, got)
		}
	}
	for _, truths := range []nn.Matrix{
		{}, matrix(1, 0.1, 0.2, 0.3), matrix(1, 1, 1, 1), matrix(2, 0.5, 0.5), matrix(2, 1, 1), matrix(2, 0, 0),
	} {
		if nn.JudgeOf(truths) != nil {
			t.Errorf("%v names no classes", truths)
		}
	}
}

func TestEvaluate(t *testing.T) {
	t.Parallel()
	r := seeded()
	n := network(t, r, 2, nn.Dense{Units: 5, Activation: nn.Tanh}, nn.Dense{Units: 3})
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	s := nn.Samples{X: nn.NewMatrix(23, 2, draw(r, 46, 1)...), T: nn.NewMatrix(23, 3)}
	for i := range s.Len() {
		s.T.Set(i, r.IntN(3), 1)
	}
	right, tr := 0, n.NewTrace()
	for i := range s.Len() {
		y, best := n.Forward(tr, s.X.Row(i)), 0
		for k := range y {
			if y[k] > y[best] {
				best = k
			}
		}
		right += int(s.T.At(i, best))
	}
	for _, room := range []int{1, 4, 23, 64} {
		w := nn.NewWorkspace(n, room)
		w.SetMask(0, nn.NewMatrix(1, 5)) // evaluation takes all units
		m := w.Evaluate(s, nn.JudgeOf(s.T))
		near(t, "metrics", []float64{m.Loss, m.Accuracy}, []float64{w.Loss(s.X, s.T), float64(right) / 23}, 1e-15)
		if m := w.Evaluate(s, nil); m.Accuracy != 0 {
			t.Errorf("an accuracy of %v without a judge", m.Accuracy)
		}
	}
	panics(t, "no samples", func() { nn.NewWorkspace(n, 1).Evaluate(nn.Samples{T: nn.Matrix{Cols: 3}}, nil) })
}
