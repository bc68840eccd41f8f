package kernel

// Finite reports whether no entry of x is NaN or infinite.
func Finite(x []float64) bool {
	n := vectors(len(x))
	return (n == 0 || finiteAVX2(&x[0], n)) && finite(x[n:])
}

func finite(x []float64) bool {
	for _, v := range x {
		if v-v != 0 { // NaN - NaN and Inf - Inf are NaN
			return false
		}
	}
	return true
}
