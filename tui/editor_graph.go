package tui

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn/graph"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// graphEditor takes a computational graph. It is put together of operations and
// of what goes into them, or written as statements; either way it is drawn as it
// grows.
type graphEditor struct {
	asked
	input // the statements, while they are written

	kind    answer.Graph
	nodes   []answer.Statement // an operand that is not chosen yet is empty
	cursor  int                // the node that operands go to first
	at      int                // in the palette
	writing bool
	unread  bool // what was written last cannot be read, and no node was touched since
	wrong   map[int]bool
}

const (
	graphMost  = 400 // code points of statements
	graphWidth = 76
)

// Items of the mouse: the line, the nodes, and behind them the palette.
const (
	onNode   = 0
	onPiece  = 100
	mostDone = onPiece - 1
)

func newGraph(a asked, kind answer.Graph) *graphEditor {
	a.typing = true
	return &graphEditor{asked: a, input: input{most: graphMost}, kind: kind}
}

func (e *graphEditor) waiting(int) bool { return e.text() == "" }

func (e *graphEditor) text() string {
	if e.writing {
		return strings.TrimSpace(e.value())
	}
	return answer.Statements(e.nodes)
}

// piece is what the palette offers: an operation or, if there is none, what goes
// into one.
type piece struct {
	op      graph.Op
	operand string
}

func (p piece) face() string {
	if p.operand != "" {
		return strings.ReplaceAll(p.operand, "-", "−")
	}
	return p.op.String()
}

// pieces are the operations and, as long as one waits for it, what may go into it.
func (e *graphEditor) pieces() []piece {
	var all []piece
	for _, op := range e.kind.Ops {
		all = append(all, piece{op: op})
	}
	for _, name := range e.operands() {
		all = append(all, piece{operand: name})
	}
	return all
}

// operands are the inputs, the nodes that may go into the one that waits, and
// some numbers.
func (e *graphEditor) operands() []string {
	all := slices.Clone(e.kind.Inputs)
	to, _, waits := e.open()
	for i, n := range e.nodes {
		if !waits || !e.needs(i, to) {
			all = append(all, n.Name)
		}
	}
	return append(all, "-1", "0", "1", "2", "3")
}

// needs reports whether node i is computed from node of, or is it.
func (e *graphEditor) needs(i, of int) bool {
	if i == of {
		return true
	}
	return slices.ContainsFunc(e.nodes[i].Operands, func(name string) bool {
		from := e.named(name)
		return from >= 0 && from != i && e.needs(from, of)
	})
}

// named returns the place of the node with a name, −1 if there is none.
func (e *graphEditor) named(name string) int {
	return slices.IndexFunc(e.nodes, func(n answer.Statement) bool { return n.Name == name })
}

// open returns the place that the next operand goes to: one of the chosen node,
// or of the first that has one.
func (e *graphEditor) open() (node, operand int, ok bool) {
	for i := range e.nodes {
		node = (e.cursor + i) % len(e.nodes)
		if operand = slices.Index(e.nodes[node].Operands, ""); operand >= 0 {
			return node, operand, true
		}
	}
	return 0, 0, false
}

// put adds an operation, or fills the place that waits.
func (e *graphEditor) put(p piece) {
	e.wrong, e.unread = nil, false
	if p.operand == "" {
		if len(e.nodes) >= mostDone {
			return
		}
		names := make([]string, len(e.nodes))
		for i, n := range e.nodes {
			names[i] = n.Name
		}
		e.nodes = append(e.nodes, answer.Statement{Name: e.kind.FreeName(names), Op: p.op, Operands: make([]string, p.op.Arity())})
		e.cursor = len(e.nodes) - 1
		return
	}
	if node, operand, ok := e.open(); ok && slices.Contains(e.operands(), p.operand) {
		e.nodes[node].Operands = slices.Clone(e.nodes[node].Operands)
		e.nodes[node].Operands[operand] = p.operand
		e.cursor = node
	}
}

