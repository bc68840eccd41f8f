package nn

import "slices"

// Perceptron is the unit y = f(Σ wᵢxᵢ + b). With a step for f it cuts its
// inputs' space in two by a straight line (Rosenblatt 1958, 1962).
type Perceptron struct {
	W []float64 // one weight per input
	B float64   // bias
	F Activation
}

// PreActivation returns Σ wᵢxᵢ + b.
func (p Perceptron) PreActivation(x []float64) float64 { return Dot(p.W, x) + p.B }

// Output returns f(Σ wᵢxᵢ + b).
func (p Perceptron) Output(x []float64) float64 { return p.F.At(p.PreActivation(x)) }

// Learn is Rosenblatt's rule for one sample: w ← w + ε(t - y)x and
// b ← b + ε(t - y), where t is the truth and ε the learning rate. It returns
// t - y: 0 when the sample was right already and nothing changed.
func (p *Perceptron) Learn(x []float64, t, rate float64) float64 {
	delta := t - p.Output(x)
	for i := range p.W {
		p.W[i] += float64(rate * delta * x[i])
	}
	p.B += rate * delta
	return delta
}

// Correction is one change that LearnAll made.
type Correction struct {
	Epoch  int     // the pass over the samples, counted from 0
	Sample int     // the sample that was wrong, counted from 0
	Delta  float64 // its t - y
	After  Perceptron
}

// LearnAll shows the perceptron the samples xs with the truths ts, one after
// the other and again from the first, until a whole pass goes by without a
// mistake or the given number of epochs is over. It returns every correction
// in order and reports whether the last pass was free of mistakes.
//
// When some line separates the samples, that happens after finitely many
// corrections (Novikoff 1962); when none does, as for XOR, it never happens.
func (p *Perceptron) LearnAll(xs [][]float64, ts []float64, rate float64, epochs int) (steps []Correction, done bool) {
	mustMatch(len(xs), len(ts))
	for epoch := range epochs {
		before := len(steps)
		for i, x := range xs {
			if delta := p.Learn(x, ts[i], rate); delta != 0 {
				steps = append(steps, Correction{Epoch: epoch, Sample: i, Delta: delta, After: p.Clone()})
			}
		}
		if len(steps) == before {
			return steps, true
		}
	}
	return steps, false
}

// Clone returns a copy that shares no memory with p.
func (p Perceptron) Clone() Perceptron {
	p.W = slices.Clone(p.W)
	return p
}
