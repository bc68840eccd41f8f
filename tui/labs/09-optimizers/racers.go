package optimizers

import (
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn/run"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// racer is an optimizer that takes part: how it is called and drawn. It is told
// from the others by its sign and its stroke, the colour comes on top.
type racer struct {
	id, kind string // in a scene, and as package nn calls it
	name     lang.Text
	sign     plot.Mark
	role     theme.Role
	stroke   plot.Stroke
	book     float64 // the rate to begin with: the book's, for the four that it has
}

// racers are all that take part, in the order of the lecture.
func racers() []racer {
	return []racer{
		{"sgd", "sgd", lang.Same("SGD"), "S", theme.Text, plot.Solid, 0.95},
		{"momentum", "momentum", lang.T("모멘텀", "momentum"), "M", theme.ClassB, plot.Dashed, 0.1},
		{"printed", "printed-momentum", lang.T("자료, w 먼저", "handout, w first"), "W", theme.Wrong, plot.Dotted, 0.1},
		{"handout", "handout-momentum", lang.T("자료, v 먼저", "handout, v first"), "V", theme.Correct, plot.Solid, 0.1},
		{"nesterov", "nesterov", lang.T("네스테로프", "Nesterov"), "N", theme.Truth, plot.Solid, 0.1},
		{"adagrad", "adagrad", lang.Same("Adagrad"), "G", theme.ClassC, plot.Solid, 1.5},
		{"rmsprop", "rmsprop", lang.Same("RMSProp"), "R", theme.Accent, plot.Dashed, 0.1},
		{"adadelta", "adadelta", lang.Same("Adadelta"), "D", theme.Correct, plot.Dotted, 1},
		{"adam", "adam", lang.Same("Adam"), "A", theme.Path, plot.Dotted, 0.3},
		{"radam", "radam", lang.Same("RAdam"), "L", theme.Wrong, plot.Dashed, 0.3},
	}
}

// field is which of them race together, by name in a scene.
type field struct {
	id   string
	name lang.Text
	ids  []string
}

// fields are the ones to choose from; of the last only the chosen one races.
func fields() []field {
	return []field{
		{"book", lang.T("교재의 넷", "the book's four"), []string{"sgd", "momentum", "adagrad", "adam"}},
		{"inertia", lang.T("관성", "with inertia"), []string{"sgd", "momentum", "printed", "handout", "nesterov"}},
		{"own", lang.T("가중치마다 학습률", "a rate a weight"), []string{"sgd", "adagrad", "rmsprop", "adadelta"}},
		{"adams", lang.T("Adam과 친척", "Adam's kin"), []string{"momentum", "rmsprop", "adam", "radam"}},
		{"all", lang.T("모두", "all"), nil},
		{"one", lang.T("고른 것만", "the chosen one"), []string{}},
	}
}

// racing lists by index who races: those of the field, and the chosen one.
func (s *race) racing() []int {
	var out []int
	for i, r := range racers() {
		if ids := fields()[s.field].ids; ids == nil || i == s.chosen || slices.Contains(ids, r.id) {
			out = append(out, i)
		}
	}
	return out
}

// entered returns a racer as it is entered: with the rate that is to be taken now.
func (s *race) entered(i int) run.Racer {
	r := s.own[i]
	switch s.rates {
	case bookRates:
		r = run.NewRacer(racers()[i].kind, racers()[i].book)
	case bestRates:
		r.Rate = s.fair(i).rate
	}
	return r
}

// take makes what is entered now the learner's own, with the chosen one changed.
func (s *race) take(change func(r *run.Racer)) {
	for i := range s.own {
		s.own[i] = s.entered(i)
	}
	before := s.own[s.chosen]
	if change(&s.own[s.chosen]); s.own[s.chosen] != before {
		s.rates = ownRates
	}
}

// course is what they race over.
type course struct {
	on          string
	turn, scale float64
	start       [2]float64
}

func (s *race) course() course { return course{s.on, s.turn, s.scale, s.start} }

// outcome is what has come of a racer on a course, worked out once and never
// written to: where it is after every step, how high above the lowest point of the
// hill that is, and how it comes to below the height that counts.
type outcome struct {
	course course
	racer  run.Racer

	at      [][2]float64
	heights []float64
	run.Finish
}

// outcome returns that of a racer as things stand.
func (s *race) outcome(i int) *outcome {
	r := s.entered(i)
	if o := s.outcomes[i]; o != nil && o.course == s.course() && o.racer == r {
		return o
	}
	o := &outcome{course: s.course(), racer: r, Finish: r.Finish(s.ground(), s.goal(), watched, watched+1)}
	r.Over(s.ground(), func(step int, p [2]float64, height float64) bool {
		o.at, o.heights = append(o.at, p), append(o.heights, height/s.scale)
		return step < mostSteps
	})
	s.outcomes[i] = o
	return o
}

// fairly is the best that a racer can do on a course, and the rate with which.
// It is never written to.
type fairly struct {
	course course
	keep   [2]float64

	rate float64
	run.Finish
}

// fair tries many rates of a racer, unless it has been done.
func (s *race) fair(i int) *fairly {
	r := s.own[i]
	if s.rates == bookRates {
		r = run.NewRacer(racers()[i].kind, 1)
	}
	if f := s.best[i]; f != nil && f.course == s.course() && f.keep == r.Keep {
		return f
	}
	best, finish := r.Best(s.ground(), s.goal(), watched)
	s.best[i] = &fairly{s.course(), r.Keep, best.Rate, finish}
	return s.best[i]
}
