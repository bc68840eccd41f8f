package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/markdown"
)

// move says where to go from a page.
type move struct {
	leave bool // to the contents
	to    int  // number of the page, where not leave
}

// reading is a lecture that is being read.
type reading struct {
	*session

	lecture *lessons.Lecture
	at      int
	room    *room // the lab of the page; nil: it has none
	// predicted waits for what is seen in the lab before it is told right from
	// wrong.
	predicted *lessons.Question
}

// lecture reads a lecture from where the learner left it.
func (s *session) lecture(slug string) error { return s.lectureAt(slug, "") }

// lectureAt reads a lecture from a page on, by its id; "" is where the learner left
// it.
func (s *session) lectureAt(slug, page string) error {
	l, err := s.course.Lecture(slug, s.Lang)
	if err != nil {
		return err
	}
	r := &reading{session: s, lecture: l}
	if page == "" {
		page = s.store.Summary().Lectures[l.Slug].Page
	}
	r.at = max(0, slices.IndexFunc(l.Pages, func(p lessons.Page) bool { return p.ID == page }))
	s.Line(lang.Sprintf("%02d강 %s, 모두 %d쪽.", "Lecture %02d, %s, %d pages.", l.Number, l.Title, len(l.Pages)).In(s.Lang))
	for {
		next, err := r.page()
		switch {
		case err != nil:
			return err
		case next.leave:
			return nil
		case next.to < 0:
			s.Say(lang.T("첫 쪽이에요.", "This is the first page."))
		case next.to >= len(l.Pages):
			s.Say(lang.T("마지막 쪽까지 읽었어요. 차례로 돌아가요.", "That was the last page. Back to the contents."))
			return nil
		default:
			r.at = next.to
		}
	}
}

func (r *reading) current() lessons.Page { return r.lecture.Pages[r.at] }

// page says the page block by block, asks its questions and then where to go.
func (r *reading) page() (move, error) {
	p := r.current()
	r.store.Visit(progress.Place{Lecture: r.lecture.Slug, Page: p.ID})
	r.save()
	r.Line("")
	r.Line(lang.Sprintf("%d쪽: %s", "Page %d: %s", r.at+1, p.Title).In(r.Lang))
	if p.Slide != "" {
		r.Line(r.tr("강의 자료: ", "handout: ") + p.Slide)
	}
	r.predicted, r.room = nil, nil
	if p.Scene.Lab != "" {
		r.room = r.enter(p.Scene)
		r.room.done = r.tick
	}
	for i, b := range p.Blocks {
		r.keepBack(p.Blocks[i:])
		q, asks := b.(*lessons.Question)
		switch ref, offers := b.(*lessons.ExerciseRef); {
		case asks:
			if next, err := r.question(q, p.Blocks[i+1:]); next != nil || err != nil {
				return deref(next), err
			}
		case offers:
			r.Line(r.tr("문제: ", "Exercise: ") + r.titleOf(ref.ID) + r.tr(". ‘문제’라고 적으면 풀어요.", ". Type exercise to solve it."))
		default:
			r.block(b)
		}
	}
	r.keepBack(nil)
	return r.whereTo()
}

func deref(m *move) move {
	if m == nil {
		return move{}
	}
	return *m
}

// keepBack hides in the lab what the next open question asks for.
func (r *reading) keepBack(ahead []lessons.Block) {
	if r.room == nil {
		return
	}
	for _, b := range ahead {
		if q, ok := b.(*lessons.Question); ok && q.Kind != lessons.Review {
			if _, made := r.answered(q); !made {
				_ = lab.KeepBack(r.room.lab, q.Hides...) // a test holds every name
				return
			}
		}
	}
	_ = lab.KeepBack(r.room.lab)
}

// answered returns the option that the learner chose first, if any.
func (r *reading) answered(q *lessons.Question) (option int, made bool) {
	kept := r.store.Summary().Lectures[r.lecture.Slug].Predicted
	if q.Kind == lessons.Saw {
		kept = r.store.Summary().Lectures[r.lecture.Slug].Saw
	}
	c, ok := kept[q.ID]
	return c.Option, ok && c.Option >= 0 && c.Option < len(q.Options)
}

