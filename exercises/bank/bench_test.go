package bank

import "testing"

// BenchmarkDraw draws fresh numbers for 연습문제 1, which has the most ways of
// rounding to tell apart.
func BenchmarkDraw(b *testing.B) {
	e := practice1()
	seed := uint64(0)
	for b.Loop() {
		seed++
		if _, err := e.Draw(seed%50 + 1); err != nil {
			b.Fatal(err)
		}
	}
}
