package lessons

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"hakseup/lessons/lang"
)

// parseLecture reads a lesson file. The error is of type Errors.
func parseLecture(file string, src []byte) (*Lecture, error) {
	text := normalize(src)
	head, lines, errs := frontMatter(file, text)
	body := strings.Join(strings.SplitAfter(text, "\n")[lines:], "")
	p := &pager{document: parseDocument(file, body, lines), predicts: map[string]bool{}}
	p.errs = errs
	p.run()
	if err := p.err(); err != nil {
		return nil, err
	}
	return &Lecture{Title: head.title, Summary: head.summary, Pages: p.pages}, nil
}

// pager deals the blocks of a document to pages.
type pager struct {
	*document
	pages    []Page
	predicts map[string]bool // ids that were used
}

func (p *pager) run() {
	var nodes []ast.Node
	at := 0
	for n := p.root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindThematicBreak {
			p.page(at, nodes)
			nodes, at = nil, position(n)
			continue
		}
		nodes = append(nodes, n)
	}
	p.page(at, nodes)
}

// page reads one page: its title, its scene, its blocks.
func (p *pager) page(at int, nodes []ast.Node) {
	if len(nodes) > 0 {
		at = position(nodes[0])
	}
	title, ok := p.title(nodes)
	if !ok {
		p.fail(at, NoTitle, lang.T("쪽은 # 제목으로 시작해야 해요.", "A page has to begin with a # title."))
	} else {
		nodes = nodes[1:]
	}
	page := Page{Title: title, File: p.file, Line: p.line(at)}
	if page.Scene, ok = p.scene(nodes); ok {
		nodes = nodes[1:]
	} else {
		p.fail(at, NoScene, lang.T(
			"제목 바로 아래에 <!-- lab: 이름 … -->이 있어야 해요.",
			"A page needs <!-- lab: name … --> right below its title."))
	}
	page.Blocks = p.body(nodes)
	p.pages = append(p.pages, page)
}

func (p *pager) title(nodes []ast.Node) (string, bool) {
	if len(nodes) == 0 {
		return "", false
	}
	h, ok := nodes[0].(*ast.Heading)
	if !ok || h.Level != 1 {
		return "", false
	}
	var b strings.Builder
	for _, s := range p.spans(h) {
		if s.Style == Math {
			p.fail(position(h), NoTitle, lang.T("제목에는 수식을 쓸 수 없어요.", "A title cannot hold a formula."))
		}
		b.WriteString(s.Text)
	}
	return b.String(), b.Len() > 0
}

func (p *pager) scene(nodes []ast.Node) (Scene, bool) {
	if len(nodes) == 0 {
		return Scene{}, false
	}
	dir, ok := p.directive(nodes[0])
	if !ok || dir.name != "lab" {
		return Scene{}, false
	}
	fields := strings.Fields(dir.args)
	if len(fields) == 0 {
		p.fail(dir.at, BadDirective, lang.T("lab 뒤에 실험의 이름이 있어야 해요.", "The lab directive needs the name of a lab."))
		return Scene{}, true
	}
	scene := Scene{Lab: fields[0], Line: p.line(dir.at)}
	for _, pair := range p.pairs(dir.at, fields[1:]) {
		scene.Settings = append(scene.Settings, Setting{Control: pair[0], Value: pair[1]})
	}
	return scene, true
}

// body reads what is below a page's scene.
func (p *pager) body(nodes []ast.Node) []Block {
	var out []Block
	for i := 0; i < len(nodes); i++ {
		if dir, ok := p.directive(nodes[i]); ok {
			var b Block
			switch dir.name {
			case "predict":
				var next ast.Node
				if i+1 < len(nodes) {
					next = nodes[i+1]
				}
				if quote, ok := next.(*ast.Blockquote); ok {
					b = p.predict(dir, quote)
					i++
				} else {
					p.fail(dir.at, BadPredict, lang.T(
						"predict 지시문 바로 뒤에 > [!PREDICT] 질문이 와야 해요.",
						"A predict directive has to be followed by a > [!PREDICT] question."))
				}
			default:
				b = p.other(dir)
			}
			if b != nil {
				out = append(out, b)
			}
			continue
		}
		if b := p.block(nodes[i]); b != nil {
			out = append(out, b)
		}
	}
	return out
}

