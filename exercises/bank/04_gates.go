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
	"hakseup/nn/data"
)

// gateTask asks for weights w1, w2 and a bias b, the entries 0, 1 and 2 of
// the answer, that make a perceptron the gate.
type gateTask struct {
	Gate  data.Gate
	Fixed int // entry that the statement gives, or -1
	Value float64
}

// chooseWeights is the exercise "choose weights, the engine runs them". The
// handout's form leaves all three free; variants fix one of them.
func chooseWeights(id string, gate data.Gate) exercises.Exercise {
	draw := func(r *rand.Rand) gateTask {
		t := gateTask{Gate: gate, Fixed: r.IntN(3)}
		t.Value = float64(2+r.IntN(9)) * plainWeights(gate)[t.Fixed]
		return t
	}
	title := lang.Sprintf("%[1]v 게이트 만들기", "Make the %[1]v gate", gate)
	return exercises.Template(id, title, gateTask{Gate: gate, Fixed: -1}, draw, buildWeights, weightSamples(gate)...)
}

func weightSamples(gate data.Gate) []exercises.Sample {
	right := func(inputs ...string) []exercises.Sample { return exercises.Accepts("weights", inputs...) }
	wrong := func(mistake, input string) []exercises.Sample { return exercises.Catches("weights", mistake, input) }
	every := slices.Concat(exercises.Refuses("weights", "1, 1"), wrong("no-line", "0, 0, 0"))
	switch gate {
	case data.AND:
		return slices.Concat(every, right("1, 1, -1.5", "1, 1, -2", "0.1, 0.2, -0.3"),
			wrong("zero-is-on", "1, 1, -1"), wrong("other-gate", "1, 1, -0.5"), wrong("bias-sign", "1, 1, 1.5"),
			wrong("opposite", "-1, -1, 1.5"), wrong("input-wrong", "1, 0, -1"))
	case data.OR:
		return slices.Concat(every, right("1, 1, -0.5", "1, 1, -1"),
			wrong("zero-is-on", "1, 1, 0"), wrong("bias-sign", "1, 1, 0.5"), wrong("other-gate", "1, 1, -1.5"),
			wrong("input-wrong", "3, -1, -0.5"))
	default:
		return slices.Concat(every, right("-1, -1, 1.5", "-1, -1, 1"),
			wrong("zero-is-on", "-1, -1, 2"), wrong("opposite", "1, 1, -1.5"), wrong("bias-sign", "-1, -1, -1.5"),
			wrong("input-wrong", "-1, 0.5, 1"))
	}
}

// fits reports whether the outputs are those of the gate.
func (t gateTask) fits(v []float64) bool {
	return slices.Equal(gateOutputs(v, nn.Step), t.Gate.Targets())
}

// gatePreActivation runs a perceptron. The sums of decimal fractions that
// should be 0 are made 0, or 0.1 + 0.2 - 0.3 would land on either side.
func gatePreActivation(v, x []float64) float64 {
	a := nn.Perceptron{W: v[:2], B: v[2]}.PreActivation(x)
	if size := math.Abs(v[0]) + math.Abs(v[1]) + math.Abs(v[2]); math.Abs(a) <= 1e-12*size {
		return 0
	}
	return a
}

func gateOutputs(v []float64, f nn.Activation) []float64 {
	var out []float64
	for _, x := range data.Inputs() {
		out = append(out, f.At(gatePreActivation(v, x)))
	}
	return out
}

// plainWeights are those of the lecture.
func plainWeights(gate data.Gate) []float64 {
	return map[data.Gate][]float64{
		data.AND:  {1, 1, -1.5},
		data.OR:   {1, 1, -0.5},
		data.NAND: {-1, -1, 1.5},
	}[gate]
}

// example returns an answer: the entry that is fixed decides the scale.
func (t gateTask) example() []float64 {
	plain := plainWeights(t.Gate)
	if t.Fixed < 0 {
		return plain
	}
	scale := t.Value / plain[t.Fixed]
	return []float64{scale * plain[0], scale * plain[1], scale * plain[2]}
}

