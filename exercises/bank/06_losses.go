package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// guess is an output and the truth.
type guess struct {
	Y    []float64
	True int // the class that is true
}

// t returns the truth as a vector: 1 for the true class, 0 for the others.
func (g guess) t() []float64 { return g.truthAt(g.True) }

func (g guess) truthAt(k int) []float64 {
	t := make([]float64, len(g.Y))
	t[k] = 1
	return t
}

// p returns the probability of the true class.
func (g guess) p() float64 { return g.Y[g.True] }

// rival returns the most probable of the other classes.
func (g guess) rival() int {
	others := slices.Clone(g.Y)
	others[g.True] = 0
	return greatest(others)
}

// drawGuess draws an output of two or three classes, in hundredths, of which
// none has less than 0.05.
func drawGuess(r *rand.Rand) guess {
	const least = 5
	left := 100
	n := 2 + r.IntN(2)
	g := guess{Y: make([]float64, n), True: r.IntN(n)}
	for k := range n - 1 {
		share := least + r.IntN(left-least*(n-k)+1)
		g.Y[k] = float64(share) / 100
		left -= share
	}
	g.Y[n-1] = float64(left) / 100
	return g
}

// output begins a calculation with the output.
func (g guess) output() exercises.Calc { return exercises.From(g.Y...) }

func mseExercise() exercises.Exercise {
	accepts, catches, refuses := exercises.Accepts, exercises.Catches, exercises.Refuses
	return exercises.Template("06/mse", lang.T("평균 제곱 오차", "Mean squared error"),
		guess{[]float64{0.1, 0.9}, 0}, drawGuess, buildMSE,
		slices.Concat(
			accepts("mse", "0.81", "1/2 * (0.81 + 0.81)"),
			catches("mse", "no-half", "1.62"),
			catches("mse", "swapped-truth", "0.01"),
			catches("mse", "not-squared", "1.8", "0.9"),
			catches("mse", "root", "1.273"),
			catches("mse", "true-class-only", "0.405"),
			catches("mse", "cross-entropy", "2.303", "1"),
			catches("mse", "", "0.5"),
			refuses("mse", "", "(0.1, 0.9)"),
		)...)
}

// misses draws how far every output is from the truth, and the loss that is typed.
func (g guess) misses(typed map[string][]float64) exercises.Picture {
	picture := exercises.Picture{Caption: lang.T("적은 E가 막대로 나타나요. 차이가 1보다 작으면 제곱한 것은 더 짧아요.", "E appears as a bar when it is typed. What is less than 1 gets shorter when it is squared.")}
	for k, d := range g.differences() {
		picture.Bars = append(picture.Bars, exercises.Bar{Name: fmt.Sprintf("|y%[1]d − t%[1]d|", k+1), Value: math.Abs(d), Known: true})
	}
	e := exercises.Bar{Name: "E"}
	if v := typed["mse"]; v != nil {
		e.Value, e.Known = v[0], true
	}
	picture.Bars = append(picture.Bars, e)
	return picture
}

func buildMSE(g guess) exercises.Variant {
	mse := nn.SquaredError(g.Y, g.t())
	return exercises.Variant{
		Picture:   g.misses,
		Situation: g.situation(),
		Statement: lang.Sprintf(
			"출력이 $y = %[1]s$, 정답이 $t = %[2]s$일 때 이 강의의 평균 제곱 오차 $E = \\frac{1}{2} \\sum_k (y_k - t_k)^2$의 값을 구하세요.\n\n소수 셋째 자리까지 적어 주세요. 0.001보다 작은 차이는 맞은 것으로 봐요.",
			"The output is $y = %[1]s$, the truth $t = %[2]s$. Find the course's mean squared error, $E = \\frac{1}{2} \\sum_k (y_k - t_k)^2$.\n\nGive three decimals; less than 0.001 off counts as right.",
			row(g.Y), row(g.t())),
		Parts: []exercises.Part{exercises.Number("mse", lang.T("평균 제곱 오차 E", "mean squared error E"), lang.T(
			"차이 $y_k - t_k$를 클래스마다 적고, 하나하나 제곱해서 더한 다음 2로 나누어 보세요.",
			"Write down the difference $y_k - t_k$ for each class, square each, add them up and halve the sum."),
			g.mseRules(mse)...)},
		Hints: []lang.Text{
			spoken("차이는 차례로 $%s$[이에요/예요]. 하나하나 제곱해 보세요.", "The differences are $%s$, in order. Square each.", row(g.differences())),
			spoken("제곱은 차례로 $%s$[이에요/예요]. 더해서 2로 나누면 돼요.", "Their squares are $%s$. Add them up and halve the sum.", row(g.squares())),
		},
		Solution: lang.Same(fmt.Sprintf("$$ \\begin{aligned} E &= \\frac{1}{2} \\left( %s \\right) \\\\ &= \\frac{1}{2} \\left( %s \\right) \\\\ &= %s \\end{aligned} $$",
			strings.Join(g.squareTerms(), " + "), strings.Join(each(g.squares(), num), " + "), num(mse))),
	}
}

