package answer

import (
	"strings"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
)

// TestEveryMistakeHasItsSentence of its own.
func TestEveryMistakeHasItsSentence(t *testing.T) {
	t.Parallel()
	said := map[lang.Text]formula.Mistake{}
	for m := formula.Empty; m <= formula.TooLarge; m++ {
		text := say(&formula.Error{Mistake: m}, "§")
		if before, ok := said[text]; ok || text.KO == "" || text.EN == "" || strings.Contains(text.KO+text.EN, "%") {
			t.Errorf("mistake %d says %v, as %d does", m, text, before)
		}
		said[text] = m
	}
}
