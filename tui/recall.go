package tui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/theme"
)

// recall asks a question of a page once more that was answered wrong, with
// the page as far as it goes.
type recall struct {
	s           *session
	slug, id    string
	onwardLabel lang.Text
	onward      func() tea.Cmd
	cursor      int
	picked      int // -1 before an option is chosen
	text        textPane
	w, h        int
}

func newRecall(s *session, slug, id string, onwardLabel lang.Text, onward func() tea.Cmd) *recall {
	return &recall{s: s, slug: slug, id: id, onwardLabel: onwardLabel, onward: onward, picked: -1}
}

// asks returns the question and the blocks of its page up to it.
func (r *recall) asks() (page lessons.Page, q *lessons.Question, blocks []lessons.Block) {
	page, at, _ := r.s.question(r.slug, r.id, r.s.lang)
	for _, b := range page.Blocks[:at] {
		switch b := b.(type) {
		case *lessons.ExerciseRef, *lessons.Question: // one at a time
		case *lessons.Callout:
			if b.Task == nil {
				blocks = append(blocks, b)
			}
		default:
			blocks = append(blocks, b)
		}
	}
	q, _ = page.Blocks[at].(*lessons.Question)
	return page, q, append(blocks, q)
}

func (r *recall) Title() string  { return r.s.tr("다시 묻기", "Asked again") }
func (r *recall) Status() string { return r.s.paint(theme.Muted, r.slug[:2]) }
func (r *recall) Typing() bool   { return false }
func (r *recall) Init() tea.Cmd  { return nil }

func (r *recall) SetSize(w, h int) {
	r.w, r.h = w, h
	r.text.setSize(w-2, h-2)
	r.render()
}

func (r *recall) render() {
	_, q, blocks := r.asks()
	w := min(r.text.inner(), slipsMost)
	lines := append([]markdown.Line{{Block: -1}}, r.s.prose(r.s.tr(
		"전에 다르게 답한 질문이에요. 지금은 어떻게 생각하나요?",
		"You answered this one otherwise before. What do you think now?"), theme.Muted, w)...)
	lines = append(lines, markdown.Line{Block: -1})
	lines = append(lines, r.s.page(blocks, markdown.Options{Width: w, Choice: func(of *lessons.Question) markdown.Choice {
		return markdown.Choice{Made: of == q && r.picked >= 0, Picked: r.picked, Focus: true, Cursor: r.cursor}
	}})...)
	r.text.set(lines)
}

func (r *recall) Actions() []action {
	leave := goes(keysBack, "esc", lang.T("그만하기", "leave"), r.s.pop)
	if r.picked >= 0 {
		return append([]action{goes(keysSelect+" "+keyOnward, "Enter", r.onwardLabel, r.onward), leave}, r.text.scrollActions()...)
	}
	_, q, _ := r.asks()
	n := len(q.Options)
	list, _ := moves(func(by int) { r.cursor = max(0, min(r.cursor+by, n-1)) }, nil, nil)
	digits := strings.Join(strings.Split("123456789"[:n], ""), " ")
	return append(list,
		goes(keysSelect, "Enter", lang.T("답하기", "answer"), func() tea.Cmd { return r.answer(r.cursor) }),
		action{digits, fmt.Sprintf("1–%d", n), lang.T("답 고르기", "answer"), func(msg tea.KeyMsg) tea.Cmd {
			return r.answer(int(msg.Runes[0] - '1'))
		}}, leave,
		does(keysPageUp, "PgUp/PgDn", lang.T("스크롤", "scroll"), func() { r.text.scroll(-r.text.h / 2) }),
		does(keysPageDown, "", lang.Text{}, func() { r.text.scroll(r.text.h / 2) }))
}

func (r *recall) answer(option int) tea.Cmd {
	_, q, _ := r.asks()
	if r.picked >= 0 || option < 0 || option >= len(q.Options) {
		return nil
	}
	r.picked = option
	r.text.follow()
	r.render()
	return r.s.recalled(r.slug, r.id, option == q.Answer)
}

func (r *recall) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd, _ = act(r.Actions(), msg)
		r.render()
	case tea.MouseMsg:
		if r.text.wheel(msg) || msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress {
			return nil
		}
		if line, ok := r.text.at(msg.Y - 1); ok && line.Hit == markdown.OptionHit {
			return r.answer(line.Option)
		}
	}
	return cmd
}

func (r *recall) View() []string {
	page, _, _ := r.asks()
	return r.s.frame(page.Title, r.text.note(r.s), r.text.view(), r.w, r.h, true)
}
