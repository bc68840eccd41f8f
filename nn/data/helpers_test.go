package data_test

import (
	"slices"
	"strings"
	"testing"

	"hakseup/nn"
	"hakseup/nn/data"
)

// must wants a set that can be drawn, and is sound.
func must(t *testing.T) func(data.Set, error) data.Set {
	t.Helper()
	return func(s data.Set, err error) data.Set {
		t.Helper()
		if err == nil {
			err = s.Check()
		}
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

// fails wants an error that names all the given words.
func fails(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want one with %q", words)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("the error %q does not name %q", err, w)
		}
	}
}

// numbered returns a set whose samples can be told apart: sample i holds i.
func numbered(n, classes int) data.Set {
	s := data.Set{Samples: nn.Samples{X: nn.NewMatrix(n, 1), T: nn.NewMatrix(n, 1)}, Classes: classes}
	for i := range n {
		s.X.Data[i] = float64(i)
		if classes > 0 {
			s.Labels = append(s.Labels, i*i%classes)
		}
	}
	return s
}

// numbers returns which samples of a numbered set are there, sorted.
func numbers(sets ...data.Set) []int {
	var all []int
	for _, s := range sets {
		for _, v := range s.X.Data {
			all = append(all, int(v))
		}
	}
	slices.Sort(all)
	return all
}

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
