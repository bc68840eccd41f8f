package answer

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hakseup/lessons/lang"
)

// Choice asks for one of several options.
type Choice struct{ Options []lang.Text }

// Several asks for all options that fit, in any order.
type Several struct{ Options []lang.Text }

// Order asks to put all items in order.
type Order struct{ Items []lang.Text }

// Picks is what was chosen among options.
type Picks struct {
	Options []lang.Text
	At      []int // counted from 0: of Several in rising order, of Order as they were put
	Ordered bool  // their order matters
}

// Compare counts the places that agree: of an order those with the same item,
// else the options that are chosen in both or in neither.
func (p Picks) Compare(want Value, _ float64) Verdict {
	w, ok := want.(Picks)
	switch {
	case !ok || p.Ordered && len(p.At) != len(w.At):
		return other()
	case p.Ordered:
		return cells(len(p.At), func(i int) bool { return p.At[i] == w.At[i] })
	case len(p.At) == 1 && len(w.At) == 1:
		return cells(1, func(int) bool { return p.At[0] == w.At[0] })
	}
	return cells(len(p.Options), func(i int) bool { return slices.Contains(p.At, i) == slices.Contains(w.At, i) })
}

// Echo names the options with their numbers.
func (p Picks) Echo() lang.Text {
	var ko, en []string
	for _, i := range p.At {
		number := strconv.Itoa(i+1) + ". "
		ko, en = append(ko, number+p.Options[i].KO), append(en, number+p.Options[i].EN)
	}
	between := ", "
	if p.Ordered {
		between = " → "
	}
	return lang.T(strings.Join(ko, between), strings.Join(en, between))
}

// Typed writes the numbers of the options: 2, or 1, 3.
func (p Picks) Typed() string {
	numbers := make([]string, len(p.At))
	for i, at := range p.At {
		numbers[i] = strconv.Itoa(at + 1)
	}
	return strings.Join(numbers, ", ")
}

// MarshalJSON writes the numbers of the options, counted from 1.
func (p Picks) MarshalJSON() ([]byte, error) {
	numbers := make([]int, len(p.At))
	for i, at := range p.At {
		numbers[i] = at + 1
	}
	return json.Marshal(numbers)
}

// Pick returns the choice of one option, counted from 0.
func (c Choice) Pick(i int) Picks { return Picks{Options: c.Options, At: []int{i}} }

// Read reads 2, b, (b), ②, 2번, or the text of an option.
func (c Choice) Read(input string) (Value, error) {
	if blank(input) {
		return nil, &Error{What: sayEmpty()}
	}
	i, ok := option(input, len(c.Options))
	if !ok {
		i = textOf(c.Options, input)
	}
	if i < 0 {
		return nil, &Error{What: sayChoice(input, len(c.Options))}
	}
	return c.Pick(i), nil
}

// Read reads options in any order: 1, 3 or a c.
func (s Several) Read(input string) (Value, error) {
	at, err := options(input, s.Options)
	if err != nil {
		return nil, err
	}
	slices.Sort(at)
	return Picks{Options: s.Options, At: slices.Compact(at)}, nil
}

// Read reads every item once: 2 1 3, 2-1-3 or b > a > c.
func (o Order) Read(input string) (Value, error) {
	at, err := options(input, o.Items)
	if err != nil {
		return nil, err
	}
	for i := range o.Items {
		if n := count(at, i); n != 1 {
			return nil, &Error{What: sayOrder(i+1, n, len(o.Items))}
		}
	}
	return Picks{Options: o.Items, At: at, Ordered: true}, nil
}

func count(at []int, item int) int {
	n := 0
	for _, i := range at {
		if i == item {
			n++
		}
	}
	return n
}

// options reads options one after another.
func options(input string, texts []lang.Text) ([]int, error) {
	if blank(input) {
		return nil, &Error{What: sayEmpty()}
	}
	words := strings.FieldsFunc(norm.NFKC.String(input), func(r rune) bool {
		return strings.ContainsRune(" \t\n,;>→-、·", r)
	})
	if len(words) == 0 {
		return nil, &Error{What: sayChoice(input, len(texts))}
	}
	at := make([]int, len(words))
	for k, word := range words {
		i, ok := option(word, len(texts))
		if !ok {
			return nil, &Error{What: sayChoice(word, len(texts))}
		}
		at[k] = i
	}
	return at, nil
}

// option reads the number or the letter of one of n options.
func option(input string, n int) (int, bool) {
	s := strings.ToLower(strings.TrimSpace(norm.NFKC.String(input)))
	s = strings.TrimSpace(strings.TrimSuffix(strings.Trim(s, "().[] "), "번"))
	index := -1
	if number, err := strconv.Atoi(s); err == nil {
		index = number - 1
	} else if len(s) == 1 {
		index = int(s[0]) - 'a'
	}
	return index, index >= 0 && index < n
}

// textOf returns the option that is typed out, or -1.
func textOf(options []lang.Text, input string) int {
	return slices.IndexFunc(options, func(o lang.Text) bool {
		return slices.ContainsFunc(lang.All(), func(l lang.Lang) bool { return folded(o.In(l)) == folded(input) })
	})
}

// folded drops what does not matter when an option is typed out.
func folded(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), " "))
}

func blank(input string) bool { return strings.TrimSpace(norm.NFKC.String(input)) == "" }
