package bank

import (
	"fmt"
	"math"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// activationPicture draws an activation function from -reach to reach, and
// what is typed of it.
func activationPicture(f func(float64) float64, reach, low, high float64) exercises.Picture {
	return exercises.Picture{
		Min: -reach, Max: reach, YMin: low, YMax: high, XLabel: "x",
		Curves: []func(float64) float64{f},
	}
}

// touching adds the point (x, y) and a line through it with a slope, where
// both are typed.
func touching(p exercises.Picture, x float64, y, slope []float64) exercises.Picture {
	if y == nil {
		return p
	}
	p.Points = append(p.Points, exercises.Point{X: x, Y: y[0], Lit: true})
	if slope != nil {
		p.Lines = append(p.Lines, exercises.Boundary{W1: slope[0], W2: -1, B: y[0] - slope[0]*x})
	}
	return p
}

// sayTyped is the caption of pictures in which what is typed appears.
func sayTyped() lang.Text {
	return lang.T("적은 값이 점으로, 적은 기울기가 그 점을 지나는 직선으로 나타나요.",
		"A value appears as a point when it is typed, a slope as a line through it.")
}

// probabilityBars draws the probabilities that are typed for a part.
func probabilityBars(part string, n int) func(typed map[string][]float64) exercises.Picture {
	return func(typed map[string][]float64) exercises.Picture {
		p := exercises.Picture{Caption: lang.T("확률을 적으면 막대로 나타나요.", "Probabilities appear as bars when they are typed.")}
		sum := 0.0
		for k := range n {
			bar := exercises.Bar{Name: fmt.Sprintf("y%d", k+1)}
			if y := typed[part]; k < len(y) {
				bar.Value, bar.Known = y[k], true
				sum += y[k]
			}
			p.Bars = append(p.Bars, bar)
		}
		if typed[part] != nil && !math.IsInf(sum, 0) {
			p.Caption = lang.Sprintf("더하면 %[1]s.", "They add up to %[1]s.", concise(sum, 4))
		}
		return p
	}
}
