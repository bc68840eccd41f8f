package gradientdescent

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// trainingLog is the log of a real training as the handout prints it: its losses
// over the epochs, and what share of the whole drop each of them brought.
type trainingLog struct {
	lab.Bench

	part   span
	powers bool // the losses are drawn by powers of ten
	epoch  float64
}

// span is the epochs that are looked at.
type span struct{ from, to int }

// NewLog returns the lab "log".
func NewLog() lab.Lab { return &trainingLog{part: printed().all} }

// printed are the spans of the log: all of it, and its two pieces.
func printed() struct{ all, first, last span } {
	log := data.TrainingLog()
	n := len(log)
	cut := 1
	for log[cut].Epoch == log[cut-1].Epoch+1 {
		cut++
	}
	return struct{ all, first, last span }{
		span{1, log[n-1].Epoch}, span{1, log[cut-1].Epoch}, span{log[cut].Epoch, log[n-1].Epoch},
	}
}

func (s *trainingLog) Title() lang.Text {
	return lang.T("진짜 학습의 기록", "The log of a real training")
}

func (s *trainingLog) Clone() lab.Lab { c := *s; return &c }

func (s *trainingLog) Panel() lab.Panel {
	p := printed()
	return lab.Panel{
		lab.Choose(&s.part, "part", lang.T("구간", "part"),
			lab.Opt(p.all, "all", lang.T("전체", "all")), lab.Opt(p.first, "first", lang.T("처음 28", "first 28")),
			lab.Opt(p.last, "last", lang.T("마지막 14", "last 14"))).
			Then(func() { s.epoch = max(float64(s.part.from), min(float64(s.part.to), s.epoch)) }),
		lab.Choose(&s.powers, "axis", lang.T("세로축", "vertical axis"),
			lab.Opt(false, "linear", lang.T("그대로", "linear")), lab.Opt(true, "log", lang.T("로그", "logarithmic"))).
			When(s.part != p.last),
		lab.Slide(&s.epoch, "epoch", lang.T("에폭", "epoch"), 1).From(float64(s.part.from), float64(s.part.to)).By(1, 10).OnGrid().
			Writes(lab.Brief).AlongX("log"),
	}
}

// entry is what the log says of an epoch.
type entry struct {
	loss, change float64 // change since the epoch before; NaN: that is not printed
	known        bool
}

// at returns what the log says of an epoch.
func at(epoch int) entry {
	e := entry{loss: math.NaN(), change: math.NaN()}
	for i, l := range data.TrainingLog() {
		if l.Epoch != epoch {
			continue
		}
		e.loss, e.known = l.Loss, true
		if i > 0 && data.TrainingLog()[i-1].Epoch == epoch-1 {
			e.change = l.Loss - data.TrainingLog()[i-1].Loss
		}
	}
	return e
}

// whole is the first loss, and how far the last one is below it.
func whole() (first, drop float64) {
	log := data.TrainingLog()
	return log[0].Loss, log[0].Loss - log[len(log)-1].Loss
}

// best is the epoch of the lowest loss.
func best() (out data.LoggedEpoch) {
	out = data.TrainingLog()[0]
	for _, l := range data.TrainingLog() {
		if l.Loss < out.Loss {
			out = l
		}
	}
	return out
}

// rises are the epochs of a span after which the loss was higher than before.
func rises(in span) []int {
	var out []int
	for epoch := in.from; epoch <= in.to; epoch++ {
		if at(epoch).change > 0 {
			out = append(out, epoch)
		}
	}
	return out
}

// gone says why a number of the epoch is missing.
func (s *trainingLog) gone() lang.Text {
	switch {
	case s.epoch == 1:
		return lang.T("앞 에폭 없음", "none before it")
	case at(int(s.epoch)).known:
		return lang.T("앞 에폭 빠짐", "one before gone")
	}
	return lang.T("인쇄되지 않음", "not printed")
}

func (s *trainingLog) Facts() []lab.Fact {
	e, low := at(int(s.epoch)), best()
	first, drop := whole()
	gone := s.gone()
	up := rises(printed().all)
	return []lab.Fact{
		lab.Num("loss", lang.T("손실", "loss"), e.loss, lab.Decimals(6)).Else(gone),
		lab.Num("change", lang.T("앞 에폭과의 차이", "change since the epoch before"), e.change, signed).Else(gone),
		lab.Num("share", lang.T("전체 감소에서 이 에폭의 몫", "share of the whole drop"), -e.change/drop, lab.Percent).Else(gone),
		lab.Num("sofar", lang.T("여기까지 줄어든 몫", "share so far"), (first-e.loss)/drop, lab.Percent).Else(gone),
		lab.Num("rises.first", lang.T("처음 오른 에폭", "first epoch that rises"), float64(up[0]), lab.Brief),
		lab.Num("rises.all", lang.T("인쇄된 오름", "rises that are printed"), float64(len(up)), lab.Brief),
		lab.Num("rises.last", lang.T("마지막 14에폭의 오름", "rises in the last 14 epochs"), float64(len(rises(printed().last))), lab.Brief),
		lab.Num("best", lang.T("손실이 가장 낮은 에폭", "epoch of the lowest loss"), float64(low.Epoch), lab.Brief),
	}
}

// signed writes a difference with its sign.
func signed(v float64) string {
	if v > 0 {
		return "+" + lab.Fixed(v, 6)
	}
	return lab.Fixed(v, 6)
}

