package lessons

import "hakseup/lessons/lang"

// Lecture is one lecture of the course in one language.
type Lecture struct {
	Slug    string // "06-softmax-loss": names its folder, its lab file and its exercise file
	Number  int    // 6
	Lang    lang.Lang
	Title   string
	Summary string // one line for the table of contents
	Pages   []Page
}

// Page makes one point. Its scene is the state into which turning to the
// page puts the lab beside it.
type Page struct {
	ID     string // "cross-entropy": its own within the lecture, the same in every language; progress is kept by it
	Title  string
	Scene  Scene
	Blocks []Block
	File   string // for messages: "06-softmax-loss/ko.md"
	Line   int    // line of the page's heading in that file
}

// Scene names a lab and the values of some of its controls. The other
// controls keep the values that they have after a reset.
type Scene struct {
	Lab      string // "softmax"
	Settings []Setting
	Line     int
}

// Setting is one "name=value" of a scene. Value is a number, on, off, or the
// name of one of the options of a choice.
type Setting struct {
	Control string
	Value   string
}

// Block is a part of a page: *Paragraph, *Formula, *List, *Table, *Callout,
// *Code, *Predict or *ExerciseRef.
type Block interface{ block() }

// Paragraph is running text.
type Paragraph struct{ Spans []Span }

// Formula is a displayed formula, in TeX.
type Formula struct {
	TeX  string
	Line int
}

// List is a list of items; each item is made of blocks.
type List struct {
	Ordered bool
	Start   int
	Items   [][]Block
}

// Table has one header row. Every row has as many cells as the header.
type Table struct {
	Align  []Align
	Header [][]Span
	Rows   [][][]Span
}

// Align is the alignment of a table's column.
type Align uint8

// The alignments of a table's column.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
)

// Callout is a box that stands out of the text.
type Callout struct {
	Kind   CalloutKind
	Blocks []Block
}

// CalloutKind says what a callout is for.
type CalloutKind uint8

// The kinds of callouts, with the word that opens them in a lesson file.
const (
	Note CalloutKind = iota // [!NOTE]
	Try                     // [!TRY]: something to do in the lab
	Slip                    // [!SLIP]: where the printed handout is wrong or unclear
)

// Code is preformatted text.
type Code struct{ Text string }

// Predict is a question to commit to. What follows it on the page is shown
// once the learner has chosen.
type Predict struct {
	ID      string
	Ask     []Block
	Options [][]Span
	Answer  int // index into Options
	Line    int
}

// ExerciseRef stands where an exercise is offered.
type ExerciseRef struct {
	ID   string // "06/softmax"
	Line int
}

func (*Paragraph) block()   {}
func (*Formula) block()     {}
func (*List) block()        {}
func (*Table) block()       {}
func (*Callout) block()     {}
func (*Code) block()        {}
func (*Predict) block()     {}
func (*ExerciseRef) block() {}

// Span is a run of text in one style.
type Span struct {
	Style Style
	Text  string // TeX when Style is Math
	Line  int    // set for Math
}

// Style is the style of a span.
type Style uint8

// The styles of a span.
const (
	Plain Style = iota
	Strong
	Emphasis
	Verbatim // `code`
	Math     // $…$
	Break    // a hard line break; Text is empty
)
