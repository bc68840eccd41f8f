package lang

import "testing"

func TestLatin(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"ㅌ^2 ㅇㅣ/ㅇㄹ": "x^2 dl/df", "뉴": "sb", "값": "rkqt", "ㅘ": "hk", "ㅄ": "qt", "의": "dml", "ㅃㅉㄸㄲㅆㅒㅖ": "QWERTOP",
		"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ": "qwertyuiopasdfghjklzxcvbnm",
		"x = 2": "x = 2", "": "", "뷁": "qnpfr",
	} {
		if got := Latin(typed); got != want {
			t.Errorf("Latin(%q) = %q, want %q", typed, got, want)
		}
	}
}
