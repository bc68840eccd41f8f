package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

// gateStarts are so many starts, by their seeds, from which XOR is to be learned.
type gateStarts struct{ First uint64 }

const (
	xorStarts = 100
	xorLeast  = 95 // of them
	xorMost   = 12 // parameters: as many as two hidden units bring
	xorEpochs = 500
	xorAnswer = "--data xor --features x1,x2,x1x2 --hidden none --lr 0.05 --epochs 500"
)

func (s gateStarts) seeds() (all []uint64) {
	for i := range uint64(xorStarts) {
		all = append(all, s.First+i)
	}
	return all
}

func xorChallenge() exercises.Exercise {
	draw := func(r *rand.Rand) gateStarts { return gateStarts{1 + 10*uint64(r.IntN(40))} }
	g := newGround("xor", func(_ run.Spec, r *run.Run) float64 {
		if r.Trainer.Now().Train.Accuracy < 1 {
			return 0
		}
		return 1
	})
	build := func(s gateStarts) exercises.Variant { return s.variant(g) }
	return exercises.Template("05/xor", lang.T("XOR 도전", "The XOR challenge"), gateStarts{1}, draw, build,
		slices.Concat(
			exercises.Accepts("line", xorAnswer, "hakseup train --data spiral --features x1,x2,x1x2 --hidden none --lr 0.1 --batch 10"),
			exercises.Catches("line", "luck", "--data xor --hidden 2 --lr 0.05 --epochs 500", "--hidden 2 --activation relu"),
			exercises.Catches("line", "straight", "--hidden none", "--hidden 2 --activation identity"),
			exercises.Catches("line", "too-large", "--hidden 3"),
			exercises.Catches("line", "too-long", "--hidden 2 --epochs 2000"),
			exercises.Refuses("line", "", "--units 2", "--hidden two"),
		)...)
}

func (s gateStarts) variant(g *ground) exercises.Variant {
	solved := func(got answer.Value) int { return int(total(g.scores(got.Typed(), s.seeds()))) }
	told := func(got answer.Value, _ exercises.Way) lang.Text {
		return lang.Sprintf("%[1]d가지 시작 가운데 %[2]d번 네 점을 모두 맞혔어요.", "Of %[1]d starts, %[2]d got all four points right.", xorStarts, solved(got))
	}
	return exercises.Variant{
		Situation: situation("playground", "data=xor"),
		Statement: lang.Sprintf(
			"매개변수 %[1]d개 이하로 XOR를 배우는 신경망을 찾아 실험의 한 줄로 적으세요. 실험에서 `a`를 누르면 데이터를 XOR로 바꿀 수 있고, `m`은 여러 시작을 해 봐요. 채점할 때 시드 %[2]d부터 %[3]d까지 %[4]d가지 시작에서 배워, %[5]d번 이상 네 점을 모두 맞히면 통과예요. 데이터와 시드는 채점하는 쪽이 정하고, 에폭은 %[6]d까지예요.",
			"Find a network of at most %[1]d parameters that learns XOR, and write it as the line of the lab. There `a` brings out the control for the data, and `m` tries many starts. Yours is trained from %[4]d starts, of the seeds %[2]d to %[3]d, and passes when %[5]d or more get all four points right. Data and seed are set by the grader, and there are up to %[6]d epochs.",
			xorMost, s.First, s.First+xorStarts-1, xorStarts, xorLeast, xorEpochs),
		Parts: []exercises.Part{{
			ID: "line", Label: lang.T("실험의 한 줄", "the line of the lab"), Kind: answer.Line{Refuse: g.refuse},
			Wrong: lang.T("이 줄로는 학습할 수 없어요.", "This line cannot be trained."),
			Rules: []exercises.Rule{
				exercises.Fails("too-large", g.is(func(s run.Spec) bool { return parametersOf(s) > xorMost }), lang.Sprintf(
					"매개변수가 %[1]d개를 넘어요. 유닛이나 층을 줄여 보세요.", "It has more than %[1]d parameters. Take away units or a layer.", xorMost)),
				exercises.Fails("too-long", g.is(func(s run.Spec) bool { return s.Epochs > xorEpochs }), lang.Sprintf(
					"에폭은 %[1]d까지예요.", "There are up to %[1]d epochs.", xorEpochs)),
				exercises.Fails("straight", g.is(func(s run.Spec) bool {
					return len(s.Features) == 0 && (len(s.Hidden) == 0 || s.Activation == nn.Identity)
				}), lang.T("경계가 직선 하나라서 XOR를 나눌 수 없어요.", "The boundary is a single straight line, which cannot separate XOR.")),
				exercises.RunsLine(xorAnswer, func(got answer.Value) bool { return solved(got) >= xorLeast }, lang.T("통과했어요.", "Passed.")).Explaining(told),
				exercises.Fails("luck", func(answer.Value) bool { return true }, lang.T("시작의 운에 걸린 신경망이에요.", "This network hangs on the luck of its start.")).
					Explaining(func(got answer.Value, way exercises.Way) lang.Text {
						return sentences(told(got, way), lang.Sprintf("%[1]d번 이상이어야 통과예요.", "It takes %[1]d.", xorLeast))
					}),
			},
		}},
		Hints: []lang.Text{
			lang.Sprintf("은닉 유닛 두 개면 매개변수가 꼭 %[1]d개이지만, 어디서 시작하느냐에 따라 못 배우기도 해요.",
				"Two hidden units make exactly %[1]d parameters, but whether they learn depends on the start.", xorMost),
			lang.T("은닉층 대신 *입력*을 바꿀 수도 있어요. 네 점을 직선 하나로 나눌 수 있게 하는 값이 있을까요?",
				"Instead of a hidden layer you can change the *inputs*. Is there a number with which one line separates the four points?"),
			lang.T("두 입력의 곱은 $(1, 1)$에서만 1이에요. 그 값이 있으면 은닉층이 필요 없어요.", "The product of the two inputs is 1 at $(1, 1)$ alone. With it no hidden layer is needed."),
		},
		Solution: lang.Sprintf("곱 $x_1 x_2$를 입력에 더하면 은닉층 없이 매개변수 8개로, 어디서 시작하든 배워요.\n\n```\n%[1]s\n```",
			"With the product $x_1 x_2$ among the inputs, 8 parameters and no hidden layer learn it from any start.\n\n```\n%[1]s\n```", xorAnswer),
	}
}
