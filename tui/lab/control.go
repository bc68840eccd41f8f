package lab

import (
	"math"
	"strconv"
	"strings"

	"hakseup/lessons/lang"
)

// Kind is the kind of a control.
type Kind uint8

// The kinds of controls.
const (
	Slider Kind = iota
	Choice
	Toggle
	Text
)

// Control is a value that the learner can change, bound to a field of the lab.
type Control struct {
	ID    string
	Label lang.Text
	Kind  Kind

	// Of a slider: its range and the sizes of a small and a big step.
	Min, Max, Small, Big float64
	// Of a choice: the names that a scene uses, and what people read.
	Options []Option

	off    bool // does not matter now
	grid   bool
	log    bool
	anew   bool // a change of it restarts the run
	aside  bool // none of what a run depends on
	start  float64
	format func(v float64) string
	get    func() float64
	set    func(v float64)
	then   []func()
	along  []axis

	text      string // of a text: what is in force
	startText string
	read      func(s string) error
}

// Option is one of the values of a choice.
type Option struct {
	Name  string // in a scene: "strict"
	Label lang.Text
}

// axis is a direction of an area along which a control follows the mouse.
type axis struct {
	area string
	y    bool
}

// Slide binds a number to a slider that begins at a value. From and By say its
// range and its steps.
func Slide(at *float64, id string, label lang.Text, start float64) *Control {
	return &Control{
		ID: id, Label: label, Kind: Slider, Min: 0, Max: 1, Small: 0.01, Big: 0.1, start: start,
		get: func() float64 { return *at }, set: func(v float64) { *at = v },
	}
}

// Bind binds a control of a kind by functions, where the value is no field.
func Bind(kind Kind, id string, label lang.Text, get func() float64, set func(v float64), options ...Option) *Control {
	return &Control{ID: id, Label: label, Kind: kind, get: get, set: set, Options: options}
}

// From sets the range of a slider.
func (c *Control) From(lo, hi float64) *Control { c.Min, c.Max = lo, hi; return c }

// By sets the small and the big step of a slider.
func (c *Control) By(small, big float64) *Control { c.Small, c.Big = small, big; return c }

// OnGrid lets a slider stand at multiples of its small step only, whatever is
// typed or pointed at.
func (c *Control) OnGrid() *Control { c.grid = true; return c }

// Writes sets how the value of a slider is written: "∞" at the end of a range.
func (c *Control) Writes(format func(v float64) string) *Control { c.format = format; return c }

// AlongX lets a slider follow the mouse, and ← and →, along x in an area.
func (c *Control) AlongX(area string) *Control {
	c.along = append(c.along, axis{area, false})
	return c
}

// AlongY lets a slider follow the mouse, and ↑ and ↓, along y in an area.
func (c *Control) AlongY(area string) *Control { c.along = append(c.along, axis{area, true}); return c }

// Aside says that the control is none of what a run depends on: how it is looked
// at, or what others say in other words.
func (c *Control) Aside() *Control { c.aside = true; return c }

// Restarts says that a change of the control begins the run anew. One that does
// not goes on with the run in another way.
func (c *Control) Restarts() *Control { c.anew = true; return c }

// When says whether the control matters now. One that does not keeps its place
// on the screen, faint.
func (c *Control) When(matters bool) *Control { c.off = c.off || !matters; return c }

// Then adds what follows from a change. A reset does not call it.
func (c *Control) Then(f func()) *Control { c.then = append(c.then, f); return c }

// Value is an option of a choice with the value that it stands for.
type Value[T comparable] struct {
	Option

	is T
}

// Opt returns an option: the value that it stands for, its name in a scene,
// and its label.
func Opt[T comparable](is T, name string, label lang.Text) Value[T] {
	return Value[T]{Option{name, label}, is}
}

// Choose binds a field to a choice of values; it begins at the first.
func Choose[T comparable](at *T, id string, label lang.Text, options ...Value[T]) *Control {
	c := &Control{ID: id, Label: label, Kind: Choice}
	for _, o := range options {
		c.Options = append(c.Options, o.Option)
	}
	c.get = func() float64 {
		for i, o := range options {
			if o.is == *at {
				return float64(i)
			}
		}
		return 0
	}
	c.set = func(v float64) { *at = options[int(v)].is }
	return c
}

// Begin sets at which of its options a choice begins, by name.
func (c *Control) Begin(name string) *Control {
	if i, err := c.option(name); err == nil {
		c.start = i
	}
	return c
}

// BeginAt sets where a slider begins that is bound by functions.
func (c *Control) BeginAt(v float64) *Control { c.start = v; return c }

// Switch binds a field to a toggle, which begins off.
func Switch(at *bool, id string, label lang.Text) *Control {
	return &Control{
		ID: id, Label: label, Kind: Toggle,
		get: func() float64 {
			if *at {
				return 1
			}
			return 0
		},
		set: func(v float64) { *at = v != 0 },
	}
}

// Button is a choice between waiting and doing. It does, and waits again.
func Button(id string, label lang.Text, do func()) *Control {
	return Bind(Choice, id, label, func() float64 { return 0 }, func(v float64) {
		if v == 1 {
			do()
		}
	}, Option{"wait", lang.T("대기", "wait")}, Option{"do", lang.T("하기", "do it")}).Aside()
}

// Write binds a field to a text, such as a formula. What read refuses, with an
// error that says where, stays out of force.
func Write(at *string, id string, label lang.Text, start string, read func(s string) error) *Control {
	return &Control{
		ID: id, Label: label, Kind: Text, text: *at, startText: start,
		read: func(s string) error {
			if err := read(s); err != nil {
				return err
			}
			*at = s
			return nil
		},
	}
}

