package datasets

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// folds is cross validation, a fold at a time: each part is the test once, and a
// network is trained on the others.
type folds struct {
	lab.Bench

	n, k   float64
	parts  []data.Fold // never written to
	scores []float64   // of the folds that are done
}

const mostFolds = 10

// NewFolds returns the lab "folds".
func NewFolds() lab.Lab { return &folds{n: 100, k: 5} }

func (s *folds) Title() lang.Text { return lang.T("교차 검증", "Cross validation") }
func (s *folds) Clone() lab.Lab   { c := *s; return &c }

// Start shuffles the points and cuts them into parts.
func (s *folds) Start(seed uint64) {
	s.scores = nil
	s.parts, _ = moons(int(s.n), noisy, seed).Folds(int(s.k), seed)
}

func (s *folds) Panel() lab.Panel {
	anew := func() { s.Start(s.Seed()) }
	return lab.Panel{
		lab.Slide(&s.k, "k", lang.T("조각의 수 k", "number of parts k"), 5).From(2, mostFolds).By(1, 2).OnGrid().Writes(lab.Brief).Then(anew),
		lab.Slide(&s.n, "n", lang.T("데이터의 수", "points"), 100).From(20, 200).By(1, 10).OnGrid().Writes(lab.Brief).Then(anew),
	}
}

// Advance trains the network of the next fold and tests it.
func (s *folds) Advance(nn.Stride, func() bool) (goesOn bool) {
	i := len(s.scores)
	if i >= len(s.parts) {
		return false
	}
	score := accuracy(recipe{units: 8, epochs: 60}.learn(s.parts[i].Train, s.Seed()), s.parts[i].Test)
	s.scores = append(slices.Clip(s.scores), score)
	return i+1 < len(s.parts)
}

// Back takes the last fold back.
func (s *folds) Back(nn.Stride) (goesOn bool) {
	if n := len(s.scores); n > 0 {
		s.scores = s.scores[:n-1]
	}
	return len(s.scores) > 0
}

// sizes returns how many samples the smallest and the largest part have.
func (s *folds) sizes() (least, most int) {
	for i, f := range s.parts {
		if n := f.Test.Len(); i == 0 {
			least, most = n, n
		} else {
			least, most = min(least, n), max(most, n)
		}
	}
	return least, most
}

func (s *folds) Facts() []lab.Fact {
	least, most := s.sizes()
	m, deviation := lab.Mean(s.scores)
	facts := []lab.Fact{
		lab.Num("done", lang.T("끝낸 차례", "rounds done"), float64(len(s.scores)), lab.Brief),
		lab.Num("train", lang.T("훈련 데이터", "training samples"), s.n-float64(most), lab.Brief),
		lab.Num("test", lang.T("테스트 데이터", "test samples"), float64(most), lab.Brief),
		lab.Num("least", lang.T("가장 작은 조각", "smallest part"), float64(least), lab.Brief),
		lab.Num("learned", lang.T("샘플마다 훈련에 쓰인 횟수", "times each sample is trained on"), s.k-1, lab.Brief),
		lab.Num("tested", lang.T("샘플마다 테스트에 쓰인 횟수", "times each sample is tested"), 1, lab.Brief),
		lab.Num("mean", lang.T("평균", "mean"), m, lab.Percent),
		lab.Num("sd", lang.T("표준편차", "standard deviation"), deviation, lab.Percent),
	}
	for i := range s.parts {
		score := math.NaN()
		if i < len(s.scores) {
			score = s.scores[i]
		}
		facts = append(facts, lab.Num(fmt.Sprint("score.", i+1), lang.Sprintf("%d째 차례", "round %d", i+1), score, lab.Percent))
	}
	return facts
}

func (s *folds) Caption(l lang.Lang) string {
	done, k := len(s.scores), len(s.parts)
	switch {
	case !s.Shows("score"):
		return lang.Sprintf("%[1]d조각으로 나눠요. 줄마다 다른 조각이 테스트예요.", "Cut into %[1]d parts. Every row tests another one.", k).In(l)
	case done == 0:
		return lang.T("s를 누르면 첫 조각을 빼고 배운 다음, 그 조각으로 시험해요.", "Press s: it learns without the first part, and is tested on that.").In(l)
	case done < k:
		return lang.Sprintf("%[1]d째 조각에서 %[2]s. 신경망은 차례마다 처음부터 다시 배워요.", "Part %[1]d: %[2]s. Every round the network learns from scratch.", done, lab.Percent(s.scores[done-1])).In(l)
	}
	m, _ := lab.Mean(s.scores)
	return lang.Sprintf("모든 샘플이 한 번씩 테스트에 쓰였어요. 평균 %[1]s, %[2]s부터 %[3]s까지.", "Every sample was tested once. Mean %[1]s, from %[2]s to %[3]s.",
		lab.Percent(m), lab.Percent(slices.Min(s.scores)), lab.Percent(slices.Max(s.scores))).In(l)
}

// Views shows a row for each round: which part is the test, and its score.
func (s *folds) Views() []lab.View {
	return []lab.View{{ID: "rounds", Label: lang.T("차례", "rounds"), Pictures: func(l lang.Lang) []lab.Block {
		rows := s.table(l)
		table := lab.Drawn(rows.Need(), s.sayRounds, rows.Draw)
		numbers := lab.Readouts(s, l, "train", "test", "least", "learned", "tested", "mean", "sd")
		return []lab.Block{lab.Above(1, lab.Low(table), numbers), lab.Above(0, lab.Low(table), numbers), table}
	}}}
}

// sayRounds tells which part each round has tested, and the score.
func (s *folds) sayRounds(l lang.Lang) string {
	var said []string
	for i, score := range s.scores {
		if !s.Shows("score") {
			break
		}
		said = append(said, lang.Sprintf("%[1]d째 차례: 조각 %[1]d의 %[2]d개로 시험해서 %[3]s.", "Round %[1]d: tested with the %[2]d samples of part %[1]d, %[3]s.",
			i+1, s.parts[i].Test.Len(), lab.Percent(score)).In(l))
	}
	return strings.Join(said, "\n")
}

func (s *folds) table(l lang.Lang) lab.Table {
	head := []lab.Cell{lab.Muted(lang.T("차례", "round").In(l)), lab.Muted(lang.T("■ 훈련  □ 테스트", "■ train  □ test").In(l))}
	scored := s.Places("score")
	if scored {
		head = append(head, lab.Cell{}, lab.Muted(lang.T("정확도", "accuracy").In(l)))
	}
	t := lab.Table{Rows: [][]lab.Cell{lab.Heading(head...)}, Least: 6}
	for i := range mostFolds { // as many rows as there can be: the picture stays
		if i >= len(s.parts) {
			t.Rows = append(t.Rows, []lab.Cell{lab.Plain(" ")})
			continue
		}
		strip := make([]string, len(s.parts))
		for j := range strip {
			strip[j] = "■"
			if j == i {
				strip[j] = "□"
			}
		}
		name, role := lab.Muted(fmt.Sprint(i+1)), theme.Muted
		if i == len(s.scores) {
			name.Role, role = theme.Accent, theme.Accent
		} else if i < len(s.scores) {
			role = theme.Text
		}
		row := []lab.Cell{name, lab.In(role, strings.Join(strip, " "))}
		if scored && i < len(s.scores) && s.Held("score") {
			row = append(row, lab.NoBar("?", "?"), lab.In(theme.Accent, "?"))
		} else if scored && i < len(s.scores) {
			row = append(row, lab.Bar(s.scores[i], theme.ClassA), lab.Strong(lab.Percent(s.scores[i])))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