func (g guess) differences() []float64 {
	d := make([]float64, len(g.Y))
	nn.SquaredErrorGradient(d, g.Y, g.t())
	for k := range d {
		d[k] = rounded(d[k], 10)
	}
	return d
}

func (g guess) squares() []float64 {
	return zipped(g.differences(), g.differences(), func(a, b float64) float64 { return a * b })
}

func (g guess) squareTerms() []string {
	terms := make([]string, len(g.Y))
	for k, t := range g.t() {
		terms[k] = fmt.Sprintf("(%s - %s)^2", num(g.Y[k]), num(t))
	}
	return terms
}

func (g guess) mseRules(mse float64) []exercises.Rule {
	n := len(g.Y)
	right := spoken(
		"두 확률의 합이 1이라 두 차이의 크기가 %[1]s[으로/로] 같고, 그래서 $E = %[1]s^2$이기도 해요. 클래스가 둘이면 제곱의 평균과도 같아요.",
		"The two probabilities add up to 1, so both differences have the size %[1]s and $E = %[1]s^2$. With two classes this is also the mean of the squares.",
		num(1-g.p()))
	if n > 2 {
		right = spoken(
			"이름과 달리 평균은 아니에요. 제곱합을 클래스의 수 %d[으로/로] 나눈 평균이라면 %s[이에요/예요].",
			"This is no mean, in spite of its name: the sum of squares divided by the %d classes would be %s.", n, dec(2*mse/float64(n), 3))
	}
	absolute := g.output().Value(lang.Text{}, func(y []float64) float64 { return nn.Norm(zipped(y, g.t(), minus), 1) })
	halved := g.output().Value(lang.Text{}, func(y []float64) float64 { return nn.Norm(zipped(y, g.t(), minus), 1) / 2 })
	squares := toSquares(g.output(), g.t())
	root := squares.Value(lang.T("제곱합", "the sum of the squares"), total).Value(lang.Text{}, func(x []float64) float64 { return math.Sqrt(x[0]) })
	unsquared := lang.T("차이의 크기를 제곱하지 않고 더한 값과 같아요. 차이를 하나하나 제곱한 다음에 더하세요.",
		"This adds up the sizes of the differences without squaring them. Square each difference, then add.")
	entropy := lang.T("교차 엔트로피를 구한 값이에요. 여기서 묻는 것은 차이의 제곱을 쓰는 평균 제곱 오차예요.",
		"This is the cross entropy. The question is about the mean squared error, made of squared differences.")
	rules := []exercises.Rule{
		exercises.Right(exercises.To(lossDigits, toSquaredError(g.output(), g.t())), right),
		exercises.Mistaken("no-half", exercises.To(lossDigits, squares.Value(lang.Text{}, total)), lang.Sprintf(
			"½을 곱하지 않은 값과 같아요. 제곱합 %s의 절반이 답이에요.",
			"This is the value without the factor ½. The answer is half of %s, the sum of the squares.", num(2*mse))),

		exercises.Mistaken("swapped-truth", exercises.To(lossDigits, toSquaredError(g.output(), g.truthAt(g.rival()))), spoken(
			"정답을 클래스 %[1]d[으로/로] 놓고 계산한 값이에요. $t = %[2]s$에서 1은 클래스 %[3]d의 자리에 있어요.",
			"This takes class %[1]d for the truth. In $t = %[2]s$ the 1 stands in the place of class %[3]d.", g.rival()+1, row(g.t()), g.True+1)),

		exercises.Mistaken("not-squared", exercises.To(lossDigits, absolute, halved), unsquared),
		exercises.Mistaken("root", exercises.To(lossDigits, root), lang.T(
			"제곱합의 제곱근, 곧 두 점 사이의 거리예요. 손실에는 제곱근을 씌우지 않고 ½을 곱해요.",
			"This is the square root of the sum of squares, the distance. The loss has no root, but a factor ½.")),

		exercises.Mistaken("true-class-only", exercises.To(lossDigits, squares.Value(lang.Text{}, func(x []float64) float64 { return x[g.True] / 2 })), lang.T(
			"정답 클래스의 항만 센 값과 같아요. 평균 제곱 오차에서는 $t_k = 0$인 클래스의 차이도 세요.",
			"This counts the true class only. In the mean squared error the classes with $t_k = 0$ count as well.")),

		exercises.Mistaken("cross-entropy", exercises.To(lossDigits,
			toCrossEntropy(g.output(), g.t(), math.E), toCrossEntropy(g.output(), g.t(), 10)), entropy),
	}
	if n > 2 {
		rules = append(rules, exercises.Mistaken("mean", exercises.To(lossDigits, squares.Value(lang.Text{}, func(x []float64) float64 { return total(x) / float64(n) })), spoken(
			"제곱합을 클래스의 수 %d[으로/로] 나눈 진짜 평균이에요. 이 강의의 MSE는 이름과 달리 제곱합의 절반이에요.",
			"This is the true mean, the sum of squares divided by the %d classes. The course's MSE is half the sum, in spite of its name.", n)))
	}
	return rules
}

