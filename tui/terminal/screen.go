package terminal

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// screen knows what the terminal shows and writes what a frame changes of it.
type screen struct {
	lines    []string // what is shown; nil: unknown
	w, h     int
	cursor   string // what puts the cursor where it is
	old, new []cell // two lines, kept for their room
	out      []byte
}

// cell is one place of a line. A wide character is followed by an empty cell.
type cell struct {
	text  string
	style string // the sequences since all attributes were reset
}

const (
	begin = "\x1b[?2026h" // the terminal shows nothing until the end
	end   = "\x1b[?2026l"
	reset = "\x1b[m"

	gap = 8 // cells that are the same and shorter to write than to jump over
)

// forget has everything drawn anew.
func (s *screen) forget() { s.lines = nil }

// update returns what brings the terminal, of w x h cells, to a frame. The
// bytes are valid until the next call.
func (s *screen) update(f frame, w, h int) []byte {
	s.out = append(s.out[:0], begin...)
	lines := strings.Split(f.text, "\n")
	if lines = lines[:min(len(lines), h)]; s.lines == nil || len(s.lines) != len(lines) || s.w != w || s.h != h {
		s.out = append(s.out, reset+"\x1b[2J"...)
		s.lines = slices.Repeat([]string{""}, len(lines))
		s.w, s.h, s.cursor = w, h, ""
	}
	for y, l := range lines {
		if s.lines[y] != l {
			s.old, s.new = cellsOf(s.old[:0], s.lines[y], w), cellsOf(s.new[:0], l, w)
			s.line(y)
		}
	}
	s.lines = lines
	cursor := "\x1b[?25l"
	if f.cursor && f.x < w && f.y < h {
		cursor = "\x1b[" + strconv.Itoa(f.y+1) + ";" + strconv.Itoa(f.x+1) + "H\x1b[?25h"
	}
	switch {
	case len(s.out) == len(begin) && s.cursor == cursor:
		return s.out[:0]
	case f.cursor || s.cursor != cursor: // what was drawn moved it
		s.out = append(s.out, cursor...)
	}
	s.cursor = cursor
	s.out = append(s.out, end...)
	return s.out
}

// line writes the cells of line y that differ.
func (s *screen) line(y int) {
	for x := 0; x < len(s.new); {
		if s.old[x] == s.new[x] {
			x++
			continue
		}
		last := x // of the cells that differ
		for i := x + 1; i < len(s.new) && i-last <= gap; i++ {
			if s.old[i] != s.new[i] {
				last = i
			}
		}
		s.out = append(s.out, "\x1b["...)
		s.out = strconv.AppendInt(s.out, int64(y+1), 10)
		s.out = append(s.out, ';')
		s.out = strconv.AppendInt(s.out, int64(x+1), 10)
		s.out = append(s.out, 'H')
		pen, sure := "", true
		for i, c := range s.new[x : last+1] {
			if !sure && c.text != "" { // the terminal may have gone further than we think
				s.out = append(s.out, "\x1b["...)
				s.out = strconv.AppendInt(s.out, int64(x+i+1), 10)
				s.out = append(s.out, 'G')
			}
			if c.style != pen {
				if pen != "" {
					s.out = append(s.out, reset...)
				}
				s.out = append(s.out, c.style...)
				pen = c.style
			}
			s.out = append(s.out, c.text...)
			if c.text != "" {
				r, n := utf8.DecodeRuneInString(c.text)
				sure = n == len(c.text) && plain(r) > 0
			}
		}
		if pen != "" {
			s.out = append(s.out, reset...)
		}
		x = last + 1
	}
}

// cellsOf appends the w cells of a line: what is longer is cut off, what is
// shorter is blank.
func cellsOf(cells []cell, line string, w int) []cell {
	style := ""
	for line != "" {
		if line[0] == 0x1b {
			n := sequenceLength(line)
			style = restyled(style, line[:n])
			line = line[n:]
			continue
		}
		text, width := character(line)
		line = line[len(text):]
		switch {
		case width == 0: // nothing that the program draws: it would move what follows
		case len(cells)+width > w:
			line = ""
		default:
			cells = append(cells, cell{text, style})
			for range width - 1 {
				cells = append(cells, cell{"", style})
			}
		}
	}
	for len(cells) < w {
		cells = append(cells, cell{text: " "})
	}
	return cells
}

// sequenceLength returns the length of the escape sequence that a line
// begins with.
func sequenceLength(line string) int {
	if len(line) < 2 || line[1] != '[' {
		return 1
	}
	for i := 2; i < len(line); i++ {
		if line[i] >= '@' && line[i] <= '~' {
			return i + 1
		}
	}
	return len(line)
}

// restyled returns the style after a sequence; what is no style is left out.
func restyled(style, sequence string) string {
	switch {
	case len(sequence) < 3 || sequence[len(sequence)-1] != 'm':
		return style
	case sequence == reset || sequence == "\x1b[0m":
		return ""
	case style == "" || strings.HasPrefix(sequence, "\x1b[0;"):
		return sequence
	}
	return style + sequence
}

// character returns the first character as it is seen, and its width. Most
// are told at a glance, which is ten times faster.
func character(line string) (string, int) {
	r, n := utf8.DecodeRuneInString(line)
	if w := plain(r); w > 0 {
		next, _ := utf8.DecodeRuneInString(line[n:])
		if n == len(line) || next < 0x7f || plain(next) > 0 {
			return line[:n], w
		}
	}
	return ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
}

// plain is the width of characters that join with none of their kind and that
// all terminals measure alike; 0: look.
func plain(r rune) int {
	switch {
	case r >= ' ' && r < 0x7f, r >= 0x2500 && r < 0x25a0, r >= 0x2800 && r < 0x2900:
		return 1
	case r >= 0xac00 && r <= 0xd7a3:
		return 2
	}
	return 0
}
