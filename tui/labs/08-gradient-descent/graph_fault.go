package gradientdescent

import (
	"maps"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn/graph"
)

// The faults that a backward pass can have.
const (
	noUpstream = "upstream"  // the gradient from above is forgotten at ×
	overwrites = "overwrite" // of several paths only the last one counts
	notSwapped = "swap"      // × gives each operand its own value
	openAtZero = "gate"      // ReLU lets gradients through at 0
)

// faultIDs lists the faults in the order of their numbers, which tells nothing.
func faultIDs() []string { return []string{overwrites, openAtZero, noUpstream, notSwapped} }

func faultName(id string) lang.Text {
	switch id {
	case noUpstream:
		return lang.T("위의 기울기를 안 곱함", "gradient from above forgotten")
	case overwrites:
		return lang.T("더하지 않고 덮어씀", "overwritten, not added")
	case notSwapped:
		return lang.T("상대편이 아닌 자기 값", "own value, not the other")
	}
	return lang.T("0에서 열린 ReLU", "ReLU open at 0")
}

// pass is what a node gives back to its operands, as the backward pass has it.
type pass struct {
	graph.Step

	sums map[*graph.Node]float64 // what every node has got by then
}

// backward goes back from the result, with the fault that is set. Local
// derivatives are those of the engine.
func (s *circuit) backward() []pass {
	sums := map[*graph.Node]float64{s.out: 1}
	var all []pass
	for _, step := range s.graph.BackwardSteps(s.out) {
		step.Gradient = sums[step.Node]
		step.Operands = slices.Clone(step.Operands)
		for i := range step.Operands {
			o := &step.Operands[i]
			if o.Node.Op() == graph.Const {
				continue
			}
			o.Local = s.local(step.Node, *o)
			o.Given = step.Gradient * o.Local
			if s.fault == noUpstream && step.Node.Op() == graph.Mul {
				o.Given = o.Local
			}
			if s.fault == overwrites {
				sums[o.Node] = o.Given
			} else {
				sums[o.Node] += o.Given
			}
			o.Sum = sums[o.Node]
		}
		all = append(all, pass{step, maps.Clone(sums)})
	}
	return all
}

// local is the local derivative by an operand, with the fault that is set.
func (s *circuit) local(n *graph.Node, o graph.Operand) float64 {
	switch {
	case s.fault == notSwapped && n.Op() == graph.Mul:
		return o.Value
	case s.fault == openAtZero && n.Op() == graph.ReLU && o.Value == 0:
		return 1
	}
	return o.Local
}

// wrong counts the variables whose gradient is not what it should be.
func (s *circuit) wrong() int {
	all := s.backward()
	if len(all) == 0 {
		return 0
	}
	count := 0
	for _, v := range s.graph.Variables() {
		if all[len(all)-1].sums[v] != v.Gradient() {
			count++
		}
	}
	return count
}
