package lessons

import (
	"regexp"
	"slices"
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
	fieldPattern  = regexp.MustCompile(`^[^\s"]*("[^"]*"|[^\s"]*)(\s+|$)`)
	pairPattern   = regexp.MustCompile(`^([a-zA-Z][a-zA-Z0-9_-]*)=(?:"([^"]+)"|([^="]+))$`)
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

// fields cuts what stands in a directive at its spaces, except between double
// quotes.
func fields(args string) []string {
	var out []string
	for args = strings.TrimSpace(args); args != ""; {
		field := fieldPattern.FindString(args)
		if field == "" { // a quote that is never closed
			return append(out, args)
		}
		out = append(out, strings.TrimSpace(field))
		args = args[len(field):]
	}
	return out
}

// pairs reads fields of the form name=value, with quotes around a value that
// has spaces. A name must not come twice.
func (d *document) pairs(at int, fields []string) [][2]string {
	var out [][2]string
	seen := map[string]bool{}
	for _, f := range fields {
		m := pairPattern.FindStringSubmatch(f)
		if m == nil || seen[m[1]] {
			d.fail(at, BadDirective, lang.Sprintf(
				"%q를 읽을 수 없어요. 이름=값을 한 번씩만 적고, 빈칸이 든 값은 큰따옴표로 감싸세요.",
				"Cannot read %q: write name=value, each name once, with double quotes around a value that has spaces.", f))
			continue
		}
		seen[m[1]] = true
		out = append(out, [2]string{m[1], m[2] + m[3]})
	}
	return out
}

// settings reads what a scene or a way through a lab is made of.
func (d *document) settings(at int, fields []string) []Setting {
	var out []Setting
	for _, pair := range d.pairs(at, fields) {
		out = append(out, Setting{Control: pair[0], Value: pair[1]})
	}
	return out
}

// named reads the fields of a directive that takes no others than these.
func (d *document) named(dir directive, fields []string, known ...string) map[string]string {
	args := map[string]string{}
	for _, pair := range d.pairs(dir.at, fields) {
		args[pair[0]] = pair[1]
		if !slices.Contains(known, pair[0]) {
			d.fail(dir.at, BadDirective, lang.Sprintf(
				"%[1]s에 %[3]s: 쓸 수 있는 것은 %[2]s예요.",
				"A %[1]s directive takes %[2]s, not %[3]s.", dir.name, strings.Join(known, ", "), pair[0]))
		}
	}
	return args
}
