package lang

import "strings"

// Latin returns the letters on the keys with which a text was typed while the
// Korean two-set keyboard (두벌식) was in Hangul mode: ㅌ is x, 뉴 is sb. All
// else stays.
func Latin(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case '가' <= r && r <= '힣':
			n := int(r - '가')
			b.WriteString(initialKeys()[n/(21*28)] + vowelKeys()[n/28%21] + finalKeys()[n%28])
		case 'ㅏ' <= r && r <= 'ㅣ':
			b.WriteString(vowelKeys()[r-'ㅏ'])
		case 'ㄱ' <= r && r <= 'ㅎ':
			b.WriteString(consonantKeys()[r-'ㄱ'])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// The keys, in the order of the code points.

func initialKeys() [19]string {
	return [19]string{"r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"}
}

func vowelKeys() [21]string {
	return [21]string{"k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"}
}

func finalKeys() [28]string {
	return [28]string{"", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"}
}

func consonantKeys() [30]string {
	return [30]string{
		"r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt",
		"t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
	}
}
