package multilayerperceptron

import (
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// playground is a network that learns to part two classes of points in the plane:
// everything about it can be changed, most of it in the middle of a run, and
// gone back over.
type playground struct {
	lab.Training

	net    lab.Units
	space  lab.HiddenSpace
	loss   lab.LossMap
	other  float64    // the second parameter of the map, as MLP.Params are counted
	brush  bool       // the class of the points that are dropped: B, else A
	cursor [2]float64 // where the keyboard drops them
}

// NewPlayground returns the lab "playground".
func NewPlayground() lab.Lab {
	const solved = 0.95
	return &playground{Training: lab.Training{Spec: run.Default(), Solved: solved}}
}

func (s *playground) Title() lang.Text { return lang.T("신경망 놀이터", "Playground") }

func (s *playground) Clone() lab.Lab {
	c := *s
	c.Training, c.net, c.loss = s.Copy(), s.net.Copy(), s.loss.Copy()
	return &c
}

// Caption says where the run is and how many parameters it has, and on a page that has
// not come to the loss what the network is made of.
func (s *playground) Caption(l lang.Lang) string {
	net := s.Run().Trainer.Network()
	switch {
	case s.Places("loss") && s.Shows("params") && !s.Pinned():
		return s.Told(l, s.Panel()) + lang.Sprintf(" 매개변수 %d개.", " Parameters: %d.", len(net.Params)).In(l)
	case s.Places("loss"):
		return s.Told(l, s.Panel())
	case !s.Places("params"):
		return lang.Sprintf("입력부터 출력까지 유닛의 수는 %v예요.", "From input to output it has %v units.", net).In(l)
	}
	return lang.Sprintf("입력부터 출력까지 유닛의 수는 %[1]v이고, 매개변수는 모두 %[2]s개예요.",
		"From input to output it has %[1]v units, and %[2]s parameters in all.", net, s.Bench.Told("params", lab.Brief(float64(len(net.Params))))).In(l)
}

// Start begins the run anew, with the cursor in the middle.
func (s *playground) Start(seed uint64) {
	s.Training.Start(seed)
	s.cursor = [2]float64{}
}

// The ids of the views.
const (
	regionView  = "region"
	networkView = "network"
	spaceView   = "space"
	mapView     = "map"
)

// Areas that the mouse and the arrow keys act in: the plane and the network.
const networkArea = "network"

// Views are the plane, the network with what every unit answers, what a hidden
// layer makes of the plane, and the loss over two parameters: each beside the
// losses, where there is room and the page has come to them.
func (s *playground) Views() []lab.View {
	view := func(id string, label lang.Text, picture func(lang.Lang) lab.Block) lab.View {
		return lab.View{ID: id, Label: label, Pictures: func(l lang.Lang) []lab.Block {
			p, curve := picture(l), lab.Above(0, s.Losses(l), s.Spread(l))
			if !s.Places("loss") {
				return []lab.Block{p}
			}
			return []lab.Block{lab.Beside(2, p, curve), lab.Above(0, p, curve), p}
		}}
	}
	return []lab.View{
		view(regionView, lang.T("평면", "plane"), s.region),
		view(networkView, lang.T("신경망", "network"), s.units),
		view(spaceView, lang.T("은닉 공간", "hidden space"), func(l lang.Lang) lab.Block { return s.space.Block(&s.Training, l) }),
		view(mapView, lang.T("손실 지도", "map of the loss"), s.lossMap),
	}
}

// Whole shows the plane, the network and the losses side by side.
func (s *playground) Whole(l lang.Lang) lab.Block {
	return lab.Beside(2, s.region(l), s.units(l), lab.Above(1, s.Losses(l), s.Spread(l)))
}

// region draws the plane, and where points can be dropped the next one.
func (s *playground) region(l lang.Lang) lab.Block {
	return s.Region(l, func(a *plot.Area) {
		if a.Focused() || s.Shows("class") {
			a.Mark(s.cursor[0], s.cursor[1], lab.AddedMark(s.brush), theme.Accent)
		}
	})
}

func (s *playground) units(l lang.Lang) lab.Block { return s.net.Block(&s.Training, networkArea, l) }

func (s *playground) lossMap(l lang.Lang) lab.Block {
	s.loss.X, s.loss.Y = s.net.Pick, lab.ParameterAt(s.Run().Trainer.Network(), int(s.other))
	return s.loss.Block(&s.Training, l)
}

// Point drops a point where the plane is pressed, or picks and drags a weight.
func (s *playground) Point(area string, x, y float64, ev lab.Event) {
	switch {
	case area == networkArea:
		s.net.Point(&s.Training, x, y, ev)
	case ev == lab.Press:
		s.cursor = [2]float64{x, y}
		s.Drop(area)
	}
}

// Nudge moves the cursor, or the choice of a weight.
func (s *playground) Nudge(area string, dx, dy float64, big bool) (moved bool) {
	if area == networkArea {
		return s.net.Nudge(&s.Training, dx, dy, big)
	}
	before := s.cursor
	step := 0.05
	if big {
		step = 0.25
	}
	xs, ys := s.Extent()
	s.cursor[0] = max(xs.Min, min(xs.Max, s.cursor[0]+step*dx))
	s.cursor[1] = max(ys.Min, min(ys.Max, s.cursor[1]+step*dy))
	return s.cursor != before
}

// Drop adds a point to the training set, where the cursor is.
func (s *playground) Drop(area string) {
	if area == lab.RegionArea {
		s.AddPoint(run.Point{X1: s.cursor[0], X2: s.cursor[1], B: s.brush})
	}
}

// Facts adds what a step costs, and how far four points were learned from other
// starts.
func (s *playground) Facts() []lab.Fact {
	net := s.Run().Trainer.Network()
	products := 0
	for _, l := range net.Layers {
		products += l.In() * l.Out()
	}
	samples, _ := s.Run().Trainer.Samples()
	batch := s.Spec.Batch
	if batch == nn.FullBatch {
		batch = samples.Len()
	}
	pick := s.Parameter(s.net.Pick)
	return append(s.Training.Facts(),
		lab.Num("cost.products", lang.T("샘플마다 곱셈", "multiplications a sample"), float64(products), lab.Brief),
		lab.Num("cost.updates", lang.T("에폭마다 갱신", "updates an epoch"), float64((samples.Len()+batch-1)/batch), lab.Brief),
		lab.Num("samples", lang.T("훈련 점", "training points"), float64(samples.Len()), lab.Brief),
		lab.Num("weight", lang.T("고른 값", "picked value"), pick, nil))
}
