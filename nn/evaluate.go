package nn

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"hakseup/nn/internal/kernel"
)

// Samples are inputs, one in each row of X, with their truths in the same rows
// of T.
type Samples struct {
	X, T Matrix
}

// Len returns how many samples there are.
func (s Samples) Len() int { return s.X.Rows }

// With returns the samples with one more behind them: a copy, which leaves the
// old set as it is. It panics when x or the truth t has another length than
// theirs.
func (s Samples) With(x, t []float64) Samples {
	mustMatch(len(x), s.X.Cols)
	mustMatch(len(t), s.T.Cols)
	more := func(m Matrix, row []float64) Matrix {
		return Matrix{Rows: m.Rows + 1, Cols: m.Cols, Data: slices.Concat(m.Data[:m.Rows*m.Cols], row)}
	}
	return Samples{more(s.X, x), more(s.T, t)}
}

// Check says what is wrong with the samples by themselves: that there are none,
// that X and T have not the same number of rows, or which number is not finite.
func (s Samples) Check() error {
	switch {
	case s.X.Rows < 1:
		return errors.New("there are no samples")
	case s.X.Rows != s.T.Rows:
		return fmt.Errorf("%d samples and %d truths do not fit", s.X.Rows, s.T.Rows)
	}
	if err := s.X.checkFinite("samples"); err != nil {
		return err
	}
	return s.T.checkFinite("truths")
}

// checkFinite says which entry is NaN or infinite, in a matrix of that name.
func (m Matrix) checkFinite(name string) error {
	if kernel.Finite(m.Data) {
		return nil
	}
	for i, v := range m.Data {
		if !finite(v) {
			return fmt.Errorf("the %s hold %v in row %d, column %d", name, v, i/m.Cols+1, i%m.Cols+1)
		}
	}
	return nil
}

// Metrics say how well a network does on a set of samples.
type Metrics struct {
	Samples  int     `json:"-"`        // how many there were; 0: nothing was measured
	Loss     float64 `json:"loss"`     // mean over the samples
	Accuracy float64 `json:"accuracy"` // share of right answers, where there is a Judge; else 0
	Judged   bool    `json:"-"`        // whether there is a Judge
}

// MarshalJSON writes the loss, and the accuracy where there is one.
func (m Metrics) MarshalJSON() ([]byte, error) {
	var accuracy *float64
	if m.Judged {
		accuracy = &m.Accuracy
	}
	return json.Marshal(struct {
		Loss     float64  `json:"loss"`
		Accuracy *float64 `json:"accuracy,omitempty"`
	}{m.Loss, accuracy})
}

// Judge tells whether an output names the class that the truth names.
type Judge func(y, truth []float64) bool

// JudgeOf finds out how the truths in the rows of t name classes, and returns
// nil when they do not: they are values of a curve, and there is no accuracy.
//
// With several outputs every truth must be 1 for one class and 0 for the
// others, and the largest output is the answer. With a single output there must
// be just two values, such as 0 and 1 or -1 and 1, and the answer is the one
// that is nearer.
func JudgeOf(t Matrix) Judge {
	if t.Rows == 0 {
		return nil
	}
	if t.Cols > 1 {
		for i := range t.Rows {
			if !oneHot(t.Row(i)) {
				return nil
			}
		}
		return func(y, truth []float64) bool { return truth[largest(y)] == 1 }
	}
	low, high := t.Data[0], t.Data[0]
	for _, v := range t.Data {
		low, high = min(low, v), max(high, v)
	}
	for _, v := range t.Data {
		if v != low && v != high || low == high {
			return nil
		}
	}
	middle := low + (high-low)/2
	return func(y, truth []float64) bool { return (y[0] > middle) == (truth[0] > middle) }
}

func oneHot(t []float64) bool {
	ones := 0
	for _, v := range t {
		switch v {
		case 1:
			ones++
		case 0:
		default:
			return false
		}
	}
	return ones == 1
}

// largest returns the place of the largest entry, the first of several.
func largest(y []float64) int {
	best := 0
	for k, v := range y {
		if v > y[best] {
			best = k
		}
	}
	return best
}

// Evaluate takes all samples through the network, without masks, and compares
// the outputs with the truths. It panics when there are no samples. A nil judge
// leaves the accuracy out.
func (w *Workspace) Evaluate(s Samples, judge Judge) Metrics {
	mustMatch(s.X.Rows, s.T.Rows)
	mustMatch(s.T.Cols, w.net.Out())
	if s.Len() == 0 {
		panic("nn: no samples to evaluate")
	}
	loss, right := 0.0, 0
	for from := 0; from < s.Len(); from += w.rows {
		part := s.X.Slice(from, min(from+w.rows, s.Len()))
		w.forward(part, nil, part.Rows, false)
		for i := range part.Rows {
			truth := s.T.Row(from + i)
			w.score(w.y, i)
			loss += w.loss(truth)
			if judge != nil && judge(w.y, truth) {
				right++
			}
		}
	}
	n := float64(s.Len())
	return Metrics{Samples: s.Len(), Loss: loss / n, Accuracy: float64(right) / n, Judged: judge != nil}
}
