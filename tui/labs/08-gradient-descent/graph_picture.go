package gradientdescent

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/graph"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

func (s *circuit) Facts() []lab.Fact {
	forward, back := s.done()
	moved, predicted := s.raised()
	whole := len(s.graph.ForwardSteps(s.out))
	phase := lab.Word("phase", lang.T("단계", "phase"), "forward", lang.T("순전파", "forward"))
	switch {
	case len(back) == whole:
		phase.Word, phase.Text = "done", lang.T("끝", "done")
	case len(forward) == whole:
		phase.Word, phase.Text = "backward", lang.T("역전파", "backward")
	}
	out := lab.Num("out", lang.T("결과", "result"), s.out.Value(), lab.Short)
	out.Known = out.Known && len(forward) == whole
	out = out.Else(lang.Same("–"))
	facts := []lab.Fact{
		phase, out,
		lab.Num("steps", lang.T("계산한 노드", "nodes done"), float64(s.steps), lab.Brief),
		lab.Num("moved", lang.T("결과가 움직인 만큼", "how far the result moved"), moved, lab.Decimals(4)).Picked(),
		lab.Num("predicted", lang.T("기울기 × 0.01", "gradient × 0.01"), predicted, lab.Decimals(4)).Picked(),
		lab.Num("wrong", lang.T("틀린 기울기", "gradients that are wrong"), float64(s.wrong()), lab.Brief),
		s.verdict(), s.defect(),
		lab.Num("filled", lang.T("스스로 채운 칸", "gaps that you filled"), float64(s.byHand()), lab.Brief).Picked(),
	}
	for _, v := range s.graph.Variables() {
		name := s.graph.Name(v)
		f := lab.Num("grad."+strings.ToLower(name), lang.T(name+"의 기울기", "gradient of "+name), math.NaN(), lab.Short)
		if len(back) > 0 {
			f.Value, f.Known = back[len(back)-1].sums[v], len(back) == whole
		}
		facts = append(facts, f)
	}
	return facts
}

// verdict says whether the learner has found the fault.
func (s *circuit) verdict() lab.Fact {
	label := lang.T("찾았나요", "found")
	switch {
	case s.fault == "" || s.guess == "":
		return lab.Word("found", label, "open", lang.T("아직", "not yet"))
	case s.fault == s.guess:
		return lab.Word("found", label, "yes", lang.T("찾았어요", "yes"))
	}
	return lab.Word("found", label, "no", lang.T("이 고장이 아니에요", "not this one"))
}

// defect says which fault is built in, by its number alone.
func (s *circuit) defect() lab.Fact {
	label := lang.T("고장", "fault")
	if i := slices.Index(faultIDs(), s.fault); i >= 0 {
		n := fmt.Sprint(i + 1)
		return lab.Word("defect", label, n, lang.Same(n))
	}
	return lab.Word("defect", label, "none", lang.T("없음", "none"))
}

func (s *circuit) Caption(l lang.Lang) string {
	if moved, predicted := s.raised(); !math.IsNaN(moved) && s.Shows("nudge") {
		return lang.Sprintf("%[1]s 0.01 올리면 결과는 %[2]s 움직여요. 기울기 × 0.01은 %[3]s.", "Raise %[4]s by 0.01 and the result moves by %[2]s. Its gradient × 0.01 is %[3]s.",
			object(s.nodeName(s.nudged)), lab.Fixed(moved, 4), lab.Fixed(predicted, 4), s.nodeName(s.nudged)).In(l)
	}
	if n := s.picked(); n != nil {
		return s.sayNode(n).In(l)
	}
	if s.fill {
		return s.sayGap().In(l)
	}
	if s.fault != "" && s.guess != "" {
		return lang.T("고장의 정체: "+s.verdict().Text.KO+".", "What is wrong: "+s.verdict().Text.EN+".").In(l)
	}
	forward, back := s.done()
	switch {
	case s.steps == 0:
		return lang.T("s를 누르면 노드를 하나씩 계산해요. 끝까지 가면 기울기가 거꾸로 내려와요.", "s computes one node after another. At the end gradients begin to come back.").In(l)
	case len(back) > 0:
		return s.sayBack(back[len(back)-1]).In(l)
	}
	last := forward[len(forward)-1]
	return lang.Sprintf("%[1]s 노드: 값은 %[2]s.", "Node %[1]s: its value is %[2]s.", s.called(last.Node), lab.Short(last.Value)).In(l)
}

// sayBack tells what a node gives to its operands.
func (s *circuit) sayBack(p pass) lang.Text {
	var gives []string
	for _, o := range p.Operands {
		if o.Node.Op() != graph.Const {
			gives = append(gives, fmt.Sprintf("%s: %s × %s = %s", s.called(o.Node), lab.Short(p.Gradient), lab.Short(o.Local), lab.Short(o.Given)))
		}
	}
	if len(gives) == 0 {
		return lang.Sprintf("%[1]s 노드에는 수만 들어와서 넘길 곳이 없어요.", "Only numbers go into node %[1]s: it passes nothing on.", s.called(p.Node))
	}
	return lang.T(s.called(p.Node)+" 노드가 넘겨요. "+strings.Join(gives, ", "), "Node "+s.called(p.Node)+" passes on "+strings.Join(gives, ", "))
}

// Views shows the graph, or every step as a line of a table.
func (s *circuit) Views() []lab.View {
	return []lab.View{
		{ID: "graph", Label: lang.T("그래프", "graph"), Pictures: func(l lang.Lang) []lab.Block {
			below := s.below(l)
			return []lab.Block{lab.Above(1, s.picture(), below), lab.Above(0, s.picture(), below), s.picture()}
		}},
		{ID: "steps", Label: lang.T("계산", "working"), Pictures: func(l lang.Lang) []lab.Block {
			below := s.below(l)
			return []lab.Block{lab.Above(1, s.table(l), below), s.table(l)}
		}},
	}
}

