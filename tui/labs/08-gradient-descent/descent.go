package gradientdescent

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
)

// descent goes down a curve or a surface step by step, says what manner of way it
// is, and beside it tries 60 learning rates at once.
type descent struct {
	lab.Bench

	on    string // name of the ground
	a     float64
	rate  float64
	start [2]float64
	path  []stop // after the start
}

// stop is a place on the way, and the rate of the step that led there.
type stop struct {
	at   [2]float64
	rate float64
}

const mostSteps = 200

// NewDescent returns the lab "descent".
func NewDescent() lab.Lab { return &descent{on: bowlGround, a: 1} }

func (s *descent) Title() lang.Text { return lang.T("경사 하강법", "Gradient descent") }

func (s *descent) Clone() lab.Lab {
	c := *s
	c.path = slices.Clip(s.path)
	return &c
}

// Start goes back to where one starts.
func (s *descent) Start(uint64) { s.again() }

func (s *descent) again() { s.path = nil }

func (s *descent) ground() ground { return groundOf(s.on, s.a) }

func (s *descent) Panel() lab.Panel {
	g := s.ground()
	from := func(i int, id string, label lang.Text, r [2]float64) *lab.Control {
		return lab.Slide(&s.start[i], id, label, g.from[i]).From(r[0], r[1]).By(0.1, 1).Restarts().Then(s.again)
	}
	return lab.Panel{
		lab.Choose(&s.on, "on", lang.T("땅", "ground"),
			lab.Opt(bowlGround, bowlGround, lang.Same("a x²")), lab.Opt(dentsGround, dentsGround, lang.T("골 둘", "two valleys")),
			lab.Opt(valleyGround, valleyGround, lang.T("긴 골짜기", "long valley")), lab.Opt(saddleGround, saddleGround, lang.T("안장", "saddle"))).
			Restarts().Then(func() { s.start = s.ground().from; s.again() }),
		lab.Slide(&s.a, "a", lang.Same("a"), 1).From(leastA, mostA).By(0.25, 1).Writes(lab.Short).When(g.name == bowlGround).Restarts().Then(s.again),
		from(0, "x", lang.T("출발 x", "start x"), g.X).AlongX("ground"),
		from(1, "y", lang.T("출발 y", "start y"), g.Y).AlongY("ground").When(!g.curve),
		lab.Slide(&s.rate, "rate", lang.T("학습률 ε", "learning rate ε"), 0.1).From(leastRate, mostRate).Log().Writes(lab.Short),
	}
}

// stops are the places from the start on.
func (s *descent) stops() [][2]float64 {
	out := [][2]float64{s.start}
	for _, p := range s.path {
		out = append(out, p.at)
	}
	return out
}

func (s *descent) at() [2]float64 {
	if n := len(s.path); n > 0 {
		return s.path[n-1].at
	}
	return s.start
}

// Advance takes a step, up to where nothing moves, or all is lost.
func (s *descent) Advance(nn.Stride, func() bool) (goesOn bool) {
	if s.done() {
		return false
	}
	s.path = append(slices.Clip(s.path), stop{s.ground().descend(s.at(), s.rate), s.rate})
	return !s.done()
}

// Back takes a step back, to the rate that was set then.
func (s *descent) Back(nn.Stride) (goesOn bool) {
	n := len(s.path)
	if n == 0 {
		return false
	}
	s.rate, s.path = s.path[n-1].rate, slices.Clip(s.path[:n-1])
	return n > 1
}

func (s *descent) done() bool {
	g := s.ground()
	return len(s.path) >= mostSteps || g.rests(s.at()) || g.lost(s.at())
}

// rests reports whether there is nothing left that moves.
func (g ground) rests(p [2]float64) bool {
	const flat = 1e-6
	d := g.slope(p)
	return math.Hypot(d[0], d[1]) < flat
}

// lost reports whether a place is so high that there is no way back.
func (g ground) lost(p [2]float64) bool {
	const high = 1e9
	return !(g.at(p) < high)
}

// The manners of a way.
const (
	ready    = "ready"
	crawls   = "crawls"
	straight = "straight"
	swings   = "swings"
	even     = "even"
	grows    = "grows"
	oneStep  = "one-step"
	lowest   = "lowest"
	dent     = "local"
	flat     = "flat"
)

func manner(word string) lang.Text {
	return map[string]lang.Text{
		ready:    lang.T("출발 전", "not begun"),
		crawls:   lang.T("느리게 내려감", "crawls"),
		straight: lang.T("곧장 내려감", "goes straight down"),
		swings:   lang.T("오가며 잦아듦", "swings, shrinking"),
		even:     lang.T("같은 폭으로 오감", "swings for ever"),
		grows:    lang.T("오가며 커짐, 발산", "swings, growing: diverges"),
		oneStep:  lang.T("한 걸음에 도착", "lands in one step"),
		lowest:   lang.T("가장 낮은 곳에 멈춤", "at rest at the lowest point"),
		dent:     lang.T("지역 최솟값에 멈춤", "at rest in a local minimum"),
		flat:     lang.T("평평한 곳에 멈춤", "at rest on flat ground"),
	}[word]
}

