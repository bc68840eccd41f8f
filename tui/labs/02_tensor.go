package labs

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// tensor shows the containers of numbers, from a scalar to a tensor. The
// learner points at one number by its indexes.
type tensor struct {
	panel
	layers []nn.Matrix // of the tensor; the first is the matrix
}

// NewTensor returns the lab of the containers of numbers.
func NewTensor() Lab {
	index := func(id string, label lang.Text, value, most float64) Control {
		c := slider(id, label, value, 1, most, 1, 1)
		c.Format = brief
		return c
	}
	kind := choice("kind", lang.T("그릇", "container"),
		Option{"scalar", lang.T("스칼라", "scalar")},
		Option{"row-vector", lang.T("행벡터", "row vector")},
		Option{"column-vector", lang.T("열벡터", "column vector")},
		Option{"matrix", lang.T("행렬", "matrix")},
		Option{"tensor", lang.T("텐서", "tensor")})
	kind.Value = 3
	t := &tensor{panel: newPanel(
		kind,
		index("layer", lang.T("층", "layer"), 1, 4),
		index("row", lang.T("행", "row"), 1, 3),
		index("col", lang.T("열", "column"), 1, 3),
	)}
	t.Reset(1)
	return t
}

func (t *tensor) Title() lang.Text { return lang.T("수를 담는 그릇", "Containers for numbers") }

// Reset draws the numbers of the further layers of the tensor.
func (t *tensor) Reset(seed uint64) {
	t.reset()
	t.layers = []nn.Matrix{nn.NewMatrix(2, 3, 6, 4, 24, 1, -9, 8)}
	r := rand.New(rand.NewPCG(seed, 2))
	for range 3 {
		m := nn.NewMatrix(2, 3)
		for i := range m.Data {
			m.Data[i] = float64(r.IntN(37) - 9)
		}
		t.layers = append(t.layers, m)
	}
}

// Controls lists the kind and as many indexes as it takes to point at one of
// its numbers.
func (t *tensor) Controls() []Control {
	m := t.matrix()
	most := map[string]int{"layer": 1, "row": m.Rows, "col": m.Cols}
	if t.chosen("kind") == "tensor" {
		most["layer"] = len(t.layers)
	}
	controls := t.list(func(id string) bool { return id == "kind" || most[id] > 1 })
	for i, c := range controls {
		if n, ok := most[c.ID]; ok {
			controls[i].Max = float64(n)
			controls[i].Value = math.Min(c.Value, float64(n))
		}
	}
	return controls
}

func (t *tensor) Set(id string, v float64) { t.set(id, math.Round(v)) }

// matrix returns what is shown; of a tensor the chosen layer.
func (t *tensor) matrix() nn.Matrix {
	switch t.chosen("kind") {
	case "scalar":
		return nn.NewMatrix(1, 1, 24)
	case "row-vector":
		return nn.NewMatrix(1, 3, 2, -8, 7)
	case "column-vector":
		return nn.NewMatrix(3, 1, -6, -4, 27)
	case "tensor":
		return t.layers[t.index("layer")]
	}
	return t.layers[0]
}

// index returns a chosen index, counted from 0.
func (t *tensor) index(id string) int { return int(t.value(id)) - 1 }

// picked returns the place of the number that is pointed at.
func (t *tensor) picked() (i, j int) {
	m := t.matrix()
	return min(t.index("row"), m.Rows-1), min(t.index("col"), m.Cols-1)
}

// Draw shows the container with the number pointed at; below or beside it how
// many indexes each kind of container takes.
func (t *tensor) Draw(c *plot.Canvas, l lang.Lang) {
	switch {
	case c.Height() < 12 && c.Width() < 60:
		t.drawContainer(c.Sub(0, 0, c.Width(), c.Height()-2), l)
		stack(c.Sub(0, c.Height()-2, c.Width(), 2), t.reading(l)...)
	case c.Height() < 17 && c.Width() >= 70:
		picture, side := sideBySide(c, 34)
		t.drawContainer(picture, l)
		t.drawLadder(side.Sub(0, max(0, (c.Height()-10)/2), 34, 10), l)
	default:
		h := c.Height() - 9
		t.drawContainer(c.Sub(0, 0, c.Width(), h), l)
		left := max(0, (c.Width()-46)/2)
		t.drawLadder(c.Sub(left, h, c.Width()-left, 9), l)
	}
}

