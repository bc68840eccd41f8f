package lessons

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser reads * and ** as CommonMark does, except that it lets
// Hangul touch them: **소프트맥스(softmax)**는 is strong up to the particle,
// although a bracket stands before the closing stars and a letter after them.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	node := parser.ScanDelimiter(line, before, 1, emphasisProcessor{})
	if node == nil {
		return nil
	}
	after := ' '
	if node.OriginalLength < len(line) {
		after = util.ToRune(line, node.OriginalLength)
	}
	node.CanOpen = node.CanOpen || isWide(before) && !util.IsSpaceRune(after)
	node.CanClose = node.CanClose || isWide(after) && !util.IsSpaceRune(before)
	node.Segment = segment.WithStop(segment.Start + node.OriginalLength)
	block.Advance(node.OriginalLength)
	pc.PushDelimiter(node)
	return node
}

func isWide(r rune) bool { return util.IsEastAsianWideRune(r) }

type emphasisProcessor struct{}

func (emphasisProcessor) IsDelimiter(b byte) bool { return b == '*' }

func (emphasisProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasisProcessor) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
