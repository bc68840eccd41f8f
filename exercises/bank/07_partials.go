package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// monomial is C xᵐ yⁿ, with the exponents of both variables.
type monomial struct {
	C    float64
	Exps [2]int
}

// monomials is their sum.
type monomials []monomial

func (f monomials) text() string {
	return sumText(len(f), func(i int) (float64, string) {
		of := ""
		for k, name := range []string{"x", "y"} {
			switch e := f[i].Exps[k]; e {
			case 0:
			case 1:
				of += " " + name
			default:
				of += fmt.Sprintf(" %s^%d", name, e)
			}
		}
		if of != "" {
			of = of[1:]
		}
		return f[i].C, of
	})
}

func (f monomials) at(x, y float64) float64 {
	value := 0.0
	for _, m := range f {
		product := m.C
		for range m.Exps[0] {
			product *= x
		}
		for range m.Exps[1] {
			product *= y
		}
		value += product
	}
	return tidy(value)
}

// termwise makes another term of every term; an exponent below 0 drops it.
func (f monomials) termwise(change func(monomial) monomial) monomials {
	var out monomials
	for _, m := range f {
		if m = change(m); min(m.Exps[0], m.Exps[1]) >= 0 {
			out = append(out, m)
		}
	}
	return out
}

// by differentiates with respect to variable k.
func (f monomials) by(k int) monomials {
	return f.termwise(func(m monomial) monomial {
		m.C *= float64(m.Exps[k])
		m.Exps[k]--
		return m
	})
}

// partialSlip is a way to miss the derivative by variable k. Of some functions two
// ways are the same, or one is no slip: partialSlips lists each formula once.
type partialSlip struct {
	id  string
	of  func(f monomials, k int) monomials
	say lang.Text
}

func partialSlips(f monomials, k int) []partialSlip {
	seen := map[string]bool{f.by(k).text(): true}
	return slices.DeleteFunc(allPartialSlips(), func(slip partialSlip) bool {
		text := slip.of(f, k).text()
		again := seen[text]
		seen[text] = true
		return again
	})
}

func allPartialSlips() []partialSlip {
	return []partialSlip{
		{"swapped", func(f monomials, k int) monomials { return f.by(1 - k) }, lang.T(
			"다른 변수로 미분하셨어요. 움직이는 변수와 멈춰 둔 변수를 바꿔 보세요.", "That is the derivative with respect to the other variable. Which one moves, and which one is held still?")},
		{"both-added", func(f monomials, k int) monomials { return slices.Concat(f.by(k), f.by(1-k)) }, lang.T(
			"두 변수로 미분한 것을 더하셨어요. 편미분에서는 다른 변수를 수처럼 멈춰 둬요.", "That adds the derivatives with respect to both variables. In a partial derivative the other one is held still, like a number.")},
		{"other-kept", func(f monomials, k int) monomials {
			return f.termwise(func(m monomial) monomial {
				if m.Exps[k] > 0 {
					m.C, m.Exps[k] = m.C*float64(m.Exps[k]), m.Exps[k]-1
				}
				return m
			})
		}, lang.T("움직이는 변수가 없는 항이 남아 있어요. 멈춰 둔 변수만 있는 항은 상수와 같아서 사라져요.",
			"A term without the moving variable is still there. Held still, it is a constant and vanishes.")},
		{"untouched", func(f monomials, _ int) monomials { return f }, lang.T(
			"미분하지 않은 함수 그대로예요. 변수 하나를 움직일 때의 변화율을 구해요.", "That is the function itself. Find its rate of change as one variable moves.")},
		{"other-dropped", func(f monomials, k int) monomials {
			return f.by(k).termwise(func(m monomial) monomial {
				m.Exps[1-k] = 0
				return m
			})
		}, lang.T("멈춰 둔 변수까지 사라졌어요. 곱해져 있는 변수는 수처럼 그대로 남아요.", "The variable that is held still has gone. As a factor it stays, as a number would.")},
		{"power-kept", func(f monomials, k int) monomials {
			return f.termwise(func(m monomial) monomial {
				m.C *= float64(m.Exps[k])
				return m
			})
		}, lang.T("지수를 앞으로 꺼냈지만 하나 줄이지 않았어요.", "The exponent came to the front, but was not lowered by one.")},
		{"both-at-once", func(f monomials, k int) monomials { return f.by(k).by(1 - k) }, lang.T(
			"두 변수로 잇따라 미분하셨어요. 한 번에 변수 하나씩이에요.", "That differentiates twice, once for each variable. Take one variable at a time.")},
	}
}

