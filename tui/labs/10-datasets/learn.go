package datasets

import (
	"math"

	"hakseup/nn"
	"hakseup/nn/data"
)

// recipe is how the networks of this lecture are trained: one hidden layer of
// tanh units, whole batches, Adam.
type recipe struct{ units, epochs int }

const adamRate = 0.05

// learn trains a network with a start of the seed. Where that cannot be done it
// returns nil.
func (r recipe) learn(train data.Set, seed uint64) *nn.MLP {
	layers := []nn.Dense{{Units: train.Classes, Activation: nn.Identity}}
	if r.units > 0 {
		layers = append([]nn.Dense{{Units: r.units, Activation: nn.Tanh}}, layers...)
	}
	n, err := nn.NewMLP(train.X.Cols, layers...)
	if err != nil {
		return nil
	}
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	n.Init(nn.XavierInit{}, seed)
	t, err := nn.NewTrainer(n, train.Samples, nn.Samples{}, nn.Config{
		Seed: seed, Batch: nn.FullBatch, Epochs: r.epochs, Optimizer: nn.NewAdam(adamRate),
	})
	if err != nil {
		return nil
	}
	for !t.Done() {
		if t.Step(nn.ByEpoch) != nil {
			return nil
		}
	}
	return n
}

// accuracy is the share of a set that a network names rightly, NaN without one.
func accuracy(n *nn.MLP, s data.Set) float64 {
	if n == nil || s.Len() == 0 {
		return math.NaN()
	}
	return nn.NewWorkspace(n, s.Len()).Evaluate(s.Samples, nn.JudgeOf(s.T)).Accuracy
}

// moons draws two half moons with so much noise that nobody tells them apart
// without mistakes.
func moons(n int, noise float64, seed uint64) data.Set {
	s, _ := data.Moons.Draw(n, noise, seed) // the panels ask for no set that cannot be drawn
	return s
}
