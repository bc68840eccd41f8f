package lab

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"hakseup/lessons"
)

// stepsWord is the word of a way through a lab that runs: how many strides. A
// control of that name comes first.
const stepsWord = "steps"

// Meets reports whether a lab satisfies every condition.
func Meets(l Lab, when []lessons.Condition) bool {
	facts, panel := l.Facts(), l.Panel()
	for _, c := range when {
		f, ok := stateOf(facts, panel, c.Fact)
		if !ok || !c.Holds(f.Value, f.Word, f.Known) {
			return false
		}
	}
	return true
}

// Knows returns an error that names what conditions ask for and the lab does
// not have.
func Knows(l Lab, when []lessons.Condition) error {
	var errs []error
	for _, c := range when {
		f, ok := stateOf(l.Facts(), l.Panel(), c.Fact)
		_, number := c.Number()
		if !ok {
			errs = append(errs, fmt.Errorf("there is no fact and no control %q", c.Fact))
		} else if f.Known && number == (f.Word != "") && c.Text != lessons.UnknownWord {
			errs = append(errs, fmt.Errorf("%s is not to be compared with %q", c.Fact, c.Text))
		}
	}
	return errors.Join(errs...)
}

// stateOf returns the fact that a condition names, or what the control of that
// name stands at: the name of its option, on or off, or its number.
func stateOf(facts []Fact, panel Panel, id string) (Fact, bool) {
	for _, f := range facts {
		if f.ID == id {
			return f, true
		}
	}
	c, ok := panel.Find(id)
	if !ok {
		return Fact{}, false
	}
	f := Fact{ID: id, Known: true}
	switch c.Kind {
	case Slider:
		f.Value = c.Value()
	case Choice:
		f.Word = c.Options[int(c.Value())].Name
	case Toggle:
		f.Word = []string{"off", "on"}[int(c.Value())]
	case Text:
		f.Word = c.Text()
	}
	return f, true
}

// Way cuts the way of a task or an observation into legs, one for every setting,
// and these into moves, to be made one after the other: a slider goes to its value
// in a number of frames, a run takes a move for every stride. The error of a move
// says that it cannot be made.
func Way(l Lab, by []lessons.Setting, frames int) [][]func() error {
	var legs [][]func() error
	for _, s := range by {
		var leg []func() error
		switch c, ok := l.Panel().Find(s.Control); {
		case !ok && s.Control == stepsWord:
			legs = append(legs, moves(l, s.Value))
			continue
		case ok && c.Kind == Slider:
			leg = slides(l, s, frames-1)
		}
		legs = append(legs, append(leg, func() error { return apply(l, s) }))
	}
	return legs
}

// Play goes a way at once.
func Play(l Lab, by []lessons.Setting) error {
	var errs []error
	for _, leg := range Way(l, by, 1) {
		for _, move := range leg {
			errs = append(errs, move())
		}
	}
	return errors.Join(errs...)
}

// slides are the moves of a slider before the last one.
func slides(l Lab, s lessons.Setting, n int) []func() error {
	var moves []func() error
	var from float64
	for i := range n {
		moves = append(moves, func() error {
			c, ok := l.Panel().Find(s.Control)
			if !ok || !c.On() {
				return nil // the last move says so
			}
			if i == 0 {
				from = c.Value()
			}
			to, err := c.Parse(s.Value)
			if err == nil {
				c.Set(c.Snap(from + (to-from)*float64(i+1)/float64(n+1)))
			}
			return err
		})
	}
	return moves
}

// moves are those of a lab that runs: a stride each.
func moves(l Lab, count string) []func() error {
	n, err := strconv.Atoi(count)
	runner, ok := l.(Runner)
	if err != nil || n < 1 || !ok {
		return []func() error{func() error { return fmt.Errorf("%s=%s: no number of steps of a lab that runs", stepsWord, count) }}
	}
	stride := func() error {
		by, _ := Pace(l)
		for runner.Advance(by, func() bool { return true }) && Midway(l) {
		}
		return nil
	}
	return slices.Repeat([]func() error{stride}, n)
}
