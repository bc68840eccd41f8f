package exercises

import (
	"cmp"
	"fmt"
	"slices"

	"hakseup/exercises/answer"
)

// reading is a result to which a rule's calculation may lead.
type reading struct {
	rule  Rule
	value []float64
	unit  float64
}

// overlap reports two rules of different verdicts that one answer might fit:
// then nobody can tell which was meant. Of each rule it looks at the results
// that are given: the plain ones, which are cheap and mostly tell, or all to
// which rounding on the way may lead.
func (v Variant) overlap(results func(Rule) []reading) error {
	for _, p := range v.Parts {
		if err := p.overlap(results); err != nil {
			return fmt.Errorf("part %s: %w", p.ID, err)
		}
	}
	return nil
}

func plainResults(r Rule) []reading {
	value := answer.Entries(r.Want.value)
	switch {
	case r.Match != nil || value == nil:
		return nil
	case r.Want.ways == nil:
		return []reading{{rule: r, value: value}}
	}
	return []reading{{r, value, r.Want.reach}}
}

func allResults(r Rule) []reading {
	if r.Want.ways == nil {
		return plainResults(r)
	}
	var all []reading
	for _, way := range r.Want.ways() {
		all = append(all, reading{r, way.Value, r.Want.unit()})
	}
	return all
}

func (p Part) overlap(results func(Rule) []reading) error {
	var all []reading
	widest := 0.0
	for _, r := range p.Rules {
		for _, result := range results(r) {
			all = append(all, result)
			widest = max(widest, result.unit)
		}
	}
	slices.SortFunc(all, func(a, b reading) int { return cmp.Compare(a.value[0], b.value[0]) })
	for i, a := range all {
		for _, b := range all[i+1:] {
			if b.value[0]-a.value[0] >= 2*widest {
				break
			}
			if !a.rule.sameVerdict(b.rule) && a.meets(b) {
				return fmt.Errorf("%v of mistake %q and %v of mistake %q can look alike", a.value, a.rule.Mistake, b.value, b.rule.Mistake)
			}
		}
	}
	return nil
}

// meets reports whether one answer may belong to both.
func (a reading) meets(b reading) bool {
	return distance(a.value, b.value) < a.unit+b.unit+1e-9
}

func (r Rule) sameVerdict(other Rule) bool {
	return r.Outcome == other.Outcome && r.Mistake == other.Mistake
}