func buildWeights(t gateTask) exercises.Variant {
	given := lang.Text{}
	if t.Fixed >= 0 {
		given = lang.Sprintf("\n단, $%[1]s = %[2]s$%[3]s 정해져 있어요. 답에도 그대로 적어요.",
			"\nHere $%[1]s = %[2]s$ is given. Write it in its place in your answer.",
			weightName(t.Fixed), num(t.Value), josa(t.Value, "으로", "로"))
	}
	return exercises.Variant{
		Situation: situation("gates", "gate="+strings.ToLower(t.Gate.String())),
		Statement: lang.Sprintf(
			"$x_1, x_2$가 0 또는 1일 때 %[1]v가 되는 퍼셉트론의 $w_1, w_2, b$를 골라 $(w_1, w_2, b)$로 적으세요. 활성화 함수는 $a \\ge 0$에서 1인 계단 함수예요. 답은 여럿이고, 적은 답으로 네 입력을 모두 계산해 채점해요.\n\n%[2]s%[3]s",
			"Choose $w_1, w_2, b$ so that the perceptron is %[1]v when $x_1, x_2$ are 0 or 1, and write them as $(w_1, w_2, b)$. The step is 1 for $a \\ge 0$. There are many answers; yours is run on all four inputs.\n\n%[2]s%[4]s",
			t.Gate, targetTable(t.Gate), given.KO, given.EN),
		Parts:    []exercises.Part{weightsPart(t)},
		Hints:    weightHints(t),
		Solution: weightSolution(t),
		Picture:  t.picture,
	}
}

// picture draws the four inputs and the line of the weights.
func (t gateTask) picture(typed map[string][]float64) exercises.Picture {
	p := exercises.Picture{
		Min: -0.5, Max: 1.75, XLabel: "x₁", YLabel: "x₂",
		Caption: lang.T("●는 1, ○는 0이어야 하는 점이에요. 답을 적으면 그 직선과, 출력이 1인 쪽이 나타나요.",
			"● must give 1, ○ must give 0. As you answer, your line and the side on which the output is 1 appear."),
	}
	for i, x := range data.Inputs() {
		p.Points = append(p.Points, exercises.Point{X: x[0], Y: x[1], Lit: t.Gate.Targets()[i] == 1})
	}
	if v := typed["weights"]; v != nil {
		p.Lines = []exercises.Boundary{{W1: v[0], W2: v[1], B: v[2], Lit: true}}
	}
	return p
}

func weightName(i int) string { return [...]string{"w_1", "w_2", "b"}[i] }

// targetTable writes a gate as a table.
func targetTable(g data.Gate) string {
	s := fmt.Sprintf("| $x_1$ | $x_2$ | %v |\n|:-:|:-:|:-:|\n", g)
	for i, x := range data.Inputs() {
		s += fmt.Sprintf("| %g | %g | %g |\n", x[0], x[1], g.Targets()[i])
	}
	return s
}

// tests and tells turn functions of (w1, w2, b) into functions of an answer.
func tests(test func(v []float64) bool) func(answer.Value) bool {
	return func(got answer.Value) bool { return test(answer.Entries(got)) }
}

func tells(tell func(v []float64) lang.Text) func(answer.Value, exercises.Way) lang.Text {
	return func(got answer.Value, _ exercises.Way) lang.Text { return tell(answer.Entries(got)) }
}

func weightsPart(t gateTask) exercises.Part {
	var rules []exercises.Rule
	if t.Fixed >= 0 {
		changed := func(v []float64) bool { return v[t.Fixed] != t.Value }
		rules = append(rules, exercises.Fails("given-changed", tests(changed), lang.Sprintf(
			"정해진 값이 바뀌었어요. 이 문제에서는 $%[1]s = %[2]s$%[3]s 두고 나머지 둘을 골라요.",
			"The value that was given has changed. Here $%[1]s = %[2]s$ stays, and you choose the other two.",
			weightName(t.Fixed), num(t.Value), josa(t.Value, "으로", "로"))))
	}
	rules = append(rules, exercises.Runs(t.example(), tests(t.fits), lang.T("네 줄을 모두 맞혔어요.", "All four rows are right.")).
		Explaining(tells(marginRemark)))
	return exercises.Vector("weights", 3, lang.Same("$(w_1, w_2, b)$"), wrongRows(), append(rules, weightMistakes(t)...)...)
}

func wrongRows() lang.Text {
	return lang.T("네 입력 가운데 목표와 다른 출력이 있어요. 한 줄씩 합을 계산해 보세요.",
		"Some of the four outputs differ from the target. Work out the sum row by row.")
}

