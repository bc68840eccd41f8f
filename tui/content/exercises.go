package content

import (
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// exerciseTexts reads the Markdown of the exercises that the pages name, or of all,
// as some seeds draw it, and draws its formulas.
func (c *checker) exerciseTexts(all bool) {
	for _, e := range bank.All() {
		if !all && !c.named[e.ID] {
			continue
		}
		for seed := range uint64(3) {
			v, err := e.Draw(seed)
			if err != nil {
				c.fail(e.ID, 0, "시드 %[1]d의 숫자를 뽑을 수 없어요: %[2]v", "Cannot draw the numbers of seed %[1]d: %[2]v", seed, err)
				continue
			}
			for _, text := range textsOf(v) {
				c.exerciseText(e.ID, text)
			}
		}
	}
}

// textsOf returns all that a variant says, its equation with and without answers.
func textsOf(v exercises.Variant) []lang.Text {
	texts := append([]lang.Text{v.Statement, v.Solution}, v.Hints...)
	if v.Equation != nil {
		answers := map[string]string{}
		for _, p := range v.Parts {
			answers[p.ID] = p.Answer()
		}
		for _, begun := range []map[string]string{nil, answers} {
			texts = append(texts, lang.Same("$$ "+v.Equation(exercises.Begun(v, begun))+" $$"))
		}
	}
	for _, p := range v.Parts {
		texts = append(texts, slices.Concat([]lang.Text{p.Label, p.Wrong}, p.Options())...)
	}
	return texts
}

func (c *checker) exerciseText(id string, text lang.Text) {
	for _, l := range lang.All() {
		blocks, err := lessons.ParseMarkdown([]byte(text.In(l)))
		if err != nil {
			c.fail(id, 0, "%[1]v, 여기에서: %[2]s", "%[1]v in: %[2]s", err, text.In(l))
			continue
		}
		for f := range lessons.Formulas(blocks) {
			c.formula(id, f)
		}
	}
}
