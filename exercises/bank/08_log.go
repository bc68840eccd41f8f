package bank

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn/data"
	"hakseup/nn/run"
)

const (
	logDecimals = 4
	logLast     = 14 // lines at the end, after a gap
)

// lossLog is a training log, an entry for every line.
type lossLog struct{ Lines []data.LoggedEpoch }

// drawLog trains a small network and keeps the first epochs and the last of its log.
func drawLog(r *rand.Rand) lossLog {
	for {
		s, err := run.Parse(fmt.Sprintf("--data moons --samples 100 --hidden 8 --optimizer sgd --lr 0.3 --batch 10 --epochs 60 --seed %d", 1+r.IntN(1_000_000)))
		if err != nil {
			panic(err)
		}
		training, err := s.Start()
		if err != nil || training.Trainer.Run(context.Background()) != nil {
			panic(fmt.Sprint("the training of a log fails: ", err))
		}
		var l lossLog
		losses := training.Trainer.Running()
		for i, loss := range losses {
			if i < 22 || i >= len(losses)-logLast {
				l.Lines = append(l.Lines, data.LoggedEpoch{Epoch: i + 1, Loss: rounded(loss, logDecimals)})
			}
		}
		if l.tells() {
			return l
		}
	}
}

// tells reports whether the questions have one answer each, and not the same one.
func (l lossLog) tells() bool {
	rises, best := l.rises(l.Lines), l.best()
	late := l.rises(l.last())
	unique := 0
	for _, line := range l.Lines {
		if line.Loss == best.Loss {
			unique++
		}
	}
	return unique == 1 && len(rises) > len(late) && rises[0] > 3 && rises[0] < 20 && len(late) > 2 && len(late) != logLast-1-len(late) && best.Epoch != l.Lines[len(l.Lines)-1].Epoch
}

func (l lossLog) last() []data.LoggedEpoch { return l.Lines[len(l.Lines)-logLast:] }

// rises are the epochs whose loss is greater than that of the line before.
func (lossLog) rises(lines []data.LoggedEpoch) []int {
	var at []int
	for i, now := range lines[1:] {
		if now.Loss > lines[i].Loss {
			at = append(at, now.Epoch)
		}
	}
	return at
}

func (l lossLog) best() data.LoggedEpoch {
	return slices.MinFunc(l.Lines, func(a, b data.LoggedEpoch) int {
		if a.Loss < b.Loss {
			return -1
		}
		return 1
	})
}