// variable names a variable of monomials.
func variable(k int) string { return [...]string{"x", "y"}[k] }

// byTeX writes the partial derivative of something by variable k.
func byTeX(k int, of string) string {
	return fmt.Sprintf(`\frac{\partial %s}{\partial %s}`, of, variable(k))
}

func partials() exercises.Exercise {
	xy := func(c float64, m, n int) monomial { return monomial{c, [2]int{m, n}} }
	draw := func(r *rand.Rand) []monomials {
		return []monomials{
			{xy(among(r, 1, 2, 3, 4, -2, -3), 1+r.IntN(3), 1+r.IntN(3))},
			{xy(among(r, 1, 2, 3, 4, 5), 1+r.IntN(2), 0), xy(among(r, -3, -2, 2, 3), 0, 1+r.IntN(2))},
		}
	}
	return exercises.Template("07/partials", lang.T("편도함수", "Partial derivatives"), []monomials{{xy(1, 1, 1)}, {xy(1, 1, 0), xy(1, 0, 1)}}, draw, buildPartials,
		slices.Concat(
			exercises.Accepts("f-x", "y", "∂f/∂x = y"),
			exercises.Catches("f-x", "swapped", "x"),
			exercises.Catches("f-x", "both-added", "x + y"),
			exercises.Catches("f-x", "untouched", "xy"),
			exercises.Catches("f-x", "other-dropped", "1"),
			exercises.Catches("f-x", "", "0"),
			exercises.Refuses("f-x", "z"),
			exercises.Accepts("f-y", "x"),
			exercises.Catches("f-y", "swapped", "y"),
			exercises.Catches("f-y", "other-dropped", "1"),
			exercises.Refuses("f-y", ""),
			exercises.Accepts("g-x", "1"),
			exercises.Catches("g-x", "both-added", "2"),
			exercises.Catches("g-x", "other-kept", "1 + y"),
			exercises.Catches("g-x", "untouched", "x + y"),
			exercises.Catches("g-x", "power-kept", "x"),
			exercises.Catches("g-x", "both-at-once", "0"),
			exercises.Refuses("g-x", "하나"),
			exercises.Accepts("g-y", "1"),
			exercises.Catches("g-y", "other-kept", "x + 1"),
			exercises.Catches("g-y", "", "y²"),
			exercises.Refuses("g-y", "1 +"),
		)...)
}

