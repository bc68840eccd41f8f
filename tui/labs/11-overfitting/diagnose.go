package overfitting

import (
	"context"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/nn/run"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// diagnose shows the two losses of real trainings, as a library would report them,
// and asks what is the matter.
type diagnose struct {
	lab.Bench

	at    int // an index into patients
	told  bool
	known *curves // of the one that is shown, or of another; never written to
}

// patient is a training with something the matter, or nothing.
type patient struct {
	id   string
	name lang.Text
	why  lang.Text
	spec func(*run.Spec)
}

// curves are the losses of a patient over the epochs: of the training set as its
// batches found them, of the validation set at the end.
type curves struct {
	at              int
	seed            uint64
	train, validate []float64
}

const diagnoseEpochs = 300

// patients stand in an order that gives nothing away.
func patients() []patient {
	return []patient{
		{
			"over", lang.T("과적합", "overfitted"),
			lang.T("훈련 손실은 계속 내려가는데 검증 손실은 다시 올라가요.", "The training loss goes on falling, the validation loss rises again."),
			func(s *run.Spec) { s.Samples, s.Hidden, s.Batch, s.Rate = fewPoints, []int{30, 30}, nn.FullBatch, 0.03 },
		},
		{
			"slow", lang.T("아직 덜 배움", "not done yet"),
			lang.T("둘 다 아직 내려가는 중이에요. 더 오래 배우면 돼요.", "Both are still falling. It has to go on learning."),
			func(s *run.Spec) { s.Rate = 0.002 },
		},
		{
			"good", lang.T("알맞음", "good"),
			lang.T("둘 다 낮은 곳에서 평평하고, 틈이 작아요.", "Both are flat and low, and the gap is small."),
			func(*run.Spec) {},
		},
		{
			"dropout", lang.T("드롭아웃을 켬", "dropout is on"),
			lang.T("훈련 손실은 유닛을 빼고 잰 값이라 검증 손실보다 높아요. 잘못이 아니에요.", "The training loss is measured with units left out. Nothing is wrong."),
			func(s *run.Spec) {
				s.Regularization.Dropout, s.Samples, s.Activation, s.Init.Name = 0.5, 200, nn.ReLU, "he"
			},
		},
		{
			"under", lang.T("과소적합", "underfitted"),
			lang.T("둘 다 높은 곳에서 평평해요. 유닛 하나로는 이 곡선을 그릴 수 없어요.", "Both are flat, but high. One unit cannot draw this curve."),
			func(s *run.Spec) { s.Hidden = []int{1} },
		},
		{
			"fast", lang.T("학습률이 너무 큼", "rate too high"),
			lang.T("내려가지 않고 크게 출렁여요.", "They do not settle: they jump."),
			func(s *run.Spec) { s.Rate = 0.3 },
		},
	}
}

// NewDiagnose returns the lab "diagnose".
func NewDiagnose() lab.Lab { return &diagnose{} }

func (s *diagnose) Title() lang.Text {
	return lang.T("어떤 곡선일까요?", "Which curve is this?")
}
func (s *diagnose) Clone() lab.Lab { c := *s; return &c }
func (s *diagnose) Start(uint64)   { s.told = false }

func (s *diagnose) Panel() lab.Panel {
	var all []lab.Value[int]
	for i := range patients() {
		all = append(all, lab.Opt(i, string(rune('a'+i)), lang.Same(string(rune('A'+i)))))
	}
	return lab.Panel{
		lab.Choose(&s.at, "case", lang.T("곡선", "curves"), all...).Then(func() { s.told = false }),
		lab.Switch(&s.told, "tell", lang.T("정답 보기", "tell")),
	}
}

func (s *diagnose) curves() *curves {
	if s.known == nil || s.known.at != s.at || s.known.seed != s.Seed() {
		s.known = trainedCurves(s.at, s.Seed())
	}
	return s.known
}

func trainedCurves(at int, seed uint64) *curves {
	spec := run.Default()
	spec.Data, spec.Samples, spec.Noise, spec.Seed = data.Sine.String(), 100, 0.3, seed
	spec.Hidden, spec.Rate, spec.Batch, spec.Epochs = []int{30}, 0.01, 20, diagnoseEpochs
	patients()[at].spec(&spec)
	k := &curves{at: at, seed: seed}
	r, err := spec.Start()
	if err != nil {
		panic(err) // a test starts them all
	}
	for epoch := 0; epoch < diagnoseEpochs && r.Trainer.Step(nn.ByEpoch) == nil; epoch++ {
		now := r.Trainer.Now()
		k.train, k.validate = append(k.train, now.Running), append(k.validate, now.Validation.Loss)
	}
	return k
}

// Sampler trains the same patient from other data and another start.
func (s *diagnose) Sampler() func(ctx context.Context, seed uint64) []lab.Fact {
	at := s.at
	return func(ctx context.Context, seed uint64) []lab.Fact {
		if ctx.Err() != nil {
			return nil
		}
		return trainedCurves(at, seed).facts()
	}
}

// facts are the losses at the end, and the lowest of the validation set.
func (k *curves) facts() []lab.Fact {
	last := len(k.train) - 1
	low := k.validate[0]
	for _, v := range k.validate {
		low = min(low, v)
	}
	return []lab.Fact{
		lab.Num("train", lang.T("훈련 손실", "training loss"), k.train[last], nil),
		lab.Num("val", lang.T("검증 손실", "validation loss"), k.validate[last], nil),
		lab.Num("lowest", lang.T("가장 낮던 검증 손실", "lowest validation loss"), low, nil),
		lab.Num("gap", lang.T("검증 − 훈련", "validation − training"), k.validate[last]-k.train[last], nil),
	}
}

func (s *diagnose) Facts() []lab.Fact {
	word, text := "hidden", lang.T("아직", "not yet")
	if s.told {
		p := patients()[s.at]
		word, text = p.id, p.name
	}
	return append(append(s.curves().facts(), lab.Word("answer", lang.T("진단", "diagnosis"), word, text).Picked()), s.SpreadFacts()...)
}

func (s *diagnose) Caption(l lang.Lang) string {
	if !s.told {
		return lang.T("두 곡선을 보고 먼저 진단해 본 뒤 정답을 켜 보세요.", "Judge by the two curves first, then switch the answer on.").In(l)
	}
	p := patients()[s.at]
	return p.name.In(l) + ": " + p.why.In(l)
}

// Views shows the two losses in the same axes for every patient.
func (s *diagnose) Views() []lab.View {
	return []lab.View{{ID: "curves", Label: lang.T("손실", "losses"), Pictures: func(l lang.Lang) []lab.Block {
		k := s.curves()
		picture := over(diagnoseEpochs, plot.Range{Max: 0.3}, []plot.Series{
			{Label: lang.T("훈련", "training").In(l), Role: theme.ClassA, Values: k.train},
			{Label: lang.T("검증", "validation").In(l), Role: theme.ClassB, Stroke: plot.Dashed, Values: k.validate},
		}, l)
		facts := lab.Low(lab.Readouts(s, l, "train", "val", "lowest", "answer"))
		return []lab.Block{lab.Above(1, picture, facts), picture}
	}}}
}