// table writes the log, four lines of it side by side.
func (l lossLog) table() string {
	const perRow = 4
	var b strings.Builder
	for _, block := range [][]data.LoggedEpoch{l.Lines[:len(l.Lines)-logLast], l.last()} {
		for row := range slices.Chunk(block, perRow) {
			fmt.Fprintf(&b, "%4d", row[0].Epoch)
			for _, line := range row {
				fmt.Fprintf(&b, "%9.*f", logDecimals, line.Loss)
			}
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// situation shows the printed log where it is the one.
func (l lossLog) situation() string {
	if !slices.Equal(l.Lines, data.TrainingLog()) {
		return ""
	}
	return situation("log", "epoch=24")
}

func readLog() exercises.Exercise {
	return exercises.Template("08/log", lang.T("학습 기록 읽기", "Reading a training log"), lossLog{data.TrainingLog()}, drawLog, buildLog,
		slices.Concat(
			exercises.Accepts("first", "24"),
			exercises.Catches("first", "before", "23"),
			exercises.Catches("first", "later", "128"),
			exercises.Catches("first", "", "12"),
			exercises.Refuses("first", "없어요"),
			exercises.Accepts("rises", "7"),
			exercises.Catches("rises", "falls", "6"),
			exercises.Catches("rises", "all", "8"),
			exercises.Catches("rises", "lines", "14"),
			exercises.Catches("rises", "", "3"),
			exercises.Refuses("rises", ""),
			exercises.Accepts("best", "139"),
			exercises.Catches("best", "last", "140"),
			exercises.Catches("best", "loss", "0.4554"),
			exercises.Catches("best", "", "137"),
			exercises.Refuses("best", "139, 140"),
			exercises.Accepts("share", "64.9", "64.85"),
			exercises.Catches("share", "of-start", "62.1"),
			exercises.Catches("share", "rest", "35.1"),
			exercises.Catches("share", "not-per-cent", "0.649"),
			exercises.Catches("share", "points", "6.786"),
			exercises.Catches("share", "", "50"),
			exercises.Refuses("share", "많이"),
		)...)
}

func buildLog(l lossLog) exercises.Variant {
	lines := l.Lines
	rises, late, best, end := l.rises(lines), l.rises(l.last()), l.best(), lines[len(lines)-1]
	start, second := lines[0].Loss, lines[1].Loss
	whole, no := exercises.Exactly[int], exercises.Mistaken
	of := func(f func(drop, all float64) float64) exercises.Want {
		return exercises.To(1, exercises.From(start, second, end.Loss).Then(lang.T("두 차이", "the two differences"), func(x []float64) []float64 { return []float64{x[0] - x[1], x[0] - x[2]} }).
			Value(lang.Text{}, func(x []float64) float64 { return f(x[0], x[1]) }))
	}
	share := 100 * (start - second) / (start - end.Loss)
	gap := lines[len(lines)-logLast].Epoch
	return exercises.Variant{
		Situation: l.situation(),
		Statement: lang.Sprintf("학습 기록이에요. 줄 맨 앞은 그 줄의 첫 에폭이고, 한 줄에 네 에폭의 손실이 차례로 있어요. 에폭 %[2]d부터 %[3]d까지는 빠졌어요.\n\n```\n%[1]s```\n\n바로 앞의 에폭보다 손실이 처음으로 오른 에폭, 마지막 %[4]d개 안에서 바로 앞보다 오른 에폭의 수, 손실이 가장 작은 에폭을 적으세요. 또 처음부터 마지막까지 줄어든 손실 가운데 에폭 1에서 2 사이에 줄어든 몫이 몇 퍼센트인지 소수 첫째 자리까지 구하세요.",
			"This is the log of a training. Each row begins with its first epoch and has the losses of four. Epochs %[2]d to %[3]d are left out.\n\n```\n%[1]s```\n\nWhich epoch is the first with a greater loss than the one before? Within the last %[4]d, how many are greater than the one just before? Which epoch has the smallest loss? And of the whole drop from the first epoch to the last, what share, in per cent to one decimal, came between epochs 1 and 2?",
			l.table(), lines[len(lines)-logLast-1].Epoch+1, gap-1, logLast),
		Parts: []exercises.Part{
			exercises.Number("first", lang.T("처음 오른 에폭", "first rise"), lang.T("앞에서부터 이웃한 두 손실을 견주어 보세요.", "Compare neighbours from the front."),
				exercises.Right(whole(rises[0]), lang.Sprintf("%[1]d번을 내리 줄다가 처음 올랐어요. 오른 것이 고장은 아니에요.", "It fell %[1]d times in a row first. A rise does not mean that anything is broken.", rises[0]-2)),
				no("before", whole(rises[0]-1), lang.T("오르기 바로 전의 에폭이에요.", "That is the epoch before the rise.")),
				no("later", whole(rises[len(rises)-len(late)]), lang.T("빠진 곳 다음에서 찾으셨어요. 그보다 앞에 오른 에폭이 있어요.", "That is after the gap. There is one before it."))),
			exercises.Number("rises", lang.Sprintf("마지막 %[1]d개에서 오른 수", "rises in the last %[1]d", logLast), lang.Sprintf("마지막 %[1]d개에는 이웃한 쌍이 %[2]d개 있어요.", "The last %[1]d make %[2]d pairs of neighbours.", logLast, logLast-1),
				exercises.Right(whole(len(late)), lang.Sprintf("%[2]d번 가운데 %[1]d번 올라요. 미니배치의 기울기는 흔들려서, 바닥 가까이에서는 오르내리며 나아가요.", "%[1]d of %[2]d. The gradients of mini-batches waver, so near the bottom it goes up and down.", len(late), logLast-1)),
				no("falls", whole(logLast-1-len(late)), lang.T("내린 수예요.", "That counts the falls.")),
				no("all", whole(len(rises)), lang.T("기록 전체에서 오른 수예요.", "That counts the rises of the whole log.")),
				no("lines", whole(logLast), lang.T("에폭의 수예요.", "That is the number of epochs."))),
			exercises.Number("best", lang.T("손실이 가장 작은 에폭", "epoch of the smallest loss"), lang.T("마지막 몇 줄에서 가장 작은 수를 찾아 에폭을 세어 보세요.", "Find the smallest number in the last rows, and count its epoch."),
				exercises.Right(whole(best.Epoch), lang.T("마지막이 가장 좋은 것은 아니에요. 그래서 학습하는 동안 가장 좋은 가중치를 따로 남겨 둬요.", "The last is not the best. That is why the best weights are kept aside during training.")),
				no("last", whole(end.Epoch), lang.T("마지막 에폭이에요. 더 작은 손실이 그 앞에 있어요.", "That is the last one. A smaller loss comes before it.")),
				no("loss", exercises.Exactly(rounded(best.Loss, logDecimals)), lang.T("손실의 값이에요. 에폭을 적어 주세요.", "That is the loss. Give its epoch."))),
			exercises.Number("share", lang.T("첫 걸음의 몫 (%)", "share of the first step (%)"), lang.T("에폭 1에서 2까지 줄어든 양을 1에서 마지막까지 줄어든 양으로 나눠요.", "Divide the drop from epoch 1 to 2 by that from 1 to the last."),
				rightTelling(of(func(drop, all float64) float64 { return 100 * drop / all }), lang.Sprintf("나머지 %[1]s%%를 줄이는 데 %[2]d에폭이 더 들었어요.", "The other %[1]s%% took another %[2]d epochs.", dec(100-share, 1), end.Epoch-2)),
				no("of-start", of(func(drop, _ float64) float64 { return 100 * drop / start }), lang.T("처음의 손실로 나누셨어요. 줄어든 전체로 나눠요.", "That divides by the first loss. Divide by the whole drop.")),
				no("rest", of(func(drop, all float64) float64 { return 100 - 100*drop/all }), lang.T("나머지의 몫이에요.", "That is the share of the rest.")),
				no("not-per-cent", inOneStep(3, func(x []float64) float64 { return (x[0] - x[1]) / (x[0] - x[2]) }, start, second, end.Loss), lang.T("비율은 맞아요. 퍼센트로 적어 주세요.", "The share is right. Write it in per cent.")),
				no("points", inOneStep(3, func(x []float64) float64 { return x[0] - x[1] }, start, second), lang.T("줄어든 양이에요. 전체의 몇 퍼센트인지 구해요.", "That is the drop itself. What share of the whole is it?"))),
		},
		Hints: []lang.Text{
			lang.T("첫 줄부터 차례로, 앞의 수보다 큰 수를 찾아요.", "From the first row on, look for a number greater than the one before."),
			lang.Sprintf("줄어든 전체는 $%[1]s - %[2]s$예요.", "The whole drop is $%[1]s - %[2]s$.", dec(start, 4), dec(end.Loss, 4)),
		},
		Solution: lang.Sprintf("처음 오른 에폭은 %[1]d, 마지막 %[2]d개에서 오른 에폭은 %[3]s의 %[4]d개, 가장 작은 손실은 에폭 %[5]d의 %[6]s예요.\n\n$$ \\frac{%[7]s - %[8]s}{%[7]s - %[9]s} %[10]s $$",
			"The first rise is at epoch %[1]d; among the last %[2]d it rises at %[3]s, %[4]d times; the smallest loss, at epoch %[5]d, is %[6]s.\n\n$$ \\frac{%[7]s - %[8]s}{%[7]s - %[9]s} %[10]s $$",
			rises[0], logLast, list(late, func(e int) string { return fmt.Sprint(e) }), len(late), best.Epoch, dec(best.Loss, 4), dec(start, 4), dec(second, 4), dec(end.Loss, 4), about(share/100, 4)),
	}
}
