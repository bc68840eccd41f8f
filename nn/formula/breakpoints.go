package formula

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
)

// border is where a formula changes its shape or its domain ends: where the two
// sides are equal.
type border struct {
	left, right *Node // right is nil for 0
}

// borders lists the borders of formulas, each once.
func borders(trees ...*Node) []border {
	var list []border
	seen := make(map[string]bool)
	add := func(nodes ...*Node) {
		b := border{left: nodes[0]}
		key := nodes[0].String()
		if len(nodes) == 2 {
			b.right = nodes[1]
			key += " = " + nodes[1].String()
		}
		if !seen[key] {
			seen[key] = true
			list = append(list, b)
		}
	}
	for _, tree := range trees {
		tree.walk(func(n *Node) {
			switch {
			case n.op == Compare:
				add(n.operands...)
			case n.op == Pow && n.operands[1].op != Number && n.operands[0].op != Constant:
				add(n.operands[0])
			case n.op != Call:
			case n.function.choose != nil:
				for i := range n.operands[1:] {
					add(n.operands[i : i+2]...)
				}
			case n.name == "abs", n.name == "relu", n.function.outside == NegativeRoot, n.function.outside == NoLogarithm:
				add(n.operands[0])
			}
		})
	}
	return list
}

// breakpoints goes through the points on borders and on both sides of them. A
// border is looked for along each variable, the others fixed.
func (e *evaluator) breakpoints(n int, special []*big.Rat, borders []border) func(yield func(point) bool) {
	return func(yield func(point) bool) {
		r := rand.New(rand.NewPCG(20261123, 7))
		grid := gridOf(special)
		for round := range 8 {
			base := drawn(n, round, r)
			if round == 0 {
				base = whole(n)
			}
			for _, b := range borders {
				for i := range n {
					for _, p := range e.crossings(b, base, i, grid) {
						if !yield(p) {
							return
						}
					}
					if e.steps < 0 {
						return
					}
				}
			}
			if n == 1 {
				return
			}
		}
	}
}

// crossings returns the points where a border is crossed when variable i moves,
// and points on both sides of each. Two sides that are equal on a whole range
// have no border there.
func (e *evaluator) crossings(b border, base []*big.Rat, i int, grid []*big.Rat) []point {
	var list []point
	before, zeros := math.NaN(), 0
	for k, value := range grid {
		sign := e.roughly(b, pinned(base, i, value))
		if math.IsNaN(sign) {
			sign = e.difference(b, pinned(base, i, value))
		}
		switch {
		case sign == 0:
			list = append(list, around(base, i, value, 0)...)
			zeros++
		case before*sign < 0:
			value, tolerance := e.crossing(b, base, i, grid[k-1], value, before, sign)
			list = append(list, around(base, i, value, tolerance)...)
		}
		before = sign
		if e.steps < 0 || zeros > len(grid)/4 {
			return nil
		}
	}
	return list
}

// roughly is difference in floating-point numbers alone, which is faster.
func (e *evaluator) roughly(b border, values []*big.Rat) float64 {
	exact := e.exact
	e.exact = 0
	difference := e.difference(b, values)
	e.exact = exact
	return difference
}

// gridOf returns the values between which a border is looked for.
func gridOf(special []*big.Rat) []*big.Rat {
	grid := slices.Clone(special)
	for i := int64(-10); i <= 10; i++ {
		grid = append(grid, big.NewRat(i, 1))
	}
	for _, sign := range []int64{1, -1} {
		for _, far := range []int64{30, 100, 1000} {
			grid = append(grid, big.NewRat(sign*far, 1))
		}
		for _, part := range []int64{2, 10, 100} { // beside a pole at 0
			grid = append(grid, big.NewRat(sign, part))
		}
	}
	slices.SortFunc(grid, (*big.Rat).Cmp)
	return slices.CompactFunc(grid, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
}

// beyond returns how far the left side of a border is above the right one.
func (e *evaluator) beyond(b border, values []*big.Rat) (quantity, doubt) {
	e.move(values)
	left, d := e.at(b.left)
	if d != certain || b.right == nil {
		return left, d
	}
	right, d := e.at(b.right)
	return left.plus(right.negative()), d
}

// difference is beyond as a number, NaN where its sign cannot be told.
func (e *evaluator) difference(b border, values []*big.Rat) float64 {
	q, d := e.beyond(b, values)
	if d != certain {
		return math.NaN()
	}
	sign, sure := q.sign()
	if !sure {
		return math.NaN()
	}
	return float64(sign) * max(math.Abs(q.float().value), underflow)
}

// crossing finds where the difference is 0 between two values of variable i: by
// a straight line, which is exact for most borders, or by halving, to the
// accuracy of floating-point numbers. The tolerance is 0 for what is exact.
func (e *evaluator) crossing(b border, base []*big.Rat, i int, low, high *big.Rat, below, above float64) (value *big.Rat, tolerance float64) {
	isRoot := func(value *big.Rat) bool { return e.difference(b, pinned(base, i, value)) == 0 }
	if value = e.straight(b, base, i, low, high); value != nil && isRoot(value) {
		return value, 0
	}
	from, _ := low.Float64()
	to, _ := high.Float64()
	for range 60 {
		middle := (from + to) / 2
		switch d := e.roughly(b, pinned(base, i, new(big.Rat).SetFloat64(middle))); {
		case d*below > 0:
			from = middle
		case d*above > 0:
			to = middle
		}
	}
	middle := (from + to) / 2
	for denominator := range 64 {
		d := float64(denominator + 1)
		value = big.NewRat(int64(math.Round(middle*d)), int64(d))
		if math.Abs(math.Round(middle*d)/d-middle) < 1e-9 && isRoot(value) {
			return value, 0
		}
	}
	return new(big.Rat).SetFloat64(middle), 1e-9
}

// straight returns where the straight line through the differences at two values
// is 0, nil if they are not exact.
func (e *evaluator) straight(b border, base []*big.Rat, i int, low, high *big.Rat) *big.Rat {
	var at [2]*big.Rat
	for k, value := range []*big.Rat{low, high} {
		q, d := e.beyond(b, pinned(base, i, value))
		if d != certain || q.exact == nil {
			return nil
		}
		at[k] = q.exact
	}
	slope := new(big.Rat).Sub(at[1], at[0])
	if slope.Sign() == 0 {
		return nil
	}
	step := new(big.Rat).Quo(at[0], slope)
	return step.Sub(low, step.Mul(step, new(big.Rat).Sub(high, low)))
}

// around returns the point where variable i has the value, and those beside it.
func around(base []*big.Rat, i int, value *big.Rat, tolerance float64) []point {
	list := []point{{values: pinned(base, i, value), alone: true, tolerance: tolerance}}
	for _, step := range []*big.Rat{big.NewRat(1, 128), big.NewRat(1, 3), big.NewRat(5, 2)} {
		for _, sign := range []int64{1, -1} {
			beside := new(big.Rat).Mul(step, big.NewRat(sign, 1))
			list = append(list, point{values: pinned(base, i, beside.Add(beside, value))})
		}
	}
	return list
}
