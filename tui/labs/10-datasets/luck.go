package datasets

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// luck measures one network on few points again and again: by a single split, or
// by cross validation, each time with another shuffle.
type luck struct {
	lab.Bench

	n      float64
	way    int // an index into ways
	points data.Set
	truth  float64
	tries  [3][]float64 // of each way, never written to
}

// ways are the ways to measure.
func ways() []way {
	return []way{
		{"single", lang.T("한 번 나누기", "single split"), 0, 200, theme.ClassA},
		{"five", lang.T("5겹 교차 검증", "5-fold"), 5, 40, theme.ClassB},
		{"ten", lang.T("10겹 교차 검증", "10-fold"), 10, 40, theme.ClassC},
	}
}

type way struct {
	id    string
	name  lang.Text
	folds int // 0: a single split of 80 to 20
	most  int // tries
	role  theme.Role
}

// NewLuck returns the lab "luck".
func NewLuck() lab.Lab { return &luck{n: 100} }

func (s *luck) Title() lang.Text { return lang.T("나누기의 운", "The luck of the split") }
func (s *luck) Clone() lab.Lab   { c := *s; return &c }

const (
	noisy = 1.2
	fresh = 10000 // points that tell the truth
)

func (s *luck) recipe() recipe { return recipe{units: 8, epochs: 60} }

// Start draws the points, and measures on fresh ones what the network is worth
// that learns from all of them.
func (s *luck) Start(seed uint64) {
	s.tries = [3][]float64{}
	s.points = moons(int(s.n), noisy, seed)
	s.truth = accuracy(s.recipe().learn(s.points, seed), moons(fresh, noisy, seed+1<<32))
}

func (s *luck) Panel() lab.Panel {
	var all []lab.Value[int]
	for i, w := range ways() {
		all = append(all, lab.Opt(i, w.id, w.name))
	}
	return lab.Panel{
		lab.Choose(&s.way, "way", lang.T("재는 방법", "way to measure"), all...),
		lab.Slide(&s.n, "n", lang.T("데이터의 수", "points"), 100).From(50, 200).By(50, 50).OnGrid().Writes(lab.Brief).Then(func() { s.Start(s.Seed()) }),
	}
}

// Advance measures once more.
func (s *luck) Advance(nn.Stride, func() bool) (goesOn bool) {
	w, done := ways()[s.way], s.tries[s.way]
	if len(done) >= w.most {
		return false
	}
	s.tries[s.way] = append(slices.Clip(done), s.measure(w, uint64(len(done))))
	return len(done)+1 < w.most
}

// measure shuffles by a seed and returns the accuracy on what was held back: of
// folds the mean.
func (s *luck) measure(w way, seed uint64) float64 {
	if w.folds == 0 {
		parts, _ := s.points.Split(seed, 0.8, 0.2)
		return accuracy(s.recipe().learn(parts[0], seed), parts[1])
	}
	folds, _ := s.points.Folds(w.folds, seed)
	var scores []float64
	for _, f := range folds {
		scores = append(scores, accuracy(s.recipe().learn(f.Train, seed), f.Test))
	}
	m, _ := lab.Mean(scores)
	return m
}

// Back takes the last measurement back.
func (s *luck) Back(nn.Stride) (goesOn bool) {
	if n := len(s.tries[s.way]); n > 0 {
		s.tries[s.way] = s.tries[s.way][:n-1]
	}
	return len(s.tries[s.way]) > 0
}

func (s *luck) Facts() []lab.Fact {
	facts := []lab.Fact{lab.Num("truth", lang.T("새 데이터에서의 실제 정확도", "true accuracy, on fresh points"), s.truth, lab.Percent)}
	for i, w := range ways() {
		facts = append(facts, spreadFacts(w.id, w.name, s.tries[i])...)
	}
	return facts
}

// whole writes a share as a whole percentage.
func whole(v float64) string { return lab.Fixed(100*v, 0) + "%" }

// spreadFacts say how values are spread: none of it is known of no values.
func spreadFacts(id string, name lang.Text, values []float64) []lab.Fact {
	label := func(ko, en string) lang.Text { return lang.T(name.KO+", "+ko, name.EN+", "+en) }
	m, deviation := lab.Mean(values)
	low, high := m, m
	if len(values) > 0 {
		low, high = slices.Min(values), slices.Max(values)
	}
	return []lab.Fact{
		lab.Num(id+".n", label("횟수", "times"), float64(len(values)), lab.Brief),
		lab.Num(id+".mean", label("평균", "mean"), m, lab.Percent),
		lab.Num(id+".sd", label("표준편차", "standard deviation"), deviation, lab.Percent),
		lab.Num(id+".low", label("가장 낮을 때", "lowest"), low, lab.Percent),
		lab.Num(id+".high", label("가장 높을 때", "highest"), high, lab.Percent),
	}
}

func (s *luck) Caption(l lang.Lang) string {
	w, tries := ways()[s.way], s.tries[s.way]
	switch {
	case len(tries) == 0 || !s.Shows(w.id):
		return lang.T("Space로 재기를 되풀이해요. 매번 같은 점을 다르게 섞어 나눠요.", "Space measures again and again. Each time the same points are shuffled anew.").In(l)
	case len(tries) == 1:
		return lang.Sprintf("%[1]s: %[2]s. 다르게 섞어서 다시 재 보세요.", "%[1]s: %[2]s. Shuffle and measure again.", w.name.In(l), lab.Percent(tries[0])).In(l)
	}
	m, deviation := lab.Mean(tries)
	return lang.Sprintf("%[1]s %[2]d번: 평균 %[3]s, 표준편차 %[4]s, %[5]s부터 %[6]s까지.", "%[1]s, %[2]d times: mean %[3]s, deviation %[4]s, from %[5]s to %[6]s.",
		w.name.In(l), len(tries), lab.Percent(m), lab.Percent(deviation), lab.Percent(slices.Min(tries)), lab.Percent(slices.Max(tries))).In(l)
}

// Views shows all measurements on one axis.
func (s *luck) Views() []lab.View {
	return []lab.View{{ID: "spread", Label: lang.T("흩어짐", "spread"), Pictures: func(l lang.Lang) []lab.Block {
		h := lab.Heaps{Axis: plot.Range{Min: 0.4, Max: 1}, Tick: whole, Format: lab.Percent, Truth: s.truth}
		if !s.Shows("truth") {
			h.Truth = math.NaN()
		}
		for i, w := range ways() {
			if s.Places(w.id) {
				h.Groups = append(h.Groups, lab.Heap{Label: w.name.In(l), Values: s.tries[i], Role: w.role, Asked: s.Held(w.id)})
			}
		}
		signs := lab.Lines{Rows: [][]lab.Cell{{
			lab.Strong("◆ "), lab.Muted(lang.T("평균", "mean").In(l)), lab.Plain("  ━ "), lab.Muted(lang.T("표준편차", "deviation").In(l)),
			lab.In(theme.Truth, "  │ "), lab.Muted(lang.T("실제", "true").In(l)), lab.Strong(" " + s.Told("truth", lab.Percent(s.truth))),
		}}, W: 40}
		legend := lab.Drawn(signs.Need(), nil, signs.Draw) // the values are said below
		return []lab.Block{lab.Above(1, lab.Low(legend), h), lab.Above(0, lab.Low(legend), h), h}
	}}}
}
