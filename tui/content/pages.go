package content

import (
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/tui/lab"
	"hakseup/tui/tex"
)

// formulas draws every formula of a page.
func (c *checker) formulas(page *lessons.Page) {
	for f := range lessons.Formulas(page.Blocks) {
		c.formula(page.File, f)
	}
}

func (c *checker) formula(where string, f lessons.Formula) {
	drawn, err := tex.Parse(f.TeX)
	switch {
	case err != nil:
		c.fail(where, f.Line, "$%[1]s$를 그릴 수 없어요: %[2]v", "Cannot draw $%[1]s$: %[2]v", f.TeX, err)
	case drawn.Inline() == "" || len(drawn.Display()) == 0:
		c.fail(where, f.Line, "$%[1]s$에는 그릴 것이 없어요.", "$%[1]s$ draws nothing.", f.TeX)
	}
}

// exercises looks for exercises that a page names and the bank lacks.
func (c *checker) exercises(page *lessons.Page) {
	for b := range lessons.All(page.Blocks) {
		if ref, ok := b.(*lessons.ExerciseRef); ok {
			c.named[ref.ID] = true
			if _, ok := bank.Find(ref.ID); !ok {
				c.fail(page.File, ref.Line, "%[1]s: 이런 문제는 없어요.", "There is no exercise %[1]s.", ref.ID)
			}
		}
	}
}

// ways holds that no task is done and nothing is to be seen where a page opens,
// that the ways of the directives lead there, and that an observation's answer is
// what the lab then shows.
func (c *checker) ways(page *lessons.Page) {
	for _, b := range page.Blocks {
		switch b := b.(type) {
		case *lessons.Callout:
			if b.Task != nil {
				c.way(page, b.Task.Line, b.Task.When, b.Task.By)
			}
		case *lessons.Question:
			if b.See != nil {
				c.seen(page, b, c.way(page, b.Line, b.See.When, b.See.By))
			}
			if l, err := opened(page); err == nil {
				if err := lab.KeepBack(l, b.Hides...); err != nil {
					c.fail(page.File, b.Line, "%[1]v", "%[1]v", err)
				}
			}
		}
	}
}

// way goes the way of a directive from where the page opens.
func (c *checker) way(page *lessons.Page, line int, when []lessons.Condition, by []lessons.Setting) lab.Lab {
	l, err := opened(page)
	if err != nil {
		return nil // scene says so
	}
	if err := lab.Knows(l, when); err != nil {
		c.fail(page.File, line, "%[1]v", "%[1]v", err)
		return l
	}
	if lab.Meets(l, when) {
		c.fail(page.File, line, "쪽을 열 때 이미 이루어져 있어요: %[1]v", "It holds where the page opens: %[1]v", when)
	}
	if err := lab.Play(l, by); err != nil {
		c.fail(page.File, line, "%[1]v", "%[1]v", err)
	}
	if !lab.Meets(l, when) {
		c.fail(page.File, line, "%[1]v: 이렇게 해도 %[2]v에 이르지 않아요.", "%[1]v does not lead to %[2]v.", by, when)
	}
	for _, s := range by { // by hand, too: a control of the way is at hand, now or behind a
		if control, ok := l.Panel().Find(s.Control); ok && !lab.Shows(l, control.ID) {
			c.fail(page.File, line, "쪽이 조절 %[1]s를 보여 주지 않아요.", "The page does not show the control %[1]s.", control.ID)
		}
	}
	return l
}

// seen holds the options of an observation against the lab that shows it.
func (c *checker) seen(page *lessons.Page, q *lessons.Question, l lab.Lab) {
	if l == nil {
		return
	}
	for i, shows := range q.See.Shows {
		if err := lab.Knows(l, shows); err != nil {
			c.fail(page.File, q.Line, "보기 %[1]d: %[2]v", "Option %[1]d: %[2]v", i+1, err)
		}
		switch is := lab.Meets(l, shows); {
		case is && i != q.Answer:
			c.fail(page.File, q.Line, "답이 아닌 보기 %[1]d의 %[2]v도 실험에서는 맞아요.", "Option %[1]d is no answer, but in the lab %[2]v holds.", i+1, shows)
		case !is && i == q.Answer:
			c.fail(page.File, q.Line, "답인 보기 %[1]d의 %[2]v: 실험에서는 맞지 않아요.", "Option %[1]d is the answer, but in the lab %[2]v does not hold.", i+1, shows)
		}
	}
}

// active holds a lecture that has its closing page to the rest: every other page
// asks for something to be done in the lab and names its slide, and every option
// of a question has its sentence.
func (c *checker) active(page *lessons.Page) {
	active := false
	for _, b := range page.Blocks {
		switch b := b.(type) {
		case *lessons.Callout:
			active = active || b.Task != nil
			if b.Kind == lessons.Try && b.Task == nil {
				c.fail(page.File, page.Line, "[!TRY]에 task가 없어 아무도 알아보지 못해요.", "A [!TRY] without a task: nobody looks whether it is done.")
			}
		case *lessons.Question:
			active = active || b.Kind == lessons.Saw
			c.explained(page, b)
		}
	}
	switch {
	case page.Closing && active:
		c.fail(page.File, page.Line, "마무리 쪽에 할 일이 있어요.", "A closing page asks for something to be done.")
	case !page.Closing && !active:
		c.fail(page.File, page.Line, "이 쪽에는 해 볼 것이 없어요: task나 saw가 있어야 해요.", "There is nothing to do on this page: it needs a task or a saw.")
	case !page.Closing && page.Slide == "":
		c.fail(page.File, page.Line, "강의 자료의 어느 쪽인지 slide=가 없어요.", "Which slide does it belong to? slide= is missing.")
	}
}

func (c *checker) explained(page *lessons.Page, q *lessons.Question) {
	for i, o := range q.Options {
		if len(o.Why) == 0 {
			c.fail(page.File, q.Line, "보기 %[1]d에 설명이 없어요.", "Option %[1]d has no sentence.", i+1)
		}
	}
}
