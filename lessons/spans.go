package lessons

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"hakseup/lessons/lang"
)

// spans converts the text of a block.
func (d *document) spans(n ast.Node) []Span {
	s := spanner{document: d, at: position(n)}
	s.children(n, Plain)
	return s.trim()
}

// spanner gathers spans, joining neighbours of the same style.
type spanner struct {
	*document
	at  int // where the last node with a known place was
	out []Span
}

func (s *spanner) add(style Style, text string) {
	if text == "" {
		return
	}
	if last := len(s.out) - 1; last >= 0 && s.out[last].Style == style {
		s.out[last].Text += text
		return
	}
	s.out = append(s.out, Span{Style: style, Text: text})
}

// trim drops spaces at the ends of the text and around hard breaks.
func (s *spanner) trim() []Span {
	var out []Span
	for i, span := range s.out {
		if span.Style == Plain && (i == 0 || s.out[i-1].Style == Break) {
			span.Text = strings.TrimLeft(span.Text, " ")
		}
		if span.Style == Plain && (i == len(s.out)-1 || s.out[i+1].Style == Break) {
			span.Text = strings.TrimRight(span.Text, " ")
		}
		if span.Text != "" || span.Style == Break {
			out = append(out, span)
		}
	}
	return out
}

func (s *spanner) children(parent ast.Node, style Style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		s.node(n, style)
	}
}

func (s *spanner) node(n ast.Node, style Style) {
	if n.Pos() >= 0 {
		s.at = n.Pos()
	}
	switch n := n.(type) {
	case *ast.Text:
		s.text(n, style)
	case *ast.String:
		s.add(style, string(n.Value))
	case *ast.CodeSpan:
		s.add(Verbatim, s.code(n))
	case *ast.Emphasis:
		s.children(n, emphasized(style, n.Level))
	case *mathSpan:
		if n.fault != mathFine {
			s.failMath(s.at, n.fault, "$")
			return
		}
		s.out = append(s.out, Span{Style: Math, Text: n.tex, Line: s.line(s.at)})
	case *ast.RawHTML:
		s.rawHTML(n)
	default:
		s.fail(s.at, UnsupportedBlock, lang.Sprintf(
			"글 안에 쓸 수 없는 표시예요: %s.", "Text cannot hold this kind of mark-up: %s.", n.Kind()))
	}
}

// emphasized returns the style of text in an emphasis of a level. Strong wins.
func emphasized(style Style, level int) Style {
	if style == Strong || level > 1 {
		return Strong
	}
	return Emphasis
}

func (s *spanner) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() > 0 {
		if seg := n.Segments.At(0); strings.HasPrefix(string(seg.Value(s.src)), "<!--") {
			s.fail(s.at, MisplacedDirective, lang.T(
				"지시문은 줄을 혼자 차지해야 해요.", "A directive needs a line of its own."))
			return
		}
	}
	s.fail(s.at, RawHTML, lang.T(
		"HTML은 쓸 수 없어요. < 기호는 \\<로 적으세요.", "HTML is not supported. Write \\< for the sign."))
}

// loneStars finds stars that were meant to be emphasis and found no partner.
var loneStars = regexp.MustCompile(`(^|[^\\])\*\*`)

func (s *spanner) text(n *ast.Text, style Style) {
	raw := n.Segment.Value(s.src)
	if loneStars.Match(raw) {
		s.fail(s.at, BadEmphasis, lang.T("짝이 없는 **가 있어요.", "There is a ** without a partner."))
	}
	s.add(style, string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(raw)))))
	switch {
	case n.HardLineBreak():
		s.out = append(s.out, Span{Style: Break})
	case n.SoftLineBreak():
		s.add(style, " ")
	}
}

func (s *spanner) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(s.src))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}
