package formula

import "fmt"

// Mistake says what is wrong with a formula.
type Mistake uint8

// The mistakes. Error.Text is what each is about, as it was typed.
const (
	Empty             Mistake = iota // nothing was typed
	TooLong                          // more than MaxLength bytes
	TooDeep                          // brackets in brackets, too many of them
	UnknownSymbol                    // Text means nothing in a formula
	UnknownName                      // Text is no name that the Table lists
	UnknownFunction                  // Text is followed by a bracket, but is no function
	BadNumber                        // Text is no number
	Unfinished                       // the formula ends where a number or name must follow
	MissingOperand                   // a number or name must stand before Text
	NoOperator                       // there is no sign between Text and what comes before it
	Separator                        // Text, a comma, semicolon or line end, parts what should be one formula
	Ambiguous                        // 1/2x: it is not clear whether Text is divided by, too
	AmbiguousDot                     // Text, such as 0·399: a decimal point or a product
	AmbiguousExponent                // Text, such as 3.99 e-1: one number or a calculation with e
	Unclosed                         // the bracket Text is never closed
	Unopened                         // the bracket Text was never opened
	NeedsBrackets                    // the function Text needs its operand in brackets
	WrongCount                       // the function Text takes Want operands
	NeedsCondition                   // a condition such as x > 0 must stand before Text
	LooseCondition                   // a condition, with the sign Text, where a value must be
	MissingCase                      // the only case has a condition, with the sign Text; nothing says what holds otherwise

	BadName      // Text stands before =, but is no name
	DefinedTwice // the name Text is defined twice
	Circular     // the name Text is defined by itself
	NoNode       // Text cannot be a node of a graph

	ZeroDivision  // the formula divides by zero
	NegativeRoot  // the square root of a negative number
	NoLogarithm   // the logarithm of a number that is not positive
	NoPower       // a power that has no real value
	OutsideDomain // the function Text is not defined there
	NoCase        // none of the conditions holds
	NoValue       // the variable Text has no value
	TooLarge      // a value too large for a floating-point number
)

// MaxLength is the length of the longest formula that is read, in bytes.
const MaxLength = 2000

// Error says what is wrong with a formula, and where.
type Error struct {
	Mistake Mistake
	Offset  int    // in the formula, in bytes
	Text    string // what the mistake is about, see Mistake
	Want    int    // how many operands, for WrongCount
}

// Error says it in English.
func (e *Error) Error() string {
	return fmt.Sprintf("formula, byte %d: %s", e.Offset, e.reason())
}

func (e *Error) reason() string {
	format := [...]string{
		Empty:             "there is nothing to read",
		TooLong:           fmt.Sprintf("it is longer than %d bytes", MaxLength),
		TooDeep:           "there are too many brackets in brackets",
		UnknownSymbol:     "%q means nothing in a formula",
		UnknownName:       "there is no name %q here",
		UnknownFunction:   "there is no function %q",
		BadNumber:         "%q cannot be read as a number",
		Unfinished:        "something must follow here",
		MissingOperand:    "something must stand before %q",
		NoOperator:        "a sign is missing before %q",
		Separator:         "%q parts what should be one formula",
		Ambiguous:         "it is not clear what %q belongs to: use brackets",
		AmbiguousDot:      "the dot in %q may be a decimal point or a product",
		AmbiguousExponent: "%q may be one number or a calculation with e",
		Unclosed:          "the bracket %q is not closed",
		Unopened:          "the bracket %q was not opened",
		NeedsBrackets:     "%q needs its operand in brackets",
		WrongCount:        "%q takes " + fmt.Sprint(e.Want) + " operands",
		NeedsCondition:    "a condition must stand before %q",
		LooseCondition:    "%q makes a condition where a value must be",
		MissingCase:       "there is no value where the condition with %q does not hold",
		BadName:           "%q cannot be a name",
		DefinedTwice:      "%q is defined twice",
		Circular:          "%q is defined by itself",
		NoNode:            "%q cannot be a node of a graph",
		ZeroDivision:      "this divides by zero",
		NegativeRoot:      "a negative number has no real square root",
		NoLogarithm:       "only numbers greater than zero have a logarithm",
		NoPower:           "this power has no real value",
		OutsideDomain:     "%q has no value there",
		NoCase:            "none of the conditions holds",
		NoValue:           "%q has no value",
		TooLarge:          "this value is too large",
	}[e.Mistake]
	if e.Mistake.hasText() {
		return fmt.Sprintf(format, e.Text)
	}
	return format
}

// hasText reports whether Error.Text is part of the sentence.
func (m Mistake) hasText() bool {
	switch m {
	case Empty, TooLong, TooDeep, Unfinished, ZeroDivision, NegativeRoot, NoLogarithm, NoPower, NoCase, TooLarge:
		return false
	}
	return true
}
