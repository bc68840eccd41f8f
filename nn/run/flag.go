package run

import (
	"slices"
	"strconv"
	"strings"

	"hakseup/nn"
)

// always makes Line mention a flag in any case.
func always(f Flag) Flag {
	f.Always = true
	return f
}

// restarts keeps Run.Adjust from changing a flag.
func restarts(f Flag) Flag {
	f.Restarts = true
	return f
}

// word is a flag that takes one of some words.
func word(name string, words []string, at func(*Spec) *string) Flag {
	return Flag{
		Name: name,
		get:  func(s *Spec) string { return *at(s) },
		set: func(s *Spec, value string) error {
			if !slices.Contains(words, value) {
				return &ValueError{Flag: name, Value: value, Takes: Takes{Words: words}}
			}
			*at(s) = value
			return nil
		},
	}
}

// number is a flag that takes a number.
func number(name string, takes Takes, at func(*Spec) *float64) Flag {
	return Flag{
		Name: name,
		get:  func(s *Spec) string { return format(*at(s)) },
		set: func(s *Spec, value string) error {
			v, err := strconv.ParseFloat(value, 64)
			if err != nil || !takes.holds(v) {
				return &ValueError{Flag: name, Value: value, Takes: takes}
			}
			*at(s) = v
			return nil
		},
	}
}

// format writes a number as short as it can be read back.
func format(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// whole is a flag that takes a whole number.
func whole(name string, low, high int, at func(*Spec) *int) Flag {
	takes := between(low, high)
	return Flag{
		Name: name,
		get:  func(s *Spec) string { return strconv.Itoa(*at(s)) },
		set: func(s *Spec, value string) error {
			v, err := strconv.Atoi(value)
			if err != nil || !takes.holds(float64(v)) {
				return &ValueError{Flag: name, Value: value, Takes: takes}
			}
			*at(s) = v
			return nil
		},
	}
}

// orWord lets a flag take a word besides: choose stores what it stands for,
// and is tells whether it is stored.
func orWord(f Flag, w string, is func(*Spec) bool, choose func(*Spec)) Flag {
	get, set := f.get, f.set
	f.get = func(s *Spec) string {
		if is(s) {
			return w
		}
		return get(s)
	}
	f.set = func(s *Spec, value string) error {
		if value == w {
			choose(s)
			return nil
		}
		err := set(s, value)
		if e, ok := err.(*ValueError); ok { //nolint:errorlint // made above, never wrapped
			e.Takes.Words = append(slices.Clone(e.Takes.Words), w)
		}
		return err
	}
	return f
}

const auto = "auto"

func samplesFlag() Flag {
	at := func(s *Spec) *int { return &s.Samples }
	return orWord(whole("samples", minSamples, maxSamples, at), auto,
		func(s *Spec) bool { return s.Samples == 0 }, func(s *Spec) { s.Samples = 0 })
}

func noiseFlag(takes Takes) Flag {
	at := func(s *Spec) *float64 { return &s.Noise }
	return orWord(number("noise", takes, at), auto,
		func(s *Spec) bool { return s.Noise == Auto }, func(s *Spec) { s.Noise = Auto })
}

func lossFlag() Flag {
	words := []string{nn.SquaredErrorLoss.String(), nn.MeanSquaredErrorLoss.String(), nn.CrossEntropyLoss.String()}
	return orWord(word("loss", words, func(s *Spec) *string { return &s.Loss }), auto,
		func(s *Spec) bool { return s.Loss == "" }, func(s *Spec) { s.Loss = "" })
}

func batchFlag() Flag {
	return orWord(whole("batch", 1, maxSamples, func(s *Spec) *int { return &s.Batch }), "all",
		func(s *Spec) bool { return s.Batch == nn.FullBatch }, func(s *Spec) { s.Batch = nn.FullBatch })
}

func hiddenFlag() Flag {
	units := Flag{
		Name: "hidden",
		get: func(s *Spec) string {
			words := make([]string, len(s.Hidden))
			for i, units := range s.Hidden {
				words[i] = strconv.Itoa(units)
			}
			return strings.Join(words, ",")
		},
		set: setHidden,
	}
	return orWord(units, "none", func(s *Spec) bool { return len(s.Hidden) == 0 }, func(s *Spec) { s.Hidden = nil })
}

func setHidden(s *Spec, value string) error {
	takes := between(1, maxUnits)
	takes.UpTo = maxLayers
	words := strings.Split(value, ",")
	hidden := make([]int, len(words))
	for i, w := range words {
		units, err := strconv.Atoi(strings.TrimSpace(w))
		if err != nil || !takes.holds(float64(units)) || len(words) > maxLayers {
			return &ValueError{Flag: "hidden", Value: value, Takes: takes}
		}
		hidden[i] = units
	}
	s.Hidden = hidden
	return nil
}

// named is a flag for one of some values that have names.
func named[T interface {
	comparable
	String() string
}](name string, all []T, at func(*Spec) *T,
) Flag {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = v.String()
	}
	return Flag{
		Name: name,
		get:  func(s *Spec) string { return (*at(s)).String() },
		set: func(s *Spec, value string) error {
			i := slices.Index(words, value)
			if i < 0 {
				return &ValueError{Flag: name, Value: value, Takes: Takes{Words: words}}
			}
			*at(s) = all[i]
			return nil
		},
	}
}

func activationFlag() Flag {
	all := []nn.Activation{nn.Identity, nn.Sigmoid, nn.Tanh, nn.ReLU, nn.LeakyReLU}
	return named("activation", all, func(s *Spec) *nn.Activation { return &s.Activation })
}

func measureFlag() Flag {
	all := []nn.Measure{nn.ValidationLoss, nn.ValidationAccuracy}
	return named("stop-on", all, func(s *Spec) *nn.Measure { return &s.EarlyStopping.On })
}

func optimizerFlag() Flag {
	var words []string
	for _, k := range nn.OptimizerKinds() {
		words = append(words, k.Name)
	}
	return word("optimizer", words, func(s *Spec) *string { return &s.Optimizer })
}

func seedFlag() Flag {
	return Flag{
		Name: "seed",
		get:  func(s *Spec) string { return strconv.FormatUint(s.Seed, 10) },
		set: func(s *Spec, value string) error {
			v, err := strconv.ParseUint(value, 10, 64)
			if err != nil {
				return &ValueError{Flag: "seed", Value: value, Takes: Takes{Whole: true, Max: 1 << 64, Below: true}}
			}
			s.Seed = v
			return nil
		},
	}
}
