package exercises

// Sample is an answer to one part of the variant of seed 0 and what must
// become of it. The other parts count as answered rightly. Accepts, Catches
// and Refuses make several at once; join them by slices.Concat.
type Sample struct {
	Part    string
	Input   string // as typed
	Outcome Outcome
	Mistake string // id of the known mistake, if any
}

// Accepts returns samples that are right.
func Accepts(part string, inputs ...string) []Sample {
	return samples(Sample{Part: part, Outcome: Correct}, inputs)
}

// Catches returns samples that are wrong by a known mistake, or, with the
// mistake "", for no reason that is known.
func Catches(part, mistake string, inputs ...string) []Sample {
	return samples(Sample{Part: part, Outcome: Wrong, Mistake: mistake}, inputs)
}

// Refuses returns samples that cannot be read and are not graded.
func Refuses(part string, inputs ...string) []Sample {
	return samples(Sample{Part: part, Outcome: Ungraded}, inputs)
}

func samples(like Sample, inputs []string) []Sample {
	out := make([]Sample, len(inputs))
	for i, input := range inputs {
		out[i] = like
		out[i].Input = input
	}
	return out
}
