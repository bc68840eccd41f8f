package tui

import (
	"testing"
)

// TestSearchOpensWhatItFinds goes from the contents to everything that two words
// find, and back.
func TestSearchOpensWhatItFinds(t *testing.T) {
	t.Parallel()
	for _, query := range []string{"softm", "ㅅㅍㅌ", "교차"} {
		d := open(t, 120, 36, Options{}).press("/").press(query)
		f, ok := d.app.top().(*finder)
		if !ok || len(f.found) == 0 {
			t.Fatalf("%s: nothing is found", query)
		}
		for i, e := range f.found {
			f.selected = i
			d.press("Enter")
			if l, ok := d.app.top().(*lecture); ok && (l.slug != e.Lecture || l.current().ID != e.Page) {
				t.Errorf("%s: %+v opens %s %s", query, e, l.slug, l.current().ID)
			}
			if d.app.top() == Screen(f) {
				t.Errorf("%s: %+v was not opened", query, e)
				continue
			}
			d.press("Esc").expect("찾기")
		}
	}
}
