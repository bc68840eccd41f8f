package bank

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/nn/run"
)

// connected is the size of a layer.
type connected struct{ In, Out int }

func initDeviation() exercises.Exercise {
	draw := func(r *rand.Rand) connected {
		for {
			if c := (connected{50 * (2 + r.IntN(14)), 10 * (1 + r.IntN(20))}); c.In > c.Out+50 {
				return c
			}
		}
	}
	return exercises.Template("11/init", lang.T("초깃값의 표준편차", "The deviation of the start"), connected{784, 100}, draw, buildInit,
		slices.Concat(
			exercises.Accepts("xavier", "0.0476"),
			exercises.Catches("xavier", "variance", "0.00226"),
			exercises.Catches("xavier", "simple", "0.0357"),
			exercises.Catches("xavier", "he", "0.0505"),
			exercises.Refuses("xavier", "작아요"),
			exercises.Accepts("he", "0.0505"),
			exercises.Catches("he", "variance", "0.00255"),
			exercises.Catches("he", "simple", "0.0357"),
			exercises.Refuses("he", ""),
		)...)
}

func buildInit(c connected) exercises.Variant {
	in, sum := float64(c.In), float64(c.In+c.Out)
	root := func(of float64) exercises.Want {
		return inOneStep(4, func(x []float64) float64 { return math.Sqrt(x[0] / x[1]) }, of, in)
	}
	xavier, he := nn.XavierInit{}.Std(c.In, c.Out), nn.HeInit{}.Std(c.In, c.Out)
	simple := exercises.Mistaken("simple", root(1), lang.T("$1/\\sqrt{n_\\text{in}}$이에요. 분자는 2예요.", "That is $1/\\sqrt{n_\\text{in}}$. The numerator is 2."))
	return exercises.Variant{
		Statement: lang.Sprintf("입력 %[1]d개, 출력 %[2]d개인 층의 가중치를 뽑아요. Xavier 초깃값과 He 초깃값의 표준편차를 소수 넷째 자리까지 구하세요. Xavier는 들어오고 나가는 수를 모두 쓰는 글로럿의 꼴이에요.",
			"The weights of a layer with %[1]d inputs and %[2]d outputs are drawn. Find the standard deviations of the Xavier and the He initialization, to four decimals. For Xavier take Glorot's form, with the numbers in and out.", c.In, c.Out),
		Parts: []exercises.Part{
			exercises.Number("xavier", lang.Same("Xavier"), lang.T("$\\sqrt{2/(n_\\text{in} + n_\\text{out})}$이에요.", "It is $\\sqrt{2/(n_\\text{in} + n_\\text{out})}$."),
				rightTelling(inOneStep(4, func(x []float64) float64 { return math.Sqrt(x[0] / x[1]) }, 2, sum), lang.T("시그모이드와 tanh에 알맞아요.", "It suits sigmoid and tanh.")),
				exercises.Mistaken("variance", inOneStep(5, func(x []float64) float64 { return x[0] / x[1] }, 2, sum), lang.T("분산이에요. 제곱근을 씌워요.", "That is the variance. Take its root.")),
				simple,
				exercises.Mistaken("he", root(2), lang.T("He 초깃값이에요. Xavier는 나가는 수도 더해요.", "That is He. Xavier adds the number out, too."))),
			exercises.Number("he", lang.Same("He"), lang.T("$\\sqrt{2/n_\\text{in}}$이에요.", "It is $\\sqrt{2/n_\\text{in}}$."),
				rightTelling(root(2), lang.T("ReLU에 알맞아요.", "It suits ReLU.")),
				exercises.Mistaken("variance", inOneStep(5, func(x []float64) float64 { return x[0] / x[1] }, 2, in), lang.T("분산이에요. 제곱근을 씌워요.", "That is the variance. Take its root.")),
				simple),
		},
		Hints: []lang.Text{
			lang.Sprintf("Xavier는 $2/(%[1]d + %[2]d)$의 제곱근이에요.", "Xavier is the root of $2/(%[1]d + %[2]d)$.", c.In, c.Out),
			lang.Sprintf("He는 $2/%[1]d$의 제곱근이에요.", "He is the root of $2/%[1]d$.", c.In),
		},
		Solution: lang.Sprintf("$$ \\sqrt{\\frac{2}{%[1]d}} \\approx %[2]s, \\quad \\sqrt{\\frac{2}{%[3]d}} \\approx %[4]s $$", "$$ \\sqrt{\\frac{2}{%[1]d}} \\approx %[2]s, \\quad \\sqrt{\\frac{2}{%[3]d}} \\approx %[4]s $$",
			c.In+c.Out, dec(xavier, 4), c.In, dec(he, 4)),
	}
}

