package data_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"hakseup/nn"
	"hakseup/nn/data"
)

func TestTruths(t *testing.T) {
	t.Parallel()
	s := must(t)(fromLabels([]int{1, 0, 1}, 2))
	if want := []float64{0, 1, 1, 0, 0, 1}; !slices.Equal(s.T.Data, want) || s.T.Cols != 2 {
		t.Errorf("one-hot %v", s.T)
	}
	b := s.Binary(-1, 1)
	if want := []float64{1, -1, 1}; !slices.Equal(b.T.Data, want) || b.T.Cols != 1 {
		t.Errorf("binary %v", b.T)
	}
	if s.T.Cols != 2 || b.OneHot().T.Cols != 2 {
		t.Error("one form of truths replaced another")
	}
	if got := s.Counts(); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("counts %v", got)
	}
	for name, f := range map[string]func(){
		"Binary of three classes": func() { must(t)(fromLabels([]int{2, 0}, 3)).Binary(0, 1) },
		"OneHot of a curve":       func() { numbered(3, 0).OneHot() },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			f()
		}()
	}
}

func fromLabels(labels []int, classes int) (data.Set, error) {
	return data.FromLabels(nn.NewMatrix(len(labels), 2), labels, classes)
}

func TestTakeAndFirst(t *testing.T) {
	t.Parallel()
	s := numbered(5, 3)
	taken := s.Take([]int{4, 1, 1})
	if got := taken.X.Data; !slices.Equal(got, []float64{4, 1, 1}) || !slices.Equal(taken.Labels, []int{1, 1, 1}) || taken.T.Rows != 3 {
		t.Errorf("taken: %+v", taken)
	}
	taken.X.Data[0], taken.Labels[0] = 7, 2
	if s.X.Data[4] != 4 || s.Labels[4] != 1 {
		t.Error("a change of what was taken reached the set")
	}
	if first := s.First(2); first.Len() != 2 || len(first.Labels) != 2 || first.T.Rows != 2 || first.X.Data[1] != 1 {
		t.Errorf("first: %+v", first)
	}
	if none := s.Take(nil); none.Len() != 0 || none.X.Cols != 1 || none.Check() == nil {
		t.Errorf("taken from no rows: %+v", none)
	}
	if curve := numbered(4, 0).Take([]int{2}); curve.Labels != nil {
		t.Errorf("a curve has labels %v", curve.Labels)
	}
}

func TestCheckNamesTheValues(t *testing.T) {
	t.Parallel()
	broken := func(change func(*data.Set)) error {
		s := numbered(4, 2)
		change(&s)
		return s.Check()
	}
	fails(t, data.Set{}.Check(), "no samples")
	fails(t, broken(func(s *data.Set) { s.X.Data[2] = math.NaN() }), "samples", "NaN", "row 3", "column 1")
	fails(t, broken(func(s *data.Set) { s.T.Data[1] = math.Inf(-1) }), "truths", "-Inf", "row 2")
	fails(t, broken(func(s *data.Set) { s.T = nn.NewMatrix(3, 1) }), "4 samples", "3 truths")
	fails(t, broken(func(s *data.Set) { s.Labels = s.Labels[:2] }), "4 samples", "2 labels")
	fails(t, broken(func(s *data.Set) { s.Labels[3] = 2 }), "sample 4", "class 2", "0 to 1")
	fails(t, broken(func(s *data.Set) { s.Labels[0] = -1 }), "sample 1", "class -1")
	if err := broken(func(*data.Set) {}); err != nil {
		t.Error(err)
	}
	for _, c := range []struct {
		labels  []int
		classes int
		words   []string
	}{
		{[]int{0, 3}, 3, []string{"sample 2", "class 3"}},
		{[]int{0}, 0, []string{"1 class", "0"}},
		{nil, 2, []string{"no samples"}},
	} {
		_, err := fromLabels(c.labels, c.classes)
		fails(t, err, c.words...)
	}
	_, err := data.FromLabels(nn.NewMatrix(2, 2), []int{0}, 2)
	fails(t, err, "2 samples", "1 labels")
}

func TestSplitLosesNothing(t *testing.T) {
	t.Parallel()
	for _, fractions := range [][]float64{{1}, {0.8, 0.2}, {0.8, 0.1, 0.1}, {0.7, 0.15, 0.15}, {1. / 3, 1. / 3, 1. / 3}} {
		for _, classes := range []int{0, 1, 3} {
			for n := 10; n < 60; n++ {
				parts, err := numbered(n, classes).Split(uint64(n), fractions...)
				if err != nil {
					t.Fatalf("%d samples, %v: %v", n, fractions, err)
				}
				if got := numbers(parts...); !slices.Equal(got, upTo(n)) || len(parts) != len(fractions) {
					t.Fatalf("%d samples, %v: %v in %d parts", n, fractions, got, len(parts))
				}
				for i, p := range parts {
					if exact := fractions[i] * float64(n); math.Abs(float64(p.Len())-exact) > 1+1e-9 {
						t.Errorf("%v of %d samples are %d", fractions[i], n, p.Len())
					}
				}
			}
		}
	}
}

