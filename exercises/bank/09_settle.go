package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

// settling is a challenge of the race: an optimizer has to come below a height in
// the valley, and to stay there, within so many steps.
type settling struct {
	Optimizer string
	Start     [2]float64
	Scale     float64 // of the loss
	Within    int
}

const (
	settleBelow   = 0.001
	settleWatched = 1000 // steps for which it is watched
)

// ground is the valley of the challenge, goal the height to come below on it.
func (p settling) ground() nn.Surface {
	g := valleyGround().Scaled(p.Scale)
	g.Start = p.Start
	return g
}

func (p settling) goal() float64 { return settleBelow * p.Scale }

func (p settling) finish(r run.Racer) run.Finish {
	return r.Finish(p.ground(), p.goal(), settleWatched, settleWatched+1)
}

func drawStart(r *rand.Rand) [2]float64 {
	return [2]float64{among(r, -9, -8, -6, -5, 5, 6, 8, 9), among(r, -3, -2, 1, 2, 3)}
}

func settleHundred() exercises.Exercise {
	draw := func(r *rand.Rand) settling {
		return settling{"sgd", drawStart(r), among(r, 0.01, 0.1, 1, 10, 100), 100}
	}
	return exercises.Template("09/hundred", lang.T("SGD 100걸음 도전", "SGD in less than 100 steps"), settling{"sgd", [2]float64{-7, 2}, 1, 100}, draw, buildSettling,
		slices.Concat(
			exercises.Accepts("line", "--lr 0.9", "--optimizer sgd --lr 0.95", "--optimizer=sgd --lr=0.7"),
			exercises.Catches("line", "other-optimizer", "--optimizer adam --lr 0.3"),
			exercises.Catches("line", "diverges", "--lr 1.1"),
			exercises.Catches("line", "too-slow", "--lr 0.1"),
			exercises.Refuses("line", "", "--lr -1", "빠르게", "--optimizer newton", "--beta 0.9"),
		)...)
}

func settleSixty() exercises.Exercise {
	draw := func(r *rand.Rand) settling {
		return settling{"momentum", drawStart(r), among(r, 0.01, 0.1, 1, 10, 100), 60}
	}
	return exercises.Template("09/sixty", lang.T("모멘텀 60걸음 도전", "Momentum within 60 steps"), settling{"momentum", [2]float64{-7, 2}, 1, 60}, draw, buildSettling,
		slices.Concat(
			exercises.Accepts("line", "--optimizer momentum --lr 0.8 --beta 0.6", "--optimizer momentum --beta 0.3 --lr 1.1"),
			exercises.Catches("line", "other-optimizer", "--lr 0.944"),
			exercises.Catches("line", "usual-beta", "--optimizer momentum --lr 0.1"),
			exercises.Catches("line", "diverges", "--optimizer momentum --lr 2 --beta 0.5"),
			exercises.Catches("line", "rises-again", "--optimizer momentum --lr 0.1 --beta 0.88"),
			exercises.Catches("line", "too-slow", "--optimizer momentum --lr 0.01 --beta 0.5"),
			exercises.Refuses("line", "", "--optimizer momentum --beta 1.5", "--rho 0.9"),
		)...)
}

// answer is a line that passes: little inertia, and a rate below the one at which
// it diverges, which is that of the valley divided by the scale.
func (p settling) answer() string {
	const rate, calm = 0.9, 0.5
	r := run.NewRacer(p.Optimizer, tidy(rate/p.Scale))
	if len(run.Keeps(p.Optimizer)) > 0 {
		r.Keep[0] = calm
	}
	return r.Line()
}

// of turns a test of a racer and of how it finishes into one of an answer.
func (p settling) of(test func(r run.Racer, f run.Finish) bool) func(answer.Value) bool {
	return func(got answer.Value) bool {
		r, err := run.ParseRacer(got.Typed())
		return err == nil && test(r, p.finish(r))
	}
}

// tell says what has come of an answer.
func (p settling) tell(got answer.Value, _ exercises.Way) lang.Text {
	r, err := run.ParseRacer(got.Typed())
	if err != nil {
		return lang.Text{}
	}
	switch f := p.finish(r); {
	case f.Touch == run.Never:
		return lang.Sprintf("%[1]d걸음 동안 한 번도 닿지 않았어요.", "It never came below the height in %[1]d steps.", settleWatched)
	case f.Stay == run.Never:
		return lang.Sprintf("%[1]d걸음에 처음 닿았지만 %[2]d걸음이 지나도 다시 올라가요.", "It touched in step %[1]d, but was still rising again after %[2]d.", f.Touch, settleWatched)
	default:
		return lang.Sprintf("%[1]d걸음에 처음 닿아 %[2]d걸음부터 머물렀어요.", "It touched in step %[1]d, and stayed from step %[2]d on.", f.Touch, f.Stay)
	}
}

