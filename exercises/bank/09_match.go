package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

// tracks are three optimizers by name, whose first steps down the same slope, of a
// gradient that stays the same, are to be told apart.
type tracks struct {
	G, Rate float64
	Who     []string
}

// candidates are the optimizers that it may have been, and what gives each away.
func candidates() []struct {
	kind      string
	name, why lang.Text
} {
	return []struct {
		kind      string
		name, why lang.Text
	}{
		{"sgd", lang.Same("SGD"), lang.T("SGD의 걸음은 언제나 $\\varepsilon g$예요.", "SGD's steps are always $\\varepsilon g$.")},
		{"momentum", lang.T("모멘텀", "Momentum"), lang.T("모멘텀의 걸음은 $\\varepsilon g$에서 시작해 길어져요.", "Momentum's steps start with $\\varepsilon g$ and grow.")},
		{"adagrad", lang.Same("Adagrad"), lang.T("Adagrad의 걸음은 $\\varepsilon$에서 시작해 짧아져요.", "Adagrad's steps start with $\\varepsilon$ and shrink.")},
		{"rmsprop", lang.Same("RMSProp"), lang.T("RMSProp의 걸음은 $\\varepsilon$보다 길게 시작해 $\\varepsilon$으로 다가가요.", "RMSProp's steps start longer than $\\varepsilon$ and come down to it.")},
		{"adam", lang.Same("Adam"), lang.T("Adam의 걸음은 여기서 언제나 $\\varepsilon$이에요.", "Adam's steps are always $\\varepsilon$ here.")},
	}
}

// strides are the lengths of the first steps of an optimizer.
func (p tracks) strides(kind string) []float64 {
	const shown = 4
	o := run.NewRacer(kind, p.Rate).New()
	var out []float64
	for at := []float64{0}; len(out) < shown; {
		before := at[0]
		o.Step(at, []float64{p.G})
		out = append(out, before-at[0])
	}
	return out
}

func matchSteps() exercises.Exercise {
	draw := func(r *rand.Rand) tracks {
		p := tracks{G: among(r, 2, 3, 4, 5), Rate: among(r, 0.01, 0.1)}
		for _, i := range r.Perm(len(candidates()))[:3] {
			p.Who = append(p.Who, candidates()[i].kind)
		}
		return p
	}
	return exercises.Template("09/match", lang.T("누구의 걸음일까", "Whose steps are these?"), tracks{3, 0.1, []string{"momentum", "adam", "adagrad"}}, draw, buildMatch,
		slices.Concat(
			exercises.Accepts("a", "2"), exercises.Catches("a", "sgd", "1"), exercises.Refuses("a", "9"),
			exercises.Accepts("b", "5"), exercises.Catches("b", "rmsprop", "4"), exercises.Refuses("b", ""),
			exercises.Accepts("c", "3"), exercises.Catches("c", "adam", "5"), exercises.Refuses("c", "?"),
		)...)
}

func buildMatch(p tracks) exercises.Variant {
	rows := []string{"|   | 1 | 2 | 3 | 4 |", "|---|---|---|---|---|"}
	var parts []exercises.Part
	var solved, solvedEN []string
	for i, who := range p.Who {
		letter := string(rune('A' + i))
		cells := []string{letter}
		for _, v := range p.strides(who) {
			cells = append(cells, num(rounded(v, 4)))
		}
		rows = append(rows, "| "+strings.Join(cells, " | ")+" |")
		var options []exercises.Option
		for _, k := range candidates() {
			if k.kind == who {
				options = append(options, exercises.Yes(k.name, k.why))
				solved, solvedEN = append(solved, letter+": "+k.name.KO+". "+k.why.KO), append(solvedEN, letter+": "+k.name.EN+". "+k.why.EN)
			} else {
				options = append(options, exercises.No(k.kind, k.name, k.why))
			}
		}
		parts = append(parts, exercises.Choose(strings.ToLower(letter), lang.Same(letter), options...))
	}
	table := strings.Join(rows, "\n")
	return exercises.Variant{
		Statement: lang.Sprintf("기울기가 어디서나 $g = %[1]s$인 비탈을 세 방법이 학습률 $\\varepsilon = %[2]s$로 내려갔어요($\\beta$, $\\beta_1$, $\\rho$는 0.9). 표는 처음 네 걸음의 길이예요. 저마다 누구의 걸음인가요?\n\n%[3]s",
			"Three optimizers went down a slope whose gradient is $g = %[1]s$ everywhere, at a rate of $\\varepsilon = %[2]s$ ($\\beta$, $\\beta_1$ and $\\rho$ are 0.9). The table has the lengths of their first four steps. Whose are they?\n\n%[3]s", num(p.G), num(p.Rate), table),
		Parts: parts,
		Hints: []lang.Text{
			spoken("$\\varepsilon g = %[1]s$[이에요/예요]. 여기서 시작하는 것과 그렇지 않은 것을 먼저 나눠요.", "$\\varepsilon g = %[1]s$. First part those that start with it from those that do not.", num(tidy(p.Rate*p.G))),
			lang.T("걸음이 길어지는지, 짧아지는지, 그대로인지 보세요.", "Do the steps grow, shrink or stay?"),
		},
		Solution: lang.T(strings.Join(solved, "\n\n"), strings.Join(solvedEN, "\n\n")),
	}
}

// trough is A x² + B y², B being the steeper one.
type trough struct{ A, B float64 }

