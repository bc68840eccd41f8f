package labs

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// formerly returns a lab of the former contract.
func formerly(id string) (Lab, bool) {
	l, ok := New(id)
	if !ok {
		return nil, false
	}
	return formerOf(l), true
}

func formerOf(l lab.Lab) Lab {
	switch a := l.(type) {
	case *running:
		return a.old
	case *pointing:
		return a.old
	}
	return l.(*adapter).old
}

// picture returns what a lab draws, as plain text.
func picture(lab Lab, w, h int, l lang.Lang) string {
	c := plot.New(w, h)
	lab.Draw(c, l)
	return strings.Join(c.Lines(theme.New(true, theme.TrueColor)), "\n")
}
