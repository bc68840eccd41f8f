package lab

import (
	"strings"

	"hakseup/lessons/lang"
)

// Words says a lab line by line: at what its controls stand, its facts, the
// picture and the caption. What the page has not come to, and what a question
// keeps back, is left out. It holds no sign that a screen reader cannot say.
func Words(l Lab, in lang.Lang) []string {
	said := []string{sayable(l.Title().In(in))}
	gap := func() {
		if said[len(said)-1] != "" {
			said = append(said, "")
		}
	}
	add := func(label, value string) {
		if value = sayable(value); value != "" {
			said = append(said, sayable(label)+": "+value)
		}
	}
	if views := l.Views(); len(views) > 1 {
		add(lang.T("보기", "view").In(in), Seen(l).Label.In(in))
	}
	for _, c := range Controls(l) {
		if c.On() && Shows(l, c.ID) {
			add(c.Label.In(in), c.Say(in))
		}
	}
	gap()
	for _, f := range l.Facts() {
		if f.Known && Shows(l, f.ID) {
			add(f.Label.In(in), f.Say(in))
		}
	}
	gap()
	pictures := Seen(l).Pictures(in)
	for line := range strings.Lines(pictures[0].Say(in)) {
		if line = sayable(line); line != "" {
			said = append(said, line)
		}
	}
	gap()
	if Holds(l) { // the caption would tell
		return append(said, lang.T("본문의 질문에 답하면 감춰진 값도 말해 줘요.", "What is kept back is said once the question in the text is answered.").In(in))
	}
	return append(said, sayable(l.Caption(in)))
}

// sayable leaves out the signs of drawings: lines, blocks, shapes and braille.
func sayable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x2500 && r <= 0x28FF {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
