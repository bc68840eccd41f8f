package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// lecture03 returns the exercises on what learning is.
func lecture03() []exercises.Exercise {
	return []exercises.Exercise{
		whichWrong(), nameStep(), oneUpdate(), whichTurn(), distanceToLine(), mostCorrections(), rateFromZero(), neverParted(), partByHand(),
	}
}

// labelled is a line, and dots with their targets of which one is wrong.
type labelled struct {
	W    []float64
	B    float64
	X    [][]float64
	T    []float64
	Edge int // the dot that lies on the line
}

func (p labelled) unit() nn.Perceptron { return nn.Perceptron{W: p.W, B: p.B, F: nn.Step} }

func whichWrong() exercises.Exercise {
	draw := func(r *rand.Rand) labelled {
		p := labelled{W: []float64{among(r, -1, 1), among(r, -2, -1, 1, 2)}, B: float64(r.IntN(5) - 2), Edge: r.IntN(5)}
		wrong := (p.Edge + 1 + r.IntN(4)) % 5
		for i := range 5 {
			x := []float64{0, float64(r.IntN(7) - 3)}
			x[0] = -(p.B + p.W[1]*x[1]) / p.W[0]
			if i != p.Edge {
				x[0] += among(r, -3, -2, -1, 1, 2, 3)
			}
			t := p.unit().Output(x)
			if i == wrong {
				t = 1 - t
			}
			p.X, p.T = append(p.X, x), append(p.T, t)
		}
		return p
	}
	handout := labelled{
		W: []float64{1, -1}, B: 1,
		X: [][]float64{{1, 0}, {0, 2}, {-1, 0}, {2, 1}, {-2, 1}}, T: []float64{1, 1, 1, 1, 0}, Edge: 2,
	}
	return exercises.Template("03/which-wrong", lang.T("틀린 점", "The wrong dot"), handout, draw, buildWhichWrong,
		slices.Concat(
			exercises.Accepts("dot", "2"),
			exercises.Catches("dot", "edge", "3"),
			exercises.Catches("dot", "right-side", "1", "5"),
			exercises.Refuses("dot", "6"),
		)...)
}

func buildWhichWrong(p labelled) exercises.Variant {
	u := p.unit()
	wrong := u.Wrong(p.X, p.T)[0]
	var options []exercises.Option
	for i, x := range p.X {
		text := lang.Sprintf("$%[1]s$, 목표 %[2]s", "$%[1]s$, target %[2]s", row(x), num(p.T[i]))
		say := lang.Sprintf("합 $%[1]s$, 출력 %[2]s, 목표 %[3]s.", "The sum is $%[1]s$, the output %[2]s, the target %[3]s.", num(u.PreActivation(x)), num(u.Output(x)), num(p.T[i]))
		switch i {
		case wrong:
			options = append(options, exercises.Yes(text, say))
		case p.Edge:
			options = append(options, exercises.No("edge", text, lang.T("합이 정확히 0이에요. 0 이상이면 1이니 맞은 점이에요.", "Its sum is exactly 0, which counts as 1: it is right.")))
		default:
			options = append(options, exercises.No("right-side", text, say))
		}
	}
	return exercises.Variant{
		Situation: unitSituation(p.W, p.B, p.X[wrong]),
		Statement: lang.Sprintf("선은 $%[1]s%[2]s %[3]s \\ge 0$인 쪽에서 1, 반대쪽에서 0이라고 답해요. 다섯 점 가운데 이 선이 틀리는 점은 어느 것인가요?",
			"A line answers 1 where $%[1]s%[2]s %[3]s \\ge 0$, and 0 on the other side. Which of the five dots does it get wrong?", term(p.W[0], "x_1"), added(p.W[1], func(x float64) string { return term(x, "x_2") }), plus(p.B)),
		Parts: []exercises.Part{exercises.Choose("dot", lang.T("틀린 점", "the wrong dot"), options...)},
		Hints: []lang.Text{
			lang.T("점마다 좌표를 넣어 합의 부호를 보세요.", "Put each dot in and look at the sign of the sum."),
			lang.T("합이 0인 점은 1이라고 답해요.", "A sum of 0 is answered by 1."),
		},
		Solution: lang.Sprintf("$%[1]s$에서 합은 $%[2]s$, 출력은 %[3]s인데 목표는 %[4]s이에요. 나머지 넷은 출력과 목표가 같아요.", "At $%[1]s$ the sum is $%[2]s$ and the output %[3]s, but the target is %[4]s. For the other four both agree.",
			row(p.X[wrong]), num(u.PreActivation(p.X[wrong])), num(u.Output(p.X[wrong])), num(p.T[wrong])),
	}
}

