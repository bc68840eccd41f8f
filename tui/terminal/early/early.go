// Package early sets the environment in which the libraries are initialized.
// The terminal library then asks the terminal for its background: in every
// command, even --help, it would wait up to 5 s for a silent terminal and eat
// what was typed ahead. The measuring library takes lines and symbols for two
// cells wide where a variable says so, and half of each line would be cut off.
//
// It imports nothing but syscall. Both libraries need os, which needs syscall
// and comes after "hakseup/..." in the order of import paths, so the language
// (Program initialization) has this package initialized first.
package early

import "syscall"

// changed says whether CI was set here. The terminal library takes an output
// in such an environment for no terminal.
var changed = set()

func set() bool {
	_ = syscall.Unsetenv("RUNEWIDTH_EASTASIAN") // as well where it was not set
	ci, _ := syscall.Getenv("CI")
	return ci == "" && syscall.Setenv("CI", "1") == nil
}

// TakeBack has the environment as it was, once the terminal library is
// initialized.
func TakeBack() error {
	if changed {
		return syscall.Unsetenv("CI")
	}
	return nil
}