func ceExercise() exercises.Exercise {
	accepts, catches, refuses := exercises.Accepts, exercises.Catches, exercises.Refuses
	return exercises.Template("06/ce", lang.T("교차 엔트로피 오차", "Cross entropy error"),
		guess{[]float64{0.8, 0.2}, 0}, drawGuess, buildCE,
		slices.Concat(
			accepts("ln", "0.223", "-ln 0.8"),
			catches("ln", "other-base", "0.0969"),
			catches("ln", "no-sign", "-0.223"),
			catches("ln", "log2", "0.322"),
			catches("ln", "wrong-class", "1.609"),
			catches("ln", "all-classes", "1.833"),
			catches("ln", "squared-error", "0.04"),
			catches("ln", "", "0.7"),
			refuses("ln", "", "0.8, 0.2"),
			accepts("log10", "0.0969", "0.096", "0.097"), // the handout's 0.096 is cut off
			catches("log10", "other-base", "0.223"),
			catches("log10", "no-sign", "-0.097"),
			catches("log10", "log2", "0.322"),
			catches("log10", "wrong-class", "0.699"),
			catches("log10", "all-classes", "0.796"),
			catches("log10", "squared-error", "0.04"),
			catches("log10", "", "0.5"),
			refuses("log10", "", "log"),
		)...)
}

// surprise draws both losses over the probability of the true class, and what is
// typed at that of now.
func (g guess) surprise(typed map[string][]float64) exercises.Picture {
	picture := exercises.Picture{
		Min: 0, Max: 1, YMin: 0, YMax: 4, XLabel: "y", YLabel: "E",
		Curves: []func(float64) float64{func(y float64) float64 { return -math.Log(y) }, func(y float64) float64 { return -math.Log10(y) }},
		Caption: spoken("가로는 정답의 확률이고, 위의 곡선이 자연로그, 아래가 상용로그예요. 적은 손실은 확률 %[1]s의 자리에 점으로 나타나요.",
			"Across goes the probability of the true class; the upper curve takes the natural logarithm, the lower one the common one. A loss that is typed appears as a dot at %[1]s.", num(g.p())),
	}
	for _, part := range []string{"ln", "log10"} {
		if e := typed[part]; e != nil {
			picture.Points = append(picture.Points, exercises.Point{X: g.p(), Y: e[0], Lit: true})
		}
	}
	return picture
}

