package data

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"hakseup/nn"
)

// Dots is a data set of dots of two classes for a straight line to part, or not.
type Dots uint8

// The sets. All but XOR are drawn evenly from the square from -5 to 5 on both
// axes, none of them near to a line that is drawn with them: class 1 lies on the
// side to which it looks.
const (
	Easy        Dots = iota // at least 1 from the line: a gap of 2
	Narrow                  // at least 0.1 from the line: a gap of 0.2
	Far                     // those of Easy, moved by 10 along both axes
	Mislabelled             // those of Easy, with a dot between two of class 1 called 0: no line parts them
	Crossed                 // XOR: the corners (±2, ±2), those with unlike signs of class 1
)

// AllDots lists the sets.
func AllDots() []Dots { return []Dots{Easy, Narrow, Far, Mislabelled, Crossed} }

// String returns the name as it is written in a line.
func (d Dots) String() string {
	return [...]string{"easy", "narrow", "far", "mislabelled", "xor"}[d]
}

// Away is how far the middle of the set lies from the origin along both axes.
func (d Dots) Away() float64 {
	const far = 10
	if d == Far {
		return far
	}
	return 0
}

// Draw returns n dots, or the four of XOR, and a first line that fails: across
// the one that they were drawn with, through their middle.
func (d Dots) Draw(n int, seed uint64) (s Set, first nn.Line, err error) {
	const side, fewest = 2, 6
	if err := checkDraw(n, fewest, 0); err != nil {
		return Set{}, nn.Line{}, err
	}
	if d == Crossed {
		s = XOR.Set()
		for i, v := range s.X.Data {
			s.X.Data[i] = side * (2*v - 1)
		}
		return s, nn.Line{}, nil
	}
	r := rand.New(rand.NewPCG(seed, 3))
	parting := nn.Line{Angle: float64(5 * r.IntN(72)), Shift: between(r, -1, 1)}
	s = d.around(parting, n, r)
	if d == Mislabelled {
		s.mislabel()
	}
	s = s.Binary(0, 1)
	for i := range s.X.Data {
		s.X.Data[i] += d.Away()
	}
	first.Angle = math.Remainder(parting.Angle+90, 360)
	unit := first.Perceptron()
	first.Shift = math.Round(2*d.Away()*(unit.W[0]+unit.W[1]))/2 + 0
	return s, first, nil
}

// around draws dots on both sides of a line, the classes in turn.
func (d Dots) around(parting nn.Line, n int, r *rand.Rand) Set {
	const wide, narrow, half = 1.0, 0.1, 5
	free := wide
	if d == Narrow {
		free = narrow
	}
	unit := parting.Perceptron()
	s := Set{Samples: nn.Samples{X: nn.NewMatrix(n, 2)}, Labels: make([]int, n), Classes: 2}
	for i := range n {
		for {
			x := []float64{between(r, -half, half), between(r, -half, half)}
			if a := unit.PreActivation(x); math.Abs(a) >= free && (a > 0) == (i%2 == 1) {
				copy(s.X.Row(i), x)
				s.Labels[i] = i % 2
				break
			}
		}
	}
	return s
}

// mislabel puts the third dot of class 1 between the first two, and calls it 0.
func (s Set) mislabel() {
	const first, second, third = 1, 3, 5
	for axis := range 2 {
		s.X.Set(third, axis, (s.X.At(first, axis)+s.X.At(second, axis))/2)
	}
	s.Labels[third] = 0
}

// Rows returns the samples one by one and their truths of one column, as a
// perceptron learns them.
func (s Set) Rows() (xs [][]float64, ts []float64) {
	for i := range s.X.Rows {
		xs = append(xs, s.X.Row(i))
		ts = append(ts, s.T.At(i, 0))
	}
	return xs, ts
}

// NamedDots returns the set of dots with a name.
func NamedDots(name string) (Dots, error) {
	for _, d := range AllDots() {
		if d.String() == name {
			return d, nil
		}
	}
	return 0, fmt.Errorf("unknown dots %q: want one of %q", name, AllDots())
}

// errNoDots is for a line of moves that does not name its dots.
var errNoDots = errors.New("a line of moves begins data=easy seed=1")

// NamedSet names dots: which, and of which seed.
type NamedSet struct {
	Dots Dots
	Seed uint64
}

// ReadMoves reads a line of moves: "data=easy seed=1 turn=15 shift=-0.5". An empty
// line is no moves.
func ReadMoves(line string) (NamedSet, []nn.Move, error) {
	words := strings.Fields(line)
	if len(words) == 0 {
		return NamedSet{}, nil, nil
	}
	if len(words) < 2 {
		return NamedSet{}, nil, errNoDots
	}
	name, isData := strings.CutPrefix(words[0], "data=")
	number, isSeed := strings.CutPrefix(words[1], "seed=")
	seed, err := strconv.ParseUint(number, 10, 64)
	if !isData || !isSeed || err != nil {
		return NamedSet{}, nil, errNoDots
	}
	d, err := NamedDots(name)
	if err != nil {
		return NamedSet{}, nil, err
	}
	moves, err := nn.ParseMoves(strings.Join(words[2:], " "))
	return NamedSet{d, seed}, moves, err
}
