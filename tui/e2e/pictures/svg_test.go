//go:build unix

package main

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"hakseup/tui/e2e/terminal"
)

// TestThePictureIsSound draws every kind of cell.
func TestThePictureIsSound(t *testing.T) {
	t.Parallel()
	const text = `a<&" ─│╭╮╰╯├┤┬┴┼━●○◉█▌▀▄▐▁⡀⣿⎡⎢⎣⎤⎥⎦✓·`
	s := terminal.Screen{Height: 1}
	for _, r := range text {
		s.Cells = append(s.Cells, terminal.Cell{Text: string(r), Width: 1, Foreground: "#123456"})
	}
	s.Cells = append(s.Cells,
		terminal.Cell{Text: "학", Width: 2, Bold: true, Underline: true, Reverse: true, Background: "#654321"}, terminal.Cell{})
	s.Width = len(s.Cells)
	picture := string(svg(s, light()))
	decoder := xml.NewDecoder(strings.NewReader(picture))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, picture)
		}
	}
	for _, want := range []string{`x="5 15 25 35 345 355">a&lt;&amp;&#34;✓·<`, `fill="#654321" y="16" x="370">학<`} {
		if !strings.Contains(picture, want) {
			t.Errorf("the picture has no %s\n%s", want, picture)
		}
	}
}

// TestShapesAreJoined keeps pictures small: what goes on is written once.
func TestShapesAreJoined(t *testing.T) {
	t.Parallel()
	s := terminal.Screen{Height: 1}
	for range 40 {
		s.Cells = append(s.Cells, terminal.Cell{Text: "─", Width: 1})
	}
	s.Width = len(s.Cells)
	if picture := string(svg(s, light())); !strings.Contains(picture, `d="M0 11h400"`) {
		t.Errorf("40 cells of a line are no single line\n%s", picture)
	}
}

// TestAFilmDrawsOnceWhatStays shows two screens of which a word changes.
func TestAFilmDrawsOnceWhatStays(t *testing.T) {
	t.Parallel()
	screen := func(word string) terminal.Screen {
		s := terminal.Screen{Width: width, Height: height, Cells: make([]terminal.Cell, width*height)}
		for i, r := range "stays" {
			s.Cells[i] = terminal.Cell{Text: string(r), Width: 1}
		}
		for i, r := range word {
			s.Cells[width+i] = terminal.Cell{Text: string(r), Width: 1}
		}
		return s
	}
	film := string(moving([]terminal.Screen{screen("before"), screen("after")}, []time.Duration{time.Second, 3 * time.Second}, light()))
	for text, times := range map[string]int{">stays<": 1, ">before<": 1, ">after<": 1, "@keyframes": 2, "animation:4.00s": 1, "25.000%": 2} {
		if got := strings.Count(film, text); got != times {
			t.Errorf("%s comes %d times, want %d\n%s", text, got, times, film)
		}
	}
}
