package markdown

import (
	"strings"

	"hakseup/lessons"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// bar runs along the left of a box.
const bar = "▌ "

func (r renderer) callout(c *lessons.Callout, width int) []row {
	l := calloutLook(c.Kind)
	if c.Task != nil && r.Done != nil && r.Done(c.Task) {
		l = done(l)
	}
	return r.box(l, width, func(width int) []row { return r.blocks(c.Blocks, width) })
}

// box lays out a titled box: a bar at the left on the screen, an indentation
// in plain text.
func (r renderer) box(l look, width int, inside func(width int) []row) []row {
	indent := text.Width(bar)
	title := text.Run{Text: l.title.In(r.Lang), Role: l.role, Attrs: theme.Bold}
	if r.plain {
		title.Text = "[" + title.Text + "]"
		return append(wrap([]text.Run{title}, width), hang(inside(width-indent), text.Line{text.Plain("  ")})...)
	}
	rows := append(wrap([]text.Run{title}, width-indent), inside(width-indent)...)
	for i := range rows {
		rows[i].lead = append(text.Line{{Text: bar, Role: l.role}}, rows[i].lead...)
	}
	return rows
}

// exercise lays out the line that offers an exercise.
func (r renderer) exercise(e *lessons.ExerciseRef, width int) []row {
	x := Exercise{Title: e.ID}
	if r.Exercise != nil {
		x = r.Exercise(e.ID)
	}
	if x.Command == "" {
		x.Command = "hakseup check " + e.ID
	}
	label := exerciseLabel().In(r.Lang)
	if r.plain {
		rows := wrap([]text.Run{{Text: label + ": " + x.Title}}, width)
		return append(rows, hang(wrap([]text.Run{text.Plain(x.Command)}, width-4), text.Line{text.Plain("    ")})...)
	}
	cursor := "  "
	if x.Focus {
		cursor = "▸ "
	}
	lead := text.Line{
		{Text: cursor, Role: theme.Accent, Attrs: theme.Bold},
		{Text: r.button(label), Role: theme.Accent, Attrs: theme.Reverse},
		text.Plain(" "),
	}
	runs := []text.Run{{Text: x.Title, Role: theme.Strong}}
	if x.Status != "" {
		runs = append(runs, text.Plain(" "), text.Run{Text: "· " + x.Status, Role: x.Role, Solid: true})
	}
	rows := hang(wrap(runs, width-lead.Width()), lead)
	for i := range rows {
		rows[i].hit = ExerciseHit
		if x.Focus {
			rows[i] = selected(rows[i], width)
		}
	}
	return rows
}

// button returns a label as a button; without a theme it needs brackets.
func (r renderer) button(label string) string {
	if r.Theme == nil {
		return "[" + label + "]"
	}
	return " " + label + " "
}

// Plain lays blocks out as plain text, without control codes, for pipes,
// scripts and screen readers: formulas in two dimensions where they fit,
// questions with their answers, exercises with the command that checks them.
// Only pieces of code and tables of too many columns exceed the width.
func Plain(blocks []lessons.Block, o Options) []string {
	o.Theme = nil
	r := renderer{Options: o, plain: true}
	rows := r.blocks(blocks, max(o.Width, minWidth))
	out := make([]string, len(rows))
	for i, w := range rows {
		out[i] = strings.TrimRight(w.lead.String()+w.body.String(), " ")
	}
	return out
}

// PlainTitle returns a title with a rule of the given character below it.
func PlainTitle(title, rule string, width int) []string {
	lines := text.WrapString(title, max(width, minWidth))
	w := 0
	for _, l := range lines {
		w = max(w, text.Width(l))
	}
	return append(lines, strings.Repeat(rule, w))
}
