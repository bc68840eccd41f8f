package formula

import (
	"math"
	"math/big"
)

// Verdict says whether two formulas are the same function.
type Verdict uint8

// The verdicts.
const (
	Undecided Verdict = iota
	Equal
	Different
)

// Reason says why it is undecided whether two formulas are the same.
type Reason uint8

// The reasons.
const (
	Decided       Reason = iota
	TooFewPoints         // both have values at too few points, or at none
	TooClose             // their values differ by less than rounding a number would
	DomainsDiffer        // where both have values these are the same, but one has values where the other has none
	TooComplex           // there is too much to compute
	Unvisited            // there may be points beyond a condition or kink where none was found
)

// Sameness is what a comparison of two formulas has found.
type Sameness struct {
	Verdict Verdict
	Why     Reason // of Undecided
	// At is a point at which the formulas are not the same, if there is one: the
	// values of the variables by their names.
	At map[string]float64
	// A and B are the values there. NaN: the formula has none.
	A, B float64
}

const (
	// enough is the number of points that must have been compared.
	enough = 4
	// few is the number of points at which formulas without pieces must have been
	// computed, if there is no time for all.
	few = 8
	// exactCost and maxSteps bound the work, so that every pair is decided or
	// given up within 50 ms.
	exactCost = 16_000
	maxSteps  = 100_000
)

// Same finds out whether two formulas are the same function of their variables,
// which belong together by their Key. It compares values at points that are the
// same every time, and exactly, as fractions, wherever that is possible. Points
// where one of the variables is −1, 0 or 1 are always among them, and so are
// those where a formula changes its shape, at the borders of conditions and the
// kinks of |x|, max, min and relu, and those between two such places. Values that
// are rounded carry a bound on their error.
//
// One different value makes formulas different. Where a formula has no value a
// point is left out: x²/x is the same as x, and a derivative that is not defined
// at the kink is the same as one that is 0 there. But ln x² and 2 ln x, √x² and
// √x·√x are undecided, as one has values on a whole range where the other has
// none; equal they are only for those who assume x > 0, and different they are
// at no point. What rounding leaves open is undecided, too, and so are formulas of
// which a case or a side of a kink was never reached, unless there is no such
// place: 1 if sin x > 0.99999 else 0 may not be the same as 0. No verdict is
// guessed.
func Same(a, b *Node) Sameness {
	c := newComparison(a, b)
	n, borders := len(c.names), c.borders()
	special := specials(len(borders) > 0, a, b)
	c.visit(points(n, special))
	if len(borders) > 0 {
		search := breakpointSearch{comparison: c, borders: borders, grid: gridOf(special), places: make([][]*big.Rat, n)}
		c.visit(search.points)
		c.visit(search.combinations(special))
		c.straight = search.straightened()
	}
	return c.conclude(len(borders) > 0)
}

// comparison compares two formulas point by point.
type comparison struct {
	evaluator

	a, b     *Node
	names    []string // of the variables
	compared int      // points at which both have values
	tooLarge int      // points at which a value is too large
	drawn    int      // points that were visited
	seen     map[side]bool
	straight bool     // all borders are known, and every place between two of them is
	domains  Sameness // a point where one alone has a value
	close    Sameness // a point where it is too close to call
	result   Sameness
}

func newComparison(a, b *Node) *comparison {
	c := &comparison{a: a, b: b, seen: make(map[side]bool), evaluator: evaluator{exact: exactCost, steps: maxSteps, index: make(map[string]int)}}
	keys := make(map[string]int)
	for _, tree := range []*Node{a, b} {
		tree.walk(func(n *Node) {
			if n.op != Variable {
				return
			}
			key := Key(n.name)
			if _, ok := keys[key]; !ok {
				keys[key] = len(c.names)
				c.names = append(c.names, n.name)
			}
			c.index[n.name] = keys[key]
		})
	}
	return c
}

// visit compares at points until a difference is found or the work is too much.
func (c *comparison) visit(points func(yield func(point) bool)) {
	for p := range points {
		if c.steps < 0 || c.result.Verdict == Different {
			return
		}
		c.drawn++
		c.compare(p)
	}
}

