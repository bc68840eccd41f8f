package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// lecture05 returns the exercises on multilayer perceptrons.
func lecture05() []exercises.Exercise {
	return []exercises.Exercise{
		foldTable(), repairOutput(), layerNames(), countParameters(), feedForward(), collapseLayers(), countRegions(), luckOfTheStart(), xorChallenge(), spiralChallenge(),
	}
}

// stepNet is a network of two hidden units and an output, all with a step: the
// weights and the bias of each.
type stepNet struct{ H1, H2, Y [3]float64 }

func printedNet() stepNet {
	return stepNet{H1: [3]float64{1, -1, 0.5}, H2: [3]float64{1, -1, -0.5}, Y: [3]float64{1, -1, -0.5}}
}

func weighted(u [3]float64, x, y float64) float64 {
	return nn.Perceptron{W: u[:2], B: u[2]}.PreActivation([]float64{x, y})
}

// hidden returns what the hidden units give for the four inputs, with a function
// in place of the step: h1 and h2 of each input.
func (n stepNet) hidden(f func(float64) float64) []float64 {
	var out []float64
	for _, x := range data.Inputs() {
		out = append(out, f(weighted(n.H1, x[0], x[1])), f(weighted(n.H2, x[0], x[1])))
	}
	return out
}

// outputs returns the sums of the output for the values of the hidden units.
func (n stepNet) outputs(h []float64) []float64 {
	var out []float64
	for i := 0; i < len(h); i += 2 {
		out = append(out, weighted(n.Y, h[i], h[i+1]))
	}
	return out
}

// formula writes a unit: f(x_1 - x_2 + 0.5).
func formula(u [3]float64, a, b string) string {
	return "f(" + term(u[0], a) + added(u[1], func(x float64) string { return term(x, b) }) + added(u[2], num) + ")"
}

// added writes a summand behind others, with its sign before it.
func added(x float64, say func(float64) string) string {
	if x < 0 {
		return " - " + say(-x)
	}
	return " + " + say(x)
}

func drawNet(r *rand.Rand) stepNet {
	unit := func() [3]float64 {
		return [3]float64{among(r, -2, -1, 1, 2), among(r, -2, -1, 1, 2), among(r, -1.5, -0.5, 0.5, 1.5)}
	}
	return stepNet{H1: unit(), H2: unit(), Y: [3]float64{among(r, -1, 1), among(r, -1, 1), among(r, -1.5, -0.5, 0.5)}}
}

// situation shows the network in both planes, if the lab reaches its weights.
func (n stepNet) situation() string {
	if !fit(3, slices.Concat(n.H1[:], n.H2[:], n.Y[:])...) {
		return ""
	}
	var settings []string
	for name, u := range map[string][3]float64{"h1": n.H1, "h2": n.H2, "y": n.Y} {
		settings = append(settings, set(name+"w1", u[0]), set(name+"w2", u[1]), set(name+"b", u[2]))
	}
	slices.Sort(settings)
	return situation("fold", settings...)
}

func foldTable() exercises.Exercise {
	return exercises.Template("05/fold-table", lang.T("은닉층과 출력의 표", "The table of a hidden layer"), printedNet(), drawNet, buildFoldTable,
		slices.Concat(
			exercises.Accepts("h", "1 0; 0 0; 1 1; 1 0"),
			exercises.Catches("h", "sums", "0.5 -0.5; -0.5 -1.5; 1.5 0.5; 0.5 -0.5"),
			exercises.Catches("h", "upside-down", "0 1; 1 1; 0 0; 0 1"),
			exercises.Catches("h", "swapped", "0 1; 0 0; 1 1; 0 1"),
			exercises.Refuses("h", "1 0"),
			exercises.Accepts("y", "1, 0, 0, 1"),
			exercises.Catches("y", "upside-down", "0, 1, 1, 0"),
			exercises.Catches("y", "sums", "0.5, -0.5, -0.5, 0.5"),
			exercises.Catches("y", "inputs-for-hidden", "0, 0, 1, 0"),
			exercises.Refuses("y", ""),
		)...)
}

