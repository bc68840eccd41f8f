package bank

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// The situation of an exercise is written as the scene of a lesson page is: the
// name of a lab, and its controls. What the lab has no control or no room for
// has no situation.

// situation joins a lab and its settings.
func situation(lab string, settings ...string) string {
	return strings.Join(append([]string{lab}, settings...), " ")
}

// set is a control at a number.
func set(control string, v float64) string {
	return fmt.Sprintf("%s=%s", control, plain(v))
}

// counted are the controls name1, name2, … at the entries of a vector.
func counted(name string, v []float64) []string {
	out := make([]string, len(v))
	for i, x := range v {
		out[i] = set(fmt.Sprint(name, i+1), x)
	}
	return out
}

// plain writes a number as a scene does: with a hyphen for minus.
func plain(v float64) string { return fmt.Sprintf("%g", v) }

// fit reports whether no entry is further from 0 than a lab reaches.
func fit(most float64, entries ...float64) bool {
	for _, v := range entries {
		if math.Abs(v) > most {
			return false
		}
	}
	return true
}

// situation shows both vectors in a lab that reaches to most, if they fit.
func (p vectorPair) situation(most float64, lab string, settings ...string) string {
	if !fit(most, p.A...) || !fit(most, p.B...) {
		return ""
	}
	settings = append(settings, counted("a", p.A)...)
	return situation(lab, append(settings, counted("b", p.B)...)...)
}

// scoresSituation shows two or three scores under softmax.
func scoresSituation(a []float64, settings ...string) string {
	if len(a) == 3 {
		settings = append(settings, "third=on", set("bird", a[2]))
	}
	return situation("softmax", append(settings, set("cat", a[0]), set("dog", a[1]))...)
}

// situation shows the output of two classes with both losses.
func (g guess) situation() string {
	if len(g.Y) != 2 {
		return ""
	}
	return situation("loss", set("p", g.Y[0]), "truth="+[]string{"cat", "dog"}[g.True])
}

// situation shows the whole layer in the calculator.
func (c classifier) situation() string {
	settings := counted("z", c.Z)
	for i := range c.Layer.W.Rows {
		settings = append(settings, counted(fmt.Sprint("w", i+1), c.Layer.W.Row(i))...)
	}
	return situation("calculator", append(settings, counted("b", c.Layer.B)...)...)
}

// graphSituation shows a formula as a graph, gone through forward and back, its
// variables, in the order in which they occur, at values that the lab reaches.
func graphSituation(formula string, values ...float64) string {
	if !fit(5, values...) {
		return ""
	}
	settings := []string{"formula=" + written(formula)}
	settings = append(settings, counted("v", values)...)
	return situation("graph", append(settings, "steps=99")...)
}

// curveSituation shows the slope of a function of x at a place: on its curve, or
// in its graph where the curve does not reach.
func curveSituation(formula string, x float64) string {
	if fit(2, x) {
		return situation("secant", "formula="+written(formula), set("x", x))
	}
	return graphSituation("f="+formula, x)
}

// nudgeSituation shows a chain of formulas as number lines.
func nudgeSituation(formula string, settings ...string) string {
	return situation("nudges", append([]string{"formula=" + written(formula)}, settings...)...)
}

// written is a formula as a setting of a scene, which has no spaces.
func written(formula string) string {
	return strings.NewReplacer(" ", "", "+-", "-").Replace(formula)
}

// times writes a number times what has a name.
func times(k float64, name string) string {
	switch k {
	case 1:
		return name
	case -1:
		return "-" + name
	}
	return plain(k) + "*" + name
}

// unitSituation shows a unit with two inputs, or the graph of its sum where the
// lab of the unit does not reach.
func unitSituation(w []float64, b float64, x []float64) string {
	if !fit(4, w...) || !fit(4, b) || !fit(2, x...) {
		return graphSituation("a=w1*x1+w2*x2+b", w[0], x[0], w[1], x[1], b)
	}
	return situation("perceptron", slices.Concat(counted("w", w), []string{set("b", b)}, counted("x", x))...)
}

// bowlSituation shows descent on a x² from a place, if the lab reaches it.
func bowlSituation(a, x, rate float64, settings ...string) string {
	if a < 0.25 || a > 4 || rate < 0.01 || rate > 10 || !fit(2, x) {
		return ""
	}
	return situation("descent", append([]string{"on=bowl", set("a", a), set("x", x), set("rate", rate)}, settings...)...)
}