// limited is a weight vector that is too long.
type limited struct {
	W []float64
	C float64
}

func maxNorm() exercises.Exercise {
	draw := func(r *rand.Rand) limited {
		pairs := [][]float64{{3, 4}, {4, 3}, {6, 8}, {8, -6}, {-5, 12}, {8, 15}, {-3, 4}}
		return limited{scaled(pairs[r.IntN(len(pairs))], among(r, 0.5, 1, 2)), among(r, 1, 2)}
	}
	return exercises.Template("11/max-norm", lang.T("길이를 c로", "Down to the length c"), limited{[]float64{3, 4}, 2}, draw, buildMaxNorm,
		slices.Concat(
			exercises.Accepts("w", "1.2, 1.6"),
			exercises.Catches("w", "each", "2, 2"),
			exercises.Catches("w", "square", "0.849, 1.131"),
			exercises.Catches("w", "unit", "0.6, 0.8"),
			exercises.Refuses("w", "1.2"),
		)...)
}

func buildMaxNorm(m limited) exercises.Variant {
	length := nn.Norm(m.W, 2)
	to := func(by float64) exercises.Want {
		calc := exercises.From(m.W...)
		return exercises.To(2, calc.Then(lang.Text{}, func(x []float64) []float64 { return scaled(x, by) }))
	}
	each := apply(func(w float64) float64 { return math.Copysign(min(math.Abs(w), m.C), w) }, m.W)
	rules := []exercises.Rule{
		rightTelling(to(m.C/length), lang.T("방향은 그대로예요.", "The direction stays.")),
		exercises.Mistaken("each", exercises.Exactly(each), lang.T("성분마다 잘라 내셨어요. 벡터를 통째로 줄여야 방향이 남아요.", "That cuts every entry. Shorten the whole vector, so that its direction stays.")),
	}
	if m.C != 1 { // else all three are the same
		rules = append(rules,
			exercises.Mistaken("square", to(math.Sqrt(m.C)/length), lang.T("강의 자료의 $\\|w\\|^2 < c$로 계산하셨어요. 여기서는 길이 자체가 $c$까지예요.", "That goes by the handout's $\\|w\\|^2 < c$. Here the length itself is at most $c$.")),
			exercises.Mistaken("unit", to(1/length), lang.T("길이가 1이 되게 줄이셨어요. $c$까지만 줄여요.", "That makes the length 1. Shorten to $c$ only.")))
	}
	return exercises.Variant{
		Statement: spoken("유닛으로 들어가는 가중치가 %[1]s[이에요/예요]. 길이를 $c = %[2]s$까지로 제한하면($\\|w\\| \\le c$) 어떻게 되나요? 소수 둘째 자리까지 적으세요.",
			"The weights into a unit are %[1]s. What do they become when their length is limited to $c = %[2]s$, so that $\\|w\\| \\le c$? Give two decimals.", row(m.W), num(m.C)),
		Parts: []exercises.Part{exercises.Vector("w", 2, lang.T("줄인 가중치", "shortened weights"), lang.T("벡터에 $c / \\|w\\|$를 곱해요.", "Multiply the vector by $c / \\|w\\|$."), rules...)},
		Hints: []lang.Text{
			spoken("길이는 %[1]s[이에요/예요].", "The length is %[1]s.", num(length)),
			spoken("$%[1]s / %[2]s$[을/를] 곱해요.", "Multiply by $%[1]s / %[2]s$.", num(m.C), num(length)),
		},
		Solution: lang.Sprintf("$$ \\frac{%[1]s}{%[2]s} %[3]s \\approx %[4]s $$", "$$ \\frac{%[1]s}{%[2]s} %[3]s \\approx %[4]s $$", num(m.C), num(length), row(m.W), rowDec(scaled(m.W, m.C/length))),
	}
}