func buildCE(g guess) exercises.Variant {
	ln, log10 := nn.CrossEntropy(g.Y, g.t()), nn.CrossEntropyBase(g.Y, g.t(), 10)
	p := num(g.p())
	return exercises.Variant{
		Picture:   g.surprise,
		Situation: g.situation(),
		Statement: lang.Sprintf(
			"출력이 $y = %[1]s$, 정답이 $t = %[2]s$일 때 교차 엔트로피 오차 $E = -\\sum_k t_k \\log y_k$를 두 가지 로그로 구하세요. 하나는 라이브러리가 쓰는 자연로그(ln), 하나는 강의 자료가 쓰는 상용로그(log10)예요.\n\n소수 셋째 자리까지 적어 주세요. 0.001보다 작은 차이는 맞은 것으로 봐요.",
			"The output is $y = %[1]s$, the truth $t = %[2]s$. Find the cross entropy error $E = -\\sum_k t_k \\log y_k$ in both logarithms: the natural one (ln), which libraries use, and the common one (log10), which the handout uses.\n\nGive three decimals; less than 0.001 off counts as right.",
			row(g.Y), row(g.t())),
		Parts: []exercises.Part{
			exercises.Number("ln", lang.T("E, 자연로그", "E, natural logarithm"), g.lookAtTrueClass(),
				g.ceRules(math.E, spoken(
					"정답의 확률이 절반(%s)이 되면 이 손실은 꼭 $\\ln 2 \\approx %s$만큼 늘어요.",
					"If the true class had half the probability, %s, this loss would grow by exactly $\\ln 2 \\approx %s$.", num(g.p()/2), dec(math.Ln2, 3)))...),
			exercises.Number("log10", lang.T("E, 상용로그", "E, common logarithm"), g.lookAtTrueClass(),
				append(g.ceRules(10, spoken(
					"자연로그로 구한 값을 언제나 $\\ln 10 \\approx %s$[으로/로] 나눈 값이라, 밑을 바꾸어도 손실이 가장 작은 곳은 그대로예요.",
					"The common logarithm is always the natural one divided by $\\ln 10 \\approx %s$, so the loss is smallest in the same place, whatever the base.", dec(math.Ln10, 3))),
					commonFromNatural())...),
		},
		Hints: []lang.Text{
			lang.T("$t_k = 0$인 클래스의 항은 모두 0이에요. 한 클래스의 확률만 남아요.", "Every term with $t_k = 0$ is 0: the probability of one class is all that remains."),
			lang.Sprintf("$-\\log %s$만 남아요. 확률은 1보다 작아서 로그가 음수이고, 맨 앞의 −가 그것을 양수로 바꿔요.", "What remains is $-\\log %s$. The logarithm is negative, as the probability is below 1; the minus in front makes it positive.", p),
		},
		Solution: spoken(
			"정답이 클래스 %[1]d[이라/라] 그 항만 남아요.\n\n$$ E = -\\ln %[2]s %[3]s $$\n\n$$ E = -\\log_{10} %[2]s %[4]s $$",
			"The truth is class %[1]d, and only its term remains.\n\n$$ E = -\\ln %[2]s %[3]s $$\n\n$$ E = -\\log_{10} %[2]s %[4]s $$",
			g.True+1, p, about(ln, 4), about(log10, 4)),
	}
}

func (g guess) lookAtTrueClass() lang.Text {
	return lang.Sprintf("$t = %[1]s$에서 1이 있는 자리의 확률만 남아요. 그 확률에 로그를 씌우고 부호를 바꾸어 보세요.",
		"Only the probability where $t = %[1]s$ has its 1 remains. Take its logarithm and change the sign.", row(g.t()))
}

