package bank

import (
	"encoding/json"
	"math"
	"strconv"
)

// pick draws one of the mistakes.
func (s *student) pick(mistakes ...string) string { return mistakes[s.r.IntN(len(mistakes))] }

// sigmoid works out σ(x), by exp(-x) or by exp(x).
func (s *student) sigmoid(x float64) float64 {
	if s.r.IntN(2) == 0 {
		return s.write(1 / (1 + s.write(math.Exp(-x))[0]))[0]
	}
	e := s.write(math.Exp(x))[0]
	return s.write(e / (1 + e))[0]
}

func honestSigmoidOfLine(s *student, params json.RawMessage) []work {
	p := decoded[scaledInput](params)
	y := s.sigmoid(p.K * p.X)
	mistake := s.pick("", "", "inner-forgotten", "value-scaled")
	slope := map[string]float64{"": p.K * s.write(y * (1 - y))[0], "inner-forgotten": y * (1 - y), "value-scaled": p.K * y}[mistake]
	return []work{{"slope", s.answer(3, slope), mistake, 3}}
}

func honestGauss(s *student, params json.RawMessage) []work {
	p := decoded[scaledInput](params)
	e := s.write(math.Exp(-p.K * p.X * p.X))[0]
	mistake := s.pick("", "", "inner-forgotten", "two-forgotten", "sign")
	by := map[string]float64{"": -2 * p.K * p.X, "inner-forgotten": 1, "two-forgotten": -p.K * p.X, "sign": 2 * p.K * p.X}[mistake]
	return []work{{"slope", s.answer(3, by*e), mistake, 3}}
}

func honestThreeSteps(s *student, params json.RawMessage) []work {
	b := decoded[bowl](params)
	mistake, w := s.pick("", "", "no-two", "uphill", "two-steps"), b.W
	slope, steps := 2*b.A, 3
	switch mistake {
	case "no-two":
		slope = b.A
	case "uphill":
		slope = -slope
	case "two-steps":
		steps = 2
	}
	for range steps {
		w -= b.Rate * slope * s.write(w)[0]
	}
	return []work{{"w", s.answer(3, w), mistake, 3}}
}

func honestNeuron(s *student, params json.RawMessage) []work {
	p := decoded[neuron](params)
	first := 1 / (1 + s.write(math.Exp(-p.W*p.X - p.B))[0])
	y := s.write(1 / (1 + math.Exp(-p.W*p.X-p.B)))[0] // by a calculator: the statement asks for three decimals on the way
	slope := s.write(y * (1 - y))[0]
	mistake := s.pick("", "", "slope-forgotten", "input-forgotten", "weight-for-input")
	dw := map[string]float64{
		"": (y - p.T) * slope * p.X, "slope-forgotten": (y - p.T) * p.X, "input-forgotten": (y - p.T) * slope, "weight-for-input": (y - p.T) * slope * p.W,
	}[mistake]
	return []work{{"y", s.answer(3, first), "", 3}, {"dw", s.answer(3, dw), mistake, 3}}
}

// both works out the probabilities of two scores.
func (s *student) both(a []float64) []float64 {
	e, sum := s.exponentials(a)
	return s.write(e[0]/sum, e[1]/sum)
}

func honestStep(s *student, params json.RawMessage) []work {
	t := decoded[taught](params)
	z, w, b := t.Network.Z, t.Network.Layer.W.Data, t.Network.Layer.B
	y := s.both(classifierScores(t.Network, ""))
	da := []float64{y[0] - 1, y[1]}
	mistake := s.pick("", "", "bias-kept", "uphill")
	rate, ofBias := t.Rate, t.Rate
	switch mistake {
	case "uphill":
		rate, ofBias = -rate, -rate
	case "bias-kept":
		ofBias = 0
	}
	var a []float64
	for i, d := range da {
		a = append(a, (w[2*i]-rate*d*z[0])*z[0]+(w[2*i+1]-rate*d*z[1])*z[1]+b[i]-ofBias*d)
	}
	p := 1 / (1 + math.Exp(a[1]-a[0]))
	return []work{
		{"da", s.answer(2, da...), "", 2},
		{"dW", s.answer(3, da[0]*z[0], da[0]*z[1]) + "; " + s.answer(3, da[1]*z[0], da[1]*z[1]), "", 3},
		{"p", s.answer(2, p), mistake, 2},
	}
}

func honestTwoLosses(s *student, params json.RawMessage) []work {
	y := s.both(classifierScores(decoded[classifier](params), ""))
	d := y[0] * y[1] * (y[0] - 1 - y[1])
	mistake := s.pick("", "", "own-only", "softmax-forgotten")
	mse := map[string]float64{"": d, "own-only": y[0] * (1 - y[0]) * (y[0] - 1), "softmax-forgotten": y[0] - 1}[mistake]
	return []work{{"ce", s.answer(2, y[0]-1, y[1]), "", 2}, {"mse", s.answer(2, mse, -mse), mistake, 2}}
}

func honestLog(s *student, params json.RawMessage) []work {
	l := decoded[lossLog](params).Lines
	read := func(i int) float64 { return shorten(l[i].Loss, 4, false) } // as the statement shows it
	drop := s.write(read(0)-read(1), read(0)-read(len(l)-1))
	mistake := s.pick("", "", "of-start", "rest")
	share := map[string]float64{"": drop[0] / drop[1], "of-start": drop[0] / read(0), "rest": 1 - drop[0]/drop[1]}[mistake]
	best := 0
	for i := range l {
		if l[i].Loss < l[best].Loss {
			best = i
		}
	}
	return []work{{"share", s.answer(1, 100*share), mistake, 1}, {"best", strconv.Itoa(l[best].Epoch), "", 0}}
}
