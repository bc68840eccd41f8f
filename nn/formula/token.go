package formula

import "strings"

// Kind is the kind of a token.
type Kind uint8

// The kinds of tokens. Meaning holds what is said in brackets.
const (
	KindEnd       Kind = iota
	KindNumber         // 12, 1.5, 2e-3, ½
	KindName           // a variable (its name, as the Table lists it)
	KindConstant       // e or π (that)
	KindFunction       // √, ln, log₂ (the function's name)
	KindSign           // (one of + - * / ^)
	KindPercent        // %
	KindSuper          // an exponent in superscripts (the same on the line)
	KindOpen           // ( [ {
	KindClose          // ) ] }
	KindBar            // |
	KindCompare        // (one of < <= > >= = !=)
	KindWord           // of a condition (one of if then else otherwise and ? :)
	KindComma          // ,
	KindSemicolon      // ;
	KindNewline        // a line end
)

// Token is a word of a formula.
type Token struct {
	Kind    Kind
	Text    string  // as it was typed
	Meaning string  // see Kind
	Value   float64 // of a number or constant
	Offset  int     // in the text, in bytes
	Spaced  bool    // a space stands before it
}

// is reports whether the token is one of the given signs.
func (t Token) is(signs string) bool {
	return t.Kind == KindSign && strings.Contains(signs, t.Meaning)
}

// word reports whether the token is one of a condition's words.
func (t Token) word(w string) bool { return t.Kind == KindWord && t.Meaning == w }

// separates reports whether the token stands between formulas.
func (t Token) separates() bool { return t.Kind >= KindComma }

func (t Token) mistake(m Mistake) *Error {
	return &Error{Mistake: m, Offset: t.Offset, Text: t.Text}
}

// end is the offset behind the token.
func (t Token) end() int { return t.Offset + len(t.Text) }
