package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// hiddenLayers is how many hidden layers a network has.
type hiddenLayers struct{ Hidden, Units, Turn int }

func layerNames() exercises.Exercise {
	draw := func(r *rand.Rand) hiddenLayers { return hiddenLayers{1 + r.IntN(4), 2 + r.IntN(9), r.IntN(6)} }
	return exercises.Template("05/names", lang.T("층의 이름", "What layers are called"), hiddenLayers{Hidden: 2, Units: 8}, draw, buildNames,
		slices.Concat(
			exercises.Accepts("layers", "3"),
			exercises.Catches("layers", "hidden-only", "2"),
			exercises.Catches("layers", "input-counted", "4"),
			exercises.Catches("layers", "units-counted", "16"),
			exercises.Refuses("layers", "셋"),
			exercises.Accepts("depth", "2"),
			exercises.Catches("depth", "shallow-deep", "1"),
			exercises.Refuses("depth", "5"),
		)...)
}

func buildNames(p hiddenLayers) exercises.Variant {
	layers := p.Hidden + 1
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(layers), lang.T("가중치가 있는 층을 셌어요.", "You counted the layers that have weights.")),
		exercises.Mistaken("hidden-only", exercises.Exactly(p.Hidden), lang.T("은닉층만 세셨어요. 출력층에도 가중치가 있어요.", "Those are the hidden layers. The output has weights, too.")),
		exercises.Mistaken("input-counted", exercises.Exactly(p.Hidden+2), lang.T("입력까지 세셨어요. 입력에는 가중치가 없어요.", "That counts the input, which has no weights.")),
	}
	if p.Hidden > 0 {
		rules = append(rules, exercises.Mistaken("units-counted", exercises.Exactly(p.Hidden*p.Units), lang.T("유닛의 수예요. 층을 세요.", "Those are units. Count the layers.")))
	}
	shallow, deep := lang.T("얕은 신경망", "shallow"), lang.T("깊은 신경망", "deep")
	hidden := lang.Sprintf("은닉층이 %d개", "%d hidden layers", p.Hidden)
	if p.Hidden == 1 {
		hidden.EN = "1 hidden layer"
	}
	say := lang.T(hidden.KO+"이니까요.", "It has "+hidden.EN+".")
	wrong := lang.T("은닉층이 하나 이하면 얕고, 둘 이상이면 깊어요. 여기는 "+hidden.KO+"예요.", "Up to one hidden layer is shallow, two or more are deep. This one has "+hidden.EN+".")
	options := []exercises.Option{exercises.Yes(shallow, say), exercises.No("shallow-deep", deep, wrong)}
	if p.Hidden >= 2 {
		options = []exercises.Option{exercises.No("shallow-deep", shallow, wrong), exercises.Yes(deep, say)}
	}
	return exercises.Variant{
		Situation: layerSizes{slices.Concat([]int{2}, slices.Repeat([]int{p.Units}, p.Hidden), []int{1})}.situation(),
		Statement: lang.Sprintf("입력과 출력 사이에 %[1]s 있고, 은닉층마다 유닛이 %[3]d개인 다층 퍼셉트론이 있어요. 이것을 몇 층 신경망이라고 부르나요? 얕은가요, 깊은가요?",
			"Between its input and its output, a multilayer perceptron has %[2]s of %[3]d units. It is called an n-layer network: what is n? Is the network shallow or deep?", hidden.KO, hidden.EN, p.Units),
		Parts: []exercises.Part{
			exercises.Number("layers", lang.T("몇 층 신경망", "n, the number of layers"), lang.T("가중치가 있는 층이 몇 개인지 세요.", "Count the layers that have weights."), rules...),
			exercises.Choose("depth", lang.T("얕은가, 깊은가", "shallow or deep"), turned(p.Turn, options...)...),
		},
		Hints: []lang.Text{
			lang.T("입력은 값일 뿐이라 층으로 세지 않아요.", "The input is only values, and is not counted."),
			lang.T("출력층에는 가중치가 있어서 세요.", "The output has weights, and is counted."),
		},
		Solution: lang.Sprintf("은닉층 %[1]d개와 출력층, 모두 %[2]d층이에요. 은닉층이 둘 이상이면 깊은 신경망이라고 불러요.",
			"Hidden layers: %[1]d. With the output that makes %[2]d. A network with two or more hidden layers is deep.", p.Hidden, layers),
	}
}