// drawContainer draws the numbers in the middle of the canvas.
func (t *tensor) drawContainer(c *plot.Canvas, l lang.Lang) {
	if t.chosen("kind") == "tensor" {
		t.drawLayers(c)
		return
	}
	g := t.grid(t.matrix(), c, true)
	if t.chosen("kind") == "scalar" {
		c.TextCenter(c.Width()/2, c.Height()/2, brief(t.matrix().At(0, 0)), theme.Strong)
		return
	}
	left, top := (c.Width()-g.width())/2, (c.Height()-g.height()+1)/2
	g.draw(c, left, top)
	t.drawIndexes(c, g, left, top, l)
}

// drawIndexes numbers the columns above the grid and the rows at its left;
// those of the number pointed at stand out.
func (t *tensor) drawIndexes(c *plot.Canvas, g grid, left, top int, l lang.Lang) {
	i0, j0 := t.picked()
	role := func(on bool) theme.Role {
		if on {
			return theme.Accent
		}
		return theme.Faint
	}
	if g.m.Cols > 1 {
		for j := range g.m.Cols {
			name := fmt.Sprint(j + 1)
			if g.cell >= 6 {
				name = lang.Sprintf("%d열", "col %d", j+1).In(l)
			}
			c.TextRight(left+1+(j+1)*g.cell, top-1, name, role(j == j0))
		}
	}
	if g.m.Rows > 1 {
		for i := range g.m.Rows {
			c.TextRight(left-1, top+i*g.pitch, lang.Sprintf("%d행", "row %d", i+1).In(l), role(i == i0))
		}
	}
}

// grid returns a roomy grid of m in which the number pointed at, its row and
// its column stand out.
func (t *tensor) grid(m nn.Matrix, c *plot.Canvas, front bool) grid {
	g := newGrid(m)
	g.cell = 4
	if c.Width() >= 46 && c.Height() >= 9 {
		g.cell = 6
		g.pitch = 2
	}
	i0, j0 := t.picked()
	g.role = func(int, int) theme.Role { return theme.Faint }
	if front {
		g.role = func(i, j int) theme.Role { return entryRole(m, i == i0, j == j0) }
	}
	g.lit = func(i, j int) bool { return front && i == i0 && j == j0 }
	return g
}

// entryRole tells the number pointed at and, in a matrix, its row and column
// from the others.
func entryRole(m nn.Matrix, inRow, inCol bool) theme.Role {
	switch {
	case inRow && inCol:
		return theme.Strong
	case m.Rows > 1 && m.Cols > 1 && (inRow || inCol):
		return theme.Text
	}
	return theme.Muted
}

// drawLayers draws the layers of the tensor as cards one behind another; the
// chosen one lies on top of all.
func (t *tensor) drawLayers(c *plot.Canvas) {
	chosen, n := t.index("layer"), len(t.layers)
	g := t.grid(t.layers[0], c, true)
	if c.Height() < 15 {
		g.pitch = 1
	}
	w, h := g.width()+4, g.height()+2
	dx, dy := min(w-4, (c.Width()-w)/(n-1)), min(3, (c.Height()-h)/(n-1))
	if dx < 2 || dy < 1 {
		g.draw(c, (c.Width()-g.width())/2, (c.Height()-g.height())/2)
		return
	}
	left := (c.Width() - w - dx*(n-1)) / 2
	top := (c.Height() - h - dy*(n-1)) / 2
	card := func(k int) {
		front := k == chosen
		layer := t.grid(t.layers[k], c, front)
		layer.cell, layer.pitch = g.cell, g.pitch
		x, y := left+k*dx, top+(n-1-k)*dy
		role := theme.Faint
		if front {
			role = theme.Accent
		}
		drawCard(c, x, y, w, h, fmt.Sprintf(" %d ", k+1), role)
		layer.draw(c, x+2, y+1)
	}
	for k := n - 1; k >= 0; k-- {
		card(k)
	}
	card(chosen)
}

// drawCard draws an empty card with a title in its upper border.
func drawCard(c *plot.Canvas, col, row, w, h int, title string, r theme.Role) {
	c.Text(col, row, "╭"+strings.Repeat("─", w-2)+"╮", r)
	for i := 1; i < h-1; i++ {
		c.Text(col, row+i, "│"+strings.Repeat(" ", w-2)+"│", r)
	}
	c.Text(col, row+h-1, "╰"+strings.Repeat("─", w-2)+"╯", r)
	c.Text(col+2, row, title, r)
}