// Value returns what the control stands at: of a choice the index of its
// option, of a toggle 0 or 1.
func (c *Control) Value() float64 {
	if c.get == nil {
		return 0
	}
	return c.get()
}

// On reports whether the control matters now.
func (c *Control) On() bool { return !c.off }

// Anew reports whether a change of the control restarts the run.
func (c *Control) Anew() bool { return c.anew }

// Word writes what the control stands at as a scene does.
func (c *Control) Word() string {
	switch v := c.Value(); {
	case c.Kind == Text:
		return c.text
	case c.Kind == Choice:
		return c.Options[int(v)].Name
	case c.Kind == Toggle && v == 0:
		return "off"
	case c.Kind == Toggle:
		return "on"
	default:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
}

// Text returns what a text control has in force.
func (c *Control) Text() string { return c.text }

// Set changes the control: the value is brought into its range and onto its
// grid.
func (c *Control) Set(v float64) {
	if c.Kind == Text || math.IsNaN(v) {
		return
	}
	lo, hi := c.Range()
	switch {
	case c.Kind != Slider:
		v = math.Round(v)
	case c.grid:
		v = c.Snap(v)
	}
	c.set(math.Max(lo, math.Min(hi, v)))
	c.follow()
}

// SetText changes a text. The error is that of the control's reader.
func (c *Control) SetText(s string) error {
	if c.Kind != Text {
		return Refuse("%[1]s: 글을 받는 조절이 아니에요.", "%[1]s does not take a text.", c.ID)
	}
	if err := c.read(s); err != nil {
		return err
	}
	c.text = s
	c.follow()
	return nil
}

func (c *Control) follow() {
	for _, f := range c.then {
		f()
	}
}

// begin puts the control where it begins.
func (c *Control) begin() {
	if c.Kind == Text {
		_ = c.read(c.startText) // what a lab begins with can be read: a test holds it
		return
	}
	c.set(c.start)
}

// Range returns the smallest and the largest value of the control.
func (c *Control) Range() (lo, hi float64) {
	switch c.Kind {
	case Choice:
		return 0, float64(len(c.Options) - 1)
	case Toggle:
		return 0, 1
	}
	return c.Min, c.Max
}

// Move changes the control by steps.
func (c *Control) Move(steps float64, big bool) {
	switch {
	case c.Kind == Toggle:
		c.Set(1 - c.Value())
	case c.Kind == Choice:
		c.Set(c.Value() + steps)
	case c.log:
		c.Set(rounder(c.Value(), steps, big))
	case big:
		c.Set(c.Snap(c.Value() + steps*c.Big))
	default:
		c.Set(c.Snap(c.Value() + steps*c.Small))
	}
}

// Snap rounds a value to the nearest small step from Min on, within the range.
func (c *Control) Snap(v float64) float64 {
	lo, hi := c.Range()
	if c.log {
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'e', 1, 64), 64)
		return math.Max(lo, math.Min(hi, v))
	}
	if c.Kind == Slider && c.Small > 0 {
		steps := math.Round((v - c.Min) / c.Small)
		v = c.Min + steps*c.Small
		// Steps such as 0.1 are no binary fractions: 0.1·3 is not 0.3.
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	}
	return math.Max(lo, math.Min(hi, v))
}

// Say writes what the control stands at.
func (c *Control) Say(l lang.Lang) string {
	switch v := c.Value(); {
	case c.Kind == Text:
		return c.text
	case c.Kind == Toggle && v == 0:
		return lang.T("끔", "off").In(l)
	case c.Kind == Toggle:
		return lang.T("켬", "on").In(l)
	case c.Kind == Choice:
		return c.Options[int(v)].Label.In(l)
	case c.format != nil:
		return c.format(v)
	default:
		return sliderText(v)
	}
}

// sliderText writes two decimals, or up to four where a number was typed that
// has so many.
func sliderText(v float64) string {
	for decimals := 2; decimals < 5; decimals++ {
		if rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64); rounded == v {
			return Fixed(v, decimals)
		}
	}
	return Fixed(v, 2)
}

// Parse reads a value as a scene writes it: the name of an option, on or off,
// or a number. The error is a *RefusalError.
func (c *Control) Parse(s string) (float64, error) {
	switch c.Kind {
	case Choice:
		return c.option(s)
	case Toggle:
		switch s {
		case "on":
			return 1, nil
		case "off":
			return 0, nil
		}
		return 0, Refuse("%[1]s=%[2]s: on이나 off로 써요.", "%[1]s is on or off, not '%[2]s'.", c.ID, lang.Quote(s))
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, "−", "-"), 64)
	if err != nil {
		return 0, Refuse("%[1]s=%[2]s: 수가 아니에요.", "%[1]s: '%[2]s' is not a number.", c.ID, lang.Quote(s))
	}
	return v, nil
}

func (c *Control) option(name string) (float64, error) {
	for i, o := range c.Options {
		if o.Name == name {
			return float64(i), nil
		}
	}
	names := make([]string, len(c.Options))
	for i, o := range c.Options {
		names[i] = o.Name
	}
	return 0, Refuse("%[1]s=%[2]s: 고를 수 있는 것은 %[3]s예요.", "%[1]s has no option '%[2]s'. There are: %[3]s.",
		c.ID, lang.Quote(name), strings.Join(names, ", "))
}