// layerSizes are the units of the layers of a network, inputs first.
type layerSizes struct{ Layers []int }

// parameters returns the weights and the biases.
func (s layerSizes) parameters() (weights, biases int) {
	for i, n := range s.Layers[1:] {
		weights, biases = weights+n*s.Layers[i], biases+n
	}
	return weights, biases
}

func (s layerSizes) String() string {
	var words []string
	for _, n := range s.Layers {
		words = append(words, strconv.Itoa(n))
	}
	return strings.Join(words, "-")
}

// situation shows the network in the playground, which has two inputs and one
// output.
func (s layerSizes) situation() string {
	last := len(s.Layers) - 1
	if s.Layers[0] != 2 || s.Layers[last] != 1 || last < 2 {
		return ""
	}
	var hidden []string
	for _, n := range s.Layers[1:last] {
		hidden = append(hidden, strconv.Itoa(n))
	}
	return situation("playground", "shape="+strings.Join(hidden, ","))
}

func countParameters() exercises.Exercise {
	draw := func(r *rand.Rand) layerSizes {
		s := layerSizes{[]int{2 + r.IntN(5)}}
		for range 1 + r.IntN(2) {
			s.Layers = append(s.Layers, 3+r.IntN(10))
		}
		s.Layers = append(s.Layers, 1+r.IntN(4))
		return s
	}
	return exercises.Template("05/params", lang.T("매개변수 세기", "Counting parameters"), layerSizes{[]int{2, 8, 8, 1}}, draw, buildParameters,
		slices.Concat(
			exercises.Accepts("n", "105"),
			exercises.Catches("n", "no-biases", "88"),
			exercises.Catches("n", "units", "19"),
			exercises.Catches("n", "biases-only", "17"),
			exercises.Catches("n", "input-biases", "107"),
			exercises.Catches("n", "", "100"),
			exercises.Refuses("n", "많이"),
		)...)
}

func buildParameters(s layerSizes) exercises.Variant {
	weights, biases := s.parameters()
	units := 0
	var terms []string
	for i, n := range s.Layers {
		units += n
		if i > 0 {
			terms = append(terms, strconv.Itoa(n)+` \cdot `+strconv.Itoa(s.Layers[i-1])+" + "+strconv.Itoa(n))
		}
	}
	return exercises.Variant{
		Situation: s.situation(),
		Statement: lang.Sprintf("유닛의 수가 입력부터 출력까지 차례로 %[1]s인 완전 연결 신경망이 있어요. 가중치와 편향을 모두 세면 매개변수는 몇 개인가요?",
			"A fully connected network has, layer by layer from the input to the output, %[1]s units. How many parameters does it have, weights and biases together?", s),
		Parts: []exercises.Part{exercises.Number("n", lang.T("매개변수의 수", "number of parameters"),
			lang.T("층마다 유닛의 수 × 들어오는 값의 수에 유닛의 수를 더해요.", "For each layer: its units times its inputs, plus its units."),
			exercises.Right(exercises.Exactly(weights+biases), lang.Sprintf("가중치 %[1]d개, 편향 %[2]d개예요.", "%[1]d weights and %[2]d biases.", weights, biases)),
			exercises.Mistaken("no-biases", exercises.Exactly(weights), lang.T("가중치만 센 값이에요. 유닛마다 편향이 하나씩 있어요.", "Those are the weights. Every unit has a bias, too.")),
			exercises.Mistaken("units", exercises.Exactly(units), lang.T("유닛의 수예요. 매개변수는 유닛을 잇는 선과 편향이에요.", "Those are the units. Parameters are the edges between them, and the biases.")),
			exercises.Mistaken("biases-only", exercises.Exactly(biases), lang.T("편향만 센 값이에요. 유닛을 잇는 가중치를 더해요.", "Those are the biases. Add the weights between the units.")),
			exercises.Mistaken("input-biases", exercises.Exactly(weights+units), lang.T("입력에도 편향을 주셨어요. 입력은 값일 뿐이라 편향이 없어요.", "That gives the inputs biases. Inputs are only values and have none.")))},
		Hints: []lang.Text{
			lang.T("한 층의 가중치는 유닛의 수 × 들어오는 값의 수예요.", "The weights of a layer are its units times its inputs."),
			lang.Sprintf("첫 층은 $%[1]s$개예요.", "The first layer has $%[1]s$.", terms[0]),
			lang.T("남은 층도 같은 방법으로 세어 더해요.", "Count the other layers in the same way and add up."),
		},
		Solution: lang.Sprintf("$$ %[1]s = %[2]d $$", "$$ %[1]s = %[2]d $$", "("+strings.Join(terms, ") + (")+")", weights+biases),
	}
}

