package nn

import "fmt"

// Loss says how far the output y of a network is from the truth t.
type Loss uint8

// The losses of the course. Each is the loss of one sample; that of a batch is
// the mean over its samples.
const (
	SquaredErrorLoss       Loss = iota // ½ Σ (yₖ - tₖ)², the course's "MSE"
	MeanSquaredErrorLoss               // 1/n Σ (yₖ - tₖ)² over the n outputs, what libraries call MSE
	CrossEntropyLoss                   // -Σ tₖ ln yₖ, in nats: one class of several, after softmax
	BinaryCrossEntropyLoss             // -Σ (tₖ ln yₖ + (1-tₖ) ln(1-yₖ)), in nats: yes or no in each output, after sigmoid
)

var lossNames = [...]string{"squared-error", "mse", "cross-entropy", "binary-cross-entropy"}

// String returns the name that ParseLoss reads.
func (l Loss) String() string {
	if int(l) >= len(lossNames) {
		return fmt.Sprintf("loss(%d)", l)
	}
	return lossNames[l]
}

// ParseLoss finds a loss by its name.
func ParseLoss(name string) (Loss, error) {
	for i, n := range lossNames {
		if n == name {
			return Loss(i), nil
		}
	}
	return SquaredErrorLoss, fmt.Errorf("unknown loss %q: want one of %q", name, lossNames)
}

// At returns the loss of the output y against the truth t.
func (l Loss) At(y, t []float64) float64 {
	switch l {
	case MeanSquaredErrorLoss:
		return SquaredError(y, t) * (2 / float64(len(y)))
	case CrossEntropyLoss:
		return CrossEntropy(y, t)
	case BinaryCrossEntropyLoss:
		return BinaryCrossEntropy(y, t)
	}
	return SquaredError(y, t)
}

// Gradient stores ∂E/∂yₖ in dst, which may be y or t.
func (l Loss) Gradient(dst, y, t []float64) {
	switch l {
	case CrossEntropyLoss:
		CrossEntropyGradient(dst, y, t)
		return
	case BinaryCrossEntropyLoss:
		BinaryCrossEntropyGradient(dst, y, t)
		return
	case MeanSquaredErrorLoss:
		SquaredErrorGradient(dst, y, t)
		for k := range dst {
			dst[k] *= 2 / float64(len(dst))
		}
		return
	}
	SquaredErrorGradient(dst, y, t)
}