// reading says what is shown and which number is pointed at.
func (t *tensor) reading(l lang.Lang) []row {
	return []row{plain(t.shape(l), theme.Text), {{t.place(l) + " → ", theme.Muted}, {t.number(), theme.Strong}}}
}

// shape names the container, its shape and how many numbers it holds.
func (t *tensor) shape(l lang.Lang) string {
	m := t.matrix()
	name := t.kindName().In(l)
	switch t.chosen("kind") {
	case "scalar":
		return lang.Sprintf("%s: 수 1개", "%s: 1 number", name).In(l)
	case "tensor":
		n := len(t.layers)
		return lang.Sprintf("%d×%d×%d %s: 수 %d개", "%d×%d×%d %s: %d numbers", n, m.Rows, m.Cols, name, n*len(m.Data)).In(l)
	}
	return lang.Sprintf("%d×%d %s: 수 %d개", "%d×%d %s: %d numbers", m.Rows, m.Cols, name, len(m.Data)).In(l)
}

func (t *tensor) kindName() lang.Text {
	for _, c := range t.controls {
		if c.ID == "kind" {
			return c.Options[int(c.Value)].Label
		}
	}
	return lang.Text{}
}

// place says the indexes of the number pointed at.
func (t *tensor) place(l lang.Lang) string {
	i, j := t.picked()
	switch t.chosen("kind") {
	case "scalar":
		return lang.T("번호가 필요 없음", "no index needed").In(l)
	case "row-vector":
		return lang.Sprintf("%d열", "column %d", j+1).In(l)
	case "column-vector":
		return lang.Sprintf("%d행", "row %d", i+1).In(l)
	case "tensor":
		return lang.Sprintf("%d층 %d행 %d열", "layer %d, row %d, column %d", t.index("layer")+1, i+1, j+1).In(l)
	}
	return lang.Sprintf("%d행 %d열", "row %d, column %d", i+1, j+1).In(l)
}

func (t *tensor) number() string {
	i, j := t.picked()
	return brief(t.matrix().At(i, j))
}

// drawLadder lists the kinds with the number of indexes that each takes, the
// one that is shown marked.
func (t *tensor) drawLadder(c *plot.Canvas, l lang.Lang) {
	at := stack(c, t.reading(l)...) + 1
	steps := []struct {
		kinds string
		name  lang.Text
		index lang.Text
	}{
		{"scalar", lang.T("스칼라", "scalar"), lang.T("번호 0개", "0 indexes")},
		{"row-vector column-vector", lang.T("벡터", "vector"), lang.T("번호 1개", "1 index")},
		{"matrix", lang.T("행렬", "matrix"), lang.T("번호 2개: 행, 열", "2 indexes: row, column")},
		{"tensor", lang.T("텐서", "tensor"), lang.T("번호 3개: 층, 행, 열", "3 indexes: and layer")},
	}
	for i, s := range steps {
		role, mark := theme.Muted, "  "
		if strings.Contains(s.kinds, t.chosen("kind")) {
			role, mark = theme.Accent, "▸ "
		}
		c.Text(0, at+i, mark+s.name.In(l), role)
		c.Text(9, at+i, s.index.In(l), role)
	}
}

// Caption says how many indexes it takes to point at a number.
func (t *tensor) Caption(l lang.Lang) string {
	switch t.chosen("kind") {
	case "scalar":
		return lang.T("수가 하나뿐이라 번호가 필요 없어요.", "There is one number only: it takes no index.").In(l)
	case "matrix":
		return lang.T("행과 열, 번호 두 개면 수 하나를 집어요.", "Row and column: two indexes point at one number.").In(l)
	case "tensor":
		return lang.T("층, 행, 열, 번호 세 개면 수 하나를 집어요. 한 층은 행렬이에요.",
			"Layer, row and column: three indexes point at one number. Each layer is a matrix.").In(l)
	}
	return lang.T("번호 하나면 수 하나를 집어요.", "One index points at one number.").In(l)
}

// Describe says the picture in words.
func (t *tensor) Describe(l lang.Lang) string {
	return lang.Sprintf("%s. 집은 수는 %s: %s. ", "%s. You point at %s: %s. ", t.shape(l), t.place(l), t.number()).In(l) + t.Caption(l)
}
