package softmaxloss

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// softmax turns the scores of two or three classes into probabilities, and sets
// beside them what goes wrong in other ways of doing it.
type softmax struct {
	lab.Bench

	cat, dog, bird float64 // scores
	third          bool    // there is a bird
	temp, shift    float64
	// beside is what softmax is compared with: "none", "ratio" for a/Σa, or
	// "direct" for exp(a)/Σexp(a) with the exponentials as they are.
	beside string
}

// NewSoftmax returns the lab "softmax".
func NewSoftmax() lab.Lab { return &softmax{} }

func (s *softmax) Title() lang.Text { return lang.T("소프트맥스", "Softmax") }

func (s *softmax) Clone() lab.Lab { c := *s; return &c }

func (s *softmax) Panel() lab.Panel {
	score := func(at *float64, id, ko, en string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.T(ko+" 점수", en+" score"), start).From(-5, 5).By(0.1, 1)
	}
	return lab.Panel{
		score(&s.cat, "cat", "고양이", "cat", 1.5).AlongX("shares"),
		score(&s.dog, "dog", "개", "dog", 3.7),
		lab.Switch(&s.third, "third", lang.T("셋째 클래스", "third class")),
		score(&s.bird, "bird", "새", "bird", 0.5).When(s.third),
		lab.Slide(&s.temp, "temp", lang.T("온도 T", "temperature T"), 1).From(0.1, 10).By(0.1, 1),
		// It reaches to where exp overflows: exp(709.79) is the largest that a float64 holds.
		lab.Slide(&s.shift, "shift", lang.T("모두에 더하기", "add to all"), 0).From(-1000, 1000).By(1, 100).Writes(lab.Plus),
		lab.Choose(&s.beside, "beside", lang.T("비교", "compare with"),
			lab.Opt("none", "none", lang.T("없음", "nothing")),
			lab.Opt("ratio", "ratio", lang.T("비율", "ratio")),
			lab.Opt("direct", "direct", lang.T("최댓값 안 빼기", "as written"))),
	}
}

// class is one of the classes of the lab.
type class struct {
	id     string
	name   lang.Text
	role   theme.Role
	stroke plot.Stroke
	mark   plot.Mark
}

func (s *softmax) classes() []class {
	all := []class{
		{"cat", lang.T("고양이", "cat"), theme.ClassA, plot.Solid, plot.Dot},
		{"dog", lang.T("개", "dog"), theme.ClassB, plot.Dashed, plot.Ring},
		{"bird", lang.T("새", "bird"), theme.ClassC, plot.Dotted, plot.Diamond},
	}
	if s.third {
		return all
	}
	return all[:2]
}

// scores returns the classes' scores with the shift, the cat's being another.
func (s *softmax) scores(cat float64) []float64 {
	a := []float64{cat, s.dog, s.bird}[:len(s.classes())]
	for k := range a {
		a[k] += s.shift
	}
	return a
}

// way is a way from scores to shares: what is summed for every class, and what
// each class gets of the sum.
type way struct {
	parts  []float64
	sum    float64
	shares []float64
}

func sum(v []float64) float64 {
	total := 0.0
	for _, x := range v {
		total += x
	}
	return total
}

// softmaxOf is the safe way, as nn goes it. The parts are exp(a/T), or
// exp((a - max)/T) where the largest score is to be seen subtracted.
func softmaxOf(a []float64, temperature float64, subtract bool) way {
	w := directOf(a, temperature)
	if subtract {
		less, largest := slices.Clone(a), slices.Max(a)
		for k := range less {
			less[k] -= largest
		}
		w = directOf(less, temperature)
	}
	nn.Softmax(w.shares, a, temperature)
	return w
}

// directOf takes the exponentials of the scores as they are, which is what
// nn.Softmax takes care not to do: far from 0 they overflow to ∞ or vanish.
func directOf(a []float64, temperature float64) way {
	parts := make([]float64, len(a))
	for k, v := range a {
		parts[k] = math.Exp(v / temperature)
	}
	return sharing(parts, sum(parts))
}

