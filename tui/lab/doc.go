// Package lab is what every experiment of the course is made of: the contract
// that the screens know, controls that are bound to fields, blocks that pictures
// are laid out of, and facts, which the words, the tasks and the tests read. It
// sees no key, no colour and no clock.
//
// # Writing a lab
//
// A lab is a struct that embeds Bench and holds the experiment in plain fields.
// It lives in the package of its lecture, tui/labs/NN-slug, and has a line in
// tui/labs/labs.go. What two lectures use belongs here, not in one of them.
//
//	type loss struct {
//		lab.Bench
//
//		p   float64
//		dog bool
//	}
//
//	func NewLoss() lab.Lab            { return &loss{} }
//	func (s *loss) Title() lang.Text  { return lang.T("손실 함수", "Loss functions") }
//	func (s *loss) Clone() lab.Lab    { c := *s; return &c } // and slices cloned
//
// Panel binds controls to the fields, anew at every call. So labels, ranges and
// When may depend on the fields, and nothing has to be kept in step by hand:
//
//	func (s *loss) Panel() lab.Panel {
//		return lab.Panel{
//			lab.Slide(&s.p, "p", lang.T("확률", "probability"), 0.1).From(0, 1).By(0.01, 0.1).AlongX("losses"),
//			lab.Choose(&s.dog, "truth", lang.T("정답", "truth"),
//				lab.Opt(false, "cat", lang.T("고양이", "cat")), lab.Opt(true, "dog", lang.T("개", "dog"))),
//		}
//	}
//
// Choose stores the value that an option stands for, whatever its type: a
// number, an nn.Activation, a name. Switch is on or off, Write a text,
// which refuses by Refuse or, what the engine could not read, by Unread. The
// last argument of Slide is where it begins; a Choice begins at its first
// option, or at Begin. When(false) keeps the line of a control and takes it out
// of use; controls that never matter together share a line. Then adds what
// follows from a change, such as another view of the same quantity: it is not
// called by a reset, which sets all fields to where they begin. Log is for what
// goes over powers of ten, such as a rate, and OnGrid for what must be a whole
// number of small steps. Bind is for a value that is no
// field. Several points may follow the mouse in one area: each is the next pair
// of controls AlongX and AlongY, and the nearest one is taken. A lab that holds
// more than its controls, a history or drawn numbers, is a Starter; one that
// steps a Runner; one whose picture does more with the mouse a Pointer.
//
// What is looked at in several ways has several Views, and scenes name one
// (view=dot). Sees tells which is shown.
//
// # Pictures
//
// A view lists the same picture for different room, roomiest first, built of
// blocks: Plot (curves with marks, arrows, a field, Over for the rest), Table
// (with bars: Bar, Goal, Share, Leap), Lines, Readouts (facts), Network, Matrix,
// Graph (its Spots tell a Pointer which node is where), Cards, Trace and Course
// (values over steps), Drawn for what is drawn by hand.
// Above, Beside and Loosely lay them out; Exactly and Low keep one from growing,
// Centered and Room stand it in the middle. The canvas is at least 36x8. What a
// block needs must not change with values, or the picture jumps: give Lines W and
// H, tables Least, and let both branches of a choice take the same rows. A curve
// whose ID is that of a fact goes through Bench.Curves, so that scenes and
// questions can keep it back; ask Shows for anything else that gives it away, and
// write values as Told.
//
// Say comes with the blocks. It must hold no box drawing, block or braille sign.
//
// # Running
//
// A Runner goes on and back by strides, as fast as its controls "speed" and, of a
// Strider, "stride" say, which stand behind its own: Controls lists both. It
// leaves off when more turns false, and never goes on past a result. What a seed
// draws can be tried from other starts by a Sampler, and kept to compare with by a
// Pinner; their results are facts (loss.p50, solved.share, pinned.loss).
//
// A lab that trains embeds Training instead of Bench and is all of these at once:
//
//	type playground struct{ lab.Training }
//
//	func NewTrain() lab.Lab           { return &train{lab.Training{Spec: run.Default(), Solved: 0.95}} }
//	func (s *train) Clone() lab.Lab   { return &train{s.Copy()} }
//	func (s *train) Caption(l lang.Lang) string { return s.Told(l, s.Panel()) }
//
// Its controls are bound to fields of Spec, each wrapped in Adjusts with the name
// of the run.Flag that it stands for: that says whether a change goes on with the
// run or begins it anew. Nothing has to follow from a change: the run is brought to
// the Spec when it is next looked at. The pictures are made of Losses, Region,
// Weights and Spread; Run is for what they do not show.
//
// Three more have a state of their own, which the lab holds in a field and copies
// with it: Units is the network with what each unit answers over the plane, one
// parameter picked; HiddenSpace is the plane as two units see it; LossMap is the
// loss over two parameters. Each makes a Block of a Training. A lab with Units is a
// Pointer that passes on Point and Nudge for their area, and has ByHand in its
// panel, which binds the parameter that is picked.
//
// # Facts
//
// Facts are the state by name, the most telling first: after a change the pane
// shows which of them moved. Scenes (show=), questions (hides=), tasks (when=)
// and the tests name them, also by the group before the dot: y.cat, y.dog.
//
// # Tests
//
// tui/labs/labs_test.go sweeps every lab over states, sizes and languages;
// numbers_test.go has a line for what a scene must show; figures_test.go holds
// the decimals of the texts, computed from facts. A package's own test is for
// what only it can get wrong, such as a gradient.
package lab
