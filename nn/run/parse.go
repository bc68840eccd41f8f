package run

import (
	"fmt"
	"slices"
	"strings"
)

// UnknownFlagError says that a line has a flag, or a word, that there is not.
type UnknownFlagError struct{ Word string }

// Error names the word.
func (e *UnknownFlagError) Error() string { return fmt.Sprintf("%s: there is no such flag", e.Word) }

// Parse reads a line as Spec.Line writes it, with or without the command before
// it: flags that are not said stand at those of Default. The error is a
// *ValueError or an *UnknownFlagError.
func Parse(line string) (Spec, error) {
	s, flags, batch := Default(), Flags(), false
	words := wordsOf(line)
	for len(words) > 0 {
		name, value, joined := strings.Cut(words[0], "=")
		i := slices.IndexFunc(flags, func(f Flag) bool { return "--"+f.Name == name })
		if i < 0 {
			return Spec{}, &UnknownFlagError{words[0]}
		}
		words = words[1:]
		if !joined && len(words) > 0 {
			value, words = words[0], words[1:]
		}
		if err := flags[i].Set(&s, value); err != nil {
			return Spec{}, err
		}
		batch = batch || flags[i].Name == "batch"
	}
	if !batch {
		s.FitBatch()
	}
	return s, nil
}

// wordsOf are the words of a line without the command before them.
func wordsOf(line string) []string {
	words := strings.Fields(line)
	for _, command := range []string{"hakseup", "train"} {
		if len(words) > 0 && words[0] == command {
			words = words[1:]
		}
	}
	return words
}
