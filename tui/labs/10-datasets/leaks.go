package datasets

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// leaks trains again and again with a test set that is kept apart, or that leaks
// in one of four ways: what the test set promises, and what is true.
type leaks struct {
	lab.Bench

	kind  string // where it may leak
	leak  bool
	coin  bool // the labels are coin flips: nothing can be learned
	k     float64
	tries []try // never written to
}

// try is one training: its setting, and what came of it.
type try struct {
	setting

	promised, actual float64
}

// setting is what tries are compared by.
type setting struct {
	kind       string
	leak, coin bool
	k          int
}

const (
	byRows   = "rows"
	byCopies = "copies"
	bySelect = "select"
	byBest   = "best"
)

// NewLeaks returns the lab "leaks".
func NewLeaks() lab.Lab { return &leaks{kind: byRows, k: 20} }

func (s *leaks) Title() lang.Text {
	return lang.T("새는 테스트 데이터", "A test set that leaks")
}
func (s *leaks) Clone() lab.Lab { c := *s; return &c }
func (s *leaks) Start(uint64)   { s.tries = nil }

func (s *leaks) Panel() lab.Panel {
	return lab.Panel{
		lab.Choose(&s.kind, "kind", lang.T("새는 곳", "where it leaks"),
			lab.Opt(byRows, byRows, lang.T("시험 문제로 배우기", "learning the test")),
			lab.Opt(byCopies, byCopies, lang.T("나누기 전에 복사", "copies before the split")),
			lab.Opt(bySelect, bySelect, lang.T("나누기 전에 고르기", "choosing before the split")),
			lab.Opt(byBest, byBest, lang.T("테스트로 고르기", "choosing by the test"))),
		lab.Switch(&s.leak, "leak", lang.T("누출", "leak")),
		lab.Switch(&s.coin, "coin", lang.T("동전으로 정한 정답", "labels by coin flips")),
		lab.Slide(&s.k, "k", lang.T("견주는 신경망 K", "networks to choose from, K"), 20).From(1, 50).By(1, 10).OnGrid().Writes(lab.Brief).When(s.kind == byBest),
	}
}

// now is the setting as the controls stand.
func (s *leaks) now() setting {
	k := 0
	if s.kind == byBest {
		k = int(s.k)
	}
	return setting{s.kind, s.leak, s.coin, k}
}

// of returns the tries of a setting.
func (s *leaks) of(at setting) (promised, actual []float64) {
	for _, t := range s.tries {
		if t.setting == at {
			promised, actual = append(promised, t.promised), append(actual, t.actual)
		}
	}
	return promised, actual
}

const mostTries = 40 // of a setting

// Advance trains once more. The tries of a setting and of its counterpart have
// the same seeds.
func (s *leaks) Advance(nn.Stride, func() bool) (goesOn bool) {
	done, _ := s.of(s.now())
	if len(done) >= mostTries {
		return false
	}
	promised, actual := s.now().run(s.Seed()<<16 + uint64(len(done)))
	s.tries = append(slices.Clip(s.tries), try{s.now(), promised, actual})
	return len(done)+1 < mostTries
}

// Back takes the last training back, whatever its setting was.
func (s *leaks) Back(nn.Stride) (goesOn bool) {
	if n := len(s.tries); n > 0 {
		s.tries = s.tries[:n-1]
	}
	return len(s.tries) > 0
}

func (s *leaks) Facts() []lab.Fact {
	promised, actual := s.of(s.now())
	was, truly := lab.MeanOf(promised), lab.MeanOf(actual)
	facts := []lab.Fact{
		lab.Num("tries", lang.T("훈련한 횟수", "trainings"), float64(len(promised)), lab.Brief),
		lab.Num("promised", lang.T("테스트 데이터의 약속", "what the test set promises"), was, lab.Percent),
		lab.Num("actual", lang.T("실제", "what is true"), truly, lab.Percent),
		lab.Num("gap", lang.T("약속 − 실제", "promised − true"), 100*(was-truly), func(v float64) string { return lab.Fixed(v, 1) }),
	}
	if s.kind == byBest && s.leak {
		facts = append(facts, lab.Num("opened", lang.T("테스트 데이터를 연 횟수", "times the test set was opened"), s.k*float64(len(promised)), lab.Brief))
	}
	return facts
}

