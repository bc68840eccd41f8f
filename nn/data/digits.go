package data

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"sync"

	"hakseup/nn"
)

//go:generate go run internal/gen/digits.go

// DigitSize is the width and height of a digit's image, in pixels.
const DigitSize = 20

// How many images Digits returns.
const (
	TrainDigits = 3000
	TestDigits  = 1000
)

//go:embed mnist/digits.flate
var packedDigits []byte

// unpackDigits returns the images, two pixels in a byte. It does the work once.
//
//nolint:gochecknoglobals // the same bytes for everyone, and nobody writes to them
var unpackDigits = sync.OnceValue(func() []byte {
	pixels, err := io.ReadAll(flate.NewReader(bytes.NewReader(packedDigits)))
	if err != nil || len(pixels) != (TrainDigits+TestDigits)*DigitSize*DigitSize/2 {
		panic("data: the embedded digits are damaged")
	}
	return pixels
})

// Digits returns real handwritten digits, TrainDigits for training and TestDigits
// for testing, which were written by other people. Each sample is an image of
// DigitSize rows of DigitSize pixels, one row after another, from 0 for the
// paper to 1 for the pen, in 16 shades. The longer side of the digit fills the
// image, and its middle lies in the middle. Classes are the digits, in turn:
// 0, 1, … 9, 0, … Truths are one-hot.
//
// The images are from the MNIST database of Y. LeCun, C. Cortes and C. Burges;
// mnist/README.md says more.
func Digits() (train, test Set) {
	pixels := unpackDigits()
	const half = TrainDigits * DigitSize * DigitSize / 2
	return digits(pixels[:half]), digits(pixels[half:])
}

func digits(pixels []byte) Set {
	const size = DigitSize * DigitSize
	n := 2 * len(pixels) / size
	s := Set{Samples: nn.Samples{X: nn.NewMatrix(n, size)}, Labels: make([]int, n), Classes: 10}
	for i, two := range pixels {
		s.X.Data[2*i], s.X.Data[2*i+1] = float64(two>>4)/15, float64(two&15)/15
	}
	for i := range s.Labels {
		s.Labels[i] = i % 10
	}
	return s.OneHot()
}