// ratioOf shares the scores out as they are.
func ratioOf(a []float64) way {
	total := sum(a)
	// 0.1 + 0.2 - 0.3 is not quite 0 in binary, but it is meant to be.
	if math.Abs(total) < 1e-9 {
		return way{a, 0, slices.Repeat([]float64{math.NaN()}, len(a))}
	}
	return sharing(a, total)
}

func sharing(parts []float64, total float64) way {
	w := way{parts: parts, sum: total}
	for _, v := range parts {
		w.shares = append(w.shares, v/total)
	}
	return w
}

// subtracts reports whether the picture shows the largest score subtracted:
// where that is the point, and where it would not work otherwise.
func (s *softmax) subtracts() bool {
	d := directOf(s.scores(s.cat), s.temp)
	return s.beside == "direct" || math.IsInf(d.sum, 1) || d.sum < 1e-300
}

// soft returns what softmax makes of the scores.
func (s *softmax) soft() way { return softmaxOf(s.scores(s.cat), s.temp, s.subtracts()) }

// other returns what stands beside softmax, and its name, if anything does.
func (s *softmax) other() (w way, name lang.Text, ok bool) {
	switch a := s.scores(s.cat); s.beside {
	case "ratio":
		return ratioOf(a), lang.T("비율", "ratio"), true
	case "direct":
		return directOf(a, s.temp), lang.T("최댓값 안 빼기", "as written"), true
	}
	return way{}, lang.Text{}, false
}

func (s *softmax) Facts() []lab.Fact {
	var shares, rest []lab.Fact
	soft := s.soft()
	other, name, compared := s.other()
	for k, c := range s.classes() {
		shares = append(shares, lab.Num("y."+c.id, lang.T(c.name.KO+" 확률", "probability of "+c.name.EN), soft.shares[k], lab.Four))
		rest = append(rest, lab.Num("exp."+c.id, lang.T(c.name.KO+" 지수", "exponential of "+c.name.EN), soft.parts[k], nil))
		if compared {
			rest = append(rest, lab.Num("other."+c.id, lang.T(c.name.KO+" "+name.KO, name.EN+" of "+c.name.EN), other.shares[k], lab.Four))
		}
	}
	return append(append(shares, rest...),
		lab.Num("sum", lang.T("지수의 합", "sum of the exponentials"), soft.sum, nil),
		lab.Num("gap", lang.T("점수 차이", "difference of the scores"), s.dog-s.cat, lab.Decimals(1)))
}

func (s *softmax) Caption(l lang.Lang) string { return s.caption().In(l) }

func (s *softmax) caption() lang.Text {
	y, gap := s.soft().shares, lab.Fixed(s.dog-s.cat, 1)
	switch {
	case !s.Shows("y"):
		return lang.T("점수를 움직이며 지켜보세요.", "Move a score and watch.")
	case s.beside == "ratio":
		return s.ratioCaption(y)
	case s.beside == "direct":
		return s.directCaption()
	case s.third:
		return lang.Sprintf("고양이 %[1]s, 개 %[2]s, 새 %[3]s. 셋을 더하면 1이에요.",
			"cat %[1]s, dog %[2]s, bird %[3]s: together they make 1.", lab.Four(y[0]), lab.Four(y[1]), lab.Four(y[2]))
	case !s.Shows("gap"):
		return lang.Sprintf("고양이 %[1]s, 개 %[2]s. 더하면 1이에요.", "cat %[1]s, dog %[2]s: together they make 1.", lab.Four(y[0]), lab.Four(y[1]))
	case s.temp != 1:
		by := lab.Fixed(s.temp, 1)
		return lang.Sprintf("고양이 %[1]s, 개 %[2]s. 점수의 차이 %[5]s 온도 %[6]s 나눈 값이 확률을 정해요.",
			"cat %[1]s, dog %[2]s: what decides is the difference %[3]s, divided by the temperature %[4]s.",
			lab.Four(y[0]), lab.Four(y[1]), gap, by, lang.Particle(gap, "을", "를"), lang.Particle(by, "으로", "로"))
	}
	return lang.Sprintf("고양이 %[1]s, 개 %[2]s. 확률은 점수의 차이(%[3]s)만으로 정해져요.",
		"cat %[1]s, dog %[2]s: what decides is the difference of the scores, %[3]s.", lab.Four(y[0]), lab.Four(y[1]), gap)
}

