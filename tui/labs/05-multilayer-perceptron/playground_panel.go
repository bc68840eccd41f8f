package multilayerperceptron

import (
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn/run"
	"hakseup/tui/lab"
)

// Panel begins with what everybody changes. What belongs to one view, and the run
// as a line, come last.
func (s *playground) Panel() lab.Panel {
	return slices.Concat(s.dataControls(), s.networkControls(), s.trainingControls(), s.viewControls())
}

// words are options that stand for values as a flag reads them, under the same
// names.
func words(values ...string) []lab.Value[string] {
	var out []lab.Value[string]
	for _, v := range values {
		out = append(out, lab.Opt(v, v, lang.Same(v)))
	}
	return out
}

func (s *playground) dataControls() lab.Panel {
	spec, usual := &s.Spec, 0.1
	noise := func() float64 {
		if spec.Noise == run.Auto {
			return usual
		}
		return spec.Noise
	}
	return lab.Panel{
		s.Setting("data", "data", lang.T("데이터", "data"),
			lab.Opt("spiral", "spiral", lang.T("나선", "spiral")), lab.Opt("xor", "xor", lang.Same("XOR")),
			lab.Opt("circles", "circles", lang.T("원", "circles")), lab.Opt("moons", "moons", lang.T("반달", "moons")),
			lab.Opt("blobs", "blobs", lang.T("뭉치", "blobs")), lab.Opt("checkerboard", "checkerboard", lang.T("바둑판", "checkerboard"))).
			Then(s.fitData),
		lab.Adjusts("noise", lab.Bind(lab.Slider, "noise", lang.T("잡음", "noise"), noise, func(v float64) {
			if s.drawn() {
				spec.Noise = v
			}
		}).From(0, 0.5).By(0.05, 0.1).OnGrid().BeginAt(usual).When(s.drawn())),
		s.Setting("features", "features", lang.T("입력", "inputs"),
			lab.Opt("x1,x2", "plain", lang.Same("x₁ x₂")), lab.Opt("x1^2,x2^2", "squares", lang.Same("x₁² x₂²")),
			lab.Opt("x1,x2,x1x2", "product", lang.Same("x₁ x₂ x₁x₂")), lab.Opt("x1,x2,sin-x1,sin-x2", "sines", lang.Same("x₁ x₂ sin")),
			lab.Opt("x1,x2,x1^2,x2^2,x1x2,sin-x1,sin-x2", "all", lang.T("모두", "all"))),
	}
}

// drawn reports whether the data are drawn, so that there is noise in them.
func (s *playground) drawn() bool { return s.Spec.Data != "xor" }

// fitData gives a data set of four points no noise, and one batch.
func (s *playground) fitData() {
	if !s.drawn() {
		s.Spec.Noise = run.Auto
	}
	s.Spec.Points = nil
	s.Spec.FitBatch()
}

const (
	mostLayers = 6
	mostUnits  = 8
	usualUnits = 8
)

func (s *playground) networkControls() lab.Panel {
	shape := s.flag("hidden")
	return lab.Panel{
		lab.Adjusts("hidden", lab.Bind(lab.Slider, "layers", lang.T("은닉층", "layers"), s.layers,
			func(v float64) { s.shape(int(v), int(s.widest())) }).From(0, mostLayers).By(1, 1).OnGrid().BeginAt(2).Writes(lab.Brief)),
		lab.Adjusts("hidden", lab.Bind(lab.Slider, "units", lang.T("층마다 유닛", "units each"), s.widest,
			func(v float64) { s.shape(int(s.layers()), int(v)) }).From(1, mostUnits).By(1, 2).OnGrid().BeginAt(usualUnits).Writes(lab.Brief).When(len(s.Spec.Hidden) > 0)),
		lab.Adjusts("hidden", lab.Write(&shape, "shape", lang.T("층의 모양", "each layer"), "", s.reads("hidden"))).Aside(),
		s.Setting("activation", "activation", lang.T("활성화 함수", "activation"),
			lab.Opt("tanh", "tanh", lang.Same("tanh")), lab.Opt("relu", "relu", lang.Same("ReLU")),
			lab.Opt("sigmoid", "sigmoid", lang.T("시그모이드", "sigmoid")), lab.Opt("leaky-relu", "leaky", lang.Same("leaky ReLU")),
			lab.Opt("identity", "identity", lang.T("항등", "identity"))),
		s.Setting("init", "init", lang.T("초깃값", "weight init"),
			lab.Opt("xavier", "xavier", lang.Same("Xavier")), lab.Opt("he", "he", lang.Same("He")),
			lab.Opt("normal:0.01", "tiny", lang.T("아주 작게", "tiny")), lab.Opt("normal:1", "large", lang.T("크게", "large"))),
	}
}

func (s *playground) layers() float64 { return float64(len(s.Spec.Hidden)) }

// widest is how many the widest hidden layer has.
func (s *playground) widest() float64 {
	if len(s.Spec.Hidden) == 0 {
		return usualUnits
	}
	return float64(slices.Max(s.Spec.Hidden))
}

