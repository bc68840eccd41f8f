package nn_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"hakseup/nn"
)

// network returns a network with seeded parameters.
func network(t *testing.T, r *rand.Rand, inputs int, layers ...nn.Dense) *nn.MLP {
	t.Helper()
	n, err := nn.NewMLP(inputs, layers...)
	if err != nil {
		t.Fatal(err)
	}
	copy(n.Params, draw(r, len(n.Params), 0.7))
	return n
}

// goldenNet is one network of testdata/mlp.json.
type goldenNet struct {
	Sizes         []int         `json:"sizes"`
	Activation    string        `json:"activation"`
	Weights       [][][]float64 `json:"weights_out_by_in"`
	Biases        [][]float64   `json:"biases"`
	Inputs        [][]float64   `json:"inputs"`
	Labels        []int         `json:"labels"`
	L2            float64       `json:"l2_lambda_weights_only"`
	Scores        [][]float64   `json:"scores"`
	Probabilities [][]float64   `json:"probabilities"`
	CrossEntropy  float64       `json:"mean_cross_entropy_nats"`
	LossWithL2    float64       `json:"loss_with_l2"`
	GradWeights   [][][]float64 `json:"grad_weights"`
	GradBiases    [][]float64   `json:"grad_biases"`
}

func readGolden(t *testing.T) []goldenNet {
	t.Helper()
	text, err := os.ReadFile("testdata/mlp.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden struct {
		Rows []goldenNet `json:"rows"`
	}
	if err := json.Unmarshal(text, &golden); err != nil {
		t.Fatal(err)
	}
	if len(golden.Rows) == 0 {
		t.Fatal("no golden networks")
	}
	return golden.Rows
}

// flatten lays the parameters of a golden network out as MLP.Params.
func flatten(weights [][][]float64, biases [][]float64) []float64 {
	var flat []float64
	for i := range weights {
		flat = append(append(flat, slices.Concat(weights[i]...)...), biases[i]...)
	}
	return flat
}

func (g goldenNet) build(t *testing.T) (net *nn.MLP, x, truth nn.Matrix) {
	t.Helper()
	f, err := nn.ParseActivation(g.Activation)
	if err != nil {
		t.Fatal(err)
	}
	last := len(g.Sizes) - 1
	var layers []nn.Dense
	for _, units := range g.Sizes[1:last] {
		layers = append(layers, nn.Dense{Units: units, Activation: f})
	}
	net, err = nn.NewMLP(g.Sizes[0], append(layers, nn.Dense{Units: g.Sizes[last]})...)
	if err != nil {
		t.Fatal(err)
	}
	net.Softmax, net.Loss = true, nn.CrossEntropyLoss
	copy(net.Params, flatten(g.Weights, g.Biases))
	x = nn.NewMatrix(len(g.Inputs), g.Sizes[0], slices.Concat(g.Inputs...)...)
	truth = nn.NewMatrix(len(g.Inputs), g.Sizes[last])
	for i, label := range g.Labels {
		truth.Set(i, label, 1)
	}
	return net, x, truth
}

// golden is the tolerance against PyTorch's values: twelve digits, on every
// machine. AMD64 and ARM64 both keep within 3e-14, though not with the same last
// digits: package math has an exp of its own for each, and ARM64 rounds x*y + z
// once. What has to be the same to the last bit everywhere, the kernels and
// wholePower, is written with math.FMA and float64(x*y), and compared exactly.
const golden = 1e-12

func TestGoldenNetworks(t *testing.T) {
	t.Parallel()
	for _, g := range readGolden(t) {
		net, x, truth := g.build(t)
		if err := net.Check(x, truth); err != nil {
			t.Fatal(err)
		}
		want := flatten(g.GradWeights, g.GradBiases)

		tr, sum, gradient := net.NewTrace(), 0.0, make([]float64, len(net.Params))
		for i := range x.Rows {
			net.Forward(tr, x.Row(i))
			net.Backward(tr, truth.Row(i))
			near(t, "scores", tr.Layers[len(tr.Layers)-1].Z, g.Scores[i], golden)
			near(t, "probabilities", tr.Y, g.Probabilities[i], golden)
			sum += tr.Loss
			accumulate(gradient, net, tr, 1/float64(x.Rows))
		}
		near(t, "loss", []float64{sum / float64(x.Rows)}, []float64{g.CrossEntropy}, golden)

		w := nn.NewWorkspace(net, x.Rows)
		y := nn.NewMatrix(x.Rows, net.Out())
		w.Forward(y, x)
		near(t, "probabilities of the batch", y.Data, slices.Concat(g.Probabilities...), golden)
		loss := w.Gradient(x, truth, nil)
		near(t, "loss of the batch", []float64{loss, w.Loss(x, truth)}, []float64{g.CrossEntropy, g.CrossEntropy}, golden)

		decay := nn.Regularization{L2: g.L2}
		loss += decay.Penalty(net)
		decay.AddGradient(net.Views(gradient), net)
		decay.AddGradient(net.Views(w.Grads), net)
		near(t, "loss with L2", []float64{loss}, []float64{g.LossWithL2}, golden)
		near(t, "gradient of the traces", gradient, want, golden)
		near(t, "gradient of the batch", w.Grads, want, golden)
	}
}

