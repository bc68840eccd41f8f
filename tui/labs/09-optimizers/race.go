package optimizers

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/lab"
)

// race lets optimizers go over one ground from one start. What it shows follows
// from its settings and from how many steps have been made: a rate that is moved
// bends the whole path.
type race struct {
	lab.Bench

	on          string     // name of the surface
	turn, scale float64    // of the ground, in degrees; of the loss
	start       [2]float64 // on the ground before it is turned
	field       int        // an index into fields
	rates       string     // where the rates come from
	chosen      int        // an index into racers
	own         [mostRacers]run.Racer
	shown       float64 // how many of the arrows of a step
	steps       int

	outcomes [mostRacers]*outcome // nil: not worked out yet
	best     [mostRacers]*fairly
}

const (
	mostRacers = 10
	mostSteps  = 200
	watched    = 1000  // steps for which it is watched whether one stays below
	low        = 0.001 // the height to come below
)

// Where the rates come from.
const (
	bookRates = "book"
	bestRates = "best"
	ownRates  = "own"
)

// NewRace returns the lab "race".
func NewRace() lab.Lab {
	s := &race{on: grounds()[0].id, scale: 1, rates: bookRates}
	for i, r := range racers() {
		s.own[i] = run.NewRacer(r.kind, r.book)
	}
	return s
}

func (s *race) Title() lang.Text { return lang.T("최적화 경주", "The optimizers' race") }
func (s *race) Clone() lab.Lab   { c := *s; return &c }

// Start goes back to where all start.
func (s *race) Start(uint64) { s.steps = 0 }

// grounds are the surfaces to race on.
func grounds() []struct {
	id   string
	name lang.Text
} {
	return []struct {
		id   string
		name lang.Text
	}{
		{"valley", lang.T("긴 골짜기", "long valley")},
		{"rosenbrock", lang.T("로젠브록", "Rosenbrock")},
		{"beale", lang.T("빌", "Beale")},
		{"saddle", lang.T("안장", "saddle")},
		{"rastrigin", lang.T("골짜기 여럿", "many minima")},
	}
}

// flat is the surface before it is turned and scaled, with the learner's start.
func (s *race) flat() nn.Surface {
	all := nn.Surfaces()
	g := all[max(0, slices.IndexFunc(all, func(g nn.Surface) bool { return g.Name == s.on }))]
	g.Start = s.start
	return g
}

// hill is what the picture shows, and ground what the optimizers see of it.
func (s *race) hill() nn.Surface   { return s.flat().Turned(s.turn) }
func (s *race) ground() nn.Surface { return s.hill().Scaled(s.scale) }
func (s *race) goal() float64      { return low * s.scale }

// reach is how far from the middle of its window a surface goes, in whole numbers,
// and where that is.
func reach(g nn.Surface) (r float64, middle [2]float64) {
	return math.Ceil(math.Hypot(g.X[1]-g.X[0], g.Y[1]-g.Y[0]) / 2), [2]float64{(g.X[0] + g.X[1]) / 2, (g.Y[0] + g.Y[1]) / 2}
}

// put moves the start to where it is pointed at, on the ground as it lies, within
// its reach.
func (s *race) put(axis int, v float64) {
	g, at := s.flat(), s.hill().Start
	at[axis] = v
	r, m := reach(g)
	if d := math.Hypot(at[0]-m[0], at[1]-m[1]); d > r {
		other := 1 - axis
		at[other] = m[other] + math.Copysign(math.Sqrt(max(0, r*r-(v-m[axis])*(v-m[axis]))), at[other]-m[other])
	}
	g.Start = at
	s.start = g.Turned(-s.turn).Start
}

