package overfitting

import (
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// way is a method against overfitting, as it is used on few digits.
type way struct {
	id     string
	name   lang.Text
	digits int
	epochs int
	held   bool // a quarter is held back, to stop early by
	hold   nn.Regularization
	alter  nn.Augmentation
}

const (
	fewDigits  = 300
	manyDigits = 1000
	digitRate  = 0.002
	digitBatch = 32
)

// ways are the methods of the lecture, before all of them nothing, and behind them
// what is often the best: more data.
func ways() []way {
	w := func(id, ko, en string) way { return way{id: id, name: lang.T(ko, en), digits: fewDigits, epochs: 60} }
	nothing, stop, drop := w("nothing", "아무것도 안 함", "nothing"), w("stop", "조기 종료", "early stopping"), w("dropout", "드롭아웃 0.5", "dropout 0.5")
	decay, norm, more := w("decay", "가중치 감소 0.001", "weight decay 0.001"), w("norm", "노름 ≤ 2", "norm ≤ 2"), w("more", "1,000장", "1,000 digits")
	augment := w("augment", "데이터 증강", "augmentation")
	stop.held = true
	drop.hold.Dropout, decay.hold.L2, norm.hold.MaxNorm = 0.5, 0.001, 2
	augment.alter = nn.Augmentation{Width: data.DigitSize, Height: data.DigitSize, Shift: 2, Rotate: 10}
	more.digits = manyDigits
	return []way{nothing, stop, drop, decay, norm, augment, more}
}

// digitNetwork is one of two hidden layers of ReLU units for digits.
func digitNetwork(seed uint64, hidden ...int) *nn.MLP {
	var layers []nn.Dense
	for _, units := range hidden {
		layers = append(layers, nn.Dense{Units: units, Activation: nn.ReLU})
	}
	n, err := nn.NewMLP(data.DigitSize*data.DigitSize, append(layers, nn.Dense{Units: 10, Activation: nn.Identity})...)
	if err != nil {
		panic(err) // every size is positive
	}
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	n.Init(nn.HeInit{}, seed)
	return n
}

// trainer begins a training by a method from the start of a seed.
func (w way) trainer(seed uint64) *nn.Trainer {
	digits, _ := data.Digits()
	train, held := digits.First(w.digits).Samples, nn.Samples{}
	c := nn.Config{
		Seed: seed, Batch: digitBatch, Epochs: w.epochs, Optimizer: nn.NewAdam(digitRate),
		Regularization: w.hold, Augmentation: w.alter,
	}
	if w.held {
		parts, err := digits.First(w.digits).Split(1, 0.75, 0.25)
		if err != nil {
			panic(err) // there are enough for both parts
		}
		train, held = parts[0].Samples, parts[1].Samples
		c.EarlyStopping = nn.EarlyStopping{Patience: 10}
	}
	t, err := nn.NewTrainer(digitNetwork(seed, 64, 64), train, held, c)
	if err != nil {
		panic(err) // a test trains by every method
	}
	return t
}

// accuracy is the share of the test digits that the network of a training names
// rightly: after early stopping that of its best epoch.
func accuracy(t *nn.Trainer) float64 {
	_, test := data.Digits()
	n, _ := kept(t)
	return nn.NewWorkspace(n, test.Len()).Evaluate(test.Samples, nn.JudgeOf(test.T)).Accuracy
}