func buildFoldTable(n stepNet) exercises.Variant {
	h := n.hidden(nn.Step.At)
	sums := n.hidden(nn.Identity.At)
	turn := func(v float64) float64 { return 1 - v }
	swapped := make([]float64, len(h))
	for i := range h {
		swapped[i] = h[i^1]
	}
	y := apply(nn.Step.At, n.outputs(h))
	var inputs []float64
	for _, x := range data.Inputs() {
		inputs = append(inputs, x...)
	}
	straight := apply(nn.Step.At, n.outputs(inputs))
	ones := total(y)
	return exercises.Variant{
		Situation: n.situation(),
		Statement: lang.Sprintf(
			"신경망 $h_1 = %[1]s$, $h_2 = %[2]s$, $y = %[3]s$에 네 입력 $(0,0), (0,1), (1,0), (1,1)$을 차례로 넣어요. $f$는 0 이상이면 1, 아니면 0이에요. 먼저 $h_1$과 $h_2$를, 다음으로 $y$를 구하세요.",
			"Put the four inputs $(0,0), (0,1), (1,0), (1,1)$, in this order, into the network $h_1 = %[1]s$, $h_2 = %[2]s$, $y = %[3]s$. The step $f$ is 1 from 0 on and 0 below. Find $h_1$ and $h_2$ first, then $y$.",
			formula(n.H1, "x_1", "x_2"), formula(n.H2, "x_1", "x_2"), formula(n.Y, "h_1", "h_2")),
		Parts: []exercises.Part{
			exercises.Matrix("h", 4, 2, lang.T("네 입력의 $(h_1, h_2)$, 한 줄에 하나씩", "$(h_1, h_2)$ of the four inputs, a row each"),
				lang.T("입력마다 두 합을 구해 하나씩 계단에 넣어 보세요.", "For each input work out both sums and put each through the step."),
				exercises.Right(exercises.Exactly(h), lang.T("네 점이 은닉 평면의 어디에 모이는지 보이네요.", "Now you can see where the four points gather in the hidden plane.")),
				exercises.Mistaken("sums", exercises.Exactly(sums), lang.T(
					"계단에 넣기 전의 합이에요. 0 이상이면 1, 아니면 0으로 바꿔요.", "Those are the sums before the step, which turns 0 and more into 1 and the rest into 0.")),
				exercises.Mistaken("upside-down", exercises.Exactly(apply(turn, h)), lang.T(
					"계단을 거꾸로 쓰셨어요. 여기서는 0 이상에서 1이에요.", "That is the step upside down. Here it is 1 from 0 on.")),
				exercises.Mistaken("swapped", exercises.Exactly(swapped), lang.T(
					"두 열이 바뀌었어요. 첫 열이 $h_1$이에요.", "The two columns are swapped. The first is $h_1$."))),
			exercises.Vector("y", 4, lang.T("네 입력의 출력 $y$", "the outputs $y$ of the four inputs"),
				lang.T("입력이 아니라 은닉층의 값으로 합을 구해요.", "Work the sum out of the hidden values, not of the inputs."),
				exercises.Right(exercises.Exactly(y), lang.Sprintf("네 입력 가운데 %[1]g개에서 켜져요.", "It is on for %[1]g of the four inputs.", ones)),
				exercises.Mistaken("upside-down", exercises.Exactly(apply(turn, y)), lang.T(
					"출력의 계단이 거꾸로예요. 0 이상이면 1이에요.", "The step of the output is upside down. It is 1 from 0 on.")),
				exercises.Mistaken("sums", exercises.Exactly(n.outputs(h)), lang.T(
					"계단에 넣기 전의 합이에요. 출력은 0이나 1이에요.", "Those are the sums before the step. An output is 0 or 1.")),
				exercises.Mistaken("inputs-for-hidden", exercises.Exactly(straight), lang.T(
					"출력의 식에 입력을 넣은 값이에요. 앞에서 구한 $h_1$, $h_2$를 넣어요.", "That puts the inputs into the output. Put in $h_1$ and $h_2$ from before.")),
				exercises.Follow("h", answer.Exact, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
					return exercises.From(apply(nn.Step.At, n.outputs(answer.Entries(earlier["h"].Read)))...), true
				}, lang.T("앞에서 구한 은닉층으로는 맞는 출력이에요. 은닉층을 고친 다음 다시 구해 보세요.", "Right for the hidden values that you found. Mend those, then work it out again."))),
		},
		Hints: []lang.Text{
			spoken("$(0, 1)$에서 두 합은 $%[1]s$, $%[2]s$[이에요/예요].", "At $(0, 1)$ the two sums are $%[1]s$ and $%[2]s$.", num(sums[2]), num(sums[3])),
			lang.T("합이 꼭 0이어도 $f$는 1이에요.", "At a sum of exactly 0, $f$ is 1."),
			lang.Sprintf("$(0, 1)$은 은닉 평면의 $(%[1]s, %[2]s)$로 가요.", "$(0, 1)$ comes to $(%[1]s, %[2]s)$ in the hidden plane.", num(h[2]), num(h[3])),
		},
		Solution: foldSolution(sums, h, n.outputs(h), y),
	}
}