// sayings are which sentence of each step is asked, and in which order the steps
// stand.
type sayings struct{ Draw, Find, Mend, Turn int }

func nameStep() exercises.Exercise {
	draw := func(r *rand.Rand) sayings { return sayings{r.IntN(3), r.IntN(3), r.IntN(3), r.IntN(3)} }
	return exercises.Template("03/name-step", lang.T("단계의 이름", "Name the step"), sayings{}, draw, buildNameStep,
		slices.Concat(
			exercises.Accepts("one", "1"), exercises.Catches("one", "update", "3"), exercises.Refuses("one", ""),
			exercises.Accepts("two", "2"), exercises.Catches("two", "update", "3"), exercises.Refuses("two", "4"),
			exercises.Accepts("three", "3"), exercises.Catches("three", "loss", "2"), exercises.Refuses("three", "x"),
		)...)
}

func buildNameStep(p sayings) exercises.Variant {
	names := []lang.Text{
		lang.T("순전파", "forward propagation"), lang.T("손실과 기울기 구하기", "loss and gradient"), lang.T("갱신", "update"),
	}
	why := []lang.Text{
		lang.T("지금의 가중치로 답을 내는 것이 순전파예요.", "Answering with the weights that there are is the forward propagation."),
		lang.T("얼마나, 어느 쪽으로 틀렸는지 재는 단계예요. 아직 아무것도 바뀌지 않아요.", "It takes how far off the answer is, and which way. Nothing changes yet."),
		lang.T("가중치가 바뀌는 것은 이 단계뿐이에요.", "It is the only step in which weights change."),
	}
	ids := []string{"forward", "loss", "update"}
	asks := []lang.Text{
		[]lang.Text{
			lang.T("사진을 넣었더니 '고양이 0.8'이 나왔다", "A photo goes in, and 'cat 0.8' comes out"),
			lang.T("점마다 선의 어느 쪽인지 답했다", "For every dot it said on which side of the line it lies"),
			lang.T("가중치와 입력을 곱해 더하고 계단에 넣었다", "It multiplied weights and inputs, added and took the step"),
		}[p.Draw],
		[]lang.Text{
			lang.T("목표 1에서 출력 0을 빼 1을 얻었다", "It subtracted the output 0 from the target 1 and got 1"),
			lang.T("가중치를 늘리면 손실이 얼마나 줄지 구했다", "It worked out how the loss falls when a weight grows"),
			lang.T("답이 틀린 점을 찾아 차이를 쟀다", "It found a dot answered wrongly and took the difference"),
		}[p.Find],
		[]lang.Text{
			lang.T("가중치 0.5를 0.3으로 바꾸었다", "A weight of 0.5 became 0.3"),
			lang.T("선을 시계 방향으로 조금 돌렸다", "It turned the line slightly clockwise"),
			lang.T("편향에 학습률과 차이의 곱을 더했다", "It added rate times difference to the bias"),
		}[p.Mend],
	}
	var parts []exercises.Part
	for i, id := range []string{"one", "two", "three"} {
		var options []exercises.Option
		for k, name := range names {
			if k == i {
				options = append(options, exercises.Yes(name, why[k]))
			} else {
				options = append(options, exercises.No(ids[k], name, why[k]))
			}
		}
		parts = append(parts, exercises.Choose(id, asks[i], turned(p.Turn, options...)...))
	}
	return exercises.Variant{
		Statement: []lang.Text{
			lang.T("학습은 세 단계예요. 문장마다 어느 단계인지 고르세요.", "Learning has three steps. Choose the step that each sentence tells of."),
			lang.T("어떤 기계가 배우면서 한 일이에요. 하나하나 어느 단계인지 고르세요.", "This is what a machine did while it learned. Choose the step of each."),
			lang.T("배우는 기계의 기록에서 뽑은 세 줄이에요. 줄마다 어느 단계인지 고르세요.", "Three lines from the record of a machine that learns. Choose the step of each."),
		}[p.Turn],
		Parts: parts,
		Hints: []lang.Text{
			lang.T("답을 내기, 틀린 정도를 재기, 고치기의 순서예요.", "Answer, see how wrong it is, mend: in this order."),
			lang.T("가중치가 바뀌는 것은 하나뿐이에요.", "Only one of the three changes the weights."),
		},
		Solution: lang.T("첫째는 순전파, 둘째는 손실과 기울기 구하기, 셋째는 갱신이에요.", "The first is the forward propagation, the second loss and gradient, the third the update."),
	}
}

