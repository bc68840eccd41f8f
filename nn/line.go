package nn

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Line is a straight line in the plane: where x₁ cos α + x₂ sin α = Shift. It
// looks in the direction α = Angle, in degrees, towards its side of 1.
type Line struct{ Angle, Shift float64 }

// Perceptron returns the unit with weights of length 1 that draws the line.
func (l Line) Perceptron() Perceptron {
	sin, cos := math.Sincos(l.Angle * math.Pi / 180)
	return Perceptron{W: []float64{cos, sin}, B: -l.Shift, F: Step}
}

// Line returns the line that a perceptron of two inputs draws: none, and false,
// where both weights are 0. The angle lies from -180 to 180.
func (p Perceptron) Line() (Line, bool) {
	size := math.Hypot(p.W[0], p.W[1])
	if size == 0 {
		return Line{}, false
	}
	return Line{math.Atan2(p.W[1], p.W[0]) * 180 / math.Pi, -p.B / size}, true
}

// Wrong returns which of the samples xs are not put out as their truths ts.
func (p Perceptron) Wrong(xs [][]float64, ts []float64) []int {
	mustMatch(len(xs), len(ts))
	var wrong []int
	for i, x := range xs {
		if p.Output(x) != ts[i] {
			wrong = append(wrong, i)
		}
	}
	return wrong
}

// Move is one move of a line: a turn by degrees, counter-clockwise, or else a
// shift in the direction in which it looks.
type Move struct {
	Turn bool
	By   float64
}

// Moved returns the line after a move. Its angle is brought to -180 to 180.
func (l Line) Moved(m Move) Line {
	if !m.Turn {
		l.Shift += m.By
		return l
	}
	l.Angle = math.Remainder(l.Angle+m.By, 360)
	return l
}

// MaxMoves is the largest number of moves that ParseMoves reads.
const MaxMoves = 1000

// errMoves is for what is no list of moves.
var errMoves = errors.New("moves are written turn=15 shift=-0.5")

// ParseMoves reads moves as they are written one after the other:
// "turn=15 shift=-0.5".
func ParseMoves(s string) ([]Move, error) {
	var moves []Move
	for word := range strings.FieldsSeq(strings.ReplaceAll(s, "−", "-")) {
		name, by, _ := strings.Cut(word, "=")
		v, err := strconv.ParseFloat(by, 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > 1000 || name != "turn" && name != "shift" {
			return nil, fmt.Errorf("%q: %w", word, errMoves)
		}
		if moves = append(moves, Move{name == "turn", v}); len(moves) > MaxMoves {
			return nil, fmt.Errorf("more than %d moves: %w", MaxMoves, errMoves)
		}
	}
	return moves, nil
}

// String writes the move as ParseMoves reads it.
func (m Move) String() string {
	name := "shift"
	if m.Turn {
		name = "turn"
	}
	const digits = 6
	return name + "=" + strconv.FormatFloat(m.By, 'g', digits, 64)
}
