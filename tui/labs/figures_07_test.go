package labs_test

import (
	"math"
	"testing"

	"hakseup/nn"
)

// figures07 are those of x³ at 1, the same on every processor: powers are
// multiplied out, and nothing is added to a product in one step.
func figures07(t *testing.T) figures {
	t.Helper()
	cube := func(scene, name string) float64 { return fact(t, "secant", "f=power n=3 x=1 "+scene, name, 0) }
	valley := func(scene, name string) float64 {
		return fact(t, "slices", "surface=valley x=-7 y=2 "+scene, name, 0)
	}
	nudge := func(scene, name string) float64 { return fact(t, "nudges", scene, name, 0) }
	calc := func(scene, name string) float64 { return fact(t, "calculator", scene, name, 0) }
	const own, parabola = "formula=x^3-3x x=", "f=power n=2 x=0.5 dx="
	return figures{
		lecture: "07-chain-rule",
		given: []string{
			"0.1", "0.01", "0.5", "1.5", "2.0", "3.0", "10.0", "0.4", "0.3", // places, distances, options, the code
			"5.75", "7.5", "1.1", "0.8", // options
			"2.4", "0.02", "0.04", "0.2", "0.7", // products at sight, rounded
		},
		computed: []figure{
			{"3.31", cube("dx=0.1", "quotient")},
			{"3.03", cube("view=error k=2", "quotient")},
			{"3.000000004", cube("view=error k=8", "quotient")},
			{"3.33", cube("view=error k=15", "quotient")},
			{"0.000003", cube("view=error k=6", "error")},
			{"2.2", 1e16 * (math.Nextafter(1, 2) - 1)},
			{"1.5", 1e8 * math.Sqrt(math.Nextafter(1, 2)-1)},
			{"3.75", fact(t, "secant", own+"-1.5", "derivative", 0)},
			{"0.0375", 0.01 * fact(t, "secant", own+"-1.5", "derivative", 0)},
			{"3.75", fact(t, "secant", own+"1.5", "derivative", 0)},
			{"1.5", fact(t, "secant", parabola+"0.5", "quotient", 0)},
			{"2.5", fact(t, "secant", parabola+"1.5", "quotient", 0)},
			{"0.5", fact(t, "secant", "f=relu x=0 dx=0.1", "central", 0)},
			{"0.5", valley("x=5", "dx")},
			{"-0.7", valley("", "dx")},
			{"−0.7", valley("", "dx")},
			{"64.1", valley("", "angle")},
			{"2.31", -nudge("chain=square x=1 d=-0.1", "change")},
			{"2.4", nudge("chain=square x=1 d=0.1", "linear")},
			{"2.49", nudge("chain=square x=1 d=0.1", "change")},
			{"0.4", nudge("chain=paths x=2 y=3 d=0.1", "change")},
			{"0.3", nudge("chain=paths x=2 y=3 d=0.1", "change.g")},
			{"−0.397", calc("", "slope.b1")},
			{"0.505", calc("", "ce")},
			{"0.486", calc("w11=0.3", "ce")},
			{"0.467", calc("b1=0.8", "ce")},
		},
	}
}

// TestTheErrorFallsAndRisesAgain holds what lecture 07 says of the two secants:
// the best Δx, how much better both sides are, and the exact parabola.
func TestTheErrorFallsAndRisesAgain(t *testing.T) {
	t.Parallel()
	best := func(name string) (at int) {
		least := math.Inf(1)
		for k := range 17 {
			f := fact(t, "secant", "f=power n=3 x=1 view=error k="+string(rune('0'+k/10))+string(rune('0'+k%10)), name, 0)
			if f < least {
				at, least = k, f
			}
		}
		return at
	}
	if one, both := best("error"), best("central-error"); one != 8 || both != 5 && both != 6 {
		t.Errorf("one side is best at 10^-%d, both at 10^-%d", one, both)
	}
	const sixth = "f=power n=3 x=1 view=error k=6"
	if one, both := fact(t, "secant", sixth, "error", 0), fact(t, "secant", sixth, "central-error", 0); one < 1e4*both {
		t.Errorf("at 10^-6 both sides has error %v, one %v", both, one)
	}
	if got := fact(t, "secant", "f=power n=3 x=1 view=error k=16", "quotient", 0); got != 0 {
		t.Errorf("at 10^-16 the slope is %v", got)
	}
	square := func(x float64) float64 { return x * x }
	for _, h := range []float64{0.5, 1, 1.5, 2} {
		if got := nn.CentralDifference(square, 0.5, h); math.Abs(got-1) > 1e-12 {
			t.Errorf("over a parabola both sides is %v at %v", got, h)
		}
	}
}