// passing is layers of ReLU with weights of one deviation.
type passing struct {
	Units  int
	Std    float64
	Layers int
}

func layerFactor() exercises.Exercise {
	draw := func(r *rand.Rand) passing {
		return passing{int(among(r, 50, 128, 200, 288, 450, 512, 800)), among(r, 0.01, 0.02, 0.03, 0.05), 2 + r.IntN(3)}
	}
	return exercises.Template("11/layer-factor", lang.T("층마다 줄어드는 신호", "A signal that shrinks"), passing{200, 0.01, 3}, draw, buildFactor,
		slices.Concat(
			exercises.Accepts("factor", "0.1"),
			exercises.Catches("factor", "no-half", "0.141"),
			exercises.Catches("factor", "std", "0.01"),
			exercises.Catches("factor", "no-root", "1"),
			exercises.Refuses("factor", "작아요"),
		)...)
}

func buildFactor(p passing) exercises.Variant {
	n := float64(p.Units)
	of := func(f func(n float64) float64) exercises.Want {
		return inOneStep(3, func(x []float64) float64 { return p.Std * f(x[0]) }, n)
	}
	factor := p.Std * math.Sqrt(n/2)
	return exercises.Variant{
		Statement: spoken("유닛이 %[1]d개인 ReLU 층들이 있고, 가중치는 표준편차 %[2]s에서 뽑아요. ReLU가 신호의 절반을 지우므로 신호의 크기(제곱 평균의 제곱근)는 층마다 $\\sigma\\sqrt{n/2}$배가 돼요. 몇 배인지 소수 셋째 자리까지 구하세요.",
			"Layers of %[1]d ReLU units have weights with deviation %[2]s. ReLU takes half of the signal away, so at every layer its size (the root of its mean square) becomes $\\sigma\\sqrt{n/2}$ times as large. Find that factor, to three decimals.", p.Units, num(p.Std)),
		Parts: []exercises.Part{exercises.Number("factor", lang.T("층마다 몇 배", "factor of a layer"), lang.T("유닛의 수를 2로 나눈 값의 제곱근에 표준편차를 곱해요.", "Take the root of half the number of units, times the deviation."),
			rightTelling(of(func(n float64) float64 { return math.Sqrt(n / 2) }), spoken("%[1]d층을 지나면 %[2]s배예요.", "After %[1]d layers that makes %[2]s.", p.Layers, concise(math.Pow(factor, float64(p.Layers)), 3))),
			exercises.Mistaken("no-half", of(math.Sqrt), lang.T("절반을 빠뜨리셨어요. ReLU는 음수를 모두 0으로 만들어요.", "The half is missing: ReLU makes every negative value 0.")),
			exercises.Mistaken("no-root", of(func(n float64) float64 { return n / 2 }), lang.T("제곱근을 빠뜨리셨어요. 더해지는 것은 분산이에요.", "The root is missing: it is variances that add up.")),
			exercises.Mistaken("std", exercises.Exactly(p.Std), lang.T("가중치 하나의 표준편차예요. 유닛은 그런 것을 $n$개 더해요.", "That is the deviation of one weight. A unit adds up $n$ of them.")))},
		Hints: []lang.Text{
			spoken("$n/2$는 %[1]s[이에요/예요].", "$n/2$ is %[1]s.", num(n/2)),
			spoken("그 제곱근은 $%[1]s$[이에요/예요].", "Its root is $%[1]s$.", dec(math.Sqrt(n/2), 3)),
		},
		Solution: lang.Sprintf("$$ %[1]s \\sqrt{%[2]s} \\approx %[3]s $$", "$$ %[1]s \\sqrt{%[2]s} \\approx %[3]s $$", num(p.Std), num(n/2), dec(factor, 3)),
	}
}

