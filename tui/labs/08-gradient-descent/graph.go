package gradientdescent

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/formula"
	"hakseup/nn/graph"
	"hakseup/tui/lab"
)

// circuit is a formula as a computational graph: values forward and gradients
// back, a node at a time; what really happens when a node is raised a little; and
// backward passes that are wrong, for the learner to find out how.
type circuit struct {
	lab.Bench

	form   string             // an id of forms, or ownForm
	text   string             // the formula in force
	values map[string]float64 // of the variables, by name; never written to
	nudged float64            // the place of the node that is raised, counted from 1; 0: none
	fault  string             // of the backward pass; "" none
	guess  string             // what the learner takes it for
	steps  int                // that have been made: forward, then back
	fill   bool               // every number is kept back until the learner has filled it in, or asks
	cell   string             // what is being filled in
	filled []bool             // of the gaps so far: by the learner; never written to

	graph *graph.Graph // never written to
	out   *graph.Node
	spots lab.Spots // of the picture
}

// form is a formula to begin with.
type form struct {
	id, text string
	values   map[string]float64
}

const ownForm = "own"

func forms() []form {
	return []form{
		{"affine", "f = g + b, g = w x", map[string]float64{"w": 2, "x": 3, "b": 1}},
		{"square", "f = g + b, g = w x^2", map[string]float64{"w": 2, "x": 3, "b": 1}},
		{"sum", "f = (x + y) z", map[string]float64{"x": 1, "y": 2, "z": 3}},
		{"paths", "z = x y + x", map[string]float64{"x": 2, "y": 3}},
		{"sigmoid", "y = 1/(1 + exp(-x))", map[string]float64{"x": 1}},
		{"relu", "f = relu(w x)", map[string]float64{"w": 2, "x": 1}},
		{"perceptron", "y = σ(w1 x1 + w2 x2 + b)", map[string]float64{"w1": 0.5, "x1": 1, "w2": -1, "x2": 2, "b": 1}},
		{"softmax", "L = -ln(p), p = q/s, s = q + u + v, q = exp(a1), u = exp(a2), v = exp(a3)", map[string]float64{"a1": 2, "a2": 1, "a3": 0}},
		{"gates", "f = relu(w x) + w b", map[string]float64{"w": 2, "x": 0, "b": 3}},
	}
}

// NewGraph returns the lab "graph".
func NewGraph() lab.Lab {
	s := &circuit{}
	s.take(forms()[0])
	return s
}

func (s *circuit) Title() lang.Text { return lang.T("계산 그래프", "A computational graph") }

// Clone copies all but where the nodes were drawn.
func (s *circuit) Clone() lab.Lab { c := *s; c.spots = lab.Spots{}; return &c }

// Start goes back to before the first node is computed.
func (s *circuit) Start(uint64) {
	if s.out == nil {
		s.take(forms()[0])
	}
	s.steps, s.filled = 0, nil
}

// take begins with one of the forms.
func (s *circuit) take(f form) {
	s.form, s.values = f.id, f.values
	_ = s.read(f.text) // a test reads all of them
}

const mostVariables = 8

// read takes a formula. What a lab cannot show is refused.
func (s *circuit) read(text string) error {
	g := graph.New()
	out, err := g.Parse(text)
	switch wrong := (*formula.Error)(nil); {
	case asFormulaError(err, &wrong):
		return lab.Unread(text, 0, wrong)
	case len(g.Variables()) > mostVariables:
		return lab.Refuse("변수는 %[1]d개까지 쓸 수 있어요.", "There may be up to %[1]d variables.", mostVariables)
	case len(g.Variables()) == 0:
		return lab.Refuse("변수가 하나는 있어야 해요.", "There must be a variable.")
	case len(g.ForwardSteps(out)) == 0:
		return lab.Refuse("연산이 하나는 있어야 그래프가 돼요.", "It takes an operation to make a graph.")
	}
	s.text, s.graph, s.out, s.steps, s.filled, s.nudged = text, g, out, 0, nil, 0
	s.compute()
	return nil
}

func asFormulaError(err error, to **formula.Error) bool {
	wrong, ok := err.(*formula.Error) //nolint:errorlint // what Parse returns
	*to = wrong
	return ok
}

// compute puts the values of the variables into the graph, forward and back. A
// variable that has none is 1.
func (s *circuit) compute() {
	fresh := graph.New()
	s.out, _ = fresh.Parse(s.text) // it has been read before
	for _, v := range fresh.Variables() {
		x, ok := s.values[fresh.Name(v)]
		if !ok {
			x = 1
		}
		v.Set(x)
	}
	fresh.Forward()
	fresh.Backward(s.out)
	s.graph = fresh
}

