//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/e2e/terminal"
)

// A sheet is the contact sheet of a lecture in one form of the program: every
// page as it opens, and as it is once its questions are answered.
type sheet struct {
	entry         lessons.Entry
	width, height int
	look          string // dark, light or plain, which is without colours
	lang          lang.Lang
}

func (s sheet) String() string {
	return fmt.Sprintf("%02d-%dx%d-%s-%s", s.entry.Number, s.width, s.height, s.look, s.lang)
}

// sheets lists those of all lectures that are written, or of one.
func sheets(course *lessons.Course, only string) []sheet {
	var all []sheet
	for _, e := range course.Entries() {
		if !e.Written || only != "" && fmt.Sprintf("%02d", e.Number) != only {
			continue
		}
		for _, size := range [][2]int{{120, 36}, {80, 24}} {
			for _, look := range []string{"dark", "light", "plain"} {
				for _, l := range lang.All() {
					all = append(all, sheet{e, size[0], size[1], look, l})
				}
			}
		}
	}
	return all
}

// drawSheets writes every page of the course into a folder as SVG, a folder
// for a form, and an index of each that shows them all.
func drawSheets(program, folder, only string) error {
	course, err := lessons.Default()
	if err != nil {
		return err
	}
	var (
		wg     sync.WaitGroup
		mu     sync.Mutex
		failed error
		free   = make(chan struct{}, runtime.NumCPU())
	)
	for _, s := range sheets(course, only) {
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			if err := s.draw(program, course, filepath.Join(folder, s.String())); err != nil {
				mu.Lock()
				failed = errors.Join(failed, fmt.Errorf("%v: %w", s, err))
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return failed
}

// draw turns the pages of the lecture and takes their pictures.
func (s sheet) draw(program string, course *lessons.Course, folder string) error {
	lecture, err := course.Lecture(s.entry.Slug, s.lang)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil { //nolint:gosec // for everybody to see
		return err
	}
	data, err := os.MkdirTemp("", "hakseup-sheet")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(data) }() // no more than a temporary folder
	shade, look := "dark", darkness()
	options := terminal.Options{Width: s.width, Height: s.height}
	switch s.look {
	case "light":
		shade, look = "light", light()
	case "plain":
		options.Env = []string{"NO_COLOR=1"}
	}
	term, err := terminal.Start(options, program, "--data", data, "--lang", s.lang.String(), "--theme", shade, strconv.Itoa(s.entry.Number))
	if err != nil {
		return err
	}
	defer term.Close()
	c := camera{term: term, look: look, folder: folder, turned: s.width < 116}
	for i, p := range lecture.Pages {
		c.page(fmt.Sprintf("%02d-%s", i+1, p.ID), p, fmt.Sprintf("%d/%d", i+1, len(lecture.Pages)))
	}
	c.err = errors.Join(c.err, os.WriteFile(filepath.Join(folder, "index.html"), c.index.Bytes(), 0o644)) //nolint:gosec // for everybody to see
	return c.err
}

// camera takes pictures of the program as it is driven. The first error stays.
type camera struct {
	term   *terminal.Terminal
	look   look
	folder string
	turned bool // the lab is behind the text
	index  bytes.Buffer
	err    error
}

// moment is how long nothing has changed on a screen that is taken.
const moment = 120 * time.Millisecond

func (c *camera) press(keys ...string) {
	for _, k := range keys {
		c.err = errors.Join(c.err, c.term.Press(k))
		c.term.Settled(moment)
	}
}

// page takes a page as it opens and, if it asks anything, answered; then it
// turns to the next.
func (c *camera) page(name string, p lessons.Page, number string) {
	if screen, ok := c.term.Until(patience, func(now terminal.Screen) bool { return now.Has(number) }); !ok {
		c.err = errors.Join(c.err, fmt.Errorf("%s: %s does not come\n%s", name, number, screen))
		return
	}
	c.take(name)
	asks := false
	for b := range lessons.All(p.Blocks) {
		q, ok := b.(*lessons.Question)
		if !ok {
			continue
		}
		asks = true
		if q.Kind == lessons.Saw {
			c.press("Enter")
			c.term.Settled(patience / 100)
		}
		c.press(strconv.Itoa(q.Answer + 1))
	}
	if asks {
		c.take(name + "-answered")
	}
	c.press("]")
}

// take writes what is on the screen, and where the lab is behind the text that
// too.
func (c *camera) take(name string) {
	c.write(name)
	if c.turned {
		c.press("Tab")
		c.write(name + "-lab")
		c.press("Tab")
	}
}

func (c *camera) write(name string) {
	file := name + ".svg"
	fmt.Fprintf(&c.index, "<figure style=\"display:inline-block\"><img src=%q width=\"600\"><figcaption>%s</figcaption></figure>\n", file, strings.TrimSuffix(file, ".svg"))
	err := os.WriteFile(filepath.Join(c.folder, file), svg(c.term.Settled(moment), c.look), 0o644) //nolint:gosec // for everybody to see
	c.err = errors.Join(c.err, err)
}
