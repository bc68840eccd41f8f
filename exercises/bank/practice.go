package bank

import (
	"math"
	"math/rand/v2"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// practice returns the exercises at the end of the course.
func practice() []exercises.Exercise {
	return []exercises.Exercise{practice1()}
}

// practice1 is 연습문제 1: an affine layer, softmax and both losses.
func practice1() exercises.Exercise {
	handout := classifier{
		z: []float64{0.2, 0.4},
		layer: nn.Affine{
			W: nn.NewMatrix(2, 2, 0.1, 0.9, 0.2, 0.2),
			B: []float64{0.1, 0.9},
		},
	}
	return exercises.Template("practice-1", lang.T("연습문제 1", "Practice 1"), handout, drawClassifier, buildPractice1,
		practice1Samples()...)
}

// classifier is a layer of two outputs, cat and dog, and one input to it.
// The input is a cat: the truth is (1, 0).
type classifier struct {
	z     []float64
	layer nn.Affine
}

// truth is cat 1, dog 0.
func truth() []float64 { return []float64{1, 0} }

// drawClassifier draws numbers of one decimal, such that neither animal wins
// by so much that rounding eats the loss.
func drawClassifier(r *rand.Rand) classifier {
	tenths := func(n int) []float64 {
		v := make([]float64, n)
		for i := range v {
			v[i] = float64(1+r.IntN(9)) / 10
		}
		return v
	}
	for {
		c := classifier{z: tenths(2), layer: nn.Affine{W: nn.NewMatrix(2, 2, tenths(4)...), B: tenths(2)}}
		if cat := softmax(c.scores())[0]; math.Abs(cat-0.5) > 0.04 && cat > 0.2 && cat < 0.8 {
			return c
		}
	}
}

// scores returns a = Wz + b.
func (c classifier) scores() []float64 {
	a := make([]float64, 2)
	c.layer.Forward(a, c.z)
	return a
}

// product returns Wz, the scores before the bias.
func (c classifier) product() []float64 {
	return classifier{c.z, nn.Affine{W: c.layer.W, B: []float64{0, 0}}}.scores()
}

// transposed is the same with the weights read by columns.
func (c classifier) transposed() classifier {
	return classifier{c.z, nn.Affine{W: c.layer.W.T(), B: c.layer.B}}
}

func softmax(a []float64) []float64 {
	y := make([]float64, len(a))
	nn.Softmax(y, a, 1)
	return y
}

// ratio is what softmax is taken for when exp is forgotten.
func ratio(a []float64) []float64 {
	sum := a[0] + a[1]
	return []float64{a[0] / sum, a[1] / sum}
}

// twoDecimals returns v rounded to two decimals, as one does on paper.
func twoDecimals(v []float64) []float64 {
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = rounded(x, 2)
	}
	return out
}

// handExps returns the exponentials of the scores with two decimals, as the
// handout's hints give them.
func (c classifier) handExps() []float64 {
	a := c.scores()
	return twoDecimals([]float64{math.Exp(a[0]), math.Exp(a[1])})
}
