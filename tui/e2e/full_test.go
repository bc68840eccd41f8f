//go:build linux

package e2e_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestAnOutputThatIsFullIsAFault writes to a device that takes nothing.
func TestAnOutputThatIsFullIsAFault(t *testing.T) {
	t.Parallel()
	for _, args := range []string{
		"", "06", "list", "read 06", "progress", "progress --json", "--help", "--version",
		"check practice-1", "check practice-1 mse=0.396 ce=0.4318", "check practice-1 mse=0.396 ce=0.4318 --json",
	} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), program, append([]string{"--data", t.TempDir()}, strings.Fields(args)...)...)
		var stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = full, &stderr
		err = cmd.Run()
		if e, failed := errors.AsType[*exec.ExitError](err); !failed || e.ExitCode() != 1 {
			t.Errorf("hakseup %s: %v, want exit code 1", args, err)
		}
		if !strings.Contains(stderr.String(), "쓰지 못했어요") || strings.Count(stderr.String(), "\n") != 1 {
			t.Errorf("hakseup %s: stderr %q", args, stderr.String())
		}
		if err := full.Close(); err != nil {
			t.Error(err)
		}
	}
}
