package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// home is the table of contents: the lectures, the practice exercises, and
// how far the learner is with each.
type home struct {
	s        *session
	chapters []chapter
	selected int
	moved    bool // the learner has chosen; the kept place no longer does
	w, h     int

	// Where the last View put the list, for the mouse.
	top       int // the first chapter that is shown
	above     int // lines above it
	rowHeight int
}

func newHome(s *session) *home {
	h := &home{s: s, chapters: s.chapters}
	for i, c := range h.chapters {
		if c.open() {
			h.selected = i
			break
		}
	}
	return h
}

// homeWide is the width from which details stand beside the list.
const homeWide = 100

// listLeast is how many lines a list with its frame keeps at least.
const listLeast = 5

func (h *home) Title() string { return h.s.tr("딥러닝 기초", "Deep learning basics") }

func (h *home) Status() string {
	read, pages, solved, all := 0, 0, 0, 0
	for _, c := range h.chapters {
		read += h.read(c)
		pages += c.pages
		solved += h.solved(c)
		all += len(c.exercises)
	}
	return h.s.paint(theme.Muted, h.s.say(lang.Sprintf("읽은 쪽 %d/%d · 푼 문제 %d/%d",
		"pages %d/%d · exercises %d/%d", read, pages, solved, all)))
}

func (h *home) Typing() bool { return false }

func (h *home) Init() tea.Cmd { return h.s.refresh() }

func (h *home) SetSize(width, height int) { h.w, h.h = width, height }

func (h *home) Actions() []action {
	list, ends := moves(func(by int) { h.move(h.selected + by) },
		func() { h.move(0) }, func() { h.move(len(h.chapters) - 1) })
	return slices.Concat(list, []action{
		goes(keysSelect+" "+keysRight, "Enter", lang.T("열기", "open"), h.openSelected),
		goes("space", "Space", lang.T("이어서", "go on"), h.s.openNext),
		goes("e", "e", lang.T("문제", "exercises"), h.openExercises),
		goes("r", "r", lang.T("복습", "review"), h.s.openReview),
		goes("p", "p", lang.T("학습 현황", "where you stand"), func() tea.Cmd { return h.s.push(newStanding(h.s)) }),
		goes("x", "x", lang.T("모의시험", "mock exam"), h.s.openExam),
	}, ends, []action{h.s.searchAction()})
}

func (h *home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case summaryMsg:
		if !h.moved {
			h.selectLast()
		}
	case tea.KeyMsg:
		cmd, _ := act(h.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		return h.mouse(msg)
	}
	return nil
}

// selectLast selects the lecture where the learner left off.
func (h *home) selectLast() {
	last := h.s.summary.Last
	for i, c := range h.chapters {
		if last != nil && c.slug == last.Lecture {
			h.selected = i
		}
	}
}

func (h *home) move(to int) {
	h.selected = max(0, min(to, len(h.chapters)-1))
	h.moved = true
}

func (h *home) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		h.move(h.selected - 1)
	case msg.Button == tea.MouseButtonWheelDown:
		h.move(h.selected + 1)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		line := msg.Y - 1 - h.above // below the frame's upper edge
		row := h.top + line/h.rowHeight
		if line < 0 || row >= len(h.chapters) || msg.X >= h.listWidth() {
			return nil
		}
		if row == h.selected && h.moved {
			return h.openSelected()
		}
		h.move(row)
	}
	return nil
}

func (h *home) openSelected() tea.Cmd {
	c := h.chapters[h.selected]
	h.moved = true
	switch {
	case !c.open():
		return notice(h.s.say(comingText(c)))
	case c.slug == practiceSlug:
		return h.openExercises()
	case c.slug == slipsSlug:
		return h.s.push(newSlips(h.s))
	}
	return h.s.push(newLecture(h.s, c.slug))
}

func (h *home) openExercises() tea.Cmd {
	c := h.chapters[h.selected]
	switch {
	case c.slug == slipsSlug:
		return notice(h.s.tr("정오표에는 문제가 없어요.", "The errata have no exercises."))
	case len(c.exercises) == 0:
		return notice(h.s.say(comingText(c)))
	}
	return h.s.push(newMenu(h.s, c))
}

