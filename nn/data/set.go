package data

import (
	"fmt"
	"slices"

	"hakseup/nn"
)

// Set is a data set: samples with their truths, and the class of each sample if
// there are classes.
type Set struct {
	nn.Samples

	Labels  []int // the class of each sample, from 0; nil for a curve
	Classes int   // how many there are; 0 for a curve
}

// FromLabels returns a set of samples of the given number of classes, with the
// truths one-hot: a column for each class. The samples are the rows of x, which
// is not copied.
func FromLabels(x nn.Matrix, labels []int, classes int) (Set, error) {
	s := Set{Samples: nn.Samples{X: x}, Labels: labels, Classes: classes}
	if len(labels) != x.Rows {
		return Set{}, fmt.Errorf("%d samples and %d labels do not fit", x.Rows, len(labels))
	}
	if classes < 1 {
		return Set{}, fmt.Errorf("there must be at least 1 class, not %d", classes)
	}
	if err := s.checkLabels(); err != nil {
		return Set{}, err
	}
	s = s.OneHot()
	return s, s.Check()
}

// OneHot returns the set with a truth of as many columns as there are classes:
// 1 for that of the sample, 0 for the others. It is what softmax and cross
// entropy take. The samples are not copied.
func (s Set) OneHot() Set {
	s.mustHaveClasses()
	s.T = nn.NewMatrix(len(s.Labels), s.Classes)
	for i, label := range s.Labels {
		s.T.Set(i, label, 1)
	}
	return s
}

// Binary returns a set of two classes with a truth of one column: off for class
// 0 and on for class 1. A sigmoid output takes 0 and 1, tanh takes -1 and 1.
// The samples are not copied. It panics unless there are two classes.
func (s Set) Binary(off, on float64) Set {
	if s.Classes != 2 {
		panic("data: one column of truths is for two classes")
	}
	s.T = nn.NewMatrix(len(s.Labels), 1)
	for i, label := range s.Labels {
		s.T.Data[i] = [...]float64{off, on}[label]
	}
	return s
}

func (s Set) mustHaveClasses() {
	if s.Classes < 1 {
		panic("data: a curve has no classes")
	}
}

// Take returns the samples in the given rows, in that order. It is a copy.
func (s Set) Take(rows []int) Set {
	taken := s
	taken.X, taken.T = takeRows(s.X, rows), takeRows(s.T, rows)
	if s.Labels != nil {
		taken.Labels = make([]int, len(rows))
		for i, row := range rows {
			taken.Labels[i] = s.Labels[row]
		}
	}
	return taken
}

func takeRows(m nn.Matrix, rows []int) nn.Matrix {
	taken := nn.Matrix{Rows: len(rows), Cols: m.Cols, Data: make([]float64, 0, len(rows)*m.Cols)}
	for _, row := range rows {
		taken.Data = append(taken.Data, m.Row(row)...)
	}
	return taken
}

// First returns the first n samples. They share their memory with the set.
func (s Set) First(n int) Set {
	s.X, s.T = s.X.Slice(0, n), s.T.Slice(0, n)
	if s.Labels != nil {
		s.Labels = s.Labels[:n:n]
	}
	return s
}

// Counts returns how many samples each class has.
func (s Set) Counts() []int {
	counts := make([]int, s.Classes)
	for _, label := range s.Labels {
		counts[label]++
	}
	return counts
}

// Check says what is wrong with a set: what Samples.Check finds, labels that are
// not as many as the samples, or which of them is no class.
func (s Set) Check() error {
	if err := s.Samples.Check(); err != nil {
		return err
	}
	if s.Labels != nil && s.X.Rows != len(s.Labels) {
		return fmt.Errorf("%d samples and %d labels do not fit", s.X.Rows, len(s.Labels))
	}
	return s.checkLabels()
}

func (s Set) checkLabels() error {
	i := slices.IndexFunc(s.Labels, func(label int) bool { return label < 0 || label >= s.Classes })
	if i >= 0 {
		return fmt.Errorf("sample %d is of class %d: classes go from 0 to %d", i+1, s.Labels[i], s.Classes-1)
	}
	return nil
}
