package theme

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// linear undoes the sRGB transfer function.
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b color.RGBA) float64 {
	lum := func(c color.RGBA) float64 {
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	x, y := lum(a), lum(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// shown reads SGR parameters back into the colour that a terminal shows.
func shown(t *testing.T, params, fallback string) color.RGBA {
	t.Helper()
	if params == "" {
		return parse(fallback)
	}
	f := strings.Split(params, ";")
	n := make([]uint8, len(f))
	for i := range f {
		v, err := strconv.Atoi(f[i])
		if err != nil {
			t.Fatalf("parameters %q", params)
		}
		n[i] = uint8(v)
	}
	if n[1] == 5 {
		r, g, b, _ := ansi.IndexedColor(n[2]).RGBA()
		return color.RGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}
	}
	return color.RGBA{R: n[2], G: n[3], B: n[4], A: 255}
}

func TestContrast(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{true, false} {
		g := lightGround()
		if dark {
			g = darkGround()
		}
		for _, p := range []Profile{ANSI256, TrueColor} {
			th := New(dark, p)
			for r := range numRoles {
				fg := shown(t, th.codes[r], g.text)
				check := func(where string, bg color.RGBA, least float64) {
					if got := contrast(fg, bg); got < least {
						t.Errorf("dark=%v profile %d role %d on %s: %.2f < %.1f", dark, p, r, where, got, least)
					}
				}
				if r == Faint {
					check("the page", parse(g.page), 2)
					continue
				}
				check("the page", parse(g.page), 4.5)
				check("the selection", shown(t, th.backs[Focus].back, g.page), 4.5)
				check("the lit background", shown(t, th.backs[Lit].back, g.page), 4.5)
				for b := fieldFirst; b < pictureFirst; b++ {
					check(fmt.Sprintf("the field at %d", b), shown(t, th.backs[b].back, g.page), 3.5)
				}
			}
		}
	}
}

// deuteranope is what a person without green cones sees, in CIE Lab; the
// matrix is that of Machado, Oliveira and Fernandes 2009 at severity 1.
func deuteranope(c color.RGBA) [3]float64 {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	clamp := func(v float64) float64 { return max(0, min(1, v)) }
	r, g, b = clamp(0.367322*r+0.860646*g-0.227968*b),
		clamp(0.280085*r+0.672501*g+0.047413*b),
		clamp(-0.011820*r+0.042940*g+0.968881*b)
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((0.4124*r + 0.3576*g + 0.1805*b) / 0.95047)
	y := f(0.2126*r + 0.7152*g + 0.0722*b)
	z := f((0.0193*r + 0.1192*g + 0.9505*b) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b color.RGBA) float64 {
	p, q := deuteranope(a), deuteranope(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func TestColoursStayApartInDeuteranopia(t *testing.T) {
	t.Parallel()
	pairs := []struct {
		a, b  Role
		least float64
	}{
		{ClassA, ClassB, 60},
		{Positive, Negative, 50},
		{ClassA, ClassC, 25},
		{ClassB, ClassC, 25},
		{ClassA, Path, 25},
		{ClassB, Path, 25},
		{ClassA, Truth, 25},
		{ClassB, Truth, 25},
		{ClassC, Truth, 25},
		{Path, Truth, 25},
		{Correct, Wrong, 20}, // never without a sign beside them
	}
	for _, dark := range []bool{true, false} {
		g := lightGround()
		if dark {
			g = darkGround()
		}
		for _, p := range []Profile{ANSI256, TrueColor} {
			th := New(dark, p)
			for _, c := range pairs {
				d := distance(shown(t, th.codes[c.a], g.text), shown(t, th.codes[c.b], g.text))
				if p == ANSI256 { // the cube is coarse
					d += 6
				}
				if d < c.least {
					t.Errorf("dark=%v profile %d roles %d and %d: %.0f apart, want %.0f", dark, p, c.a, c.b, d, c.least)
				}
			}
			ends := distance(shown(t, th.backs[fieldFirst].back, g.page), shown(t, th.backs[pictureFirst-1].back, g.page))
			if ends < 25 {
				t.Errorf("dark=%v profile %d: the ends of the field are %.0f apart", dark, p, ends)
			}
		}
	}
}

// The 16 colours belong to the user. With xterm's, which are among the
// hardest to read, every pick keeps a contrast of 3.
func TestContrastOf16Colours(t *testing.T) {
	t.Parallel()
	xterm := map[uint8]string{
		30: "#000000", 31: "#cd0000", 32: "#00cd00", 33: "#cdcd00", 34: "#0000ee", 35: "#cd00cd", 36: "#00cdcd", 37: "#e5e5e5",
		90: "#7f7f7f", 91: "#ff0000", 92: "#00ff00", 93: "#ffff00", 94: "#5c5cff", 95: "#ff00ff", 96: "#00ffff", 97: "#ffffff",
	}
	for r, l := range palette() {
		for _, c := range []struct {
			pick       uint8
			page, text string
		}{
			{l.dark16, darkGround().page, darkGround().text},
			{l.light16, lightGround().page, lightGround().text},
		} {
			hex := c.text
			if c.pick != fgDefault {
				hex = xterm[c.pick]
			}
			if got := contrast(parse(hex), parse(c.page)); got < 3 {
				t.Errorf("role %d: pick %d on %s: %.2f", r, c.pick, c.page, got)
			}
		}
	}
}
