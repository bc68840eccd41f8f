package answer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hakseup/nn/formula"
)

// typed is what somebody typed, with its plain form, in which every character
// has one spelling.
type typed struct {
	text  string // the plain form
	input string // as it was typed
	at    []int  // for each byte of text, and for its end, the place in input, in bytes
}

// maxLength bounds what is read at all, in characters.
const maxLength = formula.MaxLength

// plain folds the many ways of typing one character into one: full-width
// forms, composed and decomposed Hangul, the several minus signs. Superscripts,
// subscripts and fractions like ½ keep their form: they have a meaning that
// NFKC would lose (2² is not 22); so do the letters of the Hangul alphabet,
// which it would turn into parts of syllables.
func plain(input string) (typed, error) {
	p, err := untrimmed(input)
	if err != nil {
		return typed{}, err
	}
	if p.trim(); p.text == "" {
		return typed{}, &Error{What: sayEmpty()}
	}
	return p, nil
}

// untrimmed is plain with all that stands around the answer.
func untrimmed(input string) (typed, error) {
	if strings.TrimSpace(input) == "" {
		return typed{}, &Error{What: sayEmpty()}
	}
	if utf8.RuneCountInString(input) > maxLength {
		return typed{}, &Error{At: maxLength, What: sayTooLong()}
	}
	p := typed{input: input}
	var b strings.Builder
	var it norm.Iter
	for it.InitString(norm.NFC, input); !it.Done(); {
		at := it.Pos()
		for _, r := range string(it.Next()) {
			if unicode.Is(unicode.Cf, r) {
				continue // it does not show, and comes along when text is pasted
			}
			folded := string(sameSign(r))
			if !keepsForm(r) {
				folded = strings.Map(sameSign, norm.NFKC.String(string(r)))
			}
			b.WriteString(folded)
			for range len(folded) {
				p.at = append(p.at, at)
			}
		}
	}
	p.text, p.at = b.String(), append(p.at, len(input))
	return p, nil
}

func keepsForm(r rune) bool {
	return unicode.Is(unicode.No, r) || unicode.Is(unicode.Lm, r) || unicode.In(r, unicode.Hangul) ||
		'′' <= r && r <= '‷' || strings.ContainsRune("ªº⁺⁻⁼⁽⁾₊₋", r)
}

// sameSign maps the characters for one sign to a single one.
func sameSign(r rune) rune {
	switch r {
	case '−', '–', '—', '‐', '‑', '‒', '﹣', 'ㅡ', '─':
		return '-'
	case '∙', '•', '⋅', '‧', 'ㆍ':
		return '·'
	case '∗', '✕', '✖':
		return '*'
	case '⁄', '∕':
		return '/'
	case '、', '，':
		return ','
	case '≈', '≃', '≒', '∼', '≅':
		return '='
	}
	return r
}

// What may stand around an answer and says nothing: the name of what is asked
// for, "about", a unit, a polite ending, quotation marks, a comma too many.
var (
	before = regexp.MustCompile(`^(?:[\s"'“”$]+|약|대략|(?:np\.|numpy\.|torch\.)?(?:array|tensor)\b|~)`)
	named  = regexp.MustCompile(`^[\pL∂][\pL∂\pN_'′()]*(?:\s*/\s*[\pL∂][\pL∂\pN_'′()]*)?\s*[=:]`)
	cased  = regexp.MustCompile(`\?|이면|일 때|\bthen\b`)
	after  = regexp.MustCompile(`(?:[\s,;."'“”$]|°|도|degrees|deg|정도|쯤|입니다|이에요|예요)$`)
)

// trim drops what stands around the answer.
func (p *typed) trim() {
	for {
		from, to := len(before.FindString(p.text)), len(p.text)
		if from == 0 && p.equation() {
			from = strings.IndexAny(p.text, "=:") + 1
		}
		if end := after.FindString(p.text[from:]); from == 0 && len(end) < to {
			to -= len(end)
		}
		if from == 0 && to == len(p.text) || from == to {
			return
		}
		p.cut(from, to)
	}
}

// equation reports whether the answer stands behind its name, or behind a
// lone sign of equality. In a condition such a sign is doubled or has a side
// of its own.
func (p *typed) equation() bool {
	if rest, found := strings.CutPrefix(p.text, "="); found {
		return !strings.HasPrefix(rest, "=")
	}
	rest := p.text[len(named.FindString(p.text)):]
	return rest != p.text && !strings.HasPrefix(rest, "=") && !cased.MatchString(rest)
}

// cut keeps a part of the plain form.
func (p *typed) cut(from, to int) {
	p.text, p.at = p.text[from:to], p.at[from:to+1]
}

// place returns where a byte of the plain form stands in the input, in runes.
func (p *typed) place(offset int) int {
	return utf8.RuneCountInString(p.input[:p.at[min(offset, len(p.text))]])
}

// quoted returns a part of the plain form as it was typed.
func (p *typed) quoted(from, to int) string {
	return p.input[p.at[min(from, len(p.text))]:p.at[min(to, len(p.text))]]
}

// scan cuts the plain form into tokens.
func (p *typed) scan(t formula.Table) ([]formula.Token, error) {
	tokens, err := formula.Scan(p.text, t)
	if err != nil {
		return nil, p.wrong(err)
	}
	return tokens, nil
}

// wrong words what the reader of formulas could not read.
func (p *typed) wrong(err *formula.Error) error {
	quoted := err.Text
	if from := err.Offset; from+len(quoted) <= len(p.text) && p.text[from:from+len(quoted)] == quoted {
		quoted = p.quoted(from, from+len(quoted))
	}
	return &Error{At: p.place(err.Offset), What: say(err, norm.NFC.String(quoted))}
}
