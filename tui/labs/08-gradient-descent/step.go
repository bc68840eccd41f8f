package gradientdescent

import (
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// step is the small network of lecture 06, which gets its gradients and moves by
// them, stage by stage: forward, loss, gradient of the scores, of the weights and
// biases, update, and forward again.
type step struct {
	lab.Bench

	rate    float64
	squared bool // the loss is the squared error, not the cross entropy
	stage   int
	past    []nn.MLP // the networks before each update, never written to
	net     *nn.MLP  // never written to
}

// The stages of a step. After the last one the next step begins.
const (
	stageInput = iota
	stageScores
	stageOutput
	stageLoss
	stageScoreGradient
	stageGradients
	stageUpdate
	stages
)

// NewStep returns the lab "step".
func NewStep() lab.Lab { return &step{net: handoutNetwork(false)} }

// handoutNetwork is the last layer of the handout's network: two inputs, two
// classes.
func handoutNetwork(squared bool) *nn.MLP {
	n, err := nn.NewMLP(2, nn.Dense{Units: 2, Activation: nn.Identity})
	if err != nil {
		panic(err)
	}
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	if squared {
		n.Loss = nn.SquaredErrorLoss
	}
	copy(n.Layers[0].W.Data, []float64{0.2, 0.1, 0.3, 0.4})
	copy(n.Layers[0].B, []float64{0.7, 0.2})
	return n
}

// The sample of the handout: what the hidden layer gives, and the truth.
func handoutSample() (z, t []float64) { return []float64{0.5, 0.1}, []float64{1, 0} }

func (s *step) Title() lang.Text { return lang.T("신경망의 한 걸음", "One step of a network") }

func (s *step) Clone() lab.Lab {
	c := *s
	c.past = slices.Clip(s.past)
	return &c
}

// Start goes back to the handout's weights.
func (s *step) Start(uint64) { s.net, s.stage, s.past = handoutNetwork(s.squared), stageInput, nil }

func (s *step) Panel() lab.Panel {
	return lab.Panel{
		lab.Slide(&s.rate, "rate", lang.T("학습률 ε", "learning rate ε"), 1).From(0.1, 3).By(0.1, 1),
		lab.Choose(&s.squared, "loss", lang.T("손실", "loss"), lab.Opt(false, "ce", lang.T("교차 엔트로피", "cross entropy")), lab.Opt(true, "mse", lang.T("평균 제곱 오차", "mean squared error"))).
			Then(func() { s.Start(s.Seed()) }),
	}
}

// trace takes the sample through the network and back.
func (s *step) trace() *nn.Trace {
	z, t := handoutSample()
	trace := s.net.NewTrace()
	s.net.Forward(trace, z)
	s.net.Backward(trace, t)
	return trace
}

// Advance goes on by a stage. At the last one the weights and biases move against
// their gradients.
func (s *step) Advance(nn.Stride, func() bool) (goesOn bool) {
	const most = 50 // steps
	if s.stage+1 < stages {
		s.stage++
	} else {
		s.stage = stageScores
	}
	if s.stage == stageUpdate {
		grad := s.trace().Layers[0].Grad
		next := s.net.Clone()
		for i, g := range slices.Concat(grad.W.Data, grad.B) {
			next.Params[i] -= s.rate * g
		}
		s.past, s.net = append(slices.Clip(s.past), *s.net), next
	}
	return len(s.past) < most
}

// Back takes a stage back.
func (s *step) Back(nn.Stride) (goesOn bool) {
	switch {
	case s.stage == stageUpdate:
		last := s.past[len(s.past)-1]
		s.net, s.past, s.stage = &last, s.past[:len(s.past)-1], stageGradients
	case s.stage == stageScores && len(s.past) > 0:
		s.stage = stageUpdate
	default:
		s.stage = max(0, s.stage-1)
	}
	return s.stage > 0
}

func (s *step) Facts() []lab.Fact {
	t := s.trace()
	reached := func(stage int, f lab.Fact) lab.Fact {
		f.Known = f.Known && (s.stage >= stage && s.stage != stageUpdate)
		return f
	}
	three := lab.Decimals(3)
	grad := t.Layers[0].Grad
	return []lab.Fact{
		lab.Num("step", lang.T("걸음", "steps"), float64(len(s.past)), lab.Brief),
		lab.Num("stage", lang.T("단계", "stage"), float64(s.stage), lab.Brief),
		reached(stageScores, lab.Num("a.1", lang.Same("a₁"), t.Layers[0].A[0], lab.Decimals(2))),
		reached(stageScores, lab.Num("a.2", lang.Same("a₂"), t.Layers[0].A[1], lab.Decimals(2))),
		reached(stageOutput, lab.Num("y.1", lang.Same("y₁"), t.Y[0], three)),
		reached(stageOutput, lab.Num("y.2", lang.Same("y₂"), t.Y[1], three)),
		reached(stageLoss, lab.Num("loss", lang.T("손실", "loss"), t.Loss, three)),
		reached(stageScoreGradient, lab.Num("da.1", lang.Same("∂E/∂a₁"), t.Layers[0].DA[0], three)),
		reached(stageScoreGradient, lab.Num("da.2", lang.Same("∂E/∂a₂"), t.Layers[0].DA[1], three)),
		reached(stageGradients, lab.Num("dw.11", lang.Same("∂E/∂w₁₁"), grad.W.At(0, 0), three)),
		reached(stageGradients, lab.Num("db.1", lang.Same("∂E/∂b₁"), grad.B[0], three)),
	}
}

// stageName says what a stage does.
func stageName(stage int) lang.Text {
	return [...]lang.Text{
		stageInput: lang.T("입력", "input"), stageScores: lang.T("순전파: 점수", "forward: scores"), stageOutput: lang.T("순전파: 확률", "forward: probabilities"),
		stageLoss: lang.T("손실", "loss"), stageScoreGradient: lang.T("역전파: 점수의 기울기", "back: gradient of the scores"),
		stageGradients: lang.T("역전파: 가중치와 편향의 기울기", "back: gradients of weights and biases"), stageUpdate: lang.T("갱신", "update"),
	}[stage]
}

func (s *step) Caption(l lang.Lang) string {
	t := s.trace()
	switch s.stage {
	case stageInput:
		return lang.T("s를 누르면 한 단계씩 나아가요.", "s goes on by one stage.").In(l)
	case stageUpdate:
		return lang.Sprintf("가중치와 편향을 기울기의 반대쪽으로 ε = %[1]s배만큼 옮겼어요. %[2]d걸음째예요.", "Weights and biases moved against their gradients, times ε = %[1]s. That was step %[2]d.", lab.Brief(s.rate), len(s.past)).In(l)
	case stageOutput, stageLoss:
		return lang.Sprintf("%[1]s: 고양이의 확률 %[2]s.", "%[1]s: the probability of the cat is %[2]s.", stageName(s.stage).In(l), s.Told("y", lab.Fixed(t.Y[0], 3))).In(l)
	}
	return stageName(s.stage).In(l) + "."
}

// Views shows the numbers of the step that has been reached, in their places.
func (s *step) Views() []lab.View {
	return []lab.View{{ID: "step", Label: lang.T("한 걸음", "step"), Pictures: func(l lang.Lang) []lab.Block {
		t := s.table(l)
		return []lab.Block{lab.Above(1, s.weights(), lab.Low(t)), lab.Above(0, s.weights(), lab.Low(t)), t}
	}}}
}

// weights are W, b and, once they are known, their gradients.
func (s *step) weights() lab.Block {
	layer, grad := s.net.Layers[0], s.trace().Layers[0].Grad
	known := s.stage == stageGradients && s.Places("dw")
	cell := func(v float64, role theme.Role, shown bool) lab.Cell {
		if !shown {
			return lab.In(theme.Faint, "·")
		}
		return lab.In(role, lab.Fixed(v, 3))
	}
	matrix := func(name string, m nn.Matrix, role theme.Role, shown bool) lab.Block {
		k := lab.Matrix{Name: lab.Muted(name), Cell: 8}
		for i := range m.Rows {
			var row []lab.Cell
			for _, v := range m.Row(i) {
				row = append(row, cell(v, role, shown))
			}
			k.Entries = append(k.Entries, row)
		}
		return lab.Exactly(k)
	}
	column := func(v []float64) nn.Matrix { return nn.NewMatrix(2, 1, v...) }
	role := theme.Text
	if s.stage == stageUpdate {
		role = theme.Accent
	}
	top := lab.Beside(3, matrix("W", layer.W, role, true), matrix("b", column(layer.B), role, true))
	bottom := lab.Beside(3, matrix("∂E/∂W", grad.W, theme.ClassB, known), matrix("∂E/∂b", column(grad.B), theme.ClassB, known))
	return lab.Above(1, lab.Low(top), lab.Low(bottom))
}

// table lists what is computed from stage to stage; what is not there yet is a
// dot.
func (s *step) table(l lang.Lang) lab.Table {
	t := s.trace()
	z, truth := handoutSample()
	reached := s.stage
	if reached == stageUpdate { // the numbers of the network before are gone
		reached = stageInput
	}
	three, two := lab.Decimals(3), lab.Decimals(2)
	row := func(stage int, group, name string, v []float64, format func(float64) string) []lab.Cell {
		cells := []lab.Cell{lab.Muted(name)}
		for _, x := range v {
			text, role := "·", theme.Faint
			if reached >= stage {
				text, role = format(x), theme.Text
				if s.stage == stage {
					role = theme.Accent
				}
			}
			c := lab.In(role, text)
			if text != "·" {
				c = s.Masked(group, c)
			}
			cells = append(cells, c)
		}
		return cells
	}
	return lab.Table{Least: 8, Rows: [][]lab.Cell{
		row(stageInput, "z", "z", z, two),
		row(stageScores, "a", "a = Wz + b", t.Layers[0].A, two),
		row(stageOutput, "y", lang.T("y = 소프트맥스(a)", "y = softmax(a)").In(l), t.Y, three),
		row(stageInput, "t", "t", truth, lab.Brief),
		row(stageLoss, "loss", "E", []float64{t.Loss}, three),
		row(stageScoreGradient, "da", "∂E/∂a", t.Layers[0].DA, three),
		{lab.Muted(lang.T("걸음, 학습률", "steps, rate").In(l)), lab.Strong(lab.Brief(float64(len(s.past)))), lab.Strong("ε = " + lab.Brief(s.rate))},
	}}
}
