package plot

import (
	"math"
	"strconv"
	"strings"
)

// Range is an interval of an axis.
type Range struct{ Min, Max float64 }

// sane returns a range that can be drawn: finite, in order, not empty.
func (r Range) sane() Range {
	const limit = 1e150
	for _, v := range []float64{r.Min, r.Max} {
		if math.IsNaN(v) || math.Abs(v) > limit {
			return Range{0, 1}
		}
	}
	if r.Min > r.Max {
		r.Min, r.Max = r.Max, r.Min
	}
	if least := 1e-9 * max(math.Abs(r.Min), math.Abs(r.Max), 1e-290); r.Max-r.Min < least {
		half := max(math.Abs(r.Min)/2, 0.5)
		r.Min, r.Max = r.Min-half, r.Max+half
	}
	return r
}

// tick is a round number on an axis.
type tick struct {
	value float64
	label string
}

// ticks returns the multiples of a step within a range, labelled with as many
// decimals as the step needs.
func (r Range) ticks(step float64) []tick {
	first, last := math.Ceil(r.Min/step-1e-6), math.Floor(r.Max/step+1e-6)
	if !(last-first < 1000) {
		return nil
	}
	var out []tick
	for i := first; i <= last; i++ {
		out = append(out, tick{i * step, tickLabel(i*step, step, max(math.Abs(first), math.Abs(last))*step)})
	}
	return out
}

// tickLabel writes v; big is the largest number on the axis.
func tickLabel(v, step, big float64) string {
	if v == 0 {
		return "0"
	}
	if big >= 1e5 || step < 1e-4 {
		s := strconv.FormatFloat(v, 'e', -1, 64)
		if mantissa, exp, ok := strings.Cut(s, "e"); ok {
			digits := max(0, int(math.Floor(math.Log10(math.Abs(v))+1e-9))-int(math.Floor(math.Log10(step)+1e-9)))
			f, _ := strconv.ParseFloat(mantissa, 64)
			n, _ := strconv.Atoi(exp)
			return Number(f, digits) + "e" + Number(float64(n), 0)
		}
	}
	return Number(v, max(0, -int(math.Floor(math.Log10(step)+1e-9))))
}

// steps returns the round steps, 1, 2 and 5 times a power of ten, that cut a
// range into no more than most pieces, from fine to coarse, ending with one that
// cuts it into fewer than two.
func (r Range) steps(most int) []float64 {
	span := r.Max - r.Min
	exp := math.Floor(math.Log10(span / float64(max(most, 1))))
	var out []float64
	for e := exp; len(out) < 40; e++ {
		for _, m := range [...]float64{1, 2, 5} {
			step := round10(m, int(e))
			if span/step > float64(most)+1e-9 {
				continue
			}
			out = append(out, step)
			if span/step < 1 {
				return out
			}
		}
	}
	return out
}

// round10 is m times ten to the power e, exact to the last bit for the small
// powers that axes use.
func round10(m float64, e int) float64 {
	if e < 0 {
		return m / math.Pow10(-e)
	}
	return m * math.Pow10(e)
}

// powers labels the ticks of a logarithmic axis with the powers of ten that they
// are: 0.01 at −2, and 1e−6 where a plain number would be long.
func powers(ts []tick, log bool) []tick {
	const plain = 3
	for i, t := range ts {
		if !log {
			break
		}
		if math.Abs(t.value) <= plain {
			ts[i].label = Number(math.Pow10(int(t.value)), max(0, -int(t.value)))
		} else {
			ts[i].label = "1e" + Number(t.value, 0)
		}
	}
	return ts
}
