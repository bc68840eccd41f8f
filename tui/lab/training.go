package lab

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/plot"
)

// Training is what every lab that trains is made of, by embedding it: a run of
// its Spec, the run that is pinned to compare it with, and what both have gone
// through. Controls are bound to fields of the Spec. Whenever somebody looks, or
// the run goes on, it is brought to what the Spec then says: adjusted where it
// is, or begun anew where that cannot be.
type Training struct {
	Bench

	Spec run.Spec
	// Solved is the accuracy on the training set from which a run has succeeded.
	Solved float64

	run     *run.Run // nil: to be begun
	refused error    // why the Spec could not be, and is what it was before
	midway  bool
	undo    []byHand
	tested  tested
	frame   frame
	pinned  *pinned
	track   track
}

// frame is the axes of the pictures of a run. They stay while it goes on.
type frame struct {
	x, y plot.Range // of the inputs, if there are two
	loss plot.Range
}

// LineControl is the id of the control that tells a run as a line, and reads one.
const LineControl = "line"

// Adjusts says of a control, by the name of the run.Flag that it is bound to,
// whether a change goes on with the run or begins it anew.
func Adjusts(flag string, c *Control) *Control {
	for _, f := range run.Flags() {
		if f.Name == flag && f.Restarts {
			return c.Restarts()
		}
	}
	return c
}

// Setting is a choice of what a run.Flag of the Spec stands at: its options stand
// for values as the flag reads them.
func (t *Training) Setting(flag, id string, label lang.Text, options ...Value[string]) *Control {
	all := run.Flags()
	f := all[slices.IndexFunc(all, func(f run.Flag) bool { return f.Name == flag })]
	if now := f.Value(&t.Spec); !slices.ContainsFunc(options, func(o Value[string]) bool { return o.is == now }) {
		options = append(slices.Clip(options), Opt(now, now, lang.Same(now))) // a line has brought it
	}
	var shown []Option
	for _, o := range options {
		shown = append(shown, o.Option)
	}
	get := func() float64 {
		now := f.Value(&t.Spec)
		return float64(max(0, slices.IndexFunc(options, func(o Value[string]) bool { return o.is == now })))
	}
	set := func(v float64) { _ = f.Set(&t.Spec, options[int(v)].is) } // a test tries every option
	return Adjusts(flag, Bind(Choice, id, label, get, set, shown...))
}

// Run returns the run of now.
func (t *Training) Run() *run.Run {
	if t.run != nil {
		now := t.run.Spec()
		if reflect.DeepEqual(now, t.Spec) {
			return t.run
		}
		t.refused = t.run.Adjust(t.Spec)
		if t.refused == nil {
			return t.run
		}
		if restart := (*run.RestartError)(nil); !errors.As(t.refused, &restart) {
			t.Spec = now
			return t.run
		}
	}
	t.refused = t.begin(t.Spec)
	if t.refused == nil {
		return t.run
	}
	if t.run != nil { // go on with what could be
		t.Spec = t.run.Spec()
		return t.run
	}
	t.Spec = run.Default()
	if err := t.begin(t.Spec); err != nil {
		panic(err) // a test of package run holds that it can be
	}
	return t.run
}

func (t *Training) begin(s run.Spec) error {
	r, err := s.Start()
	if err != nil {
		return err
	}
	t.run, t.Spec, t.midway, t.track = r, r.Spec(), false, track{}.followed(r.Trainer)
	t.undo, t.tested = nil, tested{}
	now := r.Trainer.Now()
	const air = 1.1 // above the first loss
	t.frame = frame{loss: plot.Range{Max: air * max(now.Train.Loss, now.Validation.Loss)}}
	if points, _, _ := r.Points(); points.Rows > 0 {
		t.frame.x, t.frame.y = extent(points, 0), extent(points, 1)
	}
	return nil
}

