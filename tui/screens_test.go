package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"hakseup/exercises/bank"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// scene is a screen of the program and the keys that lead to it.
type scene struct {
	name    string
	lecture string
	keys    string
	before  string // keys that were pressed two days earlier
}

// scenes reach every kind of screen in its states, and the first page of every
// lecture with its lab.
func scenes(t *testing.T) []scene {
	t.Helper()
	all := []scene{
		{name: "home", keys: ""},
		{name: "home-help", keys: "?"},
		{name: "practice", keys: "End Enter"},
		{name: "exercise", keys: "End Enter Enter"},
		{name: "exercise-wrong", keys: "End Enter Enter 0.523 Enter 1.284 Enter"},
		{name: "exercise-right", keys: "End Enter Enter 0.396 Enter 0.4318 Enter"},
		{name: "exercise-unreadable", keys: "End Enter Enter abc Enter 1 Enter"},
		{name: "exercise-solution", keys: "End Enter Enter Tab Tab h h s"},
		{name: "exercise-formula", keys: "End Enter Down Enter Tab dL/df Space if Space x>0 Space else Space 0 Enter"},
		{name: "exercise-formulas", keys: "End Enter Down Down Enter Tab x^2 Space dL/df Enter 2wx Space q"},
		{name: "exercise-graph", keys: "End Enter Down Down Enter *xx*wx+cb"},
		{name: "exercise-graph-written", keys: "End Enter Down Down Enter a=x*x; Space g=wx; Space f=g+b+"},
	}
	const (
		missed  = "Home Down Down Down Down Down Enter Right Right 1" // a prediction
		mistake = "End Enter Enter 0.523 Enter 1.284 Enter Esc Esc "
	)
	all = append(all,
		scene{name: "home-due", before: mistake + missed},
		scene{name: "review-question", before: missed, keys: "r"},
		scene{name: "review-answered", before: missed, keys: "r 1"},
		scene{name: "review-exercise", before: mistake, keys: "r 1 Enter 1 Enter Tab Tab Tab s"},
		scene{name: "review-end", before: missed, keys: "r 1 Enter"},
	)
	all = append(all,
		scene{name: "standing", keys: "p"},
		scene{name: "standing-some", before: mistake + missed, keys: "p"},
		scene{name: "exam", keys: "x"},
		scene{name: "exam-end", keys: "x BackTab Enter Enter"},
		scene{name: "exam-solution", keys: "x BackTab Enter Enter Enter"},
		scene{name: "home-chosen", keys: "Down"},
	)
	all = append(all, scene{name: "code", lecture: "06-softmax-loss", keys: "i"}, scene{name: "slips", keys: "End Up Enter"})
	course := courseOf(t)
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		all = append(all, scene{name: e.Slug[:2], lecture: e.Slug, keys: "1"}, scene{name: e.Slug[:2] + "-lab", lecture: e.Slug, keys: "Tab"})
		all = append(all, scene{name: e.Slug[:2] + "-help", lecture: e.Slug, keys: "Tab ?"})
	}
	return all
}

// at opens a scene in a window.
func (sc scene) at(t *testing.T, w, h int, o Options) *driver {
	t.Helper()
	o.Now = func() time.Time { return monday }
	if sc.before != "" {
		o.DataDir = t.TempDir()
		open(t, w, h, o).press(sc.before)
		o.Now = func() time.Time { return monday.AddDate(0, 0, 2) }
	}
	o.Lecture = sc.lecture
	return open(t, w, h, o).press(sc.keys)
}

// TestEveryScreenFitsEverySize holds every kind of screen against windows of all
// widths and heights: exactly so many lines of exactly so many cells.
func TestEveryScreenFitsEverySize(t *testing.T) {
	t.Parallel()
	for _, sc := range scenes(t) {
		for _, l := range lang.All() {
			t.Run(sc.name+"-"+l.String(), func(t *testing.T) {
				t.Parallel()
				d := sc.at(t, 120, 36, Options{Lang: l, LangGiven: true})
				for _, size := range sizes() {
					d.send(tea.WindowSizeMsg{Width: size.w, Height: size.h})
					d.requireSize(size.w, size.h)
				}
			})
		}
	}
}

