package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// worked is the lecture's worked example: the same kind of network as that of
// 연습문제 1, asked for step by step.
type worked struct {
	Network classifier
	Handout bool
}

func workedExercise() exercises.Exercise {
	handout := worked{Handout: true, Network: classifier{
		Z: []float64{0.5, 0.1},
		Layer: nn.Affine{
			W: nn.NewMatrix(2, 2, 0.2, 0.1, 0.3, 0.4),
			B: []float64{0.7, 0.2},
		},
	}}
	return exercises.Template("06/worked", lang.T("점수에서 손실까지", "From scores to the loss"), handout,
		func(r *rand.Rand) worked { return worked{Network: drawClassifier(r)} }, buildWorked, workedSamples()...)
}

func workedSamples() []exercises.Sample {
	accepts, catches, refuses := exercises.Accepts, exercises.Catches, exercises.Refuses
	return slices.Concat(
		accepts("a", "0.81, 0.39", "(0.81, 0.39)", "[0.81; 0.39]"),
		catches("a", "no-bias", "0.11, 0.19"),
		catches("a", "transposed", "0.83, 0.29"),
		catches("a", "bias-first", "0.27, 0.48"),
		catches("a", "", "1, 2"),
		refuses("a", "0.81", "a"),
		accepts("y", "0.603, 0.397", "0.6, 0.4", "(0.60, 0.40)"),
		catches("y", "handout", "0.8, 0.2"),
		catches("y", "ratio", "0.675, 0.325"),
		catches("y", "no-bias", "0.48, 0.52"),
		catches("y", "transposed", "0.632, 0.368"),
		catches("y", "swapped", "0.397, 0.603"),
		catches("y", "", "0.5, 0.5"),
		refuses("y", "0.603", ""),
		accepts("mse", "0.157", "0.1572", "0.16"),
		catches("mse", "handout", "0.04"),
		catches("mse", "no-half", "0.314"),
		catches("mse", "transposed", "0.135"),
		catches("mse", "", "0.7"),
		refuses("mse", "", "?"),
		accepts("ce", "0.505", "0.219", "0.511", "0.222"),
		catches("ce", "handout", "0.096", "0.097", "0.223"),
		catches("ce", "no-sign", "-0.505"),
		catches("ce", "log2", "0.729"),
		catches("ce", "swapped-truth", "0.925"),
		catches("ce", "", "3"),
		refuses("ce", "", "log 0"),
	)
}

// workedText is the worked example that can speak of its numbers.
type workedText struct {
	classifierText
	handout bool
}

func buildWorked(w worked) exercises.Variant {
	p := workedText{classifierText{w.Network, filler(w.Network.values())}, w.Handout}
	return exercises.Variant{
		Situation: w.Network.situation(),
		Statement: p.statement(),
		Parts:     []exercises.Part{p.scorePart(), p.outputPart(), p.squaredPart(), p.entropyPart()},
		Picture:   probabilityBars("y", 2),
		Hints:     p.hints(),
		Solution:  p.solution(),
	}
}

func (w workedText) statement() lang.Text {
	return w.say("입력 $z$가 층 하나와 소프트맥스를 지나요. 첫 출력은 고양이, 둘째 출력은 개이고 정답은 고양이, $t = (1, 0)$이에요.\n"+
		"\n"+
		"$$ z = «z», \\quad W = «W», \\quad b = «b» $$\n"+
		"\n"+
		"```\n"+edges("고양이", "개")+"```\n"+
		"\n"+
		"$w_{12}$의 1은 행(출력), 2는 열(입력)이라, $z_2$에서 $a_1$로 가는 가중치예요. 점수 $a = Wz + b$, 출력 $y$, **MSE**($\\frac{1}{2} \\sum_k (y_k - t_k)^2$), **CE**($-\\sum_k t_k \\log y_k$)를 차례로 구하세요.\n"+
		"\n"+
		"$a$와 $y$는 소수 둘째 자리까지(0.01보다 작은 차이는 맞은 것으로 봐요), 손실은 셋째 자리까지 적어요(0.001보다 작은 차이까지). 중간 값은 둘째 자리까지만 남기고 반올림하거나 버려도 돼요. 로그의 밑은 10과 $e$ 가운데 골라 쓰세요.\n",
		"The input $z$ goes through one layer and softmax. The first output is the cat, the second the dog; the truth is the cat, $t = (1, 0)$.\n"+
			"\n"+
			"$$ z = «z», \\quad W = «W», \\quad b = «b» $$\n"+
			"\n"+
			"```\n"+edges("cat", "dog")+"```\n"+
			"\n"+
			"In $w_{12}$ the 1 is the row (the output) and the 2 the column (the input): it leads from $z_2$ to $a_1$. Find, in this order, the scores $a = Wz + b$, the output $y$, **MSE** ($\\frac{1}{2} \\sum_k (y_k - t_k)^2$) and **CE** ($-\\sum_k t_k \\log y_k$).\n"+
			"\n"+
			"For $a$ and $y$ two decimals are enough (less than 0.01 off counts as right); give three for the losses (less than 0.001 off). On the way you may round to two decimals, or cut off there. Take logarithms to base 10 or $e$, as you like.\n")
}

