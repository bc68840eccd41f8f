package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// lecture06 returns the exercises on softmax and loss functions.
func lecture06() []exercises.Exercise {
	return []exercises.Exercise{softmaxExercise(), temperature(), ratioExercise(), mseExercise(), ceExercise(), batchLoss(), workedExercise()}
}

// outputDigits is the number of decimals of a probability that are asked for.
const outputDigits = 2

func softmaxExercise() exercises.Exercise {
	accepts, catches, refuses := exercises.Accepts, exercises.Catches, exercises.Refuses
	return exercises.Template("06/softmax", lang.T("점수를 확률로", "From scores to probabilities"),
		[]float64{1.5, 3.7}, drawScores, buildSoftmax,
		slices.Concat(
			accepts("y", "0.0998, 0.9002", "(0.1, 0.9)", "0.0998 0.9002"),
			catches("y", "ratio", "0.29, 0.71", "0.288, 0.712"),
			catches("y", "swapped", "0.9, 0.1"),
			catches("y", "not-divided", "4.48, 40.4"),
			catches("y", "base-2", "0.179, 0.821"),
			catches("y", "base-10", "0.006, 0.994"),
			catches("y", "", "0.5, 0.5"),
			refuses("y", "0.1", "1, 2, 3", "개"),
		)...)
}

// drawScores draws two or three scores of one decimal, apart from each other
// but not by so much that a probability vanishes.
func drawScores(r *rand.Rand) []float64 {
	for {
		a := make([]float64, 2+r.IntN(2))
		for k := range a {
			a[k] = float64(r.IntN(61)-20) / 10
		}
		apart := true
		for k := range a {
			apart = apart && a[k] != 0
			for j := range k {
				apart = apart && math.Abs(a[k]-a[j]) >= 0.4
			}
		}
		if y := softmax(a); apart && least(y) > 0.03 {
			return a
		}
	}
}

func buildSoftmax(a []float64) exercises.Variant {
	y, e := softmax(a), exps(a)
	sum := total(e)
	big, small := greatest(a), leastAt(a)
	rules := []exercises.Rule{
		exercises.Right(exercises.To(outputDigits, throughSoftmax(exercises.From(a...))...), lang.Sprintf(
			"가장 높은 점수는 가장 낮은 점수보다 %[1]s 높고, 확률은 $e^{%[1]s}$, 곧 약 %[2]s배예요. 확률의 비는 점수의 차이만으로 정해져요.",
			"The highest score is %[1]s above the lowest, and its probability is $e^{%[1]s}$, about %[2]s times as large: the difference of scores decides the ratio of probabilities.",
			num(a[big]-a[small]), dec(y[big]/y[small], 2))),
	}
	return exercises.Variant{
		Situation: scoresSituation(a),
		Statement: spoken(
			"신경망이 내놓은 점수가 $a = %[1]s$[이에요/예요]. 소프트맥스의 출력 $y$를 구하세요.\n\n성분 %[2]d개를 점수와 같은 순서로, 쉼표로 나누어 적어요. 소수 둘째 자리까지 적으면 되고, 0.01보다 작은 차이는 맞은 것으로 봐요.",
			"A network gives the scores $a = %[1]s$. Find the output $y$ of softmax.\n\nWrite its %[2]d entries in the order of the scores, with commas between them. Two decimals are enough: less than 0.01 off counts as right.",
			row(a), len(a)),
		Parts: []exercises.Part{exercises.Vector("y", len(a), lang.T("출력 y", "output y"), lang.T(
			"점수마다 $\\exp$를 구하고, 그 합으로 하나하나를 나누어 보세요. 답은 모두 0보다 크고 더하면 1이에요.",
			"Take $\\exp$ of every score and divide each by their sum. All entries are positive and add up to 1."),
			append(rules, softmaxMistakes(a, sum)...)...)},
		Picture: probabilityBars("y", len(a)),
		Hints: []lang.Text{
			lang.T("점수를 바로 나누지 않고, 먼저 점수마다 $e^{a_k}$을 구해요.", "Do not divide the scores themselves: take $e^{a_k}$ of each first."),
			spoken("지수함수의 값은 차례로 %s[이에요/예요]. 이제 이들의 합으로 나눠요.", "The exponentials are, in order, %s. Now divide by their sum.", rowDec(e)),
			spoken("그 합은 약 %[1]s이고, 첫 성분은 $%[2]s / %[1]s$[이에요/예요].", "Their sum is about %[1]s. The first entry is $%[2]s / %[1]s$.", dec(sum, 3), dec(e[0], 3)),
		},
		Solution: lang.Same(softmaxSolution(a, e, sum, y)),
	}
}

