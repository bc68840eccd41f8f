package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
)

// textPane shows lines of text, of which there may be more, and wider ones,
// than fit. One cell is kept free at the left and one at the right.
type textPane struct {
	lines []markdown.Line
	w, h  int
	top   int // the first line that is shown
	left  int // how far wide lines are shifted
	// grown asks that what is added next comes into view.
	grown bool
}

func (p *textPane) setSize(w, h int) {
	p.w, p.h = w, h
	p.clamp()
}

// set replaces the lines and keeps the place.
func (p *textPane) set(lines []markdown.Line) {
	before := len(p.lines)
	p.lines = lines
	if p.grown && len(lines) > before {
		// Show as much of the new lines as fits, from their beginning.
		p.top = max(p.top, min(before, len(lines)-p.h))
	}
	p.grown = false
	p.clamp()
}

// home goes back to the beginning.
func (p *textPane) home() { p.top, p.left = 0, 0 }

// follow asks that the lines that come with the next set are shown.
func (p *textPane) follow() { p.grown = true }

// showFrom scrolls so that as much as fits is in view from a line on.
func (p *textPane) showFrom(line int) {
	p.top = min(line, max(p.top, min(line, len(p.lines)-p.h)))
	p.clamp()
}

// show scrolls so that a line is in view, with a few around it.
func (p *textPane) show(line int) {
	const around = 2
	p.top = max(min(p.top, line-around), line-p.h+1+around)
	p.clamp()
}

// scroll moves by n lines and reports whether there was anywhere to move.
func (p *textPane) scroll(n int) bool {
	before := p.top
	p.top += n
	p.clamp()
	return p.top != before
}

// wheel scrolls by the mouse and reports whether that was meant.
func (p *textPane) wheel(msg tea.MouseMsg) bool {
	switch msg.Button {
	case tea.MouseButtonWheelUp:
		p.scroll(-3)
	case tea.MouseButtonWheelDown:
		p.scroll(+3)
	default:
		return false
	}
	return true
}

// shift moves wide lines by n cells.
func (p *textPane) shift(n int) {
	p.left = max(0, min(p.left+n, p.overflow()))
}

// scrolls reports whether the text is longer than the pane.
func (p *textPane) scrolls() bool { return p.top > 0 || p.below() }

// scrollActions move a text that is too long for the pane, if it is.
func (p *textPane) scrollActions() []action {
	if !p.scrolls() {
		return nil
	}
	return []action{
		does(keysUp, "↑↓", lang.T("스크롤", "scroll"), func() { p.scroll(-1) }),
		does(keysDown, "", lang.Text{}, func() { p.scroll(+1) }),
	}
}

// pagingActions move a long text, also by the screen and to its ends.
func (p *textPane) pagingActions() []action {
	scroll := func(by func() int) func() { return func() { p.scroll(by()) } }
	return append(p.scrollActions(),
		does(keysPageUp, "PgUp/PgDn", lang.T("한 화면씩", "a screen on"), scroll(func() int { return 1 - p.h })),
		does(keysPageDown+" space", "", lang.Text{}, scroll(func() int { return p.h - 1 })),
		does(keysTop, "Home/End", lang.T("처음·끝", "top, bottom"), p.home),
		does(keysBottom, "", lang.Text{}, scroll(func() int { return len(p.lines) })))
}

// shiftActions move what is too wide for the pane, if anything is.
func (p *textPane) shiftActions() []action {
	if !p.beside() {
		return nil
	}
	const cells = 8
	return []action{
		does("<", "< >", lang.T("옆으로 옮기기", "shift sideways"), func() { p.shift(-cells) }),
		does(">", "", lang.Text{}, func() { p.shift(+cells) }),
	}
}

func (p *textPane) clamp() {
	p.top = max(0, min(p.top, len(p.lines)-p.h))
}

func (p *textPane) inner() int { return p.w - 2 }

// overflow returns how far wide lines can be shifted.
func (p *textPane) overflow() int { return markdown.Overflow(p.lines, p.inner()) }

// below reports whether lines are hidden below.
func (p *textPane) below() bool { return p.top+p.h < len(p.lines) }

// beside reports whether wide lines are cut off.
func (p *textPane) beside() bool { return p.overflow() > 0 }

// at returns the line that stands in a row of the pane.
func (p *textPane) at(y int) (markdown.Line, bool) {
	if i := p.top + y; y >= 0 && y < p.h && i < len(p.lines) {
		return p.lines[i], true
	}
	return markdown.Line{}, false
}

// note says, for the lower edge of the frame, that there is more to see.
func (p *textPane) note(s *session) string {
	var notes []string
	if p.beside() {
		notes = append(notes, s.tr("< > 옆으로", "< > sideways"))
	}
	if more := moreLines(s, p.below(), p.top > 0); more != "" {
		notes = append(notes, more)
	}
	return strings.Join(notes, "  ")
}

// moreLines says where there is more than is seen.
func moreLines(s *session, below, above bool) string {
	switch {
	case below:
		return s.tr("↓ 더 있어요", "↓ more")
	case above:
		return s.tr("↑ 위에 더 있어요", "↑ more above")
	}
	return ""
}

// view draws exactly h lines of exactly w cells.
func (p *textPane) view() []string {
	out := make([]string, p.h)
	for y := range out {
		line, _ := p.at(y)
		out[y] = " " + line.View(p.left, p.inner()) + " "
	}
	return out
}
