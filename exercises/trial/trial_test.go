package trial_test

import (
	"errors"
	"testing"

	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/formula"
	"hakseup/nn/run"
)

// TestWhatIsWrongIsSaidInBothLanguages reads and begins runs that cannot be.
func TestWhatIsWrongIsSaidInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ line, ko, en string }{
		{"--data xor --hidden 4 --batch all", "", ""},
		{"--layers 3", "--layers: 그런 설정은 없어요.", "--layers: there is no such setting."},
		{"hakseup train 3", "3: 그런 설정은 없어요.", "3: there is no such setting."},
		{"--lr -1", "--lr -1: 쓸 수 없는 값이에요. 쓸 수 있는 값: 0보다 큰 수.", "--lr -1: impossible. It takes a number above 0."},
		{"--lr", "--lr '': 쓸 수 없는 값이에요. 쓸 수 있는 값: 0보다 큰 수.", "--lr '': impossible. It takes a number above 0."},
		{
			"--data xor --batch 10", "--batch 10: --data xor에서는 쓸 수 없는 값이에요. 여기에서 쓸 수 있는 값: 1 이상 4 이하의 정수, all.",
			"--batch 10: impossible with --data xor. There it takes a whole number from 1 to 4, all.",
		},
	} {
		spec, err := run.Parse(tt.line)
		if err == nil {
			_, err = spec.Start()
		}
		if got := trial.Explain(err); got != lang.T(tt.ko, tt.en) {
			t.Errorf("%s: %v", tt.line, got)
		}
	}
	if got := trial.Explain(&formula.Error{Mistake: formula.Unclosed, Text: "("}); got.EN != "The bracket '(' is never closed." {
		t.Errorf("of a formula: %v", got)
	}
	if got := trial.Explain(&nn.DivergenceError{}); got.KO == got.EN {
		t.Errorf("a loss beyond all numbers says %v in both languages", got)
	}
	if got := trial.Explain(errors.New("other")); got != lang.Same("other") {
		t.Errorf("another error says %v", got)
	}
}