// updated is a perceptron and a sample that it gets wrong.
type updated struct {
	W, X       []float64
	B, T, Rate float64
}

func (p updated) unit() nn.Perceptron {
	return nn.Perceptron{W: slices.Clone(p.W), B: p.B, F: nn.Step}
}

func oneUpdate() exercises.Exercise {
	draw := func(r *rand.Rand) updated {
		half := func() float64 { return among(r, -1.5, -1, -0.5, 0.5, 1, 1.5) }
		p := updated{W: []float64{half(), half()}, X: []float64{among(r, -3, -2, -1, 1, 2, 3), among(r, -3, -2, 2, 3)}, B: among(r, -1, 1, 2, 3), Rate: among(r, 0.1, 0.2)}
		p.T = 1 - p.unit().Output(p.X)
		return p
	}
	handout := updated{W: []float64{0.5, -0.5}, X: []float64{2, 1}, Rate: 0.1}
	return exercises.Template("03/update", lang.T("한 번 고치기", "One correction"), handout, draw, buildCorrection,
		slices.Concat(
			exercises.Accepts("w", "0.3, -0.6"), exercises.Catches("w", "sign", "0.7, -0.4"), exercises.Catches("w", "no-rate", "-1.5, -1.5"), exercises.Refuses("w", "0.3"),
			exercises.Accepts("b", "-0.1"), exercises.Catches("b", "kept", "0"), exercises.Catches("b", "sign", "0.1"), exercises.Refuses("b", ""),
		)...)
}