func foldSolution(sums, h, a, y []float64) lang.Text {
	table := "| $x$ | $a_1, a_2$ | $h$ | $a$ | $y$ |\n|:-:|:-:|:-:|:-:|:-:|\n"
	for i, x := range data.Inputs() {
		table += fmt.Sprintf("| $%s$ | $%s$ | $%s$ | $%s$ | %g |\n", row(x), row(sums[2*i:2*i+2]), row(h[2*i:2*i+2]), num(a[i]), y[i])
	}
	return lang.T("입력마다 두 합, 계단, 출력의 합, 다시 계단이에요.\n\n"+table, "For every input two sums, the step, the sum of the output, and the step again.\n\n"+table)
}

// repairOutput asks for an output that makes a hidden layer XOR.
func repairOutput() exercises.Exercise {
	draw := func(r *rand.Rand) stepNet {
		all := []stepNet{
			{H1: [3]float64{1, 1, -0.5}, H2: [3]float64{1, 1, -1.5}, Y: [3]float64{-1, 1, 0.5}},
			{H1: [3]float64{1, 1, -1.5}, H2: [3]float64{1, 1, -0.5}, Y: [3]float64{1, -1, 0.5}},
			{H1: [3]float64{-1, -1, 1.5}, H2: [3]float64{1, 1, -0.5}, Y: [3]float64{-1, -1, 1.5}},
			{H1: [3]float64{1, -1, -0.5}, H2: [3]float64{1, -1, 0.5}, Y: [3]float64{-1, 1, -0.5}},
			{H1: [3]float64{-1, 1, -0.5}, H2: [3]float64{1, -1, -0.5}, Y: [3]float64{-1, -1, 0.5}},
		}
		n, first, second := all[r.IntN(len(all))], among(r, 1, 2, 3, 4), among(r, 1, 2, 3, 4)
		for i := range n.H1 {
			n.H1[i], n.H2[i] = first*n.H1[i], second*n.H2[i]
		}
		return n
	}
	return exercises.Template("05/repair", lang.T("XOR로 고치기", "Turning it into XOR"), printedNet(), draw, buildRepair,
		slices.Concat(
			exercises.Accepts("out", "-1, 1, 0.5", "-2, 2, 0.5"),
			exercises.Catches("out", "as-printed", "1, -1, -0.5"),
			exercises.Catches("out", "constant", "0, 0, 1", "1, 1, 5"),
			exercises.Catches("out", "bias-sign", "-1, 1, -0.5"),
			exercises.Catches("out", "rows", "1, 0, -0.5"),
			exercises.Refuses("out", "1, 2"),
		)...)
}

