package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/plain"
)

func (c *command) check() *cobra.Command {
	var seed uint64
	var asJSON bool
	cmd := &cobra.Command{
		Use:   c.tr("check 문제 답란=값…", "check exercise field=value…"),
		Short: c.tr("답을 채점하기", "grade answers"),
		Long: c.tr("답을 채점해요. 답 없이 실행하면 문제를 보여 줘요.\n종료 코드: 0 모두 맞음, 1 틀린 답이 있음, 2 읽을 수 없거나 모르는 이름.",
			"Grades answers. Without any it shows the task.\nExit status: 0 all right, 1 something wrong, 2 unreadable or unknown."),
		Example: "  hakseup check practice-1\n  hakseup check practice-1 mse=0.396 ce=0.4318\n  hakseup check 06/worked a=0.81,0.39 y=0.603,0.397 mse=0.157 ce=0.505\n  hakseup check practice-3 graph='a = x*x; g = w*a; f = g + b' dw='x^2 dL/df' dx='2wx dL/df' db='dL/df'",
		Args:    c.atLeast(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.grade(args[0], args[1:], seed, asJSON)
		},
	}
	cmd.Flags().Uint64Var(&seed, "seed", 0, c.tr("숫자를 뽑는 시드(seed); 0은 강의 자료의 숫자", "seed of the numbers; 0 has the handout's"))
	cmd.Flags().BoolVar(&asJSON, "json", false, c.tr("프로그램이 읽을 JSON으로", "as JSON for programs"))
	return cmd
}

// grade grades the answers given as field=value and prints what became of
// them.
func (c *command) grade(id string, args []string, seed uint64, asJSON bool) error {
	ex, ok := bank.Find(id)
	if !ok {
		return unreadable(lang.Sprintf("'%[1]s': 그런 문제는 없어요. hakseup list에 목록이 있어요.",
			"'%[1]s': there is no such exercise. hakseup list shows them.", lang.Quote(id)))
	}
	v, err := ex.Draw(seed)
	if err != nil {
		return unreadable(lang.Sprintf("--seed %[1]d: 이 시드로는 알맞은 숫자를 뽑지 못했어요. 다른 시드를 써 보세요.",
			"--seed %[1]d: no fitting numbers could be drawn for this seed. Try another one.", seed))
	}
	if len(args) == 0 && !asJSON {
		return c.printTask(ex, v, seed)
	}
	answers, err := readAnswers(v, args)
	if err != nil {
		return err
	}
	report := exercises.Grade(v, answers)
	// Whoever has seen the verdict finds it kept.
	c.keep(progress.Attempt{
		Exercise: ex.ID, Seed: seed, Params: v.Params, Input: answers,
		Outcome: report.Outcome, Mistake: report.FirstMistake(), Share: report.Share,
	})
	if asJSON {
		err = c.printJSON(ex, seed, v, report)
	} else {
		c.printReport(v, report)
	}
	if err != nil {
		return err
	}
	if report.Outcome == exercises.Ungraded {
		return unreadable(report.Problem)
	}
	if report.Outcome == exercises.Wrong {
		return &exit{code: exitWrong}
	}
	return nil
}

// readAnswers splits field=value arguments. MSE is as good a name as mse.
func readAnswers(v exercises.Variant, args []string) (map[string]string, error) {
	answers := map[string]string{}
	for _, a := range args {
		name, value, ok := strings.Cut(a, "=")
		if !ok {
			return nil, unreadable(lang.Sprintf("'%[1]s': 답은 답란=값의 꼴로 적어요. 예: mse=0.396",
				"'%[1]s': an answer is written field=value, such as mse=0.396.", lang.Quote(a)))
		}
		for _, p := range v.Parts {
			if strings.EqualFold(p.ID, strings.TrimSpace(name)) {
				name = p.ID
			}
		}
		if _, twice := answers[name]; twice {
			return nil, unreadable(lang.Sprintf("%[1]s: 답이 두 번 적혀 있어요.", "%[1]s: answered twice.", lang.Quote(name)))
		}
		answers[name] = value
	}
	return answers, nil
}

