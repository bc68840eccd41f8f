package gradientdescent

import (
	"maps"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/graph"
	"hakseup/tui/lab"
)

// gap is a number of the graph that is kept back: the value of a node, or the
// gradient that an operand has once the node has given it its part.
type gap struct {
	step    graph.Step // of the node that is computed, or that passes gradients on
	operand int        // which gets its gradient, on the way back
	back    bool
}

// gaps are all numbers of the graph in the order in which they come about.
func (s *circuit) gaps() []gap {
	var all []gap
	for _, step := range s.graph.ForwardSteps(s.out) {
		all = append(all, gap{step: step})
	}
	for _, step := range s.graph.BackwardSteps(s.out) {
		for i, o := range step.Operands {
			if o.Node.Op() != graph.Const {
				all = append(all, gap{step, i, true})
			}
		}
	}
	return all
}

// gap returns the one that comes next.
func (s *circuit) gap() (g gap, ok bool) {
	all := s.gaps()
	if len(s.filled) >= len(all) {
		return gap{}, false
	}
	return all[len(s.filled)], true
}

// asked is the node whose number is kept back, nil for no gap.
func (g gap) asked() *graph.Node {
	if g.back {
		return g.step.Operands[g.operand].Node
	}
	return g.step.Node
}

// want is the number that belongs there.
func (g gap) want() float64 {
	if g.back {
		return g.step.Operands[g.operand].Sum
	}
	return g.step.Value
}

// sums adds to the gradients of before what the node of the gap has already given
// to the operands before the one that is asked for.
func (g gap) sums(before map[*graph.Node]float64) map[*graph.Node]float64 {
	if !g.back {
		return before
	}
	sums := maps.Clone(before)
	for _, o := range g.step.Operands[:g.operand] {
		if o.Node.Op() != graph.Const {
			sums[o.Node] = o.Sum
		}
	}
	return sums
}

// pass goes on to the next gap: the learner has filled this one, or was told.
func (s *circuit) pass(byLearner bool) {
	if _, ok := s.gap(); ok {
		s.filled, s.nudged = append(slices.Clone(s.filled), byLearner), 0
		s.keepStep()
	}
}

// reopen goes back to the gap before.
func (s *circuit) reopen() {
	s.filled, s.nudged = s.filled[:max(0, len(s.filled)-1)], 0
	s.keepStep()
}

// keepStep counts the steps all of whose gaps are filled.
func (s *circuit) keepStep() {
	s.steps = s.whole()
	g, ok := s.gap()
	if !ok {
		return
	}
	forward := s.graph.ForwardSteps(s.out)
	at := func(steps []graph.Step) int {
		return slices.IndexFunc(steps, func(step graph.Step) bool { return step.Node == g.step.Node })
	}
	s.steps = at(forward)
	if g.back {
		s.steps = len(forward) + at(s.graph.BackwardSteps(s.out))
	}
}

// byHand counts the gaps that the learner has filled.
func (s *circuit) byHand() int {
	n := 0
	for _, own := range s.filled {
		if own {
			n++
		}
	}
	return n
}

// enter takes what was typed for the gap, or several numbers, parted by commas,
// for it and those that follow. What does not belong there is refused, with what
// was probably done.
func (s *circuit) enter(text string) error {
	if text == "" {
		return nil
	}
	for number := range strings.SplitSeq(text, ",") {
		if err := s.enterOne(number); err != nil {
			return err
		}
	}
	return nil
}

func (s *circuit) enterOne(text string) error {
	g, ok := s.gap()
	switch {
	case !ok:
		return lab.Refuse("모두 채웠어요. r를 누르면 처음부터 다시 채워요.", "All is filled in. r begins anew.")
	case g.back && s.Held("grad"):
		return lab.Refuse("먼저 글의 물음에 답해 보세요.", "Answer the question in the text first.")
	}
	form := graph.New()
	out, err := form.Parse(text)
	if err != nil || len(form.Variables()) > 0 {
		return lab.Refuse("수를 써 주세요. −0.5, 1/3, exp(−1)처럼 쓸 수 있어요.", "Write a number, such as −0.5, 1/3 or exp(−1).")
	}
	form.Forward()
	if v := out.Value(); !near(v, g.want()) {
		return &lab.RefusalError{Why: g.mistake(v)}
	}
	s.pass(true)
	return nil
}

// near reports whether a number is another one, but for rounding to two or three
// digits.
func near(a, b float64) bool { return math.Abs(a-b) <= 0.01*math.Abs(b)+1e-9 }

// mistake says what was probably done to come to v.
func (g gap) mistake(v float64) lang.Text {
	switch {
	case math.IsNaN(g.want()) || math.IsInf(g.want(), 0):
		return lang.T("여기에는 값이 없어요. s로 넘어가세요.", "There is no value here. Go on with s.")
	case g.back:
		return g.mistakeBack(v)
	}
	return g.mistakeForward(v)
}