// softmaxMistakes are the known ways to miss the output of softmax.
func softmaxMistakes(a []float64, sum float64) []exercises.Rule {
	scores := exercises.From(a...)
	softmaxOf := func(factor float64) exercises.Want {
		return exercises.To(outputDigits, throughSoftmax(exercises.From(scaled(a, factor)...))...)
	}
	var rules []exercises.Rule
	if s := total(a); math.Abs(s) > 1e-9 {
		rules = append(rules, exercises.Mistaken("ratio", exercises.To(outputDigits, throughRatio(scores)...), spoken(
			"점수를 점수의 합 %s[으로/로] 나눈 비율이에요. 소프트맥스는 점수마다 지수함수를 씌운 다음 그 합으로 나눠요.",
			"These are the scores divided by their sum, %s. Softmax takes the exponential of every score first, and divides by the sum of those.", num(s))))
	}
	rules = append(rules,
		exercises.Mistaken("not-divided", exercises.To(1, scores.Then(lang.Text{}, exps)), spoken(
			"지수함수의 값까지는 맞아요. 이제 하나하나를 그 합 %s[으로/로] 나누면 더해서 1이 돼요.",
			"The exponentials are right. Now divide each by their sum, %s, so that they add up to 1.", dec(sum, 2))),
		exercises.Mistaken("base-2", softmaxOf(math.Ln2), lang.T(
			"밑이 2인 거듭제곱 $2^a$로 계산한 값과 같아요. $\\exp$의 밑은 $e = 2.718\\ldots$이에요.",
			"This is what powers of two, $2^a$, give. The base of $\\exp$ is $e = 2.718\\ldots$")),
		exercises.Mistaken("base-10", softmaxOf(math.Ln10), lang.T(
			"밑이 10인 거듭제곱 $10^a$로 계산한 값과 같아요. 계산기에서는 $10^x$ 말고 $e^x$ 단추를 쓰세요.",
			"This is what powers of ten, $10^a$, give. On a calculator, use the key $e^x$, not $10^x$.")))
	if len(a) == 2 {
		return append(rules, exercises.Mistaken("swapped", softmaxOf(-1), lang.T(
			"두 확률의 자리가 바뀌었어요. 점수와 같은 순서로 적으면 점수가 높은 쪽의 확률이 더 커요.",
			"The two probabilities have changed places. Write them in the order of the scores: the higher score has the larger one.")))
	}
	return append(rules, exercises.Mistaken("negated", softmaxOf(-1), lang.T(
		"지수의 부호가 뒤집힌 $e^{-a}$로 계산한 값과 같아요. 점수가 가장 높은 클래스의 확률이 가장 커야 해요.",
		"This is what $e^{-a}$ gives, with the sign turned. The class with the highest score must get the largest probability.")))
}

// softmaxSolution is a formula a line, the same in both languages.
func softmaxSolution(a, exps []float64, sum float64, y []float64) string {
	var b strings.Builder
	for k := range a {
		fmt.Fprintf(&b, "$$ e^{%s} \\approx %s $$\n\n", num(a[k]), dec(exps[k], 3))
	}
	fmt.Fprintf(&b, "$$ \\sum_i e^{a_i} \\approx %s $$\n\n", dec(sum, 3))
	for k := range a {
		fmt.Fprintf(&b, "$$ y_%d \\approx \\frac{%s}{%s} \\approx %s $$\n\n", k+1, dec(exps[k], 3), dec(sum, 3), dec(y[k], 4))
	}
	return strings.TrimSpace(b.String())
}
