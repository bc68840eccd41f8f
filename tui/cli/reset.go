package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
)

func (c *command) reset() *cobra.Command {
	var sure, undo bool
	cmd := &cobra.Command{
		Use:   "reset",
		Short: c.tr("학습 기록을 비우고 처음부터", "forget your progress and begin anew"),
		Long: c.tr("물어본 다음 학습 기록을 비워요. 그 전의 기록은 옆에 남겨 두니 hakseup reset --undo로 되돌릴 수 있고, 그동안 한 것도 남아요.",
			"Asks, and then empties your progress. What was there is kept beside it: hakseup reset --undo brings it back, with what you did since."),
		Args: c.atMost(0),
		RunE: func(*cobra.Command, []string) error {
			return c.withStore(func(ctx context.Context, store *progress.Store) error {
				if undo {
					n, err := store.UndoReset(ctx)
					if err == nil {
						fmt.Fprintln(c.out, lang.Sprintf("되돌렸어요. 돌아온 기록: %d개.", "Taken back. Events that came back: %d.", n).In(c.lang))
					}
					return err
				}
				if !sure && !c.confirm(store.Summary()) {
					return &exit{exitWrong, lang.T("비우지 않았어요. 그대로 있어요.", "Nothing was changed.")}
				}
				kept, err := store.Reset(ctx)
				if err == nil {
					fmt.Fprintln(c.out, lang.Sprintf("비웠어요. 전의 기록은 %[1]s에 있어요. 되돌리기: hakseup reset --undo",
						"Done. What was there is kept in %[1]s. To take it back: hakseup reset --undo", kept).In(c.lang))
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&sure, "yes", false, c.tr("묻지 않고", "without asking"))
	cmd.Flags().BoolVar(&undo, "undo", false, c.tr("마지막으로 비운 것을 되돌리기", "take the last reset back"))
	return cmd
}

// confirm asks whether to forget what is there.
func (c *command) confirm(s progress.Summary) bool {
	fmt.Fprint(c.out, lang.Sprintf("읽은 쪽 %d, 답 %d개, 푼 문제 %d개를 비울까요? 비우려면 네라고 적으세요: ",
		"Forget pages read: %d, answers: %d, exercises solved: %d? Type yes to do it: ", s.PagesRead, s.Attempts, s.Solved).In(c.lang))
	line, _ := bufio.NewReader(c.in).ReadString('\n')
	said := strings.ToLower(strings.TrimSpace(line))
	if line == "" || !strings.HasSuffix(line, "\n") {
		fmt.Fprintln(c.out)
	}
	return said == "네" || said == "예" || said == "yes" || said == "y"
}