func comingText(c chapter) lang.Text {
	return lang.Sprintf("%[1]s강은 아직 준비 중이에요.", "Lecture %[1]s is still being written.", c.number)
}

func (h *home) read(c chapter) int {
	n := 0
	if c.pages > 0 {
		for _, read := range h.s.read(c.slug) {
			if read {
				n++
			}
		}
	}
	return n
}

func (h *home) solved(c chapter) int {
	n := 0
	for _, e := range c.exercises {
		if h.s.summary.Exercises[e.ID].Solved {
			n++
		}
	}
	return n
}

func (h *home) listWidth() int {
	if h.w < homeWide {
		return h.w
	}
	return h.w * 58 / 100
}

func (h *home) View() []string {
	if h.w >= homeWide {
		left := h.listWidth()
		list := h.s.frame(h.s.tr("차례", "Contents"), "", h.list(left-2, h.h-2), left, h.h, true)
		right := h.w - left
		title, about := h.about(right - 4)
		detail := h.s.frame(title, "", h.s.shorten(about, h.h-2), right, h.h, false)
		return beside(list, detail)
	}
	// The list keeps its lines; what is left below tells about the choice. A
	// learner who is new reads about the program first.
	brief := h.brief(h.w - 2)
	listHeight := min(h.h, len(h.chapters)+2)
	if h.isNew() {
		listHeight = max(min(listHeight, h.h-len(brief)), min(listHeight, listLeast))
	}
	view := h.s.frame(h.s.tr("차례", "Contents"), "", h.list(h.w-2, listHeight-2), h.w, listHeight, true)
	return append(view, fitAll(h.s.shorten(brief, h.h-listHeight), h.w, h.h-listHeight)...)
}

// about tells about the selected chapter, or before anything was chosen in a
// course that is new, about the program.
func (h *home) about(w int) (title string, lines []string) {
	if h.isNew() {
		for _, g := range introduction() {
			lines = append(append(lines, ""), h.s.signLines([]sign{g}, w)...)
		}
		return h.s.tr("처음이에요?", "New here?"), lines
	}
	c := h.chapters[h.selected]
	return c.number + " " + h.s.say(c.title), h.details(c, w)
}

func (h *home) isNew() bool { return h.s.isNew() && !h.moved }

// list draws the chapters, scrolled so that the selected one is among them.
// A tall list gives each its summary and begins with the way.
func (h *home) list(w, height int) []string {
	h.rowHeight, h.above = 1, 0
	var lines []string
	if height >= 2*len(h.chapters) {
		h.rowHeight = 2
		if signs := h.signs(w); height >= 2*len(h.chapters)+len(signs) {
			lines = signs
		}
	}
	h.above = len(lines)
	rows := (height - h.above) / h.rowHeight
	h.top = max(0, min(h.top, len(h.chapters)-rows))
	h.top = max(h.selected-rows+1, min(h.top, h.selected))
	for i := h.top; i < min(h.top+rows, len(h.chapters)); i++ {
		c, selected := h.chapters[i], i == h.selected
		lines = append(lines, h.row(c, selected, w))
		if h.rowHeight == 2 {
			lines = append(lines, h.summaryRow(c, selected, w))
		}
	}
	return lines
}

func (h *home) signs(w int) []string {
	lines := []string{""}
	for _, l := range h.s.signLines(h.s.way(), w-4) {
		lines = append(lines, " "+l)
	}
	return append(lines, "")
}

// summaryRow is the second line of a chapter in a tall list.
func (h *home) summaryRow(c chapter, selected bool, w int) string {
	line := text.Left("       "+h.s.paint(theme.Muted, text.Truncate(h.s.say(c.summary), w-8)), w)
	if selected {
		return h.s.theme.Selected(line)
	}
	return line
}

func (h *home) row(c chapter, selected bool, w int) string {
	s := h.s
	marker, role := "  ", theme.Text
	if selected {
		marker, role = "▸ ", theme.Accent
	}
	if !c.open() {
		role = theme.Muted
	}
	number := text.Left(c.number, 2)
	left := " " + s.paint(theme.Accent, marker) + s.paint(theme.Muted, number) + "  " + s.paint(role, s.say(c.title))
	line := spread(left, " "+h.rowStatus(c, w)+" ", w)
	if selected {
		return s.theme.Selected(line)
	}
	return line
}

