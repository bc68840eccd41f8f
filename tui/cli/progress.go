package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
)

func (c *command) progress() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "progress",
		Short: c.tr("어디까지 배웠는지", "how far you are"),
		Args:  c.atMost(0),
		RunE: func(*cobra.Command, []string) error {
			summary, err := c.summary()
			if err != nil {
				return err
			}
			if asJSON {
				e := json.NewEncoder(c.out)
				e.SetIndent("", "  ")
				return e.Encode(summary)
			}
			return c.printProgress(summary)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, c.tr("프로그램이 읽을 JSON으로", "as JSON for programs"))
	return cmd
}

// storePatience is how long a command waits for other programs that use the
// progress file.
const storePatience = 800 * time.Millisecond

// summary reads the progress and tells what was found in its place. That it
// cannot be written matters to nobody who reads it.
func (c *command) summary() (progress.Summary, error) {
	store := progress.Open(c.dataDir, lessons.NumberedPages())
	defer func() { _ = store.Close() }() // nothing was kept
	ctx, cancel := context.WithTimeout(context.Background(), storePatience)
	defer cancel()
	_ = store.Save(ctx) // the notice tells
	if n := store.Notice(); n != nil && !n.Read {
		if n.Kind == progress.Unusable || n.Kind == progress.Busy {
			return progress.Summary{}, &exit{exitWrong, n.Text()}
		}
		fmt.Fprintln(c.err, n.Text().In(c.lang))
	}
	return store.Summary(), nil
}

// printProgress writes a line for each written lecture, and one for each
// exercise that was tried.
func (c *command) printProgress(s progress.Summary) error {
	course, err := lessons.Default()
	if err != nil {
		return err
	}
	all := 0
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		l, err := course.Lecture(e.Slug, c.lang)
		if err != nil {
			return err
		}
		read := 0
		for _, page := range l.Pages {
			if slices.Contains(s.Lectures[e.Slug].Read, page.ID) {
				read++
			}
		}
		all += read
		fmt.Fprintf(c.out, "%02d  %s: %s\n", e.Number, l.Title, fmt.Sprintf(c.tr("%d/%d쪽", "%d/%d pages"), read, len(l.Pages)))
	}
	for _, ex := range bank.All() {
		state, tried := s.Exercises[ex.ID]
		if !tried {
			continue
		}
		verdict := c.tr("아직 못 풀었어요", "not solved yet")
		if state.Solved {
			verdict = c.tr("풀었어요", "solved")
		}
		fmt.Fprintf(c.out, "%-16s %s: %s (%s)\n", ex.ID, ex.Title.In(c.lang), verdict,
			fmt.Sprintf(c.tr("%d번 시도", "tries: %d"), state.Attempts))
	}
	fmt.Fprintf(c.out, c.tr("읽은 쪽 %d, 푼 문제 %d/%d\n", "pages read: %d, exercises solved: %d of %d\n"),
		all, s.Solved, len(bank.All()))
	return nil
}
