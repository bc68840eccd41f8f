package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// asked are the questions of which each of the three sets answers one: an index
// into those of each set.
type asked struct{ Train, Validation, Test, Subject int }

// subject names what a network of these exercises learns.
func subject(i int) lang.Text {
	return []lang.Text{
		lang.T("고양이와 개의 사진 3,000장", "3,000 photos of cats and dogs"), lang.T("손글씨 숫자 5,000장", "5,000 handwritten digits"),
		lang.T("환자 800명의 검사 수치", "the test results of 800 patients"), lang.T("집 1,200채의 값 기록", "the prices of 1,200 houses"),
	}[i]
}

func whichSet() exercises.Exercise {
	draw := func(r *rand.Rand) asked { return asked{r.IntN(3), r.IntN(3), r.IntN(3), r.IntN(4)} }
	return exercises.Template("10/which-set", lang.T("어느 데이터가 답할까", "Which set answers"), asked{}, draw, buildWhichSet,
		slices.Concat(
			exercises.Accepts("learn", "1", "훈련 데이터"),
			exercises.Catches("learn", "validation", "2"),
			exercises.Refuses("learn", ""),
			exercises.Accepts("choose", "2"),
			exercises.Catches("choose", "training", "1"),
			exercises.Catches("choose", "test", "3"),
			exercises.Refuses("choose", "0"),
			exercises.Accepts("report", "3"),
			exercises.Catches("report", "validation", "2"),
			exercises.Refuses("report", "4"),
		)...)
}

func buildWhichSet(p asked) exercises.Variant {
	train, validation, test := lang.T("훈련 데이터", "training set"), lang.T("검증 데이터", "validation set"), lang.T("테스트 데이터", "test set")
	learn := [3]lang.Text{
		lang.T("가중치를 어느 쪽으로 고칠까요?", "Which way should the weights move?"),
		lang.T("입력을 맞출 평균과 표준편차는 무엇으로 구할까요?", "From what are the mean and deviation for scaling computed?"),
		lang.T("기울기는 무엇으로 구할까요?", "From what is the gradient computed?"),
	}[p.Train]
	choose := [3]lang.Text{
		lang.T("몇 에폭에서 멈출까요?", "At which epoch should it stop?"),
		lang.T("은닉 유닛을 8개로 할까요, 16개로 할까요?", "Should it have 8 hidden units or 16?"),
		lang.T("학습률 0.1과 0.01 가운데 무엇이 나을까요?", "Is the learning rate 0.1 better than 0.01?"),
	}[p.Validation]
	report := [3]lang.Text{
		lang.T("보고서에는 정확도를 얼마라고 적을까요?", "Which accuracy goes into the report?"),
		lang.T("처음 보는 데이터에서는 얼마나 맞힐까요?", "How well will it do on data that nobody has seen?"),
		lang.T("다 고른 신경망이 실제로 쓸 만할까요?", "Is the network that was chosen fit for use?"),
	}[p.Test]
	return exercises.Variant{
		Statement: lang.Sprintf("%[1]s, 이 데이터를 셋으로 나누었어요. 질문마다 답해 줄 데이터를 하나씩 고르세요.", "Split into three sets: %[2]s. Choose the set that answers each question.", subject(p.Subject).KO, subject(p.Subject).EN),
		Parts: []exercises.Part{
			exercises.Choose("learn", learn,
				exercises.Yes(train, lang.T("배우는 데 쓰는 것은 훈련 데이터뿐이에요.", "Learning uses the training set alone.")),
				exercises.No("validation", validation, lang.T("검증 데이터로 배우면 더는 확인에 쓸 수 없어요.", "What is learned from can no longer check.")),
				exercises.No("test", test, lang.T("테스트 데이터는 마지막까지 닫아 둬요.", "The test set stays closed to the end."))),
			exercises.Choose("choose", choose,
				exercises.No("training", train, lang.T("훈련 데이터에서는 오래, 크게, 외울수록 좋아 보여요.", "On the training set longer, larger and memorizing look best.")),
				exercises.Yes(validation, lang.T("배우지 않은 데이터로 견주되, 마지막 시험은 남겨 둬요.", "It compares on what was not learned and keeps the last exam closed.")),
				exercises.No("test", test, lang.T("테스트로 고르면 그 점수는 더 이상 공정하지 않아요.", "What was chosen by the test set has a score that is no longer fair."))),
			exercises.Choose("report", report,
				exercises.No("training", train, lang.T("외운 것을 다시 묻는 셈이에요.", "That asks for what was memorized.")),
				exercises.No("validation", validation, lang.T("검증 데이터에서 가장 좋은 것을 골랐으니 그 점수는 부풀어 있어요.", "The best on the validation set was chosen, so its score is inflated.")),
				exercises.Yes(test, lang.T("아무것도 고르지 않은 데이터라서 믿을 수 있어요.", "Nothing was chosen by it, so it can be believed."))),
		},
		Hints: []lang.Text{
			lang.T("배우기, 고르기, 마지막 시험의 순서를 떠올려 보세요.", "Think of learning, choosing and the last exam, in this order."),
			lang.T("셋은 저마다 다른 데이터가 맡아요.", "Each of the three has a set of its own."),
		},
		Solution: lang.T("배우기는 훈련 데이터, 고르기는 검증 데이터, 마지막 보고는 테스트 데이터예요.", "Learning: training set. Choosing: validation set. Reporting: test set."),
	}
}

