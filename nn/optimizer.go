package nn

// Optimizer changes the parameters of a network, or of anything else, so that
// the loss whose gradients it is given falls. Parameters and gradients lie in
// flat slices of the same length, as MLP.Params does.
//
// The optimizers are plain structs: hyper-parameters and what they remember
// from step to step are fields. In their formulas w is a parameter, g its
// gradient, ε the learning rate; every operation is entry by entry.
type Optimizer interface {
	// Step makes one update of params, in place. Its first call sets the
	// optimizer's memory aside; later ones allocate nothing and take as many
	// parameters as the first. NaN and Inf are calculated with, not caught.
	Step(params, grads []float64)
	// LearningRate points to ε, which may be changed between steps.
	LearningRate() *float64
	// Check says which hyper-parameter is out of its range, or that the optimizer
	// remembers steps of another number of parameters than that.
	Check(params int) error
	// Reset forgets every step. The hyper-parameters stay.
	Reset()
	// Clone returns a copy that shares no memory with the optimizer.
	Clone() Optimizer
	// CopyFrom makes the optimizer equal to another of the same type. It
	// allocates nothing when it has room from earlier steps.
	CopyFrom(from Optimizer)
}

// OptimizerKind is an optimizer by its name.
type OptimizerKind struct {
	Name string
	Rate float64 // the learning rate that libraries start from
	New  func(rate float64) Optimizer
}

// OptimizerKinds lists the optimizers in the order of the course.
func OptimizerKinds() []OptimizerKind {
	return []OptimizerKind{
		{"sgd", 0.01, func(rate float64) Optimizer { return NewSGD(rate) }},
		{"momentum", 0.01, func(rate float64) Optimizer { return NewMomentum(rate) }},
		{"handout-momentum", 0.01, func(rate float64) Optimizer { return NewHandoutMomentum(rate) }},
		{"printed-momentum", 0.01, func(rate float64) Optimizer { return NewPrintedMomentum(rate) }},
		{"nesterov", 0.01, func(rate float64) Optimizer { return NewNesterov(rate) }},
		{"adagrad", 0.01, func(rate float64) Optimizer { return NewAdagrad(rate) }},
		{"rmsprop", 0.01, func(rate float64) Optimizer { return NewRMSProp(rate) }},
		{"adadelta", 1, func(rate float64) Optimizer { return NewAdadelta(rate) }},
		{"adam", 0.001, func(rate float64) Optimizer { return NewAdam(rate) }},
		{"adamw", 0.001, func(rate float64) Optimizer { return NewAdamW(rate) }},
		{"radam", 0.001, func(rate float64) Optimizer { return NewRAdam(rate) }},
	}
}

// memory returns v with one entry per parameter, all 0 when v is empty.
func memory(v []float64, params int) []float64 {
	switch {
	case len(v) == params:
		return v
	case len(v) == 0 && cap(v) >= params:
		v = v[:params]
		clear(v)
		return v
	case len(v) == 0:
		return make([]float64, params)
	}
	panic("nn: an optimizer got another number of parameters than before")
}

// refill makes dst equal to src, in the memory of dst if there is enough.
func refill(dst, src []float64) []float64 { return append(dst[:0], src...) }

// ofKind is what CopyFrom copies from.
func ofKind[T Optimizer](from Optimizer) T {
	o, ok := from.(T)
	if !ok {
		panic("nn: an optimizer can be made equal to one of its own type only")
	}
	return o
}