func (s *race) Panel() lab.Panel {
	var on []lab.Value[string]
	for _, g := range grounds() {
		on = append(on, lab.Opt(g.id, g.id, g.name))
	}
	var fs, rs []lab.Value[int]
	for i, f := range fields() {
		fs = append(fs, lab.Opt(i, f.id, f.name))
	}
	for i, r := range racers() {
		rs = append(rs, lab.Opt(i, r.id, r.name))
	}
	p := lab.Panel{
		lab.Choose(&s.on, "on", lang.T("땅", "ground"), on...).Then(func() { s.start = s.from() }),
		lab.Slide(&s.turn, "turn", lang.T("땅을 돌리기", "turn the ground"), 0).From(0, 45).By(1, 15).Writes(func(v float64) string { return lab.Brief(v) + "°" }),
		lab.Slide(&s.scale, "scale", lang.T("손실의 배율", "loss times"), 1).From(0.01, 100).Log().Writes(lab.Short),
		s.startControl(0, "x", lang.T("출발 x", "start x")).AlongX("ground"),
		s.startControl(1, "y", lang.T("출발 y", "start y")).AlongY("ground"),
		lab.Choose(&s.field, "field", lang.T("출전", "who races"), fs...).When(!s.Sees(stepView)),
		lab.Choose(&s.rates, "rates", lang.T("학습률 정하기", "rates from"),
			lab.Opt(bookRates, bookRates, lang.T("교재의 값", "the book's")), lab.Opt(bestRates, bestRates, lang.T("저마다 가장 좋은 값", "the best of each")),
			lab.Opt(ownRates, ownRates, lang.T("내가 정한 값", "my own"))),
		lab.Choose(&s.chosen, "optimizer", lang.T("고른 것", "chosen"), rs...),
	}
	return append(p, s.hyper()...)
}

// from is where the surface is best started from.
func (s *race) from() [2]float64 {
	for _, g := range nn.Surfaces() {
		if g.Name == s.on {
			return g.Start
		}
	}
	return [2]float64{}
}

func (s *race) startControl(axis int, id string, label lang.Text) *lab.Control {
	r, m := reach(s.flat())
	return lab.Bind(lab.Slider, id, label, func() float64 {
		return max(m[axis]-r, min(m[axis]+r, s.hill().Start[axis]))
	}, func(v float64) { s.put(axis, v) }).From(m[axis]-r, m[axis]+r).By(0.1, 1).BeginAt(s.from()[axis]).Writes(lab.Brief)
}

// hyper are the hyper-parameters of the chosen one, and how many arrows of its
// step are drawn.
func (s *race) hyper() lab.Panel {
	now := s.entered(s.chosen)
	keeps := run.Keeps(now.Optimizer)
	usual := run.NewRacer(now.Optimizer, 1)
	keep := func(i int, id string) *lab.Control {
		label := lang.Same("β")
		if i < len(keeps) {
			label = lang.Same(map[string]string{"beta": "β", "rho": "ρ", "beta1": "β₁", "beta2": "β₂"}[keeps[i]])
		}
		return lab.Bind(lab.Slider, id, label, func() float64 { return now.Keep[i] },
			func(v float64) { s.take(func(r *run.Racer) { r.Keep[i] = v }) }).From(0, 0.9999).By(0.01, 0.1).
			BeginAt(usual.Keep[i]).When(i < len(keeps))
	}
	line := now.Line()
	return lab.Panel{
		lab.Bind(lab.Slider, "rate", lang.T("학습률 ε", "rate ε"), func() float64 { return now.Rate },
			func(v float64) { s.take(func(r *run.Racer) { r.Rate = v }) }).From(1e-5, 100).Log().Writes(lab.Short).BeginAt(racers()[0].book),
		keep(0, "beta"),
		keep(1, "beta2"),
		lab.Slide(&s.shown, "arrows", lang.T("화살표", "arrows"), 3).From(1, 3).By(1, 1).OnGrid().Writes(lab.Brief).When(s.Sees(stepView)).Aside(),
		lab.Write(&line, lab.LineControl, lang.T("한 줄로", "as a line"), run.NewRacer("sgd", racers()[0].book).Line(), s.readLine).Aside(),
	}
}

// readLine enters what a line says in the place of the chosen one.
func (s *race) readLine(line string) error {
	r, err := run.ParseRacer(line)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(racers(), func(k racer) bool { return k.kind == r.Optimizer })
	if at < 0 {
		return lab.Refuse("%s: 이 경주에는 나오지 않아요.", "%s does not take part.", r.Optimizer)
	}
	s.chosen = at
	s.take(func(own *run.Racer) { *own = r })
	return nil
}

