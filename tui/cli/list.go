package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/bank"
	"hakseup/lessons"
)

func (c *command) list() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: c.tr("강의와 문제의 목록", "lectures and exercises"),
		Args:  c.atMost(0),
		RunE: func(*cobra.Command, []string) error {
			course, err := lessons.Default()
			if err != nil {
				return err
			}
			c.printList(course)
			return nil
		},
	}
}

// printList writes the lectures, each with its exercises below it.
func (c *command) printList(course *lessons.Course) {
	for _, e := range course.Entries() {
		title := e.Title.In(c.lang)
		if !e.Written {
			title += c.tr(" (준비 중)", " (coming)")
		}
		fmt.Fprintf(c.out, "%02d  %s\n", e.Number, title)
		c.printExercises(fmt.Sprintf("%02d/", e.Number))
	}
	fmt.Fprintf(c.out, "★   %s\n", c.tr("연습 문제", "Practice exercises"))
	c.printExercises("practice")
}

func (c *command) printExercises(prefix string) {
	for _, e := range bank.All() {
		if strings.HasPrefix(e.ID, prefix) {
			fmt.Fprintf(c.out, "      %-16s %s\n", e.ID, e.Title.In(c.lang))
		}
	}
}

// partNames lists the names under which the parts of an exercise are answered.
func partNames(v exercises.Variant) string {
	names := make([]string, len(v.Parts))
	for i, p := range v.Parts {
		names[i] = p.ID + "=…"
		if _, ok := p.Kind.(answer.Formula); ok {
			names[i] = p.ID + "='…'" // a shell has its own view of x^2 | y
		}
	}
	return strings.Join(names, " ")
}