func (s *playground) shape(layers, units int) { s.Spec.Hidden = slices.Repeat([]int{units}, layers) }

func (s *playground) trainingControls() lab.Panel {
	batches := words("1", "10", "32", "100", "all")
	batches[4].Label = lang.T("모두", "all")
	return lab.Panel{
		s.Setting("optimizer", "optimizer", lang.T("최적화", "optimizer"),
			lab.Opt("sgd", "sgd", lang.Same("SGD")), lab.Opt("momentum", "momentum", lang.T("모멘텀", "momentum")),
			lab.Opt("nesterov", "nesterov", lang.T("네스테로프", "Nesterov")), lab.Opt("adagrad", "adagrad", lang.Same("AdaGrad")),
			lab.Opt("rmsprop", "rmsprop", lang.Same("RMSProp")), lab.Opt("adam", "adam", lang.Same("Adam"))).Begin("adam"),
		s.Setting("lr", "rate", lang.T("학습률 ε", "rate ε"), words("0.001", "0.003", "0.01", "0.03", "0.05", "0.1", "0.3", "1", "10")...).Begin("0.03"),
		s.Setting("batch", "batch", lang.T("배치 크기", "batch size"), batches...).Begin("10").When(s.drawn()),
		s.Setting("epochs", "epochs", lang.T("멈출 에폭", "last epoch"), words("50", "200", "500", "2000")...).Begin("200"),
		s.Setting("l2", "l2", lang.T("L2의 λ", "L2, λ"), words("0", "0.0001", "0.001", "0.01", "0.1")...),
		s.Setting("l1", "l1", lang.T("L1의 λ", "L1, λ"), words("0", "0.0001", "0.001", "0.01", "0.1")...),
		s.Setting("dropout", "dropout", lang.T("드롭아웃", "dropout"), words("0", "0.1", "0.2", "0.5")...).When(len(s.Spec.Hidden) > 0),
	}
}

func (s *playground) viewControls() lab.Panel {
	line := s.Spec.Line()
	whole := func(at *int, id string, label lang.Text, most int) *lab.Control {
		return lab.Bind(lab.Slider, id, label, func() float64 { return float64(min(*at, most-1) + 1) },
			func(v float64) { *at = max(0, int(v)-1) }).From(1, float64(max(1, most))).By(1, 1).OnGrid().Writes(lab.Brief).When(s.Sees(spaceView) && most > 1).Aside()
	}
	layers, units := max(1, len(s.Spec.Hidden)), 1
	if n := len(s.Spec.Hidden); n > 0 {
		units = s.Spec.Hidden[min(s.space.Layer, n-1)]
	}
	return lab.Panel{
		lab.Switch(&s.brush, "class", lang.T("놓을 점: B", "drop as B")).When(s.Sees(regionView)).Aside(),
		s.ByHand(s.net.Pick).When(!s.Sees(spaceView)).Aside(),
		whole(&s.space.Layer, "layer", lang.T("볼 층", "layer to see"), layers),
		whole(&s.space.A, "across", lang.T("가로 유닛", "unit across"), units).BeginAt(1),
		whole(&s.space.B, "up", lang.T("세로 유닛", "unit upwards"), units).BeginAt(2),
		lab.Slide(&s.other, "second", lang.T("지도의 둘째 값", "second of the map"), 1).From(0, float64(s.parameters()-1)).By(1, 5).OnGrid().
			Writes(lab.Brief).When(s.Sees(mapView)).Aside(),
		lab.Write(&line, lab.LineControl, lang.T("한 줄로", "as a line"), "", s.readLine).Aside(),
	}
}

// parameters is how many the network of the Spec has.
func (s *playground) parameters() int {
	features, _ := s.Spec.Plane()
	n, from := 0, len(features)
	for _, units := range append(slices.Clone(s.Spec.Hidden), 2) {
		n, from = n+units*(from+1), units
	}
	return n
}

// flag is what a flag of the Spec stands at.
func (s *playground) flag(name string) string {
	for _, f := range run.Flags() {
		if f.Name == name {
			return f.Value(&s.Spec)
		}
	}
	return ""
}

// reads returns what reads a flag of the Spec; nothing changes nothing.
func (s *playground) reads(name string) func(string) error {
	return func(text string) error {
		for _, f := range run.Flags() {
			if f.Name == name && text != "" {
				return f.Set(&s.Spec, text)
			}
		}
		return nil
	}
}

// readLine takes over a run as a line; nothing changes nothing.
func (s *playground) readLine(text string) error {
	if text == "" {
		return nil
	}
	spec, err := run.Parse(text)
	if err == nil {
		if _, plane := spec.Plane(); !plane {
			return lab.Refuse("--data %[1]s: 여기서는 평면의 점만 배워요.", "--data %[1]s: only points of the plane are learned here.", spec.Data)
		}
		_, err = spec.Start()
	}
	if err != nil {
		return err
	}
	s.Spec = spec
	return nil
}
