package nn

// Perceptron is the unit y = f(Σ wᵢxᵢ + b). With a step for f it cuts its
// inputs' space in two by a straight line (Rosenblatt 1962).
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
		p.W[i] += rate * delta * x[i]
	}
	p.B += rate * delta
	return delta
}