// mistakeForward is mistake on the way forward.
func (g gap) mistakeForward(v float64) lang.Text {
	a := g.step.Operands[0].Value
	b := g.step.Operands[len(g.step.Operands)-1].Value // the same where there is one
	switch op := g.step.Node.Op(); {
	case op == graph.Mul && near(v, a+b):
		return lang.T("더한 값이에요. 이 노드는 곱해요.", "That is the sum. This node multiplies.")
	case op == graph.Add && near(v, a*b):
		return lang.T("곱한 값이에요. 이 노드는 더해요.", "That is the product. This node adds.")
	case (op == graph.Sub && near(v, b-a)) || (op == graph.Div && near(v, b/a)):
		return lang.T("두 입력의 차례가 뒤바뀌었어요.", "The two inputs are the wrong way round.")
	case op == graph.ReLU && a < 0 && near(v, a):
		return lang.T("ReLU는 음수를 0으로 만들어요.", "ReLU makes 0 of a negative number.")
	case near(v, -g.step.Value):
		return lang.T("크기는 맞아요. 부호를 다시 보세요.", "The size is right. Look at the sign again.")
	}
	return lang.Sprintf("이 노드의 값이 아니에요. 들어오는 값은 %[2]s.", "That is not its value. What comes in: %[1]s.", g.incoming(), lang.Particle(g.incoming(), "이에요", "예요"))
}

// mistakeBack is mistake on the way back.
func (g gap) mistakeBack(v float64) lang.Text {
	o, up := g.step.Operands[g.operand], g.step.Gradient
	before := o.Sum - o.Given
	switch {
	case !near(before, 0) && near(v, o.Given):
		return lang.Sprintf("이 길로 온 것은 맞아요. 다른 길로 온 %[1]s도 더하세요.", "That came over this way. Add the %[1]s that came over another.", lab.Short(before))
	case near(v, -o.Sum) || near(v, before-o.Given):
		return lang.T("크기는 맞아요. 부호를 다시 보세요.", "The size is right. Look at the sign again.")
	case shut(g.step.Node):
		return lang.T("들어온 값이 0 이하라 문이 닫혔어요. 닫힌 문은 아무것도 넘기지 않아요.", "What came in is not above 0: the gate is shut and passes nothing on.")
	case g.step.Node.Op() == graph.Mul && near(v, before+up*o.Value):
		return lang.T("자기 값을 곱했어요. 곱하기는 상대편의 값을 곱해 넘겨요.", "That is its own value. A product passes the gradient on times the other value.")
	case near(v, before+o.Local):
		return lang.Sprintf("국소 미분까지는 맞아요. 위에서 온 기울기 %[1]s도 곱하세요.", "That is the local derivative. Multiply by the gradient from above, %[1]s.", lab.Short(up))
	case near(v, before+up):
		return lang.T("위에서 온 기울기 그대로예요. 이 노드의 국소 미분을 곱하세요.", "That is the gradient from above. Multiply by the local derivative of this node.")
	}
	return lang.Sprintf("위에서 온 기울기는 %[2]s. 이 노드의 국소 미분을 곱하세요.", "The gradient from above is %[1]s. Multiply by the local derivative of this node.", lab.Short(up), lang.Particle(lab.Short(up), "이에요", "예요"))
}

// incoming lists the values that come into the node.
func (g gap) incoming() string {
	var values []string
	for _, o := range g.step.Operands {
		values = append(values, lab.Short(o.Value))
	}
	return strings.Join(values, ", ")
}

// sayGap asks for the number that comes next, or says how many were filled in.
func (s *circuit) sayGap() lang.Text {
	g, ok := s.gap()
	if !ok {
		return lang.Sprintf("모두 %[1]d칸 가운데 %[2]d칸을 스스로 채웠어요. r를 누르면 처음부터예요.", "You filled %[2]d of %[1]d gaps yourself. r begins anew.", len(s.filled), s.byHand())
	}
	if !g.back {
		return lang.Sprintf("%[1]s 노드의 값은? 들어오는 값은 %[2]s. s를 누르면 알려 줘요.", "Node %[1]s: what is its value? In come %[2]s. s tells.", s.called(g.step.Node), g.incoming())
	}
	o := g.step.Operands[g.operand]
	if before := o.Sum - o.Given; !near(before, 0) {
		return lang.Sprintf("%[1]s의 기울기는? 이미 온 %[2]s에 %[3]s 노드가 넘기는 것을 더해요.", "The gradient of %[1]s? Add to the %[2]s there is what node %[3]s passes on.",
			s.called(o.Node), s.Told("grad", lab.Short(before)), s.called(g.step.Node))
	}
	return lang.Sprintf("%[3]s 노드가 %[1]s에 넘기는 기울기는? 위에서 온 기울기는 %[2]s.", "What gradient does node %[3]s pass on to %[1]s? From above comes %[2]s.",
		s.called(o.Node), s.Told("grad", lab.Short(g.step.Gradient)), s.called(g.step.Node))
}
