package nn_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"hakseup/nn"
)

func TestTheEngineCanBeRead(t *testing.T) {
	t.Parallel()
	for name, holds := range map[string]string{
		"optimizer_adam.go": "type Adam struct",
		"graph/node.go":     "package graph",
		"data/split.go":     "package data",
	} {
		text, err := nn.Source(name)
		if err != nil || !strings.Contains(text, holds) {
			t.Errorf("%s: %d bytes, %v", name, len(text), err)
		}
	}
	for _, name := range []string{"mlp_test.go", "nothing.go", "../go.mod", "data"} {
		if text, err := nn.Source(name); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) || text != "" {
			t.Errorf("%s: %d bytes, %v", name, len(text), err)
		}
	}
}
