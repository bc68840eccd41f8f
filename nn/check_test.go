package nn_test

import (
	"math"
	"strings"
	"testing"

	"hakseup/nn"
)

// numbers of every optimizer by the names of their fields, all in their ranges.
func numbers(o nn.Optimizer) map[string]*float64 {
	switch o := o.(type) {
	case *nn.SGD:
		return map[string]*float64{"Rate": &o.Rate}
	case *nn.Momentum:
		return map[string]*float64{"Rate": &o.Rate, "Beta": &o.Beta}
	case *nn.HandoutMomentum:
		return map[string]*float64{"Rate": &o.Rate, "Alpha": &o.Alpha}
	case *nn.Nesterov:
		return map[string]*float64{"Rate": &o.Rate, "Beta": &o.Beta}
	case *nn.Adagrad:
		return map[string]*float64{"Rate": &o.Rate, "Delta": &o.Delta}
	case *nn.RMSProp:
		return map[string]*float64{"Rate": &o.Rate, "Rho": &o.Rho, "Delta": &o.Delta}
	case *nn.Adadelta:
		return map[string]*float64{"Rate": &o.Rate, "Rho": &o.Rho, "Delta": &o.Delta}
	case *nn.Adam:
		return map[string]*float64{"Rate": &o.Rate, "Beta1": &o.Beta1, "Beta2": &o.Beta2, "Delta": &o.Delta}
	case *nn.AdamW:
		all := numbers(&o.Adam)
		all["Decay"] = &o.Decay
		return all
	case *nn.RAdam:
		return map[string]*float64{"Rate": &o.Rate, "Beta1": &o.Beta1, "Beta2": &o.Beta2, "Delta": &o.Delta}
	}
	return nil
}

func TestOptimizersCheckTheirFields(t *testing.T) {
	t.Parallel()
	for name, o := range every() {
		if err := o.Check(3); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		fields := numbers(o)
		if len(fields) == 0 {
			t.Errorf("%s has no fields", name)
		}
		for field, at := range fields {
			good, wrong := *at, []float64{nan, inf, -inf, -0.1}
			if strings.HasPrefix(field, "Beta") || field == "Rho" {
				wrong = append(wrong, 1, 1.5)
			}
			for _, *at = range wrong {
				if err := o.Check(3); err == nil || !strings.HasPrefix(err.Error(), field+" is a ") {
					t.Errorf("%s: with %s = %v the error is %v", name, field, *at, err)
				}
			}
			*at = 0
			if err := o.Check(3); err != nil {
				t.Errorf("%s: with %s = 0: %v", name, field, err)
			}
			*at = good
		}
		o.Step([]float64{1, 2, 3}, []float64{1, 1, 1})
		if err := o.Check(3); err != nil {
			t.Errorf("%s: after a step: %v", name, err)
		}
		if err := o.Check(4); (err == nil) != (name == "sgd") {
			t.Errorf("%s: of another network: %v", name, err)
		}
	}
	if err := (&nn.Adam{T: -1}).Check(1); err == nil || !strings.Contains(err.Error(), "T, the number of steps") {
		t.Errorf("error %v", err)
	}
}

func TestSchedulesCheckTheirFields(t *testing.T) {
	t.Parallel()
	for _, s := range []nn.Schedule{
		nn.ConstantRate{},
		nn.StepDecay{Every: 3, By: 0.5},
		nn.ExponentialDecay{By: 0.9},
		nn.CosineDecay{Epochs: 10},
		nn.Warmup{},
		nn.Warmup{Epochs: 2, Then: nn.CosineDecay{Epochs: 1, Floor: 0.1}},
	} {
		if err := s.Check(); err != nil {
			t.Errorf("%+v: %v", s, err)
		}
	}
	for want, s := range map[string]nn.Schedule{
		"Every is a number above 0, not 0":     nn.StepDecay{By: 0.5},
		"Every is a number above 0, not NaN":   nn.StepDecay{Every: nan, By: 0.5},
		"By is a number from 0 up, not -1":     nn.StepDecay{Every: 1, By: -1},
		"By is a number from 0 up, not +Inf":   nn.ExponentialDecay{By: inf},
		"Epochs is a number above 0, not 0":    nn.CosineDecay{},
		"Floor is a number from 0 up, not NaN": nn.CosineDecay{Epochs: 1, Floor: nan},
		"Epochs is a number from 0 up, not -2": nn.Warmup{Epochs: -2},
		"By is a number from 0 up, not NaN":    nn.Warmup{Epochs: 2, Then: nn.ExponentialDecay{By: nan}},
	} {
		if err := s.Check(); err == nil || err.Error() != want {
			t.Errorf("%+v: error %v, want %q", s, err, want)
		}
	}
}

// A loss that has become astronomic counts as a divergence long before it is
// infinite; one that is large from the start does not.
func TestAstronomicLossDiverges(t *testing.T) {
	t.Parallel()
	line := func(scale float64) nn.Samples {
		return nn.Samples{X: nn.NewMatrix(4, 1, 1, 2, 3, 4), T: nn.NewMatrix(4, 1, scale, 3*scale, 2*scale, 4*scale)}
	}
	for _, scale := range []float64{1e-3, 1, 1e6} {
		for _, every := range []int{0, 1} {
			tr := trainer(t, network(t, seeded(), 1, nn.Dense{Units: 1}), line(scale), nn.Samples{}, nn.Config{
				Batch: nn.FullBatch, Epochs: 2000, Every: every, Optimizer: nn.NewSGD(0.5),
			})
			start := tr.Now().Train.Loss
			err := tr.Run(t.Context())
			if end := tr.Now().Train.Loss; err == nil || tr.Diverged() == nil || end < start || end > 1e14*max(start, 1) || tr.Steps() > 100 {
				t.Errorf("scale %v: %v after %d steps, with a loss of %v", scale, err, tr.Steps(), end)
			}
			// A smaller rate leads out, from a loss however large.
			if err := tr.Adjust(func(s *nn.Settings) { *s.Optimizer.LearningRate() = 0.05 }); err != nil {
				t.Fatal(err)
			}
			if err := tr.Run(t.Context()); err != nil || tr.Now().Train.Loss > start {
				t.Errorf("scale %v: %v, and a loss of %v", scale, err, tr.Now().Train.Loss)
			}
		}
	}
	large := trainer(t, network(t, seeded(), 1, nn.Dense{Units: 1}), line(1e12), nn.Samples{}, nn.Config{Batch: 1, Epochs: 500, Optimizer: nn.NewSGD(0.02)})
	if err := large.Run(t.Context()); err != nil || math.Abs(large.Network().Params[0]/1e12-1) > 0.5 {
		t.Errorf("%v, and the slope is %v", err, large.Network().Params[0])
	}
}