// below is the line of read-outs, those of a fault or of the gaps where there
// are any.
func (s *circuit) below(l lang.Lang) lab.Block {
	ids := []string{"phase", "out"}
	switch {
	case s.fault != "":
		ids = append(ids, "defect", "found")
	case s.fill:
		ids = append(ids, "filled")
	}
	return lab.Low(lab.ReadoutLine(s, l, ids...))
}

// known is what is shown of a graph: which nodes have a value, which gradients
// have come so far, and where the calculation is.
type known struct {
	values map[*graph.Node]bool
	sums   map[*graph.Node]float64
	now    *graph.Node
	gap    gap // that is to be filled in; its node nil: none
}

func (s *circuit) known() known {
	forward, back := s.done()
	k := known{values: map[*graph.Node]bool{}}
	for _, v := range s.graph.Variables() {
		k.values[v] = true
	}
	for _, step := range forward {
		k.values[step.Node], k.now = true, step.Node
	}
	if len(forward) == len(s.graph.ForwardSteps(s.out)) && len(forward) > 0 {
		k.sums = map[*graph.Node]float64{s.out: 1}
	}
	if len(back) > 0 {
		last := back[len(back)-1]
		k.now, k.sums = last.Node, last.sums
	}
	if g, ok := s.gap(); ok && s.fill {
		k.gap, k.now = g, g.asked()
		k.sums = g.sums(k.sums)
	}
	if n := s.picked(); n != nil {
		k.now = n
	}
	return k
}

// picture draws the graph: values above the nodes that are computed, gradients
// below those that have got one, and of a gate whether it is open.
func (s *circuit) picture() lab.Graph {
	k := s.known()
	return lab.Graph{
		Drawing: s.graph.Draw(s.out),
		Face: func(p graph.Place) string {
			return strings.TrimSpace(face(p, k.values[p.Node]) + " " + s.named(p.Node))
		},
		Above: func(n *graph.Node) string {
			switch {
			case k.values[n]:
				return lab.Short(n.Value())
			case n == k.gap.asked():
				return "?"
			}
			return ""
		},
		Below: func(n *graph.Node) string {
			if !s.Places("grad") {
				return ""
			}
			if n == k.gap.asked() && k.gap.back {
				return "?"
			}
			if v, ok := k.sums[n]; ok {
				return s.Told("grad", lab.Short(v))
			}
			return ""
		},
		Role: func(n *graph.Node) theme.Role {
			if n == k.now && (s.steps+int(s.nudged) > 0 || s.fill) {
				return theme.Accent
			}
			return theme.Strong
		},
		Shown: k.now,
		Words: s.words,
		Rows:  12,
		Area:  "graph",
		Spots: &s.spots,
	}
}

// named is the name that the formula gives to an operation, "" for none.
func (s *circuit) named(n *graph.Node) string {
	if n.Op().Arity() == 0 {
		return ""
	}
	return s.graph.Name(n)
}

// face is what stands for a node: of a gate also whether it lets gradients
// through, once its value is known.
func face(p graph.Place, known bool) string {
	switch {
	case p.Node.Op().Arity() == 0:
		return p.Label
	case p.Node.Op() != graph.ReLU:
		return "(" + p.Label + ")"
	case !known:
		return "(" + p.Label + "  )" // as wide as it will be
	case shut(p.Node):
		return "(" + p.Label + " ✕)"
	}
	return "(" + p.Label + " ○)"
}

// shut reports whether a node is a gate that lets no gradient through.
func shut(n *graph.Node) bool {
	return n.Op() == graph.ReLU && n.Operands()[0].Value() <= 0
}

// words tells every node with its value and its gradient.
func (s *circuit) words(l lang.Lang) string {
	forward, back := s.done()
	var said []string
	for _, step := range forward {
		said = append(said, lang.Sprintf("%[1]s: 값 %[2]s.", "%[1]s: value %[2]s.", s.called(step.Node), lab.Short(step.Value)).In(l))
		if shut(step.Node) {
			said = append(said, lang.T("문이 닫혔어요.", "The gate is shut.").In(l))
		}
	}
	for _, p := range back {
		said = append(said, s.sayBack(p).In(l)+".")
	}
	return strings.Join(said, "\n")
}

// table lists the steps that were made.
func (s *circuit) table(l lang.Lang) lab.Table {
	forward, back := s.done()
	t := lab.Table{Rows: [][]lab.Cell{lab.Heading(lab.Muted(lang.T("노드", "node").In(l)), lab.Muted(lang.T("값", "value").In(l)),
		lab.Muted(lang.T("위에서 온 기울기", "from above").In(l)), lab.Muted(lang.T("국소 미분", "local").In(l)), lab.Muted(lang.T("넘긴 기울기", "passed on").In(l)))}}
	for _, v := range s.graph.Variables() {
		t.Rows = append(t.Rows, []lab.Cell{lab.Muted(s.called(v)), lab.Strong(lab.Short(v.Value()))})
	}
	for _, step := range forward {
		t.Rows = append(t.Rows, []lab.Cell{lab.Plain(s.called(step.Node)), lab.Strong(lab.Short(step.Value))})
	}
	for _, p := range back {
		for _, o := range p.Operands {
			if o.Node.Op() == graph.Const {
				continue
			}
			t.Rows = append(t.Rows, []lab.Cell{
				lab.Plain(s.called(p.Node) + " → " + s.called(o.Node)), {}, lab.Plain(lab.Short(p.Gradient)), lab.Plain(lab.Short(o.Local)), lab.Strong(lab.Short(o.Given)),
			})
		}
	}
	return t
}