func buildCorrection(p updated) exercises.Variant {
	after := func(rate float64) nn.Perceptron {
		u := p.unit()
		u.Learn(p.X, p.T, rate)
		return u
	}
	right, delta := after(p.Rate), p.T-p.unit().Output(p.X)
	wrongWay := lang.T("반대쪽으로 고쳤어요. 차이는 $t - y$예요.", "That mends the wrong way. The difference is $t - y$.")
	noRate := lang.T("학습률을 곱하지 않은 값이에요.", "That leaves out the learning rate.")
	return exercises.Variant{
		Picture:   p.mended,
		Situation: unitSituation(p.W, p.B, p.X),
		Statement: spoken("퍼셉트론의 가중치가 $w = %[1]s$, 편향이 $b = %[2]s$이고, 합이 0 이상이면 1, 아니면 0이라고 답해요. 입력 $x = %[3]s$의 목표는 $t = %[4]s$, 학습률은 $\\varepsilon = %[5]s$[이에요/예요]. 퍼셉트론 규칙으로 한 번 고친 $w$와 $b$를 정확히 구하세요.",
			"A perceptron has $w = %[1]s$ and $b = %[2]s$; it answers 1 if the sum is 0 or more, else 0. The input $x = %[3]s$ has the target $t = %[4]s$, and the learning rate is $\\varepsilon = %[5]s$. Find $w$ and $b$, exactly, after one correction by the perceptron rule.",
			row(p.W), num(p.B), row(p.X), num(p.T), num(p.Rate)),
		Parts: []exercises.Part{
			exercises.Vector("w", 2, lang.T("새 가중치 w", "new weights w"), lang.T("가중치마다 $\\varepsilon (t - y) x_i$를 더해요.", "Each weight gains $\\varepsilon (t - y) x_i$."),
				exercises.Right(exercises.Exactly(right.W), lang.T("입력이 큰 쪽의 가중치가 더 많이 바뀌어요.", "The weight of the larger input changes more.")),
				exercises.Mistaken("sign", exercises.Exactly(after(-p.Rate).W), wrongWay),
				exercises.Mistaken("no-rate", exercises.Exactly(after(1).W), noRate),
				exercises.Mistaken("kept", exercises.Exactly(p.W), lang.T("답이 틀렸으니 가중치가 바뀌어야 해요.", "The answer was wrong, so the weights change."))),
			exercises.Number("b", lang.T("새 편향 b", "new bias b"), lang.T("편향에는 $\\varepsilon (t - y)$를 더해요.", "The bias gains $\\varepsilon (t - y)$."),
				exercises.Right(exercises.Exactly(right.B), lang.T("편향은 입력이 늘 1인 가중치와 같아요.", "The bias is like a weight whose input is always 1.")),
				exercises.Mistaken("sign", exercises.Exactly(after(-p.Rate).B), wrongWay),
				exercises.Mistaken("no-rate", exercises.Exactly(after(1).B), noRate),
				exercises.Mistaken("kept", exercises.Exactly(p.B), lang.T("편향도 함께 고쳐요.", "The bias is mended, too."))),
		},
		Hints: []lang.Text{
			lang.T("먼저 지금의 답 $y$를 구해 $t - y$를 보세요.", "First find the answer $y$ of now, then $t - y$."),
			lang.Sprintf("$t - y = %[1]s$이고, 여기에 학습률을 곱한 것이 고치는 크기예요.", "$t - y = %[1]s$. Times the rate, that is how much is mended.", num(delta)),
		},
		Solution: spoken("합은 $%[1]s$[이라/라] $y = %[2]s$, $t - y = %[3]s$[이에요/예요]. $w = %[4]s + %[5]s \\cdot %[6]s = %[7]s$이고 $b = %[8]s$[이에요/예요].",
			"The sum is $%[1]s$, so $y = %[2]s$ and $t - y = %[3]s$. Then $w = %[4]s + %[5]s \\cdot %[6]s = %[7]s$ and $b = %[8]s$.",
			num(p.unit().PreActivation(p.X)), num(p.T-delta), num(delta), row(p.W), neg(p.Rate*delta), row(p.X), row(right.W), num(right.B)),
	}
}

// mended draws the input and the line, and the line of what is typed.
func (p updated) mended(typed map[string][]float64) exercises.Picture {
	picture := exercises.Picture{
		Min: -4, Max: 4, XLabel: "x1", YLabel: "x2", Points: []exercises.Point{{X: p.X[0], Y: p.X[1], Lit: p.T == 1}},
		Lines: []exercises.Boundary{{W1: p.W[0], W2: p.W[1], B: p.B}},
		Caption: lang.T("틀린 점과 지금의 선이에요. 새 w와 b를 적으면 고친 선이 그려지고, 그 선이 1이라고 답하는 쪽이 칠해져요. 한 번 고쳐서는 아직 틀릴 수도 있어요.",
			"The dot that is wrong and the line of now. Type the new w and b and the mended line is drawn, its side of 1 shaded. After one correction the dot may still be wrong."),
	}
	if w, b := typed["w"], typed["b"]; w != nil && b != nil {
		picture.Lines = append(picture.Lines, exercises.Boundary{W1: w[0], W2: w[1], B: b[0], Lit: true})
	}
	return picture
}