// TestEveryPageFitsWhereLayoutsChange turns the pages of every lecture, and holds
// the text and the lab of each against the windows at which layouts change.
func TestEveryPageFitsWhereLayoutsChange(t *testing.T) {
	t.Parallel()
	for _, e := range courseOf(t).Entries() {
		if !e.Written {
			continue
		}
		for _, l := range lang.All() {
			t.Run(e.Slug+"-"+l.String(), func(t *testing.T) {
				t.Parallel()
				d, screen := reading(t, 120, 36, e.Slug, Options{Lang: l, LangGiven: true})
				for page := range screen.pages() {
					screen.turn(page)
					for range 2 { // the text, and then the lab
						for _, size := range edges() {
							d.send(tea.WindowSizeMsg{Width: size.w, Height: size.h})
							d.requireSize(size.w, size.h)
						}
						d.press("Tab")
					}
				}
			})
		}
	}
}

// TestTheMarkOfWhatIsUnsavedFits shows it in the header of any width.
func TestTheMarkOfWhatIsUnsavedFits(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		for _, lecture := range []string{"", "06-softmax-loss"} {
			d := open(t, 120, 36, Options{Lang: l, LangGiven: true, Lecture: lecture})
			d.app.session.unsaved = true
			for w := minWidth; w <= 130; w++ {
				d.send(tea.WindowSizeMsg{Width: w, Height: 24})
				d.requireSize(w, 24)
				d.expect(d.app.session.tr("저장 대기", "unsaved"))
			}
		}
	}
}

type size struct{ w, h int }

// sizes lists every width at a usual height, every height at a usual width,
// and the lowest and the diagonal windows in larger steps, from below the
// smallest to 200x60.
func sizes() []size {
	var all []size
	for w := 38; w <= 200; w++ {
		all = append(all, size{w, 24})
	}
	for h := 10; h <= 60; h++ {
		all = append(all, size{80, h})
	}
	for w := 40; w <= 200; w += 8 {
		all = append(all, size{w, 12}, size{w, 12 + (w-40)*48/160})
	}
	return append(all, edges()...)
}

// edges lists the windows at which layouts change.
func edges() []size {
	all := []size{{minWidth, minHeight}, {80, 24}, {120, 36}, {200, 60}, {80, framedFrom + 1}, {80, framedFrom + 2}}
	for _, edge := range []int{exerciseWide, homeWide, lectureWide} {
		all = append(all, size{edge - 1, 36}, size{edge, 36})
	}
	return all
}

func (d *driver) requireSize(w, h int) {
	d.t.Helper()
	lines := strings.Split(d.app.View(), "\n")
	if d.app.crash != nil {
		d.t.Fatalf("%dx%d: the program crashed: %v\n%s", w, h, d.app.crash.cause, d.app.crash.stack)
	}
	if len(lines) != h {
		d.t.Fatalf("%dx%d: %d lines:\n%s", w, h, len(lines), d.screen())
	}
	for y, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			d.t.Fatalf("%dx%d: line %d has %d cells: %q", w, h, y, got, ansi.Strip(line))
		}
	}
}

// TestGoldenScreens pins the screens that every learner sees, in both sizes
// and in dark, light and without colours.
func TestGoldenScreens(t *testing.T) {
	t.Parallel()
	themes := map[string]*theme.Theme{
		"dark": theme.New(true, theme.TrueColor), "light": theme.New(false, theme.TrueColor),
		"plain": theme.New(true, theme.NoColor),
	}
	shown := []scene{
		{name: "home", keys: ""},
		{name: "lecture", lecture: "06-softmax-loss", keys: ""},
		{name: "lab", lecture: "06-softmax-loss", keys: "Tab Right"},
		{name: "exercise", keys: "End Enter Enter 0.523 Enter 1.284 Enter"},
		{name: "graph", keys: "End Enter Down Down Enter *xx*wx+cb*d"},
		{name: "formula", keys: "End Enter Down Down Enter Tab x^2 Space dL/df Enter 2wx Enter dL/d"},
		{name: "matrix", lecture: "02-vectors-matrices", keys: "e Down Down Down Down Down Down Down Down Down Down Enter 64 Enter 139 Enter 145 Enter"},
		{name: "picture", lecture: "04-perceptron", keys: "e Down Down Enter 1,1,-1.5"},
	}
	for _, sc := range shown {
		for _, sz := range []size{{80, 24}, {120, 36}} {
			for name, th := range themes {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", sc.name, sz.w, sz.h, name), func(t *testing.T) {
					t.Parallel()
					d := sc.at(t, sz.w, sz.h, Options{})
					d.app.session.theme = th
					d.app.resize()
					golden.RequireEqual(t, []byte(d.app.View()+"\n"))
				})
			}
		}
	}
}

