package labs_test

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// The sweeps over every lab: what holds for all of them is tested here, once.

func newLab(t *testing.T, id string) lab.Lab {
	t.Helper()
	l, ok := labs.New(id)
	if !ok {
		t.Fatalf("there is no lab %q", id)
	}
	return l
}

// inScene returns a lab in a scene as a lesson writes it: "p=0.1 slopes=on".
func inScene(t *testing.T, id, scene string) lab.Lab {
	t.Helper()
	l := newLab(t, id)
	var settings []lessons.Setting
	for s := range strings.FieldsSeq(scene) {
		control, value, _ := strings.Cut(s, "=")
		settings = append(settings, lessons.Setting{Control: control, Value: value})
	}
	if err := lab.Apply(l, settings); err != nil {
		t.Fatalf("%s %s: %v", id, scene, err)
	}
	return l
}

// picture is what a lab draws, without colours.
func picture(l lab.Lab, w, h int, in lang.Lang) string {
	c := plot.New(w, h)
	lab.Draw(l, c, in)
	return ansi.Strip(strings.Join(c.Lines(theme.New(true, theme.NoColor)), "\n"))
}

// coloured is what a lab draws, with them.
func coloured(l lab.Lab, w, h int) string {
	c := plot.New(w, h)
	lab.Draw(l, c, lang.KO)
	return strings.Join(c.Lines(theme.New(true, theme.TrueColor)), "\n")
}

// words is all that a lab says.
func words(l lab.Lab, in lang.Lang) string {
	said := []string{l.Title().In(in), l.Caption(in)}
	for _, c := range l.Panel() {
		said = append(said, c.Label.In(in), c.Say(in))
	}
	for _, f := range l.Facts() {
		said = append(said, f.Label.In(in), f.Say(in))
	}
	for _, v := range l.Views() {
		for _, p := range v.Pictures(in) {
			said = append(said, p.Say(in))
		}
	}
	return strings.Join(said, "\n")
}

// state is all that a lab shows.
func state(l lab.Lab) string { return words(l, lang.KO) + coloured(l, 76, 22) }

// eachState calls f with a lab in every combination of its views, choices and
// toggles, up to a number of them.
func eachState(t *testing.T, id string, f func(name string, l lab.Lab)) {
	t.Helper()
	const most = 40
	scenes := []string{""}
	add := func(name string, values []string) {
		var next []string
		for _, s := range scenes {
			for _, v := range values {
				next = append(next, s+" "+name+"="+v)
			}
		}
		scenes = next
	}
	first := newLab(t, id)
	if views := first.Views(); len(views) > 1 {
		var ids []string
		for _, v := range views {
			ids = append(ids, v.ID)
		}
		add("view", ids)
	}
	for _, c := range first.Panel() {
		var values []string
		for _, o := range c.Options {
			values = append(values, o.Name)
		}
		if c.Kind == lab.Toggle {
			values = []string{"off", "on"}
		}
		if len(values) > 0 && len(scenes)*len(values) <= most {
			add(c.ID, values)
		}
	}
	for _, s := range scenes {
		l := newLab(t, id)
		for setting := range strings.FieldsSeq(s) {
			control, value, _ := strings.Cut(setting, "=")
			if control == "view" && len(first.Views()) > 1 {
				lab.Look(l, value)
				continue
			}
			if c, ok := l.Panel().Find(control); ok && c.On() {
				v, err := c.Parse(value)
				if err != nil {
					t.Fatal(err)
				}
				c.Set(v)
			}
		}
		f(id+s, l)
	}
}

// each runs a test for every lab.
func each(t *testing.T, test func(t *testing.T, id string)) {
	t.Helper()
	for _, id := range labs.IDs() {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			test(t, id)
		})
	}
}

// advance takes a lab that runs a number of strides on.
func advance(l lab.Lab, strides int) {
	if r, ok := l.(lab.Runner); ok {
		for range strides {
			if !r.Advance(nn.ByBatch, func() bool { return true }) {
				return
			}
		}
	}
}

func TestEveryLabDrawsOnEverySize(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{
		{1, 1},
		{28, 8},
		{29, 9},
		{33, 30},
		{40, 10},
		{43, 16},
		{46, 14},
		{54, 18},
		{60, 24},
		{68, 13},
		{76, 12},
		{90, 10},
		{116, 28},
		{160, 50},
	}
	each(t, func(t *testing.T, id string) {
		t.Helper()
		eachState(t, id, func(name string, l lab.Lab) {
			for _, in := range lang.All() {
				for _, s := range sizes {
					lines := strings.Split(picture(l, s[0], s[1], in), "\n")
					if len(lines) != s[1] || ansi.StringWidth(lines[0]) != s[0] {
						t.Fatalf("%s: %d lines of %d cells on %v", name, len(lines), ansi.StringWidth(lines[0]), s)
					}
					drawn := strings.Join(lines, "\n")
					if broken(drawn) || s[0] >= 28 && len(strings.Fields(drawn)) < 4 {
						t.Fatalf("%s on %v in %s:\n%s", name, s, in, drawn)
					}
				}
			}
		})
	})
}

