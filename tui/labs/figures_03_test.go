package labs_test

import (
	"slices"
	"testing"

	"hakseup/nn"
	"hakseup/nn/data"
)

func figures03(t *testing.T) figures {
	t.Helper()
	at := func(scene, name string, steps int) float64 { return fact(t, "line", scene, name, steps) }
	return figures{
		lecture: "03-learning",
		given:   []string{"0.1", "0.2"}, // a rate, and a gap of package data
		computed: []figure{
			{"13", at("", "wrong", 0)},
			{"7", at("angle=110", "wrong", 0)},
			{"4", at("", "machine.wrong", 3)},
			{"2", at("", "corrections", 20)},
			{"45", at("dots=80", "wrong", 0)},
			{"2", at("dots=80", "corrections", 20)},
			{"7", at("data=narrow", "corrections", 60)},
			{"5", at("from=zero rate=tenth", "corrections", 40)},
			{"5", at("from=zero rate=ten", "corrections", 40)},
			{"3", medianOf200(t, data.Easy, 80)},
			{"14", medianOf200(t, data.Narrow, 80)},
			{"2", medianOf200(t, data.Easy, 20)},
			{"187", narrowerTakesLonger(t)},
		},
	}
}

// parting is how many corrections the rule makes for the dots of a seed.
func parting(t *testing.T, d data.Dots, n int, seed uint64, rate float64, zero bool) (took int, parted bool) {
	t.Helper()
	set, first, err := d.Draw(n, seed)
	if err != nil {
		t.Fatal(err)
	}
	u := first.Perceptron()
	if zero {
		u = nn.Perceptron{W: []float64{0, 0}, F: nn.Step}
	}
	xs, ts := set.Rows()
	const rounds = 2000
	steps, parted := u.LearnAll(xs, ts, rate, rounds)
	return len(steps), parted
}

func medianOf200(t *testing.T, d data.Dots, n int) float64 {
	t.Helper()
	var all []int
	for seed := range uint64(200) {
		took, _ := parting(t, d, n, seed+1, 1, false)
		all = append(all, took)
	}
	slices.Sort(all)
	return float64(all[99]+all[100]) / 2
}

// narrowerTakesLonger counts the pairs of sets, of 200, of which the one with the
// narrow gap takes more corrections.
func narrowerTakesLonger(t *testing.T) (count float64) {
	t.Helper()
	for seed := uint64(1); seed <= 200; seed++ {
		wide, _ := parting(t, data.Easy, 80, seed, 1, false)
		if narrow, _ := parting(t, data.Narrow, 80, seed, 1, false); narrow > wide {
			count++
		}
	}
	return count
}

// TestWhatLecture03SaysOfTheRule holds what the pages say over 20 sets of dots.
func TestWhatLecture03SaysOfTheRule(t *testing.T) {
	t.Parallel()
	longer, hundreds := 0, 0
	for seed := uint64(1); seed <= 20; seed++ {
		near, _ := parting(t, data.Easy, 20, seed, 1, false)
		far, _ := parting(t, data.Far, 20, seed, 1, false)
		if far > near {
			longer++
		}
		if far > 100 {
			hundreds++
		}
		small, _ := parting(t, data.Easy, 20, seed, 0.1, true)
		if large, _ := parting(t, data.Easy, 20, seed, 10, true); small != large {
			t.Errorf("seed %d: %d corrections at the rate 0.1, %d at 10", seed, small, large)
		}
	}
	if longer != 20 || hundreds != 17 {
		t.Errorf("far takes longer in %d of 20 sets, more than 100 in %d", longer, hundreds)
	}
	if narrower := narrowerTakesLonger(t); narrower < 180 { // 18 of 20
		t.Errorf("a narrow gap takes longer in %v of 200 pairs", narrower)
	}
	for seed := uint64(1); seed <= 200; seed++ {
		if _, parted := parting(t, data.Mislabelled, 20, seed, 1, false); parted {
			t.Errorf("seed %d: the mislabelled dot is parted", seed)
		}
	}
}
