package run

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hakseup/nn"
)

// Racer is an optimizer with its hyper-parameters, as it races over a surface.
type Racer struct {
	Optimizer string // name of an nn.OptimizerKind
	Rate      float64
	Keep      [2]float64 // how much of what it remembers stays, as Keeps names them
}

// Keeps names the hyper-parameters of an optimizer besides its rate, at most two:
// shares of what it remembers that stay at a step.
func Keeps(optimizer string) []string {
	switch optimizer {
	case "momentum", "nesterov":
		return []string{"beta"}
	case "rmsprop", "adadelta":
		return []string{"rho"}
	case "adam", "radam":
		return []string{"beta1", "beta2"}
	}
	return nil
}

// NewRacer returns an optimizer with the hyper-parameters that it usually has.
func NewRacer(optimizer string, rate float64) Racer {
	r := Racer{Optimizer: optimizer, Rate: rate}
	for i := range Keeps(optimizer) {
		r.Keep[i] = 0.9
	}
	if len(Keeps(optimizer)) > 1 {
		r.Keep[1] = 0.999
	}
	return r
}

// New returns the optimizer at its start, nil for one that there is not.
func (r Racer) New() nn.Optimizer {
	o := Spec{Optimizer: r.Optimizer, Rate: r.Rate}.optimizer()
	switch o := o.(type) {
	case *nn.Momentum:
		o.Beta = r.Keep[0]
	case *nn.Nesterov:
		o.Beta = r.Keep[0]
	case *nn.RMSProp:
		o.Rho = r.Keep[0]
	case *nn.Adadelta:
		o.Rho = r.Keep[0]
	case *nn.Adam:
		o.Beta1, o.Beta2 = r.Keep[0], r.Keep[1]
	case *nn.RAdam:
		o.Beta1, o.Beta2 = r.Keep[0], r.Keep[1]
	}
	return o
}

// far is so high that there is no way back.
const far = 1e12

// Over goes over a surface from its start and hands every place to visit, the
// start first, with its height above the lowest one, until visit returns false or
// all is lost.
func (r Racer) Over(s nn.Surface, visit func(step int, at [2]float64, height float64) bool) {
	o, low := r.New(), s.Lowest()
	w, g := s.Start, [2]float64{}
	for step := 0; ; step++ {
		height := s.At(w[0], w[1]) - low
		if !visit(step, w, height) || !(height < far) {
			return
		}
		g[0], g[1] = s.Gradient(w[0], w[1])
		o.Step(w[:], g[:])
	}
}

// Never is the step at which something does not happen.
const Never = -1

// Finish is how a racer comes to below a height.
type Finish struct {
	Touch int     // the first step below it
	Stay  int     // the step from which on it stays below for as long as it was watched
	End   float64 // how high it is in the end
}

// Finish watches a racer for a number of steps. It gives up, with neither step,
// when it cannot stay below the height from step within on.
func (r Racer) Finish(s nn.Surface, goal float64, steps, within int) Finish {
	f := Finish{Touch: Never, Stay: Never, End: math.Inf(1)}
	r.Over(s, func(step int, _ [2]float64, height float64) bool {
		f.End = height
		switch below := height < goal; {
		case !below && step >= within:
			f = Finish{Never, Never, math.Inf(1)}
			return false
		case !below:
			f.Stay = Never
		case f.Stay == Never:
			f.Stay = step
		}
		if f.Touch == Never && height < goal {
			f.Touch = step
		}
		return step < steps
	})
	return f
}

// Best tries 281 rates from 0.00001 to 100 and returns the racer with the one by
// which it stays below a height soonest, or, where none does, is lowest in the
// end.
func (r Racer) Best(s nn.Surface, goal float64, steps int) (Racer, Finish) {
	const rates, perDecade, lowest = 281, 40, 1e-5
	best, f, within := r, Finish{Never, Never, math.Inf(1)}, steps+1
	for i := range rates {
		c := r
		c.Rate = lowest * math.Pow(10, float64(i)/perDecade)
		switch k := c.Finish(s, goal, steps, within); {
		case k.Stay != Never && (f.Stay == Never || k.Stay < f.Stay):
			best, f, within = c, k, k.Stay
		case f.Stay == Never && k.End < f.End:
			best, f = c, k
		}
	}
	return best, f
}

// Line says a racer as ParseRacer reads it.
func (r Racer) Line() string {
	line := "--optimizer " + r.Optimizer + " --lr " + format(r.Rate)
	for i, name := range Keeps(r.Optimizer) {
		line += " --" + name + " " + format(r.Keep[i])
	}
	return line
}

// ParseRacer reads a racer: what is not said is as NewRacer has it, with the rate
// that libraries start from. The error is a *ValueError or an *UnknownFlagError.
func ParseRacer(line string) (Racer, error) {
	words := wordsOf(line)
	said := map[string]string{}
	for len(words) > 0 {
		name, value, joined := strings.Cut(words[0], "=")
		if !strings.HasPrefix(name, "--") {
			return Racer{}, &UnknownFlagError{words[0]}
		}
		words = words[1:]
		if !joined && len(words) > 0 {
			value, words = words[0], words[1:]
		}
		said[strings.TrimPrefix(name, "--")] = value
	}
	s := Spec{Optimizer: "sgd"}
	if value, ok := said["optimizer"]; ok {
		if err := optimizerFlag().Set(&s, value); err != nil {
			return Racer{}, err
		}
	}
	kinds := nn.OptimizerKinds()
	r := NewRacer(s.Optimizer, kinds[slices.IndexFunc(kinds, func(k nn.OptimizerKind) bool { return k.Name == s.Optimizer })].Rate)
	return r, r.read(said)
}

// read takes what is said over.
func (r *Racer) read(said map[string]string) error {
	keeps := Keeps(r.Optimizer)
	for name, value := range said {
		at, takes := &r.Rate, Takes{Above: true, Max: math.Inf(1)}
		switch i := slices.Index(keeps, name); {
		case name == "optimizer":
			continue
		case i >= 0:
			at, takes = &r.Keep[i], Takes{Max: 1, Below: true}
		case name != "lr":
			return &UnknownFlagError{"--" + name}
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || !takes.holds(v) {
			return &ValueError{Flag: name, Value: value, Takes: takes}
		}
		*at = v
	}
	return nil
}
