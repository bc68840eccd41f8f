package lessons

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"hakseup/lessons/lang"
)

// The lectures are found by their folders; there is no list of them in Go.
//
//go:embed [0-9][0-9]-*/*.md
var files embed.FS

// Course is a folder of lectures. Only the front matter is read when it is
// opened; a lecture is parsed when it is asked for.
type Course struct {
	fsys    fs.FS
	entries []Entry
}

// Default opens the course that is built into the program.
func Default() (*Course, error) { return Open(files) }

// Open opens a course: every folder of fsys whose name is a number and a
// slug, such as "06-softmax-loss", that holds a ko.md or en.md. Lectures of
// the outline that are not there stay in the table of contents as planned.
func Open(fsys fs.FS) (*Course, error) {
	found, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("open course: %w", err)
	}
	c := &Course{fsys: fsys, entries: Outline()}
	for _, dir := range found {
		number, ok := slugNumber(dir.Name())
		if !dir.IsDir() || !ok {
			continue
		}
		if err := c.add(number, dir.Name()); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// slugNumber returns the number that a lecture's folder begins with.
func slugNumber(name string) (int, bool) {
	digits, _, ok := strings.Cut(name, "-")
	if !ok || len(digits) != 2 {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil && n > 0
}

// add reads the front matter of a lecture's files into its entry, and counts
// its pages.
func (c *Course) add(number int, slug string) error {
	entry := Entry{Number: number, Slug: slug}
	at := len(c.entries)
	for i, e := range c.entries {
		if e.Number == number {
			entry, at = e, i
			entry.Slug = slug
		}
	}
	for _, l := range lang.All() {
		file := fileName(slug, l)
		src, err := fs.ReadFile(c.fsys, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("open course: %w", err)
		}
		text := normalize(src)
		entry.Pages = strings.Count(text, "\n"+pageMark)
		head, _, errs := frontMatter(file, text)
		if len(errs) > 0 {
			return errs
		}
		entry.Written = true
		entry.Title = with(entry.Title, l, head.title)
		entry.Summary = with(entry.Summary, l, head.summary)
	}
	switch {
	case !entry.Written:
	case at < len(c.entries):
		c.entries[at] = entry
	default:
		c.entries = append(c.entries, entry)
	}
	return nil
}

func fileName(slug string, l lang.Lang) string { return path.Join(slug, l.String()+".md") }

// with returns t with its text in language l replaced, unless s is empty.
func with(t lang.Text, l lang.Lang, s string) lang.Text {
	switch {
	case s == "":
	case l == lang.EN:
		t.EN = s
	default:
		t.KO = s
	}
	return t
}

// Entries returns the table of contents in order of the lectures' numbers,
// planned ones included.
func (c *Course) Entries() []Entry { return append([]Entry(nil), c.entries...) }

// Find returns the entry that a name means: a number ("6", "06"), a slug
// ("06-softmax-loss", "softmax-loss"), or a part of one slug or title only
// ("softmax", "오버피팅"). Written or not: Lecture says so when it is not.
func (c *Course) Find(name string) (Entry, error) {
	want := strings.ToLower(strings.TrimSpace(name))
	if n, err := strconv.Atoi(want); err == nil {
		for _, e := range c.entries {
			if e.Number == n {
				return e, nil
			}
		}
		return Entry{}, unknownLecture(name)
	}
	for _, e := range c.entries {
		if want == e.Slug || want == slugWords(e.Slug) {
			return e, nil
		}
	}
	var hits []Entry
	for _, e := range c.entries {
		text := strings.ToLower(strings.Join([]string{e.Slug, e.Title.KO, e.Title.EN}, "\n"))
		if want != "" && strings.Contains(text, want) {
			hits = append(hits, e)
		}
	}
	switch len(hits) {
	case 0:
		return Entry{}, unknownLecture(name)
	case 1:
		return hits[0], nil
	default:
		return Entry{}, ambiguousLecture(name, hits)
	}
}

// slugWords returns a slug without its number.
func slugWords(slug string) string {
	_, words, _ := strings.Cut(slug, "-")
	return words
}

// Lecture parses the lecture that a name means, as Find understands it. The
// error is a *LookupError or, when the file has mistakes, Errors.
func (c *Course) Lecture(name string, l lang.Lang) (*Lecture, error) {
	entry, err := c.Find(name)
	if err != nil {
		return nil, err
	}
	file := fileName(entry.Slug, l)
	src, err := fs.ReadFile(c.fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, notWritten(name, entry, l)
	}
	if err != nil {
		return nil, fmt.Errorf("read lecture: %w", err)
	}
	lecture, err := parseLecture(file, src)
	if err != nil {
		return nil, err
	}
	lecture.Slug, lecture.Number, lecture.Lang = entry.Slug, entry.Number, l
	return lecture, nil
}

func unknownLecture(name string) error {
	return &LookupError{Name: name, Reason: Unknown, Text: lang.Sprintf(
		"‘%s’에 해당하는 강의가 없어요. hakseup list로 목록을 볼 수 있어요.",
		"No lecture is called ‘%s’. Run hakseup list to see them all.", lang.Quote(name))}
}

func ambiguousLecture(name string, hits []Entry) error {
	slugs := make([]string, len(hits))
	for i, e := range hits {
		slugs[i] = e.Slug
	}
	return &LookupError{Name: name, Reason: Ambiguous, Text: lang.Sprintf(
		"‘%s’에 해당하는 강의가 여럿이에요: %s.",
		"Several lectures match ‘%s’: %s.", lang.Quote(name), strings.Join(slugs, ", "))}
}

func notWritten(name string, e Entry, l lang.Lang) error {
	text := lang.Sprintf("%02d강은 아직 준비 중이에요.", "Lecture %02d is not written yet.", e.Number)
	if e.Written {
		text = lang.Sprintf("%02d강에는 %s.md가 없어요.", "Lecture %02d has no %s.md.", e.Number, l)
	}
	return &LookupError{Name: name, Reason: NotWritten, Text: text}
}
