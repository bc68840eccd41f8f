package tui

import (
	"strings"

	"hakseup/exercises/answer"
)

// pastedMost bounds what of a pasted text is taken apart, in bytes.
const pastedMost = 4096

// spread takes a vector or a matrix that was pasted into a cell apart, one
// entry for each cell from there on, and goes to the last of them. A comma or
// a semicolon behind an entry goes on to the next cell: who types the answer
// in one line fills the cells as well. It reports whether there was something
// to take apart and room for it.
func (e *cellsEditor) spread(typed string) bool {
	if len(e.cells) == 1 || len(typed) > pastedMost {
		return false
	}
	if typed == "," || typed == ";" {
		if e.place+1 < e.places && e.current().value() != "" {
			e.focus(e.place + 1)
			return true
		}
		return false
	}
	rows := e.shaped(answer.Split(strings.ReplaceAll(typed, "\r", "\n")))
	if len(rows) == 0 || len(rows) == 1 && len(rows[0]) < 2 {
		return false
	}
	first := e.open[e.place]
	if e.isWhole(rows) {
		first = 0
	}
	if !e.fits(rows, first) {
		return false
	}
	last := first
	for r, row := range rows {
		for c, entry := range row {
			last = first + r*e.cols + c
			if cell := e.cells[last]; !cell.given {
				cell.set(entry)
			}
		}
	}
	e.goTo(last)
	return true
}

// isWhole reports whether there is an entry for every cell.
func (e *cellsEditor) isWhole(rows [][]string) bool {
	return len(rows) == e.rows && e.fits(rows, 0) && len(rows[0]) == e.cols
}

// fits reports whether there is a cell for every entry from the first on.
func (e *cellsEditor) fits(rows [][]string, first int) bool {
	if first/e.cols+len(rows) > e.rows {
		return false
	}
	for _, row := range rows {
		if first%e.cols+len(row) > e.cols {
			return false
		}
	}
	return true
}

// shaped turns a vector the way in which the cells stand: it may be pasted as
// a row or as a column.
func (e *cellsEditor) shaped(rows [][]string) [][]string {
	switch {
	case e.rows == 1:
		var row []string
		for _, r := range rows {
			if len(rows) > 1 && len(r) > 1 {
				return nil
			}
			row = append(row, r...)
		}
		return [][]string{row}
	case e.cols == 1 && len(rows) == 1:
		var column [][]string
		for _, entry := range rows[0] {
			column = append(column, []string{entry})
		}
		return column
	}
	return rows
}