// bound is the challenge of lecture 11, graded by training on points that the
// learner does not choose.
type bound struct{ Seeds []uint64 }

const (
	boundSeeds  = 5
	boundPoints = 30
	boundNoise  = 0.3
	boundMost   = 0.04
	boundEpochs = 3000
	boundAnswer = "--hidden 30,30 --lr 0.01 --batch all --epochs 1500 --patience 100"
)

func boundChallenge() exercises.Exercise {
	seeds := func(r *rand.Rand) bound {
		const curves = 30
		var c bound
		for _, seed := range r.Perm(curves)[:boundSeeds] {
			c.Seeds = append(c.Seeds, 1000+uint64(seed))
		}
		return c
	}
	g := newGround(data.Sine.String(), curveError)
	g.few, g.noise = boundPoints, boundNoise
	return exercises.Template("11/bound", lang.T("진짜 곡선 도전", "The true curve challenge"), bound{[]uint64{1000, 1001, 1002, 1003, 1004}}, seeds,
		func(c bound) exercises.Variant { return c.variant(g) },
		slices.Concat(
			exercises.Accepts("line", boundAnswer, "hakseup train --data sine --hidden 30,30 --lr 0.01 --batch all --epochs 1500 --l2 0.001 --patience 200"),
			exercises.Catches("line", "no-remedy", "--hidden 30,30 --lr 0.01 --batch all --epochs 1500"),
			exercises.Catches("line", "too-long", "--epochs 50000"),
			exercises.Catches("line", "not-enough", "--hidden 1 --epochs 50 --l2 0.1"),
			exercises.Refuses("line", "", "--layers 3", "--lr -1"),
		)...)
}

// curveError is the mean squared distance from the clean curve of the network that
// a finished run keeps.
func curveError(_ run.Spec, r *run.Run) float64 {
	const places = 201
	n, _ := r.Trainer.Best()
	trace, x, sum := n.NewTrace(), make([]float64, 1), 0.0
	for i := range places {
		x[0] = -1 + 2*float64(i)/(places-1)
		d := n.Forward(trace, x)[0] - data.Sine.At(x[0])
		sum += d * d
	}
	return sum / places
}

