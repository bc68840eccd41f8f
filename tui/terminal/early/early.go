// Package early keeps the terminal library from asking the terminal for its
// background while the program is initialized: in every command, even --help,
// it would wait up to 5 s for a silent terminal and eat what was typed ahead.
//
// It imports nothing but os. The library needs os/signal, which needs os and
// comes after "hakseup/..." in the order of import paths, so the language
// (Program initialization) has this package initialized first. It must not
// import the style library: then both would be ready together, and
// "github.com/..." would come first.
package early

import "os"

// Set says whether CI was set here. The library takes an output in such an
// environment for no terminal. Package terminal, which is initialized after
// the library, takes it back.
var Set = os.Getenv("CI") == "" && os.Setenv("CI", "1") == nil