// compare compares at one point.
func (c *comparison) compare(p point) {
	c.move(p.values)
	c.tolerance = p.tolerance
	a, doubtA := c.at(c.a)
	b, doubtB := c.at(c.b)
	c.tolerance = 0
	if max(doubtA, doubtB) <= undefined {
		for _, s := range c.trail {
			c.seen[s] = true
		}
	}
	switch {
	case doubtA == huge || doubtB == huge:
		c.tooLarge++
	case doubtA == unsure || doubtB == unsure:
	case doubtA == undefined && doubtB == undefined:
	case doubtA == undefined:
		c.oneAlone(p, math.NaN(), b.float().value)
	case doubtB == undefined:
		c.oneAlone(p, a.float().value, math.NaN())
	case p.tolerance > 0:
		c.compareLoosely(p, a.float(), b.float())
	default:
		c.compareValues(p, a, b)
	}
}

// oneAlone notes that one formula has a value and the other none.
func (c *comparison) oneAlone(p point, a, b float64) {
	if !p.alone && c.domains.At == nil {
		c.domains = c.found(Undecided, DomainsDiffer, p, a, b)
	}
}

func (c *comparison) compareValues(p point, a, b quantity) {
	exact := a.exact != nil && b.exact != nil
	differ := exact && a.exact.Cmp(b.exact) != 0
	a, b = a.float(), b.float()
	if exact {
		c.compared++
		if differ {
			c.result = c.found(Different, Decided, p, a.value, b.value)
		}
		return
	}
	const (
		apart = 1e-12 // so much apart, relatively, values are different
		tight = 1e-10 // so well known values must be to be called equal
	)
	difference, size := math.Abs(a.value-b.value), max(math.Abs(a.value), math.Abs(b.value))
	bound := 4 * (a.bound + b.bound)
	switch {
	case difference > bound && difference > apart*size:
		c.compared++
		c.result = c.found(Different, Decided, p, a.value, b.value)
	case bound > tight*max(1, size):
	case difference <= bound:
		c.compared++
	case c.close.At == nil:
		c.close = c.found(Undecided, TooClose, p, a.value, b.value)
	}
}

// compareLoosely compares at a place that is only close to a border: values on
// either side that meet there differ by little, and others by much.
func (c *comparison) compareLoosely(p point, a, b quantity) {
	difference, size := math.Abs(a.value-b.value), max(1, math.Abs(a.value), math.Abs(b.value))
	if difference > 1e-3*size && difference > 4*(a.bound+b.bound) {
		c.result = c.found(Different, Decided, p, a.value, b.value)
	}
}

// found says what was found at a point.
func (c *comparison) found(v Verdict, why Reason, p point, a, b float64) Sameness {
	at := make(map[string]float64, len(c.names))
	for i, name := range c.names {
		at[name], _ = p.values[i].Float64()
	}
	return Sameness{Verdict: v, Why: why, At: at, A: a, B: b}
}

// conclude sums up what was found.
func (c *comparison) conclude(pieces bool) Sameness {
	least := enough
	if len(c.names) == 0 {
		least = 1
	}
	apart := c.domains.At != nil && (c.compared > 0 || len(c.names) == 0)
	identical := (c.compared > 0 || c.tooLarge > 0) && c.a.String() == c.b.String()
	switch {
	case c.result.Verdict == Different:
		return c.result
	case c.close.At != nil:
		return c.close
	case apart:
		return c.domains
	case identical:
		return Sameness{Verdict: Equal}
	case c.isCutShort(pieces):
		return Sameness{Why: TooComplex}
	case c.compared < least:
		return Sameness{Why: TooFewPoints}
	case pieces && c.unvisited():
		return Sameness{Why: Unvisited}
	}
	return Sameness{Verdict: Equal}
}

// isCutShort reports whether there was too much to compute. Then a border may
// have been missed.
func (c *comparison) isCutShort(pieces bool) bool {
	return pieces && (c.steps < 0 || c.exact <= 0) || c.drawn < few && c.steps < 0
}
