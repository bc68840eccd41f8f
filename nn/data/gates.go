package data

import "hakseup/nn"

// Gate is a logic gate of two inputs, as a data set of four samples.
type Gate uint8

// The gates of the course. No straight line separates the outputs of XOR.
const (
	AND Gate = iota
	OR
	NAND
	XOR
)

// Gates lists the gates.
func Gates() []Gate { return []Gate{AND, OR, NAND, XOR} }

// String returns the name as it is written in running text: "AND".
func (g Gate) String() string { return [...]string{"AND", "OR", "NAND", "XOR"}[g] }

// Inputs returns the four inputs of every gate in counting order:
// (0,0), (0,1), (1,0), (1,1).
func Inputs() [][]float64 { return [][]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} }

// Targets returns the outputs for Inputs.
func (g Gate) Targets() []float64 {
	return [...][]float64{
		AND:  {0, 0, 0, 1},
		OR:   {0, 1, 1, 1},
		NAND: {1, 1, 1, 0},
		XOR:  {0, 1, 1, 0},
	}[g]
}

// Set returns the gate as a data set: Inputs, with the outputs as the classes
// and as truths of one column.
func (g Gate) Set() Set {
	s := Set{Samples: nn.Samples{X: nn.NewMatrix(4, 2)}, Classes: 2}
	for i, x := range Inputs() {
		copy(s.X.Row(i), x)
	}
	for _, t := range g.Targets() {
		s.Labels = append(s.Labels, int(t))
	}
	return s.Binary(0, 1)
}
