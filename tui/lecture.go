package tui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/tui/markdown"
	"hakseup/tui/theme"
)

// lecture is the screen of one lecture: a page of text, and the lab that
// belongs to it. A wide window shows both side by side, a narrow one either.
type lecture struct {
	s      *session
	slug   string
	page   int
	resume bool // go to where the learner left off as soon as that is known
	text   textPane
	lab    *labPane
	inLab  bool                     // the keyboard acts on the lab
	there  string                   // the observation to whose place the lab has been brought
	glides *glide                   // on its way there, or nil
	seen   []tea.Cmd                // what has come of the strides of a frame
	panes  struct{ text, lab rect } // where the panes were drawn, frames left out
	w, h   int
}

// rect is a part of the screen in cells.
type rect struct{ x, y, w, h int }

func (r rect) contains(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

const (
	lectureWide = 116 // from this width on both panes are shown
	textMost    = 52  // cells of a line of text beside the lab, which gets the rest
	framedFrom  = 16  // lines of body from which panes have frames
)

// newLecture opens a lecture where the learner left it. That is not known
// before the progress is open: then it begins at the first page.
func newLecture(s *session, slug string) *lecture {
	l := &lecture{
		s: s, slug: slug, lab: newLabPane(s), resume: s.summaries == 0,
	}
	l.lab.run.strode = func() { l.seen = append(l.seen, l.check()) }
	l.page = s.left(slug)
	l.setScene()
	return l
}

// newLectureAt opens a lecture at one of its pages.
func newLectureAt(s *session, slug string, page int) *lecture {
	l := newLecture(s, slug)
	l.resume, l.page = false, page
	l.setScene()
	return l
}

func (l *lecture) pages() []lessons.Page { return l.s.lecture(l.slug).Pages }

func (l *lecture) current() lessons.Page { return l.pages()[l.page] }

func (l *lecture) Title() string {
	return l.slug[:2] + " " + l.s.lecture(l.slug).Title
}

func (l *lecture) Status() string {
	s := l.s
	dots := ""
	for i, read := range s.read(l.slug) {
		switch {
		case i == l.page:
			dots += s.paint(theme.Accent, "●")
		case read:
			dots += s.paint(theme.Muted, "●")
		default:
			dots += s.paint(theme.Faint, "○")
		}
	}
	return s.paint(theme.Text, l.pageNumber()) + dots
}

func (l *lecture) pageNumber() string { return fmt.Sprintf("%d/%d ", l.page+1, len(l.pages())) }

func (l *lecture) Typing() bool { return l.inLab && l.lab.typing() }

// leave stops what goes on in the lab.
func (l *lecture) leave() { l.lab.leave() }

// Init keeps that the page was read.
func (l *lecture) Init() tea.Cmd {
	if l.resume {
		return l.s.refresh()
	}
	return l.s.visit(progress.Place{Lecture: l.slug, Page: l.current().ID})
}

func (l *lecture) SetSize(w, h int) {
	l.w, l.h = w, h
	l.layout()
}

// layout shares the body between the panes and renders the page anew.
func (l *lecture) layout() {
	frame := 1
	if l.h < framedFrom {
		frame = 0
	}
	// The text keeps its own margin; the lab has one inside a frame.
	inside := func(x, w, margin int) rect {
		return rect{x + frame + margin, frame, w - 2*frame - 2*margin, l.h - 2*frame}
	}
	if l.bothShow() {
		left := min(textMost+4, l.w*46/100)
		l.panes.text = inside(0, left, 0)
		l.panes.lab = inside(left, l.w-left, frame)
	} else {
		l.panes.text, l.panes.lab = inside(0, l.w, 0), inside(0, l.w, frame)
	}
	l.lab.setSize(l.panes.lab.w, l.panes.lab.h)
	l.text.setSize(l.panes.text.w, l.panes.text.h)
	l.render()
}

// render lays the page out, below its title where no frame shows that.
func (l *lecture) render() {
	page := l.current()
	var lines []markdown.Line
	switch {
	case l.h < framedFrom:
		lines = append(lines, l.s.title(page.Title, theme.Strong), markdown.Line{Block: -1})
	case l.h >= airyFrom:
		lines = append(lines, markdown.Line{Block: -1})
	}
	l.text.set(append(lines, l.s.page(page.Blocks, markdown.Options{Width: l.text.inner(), Choice: l.choice, Done: l.isDone})...))
}

func (l *lecture) wide() bool { return l.w >= lectureWide }

// bothShow reports whether text and lab stand side by side.
func (l *lecture) bothShow() bool { return l.wide() && !l.lab.zoom }

func (l *lecture) View() []string {
	switch {
	case l.bothShow():
		return beside(l.textView(!l.inLab), l.labView())
	case l.inLab:
		return l.labView()
	}
	return l.textView(true)
}

// textView draws the page, in a frame that shows whether the keyboard is there.
func (l *lecture) textView(focused bool) []string {
	lines := l.text.view()
	if l.h < framedFrom {
		return lines
	}
	return l.s.frame(l.current().Title, l.note(), lines, l.panes.text.w+2, l.h, focused)
}

// note says which topic of the handout the page belongs to, and whether there
// is more to see.
func (l *lecture) note() string {
	note := l.text.note(l.s)
	if slide := l.current().Slide; slide != "" {
		note = strings.TrimSpace(l.s.tr("강의 자료: ", "handout: ") + slide + "  " + note)
	}
	return note
}

func (l *lecture) labView() []string {
	lines := l.lab.view(l.inLab)
	if l.h < framedFrom {
		return lines
	}
	for i, line := range lines {
		lines[i] = " " + line
	}
	title := l.s.tr("실험", "Lab")
	if l.lab.lab != nil {
		title += ": " + l.lab.lab.Title().In(l.s.lang)
	}
	return l.s.frame(title, l.lab.note(), lines, l.panes.lab.w+4, l.h, l.inLab)
}

func (l *lecture) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case frameMsg:
		if msg.pane == l.lab {
			return tea.Batch(l.lab.frame(msg.run), l.look())
		}
	case sampledMsg:
		return tea.Batch(l.lab.sampled(msg), l.look())
	case glideMsg:
		return l.glideOn(msg)
	case summaryMsg:
		if l.resume {
			l.resume = false
			return l.turn(l.s.left(l.slug))
		}
		l.keepBack() // an answer of the time before may have come with it
	case tea.KeyMsg:
		return tea.Batch(l.stay(), l.arrive(), l.key(msg), l.look())
	case tea.MouseMsg:
		return tea.Batch(l.stay(), l.mouse(msg), l.look())
	}
	return nil
}

