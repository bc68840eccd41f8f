package tui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/lessons/lang"
)

// TestEveryKeyThatIsShownActs presses every key of every action in the states in
// which a learner meets it: the screen changes, something is said, or the program
// ends. At the ends of lists and scales nothing can change, so the states are in
// the middle.
func TestEveryKeyThatIsShownActs(t *testing.T) {
	t.Parallel()
	at := func(lecture, keys string) func(t *testing.T) *driver {
		return func(t *testing.T) *driver {
			t.Helper()
			return open(t, 120, 36, Options{Lang: lang.EN, LangGiven: true, Lecture: lecture}).press(keys)
		}
	}
	exercise := func(id, keys string) func(t *testing.T) *driver {
		return func(t *testing.T) *driver {
			t.Helper()
			d := at("", "")(t)
			ex, ok := bank.Find(id)
			if !ok {
				t.Fatalf("there is no exercise %s", id)
			}
			d.run(d.app.open(d.app.session.exercise(ex)))
			return d.press(keys)
		}
	}
	for name, state := range map[string]func(t *testing.T) *driver{
		"home":                at("", "Down Down"),
		"menu":                at("", "End Enter Down"),
		"slips":               at("", "End Up Enter Down"),
		"a page that asks":    at("06-softmax-loss", "] ]"),
		"a page with a task":  at("06-softmax-loss", "]"),
		"beside the question": at("06-softmax-loss", "] ] Tab Right"),
		"the lab of a task":   at("06-softmax-loss", "] Tab Right"),
		"a choice in the lab": at("02-vectors-matrices", "End [ Tab Down Left s"),
		"the picture":         at("04-perceptron", "] ] ] ] ] ] ] ] Tab Right Enter Right"),
		"a lab that runs":     at("04-perceptron", "] ] ] ] ] ] ] ] ] ] 2 Tab s s"),
		"the last page":       at("06-softmax-loss", "End"),
		"a number":            exercise("06/mse", "1 Tab"),
		"a choice":            exercise("04/xor", "Down"),
		"a formula":           exercise("practice-2", "Tab x"),
		"the symbols":         exercise("practice-2", "Tab x CtrlY Right"),
		"a graph":             exercise("practice-3", "* x x Right *"),
		"a graph in writing":  exercise("practice-3", "a Space = Space x*"),
		"the buttons":         exercise("06/mse", "1 Tab Tab"),
		"a line":              at("05-multilayer-perceptron", "End [ [ e"),
		"a page in the corner": func(t *testing.T) *driver {
			t.Helper()
			return open(t, 40, 12, Options{Lecture: "06-softmax-loss"}).press("Down")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := append(state(t).app.top().Actions(), state(t).app.everywhere()...)
			for _, a := range list {
				for k := range strings.FieldsSeq(a.keys) {
					if msg, ok := keyPress(k); ok && k != "0" && k != "." && k != "-" && k != "−" {
						mustAct(t, state(t), a, msg)
					}
				}
			}
		})
	}
}

// mustAct fails when a key does nothing.
func mustAct(t *testing.T, d *driver, a action, msg tea.KeyMsg) {
	t.Helper()
	before, depth := d.app.View(), len(d.app.stack)
	_, cmd := d.app.Update(msg)
	if cmd == nil && d.app.View() == before && len(d.app.stack) == depth && d.app.notice == "" {
		t.Errorf("%s (%s) does nothing:\n%s", msg, a.label.EN, d.screen())
	}
}