// TestNoColorMeansNoColor looks for colour sequences on every kind of screen, and
// on every page, of a program that was told to show none.
func TestNoColorMeansNoColor(t *testing.T) {
	t.Parallel()
	for _, sc := range scenes(t) {
		t.Run(sc.name, func(t *testing.T) {
			t.Parallel()
			sc.at(t, 120, 36, Options{}).requireNoColor()
		})
	}
	for _, e := range courseOf(t).Entries() {
		if !e.Written {
			continue
		}
		t.Run(e.Slug, func(t *testing.T) {
			t.Parallel()
			d, screen := reading(t, 120, 36, e.Slug, Options{})
			for page := range screen.pages() {
				screen.turn(page)
				d.requireNoColor()
			}
		})
	}
}

func (d *driver) requireNoColor() {
	d.t.Helper()
	for _, sequence := range strings.Split(d.app.View(), "\x1b[")[1:] {
		parameters, _, _ := strings.Cut(sequence, "m")
		for p := range strings.SplitSeq(parameters, ";") {
			if len(p) == 2 && (p[0] == '3' || p[0] == '4') || len(p) == 3 {
				d.t.Fatalf("colour sequence %q", parameters)
			}
		}
	}
}

// TestEveryExerciseOpens solves every exercise with the answer that it gives
// itself, through the screen.
func TestEveryExerciseOpens(t *testing.T) {
	t.Parallel()
	for _, ex := range bank.All() {
		t.Run(ex.ID, func(t *testing.T) {
			t.Parallel()
			d := open(t, 120, 36, Options{})
			screen := newExercise(d.app.session, ex)
			d.app.session.push(screen)
			d.send(struct{}{}) // any message lets it in
			for i, ed := range screen.form.editors {
				fill(t, d, ed, screen.variant.Parts[i].Answer())
			}
			d.expect(ex.Title.KO)
			if got := screen.report.Outcome.String(); got != "correct" {
				t.Fatalf("outcome %s:\n%s", got, d.screen())
			}
			if e := d.app.session.summary.Exercises[ex.ID]; !e.Solved {
				t.Error("the progress does not show it as solved")
			}
		})
	}
}

// fill types an answer into an editor and goes on with Enter.
func fill(t *testing.T, d *driver, ed editor, answer string) {
	t.Helper()
	switch ed := ed.(type) {
	case *cellsEditor:
		entries := strings.FieldsFunc(answer, func(r rune) bool { return strings.ContainsRune("[](); ,", r) })
		if len(entries) != len(ed.cells) {
			t.Fatalf("answer %q has %d entries for %d cells", answer, len(entries), len(ed.cells))
		}
		for i, entry := range entries {
			if !ed.cells[i].given {
				d.press(entry + " Enter")
			}
		}
	case *formulaEditor, *lineEditor:
		for i, word := range strings.Fields(answer) {
			if i > 0 {
				d.press("Space")
			}
			d.press(word)
		}
		d.press("Enter")
	default:
		d.press(answer + " Enter")
	}
}

// TestPagesDoNotScroll holds every page to the promise that it fits a window
// of 120x36, with its questions answered.
func TestPagesDoNotScroll(t *testing.T) {
	t.Parallel()
	course := courseOf(t)
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		for _, l := range lang.All() {
			t.Run(e.Slug+"-"+l.String(), func(t *testing.T) {
				t.Parallel()
				d := open(t, 120, 36, Options{Lang: l, LangGiven: true, Lecture: e.Slug})
				screen, ok := d.app.top().(*lecture)
				if !ok {
					t.Fatal("the lecture did not open")
				}
				for i, page := range screen.pages() {
					screen.answerAll(t, true)
					screen.text.home()
					if screen.text.below() {
						t.Errorf("page %d %q has %d lines for %d", i+1, page.Title, len(screen.text.lines), screen.text.h)
					}
					if screen.text.beside() {
						t.Errorf("page %d %q has a formula that does not fit", i+1, page.Title)
					}
					d.press("]")
				}
			})
		}
	}
}

// TestTheLineOfTheLabIsAnswered finds settings in the lab of the spirals, opens the
// exercise of the page, and has the line of the lab graded.
func TestTheLineOfTheLabIsAnswered(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "05-multilayer-perceptron"}).press("End [ [ Tab Down 2 Enter e")
	d.expect("두 나선 도전")
	d.press("CtrlY").expect("--hidden 2,2 ")
	d.press("Enter").expect("평균이 96%에 못 미쳐요")
}