// weightMistakes are the known ways to miss a gate. All but the first name
// the first input that comes out wrong, with its sum.
func weightMistakes(t gateTask) []exercises.Rule {
	mistake := func(id string, test func(v []float64) bool, lead lang.Text) exercises.Rule {
		return exercises.Fails(id, tests(test), lead).Explaining(tells(func(v []float64) lang.Text {
			first := firstWrong(t.Gate, v)
			return lang.T(lead.KO+" "+first.KO, lead.EN+" "+first.EN)
		}))
	}
	rules := []exercises.Rule{
		exercises.Fails("no-line", tests(func(v []float64) bool { return v[0] == 0 && v[1] == 0 }), lang.T(
			"가중치가 둘 다 0이면 입력을 보지 않으니 네 출력이 모두 같아요. $w_1$과 $w_2$부터 정해 보세요.",
			"With both weights 0 the inputs are ignored and all four outputs are alike. Begin with $w_1$ and $w_2$.")),
		mistake("zero-is-on", func(v []float64) bool { return slices.Equal(gateOutputs(v, nn.StrictStep), t.Gate.Targets()) },
			lang.T("0에서 꺼지는 계단이라면 맞았을 거예요.", "With a step that is off at 0 this would be right.")),
		mistake("bias-sign", func(v []float64) bool { return t.Fixed != 2 && t.fits([]float64{v[0], v[1], -v[2]}) },
			lang.T("편향의 부호만 바꾸면 맞아요.", "Turn the sign of the bias around and it is right.")),
		mistake("opposite", t.inverted, lang.T("네 출력이 모두 반대예요.", "All four outputs are the opposite.")),
	}
	for _, g := range data.Gates() {
		if g == t.Gate || g == data.XOR { // which no perceptron is
			continue
		}
		rules = append(rules, mistake("other-gate", func(v []float64) bool { return slices.Equal(gateOutputs(v, nn.Step), g.Targets()) },
			lang.Sprintf("지금 가중치는 %v 게이트예요.", "These weights make the %v gate.", g)))
	}
	first := func(v []float64) lang.Text { return firstWrong(t.Gate, v) }
	return append(rules, exercises.Fails("input-wrong", tests(func([]float64) bool { return true }), wrongRows()).Explaining(tells(first)))
}

// inverted reports whether every output is the opposite of the target.
func (t gateTask) inverted(v []float64) bool {
	for i, y := range gateOutputs(v, nn.Step) {
		if y == t.Gate.Targets()[i] {
			return false
		}
	}
	return true
}

// firstWrong names the first input that comes out wrong.
func firstWrong(g data.Gate, v []float64) lang.Text {
	for i, x := range data.Inputs() {
		a, t := gatePreActivation(v, x), g.Targets()[i]
		if y := nn.Step.At(a); y != t {
			return lang.Sprintf(
				"$%[1]s$에서 $a = %[2]s$%[6]s 출력이 %[3]s인데 목표는 %[4]s, 곧 $a %[5]s 0$이어야 해요.",
				"At $%[1]s$, $a = %[2]s$ gives %[3]s, but the target is %[4]s: it needs $a %[5]s 0$.",
				row(x), num(a), num(y), num(t), sideOfZero(t-0.5), josa(a, "이라", "라"))
		}
	}
	return lang.Text{}
}

// marginRemark says how much room a right answer leaves.
func marginRemark(v []float64) lang.Text {
	u := nn.Perceptron{W: v[:2], B: v[2], F: nn.Step}
	for _, x := range data.Inputs() {
		if gatePreActivation(v, x) == 0 {
			return lang.Sprintf(
				"네 줄을 모두 맞혔어요. 다만 $%[1]s$%[2]s 직선에 꼭 걸려서, $a > 0$에서만 1인 계단이라면 틀려요.",
				"All four rows are right. But $%[1]s$ lies exactly on the line: with a step that is 1 only for $a > 0$ it would be wrong.", row(x), josa(x[1], "은", "는"))
		}
	}
	margin, widest := dec(u.Margin(data.Inputs()), 3), dec(widestMargin(), 3)
	if margin == widest {
		return lang.Sprintf(
			"네 줄을 모두 맞혔어요. 직선이 가장 가까운 점에서 %[1]s만큼 떨어져 있는데, 이보다 멀찍이 지나는 직선은 없어요.",
			"All four rows are right. The nearest point is %[1]s away from the line, and no line keeps a wider distance.", margin)
	}
	return lang.Sprintf(
		"네 줄을 모두 맞혔어요. 직선에서 가장 가까운 점까지의 거리는 %[1]s%[2]s. 한가운데를 지나는 직선이라면 %[3]s까지 벌어져요.",
		"All four rows are right. The nearest point is %[1]s away from the line; a line halfway between would leave %[3]s.",
		margin, josaAfter(margin, "이에요", "예요"), widest)
}

