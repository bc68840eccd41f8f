package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hakseup/exercises/bank"
	"hakseup/exercises/overview"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui"
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
	o := overview.Of(course, s)
	for _, ch := range o.Chapters {
		fmt.Fprintf(c.out, "%s  %s: %s\n", ch.Number, ch.Title.In(c.lang), c.facts(ch))
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
			c.tries(state))
	}
	if len(o.Mistakes) > 0 {
		fmt.Fprintln(c.out, c.tr("자주 한 실수:", "Mistakes made most:"))
	}
	for _, m := range o.Mistakes[:min(len(o.Mistakes), mistakesMost)] {
		fmt.Fprintf(c.out, "%d× %s: %s\n", m.Times, m.Exercise, c.inline(m.Say))
	}
	c.printDue(course, s)
	fmt.Fprintf(c.out, c.tr("모두: %s\n", "In all: %s\n"), c.facts(o.All))
	return nil
}

// tries says how often an exercise was tried, and what it earned.
func (c *command) tries(e progress.Exercise) string {
	best, latest := e.Marks()
	return lang.Sprintf("%d번 시도, 최고 %.0f%%, 최근 %.0f%%", "tries: %d, best %.0f%%, latest %.0f%%", e.Attempts, 100*best, 100*latest).In(c.lang)
}

// mistakesMost is how many mistakes are told.
const mistakesMost = 5

// facts says in a line how far the learner is in a chapter.
func (c *command) facts(ch overview.Chapter) string {
	var all []string
	for _, t := range ch.Facts() {
		all = append(all, t.In(c.lang))
	}
	return strings.Join(all, " · ")
}

// printDue says how many things are due for review.
func (c *command) printDue(course *lessons.Course, s progress.Summary) {
	if n := len(tui.Schedule(course, s).Due(time.Now())); n > 0 {
		fmt.Fprintf(c.out, c.tr("복습할 것: %d개. hakseup을 열고 r을 누르세요.\n", "To review: %d. Open hakseup and press r.\n"), n)
	}
}
