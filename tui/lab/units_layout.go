package lab

import (
	"hakseup/nn"
	"hakseup/tui/plot"
)

// thumb is the size of a picture of a unit in cells, and the rows between two of
// them at least. Without any its lowest half row stays empty.
type thumb struct{ w, h, gap int }

// thumbs lists the sizes, the largest first.
func thumbs() []thumb { return []thumb{{6, 3, 1}, {6, 3, 0}, {4, 2, 1}, {4, 2, 0}, {2, 1, 0}} }

// unitsLayout is where the units of a network stand.
type unitsLayout struct {
	thumb

	head   int   // rows of names above
	cols   []int // of the pictures, by layer
	labels []int // columns of the names left of them, by layer
	rows   int   // for units
	sizes  []int // units of each layer, inputs first
}

const (
	usualGap = 4 // columns between layers at least
	tightGap = 2 // where there is no room
	wideGap  = 22
)

// layUnits finds the largest pictures for which there is room.
func layUnits(n *nn.MLP, names []string, w, h int) unitsLayout {
	lay := unitsLayout{sizes: sizesOf(n), rows: max(1, h-1)}
	const headed = 11
	if h >= headed {
		lay.head = 1
		lay.rows--
	}
	most := 0
	for _, s := range lay.sizes {
		most = max(most, s)
	}
	for layer := range lay.sizes {
		width := 0
		for unit := range lay.sizes[layer] {
			width = max(width, plot.Width(labelOf(n, names, layer, unit)))
		}
		lay.labels = append(lay.labels, width)
	}
	between := len(lay.sizes) - 1
	for _, t := range thumbs() {
		lay.thumb = t
		if most*(t.h+t.gap)-t.gap <= lay.rows && lay.width()+between*usualGap <= w {
			break
		}
	}
	if lay.width()+between*tightGap > w {
		clear(lay.labels)
	}
	gap := max(0, min((w-lay.width())/between, wideGap))
	at := max(0, (w-lay.width()-between*gap)/2)
	for _, label := range lay.labels {
		lay.cols = append(lay.cols, at+label)
		at += label + lay.w + gap
	}
	return lay
}

// sizesOf lists the units of each layer, inputs first.
func sizesOf(n *nn.MLP) []int {
	sizes := []int{n.In()}
	for _, l := range n.Layers {
		sizes = append(sizes, l.Out())
	}
	return sizes
}

// labelOf is the name of a unit within its layer.
func labelOf(n *nn.MLP, names []string, layer, unit int) string {
	if layer == 0 || layer == len(n.Layers) {
		return unitName(n, names, layer, unit)
	}
	return Brief(float64(unit + 1))
}

// width is that of all layers, without what is between them.
func (lay unitsLayout) width() int {
	w := len(lay.sizes) * lay.w
	for _, label := range lay.labels {
		w += label
	}
	return w
}

// shown is how many units of a layer there is room for: if not for all, a row
// tells how many are left out.
func (lay unitsLayout) shown(layer int) int {
	fit := (lay.rows + lay.gap) / (lay.h + lay.gap)
	if lay.sizes[layer] <= fit {
		return lay.sizes[layer]
	}
	return max(1, fit-1)
}

// row is where a unit begins. One more than there are is where the rest is told.
func (lay unitsLayout) row(layer, unit int) int {
	n := lay.shown(layer)
	if n < lay.sizes[layer] {
		n++
	}
	gap := 0
	if n > 1 {
		gap = min((lay.rows-n*lay.h)/(n-1), 2*lay.h+2)
	}
	return lay.head + (lay.rows-n*lay.h-(n-1)*gap)/2 + unit*(lay.h+gap)
}

// ends are where the line of a weight begins and ends, in dots.
func (lay unitsLayout) ends(p Parameter) (x0, y0, x1, y1 float64) {
	middle := func(layer, unit int) float64 { return float64(4*lay.row(layer, unit)+2*lay.h) - 1 }
	x0, y0 = float64(2*(lay.cols[p.Layer]+lay.w)+1), middle(p.Layer, max(0, p.From))
	x1, y1 = float64(2*(lay.cols[p.Layer+1]-lay.labels[p.Layer+1])-2), middle(p.Layer+1, p.To)
	return x0, y0, x1, y1
}

// has reports whether the line of a weight is in the picture.
func (lay unitsLayout) has(p Parameter) bool {
	return p.From < lay.shown(p.Layer) && p.To < lay.shown(p.Layer+1)
}