// extent is the range of a column, with some air around it.
func extent(m nn.Matrix, col int) plot.Range {
	r := plot.Range{Min: math.Inf(1), Max: math.Inf(-1)}
	for i := range m.Rows {
		v := m.Row(i)[col]
		r.Min, r.Max = min(r.Min, v), max(r.Max, v)
	}
	const air = 0.08
	by := air * (r.Max - r.Min)
	return plot.Range{Min: r.Min - by, Max: r.Max + by}
}

// Extent is the part of the plane that pictures show.
func (t *Training) Extent() (x, y plot.Range) {
	t.Run()
	return t.frame.x, t.frame.y
}

// AddPoint adds a point of the plane to the training set, in the middle of the
// run. Going back over this place takes it away again.
func (t *Training) AddPoint(p run.Point) {
	t.remember(aPoint)
	t.Spec.Points = append(slices.Clip(t.Spec.Points), p)
}

// Start begins the run anew with all that is random drawn by a seed.
func (t *Training) Start(seed uint64) { t.Spec.Seed, t.run = seed, nil }

// Copy returns a Training that shares nothing that changes.
func (t *Training) Copy() Training {
	c := *t
	c.Spec.Hidden, c.track, c.undo = slices.Clone(t.Spec.Hidden), slices.Clip(t.track), slices.Clip(t.undo)
	if t.run != nil {
		c.run = t.run.Clone()
	}
	return c
}

// Strides lists all three, epochs first.
func (t *Training) Strides() []nn.Stride { return []nn.Stride{nn.ByEpoch, nn.ByBatch, nn.BySample} }

// Midway reports whether the last stride was cut short.
func (t *Training) Midway() bool { return t.midway }

// Advance goes on with the run by a stride, up to the last epoch of the Spec,
// early stopping or divergence.
func (t *Training) Advance(by nn.Stride, more func() bool) (goesOn bool) {
	trainer := t.Run().Trainer
	made, err := trainer.Advance(by, 1, more)
	t.track = t.track.followed(trainer)
	t.midway = made == 0 && err == nil && !trainer.Done()
	return err == nil && !trainer.Done()
}

// Back goes back by a stride, also over changes of settings that adjusted the
// run, which are taken back. At the start it takes back what was changed by hand
// there, one change at a time.
func (t *Training) Back(by nn.Stride) (goesOn bool) {
	r := t.Run()
	if !r.Trainer.Back(by) {
		return t.takeBack()
	}
	t.Spec, t.midway, t.refused, t.track = r.Spec(), false, nil, t.track.followed(r.Trainer)
	return r.Trainer.Steps() > r.Trainer.Earliest()
}

// Sampler runs the Spec from other starts on the same data, up to its last
// epoch.
func (t *Training) Sampler() func(ctx context.Context, seed uint64) []Fact {
	c, solved := t.Run().Clone(), t.Solved
	return func(ctx context.Context, seed uint64) []Fact {
		r, err := c.From(seed)
		if err != nil {
			return nil
		}
		if r.Trainer.Run(ctx) != nil && ctx.Err() != nil {
			return nil
		}
		now := r.Trainer.Now()
		ok := 0.0
		if r.Trainer.Diverged() == nil && now.Train.Accuracy >= solved {
			ok = 1
		}
		facts := append(metrics("", lang.Text{}, now.Train), Num(solvedID, lang.T("성공", "succeeded"), ok, Brief))
		if n := now.Train.Samples; n <= few {
			facts = append(facts, Num(rightID, lang.T("맞은 점", "points right"), math.Round(now.Train.Accuracy*float64(n)), Brief))
		}
		return facts
	}
}

// few is up to how many samples it is counted how many are right.
const few = 4

// Starts is how many starts are tried: of a few samples very many.
func (t *Training) Starts() int {
	const usual, many = 20, 1000
	if samples, _ := t.Run().Trainer.Samples(); samples.Len() <= few {
		return many
	}
	return usual
}

// metrics are the facts of a set.
func metrics(group string, of lang.Text, m nn.Metrics) []Fact {
	name := func(ko, en string) lang.Text {
		if of.IsZero() {
			return lang.T(ko, en)
		}
		return lang.T(of.KO+" "+ko, of.EN+" "+en)
	}
	if m.Samples == 0 {
		return nil
	}
	facts := []Fact{Num(group+"loss", name("손실", "loss"), m.Loss, nil)}
	if m.Judged {
		facts = append(facts, Num(group+"accuracy", name("정확도", "accuracy"), m.Accuracy, Percent))
	}
	return facts
}

