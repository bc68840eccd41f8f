package lab

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
)

// Fact is a named value of an experiment: "loss" 0.217, "right" 4, "verdict"
// swings.
type Fact struct {
	ID    string // small letters, digits, dots and dashes
	Label lang.Text
	Value float64
	// Word is the state of a fact that is no number, as tasks name it, and
	// Text what people read for it, or for a number that is not known.
	Word string
	Text lang.Text
	// Known is false where there is no such value now: nothing to divide by,
	// no step taken yet.
	Known bool
	// Format writes the value; nil writes three significant digits.
	Format func(v float64) string

	picked bool
}

// Num is a fact that is a number; one that is not finite is not known.
func Num(id string, label lang.Text, v float64, format func(float64) string) Fact {
	return Fact{ID: id, Label: label, Value: v, Known: !math.IsNaN(v) && !math.IsInf(v, 0), Format: format}
}

// Word is a fact that is a state.
func Word(id string, label lang.Text, word string, text lang.Text) Fact {
	return Fact{ID: id, Label: label, Word: word, Text: text, Known: true}
}

// Else says what people read where a number is not known.
func (f Fact) Else(text lang.Text) Fact {
	f.Text = text
	return f
}

// Picked says of a number that it was picked from others: how far it has moved
// by that means nothing.
func (f Fact) Picked() Fact {
	f.picked = true
	return f
}

// Say writes what the fact is.
func (f Fact) Say(l lang.Lang) string {
	switch {
	case f.Word != "" || !f.Known && f.Text != lang.Text{}:
		return f.Text.In(l)
	case f.Format != nil:
		return f.Format(f.Value)
	}
	return Significant(f.Value)
}

// FactOf returns a fact by its id.
func FactOf(l Lab, id string) (Fact, bool) {
	for _, f := range l.Facts() {
		if f.ID == id {
			return f, true
		}
	}
	return Fact{}, false
}

// Moved returns, for the facts of now that are known numbers and differ from
// what they were before by more than rounding leaves behind, the differences.
func Moved(before, now []Fact) []Fact {
	was := map[string]float64{}
	for _, f := range before {
		if f.Known && f.Word == "" {
			was[f.ID] = f.Value
		}
	}
	var out []Fact
	for _, f := range now {
		v, ok := was[f.ID]
		if !ok || !f.Known || f.picked || f.Word != "" || math.Abs(v-f.Value) <= 1e-12*math.Abs(v) {
			continue
		}
		f.Value -= v
		out = append(out, f)
	}
	return out
}

// readouts returns labels and values of facts, by ids or by the groups before
// their dots. What there is not now, and what the page has not taught yet, is
// left out, and what a question keeps back is a question mark.
func readouts(l Lab, in lang.Lang, ids []string) [][]Cell {
	var out [][]Cell
	facts := l.Facts()
	for _, id := range ids {
		for _, f := range facts {
			group, _, _ := strings.Cut(f.ID, ".")
			if (f.ID == id || group == id) && l.bench().Places(f.ID) {
				out = append(out, []Cell{Muted(f.Label.In(in)), Strong(l.bench().Told(f.ID, f.Say(in)))})
			}
		}
	}
	return out
}

// Readouts shows facts below each other, by their ids or groups. Its width stays
// for values of up to six cells, such as −10.00; set Least where they are longer.
func Readouts(l Lab, in lang.Lang, ids ...string) Table {
	return Table{Rows: readouts(l, in, ids), Least: 6}
}

// ReadoutLine shows facts side by side. Those that do not fit are cut off.
func ReadoutLine(l Lab, in lang.Lang, ids ...string) Lines {
	var row []Cell
	for _, pair := range readouts(l, in, ids) {
		row = append(row, pair[0], Plain(" "), pair[1], Plain("  "))
	}
	return Lines{Rows: [][]Cell{row}, W: 28}
}
