package tex

import "strings"

// The raised and lowered characters of Unicode that D2Coding can show: it
// lacks the lowered j. Nothing writes to these maps after the package is
// loaded.
var (
	raised = pairs("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾" +
		"aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻTᵀ⊤ᵀ′′**∘°°°")
	lowered = pairs("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎" +
		"aₐeₑhₕiᵢkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ")
)

// pairs reads a string in which every second character is the script form of
// the one before it.
func pairs(s string) map[rune]rune {
	runes := []rune(s)
	m := make(map[rune]rune, len(runes)/2)
	for i := 0; i+1 < len(runes); i += 2 {
		m[runes[i]] = runes[i+1]
	}
	return m
}

// inScript writes a list in raised or lowered characters. It is not ok when
// one of them does not exist, or when the list is more than a run of plain
// symbols.
func inScript(l list, forms map[rune]rune) (string, bool) {
	var b strings.Builder
	write := func(s string) bool {
		for _, r := range s {
			form, ok := forms[r]
			if !ok {
				return false
			}
			b.WriteRune(form)
		}
		return true
	}
	for _, a := range l {
		if a.scripted() {
			return "", false
		}
		switch n := a.nucleus.(type) {
		case glyph:
			if !write(n.text) {
				return "", false
			}
		case group:
			s, ok := inScript(n.body, forms)
			if !ok {
				return "", false
			}
			b.WriteString(s)
		case fence:
			s, ok := inScript(n.body, forms)
			if !ok || !write(n.left) {
				return "", false
			}
			b.WriteString(s)
			if !write(n.right) {
				return "", false
			}
		case space:
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}
