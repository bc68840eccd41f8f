package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
	"hakseup/nn/graph"
)

// mostStatements bounds a graph.
const mostStatements = 24

// line is a statement as it is read.
type line struct {
	Statement

	text string // behind the name
	at   int    // where that begins
	from int    // where the statement begins
	tree *formula.Node
	node *graph.Node
	busy bool
	used bool
}

// graphReader reads the statements of a graph.
type graphReader struct {
	kind  Graph
	p     typed
	lines []*line
	built Built
}

func (k Graph) read(input string) (Built, error) {
	p, err := untrimmed(input)
	if err != nil {
		return Built{}, err
	}
	r := graphReader{kind: k, p: p, built: Built{Graph: graph.New()}}
	r.split()
	for _, do := range []func() error{r.named, r.parse, r.join} {
		if err := do(); err != nil {
			return Built{}, err
		}
	}
	return r.built, nil
}

// fail says what is wrong with so many bytes of what was typed.
func (r *graphReader) fail(from, length int, what func(quoted string) lang.Text) error {
	return &Error{At: r.p.place(from), What: what(lang.Quote(strings.TrimSpace(r.p.quoted(from, from+length))))}
}

// split cuts at semicolons, line ends and commas that are not in brackets.
func (r *graphReader) split() {
	start, depth := 0, 0
	for i, c := range r.p.text + "\n" {
		switch {
		case strings.ContainsRune("([{", c):
			depth++
		case strings.ContainsRune(")]}", c):
			depth--
		case i >= len(r.p.text) || c == ';' || c == '\n' || depth <= 0 && c == ',':
			r.add(start, min(i, len(r.p.text)))
			start, depth = i+utf8.RuneLen(c), 0
		}
	}
}

// add notes one statement, unless there is nothing.
func (r *graphReader) add(from, to int) {
	text := r.p.text[from:to]
	trimmed := strings.TrimLeft(text, " \t\r\"'“”$")
	from += len(text) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, " \t\r.\"'“”$")
	if trimmed == "" {
		return
	}
	l := &line{text: trimmed, at: from, from: from}
	if name, right, found := strings.Cut(trimmed, "="); found {
		l.Name, l.text, l.at = strings.TrimSpace(name), right, from+len(name)+1
	}
	r.lines = append(r.lines, l)
}

// named checks the names, and gives one to the statements that have none.
func (r *graphReader) named() error {
	if len(r.lines) == 0 {
		return &Error{What: sayEmpty()}
	}
	if len(r.lines) > mostStatements {
		return r.fail(r.lines[mostStatements].from, 1, func(string) lang.Text { return sayManyNodes() })
	}
	var taken []string
	for _, l := range r.lines {
		key := formula.Key(l.Name)
		switch length := len(l.Name); {
		case l.Name == "":
			continue
		case !formula.IsName(l.Name):
			return r.fail(l.from, length, sayNoName)
		case slices.ContainsFunc(r.kind.Inputs, func(in string) bool { return formula.Key(in) == key }):
			return r.fail(l.from, length, sayInput)
		case slices.Contains(taken, key):
			return r.fail(l.from, length, sayNamedTwice)
		}
		taken = append(taken, key)
	}
	for _, l := range r.lines {
		if l.Name == "" {
			l.Name = r.kind.FreeName(r.names())
		}
	}
	return nil
}

// FreeName returns a name for one more node: none of those that are given.
func (k Graph) FreeName(given []string) string {
	for _, letter := range "acdghklmnpqrsuv" {
		name := string(letter)
		if !slices.Contains(given, name) && !slices.Contains(k.Inputs, name) {
			return name
		}
	}
	return "z_" + string(rune('1'+len(given)%9))
}

func (r *graphReader) names() []string {
	var names []string
	for _, l := range r.lines {
		if l.Name != "" {
			names = append(names, l.Name)
		}
	}
	return names
}

// parse reads every statement as one operation.
func (r *graphReader) parse() error {
	table := formula.Table{Variables: append(slices.Clone(r.kind.Inputs), r.names()...)}
	for _, l := range r.lines {
		tree, wrong := formula.Parse(l.text, table)
		if wrong != nil {
			wrong.Offset += l.at
			if wrong.Mistake == formula.Empty {
				wrong.Mistake = formula.Unfinished
			}
			if what, ok := sayOfGraph(wrong, r.p.quoted(wrong.Offset, wrong.Offset+len(wrong.Text)), table.Variables); ok {
				return &Error{At: r.p.place(wrong.Offset), What: what}
			}
			return r.p.wrong(wrong)
		}
		s, many, ok := statementOf(tree)
		switch {
		case many > 1:
			return r.fail(l.at, len(l.text), func(q string) lang.Text { return sayOperations(q, many) })
		case !ok && many == 0:
			return r.fail(l.at, len(l.text), sayNoOperation)
		case !ok:
			return r.fail(l.at, len(l.text), sayNoNode)
		case s.Op != graph.Const && !slices.Contains(r.kind.Ops, s.Op):
			return r.fail(l.at, len(l.text), func(q string) lang.Text { return sayNotHere(q, r.kind.Ops) })
		}
		l.tree, l.Op, l.Operands = tree, s.Op, s.Operands
	}
	return nil
}

// join builds the graph: what a statement uses before itself.
func (r *graphReader) join() error {
	for _, in := range r.kind.Inputs {
		r.built.Graph.Var(in, 0)
	}
	for _, l := range r.lines {
		if err := r.build(l); err != nil {
			return err
		}
		r.built.Statements = append(r.built.Statements, l.Statement)
		r.built.Nodes = append(r.built.Nodes, l.node)
	}
	for _, l := range r.lines { // the last that nothing uses, or among those the one of that name
		if !l.used && (r.built.Out == nil || r.built.Graph.Name(r.built.Out) != r.kind.Result) {
			r.built.Out = l.node
		}
	}
	return nil
}

func (r *graphReader) build(l *line) error {
	if l.node != nil {
		return nil
	}
	if l.busy {
		return r.fail(l.from, len(l.Name), sayCircular)
	}
	l.busy = true
	for _, o := range l.Operands {
		for _, other := range r.lines {
			if formula.Key(other.Name) != formula.Key(o) {
				continue
			}
			other.used = true
			if err := r.build(other); err != nil {
				return err
			}
		}
	}
	node, err := r.built.Graph.Build(l.tree)
	if err != nil {
		return r.fail(l.at, len(l.text), sayNoNode)
	}
	r.built.Graph.SetName(node, l.Name)
	l.node = node
	return nil
}
