// Package markdown lays the blocks of lessons and exercises out as lines for
// the terminal: painted for the screen, or plain for pipes.
package markdown

import (
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// Options says for whom blocks are laid out.
type Options struct {
	Width int
	Theme *theme.Theme // nil: without colours and attributes
	Lang  lang.Lang

	// Choice tells how far the learner is with a question. Without it every
	// question is open.
	Choice func(*lessons.Question) Choice
	// Done tells whether a task is done. Without it none is.
	Done func(*lessons.Task) bool
	// Exercise tells what is to be said of an exercise. Without it the line
	// shows the id.
	Exercise func(id string) Exercise
}

// Choice is how far the learner is with a question.
type Choice struct {
	Made   bool
	Picked int  // option that was chosen, from 0, once Made
	Focus  bool // the keyboard acts on the options
	Cursor int  // option under the cursor, from 0, while not Made
	There  bool // an observation: the lab has been brought to where it is asked
}

// Exercise is what the line of an exercise says.
type Exercise struct {
	Title   string
	Status  string     // "✓ 맞힘"; may be empty
	Role    theme.Role // of the status
	Focus   bool
	Command string // for plain text; "hakseup check ID" when empty
}

// Hit says what a click on a line acts on.
type Hit uint8

// What lines act as.
const (
	NoHit       Hit = iota
	OptionHit       // Option of the question in Block
	ExerciseHit     // the exercise in Block
	GlideHit        // brings the lab to where the observation in Block is asked
)

// Line is one row of text.
type Line struct {
	Text string // at most Width cells, unless Wide
	// Wide lines belong to a formula, table or piece of code that does not
	// fit: they scroll sideways. View shows a part of them.
	Wide   bool
	Block  int // index of the block that was given to Render; -1 between blocks
	Hit    Hit
	Option int

	lead  int // cells at the left that do not scroll
	theme *theme.Theme
}

// Verbatim returns a painted line that is never wrapped: where it does not fit, it
// scrolls sideways.
func Verbatim(painted string, t *theme.Theme) Line {
	return Line{Text: painted, Wide: true, Block: -1, theme: t}
}

// The signs at the ends of a wide line that goes on there.
const (
	moreLeft  = "‹"
	moreRight = "›"
)

// View returns exactly width cells of the line. A wide line is shown from
// column offset on, with a sign at each end where there is more.
func (l Line) View(offset, width int) string {
	room := width - l.lead
	if !l.Wide || room < 3 {
		return text.Left(l.Text, width)
	}
	body := text.Width(l.Text) - l.lead
	offset = max(0, min(offset, body-room))
	if body <= room {
		return text.Left(l.Text, width)
	}
	left, right := "", ""
	if offset > 0 {
		left = l.paint(moreLeft)
	}
	if offset+room < body {
		right = l.paint(moreRight)
	}
	from := l.lead + offset + text.Width(left)
	shown := text.Window(l.Text, from, room-text.Width(left)-text.Width(right))
	return text.Window(l.Text, 0, l.lead) + left + shown + right
}

func (l Line) paint(sign string) string {
	return text.Line{{Text: sign, Role: theme.Accent}}.Paint(l.theme)
}

// Overflow returns how far the wide lines can be scrolled in a view of width
// cells: 0 when everything fits.
func Overflow(lines []Line, width int) int {
	over := 0
	for _, l := range lines {
		if l.Wide {
			over = max(over, text.Width(l.Text)-width)
		}
	}
	return over
}

// Render lays blocks out. An open prediction or observation ends the page: what
// follows it is shown once the learner has chosen.
func Render(blocks []lessons.Block, o Options) []Line {
	r := renderer{Options: o}
	var out []Line
	for i, b := range blocks {
		if i > 0 && !together(blocks[i-1], b) {
			out = append(out, Line{Block: -1})
		}
		r.unseen = r.awaits(blocks[i+1:])
		for _, row := range r.block(b, max(o.Width, minWidth)) {
			out = append(out, r.line(row, i))
		}
		if q, ok := b.(*lessons.Question); ok && q.Kind != lessons.Review && !r.choice(q).Made {
			break
		}
	}
	return out
}

// awaits reports whether an observation that is still open comes before the
// next prediction.
func (r renderer) awaits(blocks []lessons.Block) bool {
	for _, b := range blocks {
		if q, ok := b.(*lessons.Question); ok {
			return q.Kind == lessons.Saw && !r.choice(q).Made
		}
	}
	return false
}

// Title lays out the title of a page.
func Title(title string, o Options) []Line {
	r := renderer{Options: o}
	var out []Line
	for _, l := range text.Wrap([]text.Run{{Text: title, Role: theme.Strong, Attrs: theme.Bold}}, max(o.Width, minWidth)) {
		out = append(out, r.line(row{body: l}, -1))
	}
	return out
}

// minWidth is the narrowest layout. A narrower screen is not drawn at all.
const minWidth = 12

// row is a line on its way: what is left of the text, and the text.
type row struct {
	lead, body text.Line
	wide       bool
	selected   int // cells of the body that are marked as under the cursor
	hit        Hit
	option     int
}

func (r renderer) line(w row, block int) Line {
	body := w.body.Paint(r.Theme)
	if w.selected > 0 && r.Theme != nil {
		body = r.Theme.Selected(text.Left(body, w.selected))
	}
	// What could not be laid out within the width, such as a list nested
	// beyond reason, scrolls as well.
	wide := w.wide || w.lead.Width()+w.body.Width() > max(r.Width, minWidth)
	return Line{
		Text: w.lead.Paint(r.Theme) + body, Wide: wide, Block: block, Hit: w.hit, Option: w.option,
		lead: w.lead.Width(), theme: r.Theme,
	}
}
