package tui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/labs"
)

// situation is the screen on which an answered exercise is seen in its lab,
// which has the whole window.
type situation struct {
	s    *session
	pane *labPane
	at   rect // where the pane was drawn, its frame left out
	w, h int
}

// sceneOf reads the situation of an exercise, written as a scene. A test holds
// all of them against their labs.
func sceneOf(line string) (lessons.Scene, bool) {
	words := strings.Fields(line)
	if len(words) == 0 {
		return lessons.Scene{}, false
	}
	scene := lessons.Scene{Lab: words[0]}
	for _, w := range words[1:] {
		control, value, _ := strings.Cut(w, "=")
		scene.Settings = append(scene.Settings, lessons.Setting{Control: control, Value: value})
	}
	return scene, slices.Contains(labs.IDs(), scene.Lab)
}

func newSituation(s *session, scene lessons.Scene) *situation {
	v := &situation{s: s, pane: newLabPane(s)}
	v.pane.setScene(scene)
	v.pane.zoom = true
	return v
}

func (v *situation) Title() string  { return v.pane.lab.Title().In(v.s.lang) }
func (v *situation) Status() string { return "" }
func (v *situation) Init() tea.Cmd  { return nil }
func (v *situation) Typing() bool   { return v.pane.typing() }
func (v *situation) leave()         { v.pane.leave() }

// Actions are those of the lab, without the one that would bring a text back
// beside it: there is none.
func (v *situation) Actions() []action {
	move, rest := v.pane.actions()
	rest = slices.DeleteFunc(rest, func(a action) bool { return a.keys == "z" })
	label := lang.T("문제로", "to the exercise")
	if v.pane.entry != nil {
		label = lang.T("그만두기", "give up")
	}
	return slices.Concat(move, []action{goes(keysBack, "esc", label, func() tea.Cmd {
		if v.pane.escape() {
			return nil
		}
		return v.s.pop()
	})}, rest)
}

func (v *situation) SetSize(w, h int) {
	v.w, v.h = w, h
	v.at = rect{0, 0, w, h}
	if h >= framedFrom {
		v.at = rect{2, 1, w - 4, h - 2}
	}
	v.pane.setSize(v.at.w, v.at.h)
}

func (v *situation) View() []string {
	lines := v.pane.view(true)
	if v.h < framedFrom {
		return lines
	}
	for i, line := range lines {
		lines[i] = " " + line
	}
	return v.s.frame(v.Title(), v.pane.note(), lines, v.w, v.h, true)
}

func (v *situation) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case frameMsg:
		if msg.pane == v.pane {
			return v.pane.frame(msg.run)
		}
	case sampledMsg:
		return v.pane.sampled(msg)
	case tea.KeyMsg:
		return v.key(msg)
	case tea.MouseMsg:
		v.pane.mouse(msg, msg.X-v.at.x, msg.Y-v.at.y)
	}
	return nil
}

// key acts on a key. While a value is being typed, what belongs to it comes
// first.
func (v *situation) key(msg tea.KeyMsg) tea.Cmd {
	var typed tea.Cmd
	if v.pane.entry != nil && !is(msg, keysBack) {
		done, cmd := v.pane.edit(msg)
		if typed = cmd; done {
			return cmd
		}
	}
	cmd, _ := act(v.Actions(), msg)
	return tea.Batch(typed, cmd)
}