// broken looks for what a format leaves where it was given the wrong thing.
func broken(text string) bool { return strings.Contains(text, "%!") || strings.Contains(text, "NaN") }

// graphics are the signs that a screen reader cannot say: box drawing, blocks,
// shapes and braille.
var graphics = regexp.MustCompile(`[\x{2500}-\x{25FF}\x{2800}-\x{28FF}]`)

func TestEveryLabSaysWhatItShows(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		eachState(t, id, func(name string, l lab.Lab) {
			for _, in := range lang.All() {
				said, caption := words(l, in), l.Caption(in)
				if broken(said) || strings.ContainsAny(said, "!") {
					t.Errorf("%s in %s says %s", name, in, said)
				}
				if sign := graphics.FindString(said); sign != "" {
					t.Errorf("%s in %s says %q", name, in, sign)
				}
				if n := ansi.StringWidth(caption); n == 0 || n > 106 {
					t.Errorf("%s in %s: a caption of %d cells: %s", name, in, n, caption)
				}
			}
		})
	})
}

func TestEveryFactIsNamedOnce(t *testing.T) {
	t.Parallel()
	id := regexp.MustCompile(`^[a-z][a-z0-9.-]*$`)
	each(t, func(t *testing.T, name string) {
		t.Helper()
		eachState(t, name, func(name string, l lab.Lab) {
			seen := map[string]bool{}
			for _, f := range l.Facts() {
				if !id.MatchString(f.ID) || seen[f.ID] || f.Label.KO == "" || f.Label.EN == "" {
					t.Errorf("%s: fact %q twice, or named badly", name, f.ID)
				}
				if f.Known && (math.IsNaN(f.Value) || math.IsInf(f.Value, 0)) {
					t.Errorf("%s: %s is known to be %v", name, f.ID, f.Value)
				}
				seen[f.ID] = true
			}
		})
	})
}

// TestNothingBreaksALab sets controls to all kinds of values in all kinds of
// order, and wants the start back after a reset.
func TestNothingBreaksALab(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		want, l := state(newLab(t, id)), newLab(t, id)
		r := rand.New(rand.NewPCG(2, 2))
		for i := range 300 {
			panel := l.Panel()
			c := panel[r.IntN(len(panel))]
			lo, hi := c.Range()
			c.Set([]float64{-1e9, 1e9, math.NaN(), math.Inf(1), math.Inf(-1), lo + (hi-lo)*r.Float64()}[r.IntN(6)])
			if i%50 == 0 {
				lab.NextView(l)
				advance(l, 3)
				coloured(l, 52, 20)
			}
			for _, c := range l.Panel() {
				if lo, hi := c.Range(); c.Kind != lab.Text && c.On() && !(c.Value() >= lo && c.Value() <= hi) {
					t.Fatalf("%s is %v, not from %v to %v", c.ID, c.Value(), lo, hi)
				}
			}
		}
		l.Panel().Set("no such control", 1)
		lab.Reset(l, 1)
		if got := state(l); got != want {
			t.Errorf("after a reset:\n%s\nwant\n%s", got, want)
		}
	})
}

// TestEveryControlShows changes every control that matters, in every state, and
// wants to see it.
func TestEveryControlShows(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		eachState(t, id, func(name string, l lab.Lab) {
			before := coloured(l, 60, 24)
			began := l.Clone() // what a setting of a run does shows when that goes on
			advance(began, 3)
			after := coloured(began, 60, 24)
			for i, c := range l.Panel() {
				if !c.On() || c.Kind == lab.Text || namesWhatIsThere(c) {
					continue
				}
				lo, hi := c.Range()
				changed := false
				for _, v := range []float64{lo, hi, (lo + hi) / 2, c.Value() + c.Small} {
					other := l.Clone()
					other.Panel()[i].Set(v)
					if changed = changed || coloured(other, 60, 24) != before; !changed {
						advance(other, 3)
						changed = coloured(other, 60, 24) != after
					}
				}
				if !changed {
					t.Errorf("%s: %s changes nothing", name, c.ID)
				}
			}
			if coloured(l, 60, 24) != before {
				t.Errorf("%s: a change of a clone shows", name)
			}
		})
	})
}

// namesWhatIsThere is for the choice whose last option is the name of whatever
// numbers stand there.
func namesWhatIsThere(c *lab.Control) bool {
	n := len(c.Options)
	return n > 0 && c.Options[n-1].Name == "own"
}