func buildPartials(all []monomials) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x", "y"}, Example: "6x y^2"}
	tells := []lang.Text{
		lang.T("곱에서는 멈춰 둔 변수가 기울기에 남아요. 역전파에서 곱셈 노드가 상대편 값을 넘기는 까닭이에요.", "In a product the variable that is held still stays in the slope: that is why a product node passes on the other value."),
		lang.T("합에서는 다른 변수가 사라져요. 역전파에서 덧셈 노드가 기울기를 그대로 넘기는 까닭이에요.", "In a sum the other variable vanishes: that is why an addition passes the gradient on unchanged."),
	}
	v := exercises.Variant{Situation: situation("slices", "formula="+written(all[len(all)-1].text())), Hints: []lang.Text{
		lang.T("$x$로 편미분할 때는 $y$를 5 같은 수라고 생각해 보세요.", "For the derivative with respect to $x$, think of $y$ as a number such as 5."),
		lang.T("곱해진 수는 남고, 더해진 수는 사라져요.", "A number that multiplies stays; a number that is added vanishes."),
	}}
	var solution string
	for i, name := range []string{"f", "g"} {
		f := all[i]
		is := func(d monomials) exercises.Want { return exercises.Is(kind.Must(d.text())) }
		for k := range 2 {
			rules := []exercises.Rule{exercises.Right(is(f.by(k)), tells[i])}
			for _, slip := range partialSlips(f, k) {
				rules = append(rules, exercises.Mistaken(slip.id, is(slip.of(f, k)), slip.say))
			}
			v.Parts = append(v.Parts, exercises.Expression(name+"-"+variable(k), kind, lang.Same(fmt.Sprintf(`$\text{∂%s/∂%s}$`, name, variable(k))),
				lang.Sprintf("$%[1]s$만 조금 움직이고 $%[2]s$는 수처럼 멈춰 두세요.", "Let $%[1]s$ move a little and hold $%[2]s$ still, like a number.", variable(k), variable(1-k)), rules...))
			solution += fmt.Sprintf("$$ %s = %s $$\n\n", byTeX(k, name), texOf(kind, f.by(k).text()))
		}
	}
	v.Statement = lang.Sprintf("두 함수를 $x$와 $y$로 편미분한 식을 적으세요.\n\n$$ f = %[1]s, \\quad g = %[2]s $$\n\n같은 식이면 어떻게 적어도 맞아요.",
		"Write the partial derivatives of both functions with respect to $x$ and to $y$.\n\n$$ f = %[1]s, \\quad g = %[2]s $$\n\nAny formula that is the same counts.", texOf(kind, all[0].text()), texOf(kind, all[1].text()))
	v.Solution = lang.Same(solution)
	return v
}

// monomialsAt is a sum of products at a place.
type monomialsAt struct {
	F    monomials
	X, Y float64
}

func partial() exercises.Exercise {
	draw := func(r *rand.Rand) monomialsAt {
		exps := [][2]int{{2, 1}, {1, 2}, {2, 2}, {3, 1}}[r.IntN(4)]
		return monomialsAt{monomials{{among(r, 1, 2, 3), exps}}, among(r, -3, -2, 2, 3, 4), among(r, -3, 2, 3, 5)}
	}
	return exercises.Template("07/partial", lang.T("한 점에서의 편미분", "Partial derivatives at a point"), monomialsAt{monomials{{1, [2]int{2, 1}}}, 3, 2}, draw, buildPartial,
		slices.Concat(
			exercises.Accepts("x", "12", "2*3*2"),
			exercises.Catches("x", "swapped", "9"),
			exercises.Catches("x", "both-added", "21"),
			exercises.Catches("x", "untouched", "18"),
			exercises.Catches("x", "other-dropped", "6"),
			exercises.Catches("x", "power-kept", "36"),
			exercises.Catches("x", "", "10"),
			exercises.Refuses("x", "12, 9"),
			exercises.Accepts("y", "9"),
			exercises.Catches("y", "swapped", "12"),
			exercises.Catches("y", "other-dropped", "1"),
			exercises.Catches("y", "both-at-once", "6"),
			exercises.Refuses("y", ""),
		)...)
}