// accumulate adds the gradient of a trace, times share, to a flat one.
func accumulate(flat []float64, net *nn.MLP, tr *nn.Trace, share float64) {
	for i, view := range net.Views(flat) {
		for j, v := range tr.Layers[i].Grad.W.Data {
			view.W.Data[j] += share * v
		}
		for j, v := range tr.Layers[i].Grad.B {
			view.B[j] += share * v
		}
	}
}

// Every activation before every ending, by differences: a batch of samples,
// some of them twice, in any order.
func TestGradientsAgainstDifferences(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, f := range activations() {
		for _, softmax := range []bool{false, true} {
			losses, last := []nn.Loss{nn.SquaredErrorLoss, nn.MeanSquaredErrorLoss, nn.BinaryCrossEntropyLoss}, nn.Sigmoid
			if softmax {
				losses[2], last = nn.CrossEntropyLoss, f
			}
			for _, loss := range losses {
				net := network(t, r, 3, nn.Dense{Units: 5, Activation: f}, nn.Dense{Units: 4, Activation: f}, nn.Dense{Units: 3, Activation: last})
				net.Softmax, net.Loss = softmax, loss
				checkGradients(t, r, net)
			}
		}
		net := network(t, r, 2, nn.Dense{Units: 3, Activation: f}, nn.Dense{Units: 1, Activation: f})
		checkGradients(t, r, net)
	}
}

func checkGradients(t *testing.T, r *rand.Rand, net *nn.MLP) {
	t.Helper()
	const samples = 7
	x, truth := nn.NewMatrix(samples, net.In(), draw(r, samples*net.In(), 1)...), nn.NewMatrix(samples, net.Out())
	for i := range samples {
		copy(truth.Row(i), softmax(draw(r, net.Out(), 1), 1))
	}
	if err := net.Check(x, truth); err != nil {
		t.Fatal(err)
	}
	rows := []int{2, 6, 0, 0, 5}
	tr := net.NewTrace()
	mean := func([]float64) float64 {
		sum := 0.0
		for _, i := range rows {
			net.Forward(tr, x.Row(i))
			net.Backward(tr, truth.Row(i))
			sum += tr.Loss
		}
		return sum / float64(len(rows))
	}
	w := nn.NewWorkspace(net, samples)
	w.Gradient(x, truth, nil) // leaves something behind that must not show
	near(t, net.String()+" loss", []float64{w.Gradient(x, truth, rows)}, []float64{mean(nil)}, 1e-14)
	sum := make([]float64, len(net.Params))
	for _, i := range rows {
		net.Forward(tr, x.Row(i))
		net.Backward(tr, truth.Row(i))
		accumulate(sum, net, tr, 1/float64(len(rows)))
	}
	near(t, "batch against traces", w.Grads, sum, 1e-14)
	near(t, "batch against differences", w.Grads, nn.NumericGradient(mean, net.Params, step), tolerance)

	alone := func(x []float64) float64 {
		net.Forward(tr, x)
		net.Backward(tr, truth.Row(0))
		return tr.Loss
	}
	alone(x.Row(0))
	near(t, "∂E/∂x", slices.Clone(tr.DX), nn.NumericGradient(alone, x.Row(0), step), tolerance)
}

// A mask takes units out: the network learns as if they were not there.
func TestMaskedGradient(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, f := range activations() {
		net := network(t, r, 2, nn.Dense{Units: 3, Activation: f}, nn.Dense{Units: 4, Activation: f}, nn.Dense{Units: 2})
		net.Softmax, net.Loss = true, nn.CrossEntropyLoss
		x, truth := nn.NewMatrix(1, 2, draw(r, 2, 1)...), nn.NewMatrix(1, 2, 1, 0)
		masks := []nn.Matrix{nn.NewMatrix(1, 3, 0, 2, 2), nn.NewMatrix(1, 4, 2, 0, 2, 0)}
		loss := func([]float64) float64 {
			z := x.Row(0)
			for i, layer := range net.Layers {
				a := make([]float64, layer.Out())
				layer.Forward(a, z)
				layer.Activation.Forward(a, a)
				if i < len(masks) {
					for k, factor := range masks[i].Row(0) {
						a[k] *= factor
					}
				}
				z = a
			}
			return nn.SoftmaxCrossEntropy(z, truth.Row(0))
		}
		w := nn.NewWorkspace(net, 3)
		plain := w.Loss(x, truth)
		for i, m := range masks {
			w.SetMask(i, m)
		}
		near(t, "masked loss", []float64{w.Gradient(x, truth, nil)}, []float64{loss(nil)}, 1e-14)
		near(t, "masked gradient", w.Grads, nn.NumericGradient(loss, net.Params, step), tolerance)
		same(t, "loss without the masks", w.Loss(x, truth), plain)
		w.ClearMasks()
		near(t, "loss after ClearMasks", []float64{w.Gradient(x, truth, nil)}, []float64{plain}, 1e-15)
	}
}

