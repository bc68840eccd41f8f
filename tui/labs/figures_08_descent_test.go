package labs_test

import (
	"math"
	"testing"

	"hakseup/nn/data"
	"hakseup/tui/lab"
)

// figures08descent are the decimals of the first and the last pages of lecture 08.
func figures08descent(t *testing.T) figures {
	t.Helper()
	down := func(scene, name string, steps int) float64 { return fact(t, "descent", scene, name, steps) }
	log := data.TrainingLog()
	median := func(rate string) float64 { return tried(t, moons+rate, 20)["loss.p50"] }
	return figures{
		lecture: "08-gradient-descent",
		given: []string{
			"1.5", "0.1", "0.2", "0.01", "0.9", "0.53", "0.95", "1.05", "2.1", "0.001", "0.3", // starts, rates, options
			"0.25", "0.5", "0.7", "0.4", "0.8", "1.0", // the slope of sigmoid at most; the network of lecture 06
		},
		computed: []figure{
			{"0.505", fact(t, "calculator", "", "ce", 0)},
			{"-1.5", down("", "at.x", 0)},
			{"−0.9", down("rate=0.2", "at.x", 1)},
			{"2.25", down("", "height", 0)},
			{"0.298", down("rate=0.01", "height", 50)},
			{"2.7", down("rate=0.9", "next.x", 0)},
			{"−0.8", 1 - 2*0.9},
			{"0.0259", down("rate=0.9", "height", 10)},
			{"2.67", down("on=two x=0", "height", 0)},
			{"64.1", down("on=valley", "turn", 0)},
			{"6.45", down("on=valley", "height", 0)},
			{"0.0133", down("on=valley rate=0.95", "end", 0)},
			{"0.146", median("0.01")},
			{"0.0237", median("0.1")},
			{"0.0005", median("1")},
			{"2.56", median("10")},
			{"10.925624", log[0].Loss},
			{"0.461836", log[len(log)-1].Loss},
			{"64.9", 100 * fact(t, "log", "epoch=2", "share", 0)},
			{"0.010236", fact(t, "log", "epoch=131", "change", 0)},
		},
	}
}

// moons is the network of which lecture 08 says how well it learns with which rate.
const moons = "data=moons layers=1 units=8 optimizer=sgd epochs=50 rate="

// TestTheBestRateStandsNextToTheCliff wants the spread of 20 starts with a rate clear
// of that with the next.
func TestTheBestRateStandsNextToTheCliff(t *testing.T) {
	t.Parallel()
	came := map[string]map[string]float64{}
	for _, rate := range []string{"0.01", "0.1", "1", "10"} {
		came[rate] = tried(t, moons+rate, 20)
	}
	for _, pair := range [][2]string{{"1", "0.1"}, {"0.1", "0.01"}, {"0.01", "10"}} {
		if low, high := came[pair[0]]["loss.p90"], came[pair[1]]["loss.p10"]; low >= high {
			t.Errorf("rate %s ends at up to %v, rate %s from %v on", pair[0], low, pair[1], high)
		}
	}
}

// TestWhatLecture08SaysOfTheCost counts in networks of all sizes.
func TestWhatLecture08SaysOfTheCost(t *testing.T) {
	t.Parallel()
	for units, want := range map[string]float64{"10": 822, "20": 3042, "64": 29442} {
		l := inScene(t, "depth", "view=cost units="+units)
		if times := knownOf(t, l, "times"); math.Abs(times-2) > 0.1 {
			t.Errorf("%s units: a pass back is %v passes forward", units, times)
		}
		if params := knownOf(t, l, "params"); params != want {
			t.Errorf("%s units: %v parameters, the page says %v", units, params, want)
		}
	}
}

// TestWhatTheLogSays holds the counts of the page on the training log.
func TestWhatTheLogSays(t *testing.T) {
	t.Parallel()
	l := newLab(t, "log")
	for id, want := range map[string]float64{"rises.first": 24, "rises.last": 7, "best": 139} {
		if got := knownOf(t, l, id); got != want {
			t.Errorf("%s: %v, the page says %v", id, got, want)
		}
	}
}

// knownOf returns a fact of a lab as it stands.
func knownOf(t *testing.T, l lab.Lab, id string) float64 {
	t.Helper()
	f, ok := lab.FactOf(l, id)
	if !ok || !f.Known {
		t.Fatalf("it does not know %q", id)
	}
	return f.Value
}

func shown08descent() []shown {
	return []shown{
		{"descent", "", "E 2.25|step 0|not begun|−3.00"},
		{"descent", "a=4 x=-1 rate=0.125", "−8.00|1.00|4.00"},
		{"descent", "on=two x=0", "E 2.67|at rest on flat ground"},
		{"descent", "on=valley", "E 6.45|64.1°"},
		{"descent", "on=saddle y=0.001 x=0", "E −1e−06"},
		{"descent", "view=sweep on=valley rate=0.95", "0.0133|0.855|0.0115|1.08"},
		{"depth", "", "3.79e−06|0.0129|0.000294"},
		{"depth", "activation=tanh", "0.0498|0.0659|0.756"},
		{"depth", "view=cost", "2,880|5,720|8,760,960|× 1.99|× 3,042"},
		{"log", "epoch=2", "4.139618|−6.786006|64.9%"},
		{"log", "epoch=50", "not printed|–"},
		{"log", "part=last epoch=131", "0.477968|+0.010236|−0.1%|99.8%"},
	}
}
