package run

import (
	"slices"
	"strconv"
	"strings"

	"hakseup/nn"
)

// Schedule is an nn.Schedule as the line writes it: a name, and numbers behind
// colons, as in step:50:0.5.
type Schedule struct {
	Name string
	// Every is the number of epochs of step, By the factor of step and
	// exponential.
	Every, By float64
}

// String returns the notation.
func (s Schedule) String() string {
	switch s.Name {
	case "step":
		return "step:" + format(s.Every) + ":" + format(s.By)
	case "exponential":
		return "exponential:" + format(s.By)
	}
	return s.Name
}

func (s Schedule) build(warmup float64, epochs int) nn.Schedule {
	var schedule nn.Schedule = nn.ConstantRate{}
	switch s.Name {
	case "step":
		schedule = nn.StepDecay{Every: s.Every, By: s.By}
	case "exponential":
		schedule = nn.ExponentialDecay{By: s.By}
	case "cosine":
		schedule = nn.CosineDecay{Epochs: max(float64(epochs)-warmup, 1)}
	}
	if warmup > 0 {
		schedule = nn.Warmup{Epochs: warmup, Then: schedule}
	}
	return schedule
}

func scheduleFlag() Flag {
	words := []string{"constant", "step:50:0.5", "exponential:0.99", "cosine"}
	positive := Takes{Above: true, Max: maxEpochs}
	share := Takes{Above: true, Max: 1}
	return Flag{
		Name: "schedule",
		get:  func(s *Spec) string { return s.Schedule.String() },
		set: func(s *Spec, value string) error {
			name, numbers, ok := parts(value)
			switch {
			case !ok:
			case (name == "constant" || name == "cosine") && len(numbers) == 0:
				s.Schedule = Schedule{Name: name}
				return nil
			case name == "step" && len(numbers) == 2 && positive.holds(numbers[0]) && share.holds(numbers[1]):
				s.Schedule = Schedule{Name: name, Every: numbers[0], By: numbers[1]}
				return nil
			case name == "exponential" && len(numbers) == 1 && share.holds(numbers[0]):
				s.Schedule = Schedule{Name: name, By: numbers[0]}
				return nil
			}
			return &ValueError{Flag: "schedule", Value: value, Takes: Takes{Words: words}}
		},
	}
}

// parts takes step:50:0.5 apart.
func parts(value string) (name string, numbers []float64, ok bool) {
	words := strings.Split(value, ":")
	for _, w := range words[1:] {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			return "", nil, false
		}
		numbers = append(numbers, v)
	}
	return words[0], numbers, true
}

// Init is an nn.Initializer as the line writes it: a name, and for some a
// number behind a colon, as in normal:0.01.
type Init struct {
	Name string
	// Value is the constant, the standard deviation of normal or the limit of
	// uniform.
	Value float64
}

// String returns the notation.
func (i Init) String() string {
	if i.withValue() {
		return i.Name + ":" + format(i.Value)
	}
	return i.Name
}

func (i Init) withValue() bool {
	return slices.Contains([]string{"constant", "normal", "uniform"}, i.Name)
}

func (i Init) build() nn.Initializer {
	switch i.Name {
	case "zeros":
		return nn.ZeroInit{}
	case "constant":
		return nn.ConstantInit{Value: i.Value}
	case "normal":
		return nn.NormalInit{Std: i.Value}
	case "uniform":
		return nn.UniformInit{Limit: i.Value}
	case "simple":
		return nn.SimpleInit{}
	case "he":
		return nn.HeInit{}
	}
	return nn.XavierInit{}
}

func initFlag() Flag {
	words := []string{"xavier", "he", "simple", "zeros", "constant:0.5", "normal:0.1", "uniform:0.5"}
	finite, size := Takes{Min: -1e6, Max: 1e6}, Takes{Max: 1e6}
	return Flag{
		Name: "init",
		get:  func(s *Spec) string { return s.Init.String() },
		set: func(s *Spec, value string) error {
			name, numbers, ok := parts(value)
			init := Init{Name: name}
			switch {
			case !ok:
			case init.withValue() && len(numbers) == 1 && (size.holds(numbers[0]) || name == "constant" && finite.holds(numbers[0])):
				init.Value = numbers[0]
				s.Init = init
				return nil
			case !init.withValue() && len(numbers) == 0 && slices.Contains(words, name):
				s.Init = init
				return nil
			}
			return &ValueError{Flag: "init", Value: value, Takes: Takes{Words: words}}
		},
	}
}
