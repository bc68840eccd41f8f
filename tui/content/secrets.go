package content

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/markdown"
)

var decimal = regexp.MustCompile(`\d+\.\d+`)

// said lists the decimals that a page says, in its text and where its scene
// opens, rounded to the digits that are written.
func said(page *lessons.Page, l lab.Lab, in lang.Lang) []string {
	text := strings.Join(markdown.Plain(page.Blocks, markdown.Options{Width: 80, Lang: in}), "\n")
	for _, f := range l.Facts() {
		if f.Known && f.Word == "" && lab.Shows(l, f.ID) {
			text += " " + f.Say(in)
		}
	}
	return decimal.FindAllString(text, -1)
}

func isPractice(id string) bool { return strings.HasPrefix(id, "practice-") }

// results lists, part by part, the decimals that the right answers of an exercise
// with the handout's numbers are.
func results(e exercises.Exercise) [][]string {
	v, err := e.Draw(0)
	if err != nil {
		return nil // the tests of the bank say so
	}
	var out [][]string
	for _, p := range v.Parts {
		if found := decimal.FindAllString(p.Answer(), -1); len(found) > 0 {
			out = append(out, found)
		}
	}
	return out
}

// secrets are the results of the course's own exercises, practice 1 by every way
// of rounding and both logarithms, as it is accepted.
func secrets() []string {
	out := []string{"0.399", "0.396", "0.434", "0.4318", "0.994"}
	for _, e := range bank.All() {
		if isPractice(e.ID) {
			out = append(out, slices.Concat(results(e)...)...)
		}
	}
	return out
}

// givenAway wants an exercise of which a part stands on a page that offers it, as
// it is with the handout's numbers, to open with fresh ones; and the results of
// the course's own exercises on no page.
func (c *checker) givenAway(page *lessons.Page, said []string) {
	for _, b := range page.Blocks {
		ref, ok := b.(*lessons.ExerciseRef)
		if !ok {
			continue
		}
		e, ok := bank.Find(ref.ID)
		if !ok {
			continue // exercises says so
		}
		for _, part := range results(e) {
			all := !slices.ContainsFunc(part, func(number string) bool { return !isSaid(said, number, 2) })
			if !ref.Fresh && all {
				c.fail(page.File, ref.Line, "쪽에 %[2]s의 답 %[1]v가 나오는데 fresh가 아니에요.", "The page gives %[1]v of %[2]s away, which is not fresh.", part, ref.ID)
			}
		}
		if ref.Fresh && isPractice(ref.ID) {
			c.fail(page.File, ref.Line, "%[1]s는 강의 자료의 숫자로 풀어요: fresh를 빼세요.", "%[1]s keeps the handout's numbers: take fresh away.", ref.ID)
		}
	}
	for _, number := range c.secrets {
		if isSaid(said, number, 3) {
			c.fail(page.File, page.Line, "쪽에 연습문제의 답 %[1]s가 나와요.", "The page says %[1]s, a result of the practice exercises.", number)
		}
	}
}

// isSaid reports whether a number is said to a number of decimals or more, be it
// rounded.
func isSaid(said []string, number string, least int) bool {
	x, _ := strconv.ParseFloat(number, 64) // it was found by its pattern
	for _, s := range said {
		v, _ := strconv.ParseFloat(s, 64)
		_, decimals, _ := strings.Cut(s, ".")
		// The answer is rounded, too: to four decimals or so.
		if len(decimals) >= least && math.Abs(v-x) <= 0.5*math.Pow10(-len(decimals))+0.0001 {
			return true
		}
	}
	return false
}
