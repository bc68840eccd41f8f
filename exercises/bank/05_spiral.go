package bank

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

// challenge is a training that is graded by doing it: on spirals that the learner
// does not choose.
type challenge struct{ Seeds []uint64 }

const (
	spiralSeeds  = 5
	spiralPoints = 500 // fresh ones, for each seed
	spiralMost   = 114 // parameters
	spiralLeast  = 0.96
	spiralEpochs = 600
)

func spiralChallenge() exercises.Exercise {
	seeds := func(r *rand.Rand) challenge {
		const spirals = 60
		var c challenge
		for _, seed := range r.Perm(spirals)[:spiralSeeds] {
			c.Seeds = append(c.Seeds, 1000+uint64(seed))
		}
		return c
	}
	g := newGround("spiral", freshAccuracy)
	buildSpiral := func(c challenge) exercises.Variant { return c.variant(g) }
	return exercises.Template("05/spiral", lang.T("두 나선 도전", "The spirals challenge"), seeds(rand.New(rand.NewPCG(5, 5))), seeds, buildSpiral,
		slices.Concat(
			exercises.Accepts("line", "--features x1,x2,sin-x1,sin-x2 --hidden 6,6 --epochs 500", "hakseup train --data spiral --hidden 8,8 --lr 0.01 --epochs 600"),
			exercises.Catches("line", "no-bend", "--hidden 8,8 --activation identity --epochs 50"),
			exercises.Catches("line", "too-large", "--hidden 16,16"),
			exercises.Catches("line", "too-long", "--epochs 5000"),
			exercises.Catches("line", "not-enough", "--hidden 2 --epochs 50"),
			exercises.Refuses("line", "", "--layers 3", "--lr -1", "--batch 100000"),
		)...)
}

// freshAccuracy is that of a finished run on points that nobody has seen.
func freshAccuracy(s run.Spec, r *run.Run) float64 {
	fresh, err := s.Fresh(spiralPoints, s.Seed+1_000_000)
	if err != nil {
		return 0
	}
	best, _ := r.Trainer.Best()
	const atOnce = 64
	return nn.NewWorkspace(best, atOnce).Evaluate(fresh, r.Trainer.Judge()).Accuracy
}

func (c challenge) variant(g *ground) exercises.Variant {
	accuracies := func(got answer.Value) []float64 { return g.scores(got.Typed(), c.Seeds) }
	mean := func(got answer.Value) float64 {
		all := accuracies(got)
		return total(all) / float64(max(1, len(all)))
	}
	told := func(got answer.Value, _ exercises.Way) lang.Text {
		all := accuracies(got)
		percent := func(v float64) string { return num(tidy(100*v)) + "%" }
		return lang.Sprintf("다섯 나선의 새 점에서 %[1]s. 평균 %[2]s예요.", "On fresh points of the five spirals: %[1]s. The mean is %[2]s.",
			list(all, percent), percent(total(all)/float64(max(1, len(all)))))
	}
	return exercises.Variant{
		Situation: situation("playground", "data=spiral"),
		Statement: lang.Sprintf(
			"매개변수 %[1]d개 이하로 두 나선을 배우는 설정을 실험에서 찾아 한 줄로 적으세요. 이를테면 `--hidden 8,8 --lr 0.01`처럼요. 채점할 때 시드 %[6]s의 나선 %[2]d개로 처음부터 학습시키고, 저마다 처음 보는 점 %[3]d개로 시험해요. 평균 정확도가 %[4]s%% 이상이면 통과예요. 데이터와 잡음, 점의 수와 시드는 채점하는 쪽이 정하고, 에폭은 %[5]d까지예요.",
			"In the lab, find settings that learn the two spirals with at most %[1]d parameters, and write them as a line, such as `--hidden 8,8 --lr 0.01`. It is trained anew on %[2]d spirals, of the seeds %[6]s, each tested on %[3]d fresh points. A mean accuracy of %[4]s%% or more passes. Data, noise, number of points and seed are set by the grader, and there are up to %[5]d epochs.",
			spiralMost, spiralSeeds, spiralPoints, num(100*spiralLeast), spiralEpochs, list(c.Seeds, func(seed uint64) string { return strconv.FormatUint(seed, 10) })),
		Parts: []exercises.Part{{
			ID: "line", Label: lang.T("실험의 한 줄", "the line of the lab"), Kind: answer.Line{Refuse: g.refuse},
			Wrong: lang.T("이 줄로는 학습할 수 없어요.", "This line cannot be trained."),
			Rules: []exercises.Rule{
				exercises.Fails("too-large", g.is(func(s run.Spec) bool { return parametersOf(s) > spiralMost }), lang.Sprintf(
					"매개변수가 %[1]d개를 넘어요. 층이나 유닛을 줄여 보세요.", "It has more than %[1]d parameters. Take away units or a layer.", spiralMost)),
				exercises.Fails("too-long", g.is(func(s run.Spec) bool { return s.Epochs > spiralEpochs }), lang.Sprintf(
					"에폭은 %[1]d까지예요.", "There are up to %[1]d epochs.", spiralEpochs)),
				exercises.Fails("no-bend", g.is(func(s run.Spec) bool {
					return s.Activation == nn.Identity || len(s.Hidden) == 0 && len(s.Features) == 0
				}), lang.T(
					"굽은 곳이 없어서 경계가 직선이에요. 활성화 함수를 바꿔 보세요.", "Nothing bends, so the boundary is a straight line. Try another activation.")),
				exercises.RunsLine(spiralAnswer, func(got answer.Value) bool { return mean(got) >= spiralLeast }, lang.T("통과했어요.", "Passed.")).Explaining(told),
				exercises.Fails("not-enough", func(answer.Value) bool { return true }, lang.Sprintf(
					"평균이 %[1]s%%에 못 미쳐요.", "The mean is below %[1]s%%.", num(100*spiralLeast))).Explaining(func(got answer.Value, way exercises.Way) lang.Text {
					said := told(got, way)
					return lang.Sprintf("평균이 %[1]s%%에 못 미쳐요. %[2]s", "The mean is below %[1]s%%. %[3]s", num(100*spiralLeast), said.KO, said.EN)
				}),
			},
		}},
		Hints: []lang.Text{
			lang.T("학습률을 낮추고 에폭을 늘리면 더 차분하게 배워요.", "A lower rate and more epochs learn more calmly."),
			lang.T("입력에 $\\sin$을 더하면 같은 매개변수로 더 굽은 경계를 그려요.", "With sines among the inputs the same parameters draw a more winding boundary."),
			lang.T("실험에서 `m`으로 여러 시작을 견주어, 한 번의 운에 속지 마세요.", "Compare many starts with `m` in the lab, and do not fall for one lucky run."),
		},
		Solution: lang.Sprintf("이를테면 이 줄이 통과해요.\n\n```\n%[1]s\n```", "This line, for one, passes.\n\n```\n%[1]s\n```", spiralAnswer),
	}
}

const spiralAnswer = "--features x1,x2,sin-x1,sin-x2 --hidden 6,6 --epochs 500"
