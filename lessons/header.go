package lessons

import (
	"regexp"
	"strings"

	"hakseup/lessons/lang"
)

// header is the front matter of a lesson file.
type header struct {
	title, summary string
	code           []string
}

var headerLine = regexp.MustCompile(`^([a-z]+):\s*(.*?)\s*$`)

// frontMatter reads the "key: value" lines between the two "---" at the top
// of a file. It returns the number of lines that they take.
func frontMatter(file, src string) (header, int, Errors) {
	var (
		h    header
		errs Errors
	)
	fail := func(line int, text lang.Text) {
		errs = append(errs, &Error{File: file, Line: line, Fault: BadFrontMatter, Text: text})
	}
	rest, ok := strings.CutPrefix(src, "---\n")
	if !ok {
		fail(1, lang.T("파일은 --- 줄로 시작하고, title과 summary를 적은 뒤 ---로 닫아야 해요.",
			"A file begins with a line ---, then title and summary, then --- again."))
		return h, 0, errs
	}
	line := 1
	for text := range strings.Lines(rest) {
		line++
		text = strings.TrimRight(text, " \n")
		if text == "---" {
			if h.title == "" || h.summary == "" {
				fail(line, lang.T("머리말에 title과 summary가 모두 있어야 해요.", "The front matter needs both a title and a summary."))
			}
			return h, line, errs
		}
		m := headerLine.FindStringSubmatch(text)
		switch {
		case m != nil && m[1] == "title":
			h.title = m[2]
		case m != nil && m[1] == "summary":
			h.summary = m[2]
		case m != nil && m[1] == "code":
			h.code = strings.Fields(m[2])
		case text != "":
			fail(line, lang.Sprintf("머리말의 줄 %q를 알 수 없어요: title: …, summary: …, code: …만 쓸 수 있어요.",
				"Unknown line %q in the front matter: only title: …, summary: … and code: … are known.", text))
		}
	}
	fail(1, lang.T("머리말이 --- 줄로 닫히지 않았어요.", "The front matter is not closed by a line ---."))
	return h, line, errs
}
