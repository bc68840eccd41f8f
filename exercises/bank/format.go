package bank

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// How numbers, vectors and matrices are written into statements and
// solutions. All of these return TeX that also reads well outside a formula.

// filler returns a function that puts values into a text wherever their name
// stands as «name». In long texts this reads better than verbs counted by
// position. A Korean particle that depends on the value is written with both
// forms, the one after a consonant first: «x»[이에요/예요], «x»[으로/로].
func filler(values map[string]string) func(lang.Text) lang.Text {
	pairs := make([]string, 0, 2*len(values))
	for name, value := range values {
		pairs = append(pairs, "«"+name+"»", value)
	}
	r := strings.NewReplacer(pairs...)
	return func(text lang.Text) lang.Text {
		return lang.T(chooseParticles(r.Replace(text.KO)), r.Replace(text.EN))
	}
}

// spoken is lang.Sprintf with Korean particles that depend on a number, as
// filler writes them: %s[이에요/예요].
func spoken(ko, en string, args ...any) lang.Text {
	text := lang.Sprintf(ko, en, args...)
	return lang.T(chooseParticles(text.KO), text.EN)
}

// particle finds the last digit of a number, what closes a formula or a
// bracket behind it, and the two forms of a particle.
var particle = regexp.MustCompile(`(\d)([)}$]*)\[([^\[\]/]+)/([^\[\]/]+)\]`)

// chooseParticles keeps the form that fits the digit as it is read aloud.
func chooseParticles(s string) string {
	return particle.ReplaceAllStringFunc(s, func(found string) string {
		m := particle.FindStringSubmatch(found)
		digit, closing := m[1], m[2]
		return digit + closing + strings.TrimPrefix(lang.Particle(digit, m[3], m[4]), digit)
	})
}

// num writes x in full, without the noise of binary fractions: 0.3, not
// 0.30000000000000004.
func num(x float64) string {
	const digits = 10
	return withMinus(strconv.FormatFloat(rounded(x, digits), 'f', -1, 64))
}

// dec writes x with exactly n decimals: 0.390.
func dec(x float64, n int) string {
	return withMinus(strconv.FormatFloat(rounded(x, n), 'f', n, 64))
}

// withMinus writes the hyphen of a negative number as the minus sign that TeX
// makes of it, for prose.
func withMinus(number string) string { return strings.Replace(number, "-", "−", 1) }

// about writes x with n decimals behind the sign that it calls for: ≈ 3.1623,
// but = 3 where nothing is rounded.
func about(x float64, n int) string {
	if full := num(x); full == num(rounded(x, n)) {
		return "= " + full
	}
	return `\approx ` + dec(x, n)
}

// concise writes x with n decimals, or in full where that takes fewer: 0.5,
// not 0.5000.
func concise(x float64, n int) string {
	if full := num(x); len(full) < len(dec(x, n)) {
		return full
	}
	return dec(x, n)
}

// neg writes x in brackets when it is negative, to follow another sign: (-0.3).
func neg(x float64) string {
	if x < 0 {
		return "(" + num(x) + ")"
	}
	return num(x)
}

// plus writes x as a term that is added to something: + 2, - 3.
func plus(x float64) string {
	if x < 0 {
		return "- " + num(-x)
	}
	return "+ " + num(x)
}

// row writes a vector on one line: (0.2, 0.4).
func row(v []float64) string { return "(" + strings.Join(each(v, num), ", ") + ")" }

// rowDec is row with three decimals: (0.368, 0.632).
func rowDec(v []float64) string {
	return "(" + strings.Join(each(v, func(x float64) string { return dec(x, 3) }), ", ") + ")"
}

// column writes a vector as a column.
func column(v []float64) string {
	return `\begin{bmatrix} ` + strings.Join(each(v, num), ` \\ `) + ` \end{bmatrix}`
}

// matrix writes a matrix.
func matrix(m nn.Matrix) string {
	rows := make([]string, m.Rows)
	for i := range rows {
		rows[i] = strings.Join(each(m.Row(i), num), " & ")
	}
	return `\begin{bmatrix} ` + strings.Join(rows, ` \\ `) + ` \end{bmatrix}`
}

