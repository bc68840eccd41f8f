package markdown

import (
	"fmt"
	"slices"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

func (r renderer) choice(q *lessons.Question) Choice {
	if r.Choice == nil {
		return Choice{}
	}
	return r.Choice(q)
}

// question lays out a question with its options.
func (r renderer) question(q *lessons.Question, width int) []row {
	return r.box(questionLook(q.Kind), width, func(width int) []row {
		var rows []row
		if q.See != nil {
			rows = r.blocks(q.See.Do, width)
		}
		if r.plain {
			return append(append(append(rows, r.blocks(q.Ask, width)...), row{}), r.plainOptions(q, width)...)
		}
		c := r.choice(q)
		if q.Kind == lessons.Saw && !c.There && !c.Made {
			glide := r.say(toThere(), theme.Muted, width)
			for i := range glide {
				glide[i].hit = GlideHit
			}
			return append(rows, glide...)
		}
		rows = append(rows, r.blocks(q.Ask, width)...)
		for i, option := range q.Options {
			rows = append(rows, r.option(q, c, i, option.Text, width)...)
		}
		return append(rows, r.answer(q, c, width)...)
	})
}

func (r renderer) say(t lang.Text, role theme.Role, width int) []row {
	return wrap([]text.Run{{Text: t.In(r.Lang), Role: role}}, width)
}

// answer is what stands below the options: what is to be done, or what is said
// to whoever chose one. What comes later takes rows from the beginning where
// something below would move.
func (r renderer) answer(q *lessons.Question, c Choice, width int) []row {
	if !c.Made || c.Picked >= len(q.Options) {
		rows := r.say(invitation(q.Kind), theme.Muted, width)
		if q.Kind == lessons.Review { // the next question is below
			for i := range q.Options {
				rows = pad(rows, len(r.verdict(q, i, width)))
			}
		}
		return rows
	}
	said := r.verdict(q, c.Picked, width)
	switch {
	case q.Kind == lessons.Predict && r.unseen:
		return pad(r.say(toSee(), theme.Muted, width), len(said))
	case q.Kind == lessons.Review:
		for i := range q.Options {
			said = pad(said, len(r.verdict(q, i, width)))
		}
	}
	return said
}

// pad adds empty rows up to a number.
func pad(rows []row, n int) []row {
	return append(rows, make([]row, max(0, n-len(rows)))...)
}

// verdict is said to whoever chose an option.
func (r renderer) verdict(q *lessons.Question, picked, width int) []row {
	if why := q.Options[picked].Why; len(why) > 0 {
		return r.blocks(why, width)
	}
	say, role := verdict(picked == q.Answer)
	return r.say(say, role, width)
}

// mark returns the sign of an option and the roles of the sign and of the words:
// under the cursor, chosen, chosen right, chosen wrong. Each state has a sign
// besides its colour.
func (r renderer) mark(q *lessons.Question, c Choice, i int) (sign string, role, words theme.Role) {
	picked, waits := i == c.Picked, q.Kind == lessons.Predict && r.unseen
	switch {
	case !c.Made && c.Focus && i == c.Cursor:
		return "▸", theme.Accent, theme.Text
	case !c.Made:
		return " ", theme.Accent, theme.Text
	case waits && picked:
		return "●", theme.Accent, theme.Text
	case !waits && i == q.Answer:
		return "✓", theme.Correct, theme.Text
	case picked:
		return "✗", theme.Wrong, theme.Text
	}
	return " ", theme.Muted, theme.Muted
}

// option lays out one option.
func (r renderer) option(q *lessons.Question, c Choice, i int, spans []lessons.Span, width int) []row {
	sign, role, words := r.mark(q, c, i)
	lead := text.Line{{Text: fmt.Sprintf("%s %d  ", sign, i+1), Role: role, Attrs: theme.Bold}}
	rows := hang(wrap(r.runs(spans, words), width-lead.Width()), lead)
	for j := range rows {
		rows[j].hit, rows[j].option = OptionHit, i
		if c.Made {
			rows[j].hit = NoHit
		}
		if !c.Made && c.Focus && i == c.Cursor {
			rows[j] = selected(rows[j], width)
		}
	}
	return rows
}

// selected marks a row as under the cursor.
func selected(w row, width int) row {
	w.body = append(append(text.Line{}, w.lead...), w.body...)
	w.lead, w.selected = nil, width
	return w
}

func (r renderer) plainOptions(q *lessons.Question, width int) []row {
	options := &lessons.List{Ordered: true, Start: 1}
	for _, o := range q.Options {
		options.Items = append(options.Items, []lessons.Block{&lessons.Paragraph{Spans: o.Text}})
	}
	rows := append(r.list(options, width, 0), row{})
	rows = append(rows, r.say(answerIs(q.Answer+1), theme.Text, width)...)
	return slices.Concat(rows, r.blocks(q.Options[q.Answer].Why, width))
}