func buildPartial(p monomialsAt) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x", "y"}}
	f, slopes := texOf(kind, p.F.text()), []float64{p.F.by(0).at(p.X, p.Y), p.F.by(1).at(p.X, p.Y)}
	faster := 0
	if slopes[1]*slopes[1] > slopes[0]*slopes[0] {
		faster = 1
	}
	tells := lang.Sprintf("이 점에서는 $%[1]s$를 움직일 때 $f$가 더 빨리 변해요.", "At this point $f$ changes faster along $%[1]s$.", variable(faster))
	v := exercises.Variant{
		Situation: graphSituation("f="+p.F.text(), p.X, p.Y),
		Statement: lang.Sprintf("$f = %[1]s$의 두 편미분을 $(x, y) = (%[2]s, %[3]s)$에서 구하세요.", "Find both partial derivatives of $f = %[1]s$ at $(x, y) = (%[2]s, %[3]s)$.", f, num(p.X), num(p.Y)),
		Hints: []lang.Text{
			lang.T("한 변수로 미분하는 동안 다른 변수는 수예요.", "While you differentiate with respect to one variable, the other is a number."),
			lang.Sprintf("$%[1]s = %[2]s$, $%[3]s = %[4]s$", "$%[1]s = %[2]s$, $%[3]s = %[4]s$", byTeX(0, "f"), texOf(kind, p.F.by(0).text()), byTeX(1, "f"), texOf(kind, p.F.by(1).text())),
		},
	}
	solution := ""
	for k := range 2 {
		rules := []exercises.Rule{exercises.Right(exercises.Exactly(slopes[k]), tells)}
		for _, slip := range partialSlips(p.F, k) {
			rules = append(rules, exercises.Mistaken(slip.id, exercises.Exactly(slip.of(p.F, k).at(p.X, p.Y)), slip.say))
		}
		v.Parts = append(v.Parts, exercises.Number(variable(k), lang.Same("$"+byTeX(k, "f")+"$"),
			lang.T("먼저 식으로 미분한 다음 두 수를 넣어 보세요.", "Differentiate first, then put in both numbers."), rules...))
		solution += fmt.Sprintf("$$ %s = %s = %s $$\n\n", byTeX(k, "f"), texOf(kind, p.F.by(k).text()), num(slopes[k]))
	}
	v.Solution = lang.Same(solution)
	return v
}

// twoPaths is z = xy + kx: x reaches z on two ways.
type twoPaths struct{ K, X, Y, By float64 }

func paths() exercises.Exercise {
	draw := func(r *rand.Rand) twoPaths {
		return twoPaths{among(r, 2, 3, 4, 5, -2), among(r, 2, 3, 4, 5, -3), among(r, 2, 3, 4, 5, -2, -4), among(r, 0.1, 0.2, 0.5)}
	}
	return exercises.Template("07/paths", lang.T("두 길로 이어진 변수", "A variable on two paths"), twoPaths{1, 2, 3, 0.1}, draw, buildPaths,
		slices.Concat(
			exercises.Accepts("slope", "4", "3 + 1"),
			exercises.Catches("slope", "first-path", "3"),
			exercises.Catches("slope", "second-path", "1"),
			exercises.Catches("slope", "value", "8"),
			exercises.Catches("slope", "other-variable", "2"),
			exercises.Catches("slope", "", "7"),
			exercises.Refuses("slope", "y"),
			exercises.Accepts("move", "0.4", "4*0.1"),
			exercises.Catches("move", "not-scaled", "4"),
			exercises.Catches("move", "first-path", "0.3"),
			exercises.Catches("move", "new-value", "8.4"),
			exercises.Catches("move", "", "0.5"),
			exercises.Refuses("move", "조금"),
		)...)
}

