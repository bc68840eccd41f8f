package lessons

import "hakseup/lessons/lang"

// Lecture is one lecture of the course in one language.
type Lecture struct {
	Slug    string // "06-softmax-loss": names its folder, its lab file and its exercise file
	Number  int    // 6
	Lang    lang.Lang
	Title   string
	Summary string   // one line for the table of contents
	Code    []string // files of the engine that it is about: "optimizer_adam.go"
	Pages   []Page
}

// GivenAway lists the exercises whose results with the handout's numbers the pages
// give away, so that they open with fresh ones.
func (l *Lecture) GivenAway() []string {
	var ids []string
	for _, page := range l.Pages {
		for _, b := range page.Blocks {
			if ref, ok := b.(*ExerciseRef); ok && ref.Fresh {
				ids = append(ids, ref.ID)
			}
		}
	}
	return ids
}

// Page makes one point. Its scene is the state into which turning to the
// page puts the lab beside it.
type Page struct {
	ID    string // "cross-entropy": its own within the lecture, the same in every language; progress is kept by it
	Title string
	// Slide names the topic of the handout that the page belongs to; it may be
	// empty.
	Slide string
	// Closing pages sum the lecture up: they ask for nothing to be done.
	Closing bool
	Scene   Scene
	Blocks  []Block
	Claims  []Claim
	File    string // for messages: "06-softmax-loss/ko.md"
	Line    int    // line of the page's heading in that file
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

// String returns the setting as it is written.
func (s Setting) String() string { return s.Control + "=" + s.Value }

// Claim is something that a page says of chance, to be held against many seeds:
// with the settings More a fact of the lab comes out higher than with Less, from
// the same seed, or with More alone the conditions When hold.
type Claim struct {
	Lab        string
	Fact       string
	More, Less []Setting
	When       []Condition
	Line       int
}

// Block is a part of a page: *Paragraph, *Formula, *List, *Table, *Callout,
// *Code, *Question or *ExerciseRef.
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
	Task   *Task // of a Try: what the program looks for; nil: nothing
}

// Task is something to do in the lab that the program can see. It is done as
// soon as the lab's facts satisfy When, and stays done.
type Task struct {
	ID   string // its own among the tasks of the lecture
	When []Condition
	By   []Setting // a way to do it from the scene of the page
	Line int
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

// Question is a question to choose an answer to. What follows a prediction or
// an observation on the page is shown once the learner has chosen.
type Question struct {
	Kind    QuestionKind
	ID      string // its own among the questions of its kind in the lecture
	Ask     []Block
	Options []Option
	Answer  int      // index into Options
	Hides   []string // of a prediction: facts and controls that are kept back until it is answered
	See     *See     // of an observation
	Line    int
}

// QuestionKind says what a question asks for.
type QuestionKind uint8

// The kinds of questions, with the words that open them in a lesson file.
const (
	Predict QuestionKind = iota // [!PREDICT]: what will happen
	Saw                         // [!SAW]: what happened, once it has
	Review                      // [!REVIEW]: what the lecture said
)

// Option is one of the answers to a question.
type Option struct {
	Text []Span
	Why  []Block // said to whoever chose it; empty where no option has one
}

// See is what an observation is about. It is asked as soon as the lab's facts
// satisfy When.
type See struct {
	Do   []Block // what to do in the lab
	When []Condition
	By   []Setting // a way there from the scene of the page
	// Shows holds for every option what the facts are if it is right: there,
	// they satisfy those of the answer alone.
	Shows [][]Condition
}

// ExerciseRef stands where an exercise is offered.
type ExerciseRef struct {
	ID string // "06/softmax"
	// Fresh says that the page gives away the result of the handout's numbers:
	// the exercise opens with others.
	Fresh bool
	Line  int
}

func (*Paragraph) block()   {}
func (*Formula) block()     {}
func (*List) block()        {}
func (*Table) block()       {}
func (*Callout) block()     {}
func (*Code) block()        {}
func (*Question) block()    {}
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
