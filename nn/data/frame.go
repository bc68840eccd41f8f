package data

import "math"

// Frame puts a drawing as Digits has its images: the box around what is drawn is
// scaled so that its longer side fills the image, and the middle of the box lies
// in the middle. The drawing is rows of so many pixels, one row after another,
// from 0 for the paper to 1 for the pen. Of an empty one the frame is empty.
//
// A new pixel is the mean of what lies below it.
func Frame(drawing []float64, width int) []float64 {
	framed := make([]float64, DigitSize*DigitSize)
	top, left, bottom, right := box(drawing, width)
	if bottom <= top {
		return framed
	}
	high, wide := bottom-top, right-left
	scale := float64(DigitSize) / float64(max(high, wide))
	// The upper left corner of the image, in pixels of the drawing.
	y0 := offset(top, bottom, scale)
	x0 := offset(left, right, scale)
	for i := range framed {
		y, x := float64(i/DigitSize), float64(i%DigitSize)
		framed[i] = meanOf(drawing, width, x0+x/scale, y0+y/scale, 1/scale)
	}
	return framed
}

// box returns the box around what is drawn; the end of each side is not in it.
func box(drawing []float64, width int) (top, left, bottom, right int) {
	top, left = len(drawing)/width, width
	for i, v := range drawing {
		if v > 0 {
			top, bottom = min(top, i/width), max(bottom, i/width+1)
			left, right = min(left, i%width), max(right, i%width+1)
		}
	}
	return top, left, bottom, right
}

// offset returns where the image begins along one side, so that the middle of
// the box lies in its middle, to a whole pixel of the image.
func offset(from, to int, scale float64) float64 {
	margin := math.Ceil((DigitSize - float64(to-from)*scale) / 2)
	return float64(from) - margin/scale
}

// meanOf returns the mean brightness of a square of the drawing, whose sides need
// not lie on those of pixels. What is outside is paper.
func meanOf(drawing []float64, width int, x, y, side float64) float64 {
	sum := 0.0
	for row := int(math.Floor(y)); float64(row) < y+side; row++ {
		high := min(y+side, float64(row+1)) - max(y, float64(row))
		for col := int(math.Floor(x)); float64(col) < x+side; col++ {
			wide := min(x+side, float64(col+1)) - max(x, float64(col))
			if row >= 0 && row < len(drawing)/width && col >= 0 && col < width {
				sum += high * wide * drawing[row*width+col]
			}
		}
	}
	return sum / (side * side)
}
