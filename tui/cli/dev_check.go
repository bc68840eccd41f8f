package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/content"
)

// checkContent is hakseup dev check: what does not hold in the lessons, file and
// line.
func (c *command) checkContent() *cobra.Command {
	var claims bool
	cmd := &cobra.Command{
		Use:   c.tr("check [폴더]", "check [folder]"),
		Short: c.tr("강의 파일에서 맞지 않는 곳 찾기", "what does not hold in the lessons"),
		Long: c.tr("강의 파일의 지시문, 수식, 두 언어, 할 일, 관찰, 문제를 실험과 견주어 보고 맞지 않는 곳을 파일과 줄로 말해요.\n폴더가 없으면 프로그램에 든 강의를 봐요.\n종료 코드: 0 모두 맞음, 1 맞지 않는 곳이 있음, 2 읽을 수 없음.",
			"Holds the lessons' directives, formulas, both languages, tasks, observations and exercises against the labs, and says what does not hold, file and line.\nWithout a folder it looks at the lessons in the program.\nExit status: 0 all holds, 1 something does not, 2 unreadable."),
		Example: "  hakseup dev check lessons\n  hakseup dev check --claims",
		Args:    c.atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			course, err := courseIn(args)
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return c.tellContent(ctx, course, claims)
		},
	}
	cmd.Flags().BoolVar(&claims, "claims", false, c.tr(
		fmt.Sprintf("우연에 관한 주장도 시드 %d개로 다시 계산하기 (몇 분)", content.Tries),
		fmt.Sprintf("recompute what is claimed of chance from %d seeds, too (minutes)", content.Tries)))
	return cmd
}

// courseIn opens the lessons in a folder, or those in the program.
func courseIn(args []string) (*lessons.Course, error) {
	if len(args) == 0 {
		return lessons.Default()
	}
	if info, err := os.Stat(args[0]); err != nil || !info.IsDir() {
		return nil, unreadable(lang.Sprintf("%s: 이런 폴더는 없어요.", "%s: there is no such folder.", lang.Quote(args[0])))
	}
	course, err := lessons.Open(os.DirFS(args[0]))
	if err != nil {
		return nil, unreadable(lang.Sprintf("%[1]v", "%[1]v", err))
	}
	for _, e := range course.Entries() {
		if e.Written {
			return course, nil
		}
	}
	return nil, unreadable(lang.Sprintf("%s: 06-softmax-loss 같은 강의 폴더가 없어요.",
		"%s: there is no folder of a lecture, such as 06-softmax-loss.", lang.Quote(args[0])))
}

func (c *command) tellContent(ctx context.Context, course *lessons.Course, claims bool) error {
	report := content.Check(course)
	if claims {
		told := func(where string, held, seeds int) { fmt.Fprintf(c.out, "%s: %d/%d\n", where, held, seeds) }
		of := content.CheckClaims(ctx, course, content.Tries, told)
		report.Claims = of.Claims
		report.Problems = append(report.Problems, of.Problems...)
	}
	for _, p := range report.Problems {
		fmt.Fprintln(c.out, p.In(c.lang))
	}
	said := lang.Sprintf("강의 %[1]d개, %[2]d쪽, 문제 %[3]d개", "%[1]d lectures, %[2]d pages, %[3]d exercises", report.Lectures, report.Pages, len(bank.All()))
	if claims {
		said.KO += fmt.Sprintf(", 주장 %d개", report.Claims)
		said.EN += fmt.Sprintf(", %d claims", report.Claims)
	}
	if len(report.Problems) > 0 {
		fmt.Fprintf(c.out, c.tr("%s: 맞지 않는 곳 %d군데\n", "%s: %d problems\n"), said.In(c.lang), len(report.Problems))
		return &exit{code: exitWrong}
	}
	fmt.Fprintf(c.out, c.tr("%s: 모두 맞아요.\n", "%s: all holds.\n"), said.In(c.lang))
	return nil
}
