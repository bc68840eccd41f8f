package nn

// Probe takes the samples in the rows of x through the network and keeps what
// every unit answers, for Unit. It panics when there is no sample, or when there
// are more than the workspace has room for.
func (w *Workspace) Probe(x Matrix) {
	if x.Rows < 1 || x.Rows > w.rows {
		panic("nn: there is nothing to probe with, or more than the workspace has room for")
	}
	w.forward(x, nil, x.Rows, false)
	for s := range x.Rows {
		w.score(w.y, s)
		w.answer(w.y)
		for k, v := range w.y {
			w.scores[k*w.lanes+s] = v
		}
	}
	w.probed = x.Rows
}

// Unit returns what a unit of a layer, both counted from 0, has answered to each
// sample of the last Probe: its activation, and in the last layer the output of
// the network. It holds until the workspace is used again.
func (w *Workspace) Unit(layer, unit int) []float64 {
	from := unit * w.lanes
	return w.stages[layer].z[from : from+w.probed]
}
