package lessons

import (
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"hakseup/lessons/lang"
)

// ParseMarkdown reads the Markdown of an exercise's statement, hint or
// solution: the dialect of the lessons without pages and directives. The
// error is of type Errors.
func ParseMarkdown(src []byte) ([]Block, error) {
	d := parseDocument("", normalize(src), 0)
	blocks := d.blocks(d.root)
	if err := d.err(); err != nil {
		return nil, err
	}
	return blocks, nil
}

// normalize gives every text the same line ends, and no byte order mark.
func normalize(src []byte) string {
	s := strings.TrimPrefix(string(src), "\ufeff")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD").Replace(s)
}

// newParser returns a reader of the dialect: CommonMark with tables, formulas
// and emphasis by stars; without links, images, setext headings and emphasis
// by underscores, which the course has no use for and TeX would trip over.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(mathBlockParser{}, 650),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(mathSpanParser{}, 90),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasisParser{}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}

// document is a parsed text on its way to blocks. It collects the mistakes.
type document struct {
	file   string
	src    []byte
	root   ast.Node
	before int   // lines of the file before src
	starts []int // offset of every line of src
	errs   Errors
}

func parseDocument(file, src string, before int) *document {
	d := &document{file: file, src: []byte(src), before: before, starts: []int{0}}
	for i, b := range d.src {
		if b == '\n' {
			d.starts = append(d.starts, i+1)
		}
	}
	d.root = newParser().Parse(text.NewReader(d.src))
	return d
}

// fail notes a mistake at an offset of the source.
func (d *document) fail(offset int, fault Fault, what lang.Text) {
	d.errs = append(d.errs, &Error{File: d.file, Line: d.line(offset), Fault: fault, Text: what})
}

// err returns the mistakes, or nil.
func (d *document) err() error {
	if len(d.errs) == 0 {
		return nil
	}
	sort.SliceStable(d.errs, func(i, j int) bool { return d.errs[i].Line < d.errs[j].Line })
	// A directive that is looked at twice complains twice.
	return slices.CompactFunc(d.errs, func(a, b *Error) bool { return *a == *b })
}

// line returns the line of the file in which an offset of src lies.
func (d *document) line(offset int) int {
	return d.before + sort.SearchInts(d.starts, offset+1)
}

// lineText returns the line of the source in which an offset lies.
func (d *document) lineText(offset int) string {
	rest := d.src[d.starts[max(d.line(offset)-d.before-1, 0)]:]
	line, _, _ := strings.Cut(string(rest), "\n")
	return line
}

// position returns the offset at which a node begins.
func position(n ast.Node) int {
	if pos := n.Pos(); pos >= 0 {
		return pos
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if pos := position(c); pos >= 0 {
			return pos
		}
	}
	if p := n.Parent(); p != nil && p.Pos() >= 0 {
		return p.Pos()
	}
	return 0
}

// nodeLines returns the raw lines of a block.
func (d *document) nodeLines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		b.Write(seg.Value(d.src))
	}
	return b.String()
}
