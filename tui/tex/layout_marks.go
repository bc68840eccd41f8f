package tex

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// layOutAccent sets a mark on the letter, or in a row of its own.
func layOutAccent(n accent, s style) box {
	body := layOut(n.body, s)
	if text, ok := combine(n); ok {
		return textBox(text)
	}
	width := max(body.width, 1)
	row := n.mark.row
	switch {
	case n.mark.end == "":
		row = strings.Repeat(row, width)
	case row == " ": // centred
		row = n.mark.end
	default:
		row = strings.Repeat(row, width-1) + n.mark.end
	}
	if n.mark.under {
		b := above(centred, 0, body, textBox(row))
		b.up, b.down = body.up, body.down
		return b
	}
	b := above(centred, 1, textBox(row), body)
	b.up, b.down = body.up, body.down
	return b
}

// combine joins an accent with its letter, where the letter is one cell wide
// and the mark exists.
func combine(n accent) (string, bool) {
	a, ok := n.body.single()
	if !ok || n.mark.combining == "" || a.scripted() {
		return "", false
	}
	letter := ""
	switch inside := a.nucleus.(type) {
	case glyph:
		letter = inside.text
	case accent:
		if letter, ok = combine(inside); !ok {
			return "", false
		}
	}
	if ansi.StringWidth(letter) != 1 {
		return "", false
	}
	// D2Coding has the ready-made letters of Europe's languages, such as ŷ, but
	// not those beyond, such as ẋ.
	exotic := func(r rune) bool { return r >= 0x180 }
	if whole := norm.NFC.String(letter + n.mark.combining); !strings.ContainsFunc(whole, exotic) {
		return whole, true
	}
	return letter + n.mark.combining, true
}

// layOutBrace sets a list over or under a brace with its label.
func layOutBrace(n brace, s style) box {
	body := layOut(n.body, s)
	label := layOut(n.label, s)
	tips := [3]string{"╰", "┬", "╯"}
	if n.over {
		tips = [3]string{"╭", "┴", "╮"}
	}
	arms := max(body.width, 1)
	line := tips[1]
	switch {
	case arms == 2:
		line = tips[0] + tips[2]
	case arms > 2:
		half := (arms - 1) / 2
		line = tips[0] + strings.Repeat("─", half-1) + tips[1] + strings.Repeat("─", arms-2-half) + tips[2]
	}
	var b box
	switch {
	case n.over && n.label == nil:
		b = above(centred, 1, textBox(line), body)
	case n.over:
		b = above(centred, 2, label, textBox(line), body)
	case n.label == nil:
		b = above(centred, 0, body, textBox(line))
	default:
		b = above(centred, 0, body, textBox(line), label)
	}
	return b
}
