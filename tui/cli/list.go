package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/tui/labs"
)

func (c *command) list() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: c.tr("강의와 실험과 문제의 목록", "lectures, labs and exercises"),
		Args:  c.atMost(0),
		RunE: func(*cobra.Command, []string) error {
			course, err := lessons.Default()
			if err != nil {
				return err
			}
			return c.printList(course)
		},
	}
}

// printList writes the lectures, each with its labs and its exercises below it.
func (c *command) printList(course *lessons.Course) error {
	for _, e := range course.Entries() {
		title := e.Title.In(c.lang)
		if !e.Written {
			title += c.tr(" (준비 중)", " (coming)")
		}
		fmt.Fprintf(c.out, "%02d  %s\n", e.Number, title)
		if e.Written {
			lecture, err := course.Lecture(e.Slug, c.lang)
			if err != nil {
				return err
			}
			c.printLabsOf(lecture)
		}
		c.printExercises(fmt.Sprintf("%02d/", e.Number))
	}
	fmt.Fprintf(c.out, "★   %s\n", c.tr("연습 문제", "Practice exercises"))
	c.printExercises("practice")
	return nil
}

// printLabsOf writes the labs that the pages of a lecture use.
func (c *command) printLabsOf(lecture *lessons.Lecture) {
	var seen []string
	for _, p := range lecture.Pages {
		id := p.Scene.Lab
		l, ok := labs.New(id)
		if !ok || slices.Contains(seen, id) {
			continue
		}
		seen = append(seen, id)
		fmt.Fprintf(c.out, "      %-16s %s: %s\n", id, c.tr("실험", "lab"), l.Title().In(c.lang))
	}
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
