package answer

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
	"hakseup/nn/graph"
)

// Graph asks for a computational graph: its nodes, one operation each, as
// statements such as a = x*x; g = w*a; f = g + b. Their names and order are free.
type Graph struct {
	Inputs  []string   // the variables that it starts from
	Result  string     // what it results in is usually called
	Ops     []graph.Op // what a node may do
	Example string     // of what may be typed, not of the answer
}

// Statement is a node as it was drawn: an operation and what it takes, names or
// numbers. One of graph.Const gives a number a name.
type Statement struct {
	Name     string
	Op       graph.Op
	Operands []string
}

// Built is a graph as it was understood. No one may change it.
type Built struct {
	Statements []Statement // in the order in which they were drawn
	Graph      *graph.Graph
	Out        *graph.Node // what it results in
	Nodes      []*graph.Node
}

// Read reads a graph as people type it. Letters that were typed while the
// keyboard was in Hangul mode are those on the same keys.
func (k Graph) Read(input string) (Value, error) {
	b, err := k.read(input)
	if err == nil {
		return b, nil
	}
	if latin := lang.Latin(input); latin != input {
		if b, err := k.read(latin); err == nil {
			return b, nil
		}
	}
	return nil, err
}

// Must returns the graph that a text says. It panics when there is none: it is
// for the graphs of exercises, which tests read.
func (k Graph) Must(text string) Built {
	b, err := k.read(text)
	if err != nil {
		panic(err)
	}
	return b
}

// Against holds the graph against the one that is wanted.
func (b Built) Against(want Built) graph.Finding {
	return graph.Compare(b.Graph, b.Out, want.Graph, want.Out)
}

// Compare holds the graph against another one: see graph.Compare. Wrong has the
// place of the statement that is to blame; those before it earn their share.
func (b Built) Compare(want Value, _ float64) Verdict {
	w, ok := want.(Built)
	if !ok {
		return other()
	}
	f := b.Against(w)
	if f.Slip == graph.NoSlip {
		return Verdict{Share: 1}
	}
	at := max(0, slices.Index(b.Nodes, f.Node))
	return Verdict{Share: float64(at) / float64(len(b.Nodes)+1), Wrong: []int{at}}
}

// Echo writes the statements, with the signs of a drawing.
func (b Built) Echo() lang.Text {
	return lang.Same(withSigns(b.Typed()))
}

// Typed writes the statements as they are read.
func (b Built) Typed() string {
	return Statements(b.Statements)
}

// MarshalJSON writes the statements as they are read.
func (b Built) MarshalJSON() ([]byte, error) { return json.Marshal(b.Typed()) }

// Typed writes the statement as it is read.
func (s Statement) Typed() string { return s.Name + " = " + s.right() }

func (s Statement) right() string {
	operands := slices.Clone(s.Operands)
	if s.Op == graph.Const {
		return operands[0]
	}
	if s.Op.Arity() == 2 && s.Op != graph.Max && s.Op != graph.Min {
		for i, o := range operands {
			if strings.HasPrefix(o, "-") && (i > 0 || s.Op == graph.Pow) {
				operands[i] = "(" + o + ")"
			}
		}
		sign := map[graph.Op]string{graph.Add: " + ", graph.Sub: " - ", graph.Mul: "*", graph.Div: "/", graph.Pow: "^"}[s.Op]
		return operands[0] + sign + operands[1]
	}
	return function(s.Op) + "(" + strings.Join(operands, ", ") + ")"
}

// function is the name under which an operation is called.
func function(op graph.Op) string {
	switch op {
	case graph.Sigmoid, graph.ReLU:
		return map[graph.Op]string{graph.Sigmoid: "sigmoid", graph.ReLU: "relu"}[op]
	case graph.Sqrt, graph.Abs:
		return map[graph.Op]string{graph.Sqrt: "sqrt", graph.Abs: "abs"}[op]
	}
	return op.String()
}

