package bank

import (
	"fmt"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Rules that exercises of several lectures share.

// rightTelling accepts an answer and adds what was rounded on the way to it.
func rightTelling(want exercises.Want, feedback lang.Text) exercises.Rule {
	return exercises.Right(want, feedback).Explaining(func(_ answer.Value, way exercises.Way) lang.Text {
		return sentences(feedback, sayRounded(way))
	})
}

// inOneStep wants a function of numbers that are given, with so many decimals:
// nothing is rounded on the way.
func inOneStep(digits int, f func(x []float64) float64, given ...float64) exercises.Want {
	return exercises.To(digits, exercises.From(given...).Value(lang.Text{}, f))
}

// follow recognises what follows exactly from the numbers of an earlier part that
// was answered by a known mistake.
func follow(after string, from func(earlier []float64) exercises.Calc) exercises.Rule {
	return followTo(answer.Exact, after, from)
}

// followTo is follow with so many decimals.
func followTo(digits int, after string, from func(earlier []float64) exercises.Calc) exercises.Rule {
	return exercises.Follow(after, digits, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
		return from(answer.Entries(earlier[after].Read)), true
	}, lang.T("앞의 답에서 이어지는 계산으로는 맞아요. 앞의 답을 바로잡으면 이 값도 맞게 돼요.",
		"Given your earlier answer this step is right. Mend that and this one comes right."))
}

// distinct leaves out mistakes that lead to the same answer as a rule before
// them: of x, say, the power rule without its first half is right.
func distinct(rules ...exercises.Rule) []exercises.Rule {
	var kept []exercises.Rule
	for _, r := range rules {
		example, named := r.Example(exercises.Part{})
		if !named || !slices.ContainsFunc(kept, func(k exercises.Rule) bool {
			before, ok := k.Example(exercises.Part{})
			return ok && example.Compare(before, 0).Same()
		}) {
			kept = append(kept, r)
		}
	}
	return kept
}

// onePlaceWrong returns a rule for every entry that is the only wrong one.
// They come last: known mistakes say more.
func onePlaceWrong(want []float64, say func(i int) (ko, en string)) []exercises.Rule {
	var rules []exercises.Rule
	for i := range want {
		ko, en := say(i)
		rules = append(rules, exercises.Fails(fmt.Sprintf("place-%d", i+1), onlyWrongAt(want, i), lang.T(ko, en)))
	}
	return rules
}

// onlyWrongAt tells answers that differ from want in entry i alone.
func onlyWrongAt(want []float64, i int) func(answer.Value) bool {
	return func(got answer.Value) bool {
		wrong := got.Compare(answer.Of(want...), 0).Wrong
		return len(wrong) == 1 && wrong[0] == i
	}
}

// turned returns the options with the first n moved to the end.
func turned(n int, options ...exercises.Option) []exercises.Option {
	n %= len(options)
	return append(append([]exercises.Option(nil), options[n:]...), options[:n]...)
}
