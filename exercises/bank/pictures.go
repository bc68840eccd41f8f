package bank

import (
	"fmt"
	"math"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
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

// tangentPicture draws a function around x, the point of its curve there, and
// through it a line of the slope that is typed.
func tangentPicture(f func(float64) float64, x float64) func(typed map[string][]float64) exercises.Picture {
	const reach, steps = 1.5, 60
	low, high := math.Inf(1), math.Inf(-1)
	for i := range steps + 1 {
		if y := f(x + reach*(2*float64(i)/steps-1)); !math.IsNaN(y) && !math.IsInf(y, 0) {
			low, high = min(low, y), max(high, y)
		}
	}
	room := 0.1 * (high - low)
	return func(typed map[string][]float64) exercises.Picture {
		p := exercises.Picture{
			Min: x - reach, Max: x + reach, YMin: low - room, YMax: high + room, XLabel: "x", YLabel: "f", Curves: []func(float64) float64{f},
			Points: []exercises.Point{{X: x, Y: f(x), Lit: true}},
			Caption: lang.T("기울기를 적으면 이 점을 지나는 그 기울기의 직선이 그려져요. 접선이라면 곡선을 스쳐요.",
				"Type a slope and a line of that slope is drawn through the point. A tangent touches the curve."),
		}
		if slope := typed["slope"]; slope != nil {
			p.Lines = []exercises.Boundary{{W1: slope[0], W2: -1, B: f(x) - slope[0]*x}}
		}
		return p
	}
}

// sizesPicture draws the sizes of the components of a vector as bars, and below them
// the norms that are typed for some parts.
func sizesPicture(x []float64, parts ...string) func(typed map[string][]float64) exercises.Picture {
	names := map[string]string{"l1": "L1", "l2": "L2", "lp": "p", "inf": "p = ∞"}
	whole := nn.Norm(x, 1)
	return func(typed map[string][]float64) exercises.Picture {
		p := exercises.Picture{Caption: lang.T("적은 노름이 막대로 나타나요. 어느 노름도 가장 긴 성분보다 짧거나 셋을 이은 것보다 길 수 없어요.",
			"Norms appear as bars when they are typed. None is shorter than the longest component, or longer than all of them end to end.")}
		for k, v := range x {
			p.Bars = append(p.Bars, exercises.Bar{Name: fmt.Sprintf("|x%d|", k+1), Value: math.Abs(v), Whole: whole, Known: true})
		}
		for _, part := range parts {
			bar := exercises.Bar{Name: names[part], Whole: whole}
			if v := typed[part]; v != nil {
				bar.Value, bar.Known = v[0], true
			}
			p.Bars = append(p.Bars, bar)
		}
		return p
	}
}