// remove takes back the last operand of a node that waits for another one, or
// else the node: what was computed from it waits again.
func (e *graphEditor) remove() {
	if len(e.nodes) == 0 {
		return
	}
	e.wrong, e.unread = nil, false
	n := &e.nodes[e.cursor]
	if waits := slices.Index(n.Operands, ""); waits > 0 {
		n.Operands[waits-1] = ""
		return
	}
	name := n.Name
	e.nodes = slices.Delete(e.nodes, e.cursor, e.cursor+1)
	e.cursor = max(0, min(e.cursor, len(e.nodes)-1))
	for i := range e.nodes {
		for k, o := range e.nodes[i].Operands {
			if o == name {
				e.nodes[i].Operands[k] = ""
			}
		}
	}
}

func (e *graphEditor) paste(pasted string) {
	e.write()
	e.insert(pasted)
	e.follow()
}

// write goes on in writing, where that was left if it could not be read.
func (e *graphEditor) write() {
	if !e.writing && !e.unread {
		e.set(answer.Statements(e.nodes))
	}
	e.writing = true
}

// follow takes what is written for the graph, if it can be read.
func (e *graphEditor) follow() (read bool) {
	v, err := e.kind.Read(e.value())
	if built, ok := v.(answer.Built); err == nil && ok {
		e.nodes, e.cursor, e.wrong = built.Statements, len(built.Statements)-1, nil
		return true
	}
	if strings.TrimSpace(e.value()) == "" {
		e.nodes, e.cursor = nil, 0
		return true
	}
	return false
}

func (e *graphEditor) key(msg tea.KeyMsg) bool {
	if _, ok := act(e.actions(), msg); ok {
		return true
	}
	if e.writing {
		used := e.update(msg)
		if used {
			e.follow()
		}
		return used
	}
	if msg.Type != tea.KeyRunes || msg.Alt {
		return false
	}
	for _, r := range msg.Runes { // a hasty hand's arrive together
		if e.writing {
			e.insert(string(r))
			e.follow()
		} else {
			e.typed(string(r))
		}
	}
	return true
}

// typed acts on what is typed while the graph is put together: the sign of an
// operation, or the name of what goes into it. What is neither begins a
// statement.
func (e *graphEditor) typed(typed string) {
	latin := lang.Latin(typed)
	signs := map[string]graph.Op{"+": graph.Add, "-": graph.Sub, "*": graph.Mul, "×": graph.Mul, "/": graph.Div, "÷": graph.Div, "^": graph.Pow}
	_, _, waits := e.open()
	op, isSign := signs[latin]
	switch {
	case isSign && slices.Contains(e.kind.Ops, op):
		e.put(piece{op: op})
	case waits && slices.Contains(e.operands(), latin):
		e.put(piece{operand: latin})
	case !waits: // else a slip of the finger, and no statement
		e.write()
		if len(e.nodes) > 0 && !e.unread {
			e.insert("; ")
		}
		e.insert(typed)
		e.follow()
	}
}

func (e *graphEditor) point(at hit, column int, drag bool) {
	switch {
	case drag:
	case at.item >= onPiece:
		e.at = at.item - onPiece
		e.put(e.pieces()[e.at])
	case at.item == onLine:
		e.clickedAt(column, at.right-at.left)
	default:
		e.cursor = at.item - onNode
	}
}

