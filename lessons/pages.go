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
	p := &pager{document: parseDocument(file, body, lines), ids: map[string]bool{}, predicts: map[string]bool{}}
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
	ids      map[string]bool // of the pages so far
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

// page reads one page: its title, its id, its scene, its blocks.
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
	if page.ID, ok = p.id(nodes); ok {
		nodes = nodes[1:]
	} else {
		p.fail(at, NoPageID, lang.T(
			"제목 바로 아래에 <!-- page: 이름 -->이 있어야 해요.",
			"A page needs <!-- page: name --> right below its title."))
	}
	if page.Scene, ok = p.scene(nodes); ok {
		nodes = nodes[1:]
	} else {
		p.fail(at, NoScene, lang.T(
			"page 지시문 바로 아래에 <!-- lab: 이름 … -->이 있어야 해요.",
			"A page needs <!-- lab: name … --> right below its page directive."))
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

// pageID begins with a letter, so that no id looks like a number.
var pageID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// id reads the name of the page, which no other page of the lecture has.
func (p *pager) id(nodes []ast.Node) (string, bool) {
	if len(nodes) == 0 {
		return "", false
	}
	dir, ok := p.directive(nodes[0])
	if !ok || dir.name != "page" {
		return "", false
	}
	switch {
	case !pageID.MatchString(dir.args):
		p.fail(dir.at, BadDirective, lang.T(
			"page 뒤에는 영어 소문자로 시작하는 이름 하나가 와요: cross-entropy.",
			"The page directive takes one name in small letters, such as cross-entropy."))
	case p.ids[dir.args]:
		p.fail(dir.at, BadDirective, lang.Sprintf(
			"%[1]s: 이 강의의 다른 쪽이 이미 쓰는 이름이에요.",
			"Another page of this lecture is called %[1]s already.", dir.args))
	}
	p.ids[dir.args] = true
	return dir.args, true
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
	for len(nodes) > 0 {
		b, used := p.next(nodes)
		if b != nil {
			out = append(out, b)
		}
		nodes = nodes[used:]
	}
	return out
}

// next reads the block at the head of nodes and returns how many of them it
// takes. The block is nil after a mistake.
func (p *pager) next(nodes []ast.Node) (b Block, used int) {
	dir, ok := p.directive(nodes[0])
	if !ok {
		return p.block(nodes[0]), 1
	}
	if dir.name != "predict" {
		return p.single(dir), 1
	}
	if len(nodes) > 1 {
		if quote, ok := nodes[1].(*ast.Blockquote); ok {
			return p.predict(dir, quote), 2
		}
	}
	p.failPredict(dir.at, lang.T(
		"predict 지시문 바로 뒤에 > [!PREDICT] 질문이 와야 해요.",
		"A predict directive has to be followed by a > [!PREDICT] question."))
	return nil, 1
}

// single reads the directives that stand alone below the scene.
func (p *pager) single(dir directive) Block {
	switch dir.name {
	case "exercise":
		if len(strings.Fields(dir.args)) == 1 {
			return &ExerciseRef{ID: dir.args, Line: p.line(dir.at)}
		}
		p.fail(dir.at, BadDirective, lang.T(
			"exercise 뒤에 문제의 이름 하나가 있어야 해요: 06/softmax.",
			"The exercise directive needs one name, such as 06/softmax."))
	case "page", "lab":
		p.fail(dir.at, MisplacedDirective, lang.T(
			"제목 아래에 page, 그 아래에 lab 지시문이 쪽마다 하나씩 와요. 다른 곳에는 쓸 수 없어요.",
			"A page has one page directive right below its title and one lab directive below that."))
	default:
		p.fail(dir.at, UnknownDirective, lang.Sprintf(
			"%q라는 지시문은 없어요. page, lab, predict, exercise만 쓸 수 있어요.",
			"There is no directive %q: only page, lab, predict and exercise.", dir.name))
	}
	return nil
}

// predict reads a question and its options.
func (p *pager) predict(dir directive, quote *ast.Blockquote) Block {
	q := &Predict{Line: p.line(dir.at)}
	answer := p.predictArgs(dir, q)
	word, blocks := p.quote(quote)
	if word != predictWord {
		p.failPredict(position(quote), lang.T(
			"predict 뒤의 인용은 [!PREDICT]로 시작해야 해요.",
			"The quotation after a predict directive has to begin with [!PREDICT]."))
		return nil
	}
	if n := len(blocks); n > 0 {
		if list, ok := blocks[n-1].(*List); ok && list.Ordered {
			q.Ask, q.Options = blocks[:n-1], p.options(quote, list)
		}
	}
	if len(q.Options) < 2 || len(q.Ask) == 0 {
		p.failPredict(position(quote), lang.T(
			"질문 뒤에 1. 2. …로 된 보기가 둘 이상 있어야 해요.",
			"A question needs an ordered list of two options or more at its end."))
		return nil
	}
	if answer < 1 || answer > len(q.Options) {
		p.failPredict(dir.at, lang.Sprintf(
			"answer는 1부터 %d까지의 번호여야 해요.",
			"The answer has to be a number from 1 to %d.", len(q.Options)))
		return nil
	}
	q.Answer = answer - 1
	return q
}

// predictArgs reads id and answer. The answer counts from 1; 0 is none.
func (p *pager) predictArgs(dir directive, q *Predict) (answer int) {
	for _, pair := range p.pairs(dir.at, strings.Fields(dir.args)) {
		switch pair[0] {
		case "id":
			q.ID = pair[1]
		case "answer":
			// What is no number stays 0 and out of range.
			answer, _ = strconv.Atoi(pair[1])
		default:
			p.failPredict(dir.at, lang.Sprintf(
				"predict에는 id와 answer만 쓸 수 있어요. %s는 없어요.",
				"A predict directive takes id and answer, not %s.", pair[0]))
		}
	}
	if q.ID == "" || p.predicts[q.ID] {
		p.failPredict(dir.at, lang.T(
			"predict에는 강의 안에서 하나뿐인 id가 있어야 해요.",
			"A predict directive needs an id of its own within the lecture."))
	}
	p.predicts[q.ID] = true
	return answer
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