// Advance makes everyone's next step.
func (s *race) Advance(nn.Stride, func() bool) (goesOn bool) {
	s.steps = min(s.steps+1, mostSteps)
	return s.steps < mostSteps
}

// Back takes it back.
func (s *race) Back(nn.Stride) (goesOn bool) {
	s.steps = max(0, s.steps-1)
	return s.steps > 0
}

// path returns the places and the heights of a racer so far, as far as it is not
// lost.
func (s *race) path(i int) (at [][2]float64, heights []float64) {
	o := s.outcome(i)
	n := min(s.steps+1, len(o.at))
	return o.at[:n], o.heights[:n]
}

// height is where a racer is now, above the lowest point: +Inf where it is lost.
func (s *race) height(i int) float64 {
	_, h := s.path(i)
	if len(h) <= s.steps {
		return math.Inf(1)
	}
	return h[s.steps]
}

func steps(n int) float64 {
	if n == run.Never {
		return math.NaN()
	}
	return float64(n)
}

func (s *race) Facts() []lab.Fact {
	var heights, finishes, best []lab.Fact
	never := lang.T("아직 없음", "never yet")
	lowest, least := "none", math.Inf(1)
	all := racers()
	for _, i := range s.racing() {
		r := all[i]
		label := func(ko, en string) lang.Text { return lang.T(r.name.KO+" "+ko, r.name.EN+", "+en) }
		h := s.height(i)
		if h < least {
			lowest, least = r.id, h
		}
		f := s.outcome(i)
		heights = append(heights, lab.Num("height."+r.id, label("높이", "height"), h, nil).Else(lang.T("발산", "diverged")))
		finishes = append(finishes,
			lab.Num("touch."+r.id, label("처음 닿음", "first touch"), steps(f.Touch), lab.Brief).Else(never),
			lab.Num("stay."+r.id, label("머묾", "stays from"), steps(f.Stay), lab.Brief).Else(never))
		k := &fairly{rate: math.NaN(), Finish: run.Finish{Stay: run.Never}}
		if s.Sees(fairView) || s.rates == bestRates { // it takes a while
			k = s.fair(i)
		}
		best = append(best, lab.Num("best."+r.id, label("가장 좋은 ε", "best ε"), k.rate, lab.Short),
			lab.Num("fair."+r.id, label("그때 머묾", "stays from, then"), steps(k.Stay), lab.Brief).Else(never))
	}
	name := lang.T("없음", "none")
	for _, r := range all {
		if r.id == lowest {
			name = r.name
		}
	}
	standing := []lab.Fact{
		lab.Word("lowest", lang.T("가장 낮은 것", "lowest now"), lowest, name),
		lab.Num("taken", lang.T("걸음 수", "steps taken"), float64(s.steps), lab.Brief),
	}
	return slices.Concat(heights, standing, s.stepFacts(), finishes, best)
}

func (s *race) Caption(l lang.Lang) string {
	r, all := s.entered(s.chosen), racers()
	name := all[s.chosen].name.In(l)
	switch {
	case s.Sees(fairView):
		return lang.Sprintf("%[2]d걸음을 보았어요. '머묾'은 그 걸음부터 높이 %[1]s 아래를 떠나지 않는다는 뜻이에요.", "Watched for %[2]d steps. 'Stays' is the step from which on it never leaves the heights below %[1]s.", lab.Short(low), watched).In(l)
	case s.Sees(stepView):
		return s.stepCaption(l)
	}
	h := s.height(s.chosen)
	if math.IsInf(h, 1) && s.Shows("height") {
		return lang.Sprintf("%[1]d걸음 뒤: %[2]s(ε = %[3]s)은 발산했어요.", "After %[1]d steps: %[2]s, at ε = %[3]s, has diverged.", s.steps, name, lab.Short(r.Rate)).In(l)
	}
	return lang.Sprintf("%[1]d걸음 뒤 %[2]s(ε = %[3]s)의 높이: %[4]s.", "After %[1]d steps %[2]s, at ε = %[3]s, is at height %[4]s.",
		s.steps, name, lab.Short(r.Rate), s.Told("height", lab.Significant(h))).In(l)
}
