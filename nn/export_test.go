package nn

// WholePower is wholePower, for the tests.
func WholePower(b float64, n int) float64 { return wholePower(b, n) }
