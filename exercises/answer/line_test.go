package answer_test

import (
	"errors"
	"testing"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// TestALineIsReadWordForWord reads lines but for one that is refused, with what is
// said of it.
func TestALineIsReadWordForWord(t *testing.T) {
	t.Parallel()
	no := lang.T("안 돼요.", "No.")
	kind := answer.Line{Refuse: func(line string) lang.Text {
		if line == "go back" {
			return no
		}
		return lang.Text{}
	}}
	got, err := kind.Read("  go \t on ")
	if err != nil || got.Typed() != "go on" {
		t.Fatalf("read %v, %v", got, err)
	}
	same, _ := kind.Read("go on")
	other, _ := kind.Read("go off")
	if got.Compare(same, 0).Share != 1 || got.Compare(other, 0).Share == 1 || got.Compare(answer.Of(1), 0).Share == 1 {
		t.Error("it is compared otherwise than word for word")
	}
	for _, line := range []string{"", " ", "go  back"} {
		_, err := kind.Read(line)
		if e, ok := errors.AsType[*answer.Error](err); !ok || (line == "go  back") != (e.What == no) {
			t.Errorf("%q: %v", line, err)
		}
	}
}
