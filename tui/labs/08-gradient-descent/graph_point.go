package gradientdescent

import (
	"fmt"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/graph"
	"hakseup/tui/lab"
)

// Point picks the node that is pressed on, or lets go of it.
func (s *circuit) Point(_ string, x, y float64, ev lab.Event) {
	if ev != lab.Press {
		return
	}
	n := s.spots.At(x, y)
	if n == s.picked() {
		n = nil
	}
	s.pick(n)
}

// Nudge goes on to the node that is next in a direction.
func (s *circuit) Nudge(_ string, dx, dy float64, _ bool) (moved bool) {
	n := s.spots.Beside(s.picked(), dx, dy)
	if n == nil {
		return false
	}
	s.pick(n)
	return true
}

func (s *circuit) pick(n *graph.Node) {
	s.nudged = float64(1 + slices.Index(s.nodes(), n))
}

// sayNode tells of the picked node what is known by now: its value, and where its
// gradient comes from.
func (s *circuit) sayNode(n *graph.Node) lang.Text {
	k, name := s.known(), s.called(n)
	if !k.values[n] {
		return lang.Sprintf("%[1]s 노드는 아직 계산하지 않았어요.", "Node %[1]s is not computed yet.", name)
	}
	value := lang.Sprintf("%[1]s의 값은 %[2]s", "%[1]s has the value %[2]s", name, lab.Short(n.Value()))
	if shut(n) {
		value = lang.T(value.KO+", 문이 닫혔어요", value.EN+", the gate is shut")
	}
	sum, ok := k.sums[n]
	if !ok || !s.Shows("grad") {
		return lang.T(value.KO+".", value.EN+".")
	}
	return lang.T(value.KO+", 기울기는 "+s.origin(n, sum)+".", value.EN+" and the gradient "+s.origin(n, sum)+".")
}

// origin writes a gradient as what it is the sum of: from above times local, over
// every way that has come so far.
func (s *circuit) origin(n *graph.Node, sum float64) string {
	_, back := s.done()
	var ways []string
	for _, p := range back {
		for _, o := range p.Operands {
			if o.Node == n {
				ways = append(ways, fmt.Sprintf("%s × %s", lab.InBrackets(lab.Short(p.Gradient)), lab.InBrackets(lab.Short(o.Local))))
			}
		}
	}
	if len(ways) == 0 {
		return lab.Short(sum)
	}
	return strings.Join(ways, " + ") + " = " + lab.Short(sum)
}

// object puts the Korean particle of the object behind the name of a node.
func object(name string) string { return lang.Particle(name, "을", "를") }
