package exercises

import (
	"slices"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Number asks for a number.
func Number(id string, label, wrong lang.Text, rules ...Rule) Part {
	return Part{ID: id, Label: label, Kind: answer.Number{}, Wrong: wrong, Rules: rules}
}

// Vector asks for a vector of n entries.
func Vector(id string, n int, label, wrong lang.Text, rules ...Rule) Part {
	return Part{ID: id, Label: label, Kind: answer.Vector{Len: n}, Wrong: wrong, Rules: rules}
}

// Matrix asks for a rows x cols matrix.
func Matrix(id string, rows, cols int, label, wrong lang.Text, rules ...Rule) Part {
	return Part{ID: id, Label: label, Kind: answer.Matrix{Rows: rows, Cols: cols}, Wrong: wrong, Rules: rules}
}

// Expression asks for a formula.
func Expression(id string, kind answer.Formula, label, wrong lang.Text, rules ...Rule) Part {
	return Part{ID: id, Label: label, Kind: kind, Wrong: wrong, Rules: rules}
}

// Drawing asks for a computational graph.
func Drawing(id string, kind answer.Graph, label, wrong lang.Text, rules ...Rule) Part {
	return Part{ID: id, Label: label, Kind: kind, Wrong: wrong, Rules: rules}
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
	var kind answer.Choice
	for _, o := range options {
		kind.Options = append(kind.Options, o.Text)
	}
	p := Part{
		ID: id, Label: label, Kind: kind,
		Wrong: lang.T("다른 보기를 하나씩 다시 따져 보세요.", "Go through the other options once more."),
	}
	for i, o := range options {
		o.Rule.Want = Is(kind.Pick(i))
		p.Rules = append(p.Rules, o.Rule)
	}
	return p
}

// Options returns the options of a choice, nil for another kind of answer.
func (p Part) Options() []lang.Text {
	switch kind := p.Kind.(type) {
	case answer.Choice:
		return kind.Options
	case answer.Several:
		return kind.Options
	case answer.Order:
		return kind.Items
	}
	return nil
}

// Answer returns a right answer as one would type it, with the digits that
// the statement asks for. It is empty when no correct rule names one.
func (p Part) Answer() string {
	r, ok := p.right()
	if !ok {
		return ""
	}
	return p.shaped(r.Want.typed()).Typed()
}

// shaped gives numbers the shape of the part: a rule has its entries alone.
func (p Part) shaped(v answer.Value) answer.Value {
	n, isNumbers := v.(answer.Numbers)
	if kind, isMatrix := p.Kind.(answer.Matrix); isNumbers && isMatrix {
		n.Rows, n.Cols = kind.Rows, kind.Cols
		return n
	}
	return v
}

// right returns the first correct rule that names an answer.
func (p Part) right() (Rule, bool) {
	i := slices.IndexFunc(p.Rules, func(r Rule) bool { return r.Outcome == Correct && r.Want.value != nil })
	if i < 0 {
		return Rule{}, false
	}
	return p.Rules[i], true
}

// match returns the first rule that fits, follow-throughs aside, and the way
// on which it does. Too few digits come before any mistake: what might be a
// right answer, were it written out, is not called anything else. undecided
// tells an answer that may be right.
func (p Part) match(got answer.Value) (rule Rule, way Way, undecided bool) {
	numbers, _ := got.(answer.Numbers)
	digits, few := p.fewDigits(numbers)
	for _, r := range p.Rules {
		if few && r.Outcome == Wrong {
			return rough(sayFewDigits(digits)), Way{}, false
		}
		way, verdict := r.fits(got)
		switch {
		case verdict.Undecided && r.Outcome == Correct:
			return Rule{}, Way{}, true
		case verdict.Same():
			return r, way, false
		}
	}
	for want := range p.rightWants {
		switch {
		case want.close(got):
			return rough(sayClose(want.digits)), Way{}, false
		case typedDigits(numbers) < want.digits:
			return Rule{Outcome: Wrong, Feedback: join(p.Wrong, sayDigits(want.digits))}, Way{}, false
		}
	}
	return Rule{Outcome: Wrong, Feedback: p.Wrong}, Way{}, false
}

// rightWants goes through what is asked for with so many decimals.
func (p Part) rightWants(yield func(Want) bool) {
	for _, r := range p.Rules {
		if r.Outcome == Correct && r.Match == nil && r.Want.ways != nil && !yield(r.Want) {
			return
		}
	}
}

// fewDigits reports whether an answer is right but for the decimals that it
// lacks, and how many are asked for.
func (p Part) fewDigits(got answer.Numbers) (digits int, few bool) {
	for want := range p.rightWants {
		if want.fewDigits(got) {
			return want.digits, true
		}
	}
	return 0, false
}

// roughly is the id of the mistake of an answer that is right but for its
// last digits.
const roughly = "rough"

// rough is the mistake of an answer that is right but for its last digits.
func rough(feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, Mistake: roughly, Feedback: feedback}
}

func sayFewDigits(digits int) lang.Text {
	ko, en := decimals(digits)
	return lang.Sprintf("여기까지는 맞지만 자릿수가 모자라요. 소수 %[1]s 자리까지 적어 주세요.",
		"Right as far as it goes, but too short: give %[2]s.", ko, en)
}

func sayClose(digits int) lang.Text {
	ko, en := decimals(digits)
	return lang.Sprintf("거의 맞지만 소수 %[1]s 자리까지 맞지는 않아요. 중간 값을 적어도 소수 둘째 자리까지 남기고 다시 계산해 보세요.",
		"Close, but not to %[2]s. Keep at least two decimals on the way and work it out again.", ko, en)
}

func sayDigits(digits int) lang.Text {
	ko, en := decimals(digits)
	return lang.Sprintf("소수 %[1]s 자리까지 적으면 어디서 달라졌는지 알려 드릴 수 있어요.",
		"With %[2]s it can be told where your way parted.", ko, en)
}

// decimals names the last of so many decimals in Korean and counts them in
// English.
func decimals(n int) (ko, en string) {
	ordinals := [...]string{"", "첫째", "둘째", "셋째", "넷째"}
	counts := [...]string{"", "one decimal", "two decimals", "three decimals", "four decimals"}
	n = min(n, len(ordinals)-1)
	return ordinals[n], counts[n]
}