func buildSettling(p settling) exercises.Variant {
	passes := func(_ run.Racer, f run.Finish) bool { return f.Stay != run.Never && f.Stay < p.Within+1 }
	fails := func(id string, test func(r run.Racer, f run.Finish) bool, say lang.Text) exercises.Rule {
		return exercises.Fails(id, p.of(test), say).Explaining(func(got answer.Value, way exercises.Way) lang.Text {
			return sentences(say, p.tell(got, way))
		})
	}
	name, example := lang.Same("SGD"), "--optimizer sgd --lr 0.1"
	if p.Optimizer == "momentum" {
		name, example = lang.T("모멘텀", "momentum"), "--optimizer momentum --lr 0.1 --beta 0.9"
	}
	scaled := lang.Text{}
	if p.Scale != 1 {
		scaled = lang.Sprintf(" 다만 손실을 모두 %[1]s배로 해서 배워요. 높이는 배율을 곱하기 전 값이에요.", " But all losses are multiplied by %[1]s for the optimizer; heights are those without that factor.", num(p.Scale))
	}
	right := p.answer()
	return exercises.Variant{
		Situation: situation("race", "field=one", "optimizer="+p.Optimizer, set("x", p.Start[0]), set("y", p.Start[1]), set("scale", p.Scale)),
		Statement: lang.Sprintf("골짜기 $E = x^2/20 + y^2$을 %[1]s에서 떠나 %[2]s로 내려가요. %[4]d걸음 안에 높이 %[5]s 아래로 가서 그 뒤로 *머무는* 설정을 찾아 한 줄로 적으세요. 이를테면 `%[6]s`처럼요. 채점할 때 %[7]d걸음을 가 봐요.%[8]s",
			"The valley $E = x^2/20 + y^2$ is gone down from %[1]s by %[3]s. Find settings by which it comes below a height of %[5]s within %[4]d steps and *stays* there, and write them as a line, such as `%[6]s`. It is graded by going %[7]d steps.%[9]s",
			row(p.Start[:]), name.KO, name.EN, p.Within, num(settleBelow), example, settleWatched, scaled.KO, scaled.EN),
		Parts: []exercises.Part{{
			ID: "line", Label: lang.T("경주의 한 줄", "the line of the race"),
			Kind: answer.Line{Refuse: func(line string) lang.Text {
				_, err := run.ParseRacer(line)
				return trial.Explain(err)
			}},
			Wrong: lang.T("이 줄로는 머물지 못해요.", "It does not stay with this line."),
			Rules: []exercises.Rule{
				exercises.Fails("other-optimizer", p.of(func(r run.Racer, _ run.Finish) bool { return r.Optimizer != p.Optimizer }),
					lang.Sprintf("여기서는 `--optimizer %[1]s`만 나와요.", "Only `--optimizer %[1]s` takes part here.", p.Optimizer)),
				exercises.RunsLine(right, p.of(passes), lang.T("통과했어요.", "Passed.")).Explaining(p.tell),
				fails("diverges", func(_ run.Racer, f run.Finish) bool { return !(f.End < p.ground().At(p.Start[0], p.Start[1])) },
					lang.T("발산했어요. 학습률을 낮추세요.", "It diverged. Lower the rate.")),
				fails("usual-beta", func(r run.Racer, _ run.Finish) bool {
					const usual = 0.9
					return len(run.Keeps(r.Optimizer)) > 0 && math.Abs(r.Keep[0]-usual) < 1e-9
				}, lang.T("$\\beta$가 0.9이면 어떤 학습률로도 이 골짜기를 지나쳐 오래 흔들려요. 관성을 줄이세요.", "With $\\beta = 0.9$ it overshoots this valley and swings for long, at any rate. Take some inertia away.")),
				fails("rises-again", func(_ run.Racer, f run.Finish) bool { return f.Touch != run.Never && f.Touch <= p.Within },
					lang.T("제때 닿았지만 다시 올라갔어요. 머물러야 해요.", "It was there in time, but rose again. It has to stay.")),
				fails("too-slow", func(run.Racer, run.Finish) bool { return true }, lang.T("너무 느려요.", "That is too slow.")),
			},
		}},
		Hints: []lang.Text{
			lang.T("실험의 '저마다 가장 좋은 학습률' 보기로 281가지를 한꺼번에 시험할 수 있어요.", "The view with the best rate of each tries 281 rates at once."),
			lang.T("손실을 몇 배로 하면 알맞은 학습률은 그만큼 나눠요.", "With the loss so many times as large, divide the rate by as much."),
		},
		Solution: lang.Sprintf("이를테면 이 줄이 통과해요.\n\n```\n%[1]s\n```", "This line, for one, passes.\n\n```\n%[1]s\n```", right),
	}
}