// question asks a question, or says what was answered before.
//
//nolint:nilnil // no move is to stay on the page
func (r *reading) question(q *lessons.Question, ahead []lessons.Block) (*move, error) {
	r.Line(markdown.TitleOf(q).In(r.Lang) + ":")
	option, made := r.answered(q)
	if q.See != nil {
		r.Blocks(q.See.Do)
		if !made {
			if next, err := r.toThere(q); next != nil || err != nil {
				return next, err
			}
		}
	}
	r.Blocks(q.Ask)
	for i, o := range q.Options {
		r.Line(fmt.Sprintf("%d. %s", i+1, strings.Join(strings.Fields(Spans(o.Text)), " ")))
	}
	if made {
		r.Line(lang.Sprintf("전에 고른 답: %d", "Your answer was %d.", option+1).In(r.Lang))
	} else {
		for !made {
			line, err := r.ask(lang.Sprintf("1에서 %d까지 번호로 답하세요.", "Answer with a number from 1 to %d.", len(q.Options)))
			if err != nil {
				return nil, err
			}
			var k int
			if k, made = number(line, len(q.Options)); made {
				option = k - 1
				r.keep(q, option)
			} else if next := r.turn(line); next != nil {
				return next, nil
			}
		}
	}
	r.verdict(q, option, ahead)
	return nil, nil
}

// keep keeps an answer.
func (r *reading) keep(q *lessons.Question, option int) {
	choice := progress.Choice{Option: option, Right: option == q.Answer}
	if q.Kind == lessons.Saw {
		r.store.Saw(r.lecture.Slug, q.ID, choice)
	} else {
		r.store.Predict(r.lecture.Slug, q.ID, choice)
	}
	r.save()
}

// verdict says what there is to say of an answer. A prediction that the lab is
// to judge waits until that has been seen.
func (r *reading) verdict(q *lessons.Question, option int, ahead []lessons.Block) {
	if q.Kind == lessons.Predict && r.awaits(ahead) {
		r.predicted = q
		r.Say(lang.T("이제 실험으로 확인해 봐요.", "Now look at the lab."))
		return
	}
	r.told(q, option)
	if p := r.predicted; p != nil && q.Kind == lessons.Saw {
		r.predicted = nil
		if option, made := r.answered(p); made {
			r.Line(lang.Sprintf("예상은 %d번이었어요.", "You predicted %d.", option+1).In(r.Lang))
			r.told(p, option)
		}
	}
}

func (r *reading) told(q *lessons.Question, option int) {
	if why := q.Options[option].Why; len(why) > 0 {
		r.Blocks(why)
	} else {
		r.Say(markdown.Verdict(option == q.Answer))
	}
	if option != q.Answer {
		r.Line(lang.Sprintf("답: %d번", "The answer is %d.", q.Answer+1).In(r.Lang))
	}
}

// awaits reports whether an open observation comes before the next prediction.
func (r *reading) awaits(ahead []lessons.Block) bool {
	for _, b := range ahead {
		if q, ok := b.(*lessons.Question); ok {
			_, made := r.answered(q)
			return q.Kind == lessons.Saw && !made
		}
	}
	return false
}

// toThere lets the learner bring the lab to where an observation is asked, or
// does it.
//
//nolint:nilnil // no move is to stay on the page
func (r *reading) toThere(q *lessons.Question) (*move, error) {
	for r.room != nil && !lab.Meets(r.room.lab, q.See.When) {
		line, err := r.ask(lang.T("실험의 조절과 값을 적거나, Enter를 누르면 대신 해 줘요. 도움말은 ?.",
			"Type a control and its value, or press Enter to have it done. ? for help."))
		switch {
		case err != nil:
			return nil, err
		case line == "":
			r.room.change(func() error { return lab.Play(r.room.lab, q.See.By) }, r.room.labels(q.See.By))
		default:
			if r.room.line(line) {
				continue
			}
			if next := r.turn(line); next != nil {
				return next, nil
			}
			r.room.unknown(line)
		}
	}
	return nil, nil
}

