package tui

import (
	"slices"
	"strings"

	"hakseup/lessons"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
	"hakseup/tui/plot"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// labPane shows a lab: its picture, its controls below, its caption at the
// foot. It turns keys and the mouse into settings of controls. While a page is
// open nothing of it moves: every control has its line, the caption as many as
// it may need.
type labPane struct {
	s        *session
	lab      lab.Lab
	scene    lessons.Scene
	hides    []string // what an open question of the page keeps back
	seed     uint64
	slots    []lab.Slot
	unseen   string     // says that there are more controls than have been drawn
	selected int        // of the slots; inPicture: an area of the picture
	area     string     // that takes the arrow keys, when selected is inPicture
	entry    *entry     // what is being typed, or nil
	moved    []lab.Fact // what the last change did
	zoom     bool       // the lab has the whole window
	all      bool       // every control is shown
	run      running
	sampling *sampling // in the background, or nil
	w, h     int

	// What the last View placed where, for the mouse.
	canvas *plot.Canvas
	rows   []controlRow
	held   grip
}

// inPicture is the selection of the picture, which is above the first control.
const inPicture = -1

// grip is what the pressed mouse button holds on to while it is dragged.
type grip struct {
	kind  gripKind
	index int // of the slot
	area  string
	// What it was before: that is what the whole drag is compared with.
	before []lab.Fact
}

type gripKind uint8

const (
	gripNone gripKind = iota
	gripControl
	gripCanvas
)

// airyFrom is the height from which a pane has room for empty lines.
const airyFrom = 26

func newLabPane(s *session) *labPane { return &labPane{s: s, seed: 1, run: newRunning()} }

// setScene puts the lab of a lesson page into the state that the page talks
// about.
func (p *labPane) setScene(scene lessons.Scene) {
	p.leave()
	p.seed = 1
	if p.lab == nil || p.scene.Lab != scene.Lab {
		p.lab, _ = labs.New(scene.Lab)
		p.selected = 0
	}
	if len(p.slots) == 0 { // the page before had no control to choose
		p.selected = 0
	}
	p.scene, p.hides, p.all = scene, nil, false
	p.reset()
}

// reset begins the scene anew with the same seed.
func (p *labPane) reset() {
	p.entry, p.canvas = nil, nil
	if p.lab == nil {
		return
	}
	p.leave()
	p.run.begun, p.moved = false, nil
	lab.Reset(p.lab, p.seed)
	// A test holds every scene against its lab.
	_ = lab.Apply(p.lab, p.scene.Settings)
	p.keepBack(p.hides)
}

// keepBack hides what a question asks for, or shows it again.
func (p *labPane) keepBack(ids []string) {
	p.hides = ids
	if p.lab == nil {
		return
	}
	_ = lab.KeepBack(p.lab, ids...) // a test holds every name
	p.show(p.all)
}

// show lists the controls that the scene names, or all of them.
func (p *labPane) show(all bool) {
	p.all, p.canvas = all, nil
	lab.ShowAll(p.lab, all)
	p.slots = lab.Slots(p.lab)
	p.selected = max(inPicture, min(p.selected, len(p.slots)-1))
}

func (p *labPane) setSize(w, h int) { p.w, p.h = w, h }

// chosen returns the control that has the keyboard, if one has.
func (p *labPane) chosen() (*lab.Control, bool) {
	if p.lab == nil || p.selected < 0 || p.selected >= len(p.slots) {
		return nil, false
	}
	return p.slots[p.selected].Of(lab.Controls(p.lab)), true
}

// change does something to the lab and keeps which facts it moved.
func (p *labPane) change(do func()) {
	before := p.held.before
	if p.held.kind == gripNone {
		before = p.lab.Facts()
	}
	if lab.Change(p.lab, do) {
		p.endSampling()
	}
	p.moved = lab.Moved(before, p.lab.Facts())
}

// view draws the pane: exactly h lines of exactly w cells.
func (p *labPane) view(focused bool) []string {
	if p.lab == nil {
		return fitAll(nil, p.w, p.h)
	}
	caption := p.captionLines()
	gap := 0
	if p.h >= airyFrom {
		gap = 1
	}
	layout := p.layoutControls(p.h - len(caption) - 2*gap)
	p.unseen = moreLines(p.s, layout.first+layout.lines*layout.columns < len(p.slots), layout.first > 0)
	canvasHeight := p.h - len(caption) - layout.lines - 2*gap
	p.canvas = plot.New(p.w, canvasHeight)
	if focused && p.selected == inPicture {
		p.canvas.Focus(p.area)
	}
	if p.zoom {
		lab.DrawAll(p.lab, p.canvas, p.s.lang)
	} else {
		lab.Draw(p.lab, p.canvas, p.s.lang)
	}
	space := make([]string, gap)
	return fitAll(slices.Concat(
		p.canvas.Lines(p.s.theme), space,
		p.controlLines(layout, canvasHeight+gap, focused), space,
		caption), p.w, p.h)
}

// captionLines wraps the caption. It has two lines, in a low pane one, whatever
// it says.
func (p *labPane) captionLines() []string {
	most := 2
	if p.h < 14 {
		most = 1
	}
	caption := p.lab.Caption(p.s.lang)
	if lab.Holds(p.lab) {
		caption = p.s.tr("본문의 질문에 답하면 ?로 가려진 값이 나타나요.", "Answer the question in the text, and what is hidden by ? appears.")
	}
	lines := text.WrapString(caption, p.w-2)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = text.Truncate(lines[most-1]+" …", p.w-2)
	}
	out := make([]string, most)
	for i, l := range lines {
		out[i] = " " + p.s.paint(theme.Muted, l)
	}
	return out
}

// note says, for the lower edge of the frame, what the last change did to the
// facts that the page shows.
func (p *labPane) note() string {
	if p.lab == nil {
		return ""
	}
	note := p.runNote()
	for _, f := range p.moved {
		said := f.Say(p.s.lang)
		if !lab.Shows(p.lab, f.ID) || strings.Trim(said, "0.−% ") == "" {
			continue // too small a change to be seen
		}
		if f.Value > 0 {
			said = "+" + said
		}
		longer := strings.TrimLeft(note+"  "+f.Label.In(p.s.lang)+" "+said, " ")
		if text.Width(longer) > p.w-4 {
			break
		}
		note = longer
	}
	return note
}