// stay gives up going to where the learner left off: the learner has begun
// with the page that is shown.
func (l *lecture) stay() tea.Cmd {
	if !l.resume {
		return nil
	}
	l.resume = false
	return l.Init()
}

// key acts on a key. While a value is being typed, what belongs to it comes
// first.
func (l *lecture) key(msg tea.KeyMsg) tea.Cmd {
	var typed tea.Cmd
	if l.inLab && l.lab.entry != nil && !is(msg, "tab shift+tab "+keysBack) {
		done, cmd := l.lab.edit(msg)
		if typed = cmd; done {
			return cmd
		}
	}
	zoom := l.lab.zoom
	cmd, _ := act(l.Actions(), msg)
	if l.lab.zoom != zoom {
		l.layout()
	}
	return tea.Batch(typed, cmd)
}

// turnOver takes the keyboard from the text to the lab or back. What was being
// typed in the lab is set, and the text comes back beside it.
func (l *lecture) turnOver() tea.Cmd {
	var cmd tea.Cmd
	if l.lab.entry != nil {
		cmd = l.lab.commit()
	}
	l.inLab = !l.inLab && l.lab.lab != nil
	if !l.inLab && !l.wide() && l.lab.lab != nil {
		l.lab.pause() // it is out of sight
	}
	if l.lab.zoom {
		l.lab.zoom = false
		l.layout()
	}
	return cmd
}

// turn goes to another page and puts the lab into its scene.
func (l *lecture) turn(to int) tea.Cmd {
	if to < 0 || to >= len(l.pages()) {
		return l.atEnd(to)
	}
	l.page = to
	l.text.home()
	l.setScene()
	l.layout()
	return l.Init()
}

// atEnd says what comes before the first page and after the last.
func (l *lecture) atEnd(to int) tea.Cmd {
	if to < 0 {
		return notice(l.s.tr("첫 쪽이에요. esc로 차례에 돌아가요.", "This is the first page. Press esc for the contents."))
	}
	return notice(l.s.tr("마지막 쪽이에요. e로 문제를 풀거나 esc로 차례에 돌아가요.",
		"This is the last page. Press e for the exercises or esc for the contents."))
}

// exerciseIDs lists the exercises that the page offers.
func (l *lecture) exerciseIDs() []string {
	var ids []string
	for _, b := range l.current().Blocks {
		if ref, ok := b.(*lessons.ExerciseRef); ok {
			ids = append(ids, ref.ID)
		}
	}
	return ids
}

// openExercises opens the page's exercise when it has one only, else the list
// of the lecture's.
func (l *lecture) openExercises() tea.Cmd {
	ids := l.exerciseIDs()
	if len(ids) == 1 {
		return l.openExercise(ids[0])
	}
	return l.s.push(newMenu(l.s, l.s.chapter(l.slug), ids...))
}

// openExercise opens an exercise by its id.
func (l *lecture) openExercise(id string) tea.Cmd {
	e, ok := bank.Find(id)
	if !ok {
		return nil
	}
	return l.s.push(l.s.exercise(e))
}
