package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"hakseup/lessons"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// renderer lays out blocks for the screen or, when plain, for a pipe.
type renderer struct {
	Options

	plain  bool
	unseen bool // what the prediction says is yet to be seen in the lab
}

// blocks lays out the blocks of a container with an empty row between them.
func (r renderer) blocks(bs []lessons.Block, width int) []row {
	var out []row
	for i, b := range bs {
		if i > 0 && !together(bs[i-1], b) {
			out = append(out, row{})
		}
		out = append(out, r.block(b, width)...)
	}
	return out
}

// together reports whether two blocks follow each other without an empty row:
// exercises stand in a row of buttons.
func together(a, b lessons.Block) bool {
	_, first := a.(*lessons.ExerciseRef)
	_, second := b.(*lessons.ExerciseRef)
	return first && second
}

func (r renderer) block(b lessons.Block, width int) []row {
	switch b := b.(type) {
	case *lessons.Paragraph:
		return wrap(r.runs(b.Spans, theme.Text), width)
	case *lessons.Formula:
		return r.formula(b.TeX, width)
	case *lessons.List:
		return r.list(b, width, 0)
	case *lessons.Table:
		return r.table(b, width)
	case *lessons.Callout:
		return r.callout(b, width)
	case *lessons.Code:
		return r.code(b, width)
	case *lessons.Question:
		return r.question(b, width)
	case *lessons.ExerciseRef:
		return r.exercise(b, width)
	default:
		return nil
	}
}

func wrap(runs []text.Run, width int) []row {
	lines := text.Wrap(runs, width)
	out := make([]row, len(lines))
	for i, l := range lines {
		out[i].body = l
	}
	return out
}

// runs gives spans their looks; plain ones get the base role.
func (r renderer) runs(spans []lessons.Span, base theme.Role) []text.Run {
	out := make([]text.Run, 0, len(spans))
	for _, s := range spans {
		run := text.Run{Text: s.Text, Role: base}
		switch s.Style {
		case lessons.Strong:
			run.Role, run.Attrs = quieter(theme.Strong, base), theme.Bold
		case lessons.Emphasis:
			run.Attrs = theme.Underline
		case lessons.Verbatim:
			run.Role = quieter(theme.Code, base)
			if r.plain {
				run.Text = "`" + run.Text + "`"
			}
		case lessons.Math:
			run = text.Run{Text: inline(s.Text), Role: quieter(theme.Math, base), Solid: true}
		case lessons.Break:
			run.Text = "\n"
		}
		out = append(out, run)
	}
	return out
}

// quieter keeps the pieces of a muted text muted.
func quieter(role, base theme.Role) theme.Role {
	if base == theme.Muted {
		return theme.Muted
	}
	return role
}

func (r renderer) code(b *lessons.Code, width int) []row {
	var out []row
	for l := range strings.SplitSeq(b.Text, "\n") {
		l = "  " + strings.ReplaceAll(l, "\t", "    ")
		out = append(out, row{body: text.Line{{Text: l, Role: theme.Code}}, wide: text.Width(l) > width})
	}
	return out
}

// list lays out a list at a depth of nesting.
func (r renderer) list(l *lessons.List, width, depth int) []row {
	var out []row
	last := l.Start + len(l.Items) - 1
	for i, item := range l.Items {
		sign := bullet(depth)
		if l.Ordered {
			sign = fmt.Sprintf("%*d.", len(strconv.Itoa(last)), l.Start+i)
		}
		indent := text.Width(sign) + 1
		if i > 0 && (!tight(item) || !tight(l.Items[i-1])) {
			out = append(out, row{})
		}
		first := text.Line{{Text: sign + " ", Role: theme.Muted}}
		out = append(out, hang(r.item(item, max(width-indent, 2), depth), first)...)
	}
	return out
}

// bullet returns the sign of an unordered list.
func bullet(depth int) string {
	if depth%2 == 1 {
		return "–"
	}
	return "•"
}

// tight reports whether an item needs no empty row around it.
func tight(item []lessons.Block) bool {
	for _, b := range item {
		switch b.(type) {
		case *lessons.Paragraph, *lessons.List:
		default:
			return false
		}
	}
	return true
}

// item lays out an item. A list within it follows without an empty row.
func (r renderer) item(blocks []lessons.Block, width, depth int) []row {
	var out []row
	for i, b := range blocks {
		inner, nested := b.(*lessons.List)
		if i > 0 && !nested {
			out = append(out, row{})
		}
		if nested {
			out = append(out, r.list(inner, width, depth+1)...)
		} else {
			out = append(out, r.block(b, width)...)
		}
	}
	if len(out) == 0 {
		return []row{{}}
	}
	return out
}

// hang puts a lead before the first row and as many spaces before the others.
func hang(rows []row, lead text.Line) []row {
	blank := text.Line{text.Plain(strings.Repeat(" ", lead.Width()))}
	for i := range rows {
		before := blank
		if i == 0 {
			before = lead
		}
		rows[i].lead = append(append(text.Line{}, before...), rows[i].lead...)
	}
	return rows
}
