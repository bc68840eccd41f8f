// Package theme turns roles into colours, for dark and light screens and for
// every colour depth from none to 24 bits. A theme is a value of its own: it
// reads no environment and shares nothing.
package theme

import (
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Profile is how many colours the terminal shows.
type Profile uint8

// The profiles, from least to most.
const (
	NoColor Profile = iota
	ANSI16
	ANSI256
	TrueColor
)

// Attr is a set of attributes of text. They are shown without colours too.
type Attr uint8

// The attributes.
const (
	Bold Attr = 1 << iota
	Dim
	Underline
	Reverse
)

// numAttrs is how many sets of attributes there are.
const numAttrs = Reverse << 1

// Back is the background of a cell; the zero value is the terminal's own.
type Back uint8

// The backgrounds. Those of the field follow and come from [Theme.Field].
const (
	Page       Back = iota // the terminal's own
	Lit                    // a lit piece of a picture
	Focus                  // the focused row
	fieldFirst             // the class B end of the field
)

// The field's class A end is 2·fieldSteps further. Behind it come as many shades
// of pictures.
const (
	pictureFirst = fieldFirst + 2*fieldSteps + 1
	numBacks     = pictureFirst + 2*fieldSteps + 1
)

// fieldSteps is how many shades the field has on each side of its middle: so
// many that no bands show, so few that neighbouring cells share a shade.
const fieldSteps = 16

// Style is all that a cell's look depends on.
type Style struct {
	Role  Role
	Attrs Attr
	Back  Back
}

// reset ends every painted string.
const reset = "\x1b[m"

// fill is a background as SGR parameters: of a cell, and of the half block
// that shows it as a foreground. Empty parameters are the terminal's own.
type fill struct{ back, fore string }

// Theme paints roles. Its methods are safe for concurrent use.
type Theme struct {
	dark    bool
	profile Profile
	paint   [numRoles][numAttrs]string // sequences that start a role on the page
	codes   [numRoles]string           // SGR parameters of a role's colour
	attrs   [numRoles]Attr             // a role's own emphasis
	onBack  string                     // SGR parameters of Text where the background is ours
	emph    [numAttrs]string           // SGR parameters of attributes
	backs   [numBacks]fill
}

// New returns the theme for a dark or light screen.
func New(dark bool, p Profile) *Theme {
	t := &Theme{dark: dark, profile: p}
	g := lightGround()
	if dark {
		g = darkGround()
	}
	for a := range numAttrs {
		t.emph[a] = attrCodes(a)
	}
	for r, l := range palette() {
		hex, sixteen := l.light, l.light16
		if dark {
			hex, sixteen = l.dark, l.dark16
		}
		t.codes[r], t.attrs[r] = foreground(p, hex, sixteen), l.attrs
		if p == NoColor {
			t.attrs[r] |= l.bare
		}
		for a := range numAttrs {
			t.paint[r][a] = sequence(t.emph[a|t.attrs[r]], t.codes[r])
		}
	}
	ends := palette()
	classB, classA := ends[ClassB].light, ends[ClassA].light
	if dark {
		classB, classA = ends[ClassB].dark, ends[ClassA].dark
	}
	t.backs = backgrounds(p, g, classB, classA)
	if p >= ANSI256 {
		t.onBack = foreground(p, g.text, 0)
	}
	return t
}

// Dark reports whether the theme is for a dark screen.
func (t *Theme) Dark() bool { return t.dark }

// Profile returns the colour depth.
func (t *Theme) Profile() Profile { return t.profile }

// Paint returns s in the colour of a role. The string must have no control
// sequences of its own.
func (t *Theme) Paint(r Role, s string) string { return t.PaintAttr(r, 0, s) }

// PaintAttr returns s in the colour of a role with more attributes: bold,
// underlined, reversed. The string must have no control sequences of its own.
func (t *Theme) PaintAttr(r Role, a Attr, s string) string {
	if r >= numRoles || a >= numAttrs {
		return s
	}
	start := t.paint[r][a]
	if start == "" || s == "" {
		return s
	}
	return start + s + reset
}

// Selected returns s, which may be painted already, as the focused row: on a
// tinted background, or reversed and in one colour where there are no tints.
func (t *Theme) Selected(s string) string {
	if s == "" {
		return s
	}
	if !t.Tints() {
		return "\x1b[7m" + ansi.Strip(s) + reset
	}
	start := "\x1b[" + t.backs[Focus].back + "m"
	return start + strings.ReplaceAll(s, reset, reset+start) + reset
}

// Tints reports whether the profile has backgrounds that text stays readable
// on. Without them the field is drawn as texture and what is lit is reversed.
func (t *Theme) Tints() bool { return t.profile >= ANSI256 }

// Field returns the background for a value of the field: -1 is class B, +1 is
// class A, 0 and NaN are neutral. Values beyond are clamped.
func (t *Theme) Field(v float64) Back { return fieldFirst + step(v) }

// Picture is Field for pictures of pixels, on which nothing is written: its ends
// are the full colours of the classes.
func (t *Theme) Picture(v float64) Back { return pictureFirst + step(v) }

func step(v float64) Back {
	if math.IsNaN(v) {
		v = 0
	}
	return Back(math.Round(max(-1, min(1, v))*fieldSteps) + fieldSteps)
}

// AppendStyle appends the sequence that begins a style and ends any other.
func (t *Theme) AppendStyle(dst []byte, s Style) []byte {
	if s.Role >= numRoles {
		s.Role = Text
	}
	attrs, fg, bg := (s.Attrs|t.attrs[s.Role])%numAttrs, t.codes[s.Role], ""
	if s.Back != Page && s.Back < numBacks {
		if t.Tints() {
			bg = t.backs[s.Back].back
			if s.Role == Text {
				fg = t.onBack
			}
			if s.Role == Faint { // would drown in a tint
				fg = t.codes[Muted]
			}
		} else if s.Back < fieldFirst { // reversed, and of one colour throughout
			attrs, fg = attrs^Reverse, t.codes[Text]
		}
	}
	return appendSequence(dst, t.emph[attrs], fg, bg)
}

// AppendHalves appends the sequence for a half block whose upper half shows
// one background and whose lower half another, and returns the block with it.
// It needs a profile with tints.
func (t *Theme) AppendHalves(dst []byte, upper, lower Back) (seq []byte, block string) {
	u, l, block := t.backs[upper], t.backs[lower], "▀"
	if u.fore == "" { // the terminal's own cannot be a foreground
		u, l, block = l, u, "▄"
	}
	return appendSequence(dst, u.fore, l.back), block
}

// appendSequence appends one SGR sequence that first clears everything.
func appendSequence(dst []byte, params ...string) []byte {
	dst = append(dst, "\x1b["...)
	bare := true
	for _, p := range params {
		if p == "" {
			continue
		}
		if bare {
			dst = append(dst, '0')
			bare = false
		}
		dst = append(dst, ';')
		dst = append(dst, p...)
	}
	return append(dst, 'm')
}

// sequence joins SGR parameters; none give no sequence.
func sequence(params ...string) string {
	var set []string
	for _, p := range params {
		if p != "" {
			set = append(set, p)
		}
	}
	if len(set) == 0 {
		return ""
	}
	return "\x1b[" + strings.Join(set, ";") + "m"
}

func attrCodes(a Attr) string {
	var codes []string
	for i, n := range [...]int{1, 2, 4, 7} {
		if a&(1<<i) != 0 {
			codes = append(codes, strconv.Itoa(n))
		}
	}
	return strings.Join(codes, ";")
}
