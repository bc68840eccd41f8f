package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// Augmentation makes a small training set seem larger: each time a sample is
// used, it is altered a little, at random, in a way that does not change what
// it is. The zero value alters nothing.
//
// Shift and Rotate take a sample to be an image: Height rows of Width pixels,
// one row after another. What comes in from outside of the image is 0.
type Augmentation struct {
	Width, Height int
	Shift         float64 // largest shift along each axis, in pixels
	Rotate        float64 // largest turn to either side, in degrees
	Noise         float64 // standard deviation of what is added to every number
}

// On reports whether the augmentation alters anything.
func (a Augmentation) On() bool { return a.Shift != 0 || a.Rotate != 0 || a.Noise != 0 }

// Check says why the augmentation cannot be used on samples with that many
// numbers.
func (a Augmentation) Check(inputs int) error {
	if err := notNegative(setting{"Shift", a.Shift}, setting{"Rotate", a.Rotate}, setting{"Noise", a.Noise}); err != nil {
		return err
	}
	if a.moves() && (a.Width < 1 || a.Height < 1 || a.Width*a.Height != inputs) {
		return fmt.Errorf("samples of %d numbers are no images of %dx%d pixels", inputs, a.Width, a.Height)
	}
	return nil
}

func (a Augmentation) moves() bool { return a.Shift != 0 || a.Rotate != 0 }

// Apply stores an altered copy of the sample src in dst. They share no memory.
func (a Augmentation) Apply(dst, src []float64, r *rand.Rand) {
	mustMatch(len(dst), len(src))
	if a.moves() {
		dx := a.Shift * (2*r.Float64() - 1)
		dy := a.Shift * (2*r.Float64() - 1)
		angle := a.Rotate * (2*r.Float64() - 1) * math.Pi / 180
		a.Move(dst, src, dx, dy, angle)
	} else {
		copy(dst, src)
	}
	if a.Noise != 0 {
		for i := range dst {
			dst[i] += a.Noise * r.NormFloat64()
		}
	}
}

// Move stores the image src in dst, turned clockwise about its centre by an
// angle in radians, then shifted dx pixels to the right and dy down. For each
// new pixel it looks up where that comes from, and mixes the four pixels
// around that place by their distance (bilinear interpolation).
func (a Augmentation) Move(dst, src []float64, dx, dy, angle float64) {
	mustMatch(len(src), a.Width*a.Height)
	mustMatch(len(dst), len(src))
	sin, cos := math.Sincos(angle)
	centreX, centreY := float64(a.Width-1)/2, float64(a.Height-1)/2
	for row := range a.Height {
		for col := range a.Width {
			x, y := float64(col)-dx-centreX, float64(row)-dy-centreY
			dst[row*a.Width+col] = a.at(src, centreX+cos*x+sin*y, centreY-sin*x+cos*y)
		}
	}
}

// at returns the brightness of an image at a place between its pixels.
func (a Augmentation) at(image []float64, x, y float64) float64 {
	left, top := math.Floor(x), math.Floor(y)
	col, row := int(left), int(top)
	right, below := x-left, y-top // the shares of the pixels there
	return (1-below)*((1-right)*a.pixel(image, col, row)+right*a.pixel(image, col+1, row)) +
		below*((1-right)*a.pixel(image, col, row+1)+right*a.pixel(image, col+1, row+1))
}

func (a Augmentation) pixel(image []float64, col, row int) float64 {
	if col < 0 || col >= a.Width || row < 0 || row >= a.Height {
		return 0
	}
	return image[row*a.Width+col]
}
