package optimizers

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// pair is an x and a y.
type pair = [2]float64

// making is how the next step of the chosen one is made.
type making struct {
	at, grad, move pair
	before, after  []quantity // what it remembers
	memory         pair       // the part of the step that comes from what it remembers; of those that divide, the average of the gradients
	hasMemory      bool
	divides        bool // each axis has a rate of its own: what it is divided by is in after
	by             pair // the rate of each axis
}

// quantity is something that an optimizer remembers of each axis.
type quantity struct {
	id   string
	name lang.Text
	v    pair
}

// remembers lists what an optimizer remembers.
func remembers(o nn.Optimizer) []quantity {
	of := func(id string, name lang.Text, v []float64) quantity {
		q := quantity{id: id, name: name}
		copy(q.v[:], v)
		return q
	}
	velocity, squares := lang.T("속도 v", "velocity v"), lang.T("제곱의 평균 h", "mean of squares h")
	switch o := o.(type) {
	case *nn.Momentum:
		return []quantity{of("v", velocity, o.V)}
	case *nn.HandoutMomentum:
		return []quantity{of("v", velocity, o.V)}
	case *nn.Nesterov:
		return []quantity{of("v", velocity, o.V)}
	case *nn.Adagrad:
		return []quantity{of("h", lang.T("제곱의 합 h", "sum of squares h"), o.H)}
	case *nn.RMSProp:
		return []quantity{of("h", squares, o.H)}
	case *nn.Adadelta:
		return []quantity{of("h", squares, o.H), of("d", lang.T("걸음 제곱의 평균 d", "mean of squared steps d"), o.D)}
	case *nn.Adam:
		return []quantity{of("m", lang.T("기울기의 평균 m", "mean gradient m"), o.M), of("h", lang.T("제곱의 평균 v", "mean of squares v"), o.V)}
	case *nn.RAdam:
		return []quantity{of("m", lang.T("기울기의 평균 m", "mean gradient m"), o.M), of("h", lang.T("제곱의 평균 v", "mean of squares v"), o.V)}
	}
	return nil
}

// making goes to where the chosen one is and takes its next step apart.
func (s *race) making() making {
	at, _ := s.path(s.chosen)
	g, o := s.ground(), s.entered(s.chosen).New()
	var k making
	for i, p := range at {
		k.at = p
		k.grad[0], k.grad[1] = g.Gradient(p[0], p[1])
		if i < len(at)-1 {
			o.Step(p[:], k.grad[:])
		}
	}
	k.before = remembers(o)
	to := k.at
	o.Step(to[:], k.grad[:])
	k.after = remembers(o)
	for i := range to {
		k.move[i] = to[i] - k.at[i]
		k.by[i] = -k.move[i] / k.grad[i]
	}
	k.split(o)
	return k
}

// split says which part of a step comes from what is remembered.
func (k *making) split(o nn.Optimizer) {
	rate := *o.LearningRate()
	switch o := o.(type) {
	case *nn.SGD:
		return
	case *nn.Momentum, *nn.Nesterov, *nn.HandoutMomentum:
		k.hasMemory = true
		for i := range k.memory {
			k.memory[i] = k.move[i] + rate*k.grad[i]
		}
	case *nn.Adam:
		k.hasMemory = true
		copy(k.memory[:], o.M)
	case *nn.RAdam:
		k.hasMemory = true
		copy(k.memory[:], o.M)
	}
	_, turns := o.(*nn.HandoutMomentum)
	_, kept := o.(*nn.Momentum)
	_, ahead := o.(*nn.Nesterov)
	k.divides = !turns && !kept && !ahead
}

func (s *race) stepFacts() []lab.Fact {
	k := s.making()
	two := func(id string, label lang.Text, v pair) []lab.Fact {
		return []lab.Fact{
			lab.Num(id+".x", lang.T(label.KO+", x", label.EN+", x"), v[0], nil),
			lab.Num(id+".y", lang.T(label.KO+", y", label.EN+", y"), v[1], nil),
		}
	}
	facts := append(two("at", lang.T("지금 자리", "here"), k.at), two("grad", lang.T("기울기 g", "gradient g"), k.grad)...)
	facts = append(facts, two("move", lang.T("다음 걸음", "next step"), k.move)...)
	facts = append(facts, two("by", lang.T("기울기에 곱해진 수", "times the gradient"), k.by)...)
	for _, q := range []quantity{
		{id: "v", name: lang.T("속도 v", "velocity v")},
		{id: "m", name: lang.T("기울기의 평균 m", "mean gradient m")},
		{id: "h", name: lang.T("제곱을 모은 것", "squares gathered")},
		{id: "d", name: lang.T("걸음 제곱의 평균 d", "mean of squared steps d")},
	} {
		q.v = pair{math.NaN(), math.NaN()}
		if at := slices.IndexFunc(k.after, func(has quantity) bool { return has.id == q.id }); at >= 0 {
			q = k.after[at]
		}
		facts = append(facts, two(q.id, q.name, q.v)...)
	}
	return facts
}

