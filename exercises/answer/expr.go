package answer

import (
	"encoding/json"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
)

// Formula asks for a formula in some variables, as the course writes them: x,
// w_1, ∂L/∂f. log is the common logarithm.
type Formula struct {
	Variables []string
	Free      bool   // every letter is a variable, listed or not
	Example   string // of what may be typed, not of the answer
}

// Expr is a formula as it was understood.
type Expr struct{ Node *formula.Node }

// Read reads a formula as people type it: 2wx dL/df, 12x³ − 6x²,
// x if x > 0 else 0. A name before an = is left out: ∂L/∂x = w. Letters that
// were typed while the keyboard was in Hangul mode are those on the same keys.
func (k Formula) Read(input string) (Value, error) {
	v, err := k.read(input)
	if err == nil {
		return v, nil
	}
	if latin := lang.Latin(input); latin != input {
		latin = strings.ReplaceAll(latin, "dl/", "dL/") // in Hangul mode Shift leaves no trace on this key
		if v, err := k.read(latin); err == nil {
			return v, nil
		}
	}
	return nil, err
}

func (k Formula) read(input string) (Value, error) {
	p, err := plain(input)
	if err != nil {
		return nil, err
	}
	n, wrong := formula.Parse(p.text, k.table())
	if wrong == nil {
		return Expr{n}, nil
	}
	quoted := p.quoted(wrong.Offset, wrong.Offset+len(wrong.Text))
	what, ok := sayOfFormula(wrong, quoted, k.Variables)
	if !ok {
		return nil, p.wrong(wrong)
	}
	return nil, &Error{At: p.place(wrong.Offset), What: what}
}

func (k Formula) table() formula.Table { return formula.Table{Variables: k.Variables, Free: k.Free} }

// Must returns the formula that a text says. It panics when there is none: it
// is for the formulas of exercises, which tests read.
func (k Formula) Must(text string) Expr {
	n, err := formula.Parse(text, k.table())
	if err != nil {
		panic(err)
	}
	return Expr{n}
}

// Compare reports whether two formulas are the same function, or cannot be
// told apart.
func (e Expr) Compare(want Value, _ float64) Verdict {
	w, ok := want.(Expr)
	if !ok {
		return other()
	}
	switch formula.Same(e.Node, w.Node).Verdict {
	case formula.Equal:
		return Verdict{Share: 1}
	case formula.Different:
		return other()
	}
	return Verdict{Undecided: true}
}

// Echo writes the formula in two dimensions.
func (e Expr) Echo() lang.Text {
	tex := "$" + e.Node.TeX() + "$"
	return lang.T(strings.ReplaceAll(tex, `\text{else}`, `\text{그 외}`), tex)
}

// Typed writes the formula on one line.
func (e Expr) Typed() string { return e.Node.String() }

// MarshalJSON writes the formula on one line.
func (e Expr) MarshalJSON() ([]byte, error) { return json.Marshal(e.Typed()) }
