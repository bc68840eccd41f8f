package tui

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/nn"
)

// TestTheCodeOfALectureIsRead opens the engine from a page, turns to the next file
// and goes back.
func TestTheCodeOfALectureIsRead(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "06-softmax-loss"})
	d.press("i").expect("nn/loss.go", "func Softmax(", "1/3", "지수함수 다시 보기")
	d.press("Tab").expect("nn/activation.go", "2/3")
	d.press("Left Left").expect("nn/gradient.go", "3/3")
	d.press("Esc").expect("1/21", "실험")
	d.press("Tab i").expect("nn/loss.go")
	d.press("i").expect("실험")
}

// TestCodeStaysCode wraps and paints every file that a lecture names: it is still
// the same program, in lines that fit.
func TestCodeStaysCode(t *testing.T) {
	t.Parallel()
	s := open(t, 120, 36, Options{}).app.session
	for _, e := range s.course.Entries() {
		if !e.Written {
			continue
		}
		for _, name := range s.lecture(e.Slug).Code {
			src, err := nn.Source(name)
			if err != nil {
				t.Errorf("lecture %02d: %v", e.Number, err)
				continue
			}
			narrow := narrowComments(src, 60)
			if _, err := parser.ParseFile(token.NewFileSet(), name, narrow, parser.AllErrors); err != nil {
				t.Error(err)
			}
			var shown []string
			for _, l := range s.paintGo(narrow) {
				shown = append(shown, strings.ReplaceAll(ansi.Strip(l.Text), tab, "\t"))
			}
			if got := strings.Join(shown, "\n") + "\n"; got != strings.ReplaceAll(narrow, tab, "\t") {
				t.Errorf("%s is not shown as it is", name)
			}
			bare := strings.NewReplacer("//", "", " ", "", "\n", "", "\t", "")
			if bare.Replace(narrow) != bare.Replace(src) {
				t.Errorf("%s says something else when its comments are wrapped", name)
			}
		}
	}
}
