package plain

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/labs"
)

// sheet is an exercise that is being solved.
type sheet struct {
	*session

	ex      exercises.Exercise
	seed    uint64
	variant exercises.Variant
	hints   int
	shown   bool // the solution
	solved  bool
	misses  int
}

// titleOf names an exercise.
func (s *session) titleOf(id string) string {
	if e, ok := bank.Find(id); ok {
		return e.Title.In(s.Lang) + " (" + id + ")"
	}
	return id
}

// exercisesOf lists the exercises of a lecture by its number.
func exercisesOf(number string) []string {
	prefix := fmt.Sprintf("%02s/", number)
	if len(number) == 1 {
		prefix = "0" + number + "/"
	}
	var ids []string
	for _, e := range bank.All() {
		if strings.HasPrefix(e.ID, prefix) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// openExercise opens an exercise by its name, or lets the learner choose among
// all.
func (s *session) openExercise(id string) (again bool, err error) {
	if _, ok := bank.Find(strings.TrimSpace(id)); ok {
		return true, s.solve(strings.TrimSpace(id))
	}
	var ids []string
	for _, e := range bank.All() {
		ids = append(ids, e.ID)
	}
	return true, s.choose(ids, id)
}

// choose lets the learner choose among exercises, by number or name.
func (s *session) choose(ids []string, which string) error {
	which = strings.TrimSpace(which)
	if len(ids) == 0 {
		s.Say(lang.T("여기에는 문제가 없어요.", "There is no exercise here."))
		return nil
	}
	for which == "" {
		summary := s.store.Summary()
		for i, id := range ids {
			line := fmt.Sprintf("%d. %s", i+1, s.titleOf(id))
			if summary.Exercises[id].Solved {
				line += s.tr(", 풀었어요", ", solved")
			}
			s.Line(line)
		}
		var err error
		if which, err = s.ask(lang.T("문제 번호를 적으세요. Enter: 돌아가기.", "Type the number of an exercise. Enter: back.")); err != nil {
			return err
		}
		if which == "" || is(which, wordsUp) {
			return nil
		}
	}
	if k, ok := number(which, len(ids)); ok {
		return s.solve(ids[k-1])
	}
	if _, ok := bank.Find(which); ok {
		return s.solve(which)
	}
	s.unknown(which)
	return nil
}

// solve asks an exercise until the learner goes back.
func (s *session) solve(id string) error {
	ex, ok := bank.Find(id)
	if !ok {
		s.unknown(id)
		return nil
	}
	sh := &sheet{session: s, ex: ex}
	seed := uint64(0)
	if s.givenAway(id) {
		seed = 1
	}
	if !sh.draw(seed) {
		return nil
	}
	for {
		goesOn, err := sh.attempt()
		if err != nil || !goesOn {
			return err
		}
	}
}

// givenAway reports whether a page gives away the result of an exercise with the
// handout's numbers.
func (s *session) givenAway(id string) bool {
	if s.fresh == nil {
		s.fresh = map[string]bool{}
		for _, e := range s.course.Entries() {
			l, err := s.course.Lecture(e.Slug, lang.KO) // the languages agree in this
			if err != nil {
				continue // it is not written yet
			}
			for _, id := range l.GivenAway() {
				s.fresh[id] = true
			}
		}
	}
	return s.fresh[id]
}

// drawMost bounds how many seeds are tried for numbers that fit.
const drawMost = 100

// draw begins the variant of a seed, or of the next one that has numbers and
// still earns the mark, and says it.
func (sh *sheet) draw(seed uint64) bool {
	seen := sh.store.Summary().Exercises[sh.ex.ID].Shown
	for range drawMost {
		v, err := sh.ex.Draw(seed)
		if err == nil && (seed == 0 || !slices.Contains(seen, seed)) {
			sh.seed, sh.variant = seed, v
			sh.hints, sh.shown, sh.solved, sh.misses = 0, false, false, 0
			sh.task()
			return true
		}
		seed++
	}
	sh.Say(lang.T("알맞은 숫자를 뽑지 못했어요.", "No fitting numbers could be drawn."))
	return false
}

// task says what is asked.
func (sh *sheet) task() {
	sh.Line("")
	sh.Line(sh.tr("문제: ", "Exercise: ") + sh.ex.Title.In(sh.Lang))
	if sh.seed != 0 {
		sh.Line(lang.Sprintf("새 숫자 %d.", "Fresh numbers %d.", sh.seed).In(sh.Lang))
	}
	sh.Markdown(sh.variant.Statement)
	if p := sh.variant.Picture; p != nil {
		sh.Line(sh.tr("그림: ", "Picture: ") + p(nil).Caption.In(sh.Lang))
	}
}

func (sh *sheet) commands() []command {
	return []command{
		{"힌트 hint", lang.T("힌트를 하나 더 말해요.", "says one more hint.")},
		{"풀이 solution", lang.T("풀이를 말해요. 그 뒤에는 새 숫자로 풀어야 점수가 돼요.", "says the worked solution. Then only fresh numbers earn the mark.")},
		{"새숫자 fresh", lang.T("새 숫자로 다시 내요.", "sets the exercise with fresh numbers.")},
		{"다시 again", lang.T("문제를 다시 말해요.", "says the task again.")},
		{"수식 formula", lang.T("문제의 수식을 말로 풀어 읽어요.", "spells the formulas of the task.")},
		{"실험 lab", lang.T("답을 맞힌 뒤나 풀이를 본 뒤에 실험실에서 봐요.", "shows it in the lab, once it is solved or the solution has been said.")},
		{wordsUp, lang.T("돌아가요.", "goes back.")},
	}
}

// attempt asks every part, grades, and asks what is next.
func (sh *sheet) attempt() (goesOn bool, err error) {
	seed := sh.seed
	answers := map[string]string{}
	for i, p := range sh.variant.Parts {
		goesOn, err := sh.part(i, p, answers)
		if err != nil || !goesOn || sh.seed != seed {
			return goesOn, err
		}
	}
	sh.grade(answers)
	return sh.after()
}

// part asks one part until its answer can be read.
func (sh *sheet) part(i int, p exercises.Part, answers map[string]string) (goesOn bool, err error) {
	sh.Line(lang.Sprintf("답란 %d/%d: %s", "Answer %d of %d: %s", i+1, len(sh.variant.Parts), sh.Inline(p.Label)).In(sh.Lang))
	for k, o := range p.Options() {
		sh.Line(fmt.Sprintf("%d. %s", k+1, sh.Inline(o)))
	}
	seed := sh.seed
	for {
		line, err := sh.ask(howTo(p.Kind))
		if err != nil {
			return false, err
		}
		if did, goesOn, err := sh.command(line); did {
			if err != nil || !goesOn || sh.seed != seed {
				return goesOn, err
			}
			continue
		}
		if _, err := p.Kind.Read(line); err != nil {
			sh.Say(unread(err))
			continue
		}
		answers[p.ID] = line
		return true, nil
	}
}

// unread says what of an answer could not be read, and where.
func unread(err error) lang.Text {
	if e, ok := err.(*answer.Error); ok { //nolint:errorlint // kinds return it bare
		return e.What
	}
	return lang.Same(err.Error())
}

// howTo says how an answer of a kind is typed.
func howTo(k answer.Kind) lang.Text {
	switch k := k.(type) {
	case answer.Choice:
		return lang.Sprintf("1에서 %d까지 번호로 답하세요.", "Answer with a number from 1 to %d.", len(k.Options))
	case answer.Several:
		return lang.T("맞는 번호를 모두 적으세요. 예: 1, 3", "Give the numbers of all that fit, such as 1, 3.")
	case answer.Order:
		return lang.T("번호를 차례대로 적으세요. 예: 2 1 3", "Give the numbers in order, such as 2 1 3.")
	case answer.Vector:
		return lang.Sprintf("수 %d개를 쉼표로 이어 적으세요.", "Give %d numbers with commas between them.", k.Len)
	case answer.Matrix:
		return howToMatrix(k)
	case answer.Formula:
		return lang.Sprintf("식을 적으세요. 예: %s", "Give a formula, such as %s.", k.Example)
	case answer.Graph:
		return lang.Sprintf("마디를 하나씩 세미콜론으로 이어 적으세요. 예: %s", "Give the nodes, one operation each, with semicolons between them, such as %s.", k.Example)
	case answer.Line:
		return lang.T("할 일을 한 줄로 적으세요.", "Give what is to be done on one line.")
	}
	return lang.T("수를 적으세요.", "Give a number.")
}

func howToMatrix(k answer.Matrix) lang.Text {
	t := lang.Sprintf("%d행 %d열의 수를 행마다 세미콜론으로 나누어 적으세요. 예: 1 2; 3 4", "Give %d rows of %d numbers, with semicolons between the rows, such as 1 2; 3 4.", k.Rows, k.Cols)
	var ko, en []string
	for _, at := range slices.Sorted(maps.Keys(k.Given)) {
		ko = append(ko, fmt.Sprintf("%d행 %d열 %s", at/k.Cols+1, at%k.Cols+1, k.Given[at]))
		en = append(en, fmt.Sprintf("row %d column %d is %s", at/k.Cols+1, at%k.Cols+1, k.Given[at]))
	}
	if len(ko) > 0 {
		t = lang.T(t.KO+" 주어진 칸도 함께 적어요: "+strings.Join(ko, ", ")+".", t.EN+" Give the known entries, too: "+strings.Join(en, ", ")+".")
	}
	return t
}

// command does what a line asks for besides answering; did is false for an
// answer.
func (sh *sheet) command(line string) (did, goesOn bool, err error) {
	switch {
	case is(line, "힌트 hint"):
		sh.hint()
	case is(line, "풀이 solution"):
		sh.solution()
	case is(line, "새숫자 fresh"):
		return true, sh.draw(sh.seed + 1), nil
	case is(line, "다시 again"):
		sh.task()
	case is(line, "수식 formula"):
		if blocks, err := lessons.ParseMarkdown([]byte(sh.variant.Statement.In(sh.Lang))); err == nil {
			sh.Spelled(blocks)
		}
	case is(line, "실험 lab"):
		return true, true, sh.situation()
	case is(line, wordsHelp):
		sh.help(sh.commands())
	case is(line, "나가기 up quit exit 끝"):
		return true, false, nil
	default:
		return false, true, nil
	}
	return true, true, nil
}

func (sh *sheet) hint() {
	if sh.hints == len(sh.variant.Hints) {
		sh.Say(lang.T("힌트는 여기까지예요.", "There are no more hints."))
		return
	}
	sh.Line(lang.Sprintf("힌트 %d/%d:", "Hint %d of %d:", sh.hints+1, len(sh.variant.Hints)).In(sh.Lang))
	sh.Markdown(sh.variant.Hints[sh.hints])
	sh.hints++
}

func (sh *sheet) solution() {
	sh.shown = true
	sh.store.ShowSolution(sh.ex.ID, sh.seed)
	sh.save()
	sh.Say(lang.T("풀이:", "Solution:"))
	sh.Markdown(sh.variant.Solution)
}

// situation opens the lab that shows the task, once that gives nothing away.
func (sh *sheet) situation() error {
	words := strings.Fields(sh.variant.Situation)
	if len(words) == 0 || !slices.Contains(labs.IDs(), words[0]) || !sh.solved && !sh.shown {
		sh.Say(lang.T("답을 맞히거나 풀이를 보면, 실험실이 있는 문제는 열려요.", "The lab opens, where there is one, once it is solved or the solution has been said."))
		return nil
	}
	scene := lessons.Scene{Lab: words[0]}
	for _, w := range words[1:] {
		control, value, _ := strings.Cut(w, "=")
		scene.Settings = append(scene.Settings, lessons.Setting{Control: control, Value: value})
	}
	return sh.enter(scene).stay()
}

// grade grades the answers, keeps the attempt and says what became of them.
func (sh *sheet) grade(answers map[string]string) {
	report := exercises.Grade(sh.variant, answers)
	if report.Outcome == exercises.Ungraded {
		sh.Say(report.Problem)
		return
	}
	if err := sh.store.AddAttempt(progress.Attempt{
		Exercise: sh.ex.ID, Seed: sh.seed, Params: sh.variant.Params, Input: answers,
		Outcome: report.Outcome, Mistake: report.FirstMistake(), Share: report.Share,
	}); err != nil {
		sh.Line(lang.Sprintf("답을 저장하지 못했어요: %v", "Your answer could not be kept: %v", err).In(sh.Lang))
	}
	sh.save()
	if sh.solved = report.Outcome == exercises.Correct; !sh.solved {
		sh.misses++
	}
	sh.Report(sh.variant, report)
}

// after asks what is next once answers have been graded.
func (sh *sheet) after() (goesOn bool, err error) {
	for {
		prompt := lang.T("Enter: 다시 풀기. 힌트, 풀이, 새숫자, 나가기.", "Enter: try again. Or hint, solution, fresh, up.")
		if sh.solved {
			prompt = lang.T("Enter: 돌아가기. 새숫자, 풀이, 실험.", "Enter: back. Or fresh, solution, lab.")
		}
		line, err := sh.ask(prompt)
		if err != nil {
			return false, err
		}
		if line == "" {
			return !sh.solved, nil
		}
		seed := sh.seed
		did, goesOn, err := sh.command(line)
		switch {
		case err != nil || did && !goesOn:
			return false, err
		case !did:
			sh.unknown(line)
		case sh.seed != seed:
			return true, nil
		}
	}
}
