//go:build unix

// Pictures draws the pictures of the README from the running program: it
// builds the program, drives it in an emulated terminal and writes what that
// shows as SVG. Run it in the project's folder:
//
//	go run ./tui/e2e/pictures
//
// The same program gives the same files, byte for byte. With -sheets it draws
// every page of the course instead, in both languages, at 120x36 and 80x24, dark,
// light and without colours, for somebody to look through:
//
//	go run ./tui/e2e/pictures -sheets FOLDER [-lecture 04]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/tui/e2e/terminal"
)

const (
	folder        = ".github"
	width, height = 120, 36

	patience = 30 * time.Second
	quiet    = 300 * time.Millisecond // when a screen counts as finished
)

// picture is a screen of the program and how to get there.
type picture struct {
	name    string
	lecture string
	steps   []step
}

// step is a key to press or a text to type, what it brings to the screen, and for
// how long a film shows that.
type step struct {
	press, types, brings string
	shown                time.Duration
}

func pictures() []picture {
	return []picture{
		{"home", "", []step{{brings: "▸ 04"}}},
		{"lecture", "06", []step{{brings: "1/21"}, {press: "Right", brings: "2/21"}, {press: "Tab", brings: "▸ 고양이 점수"}}},
		{"gates", "04", slices.Concat(
			[]step{{brings: "10/22"}, {press: "]", brings: "11/22"}, {press: "2", brings: "● 2"}, {press: "Tab"}},
			slices.Repeat([]step{{press: "s"}}, 20), []step{{press: "s", brings: "4/4"}})},
		{"exercise", "", []step{
			{brings: "▸ 04"},
			{press: "End", brings: "▸ ★"},
			{press: "Enter", brings: "연습문제 1"},
			{press: "Home"},
			{press: "Enter", brings: "평균 제곱 오차 MSE"},
			{types: "0.396", brings: "0.396"},
			{press: "Enter"},
			{types: "1.284", brings: "1.284"},
			{press: "Enter", brings: "✓"},
		}},
	}
}

func main() {
	folder := flag.String("sheets", "", "draw every page into this `folder`")
	lecture := flag.String("lecture", "", "only this `lecture`, such as 04")
	flag.Parse()
	if err := run(*folder, *lecture); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(sheets, lecture string) error {
	dir, err := os.MkdirTemp("", "hakseup-pictures")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // no more than a temporary folder
	program := filepath.Join(dir, "hakseup")
	build := exec.CommandContext(context.Background(), "go", "build", "-o", program, "hakseup") //nolint:gosec // our own folder
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	if sheets != "" {
		return drawSheets(program, sheets, lecture)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil { //nolint:gosec // for everybody to see
		return err
	}
	for _, dark := range []bool{true, false} {
		for _, p := range pictures() {
			if err := p.draw(program, filepath.Join(dir, fmt.Sprint(p.name, dark)), dark); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
		if err := shoot(program, filepath.Join(dir, fmt.Sprint("film", dark)), dark); err != nil {
			return fmt.Errorf("film: %w", err)
		}
	}
	return nil
}

// draw drives the program to the picture and writes it.
func (p picture) draw(program, data string, dark bool) error {
	term, look, err := start(program, data, dark, p.lecture)
	if err != nil {
		return err
	}
	defer term.Close()
	for _, s := range p.steps {
		if err := s.take(term); err != nil {
			return err
		}
	}
	return write(p.name, dark, svg(term.Settled(quiet), look))
}

// start runs the program for a learner in the middle of the course.
func start(program, data string, dark bool, lecture string) (*terminal.Terminal, look, error) {
	if err := learn(data); err != nil {
		return nil, look{}, err
	}
	shade, l := "light", light()
	if dark {
		shade, l = "dark", darkness()
	}
	argv := []string{program, "--data", data, "--lang", "ko", "--theme", shade}
	if lecture != "" {
		argv = append(argv, lecture)
	}
	term, err := terminal.Start(terminal.Options{Width: width, Height: height}, argv...)
	return term, l, err
}

func write(name string, dark bool, picture []byte) error {
	shade := "light"
	if dark {
		shade = "dark"
	}
	return os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%s.svg", name, shade)), picture, 0o644) //nolint:gosec // for everybody to see
}

func (s step) take(term *terminal.Terminal) error {
	var err error
	if s.press != "" {
		err = term.Press(s.press)
	}
	err = errors.Join(err, term.Type(s.types))
	if screen, ok := term.Until(patience, func(now terminal.Screen) bool { return now.Has(s.brings) }); !ok {
		err = errors.Join(err, fmt.Errorf("%q does not come\n%s", s.brings, screen))
	}
	return err
}

// learn makes the progress of a learner in the middle of the course.
func learn(dir string) error {
	store := progress.Open(dir, nil)
	numbered := lessons.NumberedPages()
	for _, read := range []struct {
		lecture string
		pages   int
	}{{"02-vectors-matrices", 10}, {"04-perceptron", 6}} {
		for _, page := range numbered[read.lecture][:read.pages] {
			store.Visit(progress.Place{Lecture: read.lecture, Page: page})
		}
	}
	var err error
	for _, id := range []string{"02/sum", "02/dot", "02/angle", "02/norms", "02/matrix-sum", "04/output", "04/and", "04/or"} {
		err = errors.Join(err, store.AddAttempt(progress.Attempt{Exercise: id, Outcome: exercises.Correct}))
	}
	return errors.Join(err, store.Save(context.Background()), store.Close())
}
