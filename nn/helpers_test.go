package nn_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"hakseup/nn"
)

// Central differences with this step are good to about ten digits for
// functions and arguments of the size of 1.
const (
	step      = 1e-5
	tolerance = 1e-8
)

// printed compares a value with a number as it is printed, to all its digits.
func printed(t *testing.T, what string, got float64, want string) {
	t.Helper()
	_, decimals, _ := strings.Cut(want, ".")
	if text := fmt.Sprintf("%.*f", len(decimals), got); text != want {
		t.Errorf("%s is %s (%v), want %s", what, text, got, want)
	}
}

// near compares two vectors, relative to the largest entry where that is
// greater than 1.
func near(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d entries, want %d", what, len(got), len(want))
	}
	scale := math.Max(1, nn.Norm(want, math.Inf(1)))
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tolerance*scale) {
			t.Fatalf("%s: got %v, want %v", what, got, want)
		}
	}
}

// same compares two numbers exactly, except that every NaN is the same.
func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// panics wants f to panic with a message that contains want.
func panics(t *testing.T, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
			t.Errorf("panic with %q, want %q", got, want)
		}
	}()
	f()
}

func softmax(a []float64, temperature float64) []float64 {
	y := make([]float64, len(a))
	nn.Softmax(y, a, temperature)
	return y
}

// draw returns n numbers from the normal distribution with the given spread.
func draw(r *rand.Rand, n int, spread float64) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = spread * r.NormFloat64()
	}
	return x
}

func seeded() *rand.Rand { return rand.New(rand.NewPCG(20261123, 1)) }
