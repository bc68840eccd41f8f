package nn

// WholePower is wholePower, for the tests.
func WholePower(b float64, n int) float64 { return wholePower(b, n) }

// Checkpoints returns how many checkpoints a trainer holds, the unused ones
// included.
func Checkpoints(t *Trainer) int { return len(t.checkpoints) + len(t.spare) }
