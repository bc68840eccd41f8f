package exercises

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Number asks for a number.
func Number(id string, label, wrong lang.Text, rules ...Rule) Part {
	form := answer.Form{Kind: answer.Number, Rows: 1, Cols: 1}
	return Part{ID: id, Label: label, Form: form, Wrong: wrong, Rules: rules}
}

// Vector asks for a vector of n entries.
func Vector(id string, n int, label, wrong lang.Text, rules ...Rule) Part {
	form := answer.Form{Kind: answer.Vector, Rows: n, Cols: 1}
	return Part{ID: id, Label: label, Form: form, Wrong: wrong, Rules: rules}
}

// Matrix asks for a rows x cols matrix.
func Matrix(id string, rows, cols int, label, wrong lang.Text, rules ...Rule) Part {
	form := answer.Form{Kind: answer.Matrix, Rows: rows, Cols: cols}
	return Part{ID: id, Label: label, Form: form, Wrong: wrong, Rules: rules}
}

// Option is one option of a choice. Yes and No make one.
type Option struct {
	Text lang.Text
	Rule Rule
}

// Yes is an option that is right.
func Yes(text, feedback lang.Text) Option {
	return Option{Text: text, Rule: Rule{Outcome: Correct, Feedback: feedback}}
}

// No is an option that is wrong: the id names the mistake that leads to it.
func No(id string, text, feedback lang.Text) Option {
	return Option{Text: text, Rule: Rule{Outcome: Wrong, Mistake: id, Feedback: feedback}}
}

// Choose asks for one of the options.
func Choose(id string, label lang.Text, options ...Option) Part {
	p := Part{
		ID: id, Label: label,
		Form:  answer.Form{Kind: answer.Choice, Rows: 1, Cols: 1, Options: len(options)},
		Wrong: lang.T("다른 보기를 하나씩 다시 따져 보세요.", "Go through the other options once more."),
	}
	for i, o := range options {
		o.Rule.Want = []float64{float64(i)}
		p.Options = append(p.Options, o.Text)
		p.Rules = append(p.Rules, o.Rule)
	}
	return p
}

// Read reads an answer as it is typed. It says nothing about whether the
// answer is right. The error is an *answer.Error. A choice is also read when
// it is the text of one of the options.
func (p Part) Read(input string) (answer.Value, error) {
	v, err := answer.Read(p.Form, input)
	if err == nil || p.Form.Kind != answer.Choice {
		return v, err
	}
	for i, option := range p.Options {
		for _, l := range lang.All() {
			if folded(option.In(l)) == folded(input) {
				return answer.Value{Rows: 1, Cols: 1, Data: []float64{float64(i)}}, nil
			}
		}
	}
	return v, err
}

// folded drops what does not matter when an option is typed out.
func folded(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), " "))
}

// Echo says how an answer was understood, for "your answer reads as …".
func (p Part) Echo(v answer.Value) lang.Text {
	if p.Form.Kind != answer.Choice {
		return lang.Same(v.Echo())
	}
	i := int(v.Data[0])
	text := p.Options[i]
	return lang.T(fmt.Sprintf("%d. %s", i+1, text.KO), fmt.Sprintf("%d. %s", i+1, text.EN))
}

// Answer returns a right answer as one would type it, with the digits that
// the statement asks for. It is empty when no correct rule names one.
func (p Part) Answer() string {
	r, ok := p.right()
	if !ok {
		return ""
	}
	if p.Form.Kind == answer.Choice {
		return fmt.Sprint(r.Want[0] + 1)
	}
	return answer.Value{Rows: p.Form.Rows, Cols: p.Form.Cols, Data: r.rounded()}.Echo()
}

// right returns the first correct rule that names an answer.
func (p Part) right() (Rule, bool) {
	for _, r := range p.Rules {
		if r.Outcome == Correct && r.Want != nil {
			return r, true
		}
	}
	return Rule{}, false
}

// match returns the first rule that fits, follow-throughs aside.
func (p Part) match(got answer.Value) (Rule, bool) {
	for _, r := range p.Rules {
		if r.From == nil && r.fits(got) {
			return r, true
		}
	}
	return Rule{}, false
}