// tick ticks the tasks of the page that are done now.
func (r *reading) tick() {
	tasks := r.store.Summary().Lectures[r.lecture.Slug].Tasks
	for _, b := range r.current().Blocks {
		if q, ok := b.(*lessons.Question); ok && q.Kind != lessons.Review {
			if _, made := r.answered(q); !made {
				return
			}
		}
		c, ok := b.(*lessons.Callout)
		if !ok || c.Task == nil || slices.Contains(tasks, c.Task.ID) || !lab.Meets(r.room.lab, c.Task.When) {
			continue
		}
		r.store.DoTask(r.lecture.Slug, c.Task.ID)
		r.save()
		r.Say(lang.T("해 보기를 해냈어요.", "Task done."))
	}
}

func (r *reading) commands() []command {
	return []command{
		{"다음 next", lang.T("다음 쪽. Enter도 같아요.", "the next page. So does Enter.")},
		{"앞 previous", lang.T("앞 쪽.", "the page before.")},
		{"쪽 page", lang.T("번호를 붙이면 그 쪽으로 가요. 예: 쪽 3", "with a number, that page: page 3.")},
		{"다시 again", lang.T("이 쪽을 다시 읽어요.", "says the page again.")},
		{"수식 formula", lang.T("이 쪽의 수식을 말로 풀어 읽어요.", "spells the formulas of the page.")},
		{"문제 exercise", lang.T("이 쪽이나 강의의 문제를 풀어요.", "solves an exercise of the page or the lecture.")},
		{"실험 lab", lang.T("실험을 다뤄요. 여기에서 바로 조절과 값을 적어도 돼요.", "works in the lab. A control and its value may be typed here at once.")},
		{wordsUp, lang.T("차례로 가요.", "goes to the contents.")},
	}
}

// turn returns where a line leads from the page, nil where nowhere.
func (r *reading) turn(line string) *move {
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case is(line, "다음 next n"):
		return &move{to: r.at + 1}
	case is(line, "앞 previous p prev"):
		return &move{to: r.at - 1}
	case is(line, "다시 again"):
		return &move{to: r.at}
	case is(line, wordsUp) || is(line, wordsLeave):
		return &move{leave: true}
	case is(word, "쪽 page"):
		if k, ok := number(rest, len(r.lecture.Pages)); ok {
			return &move{to: k - 1}
		}
		r.Line(lang.Sprintf("1에서 %d까지의 쪽이 있어요.", "There are the pages from 1 to %d.", len(r.lecture.Pages)).In(r.Lang))
	case is(line, wordsHelp):
		r.help(r.commands())
	case is(line, "수식 formula formulas f"):
		r.Spelled(r.current().Blocks)
	}
	return nil
}

// known reports whether a line is one that turn acts on without leaving.
func known(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	return is(line, wordsHelp) || is(line, "수식 formula formulas f") || is(word, "쪽 page")
}

// whereTo asks where to go from the end of the page.
func (r *reading) whereTo() (move, error) {
	for {
		line, err := r.ask(lang.Sprintf("%d/%d쪽. Enter: 다음 쪽, ?: 도움말.", "Page %d of %d. Enter: next page, ?: help.", r.at+1, len(r.lecture.Pages)))
		if err != nil {
			return move{}, err
		}
		word, rest, _ := strings.Cut(line, " ")
		if line == "" {
			return move{to: r.at + 1}, nil
		}
		if next := r.turn(line); next != nil {
			return *next, nil
		}
		switch {
		case known(line):
		case is(word, "문제 exercise e"):
			err = r.exercises(rest)
		case r.room != nil && is(word, "실험 lab l"):
			err = r.room.stay()
		case r.room == nil || !r.room.line(line):
			r.unknown(line)
		}
		if err != nil {
			return move{}, err
		}
	}
}

func (s *session) unknown(line string) {
	s.Line(lang.Sprintf("‘%s’: 모르는 말이에요. ?를 적으면 할 수 있는 것을 알려 줘요.", "‘%s’ is not understood. ? tells what can be done.", lang.Quote(line)).In(s.Lang))
}

// exercises opens an exercise of the page, or lists those of the lecture.
func (r *reading) exercises(which string) error {
	var ids []string
	for _, b := range r.current().Blocks {
		if ref, ok := b.(*lessons.ExerciseRef); ok {
			ids = append(ids, ref.ID)
		}
	}
	if len(ids) == 1 && which == "" {
		return r.solve(ids[0])
	}
	for _, id := range exercisesOf(strconv.Itoa(r.lecture.Number)) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return r.choose(ids, which)
}