func whichTurn() exercises.Exercise {
	draw := func(r *rand.Rand) updated {
		for {
			p := updated{W: []float64{float64(r.IntN(7) - 3), float64(r.IntN(7) - 3)}, X: []float64{float64(r.IntN(9) - 4), float64(r.IntN(9) - 4)}, Rate: 0.1}
			p.T = 1 - p.unit().Output(p.X)
			if p.W[0]*p.X[1] != p.W[1]*p.X[0] && nn.Dot(p.W, p.X) != 0 {
				return p
			}
		}
	}
	return exercises.Template("03/turn", lang.T("어느 쪽으로 돌릴까", "Which way to turn"), updated{W: []float64{1, 0}, X: []float64{-1, 2}, T: 1, Rate: 0.1}, draw, buildTurn,
		slices.Concat(
			exercises.Accepts("way", "1"), exercises.Catches("way", "mirrored", "2"), exercises.Catches("way", "none", "3"), exercises.Refuses("way", "4"),
		)...)
}

func buildTurn(p updated) exercises.Variant {
	delta := p.T - p.unit().Output(p.X)
	left := delta*(p.W[0]*p.X[1]-p.W[1]*p.X[0]) > 0
	ways := []lang.Text{lang.T("시계 반대 방향으로 돌려요", "counter-clockwise"), lang.T("시계 방향으로 돌려요", "clockwise")}
	option := func(i int) exercises.Option {
		if (i == 0) == left {
			return exercises.Yes(ways[i], lang.T("화살표가 목표 1인 점에는 다가가고 목표 0인 점에서는 멀어져요.", "The arrow turns towards a dot with target 1, and away from one with target 0."))
		}
		return exercises.No("mirrored", ways[i], lang.T("거울에 비친 방향이에요. 그 점이 화살표의 어느 쪽에 있는지, 목표가 무엇인지 보세요.", "That is the mirror image. See on which side of the arrow the dot lies, and its target."))
	}
	towards := lang.T("다가가야", "towards it")
	if delta < 0 {
		towards = lang.T("멀어져야", "away from it")
	}
	return exercises.Variant{
		Situation: unitSituation(p.W, p.B, p.X),
		Statement: spoken("원점을 지나는 선의 화살표가 $w = %[1]s$ 방향을 가리켜요. 점 $x = %[2]s$의 목표는 %[3]s인데 선의 답은 %[4]s[이에요/예요]. 퍼셉트론 규칙은 화살표를 어느 쪽으로 돌리나요?",
			"The arrow of a line through the origin points along $w = %[1]s$. The dot $x = %[2]s$ has the target %[3]s, but the line answers %[4]s. Which way does the perceptron rule turn the arrow?",
			row(p.W), row(p.X), num(p.T), num(p.T-delta)),
		Parts: []exercises.Part{exercises.Choose("way", lang.T("방향", "direction"), option(0), option(1),
			exercises.No("none", lang.T("돌리지 않아요", "it does not turn"), lang.T("답이 틀렸으니 가중치가 바뀌어요.", "The answer was wrong, so the weights change.")))},
		Hints: []lang.Text{
			lang.T("가중치에 더해지는 것은 $\\varepsilon (t - y) x$예요.", "The weights gain $\\varepsilon (t - y) x$."),
			lang.T("종이에 두 화살표 $w$와 $(t - y) x$를 그려 보세요.", "Draw the two arrows $w$ and $(t - y) x$."),
		},
		Solution: spoken("$(t - y) x = %[1]s$[이/가] 더해지니 화살표는 점에서 볼 때 %[2]s 해요. %[3]s.", "The weights gain a part of $(t - y) x = %[1]s$, so the arrow turns %[4]s: %[5]s.",
			row(scaled(p.X, delta)), towards.KO, ways[map[bool]int{true: 0, false: 1}[left]].KO, towards.EN, ways[map[bool]int{true: 0, false: 1}[left]].EN),
	}
}

