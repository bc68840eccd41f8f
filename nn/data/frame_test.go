package data_test

import (
	"math"
	"testing"

	"hakseup/nn/data"
)

// TestDigitsAreFramed holds that framing leaves a digit whose longer side fills
// the image as it is, and those are nearly all of them.
func TestDigitsAreFramed(t *testing.T) {
	t.Parallel()
	train, test := data.Digits()
	same, all := 0, 0
	for _, s := range []data.Set{train, test} {
		for i := range s.Len() {
			all++
			if framed := data.Frame(s.X.Row(i), data.DigitSize); closest(framed, s.X.Row(i)) < 1e-9 {
				same++
			}
		}
	}
	if float64(same) < 0.95*float64(all) {
		t.Errorf("%d of %d digits stay as they are", same, all)
	}
}

func closest(a, b []float64) float64 {
	off := 0.0
	for i := range a {
		off = max(off, math.Abs(a[i]-b[i]))
	}
	return off
}

func TestADrawingFillsItsFrame(t *testing.T) {
	t.Parallel()
	const w, h = 40, 30
	drawing := make([]float64, w*h)
	for y := 3; y < 13; y++ { // a bar of 10 by 4 pixels in a corner
		for x := 30; x < 34; x++ {
			drawing[y*w+x] = 1
		}
	}
	framed := data.Frame(drawing, w)
	for i, v := range framed {
		x := i % data.DigitSize
		want := 0.0
		if x >= 6 && x < 14 {
			want = 1
		}
		if math.Abs(v-want) > 1e-9 {
			t.Fatalf("pixel %d, %d is %v, want %v", x, i/data.DigitSize, v, want)
		}
	}
	for _, v := range data.Frame(make([]float64, w*h), w) {
		if v != 0 {
			t.Fatal("an empty drawing has a framed pixel")
		}
	}
}