func bestRate() exercises.Exercise {
	draw := func(r *rand.Rand) trough {
		return trough{among(r, 0.05, 0.1, 0.15, 0.2, 0.25, 0.4, 0.5), among(r, 1, 1.5, 2, 2.5, 3, 4, 5)}
	}
	return exercises.Template("09/best-rate", lang.T("골짜기에 가장 좋은 학습률", "The best rate for a valley"), trough{0.05, 1}, draw, buildBestRate,
		slices.Concat(
			exercises.Accepts("limit", "1", "1.0"),
			exercises.Catches("limit", "gentle", "20"),
			exercises.Catches("limit", "half", "0.5"),
			exercises.Catches("limit", "no-two", "2"),
			exercises.Refuses("limit", ""),
			exercises.Accepts("best", "0.952"),
			exercises.Catches("best", "no-two", "1.905"),
			exercises.Catches("best", "steep", "0.5"),
			exercises.Refuses("best", "?"),
		)...)
}

func buildBestRate(p trough) exercises.Variant {
	low, high := tidy(2*p.A), tidy(2*p.B)
	no := exercises.Mistaken
	to := func(f func(x []float64) float64, given ...float64) exercises.Want { return inOneStep(3, f, given...) }
	quotient := func(top, under float64) exercises.Want {
		return to(func(x []float64) float64 { return x[0] / x[1] }, top, under)
	}
	loss := fmt.Sprintf("%s x^2 + %s y^2", num(p.A), num(p.B))
	if p.B == 1 {
		loss = fmt.Sprintf("%s x^2 + y^2", num(p.A))
	}
	noTwo := lang.T("2를 잊으셨어요. $b y^2$의 기울기는 $2 b y$예요.", "The 2 is missing: the slope of $b y^2$ is $2 b y$.")
	return exercises.Variant{
		Statement: lang.Sprintf("손실이 $E = %[1]s$인 골짜기를 경사 하강법으로 내려가요. 한 걸음은 $x$에 $1 - \\varepsilon \\lambda_1$을, $y$에 $1 - \\varepsilon \\lambda_2$를 곱해요. 학습률이 얼마를 넘으면 발산하나요? 두 수의 크기가 같아져 가장 빠른 학습률은 얼마인가요? 소수 셋째 자리까지 적어요.",
			"Gradient descent goes down the valley $E = %[1]s$. A step multiplies $x$ by $1 - \\varepsilon \\lambda_1$ and $y$ by $1 - \\varepsilon \\lambda_2$. Beyond which rate does it diverge? It is fastest where both factors are equally large: at which rate? Give three decimals.", loss),
		Parts: []exercises.Part{
			exercises.Number("limit", lang.T("발산하는 경계", "where it diverges"), lang.T("가파른 쪽의 수 $1 - \\varepsilon \\lambda_2$가 $-1$이 되는 곳이에요.", "It is where the steep factor, $1 - \\varepsilon \\lambda_2$, is $-1$."), distinct(
				exercises.Right(quotient(2, high), lang.T("가장 가파른 방향이 학습률의 한계를 정해요.", "The steepest direction sets the limit.")),
				no("gentle", quotient(2, low), lang.T("완만한 쪽의 경계예요. 가파른 쪽이 먼저 발산해요.", "That is the limit of the gentle direction. The steep one diverges first.")),
				no("half", quotient(1, high), lang.T("가파른 쪽이 한 걸음에 닿는 학습률이에요. 발산은 그 두 배부터예요.", "There the steep direction lands in one step. It diverges beyond twice that.")),
				no("no-two", quotient(2, p.B), noTwo))...),
			exercises.Number("best", lang.T("가장 빠른 학습률", "the fastest rate"), lang.T("$1 - \\varepsilon \\lambda_1 = -(1 - \\varepsilon \\lambda_2)$를 풀어요.", "Solve $1 - \\varepsilon \\lambda_1 = -(1 - \\varepsilon \\lambda_2)$."), distinct(
				exercises.Right(quotient(2, low+high), lang.Sprintf("발산하는 경계의 %[1]s%%예요. 가장 좋은 학습률은 벼랑 바로 앞에 있어요.", "That is %[1]s%% of the limit: the best rate stands right at the cliff.", num(rounded(100*high/(low+high), 1)))),
				no("no-two", quotient(2, p.A+p.B), noTwo),
				no("steep", quotient(1, high), lang.T("가파른 쪽만 생각하셨어요. 완만한 쪽은 아직 느려요.", "That has the steep direction in mind. The gentle one is still slow.")))...),
		},
		Hints: []lang.Text{
			lang.Sprintf("$\\lambda_1 = %[1]s$, $\\lambda_2 = %[2]s$", "$\\lambda_1 = %[1]s$, $\\lambda_2 = %[2]s$", num(low), num(high)),
			lang.T("$\\varepsilon = \\frac{2}{\\lambda_1 + \\lambda_2}$", "$\\varepsilon = \\frac{2}{\\lambda_1 + \\lambda_2}$"),
		},
		Solution: lang.Same(fmt.Sprintf("$$ \\frac{2}{%s} %s, \\quad \\frac{2}{%s + %s} %s $$", num(high), about(2/high, 3), num(low), num(high), about(2/(low+high), 3))),
	}
}

// valleyGround is the surface of the challenges.
func valleyGround() nn.Surface {
	all := nn.Surfaces()
	return all[slices.IndexFunc(all, func(s nn.Surface) bool { return s.Name == "valley" })]
}
