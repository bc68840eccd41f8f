package tex

// class is the kind of an atom. It decides what space stands around it.
type class uint8

// The classes of The TeXbook, chapter 17.
const (
	ord class = iota
	op
	bin
	rel
	opening
	closing
	punct
	inner
)

// list is a run of atoms on one line: a formula, or an argument in braces.
type list []atom

// atom is a nucleus with its scripts. A nil script is absent.
type atom struct {
	nucleus nucleus
	class   class
	sub     list
	sup     list
	limits  bool // scripts stand below and above in the display form
	offset  int  // in the source, for errors
}

// scripted reports whether the atom has a script.
func (a atom) scripted() bool { return a.sub != nil || a.sup != nil }

// nucleus is what an atom consists of: one of the types below.
type nucleus interface{ nucleus() }

type (
	// glyph is one symbol, a number, the name of a function or words in
	// upright letters: whatever is one piece.
	glyph struct{ text string }

	// space is space that the author asked for. A soft one is no more than
	// what a neighbour asks for anyway; a hard one comes on top of that.
	space struct {
		cells int
		soft  bool
	}

	// group is an argument in braces.
	group struct{ body list }

	// fraction is one list above another, with a bar between them unless it
	// is a binomial coefficient.
	fraction struct {
		above, below list
		binomial     bool
	}

	// radical is a root; index is nil for the square root.
	radical struct{ index, body list }

	// fence is a list between delimiters that grow with it. An empty
	// delimiter is \left. or \right.
	fence struct {
		left, right string
		body        list
	}

	// accent is a mark above or below a list.
	accent struct {
		mark mark
		body list
	}

	// brace is \underbrace or \overbrace; label is nil without one.
	brace struct {
		over        bool
		body, label list
	}

	// stack is a list with a small one above or below: \overset, \underset.
	stack struct {
		over        bool
		body, small list
	}

	// table is an environment.
	table struct {
		env   environment
		align []alignment // of array, by column
		rows  [][]list
	}
)

func (glyph) nucleus()    {}
func (space) nucleus()    {}
func (group) nucleus()    {}
func (fraction) nucleus() {}
func (radical) nucleus()  {}
func (fence) nucleus()    {}
func (accent) nucleus()   {}
func (brace) nucleus()    {}
func (stack) nucleus()    {}
func (table) nucleus()    {}

// single returns the only atom of a list, looking through braces.
func (l list) single() (atom, bool) {
	if len(l) != 1 {
		return atom{}, false
	}
	if g, ok := l[0].nucleus.(group); ok && !l[0].scripted() {
		return g.body.single()
	}
	return l[0], true
}

// columns returns the number of cells in the longest row.
func (t table) columns() int {
	n := 0
	for _, row := range t.rows {
		n = max(n, len(row))
	}
	return n
}