// More samples than room, and a remainder at the end.
func TestForwardInPieces(t *testing.T) {
	t.Parallel()
	r := seeded()
	net := network(t, r, 2, nn.Dense{Units: 5, Activation: nn.Tanh}, nn.Dense{Units: 3})
	net.Softmax, net.Loss = true, nn.CrossEntropyLoss
	const samples = 23
	x, y, truth := nn.NewMatrix(samples, 2, draw(r, 2*samples, 1)...), nn.NewMatrix(samples, 3), nn.NewMatrix(samples, 3)
	sum, tr, first := 0.0, net.NewTrace(), nn.Matrix{}
	for i := range samples {
		truth.Set(i, i%3, 1)
		net.Forward(tr, x.Row(i))
		net.Backward(tr, truth.Row(i))
		sum += tr.Loss
	}
	for _, room := range []int{1, 4, 10, 23, 64} {
		w := nn.NewWorkspace(net, room)
		w.Forward(y, x)
		if first.Data == nil {
			first = nn.NewMatrix(samples, 3, slices.Clone(y.Data)...)
		}
		near(t, "output in other company", y.Data, first.Data, 0)
		for i := range samples {
			near(t, "output", y.Row(i), net.Forward(tr, x.Row(i)), 1e-14)
		}
		near(t, "mean loss", []float64{w.Loss(x, truth)}, []float64{sum / samples}, 1e-14)
	}
}

