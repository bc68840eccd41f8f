package kernel

import "math"

// matMul stores b + Wx in dst, for every lane, or Wx when b is nil. W has the
// given rows of inner entries: the one in row i and column k is
// w[i*rowStep+k*innerStep], so that W may lie in memory either way round.
func matMul(dst, w, b, x []float64, rows, inner, lanes, rowStep, innerStep int) {
	for i := range rows {
		sums := dst[i*lanes : (i+1)*lanes]
		for s := range sums {
			sums[s] = 0
			if b != nil {
				sums[s] = b[i]
			}
		}
		for k := range inner {
			v := w[i*rowStep+k*innerStep]
			for s, u := range x[k*lanes : (k+1)*lanes] {
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
	var sum [width]float64
	for s := 0; s < len(x); s += width {
		for q := range sum {
			sum[q] = math.FMA(x[s+q], y[s+q], sum[q])
		}
	}
	return (sum[0] + sum[1]) + (sum[2] + sum[3])
}

// sumLanes stores the sum of every row of d in gb, added up as dot does.
func sumLanes(gb, d []float64, lanes int) {
	for i := range gb {
		var sum [width]float64
		for s := i * lanes; s < (i+1)*lanes; s += width {
			for q := range sum {
				sum[q] += d[s+q]
			}
		}
		gb[i] = (sum[0] + sum[1]) + (sum[2] + sum[3])
	}
}
