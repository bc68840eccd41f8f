package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// lecture10 returns the exercises on data sets.
func lecture10() []exercises.Exercise {
	return []exercises.Exercise{
		iterationsPerEpoch(), updatesInAll(), splitSizes(), foldSizes(), unevenFolds(),
		whichSet(), foldSpread(), howSure(), findLeak(), twins(), pipelineOrder(),
	}
}

// feeding is a training set that is fed in batches.
type feeding struct{ Samples, Batch, Epochs int }

func (f feeding) iterations() int { return (f.Samples + f.Batch - 1) / f.Batch }
func (f feeding) last() int       { return f.Samples - (f.iterations()-1)*f.Batch }

// drawFeeding draws a set that is no multiple of its batch.
func drawFeeding(r *rand.Rand) feeding {
	for {
		f := feeding{100 * (2 + r.IntN(12)), int(among(r, 16, 24, 32, 48, 64)), 5 * (2 + r.IntN(5))}
		if f.Samples%f.Batch != 0 && f.last() != f.iterations() {
			return f
		}
	}
}

func iterationsPerEpoch() exercises.Exercise {
	return exercises.Template("10/iterations", lang.T("한 에폭의 반복", "Iterations in an epoch"), feeding{500, 32, 1}, drawFeeding, buildIterations,
		slices.Concat(
			exercises.Accepts("n", "16"),
			exercises.Catches("n", "floor", "15"),
			exercises.Catches("n", "divided", "15.6", "15.625"),
			exercises.Catches("n", "batch-size", "32"),
			exercises.Refuses("n", "여러 번"),
			exercises.Accepts("last", "20"),
			exercises.Catches("last", "whole", "32"),
			exercises.Catches("last", "missing", "12"),
			exercises.Refuses("last", ""),
		)...)
}

func buildIterations(f feeding) exercises.Variant {
	n, last := f.iterations(), f.last()
	ratio := float64(f.Samples) / float64(f.Batch)
	return exercises.Variant{
		Statement: lang.Sprintf("훈련 데이터가 %[1]d개, 배치 크기가 %[2]d예요. 남는 샘플도 작은 배치 하나로 먹여요. 한 에폭은 반복 몇 번이고, 마지막 배치에는 샘플이 몇 개 있나요?",
			"There are %[1]d training samples and a batch has %[2]d. What is left over makes a smaller batch. How many iterations has an epoch, and how many samples are in its last batch?", f.Samples, f.Batch),
		Parts: []exercises.Part{
			exercises.Number("n", lang.T("한 에폭의 반복", "iterations in an epoch"), lang.T("샘플의 수를 배치 크기로 나누고, 남는 것이 있으면 하나를 더해요.", "Divide the samples by the batch size, and count one more for what is left."),
				exercises.Right(exercises.Exactly(n), spoken("가득 찬 배치 %[1]d개와 남은 샘플 %[2]d개의 배치 하나예요.", "That is %[1]d full batches and one of the %[2]d samples that are left.", n-1, last)),
				exercises.Mistaken("floor", exercises.Exactly(n-1), spoken("가득 찬 배치만 세셨어요. 남은 샘플 %[1]d개도 한 번 먹여요.", "Those are the full batches. The %[1]d samples that are left are fed, too.", last)),
				exercises.Mistaken("divided", exercises.To(1, exercises.From(ratio)), lang.T("나눈 값 그대로예요. 반복은 셀 수 있는 횟수라 올림해요.", "That is the quotient. Iterations are counted, so round it up.")),
				exercises.Mistaken("batch-size", exercises.Exactly(f.Batch), lang.T("배치 크기예요. 반복은 배치의 수예요.", "That is the size of a batch. An iteration is one batch: count them."))),
			exercises.Number("last", lang.T("마지막 배치의 샘플", "samples in the last batch"), lang.T("가득 찬 배치들을 빼고 남은 샘플을 세요.", "Take the full batches away and count what is left."),
				exercises.Right(exercises.Exactly(last), lang.T("작은 배치의 기울기는 다른 배치보다 더 흔들려요.", "The gradient of a smaller batch is noisier than that of the others.")),
				exercises.Mistaken("whole", exercises.Exactly(f.Batch), lang.T("가득 찬 배치의 크기예요. 마지막에는 남은 샘플만 있어요.", "That is a full batch. The last one holds only what is left.")),
				exercises.Mistaken("missing", exercises.Exactly(f.Batch-last), lang.T("배치를 채우려면 모자란 수예요. 남아 있는 수를 적어요.", "That many are missing for a full one. How many are there?"))),
		},
		Hints: []lang.Text{
			spoken("$%[1]d / %[2]d$[을/를] 몫과 나머지로 나눠 보세요.", "Divide %[1]d by %[2]d with a remainder.", f.Samples, f.Batch),
			spoken("몫은 %[1]d, 나머지는 %[2]d[이에요/예요].", "The quotient is %[1]d, the remainder %[2]d.", n-1, last),
		},
		Solution: spoken("$$ %[1]d = %[2]d \\cdot %[3]d + %[4]d $$\n\n그래서 반복은 $%[3]d + 1 = %[5]d$번이고, 마지막 배치에는 %[4]d개가 있어요.",
			"$$ %[1]d = %[2]d \\cdot %[3]d + %[4]d $$\n\nSo there are $%[3]d + 1 = %[5]d$ iterations, and %[4]d samples in the last.", f.Samples, f.Batch, n-1, last, n),
	}
}

