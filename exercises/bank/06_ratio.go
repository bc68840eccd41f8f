package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// flaw is one of the ways in which the ratio a/Σa fails as a probability, in
// the order of the options.
type flaw int

const (
	flawRange flaw = iota // below 0 or above 1
	flawZero              // the sum is 0
	flawOrder             // the higher score gets the smaller share
	flawShift             // adding the same to all changes the shares
)

// ratioCase is a pair of scores at which the ratio fails in one way.
type ratioCase struct {
	Flaw  flaw
	A     []float64
	Shift float64
}

func ratioExercise() exercises.Exercise {
	return exercises.Template("06/ratio", lang.T("왜 비율로는 안 될까", "Why not the ratio"),
		ratioCase{flawShift, []float64{1.5, 3.7}, 10}, drawRatioCase, buildRatio,
		slices.Concat(
			exercises.Accepts("why", "4"),
			exercises.Catches("why", "range", "1"),
			exercises.Catches("why", "zero", "2"),
			exercises.Catches("why", "order", "3"),
			exercises.Catches("why", "sum", "5"),
			exercises.Refuses("why", "", "6", "비율"),
		)...)
}

func drawRatioCase(r *rand.Rand) ratioCase {
	tenths := func(lo, hi int) float64 { return float64(lo+r.IntN(hi-lo+1)) / 10 }
	small, gap := tenths(5, 25), tenths(5, 20)
	large := rounded(small+gap, 1)
	c := ratioCase{Flaw: flaw(r.IntN(4))}
	switch c.Flaw {
	case flawRange:
		c.A = []float64{-small, large}
	case flawZero:
		c.A = []float64{large, -large}
	case flawOrder:
		c.A = []float64{-small, -large}
	case flawShift:
		c.A = []float64{small, large}
		c.Shift = float64(2 + r.IntN(9))
	}
	if c.Flaw != flawOrder && r.IntN(2) == 0 {
		c.A[0], c.A[1] = c.A[1], c.A[0]
	}
	return c
}

func buildRatio(c ratioCase) exercises.Variant {
	shifted := []float64{rounded(c.A[0]+c.Shift, 1), rounded(c.A[1]+c.Shift, 1)}
	shown := "?"
	if c.Flaw != flawZero {
		shown = rowDec(shares(c.A))
	}
	options := []exercises.Option{
		ratioOption(c, flawRange, shown, "range",
			lang.T("0보다 작거나 1보다 큰 비율이 나와요", "a share comes out below 0 or above 1"),
			c.inRange()),
		ratioOption(c, flawZero, shown, "zero",
			lang.T("점수의 합이 0이라 나눌 수 없어요", "the scores add up to 0, which cannot be divided by"),
			spoken("점수의 합은 %s[이라/라] 나눌 수 있어요. 비율을 실제로 구해 보세요.", "The scores add up to %s, not to 0. Work out the shares.", num(rounded(total(c.A), 1)))),
		ratioOption(c, flawOrder, shown, "order",
			lang.T("점수가 높은 쪽의 비율이 더 작아요", "the higher score gets the smaller share"),
			c.inOrder()),
		ratioOption(c, flawShift, shown, "shift",
			lang.T("모든 점수에 같은 수를 더했을 뿐인데 비율이 달라져요", "adding the same number to all scores changes the shares"),
			lang.T("비율에는 그런 문제도 있지만, 여기서는 아무것도 더하지 않았어요. 이 점수에서 바로 드러나는 문제를 찾으세요.",
				"The ratio has that flaw too, but nothing is added here. Find the flaw that these scores show at once.")),
		exercises.No("sum", lang.T("비율을 모두 더해도 1이 되지 않아요", "the shares do not add up to 1"), lang.T(
			"합으로 나눌 수만 있으면 비율의 합은 언제나 1이에요. 그래서 그럴듯해 보이지만, 문제는 다른 곳에 있어요.",
			"Whenever there is a sum to divide by, the shares add up to 1. That is why the ratio looks fine; the flaw is elsewhere.")),
	}
	statement := spoken(
		"점수가 $a = %s$일 때, 소프트맥스 대신 비율 $a_k / \\sum_i a_i$를 쓰려고 해요. 이 점수에서 바로 드러나는 문제는 무엇일까요? 하나를 고르세요.",
		"The scores are $a = %s$, and someone uses the ratio $a_k / \\sum_i a_i$ in place of softmax. Which flaw do these scores show at once? Choose one.", row(c.A))
	if c.Flaw == flawShift {
		statement = spoken(
			"점수 $a = %[1]s$에 똑같이 %[2]s[을/를] 더하면 $%[3]s$[이/가] 돼요. 소프트맥스의 출력은 그대로예요. 소프트맥스 대신 비율 $a_k / \\sum_i a_i$를 쓰면 여기서 어떤 문제가 드러날까요? 하나를 고르세요.",
			"Add %[2]s to both scores $a = %[1]s$ and they become $%[3]s$; the output of softmax stays the same. Which flaw do these two pairs show in the ratio $a_k / \\sum_i a_i$? Choose one.",
			row(c.A), num(c.Shift), row(shifted))
	}
	return exercises.Variant{
		Statement: statement,
		Parts:     []exercises.Part{exercises.Choose("why", lang.T("비율의 문제", "flaw of the ratio"), options...)},
		Hints: []lang.Text{
			lang.T("점수의 합을 먼저 구하고, 나눌 수 있으면 비율을 하나씩 구해 보세요.", "Work out the sum of the scores, then, if you can, each share."),
			c.hint(),
		},
		Solution: c.solution(shifted),
	}
}

