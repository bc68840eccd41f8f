package bank

import (
	"slices"
	"strings"
	"sync"

	"hakseup/lessons/lang"
)

// contained names for every exercise those that are a part of it: who does it
// right has done them, too.
func contained() map[string][]string {
	return map[string][]string{
		"02/angle":         {"02/dot", "02/norms"},
		"02/distance":      {"02/norms"},
		"02/lp":            {"02/norms"},
		"02/matmul-finish": {"02/dot"},
		"02/projection":    {"02/dot", "02/norms"},
		"02/unit":          {"02/norms"},
		"05/collapse":      {"02/matmul-finish"},
		"05/forward":       {"02/matmul-finish", "04/relu"},
		"05/repair":        {"05/fold-table"},
		"05/spiral":        {"05/xor"},
		"06/batch":         {"06/ce"},
		"06/temperature":   {"06/softmax"},
		"06/worked":        {"06/softmax", "06/mse", "06/ce"},
		"07/chain":         {"07/power"},
		"07/derivatives":   {"07/power"},
		"07/gauss":         {"07/chain"},
		"07/partial":       {"07/power"},
		"07/partials":      {"07/partial"},
		"07/sigmoid":       {"07/chain", "04/sigmoid-slope"},
		"08/fill":          {"08/local", "08/graph"},
		"08/graph":         {"08/local"},
		"08/neuron":        {"08/local", "04/sigmoid-slope"},
		"08/three-steps":   {"08/update"},
		"08/worked-step":   {"08/update", "06/softmax"},
		"10/updates":       {"10/iterations"},
		"10/uneven":        {"10/folds"},
		"practice-1":       {"06/worked"},
		"practice-2":       {"08/sigmoid-graph"},
		"practice-3":       {"07/graph", "08/local"},
	}
}

// Contains returns the exercises that are a part of one, and the parts of
// those, each once.
func Contains(id string) []string {
	table := contained()
	var all []string
	var collect func(id string)
	collect = func(id string) {
		for _, part := range table[id] {
			if !slices.Contains(all, part) {
				all = append(all, part)
				collect(part)
			}
		}
	}
	collect(id)
	return all
}

// everywhere are the ids of mistakes that mean the same in every lecture.
// Others mean the same within theirs.
func everywhere() []string {
	return []string{
		"as-product", "as-sum", "bias-sign", "coefficient-forgotten", "constant-kept", "edge", "exponent-dropped",
		"extra", "inner-forgotten", "inner-only", "last-forgotten", "log10", "log2", "loose", "no-bias",
		"no-counterpart", "no-half", "no-rate", "no-root", "no-sign", "no-softmax", "no-two", "no-upstream",
		"not-swapped", "open-at-zero", "operation", "other-dropped", "power-kept", "ratio", "swapped-truth",
		"transposed", "two-forgotten", "untouched", "uphill",
	}
}

// Mistake returns what a known mistake of an exercise is called across the
// course: the same name for the same mistake, whichever exercise it is made
// in. It is "" for one that only says where the answer is wrong.
func Mistake(exercise, id string) string {
	switch {
	case id == "" || id == "rough" || strings.HasPrefix(id, "place-"):
		return ""
	case slices.Contains(everywhere(), id):
		return id
	}
	lecture, _, _ := strings.Cut(exercise, "/")
	return lecture + "/" + id
}

// mistakes has for every exercise the mistakes that can be made in it.
var mistakes = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for _, e := range all() {
		v, err := e.Draw(0)
		if err != nil { // the handout's numbers are not drawn
			continue
		}
		for _, id := range v.Mistakes() {
			if name := Mistake(e.ID, id); name != "" && !slices.Contains(table[e.ID], name) {
				table[e.ID] = append(table[e.ID], name)
			}
		}
	}
	return table
})

// Mistakes returns the names of the mistakes that can be made in an exercise.
func Mistakes(exercise string) []string { return mistakes()[exercise] }

// SayMistake says in words what a known mistake of an exercise is, with the
// handout's numbers.
func SayMistake(exercise, id string) lang.Text {
	e, ok := Find(exercise)
	if !ok {
		return lang.Text{}
	}
	v, err := e.Draw(0)
	if err != nil { // the handout's numbers are not drawn
		return lang.Text{}
	}
	for _, p := range v.Parts {
		for _, r := range p.Rules {
			if r.Mistake == id && !r.Feedback.IsZero() {
				return r.Feedback
			}
		}
	}
	return lang.Text{}
}
