package bank

import (
	"fmt"
	"math"
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
