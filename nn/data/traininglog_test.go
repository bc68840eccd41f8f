package data

import (
	"slices"
	"testing"
)

func TestTrainingLog(t *testing.T) {
	t.Parallel()
	log := TrainingLog()
	if len(log) != 42 || log[27].Epoch != 28 || log[28].Epoch != 127 || log[41].Epoch != 140 {
		t.Fatalf("%d lines: %v", len(log), log)
	}
	var rises []int
	for i, now := range log[1:] {
		if now.Loss > log[i].Loss {
			rises = append(rises, now.Epoch)
		}
	}
	if want := []int{24, 128, 131, 133, 135, 136, 138, 140}; !slices.Equal(rises, want) {
		t.Errorf("the loss rises at %v, want %v", rises, want)
	}
}
