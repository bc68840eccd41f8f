package tex

// pieces are the characters of a delimiter that grows: the top, the rows in
// between, the bottom, and the middle of a brace.
type pieces struct{ top, side, bottom, middle string }

// growing holds the delimiters. Nothing writes to it after the package is
// loaded.
var growing = map[string]pieces{
	"(": {"⎛", "⎜", "⎝", ""},
	")": {"⎞", "⎟", "⎠", ""},
	"[": {"⎡", "⎢", "⎣", ""},
	"]": {"⎤", "⎥", "⎦", ""},
	"{": {"⎧", "⎪", "⎩", "⎨"},
	"}": {"⎫", "⎪", "⎭", "⎬"},
	"⌊": {"⎢", "⎢", "⎣", ""},
	"⌋": {"⎥", "⎥", "⎦", ""},
	"⌈": {"⎡", "⎢", "⎢", ""},
	"⌉": {"⎤", "⎥", "⎥", ""},
	"|": {"│", "│", "│", ""},
	"‖": {"║", "║", "║", ""},
	"⟨": {"╱", "│", "╲", ""},
	"⟩": {"╲", "│", "╱", ""},
}

// grow draws a delimiter over up rows above the base and down rows below it.
func grow(delimiter string, up, down int) box {
	height := up + 1 + down
	p := growing[delimiter]
	if height == 1 {
		return textBox(drawn(delimiter))
	}
	rows := make([]string, height)
	for y := range rows {
		rows[y] = p.side
	}
	rows[0], rows[height-1] = p.top, p.bottom
	if p.middle != "" {
		rows[min(max(up, 1), height-2)] = p.middle
	}
	return box{rows: rows, width: 1, base: up}.solid()
}

// enclose puts a box between delimiters as high as it. Tall ones keep a cell
// away, so that no bar of a fraction runs into them.
func enclose(left, right string, b box) box {
	up, down := b.up, b.down
	if up+down == 1 && (growing[left].middle != "" || growing[right].middle != "") {
		up, down = 1, 1 // a brace needs a row for its middle
	}
	air := 0
	if up+down > 0 {
		air = 1
	}
	boxes := make([]box, 0, 5)
	if left != "" {
		boxes = append(boxes, grow(left, up, down), blankBox(air))
	}
	boxes = append(boxes, b)
	if right != "" {
		boxes = append(boxes, blankBox(air), grow(right, up, down))
	}
	return beside(boxes...)
}

// drawn returns what the display form shows for a symbol. D2Coding breaks the
// vertical bar in two; the line from its box drawings is whole.
func drawn(symbol string) string {
	if symbol == "|" {
		return "│"
	}
	return symbol
}