// Facts are the losses and accuracies, where the run is, and how the results of
// other starts are spread.
func (t *Training) Facts() []Fact {
	trainer := t.Run().Trainer
	now := trainer.Now()
	epoch, batch, sample := trainer.Position()
	facts := metrics("", lang.Text{}, now.Train)
	facts = append(facts, metrics("val.", lang.T("검증", "validation"), now.Validation)...)
	facts = append(facts, t.testFacts()...)
	facts = append(facts, t.phase(),
		Num("epoch", lang.T("에폭", "epoch"), float64(epoch), Brief),
		Num("batch", lang.T("배치", "batch"), float64(batch), Brief),
		Num("sample", lang.T("샘플", "sample"), float64(sample), Brief),
		Num("steps", lang.T("갱신", "updates"), float64(trainer.Steps()), Brief),
		Num("params", lang.T("매개변수", "parameters"), float64(len(trainer.Network().Params)), Brief))
	if t.pinned != nil {
		facts = append(facts, Num("pinned.loss", lang.T("고정한 실행의 손실", "loss of the pinned run"), t.pinned.at(epoch), nil))
	}
	return append(facts, t.SpreadFacts()...)
}

// phase says what the run has come to.
func (t *Training) phase() Fact {
	trainer, label := t.Run().Trainer, lang.T("상태", "state")
	switch {
	case trainer.Diverged() != nil:
		return Word("state", label, "diverged", lang.T("발산", "diverged"))
	case trainer.Done():
		return Word("state", label, "done", lang.T("끝", "done"))
	case trainer.Steps() == 0:
		return Word("state", label, "ready", lang.T("시작 전", "not begun"))
	}
	return Word("state", label, "training", lang.T("학습 중", "in training"))
}

// Told says where the run is, with the figures, and beside what is pinned, with
// what the panel says of both.
func (t *Training) Told(l lang.Lang, panel Panel) string {
	r := t.Run()
	now := r.Trainer.Now()
	epoch, _, _ := r.Trainer.Position()
	figures := lang.Sprintf("손실 %s", "loss %s", Significant(now.Train.Loss))
	if now.Train.Judged {
		figures = lang.Sprintf("손실 %[1]s, 정확도 %[2]s", "loss %[1]s, accuracy %[2]s", Significant(now.Train.Loss), Percent(now.Train.Accuracy))
	}
	figures = t.unseen(figures)
	switch d := r.Trainer.Diverged(); {
	case t.refused != nil:
		return lang.T("그 값으로는 학습할 수 없어서 앞의 설정을 지켰어요.", "Training is impossible with that: the setting is as before.").In(l)
	case d != nil:
		return lang.Sprintf("%d번째 에폭에서 발산했어요. 학습률을 낮추면 끝까지 가요.",
			"It diverged in epoch %d. With a lower learning rate it goes on.", d.Epoch).In(l)
	case r.Trainer.Steps() == 0:
		return lang.T("아직 학습하기 전이에요. "+figures.KO+".", "Nothing is learned yet: "+figures.EN+".").In(l)
	case t.pinned != nil:
		kept, other := Significant(t.pinned.at(epoch)), t.pinned.differs(panel)
		return lang.T(
			fmt.Sprintf("%d에폭: 손실 %s. 고정한 실행%s은 이때 %s.", epoch, Significant(now.Train.Loss), other.KO, lang.Particle(kept, "이었어요", "였어요")),
			fmt.Sprintf("Epoch %d: loss %s. The pinned run%s had %s there.", epoch, Significant(now.Train.Loss), other.EN, kept)).In(l)
	}
	return lang.T(Brief(float64(epoch))+"에폭: "+figures.KO+".", "Epoch "+Brief(float64(epoch))+": "+figures.EN+".").In(l)
}
