package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// classifier is a layer of two outputs, cat and dog, and one input to it.
// The input is a cat: the truth is (1, 0).
type classifier struct {
	Z     []float64
	Layer nn.Affine
}

// truth is cat 1, dog 0.
func truth() []float64 { return []float64{1, 0} }

// drawClassifier draws numbers of one decimal, such that neither animal wins
// by so much that rounding eats the loss, and that no known mistake comes near
// to the output or to another mistake.
func drawClassifier(r *rand.Rand) classifier {
	tenths := func(n int) []float64 {
		v := make([]float64, n)
		for i := range v {
			v[i] = float64(1+r.IntN(9)) / 10
		}
		return v
	}
	for {
		c := classifier{Z: tenths(2), Layer: nn.Affine{W: nn.NewMatrix(2, 2, tenths(4)...), B: tenths(2)}}
		cat := softmax(c.scores())[0]
		others := []float64{1 - cat, softmax(c.transposed().scores())[0], softmax(c.unbiased().scores())[0], shares(c.scores())[0]}
		if cat > 0.2 && cat < 0.8 && leastGap(append(others, cat)) > 0.04 {
			return c
		}
	}
}

// leastGap returns the smallest difference between two of the values.
func leastGap(values []float64) float64 {
	slices.Sort(values)
	gap := math.Inf(1)
	for i, x := range values[1:] {
		gap = min(gap, x-values[i])
	}
	return gap
}

// scores returns a = Wz + b.
func (c classifier) scores() []float64 {
	a := make([]float64, 2)
	c.Layer.Forward(a, c.Z)
	return a
}

// unbiased is the same layer without its bias.
func (c classifier) unbiased() classifier {
	return classifier{c.Z, nn.Affine{W: c.Layer.W, B: []float64{0, 0}}}
}

// transposed is the same with the weights read by columns.
func (c classifier) transposed() classifier {
	return classifier{c.Z, nn.Affine{W: c.Layer.W.T(), B: c.Layer.B}}
}

// handExps returns the exponentials of the scores with two decimals, as the
// handout's hints give them.
func (c classifier) handExps() []float64 { return twoDecimals(exps(c.scores())) }

// toScores is the way from the input to the scores.
func (c classifier) toScores() exercises.Calc {
	return exercises.From(c.Z...).Then(lang.T("점수", "the scores"), func(z []float64) []float64 {
		return classifier{z, c.Layer}.scores()
	})
}

// throughSoftmax leads on from scores to probabilities: by the exponentials of
// the scores, or of the scores less the largest.
func throughSoftmax(scores exercises.Calc) []exercises.Calc {
	return eachWay(toExponentials(scores), func(c exercises.Calc) exercises.Calc {
		return c.Then(probabilityName(), func(x []float64) []float64 {
			last := len(x) - 1
			return scaled(x[:last], 1/x[last])
		})
	})
}

// throughOneOfTwo leads on from two scores to the second probability, as what
// the first leaves of 1. Whoever rounds only one of them may round either.
func throughOneOfTwo(scores exercises.Calc) exercises.Calc {
	return toExponentials(scores)[0].
		Value(probabilityName(), func(x []float64) float64 { return x[0] / x[2] }).
		Value(probabilityName(), func(y []float64) float64 { return 1 - y[0] })
}

// toExponentials leads on from scores to the exponentials and their sum.
func toExponentials(scores exercises.Calc) []exercises.Calc {
	shifted := func(a []float64) []float64 {
		top := a[greatest(a)]
		return exps(apply(func(x float64) float64 { return x - top }, a))
	}
	var calcs []exercises.Calc
	for _, f := range []func([]float64) []float64{exps, shifted} {
		calcs = append(calcs, scores.
			Then(lang.T("지수함수의 값", "the exponentials"), f).
			And(sumName(), func(e []float64) []float64 { return []float64{total(e)} }))
	}
	return calcs
}

func probabilityName() lang.Text { return lang.T("확률", "the probabilities") }

func naturalName() lang.Text { return lang.T("자연로그로 구한 값", "the natural logarithm") }

func sumName() lang.Text { return lang.T("지수함수의 합", "their sum") }

// throughRatio is what softmax is taken for when exp is forgotten.
func throughRatio(scores exercises.Calc) []exercises.Calc {
	return []exercises.Calc{scores.
		And(lang.T("점수의 합", "the sum of the scores"), func(a []float64) []float64 { return []float64{total(a)} }).
		Then(lang.T("비율", "the shares"), func(x []float64) []float64 { return scaled(x[:len(x)-1], 1/x[len(x)-1]) })}
}

// eachWay goes on with every one of several calculations.
func eachWay(calcs []exercises.Calc, goOn func(exercises.Calc) exercises.Calc) []exercises.Calc {
	out := make([]exercises.Calc, len(calcs))
	for i, c := range calcs {
		out[i] = goOn(c)
	}
	return out
}

// completed returns an output of which the second probability may be given
// alone; then the first is what that leaves of 1.
func completed(y []float64) []float64 {
	if len(y) == 1 {
		return []float64{1 - y[0], y[0]}
	}
	return y
}

// toSquares leads on from an output to the squares of its errors.
func toSquares(output exercises.Calc, t []float64) exercises.Calc {
	return output.Then(lang.T("제곱", "the squares"), func(y []float64) []float64 {
		return zipped(completed(y), t, func(y, t float64) float64 { return (y - t) * (y - t) })
	})
}

// toSquaredError leads on from an output to half the sum of squares.
func toSquaredError(output exercises.Calc, t []float64) exercises.Calc {
	return toHalfSum(toSquares(output, t))
}

func toSum(squares exercises.Calc) exercises.Calc { return squares.Value(lang.Text{}, total) }

func toHalfSum(squares exercises.Calc) exercises.Calc {
	return squares.Value(lang.Text{}, func(x []float64) float64 { return total(x) / 2 })
}

// toCrossEntropy leads on from an output to the cross entropy in a base. In
// base 1/b it has the other sign than in b.
func toCrossEntropy(output exercises.Calc, t []float64, base float64) exercises.Calc {
	return output.Value(naturalName(), func(y []float64) float64 { return nn.CrossEntropy(completed(y), t) / math.Log(base) })
}

// byLogSum is the way from scores to the cross entropy in base e that leaves
// out the probabilities: ln Σ exp(a) less the score of the truth, times a sign.
func byLogSum(a, t []float64, sign float64) exercises.Calc {
	return exercises.From(a...).
		Then(lang.T("지수함수의 값", "the exponentials"), exps).
		Value(sumName(), total).
		Value(lang.T("합의 로그", "the logarithm of the sum"), func(sum []float64) float64 { return math.Log(sum[0]) }).
		Value(naturalName(), func(x []float64) float64 { return sign * (x[0] - nn.Dot(a, t)) })
}

// toCommon leads on from a cross entropy in base e to that in base 10.
func toCommon(natural exercises.Calc) exercises.Calc {
	return natural.Value(lang.Text{}, func(x []float64) float64 { return x[0] / 2.303 })
}

func softmax(a []float64) []float64 {
	y := make([]float64, len(a))
	nn.Softmax(y, a, 1)
	return y
}

func exps(a []float64) []float64 { return apply(math.Exp, a) }

// shares divides each entry by the sum of all.
func shares(a []float64) []float64 { return scaled(a, 1/total(a)) }

// twoDecimals returns v rounded to two decimals, as one does on paper.
func twoDecimals(v []float64) []float64 {
	return apply(func(x float64) float64 { return rounded(x, 2) }, v)
}
