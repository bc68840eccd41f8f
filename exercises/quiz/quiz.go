// Package quiz draws the exercises of a quiz and of a mock exam, and adds up
// what they earn.
package quiz

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
)

// Question is an exercise with numbers that nobody has seen.
type Question struct {
	Exercise exercises.Exercise
	Seed     uint64
	Variant  exercises.Variant
}

const (
	seeds    = 1_000_000 // from which fresh numbers are drawn
	drawMost = 100       // how often, where some cannot be
)

// Draw draws up to n questions, from all lectures in turns: the same ones for
// the same seed. The error says that the numbers of an exercise cannot be
// drawn, which only a template that is wrong comes to.
func Draw(from []exercises.Exercise, n int, seed uint64) ([]Question, error) {
	r := rand.New(rand.NewPCG(seed, 0))
	var list []Question
	for _, ex := range inTurns(from, r) {
		if len(list) == n {
			break
		}
		q, err := draw(ex, r)
		if err != nil {
			return nil, err
		}
		list = append(list, q)
	}
	return list, nil
}

// inTurns shuffles exercises so that one of each lecture comes before a second
// one of any.
func inTurns(from []exercises.Exercise, r *rand.Rand) []exercises.Exercise {
	groups := map[string][]exercises.Exercise{}
	var names []string
	for _, i := range r.Perm(len(from)) {
		name := lectureOf(from[i].ID)
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], from[i])
	}
	slices.Sort(names)
	r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	var all []exercises.Exercise
	for round := 0; len(all) < len(from); round++ {
		for _, name := range names {
			if g := groups[name]; round < len(g) {
				all = append(all, g[round])
			}
		}
	}
	return all
}

// lectureOf is the part of an id that names the lecture.
func lectureOf(id string) string {
	if before, _, ok := strings.Cut(id, "/"); ok {
		return before
	}
	before, _, _ := strings.Cut(id, "-")
	return before
}

func draw(ex exercises.Exercise, r *rand.Rand) (Question, error) {
	var failed error
	for range drawMost {
		seed := 1 + r.Uint64N(seeds)
		v, err := ex.Draw(seed)
		if err == nil {
			return Question{ex, seed, v}, nil
		}
		failed = errors.Join(failed, err)
	}
	return Question{}, failed
}

// Mark is what a set of questions earned.
type Mark struct {
	Right, All int
	Share      float64 // from 0 to 1; each question counts the same
}

// Total adds up the reports. One that was left out earns nothing.
func Total(reports []exercises.Report) Mark {
	m := Mark{All: len(reports)}
	for _, r := range reports {
		if r.Outcome == exercises.Correct {
			m.Right++
		}
		m.Share += r.Share
	}
	if m.All > 0 {
		m.Share /= float64(m.All)
	}
	return m
}