func (s *circuit) Panel() lab.Panel {
	var options []lab.Value[string]
	for _, f := range forms() {
		options = append(options, lab.Opt(f.id, f.id, lang.Same(strings.ReplaceAll(f.text, "^2", "²"))))
	}
	options = append(options, lab.Opt(ownForm, ownForm, lang.T("직접 쓴 식", "typed")))
	panel := lab.Panel{
		lab.Choose(&s.form, "form", lang.T("식", "formula"), options...).Then(func() {
			for _, f := range forms() {
				if f.id == s.form {
					s.take(f)
				}
			}
		}),
		lab.Write(&s.text, "formula", lang.T("직접 쓰기", "type one"), forms()[0].text, s.read).Then(func() { s.form = ownForm }),
	}
	panel = append(panel, s.variables()...)
	faults := []lab.Value[string]{lab.Opt("", "none", lang.T("없음", "none"))}
	for i, f := range faultIDs() {
		number := string(rune('1' + i))
		faults = append(faults, lab.Opt(f, number, lang.T("고장 "+number, "fault "+number)))
	}
	guesses := []lab.Value[string]{lab.Opt("", "none", lang.T("아직 몰라요", "not yet"))}
	for _, f := range faultIDs() {
		guesses = append(guesses, lab.Opt(f, f, faultName(f)))
	}
	return append(panel,
		lab.Switch(&s.fill, "fill", lang.T("빈칸 채우기", "fill it in yourself")).Then(func() { s.steps, s.filled, s.fault, s.nudged = 0, nil, "", 0 }),
		lab.Write(&s.cell, "cell", lang.T("빈칸의 값", "number in the gap"), "", s.enter).Then(func() { s.cell = "" }).When(s.fill),
		lab.Slide(&s.nudged, "nudge", lang.T("0.01 올릴 노드", "node to raise by 0.01"), 0).From(0, float64(len(s.nodes()))).By(1, 1).OnGrid().Writes(s.nodeName).When(s.Sees("graph") && !s.fill),
		lab.Choose(&s.fault, "fault", lang.T("역전파의 고장", "fault in the backward pass"), faults...).When(!s.fill).Then(func() { s.guess = "" }),
		lab.Choose(&s.guess, "guess", lang.T("고장의 정체", "what is wrong"), guesses...).When(s.fault != ""))
}

// variables are sliders for the variables of the formula, as many as there may
// be: those that it does not have do not matter.
func (s *circuit) variables() lab.Panel {
	var names []string
	if s.graph != nil {
		for _, v := range s.graph.Variables() {
			names = append(names, s.graph.Name(v))
		}
	}
	var panel lab.Panel
	for i := range mostVariables {
		name := fmt.Sprint("v", i+1)
		if i < len(names) {
			name = names[i]
		}
		panel = append(panel, lab.Bind(lab.Slider, fmt.Sprint("v", i+1), lang.Same(name),
			func() float64 { return s.value(name) },
			func(x float64) {
				s.values = maps.Clone(s.values)
				s.values[name] = x
				s.compute()
				if s.fill {
					s.steps, s.filled = 0, nil
				}
			}).From(-5, 5).By(0.5, 1).BeginAt(s.beginning(name)).When(i < len(names)))
	}
	return panel
}

// value is what a variable stands at, 1 where nobody has said.
func (s *circuit) value(name string) float64 {
	if x, ok := s.values[name]; ok {
		return x
	}
	return 1
}

// beginning is the value with which a variable begins.
func (s *circuit) beginning(name string) float64 {
	for _, f := range forms() {
		if x, ok := f.values[name]; ok && f.id == s.form {
			return x
		}
	}
	return 1
}

// nodes are those that can be raised: variables and operations, in the order in
// which they are computed.
func (s *circuit) nodes() []*graph.Node {
	if s.graph == nil {
		return nil
	}
	return slices.DeleteFunc(s.graph.Order(s.out), func(n *graph.Node) bool { return n.Op() == graph.Const })
}

// nodeName is the name of a node by its place, counted from 1.
func (s *circuit) nodeName(place float64) string {
	all := s.nodes()
	if place < 1 || int(place) > len(all) {
		return "–"
	}
	return s.called(all[int(place)-1])
}

// picked is the node that was chosen, nil for none.
func (s *circuit) picked() *graph.Node {
	all := s.nodes()
	if s.nudged < 1 || int(s.nudged) > len(all) {
		return nil
	}
	return all[int(s.nudged)-1]
}

// called is what a node is called: its name, or its sign with its place.
func (s *circuit) called(n *graph.Node) string {
	if name := s.graph.Name(n); name != "" {
		return name
	}
	return s.graph.Label(n)
}

// Advance computes the next node, forward and then back, or tells the number of
// the next gap.
func (s *circuit) Advance(nn.Stride, func() bool) (goesOn bool) {
	if s.fill {
		s.pass(false)
		_, more := s.gap()
		return more
	}
	if !s.Shows("nudge") { // it was looked at, not raised
		s.nudged = 0
	}
	s.steps = min(s.steps+1, s.whole())
	return s.steps < s.whole()
}

// Back takes a node back, or a gap.
func (s *circuit) Back(nn.Stride) (goesOn bool) {
	if s.fill {
		s.reopen()
		return len(s.filled) > 0
	}
	s.steps = max(0, s.steps-1)
	return s.steps > 0
}

// whole is the number of steps there and back.
func (s *circuit) whole() int { return 2 * len(s.graph.ForwardSteps(s.out)) }

// done returns the steps that were made, forward and back.
func (s *circuit) done() (forward []graph.Step, back []pass) {
	forward = s.graph.ForwardSteps(s.out)
	n := min(s.steps, len(forward))
	back = s.backward()
	return forward[:n], back[:s.steps-n]
}

// raised returns by how much the result really changes when a node is raised by a
// little, and what its gradient says.
func (s *circuit) raised() (moved, predicted float64) {
	chosen := s.picked()
	if chosen == nil || s.fill || s.Held("grad") {
		return math.NaN(), math.NaN()
	}
	again, copies := graph.New(), map[*graph.Node]*graph.Node{}
	for _, n := range s.graph.Order(s.out) {
		switch {
		case n == chosen:
			copies[n] = again.Var("", n.Value()+little)
		case n.Op() == graph.Var:
			copies[n] = again.Var("", n.Value())
		case n.Op() == graph.Const:
			copies[n] = again.Const(n.Value())
		default:
			var operands []*graph.Node
			for _, o := range n.Operands() {
				operands = append(operands, copies[o])
			}
			copies[n] = again.Compute(n.Op(), operands...)
		}
	}
	return copies[s.out].Value() - s.out.Value(), little * chosen.Gradient()
}

const little = 0.01
