package lab

import (
	"math"
	"slices"

	"hakseup/nn"
	"hakseup/tui/plot"
)

// lossField is the loss of a network on its training set over two of its
// parameters, the others as they are: worked out at some places, and between them
// on a smooth surface.
type lossField struct {
	net     *nn.MLP // a copy
	work    *nn.Workspace
	params  []float64 // of which the field is made
	samples nn.Samples
	x, y    int // which parameters
	xs, ys  plot.Range
	size    int       // places on a side
	loss    []float64 // row by row, from the left lower place
	low     int       // the place of the least loss
	high    float64
	heights [fineSide * fineSide]float64 // of the surface
}

// fineSide is the points on a side of the surface.
const fineSide = 49

// sizeFor is how many places on a side there are to a field: as many as can be
// worked out within a part of a frame.
func sizeFor(params, samples int) int {
	const (
		most, least = 33, 9
		perFrame    = 15_000_000 // about multiplications
		perSample   = 100        // what the loss of a sample takes besides those of the weights
	)
	return max(least, min(int(math.Sqrt(float64(perFrame)/float64(samples*(params+perSample)))), most))
}

// of works the field out, unless it is the one that there is.
func (f *lossField) of(n *nn.MLP, s nn.Samples, x, y int, xs, ys plot.Range) {
	if f.is(n, s) && f.x == x && f.y == y && f.xs == xs && f.ys == ys {
		return
	}
	const fullSpeed = 64
	if f.net == nil || f.net.String() != n.String() {
		f.net = n.Clone()
		f.work = nn.NewWorkspace(f.net, fullSpeed)
	}
	for i := range f.net.Layers {
		f.net.Layers[i].Activation = n.Layers[i].Activation
	}
	f.net.Loss, f.net.Softmax = n.Loss, n.Softmax
	copy(f.net.Params, n.Params)
	f.params = append(f.params[:0], n.Params...)
	f.samples, f.x, f.y, f.xs, f.ys = s, x, y, xs, ys
	f.size = sizeFor(len(n.Params), s.Len())
	f.loss = slices.Grow(f.loss[:0], f.size*f.size)[:f.size*f.size]
	f.low, f.high = 0, 0
	for i := range f.loss {
		f.net.Params[x], f.net.Params[y] = f.at(i, f.size)
		loss := f.work.Loss(s.X, s.T)
		if !(loss < math.MaxFloat64) {
			loss = math.MaxFloat64
		}
		f.loss[i] = loss
		if loss < f.loss[f.low] {
			f.low = i
		}
		f.high = max(f.high, loss)
	}
	f.smooth()
}

// is reports whether the field is that of a network and samples.
func (f *lossField) is(n *nn.MLP, s nn.Samples) bool {
	return f.net != nil && f.samples.Len() == s.Len() && &f.samples.X.Data[0] == &s.X.Data[0] &&
		f.net.Loss == n.Loss && f.net.String() == n.String() && slices.Equal(f.params, n.Params)
}

// at returns the two parameters at a place of a grid with so many on a side.
func (f *lossField) at(i, side int) (x, y float64) {
	along := func(r plot.Range, k int) float64 { return r.Min + (r.Max-r.Min)*float64(k)/float64(side-1) }
	return along(f.xs, i%side), along(f.ys, i/side)
}

// decades reports whether the losses are so different that only their logarithms
// can be told apart.
func (f *lossField) decades() bool { return f.high >= 10*f.loss[f.low] && f.loss[f.low] > 0 }

// height is a loss as the field shows it: 0 for the least, 1 for the largest.
func (f *lossField) height(loss float64) float64 {
	low, high := f.loss[f.low], f.high
	if f.decades() {
		loss, low, high = math.Log(loss), math.Log(low), math.Log(high)
	}
	if high <= low {
		return 0
	}
	return (loss - low) / (high - low)
}

// smooth lays a surface through the places, after Catmull and Rom 1974.
func (f *lossField) smooth() {
	high := make([]float64, len(f.loss))
	for i, v := range f.loss {
		high[i] = f.height(v)
	}
	for i := range f.heights {
		k, u := split(i%fineSide, f.size)
		j, v := split(i/fineSide, f.size)
		across, down := catmullRom(u), catmullRom(v)
		sum := 0.0
		for b, q := range down {
			row := max(0, min(j+b-1, f.size-1)) * f.size
			for a, p := range across {
				sum += q * p * high[row+max(0, min(k+a-1, f.size-1))]
			}
		}
		f.heights[i] = max(0, min(1, sum))
	}
}

// split returns between which of the places on a side a point of the surface is,
// and how far.
func split(point, size int) (k int, part float64) {
	at := float64(point*(size-1)) / (fineSide - 1)
	k = min(int(at), size-2)
	return k, at - float64(k)
}

// catmullRom are the shares of four places in a row in what is between the second
// and the third.
func catmullRom(t float64) [4]float64 {
	return [4]float64{
		t * (t*(2-t) - 1) / 2,
		(t*t*(3*t-5) + 2) / 2,
		t * (t*(4-3*t) + 1) / 2,
		t * t * (t - 1) / 2,
	}
}

// over is the height at any values of the two parameters.
func (f *lossField) over(x, y float64) float64 {
	along := func(r plot.Range, v float64) (k int, part float64) {
		at := max(0, min(1, (v-r.Min)/(r.Max-r.Min))) * (fineSide - 1)
		k = min(int(at), fineSide-2)
		return k, at - float64(k)
	}
	i, u := along(f.xs, x)
	j, v := along(f.ys, y)
	h := f.heights[j*fineSide+i:]
	return (h[0]*(1-u)+h[1]*u)*(1-v) + (h[fineSide]*(1-u)+h[fineSide+1]*u)*v
}

// levels are round losses between the least and the largest.
func (f *lossField) levels() []float64 {
	const most = 6
	low, high := f.loss[f.low], f.high
	var out []float64
	if !f.decades() {
		step := roundUp((high - low) / most)
		for k := math.Floor(low/step) + 1; k*step < high && len(out) < most; k++ {
			out = append(out, k*step)
		}
		return out
	}
	for _, factors := range [][]float64{{1, 2, 5}, {1, 3}, {1}} {
		out = out[:0]
		for e := math.Floor(math.Log10(low)); e <= math.Log10(high); e++ {
			for _, m := range factors {
				if v := m * math.Pow(10, e); v > low && v < high {
					out = append(out, v)
				}
			}
		}
		if len(out) <= most {
			break
		}
	}
	return out[max(0, len(out)-2*most):]
}

// segments calls draw with the pieces of the line on which the loss is level.
func (f *lossField) segments(level float64, draw func(x0, y0, x1, y1 float64)) {
	at := f.height(level)
	for i := range (fineSide - 1) * fineSide {
		if i%fineSide == fineSide-1 {
			continue
		}
		var xs, ys [4]float64
		n, around := 0, [...]int{i, i + 1, i + fineSide + 1, i + fineSide}
		for k, from := range around {
			to := around[(k+1)%len(around)]
			a, b := f.heights[from]-at, f.heights[to]-at
			if a >= 0 == (b >= 0) {
				continue
			}
			x0, y0 := f.at(from, fineSide)
			x1, y1 := f.at(to, fineSide)
			part := a / (a - b)
			xs[n], ys[n] = x0+part*(x1-x0), y0+part*(y1-y0)
			n++
		}
		for k := 0; k+1 < n; k += 2 {
			draw(xs[k], ys[k], xs[k+1], ys[k+1])
		}
	}
}