// affinePair is one layer after another, both of one unit without activation:
// p·(q·x + r) + s.
type affinePair struct{ Q, R, P, S float64 }

func collapseLayers() exercises.Exercise {
	draw := func(r *rand.Rand) affinePair {
		return affinePair{among(r, -3, -2, 2, 3, 4, 5), among(r, -3, -2, -1, 1, 2, 3), among(r, -3, -2, 2, 3, 4), among(r, -5, -4, -2, 1, 2, 5)}
	}
	return exercises.Template("05/collapse", lang.T("두 층을 한 층으로", "Two layers in one"), affinePair{2, 1, 3, -4}, draw, buildCollapse,
		slices.Concat(
			exercises.Accepts("line", "6, -1"),
			exercises.Catches("line", "bias-not-weighted", "6, -3"),
			exercises.Catches("line", "weights-added", "5, -1", "5, -3"),
			exercises.Catches("line", "outer-bias", "6, 3"),
			exercises.Catches("line", "bias-sign", "6, 7"),
			exercises.Refuses("line", "6"),
		)...)
}

func buildCollapse(p affinePair) exercises.Variant {
	slope, at := p.P*p.Q, p.P*p.R+p.S
	weightsAdded := func(b float64) exercises.Rule {
		return exercises.Mistaken("weights-added", exercises.Exactly([]float64{p.P + p.Q, b}), lang.T(
			"가중치를 더하셨어요. 층을 이으면 가중치끼리 곱해져요.", "The weights were added. One layer after another multiplies them."))
	}
	return exercises.Variant{
		Situation: graphSituation(fmt.Sprintf("y=%s+%g,h=%s+%g", times(p.P, "h"), p.S, times(p.Q, "x"), p.R), 1),
		Statement: spoken("활성화 함수가 없는 두 층이 있어요. 첫 층은 $h = %[1]s$, 둘째 층은 $y = %[2]s$[이에요/예요]. 이것을 한 층 $y = wx + b$로 쓰면 $(w, b)$는 무엇인가요?",
			"Two layers have no activation function: first $h = %[1]s$, then $y = %[2]s$. Written as one layer $y = wx + b$, what is $(w, b)$?",
			linear(p.Q, "x", p.R), linear(p.P, "h", p.S)),
		Parts: []exercises.Part{exercises.Vector("line", 2, lang.Same("$(w, b)$"), lang.T("첫 층의 식을 둘째 층의 $h$ 자리에 통째로 넣어 풀어 보세요.", "Put the first formula in the place of $h$ in the second and multiply out."),
			exercises.Right(exercises.Exactly([]float64{slope, at}), lang.T("몇 층을 이어도 이렇게 한 층이 돼요.", "However many layers there are, they become one like this.")),
			exercises.Mistaken("bias-not-weighted", exercises.Exactly([]float64{slope, p.R + p.S}), lang.Sprintf(
				"첫 층의 편향에도 $%[1]s$%[2]s 곱해져요.", "The bias of the first layer is multiplied by $%[1]s$, too.", num(p.P), josa(p.P, "이", "가"))),
			weightsAdded(at), weightsAdded(p.R+p.S),
			exercises.Mistaken("outer-bias", exercises.Exactly([]float64{slope, p.P * p.R}), lang.T("둘째 층의 편향이 빠졌어요.", "The bias of the second layer is missing.")),
			exercises.Mistaken("bias-sign", exercises.Exactly([]float64{slope, p.P*p.R - p.S}), lang.T("둘째 층의 편향은 부호까지 그대로 더해요.", "The bias of the second layer is added, sign and all.")))},
		Hints: []lang.Text{
			spoken("$h$ 자리에 첫 층의 식 $%[1]s$[을/를] 괄호째 넣어요.", "Put $%[1]s$ in the place of $h$, brackets and all.", linear(p.Q, "x", p.R)),
			lang.Sprintf("괄호를 풀면 $x$에도 편향에도 $%[1]s$%[2]s 곱해져요.", "Multiplying out, both $x$ and the bias are multiplied by $%[1]s$.", num(p.P), josa(p.P, "이", "가")),
		},
		Solution: lang.Sprintf("$$ y = %[1]s \\cdot (%[2]s) + %[3]s = %[4]s $$", "$$ y = %[1]s \\cdot (%[2]s) + %[3]s = %[4]s $$",
			num(p.P), linear(p.Q, "x", p.R), neg(p.S), linear(slope, "x", at)),
	}
}