// ceRules recognises the cross entropy in a base, and what goes wrong with it.
func (g guess) ceRules(base float64, right lang.Text) []exercises.Rule {
	// In base 10 one may also go by the natural logarithm.
	in := func(t []float64, base float64) exercises.Want {
		natural := toCrossEntropy(g.output(), t, math.E)
		changed := natural.Value(lang.Text{}, func(x []float64) float64 { return x[0] / math.Log(base) })
		return exercises.To(lossDigits, toCrossEntropy(g.output(), t, base), changed)
	}
	all := g.output().
		Then(lang.T("로그", "the logarithms"), func(y []float64) []float64 {
			return apply(func(p float64) float64 { return -math.Log(p) / math.Log(base) }, y)
		}).
		Value(lang.Text{}, total)
	other, otherBase := 10.0, lang.T(
		"상용로그(log10)로 구한 값이에요. 여기서는 밑이 $e$인 자연로그를 묻고, $\\ln x = 2.303 \\log_{10} x$예요.",
		"This uses the common logarithm (log10). Here the natural one, to base $e$, is asked for: $\\ln x = 2.303 \\log_{10} x$.")
	if base == 10 {
		other, otherBase = math.E, lang.T(
			"자연로그(ln)로 구한 값이에요. 여기서는 강의 자료의 상용로그를 물으니 2.303으로 나누세요.",
			"This uses the natural logarithm (ln). Here the handout's common one is asked for: divide by 2.303.")
	}
	return []exercises.Rule{
		exercises.Right(in(g.t(), base), right),
		exercises.Mistaken("other-base", in(g.t(), other), otherBase),
		exercises.Mistaken("no-sign", exercises.To(lossDigits, g.output().Value(lang.Text{}, func(y []float64) float64 { return -nn.CrossEntropyBase(y, g.t(), base) })), lang.T(
			"부호가 빠졌어요. 확률은 1보다 작아 로그가 음수이고, 맨 앞의 −가 손실을 양수로 만들어요.",
			"The sign is missing. A probability is below 1 and its logarithm negative; the minus in front makes the loss positive.")),

		exercises.Mistaken("log2", in(g.t(), 2), lang.T(
			"밑이 2인 로그로 구한 값이에요. 정보량을 비트로 잴 때 쓰지만, 여기서는 아니에요.",
			"This uses the logarithm to base 2. That measures information in bits, but it is not what is asked for here.")),

		exercises.Mistaken("wrong-class", in(g.truthAt(g.rival()), base), lang.Sprintf(
			"정답이 아닌 클래스 %[1]d의 확률 %[2]s에 로그를 씌운 값이에요. $t$의 1은 클래스 %[3]d의 자리에 있어요.",
			"This takes the logarithm of %[2]s, the probability of class %[1]d, which is not the truth. In $t$ the 1 stands in the place of class %[3]d.", g.rival()+1, num(g.Y[g.rival()]), g.True+1)),

		exercises.Mistaken("all-classes", exercises.To(lossDigits, all), lang.T(
			"모든 클래스의 $-\\log y_k$를 더한 값이에요. 항마다 $t_k$를 곱하면 정답이 아닌 클래스는 사라져요.",
			"This adds $-\\log y_k$ over all classes. Each term is multiplied by $t_k$, which removes the classes that are not true.")),

		exercises.Mistaken("squared-error", exercises.To(lossDigits, toSquaredError(g.output(), g.t())), lang.T(
			"평균 제곱 오차를 구한 값이에요. 교차 엔트로피에는 차이의 제곱이 아니라 로그가 들어가요.",
			"This is the mean squared error. Cross entropy has logarithms, not squared differences.")),
	}
}

// commonFromNatural recognises a common logarithm that follows from a wrong
// natural one.
func commonFromNatural() exercises.Rule {
	return exercises.Follow("ln", lossDigits, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
		ln := exercises.From(answer.Entries(earlier["ln"].Read)...)
		return ln.Value(lang.Text{}, func(x []float64) float64 { return x[0] / math.Ln10 }), true
	}, lang.T(
		"앞의 자연로그 값을 $\\ln 10$으로 나눈 것과 같으니 여기서 한 계산은 맞아요. 앞의 값을 바로잡으면 이 값도 맞게 돼요.",
		"This is your natural logarithm divided by $\\ln 10$, so this step is right. Mend the first value and this one comes right, too."))
}
