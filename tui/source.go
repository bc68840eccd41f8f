package tui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/markdown"
	"hakseup/tui/theme"
)

// source is the screen of the code that a lecture is about: files of the engine,
// to be read beside the page where there is room.
type source struct {
	s     *session
	page  *lecture
	files []string
	file  int // which of them is shown
	text  textPane
	w, h  int
}

func newSource(s *session, page *lecture) *source {
	return &source{s: s, page: page, files: s.lecture(page.slug).Code}
}

func (p *source) Title() string  { return p.s.tr("엔진 코드", "Engine code") }
func (p *source) Status() string { return fmt.Sprintf("%d/%d", p.file+1, len(p.files)) }
func (p *source) Typing() bool   { return false }
func (p *source) Init() tea.Cmd  { return nil }

// Actions lead from file to file and through the one that is shown.
func (p *source) Actions() []action {
	t := &p.text
	scroll := func(by func() int) func() { return func() { t.scroll(by()) } }
	list := []action{
		does(keysLeft+" shift+tab", "←→", lang.T("파일", "file"), func() { p.show(p.file - 1) }),
		does(keysRight+" tab", "", lang.Text{}, func() { p.show(p.file + 1) }),
	}
	list = append(append(list, t.scrollActions()...),
		does(keysPageUp, "PgUp/PgDn", lang.T("한 화면씩", "a screen on"), scroll(func() int { return 1 - t.h })),
		does(keysPageDown+" space", "", lang.Text{}, scroll(func() int { return t.h - 1 })),
		goes(keysBack+" "+keySource, "esc", lang.T("강의", "lecture"), p.s.pop),
		does(keysTop, "Home/End", lang.T("처음·끝", "top, bottom"), t.home),
		does(keysBottom, "", lang.Text{}, scroll(func() int { return len(t.lines) })))
	return append(list, t.shiftActions()...)
}

// show turns to a file, round and round.
func (p *source) show(file int) {
	p.file = (file + len(p.files)) % len(p.files)
	p.text.home()
	p.SetSize(p.w, p.h)
}

// SetSize lays the page out, too: it stands beside the code.
func (p *source) SetSize(w, h int) {
	p.w, p.h = w, h
	p.page.SetSize(w, h)
	p.text.setSize(w-p.left()-2*p.frame(), h-2*p.frame())
	p.text.set(p.lines())
}

// left is how many columns the page takes.
func (p *source) left() int {
	if !p.page.bothShow() {
		return 0
	}
	return p.page.panes.text.w + 2*p.frame()
}

// frame is how broad the edges of the panes are.
func (p *source) frame() int {
	if p.h < framedFrom {
		return 0
	}
	return 1
}

func (p *source) lines() []markdown.Line {
	src, err := nn.Source(p.files[p.file])
	if err != nil {
		return p.s.prose(err.Error(), theme.Wrong, p.text.inner())
	}
	return p.s.paintGo(narrowComments(src, p.text.inner()))
}

func (p *source) View() []string {
	lines := p.text.view()
	if p.frame() > 0 {
		lines = p.s.frame("nn/"+p.files[p.file], p.text.note(p.s), lines, p.w-p.left(), p.h, true)
	}
	if p.left() == 0 {
		return lines
	}
	return beside(p.page.textView(false), lines)
}

func (p *source) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd, _ := act(p.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		pane := &p.text
		if msg.X < p.left() {
			pane = &p.page.text
		}
		switch msg.Button {
		case tea.MouseButtonWheelUp:
			pane.scroll(-3)
		case tea.MouseButtonWheelDown:
			pane.scroll(+3)
		}
	}
	return nil
}

// sourceAction opens the code of the engine that a lecture names.
func (l *lecture) sourceAction() []action {
	if len(l.s.lecture(l.slug).Code) == 0 || l.Typing() || l.inLab && l.lab.entry != nil {
		return nil
	}
	return []action{goes(keySource, keySource, lang.T("엔진 코드", "engine code"), func() tea.Cmd { return l.s.push(newSource(l.s, l)) })}
}
