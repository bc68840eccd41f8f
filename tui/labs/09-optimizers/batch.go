package optimizers

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
)

// batch is one training with batches of five sizes: how their gradients lie around
// the whole one, the ways that they go, and what their losses cost.
type batch struct {
	lab.Bench

	chosen  int // an index into sizes
	same    bool
	axis    string
	updates int // of the chosen tour, so far

	set   data.Set
	tours *tours // nil: not gone yet
	fan   *fanAt // nil: none drawn yet
}

// tours are those of all sizes, never written to.
type tours struct {
	same bool
	seed uint64
	all  []tour
}

// fanAt is a fan with all that it depends on, never written to.
type fanAt struct {
	tours           *tours
	chosen, updates int
	fan
}

// The measures of cost.
const (
	byEpochs  = "epochs"
	byUpdates = "updates"
	byRounds  = "rounds"
)

// atOnce is how many samples a machine works out at once: a round.
const atOnce = 64

// reached is the loss whose cost is told.
const reached = 0.33

// NewBatch returns the lab "batch".
func NewBatch() lab.Lab { return &batch{axis: byEpochs} }

func (s *batch) Title() lang.Text {
	return lang.T("배치, 미니배치, 샘플 하나", "Batch, mini-batch, single sample")
}
func (s *batch) Clone() lab.Lab { c := *s; return &c }

// Start draws the samples and a start.
func (s *batch) Start(seed uint64) { s.set, s.updates = moons(seed), 0 }

// gone returns the tours of all sizes.
func (s *batch) gone() []tour {
	if s.tours == nil || s.tours.same != s.same || s.tours.seed != s.Seed() {
		t := &tours{same: s.same, seed: s.Seed()}
		for _, z := range sizes() {
			if s.same {
				z.rate = commonRate
			}
			t.all = append(t.all, train(moons(t.seed), z, t.seed))
		}
		s.tours = t
	}
	return s.tours.all
}

func (s *batch) tour() tour { return s.gone()[s.chosen] }

// spread returns the fan of the chosen size where its tour is now.
func (s *batch) spread() fan {
	t := s.tour()
	if f := s.fan; f == nil || f.tours != s.tours || f.chosen != s.chosen || f.updates != s.updates {
		s.fan = &fanAt{s.tours, s.chosen, s.updates, spread(s.set, t.params[s.updates], t.batch, s.Seed()+1)}
	}
	return s.fan.fan
}

func (s *batch) Panel() lab.Panel {
	var all []lab.Value[int]
	for i, z := range sizes() {
		n := lab.Brief(float64(z.batch))
		name, label := "b"+n, lang.Same(n)
		if z.batch == samples {
			name, label = "all", lang.T("전체 "+n, "all "+n)
		}
		all = append(all, lab.Opt(i, name, label))
	}
	return lab.Panel{
		lab.Choose(&s.chosen, "batch", lang.T("배치 크기 B", "batch size B"), all...).Begin("b16").Restarts().Then(func() { s.updates = 0 }).When(!s.Sees(costView)),
		lab.Choose(&s.same, "rates", lang.T("학습률", "rates"),
			lab.Opt(false, "fit", lang.T("크기마다 알맞게", "fit for each size")), lab.Opt(true, "same", lang.Sprintf("모두 %s", "%s for all", lab.Short(commonRate)))).
			Restarts().Then(func() { s.updates = 0 }),
		lab.Choose(&s.axis, "axis", lang.T("가로축", "cost in"),
			lab.Opt(byEpochs, byEpochs, lang.T("본 샘플(에폭)", "samples seen (epochs)")), lab.Opt(byUpdates, byUpdates, lang.T("갱신", "updates")),
			lab.Opt(byRounds, byRounds, lang.T("시간(64개씩 한꺼번에)", "time (64 at once)"))).When(s.Sees(costView)).Aside(),
	}
}

// Strides are updates, and epochs.
func (s *batch) Strides() []nn.Stride { return []nn.Stride{nn.ByBatch, nn.ByEpoch} }

// Midway is never: an epoch is gone at once.
func (s *batch) Midway() bool { return false }

// Advance goes on by an update, or to the end of the epoch.
func (s *batch) Advance(by nn.Stride, _ func() bool) (goesOn bool) {
	t := s.tour()
	next, last := s.updates+1, len(t.params)-1
	if by == nn.ByEpoch {
		next = (s.updates/t.iterations() + 1) * t.iterations()
	}
	s.updates = min(next, last)
	return s.updates < last
}

// Back goes as far back.
func (s *batch) Back(by nn.Stride) (goesOn bool) {
	next := s.updates - 1
	if k := s.tour().iterations(); by == nn.ByEpoch {
		next = (s.updates - 1) / k * k
	}
	s.updates = max(0, next)
	return s.updates > 0
}