func (s *softmax) ratioCaption(y []float64) lang.Text {
	a := s.scores(s.cat)
	r := ratioOf(a)
	switch least := slices.Min(r.shares); {
	case r.sum == 0:
		return lang.Sprintf("점수의 합이 0이라 비율은 나눌 수 없어요. 소프트맥스의 고양이는 %s.",
			"The scores add up to 0, and there is no dividing by 0. Softmax gives the cat %s.", lab.Four(y[0]))
	case least < 0:
		return lang.Sprintf("비율이 0보다 작아요(%s). 확률일 수 없어요. 소프트맥스는 0과 1 사이를 지켜요.",
			"A ratio of %s is below 0, so it cannot be a probability. Softmax stays within 0 and 1.", lab.Four(least))
	case slices.Index(r.shares, slices.Max(r.shares)) != slices.Index(a, slices.Max(a)):
		return lang.T("비율은 순서를 뒤집었어요. 점수가 가장 높은 클래스의 비율이 가장 크지 않아요.",
			"The ratio turned the order around: the highest score does not get the largest ratio.")
	case least == 0:
		return lang.T("점수 0의 비율은 딱 0이에요. 소프트맥스는 점수가 0이어도 확률을 줘요.",
			"A score of 0 has the ratio 0. Softmax gives it a probability all the same.")
	}
	return lang.Sprintf("고양이: 소프트맥스 %s, 비율 %s. 둘 다 더하면 1이지만 값이 달라요.",
		"cat: softmax %s, ratio %s. Both ways add up to 1, but they differ.", lab.Four(y[0]), lab.Four(r.shares[0]))
}

func (s *softmax) directCaption() lang.Text {
	switch d := directOf(s.scores(s.cat), s.temp); {
	case math.IsInf(d.sum, 1):
		return lang.T("exp가 담을 수 있는 수를 넘었어요. 가장 큰 점수를 먼저 빼면 답이 그대로 나와요.",
			"exp overflows. With the largest score subtracted first, the answer is there as before.")
	case d.sum == 0:
		return lang.T("exp가 모두 0이 되어 0 ÷ 0이에요. 가장 큰 점수를 먼저 빼면 적어도 하나는 1이에요.",
			"Every exp has become 0: 0 ÷ 0. With the largest score subtracted first, at least one is 1.")
	}
	return lang.T("두 길의 답이 같아요. 가장 큰 점수를 빼면 지수가 0을 넘지 않아요.",
		"Both ways give the same answer. With the largest score subtracted, no exponent is above 0.")
}

// Views shows the shares as bars, and what the classes get while the cat's
// score moves.
func (s *softmax) Views() []lab.View {
	return []lab.View{{ID: "shares", Label: lang.T("확률", "shares"), Pictures: func(l lang.Lang) []lab.Block {
		bars, curves := s.bars(l), s.curves(l)
		whole, roomy := bars, curves
		whole.Spare, roomy.H = 0, 12
		return []lab.Block{
			lab.Above(1, bars, roomy),
			lab.Beside(3, whole, curves),
			lab.Beside(3, bars, curves),
			lab.Above(1, lab.Low(bars), curves),
			bars,
		}
	}}}
}

// bars shows every class with its score, its part of the sum and its share.
func (s *softmax) bars(l lang.Lang) lab.Table {
	t := lab.Table{Thick: 2, Spare: 2, Least: 6}
	exp := func(subtracted bool) string {
		a := "a"
		if subtracted {
			a = "a−max"
		}
		switch {
		case s.temp == 1:
			return "exp(" + a + ")"
		case subtracted:
			return "exp((" + a + ")/T)"
		}
		return "exp(a/T)"
	}
	if s.Places("y") || s.Places("exp") {
		t.Rows = append(s.block(l, lang.T("소프트맥스", "softmax"), exp(s.subtracts()), "y", s.soft()), nil)
	}
	if w, name, ok := s.other(); ok && s.Places("other") {
		formula := ""
		if s.beside == "direct" {
			formula = exp(false)
		}
		return lab.Table{Thick: 2, Spare: 2, Least: 6, Rows: append(t.Rows, s.block(l, name, formula, "other", w)...)}
	}
	t.Rows = t.Rows[:max(0, len(t.Rows)-1)]
	return t
}

