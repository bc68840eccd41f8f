package answer

import (
	"strings"

	"hakseup/lessons/lang"
)

// Line asks for a line that says what to do, such as a training: whoever grades
// does it.
type Line struct {
	// Refuse says what is wrong with a line that cannot be done, of others nothing.
	Refuse func(line string) lang.Text
}

// Read reads a line. Blanks are as good as one another.
func (k Line) Read(text string) (Value, error) {
	line := strings.Join(strings.Fields(text), " ")
	if line == "" {
		return nil, &Error{What: lang.T("한 줄을 적어 주세요.", "Write a line.")}
	}
	if why := k.Refuse(line); !why.IsZero() {
		return nil, &Error{What: why}
	}
	return Said(line), nil
}

// Said is a line as it was read.
type Said string

// Compare holds lines against each other word for word.
func (s Said) Compare(want Value, _ float64) Verdict {
	if w, ok := want.(Said); !ok || w != s {
		return other()
	}
	return Verdict{Share: 1}
}

// Echo is the line.
func (s Said) Echo() lang.Text { return lang.Same(string(s)) }

// Typed is the line.
func (s Said) Typed() string { return string(s) }