// suspects are pipelines of which one leaks.
type suspects struct{ Leak, Turn, Subject int }

func findLeak() exercises.Exercise {
	draw := func(r *rand.Rand) suspects { return suspects{r.IntN(4), r.IntN(4), r.IntN(4)} }
	return exercises.Template("10/find-leak", lang.T("새는 곳 찾기", "Find the leak"), suspects{}, draw, buildFindLeak,
		slices.Concat(
			exercises.Accepts("leak", "1"),
			exercises.Catches("leak", "training-scale", "2"),
			exercises.Catches("leak", "training-augment", "3"),
			exercises.Catches("leak", "validation-stop", "4"),
			exercises.Refuses("leak", "5"),
		)...)
}

func buildFindLeak(p suspects) exercises.Variant {
	leak := [4][2]lang.Text{
		{
			lang.T("전체의 평균과 표준편차로 맞춘 다음 나눴어요", "It scaled by the mean and deviation of all data, then split"),
			lang.T("테스트 데이터의 평균과 표준편차가 훈련에 섞여 들어갔어요.", "The mean and deviation of the test set came into the training."),
		},
		{
			lang.T("사진을 조금씩 돌려 세 배로 늘린 다음 나눴어요", "It made three turned copies of every photo, then split"),
			lang.T("같은 사진의 사본이 훈련과 테스트 양쪽에 있어요.", "Copies of one photo are on both sides."),
		},
		{
			lang.T("테스트 정확도가 가장 높은 에폭의 가중치를 골랐어요", "It kept the weights of the epoch that did best on the test set"),
			lang.T("고르는 데 테스트 데이터를 썼어요. 그 점수는 부풀어 있어요.", "The test set did the choosing, so its score is inflated."),
		},
		{
			lang.T("정답과 가장 비슷하게 움직이는 특징 5개를 모든 데이터에서 고른 다음 나눴어요", "It chose the 5 features that go best with the labels in all data, then split"),
			lang.T("테스트 데이터의 정답이 특징을 고르는 데 쓰였어요.", "The labels of the test set helped to choose the features."),
		},
	}[p.Leak]
	options := []exercises.Option{
		exercises.Yes(leak[0], leak[1]),
		exercises.No("training-scale", lang.T("나눈 다음, 훈련 데이터의 평균과 표준편차로 셋을 모두 맞췄어요", "After the split, all three were scaled by the mean and deviation of the training set"),
			lang.T("훈련 데이터만 보고 정했으니 새지 않아요. 같은 값을 셋에 쓰는 것이 맞아요.", "Only the training set was looked at. Using its figures for all three is right.")),
		exercises.No("training-augment", lang.T("나눈 다음, 훈련 데이터만 조금씩 바꿔 늘렸어요", "After the split, only the training set was augmented"),
			lang.T("사본이 훈련 데이터 안에만 있어서 새지 않아요.", "The copies stay within the training set.")),
		exercises.No("validation-stop", lang.T("검증 손실이 더 줄지 않을 때 멈췄어요", "It stopped when the validation loss no longer fell"),
			lang.T("그러라고 있는 것이 검증 데이터예요. 테스트 데이터는 닫혀 있어요.", "That is what the validation set is for. The test set stays closed.")),
	}
	return exercises.Variant{
		Statement: lang.Sprintf("%[1]s, 이 데이터로 네 사람이 저마다 이렇게 했어요. 테스트 데이터가 새는 것은 무엇인가요?", "Four people let a network learn from %[2]s, in four ways. Whose test set leaks?", subject(p.Subject).KO, subject(p.Subject).EN),
		Parts:     []exercises.Part{exercises.Choose("leak", lang.T("새는 것", "the leak"), turned(p.Turn, options...)...)},
		Hints: []lang.Text{
			lang.T("나누기 앞에 무엇을 했는지 보세요.", "Look at what was done before the split."),
			lang.T("무엇을 보고 정했는지도 보세요. 테스트 데이터를 보았나요?", "And at what decided. Was it the test set?"),
		},
		Solution: leak[1],
	}
}

