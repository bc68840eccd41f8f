package graph

import "fmt"

// Mistake says what is wrong with a formula.
type Mistake uint8

// The mistakes. SyntaxError.Text is what each is about, as it was typed.
const (
	Empty           Mistake = iota // nothing was typed
	TooLong                        // more than MaxFormula bytes
	TooDeep                        // brackets in brackets, too many of them
	UnknownSymbol                  // Text means nothing in a formula
	UnknownFunction                // Text is followed by a bracket, but is no function
	BadNumber                      // Text is no number, or one too large
	BadName                        // Text stands before =, but is no name
	Unfinished                     // the formula ends where a number or name must follow
	MissingOperand                 // a number or name must stand before Text
	NoOperator                     // there is no sign between Text and what comes before it
	Ambiguous                      // 1/2x: it is not clear whether Text is divided by, too
	Unclosed                       // the bracket Text is never closed
	Unopened                       // the bracket Text was never opened
	NeedsBrackets                  // the function Text needs its operand in brackets
	WrongCount                     // the function Text takes Want operands
	DefinedTwice                   // the name Text is defined twice
	Circular                       // the name Text is defined by itself
)

// MaxFormula is the length of the longest formula that Parse reads, in bytes.
const MaxFormula = 2000

// SyntaxError says what is wrong with a formula, and where.
type SyntaxError struct {
	Mistake Mistake
	Offset  int    // in the formula, in bytes
	Text    string // what the mistake is about, see Mistake
	Want    int    // how many operands, for WrongCount
}

// Error says it in English.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("formula, byte %d: %s", e.Offset, e.reason())
}

func (e *SyntaxError) reason() string {
	switch e.Mistake {
	case Empty:
		return "there is nothing to read"
	case TooLong:
		return fmt.Sprintf("it is longer than %d bytes", MaxFormula)
	case TooDeep:
		return "there are too many brackets in brackets"
	case Unfinished:
		return "something must follow here"
	case WrongCount:
		return fmt.Sprintf("%s takes %d operands", e.Text, e.Want)
	}
	return fmt.Sprintf([...]string{
		UnknownSymbol:   "%q means nothing in a formula",
		UnknownFunction: "there is no function %q",
		BadNumber:       "%q cannot be read as a number",
		BadName:         "%q cannot be a name",
		MissingOperand:  "something must stand before %q",
		NoOperator:      "a sign is missing before %q",
		Ambiguous:       "it is not clear whether %q is divided by, too: use brackets",
		Unclosed:        "the bracket %q is not closed",
		Unopened:        "the bracket %q was not opened",
		NeedsBrackets:   "%q needs its operand in brackets",
		DefinedTwice:    "%q is defined twice",
		Circular:        "%q is defined by itself",
	}[e.Mistake], e.Text)
}
