//go:build unix

package main

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

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
