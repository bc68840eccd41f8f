// Package tex draws formulas, written in the part of TeX that the course
// needs, as two-dimensional text, and writes them on one line.
//
// A formula goes through three steps, each in files of its own:
//
//   - lexer.go and parser*.go read the source into a list of atoms, the
//     syntax tree of TeX's math mode (node.go);
//   - space.go decides, for both forms alike, where a space belongs, by the
//     table of The TeXbook, chapter 18;
//   - layout*.go sets the atoms in boxes of text that have a baseline
//     (box.go), and inline*.go writes them on one line.
//
// Only characters that D2Coding, the usual Korean coding font, can show are
// drawn of the package's own accord.
package tex

// Formula is a formula that has been understood. It does not change, so any
// number of goroutines may draw it.
type Formula struct {
	atoms list
}

// Parse reads TeX. The error is an *Error that says where and what.
func Parse(src string) (*Formula, error) {
	atoms, err := parse(src)
	if err != nil {
		return nil, err
	}
	return &Formula{atoms: atoms}, nil
}

// Display returns the two-dimensional form: lines of equal width, measured
// in cells of the terminal, and at least one of them.
func (f *Formula) Display() []string {
	return layOut(f.atoms, displayStyle).rows
}

// Width returns the width of the two-dimensional form in cells.
func (f *Formula) Width() int {
	return layOut(f.atoms, displayStyle).width
}

// Inline returns the form on one line, with brackets where the
// two-dimensional form needs none: (a + b)/2.
func (f *Formula) Inline() string {
	return writeLine(f.atoms)
}
