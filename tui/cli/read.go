package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui"
	"hakseup/tui/markdown"
)

const (
	defaultWidth = 80
	minWidth     = 20
	maxWidth     = 400
)

func (c *command) read() *cobra.Command {
	width, code := defaultWidth, false
	cmd := &cobra.Command{
		Use:   c.tr("read 강의", "read lecture"),
		Short: c.tr("강의나 정오표(slips)를 글로 읽기", "a lecture, or the errata (slips), as plain text"),
		Args:  c.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if width < minWidth || width > maxWidth {
				return unreadable(lang.Sprintf("--width %[1]d: %[2]d에서 %[3]d까지 쓸 수 있어요.",
					"--width %[1]d: it takes %[2]d to %[3]d.", width, minWidth, maxWidth))
			}
			course, err := lessons.Default()
			if err != nil {
				return err
			}
			if isSlips(args[0]) {
				return c.printSlips(course, width)
			}
			if code {
				return c.printCode(course, args[0])
			}
			return c.printLecture(course, args[0], width)
		},
	}
	cmd.Flags().IntVar(&width, "width", defaultWidth, c.tr("줄의 너비(칸)", "cells in a line"))
	cmd.Flags().BoolVar(&code, "code", false, c.tr("강의 대신 그 계산을 하는 엔진의 코드", "the code of the engine that the lecture is about, in its place"))
	return cmd
}

// printCode writes the files of the engine that a lecture is about.
func (c *command) printCode(course *lessons.Course, name string) error {
	l, err := course.Lecture(name, c.lang)
	if err != nil {
		return err
	}
	for _, file := range l.Code {
		text, err := nn.Source(file)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.out, "// nn/%s\n\n%s\n", file, strings.ReplaceAll(text, "\t", "    "))
	}
	return nil
}

// printLecture writes a lecture as plain text, without control codes.
func (c *command) printLecture(course *lessons.Course, name string, width int) error {
	l, err := course.Lecture(name, c.lang)
	if err != nil {
		return err
	}
	c.printLines(markdown.PlainTitle(fmt.Sprintf("%02d %s", l.Number, l.Title), "=", width))
	for _, page := range l.Pages {
		fmt.Fprintln(c.out)
		c.printLines(markdown.PlainTitle(page.Title, "-", width))
		if page.Slide != "" {
			fmt.Fprintln(c.out, c.tr("강의 자료: ", "handout: ")+page.Slide)
		}
		fmt.Fprintln(c.out)
		c.printLines(markdown.Plain(page.Blocks, markdown.Options{Width: width, Lang: c.lang}))
	}
	return nil
}

// isSlips reports whether a name means the collection of the handout's slips.
func isSlips(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	title := tui.SlipsTitle()
	return name == "slips" || name == title.KO || name == strings.ToLower(title.EN)
}

// printSlips writes everything that the handout has otherwise than it is.
func (c *command) printSlips(course *lessons.Course, width int) error {
	all, err := course.Slips(c.lang)
	if err != nil {
		return err
	}
	c.printLines(markdown.PlainTitle(tui.SlipsTitle().In(c.lang), "=", width))
	for _, slip := range all {
		fmt.Fprintln(c.out)
		c.printLines(markdown.PlainTitle(fmt.Sprintf("%02d %s", slip.Lecture.Number, slip.Page.Title), "-", width))
		fmt.Fprintln(c.out)
		c.printLines(markdown.Plain(slip.Blocks, markdown.Options{Width: width, Lang: c.lang}))
	}
	return nil
}

// printMarkdown writes a text of an exercise as plain text.
func (c *command) printMarkdown(t lang.Text) error {
	blocks, err := lessons.ParseMarkdown([]byte(t.In(c.lang)))
	if err != nil {
		return err
	}
	c.printLines(markdown.Plain(blocks, markdown.Options{Width: defaultWidth, Lang: c.lang}))
	return nil
}

// inline returns a label, an option or an answer in words on one line, its
// formulas written out.
func (c *command) inline(t lang.Text) string {
	blocks, err := lessons.ParseMarkdown([]byte(t.In(c.lang)))
	if err != nil {
		return t.In(c.lang)
	}
	return strings.Join(markdown.Plain(blocks, markdown.Options{Width: maxWidth, Lang: c.lang}), " ")
}

func (c *command) printLines(lines []string) {
	for _, l := range lines {
		fmt.Fprintln(c.out, l)
	}
}
