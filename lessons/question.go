package lessons

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"hakseup/lessons/lang"
)

// questionKinds returns the directives that announce questions.
func questionKinds() map[string]QuestionKind {
	return map[string]QuestionKind{"predict": Predict, "saw": Saw, "review": Review}
}

// questionWord returns the word that opens the quotation of a question.
func questionWord(directive string) string { return strings.ToUpper(directive) }

// fieldsOf names what a question's directive takes besides id and answer.
func fieldsOf(k QuestionKind) []string {
	switch k {
	case Predict:
		return []string{"hides"}
	case Saw:
		return []string{"when", "by", "shows"}
	}
	return nil
}

func (p *pager) failQuestion(at int, what lang.Text) { p.fail(at, BadQuestion, what) }

// question reads a question and its options. It is nil after a mistake.
func (p *pager) question(dir directive, quote *ast.Blockquote) Block {
	q := &Question{Kind: questionKinds()[dir.name], Line: p.line(dir.at)}
	word, blocks := p.quote(quote)
	if word != questionWord(dir.name) {
		p.failQuestion(position(quote), lang.Sprintf(
			"%[1]s 뒤의 인용은 [!%[2]s]로 시작해야 해요.",
			"The quotation after a %[1]s directive has to begin with [!%[2]s].", dir.name, questionWord(dir.name)))
		return nil
	}
	if n := len(blocks); n > 0 {
		if list, ok := blocks[n-1].(*List); ok && list.Ordered {
			q.Ask, q.Options = blocks[:n-1], p.options(quote, list)
		}
	}
	if len(q.Options) < 2 || len(q.Ask) == 0 {
		p.failQuestion(position(quote), lang.T(
			"질문 뒤에 1. 2. …로 된 보기가 둘 이상 있어야 해요.",
			"A question needs an ordered list of two options or more at its end."))
		return nil
	}
	if q.Kind == Saw {
		if len(q.Ask) < 2 {
			p.failQuestion(position(quote), lang.T(
				"[!SAW]에는 실험에서 할 일이 한 문단, 그 아래에 질문이 한 문단 있어야 해요.",
				"A [!SAW] needs a paragraph that says what to do in the lab, and the question below it."))
			return nil
		}
		last := len(q.Ask) - 1
		q.See, q.Ask = &See{Do: q.Ask[:last]}, q.Ask[last:]
	}
	if !p.questionArgs(dir, q) {
		return nil
	}
	return q
}

// options reads the options: a paragraph each, and below it an explanation,
// which all have or none.
func (p *pager) options(quote ast.Node, list *List) []Option {
	var out []Option
	explained := 0
	for _, item := range list.Items {
		text, ok := (*Paragraph)(nil), false
		if len(item) > 0 {
			text, ok = item[0].(*Paragraph)
		}
		if !ok {
			p.failQuestion(position(quote), lang.T("보기는 글 한 문단으로 시작해요.", "An option begins with a paragraph of text."))
			return nil
		}
		if len(item) > 1 {
			explained++
		}
		out = append(out, Option{Text: text.Spans, Why: item[1:]})
	}
	if explained > 0 && explained < len(out) {
		p.failQuestion(position(quote), lang.T(
			"보기 가운데 설명이 없는 것이 있어요. 보기마다 둘째 문단에 설명을 쓰세요.",
			"One of the options has no explanation. Write one as a second paragraph of each."))
	}
	return out
}

// questionArgs reads what the directive says of a question.
func (p *pager) questionArgs(dir directive, q *Question) bool {
	args := p.named(dir, fields(dir.args), append([]string{"id", "answer"}, fieldsOf(q.Kind)...)...)
	p.own(dir, args["id"])
	q.ID = args["id"]
	// What is no number stays 0 and out of range.
	answer, _ := strconv.Atoi(args["answer"])
	if answer < 1 || answer > len(q.Options) {
		p.failQuestion(dir.at, lang.Sprintf(
			"answer는 1부터 %d까지의 번호여야 해요.",
			"The answer has to be a number from 1 to %d.", len(q.Options)))
		return false
	}
	q.Answer = answer - 1
	if hides := args["hides"]; hides != "" {
		q.Hides = strings.Split(hides, ",")
	}
	if q.Kind != Saw {
		return true
	}
	q.See.When, q.See.By = p.conditions(dir.at, args["when"]), p.settings(dir.at, fields(args["by"]))
	for shows := range strings.SplitSeq(args["shows"], "|") {
		q.See.Shows = append(q.See.Shows, p.conditions(dir.at, shows))
	}
	if len(q.See.By) == 0 || len(q.See.Shows) != len(q.Options) {
		p.failQuestion(dir.at, lang.Sprintf(
			"saw에는 실험을 거기로 데려가는 by와, 보기마다 하나씩 |로 나눈 조건 %d개의 shows가 있어야 해요.",
			"A saw directive needs by, a way to bring the lab there, and shows, with %d conditions between |, one an option.", len(q.Options)))
		return false
	}
	return true
}

// own holds that an id is given, and to one directive of a kind only. A review
// question is kept beside the predictions.
func (p *pager) own(dir directive, id string) {
	kind := dir.name
	if kind == "review" {
		kind = "predict"
	}
	if id == "" || p.used[[2]string{kind, id}] {
		p.failQuestion(dir.at, lang.Sprintf(
			"%s에는 강의 안에서 하나뿐인 id가 있어야 해요.",
			"A %s directive needs an id of its own within the lecture.", dir.name))
	}
	p.used[[2]string{kind, id}] = true
}

// task reads what the program looks for, and the callout that says it.
func (p *pager) task(dir directive, quote *ast.Blockquote) Block {
	args := p.named(dir, fields(dir.args), "id", "when", "by")
	p.own(dir, args["id"])
	task := &Task{
		ID: args["id"], When: p.conditions(dir.at, args["when"]), By: p.settings(dir.at, fields(args["by"])), Line: p.line(dir.at),
	}
	if len(task.By) == 0 {
		p.failQuestion(dir.at, lang.T(
			"task에는 해내는 길인 by가 있어야 해요: by=\"w1=1 b=-1.5\".",
			"A task directive needs by, a way to do it: by=\"w1=1 b=-1.5\"."))
	}
	callout, ok := p.block(quote).(*Callout)
	if !ok || callout.Kind != Try {
		p.failQuestion(position(quote), lang.T(
			"task 뒤의 인용은 [!TRY]로 시작해야 해요.",
			"The quotation after a task directive has to begin with [!TRY]."))
		return nil
	}
	callout.Task = task
	return callout
}
