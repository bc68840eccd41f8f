package deeplearning

import (
	"fmt"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// ilsvrc is the top-5 errors of the winners of the ImageNet challenge, year by
// year, beside that of a trained human.
type ilsvrc struct {
	lab.Bench

	year float64
}

// winner is the winner of a year; its error in per cent.
type winner struct {
	year  int
	name  string
	error float64
}

// winners are the public record.
func winners() []winner {
	return []winner{
		{2010, "NEC-UIUC", 28.2},
		{2011, "XRCE", 25.8},
		{2012, "AlexNet", 16.4},
		{2013, "ZFNet-based", 11.7},
		{2014, "GoogLeNet", 6.7},
		{2015, "ResNet", 3.57},
		{2016, "Trimps", 2.99},
		{2017, "SENet", 2.25},
	}
}

const human = 5.1 // the error of a trained human, in per cent

// NewILSVRC returns the lab "ilsvrc".
func NewILSVRC() lab.Lab { return &ilsvrc{year: 2010} }

func (s *ilsvrc) Title() lang.Text { return lang.T("ILSVRC의 오류율", "The errors of ILSVRC") }
func (s *ilsvrc) Clone() lab.Lab   { c := *s; return &c }

func (s *ilsvrc) Panel() lab.Panel {
	return lab.Panel{
		lab.Slide(&s.year, "year", lang.T("해", "year"), 2010).From(2010, 2017).By(1, 1).OnGrid().Writes(lab.Brief),
	}
}

// now is the winner of the year that is looked at, and the one before.
func (s *ilsvrc) now() (w winner, before *winner) {
	all := winners()
	i := max(0, min(int(s.year)-all[0].year, len(all)-1))
	if i > 0 {
		before = &all[i-1]
	}
	return all[i], before
}

func (s *ilsvrc) Facts() []lab.Fact {
	w, before := s.now()
	points, share := lab.Num("points", lang.T("지난해보다 줄어든 점", "points less than the year before"), w.error, percentPoints),
		lab.Num("share", lang.T("지난해의 몇 %가 줄었나", "share of last year's that is gone"), w.error, lab.Percent)
	points.Known, share.Known = false, false
	if before != nil {
		points.Value, points.Known = before.error-w.error, true
		share.Value, share.Known = (before.error-w.error)/before.error, true
	}
	now := lab.Num("error", lang.T("top-5 오류율", "top-5 error"), w.error, percent)
	if s.Held(errorOf(w)) {
		asked := lang.Same("?")
		now, points, share = now.Else(asked), points.Else(asked), share.Else(asked)
		now.Known, points.Known, share.Known = false, false, false
	}
	facts := []lab.Fact{now, points, share, lab.Num("human", lang.T("훈련한 사람", "a trained human"), human, percent)}
	for _, w := range winners() {
		facts = append(facts, lab.Num(errorOf(w), lang.Sprintf("%d년의 오류율", "error of %d", w.year), w.error, percent))
	}
	return facts
}

// errorOf is the fact of the error of a winner.
func errorOf(w winner) string { return fmt.Sprint("of.", w.year) }

func percent(v float64) string       { return lab.Brief(v) + "%" }
func percentPoints(v float64) string { return lab.Fixed(v, 2) }

func (s *ilsvrc) Caption(l lang.Lang) string {
	w, before := s.now()
	switch {
	case s.Held(errorOf(w)):
		return lang.T("먼저 예상해 보세요.", "Make your prediction first.").In(l)
	case before == nil || !s.Shows("points"):
		return lang.Sprintf("%[1]d년의 우승: 틀린 사진이 %[2]s.", "The winner of %[1]d was wrong on %[2]s of the pictures.", w.year, percent(w.error)).In(l)
	case w.error < human:
		return lang.Sprintf("%[1]d년 %[2]s: %[3]s. 훈련한 사람의 %[4]s보다 낮아요.", "%[1]d, %[2]s: %[3]s, below the %[4]s of a trained human.", w.year, w.name, percent(w.error), percent(human)).In(l)
	}
	return lang.Sprintf("%[1]d년 %[2]s: %[3]s. 지난해보다 %[4]s점 줄었어요.", "%[1]d, %[2]s: %[3]s, %[4]s points less than the year before.",
		w.year, w.name, percent(w.error), percentPoints(before.error-w.error)).In(l)
}

// Views shows a bar for each year, with a diamond where a human stands.
func (s *ilsvrc) Views() []lab.View {
	return []lab.View{{ID: "bars", Label: lang.T("막대", "bars"), Pictures: func(l lang.Lang) []lab.Block {
		const most = 30
		t := lab.Table{Rows: [][]lab.Cell{lab.Heading(lab.Muted(lang.T("해", "year").In(l)), lab.Cell{}, lab.Muted(lang.T("오류율", "error").In(l)))}, Thick: 2, Least: 6}
		for _, w := range winners() {
			name := lab.Muted(fmt.Sprintf("%d  %s", w.year, w.name))
			role := theme.ClassB
			if w.error < human {
				role = theme.ClassA
			}
			if w.year == int(s.year) {
				name.Role = theme.Accent
			}
			bar, value := lab.Goal(w.error/most, human/most, role), lab.Strong(percent(w.error))
			if s.Held(errorOf(w)) {
				bar, value = lab.NoBar("?", "?"), lab.In(theme.Accent, "?")
			}
			t.Rows = append(t.Rows, []lab.Cell{name, bar, value})
		}
		key := lab.Lines{Rows: [][]lab.Cell{{lab.In(theme.Truth, "◆ "), lab.Muted(lang.Sprintf("훈련한 사람 %s", "a trained human, %s", percent(human)).In(l))}}}
		legend := lab.Drawn(key.Need(), nil, key.Draw)
		numbers := lab.Readouts(s, l, "error", "points", "share")
		return []lab.Block{
			lab.Above(1, t, lab.Low(legend), lab.Low(numbers)),
			lab.Above(0, t, lab.Low(legend), lab.Low(numbers)),
			t,
		}
	}}}
}
