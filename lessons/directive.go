package lessons

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"hakseup/lessons/lang"
)

// directive is <!-- name: args -->.
type directive struct {
	name, args string
	at         int
}

var (
	comment       = regexp.MustCompile(`(?s)^\s*<!--(.*?)-->(.*)$`)
	directiveBody = regexp.MustCompile(`(?s)^\s*([a-zA-Z]+)\s*:\s*(.*?)\s*$`)
	pairPattern   = regexp.MustCompile(`^([a-zA-Z][a-zA-Z0-9_-]*)=([^=]+)$`)
)

// directive reads a comment. The name is the whole comment when it is not of
// the form "name: args".
func (d *document) directive(n ast.Node) (directive, bool) {
	html, ok := n.(*ast.HTMLBlock)
	if !ok || html.HTMLBlockType != ast.HTMLBlockType2 {
		return directive{}, false
	}
	text := d.nodeLines(html)
	if html.HasClosure() {
		text += string(html.ClosureLine.Value(d.src))
	}
	dir := directive{at: position(n)}
	m := comment.FindStringSubmatch(text)
	if m == nil {
		d.fail(dir.at, BadDirective, lang.T("<!-- 가 -->로 닫히지 않았어요.", "This <!-- is never closed by -->."))
		return dir, false
	}
	if strings.TrimSpace(m[2]) != "" {
		d.fail(dir.at, BadDirective, lang.T("지시문 뒤의 글은 다음 줄로 옮기세요.", "Move the text after the directive to the next line."))
	}
	body := directiveBody.FindStringSubmatch(m[1])
	if body == nil {
		dir.name = strings.TrimSpace(m[1])
		return dir, true
	}
	dir.name, dir.args = body[1], body[2]
	return dir, true
}

// pairs reads "name=value" fields. A name must not come twice.
func (d *document) pairs(at int, fields []string) [][2]string {
	var out [][2]string
	seen := map[string]bool{}
	for _, f := range fields {
		m := pairPattern.FindStringSubmatch(f)
		if m == nil || seen[m[1]] {
			d.fail(at, BadDirective, lang.Sprintf(
				"%q를 읽을 수 없어요. 이름=값을 빈칸 없이 한 번씩만 적으세요.",
				"Cannot read %q: write name=value without spaces, each name once.", f))
			continue
		}
		seen[m[1]] = true
		out = append(out, [2]string{m[1], m[2]})
	}
	return out
}