// doubled are points of which each was copied once before the split.
type doubled struct{ Points, Percent int }

func twins() exercises.Exercise {
	draw := func(r *rand.Rand) doubled { return doubled{50 * (1 + r.IntN(6)), int(among(r, 10, 20, 30, 40))} }
	return exercises.Template("10/twins", lang.T("쌍둥이", "Twins"), doubled{100, 20}, draw, buildTwins,
		slices.Concat(
			exercises.Accepts("share", "0.8", "0.80", "0.804"),
			exercises.Catches("share", "test-share", "0.2"),
			exercises.Catches("share", "half", "0.5"),
			exercises.Catches("share", "whole", "160"),
			exercises.Refuses("share", "대부분"),
		)...)
}

func buildTwins(p doubled) exercises.Variant {
	rows := 2 * p.Points
	test := rows * p.Percent / 100
	share := float64(rows-test) / float64(rows-1)
	apart := float64(100-p.Percent) / 100
	return exercises.Variant{
		Statement: spoken("점 %[1]d개를 하나씩 복사해 %[2]d개로 만든 다음, 섞어서 %[3]d%%를 테스트 데이터로 떼었어요. 테스트 데이터의 점 가운데 그 사본이 훈련 데이터에 있는 것은 평균 얼마의 비율인가요? 0과 1 사이의 수를 소수 둘째 자리까지 적으세요.",
			"%[1]d points were copied once each, which makes %[2]d. Then they were shuffled and %[3]d%% became the test set. Of the points in the test set, which share has its copy in the training set, on average? Give a number from 0 to 1, to two decimals.", p.Points, rows, p.Percent),
		Parts: []exercises.Part{exercises.Number("share", lang.T("비율", "share"), lang.T("테스트 점 하나를 붙들고 생각해 보세요. 그 사본은 어디에 있을까요?", "Take one point of the test set. Where may its copy be?"),
			rightTelling(exercises.To(2, exercises.From(share), exercises.From(apart)), lang.T("시험 문제의 대부분을 미리 본 셈이에요.", "Most of the exam has been seen before.")),
			exercises.Mistaken("test-share", exercises.Exactly(float64(p.Percent)/100), lang.T("사본까지 테스트에 있을 비율이에요. 나머지는 훈련에 있어요.", "That is the share whose copy is in the test set, too. The rest is in the training set.")),
			exercises.Mistaken("half", exercises.Exactly(0.5), lang.T("훈련과 테스트의 크기가 다르니 반반이 아니에요.", "The two sets are not equally large, so it is not one half.")),
			exercises.Mistaken("whole", exercises.Exactly(rows-test), lang.T("훈련 데이터의 점의 수예요. 사본이 있을 수 있는 곳의 수로 나눠요.", "Those are the points of the training set. Divide by the places where the copy may be.")))},
		Hints: []lang.Text{
			lang.Sprintf("테스트 점 하나의 사본은 나머지 %[1]d개 가운데 하나예요.", "The copy of a test point is one of the other %[1]d.", rows-1),
			lang.Sprintf("그 가운데 훈련 데이터는 %[1]d개예요.", "Of these, %[1]d are the training set.", rows-test),
		},
		Solution: lang.Sprintf("$$ \\frac{%[1]d}{%[2]d} \\approx %[3]s $$", "$$ \\frac{%[1]d}{%[2]d} \\approx %[3]s $$", rows-test, rows-1, dec(share, 2)),
	}
}

// shown is the order in which the steps of a pipeline are shown: indices into
// pipelineSteps.
type shown struct {
	Steps   []int
	Subject int
}

// The steps, in a right order.
const (
	stepSplit = iota
	stepScale
	stepAugment
	stepTrain
	stepChoose
	stepTest
)

func pipelineSteps() []lang.Text {
	return []lang.Text{
		lang.T("훈련·검증·테스트 데이터로 나누기", "split into training, validation and test set"),
		lang.T("평균과 표준편차를 구해 입력을 맞추기", "compute mean and deviation, scale the inputs"),
		lang.T("샘플을 조금씩 바꿔 늘리기", "augment the samples"),
		lang.T("여러 신경망을 훈련하기", "train several networks"),
		lang.T("가장 나은 신경망을 고르기", "choose the best network"),
		lang.T("테스트 데이터로 한 번 재기", "measure once on the test set"),
	}
}