// printTask writes the task and how to answer it.
func (c *command) printTask(ex exercises.Exercise, v exercises.Variant, seed uint64) error {
	fmt.Fprintf(c.out, "%s (%s)\n\n", ex.Title.In(c.lang), ex.ID)
	if err := c.printMarkdown(v.Statement); err != nil {
		return err
	}
	for i, p := range v.Parts {
		if i == 0 || len(p.Options()) > 0 {
			fmt.Fprintln(c.out)
		}
		fmt.Fprintf(c.out, "%s: %s\n", p.ID, c.inline(p.Label))
		for i, o := range p.Options() {
			fmt.Fprintf(c.out, "  %d. %s\n", i+1, c.inline(o))
		}
	}
	names := partNames(v)
	if seed != 0 {
		names += fmt.Sprintf(" --seed %d", seed)
	}
	fmt.Fprintf(c.out, "\n%s: hakseup check %s %s\n", c.tr("답하기", "To answer"), ex.ID, names)
	return nil
}

// printReport writes a line for each part, its feedback below it.
func (c *command) printReport(v exercises.Variant, report exercises.Report) {
	for i, r := range report.Parts {
		if report.Outcome == exercises.Ungraded {
			continue // told on stderr
		}
		fmt.Fprintf(c.out, "%s = %s: %s\n", v.Parts[i].ID, c.inline(r.Echo), plain.Verdict(r).In(c.lang))
		_ = c.printMarkdown(r.Feedback)
		if cells := v.Parts[i].SayCells(r); !cells.IsZero() {
			fmt.Fprintln(c.out, cells.In(c.lang))
		}
	}
}

// graded is what became of one answer, for programs.
type graded struct {
	ID            string            `json:"id"`
	Outcome       exercises.Outcome `json:"outcome"`
	Share         float64           `json:"share"`
	Wrong         []int             `json:"wrong,omitempty"` // cells, counted from 0, row by row
	Mistake       string            `json:"mistake,omitempty"`
	FollowThrough bool              `json:"follow_through,omitempty"`
	Read          answer.Value      `json:"read,omitempty"`
	Feedback      lang.Text         `json:"feedback"`
}

func (c *command) printJSON(ex exercises.Exercise, seed uint64, v exercises.Variant, report exercises.Report) error {
	parts := make([]graded, len(report.Parts))
	for i, r := range report.Parts {
		parts[i] = graded{r.Part, r.Outcome, r.Share, r.Wrong, r.Mistake, r.FollowThrough, r.Read, r.Feedback.Printable()}
	}
	e := json.NewEncoder(c.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Exercise string            `json:"exercise"`
		Seed     uint64            `json:"seed"`
		Params   json.RawMessage   `json:"params"`
		Outcome  exercises.Outcome `json:"outcome"`
		Share    float64           `json:"share"`
		Parts    []graded          `json:"parts"`
	}{ex.ID, seed, v.Params, report.Outcome, report.Share, parts})
}

// keep keeps the attempt with the learner's progress. Grading does not
// depend on it: what went wrong is told, no more.
func (c *command) keep(attempt progress.Attempt) {
	if attempt.Outcome == exercises.Ungraded {
		return
	}
	store := progress.Open(c.dataDir, lessons.NumberedPages())
	err := store.AddAttempt(attempt)
	ctx, cancel := context.WithTimeout(context.Background(), storePatience)
	defer cancel()
	err = errors.Join(err, store.Save(ctx))
	if n := store.Notice(); n != nil {
		fmt.Fprintln(c.err, lang.Printable(n.Text().In(c.lang)))
	} else if err != nil {
		fmt.Fprintln(c.err, lang.Printable(c.tr("학습 기록에 남기지 못했어요: ", "The attempt could not be kept: ")+err.Error()))
	}
	_ = store.Close() // what is not saved is in the journal
}
