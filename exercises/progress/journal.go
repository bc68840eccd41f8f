package progress

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// journal is the file in which a program writes down what is not in the
// database yet: an entry on a line, in JSON. It is there only while there is
// something unsaved.
//
// The program appends to its own file, and any program that can write the
// database takes over the files of others: it renames one, so that its writer
// begins another, reads it, saves what is in it and removes it. The writer
// may be running: it saves the same entries itself, and what is saved twice
// is there once. A program that ends at any point in between leaves a file
// that the next one takes over.
type journal struct {
	dir   string
	name  string
	open  bool // lines may be written: the folder holds nothing that is not ours
	lines int  // number of the last entry that is in the file
	safe  int  // number of the last one that survives a power cut
	taken int  // how many files of others were taken over
}

const (
	journalPrefix = "progress-"
	journalSuffix = ".journal"
)

// newJournal returns the journal of this program in a folder.
func newJournal(dir string) journal {
	return journal{dir: dir, name: strings.ToLower(rand.Text()[:12])}
}

func (j *journal) path() string { return j.file("") }

// file returns the path of the journal, or of one that was taken over.
func (j *journal) file(more string) string {
	return filepath.Join(j.dir, journalPrefix+j.name+more+journalSuffix)
}

// id names the n-th event of the program.
func (j *journal) id(n int) string { return fmt.Sprintf("%s-%d", j.name, n) }

// holds reports whether all entries are in the file.
func (j *journal) holds(entries []entry) bool {
	return len(entries) > 0 && entries[len(entries)-1].number <= j.lines
}

// write appends the entries that are not in the file yet. What cannot be
// written now is tried again with the next one.
func (j *journal) write(entries []entry) {
	if !j.open || len(entries) == 0 || j.holds(entries) {
		return
	}
	var text []byte
	fresh, _ := slices.BinarySearchFunc(entries, j.lines+1, func(e entry, n int) int { return e.number - n })
	for _, e := range entries[fresh:] {
		if line, err := json.Marshal(e); err == nil { // always: it is numbers and strings
			text = append(append(text, line...), '\n')
		}
	}
	if appendTo(j.path(), text) == nil {
		j.lines = entries[len(entries)-1].number
	}
}

// appendTo appends text to a file, whole or not at all. Another program that
// takes the file over meanwhile has it after the rename, or else it is written
// once more.
func appendTo(path string, text []byte) error {
	for {
		f, err := os.OpenFile(filepath.Clean(path), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		before, err := f.Stat()
		if err == nil {
			if _, err = f.Write(text); err != nil {
				err = errors.Join(err, f.Truncate(before.Size()))
			}
		}
		if err = errors.Join(err, f.Close()); err != nil {
			return err
		}
		if now, err := os.Stat(path); err == nil && os.SameFile(before, now) {
			return nil
		}
	}
}

// syncFiles brings files or folders to the disk itself, so that they survive a
// power cut.
func syncFiles(paths ...string) error {
	for _, path := range paths {
		f, err := os.OpenFile(filepath.Clean(path), os.O_RDONLY, 0)
		if err != nil {
			return err
		}
		err = f.Sync()
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// others lists the files that other programs have left or are writing.
func (j *journal) others() []string {
	found, err := os.ReadDir(j.dir)
	if err != nil {
		return nil
	}
	var others []string
	for _, f := range found {
		name := f.Name()
		if strings.HasPrefix(name, journalPrefix) && strings.HasSuffix(name, journalSuffix) &&
			!strings.HasPrefix(name, journalPrefix+j.name) {
			others = append(others, filepath.Join(j.dir, name))
		}
	}
	return others
}

// take takes over the files of other programs. It returns what is in them and
// the files, which are to be removed once that is saved. A file with lines
// that cannot be understood is not among them: they wait for a version that
// can.
func (j *journal) take() (entries []entry, files []string) {
	for _, path := range j.others() {
		j.taken++ // no file is renamed to a name that another one has
		taken := j.file(fmt.Sprintf("-%d", j.taken))
		if os.Rename(path, taken) != nil {
			continue // another program was faster, or is just writing it
		}
		found, whole := readJournal(taken)
		entries = append(entries, found...)
		if whole {
			files = append(files, taken)
		}
	}
	return entries, files
}

// readJournal reads the entries of a file, and reports whether that is all
// that is in it. A last line without an end was never finished: what it was
// to say was not taken for kept by anybody.
func readJournal(path string) (entries []entry, whole bool) {
	text, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return nil, false
	}
	return parseJournal(text)
}

func parseJournal(text []byte) (entries []entry, whole bool) {
	whole = true
	for {
		line, rest, ended := bytes.Cut(text, []byte("\n"))
		if !ended {
			return entries, whole
		}
		text = rest
		e := entry{late: true}
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if d.Decode(&e) != nil || d.More() || e.ID == "" || e.event() == nil {
			whole = false
			continue
		}
		entries = append(entries, e)
	}
}