func (s *trainingLog) Caption(l lang.Lang) string {
	e, epoch := at(int(s.epoch)), int(s.epoch)
	switch {
	case !e.known:
		return lang.Sprintf("%d에폭의 손실은 강의 자료에 인쇄되지 않았어요.", "The handout does not print the loss of epoch %d.", epoch).In(l)
	case math.IsNaN(e.change):
		loss := s.Told("loss", lab.Fixed(e.loss, 6))
		return lang.Sprintf("%[1]d에폭의 손실은 %[3]s. 그 앞의 값은 없어요.", "Epoch %[1]d has the loss %[2]s; there is none before it.", epoch, loss, lang.Particle(loss, "이에요", "예요")).In(l)
	case e.change > 0:
		return lang.Sprintf("%d에폭에는 앞 에폭보다 손실이 %s 올랐어요.", "In epoch %d the loss rose by %s.", epoch, s.Told("change", lab.Fixed(e.change, 6))).In(l)
	}
	return lang.Sprintf("%d에폭에는 앞 에폭보다 손실이 %s 줄었어요.", "In epoch %d the loss fell by %s.", epoch, s.Told("change", lab.Fixed(-e.change, 6))).In(l)
}

// Views shows the losses over the epochs with the epoch that is looked at.
func (s *trainingLog) Views() []lab.View {
	return []lab.View{{ID: "log", Label: lang.T("손실", "losses"), Pictures: func(l lang.Lang) []lab.Block {
		curve, numbers := s.curve(l), s.numbers(l)
		return []lab.Block{lab.Above(1, curve, numbers), lab.Above(0, curve, numbers), curve}
	}}}
}

// byPowers reports whether the losses are drawn by powers of ten: those of the last
// part are too much alike for that.
func (s *trainingLog) byPowers() bool { return s.powers && s.part != printed().last }

// height is a loss on the vertical axis.
func (s *trainingLog) height(loss float64) float64 {
	if s.byPowers() {
		return math.Log10(loss)
	}
	return loss
}

func (s *trainingLog) curve(l lang.Lang) lab.Plot {
	low, high := 0.0, 12.0
	switch p := printed(); {
	case s.part == p.last:
		low, high = 0.45, 0.48
	case s.byPowers():
		low, high = 0.3, 12
	}
	if s.byPowers() {
		low, high = math.Log10(low), math.Log10(high)
	}
	epoch := lang.T("에폭", "epoch").In(l)
	return lab.Plot{
		W: 30, H: 8,
		Axes: plot.Axes{
			X: plot.Range{Min: float64(s.part.from), Max: float64(s.part.to)}, Y: plot.Range{Min: low, Max: high},
			XLabel: epoch, YLabel: "E", LogY: s.byPowers(), Name: "log",
		},
		Over: func(a *plot.Area) {
			a.Line(s.epoch, low, s.epoch, high, theme.Faint, plot.Dotted)
			p := printed()
			for _, in := range []span{p.first, p.last} {
				var xs, ys []float64
				for e := in.from; e <= in.to; e++ {
					xs, ys = append(xs, float64(e)), append(ys, s.height(at(e).loss))
				}
				if s.Shows("loss") {
					a.Path(xs, ys, theme.ClassA, plot.Solid)
				}
			}
			if s.Shows("rises") && s.Shows("loss") {
				for _, e := range rises(s.part) {
					a.Mark(float64(e), s.height(at(e).loss), plot.Triangle, theme.Warning)
				}
			}
			if s.part == p.all {
				a.Label(float64(p.first.to+p.last.from)/2, (low+high)/2, lang.T("29–126 인쇄되지 않음", "29–126 not printed").In(l), theme.Muted)
			}
			if e := at(int(s.epoch)); e.known && s.Shows("loss") {
				a.Mark(s.epoch, s.height(e.loss), plot.Dot, theme.Path)
			}
		},
		Legend: s.legend(l),
		Words:  s.say,
	}
}

func (s *trainingLog) legend(l lang.Lang) []plot.Entry {
	out := []plot.Entry{{Label: lang.T("손실", "loss").In(l), Role: theme.ClassA}}
	if s.Places("rises") {
		out = append(out, plot.Entry{Label: lang.T("오른 에폭", "rises").In(l), Role: theme.Warning, Mark: plot.Triangle})
	}
	return out
}

// say tells the losses of the part in words.
func (s *trainingLog) say(l lang.Lang) string {
	first, last := at(s.part.from).loss, at(s.part.to).loss
	return lang.Sprintf("%[1]d에폭의 손실 %[2]s에서 %[3]d에폭의 %[4]s까지예요.", "From the loss %[2]s of epoch %[1]d to %[4]s of epoch %[3]d.",
		s.part.from, lab.Fixed(first, 6), s.part.to, lab.Fixed(last, 6)).In(l)
}

// numbers is what the log says of the epoch, and how much of the whole drop that is.
func (s *trainingLog) numbers(l lang.Lang) lab.Table {
	var rows [][]lab.Cell
	share := func(v float64) lab.Cell {
		if math.IsNaN(v) {
			return lab.NoBar(s.gone().In(l), "?")
		}
		return lab.Bar(max(0, min(1, v)), theme.ClassA)
	}
	for _, f := range s.Facts()[:4] {
		if !s.Places(f.ID) {
			continue
		}
		value := lab.Strong("–")
		if f.Known {
			value = lab.Strong(s.Told(f.ID, f.Say(l)))
		}
		row := []lab.Cell{lab.Muted(f.Label.In(l)), {}, value}
		if f.ID == "share" || f.ID == "sofar" {
			row[1] = s.Masked(f.ID, share(f.Value))
		}
		rows = append(rows, row)
	}
	return lab.Table{Rows: rows, Least: 10}
}
