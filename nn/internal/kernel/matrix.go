package kernel

import "math"

// matMul stores b + Wx in dst, for every lane, or Wx when b is nil. W has the
// given rows of inner entries: the one in row i and column k is
// w[i*rowStep+k*innerStep], so that W may lie in memory either way round.
func matMul(dst, w, b, x []float64, rows, inner, lanes, rowStep, innerStep int) {
	for i := range rows {
		sums := dst[i*lanes : (i+1)*lanes]
		start := 0.0
		if b != nil {
			start = b[i]
		}
		for s := range sums {
			sums[s] = start
		}
		for k := range inner {
			v, row := w[i*rowStep+k*innerStep], x[k*lanes:(k+1)*lanes]
			for s, u := range row[:len(sums)] {
				sums[s] = math.FMA(v, u, sums[s])
			}
		}
	}
}

// outer stores Σ d[i][s] x[j][s] over the lanes s in row i and column j of gw.
func outer(gw, d, x []float64, rows, cols, lanes int) {
	for i := range rows {
		di := d[i*lanes : (i+1)*lanes]
		for j := range cols {
			gw[i*cols+j] = dot(di, x[j*lanes:(j+1)*lanes])
		}
	}
}

// dot adds up the products of every fourth lane, then these four sums.
func dot(x, y []float64) float64 {
	var sum0, sum1, sum2, sum3 float64
	for len(x) >= width && len(y) >= width {
		sum0 = math.FMA(x[0], y[0], sum0)
		sum1 = math.FMA(x[1], y[1], sum1)
		sum2 = math.FMA(x[2], y[2], sum2)
		sum3 = math.FMA(x[3], y[3], sum3)
		x, y = x[width:], y[width:]
	}
	return (sum0 + sum1) + (sum2 + sum3)
}

// sumLanes stores the sum of every row of d in gb, added up as dot does.
func sumLanes(gb, d []float64, lanes int) {
	for i := range gb {
		var sum0, sum1, sum2, sum3 float64
		for x := d[i*lanes : (i+1)*lanes]; len(x) >= width; x = x[width:] {
			sum0, sum1, sum2, sum3 = sum0+x[0], sum1+x[1], sum2+x[2], sum3+x[3]
		}
		gb[i] = (sum0 + sum1) + (sum2 + sum3)
	}
}
