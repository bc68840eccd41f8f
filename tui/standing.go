package tui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/exercises/overview"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// standing is the screen of how far the learner is: lecture by lecture, in
// all, and which mistakes were made most.
type standing struct {
	s    *session
	text textPane
	w, h int
}

func newStanding(s *session) *standing { return &standing{s: s} }

func (v *standing) Title() string  { return v.s.tr("학습 현황", "Where you stand") }
func (v *standing) Status() string { return "" }
func (v *standing) Typing() bool   { return false }
func (v *standing) Init() tea.Cmd  { return v.s.refresh() }

func (v *standing) Actions() []action {
	return append(v.text.pagingActions(),
		goes("r", "r", lang.T("복습", "review"), v.s.openReview),
		goes(keysBack, "esc", lang.T("차례", "contents"), v.s.pop))
}

func (v *standing) SetSize(w, h int) {
	v.w, v.h = w, h
	v.text.setSize(w-2, h-2)
	v.text.set(v.lines(v.text.inner()))
}

func (v *standing) View() []string {
	return v.s.frame(v.Title(), v.text.note(v.s), v.text.view(), v.w, v.h, true)
}

func (v *standing) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case summaryMsg:
		if v.w > 0 {
			v.SetSize(v.w, v.h)
		}
	case tea.KeyMsg:
		cmd, _ := act(v.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		v.text.wheel(msg)
	}
	return nil
}

// standingTable is the width from which the lectures stand in a table.
const standingTable = 88

func (v *standing) lines(w int) []markdown.Line {
	s := v.s
	o := overview.Of(s.course, s.summary)
	lines := []markdown.Line{{}}
	if w >= standingTable {
		lines = append(lines, v.table(o, min(w, 120))...)
	} else {
		for _, c := range append(o.Chapters, o.All) {
			lines = append(lines, markdown.Line{Text: v.name(c)})
			lines = append(lines, indented(s.prose(strings.Join(s.facts(c), " · "), theme.Muted, w-4), 4)...)
		}
	}
	lines = append(lines, markdown.Line{}, s.title(s.tr("자주 한 실수", "Mistakes made most"), theme.Accent))
	if len(o.Mistakes) == 0 {
		lines = append(lines, s.prose(s.tr("아직 이름 붙일 만한 실수가 없어요.", "None yet that has a name."), theme.Muted, w)...)
	}
	for _, m := range o.Mistakes[:min(len(o.Mistakes), mistakesMost)] {
		ex, _ := bank.Find(m.Exercise)
		lines = append(lines, s.prose(s.say(lang.Sprintf("%[1]d번 · %[2]s", "%[1]d× · %[3]s", m.Times, ex.Title.KO, ex.Title.EN)), theme.Strong, w)...)
		lines = append(lines, indented(s.markdown(m.Say, min(w, slipsMost)-4), 4)...)
	}
	lines = append(lines, markdown.Line{})
	if n := s.due(); n > 0 {
		return append(lines, s.prose(s.say(sayDue(n)), theme.Accent, w)...)
	}
	return append(lines, s.prose(s.say(s.nothingDue()), theme.Muted, w)...)
}

// mistakesMost is how many mistakes are told.
const mistakesMost = 5

func sayDue(n int) lang.Text {
	return lang.Sprintf("복습할 것 %d개: r로 시작해요.", "%d to review: press r.", n)
}

// indented moves lines to the right.
func indented(lines []markdown.Line, by int) []markdown.Line {
	for i := range lines {
		lines[i].Text = strings.Repeat(" ", by) + lines[i].Text
	}
	return lines
}

func (v *standing) name(c overview.Chapter) string {
	if c.Number == "" {
		return v.s.theme.PaintAttr(theme.Strong, theme.Bold, v.s.tr("모두", "In all"))
	}
	return v.s.paint(theme.Muted, text.Left(c.Number, 2)) + "  " + v.s.paint(theme.Text, v.s.say(c.Title))
}

// The columns of the table and their widths.
func (v *standing) columns() (heads []string, widths []int) {
	tr := v.s.tr
	return []string{
		tr("쪽", "pages"), tr("예상 ✓·✗", "guesses ✓·✗"), tr("할 일", "tasks"), tr("문제", "solved"),
		tr("최고", "best"), tr("최근", "latest"), tr("시간", "time"),
	}, []int{7, 12, 7, 7, 6, 7, 9}
}

func (v *standing) table(o overview.Overview, w int) []markdown.Line {
	heads, widths := v.columns()
	row := func(name string, cells []string, role theme.Role) markdown.Line {
		right := ""
		for i, c := range cells {
			right += " " + text.Right(v.s.paint(role, c), widths[i])
		}
		return markdown.Line{Text: spread(name, right, w)}
	}
	lines := []markdown.Line{row("", heads, theme.Muted)}
	for _, c := range append(o.Chapters, o.All) {
		if c.Number == "" {
			lines = append(lines, markdown.Line{})
		}
		lines = append(lines, row(v.name(c), v.cells(c), theme.Text))
	}
	return lines
}

func (v *standing) cells(c overview.Chapter) []string {
	best, latest := "", ""
	if c.Tried > 0 {
		best, latest = percent(c.Best), percent(c.Latest)
	}
	guesses := ""
	if c.Right+c.Wrong > 0 {
		guesses = fmt.Sprintf("%d·%d", c.Right, c.Wrong)
	}
	return []string{
		of(c.Read, c.Pages), guesses, of(c.Done, c.Tasks), of(c.Solved, c.Exercises), best, latest, v.s.say(overview.SayTime(c.Spent)),
	}
}

// of is a part of a whole, nothing of none.
func of(n, all int) string {
	if all == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", n, all)
}

func percent(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }

// facts says the same in words, as far as there is something to say.
func (s *session) facts(c overview.Chapter) []string {
	var all []string
	for _, t := range c.Facts() {
		all = append(all, s.say(t))
	}
	return all
}