func (s *leaks) Caption(l lang.Lang) string {
	promised, actual := s.of(s.now())
	if len(promised) == 0 || !s.Shows("promised") {
		return lang.T("Space로 훈련을 되풀이해요. 누출을 켜고 끄며 견주어 보세요.", "Space trains again and again. Compare with the leak on and off.").In(l)
	}
	return lang.Sprintf("%[1]d번 훈련: 테스트 데이터로는 평균 %[2]s, 새 데이터로는 %[3]s.", "%[1]d trainings: %[2]s on the test set, %[3]s on fresh points.",
		len(promised), lab.Percent(lab.MeanOf(promised)), lab.Percent(lab.MeanOf(actual))).In(l)
}

// Views shows the steps of the pipeline, and below them promised and true, with
// the leak and without.
func (s *leaks) Views() []lab.View {
	return []lab.View{{ID: "spread", Label: lang.T("약속과 실제", "promised and true"), Pictures: func(l lang.Lang) []lab.Block {
		h := lab.Heaps{Axis: plot.Range{Min: 0.2, Max: 1}, Tick: whole, Format: lab.Percent, Truth: math.NaN()}
		for _, leak := range []bool{false, true} {
			at := s.now()
			at.leak = leak
			promised, actual := s.of(at)
			name := lang.T("누출 없음, ", "no leak, ")
			if leak {
				name = lang.T("누출, ", "leak, ")
			}
			group := func(id, ko, en string, values []float64, role theme.Role) {
				if s.Places(id) {
					h.Groups = append(h.Groups, lab.Heap{Label: name.In(l) + lang.T(ko, en).In(l), Values: values, Role: role, Asked: s.Held(id)})
				}
			}
			group("promised", "약속", "promised", promised, theme.ClassA)
			group("actual", "실제", "true", actual, theme.ClassB)
		}
		way := lab.Lines{Rows: s.pipeline(l), W: 40, H: 2}
		return []lab.Block{lab.Above(1, way, h), lab.Above(0, way, h), h}
	}}}
}

// pipeline writes the steps from the data to the figure, and marks the one that
// lets the test set leak.
func (s *leaks) pipeline(l lang.Lang) [][]lab.Cell {
	split, learn, test := lang.T("나누기", "split"), lang.T("배우기", "learn"), lang.T("테스트", "test")
	steps := map[string][2][]lang.Text{
		byRows: {
			{split, lang.T("훈련 데이터로 배우기", "learn the training set"), test},
			{split, lang.T("훈련 + 테스트 데이터로 배우기", "learn training and test set"), test},
		},
		byCopies: {
			{split, lang.T("훈련 데이터만 복사", "copy the training set"), learn, test},
			{lang.T("모두 복사", "copy all"), split, learn, test},
		},
		bySelect: {
			{split, lang.T("훈련 데이터로 특징 고르기", "choose features by training set"), learn, test},
			{lang.T("모든 데이터로 특징 고르기", "choose features by all data"), split, learn, test},
		},
		byBest: {
			{split, lang.T("K개 배우기", "learn K times"), lang.T("검증 데이터로 고르기", "choose by validation set"), test},
			{split, lang.T("K개 배우기", "learn K times"), lang.T("테스트 데이터로 고르기", "choose by test set"), test},
		},
	}[s.kind]
	which := 0
	if s.leak {
		which = 1
	}
	var row []lab.Cell
	for i, step := range steps[which] {
		if i > 0 {
			row = append(row, lab.In(theme.Faint, " → "))
		}
		cell := lab.Plain(step.In(l))
		if s.leak && !slices.Contains(steps[0], step) {
			cell.Role = theme.Warning
		}
		row = append(row, cell)
	}
	return [][]lab.Cell{{lab.Muted(lang.T("순서", "pipeline").In(l))}, row}
}
