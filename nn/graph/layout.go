package graph

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// layout is a drawing as it comes about.
type layout struct {
	layers [][]*spot
	spots  map[*Node]*spot
	nodes  []*Node
	edges  []path
}

// spot is something in a layer that takes room: a node, or a bend of an edge on
// its way through.
type spot struct {
	node     *Node // nil for a bend
	layer    int
	order    int // place in the layer, from 0
	y        float64
	from, to []*spot // neighbours in the layer before and in the one behind
}

// path is an edge with a spot in every layer.
type path struct {
	from, to *Node
	operand  int
	spots    []*spot
}

func newLayout(nodes []*Node) *layout {
	l := &layout{spots: make(map[*Node]*spot), nodes: nodes}
	for _, n := range nodes {
		layer := 0
		for _, operand := range n.visible() {
			layer = max(layer, l.spots[operand].layer+1)
		}
		l.spots[n] = l.add(&spot{node: n, layer: layer})
	}
	for _, n := range nodes {
		for i, operand := range n.Operands() {
			if slices.Contains(n.visible(), operand) {
				l.connect(operand, n, i)
			}
		}
	}
	return l
}

// add puts a spot at the end of its layer.
func (l *layout) add(s *spot) *spot {
	for len(l.layers) <= s.layer {
		l.layers = append(l.layers, nil)
	}
	s.order = len(l.layers[s.layer])
	l.layers[s.layer] = append(l.layers[s.layer], s)
	return s
}

// connect draws an edge, with a bend in every layer between.
func (l *layout) connect(from, to *Node, operand int) {
	last, target := l.spots[from], l.spots[to]
	p := path{from, to, operand, []*spot{last}}
	for last != target {
		next := target
		if last.layer+1 < target.layer {
			next = l.add(&spot{layer: last.layer + 1})
		}
		last.to, next.from = append(last.to, next), append(next.from, last)
		p.spots = append(p.spots, next)
		last = next
	}
	l.edges = append(l.edges, p)
}

// sweeps bounds the work of a start and of straighten: by then little moves.
const sweeps = 12

// uncross looks for an order of every layer in which few edges cross. A good
// order is found by small steps, and what they end in depends on where they
// start: so it starts from the order in which the nodes were made and, while
// edges cross, from some random ones, the more the smaller the graph is.
func (l *layout) uncross() {
	size := 0
	for _, layer := range l.layers {
		size += len(layer)
	}
	best, order := math.MaxInt, map[*spot]int(nil)
	random := rand.New(rand.NewPCG(1, 1)) // the same graph is drawn alike each time
	for start := 0; best > 0 && start < max(1, min(64, 2000/max(1, size))); start++ {
		for range sweeps {
			l.sweep(true)
			l.swap()
			if c := l.crossings(); c < best {
				best, order = c, l.order()
			}
			l.sweep(false)
		}
		for _, layer := range l.layers {
			random.Shuffle(len(layer), func(i, j int) { layer[i], layer[j] = layer[j], layer[i] })
			renumber(layer)
		}
	}
	for s, place := range order {
		s.order = place
	}
	for _, layer := range l.layers {
		slices.SortFunc(layer, func(a, b *spot) int { return a.order - b.order })
	}
}

// sweep orders one layer after another by its neighbours on the side that it
// comes from: those behind, from the last layer on, or those before.
func (l *layout) sweep(back bool) {
	for i := range l.layers {
		if back {
			i = len(l.layers) - 1 - i
		}
		l.sort(l.layers[i], back)
	}
}

func renumber(layer []*spot) {
	for i, s := range layer {
		s.order = i
	}
}

// swap exchanges neighbours in a layer as long as that undoes crossings.
func (l *layout) swap() {
	for swapped := true; swapped; {
		swapped = false
		for _, layer := range l.layers {
			for i := range layer[1:] {
				a, b := layer[i], layer[i+1]
				if between(a.from, b.from)+between(a.to, b.to) > between(b.from, a.from)+between(b.to, a.to) {
					layer[i], layer[i+1] = b, a
					a.order, b.order = i+1, i
					swapped = true
				}
			}
		}
	}
}

