package bank

import (
	"fmt"

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
