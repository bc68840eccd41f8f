package tex

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hakseup/lessons/lang"
)

// Error says what in a formula could not be understood, and where.
type Error struct {
	// Offset is the place in the source, counted in bytes from 0.
	Offset int
	// Piece is the offending part of the source; empty at its end.
	Piece string
	// Text is a sentence in both languages that mentions the piece, quoted
	// where it cannot be shown.
	Text lang.Text
}

// Error returns the sentence in English with the offset before it.
func (e *Error) Error() string {
	return fmt.Sprintf("offset %d: %s", e.Offset, e.Text.EN)
}

// fail makes an error about a piece. In ko and en, %s stands for the piece.
func fail(offset int, piece, ko, en string) *Error {
	text := lang.T(ko, en)
	if strings.Contains(ko, "%s") {
		shown := piece
		if strings.ContainsFunc(piece, func(r rune) bool { return r == utf8.RuneError || !unicode.IsGraphic(r) }) {
			shown = strconv.QuoteToASCII(piece) // never a control code on the screen
		}
		text = lang.Sprintf(ko, en, shown)
	}
	return &Error{Offset: offset, Piece: piece, Text: text}
}
