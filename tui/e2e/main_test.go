//go:build unix

// Package e2e_test runs the built program as a learner would: in a terminal,
// with keys and the mouse, and in pipes.
package e2e_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is the path of the program under test. TestMain builds it once.
var program string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "hakseup-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }() // no more than a temporary folder
	program = filepath.Join(dir, "hakseup")
	if err := build(program); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// build builds the program into a file.
func build(file string, flags ...string) error {
	args := append([]string{"build", "-o", file}, flags...)
	cmd := exec.CommandContext(context.Background(), "go", append(args, "hakseup")...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}
