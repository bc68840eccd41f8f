//go:build unix

package e2e_test

import "testing"

// TestTheDoctorShowsTheTerminal opens the doctor, presses keys and clicks.
func TestTheDoctorShowsTheTerminal(t *testing.T) {
	t.Parallel()
	l := setting{width: 80, height: 24, args: []string{"doctor"}, background: "rgb:ffff/ffff/ffff"}.open(t)
	l.Expect("TERM=xterm-256color", "24비트 색", "80 × 24", "밝은 배경", "▀▄▀▄", "가나다라마바사아자차|", " ms")
	l.Press("Up").Expect(`"up"`).ClickAt(3, 4).Expect("(4, 5)").Type("뉴").Expect(`"뉴"`)
	l.Press("q").Exits(0).requireRestored()
}
