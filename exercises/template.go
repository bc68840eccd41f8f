package exercises

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// maxDraws bounds how often Draw rejects a variant. A template that comes
// near it draws from too few numbers.
const maxDraws = 100

// Template makes an exercise from parameters P. Seed 0 is the variant of the
// handout's parameters; every other seed takes them from draw. build works
// out everything that depends on them: statement, rules, hints, solution.
func Template[P any](id string, title lang.Text, handout P, draw func(*rand.Rand) P, build func(P) Variant, samples ...Sample) Exercise {
	variant := func(seed uint64) Variant {
		if seed == 0 {
			return build(handout)
		}
		r := rand.New(rand.NewPCG(seed, idHash(id)))
		for range maxDraws {
			if v := build(draw(r)); v.Check() == nil {
				return v
			}
		}
		return build(handout)
	}
	return Exercise{ID: id, Title: title, Samples: samples, variant: variant}
}

// Draw returns the variant of a seed, the same one every time. Parameters
// for which a known mistake would be taken for a right answer, or for another
// mistake, are drawn again.
func (e Exercise) Draw(seed uint64) Variant { return e.variant(seed) }

// idHash keeps exercises with the same seed from drawing the same numbers.
func idHash(id string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id)) // never fails
	return h.Sum64()
}

// Check says why a variant cannot be used: a part that nothing can answer,
// a value that is not finite, or an answer that an earlier rule would take
// for something else.
func (v Variant) Check() error {
	for _, p := range v.Parts {
		if err := p.check(); err != nil {
			return fmt.Errorf("part %s: %w", p.ID, err)
		}
	}
	return nil
}

func (p Part) check() error {
	if _, ok := p.right(); !ok {
		return errors.New("no correct rule has an answer")
	}
	for _, rule := range p.Rules {
		if rule.From != nil || rule.Want == nil {
			continue
		}
		// As it is and as it is typed, rounded.
		for _, want := range [][]float64{rule.Want, rule.rounded()} {
			if err := p.checkOwn(rule, want); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkOwn reports an answer that belongs to rule but is not graded by it.
func (p Part) checkOwn(rule Rule, want []float64) error {
	for _, x := range want {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("rule %q wants %v, which is not finite", rule.Mistake, want)
		}
	}
	first, ok := p.match(answer.Value{Rows: p.Form.Rows, Cols: p.Form.Cols, Data: want})
	if !ok {
		return fmt.Errorf("rule %q does not accept its own answer %v", rule.Mistake, want)
	}
	if first.Outcome != rule.Outcome || first.Mistake != rule.Mistake {
		return fmt.Errorf("%v of mistake %q would be taken for %s %q", want, rule.Mistake, first.Outcome, first.Mistake)
	}
	return nil
}
