package bank

import (
	"math"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// The sigmoid and its slope as they are worked out on paper.

// toExponential, toDenominator and toSigmoid are the way to the sigmoid of x
// by 1 / (1 + exp(-x)).
func toExponential(x float64) exercises.Calc {
	return exercises.From(x).Value(lang.T("지수함수의 값", "the exponential"), func(x []float64) float64 { return math.Exp(-x[0]) })
}

func toDenominator(x float64) exercises.Calc {
	return toExponential(x).Value(lang.T("분모", "the denominator"), func(e []float64) float64 { return 1 + e[0] })
}

func toSigmoid(x float64) exercises.Calc {
	return toDenominator(x).Value(sigmoidName(), reciprocal)
}

// bothSigmoids are the ways to the sigmoid: by exp(-x) and by exp(x) / (1 + exp(x)).
func bothSigmoids(x float64) []exercises.Calc {
	return []exercises.Calc{toSigmoid(x), toExponential(-x).Value(sigmoidName(), func(e []float64) float64 { return e[0] / (1 + e[0]) })}
}

// toSlopes are the ways to the slope.
func toSlopes(x float64) []exercises.Calc {
	h := bothSigmoids(x)
	return slices.Concat(eachWay(h, toSlope), eachWay(h, bySquare), []exercises.Calc{slopeAtOnce(x), slopeAtOnce(-x)})
}

// bySquare leads on from the sigmoid h to h - h².
func bySquare(h exercises.Calc) exercises.Calc {
	return h.
		And(lang.T("시그모이드의 제곱", "its square"), func(h []float64) []float64 { return []float64{h[0] * h[0]} }).
		Value(lang.Text{}, func(x []float64) float64 { return x[0] - x[1] })
}

// toSlope leads on from the sigmoid h to h(1 - h).
func toSlope(h exercises.Calc) exercises.Calc {
	return h.
		And(lang.T("1에서 뺀 값", "what it leaves to 1"), func(h []float64) []float64 { return []float64{1 - h[0]} }).
		Value(lang.Text{}, func(x []float64) float64 { return x[0] * x[1] })
}

// slopeAtOnce is the way to the slope by exp(-x) / (1 + exp(-x))², which is
// the same for -x.
func slopeAtOnce(x float64) exercises.Calc {
	return toExponential(x).
		And(lang.T("분모의 제곱", "the square of the denominator"), func(e []float64) []float64 { return []float64{(1 + e[0]) * (1 + e[0])} }).
		Value(lang.Text{}, func(x []float64) float64 { return x[0] / x[1] })
}

func sigmoidName() lang.Text { return lang.T("시그모이드의 값", "the value of the sigmoid") }

// slopeOfSigmoid leads on from the sigmoid to its slope, to be carried on.
func slopeOfSigmoid(h exercises.Calc) exercises.Calc {
	return h.Value(lang.T("시그모이드의 기울기", "the slope of the sigmoid"), func(h []float64) float64 { return h[0] * (1 - h[0]) })
}
