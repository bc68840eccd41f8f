package overfitting

import (
	"context"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/nn/run"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// fit is a network that learns a curve from a few noisy points. The clean curve is
// known, so that it can be said how far the network really is from it.
type fit struct{ lab.Training }

// NewFit returns the lab "fit".
func NewFit() lab.Lab {
	s := run.Default()
	s.Data, s.Samples, s.Noise = data.Sine.String(), fewPoints, 0.3
	s.Hidden, s.Rate, s.Batch, s.Epochs = []int{30, 30}, 0.01, nn.FullBatch, 1500
	return &fit{lab.Training{Spec: s}}
}

const fewPoints = 15

func (s *fit) Title() lang.Text { return lang.T("잡음 섞인 곡선", "A noisy curve") }
func (s *fit) Clone() lab.Lab   { return &fit{s.Copy()} }

func (s *fit) Panel() lab.Panel {
	spec := &s.Spec
	return lab.Panel{
		lab.Adjusts("samples", lab.Bind(lab.Slider, "n", lang.T("점의 수", "points"), func() float64 { return float64(spec.Samples) },
			func(v float64) { spec.Samples = int(v) }).From(10, 200).By(5, 15).BeginAt(fewPoints).Writes(lab.Brief)),
		s.Setting("hidden", "size", lang.T("은닉층", "hidden layers"), named("30,30", "two", "1", "one", "3", "three", "30", "thirty", "100", "hundred")...),
		s.Setting("patience", "patience", lang.T("조기 종료의 인내", "patience"), named("0", "off", "5", "five", "20", "twenty", "100", "hundred", "300", "most")...),
		s.Setting("dropout", "dropout", lang.T("드롭아웃 p", "dropout p"), named("0", "off", "0.1", "tenth", "0.2", "fifth", "0.5", "half")...),
		s.Setting("l2", "l2", lang.T("가중치 감소 λ", "weight decay λ"), named("0", "off", "0.0001", "tiny", "0.001", "small", "0.01", "medium", "0.1", "large")...),
		s.Setting("max-norm", "limit", lang.T("노름의 한계 c", "norm limit c"), named("0", "off", "1", "one", "3", "three")...),
		s.Setting("jitter", "jitter", lang.T("입력의 잡음", "noise on the inputs"), named("0", "off", "0.1", "tenth", "0.3", "third")...),
		s.Setting("epochs", "epochs", lang.T("마지막 에폭", "last epoch"), lab.Opt("1500", "1500", lang.Same("1500")), lab.Opt("300", "300", lang.Same("300")), lab.Opt("5000", "5000", lang.Same("5000"))),
	}
}

// named are options of values with a name each, for scenes; off is a word.
func named(pairs ...string) []lab.Value[string] {
	var out []lab.Value[string]
	for i := 0; i < len(pairs); i += 2 {
		label := lang.Same(strings.ReplaceAll(pairs[i], ",", " · "))
		if pairs[i+1] == "off" {
			label = lang.T("끔", "off")
		}
		out = append(out, lab.Opt(pairs[i], pairs[i+1], label))
	}
	return out
}

// kept is the network that the run would be used for: once early stopping has
// ended it, that of the best epoch.
func kept(t *nn.Trainer) (n *nn.MLP, epoch int) {
	if t.Stopped() {
		return t.Best()
	}
	epoch, _, _ = t.Position()
	return t.Network(), epoch
}

// distance is the mean squared distance of a network from the clean curve.
func distance(n *nn.MLP) float64 {
	const places = 201
	trace, x, sum := n.NewTrace(), make([]float64, 1), 0.0
	for i := range places {
		x[0] = -1 + 2*float64(i)/(places-1)
		d := n.Forward(trace, x)[0] - data.Sine.At(x[0])
		sum += d * d
	}
	return sum / places
}

// floor is the loss that noise alone leaves: half of its variance.
func (s *fit) floor() float64 { return s.Spec.Noise * s.Spec.Noise / 2 }

func errorFact(v float64) lab.Fact {
	return lab.Num("error", lang.T("진짜 곡선과의 오차", "error against the true curve"), v, nil)
}

// bent is how many times the loss that noise leaves a training loss may be.
const bent = 1.3

// verdict judges the fit by its two losses: what noise alone leaves is the measure.
func (s *fit) verdict() lab.Fact {
	label := lang.T("판정", "verdict")
	t := s.Run().Trainer
	now := t.Now()
	switch train, gap := now.Train.Loss, now.Validation.Loss-now.Train.Loss; {
	case t.Steps() == 0:
		return lab.Word("verdict", label, "none", lang.T("시작 전", "not begun"))
	case train > bent*s.floor():
		return lab.Word("verdict", label, "under", lang.T("과소적합", "underfitted"))
	case gap > s.floor():
		return lab.Word("verdict", label, "over", lang.T("과적합", "overfitted"))
	}
	return lab.Word("verdict", label, "good", lang.T("알맞음", "good fit"))
}

func (s *fit) Facts() []lab.Fact {
	t := s.Run().Trainer
	net, epoch := kept(t)
	now := t.Now()
	running := now.Running
	if t.Steps() == 0 {
		running = math.NaN()
	}
	return append(s.Training.Facts(),
		lab.Num("fit", lang.T("x = 0에서 y", "y at x = 0"), net.Forward(net.NewTrace(), []float64{0})[0], nil),
		errorFact(distance(net)),
		lab.Num("kept", lang.T("남긴 에폭", "epoch that is kept"), float64(epoch), lab.Brief),
		lab.Num("gap", lang.T("검증 손실 − 훈련 손실", "validation loss − training loss"), now.Validation.Loss-now.Train.Loss, nil),
		lab.Num("running", lang.T("훈련하며 잰 손실", "loss as trained"), running, nil),
		s.penalty(),
		lab.Num("weight", lang.T("가중치의 크기", "size of a weight"), size(weights(net)), nil),
		s.verdict())
}

// penalty is what weight decay adds to the loss.
func (s *fit) penalty() lab.Fact {
	t := s.Run().Trainer
	return lab.Num("penalty", lang.T("벌금 λ/2‖w‖²", "fine λ/2‖w‖²"), t.Config().Regularization.Penalty(t.Network()), nil)
}

// weights lists the weights of a network, biases left out.
func weights(n *nn.MLP) []float64 {
	var all []float64
	for _, l := range n.Layers {
		all = append(all, l.W.Data...)
	}
	return all
}

// size is the root of the mean of the squares.
func size(v []float64) float64 { return nn.Norm(v, 2) / math.Sqrt(float64(len(v))) }

// Sampler learns the same points from other starts.
func (s *fit) Sampler() func(ctx context.Context, seed uint64) []lab.Fact {
	c := s.Run().Clone()
	return func(ctx context.Context, seed uint64) []lab.Fact {
		r, err := c.From(seed)
		if err != nil || r.Trainer.Run(ctx) != nil && ctx.Err() != nil {
			return nil
		}
		net, epoch := kept(r.Trainer)
		now := r.Trainer.Now()
		return []lab.Fact{
			errorFact(distance(net)), lab.Num("loss", lang.T("훈련 손실", "training loss"), now.Train.Loss, nil),
			lab.Num("val.loss", lang.T("검증 손실", "validation loss"), now.Validation.Loss, nil),
			lab.Num("gap", lang.T("검증 손실 − 훈련 손실", "validation loss − training loss"), now.Validation.Loss-now.Train.Loss, nil),
			lab.Num("kept", lang.T("남긴 에폭", "epoch that is kept"), float64(epoch), lab.Brief),
		}
	}
}

// Starts is how many starts are tried.
func (s *fit) Starts() int { return 20 }

func (s *fit) Caption(l lang.Lang) string {
	t := s.Run().Trainer
	epoch, _, _ := t.Position()
	switch {
	case t.Diverged() != nil || t.Steps() == 0:
		return s.Told(l, s.Panel())
	case t.Stopped() && s.Shows("kept"):
		_, best := t.Best()
		return lang.Sprintf("%[1]d에폭에서 멈췄고, 검증 손실이 가장 낮던 %[2]d에폭의 가중치를 남겨요.", "Stopped in epoch %[1]d; the weights of epoch %[2]d, where the validation loss was lowest, are kept.", epoch, best).In(l)
	case s.Shows("error"):
		net, _ := kept(t)
		return lang.Sprintf("%[1]d에폭: 진짜 곡선과의 오차 %[2]s.", "Epoch %[1]d: error against the true curve %[2]s.", epoch, lab.Significant(distance(net))).In(l)
	}
	return s.Told(l, s.Panel())
}

// The ids of the views.
const (
	curveView   = "curve"
	weightsView = "weights"
	unitsView   = "units"
)

// Views are the curve, the weights, and which units take part in a step: each
// beside the losses.
func (s *fit) Views() []lab.View {
	view := func(id string, label lang.Text, picture func(lang.Lang) lab.Block) lab.View {
		return lab.View{ID: id, Label: label, Pictures: func(l lang.Lang) []lab.Block {
			p := picture(l)
			if !s.Places("loss") {
				return []lab.Block{p}
			}
			side := lab.Above(0, s.Losses(l), lab.Low(s.spread(l)))
			return []lab.Block{lab.Beside(2, p, side), lab.Above(0, p, side), p}
		}}
	}
	return []lab.View{
		view(curveView, lang.T("곡선", "curve"), s.curve),
		view(weightsView, lang.T("가중치", "weights"), s.histogram),
		view(unitsView, lang.T("유닛", "units"), s.units),
	}
}

// spread tells the figures of now, and the errors of other starts. It keeps its rows
// while there are none.
func (s *fit) spread(l lang.Lang) lab.Block {
	rows := [][]lab.Cell{{}, {}, {}, {}}
	tell := func(row int, f lab.Fact, name lang.Text) {
		if s.Places(f.ID) {
			rows[row] = append(rows[row], lab.Muted(name.In(l)+" "), lab.Strong(s.Bench.Told(f.ID, lab.Significant(f.Value))), lab.Plain("  "))
		}
	}
	t := s.Run().Trainer
	net, _ := kept(t)
	now := t.Now()
	tell(0, lab.Num("loss", lang.Text{}, now.Train.Loss, nil), lang.T("훈련", "training"))
	tell(0, lab.Num("val.loss", lang.Text{}, now.Validation.Loss, nil), lang.T("검증", "validation"))
	tell(1, errorFact(distance(net)), lang.T("오차", "error"))
	if f := s.penalty(); f.Value > 0 {
		tell(1, f, f.Label)
	}
	if v := lab.Values(s.Samples(), "error"); len(v) > 0 && s.Places("error") {
		rows[2] = []lab.Cell{
			lab.Muted(lang.Sprintf("시드 %d개의 오차: ", "errors of %d seeds: ", len(v)).In(l)),
			lab.Strong(lang.Sprintf("가운데 값 %s", "median %s", lab.Significant(lab.Percentile(v, 0.5))).In(l)),
		}
		rows[3] = []lab.Cell{lab.Muted(lang.Sprintf("가운데 80%%는 %[1]s–%[2]s", "middle 80%% from %[1]s to %[2]s",
			lab.Significant(lab.Percentile(v, 0.1)), lab.Significant(lab.Percentile(v, 0.9))).In(l))}
	}
	return lab.Lines{Rows: rows, W: 26, H: 4}
}

// curve draws the points, the network's answer and the clean curve.
func (s *fit) curve(lang.Lang) lab.Block {
	t := s.Run().Trainer
	net, _ := kept(t)
	trace, x := net.NewTrace(), make([]float64, 1)
	points, _ := t.Samples()
	p := lab.Plot{
		Axes: plot.Axes{X: plot.Range{Min: -1, Max: 1}, Y: plot.Range{Min: -2, Max: 2}},
		Curves: s.Curves(
			lab.Curve{ID: "fit", Label: "y", Role: theme.Path, F: func(v float64) float64 { x[0] = v; return net.Forward(trace, x)[0] }},
			lab.Curve{ID: "error", Label: "sin πx", Role: theme.Truth, Stroke: plot.Dashed, F: func(v float64) float64 { return math.Round(data.Sine.At(v)*1e12) / 1e12 }}),
		Over: func(a *plot.Area) {
			for i := range points.Len() {
				a.Mark(points.X.At(i, 0), points.T.At(i, 0), plot.Dot, theme.ClassA)
			}
		},
		W: 30, H: 9,
	}
	return p
}
