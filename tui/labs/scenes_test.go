package labs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
)

// TestSlotsHoldTheControls wants a line for every control that matters, in
// every state.
func TestSlotsHoldTheControls(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		slots := lab.Slots(newLab(t, id))
		eachState(t, id, func(name string, l lab.Lab) {
			panel := lab.Controls(l)
			shown := map[string]bool{}
			for _, s := range slots {
				shown[s.Of(panel).ID] = true
			}
			for _, c := range panel {
				if c.On() && !shown[c.ID] {
					t.Errorf("%s: there is no line for %s", name, c.ID)
				}
			}
		})
	})
}

// scenes lists every scene of the course.
func scenes(t *testing.T) []lessons.Page {
	t.Helper()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	var pages []lessons.Page
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		for _, in := range lang.All() {
			lecture, err := course.Lecture(e.Slug, in)
			if err != nil {
				t.Fatal(err)
			}
			pages = append(pages, lecture.Pages...)
		}
	}
	return pages
}

func TestEverySceneFitsItsLab(t *testing.T) {
	t.Parallel()
	for _, page := range scenes(t) {
		l, ok := labs.New(page.Scene.Lab)
		if !ok {
			t.Errorf("%s:%d: there is no lab %q", page.File, page.Scene.Line, page.Scene.Lab)
			continue
		}
		if err := lab.Apply(l, page.Scene.Settings); err != nil {
			t.Errorf("%s:%d: %v", page.File, page.Scene.Line, err)
		}
	}
}

// TestPicturesStay wants the same picture, of the same height, whatever the
// sliders of a scene stand at, in panes as they are on common screens: else it
// would jump while they are moved.
func TestPicturesStay(t *testing.T) {
	t.Parallel()
	for _, page := range scenes(t) {
		l, _ := labs.New(page.Scene.Lab)
		if err := lab.Apply(l, page.Scene.Settings); err != nil {
			t.Fatal(err)
		}
		for _, in := range lang.All() {
			want := chosen(l, in)
			for i, c := range l.Panel() {
				if c.Kind != lab.Slider || !c.On() {
					continue
				}
				lo, hi := c.Range()
				for _, v := range []float64{lo, hi, (lo + hi) / 2} {
					other := l.Clone()
					other.Panel()[i].Set(v)
					if got := chosen(other, in); got != want {
						t.Errorf("%s:%d: with %s=%v the pictures are %s, before %s", page.File, page.Scene.Line, c.ID, v, got, want)
					}
				}
			}
		}
	}
}

// chosen says which of its pictures a lab shows in panes of several sizes, and
// how many rows these need.
func chosen(l lab.Lab, in lang.Lang) string {
	var out []string
	pictures := lab.Seen(l).Pictures(in)
	for _, w := range []int{36, 54, 63, 76, 116} {
		for _, h := range []int{8, 15, 22, 28} {
			i := slices.IndexFunc(pictures, func(b lab.Block) bool {
				n := b.Need()
				return n.W <= w && n.H <= h
			})
			out = append(out, fmt.Sprint(i))
		}
	}
	for _, p := range pictures {
		out = append(out, fmt.Sprint(p.Need().H))
	}
	return strings.Join(out, " ")
}