// other reads the directives that stand alone below the scene.
func (p *pager) other(dir directive) Block {
	switch dir.name {
	case "exercise":
		if len(strings.Fields(dir.args)) != 1 {
			p.fail(dir.at, BadDirective, lang.T(
				"exercise 뒤에 문제의 이름 하나가 있어야 해요: 06/softmax.",
				"The exercise directive needs one name, such as 06/softmax."))
			return nil
		}
		return &ExerciseRef{ID: dir.args, Line: p.line(dir.at)}
	case "lab":
		p.fail(dir.at, MisplacedDirective, lang.T(
			"lab 지시문은 쪽마다 하나, 제목 바로 아래에만 쓸 수 있어요.",
			"A page has one lab directive, right below its title."))
	default:
		p.fail(dir.at, UnknownDirective, lang.Sprintf(
			"%q라는 지시문은 없어요. lab, predict, exercise만 쓸 수 있어요.",
			"There is no directive %q: only lab, predict and exercise.", dir.name))
	}
	return nil
}

// predict reads a question and its options.
func (p *pager) predict(dir directive, quote *ast.Blockquote) Block {
	word, blocks := p.quote(quote)
	q := &Predict{Line: p.line(dir.at)}
	answer := 0
	for _, pair := range p.pairs(dir.at, strings.Fields(dir.args)) {
		switch pair[0] {
		case "id":
			q.ID = pair[1]
		case "answer":
			answer, _ = strconv.Atoi(pair[1])
		default:
			p.failPredict(dir.at, lang.Sprintf("predict에는 id와 answer만 써요: %s", "A predict directive takes id and answer only, not %s.", pair[0]))
		}
	}
	if word != predictWord {
		p.failPredict(position(quote), lang.T("predict 뒤의 인용은 [!PREDICT]로 시작해야 해요.", "The quotation after a predict directive has to begin with [!PREDICT]."))
		return nil
	}
	if q.ID == "" || p.predicts[q.ID] {
		p.failPredict(dir.at, lang.T("predict에는 강의 안에서 하나뿐인 id가 있어야 해요.", "A predict directive needs an id of its own within the lecture."))
	}
	p.predicts[q.ID] = true
	if len(blocks) > 0 {
		list, ok := blocks[len(blocks)-1].(*List)
		if ok && list.Ordered {
			q.Options = p.options(quote, list)
			q.Ask = blocks[:len(blocks)-1]
		}
	}
	if len(q.Options) < 2 || len(q.Ask) == 0 {
		p.failPredict(position(quote), lang.T("질문 뒤에 1. 2. …로 된 보기가 둘 이상 있어야 해요.", "A question needs an ordered list of two options or more at its end."))
		return nil
	}
	if answer < 1 || answer > len(q.Options) {
		p.failPredict(dir.at, lang.Sprintf("answer는 1부터 %d까지의 번호여야 해요.", "The answer has to be a number from 1 to %d.", len(q.Options)))
		return nil
	}
	q.Answer = answer - 1
	return q
}

func (p *pager) failPredict(at int, what lang.Text) { p.fail(at, BadPredict, what) }

func (p *pager) options(quote ast.Node, list *List) [][]Span {
	var out [][]Span
	for _, item := range list.Items {
		if len(item) == 1 {
			if para, ok := item[0].(*Paragraph); ok {
				out = append(out, para.Spans)
				continue
			}
		}
		p.failPredict(position(quote), lang.T("보기 하나는 글 한 문단이에요.", "An option is one paragraph of text."))
		return nil
	}
	return out
}

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