// Each part has its share of each class.
func TestSplitSpreadsClasses(t *testing.T) {
	t.Parallel()
	s := must(t)(data.Spirals.Draw(500, 0, 1))
	s.Labels[0] = 1 // 249 and 251
	parts, err := s.Split(5, 0.8, 0.1, 0.1)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{200, 25, 25} {
		if got := parts[i].Counts(); got[0] < want-1 || got[0] > want+1 || got[0]+got[1] != 2*want {
			t.Errorf("part %d has classes %v", i, got)
		}
	}
	digits, _ := data.Digits()
	folds, err := digits.Folds(7, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range folds {
		if got := f.Test.Counts(); slices.Min(got) < 42 || slices.Max(got) > 44 {
			t.Errorf("fold %d has classes %v", i, got)
		}
	}
}

func TestFoldsTestEachSampleOnce(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]int{{10, 2}, {10, 3}, {10, 10}, {7, 5}, {500, 7}, {2, 2}} {
		n, k := c[0], c[1]
		for _, classes := range []int{0, 3} {
			folds, err := numbered(n, classes).Folds(k, 9)
			if err != nil || len(folds) != k {
				t.Fatalf("%d folds of %d samples: %d, %v", k, n, len(folds), err)
			}
			var tests []data.Set
			for _, f := range folds {
				tests = append(tests, f.Test)
				if got := numbers(f.Train, f.Test); !slices.Equal(got, upTo(n)) {
					t.Errorf("a fold of %d has samples %v", n, got)
				}
				if size := f.Test.Len(); size < n/k || size > n/k+1 {
					t.Errorf("a fold of %d in %d has %d", n, k, size)
				}
			}
			if got := numbers(tests...); !slices.Equal(got, upTo(n)) {
				t.Errorf("tested: %v", got)
			}
		}
	}
}

func TestBatches(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ n, size, batches, last int }{
		{500, 10, 50, 10}, {500, 64, 8, 52}, {4, 4, 1, 4}, {4, 9, 1, 4}, {3, 1, 3, 1}, {5, 4, 2, 1},
	} {
		b, err := data.NewBatches(c.n, c.size, 7)
		if err != nil {
			t.Fatal(err)
		}
		for epoch := range 3 {
			list := b.Epoch(epoch)
			if len(list) != c.batches || b.Len() != c.batches || len(list[len(list)-1]) != c.last {
				t.Errorf("%+v: %d batches, the last of %d", c, len(list), len(list[len(list)-1]))
			}
			for _, batch := range list[:len(list)-1] {
				if len(batch) != c.size {
					t.Errorf("%+v: a batch of %d", c, len(batch))
				}
			}
			all := slices.Concat(list...)
			slices.Sort(all)
			if !slices.Equal(all, upTo(c.n)) {
				t.Errorf("%+v: an epoch has %v", c, all)
			}
		}
	}
	b, _ := data.NewBatches(100, 10, 7)
	other, _ := data.NewBatches(100, 10, 8)
	first := fmt.Sprint(b.Epoch(0))
	if first == fmt.Sprint(b.Epoch(1)) || first == fmt.Sprint(other.Epoch(0)) || first != fmt.Sprint(b.Epoch(0)) {
		t.Error("the order depends on something else than epoch and seed")
	}
}

func TestBadDivisionsNameTheValues(t *testing.T) {
	t.Parallel()
	s, nan := numbered(5, 2), math.NaN()
	for _, c := range []struct {
		fractions []float64
		words     []string
	}{
		{nil, []string{"at least 1"}},
		{[]float64{0.8, 0.1}, []string{"0.8 0.1", "sum to 1", "0.9"}},
		{[]float64{0.8, 0.1, 0.2}, []string{"sum to 1", "1.1"}},
		{[]float64{1.5, -0.5}, []string{"1.5", "between 0 and 1"}},
		{[]float64{1, 0}, []string{"[1 0]", "0 does not"}},
		{[]float64{nan, 1}, []string{"NaN"}},
		{[]float64{0.97, 0.03}, []string{"part 2", "0.03 of 5"}},
	} {
		_, err := s.Split(1, c.fractions...)
		fails(t, err, c.words...)
	}
	for _, k := range []int{-1, 0, 1, 6} {
		_, err := s.Folds(k, 1)
		fails(t, err, "5 samples", fmt.Sprint(k))
	}
	_, err := data.Set{}.Folds(2, 1)
	fails(t, err, "no samples")
	_, err = data.Set{}.Split(1, 0.5, 0.5)
	fails(t, err, "no samples")
	s.X.Data[0] = nan
	_, err = s.Split(1, 0.5, 0.5)
	fails(t, err, "NaN", "row 1")
	_, err = s.Folds(2, 1)
	fails(t, err, "NaN", "row 1")
	for _, c := range [][2]int{{0, 1}, {-3, 1}} {
		_, err = data.NewBatches(c[0], c[1], 1)
		fails(t, err, "1 sample", fmt.Sprint(c[0]))
	}
	for _, size := range []int{0, -10} {
		_, err = data.NewBatches(5, size, 1)
		fails(t, err, "batch", fmt.Sprint(size))
	}
}