func updatesInAll() exercises.Exercise {
	return exercises.Template("10/updates", lang.T("가중치를 몇 번 고칠까", "How often the weights change"), feeding{1000, 64, 20}, drawFeeding, buildUpdates,
		slices.Concat(
			exercises.Accepts("n", "320"),
			exercises.Catches("n", "floor", "300"),
			exercises.Catches("n", "divided-at-last", "313", "312.5"),
			exercises.Catches("n", "one-epoch", "16"),
			exercises.Catches("n", "samples", "20000"),
			exercises.Refuses("n", "많이"),
		)...)
}

func buildUpdates(f feeding) exercises.Variant {
	each := f.iterations()
	whole := f.Samples * f.Epochs
	return exercises.Variant{
		Statement: lang.Sprintf("훈련 데이터 %[1]d개를 배치 크기 %[2]d로 %[3]d에폭 동안 배워요. 남는 샘플도 작은 배치로 먹여요. 가중치는 모두 몇 번 고쳐지나요?",
			"A network learns from %[1]d samples in batches of %[2]d for %[3]d epochs. What is left over makes a smaller batch. How many times do the weights change in all?", f.Samples, f.Batch, f.Epochs),
		Parts: []exercises.Part{exercises.Number("n", lang.T("고친 횟수", "changes of the weights"), lang.T("한 에폭의 반복을 먼저 구하고, 에폭 수를 곱해요.", "Find the iterations of an epoch first, then multiply by the epochs."),
			exercises.Right(exercises.Exactly(each*f.Epochs), spoken("반복마다 한 번, 에폭마다 %[1]d번이에요.", "Once an iteration, %[1]d times an epoch.", each)),
			exercises.Mistaken("floor", exercises.Exactly((each-1)*f.Epochs), lang.T("에폭마다 남는 샘플의 배치를 빼셨어요. 그 배치로도 한 번 고쳐요.", "That leaves out the smaller batch of every epoch. It changes the weights as well.")),
			exercises.Mistaken("divided-at-last", exercises.Exactly((whole+f.Batch-1)/f.Batch), lang.T("에폭을 모두 이어 붙여 나누셨어요. 배치는 에폭마다 새로 나눠요.", "That divides all epochs at once. Batches are dealt anew in each epoch.")),
			exercises.Mistaken("divided-at-last", exercises.To(1, exercises.From(float64(whole)/float64(f.Batch))), lang.T("에폭을 모두 이어 붙여 나누셨어요. 배치는 에폭마다 새로 나눠요.", "That divides all epochs at once. Batches are dealt anew in each epoch.")),
			exercises.Mistaken("one-epoch", exercises.Exactly(each), lang.T("한 에폭의 반복이에요. 에폭 수를 곱해요.", "Those are the iterations of one epoch. Multiply by the epochs.")),
			exercises.Mistaken("samples", exercises.Exactly(whole), lang.T("샘플을 본 횟수예요. 가중치는 배치마다 한 번 고쳐요.", "That many times a sample was seen. The weights change once a batch.")))},
		Hints: []lang.Text{
			lang.T("가중치는 배치 하나에 한 번 고쳐요.", "The weights change once for every batch."),
			spoken("한 에폭은 배치 %[1]d개예요.", "An epoch has %[1]d batches.", each),
		},
		Solution: lang.Sprintf("$$ %[1]d \\cdot %[2]d = %[3]d $$", "$$ %[1]d \\cdot %[2]d = %[3]d $$", each, f.Epochs, each*f.Epochs),
	}
}

