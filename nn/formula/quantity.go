package formula

import (
	"math"
	"math/big"
)

// quantity is a value of a formula at a point: exact, or rounded with a bound on
// how far off it can be.
type quantity struct {
	exact *big.Rat // nil if the value is rounded; then the others say it
	value float64
	bound float64
}

const (
	// roundoff is half the distance of neighbouring floating-point numbers,
	// relative to them: 2⁻⁵³.
	roundoff = 0x1p-53
	// underflow is more than a value that is rounded to 0 can be.
	underflow = 1e-300
)

func exactly(r *big.Rat) quantity { return quantity{exact: r} }

// rounded is a result of floating-point arithmetic, whose last step may be wrong
// by some units in the last place.
func rounded(value, bound, units float64) quantity {
	return quantity{value: value, bound: bound + units*roundoff*math.Abs(value) + underflow}
}

func integer(i int64) quantity { return exactly(big.NewRat(i, 1)) }

// float returns the quantity as a rounded one.
func (q quantity) float() quantity {
	if q.exact == nil {
		return q
	}
	value, same := q.exact.Float64()
	if same {
		return quantity{value: value}
	}
	return rounded(value, 0, 1)
}

// isFinite reports whether the value is within floating-point numbers.
func (q quantity) isFinite() bool {
	return q.exact != nil || !math.IsInf(q.value, 0) && !math.IsNaN(q.value) && !math.IsInf(q.bound, 0) && !math.IsNaN(q.bound)
}

// isZero reports whether the quantity is exactly 0.
func (q quantity) isZero() bool { return q.exact != nil && q.exact.Sign() == 0 }

// isWhole reports whether the quantity is exactly a whole number.
func (q quantity) isWhole() bool { return q.exact != nil && q.exact.IsInt() }

// sign returns −1, 0 or 1, unless it cannot be told.
func (q quantity) sign() (sign int, sure bool) {
	switch {
	case q.exact != nil:
		return q.exact.Sign(), true
	case math.Abs(q.value) <= q.bound:
		return 0, false
	case q.value < 0:
		return -1, true
	}
	return 1, true
}

// bits is the size of an exact value, numerator and denominator together.
func (q quantity) bits() int { return q.exact.Num().BitLen() + q.exact.Denom().BitLen() }

func (q quantity) negative() quantity {
	if q.exact != nil {
		return exactly(new(big.Rat).Neg(q.exact))
	}
	return quantity{value: -q.value, bound: q.bound}
}

func (q quantity) plus(o quantity) quantity {
	if q.exact != nil && o.exact != nil {
		return exactly(new(big.Rat).Add(q.exact, o.exact))
	}
	q, o = q.float(), o.float()
	return rounded(q.value+o.value, q.bound+o.bound, 1)
}

func (q quantity) times(o quantity) quantity {
	switch {
	case q.exact != nil && o.exact != nil:
		return exactly(new(big.Rat).Mul(q.exact, o.exact))
	case q.isZero() || o.isZero():
		return integer(0)
	}
	q, o = q.float(), o.float()
	return rounded(q.value*o.value, math.Abs(q.value)*o.bound+math.Abs(o.value)*q.bound+q.bound*o.bound, 1)
}

// over divides by a quantity that has a sign and is not 0.
func (q quantity) over(o quantity) quantity {
	switch {
	case q.exact != nil && o.exact != nil:
		return exactly(new(big.Rat).Quo(q.exact, o.exact))
	case q.isZero():
		return q
	}
	q, o = q.float(), o.float()
	value := q.value / o.value
	return rounded(value, (q.bound+math.Abs(value)*o.bound)/(math.Abs(o.value)-o.bound), 1)
}

// greater returns the greater of two quantities.
func (q quantity) greater(o quantity) quantity {
	if q.exact != nil && o.exact != nil {
		if q.exact.Cmp(o.exact) < 0 {
			return o
		}
		return q
	}
	q, o = q.float(), o.float()
	return quantity{value: max(q.value, o.value), bound: max(q.bound, o.bound)}
}

// order compares two quantities: −1, 0 or 1, unless it cannot be told. Within
// the tolerance they count as equal.
func (q quantity) order(o quantity, tolerance float64) (order int, sure bool) {
	if tolerance > 0 {
		q, o := q.float(), o.float()
		if math.Abs(q.value-o.value) <= tolerance*max(1, math.Abs(q.value)) {
			return 0, true
		}
	}
	if q.exact != nil && o.exact != nil {
		return q.exact.Cmp(o.exact), true
	}
	return q.plus(o.negative()).sign()
}

// root returns the square root of an exact fraction of squares.
func (q quantity) root() (root quantity, ok bool) {
	if q.exact == nil {
		return q, false
	}
	above, below := new(big.Int).Sqrt(q.exact.Num()), new(big.Int).Sqrt(q.exact.Denom())
	r := new(big.Rat).SetFrac(above, below)
	return exactly(r), new(big.Rat).Mul(r, r).Cmp(q.exact) == 0
}

// raise returns the power with a whole exponent of an exact quantity.
func (q quantity) raise(exponent int) quantity {
	e := big.NewInt(int64(max(exponent, -exponent)))
	above, below := new(big.Int).Exp(q.exact.Num(), e, nil), new(big.Int).Exp(q.exact.Denom(), e, nil)
	if exponent < 0 {
		above, below = below, above
	}
	return exactly(new(big.Rat).SetFrac(above, below))
}
