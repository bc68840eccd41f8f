package bank

import (
	"math/rand/v2"

	"hakseup/nn"
)

// What exercises of several lectures do with numbers.

// drawEntries draws n whole numbers from -most to most, none of them 0.
func drawEntries(r *rand.Rand, n, most int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = float64(1 + r.IntN(most))
		if r.IntN(3) == 0 {
			v[i] = -v[i]
		}
	}
	return v
}

// among draws one of the values.
func among(r *rand.Rand, values ...float64) float64 { return values[r.IntN(len(values))] }

func total(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum
}

// zipped applies an operation place by place.
func zipped(a, b []float64, f func(x, y float64) float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = f(a[i], b[i])
	}
	return out
}

func minus(a, b float64) float64 { return a - b }

func apply(f func(float64) float64, x []float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = f(v)
	}
	return out
}

func reciprocal(x []float64) float64 { return 1 / x[0] }

func scaled(a []float64, by float64) []float64 {
	out := make([]float64, len(a))
	for k, v := range a {
		out[k] = v * by
	}
	return out
}

func greatest(a []float64) int {
	at := 0
	for k, v := range a {
		if v > a[at] {
			at = k
		}
	}
	return at
}

func leastAt(a []float64) int { return greatest(scaled(a, -1)) }

func least(a []float64) float64 { return a[leastAt(a)] }

// must returns the result of a matrix operation whose shapes are known to fit.
func must(m nn.Matrix, err error) nn.Matrix {
	if err != nil {
		panic(err)
	}
	return m
}
