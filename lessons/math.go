package lessons

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var (
	kindMathSpan  = ast.NewNodeKind("MathSpan")
	kindMathBlock = ast.NewNodeKind("MathBlock")
)

// mathFault says what is wrong with the dollars around a formula.
type mathFault uint8

const (
	mathFine       mathFault = iota
	mathUnclosed             // no second dollar
	mathNotAlone             // $$ within a line of text
	mathTextBehind           // text after the closing $$
	mathEmpty
)

// mathSpan is $…$ within text.
type mathSpan struct {
	ast.BaseInline
	tex   string
	fault mathFault
}

func (n *mathSpan) Kind() ast.NodeKind            { return kindMathSpan }
func (n *mathSpan) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// mathSpanParser reads $…$. What is inside belongs to TeX: neither
// backslashes nor underscores nor stars mean anything to Markdown there.
type mathSpanParser struct{}

func (mathSpanParser) Trigger() []byte { return []byte{'$'} }

func (mathSpanParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if bytes.HasPrefix(line, []byte("$$")) {
		block.Advance(2)
		return &mathSpan{fault: mathNotAlone}
	}
	block.Advance(1)
	startLine, start := block.Position()
	var tex strings.Builder
	for {
		line, _ := block.PeekLine()
		if line == nil {
			block.SetPosition(startLine, start)
			return &mathSpan{fault: mathUnclosed}
		}
		end := closingDollar(line)
		if end >= 0 {
			tex.Write(line[:end])
			block.Advance(end + 1)
			n := &mathSpan{tex: strings.TrimSpace(tex.String())}
			if n.tex == "" {
				n.fault = mathEmpty
			}
			return n
		}
		tex.WriteString(strings.TrimRight(string(line), "\n"))
		tex.WriteByte(' ')
		block.AdvanceLine()
	}
}

// closingDollar returns the place of the first dollar that no backslash
// stands before, or -1.
func closingDollar(line []byte) int {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '$':
			return i
		}
	}
	return -1
}

// mathBlock is $$ … $$ on lines of its own.
type mathBlock struct {
	ast.BaseBlock
	lines []string
	fault mathFault
}

func (n *mathBlock) Kind() ast.NodeKind            { return kindMathBlock }
func (n *mathBlock) IsRaw() bool                   { return true }
func (n *mathBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (n *mathBlock) tex() string { return strings.TrimSpace(strings.Join(n.lines, "\n")) }

// mathBlockParser reads displayed formulas.
type mathBlockParser struct{}

func (mathBlockParser) Trigger() []byte { return []byte{'$'} }

func (mathBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	n := &mathBlock{fault: mathUnclosed}
	n.read(string(line[at+2:]))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (mathBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n, ok := node.(*mathBlock)
	if !ok || n.fault != mathUnclosed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	n.read(string(line))
	reader.AdvanceToEOL()
	if n.fault != mathUnclosed {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

// read takes a line, up to the closing $$ if it is there.
func (n *mathBlock) read(line string) {
	tex, rest, closed := strings.Cut(line, "$$")
	n.lines = append(n.lines, strings.TrimSpace(tex))
	switch {
	case !closed:
		return
	case strings.TrimSpace(rest) != "":
		n.fault = mathTextBehind
	case n.tex() == "":
		n.fault = mathEmpty
	default:
		n.fault = mathFine
	}
}

func (mathBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (mathBlockParser) CanInterruptParagraph() bool                 { return true }
func (mathBlockParser) CanAcceptIndentedLine() bool                 { return false }
