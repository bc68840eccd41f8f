package lessons

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"hakseup/lessons/lang"
)

// blocks converts the children of a container in which directives have no
// place.
func (d *document) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b := d.block(n); b != nil {
			out = append(out, b)
		}
	}
	return out
}

// block converts a node, or notes why it cannot and returns nil.
func (d *document) block(n ast.Node) Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if spans := d.spans(n); len(spans) > 0 {
			return &Paragraph{Spans: spans}
		}
		return nil
	case *mathBlock:
		return d.formula(n)
	case *ast.List:
		return d.list(n)
	case *east.Table:
		return d.table(n)
	case *ast.Blockquote:
		return d.callout(n)
	case *ast.FencedCodeBlock:
		return &Code{Text: strings.TrimRight(d.nodeLines(n), "\n")}
	case *ast.HTMLBlock:
		d.failHTML(n)
	case *ast.CodeBlock:
		d.fail(position(n), UnsupportedBlock, lang.T(
			"네 칸 넘게 들여 쓴 줄이에요. 코드는 ```로 감싸고, 아니면 들여쓰기를 없애세요.",
			"This line is indented by four spaces or more. Put code between ``` lines; otherwise remove the indentation."))
	case *ast.Heading:
		d.fail(position(n), UnsupportedBlock, lang.T(
			"제목은 쪽의 첫머리에 # 하나로만 쓸 수 있어요.",
			"A heading can only open a page, with a single #."))
	case *ast.ThematicBreak:
		d.fail(position(n), UnsupportedBlock, lang.T(
			"쪽을 나누는 ---는 강의 파일의 바깥 단계에서만 쓸 수 있어요.",
			"A line --- separates pages; it has no place here."))
	default:
		d.fail(position(n), UnsupportedBlock, lang.Sprintf(
			"강의에서 쓸 수 없는 블록이에요: %s.", "A lesson cannot hold this kind of block: %s.", n.Kind()))
	}
	return nil
}

func (d *document) failHTML(n *ast.HTMLBlock) {
	if dir, ok := d.directive(n); ok {
		d.fail(position(n), MisplacedDirective, lang.Sprintf(
			"지시문 %s는 목록이나 상자 안, 문제 지문에 쓸 수 없어요.",
			"The directive %s has no place in a list, a callout or an exercise.", dir.name))
		return
	}
	d.fail(position(n), RawHTML, lang.T("HTML은 쓸 수 없어요.", "HTML is not supported."))
}

func (d *document) formula(n *mathBlock) Block {
	if n.fault != mathFine {
		d.failMath(position(n), n.fault, "$$")
		return nil
	}
	return &Formula{TeX: n.tex(), Line: d.line(position(n))}
}

// failMath notes a fault of the dollars around a formula.
func (d *document) failMath(offset int, fault mathFault, dollars string) {
	var what lang.Text
	switch fault {
	case mathNotAlone:
		what = lang.T("$$는 줄의 첫머리에서 시작해야 해요.", "A $$ has to begin a line of its own.")
	case mathTextBehind:
		what = lang.T("닫는 $$ 뒤에 글이 있어요. 다음 줄로 옮기세요.", "There is text after the closing $$. Move it to the next line.")
	case mathEmpty:
		what = lang.T("수식이 비어 있어요.", "The formula is empty.")
	default:
		what = lang.Sprintf("%s가 닫히지 않았어요. 달러 기호를 쓰려면 \\$로 적으세요.",
			"This %s is never closed. Write \\$ for a dollar sign.", dollars)
	}
	d.fail(offset, BadMath, what)
}

func (d *document) list(n *ast.List) Block {
	l := &List{Ordered: n.IsOrdered(), Start: n.Start}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		l.Items = append(l.Items, d.blocks(item))
	}
	return l
}