func pipelineOrder() exercises.Exercise {
	draw := func(r *rand.Rand) shown {
		for {
			if p := (shown{r.Perm(6), r.IntN(4)}); !p.sound(answer.Picks{At: []int{0, 1, 2, 3, 4, 5}}) {
				return p
			}
		}
	}
	return exercises.Template("10/pipeline", lang.T("가위는 어디에", "Where the scissors go"), shown{Steps: []int{stepScale, stepTest, stepAugment, stepTrain, stepSplit, stepChoose}}, draw, buildPipeline,
		slices.Concat(
			exercises.Accepts("order", "5 1 3 4 6 2", "5 3 1 4 6 2"),
			exercises.Catches("order", "scale-first", "1 5 3 4 6 2"),
			exercises.Catches("order", "augment-first", "3 5 1 4 6 2"),
			exercises.Catches("order", "test-chooses", "5 1 3 4 2 6"),
			exercises.Catches("order", "nothing-to-choose", "5 1 3 6 4 2"),
			exercises.Catches("order", "", "5 1 4 3 6 2"),
			exercises.Refuses("order", "1 2 3", "1 1 2 3 4 5"),
		)...)
}

// before reports whether an order puts a step before another.
func (p shown) before(got answer.Value, first, second int) bool {
	picks, _ := got.(answer.Picks) // the part asks for nothing else
	at := func(step int) int {
		return slices.IndexFunc(picks.At, func(i int) bool { return p.Steps[i] == step })
	}
	return at(first) < at(second)
}

// sound reports whether nothing leaks in an order and every step has what it
// needs. Scaling and augmenting may change places.
func (p shown) sound(got answer.Value) bool {
	return p.before(got, stepSplit, stepScale) && p.before(got, stepSplit, stepAugment) &&
		p.before(got, stepScale, stepTrain) && p.before(got, stepAugment, stepTrain) &&
		p.before(got, stepTrain, stepChoose) && p.before(got, stepChoose, stepTest)
}

func buildPipeline(p shown) exercises.Variant {
	var items []lang.Text
	for _, step := range p.Steps {
		items = append(items, pipelineSteps()[step])
	}
	kind := answer.Order{Items: items}
	example := answer.Picks{Options: items, Ordered: true}
	for step := range p.Steps {
		example.At = append(example.At, slices.Index(p.Steps, step))
	}
	swapped := func(first, second int) func(answer.Value) bool {
		return func(got answer.Value) bool { return p.before(got, first, second) }
	}
	return exercises.Variant{
		Statement: lang.Sprintf("%[1]s에서 보고서에 적을 정확도까지, 아무것도 새지 않게 여섯 단계를 순서대로 놓으세요.", "From %[2]s to the accuracy in the report: put the six steps in an order in which nothing leaks.", subject(p.Subject).KO, subject(p.Subject).EN),
		Parts: []exercises.Part{{
			ID: "order", Label: lang.T("순서", "order"), Kind: kind,
			Wrong: lang.T("단계마다 필요한 것이 앞에 있는지 보세요. 배우려면 맞춘 입력과 늘린 데이터가 있어야 해요.", "See that every step has what it needs: learning takes the scaled inputs and the augmented data."),
			Rules: []exercises.Rule{
				{Outcome: exercises.Correct, Want: exercises.Is(example), Match: p.sound, Feedback: lang.T("가위가 먼저예요. 나눈 다음에 하는 일은 모두 훈련 데이터만 보고 정해요.", "The scissors come first. All that follows is decided by the training set alone.")},
				exercises.Fails("scale-first", swapped(stepScale, stepSplit), lang.T("나누기 전에 평균을 구하면 테스트 데이터의 평균이 훈련에 섞여요. 먼저 나눠요.", "A mean that is computed before the split holds the test set. Split first.")),
				exercises.Fails("augment-first", swapped(stepAugment, stepSplit), lang.T("나누기 전에 늘리면 같은 샘플의 사본이 양쪽으로 갈라져요. 먼저 나눠요.", "Augmenting before the split puts copies of a sample on both sides. Split first.")),
				exercises.Fails("test-chooses", swapped(stepTest, stepChoose), lang.T("테스트로 잰 다음에 고르면 테스트 데이터가 고르는 데 쓰여요. 고르기는 검증 데이터로 해요.", "Choosing after the test makes the test set do the choosing. The validation set is for that.")),
				exercises.Fails("nothing-to-choose", swapped(stepChoose, stepTrain), lang.T("아직 훈련한 신경망이 없어서 고를 것이 없어요.", "No network has been trained yet, so there is nothing to choose from.")),
			},
		}},
		Hints: []lang.Text{
			lang.T("가위(나누기)가 들어갈 자리부터 정하세요.", "Place the scissors, the split, first."),
			lang.T("테스트 데이터는 맨 마지막에 한 번만 열어요.", "The test set is opened once, at the very end."),
		},
		Solution: lang.T("나누기 → 맞추기 → 늘리기 → 훈련 → 고르기 → 테스트예요. 맞추기와 늘리기는 바뀌어도 돼요.", "Split, scale, augment, train, choose, test. Scaling and augmenting may change places."),
	}
}
