package cli

import (
	"bytes"
	"strings"
	"testing"
)

// TestWithoutATerminalTheContentsAreSaid holds that what goes to no terminal is
// the course in words, and a lecture whole where nothing can be typed.
func TestWithoutATerminalTheContentsAreSaid(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "6. 소프트맥스와 손실 함수"},
		{[]string{"--plain", "--lang", "en"}, "The contents."},
		{[]string{"--plain", "06"}, "1쪽: 지수함수 다시 보기"},
	} {
		var out, errs bytes.Buffer
		if code := Main(append(tt.args, "--data", t.TempDir()), &out, &errs); code != exitOK {
			t.Errorf("%v ends with %d: %s", tt.args, code, &errs)
		}
		if !strings.Contains(out.String(), tt.want) || strings.ContainsAny(out.String(), "\x1b─│") {
			t.Errorf("%v says\n%s", tt.args, &out)
		}
	}
}
