package tui

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestTheLayersHold checks who may import whom: the engine stands alone, and
// only the screens know the terminal library.
func TestTheLayersHold(t *testing.T) {
	t.Parallel()
	forbidden := map[string][]string{
		"nn":        {"hakseup/lessons", "hakseup/exercises", "hakseup/tui", "."},
		"lessons":   {"hakseup/nn", "hakseup/exercises", "hakseup/tui", "github.com/charmbracelet"},
		"exercises": {"hakseup/tui", "github.com/charmbracelet"},
		"tui/lab":   {"hakseup/exercises", "hakseup/tui/labs", "github.com/charmbracelet/bubbletea"},
		"tui/labs":  {"hakseup/exercises", "github.com/charmbracelet/bubbletea"},
		"tui/plot":  {"hakseup/nn", "hakseup/lessons", "hakseup/exercises", "github.com/charmbracelet/bubbletea"},
		"tui/tex":   {"hakseup/nn", "hakseup/exercises", "github.com/charmbracelet/bubbletea"},
	}
	for folder, paths := range forbidden {
		for file, imports := range importsBelow(t, filepath.Join("..", filepath.FromSlash(folder))) {
			for _, imported := range imports {
				for _, f := range paths {
					// "." stands for all that is not the standard library's or ours.
					foreign := f == "." && strings.Contains(imported, ".")
					if foreign || imported == f || strings.HasPrefix(imported, f+"/") {
						t.Errorf("%s imports %s", file, imported)
					}
				}
			}
		}
	}
}

// TestOnlyScreensKnowTheTerminalLibrary looks through the whole project.
func TestOnlyScreensKnowTheTerminalLibrary(t *testing.T) {
	t.Parallel()
	for file, imports := range importsBelow(t, "..") {
		if folder := filepath.Dir(file); folder == filepath.Join("..", "tui") || folder == filepath.Join("..", "tui", "terminal") {
			continue
		}
		for _, imported := range imports {
			if imported == "github.com/charmbracelet/bubbletea" {
				t.Errorf("%s imports it", file)
			}
		}
	}
}

// importsBelow lists what every Go file below a folder imports, tests aside.
func importsBelow(t *testing.T, folder string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			all[path] = append(all[path], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestLecturesShareNothing looks into the labs: what one lecture needs of
// another's is in the kit that they stand on.
func TestLecturesShareNothing(t *testing.T) {
	t.Parallel()
	folders, err := os.ReadDir("labs")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range folders {
		if !d.IsDir() {
			continue
		}
		for file, imports := range importsBelow(t, filepath.Join("labs", d.Name())) {
			for _, imported := range imports {
				if strings.HasPrefix(imported, "hakseup/tui/labs") {
					t.Errorf("%s imports %s", file, imported)
				}
			}
		}
	}
}