// percentages is a set that is split into three, in percent.
type percentages struct{ Samples, Train, Validation int }

func (s percentages) sizes() []float64 {
	train, validation := s.Samples*s.Train/100, s.Samples*s.Validation/100
	return []float64{float64(train), float64(validation), float64(s.Samples - train - validation)}
}

func splitSizes() exercises.Exercise {
	draw := func(r *rand.Rand) percentages {
		train := int(among(r, 60, 70, 80))
		return percentages{50 * (8 + r.IntN(40)), train, int(among(r, 10, 20))}
	}
	return exercises.Template("10/split", lang.T("세 데이터로 나누기", "Splitting into three"), percentages{1250, 80, 10}, draw, buildSplit,
		slices.Concat(
			exercises.Accepts("sizes", "1000, 125, 125"),
			exercises.Catches("sizes", "of-the-rest", "1000, 25, 225"),
			exercises.Catches("sizes", "percent", "80, 10, 10"),
			exercises.Catches("sizes", "", "1000, 100, 150"),
			exercises.Refuses("sizes", "1000"),
		)...)
}

func buildSplit(s percentages) exercises.Variant {
	want := s.sizes()
	rest := float64(s.Samples) - want[0]
	ofRest := []float64{want[0], tidy(rest * float64(s.Validation) / 100), tidy(rest * float64(100-s.Validation) / 100)}
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(want), lang.T("비율은 모두 전체에 대한 것이라 셋을 더하면 전체예요.", "All shares are of the whole, so the three add up to it.")),
		exercises.Mistaken("percent", exercises.Exactly([]float64{float64(s.Train), float64(s.Validation), float64(100 - s.Train - s.Validation)}), lang.T("비율을 적으셨어요. 샘플의 수를 적어요.", "Those are the shares. How many samples are that?")),
		exercises.Mistaken("of-the-rest", exercises.Exactly(ofRest), lang.T("훈련 데이터를 떼고 남은 것에서 비율을 구하셨어요. 비율은 모두 전체에 대한 것이에요.", "That takes the second share of what was left. All shares are of the whole.")),
	}
	return exercises.Variant{
		Statement: lang.Sprintf("샘플 %[1]d개를 훈련 %[2]d%%, 검증 %[3]d%%, 나머지는 테스트 데이터로 나눠요. 샘플의 수를 이 순서로 적으세요.",
			"Split %[1]d samples into %[2]d%% training, %[3]d%% validation and the rest for the test set. Write the numbers of samples in this order.", s.Samples, s.Train, s.Validation),
		Parts: []exercises.Part{exercises.Vector("sizes", 3, lang.T("훈련, 검증, 테스트", "training, validation, test"), lang.T("전체에 비율을 곱해요. 셋을 더하면 전체가 돼야 해요.", "Multiply the whole by each share. The three have to add up to the whole."), rules...)},
		Hints: []lang.Text{
			lang.Sprintf("훈련 데이터는 $%[1]d \\cdot 0.%[2]d$이에요.", "The training set is $%[1]d \\cdot 0.%[2]d$.", s.Samples, s.Train/10),
			lang.T("테스트 데이터는 전체에서 둘을 뺀 것이에요.", "The test set is what remains of the whole."),
		},
		Solution: spoken("훈련 %[1]s, 검증 %[2]s, 테스트 %[3]s개예요.", "%[1]s to train, %[2]s to validate, %[3]s to test.", num(want[0]), num(want[1]), num(want[2])),
	}
}
