// Package kernel does the arithmetic of package nn for many samples at once.
//
// Values are kept unit by unit: a layer of n units takes n rows of the same
// length, its lanes, and lane s of every row belongs to sample s. The number
// of lanes is a multiple of 4; lanes that no sample fills hold finite numbers
// that nobody reads, and gradients of 0.
package kernel

import "math"

// Lanes returns how many lanes the given number of samples takes.
func Lanes(samples int) int { return (samples + 3) &^ 3 }

// Gather fills the rows of dst with count samples: column j of the samples
// becomes row j. The samples are those rows of src, each with cols numbers,
// that rows names, or the first ones when rows is nil. The other lanes are 0.
func Gather(dst []float64, lanes int, src []float64, cols int, rows []int, count int) {
	for s := range count {
		row := s
		if rows != nil {
			row = rows[s]
		}
		for j, v := range src[row*cols : (row+1)*cols] {
			dst[j*lanes+s] = v
		}
	}
	for s := count; s < lanes; s++ {
		for j := range cols {
			dst[j*lanes+s] = 0
		}
	}
}

// Affine stores Wx + b in z, for every lane. W has one row for each entry of b.
func Affine(z, w, b, x []float64, lanes int) {
	in := len(w) / len(b)
	for i, bias := range b {
		row := z[i*lanes : (i+1)*lanes]
		for s := range row {
			row[s] = bias
		}
		for j, v := range w[i*in : (i+1)*in] {
			for s, u := range x[j*lanes : (j+1)*lanes] {
				row[s] += v * u
			}
		}
	}
}

// AffineBack stores Wᵀd in dx, for every lane. W has as many rows as d.
func AffineBack(dx, w, d []float64, lanes int) {
	in := len(dx) / lanes
	clear(dx)
	for i := range len(d) / lanes {
		row := d[i*lanes : (i+1)*lanes]
		for j, v := range w[i*in : (i+1)*in] {
			for s, u := range row {
				dx[j*lanes+s] += v * u
			}
		}
	}
}

// Outer stores the sum of d xᵀ over all lanes in gw, and the sum of d in gb.
func Outer(gw, gb, d, x []float64, lanes int) {
	in := len(x) / lanes
	for i := range gb {
		row := d[i*lanes : (i+1)*lanes]
		gb[i] = 0
		for _, v := range row {
			gb[i] += v
		}
		for j := range in {
			sum := 0.0
			for s, u := range x[j*lanes : (j+1)*lanes] {
				sum += row[s] * u
			}
			gw[i*in+j] = sum
		}
	}
}

// Mul stores x times y, entry by entry, in dst, which may be x or y.
func Mul(dst, x, y []float64) {
	for i := range dst {
		dst[i] = x[i] * y[i]
	}
}

// Tanh replaces every entry of x by its hyperbolic tangent.
func Tanh(x []float64) {
	for i, v := range x {
		x[i] = math.Tanh(v)
	}
}

// Sigmoid replaces every entry of x by 1/(1+exp(-x)).
func Sigmoid(x []float64) {
	for i, v := range x {
		x[i] = 1 / (1 + math.Exp(-v))
	}
}