// verdict says in which manner one goes down.
func (s *descent) verdict() string {
	g, at, n := s.ground(), s.at(), len(s.path)
	switch {
	case g.lost(at):
		return grows
	case g.rests(at) && g.curve && g.atLowest(at) && n == 1:
		return oneStep
	case g.rests(at) && g.atLowest(at):
		return lowest
	case g.rests(at) && g.atDent(at):
		return dent
	case g.rests(at):
		return flat
	case n == 0:
		return ready
	}
	return ofStep(g.slope(s.stops()[n-1]), g.slope(at), g.curve && n == 1)
}

// ofStep judges a step by what has become of the slope, in the direction in which
// it was steepest: on a x² it is multiplied with 1 − 2aε.
func ofStep(before, after [2]float64, first bool) string {
	const nothing, most, same = 0.02, 0.9, 1e-6
	i := 0
	if math.Abs(before[1]) > math.Abs(before[0]) {
		i = 1
	}
	switch q := after[i] / before[i]; {
	case q < -1-same:
		return grows
	case q < -1+same:
		return even
	case first && math.Abs(q) < nothing:
		return oneStep
	case q < 0:
		return swings
	case q > most && q <= 1:
		return crawls
	}
	return straight
}

// turn returns the angle between downhill and the way to the nearest minimum, in
// degrees.
func (s *descent) turn() float64 {
	g, at := s.ground(), s.at()
	d, goal := g.slope(at), g.nearest(at)
	way := []float64{goal[0] - at[0], goal[1] - at[1]}
	cos := nn.Dot([]float64{-d[0], -d[1]}, way) / (math.Hypot(d[0], d[1]) * math.Hypot(way[0], way[1]))
	return math.Acos(max(-1, min(1, cos))) * 180 / math.Pi
}

func degrees(v float64) string { return lab.Fixed(v, 1) + "°" }

// nearest is the minimum that is nearest to a place.
func (g ground) nearest(p [2]float64) [2]float64 {
	return slices.MinFunc(g.Minima, func(a, b [2]float64) int {
		return int(math.Copysign(1, math.Hypot(a[0]-p[0], a[1]-p[1])-math.Hypot(b[0]-p[0], b[1]-p[1])))
	})
}

func (s *descent) Facts() []lab.Fact {
	g, at := s.ground(), s.at()
	d, word := g.slope(at), s.verdict()
	facts := []lab.Fact{
		lab.Word("verdict", lang.T("가는 모양", "how it goes"), word, manner(word)),
		lab.Num("height", lang.T("손실 E", "loss E"), g.at(at), nil),
		lab.Num("at.x", lang.Same("x"), at[0], nil),
		lab.Num("slope.x", lang.T("x의 기울기", "slope along x"), d[0], nil),
		lab.Num("next.x", lang.T("x의 다음 걸음", "next step along x"), g.descend(at, s.rate)[0]-at[0], nil),
	}
	if !g.curve {
		facts = append(facts, lab.Num("at.y", lang.Same("y"), at[1], nil),
			lab.Num("slope.y", lang.T("y의 기울기", "slope along y"), d[1], nil),
			lab.Num("next.y", lang.T("y의 다음 걸음", "next step along y"), g.descend(at, s.rate)[1]-at[1], nil),
			lab.Num("turn", lang.T("내리막과 목표의 각도", "downhill to the goal"), s.turn(), degrees))
	}
	facts = append(facts, lab.Num("taken", lang.T("걸음 수", "steps taken"), float64(len(s.path)), lab.Brief))
	return append(facts, s.sweep().facts()...)
}

func (s *descent) Caption(l lang.Lang) string {
	if s.Sees(sweepView) {
		return s.sweep().caption(&s.Bench, l)
	}
	g, at := s.ground(), s.at()
	height := s.Told("height", lab.Significant(g.at(at)))
	if len(s.path) == 0 && s.Shows("next") && g.curve {
		slope, rate, next := lab.Short(g.slope(at)[0]), lab.Short(s.rate), lab.Short(g.descend(at, s.rate)[0]-at[0])
		return lang.T("기울기는 "+slope+", 학습률은 "+lang.Particle(rate, "이라", "라")+" 다음 걸음은 "+lang.Particle(next, "이에요", "예요")+".",
			"The slope is "+slope+" and the rate "+rate+": the next step is "+next+".").In(l)
	}
	said := lang.Sprintf("%[1]d걸음 뒤의 손실은 %[2]s", "Step %[1]d: the loss is %[2]s", len(s.path), height)
	if len(s.path) == 0 {
		said = lang.Sprintf("출발 자리의 손실은 %s", "At the start the loss is %s", height)
	} else if s.Shows("verdict") {
		word := manner(s.verdict())
		said = lang.T(said.KO+": "+word.KO, said.EN+": "+word.EN)
	}
	if x := at[0]; x < g.X[0] || x > g.X[1] {
		said = lang.T(said.KO+". 그림 밖에 있어요", said.EN+". It is off the picture")
	}
	return said.In(l) + "."
}
