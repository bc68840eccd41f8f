package markdown

import (
	"slices"
	"strings"

	"hakseup/tui/tex"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// inline returns a formula on one line. A formula that cannot be read, which
// the content tests rule out, is shown as it was typed.
func inline(src string) string {
	f, err := tex.Parse(src)
	if err != nil {
		return src
	}
	return strings.TrimSpace(f.Inline())
}

// display returns a formula in two dimensions and its width.
func display(src string) (lines []string, width int) {
	lines = []string{src}
	if f, err := tex.Parse(src); err == nil {
		lines = f.Display()
	}
	for _, l := range lines {
		width = max(width, text.Width(l))
	}
	return lines, width
}

// formulaIndent sets displayed formulas off from the text.
const formulaIndent = 4

// formula draws a displayed formula in the first form that fits: in two
// dimensions; its parts below each other; on one line. When none does, it
// scrolls in two dimensions or, in plain text, takes several lines.
func (r renderer) formula(src string, width int) []row {
	lines, w := display(src)
	if w <= width {
		return drawing(lines, w, width)
	}
	if rows, ok := stack(parts(src), width); ok {
		return rows
	}
	one := inline(src)
	if w := text.Width(one); w <= width {
		return drawing([]string{one}, w, width)
	}
	if r.plain {
		indent := text.Line{text.Plain(strings.Repeat(" ", formulaIndent))}
		return hang(wrap([]text.Run{{Text: one, Solid: true}}, max(width-formulaIndent, 2)), indent)
	}
	return drawing(lines, w, width)
}

// drawing indents the lines of a formula as far as there is room.
func drawing(lines []string, w, width int) []row {
	indent := strings.Repeat(" ", max(0, min(formulaIndent, width-w)))
	out := make([]row, len(lines))
	for i, l := range lines {
		out[i] = row{body: text.Line{{Text: indent + l, Role: theme.Math}}, wide: w > width}
	}
	return out
}

// stack draws parts of a formula below each other, if all of them fit. Parts
// of several lines are kept apart.
func stack(parts []string, width int) ([]row, bool) {
	drawn := make([][]row, len(parts))
	tall := false
	for i, p := range parts {
		lines, w := display(p)
		if len(parts) < 2 || w > width {
			return nil, false
		}
		drawn[i] = drawing(lines, w, width)
		tall = tall || len(lines) > 1
	}
	var out []row
	for i, rows := range drawn {
		if i > 0 && tall {
			out = append(out, row{})
		}
		out = append(out, rows...)
	}
	return out, true
}

// parts cuts a formula at the wide spaces that keep equations side by side,
// outside of braces and environments.
func parts(src string) []string {
	var out []string
	depth, start := 0, 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '\\':
			name := command(src[i+1:])
			switch name {
			case "begin", "left":
				depth++
			case "end", "right":
				depth--
			case "quad", "qquad":
				if depth == 0 {
					out = append(out, strings.TrimSpace(src[start:i]))
					start = i + 1 + len(name)
				}
			}
			i += max(1, len(name))
		}
	}
	out = append(out, strings.TrimSpace(src[start:]))
	if slices.Contains(out, "") {
		return []string{src}
	}
	return out
}

// command returns the letters at the start of what follows a backslash.
func command(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
	if end < 0 {
		return s
	}
	return s[:end]
}
