package data_test

import (
	"math"
	"os"
	"testing"

	"hakseup/nn"
	"hakseup/nn/data"
)

func TestDigits(t *testing.T) {
	t.Parallel()
	train, test := data.Digits()
	must(t)(train, nil)
	must(t)(test, nil)
	if train.Len() != data.TrainDigits || test.Len() != data.TestDigits || train.X.Cols != data.DigitSize*data.DigitSize || train.T.Cols != 10 {
		t.Fatalf("%d and %d digits of %d pixels", train.Len(), test.Len(), train.X.Cols)
	}
	for _, s := range []data.Set{train, test} {
		for digit, count := range s.Counts() {
			if count != s.Len()/10 {
				t.Errorf("%d of %d digits are a %d", count, s.Len(), digit)
			}
		}
		for i := range s.Len() {
			if s.T.At(i, s.Labels[i]) != 1 {
				t.Fatalf("digit %d: %v", i, s.T.Row(i))
			}
			checkImage(t, s.X.Row(i))
		}
	}
	train.X.Data[0] = 7
	if again, _ := data.Digits(); again.X.Data[0] == 7 {
		t.Error("a caller's change reached the digits")
	}
	info, err := os.Stat("mnist/digits.flate")
	if err != nil || info.Size() > 400_000 {
		t.Errorf("the file takes %d bytes, %v", info.Size(), err)
	}
}

// checkImage wants shades of 1/15, and a digit that reaches from side to side or
// from top to bottom.
func checkImage(t *testing.T, pixels []float64) {
	t.Helper()
	const size = data.DigitSize
	top, left, bottom, right, ink := size, size, 0, 0, 0.0
	for i, v := range pixels {
		if v < 0 || v > 1 || math.Abs(15*v-math.Round(15*v)) > 1e-12 {
			t.Fatalf("a pixel of shade %v", v)
		}
		if v > 0 {
			top, bottom = min(top, i/size), max(bottom, i/size+1)
			left, right = min(left, i%size), max(right, i%size+1)
		}
		ink += v
	}
	if max(bottom-top, right-left) < size-1 || ink < 10 || ink > 250 {
		t.Errorf("a digit of %dx%d pixels, with %v of ink", right-left, bottom-top, ink)
	}
}

// accuracy trains a network and returns its share of right answers on the test
// set.
func accuracy(t *testing.T, train, test data.Set, loss nn.Loss, epochs, batch int, layers ...nn.Dense) float64 {
	t.Helper()
	n, err := nn.NewMLP(train.X.Cols, layers...)
	if err != nil {
		t.Fatal(err)
	}
	n.Loss, n.Softmax = loss, loss == nn.CrossEntropyLoss
	n.Init(nn.XavierInit{}, 1)
	trainer, err := nn.NewTrainer(n, train.Samples, nn.Samples{}, nn.Config{
		Seed: 1, Batch: batch, Epochs: epochs, Optimizer: nn.NewAdam(0.01),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := trainer.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	return nn.NewWorkspace(n, 64).Evaluate(test.Samples, nn.JudgeOf(test.T)).Accuracy
}

func TestDigitsCanBeLearned(t *testing.T) {
	t.Parallel()
	train, test := data.Digits()
	got := accuracy(t, train, test, nn.CrossEntropyLoss, 10, 50,
		nn.Dense{Units: 64, Activation: nn.ReLU}, nn.Dense{Units: 10, Activation: nn.Identity})
	if got < 0.9 {
		t.Errorf("accuracy %v on the test digits", got)
	}
	t.Logf("accuracy %v", got)
}

func BenchmarkDigits(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		data.Digits()
	}
}
