package tui

import (
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

// actions lists what keys do in the pane now: how to move, and then, with what
// is needed most first, how to run and what else there is.
func (p *labPane) actions() (move, rest []action) {
	if p.lab == nil {
		return nil, nil
	}
	if p.entry != nil {
		return []action{goes(keysSelect, "Enter", lang.T("넣기", "set"), p.commit)}, nil
	}
	move, more := p.controlActions()
	if p.selected == inPicture {
		move, more = p.pictureActions()
	}
	list := p.runActions()
	if len(p.lab.Views()) > 1 {
		list = append(list, does("v", "v", lang.T("다른 보기", "next view"), func() { lab.NextView(p.lab) }))
	}
	if lab.Shortened(p.lab) {
		label := lang.T("모든 조절", "all controls")
		if p.all {
			label = lang.T("이 쪽의 조절", "this page's controls")
		}
		list = append(list, does("a", "a", label, func() { p.show(!p.all) }))
	}
	whole := lang.T("크게 보기", "whole window")
	if p.zoom {
		whole = lang.T("본문과 함께", "beside the text")
	}
	list = append(list, does("z", "z", whole, func() { p.zoom = !p.zoom }))
	if names := p.areas(); len(names) > 0 && p.selected != inPicture {
		list = append(list, does(keysSelect, "Enter", lang.T("그림으로", "to the picture"), func() { p.choosePicture(names[0]) }))
	}
	return move, append(list, more...)
}

// runActions is what keys do in a lab that runs over time or is drawn by a seed,
// and in any to begin anew.
func (p *labPane) runActions() []action {
	var list []action
	if _, ok := p.lab.(lab.Runner); ok {
		run := lang.T("실행", "run")
		if p.run.on {
			run = lang.T("멈춤", "pause")
		}
		list = append(list, goes("space", "space", run, p.toggleRun),
			goes("s", "s", lang.T("한 걸음", "step"), p.step),
			goes("b", "b", lang.T("뒤로", "back"), p.back))
	}
	again := lang.T("처음으로", "reset")
	_, seeded := p.lab.(lab.Sampler)
	if seeded && p.run.begun {
		again = lang.T("다시 시작", "restart")
	}
	list = append(list, does("r", "r", again, p.restart))
	if k, ok := p.lab.(lab.Pinner); ok && (p.run.begun || k.Pinned()) {
		pin := lang.T("고정", "pin")
		if !p.run.begun {
			pin = lang.T("고정 풀기", "unpin")
		}
		list = append(list, does("c", "c", pin, p.pin))
	}
	if seeded {
		list = append(list, does("n", "n", lang.T("새 시드", "new seed"), func() { p.start(p.seed + 1) }),
			goes("m", "m", lang.T("여러 시드", "many seeds"), p.sample))
	}
	return list
}

// controlActions is what keys do while a control has the keyboard.
func (p *labPane) controlActions() (move, more []action) {
	move = []action{
		does(keysUp, "↑↓", lang.T("고르기", "choose"), func() { p.choose(-1) }),
		does(keysDown, "", lang.Text{}, func() { p.choose(+1) }),
	}
	c, ok := p.chosen()
	if !ok || !c.On() {
		return move, nil
	}
	if c.Kind == lab.Text {
		return append(move, does(keysSelect+" "+keysRight, "Enter", lang.T("고쳐 쓰기", "edit"), func() { p.write(c) }),
			action{digitKeys + " . - −", "", lang.Text{}, p.digit}), nil
	}
	by := func(steps float64, big bool) func() {
		return func() { p.change(func() { c.Move(steps, big) }) }
	}
	change := lang.T("바꾸기", "change")
	if c.Anew() {
		change = lang.T("바꾸고 새로 시작", "change and restart")
	}
	move = append(move,
		does(keysLeft, "←→", change, by(-1, false)),
		does(keysRight, "", lang.Text{}, by(+1, false)))
	lo, hi := c.Range()
	ends := []action{
		does("home", "Home/End", lang.T("끝 값", "to the end"), func() { p.change(func() { c.Set(lo) }) }),
		does("end", "", lang.Text{}, func() { p.change(func() { c.Set(hi) }) }),
	}
	digits := action{digitKeys + " . - −", "0–9", lang.T("값 쓰기", "type a value"), p.digit}
	if c.Kind != lab.Slider {
		_, hi := c.Range()
		keys, name := digitsTo(int(hi) + 1)
		digits = action{keys, name, lang.T("번호로 고르기", "choose by number"), p.digit}
	} else {
		more = []action{
			does("shift+left", "Shift+←→", lang.T("크게 바꾸기", "big change"), by(-1, true)),
			does("shift+right", "", lang.Text{}, by(+1, true)),
		}
	}
	if _, runs := p.lab.(lab.Runner); runs { // there are more needful keys
		return move, append(append(more, digits), ends...)
	}
	return append(move, digits), append(more, ends...)
}

// pictureActions is what keys do while the picture has the keyboard.
func (p *labPane) pictureActions() (move, more []action) {
	nudge := func(dx, dy float64, big bool) func() {
		return func() {
			moved := false
			p.change(func() { moved = lab.Nudge(p.lab, p.area, dx, dy, big) })
			if !moved && dy < 0 { // below the picture are the controls
				p.choose(+1)
			}
		}
	}
	move = []action{
		does(keysLeft, "←→↑↓", lang.T("그림에서 움직이기", "move in the picture"), nudge(-1, 0, false)),
		does(keysRight, "", lang.Text{}, nudge(+1, 0, false)),
		does(keysUp, "", lang.Text{}, nudge(0, +1, false)),
		does(keysDown, "", lang.Text{}, nudge(0, -1, false)),
	}
	if k, ok := p.lab.(lab.Dropper); ok && p.area == lab.RegionArea {
		move = append(move, does("d", "d", lang.T("점 놓기", "drop a point"), func() { p.change(func() { k.Drop(p.area) }) }))
	}
	if len(p.slots) > 0 || len(p.areas()) > 1 {
		move = append(move, does(keysSelect, "Enter", lang.T("조절로", "to the controls"), p.leaveArea))
	}
	return move, []action{
		does("shift+left", "Shift+←→", lang.T("크게", "big steps"), nudge(-1, 0, true)),
		does("shift+right", "", lang.Text{}, nudge(+1, 0, true)),
		does("shift+up", "", lang.Text{}, nudge(0, +1, true)),
		does("shift+down", "", lang.Text{}, nudge(0, -1, true)),
	}
}

// areas lists the areas of the picture in which something follows the arrows.
func (p *labPane) areas() []string {
	if p.canvas == nil { // not drawn since the lab has changed
		p.view(false)
	}
	var names []string
	for _, name := range p.canvas.Areas() {
		if lab.Points(p.lab, name) {
			names = append(names, name)
		}
	}
	return names
}

func (p *labPane) choosePicture(area string) { p.selected, p.area = inPicture, area }

// leaveArea goes on to the next area of the picture, from the last one to the
// controls.
func (p *labPane) leaveArea() {
	names := p.areas()
	for i, name := range names {
		if name == p.area && i+1 < len(names) {
			p.area = names[i+1]
			return
		}
	}
	p.choose(+1)
}

// choose goes to the next control in a direction that matters now; above the
// first is the picture.
func (p *labPane) choose(direction int) {
	panel := lab.Controls(p.lab)
	for i := p.selected + direction; i < len(p.slots); i += direction {
		if i < 0 {
			if names := p.areas(); len(names) > 0 && p.selected >= 0 {
				p.choosePicture(names[0])
			}
			return
		}
		if p.slots[i].Of(panel).On() {
			p.selected = i
			return
		}
	}
}
