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
// math.FMA (one instruction on most processors, slow on AMD64 from before 2013)
// and add up in four parts. The build tag purego leaves the assembly out.
package kernel

// width is how many numbers a vector register holds.
const width = 4

// Lanes returns how many lanes the given number of samples takes.
func Lanes(samples int) int { return (samples + width - 1) &^ (width - 1) }

// Gather fills the rows of dst with count samples: column j of the samples
// becomes row j. The samples are those rows of src, each with cols numbers,
// that rows names, or the first ones when rows is nil. The other lanes are 0.
func Gather(dst, src []float64, rows []int, count, cols, lanes int) {
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

// Affine stores Wx + b in z, for every lane. W has a row for each entry of b
// and a column for each of the in inputs.
func Affine(z, w, b, x []float64, in, lanes int) {
	out := len(b)
	mustFit(w, out*in, z, out*lanes, x, in*lanes)
	if fast {
		matMulAVX2(&z[0], &w[0], &b[0], &x[0], out, in, lanes, in, 1)
		return
	}
	matMul(z, w, b, x, out, in, lanes, in, 1)
}

// AffineBack stores Wᵀd in dx, for every lane. W has a column for each of the
// in rows of dx and a row for each one of d.
func AffineBack(dx, w, d []float64, in, lanes int) {
	out := len(w) / in
	mustFit(w, out*in, d, out*lanes, dx, in*lanes)
	if fast {
		matMulAVX2(&dx[0], &w[0], nil, &d[0], in, out, lanes, 1, in)
		return
	}
	matMul(dx, w, nil, d, in, out, lanes, 1, in)
}

// Outer stores the sum of d xᵀ over all lanes in gw, and the sum of d in gb.
// x has in rows, and d one for each entry of gb.
func Outer(gw, gb, d, x []float64, in, lanes int) {
	out := len(gb)
	mustFit(gw, out*in, d, out*lanes, x, in*lanes)
	if fast {
		outerAVX2(&gw[0], &gb[0], &d[0], &x[0], out, in, lanes)
		return
	}
	outer(gw, d, x, out, in, lanes)
	sumLanes(gb, d, lanes)
}

// Mul stores x times y, entry by entry, in dst, which may be x or y.
func Mul(dst, x, y []float64) {
	for i := range dst {
		dst[i] = x[i] * y[i]
	}
}

// mustFit keeps the assembly within the bounds of three matrices. It panics when
// one has another size, or none at all.
func mustFit(a []float64, sizeA int, b []float64, sizeB int, c []float64, sizeC int) {
	if len(a) != sizeA || len(b) != sizeB || len(c) != sizeC || sizeA == 0 || sizeB == 0 || sizeB%width != 0 {
		panic("kernel: sizes do not fit")
	}
}

func mustMatch(a, b int) {
	if a != b {
		panic("kernel: lengths do not match")
	}
}
