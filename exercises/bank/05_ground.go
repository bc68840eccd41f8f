package bank

import (
	"context"
	"slices"
	"strings"
	"sync"

	"hakseup/exercises/answer"
	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/nn/data"
	"hakseup/nn/run"
)

// ground is where lines of a challenge are trained, and what has come of them: no
// training is done twice, though a grading asks more than once.
type ground struct {
	data  string
	few   int                                  // samples; 0: as many as the set has of itself
	noise float64                              // run.Auto: the set's own
	score func(s run.Spec, r *run.Run) float64 // of a run that has come to its end

	mu   sync.Mutex
	done map[training]float64
}

// training is a line from the start of a seed.
type training struct {
	line string
	seed uint64
}

func newGround(data string, score func(s run.Spec, r *run.Run) float64) *ground {
	return &ground{data: data, noise: run.Auto, score: score, done: map[training]float64{}}
}

// spec is the run of a line with everything that is not the learner's choice.
func (g *ground) spec(line string, seed uint64) (run.Spec, error) {
	s, err := run.Parse(line)
	s.Data, s.Noise, s.Samples, s.Points, s.Seed = g.data, g.noise, g.few, nil, seed
	if s.Batch > len(data.Inputs()) { // too many for a gate
		s.FitBatch()
	}
	return s, err
}

// refuse says why a line cannot be trained there.
func (g *ground) refuse(line string) lang.Text {
	s, err := g.spec(line, 1)
	if err == nil {
		_, err = s.Start()
	}
	return trial.Explain(err)
}

// is tests what a line says.
func (g *ground) is(test func(s run.Spec) bool) func(answer.Value) bool {
	return func(got answer.Value) bool {
		s, err := g.spec(got.Typed(), 1)
		return err == nil && test(s)
	}
}

// scores trains a line from the start of every seed.
func (g *ground) scores(line string, seeds []uint64) []float64 {
	g.mu.Lock()
	defer g.mu.Unlock()
	var all []float64
	for _, seed := range seeds {
		k := training{line, seed}
		if _, ok := g.done[k]; !ok {
			g.done[k] = g.train(line, seed)
		}
		all = append(all, g.done[k])
	}
	return all
}

// train gives 0 to a training that cannot be begun, or diverges.
func (g *ground) train(line string, seed uint64) float64 {
	s, err := g.spec(line, seed)
	if err != nil {
		return 0
	}
	r, err := s.Start()
	if err != nil || r.Trainer.Run(context.Background()) != nil {
		return 0
	}
	return g.score(s, r)
}

// parametersOf is how many the network of a run in the plane has.
func parametersOf(s run.Spec) int {
	features, _ := s.Plane()
	weights, biases := layerSizes{slices.Concat([]int{len(features)}, s.Hidden, []int{2})}.parameters()
	return weights + biases
}

// list writes values one after the other.
func list[T any](values []T, say func(T) string) string {
	var words []string
	for _, v := range values {
		words = append(words, say(v))
	}
	return strings.Join(words, ", ")
}