func (c bound) variant(g *ground) exercises.Variant {
	mean := func(got answer.Value) float64 {
		all := g.scores(got.Typed(), c.Seeds)
		return total(all) / float64(max(1, len(all)))
	}
	told := func(got answer.Value, _ exercises.Way) lang.Text {
		all := g.scores(got.Typed(), c.Seeds)
		say := func(v float64) string { return dec(v, 3) }
		return lang.Sprintf("다섯 곡선의 오차는 %[1]s, 평균 %[2]s예요.", "The errors of the five curves are %[1]s, their mean is %[2]s.", list(all, say), say(mean(got)))
	}
	short := lang.Sprintf("평균 오차가 %[1]s보다 커요.", "The mean error is above %[1]s.", num(boundMost))
	explained := func(first lang.Text) func(answer.Value, exercises.Way) lang.Text {
		return func(got answer.Value, way exercises.Way) lang.Text { return sentences(first, told(got, way)) }
	}
	return exercises.Variant{
		Situation: situation("fit", "n=30"),
		Statement: lang.Sprintf("잡음 %[2]s이 섞인 점 %[1]d개로 사인 곡선을 배우는 설정을 한 줄로 적으세요. 이를테면 `--hidden 30,30 --l2 0.01`처럼요. 채점할 때 시드 %[6]s의 점으로 처음부터 학습시키고, 진짜 곡선과의 오차(제곱 평균)를 재요. 평균이 %[4]s 이하면 통과예요. 데이터와 시드는 채점하는 쪽이 정하고, 에폭은 %[5]d까지예요.",
			"Write settings that learn a sine from %[1]d points with noise %[2]s, as a line, such as `--hidden 30,30 --l2 0.01`. It is trained anew on the points of the seeds %[6]s, and the mean squared error against the true curve is measured. A mean of %[4]s or less passes. Data and seeds are set by the grader, and there are up to %[5]d epochs.",
			boundPoints, num(boundNoise), boundSeeds, num(boundMost), boundEpochs, list(c.Seeds, func(seed uint64) string { return strconv.FormatUint(seed, 10) })),
		Parts: []exercises.Part{{
			ID: "line", Label: lang.T("실험의 한 줄", "the line of the lab"), Kind: answer.Line{Refuse: g.refuse},
			Wrong: lang.T("이 줄로는 학습할 수 없어요.", "This line cannot be trained."),
			Rules: []exercises.Rule{
				exercises.Fails("too-long", g.is(func(s run.Spec) bool { return s.Epochs > boundEpochs }), lang.Sprintf("에폭은 %[1]d까지예요.", "There are up to %[1]d epochs.", boundEpochs)),
				exercises.RunsLine(boundAnswer, func(got answer.Value) bool { return mean(got) <= boundMost }, lang.T("통과했어요.", "Passed.")).Explaining(explained(lang.T("통과했어요.", "Passed."))),
				exercises.Fails("no-remedy", g.is(func(s run.Spec) bool {
					return s.Regularization == (nn.Regularization{}) && s.EarlyStopping.Patience == 0 && s.Jitter == 0
				}), short).Explaining(explained(sentences(short, lang.T("과적합을 막는 방법을 하나 써 보세요.", "Try one of the methods against overfitting.")))),
				exercises.Fails("not-enough", func(answer.Value) bool { return true }, short).Explaining(explained(short)),
			},
		}},
		Hints: []lang.Text{
			lang.T("큰 신경망에 조기 종료(`--patience`)나 가중치 감소(`--l2`)를 더해 보세요.", "Give a large network early stopping (`--patience`) or weight decay (`--l2`)."),
			lang.T("인내가 짧으면 배우기도 전에 멈춰요.", "With little patience it stops before it has learned."),
		},
		Solution: lang.Sprintf("이를테면 이 줄이 통과해요.\n\n```\n%[1]s\n```", "This line, for one, passes.\n\n```\n%[1]s\n```", boundAnswer),
	}
}

// judged is the end of four trainings: indices into conditions, and a seed of their
// numbers.
type judged struct {
	Kinds []int
	Jump  int
}

// condition is how a training ends, as its two losses tell.
type condition struct {
	id          string
	name        lang.Text
	train, val  int // in hundredths
	going       lang.Text
	right, hint lang.Text
}

