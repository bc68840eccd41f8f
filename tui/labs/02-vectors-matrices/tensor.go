package vectorsmatrices

import (
	"math/rand/v2"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// tensor shows the containers of numbers, from a scalar to a tensor. The
// learner points at one number by its indexes.
type tensor struct {
	lab.Bench

	kind            int         // index into containers
	layer, row, col float64     // from 1
	layers          []nn.Matrix // of the tensor; never written to
}

// container is a kind of container with its numbers, of a tensor the first
// layer, and how many indexes it takes to point at one of them.
type container struct {
	id      string
	name    lang.Text
	indexes int
	m       nn.Matrix
}

// The first and the last of the containers.
const scalar, stacked = 0, 4

func containers() []container {
	matrix := nn.NewMatrix(2, 3, 6, 4, 24, 1, -9, 8)
	return []container{
		{"scalar", lang.T("스칼라", "scalar"), 0, nn.NewMatrix(1, 1, 24)},
		{"row-vector", lang.T("행벡터", "row vector"), 1, nn.NewMatrix(1, 3, 2, -8, 7)},
		{"column-vector", lang.T("열벡터", "column vector"), 1, nn.NewMatrix(3, 1, -6, -4, 27)},
		{"matrix", lang.T("행렬", "matrix"), 2, matrix},
		{"tensor", lang.T("텐서", "tensor"), 3, matrix},
	}
}

// NewTensor returns the lab "tensor".
func NewTensor() lab.Lab { return &tensor{} }

func (s *tensor) Title() lang.Text { return lang.T("수를 담는 그릇", "Containers for numbers") }

func (s *tensor) Clone() lab.Lab { c := *s; return &c }

// Start draws the numbers of the further layers of the tensor.
func (s *tensor) Start(seed uint64) {
	r := rand.New(rand.NewPCG(seed, 2))
	s.layers = []nn.Matrix{containers()[stacked].m}
	for range 3 {
		s.layers = append(s.layers, drawn(r, 2, 3, -9, 27))
	}
}

// drawn returns a matrix of whole numbers from lo to hi.
func drawn(r *rand.Rand, rows, cols, lo, hi int) nn.Matrix {
	m := nn.NewMatrix(rows, cols)
	for i := range m.Data {
		m.Data[i] = float64(lo + r.IntN(hi-lo+1))
	}
	return m
}

func (s *tensor) Panel() lab.Panel {
	var kinds []lab.Value[int]
	for i, c := range containers() {
		kinds = append(kinds, lab.Opt(i, c.id, c.name))
	}
	m, layers := s.matrix(), 1
	if s.kind == stacked {
		layers = 4
	}
	index := func(at *float64, id string, label lang.Text, n int) *lab.Control {
		return lab.Slide(at, id, label, 1).From(1, float64(n)).By(1, 1).OnGrid().Writes(lab.Brief).When(n > 1)
	}
	return lab.Panel{
		lab.Choose(&s.kind, "kind", lang.T("그릇", "container"), kinds...).Begin("matrix").Then(func() {
			for _, c := range s.Panel()[1:] { // an index may be too large for another container
				c.Set(c.Value())
			}
		}),
		index(&s.layer, "layer", lang.T("층", "layer"), layers),
		index(&s.row, "row", lang.T("행", "row"), m.Rows),
		index(&s.col, "col", lang.T("열", "column"), m.Cols),
	}
}

// matrix returns what the container holds, of a tensor the layer pointed at.
func (s *tensor) matrix() nn.Matrix {
	if s.kind == stacked {
		return s.layers[int(s.layer)-1]
	}
	return containers()[s.kind].m
}

func (s *tensor) picked() float64 { return s.matrix().At(int(s.row)-1, int(s.col)-1) }

// shape returns the sizes of the container along its axes, and how many numbers
// it holds.
func (s *tensor) shape() (sizes string, count int) {
	m := s.matrix()
	switch s.kind {
	case scalar:
		return "", 1
	case stacked:
		return "4×" + size(m) + " ", 4 * len(m.Data)
	}
	return size(m) + " ", len(m.Data)
}

func (s *tensor) Facts() []lab.Fact {
	_, count := s.shape()
	return []lab.Fact{
		lab.Num("number", lang.T("집은 수", "number pointed at"), s.picked(), lab.Brief).Picked(),
		lab.Num("indexes", lang.T("번호의 개수", "indexes"), float64(containers()[s.kind].indexes), lab.Brief),
		lab.Num("numbers", lang.T("수의 개수", "numbers"), float64(count), lab.Brief),
	}
}

func (s *tensor) Caption(l lang.Lang) string {
	return []lang.Text{
		lang.T("수가 하나뿐이라 번호가 필요 없어요.", "There is one number only: it takes no index."),
		lang.T("번호 하나면 수 하나를 집어요.", "One index points at one number."),
		lang.T("행과 열, 번호 두 개면 수 하나를 집어요.", "Row and column: two indexes point at one number."),
		lang.T("층, 행, 열, 번호 세 개면 수 하나를 집어요. 한 층은 행렬이에요.",
			"Layer, row and column: three indexes point at one number. Each layer is a matrix."),
	}[containers()[s.kind].indexes].In(l)
}

// Views shows the container with the number pointed at, and how many indexes
// each kind of container takes.
func (s *tensor) Views() []lab.View {
	return []lab.View{{ID: "container", Label: lang.T("그릇", "container"), Pictures: func(l lang.Lang) []lab.Block {
		words := lab.Above(1, s.reading(l), s.ladder(l))
		return []lab.Block{
			lab.Above(1, s.holds(l, 44, 9, 7, 2), lab.Centered(words)),
			lab.Beside(3, s.holds(l, 32, 7, 6, 1), words),
			lab.Above(0, s.holds(l, 28, 5, 5, 1), lab.Centered(s.reading(l))),
		}
	}}}
}

// holds is the container within the room for any, its entries so many cells
// wide and their lines so many apart.
func (s *tensor) holds(l lang.Lang, w, h, cell, pitch int) lab.Block {
	const room = 7 // rows that the cards take
	if s.kind == scalar {
		return lab.Room(w, h, word(lab.Strong(lab.Brief(s.picked()))))
	}
	if s.kind != stacked || h < room {
		return lab.Room(w, h, s.grid(l, s.matrix(), cell, pitch))
	}
	cards := lab.Cards{Front: int(s.layer) - 1, W: w, H: h}
	for k, m := range s.layers {
		g := s.grid(l, m, cell-2, 1)
		g.Rows, g.Cols = nil, nil
		if k != cards.Front {
			g.Lit = nil
		}
		cards.Blocks = append(cards.Blocks, g)
	}
	return cards
}

// grid is a matrix with the number pointed at lit, its rows and columns
// numbered where there is more than one.
func (s *tensor) grid(l lang.Lang, m nn.Matrix, cell, pitch int) lab.Matrix {
	i0, j0 := int(s.row)-1, int(s.col)-1
	names := func(n, at int, ko, en string) (out []lab.Cell) {
		for k := 0; k < n && n > 1; k++ {
			name := lab.In(theme.Faint, lang.Sprintf("%d"+ko, en+" %d", k+1).In(l))
			if k == at {
				name.Role = theme.Accent
			}
			out = append(out, name)
		}
		return out
	}
	return lab.Matrix{
		Rows: names(m.Rows, i0, "행", "row"), Cols: names(m.Cols, j0, "열", "col"),
		Entries: lab.Entries(m, lab.Brief), Cell: cell, Pitch: pitch, Lit: func(i, j int) bool { return i == i0 && j == j0 },
	}
}

// reading says what is shown and which number is pointed at.
func (s *tensor) reading(l lang.Lang) lab.Block {
	var ko, en []string
	for _, c := range s.Panel()[1:] {
		if c.On() {
			ko, en = append(ko, c.Say(lang.KO)+c.Label.KO), append(en, c.Label.EN+" "+c.Say(lang.EN))
		}
	}
	place := lang.T(strings.Join(ko, " "), strings.Join(en, ", "))
	sizes, count := s.shape()
	return lab.Lines{W: 34, Rows: [][]lab.Cell{
		{lab.Plain(lang.Sprintf("%s%s: 수 %d개", "%s%s, numbers: %d", sizes, containers()[s.kind].name.In(l), count).In(l))},
		{lab.Muted(place.In(l) + " → "), lab.Strong(s.Told("number", lab.Brief(s.picked())))},
	}}
}

// ladder lists the kinds with the number of indexes that each takes, the one
// that is shown marked.
func (s *tensor) ladder(l lang.Lang) lab.Block {
	t := lab.Table{}
	for i, kind := range []int{0, 1, 3, 4} {
		name, role := "  "+containers()[kind].name.In(l), theme.Muted
		if i == 1 {
			name = "  " + lang.T("벡터", "vector").In(l)
		}
		if i == containers()[s.kind].indexes {
			name, role = "→"+name[1:], theme.Accent
		}
		t.Rows = append(t.Rows, []lab.Cell{lab.In(role, name), lab.In(role, lang.Sprintf("번호 %d개", "indexes: %d", i).In(l))})
	}
	return lab.Exactly(t)
}
