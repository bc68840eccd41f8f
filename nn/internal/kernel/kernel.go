// Package kernel does the arithmetic of package nn for many samples at once,
// fast.
//
// Values are kept unit by unit: a layer of n units takes n rows of the same
// length, its lanes, and lane s of every row belongs to sample s. The number
// of lanes is a multiple of 4, because a processor with AVX2 takes four
// numbers at a time. Lanes that no sample fills hold values that nobody reads,
// and gradients of 0.
//
// Every kernel is written twice: in Go, which says what is computed and serves
// all processors, and in assembly for AMD64 with AVX2 and FMA, found out when
// the program starts. Both do the same roundings in the same order, and the
// tests hold them against each other bit for bit: figures do not depend on
// which of them ran. To that end the Go versions fuse their multiply-adds by
// math.FMA (slow on the AMD64 processors before 2013 that have no such
// instruction, one instruction elsewhere) and add up in four parts.
package kernel

// width is how many numbers a vector register holds.
const width = 4

// Lanes returns how many lanes the given number of samples takes.
func Lanes(samples int) int { return (samples + width - 1) &^ (width - 1) }

// Gather fills the rows of dst with count samples: column j of the samples
// becomes row j. The samples are those rows of src, each with cols numbers,
// that rows names, or the first ones when rows is nil. The other lanes are 0.
func Gather(dst []float64, lanes int, src []float64, cols int, rows []int, count int) {
	sample := func(s int) []float64 {
		if rows != nil {
			s = rows[s]
		}
		return src[s*cols : (s+1)*cols]
	}
	s := 0
	// Four samples at a time: each visit to a row of dst is a trip to memory.
	for ; s+4 <= count; s += 4 {
		a, b, c, d := sample(s), sample(s+1), sample(s+2), sample(s+3)
		for j, v := range a {
			to := dst[j*lanes+s : j*lanes+s+4]
			to[0], to[1], to[2], to[3] = v, b[j], c[j], d[j]
		}
	}
	for ; s < lanes; s++ {
		for j := range cols {
			v := 0.0
			if s < count {
				v = sample(s)[j]
			}
			dst[j*lanes+s] = v
		}
	}
}

// Affine stores Wx + b in z, for every lane. W has one row for each entry of b.
func Affine(z, w, b, x []float64, lanes int) {
	rows := len(b)
	inner := len(w) / rows
	mustFit(len(w) == rows*inner && len(z) == rows*lanes && len(x) == inner*lanes && lanes%width == 0)
	if fast {
		matMulAVX2(&z[0], &w[0], &b[0], &x[0], rows, inner, lanes, inner, 1)
		return
	}
	matMul(z, w, b, x, rows, inner, lanes, inner, 1)
}

// AffineBack stores Wᵀd in dx, for every lane. W has a row for each of d.
func AffineBack(dx, w, d []float64, lanes int) {
	rows, inner := len(dx)/lanes, len(d)/lanes
	mustFit(len(w) == rows*inner && len(dx) == rows*lanes && len(d) == inner*lanes && lanes%width == 0)
	if fast {
		matMulAVX2(&dx[0], &w[0], nil, &d[0], rows, inner, lanes, 1, rows)
		return
	}
	matMul(dx, w, nil, d, rows, inner, lanes, 1, rows)
}

// Outer stores the sum of d xᵀ over all lanes in gw, and the sum of d in gb.
func Outer(gw, gb, d, x []float64, lanes int) {
	rows := len(gb)
	cols := len(gw) / rows
	mustFit(len(gw) == rows*cols && len(d) == rows*lanes && len(x) == cols*lanes && lanes%width == 0)
	if fast {
		outerAVX2(&gw[0], &d[0], &x[0], rows, cols, lanes)
		sumLanesAVX2(&gb[0], &d[0], rows, lanes)
		return
	}
	outer(gw, d, x, rows, cols, lanes)
	sumLanes(gb, d, rows, lanes)
}

// Mul stores x times y, entry by entry, in dst, which may be x or y.
func Mul(dst, x, y []float64) {
	for i := range dst {
		dst[i] = x[i] * y[i]
	}
}

func mustFit(ok bool) {
	if !ok {
		panic("kernel: sizes do not fit")
	}
}