// linear writes q x + r.
func linear(q float64, variable string, r float64) string { return term(q, variable) + added(r, num) }

// smallNet is a network of two inputs, two hidden units with ReLU and one output.
type smallNet struct {
	X, W, B, V []float64
	C          float64
}

// situation shows the network as a graph of its inputs.
func (p smallNet) situation() string {
	sum := func(w []float64, b float64, of string) string {
		return fmt.Sprintf("%s+%s+%g", times(w[0], of+"1"), times(w[1], of+"2"), b)
	}
	return graphSituation(fmt.Sprintf("y=%s,h1=relu(%s),h2=relu(%s)",
		sum(p.V, p.C, "h"), sum(p.W[:2], p.B[0], "x"), sum(p.W[2:], p.B[1], "x")), p.X...)
}

func feedForward() exercises.Exercise {
	draw := func(r *rand.Rand) smallNet {
		w := func() float64 { return among(r, -1, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1) }
		return smallNet{
			X: []float64{among(r, 1, 2, 3), among(r, -2, 1, 2, 4)}, W: []float64{w(), w(), w(), w()}, B: []float64{among(r, -0.5, 0.1, 0.2, 0.5), among(r, -0.5, -0.2, 0.1, 0.5)},
			V: []float64{among(r, -2, -1, 1, 2), among(r, -2, -1, 1, 2)}, C: among(r, -0.5, 0.5, 1),
		}
	}
	handout := smallNet{X: []float64{1, 4}, W: []float64{0.5, -0.25, 0.1, 0.3}, B: []float64{0.1, -0.2}, V: []float64{1, -2}, C: 0.5}
	return exercises.Template("05/forward", lang.T("작은 신경망의 순전파", "The forward pass of a small network"), handout, draw, buildForward,
		slices.Concat(
			exercises.Accepts("h", "0, 1.1"),
			exercises.Catches("h", "no-relu", "-0.4, 1.1"),
			exercises.Catches("h", "no-bias", "0, 1.3"),
			exercises.Catches("h", "transposed", "1, 0.75"),
			exercises.Refuses("h", "1"),
			exercises.Accepts("y", "-1.7"),
			exercises.Catches("y", "", "-2.1"),
			exercises.Catches("y", "no-bias", "-2.2"),
			exercises.Catches("y", "relu-at-output", "0"),
			exercises.Refuses("y", ""),
		)...)
}

