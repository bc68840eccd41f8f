package plain

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/tex"
)

// Voice says things line by line. All that is said goes through Line, so that
// nothing comes out that cannot be read aloud.
type Voice struct {
	Out  io.Writer
	Lang lang.Lang
}

// Line says a line.
func (v Voice) Line(s string) { fmt.Fprintln(v.Out, strings.TrimRight(Sayable(s, v.Lang), " ")) }

// Say says a text on a line.
func (v Voice) Say(t lang.Text) { v.Line(t.In(v.Lang)) }

func (v Voice) tr(ko, en string) string { return lang.T(ko, en).In(v.Lang) }

// Sayable puts words in place of the signs of drawings: shapes get their names,
// lines, blocks and braille nothing, and control characters are left out.
func Sayable(s string, l lang.Lang) string {
	var b strings.Builder
	for _, r := range s {
		name, drawn := nameOf(r)
		switch {
		case drawn:
			b.WriteString(name.In(l))
		case r == '\t':
			b.WriteString("    ")
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nameOf names a sign of the ranges from which drawings are made.
func nameOf(r rune) (name lang.Text, drawn bool) {
	const first, last = 0x2500, 0x28FF
	switch {
	case r < first || r > last:
		return lang.Text{}, false
	case r == '●':
		return lang.T("채운 동그라미", "filled circle"), true
	case r == '○':
		return lang.T("빈 동그라미", "open circle"), true
	case r == '◆':
		return lang.T("채운 마름모", "filled diamond"), true
	case r == '◇':
		return lang.T("빈 마름모", "open diamond"), true
	case r == '■':
		return lang.T("채운 네모", "filled square"), true
	case r == '□':
		return lang.T("빈칸", "blank"), true
	case r == '△':
		return lang.T("세모", "triangle"), true
	case r == '╲':
		return lang.Same("…"), true
	case r == '✕' || r == '✖' || r == '✗':
		return lang.Same("×"), true
	case r == '★':
		return lang.T("별", "star"), true
	}
	return lang.Same(" "), true
}

// Blocks says blocks that hold no question: a paragraph, an item of a list or a
// row of a table is a line.
func (v Voice) Blocks(blocks []lessons.Block) {
	for _, b := range blocks {
		v.block(b)
	}
}

func (v Voice) block(b lessons.Block) {
	switch b := b.(type) {
	case *lessons.Paragraph:
		for line := range strings.Lines(Spans(b.Spans)) {
			v.Line(strings.TrimSpace(line))
		}
	case *lessons.Formula:
		v.Line(v.tr("식: ", "Formula: ") + formula(b.TeX))
	case *lessons.List:
		v.list(b)
	case *lessons.Table:
		v.table(b)
	case *lessons.Code:
		v.Line(v.tr("코드:", "Code:"))
		for line := range strings.Lines(b.Text) {
			v.Line("  " + strings.TrimRight(line, "\n"))
		}
		v.Line(v.tr("코드 끝.", "End of the code."))
	case *lessons.Callout:
		v.Line(markdown.TitleOf(b).In(v.Lang) + ":")
		v.Blocks(b.Blocks)
	}
}

// list says the first block of an item behind its number.
func (v Voice) list(l *lessons.List) {
	for i, item := range l.Items {
		lead := "- "
		if l.Ordered {
			lead = fmt.Sprintf("%d. ", l.Start+i)
		}
		if p, ok := item[0].(*lessons.Paragraph); ok {
			v.Line(lead + strings.Join(strings.Fields(Spans(p.Spans)), " "))
			item = item[1:]
		}
		v.Blocks(item)
	}
}

// table says every cell behind the heading of its column.
func (v Voice) table(t *lessons.Table) {
	for _, row := range t.Rows {
		var cells []string
		for i, cell := range row {
			said := strings.TrimSpace(Spans(cell))
			if head := strings.TrimSpace(Spans(t.Header[i])); head != "" && said != "" {
				said = head + " " + said
			}
			if said != "" {
				cells = append(cells, said)
			}
		}
		v.Line(strings.Join(cells, "; "))
	}
}

// Spans writes running text with its formulas on the line.
func Spans(spans []lessons.Span) string {
	var b strings.Builder
	for _, s := range spans {
		switch s.Style {
		case lessons.Math:
			b.WriteString(formula(s.Text))
		case lessons.Break:
			b.WriteString("\n")
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// formula writes a formula on one line. One that cannot be read, which the
// content tests rule out, stays as it is.
func formula(src string) string {
	f, err := tex.Parse(src)
	if err != nil {
		return src
	}
	return strings.TrimSpace(f.Inline())
}

// Markdown says a text of an exercise.
func (v Voice) Markdown(t lang.Text) {
	blocks, err := lessons.ParseMarkdown([]byte(t.In(v.Lang)))
	if err != nil {
		v.Say(t)
		return
	}
	v.Blocks(blocks)
}

// Inline returns a label or an option on one line.
func (v Voice) Inline(t lang.Text) string {
	blocks, err := lessons.ParseMarkdown([]byte(t.In(v.Lang)))
	if err != nil || len(blocks) == 0 {
		return strings.Join(strings.Fields(t.In(v.Lang)), " ")
	}
	var said []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *lessons.Paragraph:
			said = append(said, Spans(b.Spans))
		case *lessons.Formula:
			said = append(said, formula(b.TeX))
		}
	}
	return strings.Join(strings.Fields(strings.Join(said, " ")), " ")
}

// Spelled says every formula of the blocks in words.
func (v Voice) Spelled(blocks []lessons.Block) {
	n := 0
	for f := range lessons.Formulas(blocks) {
		parsed, err := tex.Parse(f.TeX)
		if err != nil {
			continue
		}
		n++
		v.Line(fmt.Sprintf("%d. %s: %s", n, strings.TrimSpace(parsed.Inline()), parsed.Spell(v.Lang)))
	}
	if n == 0 {
		v.Say(lang.T("여기에는 수식이 없어요.", "There is no formula here."))
	}
}
