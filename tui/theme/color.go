package theme

import (
	"fmt"
	"image/color"
	"math"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// foreground returns the SGR parameters of a text colour, "" for the
// terminal's own.
func foreground(p Profile, hex string, sixteen uint8) string {
	switch {
	case p == NoColor, hex == "":
		return ""
	case p == ANSI16:
		return strconv.Itoa(int(sixteen))
	}
	return extended(p, 38, parse(hex))
}

// extended returns the parameters of a colour of the 256 or the 24-bit palette:
// base is 38 for the foreground, 48 for the background.
func extended(p Profile, base int, c color.RGBA) string {
	if p == ANSI256 {
		if i, ok := colorprofile.ANSI256.Convert(c).(ansi.IndexedColor); ok {
			return fmt.Sprintf("%d;5;%d", base, uint8(i))
		}
	}
	return fmt.Sprintf("%d;2;%d;%d;%d", base, c.R, c.G, c.B)
}

// parse reads "#rrggbb"; the table's entries are held valid by a test.
func parse(hex string) color.RGBA {
	v, _ := strconv.ParseUint(hex[1:], 16, 32)
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// mix goes from one colour to another in linear steps.
func mix(from, to color.RGBA, t float64) color.RGBA {
	step := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(a) + (float64(b)-float64(a))*t))
	}
	return color.RGBA{R: step(from.R, to.R), G: step(from.G, to.G), B: step(from.B, to.B), A: 255}
}

// backgrounds returns every background of a profile; none below 256 colours.
func backgrounds(p Profile, g ground, classB, classA string) (backs [numBacks]fill) {
	if p < ANSI256 {
		return backs
	}
	solid := func(c color.RGBA) fill {
		return fill{back: extended(p, 48, c), fore: extended(p, 38, c)}
	}
	backs[Lit], backs[Focus] = solid(parse(g.lit)), solid(parse(g.selected))
	if p == ANSI256 {
		backs[Lit], backs[Focus] = cube(g.lit256), cube(g.selected256)
	}
	for step := -fieldSteps; step <= fieldSteps; step++ {
		far, ramp, t := g.a, g.a256, float64(step)/fieldSteps
		if step < 0 {
			far, ramp, t = g.b, g.b256, -t
		}
		f := solid(mix(parse(g.page), parse(far), t))
		if p == ANSI256 {
			f = indexed(ramp, t)
		}
		backs[fieldFirst+Back(step+fieldSteps)] = f
		far = classA
		if step < 0 {
			far = classB
		}
		backs[pictureFirst+Back(step+fieldSteps)] = solid(mix(parse(g.page), parse(far), t))
	}
	return backs
}

// indexed picks from a ramp of the 256-colour palette; about the neutral
// middle the terminal's own background stays.
func indexed(ramp []uint8, t float64) fill {
	const neutral = 0.2
	if t < neutral {
		return fill{}
	}
	i := int((t - neutral) / (1 - neutral) * float64(len(ramp)))
	return cube(ramp[min(i, len(ramp)-1)])
}

// cube is one of the 256 colours as a background.
func cube(i uint8) fill {
	return fill{back: fmt.Sprintf("48;5;%d", i), fore: fmt.Sprintf("38;5;%d", i)}
}