func distanceToLine() exercises.Exercise {
	draw := func(r *rand.Rand) unitAt {
		return unitAt{W: []float64{among(r, 1, 2, 3), among(r, -2, -1, 1, 2)}, X: []float64{float64(r.IntN(9) - 4), float64(r.IntN(9) - 4)}, B: float64(r.IntN(9) - 4)}
	}
	return exercises.Template("03/distance", lang.T("선까지의 거리", "Distance to a line"), unitAt{W: []float64{1, 1}, X: []float64{3, 1}, B: -2}, draw, buildToLine,
		slices.Concat(
			exercises.Accepts("d", "1.414", "√2"), exercises.Catches("d", "not-divided", "2"), exercises.Catches("d", "squared", "1"), exercises.Refuses("d", ""),
		)...)
}

// dropped draws the dot and the line, and where the distance that is typed leads
// from the dot towards it.
func (p unitAt) dropped(typed map[string][]float64) exercises.Picture {
	picture := exercises.Picture{
		Min: -6, Max: 6, XLabel: "x1", YLabel: "x2", Points: []exercises.Point{{X: p.X[0], Y: p.X[1]}},
		Lines: []exercises.Boundary{{W1: p.W[0], W2: p.W[1], B: p.B}},
		Caption: lang.T("고리에서 선 쪽으로 곧장, 적은 거리만큼 간 자리가 점으로 나타나요. 거리가 맞으면 선 위에 놓여요.",
			"A dot shows where the distance that is typed leads, from the ring straight towards the line. The right one ends on the line."),
	}
	if d := typed["d"]; d != nil {
		step := -math.Copysign(d[0]/nn.Norm(p.W, 2), p.unit().PreActivation(p.X))
		picture.Points = append(picture.Points, exercises.Point{X: p.X[0] + step*p.W[0], Y: p.X[1] + step*p.W[1], Lit: true})
	}
	return picture
}

func buildToLine(p unitAt) exercises.Variant {
	a, size := math.Abs(p.unit().PreActivation(p.X)), nn.Norm(p.W, 2)
	divided := func(x []float64) float64 { return x[0] / x[1] }
	return exercises.Variant{
		Picture:   p.dropped,
		Situation: unitSituation(p.W, p.B, p.X),
		Statement: lang.Sprintf("점 $%[1]s$에서 선 $%[2]s%[3]s %[4]s = 0$까지의 거리를 소수 셋째 자리까지 구하세요.", "How far is the dot $%[1]s$ from the line $%[2]s%[3]s %[4]s = 0$? Give three decimals.",
			row(p.X), term(p.W[0], "x_1"), added(p.W[1], func(x float64) string { return term(x, "x_2") }), plus(p.B)),
		Parts: []exercises.Part{exercises.Number("d", lang.T("거리", "distance"), lang.T("합의 크기를 가중치의 길이로 나눠요.", "Divide the size of the sum by the length of the weights."),
			exercises.Right(exercises.To(3, exercises.From(a, size).Value(lang.T("거리", "the distance"), divided)), lang.T("틈의 너비도 이렇게 재요.", "The width of a gap is measured this way.")),
			exercises.Mistaken("not-divided", exercises.Exactly(a), lang.T("합의 크기예요. 가중치의 길이로 나눠야 거리가 돼요.", "That is the size of the sum. Divided by the length of the weights it is a distance.")),
			exercises.Mistaken("squared", inOneStep(3, divided, a, size*size), lang.T("길이의 제곱으로 나눴어요. 길이로 나눠요.", "That divides by the square of the length. Divide by the length.")))},
		Hints: []lang.Text{
			lang.T("점을 식에 넣어 합을 먼저 구해요.", "Put the dot into the formula first."),
			lang.T("가중치의 길이는 $\\sqrt{w_1^2 + w_2^2}$이에요.", "The length of the weights is $\\sqrt{w_1^2 + w_2^2}$."),
		},
		Solution: spoken("합의 크기는 %[1]s, 길이는 $\\sqrt{%[2]s}$이고 거리는 $%[3]s$[이에요/예요].", "The sum has the size %[1]s, the length is $\\sqrt{%[2]s}$ and the distance $%[3]s$.", num(a), num(nn.Dot(p.W, p.W)), dec(a/size, 3)),
	}
}