// state is the numbers of a step, in the order in which it is made.
func (s *race) state(l lang.Lang) lab.Table {
	k := s.making()
	rows := [][]lab.Cell{lab.Heading(lab.Muted(lang.Sprintf("%d걸음 뒤", "after step %d", s.steps).In(l)), lab.Muted("x"), lab.Muted("y"))}
	add := func(id string, name lang.Text, v pair) {
		if !s.Places(id) {
			return
		}
		row := []lab.Cell{lab.Muted(name.In(l))}
		for _, x := range v {
			row = append(row, s.Masked(id, lab.Strong(number(x))))
		}
		rows = append(rows, row)
	}
	add("at", lang.T("지금 자리", "here"), k.at)
	add("grad", lang.T("기울기 g", "gradient g"), k.grad)
	for i, q := range k.before {
		add(q.id, lang.T(q.name.KO+", 전", q.name.EN+", before"), q.v)
		add(q.id, lang.T(q.name.KO+", 후", q.name.EN+", after"), k.after[i].v)
	}
	add("by", lang.T("기울기에 곱해진 수", "times the gradient"), k.by)
	add("move", lang.T("다음 걸음", "next step"), k.move)
	return lab.Table{Rows: rows, Least: 9}
}

// number writes a value that may not be one: a gradient of 0 is multiplied with
// anything.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	return lab.Significant(v)
}

func length(v pair) float64 { return math.Hypot(v[0], v[1]) }

// arrows are the parts of the step: which way is down, what is remembered, and
// where that leads.
func (k making) arrows(l lang.Lang, most int) []lab.Arrow {
	from := func(v pair, label lang.Text, role theme.Role, stroke plot.Stroke) lab.Arrow {
		return lab.Arrow{From: k.at, To: pair{k.at[0] + v[0], k.at[1] + v[1]}, Label: label.In(l), Role: role, Stroke: stroke}
	}
	along := func(v pair, size float64) pair { // a gradient is no way: only where it points is drawn
		n := max(length(v), 1e-300)
		return pair{-v[0] / n * size, -v[1] / n * size}
	}
	size := length(k.move)
	out := []lab.Arrow{from(along(k.grad, size), lang.T("내리막", "downhill"), theme.ClassB, plot.Solid)}
	switch {
	case k.divides && k.hasMemory:
		out = append(out, from(along(k.memory, size), lang.T("−평균", "−mean"), theme.Truth, plot.Dashed))
	case k.hasMemory:
		out[0] = from(k.move, lang.T("내리막 몫", "downhill part"), theme.ClassB, plot.Solid) // from where inertia leads
		out[0].From = pair{k.at[0] + k.memory[0], k.at[1] + k.memory[1]}
		out = append(out, from(k.memory, lang.T("관성 몫", "inertia"), theme.Truth, plot.Dashed))
	}
	out = append(out, from(k.move, lang.T("걸음", "step"), theme.Path, plot.Solid))
	return out[:min(most, len(out))]
}

// building draws the arrows of the step around where the chosen one is, close up.
func (s *race) building(l lang.Lang) lab.Plot {
	k, g := s.making(), s.hill()
	axes, most := axes(g), max(length(k.move), length(k.memory)*b2f(!k.divides), 1e-3)
	w, h := (g.X[1]-g.X[0])/2, (g.Y[1]-g.Y[0])/2
	for w > 4*most && h > 1.2*most { // closer in leaps
		w, h = w/2, h/2
	}
	at := pair{max(-outside, min(outside, k.at[0])), max(-outside, min(outside, k.at[1]))}
	axes.X, axes.Y = plot.Range{Min: at[0] - w, Max: at[0] + w}, plot.Range{Min: at[1] - h, Max: at[1] + h}
	axes.Name, axes.Cross, axes.Bare = "", false, true // the table has the numbers
	top := highest(s.flat())
	p := lab.Plot{
		W: 34, H: 8, Axes: axes,
		Over: func(a *plot.Area) {
			lie(a, g, top)
			a.Mark(at[0], at[1], racers()[s.chosen].sign, theme.Strong)
		},
	}
	if s.Shows("move") {
		p.Arrows = k.arrows(l, int(s.shown))
	}
	return p
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func (s *race) stepCaption(l lang.Lang) string {
	k, name := s.making(), racers()[s.chosen].name.In(l)
	return lang.Sprintf("%[1]s: 기울기 %[2]s에서 다음 걸음은 %[3]s.", "%[1]s: with the gradient %[2]s the next step is %[3]s.", name,
		lab.Tuple(k.grad[:], number), s.Told("move", lab.Tuple(k.move[:], number))).In(l)
}
