package graph

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse adds the nodes of a formula and returns the one it results in.
//
// A formula is written as in a textbook: w*x^2 + b, w x² + b, 2wx, σ(x),
// 1/(1 + exp(-x)), max(0, x). Letters in a row are a product, so a
// variable has one letter and perhaps an index (x1, x₁, w_12), unless the graph
// has a longer name already. e and π are numbers. Functions are exp, ln (also
// log), tanh, sigmoid (σ), relu and max.
//
// Several formulas, divided by commas, semicolons or line ends, may give names
// to parts: f = g + b, g = w x². Their order is free; the result is the first
// that no other one uses.
//
// Variables of the graph are found by name. Others are added with the value 0,
// in the order in which they occur; see Node.Set and Forward. In case of an
// error, which is a *SyntaxError, the graph stays as it is.
func (g *Graph) Parse(formula string) (*Node, error) {
	length := g.Len()
	out, err := g.parse(formula)
	if err != nil {
		g.truncate(length)
		return nil, err
	}
	return out, nil
}

// system is one or several formulas, as they are read.
type system struct {
	g           *Graph
	definitions []*definition
	names       []string // that the scanner should know
	depth       int      // of brackets, exponents and definitions
}

// definition is one of the formulas.
type definition struct {
	name   string // empty if it has none
	text   string
	at     int   // offset of text in the whole
	busy   bool  // being read
	used   bool  // by another one
	result *Node // when it has been read
}

func (g *Graph) parse(formula string) (*Node, *SyntaxError) {
	if len(formula) > MaxFormula {
		return nil, &SyntaxError{Mistake: TooLong, Offset: MaxFormula}
	}
	s := &system{g: g}
	for _, n := range g.names {
		s.names = append(s.names, n)
	}
	if err := s.split(formula); err != nil {
		return nil, err
	}
	for _, d := range s.definitions {
		if err := s.build(d); err != nil {
			return nil, err
		}
	}
	// One is left that no other uses: if all were used, one would use itself.
	i := slices.IndexFunc(s.definitions, func(d *definition) bool { return !d.used })
	return s.definitions[i].result, nil
}

// split divides the formula at commas, semicolons and line ends outside of
// brackets.
func (s *system) split(formula string) *SyntaxError {
	start, depth := 0, 0
	for i, r := range formula + "\n" {
		switch {
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth--
		case i == len(formula) || depth <= 0 && strings.ContainsRune(",;\n", r):
			if err := s.define(formula[start:i], start); err != nil {
				return err
			}
			start = i + utf8.RuneLen(r)
		}
	}
	if len(s.definitions) == 0 {
		return &SyntaxError{Mistake: Empty}
	}
	return nil
}

// define notes one formula of several.
func (s *system) define(text string, at int) *SyntaxError {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	d := &definition{text: text, at: at}
	if left, right, found := strings.Cut(text, "="); found {
		d.name, d.text, d.at = strings.TrimSpace(left), right, at+len(left)+1
		at += strings.Index(left, d.name)
		if !isName(d.name) {
			return &SyntaxError{Mistake: BadName, Offset: at, Text: d.name}
		}
		if s.defined(d.name) != nil {
			return &SyntaxError{Mistake: DefinedTwice, Offset: at, Text: d.name}
		}
		s.names = append(s.names, d.name)
	}
	s.definitions = append(s.definitions, d)
	return nil
}

// isName reports whether a part of a formula may be called so: letters, and
// perhaps an index.
func isName(text string) bool {
	letters := span(text, unicode.IsLetter)
	if letters == 0 || functionIn(text[:letters]) != "" && text != "σ" {
		return false
	}
	_, last := utf8.DecodeLastRuneInString(text[:letters])
	_, number := constant(text)
	return !number && letters-last+indexed(text[letters-last:]) == len(text)
}

func (s *system) defined(name string) *definition {
	for _, d := range s.definitions {
		if d.name != "" && d.name == name {
			return d
		}
	}
	return nil
}

// build adds the nodes of a definition, unless they are there.
func (s *system) build(d *definition) *SyntaxError {
	if d.result != nil {
		return nil
	}
	tokens, err := scan(d.text, d.at, s.names)
	if err != nil {
		return err
	}
	d.busy = true
	p := parser{system: s, tokens: tokens}
	if d.result, err = p.formula(); err != nil {
		return err
	}
	d.busy = false
	if d.name != "" && s.g.Name(d.result) == "" {
		s.g.SetName(d.result, d.name)
	}
	return nil
}

// named returns the node that a name stands for: what it is defined as, a
// number, a node of the graph, or a new variable.
func (s *system) named(t token) (*Node, *SyntaxError) {
	if d := s.defined(t.text); d != nil {
		d.used = true
		if d.busy {
			return nil, &SyntaxError{Mistake: Circular, Offset: t.at, Text: t.text}
		}
		err := s.build(d)
		return d.result, err
	}
	if value, ok := constant(t.text); ok {
		return s.g.Const(value), nil
	}
	if n := s.g.Named(t.text); n != nil {
		return n, nil
	}
	return s.g.Var(t.text, 0), nil
}

// constant returns the number that a name always stands for.
func constant(text string) (value float64, ok bool) {
	switch text {
	case "e":
		return math.E, true
	case "π":
		return math.Pi, true
	}
	return 0, false
}