// block is the rows of one way. A ratio shares out the scores themselves: it
// has no parts, and no formula for them.
func (s *softmax) block(l lang.Lang, name lang.Text, formula, group string, w way) [][]lab.Cell {
	if group == "y" && !s.Places("exp") {
		formula = ""
	}
	share := lab.Muted("")
	if s.Places(group) {
		share = lab.Muted(pad("y", shareWidth))
	}
	rows := [][]lab.Cell{lab.Heading(lab.Strong(name.In(l)), lab.Muted(pad("a", scoreWidth)), lab.Muted(pad(formula, partWidth)), lab.Cell{}, share)}
	a := s.scores(s.cat)
	for k, c := range s.classes() {
		row := []lab.Cell{lab.In(c.role, c.name.In(l)), lab.Muted(lab.Fixed(a[k], 2)), {}, {}, {}}
		if formula != "" {
			row[2] = s.Masked("exp", lab.Plain(lab.Significant(w.parts[k])))
		}
		if s.Places(group) {
			row[3] = s.Masked(group, lab.Share(w.shares[k], c.role, l))
			row[4] = s.Masked(group, lab.Strong(lab.Four(w.shares[k])))
		}
		rows = append(rows, row)
	}
	return append(rows, s.total(l, group, w))
}

// What the longest score, part and share take, whatever the sliders of a page
// stand at: the table keeps its columns.
const (
	scoreWidth = len("-1000.00")
	partWidth  = len("exp(a-max)")
	shareWidth = len("-1.0000")
)

// pad fills a text up with blanks on its left.
func pad(text string, width int) string { return fmt.Sprintf("%*s", width, text) }

// total is the row of what the others add up to.
func (s *softmax) total(l lang.Lang, group string, w way) []lab.Cell {
	row := []lab.Cell{lab.Muted(lang.T("합", "sum").In(l)), {}, {}, {}, {}}
	if group != "y" || s.Places("sum") {
		row[2] = s.Masked("sum", lab.Muted("Σ "+lab.Significant(w.sum)))
	}
	if s.Places(group) {
		row[4] = s.Masked(group, lab.Muted(lab.Four(sum(w.shares))))
	}
	return row
}

// curves draws what every class gets while the cat's score moves; beside the
// ratio only the cat's, in both ways.
func (s *softmax) curves(l lang.Lang) lab.Plot {
	p := lab.Plot{Headed: true, Axes: plot.Axes{
		X: plot.Range{Min: -5, Max: 5}, Y: plot.Range{Min: 0, Max: 1},
		XLabel: lang.T("고양이 점수", "cat score").In(l), Name: "shares",
	}}
	for k, c := range s.classes() {
		p.Curves = append(p.Curves, lab.Curve{
			ID: "y." + c.id, Label: c.name.In(l), Role: c.role, Stroke: c.stroke, Mark: c.mark, At: []float64{s.cat},
			F: func(cat float64) float64 { return softmaxOf(s.scores(cat), s.temp, true).shares[k] },
		})
	}
	if s.beside == "ratio" {
		p.Y = plot.Range{Min: -1, Max: 2}
		cat := p.Curves[0]
		cat.Label = strings.ToLower(s.Title().In(l))
		p.Curves = []lab.Curve{{
			ID: "other.cat", Label: lang.T("비율", "ratio").In(l), Role: theme.Warning, Stroke: plot.Dashed, Mark: plot.Diamond, At: []float64{s.cat},
			F: func(cat float64) float64 { return ratioOf(s.scores(cat)).shares[0] },
		}, cat}
	}
	p.Curves = s.Curves(p.Curves...)
	return p
}
