//go:build unix

package e2e_test

import (
	"fmt"
	"testing"
	"time"

	"hakseup/tui/e2e/terminal"
)

// TestALiveResizeDrawsAsAFreshStart drags the window through every kind of
// layout. What is shown must be what the program shows when it is started in
// a window of that size, with nothing of the old size left over.
func TestALiveResizeDrawsAsAFreshStart(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{
		{40, 12}, {200, 60}, {60, 20}, {39, 30}, {116, 24}, {115, 36}, {30, 8}, {80, 24}, {160, 16}, {52, 60}, {120, 36},
	}
	for name, screen := range map[string]struct {
		args []string
		keys []string
		has  []string // what is on it once all keys have acted and the progress is known
	}{
		"home":     {nil, nil, []string{"01"}},
		"lecture":  {[]string{"06"}, []string{"]", "]"}, []string{"3/21 ●●●○○○○○○○○○○○○○○○○○○"}},
		"lab":      {[]string{"06"}, []string{"End", "[", "Tab"}, []string{"20/21 ●○○○○○○○○○○○○○○○○○○●●", "▸ w₁₁"}},
		"exercise": {[]string{"06"}, []string{"End", "[", "[", "e"}, []string{"강의 자료 숫자"}},
		"help":     {[]string{"02"}, []string{"?"}, []string{"이 화면"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			open := func(w, h int) *learner {
				l := drive(t, w, h, screen.args...)
				if w < 40 || h < 12 {
					return l.Expect("너무 작아요")
				}
				l.Expect("도움말")
				return l.Press(screen.keys...).Expect(screen.has...)
			}
			live := open(100, 30)
			for _, size := range sizes {
				w, h := size[0], size[1]
				live.Resize(w, h)
				if w < 40 || h < 12 {
					live.Expect("너무 작아요", fmt.Sprintf("가로 %d, 세로 %d", w, h), "가로 40, 세로 12")
					continue
				}
				fresh := open(w, h).term.Settled(500 * time.Millisecond) // with what is known of the progress
				live.until(fmt.Sprintf("it shows at %dx%d what a fresh start does:\n%s", w, h, fresh), func(s terminal.Screen) bool {
					return s.String() == fresh.String()
				})
			}
		})
	}
}