// ratioOption is right where it names the flaw of the case.
func ratioOption(c ratioCase, f flaw, shown, mistake string, text, wrong lang.Text) exercises.Option {
	if c.Flaw == f {
		return exercises.Yes(text, c.why(shown))
	}
	return exercises.No(mistake, text, wrong)
}

// hint tells what to look for in the shares.
func (c ratioCase) hint() lang.Text {
	if c.Flaw == flawShift {
		return lang.T("구한 비율을 확률로 읽을 수 있는지 보세요. 0과 1 사이인가요? 점수의 순서대로인가요? 더하기 전과 같은가요?",
			"Can the shares be read as probabilities: between 0 and 1, in the order of the scores, the same as before adding?")
	}
	return lang.T("구한 비율을 확률로 읽을 수 있는지 보세요. 0과 1 사이인가요? 점수의 순서대로인가요?",
		"Can the shares be read as probabilities: between 0 and 1, and in the order of the scores?")
}

// noShares is said of shares that there are not.
func noShares() lang.Text {
	return lang.T("여기서는 비율을 구할 수 없어요. 점수를 모두 더해 보세요.", "There are no shares, as there is nothing to divide by. Add the scores up.")
}

// inOrder says why the shares are not in the wrong order.
func (c ratioCase) inOrder() lang.Text {
	if c.Flaw == flawZero {
		return noShares()
	}
	return lang.T("이 점수에서는 점수가 높은 쪽의 비율도 더 커요.", "With these scores the higher one does get the larger share.")
}

// inRange says why no share is out of range.
func (c ratioCase) inRange() lang.Text {
	if c.Flaw == flawZero {
		return noShares()
	}
	return lang.T("여기서는 비율이 모두 0과 1 사이예요. 비율을 실제로 구해서 점수와 견주어 보세요.",
		"Here every share lies between 0 and 1. Work the shares out and compare them with the scores.")
}

// why says what softmax makes of the scores of the case.
func (c ratioCase) why(shown string) lang.Text {
	y := rowDec(softmax(c.A))
	switch c.Flaw {
	case flawRange:
		return spoken("비율은 $%s$[이지만/지만] 소프트맥스는 $%s$[이에요/예요]. 지수함수는 음수 점수도 0보다 큰 수로 바꿔요.",
			"The ratio is $%s$, softmax $%s$: the exponential turns negative scores, too, into positive numbers.", shown, y)
	case flawZero:
		return spoken("소프트맥스는 $%s$[이에요/예요]. 지수함수의 값은 언제나 0보다 커서 그 합으로 늘 나눌 수 있어요.",
			"Softmax gives $%s$: the sum of exponentials is always positive, so there is always something to divide by.", y)
	case flawOrder:
		return spoken("비율은 $%s$[으로/로] 뒤집히지만 소프트맥스는 $%s$[이에요/예요]. 지수함수는 늘 커지기만 해서 순서를 지켜요.",
			"The ratio $%s$ turns the order around, softmax $%s$ keeps it: the exponential only ever grows.", shown, y)
	}
	return spoken("소프트맥스는 점수의 차이만 보아서 더하기 전에도 후에도 $%s$[이에요/예요]. 그래서 가장 큰 점수를 먼저 빼고 계산해도 돼요.",
		"Softmax gives $%s$ before and after, because it only sees the differences. That is why the largest score may be subtracted first.", y)
}

func (c ratioCase) solution(shifted []float64) lang.Text {
	y := rowDec(softmax(c.A))
	sum := num(rounded(total(c.A), 1))
	if c.Flaw == flawZero {
		return spoken("점수의 합이 $%s$[이라/라] 나눌 수 없어요. 소프트맥스는 $%s$[이에요/예요]. 모두 0보다 크고 더하면 1이에요.",
			"The scores add up to $%s$, which cannot be divided by. Softmax gives $%s$: positive, and 1 together.", sum, y)
	}
	ratio := rowDec(shares(c.A))
	if c.Flaw == flawShift {
		return spoken(
			"합은 $%[1]s$, 비율은 $%[2]s$[이에요/예요]. 더한 뒤에는 합이 $%[3]s$, 비율이 $%[4]s$[으로/로] 달라져요. 소프트맥스는 두 번 모두 $%[5]s$[이에요/예요].",
			"The sum is $%[1]s$ and the ratio $%[2]s$. After adding, the sum is $%[3]s$ and the ratio $%[4]s$: it has changed. Softmax is $%[5]s$ both times.",
			sum, ratio, num(rounded(total(shifted), 1)), rowDec(shares(shifted)), y)
	}
	return spoken("점수의 합은 $%s$, 비율은 $%s$[이에요/예요]. 소프트맥스는 $%s$[이에요/예요]. 모두 0과 1 사이이고 점수의 순서를 지켜요.",
		"The scores add up to $%s$, the ratio is $%s$. Softmax gives $%s$: between 0 and 1, and in the order of the scores.", sum, ratio, y)
}
