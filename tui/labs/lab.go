package labs

import (
	"hakseup/lessons/lang"
	"hakseup/tui/plot"
)

// Lab is a deterministic experiment with named controls. Every number that it
// shows is computed by package nn.
type Lab interface {
	// Title names the experiment: 명사형 in Korean.
	Title() lang.Text
	// Reset puts every control at its default and the experiment at its start.
	Reset(seed uint64)
	// Controls lists the controls that matter now, in display order. A lab
	// with several views lists only the controls of the view that is shown.
	Controls() []Control
	// Set changes a control of any view; the value is clamped to its range.
	// An unknown id is ignored; a test holds every scene against Known.
	Set(id string, v float64)
	// Draw fills the canvas: any size from 28x8 up.
	Draw(c *plot.Canvas, l lang.Lang)
	// Caption says in one sentence what to look at now, with the numbers.
	Caption(l lang.Lang) string
}

// Stepper is a lab that runs over time, one step at a call, and back.
type Stepper interface {
	Step() (more bool)
	Back() (more bool)
}

// Pointer is a lab that takes the mouse, in data coordinates of the area
// that its drawing marked as pointable.
type Pointer interface {
	Point(x, y float64, ev Event)
}

// Event is what the mouse does at a point.
type Event uint8

// The events.
const (
	Press Event = iota
	Drag
	Release
)

// Describer is a lab whose picture can be said in words.
type Describer interface {
	Describe(l lang.Lang) string
}

// Control is a value that the learner can change.
type Control struct {
	ID    string
	Label lang.Text
	Kind  ControlKind
	Value float64

	// Of a slider: its range and the sizes of a small and a big step.
	Min, Max, Small, Big float64
	// Format, when set, writes the value: "∞" at the end of a range.
	// Without it a slider shows two decimals.
	Format func(v float64) string

	// Of a choice: Value is an index into Options. Names are the words that
	// a scene uses for them.
	Options []Option
}

// Option is one of the values of a choice.
type Option struct {
	Name  string // in a scene: "strict"
	Label lang.Text
}

// ControlKind is the kind of a control.
type ControlKind uint8

// The kinds of controls.
const (
	Slider ControlKind = iota
	Choice
	Toggle // Value is 0 or 1; in a scene off and on
)
