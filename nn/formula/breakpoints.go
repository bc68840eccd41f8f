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
	left, right *Node  // right is nil for 0
	uses        []bool // which variables it depends on
	kink        bool   // and no end of a domain
}

// crossing is a value of a variable at which a border is crossed.
type crossing struct {
	value     *big.Rat
	tolerance float64 // see point
}

// borders lists the borders of the formulas, each once.
func (c *comparison) borders() []border {
	var list []border
	seen := make(map[string]bool)
	add := func(kink bool, nodes ...*Node) {
		b := border{left: nodes[0], uses: make([]bool, len(c.names)), kink: kink}
		key := nodes[0].String()
		if len(nodes) == 2 {
			b.right = nodes[1]
			key += " = " + nodes[1].String()
		}
		if seen[key] {
			return
		}
		seen[key] = true
		for _, n := range nodes {
			n.walk(func(n *Node) {
				if n.op == Variable {
					b.uses[c.index[n.name]] = true
				}
			})
		}
		list = append(list, b)
	}
	for _, tree := range []*Node{c.a, c.b} {
		tree.walk(func(n *Node) {
			switch {
			case n.op == Compare:
				add(true, n.operands...)
			case n.op == Pow && n.operands[1].op != Number && n.operands[0].op != Constant:
				add(false, n.operands[0])
			case n.op != Call:
			case n.function.choose != nil:
				for i := range n.operands[1:] {
					add(true, n.operands[i:i+2]...)
				}
			case n.name == "abs", n.name == "relu":
				add(true, n.operands[0])
			case n.function.outside == NegativeRoot, n.function.outside == NoLogarithm:
				add(false, n.operands[0])
			}
		})
	}
	return list
}

// breakpointSearch looks for borders along each variable, the others fixed.
type breakpointSearch struct {
	*comparison

	borders []border
	grid    []*big.Rat
	known   map[int][]crossing // of the borders that depend on one variable
	places  [][]*big.Rat       // for each variable, where borders are and between them
}

// points goes through the points on borders, beside and between them.
func (s *breakpointSearch) points(yield func(point) bool) {
	n := len(s.names)
	r := rand.New(rand.NewPCG(20261123, 7))
	s.known = make(map[int][]crossing)
	for round := range 8 {
		base := drawn(n, round, r)
		if round == 0 {
			base = whole(n)
		}
		for i := range n {
			var list []crossing
			for b := range s.borders {
				list = append(list, s.crossingsOf(b, base, i)...)
			}
			list = tidied(list)
			between := between(list)
			if round == 0 {
				for _, c := range list {
					s.places[i] = append(s.places[i], c.value)
				}
				s.places[i] = append(s.places[i], between...)
			}
			for _, c := range list {
				for _, p := range around(base, i, c.value, c.tolerance) {
					if !yield(p) {
						return
					}
				}
			}
			for _, value := range between {
				if !yield(point{values: pinned(base, i, value)}) {
					return
				}
			}
			if s.steps < 0 {
				return
			}
		}
		if n == 1 {
			return
		}
	}
}

// crossingsOf returns where a border is crossed when variable i moves.
func (s *breakpointSearch) crossingsOf(index int, base []*big.Rat, i int) []crossing {
	b := s.borders[index]
	if !b.uses[i] {
		return nil
	}
	if known, ok := s.known[index]; ok {
		return known
	}
	list := s.crossings(b, base, i, s.grid)
	if b.alone() {
		s.known[index] = list
	}
	return list
}

// alone reports whether the border depends on one variable.
func (b border) alone() bool {
	count := 0
	for _, used := range b.uses {
		if used {
			count++
		}
	}
	return count == 1
}

// tidied sorts crossings and leaves out those that are there already.
func tidied(list []crossing) []crossing {
	slices.SortFunc(list, func(a, b crossing) int { return a.value.Cmp(b.value) })
	return slices.CompactFunc(list, func(b, a crossing) bool { // b is the later one
		if a.value.Cmp(b.value) == 0 {
			return true
		}
		tolerance := max(a.tolerance, b.tolerance)
		from, _ := a.value.Float64()
		to, _ := b.value.Float64()
		return tolerance > 0 && to-from <= tolerance*max(1, math.Abs(from))
	})
}

// between returns two values between any two neighbours, neither in the middle,
// where formulas may meet.
func between(list []crossing) []*big.Rat {
	var values []*big.Rat
	for k := 1; k < len(list); k++ {
		width := new(big.Rat).Sub(list[k].value, list[k-1].value)
		for _, part := range []*big.Rat{big.NewRat(3, 8), big.NewRat(5, 7)} {
			value := new(big.Rat).Mul(width, part)
			values = append(values, value.Add(value, list[k-1].value))
		}
	}
	return values
}

