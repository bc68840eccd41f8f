package lang

import "unicode/utf8"

// Particle returns s with the form of a Korean particle that fits its end:
// closed after a final consonant (은, 을, 이에요, 으로), open after a vowel
// (는, 를, 예요, 로). Digits count as they are read, 0.5 as 영점오, and so do
// the letters l, m and n, 엘, 엠, 엔. After ㄹ the particle 으로 is 로. What ends
// in anything else is taken to end in a vowel.
func Particle(s, closed, open string) string {
	switch last := finalConsonant(s); {
	case last == 0, last == rieul && closed == "으로":
		return s + open
	}
	return s + closed
}

// The numbers of the final consonants ㄴ, ㄹ and ㅁ in a Hangul syllable.
const (
	nieun = 4
	rieul = 8
	mieum = 16
)

// finalConsonant returns the number of the consonant that ends s, 0 for none.
func finalConsonant(s string) int {
	r, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case '가' <= r && r <= '힣':
		return int(r-'가') % 28
	case '0' <= r && r <= '9':
		// 영 일 이 삼 사 오 육 칠 팔 구
		return [...]int{21, rieul, 0, 16, 0, 0, 1, rieul, rieul, 0}[r-'0']
	case r == 'l' || r == 'L':
		return rieul
	case r == 'm' || r == 'M':
		return mieum
	case r == 'n' || r == 'N':
		return nieun
	}
	return 0
}
