package lab

import (
	"math"
	"slices"
	"strconv"
)

// Log makes a slider logarithmic, for values that go over powers of ten: its
// track has as much room for each, a small step is one of the second digit, and
// a big one goes on to 1, 2 or 5.
func (c *Control) Log() *Control { c.log = true; return c }

// Part returns how far along its track a slider stands, from 0 to 1.
func (c *Control) Part() float64 {
	if c.log {
		return math.Log(c.Value()/c.Min) / math.Log(c.Max/c.Min)
	}
	return (c.Value() - c.Min) / (c.Max - c.Min)
}

// AtPart returns the value of a slider at a part of its track.
func (c *Control) AtPart(part float64) float64 {
	if c.log {
		return c.Min * math.Pow(c.Max/c.Min, part)
	}
	return c.Min + part*(c.Max-c.Min)
}

// rounder returns the next value of two digits up or down from v, or the next 1, 2
// or 5 times a power of ten.
func rounder(v, up float64, big bool) float64 {
	mantissas := []float64{1, 2, 5}
	if !big {
		mantissas = mantissas[:0]
		for m := 10; m < 100; m++ {
			mantissas = append(mantissas, float64(m)/10)
		}
	}
	const slack = 1e-9
	power := math.Floor(math.Log10(v) + slack)
	var all []float64
	for _, p := range []float64{power - 1, power, power + 1} {
		for _, m := range mantissas {
			all = append(all, m*math.Pow(10, p))
		}
	}
	if up < 0 {
		slices.Reverse(all)
	}
	for _, next := range all {
		if up*(next-v) > slack*v {
			v, _ = strconv.ParseFloat(strconv.FormatFloat(next, 'g', 12, 64), 64)
			return v
		}
	}
	return v
}
