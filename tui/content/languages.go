package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"hakseup/lessons"
)

// languages compares the two files of a lecture page for page.
func (c *checker) languages(ko, en *lessons.Lecture) {
	if len(ko.Pages) != len(en.Pages) {
		c.fail(ko.Slug, 0, "한국어는 %[1]d쪽, 영어는 %[2]d쪽이에요.", "%[1]d pages in Korean, %[2]d in English.", len(ko.Pages), len(en.Pages))
	}
	if !slices.Equal(ko.Code, en.Code) {
		c.fail(ko.Slug, 0, "code가 한국어에서는 %[1]v, 영어에서는 %[2]v예요.", "Its code is %[1]v in Korean, %[2]v in English.", ko.Code, en.Code)
	}
	for i := range min(len(ko.Pages), len(en.Pages)) {
		if p := &en.Pages[i]; strings.ContainsFunc(p.Slide+p.Title, isHangul) {
			c.fail(p.File, p.Line, "영어 쪽의 제목이나 slide에 한글이 있어요.", "The title or the slide of an English page is in Hangul.")
		}
		a, b := skeleton(&ko.Pages[i]), skeleton(&en.Pages[i])
		for k := range max(len(a), len(b)) {
			var left, right string
			if k < len(a) {
				left = a[k]
			}
			if k < len(b) {
				right = b[k]
			}
			if left != right {
				c.fail(ko.Pages[i].File, ko.Pages[i].Line, "%[1]q인데 %[2]s:%[3]d에서는 %[4]q예요.", "%[1]q, but %[2]s:%[3]d has %[4]q.",
					left, en.Pages[i].File, en.Pages[i].Line, right)
			}
		}
	}
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

// skeleton lists what a page has to share with the page of the other language.
func skeleton(p *lessons.Page) []string {
	scene := "scene " + p.Scene.Lab
	for _, s := range p.Scene.Settings {
		scene += " " + s.Control + "=" + s.Value
	}
	out := []string{fmt.Sprintf("page %s, closing %v, of a slide %v", p.ID, p.Closing, p.Slide != ""), scene}
	for _, claim := range p.Claims {
		claim.Line = 0
		out = append(out, fmt.Sprintf("claim %v", claim))
	}
	formulas, slips := 0, 0
	for b := range lessons.All(p.Blocks) {
		switch b := b.(type) {
		case *lessons.Formula:
			formulas++
		case *lessons.Callout:
			if b.Kind == lessons.Slip {
				slips++
			}
			if t := b.Task; t != nil {
				out = append(out, fmt.Sprintf("task %s: when %v by %v", t.ID, t.When, t.By))
			}
		case *lessons.Question:
			out = append(out, fmt.Sprintf("question %d %s: %d of %d, hides %v", b.Kind, b.ID, b.Answer+1, len(b.Options), b.Hides))
			if see := b.See; see != nil {
				out = append(out, fmt.Sprintf("when %v by %v shows %v", see.When, see.By, see.Shows))
			}
		case *lessons.ExerciseRef:
			out = append(out, fmt.Sprintf("exercise %s, fresh %v", b.ID, b.Fresh))
		}
	}
	return append(out, fmt.Sprintf("%d display formulas", formulas), fmt.Sprintf("%d slips", slips))
}
