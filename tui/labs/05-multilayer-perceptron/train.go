package multilayerperceptron

import (
	"strconv"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/lab"
)

// train is a network with some hidden layers that learns to part two classes of
// points in the plane.
type train struct{ lab.Training }

// NewTrain returns the lab "train".
func NewTrain() lab.Lab {
	const solved = 0.95
	return &train{lab.Training{Spec: run.Default(), Solved: solved}}
}

func (s *train) Title() lang.Text { return lang.T("신경망 학습", "Training a network") }

func (s *train) Clone() lab.Lab { return &train{s.Copy()} }

func (s *train) Caption(l lang.Lang) string { return s.Told(l, s.Panel()) }

func (s *train) Panel() lab.Panel {
	spec := &s.Spec
	return lab.Panel{
		lab.Adjusts("data", lab.Choose(&spec.Data, "data", lang.T("데이터", "data"),
			lab.Opt("spiral", "spiral", lang.T("나선", "spiral")), lab.Opt("circles", "circles", lang.T("원", "circles")),
			lab.Opt("moons", "moons", lang.T("반달", "moons")), lab.Opt("checkerboard", "checkerboard", lang.T("바둑판", "checkerboard")))),
		lab.Adjusts("hidden", lab.Bind(lab.Slider, "layers", lang.T("은닉층", "hidden layers"), s.layers,
			func(v float64) { s.shape(int(v), int(s.units())) }).From(0, mostLayers).By(1, 1).OnGrid().BeginAt(2).Writes(lab.Brief)),
		lab.Adjusts("hidden", lab.Bind(lab.Slider, "units", lang.T("층마다 유닛", "units of each"), s.units,
			func(v float64) { s.shape(int(s.layers()), int(v)) }).From(1, mostUnits).By(1, 2).OnGrid().BeginAt(usualUnits).Writes(lab.Brief).When(len(spec.Hidden) > 0)),
		lab.Adjusts("activation", lab.Choose(&spec.Activation, "activation", lang.T("활성화 함수", "activation"),
			lab.Opt(nn.Tanh, "tanh", lang.Same("tanh")), lab.Opt(nn.ReLU, "relu", lang.Same("ReLU")),
			lab.Opt(nn.Sigmoid, "sigmoid", lang.T("시그모이드", "sigmoid")), lab.Opt(nn.Identity, "identity", lang.T("항등", "identity")))),
		lab.Adjusts("optimizer", lab.Choose(&spec.Optimizer, "optimizer", lang.T("최적화", "optimizer"),
			lab.Opt("adam", "adam", lang.Same("Adam")), lab.Opt("sgd", "sgd", lang.Same("SGD")),
			lab.Opt("momentum", "momentum", lang.T("모멘텀", "momentum")))),
		lab.Adjusts("lr", lab.Choose(&spec.Rate, "rate", lang.T("학습률 ε", "learning rate ε"), rates()...).Begin("0.03")),
	}
}

func rates() []lab.Value[float64] {
	var out []lab.Value[float64]
	for _, rate := range []float64{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 10} {
		name := strconv.FormatFloat(rate, 'g', -1, 64)
		out = append(out, lab.Opt(rate, name, lang.Same(name)))
	}
	return out
}

const (
	mostLayers = 3
	mostUnits  = 10
	usualUnits = 8
)

func (s *train) layers() float64 { return float64(len(s.Spec.Hidden)) }

func (s *train) units() float64 {
	if len(s.Spec.Hidden) == 0 {
		return usualUnits
	}
	return float64(s.Spec.Hidden[0])
}

func (s *train) shape(layers, units int) {
	s.Spec.Hidden = nil
	for range layers {
		s.Spec.Hidden = append(s.Spec.Hidden, units)
	}
}

// Views shows what the network answers over the plane, and its weights.
func (s *train) Views() []lab.View {
	view := func(id string, label lang.Text, picture func(lang.Lang) lab.Block) lab.View {
		return lab.View{ID: id, Label: label, Pictures: func(l lang.Lang) []lab.Block {
			p, curve := picture(l), lab.Above(0, s.Losses(l), s.Spread(l))
			return []lab.Block{lab.Beside(2, p, curve), lab.Above(0, p, curve), p}
		}}
	}
	return []lab.View{
		view("region", lang.T("평면", "plane"), s.Region),
		view("network", lang.T("가중치", "weights"), s.Weights),
	}
}
