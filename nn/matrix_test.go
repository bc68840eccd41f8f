package nn_test

import (
	"errors"
	"slices"
	"testing"

	"hakseup/nn"
)

func TestMatrixOperationsOfTheCourse(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		op         func(a, b nn.Matrix) (nn.Matrix, error)
		a, b, want nn.Matrix
	}{
		"sum": {
			nn.Add,
			nn.NewMatrix(3, 2, 5, 2, 4, 9, 10, -3), nn.NewMatrix(3, 2, -11, 0, 7, 1, -6, -8),
			nn.NewMatrix(3, 2, -6, 2, 11, 10, 4, -11),
		},
		"product": {
			nn.MatMul,
			nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(3, 2, 7, 8, 9, 10, 11, 12),
			nn.NewMatrix(2, 2, 58, 64, 139, 154),
		},
		"Hadamard": {
			nn.Hadamard,
			nn.NewMatrix(2, 3, 3, 5, 7, 4, 9, 8), nn.NewMatrix(2, 3, 1, 6, 3, 0, 2, 9),
			nn.NewMatrix(2, 3, 3, 30, 21, 0, 18, 72),
		},
		"row times column": {nn.MatMul, nn.NewMatrix(1, 2, 2, 3), nn.NewMatrix(2, 1, 4, 5), nn.NewMatrix(1, 1, 23)},
		"column times row": {nn.MatMul, nn.NewMatrix(2, 1, 2, 3), nn.NewMatrix(1, 2, 4, 5), nn.NewMatrix(2, 2, 8, 10, 12, 15)},
		"nothing between":  {nn.MatMul, nn.NewMatrix(2, 0), nn.NewMatrix(0, 2), nn.NewMatrix(2, 2)},
	} {
		got, err := c.op(c.a, c.b)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Rows != c.want.Rows || got.Cols != c.want.Cols || !slices.Equal(got.Data, c.want.Data) {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestShapesThatDoNotFit(t *testing.T) {
	t.Parallel()
	a, b := nn.NewMatrix(2, 3), nn.NewMatrix(2, 4)
	for _, c := range []struct {
		op   func(a, b nn.Matrix) (nn.Matrix, error)
		want string
	}{
		{nn.Add, "cannot add: 2x3 and 2x4 do not fit"},
		{nn.Hadamard, "cannot multiply element by element: 2x3 and 2x4 do not fit"},
		{nn.MatMul, "cannot multiply: 2x3 and 2x4 do not fit"},
	} {
		_, err := c.op(a, b)
		var shape *nn.ShapeError
		if !errors.As(err, &shape) || err.Error() != c.want {
			t.Errorf("got %v, want a ShapeError %q", err, c.want)
		}
	}
}

func TestTranspose(t *testing.T) {
	t.Parallel()
	m := nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6)
	got := m.T()
	if got.Rows != 3 || got.Cols != 2 || !slices.Equal(got.Data, []float64{1, 4, 2, 5, 3, 6}) {
		t.Errorf("got %+v", got)
	}
	// (ab)ᵀ = bᵀaᵀ
	r := seeded()
	a, b := nn.NewMatrix(3, 4, draw(r, 12, 1)...), nn.NewMatrix(4, 2, draw(r, 8, 1)...)
	ab, err := nn.MatMul(a, b)
	if err != nil {
		t.Fatal(err)
	}
	turned, err := nn.MatMul(b.T(), a.T())
	if err != nil {
		t.Fatal(err)
	}
	near(t, "(ab)ᵀ", ab.T().Data, turned.Data, 1e-15)
}

func TestMatrixKeepsToItsRows(t *testing.T) {
	t.Parallel()
	m := nn.NewMatrix(2, 2, 1, 2, 3, 4)
	m.Set(1, 0, 30)
	if m.At(1, 0) != 30 || m.Row(1)[0] != 30 {
		t.Error("Set, At and Row disagree")
	}
	if row := append(m.Row(0), 99); m.At(1, 0) == 99 {
		t.Errorf("appending to a row wrote %v into the next one", row)
	}
	panics(t, "column out of range", func() { m.At(0, 2) })
	panics(t, "column out of range", func() { m.At(1, -1) })
	panics(t, "out of range", func() { m.At(2, 0) })
	panics(t, "lengths do not match", func() { nn.NewMatrix(2, 2, 1) })
}

func BenchmarkMatMul(b *testing.B) {
	x, y := nn.NewMatrix(64, 64), nn.NewMatrix(64, 64)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := nn.MatMul(x, y); err != nil {
			b.Fatal(err)
		}
	}
}

func TestSliceSharesMemory(t *testing.T) {
	t.Parallel()
	m := nn.NewMatrix(3, 2, 1, 2, 3, 4, 5, 6)
	s := m.Slice(1, 3)
	if s.Rows != 2 || s.Cols != 2 || s.At(1, 0) != 5 {
		t.Errorf("rows 1 and 2 are %v", s)
	}
	s.Set(0, 1, 7)
	same(t, "the matrix", m.At(1, 1), 7)
	if e := m.Slice(3, 3); e.Rows != 0 || len(e.Data) != 0 {
		t.Errorf("no rows are %v", e)
	}
}