// combinations goes through the points where each of two or three variables has
// a special value or is where a border is, or between two. If there is no time
// for all, they are drawn.
func (s *breakpointSearch) combinations(special []*big.Rat) func(yield func(point) bool) {
	return func(yield func(point) bool) {
		n, all := len(s.names), 1
		if n < 2 || n > 3 {
			return
		}
		values := make([][]*big.Rat, n)
		for i := range n {
			values[i] = append(slices.Clone(special), s.places[i]...)
			slices.SortFunc(values[i], (*big.Rat).Cmp)
			values[i] = slices.CompactFunc(values[i], func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
			all *= len(values[i])
		}
		size := 0
		for _, tree := range []*Node{s.a, s.b} {
			tree.walk(func(*Node) { size++ })
		}
		r := rand.New(rand.NewPCG(20261123, 8))
		most := max(27, s.exact/(4*size))
		for k := range min(all, most) {
			if all > most {
				k = r.IntN(all)
			}
			p := point{alone: true}
			for i := range n {
				p.values = append(p.values, values[i][k%len(values[i])])
				k /= len(values[i])
			}
			if !yield(p) {
				return
			}
		}
	}
}

// straightened reports whether all kinks and borders of conditions are straight,
// along one variable, and were found: then so was everything between them.
func (s *breakpointSearch) straightened() bool {
	variable := -1
	for index, b := range s.borders {
		i := slices.Index(b.uses, true)
		if !b.kink || i < 0 {
			continue
		}
		straight := b.left.isStraight() && (b.right == nil || b.right.isStraight())
		if !straight || !b.alone() || len(s.known[index]) != 1 || variable >= 0 && variable != i {
			return false
		}
		variable = i
	}
	return true
}

// isStraight reports whether a node is a linear function of its variable.
func (n *Node) isStraight() bool {
	switch n.op {
	case Number, Constant, Variable:
		return true
	case Add, Sub, Neg, Percent:
		for _, operand := range n.operands {
			if !operand.isStraight() {
				return false
			}
		}
		return true
	case Mul:
		a, b := n.operands[0], n.operands[1]
		return a.isStraight() && b.isStraight() && (len(a.Variables()) == 0 || len(b.Variables()) == 0)
	case Div:
		return n.operands[0].isStraight() && len(n.operands[1].Variables()) == 0
	}
	return len(n.Variables()) == 0
}

// crossings returns where a border is crossed when variable i moves. Two sides
// that are equal on a whole range have no border there.
func (e *evaluator) crossings(b border, base []*big.Rat, i int, grid []*big.Rat) []crossing {
	var list []crossing
	before, zeros := math.NaN(), 0
	for k, value := range grid {
		sign := e.roughly(b, pinned(base, i, value))
		if math.IsNaN(sign) {
			sign = e.difference(b, pinned(base, i, value))
		}
		switch {
		case sign == 0:
			list = append(list, crossing{value: value})
			zeros++
		case before*sign < 0:
			list = append(list, e.crossing(b, base, i, grid[k-1], value, before, sign))
		}
		before = sign
		if e.steps < 0 || zeros > len(grid)/4 {
			return nil
		}
	}
	if len(list) == 0 { // beyond the grid
		value := e.straight(b, base, i, new(big.Rat), big.NewRat(1, 1))
		if value != nil && e.difference(b, pinned(base, i, value)) == 0 {
			list = append(list, crossing{value: value})
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
func (e *evaluator) crossing(b border, base []*big.Rat, i int, low, high *big.Rat, below, above float64) crossing {
	isRoot := func(value *big.Rat) bool { return e.difference(b, pinned(base, i, value)) == 0 }
	if value := e.straight(b, base, i, low, high); value != nil && isRoot(value) {
		return crossing{value: value}
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
		value := big.NewRat(int64(math.Round(middle*d)), int64(d))
		if math.Abs(math.Round(middle*d)/d-middle) < 1e-9 && isRoot(value) {
			return crossing{value: value}
		}
	}
	return crossing{value: new(big.Rat).SetFloat64(middle), tolerance: 1e-9}
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
	for _, step := range []*big.Rat{big.NewRat(1, 1<<20), big.NewRat(1, 128), big.NewRat(1, 3), big.NewRat(5, 2)} {
		for _, sign := range []int64{1, -1} {
			beside := new(big.Rat).Mul(step, big.NewRat(sign, 1))
			list = append(list, point{values: pinned(base, i, beside.Add(beside, value))})
		}
	}
	return list
}
