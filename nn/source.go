package nn

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.go data/*.go graph/*.go
var source embed.FS

// Source returns the text of a file of the engine, so that whoever plays with it
// can read it: "optimizer_adam.go" of this package, "graph/node.go" of one below.
// A test is no part of it.
func Source(name string) (string, error) {
	if strings.HasSuffix(name, "_test.go") || path.Ext(name) != ".go" {
		return "", &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	text, err := fs.ReadFile(source, name)
	return string(text), err
}
