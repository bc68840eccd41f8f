package labs_test

import (
	"fmt"
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/lab"
)

// figures09 are the decimals of lecture 09.
func figures09(t *testing.T) figures {
	t.Helper()
	race := func(scene, name string, steps int) float64 { return fact(t, "race", scene, name, steps) }
	batch := func(scene, name string, steps int) float64 { return fact(t, "batch", scene, name, steps) }
	const step = "view=step optimizer="
	return figures{
		lecture: "09-optimizers",
		given: []string{
			"0.1", "0.05", "0.001", "0.95", "1.0", "0.9", "1.3", "0.4", "0.99", "0.00001", "0.3", "0.33", "0.02", "0.01", // rates, bounds, options
			"0.6", "0.5", "0.7", "0.2", "-0.7", "−0.7", // options, and the gradient at the start
		},
		computed: []figure{
			{"1.34", race("field=one rate=0.1", "height.sgd", 30)},
			{"1.26", batch("view=fan batch=b4", "off", 0)},
			{"0.585", batch("view=fan batch=b16", "off", 0)},
			{"15.7", batch("view=path batch=b1 stride=epoch steps=20", "detour", 0)},
			{"2.14", race(step+"adagrad", "by.x", 0)},
			{"0.375", race(step+"adagrad", "by.y", 0)},
			{"0.0791", race(step+"rmsprop", "by.y", 0)},
			{"2.80", race(step+"rmsprop", "by.y", 100)},
			{"0.363", race(step+"adagrad", "by.y", 100)},
			{"2.87", race("field=inertia", "height.printed", 200)},
			{"6.67", swung(t, 20_000)},
			{"0.474", race("field=one optimizer=momentum rate=1.3", "height.momentum", 30)},
			{"0.00316", race(step+"adadelta", "move.x", 0)},
			{"−0.2", race(step+"adam x=-2", "grad.x", 0)},
			{"0.0133", race("", "height.sgd", 30)},
			{"0.0479", race("", "height.momentum", 30)},
			{"0.102", race("", "height.adam", 30)},
			{"47.3", race("view=fair", "best.adagrad", 0)},
			{"0.00072", race("", "height.adagrad", 30)},
			{"0.141", race("turn=45", "height.adagrad", 30)},
			{"0.620", race("turn=45", "height.adam", 30)},
		},
	}
}

// swung is the greatest height from half so many steps on that the handout's momentum
// still reaches in the order in which it is printed.
func swung(t *testing.T, steps int) float64 {
	t.Helper()
	top := 0.0
	run.NewRacer("printed-momentum", 0.1).Over(nn.Surfaces()[0], func(step int, _ [2]float64, height float64) bool {
		if step > steps/2 {
			top = max(top, height)
		}
		return step < steps
	})
	return top
}

// TestWhatLecture09SaysOfTheRace holds the whole numbers of the pages.
func TestWhatLecture09SaysOfTheRace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scene, fact string
		want        float64
	}{
		{"field=inertia", "stay.handout", 757},
		{"field=inertia rate=0.1", "stay.sgd", 389},
		{"field=one optimizer=momentum rate=1.3 beta=0.4", "stay.momentum", 14},
		{"field=one optimizer=momentum rate=1.3 beta=0.9", "stay.momentum", 89},
		{"", "touch.momentum", 58},
		{"", "stay.momentum", 83},
		{"view=fair field=all", "fair.sgd", 41},
		{"view=fair field=all", "fair.momentum", 74},
		{"view=fair field=all", "fair.adam", 70},
		{"view=fair field=all", "fair.adagrad", 4},
		{"view=fair field=all", "fair.rmsprop", 178},
		{"view=fair field=all turn=45", "fair.adagrad", 60},
		{"view=fair field=all turn=45", "fair.rmsprop", 244},
		{"view=fair field=all on=rosenbrock", "fair.momentum", 120},
		{"view=fair field=all on=beale", "fair.nesterov", 48},
		{"view=fair field=all on=beale", "fair.adam", 96},
		{"view=fair field=all on=beale", "fair.adagrad", 130},
	} {
		const machines = 1 // they may round otherwise
		if got := fact(t, "race", c.scene, c.fact, 0); math.Abs(got-c.want) > machines {
			t.Errorf("%s: %s is %v, the page says %v", c.scene, c.fact, got, c.want)
		}
	}
	never := inScene(t, "race", "view=fair field=all on=rosenbrock")
	if f, _ := lab.FactOf(never, "fair.sgd"); f.Known {
		t.Errorf("SGD stays from step %v on", f.Value)
	}
}

