package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/exercises/quiz"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// quizMost is how many questions a quiz has at most.
const quizMost = 100

func (c *command) quiz() *cobra.Command {
	var n, seed uint64
	cmd := &cobra.Command{
		Use:   c.tr("quiz [강의]", "quiz [lecture]"),
		Short: c.tr("문제를 한 줄씩 풀기", "questions line by line"),
		Long: c.tr("새 숫자로 뽑은 문제를 한 줄씩 묻고 바로 채점해요. 빈 줄은 문제를 건너뛰고, 입력이 끝나면 거기까지의 점수를 말해요.",
			"Asks exercises with fresh numbers line by line and grades each at once. An empty line skips one, and where the input ends it tells the mark so far."),
		Example: "  hakseup quiz 06 --n 5\n  hakseup quiz --seed 7",
		Args:    c.atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("seed") {
				seed = uint64(time.Now().UnixNano())
			}
			from := bank.All()
			if len(args) == 1 {
				var err error
				if from, err = c.exercisesOf(args[0]); err != nil {
					return err
				}
			}
			if n < 1 || n > quizMost {
				return unreadable(lang.Sprintf("--n %[1]d: 1에서 %[2]d까지 쓸 수 있어요.", "--n %[1]d: it takes 1 to %[2]d.", n, quizMost))
			}
			questions, err := quiz.Draw(from, int(n), seed)
			if err != nil {
				return err
			}
			return (&quizzer{command: c, in: bufio.NewReader(c.in)}).run(questions)
		},
	}
	cmd.Flags().Uint64Var(&n, "n", 10, c.tr("문제 수", "how many questions"))
	cmd.Flags().Uint64Var(&seed, "seed", 0, c.tr("문제와 숫자를 뽑는 시드(seed); 없으면 할 때마다 새로", "seed of the questions and their numbers; without it new ones each time"))
	return cmd
}

// exercisesOf lists the exercises of a lecture.
func (c *command) exercisesOf(name string) ([]exercises.Exercise, error) {
	course, err := lessons.Default()
	if err != nil {
		return nil, err
	}
	e, err := course.Find(name)
	if err != nil {
		return nil, err
	}
	var list []exercises.Exercise
	for _, ex := range bank.All() {
		if strings.HasPrefix(ex.ID, e.Slug[:2]+"/") {
			list = append(list, ex)
		}
	}
	if len(list) == 0 {
		return nil, unreadable(lang.Sprintf("%[1]s강에는 아직 문제가 없어요.", "Lecture %[1]s has no exercises yet.", e.Slug[:2]))
	}
	return list, nil
}

// quizzer asks questions line by line.
type quizzer struct {
	*command

	in *bufio.Reader
}

func (q *quizzer) run(questions []quiz.Question) error {
	reports := make([]exercises.Report, 0, len(questions))
	for i, question := range questions {
		fmt.Fprintf(q.out, "%d/%d  %s (%s)\n\n", i+1, len(questions), question.Exercise.Title.In(q.lang), question.Exercise.ID)
		report, err := q.ask(question)
		if errors.Is(err, io.EOF) {
			fmt.Fprintln(q.out)
			break
		}
		if err != nil {
			return err
		}
		reports = append(reports, report)
		fmt.Fprintln(q.out)
	}
	m := quiz.Total(reports)
	fmt.Fprintln(q.out, lang.Sprintf("문제 %[1]d개 중 %[2]d개 맞음, 점수 %.0[3]f%%.", "Right: %[2]d of %[1]d. Mark: %.0[3]f%%.",
		m.All, m.Right, 100*m.Share).In(q.lang))
	return nil
}

// ask asks one question and says what became of the answer.
func (q *quizzer) ask(question quiz.Question) (exercises.Report, error) {
	v := question.Variant
	if err := q.printMarkdown(v.Statement); err != nil {
		return exercises.Report{}, err
	}
	for {
		answers, skipped, err := q.answers(v)
		if err != nil {
			return exercises.Report{}, err
		}
		if skipped {
			q.printSolution(v)
			return exercises.Report{Outcome: exercises.Wrong}, nil
		}
		report := exercises.Grade(v, answers)
		if report.Outcome == exercises.Ungraded { // each could be read, and still it cannot be told
			fmt.Fprintln(q.out, report.Problem.In(q.lang))
			continue
		}
		q.keep(progress.Attempt{
			Exercise: question.Exercise.ID, Seed: question.Seed, Params: v.Params, Input: answers,
			Outcome: report.Outcome, Mistake: report.FirstMistake(), Share: report.Share,
		})
		q.printReport(v, report)
		if report.Outcome == exercises.Wrong {
			q.printSolution(v)
		}
		return report, nil
	}
}

func (q *quizzer) printSolution(v exercises.Variant) {
	fmt.Fprintf(q.out, "%s\n", q.tr("풀이:", "Solution:"))
	_ = q.printMarkdown(v.Solution) // the output remembers what fails
}

// answers reads an answer to every part. What cannot be read is asked again;
// an empty line skips the question.
func (q *quizzer) answers(v exercises.Variant) (answers map[string]string, skipped bool, err error) {
	answers = map[string]string{}
	for _, p := range v.Parts {
		fmt.Fprintf(q.out, "\n%s\n", q.inline(p.Label))
		for i, o := range p.Options() {
			fmt.Fprintf(q.out, "  %d. %s\n", i+1, q.inline(o))
		}
		for {
			fmt.Fprintf(q.out, "%s = ", p.ID)
			line, err := q.in.ReadString('\n')
			if err != nil && strings.TrimSpace(line) == "" {
				return nil, false, io.EOF
			}
			typed := strings.TrimSpace(line)
			if typed == "" {
				return nil, true, nil
			}
			_, unread := p.Kind.Read(typed)
			if unread == nil {
				answers[p.ID] = typed
				break
			}
			what := lang.Same(unread.Error())
			if e, ok := errors.AsType[*answer.Error](unread); ok {
				what = e.What
			}
			fmt.Fprintln(q.out, lang.Printable(what.In(q.lang)))
		}
	}
	return answers, false, nil
}