func TestMLPErrors(t *testing.T) {
	t.Parallel()
	if _, err := nn.NewMLP(0, nn.Dense{Units: 1}); err == nil || !strings.Contains(err.Error(), "at least 1 input, not 0") {
		t.Error(err)
	}
	if _, err := nn.NewMLP(2); err == nil || !strings.Contains(err.Error(), "at least 1 layer") {
		t.Error(err)
	}
	if _, err := nn.NewMLP(2, nn.Dense{Units: 3}, nn.Dense{Units: -1}); err == nil || !strings.Contains(err.Error(), "layer 2 needs at least 1 unit, not -1") {
		t.Error(err)
	}
	net := network(t, seeded(), 2, nn.Dense{Units: 3, Activation: nn.Tanh}, nn.Dense{Units: 2, Activation: nn.Tanh})
	for _, c := range []struct {
		x, t    nn.Matrix
		loss    nn.Loss
		softmax bool
		want    string
	}{
		{nn.NewMatrix(0, 2), nn.NewMatrix(0, 2), nn.SquaredErrorLoss, false, "no samples"},
		{nn.NewMatrix(3, 2), nn.NewMatrix(4, 2), nn.SquaredErrorLoss, false, "3 samples and 4 truths"},
		{nn.NewMatrix(3, 1), nn.NewMatrix(3, 2), nn.SquaredErrorLoss, false, "2-3-2 network takes 2 inputs, and the samples are 3x1"},
		{nn.NewMatrix(3, 2), nn.NewMatrix(3, 1), nn.SquaredErrorLoss, false, "2-3-2 network gives 2 outputs, and the truths are 3x1"},
		{nn.NewMatrix(1, 2, 0, nan), nn.NewMatrix(1, 2), nn.SquaredErrorLoss, false, "samples hold NaN in row 1, column 2"},
		{nn.NewMatrix(1, 2), nn.NewMatrix(1, 2, -inf, 0), nn.SquaredErrorLoss, false, "truths hold -Inf in row 1, column 1"},
		{nn.NewMatrix(1, 2), nn.NewMatrix(1, 2, 1, 0), nn.CrossEntropyLoss, false, "outputs of sigmoid go with binary-cross-entropy"},
		{nn.NewMatrix(1, 2), nn.NewMatrix(1, 2, 1, 0), nn.BinaryCrossEntropyLoss, false, "needs sigmoid"},
		{nn.NewMatrix(1, 2), nn.NewMatrix(1, 2, 1, 0), nn.BinaryCrossEntropyLoss, true, "without softmax"},
		{nn.NewMatrix(1, 2), nn.NewMatrix(1, 2, 1, 1), nn.CrossEntropyLoss, true, "row 1 sum to 2"},
		{nn.NewMatrix(1, 2), nn.NewMatrix(1, 2, -1, 2), nn.CrossEntropyLoss, true, "-1 in row 1, column 1"},
	} {
		net.Loss, net.Softmax = c.loss, c.softmax
		if err := net.Check(c.x, c.t); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
	yes := network(t, seeded(), 1, nn.Dense{Units: 1, Activation: nn.Sigmoid})
	yes.Loss = nn.BinaryCrossEntropyLoss
	if err := yes.Check(nn.NewMatrix(2, 1), nn.NewMatrix(2, 1, 0, 1.5)); err == nil || !strings.Contains(err.Error(), "1.5 in row 2, column 1") {
		t.Errorf("error %v", err)
	}
	yes.Loss = nn.CrossEntropyLoss
	if err := yes.Check(nn.NewMatrix(2, 1), nn.NewMatrix(2, 1, 0, 1)); err == nil || !strings.Contains(err.Error(), "binary-cross-entropy") {
		t.Errorf("cross entropy of a sigmoid: error %v", err)
	}
	x, truth := nn.NewMatrix(3, 2), nn.NewMatrix(3, 2)
	panics(t, "room for at least one sample", func() { nn.NewWorkspace(net, 0) })
	panics(t, "empty, or larger", func() { nn.NewWorkspace(net, 2).Gradient(x, truth, nil) })
	panics(t, "empty, or larger", func() { nn.NewWorkspace(net, 2).Gradient(x, truth, []int{}) })
	panics(t, "lengths do not match", func() { nn.NewWorkspace(net, 3).Gradient(truth, nn.NewMatrix(3, 1), nil) })
	masked := nn.NewWorkspace(net, 3)
	panics(t, "mask is empty, or larger", func() { masked.SetMask(0, nn.NewMatrix(4, 3)) })
	panics(t, "lengths do not match", func() { masked.SetMask(0, nn.NewMatrix(3, 2)) })
	masked.SetMask(0, nn.NewMatrix(2, 3))
	panics(t, "lengths do not match", func() { masked.Gradient(x, truth, nil) })
	panics(t, "lengths do not match", func() { net.Views(make([]float64, len(net.Params)+1)) })
}

func TestCloneSharesNothing(t *testing.T) {
	t.Parallel()
	net := network(t, seeded(), 2, nn.Dense{Units: 3, Activation: nn.Tanh}, nn.Dense{Units: 1})
	c := net.Clone()
	if !slices.Equal(net.Params, c.Params) || c.String() != "2-3-1" {
		t.Fatalf("the copy differs: %v", c)
	}
	c.Layers[0].W.Set(0, 0, math.Pi)
	if net.Params[0] == math.Pi || c.Params[0] != math.Pi {
		t.Error("the copy's layers do not look at the copy's parameters")
	}
}

func TestLossNames(t *testing.T) {
	t.Parallel()
	for _, l := range []nn.Loss{nn.SquaredErrorLoss, nn.MeanSquaredErrorLoss, nn.CrossEntropyLoss, nn.BinaryCrossEntropyLoss} {
		if got, err := nn.ParseLoss(l.String()); err != nil || got != l {
			t.Errorf("%v is read as %v, %v", l, got, err)
		}
	}
	if _, err := nn.ParseLoss("hinge"); err == nil {
		t.Error("an unknown name is accepted")
	}
	if got := nn.Loss(200).String(); got != "loss(200)" {
		t.Errorf("an unknown loss is called %q", got)
	}
}

// A training step allocates nothing.
func TestGradientAllocatesNothing(t *testing.T) {
	r := seeded()
	net := network(t, r, 2, nn.Dense{Units: 8, Activation: nn.Tanh}, nn.Dense{Units: 2, Activation: nn.ReLU})
	net.Softmax, net.Loss = true, nn.CrossEntropyLoss
	x, truth, y := nn.NewMatrix(5, 2, draw(r, 10, 1)...), nn.NewMatrix(5, 2), nn.NewMatrix(5, 2)
	mask := nn.NewMatrix(3, 8, draw(r, 24, 1)...)
	w, tr, rows := nn.NewWorkspace(net, 4), net.NewTrace(), []int{3, 1, 4}
	w.SetMask(0, mask)
	if got := testing.AllocsPerRun(10, func() {
		w.SetMask(0, mask)
		w.Gradient(x, truth, rows)
		w.Forward(y, x)
		w.Loss(x, truth)
		net.Forward(tr, x.Row(0))
		net.Backward(tr, truth.Row(0))
	}); got != 0 {
		t.Errorf("%v allocations", got)
	}
}
