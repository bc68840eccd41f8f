//go:build unix

package e2e_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// colours counts the colours in a piece of output by how they are named.
type colours struct{ sixteen, palette, direct int }

func coloursOf(raw []byte) (c colours) {
	for _, m := range regexp.MustCompile(`\x1b\[([\d;:]*)m`).FindAllSubmatch(raw, -1) {
		parameters := strings.FieldsFunc(string(m[1]), func(r rune) bool { return r == ';' || r == ':' })
		for i := 0; i < len(parameters); i++ {
			n, _ := strconv.Atoi(parameters[i])
			switch {
			case (n == 38 || n == 48) && i+1 < len(parameters) && parameters[i+1] == "5":
				c.palette++
				i += 2
			case n == 38 || n == 48:
				c.direct++
				i += 4
			case n >= 30 && n <= 37, n >= 40 && n <= 47, n >= 90 && n <= 107:
				c.sixteen++
			}
		}
	}
	return c
}

// TestColoursAreThoseOfTheTerminal looks at what is written for every depth
// of colours. The screens are the same.
func TestColoursAreThoseOfTheTerminal(t *testing.T) {
	t.Parallel()
	for name, depth := range map[string]struct {
		env  []string
		fits func(colours) bool
	}{
		"NO_COLOR": {[]string{"NO_COLOR=1"}, func(c colours) bool { return c == colours{} }},
		"dumb":     {[]string{"TERM=dumb", "COLORTERM="}, func(c colours) bool { return c == colours{} }},
		"16":       {[]string{"TERM=xterm", "COLORTERM="}, func(c colours) bool { return c.sixteen > 0 && c.palette+c.direct == 0 }},
		"256":      {[]string{"TERM=xterm-256color", "COLORTERM="}, func(c colours) bool { return c.palette > 0 && c.direct == 0 }},
		"true":     {[]string{"TERM=xterm-256color", "COLORTERM=truecolor"}, func(c colours) bool { return c.direct > 0 && c.palette == 0 }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := setting{env: depth.env}.open(t).Expect("차례", "▸ 01")
			l.choose("04").Press("Enter").Expect("퍼셉트론", "1/22")
			l.Press("Tab", "Right").Press("Tab").Press("]", "]", "]").Expect("4/22") // the field of a gate
			l.Press("Esc").Expect("읽은 쪽")
			l.choose("★").Press("Enter").Expect("practice-1").Press("Enter").Expect("[ 채점 ^G ]")
			l.Type("0.523").Press("Enter").Type("1.284").Press("Enter").Expect("✗ 가중치", "≈ 전치한")
			l.Press("Ctrl+C").Exits(0).requireRestored()
			if c := coloursOf(l.term.Raw()); !depth.fits(c) {
				t.Errorf("written: %d of the sixteen colours, %d of the palette, %d direct", c.sixteen, c.palette, c.direct)
			}
		})
	}
}
