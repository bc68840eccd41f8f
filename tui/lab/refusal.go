package lab

import (
	"errors"
	"strings"
	"unicode/utf8"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
)

// RefusalError says for the learner why a value cannot be, and of a text where.
type RefusalError struct {
	Why lang.Text
	At  int // in runes from the start of the text
}

func (r *RefusalError) Error() string { return r.Why.EN }

// Refuse says in both languages why a value cannot be.
func Refuse(ko, en string, args ...any) error {
	return &RefusalError{Why: lang.Sprintf(ko, en, args...)}
}

// Explain says why a value was refused: in the words of the lab, or of whoever knows
// the errors of the engine.
func Explain(err error, engine func(error) lang.Text) lang.Text {
	if r := (*RefusalError)(nil); errors.As(err, &r) {
		return r.Why
	}
	return engine(err)
}

// UnreadError is what the engine could not read in a text, and where: whoever knows
// its mistakes words it, see Explain.
type UnreadError struct {
	Err *formula.Error
	At  int // in runes from the start of the text
}

func (u *UnreadError) Error() string { return u.Err.Error() }
func (u *UnreadError) Unwrap() error { return u.Err }

// Unread returns the error of a text in which the engine could not read a formula
// that begins behind so many bytes. Of a name that means nothing it says itself
// which ones there are, if these are given.
func Unread(text string, from int, err *formula.Error, names ...string) error {
	at := utf8.RuneCountInString(text[:min(from+err.Offset, len(text))])
	if err.Mistake == formula.UnknownName && len(names) > 0 {
		return &RefusalError{At: at, Why: lang.Sprintf("'%[1]s': 여기에서 쓰는 이름은 %[2]s. 함수는 exp, ln, sqrt, sin처럼 써요.",
			"'%[1]s': the names used here are %[3]s. Functions are written exp, ln, sqrt, sin.",
			lang.Quote(err.Text), lang.Particle(strings.Join(names, ", "), "이에요", "예요"), strings.Join(names, ", "))}
	}
	return &UnreadError{Err: err, At: at}
}