func (d *document) table(n *east.Table) Block {
	t := &Table{}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, alignment(a))
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if got := countCells(d.lineText(position(row))); got > len(t.Align) {
			d.fail(position(row), BadTable, lang.Sprintf(
				"표의 열은 %d개인데 이 줄에는 칸이 %d개예요. 수식 속의 |는 \\|로 적으세요.",
				"The table has %d columns, but this row has %d cells. Write \\| for a | within a formula.", len(t.Align), got))
		}
		var cells [][]Span
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, pipes(d.spans(cell)))
		}
		if _, ok := row.(*east.TableHeader); ok {
			t.Header = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

func alignment(a east.Alignment) Align {
	switch a {
	case east.AlignCenter:
		return AlignCenter
	case east.AlignRight:
		return AlignRight
	default:
		return AlignLeft
	}
}

// pipes turns the \| that a table needs within a formula into the | that was
// meant. The double bar is written \Vert in a table.
func pipes(cell []Span) []Span {
	for i := range cell {
		if cell[i].Style == Math {
			cell[i].Text = strings.ReplaceAll(cell[i].Text, `\|`, "|")
		}
	}
	return cell
}

// countCells returns the number of cells that a row of a table is cut into.
// The reader of tables drops what is beyond the last column.
func countCells(row string) int {
	row = strings.TrimSpace(strings.TrimLeft(row, "> "))
	row = strings.TrimPrefix(row, "|")
	if !strings.HasSuffix(row, `\|`) {
		row = strings.TrimSuffix(row, "|")
	}
	return 1 + strings.Count(row, "|") - strings.Count(row, `\|`)
}

var calloutMark = regexp.MustCompile(`^\[!([^\]]*)\]\s*`)

// calloutKinds returns the words that open callouts.
func calloutKinds() map[string]CalloutKind {
	return map[string]CalloutKind{"NOTE": Note, "TRY": Try, "SLIP": Slip}
}

func (d *document) callout(n *ast.Blockquote) Block {
	word, blocks := d.quote(n)
	kind, ok := calloutKinds()[word]
	name := strings.ToLower(word)
	_, asks := questionKinds()[name]
	switch {
	case asks && word == questionWord(name):
		d.fail(position(n), BadQuestion, lang.Sprintf(
			"[!%[1]s] 바로 앞 줄에 <!-- %[2]s: id=… answer=… -->가 있어야 해요.",
			"A [!%[1]s] needs <!-- %[2]s: id=… answer=… --> on the line before it.", word, name))
		return nil
	case word == "":
		d.fail(position(n), UnsupportedBlock, lang.T(
			"인용은 [!NOTE], [!TRY], [!SLIP]으로 시작해야 해요.",
			"A quotation has to begin with [!NOTE], [!TRY] or [!SLIP]."))
		return nil
	case !ok:
		d.fail(position(n), UnknownCallout, lang.Sprintf(
			"[!%s]라는 상자는 없어요. NOTE, TRY, SLIP 가운데 하나를 쓰세요.",
			"There is no callout [!%s]. Use NOTE, TRY or SLIP.", word))
		return nil
	case len(blocks) == 0:
		d.fail(position(n), BadCallout, lang.T("상자가 비어 있어요.", "The callout is empty."))
		return nil
	}
	for _, b := range blocks {
		if _, nested := b.(*Callout); nested {
			d.fail(position(n), BadCallout, lang.T("상자 안에 상자를 넣을 수 없어요.", "A callout cannot hold another one."))
		}
	}
	return &Callout{Kind: kind, Blocks: blocks}
}

// quote returns the word in [!WORD] that opens a quotation, and the rest.
func (d *document) quote(n *ast.Blockquote) (word string, rest []Block) {
	rest = d.blocks(n)
	if len(rest) == 0 {
		return "", nil
	}
	first, ok := rest[0].(*Paragraph)
	if !ok || first.Spans[0].Style != Plain {
		return "", rest
	}
	m := calloutMark.FindStringSubmatch(first.Spans[0].Text)
	if m == nil {
		return "", rest
	}
	first.Spans[0].Text = strings.TrimPrefix(first.Spans[0].Text, m[0])
	if first.Spans[0].Text == "" {
		first.Spans = first.Spans[1:]
	}
	if len(first.Spans) > 0 && first.Spans[0].Style == Break {
		first.Spans = first.Spans[1:]
	}
	if len(first.Spans) == 0 {
		rest = rest[1:]
	}
	return m[1], rest
}