func (w workedText) scorePart() exercises.Part {
	scores := func(c classifier) exercises.Want { return exercises.To(outputDigits, c.toScores()) }
	biasFirst := w.unbiased()
	biasFirst.Z = zipped(w.Z, w.Layer.B, func(z, b float64) float64 { return z + b })
	return exercises.Vector("a", 2, lang.T("점수 a = Wz + b", "scores a = Wz + b"),
		w.say("행마다 따로 해 보세요. $a_1 = «w11» \\cdot «z1» + «w12» \\cdot «z2» + «b1»$이고, $a_2$에는 둘째 행을 써요.",
			"Take the rows one by one: $a_1 = «w11» \\cdot «z1» + «w12» \\cdot «z2» + «b1»$, and $a_2$ with the second row."),
		exercises.Right(scores(w.classifier), w.say(
			"편향이 없었다면 («wz1», «wz2»)[이었을/였을] 거예요. 편향은 입력과 상관없이 점수를 올려요.",
			"Without the bias it would have been («wz1», «wz2»): the bias raises a score whatever the input is.")),
		exercises.Mistaken("no-bias", scores(w.unbiased()), w.say(
			"$Wz$까지는 맞아요. 편향 $b = («b1», «b2»)$[을/를] 마저 더하세요.",
			"$Wz$ is right so far. Add the bias $b = («b1», «b2»)$ as well.")),
		exercises.Mistaken("transposed", scores(w.transposed()), w.say(
			"행과 열을 바꾸어 곱한 값과 같아요. $a_1$로 들어가는 화살표는 $w_{11}$과 $w_{12}$, 곧 $W$의 첫 행이에요.",
			"This is what $W$ gives with its rows and columns exchanged. The arrows into $a_1$ are $w_{11}$ and $w_{12}$, the first row of $W$.")),
		exercises.Mistaken("bias-first", scores(biasFirst), w.say(
			"편향을 입력에 먼저 더하고 곱한 값이에요. 편향은 곱한 다음에, 점수에 더해요.",
			"This adds the bias to the input before multiplying. The bias is added afterwards, to the scores.")))
}

func (w workedText) outputPart() exercises.Part {
	output := func(calcs []exercises.Calc) exercises.Want { return exercises.To(outputDigits, calcs...) }
	rules := []exercises.Rule{
		exercises.Right(output(throughSoftmax(w.toScores())), w.say(
			"지수함수의 값은 약 «exp1»[과/와] «exp2»[이고/고] 합은 «expSum»[이에요/예요]. 개의 확률은 1에서 고양이의 확률을 뺀 값이기도 해요.",
			"The exponentials are about «exp1» and «exp2», together «expSum». The dog's probability is also 1 less the cat's.")),
	}
	rules = append(rules, w.slip(exercises.To(outputDigits, handoutOutput()), w.say(
		"강의 자료에 인쇄된 값이지만, 거기서는 $e^{«a2»}$을 0.48로 놓았어요. 실제로는 «exp24»[이라서/라서] 출력은 («cat3», «dog3»)이고 신경망은 훨씬 덜 확신해요.",
		"This is printed on the handout, which takes 0.48 for $e^{«a2»}$. In truth that is «exp24», so the output is («cat3», «dog3»), and the network far less sure."))...)
	rules = append(rules,
		exercises.Mistaken("ratio", output(throughRatio(w.toScores())), w.say(
			"점수를 그 합으로 나눈 비율이에요. 소프트맥스는 $e^{«a1»}$과 $e^{«a2»}$을 구한 다음 그 합으로 나눠요.",
			"This is the plain ratio of the scores. Softmax works out $e^{«a1»}$ and $e^{«a2»}$ first and divides by their sum.")),
		exercises.Mistaken("no-bias", output(throughSoftmax(w.unbiased().toScores())), w.say(
			"편향을 더하지 않은 점수 («wz1», «wz2»)의 소프트맥스예요. 편향까지 더한 («a1», «a2»)에서 시작하세요.",
			"This is the softmax of («wz1», «wz2»), the scores without the bias. Start from («a1», «a2»).")).Carrying(),
		exercises.Mistaken("transposed", output(throughSoftmax(w.transposed().toScores())), w.say(
			"행과 열을 바꾼 $W$에서 나오는 확률이에요. 점수는 («a1», «a2»)에서 시작하세요.",
			"This follows from $W$ with its rows and columns exchanged. Start from the scores («a1», «a2»).")).Carrying(),
		exercises.Mistaken("swapped", output(eachWay(throughSoftmax(w.toScores()), exchanged)), w.say(
			"두 확률의 자리가 바뀌었어요. 점수가 높은 쪽의 확률이 더 커요.",
			"The two probabilities have changed places. The higher score has the larger one.")),
		exercises.Follow("a", outputDigits, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
			return throughSoftmax(exercises.From(answer.Entries(earlier["a"].Read)...))[0], true
		}, lang.T(
			"앞의 점수에 소프트맥스를 바르게 씌웠어요. 점수를 바로잡으면 확률도 맞게 돼요.",
			"Softmax is applied rightly to your scores. Mend the scores and the probabilities come right.")))
	return exercises.Vector("y", 2, lang.T("출력 y", "output y"),
		w.say("$e^{«a1»}$과 $e^{«a2»}$을 구하고, 하나하나를 둘의 합으로 나누어 보세요.",
			"Work out $e^{«a1»}$ and $e^{«a2»}$ and divide each by their sum."), rules...)
}