// rowStatus says how far the learner is with a chapter.
func (h *home) rowStatus(c chapter, w int) string {
	s := h.s
	if !c.open() {
		return s.paint(theme.Muted, s.tr("준비 중", "coming"))
	}
	if len(c.exercises) == 0 && c.pages == 0 {
		return ""
	}
	solved := fmt.Sprintf("%d/%d", h.solved(c), len(c.exercises))
	exercises := s.paint(theme.Muted, s.tr("문제 ", "ex. ")) + s.paint(theme.Text, fmt.Sprintf("%5s", solved))
	if c.pages == 0 {
		return exercises
	}
	read := fmt.Sprintf("%d/%d", h.read(c), c.pages)
	pages := s.paint(theme.Text, fmt.Sprintf("%5s", read)) + s.paint(theme.Muted, s.tr("쪽", " pp"))
	if w < 56 {
		return pages
	}
	line := pages + "  " + exercises
	if w >= 64 {
		line = s.meter(h.read(c), c.pages, 8) + " " + line
	}
	return line
}

// brief tells about the selected chapter below a narrow list.
func (h *home) brief(w int) []string {
	if h.isNew() {
		return h.s.signLines(introduction(), w-2)
	}
	c := h.chapters[h.selected]
	lines := append([]string{""}, h.s.signLines(h.s.way(), w-2)...)
	for _, l := range text.WrapString(h.s.say(c.summary), w-2) {
		lines = append(lines, " "+h.s.paint(theme.Text, l))
	}
	lines = append(lines, " "+h.s.paint(theme.Accent, h.invitation(c)), "")
	for _, l := range text.WrapString(strings.Join(h.contents(c), " · "), w-2) {
		lines = append(lines, " "+h.s.paint(theme.Muted, l))
	}
	return lines
}

// contents names the pages of a lecture, or the exercises of a chapter that
// has none.
func (h *home) contents(c chapter) []string {
	var titles []string
	if c.pages > 0 {
		for _, page := range h.s.lecture(c.slug).Pages {
			titles = append(titles, page.Title)
		}
		return titles
	}
	for _, e := range c.exercises {
		titles = append(titles, h.s.say(e.Title))
	}
	return titles
}

// invitation says what Enter does with the chapter.
func (h *home) invitation(c chapter) string {
	s := h.s
	switch {
	case !c.open():
		return s.say(comingText(c))
	case c.slug == practiceSlug:
		return s.tr("Enter로 문제 고르기", "Enter to choose an exercise")
	case c.slug == slipsSlug:
		return s.tr("Enter로 열기", "Enter to open")
	case s.summary.Lectures[c.slug].Page != "":
		return s.say(lang.Sprintf("Enter로 이어 보기: %d쪽", "Enter to go on at page %d", s.left(c.slug)+1))
	}
	return s.tr("Enter로 처음부터", "Enter to begin")
}

// details lists the pages and exercises of a chapter.
func (h *home) details(c chapter, w int) []string {
	s := h.s
	lines := []string{""}
	add := func(sentence string, r theme.Role) {
		for _, l := range text.WrapString(sentence, w) {
			lines = append(lines, " "+s.paint(r, l))
		}
	}
	add(s.say(c.summary), theme.Text)
	lines = append(lines, "")
	add(h.invitation(c), theme.Accent)
	if c.pages > 0 {
		lines = append(lines, "", " "+s.theme.PaintAttr(theme.Strong, theme.Bold, s.tr("쪽", "Pages")))
		read := s.read(c.slug)
		for i, page := range s.lecture(c.slug).Pages {
			lines = append(lines, " "+s.check(read[i])+" "+s.paint(theme.Text, page.Title))
		}
	}
	if len(c.exercises) > 0 {
		lines = append(lines, "", " "+s.theme.PaintAttr(theme.Strong, theme.Bold, s.tr("문제", "Exercises")))
		for _, e := range c.exercises {
			lines = append(lines, " "+s.check(s.summary.Exercises[e.ID].Solved)+" "+s.paint(theme.Text, s.say(e.Title)))
		}
	}
	return lines
}
