// Hakseup teaches the basics of deep learning in a terminal: short lectures,
// a live experiment beside every page, and exercises that are graded by the
// engine that drives the experiments.
package main

import (
	"os"

	"hakseup/tui/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr))
}