// exchanged puts two values in each other's place.
func exchanged(c exercises.Calc) exercises.Calc {
	return c.Then(lang.Text{}, func(x []float64) []float64 { return []float64{x[1], x[0]} })
}

// handoutOutput is the output that the handout prints. It comes from a slip
// in e^0.39.
func handoutOutput() exercises.Calc { return exercises.From(0.8, 0.2) }

// squaredPart is that of 연습문제 1, with what follows from the output.
func (w workedText) squaredPart() exercises.Part {
	p := w.msePart()
	p.Rules = beforeMistakes(p.Rules, w.slip(exercises.To(lossDigits, toSquaredError(handoutOutput(), truth())), w.say(
		"강의 자료에 인쇄된 값이에요. $e^{«a2»}$을 0.48로 놓은 출력 (0.8, 0.2)에서 나왔고, 바른 출력 («cat3», «dog3»)에서는 «mse4»[이에요/예요].",
		"This is printed on the handout. It comes from the output (0.8, 0.2), which took 0.48 for $e^{«a2»}$; from («cat3», «dog3») it is «mse4».")))
	p.Rules = append(p.Rules, exercises.Follow("y", lossDigits, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
		return toSquaredError(exercises.From(answer.Entries(earlier["y"].Read)...), truth()), true
	}, lang.T(
		"앞의 출력에서 나오는 MSE로는 맞아요. 출력을 바로잡으면 이 값도 맞게 돼요.",
		"Given your output, this MSE is right. Mend the output and it comes right.")))
	return p
}

// entropyPart is that of 연습문제 1, with what follows from the output.
func (w workedText) entropyPart() exercises.Part {
	p := w.cePart()
	for _, base := range logBases() {
		p.Rules = beforeMistakes(p.Rules, w.slip(exercises.To(lossDigits, toCrossEntropy(handoutOutput(), truth(), base)), w.say(
			"강의 자료의 출력 (0.8, 0.2)에서 나온 값이고, 거기서는 $e^{«a2»}$을 0.48로 놓았어요. 바른 출력 («cat3», «dog3»)에서는 자연로그로 «ln4», 상용로그로 «log104»[이에요/예요].",
			"This comes from the handout's output (0.8, 0.2), which took 0.48 for $e^{«a2»}$. From («cat3», «dog3») it is «ln4» in the natural logarithm and «log104» in the common one.")))
		p.Rules = append(p.Rules, exercises.Follow("y", lossDigits, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
			y := answer.Entries(earlier["y"].Read)
			return toCrossEntropy(exercises.From(y...), truth(), base), y[0] > 0.01
		}, lang.T(
			"앞의 출력에서 나오는 CE로는 맞아요. 출력을 바로잡으면 이 값도 맞게 돼요.",
			"Given your output, this CE is right. Mend the output and it comes right.")))
	}
	return p
}

// beforeMistakes puts rules between the right answers and the known mistakes.
func beforeMistakes(rules, more []exercises.Rule) []exercises.Rule {
	at := slices.IndexFunc(rules, func(r exercises.Rule) bool { return r.Outcome != exercises.Correct })
	return slices.Insert(rules, at, more...)
}

// slip recognises the handout's own numbers.
func (w workedText) slip(want exercises.Want, feedback lang.Text) []exercises.Rule {
	if !w.handout {
		return nil
	}
	return []exercises.Rule{exercises.Mistaken("handout", want, feedback).Carrying()}
}