func buildPaths(p twoPaths) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x", "y"}}
	f := monomials{{1, [2]int{1, 1}}, {p.K, [2]int{1, 0}}}
	slope, z, exactly, no := p.Y+p.K, f.at(p.X, p.Y), exercises.Exactly[float64], exercises.Mistaken
	var multiplied []exercises.Rule
	if p.K != 1 { // else it is the first path alone
		multiplied = append(multiplied, no("paths-multiplied", exactly(p.Y*p.K), lang.T("두 길의 기울기를 곱하셨어요. 곱하는 것은 한 길을 따라서이고, 길끼리는 더해요.", "That multiplies the two paths. Multiply along a path; over the paths, add.")))
	}
	onePath := lang.T("한 길만 세셨어요. $x$는 두 항에 모두 들어 있으니 두 길의 기울기를 더해요.", "That counts one path. $x$ is in both terms, so the slopes of both paths are added.")
	return exercises.Variant{
		Situation: nudgeSituation(fmt.Sprintf("z=g+h,h=%s,g=x*y", times(p.K, "x")), set("x", p.X), set("y", p.Y), set("d", p.By)),
		Statement: spoken("$z = %[1]s$이고 $(x, y) = (%[2]s, %[3]s)$[이에요/예요]. $\\frac{\\partial z}{\\partial x}$를 구하세요. 또 $y$는 그대로 두고 $x$를 %[4]s만큼 키우면 $z$는 얼마나 변하나요?",
			"Let $z = %[1]s$ and $(x, y) = (%[2]s, %[3]s)$. Find $\\frac{\\partial z}{\\partial x}$. By how much does $z$ change when $x$ grows by %[4]s and $y$ stays?", texOf(kind, f.text()), num(p.X), num(p.Y), num(p.By)),
		Parts: []exercises.Part{
			exercises.Number("slope", lang.Same("$\\frac{\\partial z}{\\partial x}$"), lang.T("항마다 $x$로 미분해서 더해요.", "Differentiate each term with respect to $x$ and add."), append(multiplied,
				exercises.Right(exactly(slope), lang.T("길마다 기울기를 곱하고, 길끼리는 더해요. 역전파가 기울기를 모으는 방법이에요.", "Multiply along a path, add over the paths: that is how backpropagation gathers gradients.")),
				no("first-path", exactly(p.Y), onePath),
				no("second-path", exactly(p.K), onePath),
				no("value", exactly(z), lang.T("$z$의 값이에요.", "That is the value of $z$.")),
				no("other-variable", exactly(p.X), lang.T("$y$로 미분한 값이에요.", "That is the derivative with respect to $y$.")))...),
			exercises.Number("move", lang.T("z의 변화", "change of z"), lang.T("기울기에 $x$가 움직인 만큼을 곱해 보세요.", "Multiply the slope by how far $x$ moves."),
				exercises.Right(exactly(tidy(slope*p.By)), lang.T("$z$가 $x$의 일차식이라 어림이 아니라 꼭 그만큼이에요.", "As $z$ is linear in $x$, this is exact, not an estimate.")),
				no("not-scaled", exactly(slope), lang.Sprintf("$x$가 1만큼 움직일 때예요. 여기서는 %[1]s만큼 움직여요.", "That is for a move of 1. Here $x$ moves by %[1]s.", num(p.By))),
				no("first-path", exactly(tidy(p.Y*p.By)), onePath).Carrying(),
				no("second-path", exactly(tidy(p.K*p.By)), onePath).Carrying(),
				no("new-value", exactly(tidy(z+slope*p.By)), lang.T("변한 뒤의 $z$예요. 얼마나 변했는지를 물었어요.", "That is the new $z$. The question is how far it has moved.")),
				follow("slope", func(slope []float64) exercises.Calc { return exercises.From(tidy(slope[0] * p.By)) })),
		},
		Hints: []lang.Text{
			lang.T("$x$에서 $z$로 가는 길은 두 항을 지나는 둘이에요.", "From $x$ two paths lead to $z$, one through each term."),
			spoken("첫 길의 기울기는 $y = %[1]s$, 둘째 길의 기울기는 $%[2]s$[이에요/예요].", "The slope of the first path is $y = %[1]s$, that of the second $%[2]s$.", num(p.Y), num(p.K)),
		},
		Solution: lang.Sprintf("$$ \\frac{\\partial z}{\\partial x} = y %[1]s = %[2]s $$\n\n$$ %[2]s \\cdot %[3]s = %[4]s $$", "$$ \\frac{\\partial z}{\\partial x} = y %[1]s = %[2]s $$\n\n$$ %[2]s \\cdot %[3]s = %[4]s $$",
			plus(p.K), num(slope), num(p.By), num(tidy(slope*p.By))),
	}
}