func buildForward(p smallNet) exercises.Variant {
	w := nn.NewMatrix(2, 2, p.W...)
	times := func(m nn.Matrix) []float64 { return must(nn.MatMul(m, nn.NewMatrix(2, 1, p.X...))).Data }
	plus := func(a, b float64) float64 { return tidy(a + b) }
	raw := times(w)
	a, turned := zipped(raw, p.B, plus), zipped(times(w.T()), p.B, plus)
	h := apply(nn.ReLU.At, a)
	out := func(h []float64) float64 { return tidy(nn.Dot(p.V, h) + p.C) }
	y := out(h)
	return exercises.Variant{
		Situation: p.situation(),
		Statement: lang.Sprintf(
			"입력 $x$가 은닉층 $h = \\text{ReLU}(Wx + b)$를 지나 출력 $y = v \\cdot h + c$로 나와요. 출력에는 활성화 함수가 없어요. $x = %[1]s$, $W = %[2]s$, $b = %[3]s$, $v = %[4]s$, $c = %[5]s$일 때 $h$와 $y$를 정확한 값으로 구하세요.",
			"The input $x = %[1]s$ goes through the hidden layer $h = \\text{ReLU}(Wx + b)$ to the output $y = v \\cdot h + c$, with $W = %[2]s$, $b = %[3]s$, $v = %[4]s$ and $c = %[5]s$. The output has no activation function. Find $h$ and $y$, as exact values.",
			row(p.X), matrix(w), row(p.B), row(p.V), num(p.C)),
		Parts: []exercises.Part{
			exercises.Vector("h", 2, lang.T("은닉층 $h$", "the hidden layer $h$"), lang.T("행마다 곱해 더하고 편향을 더한 다음 ReLU를 씌워요.", "Multiply and add row by row, add the bias, then apply ReLU."),
				exercises.Right(exercises.Exactly(h), lang.T("음수였던 합은 0이 되어 뒤로 전해지지 않아요.", "What was negative has become 0 and is not passed on.")),
				exercises.Mistaken("no-relu", exercises.Exactly(a), lang.T("ReLU를 씌우기 전의 값이에요. 음수는 0으로 바꿔요.", "Those are the values before ReLU. Negative ones become 0.")),
				exercises.Mistaken("no-bias", exercises.Exactly(apply(nn.ReLU.At, apply(tidy, raw))), lang.T("편향 $b$를 더하지 않았어요.", "The bias $b$ was not added.")),
				exercises.Mistaken("transposed", exercises.Exactly(apply(nn.ReLU.At, turned)), lang.T("$W$의 열로 곱하셨어요. 행마다 $x$와 내적해요.", "That used the columns of $W$. Take the dot product of each row with $x$."))),
			exercises.Number("y", lang.T("출력 $y$", "the output $y$"), lang.T("$v$와 $h$를 내적하고 $c$를 더해요.", "Take the dot product of $v$ and $h$, and add $c$."),
				exercises.Right(exercises.Exactly(y), lang.T("출력에는 활성화 함수가 없어서 음수도 그대로 나와요.", "Without an activation function the output may be negative.")),
				exercises.Mistaken("no-bias", exercises.Exactly(tidy(y-p.C)), lang.T("출력의 편향 $c$가 빠졌어요.", "The bias $c$ of the output is missing.")),
				exercises.Mistaken("relu-at-output", exercises.Exactly(nn.ReLU.At(y)), lang.T("출력에까지 ReLU를 씌우셨어요. 출력에는 활성화 함수가 없어요.", "That applies ReLU to the output as well. The output has no activation function.")),
				exercises.Follow("h", answer.Exact, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
					return exercises.From(out(answer.Entries(earlier["h"].Read))), true
				}, lang.T("앞에서 구한 $h$로는 맞게 계산했어요. $h$를 고친 다음 다시 구해 보세요.", "Worked out rightly from the $h$ that you found. Mend $h$, then work it out again."))),
		},
		Hints: []lang.Text{
			spoken("$Wx = %[1]s$[이에요/예요].", "$Wx = %[1]s$.", row(apply(tidy, raw))),
			lang.Sprintf("편향을 더하면 $%[1]s$이고, 음수는 ReLU에서 0이 돼요.", "With the bias it is $%[1]s$; ReLU turns what is negative into 0.", row(a)),
		},
		Solution: spoken("$Wx + b = %[1]s$, $h = %[2]s$이고 $y = v \\cdot h + c = %[3]s$[이에요/예요].", "$Wx + b = %[1]s$, $h = %[2]s$, and $y = v \\cdot h + c = %[3]s$.", row(a), row(h), num(y)),
	}
}

// linesOf are lines in the plane, some of them parallel.
type linesOf struct{ N, Parallel int }

// situation shows as many lines, if the lab has them.
func (p linesOf) situation() string {
	if p.N > 5 {
		return ""
	}
	return situation("regions", set("n", float64(p.N)))
}

func countRegions() exercises.Exercise {
	draw := func(r *rand.Rand) linesOf { n := 4 + r.IntN(7); return linesOf{n, 2 + r.IntN(n-1)} }
	return exercises.Template("05/regions", lang.T("직선이 나누는 조각", "Regions cut by lines"), linesOf{3, 3}, draw, buildRegions,
		slices.Concat(
			exercises.Accepts("most", "7"),
			exercises.Catches("most", "doubled", "8"),
			exercises.Catches("most", "two-each", "6"),
			exercises.Catches("most", "crossings", "3"),
			exercises.Refuses("most", "일곱"),
			exercises.Accepts("least", "4"),
			exercises.Catches("least", "lines", "3"),
			exercises.Catches("least", "one-less", "6"),
			exercises.Refuses("least", ""),
		)...)
}

