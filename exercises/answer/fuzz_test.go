package answer

import (
	"errors"
	"math"
	"testing"
	"unicode/utf8"
)

// FuzzRead checks that any input is either read as a finite value of the
// right shape, which reads the same when it is typed again, or refused with a
// sentence in both languages that points into the input and shows nothing of
// it that a terminal would act on.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"0.396", "1 -2", "[1 2; 3 4]", "2√3", "ln 2", "(1,2", "|x|", "2²³", "½", "log₂8", "1e400", "--", "\u1100\u1161", "[[1]", "1/2pi", "a",
		"ㄴㅂㄱㅅ2", "ㅋ가", "\x1b[31m", "\xff", "y = 2", "[1 2]^T", "array([[1, 2], [3, 4]])", "약 0.4", "2-1-3",
	} {
		for kind := range uint8(6) {
			f.Add(kind, uint8(2), uint8(2), s)
		}
	}
	f.Fuzz(func(t *testing.T, which, rows, cols uint8, input string) {
		n, m := 1+int(rows%4), 1+int(cols%4)
		kinds := []Kind{Number{}, Vector{Len: n}, Matrix{Rows: n, Cols: m}, Choice{texts(n)}, Several{texts(n)}, Order{texts(n)}}
		kind := kinds[int(which)%len(kinds)]
		v, err := kind.Read(input)
		if err != nil {
			e, ok := errors.AsType[*Error](err)
			if !ok || e.What.KO == "" || e.What.EN == "" || e.At < 0 || e.At > utf8.RuneCountInString(input) {
				t.Fatalf("%q: bad error %#v", input, err)
			}
			if e.What != e.What.Printable() || utf8.RuneCountInString(e.What.KO) > 300 {
				t.Fatalf("%q: %q is shown as it was typed", input, e.What.KO)
			}
			return
		}
		for _, x := range Entries(v) {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("%q: not finite: %v", input, v)
			}
		}
		again, err := kind.Read(v.Typed())
		if err != nil || !again.Compare(v, 1e-5*largest(v)).Same() {
			t.Fatalf("%q: %q reads as %v, %v", input, v.Typed(), again, err)
		}
	})
}

func largest(v Value) float64 {
	most := 0.0
	for _, x := range Entries(v) {
		most = max(most, math.Abs(x))
	}
	return most
}
