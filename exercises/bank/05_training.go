package bank

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

// starts is what became of 1,000 starts of a network that learned XOR: how many
// got 4, 3, 2 and 1 of its points right.
type starts struct{ Four, Three, Two, One int }

func (s starts) all() int { return s.Four + s.Three + s.Two + s.One }

func luckOfTheStart() exercises.Exercise {
	draw := func(r *rand.Rand) starts {
		s := starts{Four: 100 + r.IntN(800)}
		s.Three = r.IntN(1000 - s.Four)
		s.Two = r.IntN(1000 - s.Four - s.Three + 1)
		s.One = 1000 - s.Four - s.Three - s.Two
		return s
	}
	return exercises.Template("05/luck", lang.T("시작의 운", "The luck of the start"), starts{175, 613, 205, 7}, draw, buildLuck,
		slices.Concat(
			exercises.Accepts("share", "17.5%", "17.5", "175/1000", "0.175"),
			exercises.Catches("share", "failures", "82.5%", "82.5"),
			exercises.Catches("share", "three-right", "0.613", "61.3"),
			exercises.Catches("share", "the-count", "175"),
			exercises.Refuses("share", "조금"),
			exercises.Accepts("tries", "5.71"),
			exercises.Catches("tries", "of-failures", "1.21"),
			exercises.Catches("tries", "the-count", "175"),
			exercises.Refuses("tries", ""),
		)...)
}

func buildLuck(s starts) exercises.Variant {
	share := 100 * float64(s.Four) / float64(s.all())
	per := func(count int) exercises.Calc {
		return exercises.From(float64(s.all()), float64(count)).Value(lang.T("시작의 수를 나눈 값", "the starts divided"), func(x []float64) float64 { return x[0] / x[1] })
	}
	tries := float64(s.all()) / float64(s.Four)
	left := lang.Sprintf("실패한 시작이 %[1]d번이에요.", "That leaves %[1]d failures.", s.all()-s.Four)
	failures := lang.T("실패한 시작의 비율이에요.", "That is the share of failures.")
	three := lang.T("세 점을 맞힌 시작의 비율이에요. 네 점을 모두 맞혀야 배운 거예요.", "Those got three points right. Only all four count as learned.")
	// A share may be written as one or in per cent, with the sign or without.
	shares := []exercises.Rule{
		exercises.Right(exercises.Exactly(share/100), left), exercises.Right(exercises.Exactly(share), left),
		exercises.Mistaken("failures", exercises.Exactly(1-share/100), failures), exercises.Mistaken("failures", exercises.Exactly(100-share), failures),
		exercises.Mistaken("three-right", exercises.Exactly(float64(s.Three)/float64(s.all())), three),
		exercises.Mistaken("three-right", exercises.Exactly(100*float64(s.Three)/float64(s.all())), three),
		exercises.Mistaken("the-count", exercises.Exactly(s.Four), lang.T("성공한 시작의 수예요. 1,000으로 나눠요.", "Those are the successes. Divide by 1,000.")),
	}
	return exercises.Variant{
		Statement: lang.Sprintf(
			"작은 신경망이 서로 다른 1,000개의 시작에서 XOR를 배웠어요. 네 점을 모두 맞힌 시작이 %[1]d번, 세 점이 %[2]d번, 두 점이 %[3]d번, 한 점이 %[4]d번이에요. XOR를 배운 비율은 몇 퍼센트인가요? 성공할 때까지 새로 시작한다면 평균 몇 번 시작해야 하나요? 둘째 답은 소수 둘째 자리까지 적어요.",
			"A small network learned XOR from 1,000 different starts: %[1]d got all four points right, %[2]d got three, %[3]d two and %[4]d one. What percentage of the starts learned XOR? If you start anew until it succeeds, how many starts does it take on average? Give the second answer to two decimals.",
			s.Four, s.Three, s.Two, s.One),
		Parts: []exercises.Part{
			exercises.Number("share", lang.T("배운 비율", "share that learned"), lang.T("네 점을 모두 맞힌 시작의 수를 1,000으로 나눠요.", "Divide the starts with all four right by 1,000."), shares...),
			exercises.Number("tries", lang.T("평균 시작의 수", "starts on average"), lang.T("성공할 확률이 $p$라면 평균 $1/p$번이에요.", "With a chance $p$ of success it takes $1/p$ on average."),
				exercises.Right(exercises.To(2, per(s.Four)), lang.T("그래서 한 번의 결과만 보고 구조를 판단하면 안 돼요.", "So do not judge a structure by a single run.")),
				exercises.Mistaken("of-failures", exercises.To(2, per(s.all()-s.Four)), lang.T("실패를 기다린다면 그래요. 성공할 확률로 나눠요.", "That waits for a failure. Divide by the chance of success.")),
				exercises.Mistaken("the-count", exercises.Exactly(s.Four), lang.T("성공한 시작의 수예요. 한 번 성공하는 데 몇 번이 드는지 구해요.", "Those are the successes. How many starts does one of them take?"))),
		},
		Hints: []lang.Text{
			lang.T("배웠다고 하려면 네 점을 모두 맞혀야 해요.", "Learned means all four points right."),
			lang.Sprintf("1,000번에 %[1]d번 성공했으니, 한 번 성공하는 데 평균 1,000을 %[1]d로 나눈 만큼 들어요.", "It succeeds %[1]d times in 1,000, so one success takes 1,000 divided by %[1]d.", s.Four),
		},
		Solution: lang.Sprintf("$%[1]d / 1000$은 %[2]s%%이고, 한 번 성공하는 데 평균 $1000 / %[1]d$번, 약 %[3]s번 걸려요.", "$%[1]d / 1000$ is %[2]s%%, and a success takes $1000 / %[1]d$ starts on average, about %[3]s.",
			s.Four, num(share), dec(tries, 2)),
	}
}

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
	tried := &trainings{done: map[training]float64{}}
	buildSpiral := func(c challenge) exercises.Variant { return c.variant(tried) }
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

