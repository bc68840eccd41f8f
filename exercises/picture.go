package exercises

import (
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Picture is what is drawn beside the answers: things in the plane, given ones
// and what the answers make, perhaps on the graphs of functions. It shows what
// was typed and judges nothing.
type Picture struct {
	Min, Max       float64 // of both axes, whatever is typed
	YMin, YMax     float64 // of the y axis where it is another one: then a unit is not as long on both
	XLabel, YLabel string
	Curves         []func(x float64) float64
	Points         []Point
	Arrows         []Arrow
	Lines          []Boundary
	Bars           []Bar // instead of the plane
	Caption        lang.Text
}

// Bar is a named number from 0 on, such as a probability. Known is false as long as
// it is not typed.
type Bar struct {
	Name  string
	Value float64
	Whole float64 // what a full bar stands for; 0: 1
	Known bool
}

// Point is a point of the plane. A lit one is of the class 1.
type Point struct {
	X, Y float64
	Lit  bool
}

// Arrow is a vector from the origin.
type Arrow struct {
	X, Y float64
	Name string
}

// Boundary is the line W1 x + W2 y + B = 0. A lit one has its positive side
// shaded.
type Boundary struct {
	W1, W2, B float64
	Lit       bool
}

// Typed are the entries of the answers that can be read, by the ids of their
// parts: of numbers, vectors and matrices.
func Typed(v Variant, input map[string]string) map[string][]float64 {
	typed := map[string][]float64{}
	for _, p := range v.Parts {
		if got, err := p.Kind.Read(input[p.ID]); err == nil {
			if entries := answer.Entries(got); entries != nil {
				typed[p.ID] = entries
			}
		}
	}
	return typed
}

// Begun are the entries of the answers as far as they can be read, NaN where
// they cannot, by the ids of their parts: of numbers, vectors and matrices.
func Begun(v Variant, input map[string]string) map[string][]float64 {
	begun := map[string][]float64{}
	for _, p := range v.Parts {
		if entries := answer.Partly(p.Kind, input[p.ID]); entries != nil {
			begun[p.ID] = entries
		}
	}
	return begun
}