// widestMargin is the margin of the line midway between the one input that
// stands alone and its two neighbours: the same for AND, OR and NAND.
func widestMargin() float64 {
	return nn.Perceptron{W: []float64{1, 1}, B: -1.5}.Margin(data.Inputs())
}

func weightHints(t gateTask) []lang.Text {
	first := map[data.Gate]lang.Text{
		data.AND: lang.T("$(0, 0)$에서는 합이 $b$뿐이에요. 여기서 꺼지려면 $b$의 부호는요?",
			"At $(0, 0)$ the sum is $b$ alone. What sign must $b$ have to be off there?"),
		data.OR: lang.T("$(0, 0)$에서는 합이 $b$뿐이에요. 여기서만 꺼지려면 $b$의 부호는요?",
			"At $(0, 0)$ the sum is $b$ alone. It is off there only: what sign must $b$ have?"),
		data.NAND: lang.T("$(0, 0)$에서는 합이 $b$뿐이에요. 여기서 켜지려면 $b$의 부호는요?",
			"At $(0, 0)$ the sum is $b$ alone. What sign must $b$ have to be on there?"),
	}[t.Gate]
	conditions := map[data.Gate]string{
		data.AND:  `w_1 + b < 0, \quad w_2 + b < 0, \quad w_1 + w_2 + b \ge 0`,
		data.OR:   `b < 0, \quad w_1 + b \ge 0, \quad w_2 + b \ge 0`,
		data.NAND: `w_1 + b \ge 0, \quad w_2 + b \ge 0, \quad w_1 + w_2 + b < 0`,
	}[t.Gate]
	v := t.example()
	last := lang.Sprintf("두 가중치를 $w_1 = %[1]s$, $w_2 = %[2]s$%[3]s 두고 $b$의 범위를 구해 보세요.",
		"Take $w_1 = %[1]s$ and $w_2 = %[2]s$, then work out the range for $b$.", num(v[0]), num(v[1]), josa(v[1], "으로", "로"))
	if t.Fixed == 2 {
		last = lang.Sprintf("$b = %[1]s$%[2]s 세 식에 넣고, $w_1 = w_2$로 두고 그 범위를 구해 보세요.",
			"Put $b = %[1]s$ into the three, take $w_1 = w_2$ and work out its range.", num(v[2]), josa(v[2], "을", "를"))
	}
	return []lang.Text{
		first,
		lang.Sprintf("네 줄을 부등식으로 옮기면, 이 셋만 지키면 돼요.\n\n$$ %[1]s $$", "Written as inequalities, these three are enough.\n\n$$ %[1]s $$", conditions),
		last,
	}
}

func weightSolution(t gateTask) lang.Text {
	v := t.example()
	rows := ""
	for i, x := range data.Inputs() {
		a := gatePreActivation(v, x)
		rows += fmt.Sprintf("| $%s$ | $%s %s %s = %s$ | %s | %s |\n", row(x),
			num(nn.Dot(v[:2], x)), plusOrMinus(v[2]), num(math.Abs(v[2])), num(a), num(nn.Step.At(a)), num(t.Gate.Targets()[i]))
	}
	return lang.Sprintf(
		"한 가지 답은 $(w_1, w_2, b) = %[1]s$%[5]s. 네 입력에서 확인해요.\n\n| 입력 | 합 $a$ | 출력 | 목표 |\n|:-:|:-:|:-:|:-:|\n%[2]s\n직선이 %[3]s 지나기만 하면 다른 답도 맞아요.",
		"One answer is $(w_1, w_2, b) = %[1]s$. On the four inputs:\n\n| input | sum $a$ | output | target |\n|:-:|:-:|:-:|:-:|\n%[2]s\nOther answers are right too, as long as the line %[4]s.",
		row(v), rows, passage(t.Gate).KO, passage(t.Gate).EN, josa(v[2], "이에요", "예요"))
}

func plusOrMinus(v float64) string {
	if v < 0 {
		return "-"
	}
	return "+"
}

// passage says where the line of a gate has to run.
func passage(g data.Gate) lang.Text {
	if g == data.OR {
		return lang.T("$(0, 0)$과 나머지 세 점 사이를", "runs between $(0, 0)$ and the other three points")
	}
	return lang.T("$(1, 1)$과 나머지 세 점 사이를", "runs between $(1, 1)$ and the other three points")
}
