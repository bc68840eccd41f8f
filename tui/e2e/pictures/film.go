//go:build unix

package main

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"hakseup/tui/e2e/terminal"
)

// film is what the demo shows: a prediction, an experiment step by step, and an
// answer that is wrong in a way the program knows.
func film() []step {
	const glance, look, read = 350 * time.Millisecond, 1500 * time.Millisecond, 4 * time.Second
	return slices.Concat(
		[]step{
			{brings: "▸ 04", shown: look},
			{press: "Enter", brings: "10/22", shown: look},
			{press: "]", brings: "11/22", shown: read},
			{press: "2", brings: "● 2", shown: look},
			{press: "Tab", shown: look},
		},
		slices.Repeat([]step{{press: "s", shown: glance}}, 20),
		[]step{
			{press: "s", brings: "4/4", shown: read},
			{press: "Esc", brings: "▸ 04", shown: glance},
			{press: "End", brings: "▸ ★", shown: look},
			{press: "Enter", brings: "연습문제 1", shown: glance},
			{press: "Home", shown: glance},
			{press: "Enter", brings: "평균 제곱 오차 MSE", shown: read},
			{types: "0.523", brings: "0.523", shown: look},
			{press: "Enter", shown: glance},
			{types: "1.284", brings: "1.284", shown: look},
			{press: "Enter", brings: "✗", shown: 2 * read},
		})
}

// shoot drives the program through the film and writes it as one picture whose
// frames follow one another.
func shoot(program, data string, dark bool) error {
	term, l, err := start(program, data, dark, "")
	if err != nil {
		return err
	}
	defer term.Close()
	var frames []terminal.Screen
	var shown []time.Duration
	for _, s := range film() {
		if err := s.take(term); err != nil {
			return err
		}
		frames, shown = append(frames, term.Settled(quiet)), append(shown, s.shown)
	}
	return write("demo", dark, moving(frames, shown, l))
}

// moving draws screens one after the other, each for its time, round and round. A
// piece of a row is drawn once for as long as it stays the same.
func moving(frames []terminal.Screen, shown []time.Duration, l look) []byte {
	ends := make([]time.Duration, len(frames)+1)
	for i, d := range shown {
		ends[i+1] = ends[i] + d
	}
	m := movie{ends: ends}
	fmt.Fprintf(&m.rules, "g.f{visibility:hidden;animation:%.2fs step-end infinite}", m.whole().Seconds())
	const piece = 15 // columns
	for y := range height {
		for x := 0; x < width; x += piece {
			for from := 0; from < len(frames); {
				drawn := pieceOf(frames[from], y, x, x+piece, l)
				to := from + 1
				for to < len(frames) && bytes.Equal(drawn, pieceOf(frames[to], y, x, x+piece, l)) {
					to++
				}
				m.add(drawn, from, to)
				from = to
			}
		}
	}
	var b bytes.Buffer
	head(&b, l, width, height, m.rules.String())
	b.Write(m.rows.Bytes())
	b.WriteString("</g>\n</svg>\n")
	return b.Bytes()
}

// movie collects what is shown from one frame to before another.
type movie struct {
	ends        []time.Duration // of the frames, and before them 0
	rules, rows bytes.Buffer
	spans       map[[2]int]bool // that have their rule
}

func (m *movie) whole() time.Duration { return m.ends[len(m.ends)-1] }

func (m *movie) add(drawn []byte, from, to int) {
	switch span := [2]int{from, to}; {
	case len(drawn) == 0:
		return
	case from == 0 && to == len(m.ends)-1:
		m.rows.Write(drawn)
		return
	case !m.spans[span]:
		if m.spans == nil {
			m.spans = map[[2]int]bool{}
		}
		m.spans[span] = true
		share := func(i int) float64 { return 100 * float64(m.ends[i]) / float64(m.whole()) }
		fmt.Fprintf(&m.rules, "@keyframes k%d-%d{0%%{visibility:hidden}%.3f%%{visibility:visible}%.3f%%,100%%{visibility:hidden}}.k%d-%d{animation-name:k%d-%d}",
			from, to, share(from), share(to), from, to, from, to)
	}
	fmt.Fprintf(&m.rows, "<g class=\"f k%d-%d\">%s</g>\n", from, to, drawn)
}

// pieceOf draws a piece of one row of a screen.
func pieceOf(s terminal.Screen, y, from, to int, l look) []byte {
	d := newDrawing(l)
	d.draw(s, y, from, to)
	var b bytes.Buffer
	d.body(&b)
	return b.Bytes()
}
