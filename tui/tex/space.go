package tex

// gaps holds the space of a list: the cells before each of its atoms, and
// those after the last one.
type gaps struct {
	before []int
	after  int
}

// spacing decides where a list has space. In tight lists, such as scripts,
// operations and relations stand close. from is the class of what stands
// before the list; opening where nothing does.
func spacing(l list, tight bool, from class) gaps {
	g := gaps{before: make([]int, len(l))}
	edges := resolve(l, from)
	soft, hard := 0, 0
	for i, a := range l {
		if s, ok := a.nucleus.(space); ok {
			if s.soft {
				soft = max(soft, s.cells)
			} else {
				hard += s.cells
			}
			continue
		}
		g.before[i] = max(soft, edges[i].gap(tight)) + hard
		soft, hard = 0, 0
	}
	g.after = soft + hard
	return g
}

// edge is how an atom meets the one before it.
type edge struct {
	before      class // right side of what stands before
	left, right class // sides of the atom
	air         bool  // an exception to the table, see needsAir
}

// resolve finds the edges of all atoms of a list that are no space. As in
// TeX, an operation that has nothing on one side is a sign: the minus of −x.
func resolve(l list, from class) []edge {
	edges := make([]edge, len(l))
	prev, prevAt := from, -1
	for i, a := range l {
		if _, ok := a.nucleus.(space); ok {
			continue
		}
		e := edge{before: prev}
		e.left, e.right = sides(a)
		if a.class == bin && !follows(prev) {
			e.left, e.right = ord, ord
			if isSign(a) {
				e.right = opening
			}
		}
		if prevAt >= 0 {
			e.air = needsAir(l[prevAt], a)
			if edges[prevAt].left == bin && (e.left == rel || e.left == closing || e.left == punct) {
				edges[prevAt].left, edges[prevAt].right = ord, ord
				e.before = ord
			}
		}
		edges[i] = e
		prev, prevAt = e.right, i
	}
	return edges
}

// follows reports whether an operation can follow what has this class.
func follows(c class) bool {
	switch c {
	case bin, op, rel, opening, punct:
		return false
	}
	return true
}

// isSign reports whether an operation, with nothing before it, belongs to
// what follows.
func isSign(a atom) bool {
	g, ok := a.nucleus.(glyph)
	if !ok {
		return false
	}
	switch g.text {
	case "−", "+", "±", "∓", "¬":
		return true
	}
	return false
}

// sides returns how an atom looks to the atom on its left and on its right.
func sides(a atom) (left, right class) {
	switch n := a.nucleus.(type) {
	case fence:
		left, right = opening, closing
		if n.left == "" {
			left = inner
		}
		if n.right == "" {
			right = inner
		}
		return left, right
	case radical:
		return ord, inner // √x y, for √xy would be another root
	case group:
		if s, ok := n.body.single(); ok {
			if _, isGlyph := s.nucleus.(glyph); !isGlyph {
				return sides(s)
			}
		}
	}
	return a.class, a.class
}

// needsAir makes the exceptions to the table, for what the side bearings of
// letters do in print: big operators, operators with limits and functions of
// a norm keep their distance from a bracket, the bars of two norms from each
// other, and ∂ from the factor before it.
func needsAir(a, b atom) bool {
	bars := func(delimiter string) bool { return delimiter == "|" || delimiter == "‖" }
	switch next := b.nucleus.(type) {
	case glyph:
		before, ok := a.nucleus.(glyph)
		return next.text == "∂" && a.class == ord && (!ok || before.text != "∂")
	case fence:
		switch n := a.nucleus.(type) {
		case glyph:
			return a.class == op && (isBig(n.text) || a.limits && a.scripted() || bars(next.left))
		case fence:
			return bars(n.right) && bars(next.left)
		}
	}
	return false
}

// gap is the number of cells between the atom and the one before it.
func (e edge) gap(tight bool) int {
	if e.air {
		return 1
	}
	return between(e.before, e.left, tight)
}

// between is the table of The TeXbook, page 170, rounded to cells: its thin,
// medium and thick spaces are all one cell wide. Nothing stands before a
// closing bracket or a comma.
func between(left, right class, tight bool) int {
	// 0: never, 1: always, 2: not in tight lists
	table := [...]string{
		//       ord, op, bin, rel, opening, closing, punct, inner
		ord:     "01220002",
		op:      "11020002",
		bin:     "22002002",
		rel:     "22002002",
		opening: "00000000",
		closing: "01220002",
		punct:   "22022002",
		inner:   "21222002",
	}
	rule := table[left][right]
	if rule == '1' || rule == '2' && !tight {
		return 1
	}
	return 0
}