// TestTurningIsFeltByThoseWhoReadTheAxes turns the valley: those that do not divide by
// axis need as many steps as before.
func TestTurningIsFeltByThoseWhoReadTheAxes(t *testing.T) {
	t.Parallel()
	stays := func(id string, turn int) float64 {
		return fact(t, "race", fmt.Sprintf("field=one rates=best turn=%d optimizer=%s", turn, id), "fair."+id, 0)
	}
	for _, turn := range []int{10, 20, 30, 45} {
		for _, id := range []string{"sgd", "momentum", "nesterov", "handout"} {
			if a, b := stays(id, 0), stays(id, turn); a != b {
				t.Errorf("%s: %v steps, turned by %d° %v", id, a, turn, b)
			}
		}
		if a, b := stays("adagrad", 0), stays("adagrad", turn); b < 2*a {
			t.Errorf("Adagrad: %v steps, turned by %d° %v", a, turn, b)
		}
	}
}

// TestWhatLecture09SaysOfBatches holds the effects against 20 other samples and
// starts: at least 18 must show them.
func TestWhatLecture09SaysOfBatches(t *testing.T) {
	t.Parallel()
	const starts, least = 20, 18
	holds := map[string]int{}
	for seed := range uint64(starts) {
		l := newLab(t, "batch")
		lab.Start(l, seed+1)
		at := func(batch string, id string, epochs int) float64 {
			l := l.Clone()
			c, _ := l.Panel().Find("batch")
			v, err := c.Parse(batch)
			if err != nil {
				t.Fatal(err)
			}
			c.Set(v)
			for range epochs {
				l.(lab.Runner).Advance(nn.ByEpoch, func() bool { return true })
			}
			return knownOf(t, l, id)
		}
		end := func(n string) float64 { return knownOf(t, l, "end."+n) }
		for what, ok := range map[string]bool{
			"half the error":      math.Abs(at("b4", "off", 0)/at("b16", "off", 0)-2) < 0.5,
			"more point uphill":   at("b1", "uphill", 20) > at("b1", "uphill", 0),
			"small beat large":    min(end("1"), end("4"), end("16")) < min(end("64"), end("400")),
			"400 is last":         end("400") > max(end("1"), end("4"), end("16"), end("64")),
			"one is slowest":      reach(l, "1") > 5*reach(l, "16"),
			"one goes to and fro": at("b1", "detour", 20) > 2*at("all", "detour", 20),
		} {
			if ok {
				holds[what]++
			}
		}
	}
	for _, what := range []string{"half the error", "more point uphill", "small beat large", "400 is last", "one is slowest", "one goes to and fro"} {
		if holds[what] < least {
			t.Errorf("%s: in %d of %d", what, holds[what], starts)
		}
	}
}

// reach is what a size costs in rounds until it comes to the loss of the page; without
// end where it does not.
func reach(l lab.Lab, size string) float64 {
	l = l.Clone()
	lab.Look(l, "cost")
	c, _ := l.Panel().Find("axis")
	v, _ := c.Parse("rounds")
	c.Set(v)
	f, _ := lab.FactOf(l, "reach."+size)
	if !f.Known {
		return math.Inf(1)
	}
	return f.Value
}

func shown09() []shown {
	return []shown{
		{"race", "steps=30", "0.0133|0.0479|0.000722|0.102"},
		{"race", "steps=30 scale=100", "diverged|0.102"},
		{"race", "view=fair", "0.944|41|0.0355|74|0.251|70"},
		{"race", "view=step optimizer=adam", "−0.700|4.00|0.300|−0.300"},
		{"batch", "batch=b1", "65.6°|20.5%|2.56"},
		{"batch", "view=cost", "0.283|0.280|0.308|0.325"},
	}
}
