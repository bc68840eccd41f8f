// Package trial says in both languages what is wrong with a training as a line:
// one that a learner types, in an answer, in a lab or on the command line.
package trial

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/formula"
	"hakseup/nn/run"
)

// Explain says what run.Parse, a flag, Spec.Start or a formula's reader found wrong,
// and where. Of no error it says nothing; one that is none of theirs says itself.
func Explain(err error) lang.Text {
	if err == nil {
		return lang.Text{}
	}
	if e, ok := errors.AsType[*run.ValueError](err); ok {
		return impossible(e)
	}
	if e, ok := errors.AsType[*run.UnknownFlagError](err); ok {
		return lang.Sprintf("%[1]s: 그런 설정은 없어요.", "%[1]s: there is no such setting.", readable(e.Word))
	}
	if e, ok := errors.AsType[*nn.DivergenceError](err); ok && e.Epoch == 0 {
		return lang.T("처음부터 손실이 수로 나타낼 수 없을 만큼 커요. --init에 더 작은 값을 주어 보세요.",
			"From the start the loss is too large for a number. Give --init a smaller value.")
	}
	if e, ok := errors.AsType[*formula.Error](err); ok {
		return answer.Explain(e)
	}
	return lang.Same(err.Error())
}

func impossible(e *run.ValueError) lang.Text {
	value, ko, en := readable(e.Value), takes(e.Takes), e.Takes.String()
	if e.With == "" {
		return lang.T(fmt.Sprintf("--%s %s: 쓸 수 없는 값이에요. 쓸 수 있는 값: %s.", e.Flag, value, ko),
			fmt.Sprintf("--%s %s: impossible. It takes %s.", e.Flag, value, en))
	}
	return lang.T(fmt.Sprintf("--%s %s: %s에서는 쓸 수 없는 값이에요. 여기에서 쓸 수 있는 값: %s.", e.Flag, value, e.With, ko),
		fmt.Sprintf("--%s %s: impossible with %s. There it takes %s.", e.Flag, value, e.With, en))
}

// readable quotes a value that would not show.
func readable(value string) string {
	if shown := lang.Quote(value); shown == value && value != "" {
		return value
	}
	return "'" + lang.Quote(value) + "'"
}

// takes says in Korean what a flag takes, as Takes.String does in English.
func takes(t run.Takes) string {
	var parts []string
	if t.Numbers() {
		parts = append(parts, numbers(t))
	}
	return strings.Join(append(parts, t.Words...), ", ")
}

func numbers(t run.Takes) string {
	if t.Min == t.Max {
		return run.Number(t.Min)
	}
	kind := "수"
	if t.Whole {
		kind = "정수"
	}
	low, high, unlimited := run.Number(t.Min), run.Number(t.Max), math.IsInf(t.Max, 1)
	var bounds string
	switch {
	case t.Above && unlimited:
		bounds = low + "보다 큰"
	case unlimited:
		bounds = low + " 이상의"
	case t.Below:
		bounds = low + " 이상 " + high + " 미만의"
	default:
		bounds = low + " 이상 " + high + " 이하의"
	}
	if t.UpTo > 0 {
		return fmt.Sprintf("쉼표로 이은 %s %s %d개까지", bounds, kind, t.UpTo)
	}
	return bounds + " " + kind
}
