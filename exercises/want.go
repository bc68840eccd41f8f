package exercises

import (
	"math"
	"slices"
	"sync"

	"hakseup/exercises/answer"
)

// Want is what a rule recognises. Exactly, To, Is and the zero Want make one;
// the last recognises nothing.
type Want struct {
	value  answer.Value // in full; of a calculation as it comes out unrounded
	ways   func() []Way // of a calculation: all results that count, worked out when needed
	digits int          // decimals that are asked for
	reach  float64      // how far from the plain result rounding is likely to lead
}

// Entries is what can be wanted: a number, or the entries of a vector or, row
// by row, of a matrix.
type Entries interface{ int | float64 | []float64 }

// Exactly wants numbers that leave nothing to round.
func Exactly[E Entries](want E) Want {
	return Want{value: answer.Of(entries(want)...), digits: answer.Exact}
}

// To wants the result of a calculation with so many decimals, whatever was
// rounded on the way. Of several calculations each will do.
func To(digits int, calcs ...Calc) Want {
	ways := func() []Way {
		var all []Way
		for _, c := range calcs {
			all = append(all, c.Ways()...)
		}
		return all
	}
	w := Want{value: answer.Of(calcs[0].plain()...), ways: sync.OnceValue(ways), digits: digits}
	w.reach = w.unit()
	if slices.ContainsFunc(calcs, func(c Calc) bool { return len(c.steps) > 1 }) {
		w.reach += 0.008 // two decimals on the way
	}
	return w
}

// Is wants an answer that is the same as another one.
func Is(value answer.Value) Want { return Want{value: value, digits: answer.Exact} }

func entries[E Entries](want E) []float64 {
	switch w := any(want).(type) {
	case int:
		return []float64{float64(w)}
	case float64:
		return []float64{w}
	case []float64:
		return w
	}
	return nil
}

// unit is one of the last decimal that is asked for: what an answer may be
// off, so that it may be rounded or cut off.
func (w Want) unit() float64 { return math.Pow10(-w.digits) }

// fits reports whether got is what is wanted, and by which way.
func (w Want) fits(got answer.Value) (Way, answer.Verdict) {
	if w.value == nil {
		return Way{}, answer.Verdict{}
	}
	if w.ways == nil {
		return Way{}, got.Compare(w.value, 0)
	}
	numbers, _ := got.(answer.Numbers)
	if way, ok := w.nearest(numbers); ok {
		return way, answer.Verdict{Share: 1}
	}
	return Way{}, answer.Verdict{}
}

// nearest returns the likeliest way to an answer: the plainer one before the
// closer one, but a way from which the answer is rounded before one from which
// it is cut off. An answer with fewer decimals than are asked for counts where
// the missing ones are zeros, as in 0.4 for 0.400.
func (w Want) nearest(got answer.Numbers) (Way, bool) {
	short := typedDigits(got) < w.digits
	best, rank := Way{}, math.Inf(1)
	for _, way := range w.ways() {
		off := distance(got.Data, way.Value)
		if off >= w.unit()-1e-9 || short && !w.endsInZeros(way, got) {
			continue
		}
		r := float64(way.cost)
		if way.cost > cutOnce {
			r += 1000
		}
		if off > w.unit()/2+1e-9 {
			r += 100
		}
		if r < rank {
			best, rank = way, r
		}
	}
	return best, !math.IsInf(rank, 1)
}

// endsInZeros reports whether the way's result, with the decimals that are
// asked for, is what was typed. Who rounded the last step before the result has
// rounded the result, too: that is no zero.
func (w Want) endsInZeros(way Way, got answer.Numbers) bool {
	if way.cost > 0 {
		return way.cost <= roundedOnce && !way.roundedLast() && distance(got.Data, way.Value) < 1e-9
	}
	return slices.ContainsFunc(toDigits(w.digits), func(r rounding) bool {
		return distance(got.Data, r.each(way.Value)) < 1e-9
	})
}

// fewDigits reports whether got is right as far as it goes, but has fewer
// decimals than were asked for. Who leaves three out must come near: 1 says
// little about 0.5, but much about 1.002.
func (w Want) fewDigits(got answer.Numbers) bool {
	digits := typedDigits(got)
	if w.ways == nil || digits >= w.digits || slices.Contains(got.Data, 0) {
		return false // 0 is no rounding of anything that is worked out
	}
	far := math.Inf(1)
	if digits < w.digits-2 {
		far = 10 * w.unit()
	}
	for _, r := range toDigits(digits) {
		if slices.ContainsFunc(w.ways(), func(way Way) bool {
			return distance(got.Data, way.Value) < far && distance(got.Data, r.each(way.Value)) < 1e-9
		}) {
			return true
		}
	}
	return false
}

// typedDigits returns the decimals of the entry that has the most: zeros at
// the end of the others are often left out.
func typedDigits(n answer.Numbers) int {
	digits := 0
	for i := range n.Data {
		digits = max(digits, n.Decimals(i))
	}
	return digits
}

// close reports whether got comes near to what is wanted, but not to the last
// decimal that is asked for.
func (w Want) close(got answer.Value) bool {
	return w.ways != nil && distance(answer.Entries(got), answer.Entries(w.value)) < 5*w.unit()
}

// typed returns the wanted answer as one would write it: with the decimals
// that are asked for.
func (w Want) typed() answer.Value {
	n, ok := w.value.(answer.Numbers)
	if !ok || w.digits == answer.Exact {
		return w.value
	}
	n.Data = toDigits(w.digits)[0].each(n.Data)
	n.Digits = slices.Repeat([]int{w.digits}, len(n.Data))
	return n
}

// Example returns an answer to part p that the rule is about, in full. It is
// false for a rule that has none.
func (r Rule) Example(p Part) (answer.Value, bool) {
	if r.From != nil || r.Want.value == nil {
		return nil, false
	}
	return p.shaped(r.Want.value), true
}

// distance is the greatest difference of two entries; infinite where the
// lengths differ or a difference is not a number.
func distance(a, b []float64) float64 {
	if len(a) != len(b) {
		return math.Inf(1)
	}
	most := 0.0
	for i := range a {
		d := math.Abs(a[i] - b[i])
		if !(d <= most) { // NaN, too
			most = d
		}
	}
	if math.IsNaN(most) {
		return math.Inf(1)
	}
	return most
}
