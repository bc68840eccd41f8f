package formula

import (
	"math/big"
	"math/rand/v2"
)

// point is a place at which formulas are compared.
type point struct {
	values []*big.Rat
	// alone: the place may be the only one of its sort, such as x = 0, so that it
	// says little if one formula is undefined there.
	alone bool
	// tolerance within which the operands of conditions count as equal there: the
	// place is as close to where they are as a floating-point number can be.
	tolerance float64
}

// generic is the number of points at which no variable has a special value.
const generic = 32

// points goes through the places at which to compare formulas of n variables:
// one of small whole numbers, which read well, others that are drawn, the same
// every time, and those that pin one variable at a special value.
func points(n int, special []*big.Rat) func(yield func(point) bool) {
	return func(yield func(point) bool) {
		if n == 0 {
			yield(point{})
			return
		}
		r := rand.New(rand.NewPCG(20261123, 6))
		if !yield(point{values: whole(n), alone: true}) {
			return
		}
		for i := range generic {
			if !yield(point{values: drawn(n, i, r)}) {
				return
			}
		}
		for _, value := range special {
			for i := range n {
				for _, values := range [][]*big.Rat{whole(n), drawn(n, 1, r), drawn(n, 0, r)} {
					if !yield(point{values: pinned(values, i, value), alone: true}) {
						return
					}
					if n == 1 {
						break
					}
				}
			}
		}
	}
}

// whole returns different whole numbers: 2, 3, 4 and so on.
func whole(n int) []*big.Rat {
	values := make([]*big.Rat, n)
	for i := range values {
		values[i] = big.NewRat(int64(2+i), 1)
	}
	return values
}

// drawn draws values that are no whole numbers. In every second round all are
// positive: roots and logarithms want that. In every second pair of rounds each
// variable has a scale of its own.
func drawn(n, round int, r *rand.Rand) []*big.Rat {
	scales := []int{3, 1, 9, 40, 200}
	values := make([]*big.Rat, n)
	for i := range values {
		scale, denominator := scales[round%2], []int{100, 97}[round/4%2]
		if round%4 >= 2 {
			scale = scales[r.IntN(len(scales))]
		}
		above := 1 + r.IntN(scale*denominator)
		if above%denominator == 0 {
			above--
		}
		if round%2 == 0 && r.IntN(2) == 0 {
			above = -above
		}
		values[i] = big.NewRat(int64(above), int64(denominator))
	}
	return values
}

// pinned returns the values with one of them replaced.
func pinned(values []*big.Rat, i int, value *big.Rat) []*big.Rat {
	changed := append([]*big.Rat(nil), values...)
	changed[i] = value
	return changed
}

// specials returns the values that each variable takes in turn: −1, 0, 1 and,
// where a formula has pieces, all numbers that occur in it and their opposites.
func specials(pieces bool, trees ...*Node) []*big.Rat {
	const most = 24
	list := []*big.Rat{big.NewRat(-1, 1), new(big.Rat), big.NewRat(1, 1)}
	seen := map[string]bool{"-1/1": true, "0/1": true, "1/1": true}
	if !pieces {
		return list
	}
	for _, tree := range trees {
		tree.walk(func(n *Node) {
			if n.op != Number || n.exact == nil || exactly(n.exact).bits() > 64 {
				return
			}
			for _, value := range []*big.Rat{n.exact, new(big.Rat).Neg(n.exact)} {
				if !seen[value.String()] && len(list) < most {
					seen[value.String()] = true
					list = append(list, value)
				}
			}
		})
	}
	return list
}
