package tui

import (
	"strings"

	"hakseup/exercises/answer"
)

// spread takes a vector or a matrix that was pasted into a cell apart, one
// entry for each cell from there on, and goes to the last of them. A comma or
// a semicolon behind an entry goes on to the next cell: who types the answer
// in one line fills the cells as well. It reports whether there was something
// to take apart and room for it.
func (f *form) spread(fd *field, cell int, typed string) bool {
	if len(fd.cells) == 1 {
		return false
	}
	if typed == "," || typed == ";" {
		if cell+1 < len(fd.cells) && fd.cells[cell].value() != "" {
			f.at++
			return true
		}
		return false
	}
	rows := fd.shaped(answer.Split(strings.ReplaceAll(typed, "\r", "\n")))
	if len(rows) == 0 || len(rows) == 1 && len(rows[0]) < 2 {
		return false
	}
	cols := fd.cols()
	if cell/cols+len(rows) > len(fd.cells)/cols {
		return false
	}
	for _, row := range rows {
		if cell%cols+len(row) > cols {
			return false
		}
	}
	last := cell
	for r, row := range rows {
		for c, entry := range row {
			last = cell + r*cols + c
			fd.cells[last].set(entry)
		}
	}
	f.at += last - cell
	return true
}

// shaped turns a vector the way in which the cells stand: it may be pasted as
// a row or as a column.
func (fd *field) shaped(rows [][]string) [][]string {
	cols := fd.cols()
	switch {
	case cols > 1 && cols == len(fd.cells): // a row of cells
		var row []string
		for _, r := range rows {
			if len(rows) > 1 && len(r) > 1 {
				return nil
			}
			row = append(row, r...)
		}
		return [][]string{row}
	case cols == 1 && len(rows) == 1: // a column of cells
		var column [][]string
		for _, entry := range rows[0] {
			column = append(column, []string{entry})
		}
		return column
	}
	return rows
}
