package nn

// Record is what is known of a training at the end of an epoch.
type Record struct {
	Epoch int `json:"epoch"` // how many have gone by: 0 is before the first step
	// Train and Validation are measured with the weights at the end of the
	// epoch, without dropout and augmentation, and without the penalties of
	// L2 and L1. A set that was not measured, or is empty, has 0 Samples.
	Train      Metrics `json:"train,omitzero"`
	Validation Metrics `json:"validation,omitzero"`
	// Running is the mean loss of the epoch's samples as each batch found
	// them, with dropout and augmentation; 0 in epoch 0.
	Running float64 `json:"running,omitempty"`
}

// Running returns the mean loss of the samples of every complete epoch as each
// batch found them: entry 0 is that of the first epoch. It is the loss curve
// that costs nothing. The slice is the trainer's own, for reading.
func (t *Trainer) Running() []float64 { return t.running }

// History returns the records that were made: those that Config.Every asks for,
// and, with early stopping, one for every epoch, in which the validation set at
// least is measured. The slice is the trainer's own, for reading.
func (t *Trainer) History() []Record { return t.history }

// Now measures the network as it is, also in the middle of an epoch, on both
// sets; once, until it changes. A loss may be NaN or infinite after a step
// whose damage no batch has met with yet. It changes nothing in the training.
func (t *Trainer) Now() Record {
	t.measureTrain()
	t.measureValidation()
	return t.recordOf(t.measured.train, t.measured.validation)
}

func (t *Trainer) recordOf(train, validation Metrics) Record {
	r := Record{Epoch: t.epoch, Train: train, Validation: validation}
	if t.epoch > 0 {
		r.Running = t.running[t.epoch-1]
	}
	return r
}

func (t *Trainer) measureTrain() {
	if t.measured.train.Samples == 0 {
		t.measured.train = t.work.Evaluate(t.setup.train, t.setup.judge)
		t.spent += len(t.net.Params) * t.setup.train.Len()
	}
}

func (t *Trainer) measureValidation() {
	if t.measured.validation.Samples == 0 && t.setup.validation.Len() > 0 {
		t.measured.validation = t.work.Evaluate(t.setup.validation, t.setup.judge)
		t.spent += len(t.net.Params) * t.setup.validation.Len()
	}
}

// finishEpoch begins the next epoch. It returns what has diverged, or "".
func (t *Trainer) finishEpoch() string {
	mean := t.sum / float64(t.done)
	if !finite(mean) {
		return "running loss"
	}
	t.running = append(t.running, mean)
	t.epoch++
	t.begin, t.done, t.sum = t.step, 0, 0
	return t.record()
}

// record adds to the history what is wanted at the end of an epoch, or at the
// start. It returns what has diverged, or "".
func (t *Trainer) record() string {
	c := &t.setup.Config
	due, stopping := c.Every > 0 && (t.epoch%c.Every == 0 || t.epoch == c.Epochs), c.EarlyStopping.Patience > 0
	if !due && !stopping {
		return ""
	}
	var r Record
	if at := len(t.history); at < len(t.known) {
		r = t.known[at]
	} else {
		t.measureValidation()
		if due {
			t.measureTrain()
		}
		r = t.recordOf(t.measured.train, t.measured.validation)
	}
	switch {
	case !(r.Train.Loss <= t.limit):
		return "training loss"
	case !finite(r.Validation.Loss):
		return "validation loss"
	}
	t.history = append(t.history, r)
	if stopping && !t.watch.stopped && t.watch.observe(c.EarlyStopping, r.Epoch, c.EarlyStopping.On.of(r.Validation)) {
		t.best = append(t.best[:0], t.net.Params...)
	}
	return ""
}