// equating completes an equation with the matrix that is typed for a part.
func equating(left, part string, rows, cols int) func(begun map[string][]float64) string {
	return func(begun map[string][]float64) string {
		return left + " = " + matrixBegun(rows, cols, begun[part])
	}
}

// matrixBegun is matrix with a question mark for what is not there yet.
func matrixBegun(rows, cols int, entries []float64) string {
	const significant = 5
	lines := make([]string, rows)
	for i := range lines {
		lines[i] = strings.Join(each(entries[i*cols:(i+1)*cols], func(x float64) string {
			if math.IsNaN(x) {
				return "?"
			}
			return strconv.FormatFloat(x, 'g', significant, 64)
		}), " & ")
	}
	return `\begin{bmatrix} ` + strings.Join(lines, ` \\ `) + ` \end{bmatrix}`
}

// sumText writes a sum of products, each a number and what it is multiplied by,
// as one types it: 3x^4 - 2x^3 + 2. Products of 0 are left out.
func sumText(n int, product func(i int) (by float64, of string)) string {
	var b strings.Builder
	for i := range n {
		by, of := product(i)
		switch {
		case by == 0:
			continue
		case by < 0 && b.Len() == 0:
			b.WriteString("-")
		case by < 0:
			b.WriteString(" - ")
		case b.Len() > 0:
			b.WriteString(" + ")
		}
		if by = math.Abs(by); by != 1 || of == "" {
			b.WriteString(num(by))
		}
		b.WriteString(of)
	}
	if b.Len() == 0 {
		return "0"
	}
	return b.String()
}

// matrixDec is matrix with n decimals.
func matrixDec(m nn.Matrix, n int) string {
	return matrix(nn.NewMatrix(m.Rows, m.Cols, apply(func(x float64) float64 { return rounded(x, n) }, m.Data)...))
}

func each(v []float64, write func(float64) string) []string {
	out := make([]string, len(v))
	for i, x := range v {
		out[i] = write(x)
	}
	return out
}

// rounded returns x with n decimals, and never -0.
func rounded(x float64, n int) float64 {
	scale := math.Pow10(n)
	return math.Round(x*scale)/scale + 0
}

// sentences puts texts after one another.
func sentences(texts ...lang.Text) lang.Text {
	var ko, en []string
	for _, t := range texts {
		if !t.IsZero() {
			ko, en = append(ko, t.KO), append(en, t.EN)
		}
	}
	return lang.T(strings.Join(ko, " "), strings.Join(en, " "))
}

// sayRounded tells what was rounded on a way, and to what. It is empty for a
// way on which nothing was.
func sayRounded(way exercises.Way) lang.Text {
	var said []lang.Text
	for _, r := range way.Rounded() {
		values := each(r.Values, func(x float64) string { return dec(x, r.Digits) })
		ko, en := "반올림하셨어요.", "You rounded"
		if r.Cut {
			ko, en = "잘라 내셨어요.", "You cut off"
		}
		said = append(said, lang.T(
			lang.Particle(r.Name.KO, "을", "를")+" "+lang.Particle(listed(values), "으로", "로")+" "+ko,
			en+" "+r.Name.EN+" to "+strings.Join(values, " and ")+"."))
	}
	return sentences(said...)
}

// listed joins numbers in Korean: 1.62와 2.77.
func listed(values []string) string {
	s := values[0]
	for _, v := range values[1:] {
		s = lang.Particle(s, "과", "와") + " " + v
	}
	return s
}

// josa returns the form of a Korean particle that fits after a number.
func josa(x float64, closed, open string) string { return josaAfter(num(x), closed, open) }

// josaAfter does the same after a number that is written already.
func josaAfter(number, closed, open string) string {
	return strings.TrimPrefix(lang.Particle(number, closed, open), number)
}

// paragraphs puts paragraphs after one another.
func paragraphs(texts ...lang.Text) lang.Text {
	var ko, en []string
	for _, t := range texts {
		ko, en = append(ko, t.KO), append(en, t.EN)
	}
	return lang.T(strings.Join(ko, "\n\n"), strings.Join(en, "\n\n"))
}
