package lessons

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"hakseup/lessons/lang"
)

// parseLecture reads a lesson file. The error is of type Errors.
func parseLecture(file string, src []byte) (*Lecture, error) {
	text := normalize(src)
	head, lines, errs := frontMatter(file, text)
	body := strings.Join(strings.SplitAfter(text, "\n")[lines:], "")
	p := &pager{document: parseDocument(file, body, lines), ids: map[string]bool{}, used: map[[2]string]bool{}}
	p.errs = errs
	p.run()
	if err := p.err(); err != nil {
		return nil, err
	}
	return &Lecture{Title: head.title, Summary: head.summary, Code: head.code, Pages: p.pages}, nil
}

// pager deals the blocks of a document to pages.
type pager struct {
	*document
	pages []Page
	ids   map[string]bool    // of the pages so far
	used  map[[2]string]bool // ids of questions and tasks, each with its kind
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
	if ok = p.head(&page, nodes); ok {
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
	page.Blocks = p.body(&page, nodes)
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

// head reads the directive of the page: its name, which no other page of the
// lecture has, whether it closes the lecture, and the handout's topic.
func (p *pager) head(page *Page, nodes []ast.Node) bool {
	if len(nodes) == 0 {
		return false
	}
	dir, ok := p.directive(nodes[0])
	if !ok || dir.name != "page" {
		return false
	}
	args := fields(dir.args)
	if len(args) == 0 || !pageID.MatchString(args[0]) {
		p.fail(dir.at, BadDirective, lang.T(
			"page 뒤에는 영어 소문자로 시작하는 이름이 와요: cross-entropy.",
			"The page directive begins with a name in small letters, such as cross-entropy."))
		return true
	}
	page.ID, args = args[0], args[1:]
	if p.ids[page.ID] {
		p.fail(dir.at, BadDirective, lang.Sprintf(
			"%[1]s: 이 강의의 다른 쪽이 이미 쓰는 이름이에요.",
			"Another page of this lecture is called %[1]s already.", page.ID))
	}
	p.ids[page.ID] = true
	if len(args) > 0 && args[0] == "closing" {
		page.Closing, args = true, args[1:]
	}
	page.Slide = p.named(dir, args, "slide")["slide"]
	return true
}

func (p *pager) scene(nodes []ast.Node) (Scene, bool) {
	if len(nodes) == 0 {
		return Scene{}, false
	}
	dir, ok := p.directive(nodes[0])
	if !ok || dir.name != "lab" {
		return Scene{}, false
	}
	words := fields(dir.args)
	if len(words) == 0 {
		p.fail(dir.at, BadDirective, lang.T("lab 뒤에 실험의 이름이 있어야 해요.", "The lab directive needs the name of a lab."))
		return Scene{}, true
	}
	return Scene{Lab: words[0], Settings: p.settings(dir.at, words[1:]), Line: p.line(dir.at)}, true
}

// body reads what is below a page's scene; claims go to the page.
func (p *pager) body(page *Page, nodes []ast.Node) []Block {
	var out []Block
	for len(nodes) > 0 {
		if dir, ok := p.directive(nodes[0]); ok && dir.name == "claim" {
			page.Claims = append(page.Claims, p.claim(dir))
			nodes = nodes[1:]
			continue
		}
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
	_, asks := questionKinds()[dir.name]
	if !asks && dir.name != "task" {
		return p.single(dir), 1
	}
	if len(nodes) > 1 {
		if quote, ok := nodes[1].(*ast.Blockquote); ok && asks {
			return p.question(dir, quote), 2
		} else if ok {
			return p.task(dir, quote), 2
		}
	}
	word := "TRY"
	if asks {
		word = questionWord(dir.name)
	}
	p.failQuestion(dir.at, lang.Sprintf(
		"%[1]s 지시문 바로 뒤에 > [!%[2]s]가 와야 해요.",
		"A %[1]s directive has to be followed by > [!%[2]s].", dir.name, word))
	return nil, 1
}

// claim reads what has to come true from most seeds: a fact that is higher with
// some settings than with others, or conditions that hold with some settings.
func (p *pager) claim(dir directive) Claim {
	args := p.named(dir, fields(dir.args), "lab", "fact", "more", "less", "with", "when")
	c := Claim{Lab: args["lab"], Fact: args["fact"], Line: p.line(dir.at)}
	c.More = p.settings(dir.at, fields(args["more"]+" "+args["with"]))
	c.Less = p.settings(dir.at, fields(args["less"]))
	switch compares := args["fact"] != "" && args["more"] != "" && args["less"] != ""; {
	case c.Lab == "", compares == (args["with"] != "" && args["when"] != ""):
		p.fail(dir.at, BadDirective, lang.T(
			`claim에는 lab="…"과 fact="…" more="…" less="…"가, 또는 lab="…"과 with="…" when="…"이 있어야 해요.`,
			`A claim directive needs lab="…" with fact="…" more="…" less="…", or with with="…" when="…".`))
	case !compares:
		c.When = p.conditions(dir.at, args["when"])
	}
	return c
}

// single reads the directives that stand alone below the scene.
func (p *pager) single(dir directive) Block {
	switch dir.name {
	case "exercise":
		switch args := strings.Fields(dir.args); {
		case len(args) == 1, len(args) == 2 && args[1] == "fresh":
			return &ExerciseRef{ID: args[0], Fresh: len(args) == 2, Line: p.line(dir.at)}
		}
		p.fail(dir.at, BadDirective, lang.T(
			"exercise 뒤에는 문제의 이름이, 이 쪽에 답이 나오면 fresh까지 와요: 06/softmax fresh.",
			"The exercise directive takes a name, and fresh where the page gives the answer away: 06/softmax fresh."))
	case "page", "lab":
		p.fail(dir.at, MisplacedDirective, lang.T(
			"제목 아래에 page, 그 아래에 lab 지시문이 쪽마다 하나씩 와요. 다른 곳에는 쓸 수 없어요.",
			"A page has one page directive right below its title and one lab directive below that."))
	default:
		p.fail(dir.at, UnknownDirective, lang.Sprintf(
			"%q라는 지시문은 없어요. page, lab, predict, saw, review, task, exercise, claim만 쓸 수 있어요.",
			"There is no directive %q: only page, lab, predict, saw, review, task, exercise and claim.", dir.name))
	}
	return nil
}