// between counts the crossings of the edges of two spots, the first above the
// second, with these neighbours on one side.
func between(first, second []*spot) int {
	count := 0
	for _, p := range first {
		for _, q := range second {
			if p.order > q.order {
				count++
			}
		}
	}
	return count
}

// sort orders a layer by the mean place of the neighbours on one side.
func (l *layout) sort(layer []*spot, back bool) {
	mean := make(map[*spot]float64)
	for _, s := range layer {
		mean[s] = average(s.side(back), float64(s.order), func(n *spot) float64 { return float64(n.order) })
	}
	slices.SortStableFunc(layer, func(a, b *spot) int { return cmp.Compare(mean[a], mean[b]) })
	renumber(layer)
}

// side returns the neighbours behind or before.
func (s *spot) side(back bool) []*spot {
	if back {
		return s.to
	}
	return s.from
}

// average returns the mean of f over the spots, or otherwise if there are none.
func average(spots []*spot, otherwise float64, f func(*spot) float64) float64 {
	if len(spots) == 0 {
		return otherwise
	}
	sum := 0.0
	for _, s := range spots {
		sum += f(s)
	}
	return sum / float64(len(spots))
}

func (l *layout) order() map[*spot]int {
	order := make(map[*spot]int)
	for _, layer := range l.layers {
		for _, s := range layer {
			order[s] = s.order
		}
	}
	return order
}

// crossings counts the pairs of edges that cross between two layers.
func (l *layout) crossings() int {
	count := 0
	for _, layer := range l.layers {
		for i, a := range layer {
			for _, b := range layer[i+1:] {
				count += between(a.to, b.to)
			}
		}
	}
	return count
}

// straighten moves every spot, within its order, towards the mean height of its
// neighbours, and the whole to 0.
func (l *layout) straighten() {
	for _, layer := range l.layers {
		for _, s := range layer {
			s.y = float64(s.order)
		}
	}
	for sweep := range sweeps {
		for i := range l.layers {
			back := sweep%2 == 0
			if back {
				i = len(l.layers) - 1 - i
			}
			settle(l.layers[i], back)
		}
	}
	top := math.Inf(1)
	for _, layer := range l.layers {
		top = min(top, layer[0].y)
	}
	for _, layer := range l.layers {
		for _, s := range layer {
			s.y -= top
		}
	}
}

// settle puts the spots of a layer as near to the mean height of their
// neighbours on one side as keeps them 1 apart: the least squares of the
// distances, found by pooling those that get in each other's way (Ayer et al.
// 1955).
func settle(layer []*spot, back bool) {
	type pool struct {
		sum   float64 // of the wishes, each less its place in the layer
		count int
	}
	var pools []pool
	mean := func(p pool) float64 { return p.sum / float64(p.count) }
	for i, s := range layer {
		wish := average(s.side(back), s.y, func(n *spot) float64 { return n.y })
		next := pool{wish - float64(i), 1}
		for len(pools) > 0 && mean(pools[len(pools)-1]) >= mean(next) {
			last := pools[len(pools)-1]
			next = pool{next.sum + last.sum, next.count + last.count}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, next)
	}
	i := 0
	for _, p := range pools {
		for range p.count {
			layer[i].y = mean(p) + float64(i)
			i++
		}
	}
}

// drawing returns what has come about.
func (l *layout) drawing(g *Graph) Drawing {
	d := Drawing{Layers: len(l.layers)}
	for _, n := range l.nodes {
		s := l.spots[n]
		d.Places = append(d.Places, Place{n, g.Label(n), s.layer, s.y})
	}
	for _, layer := range l.layers {
		d.Height = max(d.Height, layer[len(layer)-1].y)
	}
	for _, p := range l.edges {
		e := Edge{From: p.from, To: p.to, Operand: p.operand}
		for _, s := range p.spots {
			e.Y = append(e.Y, s.y)
		}
		d.Edges = append(d.Edges, e)
	}
	return d
}