// cost is what an epoch of a size costs.
func (s *batch) cost(z size) float64 {
	switch s.axis {
	case byUpdates:
		return float64(z.iterations())
	case byRounds:
		return float64(z.iterations() * ((z.batch + atOnce - 1) / atOnce))
	}
	return 1
}

// reaches returns what it costs a tour to come to a loss, to whole epochs.
func (s *batch) reaches(t tour) float64 {
	for e, loss := range t.loss {
		if loss < reached {
			return float64(e) * s.cost(t.size)
		}
	}
	return math.NaN()
}

// detour is how long the way of the two weights is beside the straight line, up to
// as many updates.
func (t tour) detour(updates int) float64 {
	way := 0.0
	for i := range updates {
		way += t.gap(i, i+1)
	}
	return way / t.gap(0, updates)
}

// gap is how far the two weights are apart at two places.
func (t tour) gap(i, j int) float64 {
	a, b := t.params[i], t.params[j]
	return math.Hypot(a[firstWeight]-b[firstWeight], a[secondWeight]-b[secondWeight])
}

// The two weights whose plane is looked at: those of the first hidden unit.
const firstWeight, secondWeight = 0, 1

func (s *batch) Facts() []lab.Fact {
	t, f := s.tour(), s.spread()
	degrees := func(v float64) string { return lab.Fixed(v, 1) + "°" }
	facts := []lab.Fact{
		lab.Num("angle", lang.T("전체 기울기와의 각도, 평균", "mean angle to the whole"), f.angle, degrees),
		lab.Num("uphill", lang.T("오르막을 가리키는 비율", "share that points uphill"), f.uphill, lab.Percent),
		lab.Num("off", lang.T("벗어난 정도(전체의 배)", "off by, in lengths of it"), f.off, lab.Short),
		lab.Num("epoch", lang.T("에폭", "epoch"), t.after(s.updates), lab.Brief),
		lab.Num("updates", lang.T("갱신", "updates"), float64(s.updates), lab.Brief),
		lab.Num("seen", lang.T("본 샘플", "samples seen"), math.Round(t.after(s.updates)*samples), lab.Brief),
		lab.Num("loss", lang.T("손실", "loss"), s.loss(), nil),
		lab.Num("detour", lang.T("길이 ÷ 직선거리", "way over straight line"), t.detour(s.updates), nil),
	}
	for _, t := range s.gone() {
		n := lab.Brief(float64(t.batch))
		facts = append(facts,
			lab.Num("end."+n, lang.Sprintf("B = %[1]s, 20에폭 뒤 손실", "B = %[1]s, loss after 20 epochs", n), t.loss[epochs], nil),
			lab.Num("reach."+n, lang.Sprintf("B = %[1]s, %[2]s까지", "B = %[1]s, to reach %[2]s", n, lab.Short(reached)), s.reaches(t), lab.Brief).Else(lang.T("못 닿음", "never")))
	}
	return facts
}

// loss is that on all samples where the chosen tour is now.
func (s *batch) loss() float64 {
	n := network(1)
	copy(n.Params, s.tour().params[s.updates])
	return nn.NewWorkspace(n, samples).Loss(s.set.X, s.set.T)
}

func (s *batch) Caption(l lang.Lang) string {
	t, f := s.tour(), s.spread()
	switch {
	case s.Sees(pathView):
		return lang.Sprintf("B = %[1]d, %[2]s에폭(갱신 %[3]d번): 손실 %[4]s.", "B = %[1]d, epoch %[2]s (%[3]d updates): loss %[4]s.",
			t.batch, lab.Brief(t.after(s.updates)), s.updates, s.Told("loss", lab.Significant(s.loss()))).In(l)
	case s.Sees(costView):
		return lang.Sprintf("다섯 크기로 20에폭씩. 점선은 손실 %s.", "20 epochs with each of five sizes. The dotted line is a loss of %s.", lab.Short(reached)).In(l)
	}
	if !s.Shows("angle") {
		return lang.Sprintf("갱신 %[1]d번 뒤, 크기 %[2]d인 미니배치의 기울기 %[3]d개를 재고 %[4]d개를 그렸어요.", "After %[1]d updates: of %[3]d gradients of batches of %[2]d, %[4]d are drawn.",
			s.updates, t.batch, fanned, arrowsDrawn).In(l)
	}
	return lang.Sprintf("갱신 %[1]d번 뒤, 크기 %[2]d인 미니배치 %[3]d개의 기울기. 전체 기울기와 평균 %[4]s 벌어져요.", "After %[1]d updates: gradients of %[3]d batches of %[2]d, %[4]s off the whole one on average.",
		s.updates, t.batch, fanned, s.Told("angle", lab.Fixed(f.angle, 1)+"°")).In(l)
}
