package lessons

import (
	"iter"
	"strings"
)

// All yields blocks and the blocks within them, in reading order.
func All(blocks []Block) iter.Seq[Block] {
	return func(yield func(Block) bool) { walk(blocks, yield) }
}

func walk(blocks []Block, yield func(Block) bool) bool {
	for _, b := range blocks {
		if !yield(b) {
			return false
		}
		var inner [][]Block
		switch b := b.(type) {
		case *List:
			inner = b.Items
		case *Callout:
			inner = [][]Block{b.Blocks}
		case *Question:
			if b.See != nil {
				inner = append(inner, b.See.Do)
			}
			inner = append(inner, b.Ask)
			for _, o := range b.Options {
				inner = append(inner, o.Why)
			}
		}
		for _, blocks := range inner {
			if !walk(blocks, yield) {
				return false
			}
		}
	}
	return true
}

// Formulas yields every formula of the blocks, displayed or within text.
func Formulas(blocks []Block) iter.Seq[Formula] {
	return func(yield func(Formula) bool) {
		for b := range All(blocks) {
			if f, ok := b.(*Formula); ok && !yield(*f) {
				return
			}
			for _, spans := range texts(b) {
				for _, s := range spans {
					if s.Style == Math && !yield(Formula{TeX: s.Text, Line: s.Line}) {
						return
					}
				}
			}
		}
	}
}

// texts returns the running texts that a block itself holds.
func texts(b Block) [][]Span {
	switch b := b.(type) {
	case *Paragraph:
		return [][]Span{b.Spans}
	case *Table:
		out := append([][]Span(nil), b.Header...)
		for _, row := range b.Rows {
			out = append(out, row...)
		}
		return out
	case *Question:
		var out [][]Span
		for _, o := range b.Options {
			out = append(out, o.Text)
		}
		return out
	default:
		return nil
	}
}

// Words is the running text of blocks, without formulas and code.
func Words(blocks []Block) string {
	var b strings.Builder
	for block := range All(blocks) {
		for _, spans := range texts(block) {
			for _, s := range spans {
				if s.Style != Math {
					b.WriteString(s.Text)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
