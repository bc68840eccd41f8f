package formula

import (
	"strconv"
	"strings"
)

// Digits says how exactly a number was typed.
type Digits struct {
	// Decimals is the place of the last digit: 3 for 0.396, 0.40e-1 and 39.6%, 0 for
	// 12, −1 for 1.2e2. The number was rounded to a multiple of 10^−Decimals, if it
	// was rounded.
	Decimals int
	// Significant is the number of digits from the first that is not 0: 3 for
	// 0.0396 and 0.390; 0 for 0.00.
	Significant int
}

// Digits returns how exactly a plain number was typed. ok is false for what was
// calculated, such as 1/3, √2 or ½: that is exact. A sign, a percent sign and a
// power of ten, as in 6.8×10^-1, leave a number plain.
func (n *Node) Digits() (d Digits, ok bool) {
	switch n.op {
	case Number:
		return digitsOf(n.text)
	case Neg:
		return n.operands[0].Digits()
	case Percent:
		d, ok = n.operands[0].Digits()
		d.Decimals += 2
		return d, ok
	case Mul:
		if shift, isPower := n.operands[1].powerOfTen(); isPower {
			d, ok = n.operands[0].Digits()
			d.Decimals -= shift
			return d, ok
		}
	}
	return Digits{}, false
}

// digitsOf counts the digits of a number like 12, 0.396, .5 and 2e-3.
func digitsOf(text string) (d Digits, ok bool) {
	mantissa, exponent := text, "0"
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent = text[:i], text[i+1:]
	}
	whole, decimals, _ := strings.Cut(mantissa, ".")
	shift, err := strconv.Atoi(exponent)
	if err != nil || span(whole+decimals, isDigit) < len(whole+decimals) {
		return Digits{}, false
	}
	return Digits{Decimals: len(decimals) - shift, Significant: len(strings.TrimLeft(whole+decimals, "0"))}, true
}

// powerOfTen returns the exponent of 10^-1.
func (n *Node) powerOfTen() (exponent int, ok bool) {
	if n.op != Pow || n.operands[0].op != Number || n.operands[0].text != "10" {
		return 0, false
	}
	sign, digits := 1, n.operands[1]
	if digits.op == Neg {
		sign, digits = -1, digits.operands[0]
	}
	if digits.op != Number {
		return 0, false
	}
	exponent, err := strconv.Atoi(digits.text)
	return sign * exponent, err == nil && exponent <= 400
}
