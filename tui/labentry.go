package tui

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

// entry is a value that is being typed for a control.
type entry struct {
	*input

	id string // of the control
}

const (
	digitKeys = "0 1 2 3 4 5 6 7 8 9"
	entryMost = 300 // characters of a value; a run as a line is long
)

// digit begins to type the value of a slider or a text, or chooses an option by
// its number.
func (p *labPane) digit(msg tea.KeyMsg) tea.Cmd {
	c, ok := p.chosen()
	if !ok {
		return nil
	}
	if c.Kind == lab.Slider || c.Kind == lab.Text && c.On() {
		p.entry = &entry{&input{most: entryMost}, c.ID}
		if c.Kind == lab.Text {
			p.entry.set(c.Text())
		}
		p.entry.update(msg)
		return nil
	}
	n, err := strconv.Atoi(msg.String())
	if _, hi := c.Range(); err == nil && n >= 1 && float64(n) <= hi+1 {
		p.change(func() { c.Set(float64(n - 1)) })
	}
	return nil
}

// write begins to edit a text.
func (p *labPane) write(c *lab.Control) {
	p.entry = &entry{&input{most: entryMost}, c.ID}
	p.entry.set(c.Text())
}

// typing reports whether letters are text.
func (p *labPane) typing() bool {
	if p.entry == nil {
		return false
	}
	c, ok := lab.Controls(p.lab).Find(p.entry.id)
	return ok && c.Kind == lab.Text
}

// escape gives up what is being typed, or else what goes on in the background,
// and reports whether there was something.
func (p *labPane) escape() bool {
	if p.entry != nil {
		p.entry = nil
		return true
	}
	return p.endSampling()
}

// edit acts on a key while a value is being typed. A key that has no place in
// the value sets it, and is then still to be acted on.
func (p *labPane) edit(msg tea.KeyMsg) (done bool, cmd tea.Cmd) {
	switch {
	case is(msg, keysSelect):
		return true, p.commit()
	case p.typing() && !is(msg, "up down"), msg.Paste,
		is(msg, digitKeys+" . - − + e / backspace delete left right home end ctrl+u ctrl+w"):
		p.entry.update(msg)
		if p.entry.value() == "" && !p.typing() {
			p.entry = nil
		}
		return true, nil
	}
	return false, p.commit()
}

// commit sets the control to what was typed, or says why that cannot be.
func (p *labPane) commit() tea.Cmd {
	typed := p.entry
	c, ok := lab.Controls(p.lab).Find(typed.id)
	if !ok {
		p.entry = nil
		return nil
	}
	if c.Kind == lab.Text {
		var err error
		if p.change(func() { err = c.SetText(typed.value()) }); err != nil {
			return notice(p.s.say(lab.Explain(err, trial.Explain)))
		}
		p.entry = nil
		return nil
	}
	p.entry = nil
	v, err := c.Parse(typed.value())
	if err != nil {
		return notice(p.s.say(lang.Sprintf("%q에서 수를 읽지 못했어요. 0.35나 −2처럼 써 보세요.",
			"%q is not a number. Write it like 0.35 or −2.", typed.value())))
	}
	p.change(func() { c.Set(v) })
	if lo, hi := c.Range(); v < lo || v > hi {
		return notice(p.s.say(lang.Sprintf("%s에서 %s까지만 둘 수 있어서 %s 두었어요.", "It goes from %s to %s; it is set to %[4]s.",
			lab.Brief(lo), lab.Brief(hi), lang.Particle(lab.Brief(c.Value()), "으로", "로"), lab.Brief(c.Value()))))
	}
	return nil
}