func conditions() []condition {
	flat := lang.T("둘 다 평평해요", "both are flat")
	return []condition{
		{
			"under", lang.T("과소적합", "underfitting"), 62, 64, flat,
			lang.T("둘 다 높아요. 틈이 작다고 잘 배운 것은 아니에요.", "Both are high. A small gap does not make it well learned."),
			lang.T("두 손실이 모두 낮아지지 못했어요.", "Neither loss has come down."),
		},
		{
			"good", lang.T("알맞음", "a good fit"), 12, 14, flat,
			lang.T("둘 다 낮고 틈이 작아요. 틈이 조금 있다고 과적합은 아니에요.", "Both are low and the gap is small. A little gap is no overfitting."),
			lang.T("둘 다 낮은 곳에 있고 벌어지지 않아요.", "Both are low, and the gap does not grow."),
		},
		{
			"over", lang.T("과적합", "overfitting"), 1, 48, lang.T("검증 손실이 올라가는 중이에요", "the validation loss is rising"),
			lang.T("훈련 손실만 0에 가까워요. 외우고 있어요.", "Only the training loss nears 0. It learns by heart."),
			lang.T("훈련 손실만 낮아지고 검증 손실은 오히려 올라가요.", "Only the training loss falls; the other one rises."),
		},
		{
			"slow", lang.T("아직 덜 배움", "not done yet"), 40, 42, lang.T("둘 다 내려가는 중이에요", "both are falling"),
			lang.T("아직 내려가고 있으니 더 배우면 돼요.", "They are still falling: let it go on."),
			lang.T("두 손실이 아직 내려가고 있어요.", "Both losses are still on their way down."),
		},
	}
}

func diagnosis() exercises.Exercise {
	draw := func(r *rand.Rand) judged { return judged{r.Perm(4), 1 + r.IntN(5)} }
	return exercises.Template("11/diagnose", lang.T("무엇이 문제일까", "What is the matter"), judged{[]int{2, 0, 3, 1}, 0}, draw, buildDiagnosis,
		slices.Concat(
			exercises.Accepts("a", "3"),
			exercises.Catches("a", "under", "1"),
			exercises.Catches("a", "good", "2"),
			exercises.Refuses("a", ""),
			exercises.Accepts("b", "1"),
			exercises.Catches("b", "over", "3"),
			exercises.Refuses("b", "9"),
			exercises.Accepts("c", "4"),
			exercises.Catches("c", "under", "1"),
			exercises.Refuses("c", "0"),
			exercises.Accepts("d", "2"),
			exercises.Catches("d", "over", "3"),
			exercises.Refuses("d", "x"),
		)...)
}

func buildDiagnosis(j judged) exercises.Variant {
	all := conditions()
	v := exercises.Variant{
		Statement: lang.Sprintf("네 훈련이 끝날 때의 손실이에요. 처음 보는 점에서는 잡음 때문에 %[1]s 아래로 내려갈 수 없는 데이터예요. 저마다 무엇이라고 진단할까요?",
			"These are the losses at the end of four trainings. On new points noise keeps the loss of these data from falling below %[1]s. What do you diagnose?", dec(0.1+float64(j.Jump)/100, 2)),
		Hints: []lang.Text{
			lang.T("아직 내려가고 있는지, 얼마나 높은지, 틈이 벌어지는지를 차례로 보세요.", "Ask in turn: are they still falling, how high are they, does the gap grow?"),
			lang.T("검증 손실이 올라가면서 훈련 손실만 낮은 것이 과적합이에요.", "Overfitting is a low training loss while the validation loss rises."),
		},
	}
	for i, kind := range j.Kinds {
		is := all[kind]
		up := float64(j.Jump) / 100
		label := lang.Sprintf("훈련 %[1]s, 검증 %[2]s, %[3]s", "training %[1]s, validation %[2]s, %[4]s",
			dec(float64(is.train)/100+up/10, 2), dec(float64(is.val)/100+up, 2), is.going.KO, is.going.EN)
		var options []exercises.Option
		for _, c := range all {
			if c.id == is.id {
				options = append(options, exercises.Yes(c.name, is.right))
			} else {
				options = append(options, exercises.No(c.id, c.name, is.hint))
			}
		}
		v.Parts = append(v.Parts, exercises.Choose(string(rune('a'+i)), label, options...))
		v.Solution = paragraphs(v.Solution, lang.T(label.KO+": "+is.name.KO+". "+is.right.KO, label.EN+": "+is.name.EN+". "+is.right.EN))
	}
	return v
}
