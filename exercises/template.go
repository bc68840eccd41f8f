package exercises

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// maxDraws bounds how often Draw rejects a variant. A template that comes
// near it draws from too few numbers; a test holds all of them against it.
const maxDraws = 400

// Template makes an exercise from parameters P, which JSON must keep. Seed 0
// is the variant of the handout's parameters; every other seed takes them from
// draw. build works out everything that depends on them: statement, rules,
// hints, solution.
func Template[P any](id string, title lang.Text, handout P, draw func(*rand.Rand) P, build func(P) Variant, samples ...Sample) Exercise {
	kept := func(p P) (Variant, error) {
		v := build(p)
		params, err := json.Marshal(p)
		v.Params = params
		return v, err
	}
	variant := func(seed uint64) (Variant, error) {
		if seed == 0 {
			return kept(handout)
		}
		r := rand.New(rand.NewPCG(seed, idHash(id)))
		why := errors.New("nothing drawn")
		for range maxDraws {
			p := draw(r)
			v := build(p)
			if why = v.usable(); why == nil {
				return kept(p)
			}
		}
		return Variant{}, fmt.Errorf("%s, seed %d: no usable numbers in %d draws: %w", id, seed, maxDraws, why)
	}
	again := func(params []byte) (Variant, error) {
		var p P
		if err := json.Unmarshal(params, &p); err != nil {
			return Variant{}, fmt.Errorf("%s: parameters: %w", id, err)
		}
		return kept(p)
	}
	return Exercise{ID: id, Title: title, Samples: samples, variant: variant, again: again}
}

// Draw returns the variant of a seed, the same one every time. Parameters
// for which a known mistake might be taken for a right answer, or for another
// mistake, are drawn again. It is an error when that never ends; only a
// template that is wrong comes to it.
func (e Exercise) Draw(seed uint64) (Variant, error) { return e.variant(seed) }

// Again makes a variant of the parameters that another one was made of, so
// that an old attempt can be graded although the draw has changed since.
func (e Exercise) Again(params json.RawMessage) (Variant, error) { return e.again(params) }

// usable says why a variant must be drawn again. What is cheap to find comes
// first.
func (v Variant) usable() error {
	for _, check := range []func() error{
		func() error { return v.overlap(plainResults) }, v.Check, func() error { return v.overlap(allResults) },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// Mistakes lists the ids of the known mistakes that can be made, each once.
func (v Variant) Mistakes() []string {
	var ids []string
	for _, p := range v.Parts {
		for _, r := range p.Rules {
			if r.Mistake != "" && !slices.Contains(ids, r.Mistake) {
				ids = append(ids, r.Mistake)
			}
		}
	}
	return ids
}

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
	for i, o := range p.Options() {
		for _, text := range []string{o.KO, o.EN} {
			if v, err := (answer.Several{Options: p.Options()}).Read(text); err == nil {
				return fmt.Errorf("the text %q of option %d reads as the number of option %s", text, i+1, v.Typed())
			}
		}
	}
	for _, rule := range p.Rules {
		if rule.From != nil || rule.Want.value == nil {
			continue
		}
		if err := p.checkOwn(rule); err != nil {
			return err
		}
	}
	return nil
}

// checkOwn reports an answer that belongs to rule but is not graded by it: in
// full, or as one would type it.
func (p Part) checkOwn(rule Rule) error {
	full := p.shaped(rule.Want.value)
	for _, x := range answer.Entries(full) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("rule %q wants %v, which is not finite", rule.Mistake, full)
		}
	}
	forms := []answer.Value{full}
	if rule.Want.ways != nil {
		forms = append(forms, p.shaped(rule.Want.typed()))
	}
	for _, want := range forms {
		got, err := p.Kind.Read(want.Typed())
		if err != nil {
			return fmt.Errorf("rule %q: its own answer %s cannot be read: %w", rule.Mistake, want.Typed(), err)
		}
		first, _, _ := p.match(got)
		if first.Outcome == Wrong && first.Mistake == "" {
			return fmt.Errorf("rule %q does not accept its own answer %s", rule.Mistake, want.Typed())
		}
		if first.Outcome != rule.Outcome || first.Mistake != rule.Mistake {
			return fmt.Errorf("%s of mistake %q would be taken for %s %q", want.Typed(), rule.Mistake, first.Outcome, first.Mistake)
		}
	}
	return nil
}
