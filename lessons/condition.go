package lessons

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"hakseup/lessons/lang"
)

// Condition is something that a lab may satisfy: right=4, loss<0.1,
// verdict=swings, ratio.cat=unknown.
type Condition struct {
	Fact string // the id of a fact, or of a control
	Op   string // "=", "<", ">", "<=" or ">="
	Text string // what the fact is compared with, as written: "−0.50", "swings"
}

// String returns the condition as it is written.
func (c Condition) String() string { return c.Fact + c.Op + c.Text }

// UnknownWord is what a condition says of a fact that has no value: nothing to divide by, no
// step taken yet.
const UnknownWord = "unknown"

var conditionPattern = regexp.MustCompile(`^([a-z][a-z0-9.-]*)(<=|>=|=|<|>)([^=<>]+)$`)

// Number returns the number that the fact is compared with, if it is one.
func (c Condition) Number() (v float64, ok bool) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(c.Text, "−", "-"), 64)
	return v, err == nil
}

// Holds reports whether a fact satisfies the condition: its value, its word,
// "" for a number, and whether it is known. A number equals another when it is
// that, rounded to as many decimals as are written: 0.5047 is 0.50, not 0.5050.
func (c Condition) Holds(value float64, word string, known bool) bool {
	want, number := c.Number()
	switch {
	case !known || !number || word != "":
		return c.Op == "=" && (known && word == c.Text || !known && c.Text == UnknownWord)
	case c.Op == "=":
		_, decimals, _ := strings.Cut(c.Text, ".")
		// 0.125 has no exact half: a hair more than half a unit still counts.
		return math.Abs(value-want) <= 0.5*math.Pow10(-len(decimals))*(1+1e-9)
	case c.Op == "<":
		return value < want
	case c.Op == ">":
		return value > want
	case c.Op == "<=":
		return value <= want
	}
	return value >= want
}

// conditions reads several conditions, all of which have to hold.
func (d *document) conditions(at int, text string) []Condition {
	var out []Condition
	for field := range strings.FieldsSeq(text) {
		m := conditionPattern.FindStringSubmatch(field)
		if m == nil {
			d.fail(at, BadDirective, lang.Sprintf(
				"조건 %q를 읽을 수 없어요. loss<0.1이나 right=4처럼 빈칸 없이 쓰세요.",
				"Cannot read the condition %q: write it like loss<0.1 or right=4, without spaces.", field))
			continue
		}
		c := Condition{m[1], m[2], m[3]}
		if _, number := c.Number(); !number && c.Op != "=" {
			d.fail(at, BadDirective, lang.Sprintf(
				"조건 %q의 %s 뒤에는 수가 와야 해요. 낱말은 =로만 견줘요.",
				"In the condition %q a number has to follow %s; a word goes with = only.", field, c.Op))
			continue
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		d.fail(at, BadDirective, lang.T("조건이 비어 있어요.", "There is no condition."))
	}
	return out
}