// refuse says why a line cannot be trained on the spirals.
func (c challenge) refuse(line string) lang.Text {
	s, err := c.spec(line, 1)
	if err == nil {
		_, err = s.Start()
	}
	return trial.Explain(err)
}

// spec is the run of a line with everything that is not the learner's choice.
func (c challenge) spec(line string, seed uint64) (run.Spec, error) {
	s, err := run.Parse(line)
	s.Data, s.Noise, s.Samples, s.Points, s.Seed = "spiral", run.Auto, 0, nil, seed
	return s, err
}

// training is a line on the spirals of a seed, trainings the accuracies that have
// come of them: no training is done twice, though a grading asks more than once.
type training struct {
	line string
	seed uint64
}

type trainings struct {
	mu   sync.Mutex
	done map[training]float64
}

// accuracies trains a line on the spirals of every seed and tests it on fresh
// points.
func (t *trainings) accuracies(c challenge, line string) []float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all []float64
	for _, seed := range c.Seeds {
		k := training{line, seed}
		if _, ok := t.done[k]; !ok {
			t.done[k] = c.accuracy(line, seed)
		}
		all = append(all, t.done[k])
	}
	return all
}

// accuracy is that of one training: 0 for one that cannot be begun, or diverges.
func (c challenge) accuracy(line string, seed uint64) float64 {
	s, err := c.spec(line, seed)
	if err != nil {
		return 0
	}
	r, err := s.Start()
	if err != nil || r.Trainer.Run(context.Background()) != nil {
		return 0
	}
	fresh, err := s.Fresh(spiralPoints, seed+1_000_000)
	if err != nil {
		return 0
	}
	best, _ := r.Trainer.Best()
	const atOnce = 64
	return nn.NewWorkspace(best, atOnce).Evaluate(fresh, r.Trainer.Judge()).Accuracy
}

func parametersOf(s run.Spec) int {
	features, _ := s.Plane()
	weights, biases := layerSizes{slices.Concat([]int{len(features)}, s.Hidden, []int{2})}.parameters()
	return weights + biases
}

func (c challenge) variant(tried *trainings) exercises.Variant {
	lineOf := func(got answer.Value) string { return got.Typed() }
	accuracies := func(got answer.Value) []float64 { return tried.accuracies(c, lineOf(got)) }
	is := func(test func(s run.Spec) bool) func(answer.Value) bool {
		return func(got answer.Value) bool {
			s, err := c.spec(lineOf(got), 1)
			return err == nil && test(s)
		}
	}
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
		Statement: lang.Sprintf(
			"매개변수 %[1]d개 이하로 두 나선을 배우는 설정을 실험에서 찾아 한 줄로 적으세요. 이를테면 `--hidden 8,8 --lr 0.01`처럼요. 채점할 때 시드 %[6]s의 나선 %[2]d개로 처음부터 학습시키고, 저마다 처음 보는 점 %[3]d개로 시험해요. 평균 정확도가 %[4]s%% 이상이면 통과예요. 데이터와 잡음, 점의 수와 시드는 채점하는 쪽이 정하고, 에폭은 %[5]d까지예요.",
			"In the lab, find settings that learn the two spirals with at most %[1]d parameters, and write them as a line, such as `--hidden 8,8 --lr 0.01`. It is trained anew on %[2]d spirals, of the seeds %[6]s, each tested on %[3]d fresh points. A mean accuracy of %[4]s%% or more passes. Data, noise, number of points and seed are set by the grader, and there are up to %[5]d epochs.",
			spiralMost, spiralSeeds, spiralPoints, num(100*spiralLeast), spiralEpochs, list(c.Seeds, func(seed uint64) string { return strconv.FormatUint(seed, 10) })),
		Parts: []exercises.Part{{
			ID: "line", Label: lang.T("실험의 한 줄", "the line of the lab"), Kind: answer.Line{Refuse: c.refuse},
			Wrong: lang.T("이 줄로는 학습할 수 없어요.", "This line cannot be trained."),
			Rules: []exercises.Rule{
				exercises.Fails("too-large", is(func(s run.Spec) bool { return parametersOf(s) > spiralMost }), lang.Sprintf(
					"매개변수가 %[1]d개를 넘어요. 층이나 유닛을 줄여 보세요.", "It has more than %[1]d parameters. Take away units or a layer.", spiralMost)),
				exercises.Fails("too-long", is(func(s run.Spec) bool { return s.Epochs > spiralEpochs }), lang.Sprintf(
					"에폭은 %[1]d까지예요.", "There are up to %[1]d epochs.", spiralEpochs)),
				exercises.Fails("no-bend", is(func(s run.Spec) bool {
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

// list writes values one after the other.
func list[T any](values []T, say func(T) string) string {
	var words []string
	for _, v := range values {
		words = append(words, say(v))
	}
	return strings.Join(words, ", ")
}
