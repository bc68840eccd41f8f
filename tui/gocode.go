package tui

import (
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"hakseup/tui/markdown"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

const tab = "    " // as a tab is shown

// paintGo gives the lines of a Go file their colours: what it says of itself, its
// keywords, its literals.
func (s *look) paintGo(src string) []markdown.Line {
	painted := src
	for _, p := range slices.Backward(goPieces(src)) { // so that the places before it stay
		painted = painted[:p.from] + s.paintLines(p.role, painted[p.from:p.to]) + painted[p.to:]
	}
	var out []markdown.Line
	for line := range strings.SplitSeq(strings.TrimSuffix(painted, "\n"), "\n") {
		out = append(out, markdown.Verbatim(strings.ReplaceAll(line, "\t", tab), s.theme))
	}
	return out
}

// narrowComments wraps the paragraphs of comments that take lines of their own to
// a width. Code, and what is indented in a comment, stays as it is.
func narrowComments(src string, width int) string {
	var out, words []string
	indent := ""
	flush := func() {
		lead := indent + "// "
		for _, l := range text.WrapString(strings.Join(words, " "), width-text.Width(strings.ReplaceAll(lead, "\t", tab))) {
			out = append(out, lead+l)
		}
		words = nil
	}
	for line := range strings.SplitSeq(src, "\n") {
		code := strings.TrimLeft(line, "\t")
		said, comment := strings.CutPrefix(code, "// ")
		comment = comment && !strings.HasPrefix(said, " ")
		if len(words) > 0 && (!comment || line[:len(line)-len(code)] != indent) {
			flush()
		}
		if comment {
			indent, words = line[:len(line)-len(code)], append(words, said)
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// paintLines paints a text line by line: a colour ends with its line.
func (s *look) paintLines(r theme.Role, piece string) string {
	lines := strings.Split(piece, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = s.paint(r, l)
		}
	}
	return strings.Join(lines, "\n")
}

// goPiece is a token of a Go file that has a colour.
type goPiece struct {
	from, to int
	role     theme.Role
}

func goPieces(src string) []goPiece {
	files := token.NewFileSet()
	file := files.AddFile("", files.Base(), len(src))
	var scan scanner.Scanner
	scan.Init(file, []byte(src), nil, scanner.ScanComments)
	var out []goPiece
	for {
		at, kind, literal := scan.Scan()
		var role theme.Role
		switch {
		case kind == token.EOF:
			return out
		case kind == token.COMMENT:
			role = theme.Muted
		case kind.IsKeyword():
			role = theme.Math
		case kind.IsLiteral() && kind != token.IDENT:
			role = theme.Code
		default:
			continue
		}
		from := file.Offset(at)
		out = append(out, goPiece{from, from + len(literal), role})
	}
}