func buildRegions(p linesOf) exercises.Variant {
	n := p.N
	parallel := lang.Sprintf("그 가운데 %[1]d개가 서로 나란하고 나머지는 방향이 저마다 다르면", "%[1]d of them are parallel and the others all point in different directions", p.Parallel)
	if p.Parallel == n {
		parallel = lang.T("모두 서로 나란하면", "all of them are parallel")
	}
	most := n*(n+1)/2 + 1
	missing := p.Parallel * (p.Parallel - 1) / 2
	least := []exercises.Rule{
		exercises.Right(exercises.Exactly(most-missing), lang.Sprintf("나란한 직선끼리 만나지 않아 만나는 점이 %[1]d개 줄었어요.", "Parallel lines do not meet, which takes %[1]d crossings away.", missing)),
		exercises.Mistaken("one-less", exercises.Exactly(most-1), lang.T("나란한 두 직선마다 만나는 점이 하나씩 줄어요.", "Every pair of parallel lines takes a crossing away.")),
		exercises.Mistaken("lines", exercises.Exactly(n), lang.T("직선의 수예요. 직선이 하나도 없을 때의 한 조각을 더해요.", "That is the number of lines. Add the one region that is there without any.")),
	}
	return exercises.Variant{
		Situation: p.situation(),
		Statement: lang.Sprintf("은닉 유닛이 %[1]d개면 평면에 직선이 %[1]d개예요. 이 직선들이 평면을 가장 많이 나누면 몇 조각인가요? %[2]s 가장 많아야 몇 조각인가요?",
			"With %[1]d hidden units there are %[1]d lines in the plane. Into how many regions can they cut it at most? And at most into how many when %[3]s?", n, parallel.KO, parallel.EN),
		Parts: []exercises.Part{
			exercises.Number("most", lang.T("가장 많을 때", "at most"), lang.T("새 직선은 앞의 직선들과 만나는 점의 수보다 하나 많은 조각을 갈라요.", "A new line cuts one region more than there are lines for it to cross."),
				exercises.Right(exercises.Exactly(most), lang.Sprintf("$%[1]d \\cdot %[2]d / 2 + 1$이에요. 직선마다 한쪽을 고르는 방법 $2^{%[1]d} = %[3]d$가지보다 적어요.", "It is $%[1]d \\cdot %[2]d / 2 + 1$, fewer than the $2^{%[1]d} = %[3]d$ ways to choose a side of each line.", n, n+1, 1<<n)),
				exercises.Mistaken("doubled", exercises.Exactly(1<<n), lang.T("직선마다 두 배가 된다고 보셨어요. 새 직선이 모든 조각을 가르지는 못해요.", "That doubles with every line. A new line does not cut every region.")),
				exercises.Mistaken("two-each", exercises.Exactly(2*n), lang.T("모든 직선이 한 점에서 만날 때의 수예요. 만나는 점이 다르면 더 많아요.", "That is for lines through one point. With different crossings there are more.")),
				exercises.Mistaken("crossings", exercises.Exactly(n*(n-1)/2), lang.T("만나는 점의 수예요. 직선의 수와 1을 더해요.", "Those are the crossings. Add the number of lines and 1."))),
			exercises.Number("least", lang.Sprintf("%[1]d개가 나란할 때", "%[1]d of them parallel", p.Parallel), lang.T("조각은 1에 직선의 수와 만나는 점의 수를 더한 만큼이에요.", "The regions are 1, plus the lines, plus the crossings."), least...),
		},
		Hints: []lang.Text{
			lang.T("직선이 하나면 두 조각이에요. 둘째 직선은 두 조각을 갈라요.", "One line makes two regions. The second line cuts two of them."),
			lang.T("$k$번째 직선은 앞의 $k - 1$개와 만나며 $k$조각을 갈라요.", "The $k$-th line meets $k - 1$ others and cuts $k$ regions."),
		},
		Solution: lang.Sprintf("직선을 하나씩 그으면 $1 + (1 + 2 + \\dots + %[1]d) = %[2]d$조각이에요. 나란한 %[3]d개 사이에는 만나는 점 %[4]d개가 없어서 %[5]d조각이에요.",
			"Line by line it is $1 + (1 + 2 + \\dots + %[1]d) = %[2]d$. Without the %[4]d crossings of the %[3]d parallel lines it is %[5]d.", n, most, p.Parallel, missing, most-missing),
	}
}

// tidy rounds away what decimal fractions leave behind.
func tidy(x float64) float64 { return math.Round(x*1e9) / 1e9 }