func (e *graphEditor) actions() []action {
	if e.writing {
		return []action{does(keyPalette, "Ctrl+Y", lang.T("연산 고르기", "pick operations"), func() {
			e.unread, e.writing = !e.follow(), false
		})}
	}
	list := []action{
		does("left", "←→", lang.T("고르기", "choose"), func() { e.at = max(0, e.at-1) }),
		does("right", "", lang.Text{}, func() { e.at = min(len(e.pieces())-1, e.at+1) }),
		does("space", "Space", lang.T("놓기", "put"), func() { e.put(e.pieces()[e.at]) }),
	}
	if len(e.nodes) > 0 {
		list = append(list, does("backspace ctrl+h delete", "Backspace", lang.T("지우기", "delete"), e.remove))
	}
	list = append(list, does(keyPalette, "Ctrl+Y", lang.T("글로 적기", "write"), e.write))
	if e.cursor > 0 {
		list = append(list, does("up", "", lang.Text{}, func() { e.cursor-- }))
	}
	if e.cursor < len(e.nodes)-1 {
		list = append(list, does("down", "", lang.Text{}, func() { e.cursor++ }))
	}
	return list
}

func (e *graphEditor) mark(wrong []int) {
	e.wrong = map[int]bool{}
	for _, i := range wrong {
		if i < len(e.nodes) {
			e.wrong[i], e.cursor = true, i
		}
	}
}

func (e *graphEditor) view(w int, focused bool) (lines []string, hits []hit) {
	w = min(w, graphWidth)
	e.line = 0
	if e.writing {
		return []string{e.input.view(e.s, w, focused, theme.Text), e.aside(w)}, []hit{{right: w, item: onLine}}
	}
	for i, n := range e.nodes {
		marker, role := "  ", theme.Text
		if focused && i == e.cursor {
			marker, role, e.line = "▸ ", theme.Accent, i
		}
		if e.wrong[i] {
			marker, role = "✗ ", theme.Wrong
		}
		hits = append(hits, hit{line: len(lines), right: w, item: onNode + i})
		lines = append(lines, e.s.paint(role, text.Truncate(marker+n.Drawn(), w)))
	}
	if len(e.nodes) == 0 {
		lines = append(lines, e.s.paint(theme.Muted, text.Truncate(e.s.tr("연산을 놓고, 들어갈 것을 골라요. 예: * 다음에 x x", "Put an operation, then what goes into it: such as *, then x x"), w)))
	}
	if focused {
		row, spans := e.paletteView(w, len(lines))
		lines, hits = append(lines, row...), append(hits, spans...)
	}
	return lines, hits
}

// paletteView draws the pieces in as many lines as they take.
func (e *graphEditor) paletteView(w, above int) (lines []string, hits []hit) {
	line, x := "", 0
	_, _, waits := e.open()
	for i, p := range e.pieces() {
		face := " " + p.face() + " "
		width := text.Width(face)
		if x > 0 && (x+width > w || p.operand != "" && i == len(e.kind.Ops)) {
			lines, line, x = append(lines, line), "", 0
		}
		role, attrs := theme.Accent, theme.Attr(0)
		if p.operand != "" && !waits {
			role = theme.Faint
		}
		if i == e.at {
			attrs = theme.Reverse
		}
		hits = append(hits, hit{line: above + len(lines), left: x, right: x + width, item: onPiece + i})
		line += e.s.theme.PaintAttr(role, attrs, face) + " "
		x += width + 1
	}
	return append(lines, line), hits
}

// aside is the line below what is written: an example while there is nothing, and
// why it cannot be read.
func (e *graphEditor) aside(w int) string {
	if e.text() == "" {
		return e.s.paint(theme.Muted, text.Truncate(e.s.say(lang.Sprintf("예: %s", "such as %s", e.kind.Example)), w))
	}
	_, err := e.kind.Read(e.value())
	unread, ok := errors.AsType[*answer.Error](err)
	if !ok || e.unfinished() {
		return ""
	}
	why, _, _ := strings.Cut(e.s.say(unread.What), ". ")
	return e.s.paint(theme.Muted, text.Truncate(strings.TrimSuffix(why, ".")+".", w))
}

// unfinished reports whether a statement is still being written.
func (e *graphEditor) unfinished() bool {
	last := strings.TrimRightFunc(e.value(), unicode.IsSpace)
	return e.input.at == len(e.glyphs) && strings.HasSuffix(last, "=")
}