func buildRepair(n stepNet) exercises.Variant {
	h := n.hidden(nn.Step.At)
	run := func(v []float64) []float64 { return apply(nn.Step.At, stepNet{Y: [3]float64(v)}.outputs(h)) }
	wrong := func(v []float64) int {
		return len(slices.DeleteFunc(zipped(run(v), data.XOR.Targets(), minus), func(d float64) bool { return d == 0 }))
	}
	right := []float64{-n.Y[0], -n.Y[1], -n.Y[2]}
	constant := func(v []float64) bool { y := run(v); return slices.Min(y) == slices.Max(y) }
	return exercises.Variant{
		Situation: n.situation(),
		Statement: lang.Sprintf(
			"은닉층은 $h_1 = %[1]s$, $h_2 = %[2]s$이고 $f$는 0 이상에서 1인 계단이에요. 출력이 $y = %[3]s$이면 XOR의 반대가 나와요. 은닉층은 그대로 두고 $y = f(v_1 h_1 + v_2 h_2 + c)$가 XOR가 되는 $(v_1, v_2, c)$를 적으세요. 답은 여럿이고, 적은 답으로 네 입력을 계산해 채점해요.",
			"The hidden layer is $h_1 = %[1]s$, $h_2 = %[2]s$, and the step $f$ is 1 from 0 on. With the output $y = %[3]s$ the network is the opposite of XOR. Leave the hidden layer as it is and find $(v_1, v_2, c)$ for which $y = f(v_1 h_1 + v_2 h_2 + c)$ is XOR. There are many answers; yours is run on the four inputs.",
			formula(n.H1, "x_1", "x_2"), formula(n.H2, "x_1", "x_2"), formula(n.Y, "h_1", "h_2")),
		Parts: []exercises.Part{exercises.Vector("out", 3, lang.Same("$(v_1, v_2, c)$"),
			lang.T("네 줄 가운데 XOR와 다른 줄이 있어요. 은닉 평면의 점마다 합을 구해 보세요.", "Some rows differ from XOR. Work out the sum for each point of the hidden plane."),
			exercises.Runs(right, tests(func(v []float64) bool { return wrong(v) == 0 }), lang.T("네 줄이 모두 XOR와 같아요.", "All four rows agree with XOR.")),
			exercises.Fails("as-printed", tests(func(v []float64) bool { return wrong(v) == 4 }), lang.T(
				"네 줄이 모두 반대예요. 세 수의 부호를 모두 뒤집어 보세요.", "All four rows are the opposite. Turn all three signs around.")),
			exercises.Fails("bias-sign", tests(func(v []float64) bool { return wrong([]float64{v[0], v[1], -v[2]}) == 0 }), lang.T(
				"가중치는 맞는데 $c$의 부호가 반대예요.", "The weights fit, but $c$ has the opposite sign.")),
			exercises.Fails("constant", tests(constant), lang.T(
				"네 입력에서 모두 같은 값이 나와요. 직선이 은닉 평면의 세 점 사이를 지나야 해요.", "All four inputs give the same. The line has to pass between the points of the hidden plane.")),
			exercises.Fails("rows", tests(func(v []float64) bool { return wrong(v) > 0 }), lang.T(
				"XOR와 다른 줄이 있어요. 두 입력이 같은 점이 간 자리에서는 합이 음수여야 해요.", "Some rows are not XOR. Where the points with equal inputs have gone, the sum must be negative.")).
				Explaining(tells(func(v []float64) lang.Text {
					return lang.Sprintf("%[1]d줄이 XOR와 달라요. 두 입력이 같은 점이 간 자리에서는 합이 음수여야 해요.",
						"Rows that differ from XOR: %[1]d. Where the points with equal inputs have gone, the sum must be negative.", wrong(v))
				})))},
		Hints: []lang.Text{
			lang.T("먼저 네 입력의 $(h_1, h_2)$를 구해 은닉 평면에 그려 보세요.", "Find $(h_1, h_2)$ of the four inputs first and draw them in the hidden plane."),
			lang.T("네 줄이 모두 반대라면, 합의 부호가 네 줄에서 모두 바뀌면 돼요.", "If all four rows are the opposite, every sum has to change its sign."),
			lang.T("합의 부호는 $v_1$, $v_2$, $c$의 부호를 한꺼번에 바꾸면 바뀌어요. 합이 꼭 0인 줄이 없는지도 보세요.",
				"A sum changes its sign when $v_1$, $v_2$ and $c$ all do. Make sure that no sum is exactly 0."),
		},
		Solution: lang.Sprintf("부호를 모두 뒤집은 $(v_1, v_2, c) = %[1]s$이면 돼요. 합이 모두 부호를 바꾸고, 0인 합이 없으니 네 줄의 답이 모두 뒤집혀요.",
			"Turn all signs around: $(v_1, v_2, c) = %[1]s$. Every sum changes its sign, none of them is 0, and so all four answers turn around.", row(right)),
	}
}
