package data

import (
	"fmt"
	"strings"
)

// Names lists what Named knows.
func Names() []string {
	var names []string
	for _, g := range Gates() {
		names = append(names, strings.ToLower(g.String()))
	}
	for _, s := range Shapes() {
		names = append(names, s.String())
	}
	for _, c := range Curves() {
		names = append(names, c.String())
	}
	return append(names, "digits")
}

// Named returns the data set with the given name, in capitals or not and with
// or without an s at its end: of a shape or curve n samples with that noise and
// seed; of the digits the first n for training. A gate has its four samples.
func Named(name string, n int, noise float64, seed uint64) (Set, error) {
	is := func(s string) bool {
		return strings.TrimSuffix(strings.ToLower(name), "s") == strings.TrimSuffix(strings.ToLower(s), "s")
	}
	for _, g := range Gates() {
		if is(g.String()) {
			return g.Set(), nil
		}
	}
	for _, s := range Shapes() {
		if is(s.String()) {
			return s.Draw(n, noise, seed)
		}
	}
	for _, c := range Curves() {
		if is(c.String()) {
			return c.Draw(n, noise, seed)
		}
	}
	if is("digits") {
		return someDigits(n)
	}
	return Set{}, fmt.Errorf("unknown data set %q: want one of %q", name, Names())
}

func someDigits(n int) (Set, error) {
	if n < 1 || n > TrainDigits {
		return Set{}, fmt.Errorf("there are from 1 to %d digits to train with, not %d", TrainDigits, n)
	}
	train, _ := Digits()
	return train.First(n), nil
}
