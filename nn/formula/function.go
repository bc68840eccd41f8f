package formula

import (
	"math"
	"strconv"
	"strings"
)

// function is a function of real numbers.
type function struct {
	name    string
	tex     string                     // the command that draws it
	arity   int                        // 1; 2 means two operands or more
	apply   func(x float64) float64    // of one operand
	domain  func(x float64) bool       // nil: defined everywhere
	outside Mistake                    // what to say where it is not defined
	choose  func(x, y float64) float64 // of two operands: one of them
}

// functions holds the functions by the names under which they are typed.
var functions = func() map[string]*function {
	table := make(map[string]*function)
	add := func(f function, names ...string) {
		for _, n := range append(names, f.name) {
			table[n] = &f
		}
	}
	for _, f := range []struct {
		f     function
		names string
	}{
		{function{name: "sqrt", apply: math.Sqrt, domain: notNegative, outside: NegativeRoot}, "루트"},
		{function{name: "cbrt", apply: math.Cbrt}, ""},
		{function{name: "exp", tex: `\exp`, apply: math.Exp}, ""},
		{function{name: "ln", tex: `\ln`, apply: math.Log, domain: positive, outside: NoLogarithm}, ""},
		{function{name: "sin", tex: `\sin`, apply: math.Sin}, ""},
		{function{name: "cos", tex: `\cos`, apply: math.Cos}, ""},
		{function{name: "tan", tex: `\tan`, apply: math.Tan}, ""},
		{function{name: "asin", tex: `\arcsin`, apply: math.Asin, domain: withinOne, outside: OutsideDomain}, "arcsin"},
		{function{name: "acos", tex: `\arccos`, apply: math.Acos, domain: withinOne, outside: OutsideDomain}, "arccos"},
		{function{name: "atan", tex: `\arctan`, apply: math.Atan}, "arctan"},
		{function{name: "sinh", tex: `\sinh`, apply: math.Sinh}, ""},
		{function{name: "cosh", tex: `\cosh`, apply: math.Cosh}, ""},
		{function{name: "tanh", tex: `\tanh`, apply: math.Tanh}, ""},
		{function{name: "sigmoid", tex: `\sigma`, apply: sigmoid}, "σ"},
		{function{name: "relu", tex: `\operatorname{ReLU}`, apply: func(x float64) float64 { return max(0, x) }}, ""},
		{function{name: "abs", apply: math.Abs}, ""},
		{function{name: "max", tex: `\max`, arity: 2, choose: math.Max}, ""},
		{function{name: "min", tex: `\min`, arity: 2, choose: math.Min}, ""},
	} {
		f.f.arity = max(f.f.arity, 1)
		add(f.f, strings.Fields(f.names)...)
	}
	return table
}()

func notNegative(x float64) bool { return x >= 0 }

func positive(x float64) bool { return x > 0 }

func withinOne(x float64) bool { return -1 <= x && x <= 1 }

func sigmoid(x float64) float64 {
	if x >= 0 {
		return 1 / (1 + math.Exp(-x))
	}
	return math.Exp(x) / (1 + math.Exp(x)) // exp(−x) could be too large
}

// logarithm returns the logarithm to a base.
func logarithm(base float64) *function {
	f := function{arity: 1, domain: positive, outside: NoLogarithm}
	switch base {
	case math.E:
		return functions["ln"]
	case 10:
		f.apply = math.Log10
	case 2:
		f.apply = math.Log2
	default:
		f.apply = func(x float64) float64 { return math.Log(x) / math.Log(base) }
	}
	digits := strconv.FormatFloat(base, 'f', -1, 64)
	f.name, f.tex = "log_"+digits, `\log_{`+digits+`}`
	return &f
}

// functionNamed returns the function with the name that a token has.
func functionNamed(name string) *function {
	if digits, ok := strings.CutPrefix(name, "log_"); ok {
		base, _ := strconv.ParseFloat(digits, 64)
		return logarithm(base)
	}
	return functions[name]
}

// functionIn returns the function's name that the letters begin with, if any,
// however its case is.
func functionIn(letters string) string {
	return letters[:longest(func(name string) bool {
		return len(letters) >= len(name) && isNamed(letters[:len(name)], name)
	})]
}

// functionAtEnd returns the function's name that the letters end with.
func functionAtEnd(letters string) string {
	return letters[len(letters)-longest(func(name string) bool {
		return len(letters) >= len(name) && isNamed(letters[len(letters)-len(name):], name)
	}):]
}

// longest returns the length of the longest name of a function that fits.
func longest(fits func(name string) bool) int {
	n := 0
	for name := range functions {
		if len(name) > n && fits(name) {
			n = len(name)
		}
	}
	for _, name := range []string{"log", "lg"} {
		if len(name) > n && fits(name) {
			n = len(name)
		}
	}
	return n
}

// isNamed reports whether a text is a function's name, however its case is; but
// Σ is not σ.
func isNamed(text, name string) bool {
	return text == name || name != "σ" && strings.EqualFold(text, name)
}

// function makes a token of a function whose name begins here. A logarithm's
// base is part of it: log₂ 8, log_2 8, log2(8), log10 0.8. Digits right behind
// log are its base only where an operand follows: log2 is log(2).
func (s *scanner) function(called string) *Error {
	n := len(called)
	name := strings.ToLower(called)
	behind := s.text[s.pos+n:]
	if primes := span(behind, isPrime); primes > 0 {
		return s.fail(UnknownFunction, n+primes)
	}
	switch name {
	case "lg":
		s.add(KindFunction, n, "log_10")
	case "log":
		length, base := baseIn(behind)
		if length == 0 {
			base = s.table.logBase()
		}
		if base <= 1 {
			return s.fail(BadNumber, n+length)
		}
		s.add(KindFunction, n+length, logarithm(base).name)
	default:
		s.add(KindFunction, n, functions[name].name)
	}
	return nil
}

// baseIn returns the length of the base that the text behind log begins with,
// and its value.
func baseIn(behind string) (length int, base float64) {
	length = indexLength(behind)
	digits := plainIndex(behind[:length])
	if digits == "e" {
		return length, math.E
	}
	base, err := strconv.ParseFloat(digits, 64)
	if err != nil || base > 1000 {
		return 0, 0
	}
	if isDigit(rune(behind[0])) && (base != 2 && base != 10 || !operandFollows(behind[length:])) {
		return 0, 0
	}
	return length, base
}

// operandFollows reports whether a text goes on with an operand, be it behind a
// space.
func operandFollows(text string) bool {
	trimmed := strings.TrimLeft(text, " ")
	for _, r := range trimmed {
		spaced := len(trimmed) < len(text)
		return strings.ContainsRune("([{|√∛", r) || spaced && (isLetter(r) || isDigit(r) || r == '.' || fractionOf(r) != "")
	}
	return false
}
