// Package find looks things up in the course: pages by their titles and texts,
// formulas, and whatever else has a name, in both languages at once. It forgives
// spaces, case and syllables that are not finished, and takes initials: ㅅㅍㅌ finds
// 소프트맥스.
package find

import (
	"cmp"
	"slices"
	"strings"

	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/labs"
)

// Kind is a kind of thing that can be found.
type Kind uint8

// The kinds, in the order in which equally good finds are listed.
const (
	Lecture Kind = iota // opens at its first page
	Page
	Lab
	Exercise
	Formula // on a page
	Text    // of a page
)

// Label names the kind.
func (k Kind) Label() lang.Text {
	switch k {
	case Lecture:
		return lang.T("강의", "lecture")
	case Lab:
		return lang.T("실험", "lab")
	case Exercise:
		return lang.T("문제", "exercise")
	case Formula:
		return lang.T("수식", "formula")
	case Text:
		return lang.T("본문", "text")
	}
	return lang.T("쪽", "page")
}

// Entry is something that can be found, and where it leads.
type Entry struct {
	Kind    Kind
	Title   lang.Text
	Lecture string // slug, of what is on a page
	Page    string // id of that page
	ID      string // of a lab or an exercise
}

// Index is what can be found.
type Index struct{ items []item }

type item struct {
	Entry

	keys []key // in both languages, the name first
}

// New reads the lectures of a course, the labs and the exercises.
func New(course *lessons.Course) (*Index, error) {
	x := &Index{}
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		ko, err := course.Lecture(e.Slug, lang.KO)
		if err != nil {
			return nil, err
		}
		en, err := course.Lecture(e.Slug, lang.EN)
		if err != nil {
			return nil, err
		}
		x.items = append(x.items, item{
			Entry{Kind: Lecture, Title: e.Title, Lecture: e.Slug, Page: ko.Pages[0].ID},
			[]key{keyOf(e.Title.KO), keyOf(e.Title.EN), keyOf(e.Slug)},
		})
		for i, p := range ko.Pages {
			x.page(ko, p, en.Pages[min(i, len(en.Pages)-1)])
		}
	}
	for _, id := range labs.IDs() {
		l, _ := labs.New(id)
		x.add(Lab, id, l.Title())
	}
	for _, e := range bank.All() {
		x.add(Exercise, e.ID, e.Title)
	}
	return x, nil
}

// add adds something that has a name and an id.
func (x *Index) add(kind Kind, id string, title lang.Text) {
	x.items = append(x.items, item{Entry{Kind: kind, ID: id, Title: title}, []key{keyOf(title.KO), keyOf(title.EN), keyOf(id)}})
}

// page adds a page: its title, its formulas, its text with the topic.
func (x *Index) page(l *lessons.Lecture, ko, en lessons.Page) {
	at := Entry{Kind: Page, Title: lang.T(ko.Title, en.Title), Lecture: l.Slug, Page: ko.ID}
	x.items = append(x.items, item{at, []key{keyOf(ko.Title), keyOf(en.Title)}})
	formulas := item{Entry: at}
	for f := range lessons.Formulas(ko.Blocks) {
		formulas.keys = append(formulas.keys, keyOf(f.TeX))
	}
	formulas.Kind = Formula
	text := item{at, []key{keyOf(lessons.Words(ko.Blocks)), keyOf(lessons.Words(en.Blocks)), keyOf(ko.Slide)}}
	text.Kind = Text
	x.items = append(x.items, formulas, text)
}

// Most is how many finds are worth reading.
const Most = 30

// Search lists what a query finds, the best first. What was typed while the
// keyboard was in the other mode is tried where nothing else fits.
func (x *Index) Search(query string) []Entry {
	found := x.search(keyOf(query))
	if latin := lang.Latin(query); len(found) == 0 && latin != query {
		found = x.search(keyOf(latin))
	}
	return found
}

func (x *Index) search(query key) []Entry {
	if query.empty() {
		return nil
	}
	type find struct {
		Entry
		rank int
	}
	var finds []find
	for _, it := range x.items {
		best := it.rank(query)
		if best >= 0 {
			finds = append(finds, find{it.Entry, best})
		}
	}
	slices.SortStableFunc(finds, func(a, b find) int { return cmp.Compare(a.rank, b.rank) })
	var out []Entry
	seen := map[string]bool{}
	for _, f := range finds {
		where := strings.Join([]string{f.Title.KO, f.Lecture, f.Page, f.ID}, "\n")
		if !seen[where] && len(out) < Most { // a page once, by what fits best
			out = append(out, f.Entry)
		}
		seen[where] = true
	}
	return out
}

// rank says how well a query fits, from 0 for the whole name up; -1: not at all.
func (it item) rank(query key) int {
	if it.Kind == Text && query.consonants() { // initials fit much by chance
		return -1
	}
	best := -1
	for _, k := range it.keys {
		at := k.find(query)
		rank := 2 // within
		switch {
		case at < 0:
			continue
		case it.Kind >= Formula:
			rank = 3 + int(it.Kind)
		case at == 0 && len(k.letters) == len(query.letters):
			rank = 0
		case at == 0:
			rank = 1
		}
		if best < 0 || rank < best {
			best = rank
		}
	}
	return best
}