// statementOf takes a formula of one operation apart. Many is how many it has; ok
// is false unless it is one, or a number alone.
func statementOf(tree *formula.Node) (s Statement, many int, ok bool) {
	many = operations(tree)
	switch {
	case many == 0:
		text, isNumber := atom(tree)
		return Statement{Op: graph.Const, Operands: []string{text}}, 0, isNumber && tree.Op() != formula.Variable
	case many > 1:
		return s, many, false
	}
	if tree.Op() == formula.Neg { // a × −1, −2·a
		inner := tree.Operands()[0]
		text, isAtom := atom(inner)
		if isAtom {
			return Statement{Op: graph.Mul, Operands: []string{text, "-1"}}, 1, true
		}
		s, _, ok = statementOf(inner)
		s.Operands[0] = "-" + s.Operands[0]
		return s, 1, ok
	}
	for _, o := range tree.Operands() {
		text, isAtom := atom(o)
		if !isAtom {
			return s, many, false
		}
		s.Operands = append(s.Operands, text)
	}
	s.Op, ok = operationOf(tree)
	if s.Op == graph.Exp {
		s.Operands = s.Operands[len(s.Operands)-1:] // e^x
	}
	return s, many, ok && len(s.Operands) == s.Op.Arity()
}

// operationOf names what the top of a tree does.
func operationOf(tree *formula.Node) (graph.Op, bool) {
	switch tree.Op() {
	case formula.Add:
		return graph.Add, true
	case formula.Sub:
		return graph.Sub, true
	case formula.Mul:
		return graph.Mul, true
	case formula.Div:
		return graph.Div, true
	case formula.Pow:
		if base := tree.Operands()[0]; base.Op() == formula.Constant && base.Name() == "e" {
			return graph.Exp, true
		}
		return graph.Pow, true
	}
	for _, op := range graph.Ops() {
		if tree.Op() == formula.Call && function(op) == tree.Name() {
			return op, true
		}
	}
	return 0, false
}

// operations counts the operations in a tree. A sign before a number, or before
// a product with one, is part of the number.
func operations(tree *formula.Node) int {
	if _, isAtom := atom(tree); isAtom {
		return 0
	}
	n := 1
	for _, o := range tree.Operands() {
		n += operations(o)
	}
	if tree.Op() == formula.Neg {
		if inner := tree.Operands()[0]; inner.Op() == formula.Mul && inner.Operands()[0].Op() == formula.Number {
			n--
		}
	}
	if tree.Op() == formula.Call && len(tree.Operands()) > 2 {
		n += len(tree.Operands()) - 2 // max of three
	}
	return n
}

// atom writes what a node can be computed from: a name or a number.
func atom(tree *formula.Node) (text string, ok bool) {
	switch tree.Op() {
	case formula.Variable:
		return tree.Name(), true
	case formula.Constant:
		return tree.Name(), true
	case formula.Number:
		return strconv.FormatFloat(tree.Literal(), 'f', -1, 64), true
	case formula.Neg:
		if inner := tree.Operands()[0]; inner.Op() == formula.Number || inner.Op() == formula.Constant {
			text, ok = atom(inner)
			return "-" + text, ok
		}
	}
	return "", false
}

// Statements writes nodes as they are read, those that wait for an operand with
// an open place.
func Statements(nodes []Statement) string {
	lines := make([]string, len(nodes))
	for i, s := range nodes {
		lines[i] = s.opened().Typed()
	}
	return strings.Join(lines, "; ")
}

// opened writes the operands that are not chosen yet as open places.
func (s Statement) opened() Statement {
	s.Operands = slices.Clone(s.Operands)
	for i, o := range s.Operands {
		if o == "" {
			s.Operands[i] = Open
		}
	}
	return s
}

// Drawn writes the statement with the signs of a drawing.
func (s Statement) Drawn() string { return withSigns(s.opened().Typed()) }

func withSigns(typed string) string {
	return strings.NewReplacer("*", " × ", "/", " ÷ ", "-", "−").Replace(typed)
}

// Literal is the value of an operand that is a number.
func Literal(operand string) (value float64, ok bool) {
	tree, err := formula.Parse(operand, formula.Table{})
	if err != nil {
		return 0, false
	}
	if _, isAtom := atom(tree); !isAtom {
		return 0, false
	}
	if tree.Op() == formula.Neg {
		return -tree.Operands()[0].Literal(), true
	}
	return tree.Literal(), true
}
