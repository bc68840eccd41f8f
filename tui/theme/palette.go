package theme

// look says how a role is painted at every colour depth.
type look struct {
	dark, light string // 24-bit colours; "" is the terminal's own foreground
	// SGR numbers of the 16-colour picks. Their shades belong to the user, so
	// they are chosen by hand: bright ones on dark, dark ones on light.
	dark16, light16 uint8
	attrs           Attr // emphasis in every profile
	bare            Attr // emphasis that stands in for the colour without colours
}

// palette is the one table of colours. Text roles reach a contrast of 4.5 on
// the page, the selection and the lit background; the two classes, and positive
// and negative, are a blue and an orange-red that stay apart in deuteranopia.
// The tests hold it to that.
func palette() [numRoles]look {
	return [numRoles]look{
		Text:     {dark16: fgDefault, light16: fgDefault},
		Strong:   {dark: "#ffffff", light: "#000000", dark16: 97, light16: 30, attrs: Bold},
		Muted:    {dark: "#a3adbb", light: "#565e6b", dark16: 37, light16: 90},
		Faint:    {dark: "#566072", light: "#9ca3ad", dark16: 90, light16: 90, bare: Dim},
		Accent:   {dark: "#4fd6be", light: "#006259", dark16: 96, light16: 35, bare: Bold},
		Math:     {dark: "#dccbff", light: "#552e9e", dark16: 97, light16: 30},
		Code:     {dark: "#b9cfa6", light: "#46603a", dark16: 36, light16: 90},
		ClassA:   {dark: "#5fb0ff", light: "#0b58b8", dark16: 94, light16: 34},
		ClassB:   {dark: "#f7a440", light: "#964500", dark16: 93, light16: 31},
		ClassC:   {dark: "#e58fd0", light: "#8a2a8a", dark16: 95, light16: 90},
		Path:     {dark: "#fdf6b2", light: "#5c0038", dark16: 97, light16: 30, bare: Bold},
		Truth:    {dark: "#4cc47c", light: "#146b38", dark16: 92, light16: 35},
		Positive: {dark: "#64c8f0", light: "#00608a", dark16: 96, light16: 34},
		Negative: {dark: "#f98a74", light: "#b02d1e", dark16: 91, light16: 31},
		Correct:  {dark: "#62e0b0", light: "#0f6642", dark16: 92, light16: 34, bare: Bold},
		Wrong:    {dark: "#ff8078", light: "#b3261e", dark16: 91, light16: 31, bare: Bold},
		Warning:  {dark: "#e8c547", light: "#735100", dark16: 93, light16: 35, bare: Bold},
	}
}

// fgDefault is the SGR number of the terminal's own foreground.
const fgDefault = 39

// ground is a family of backgrounds.
type ground struct {
	page     string // what the usual terminal of this kind shows
	text     string // foreground for Text where the background is ours
	selected string // the focused row
	lit      string // a lit piece of a picture
	b, a     string // the far ends of the field: class B and class A
	// The 256-colour cube has so few dark and so few pale shades that the
	// nearest ones would be too loud: the field from neutral outwards, and the
	// other backgrounds, chosen by hand.
	b256, a256          []uint8
	selected256, lit256 uint8
}

func darkGround() ground {
	return ground{
		page: "#101218", text: "#d8dee9", selected: "#26324a", lit: "#173f3d",
		b: "#4d2e0a", a: "#123763",
		b256: []uint8{52}, a256: []uint8{17},
		selected256: 236, lit256: 237,
	}
}

func lightGround() ground {
	return ground{
		page: "#fbfbf8", text: "#20242c", selected: "#dbe6f5", lit: "#c9efe6",
		b: "#ffd9a8", a: "#bcdcff",
		b256: []uint8{230, 223}, a256: []uint8{195, 153},
		selected256: 254, lit256: 195,
	}
}
