package exercises

import (
	"math"
	"slices"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Calc is a calculation as it is done on paper: numbers to begin with, then
// step by step. Whoever works it out may round at every step, or cut digits
// off, or carry everything along; Ways are all the results to which that leads.
type Calc struct {
	start []float64
	steps []step
}

// step makes new values of those before it.
type step struct {
	name  lang.Text // what its values are, for "you rounded the … to …"
	at    func(x []float64) []float64
	keeps bool // the values before it stay, in front of the new ones
}

// From begins a calculation with numbers that are given.
func From(values ...float64) Calc { return Calc{start: values} }

// Then makes new values of all values so far. The name says what they are.
func (c Calc) Then(name lang.Text, f func(x []float64) []float64) Calc {
	return c.with(step{name: name, at: f})
}

// And does the same, but keeps the values so far in front of the new ones.
func (c Calc) And(name lang.Text, f func(x []float64) []float64) Calc {
	return c.with(step{name: name, at: f, keeps: true})
}

// Value is Then with a single value, mostly the last.
func (c Calc) Value(name lang.Text, f func(x []float64) float64) Calc {
	return c.Then(name, func(x []float64) []float64 { return []float64{f(x)} })
}

func (c Calc) with(s step) Calc {
	c.steps = append(slices.Clip(c.steps), s)
	return c
}

// Way is one way through a calculation.
type Way struct {
	Value []float64 // where it ends, unrounded

	calc   *Calc
	chosen [mostSteps]int8 // for each step the rounding, counted from 1; 0 is none
	cost   int             // how far it is from the plain way
}

// mostSteps is the number of steps that a calculation can have.
const mostSteps = 8

// Rounded is a step whose values were rounded.
type Rounded struct {
	Name   lang.Text
	Values []float64 // as they were carried on
	Digits int       // decimals
	Cut    bool      // cut off rather than rounded
}

// Rounded returns the steps that were rounded, in order.
func (w Way) Rounded() []Rounded {
	if w.calc == nil {
		return nil
	}
	var out []Rounded
	x := w.calc.start
	for i, s := range w.calc.steps {
		next, kept := s.from(x)
		if w.chosen[i] > 0 {
			r := roundings()[w.chosen[i]-1]
			r.all(next[kept:])
			out = append(out, Rounded{s.name, slices.Clone(next[kept:]), r.digits, r.cut})
		}
		x = next
	}
	return out
}

// rounding is what may be done to the values of a step.
type rounding struct {
	digits int
	cut    bool
	ties   [2]bool // whether a value that lies between two neighbours goes up: every other one
	cost   int
}

// The costs of a single rounding.
const (
	roundedOnce = 2
	cutOnce     = 3
)

// toDigits returns what may be done to leave so many decimals: each value is
// rounded, a tie up or down, or the rest is cut off. Binary fractions take ties
// to either side, not even to the same one within a step.
func toDigits(digits int) []rounding {
	up, down := true, false
	return []rounding{
		{digits, false, [2]bool{up, up}, roundedOnce},
		{digits, false, [2]bool{down, down}, roundedOnce},
		{digits, false, [2]bool{up, down}, roundedOnce},
		{digits, false, [2]bool{down, up}, roundedOnce},
		{digits, true, [2]bool{up, up}, cutOnce},
	}
}

// roundings are the usual ones: to two, three or four decimals.
func roundings() [15]rounding {
	return [15]rounding(slices.Concat(toDigits(2), toDigits(3), toDigits(4)))
}

// of returns x with the decimals of the rounding.
func (r rounding) of(x float64, up bool) float64 {
	const hair = 1e-11
	scale := math.Pow10(r.digits)
	scaled := x * scale * (1 - hair)
	if up {
		scaled = x * scale * (1 + hair)
	}
	if r.cut {
		return math.Trunc(scaled)/scale + 0
	}
	return math.Round(scaled)/scale + 0
}

// all rounds the values in place.
func (r rounding) all(values []float64) {
	for i, x := range values {
		values[i] = r.of(x, r.ties[i%2])
	}
}

// each returns the values rounded.
func (r rounding) each(values []float64) []float64 {
	out := slices.Clone(values)
	r.all(out)
	return out
}

// from returns the values after the step, and how many of them were there
// before.
func (s step) from(x []float64) (values []float64, kept int) {
	if !s.keeps {
		return s.at(x), 0
	}
	return append(slices.Clone(x), s.at(x)...), len(x)
}

// Ways returns every way through the calculation that leads elsewhere, the
// plain one first and then the more usual ones. The last step is not rounded:
// how many digits an answer has is seen when it is typed.
func (c Calc) Ways() []Way {
	usual := roundings()
	ways := []Way{{Value: c.start, calc: &c}}
	for i, s := range c.steps {
		next := distinct{seen: map[uint64]bool{}}
		kept := 0
		for _, w := range ways { // unrounded first: of equal results the plainest stays
			w.Value, kept = s.from(w.Value)
			next.add(w)
		}
		if i < len(c.steps)-1 {
			for _, w := range slices.Clone(next.ways) {
				for choice, r := range usual {
					rounded := w
					rounded.Value = slices.Clone(w.Value)
					r.all(rounded.Value[kept:])
					rounded.chosen[i] = int8(choice + 1)
					rounded.cost += r.cost
					next.add(rounded)
				}
			}
		}
		ways = next.ways
		slices.SortStableFunc(ways, func(a, b Way) int { return a.cost - b.cost })
	}
	return ways
}

// plain returns the result when nothing is rounded.
func (c Calc) plain() []float64 {
	x := c.start
	for _, s := range c.steps {
		x, _ = s.from(x)
	}
	return x
}

// distinct collects ways that end in different values.
type distinct struct {
	ways []Way
	seen map[uint64]bool
}

func (d *distinct) add(w Way) {
	if key := fingerprint(w.Value); !d.seen[key] {
		d.seen[key] = true
		d.ways = append(d.ways, w)
	}
}

// fingerprint tells values apart that differ by more than noise (FNV-1a).
func fingerprint(v []float64) uint64 {
	hash := uint64(14695981039346656037)
	for _, x := range v {
		hash = (hash ^ uint64(int64(math.Round(x*1e11)))) * 1099511628211
	}
	return hash
}

// reaches reports whether got is a result of the calculation, to so many
// decimals, when each of the numbers that it begins with may be off by so
// much: they are known only as they were typed.
func (c Calc) reaches(got []float64, digits int, off float64) bool {
	if digits == answer.Exact {
		return distance(got, c.plain()) < 1e-9
	}
	low, high := c.spread(off)
	if len(got) != len(low) {
		return false
	}
	unit := math.Pow10(-digits)
	for i, x := range got {
		if !(low[i]-unit < x && x < high[i]+unit) {
			return false
		}
	}
	return true
}

// spread returns the least and the greatest results when each of the first
// numbers is off by at most so much, or the steps are rounded.
func (c Calc) spread(off float64) (low, high []float64) {
	for corner := range 1 << len(c.start) {
		moved := Calc{start: slices.Clone(c.start), steps: c.steps}
		for i := range moved.start {
			moved.start[i] += off * float64(corner>>i&1*2-1)
		}
		for _, w := range moved.Ways() {
			if low == nil {
				low, high = slices.Clone(w.Value), slices.Clone(w.Value)
			}
			for i, x := range w.Value {
				low[i], high[i] = min(low[i], x), max(high[i], x)
			}
		}
	}
	return low, high
}
