package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// lecture01 returns the exercises on what deep learning is.
func lecture01() []exercises.Exercise {
	return []exercises.Exercise{
		partsOfANeuron(), topFive(), chanceOfTopFive(), errorDrop(), errorRate(), imagesPerClass(), handmadeOrLearned(), countPixels(),
	}
}

// asksParts is which part of a neuron is asked for first.
type asksParts struct{ Turn, Subject int }

func partsOfANeuron() exercises.Exercise {
	draw := func(r *rand.Rand) asksParts { return asksParts{r.IntN(3), r.IntN(2)} }
	return exercises.Template("01/parts", lang.T("뉴런의 부분", "The parts of a neuron"), asksParts{}, draw, buildParts,
		slices.Concat(
			exercises.Accepts("dendrite", "1"),
			exercises.Catches("dendrite", "sum", "2"),
			exercises.Refuses("dendrite", "4"),
			exercises.Accepts("body", "2"),
			exercises.Catches("body", "output", "3"),
			exercises.Refuses("body", ""),
			exercises.Accepts("axon", "3"),
			exercises.Catches("axon", "input", "1"),
			exercises.Refuses("axon", "x"),
		)...)
}

func buildParts(p asksParts) exercises.Variant {
	input := lang.T("입력", "inputs")
	sum := lang.T("가중합", "weighted sum")
	output := lang.T("활성화 함수와 출력", "activation and output")
	part := func(id string, label lang.Text, right int, say lang.Text) exercises.Part {
		ids, texts := []string{"input", "sum", "output"}, []lang.Text{input, sum, output}
		wrong := []lang.Text{
			lang.T("입력은 밖에서 들어오는 신호예요.", "Inputs are the signals that come from outside."),
			lang.T("가중합은 들어온 신호를 모은 값이에요.", "The weighted sum is what the signals are gathered to."),
			lang.T("출력은 다음으로 나가는 신호예요.", "The output is the signal that goes on."),
		}
		var options []exercises.Option
		for i := range texts {
			if i == right {
				options = append(options, exercises.Yes(texts[i], say))
			} else {
				options = append(options, exercises.No(ids[i], texts[i], wrong[i]))
			}
		}
		return exercises.Choose(id, label, turned(p.Turn, options...)...)
	}
	whose := []lang.Text{lang.T("생물의 뉴런", "a biological neuron"), lang.T("뇌의 신경 세포", "a nerve cell of the brain")}[p.Subject]
	return exercises.Variant{
		Statement: lang.Sprintf("%[1]s을 흉내 낸 퍼셉트론에서, 다음 부분에 해당하는 것을 고르세요.", "A perceptron imitates %[2]s. What corresponds to each of these parts?", strings.TrimSuffix(whose.KO, ""), whose.EN),
		Parts: []exercises.Part{
			part("dendrite", lang.T("가지돌기", "dendrites"), 0, lang.T("신호를 받아들이는 곳이에요.", "They take the signals in.")),
			part("body", lang.T("세포체", "cell body"), 1, lang.T("받은 신호를 모으는 곳이에요. 가중치는 신호마다 얼마나 세게 받을지 정해요.", "It gathers them. Weights say how much each counts.")),
			part("axon", lang.T("축삭", "axon"), 2, lang.T("모은 결과를 다음 뉴런에 전해요.", "It passes the result on to the next neuron.")),
		},
		Hints: []lang.Text{
			lang.T("신호는 받기, 모으기, 전하기의 순서로 지나가요.", "A signal is taken in, gathered and passed on, in this order."),
			lang.T("가지돌기는 받는 쪽, 축삭은 전하는 쪽이에요.", "Dendrites are at the receiving end, the axon is at the other."),
		},
		Solution: lang.T("가지돌기는 입력, 세포체는 가중합, 축삭은 활성화 함수와 출력이에요.", "Dendrites: inputs. Cell body: weighted sum. Axon: activation and output."),
	}
}

// ranking is five lists of answers; at place Right[i] of list i stands the truth,
// counted from 1, 0 where it does not.
type ranking struct {
	Truth int
	Right []int
}

// things are what the lists name.
func things() []string {
	return []string{"steel drum", "scale", "T-shirt", "drumstick", "mud turtle", "giant panda", "teapot", "violin", "school bus"}
}

func (p ranking) lists() string {
	var lines []string
	for i, at := range p.Right {
		var names []string
		for k := range 5 {
			name := things()[(p.Truth+1+(i+k)%(len(things())-1))%len(things())]
			if k+1 == at {
				name = things()[p.Truth]
			}
			names = append(names, name)
		}
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, strings.Join(names, ", ")))
	}
	return strings.Join(lines, "\n")
}

func (p ranking) count(most int) int {
	n := 0
	for _, at := range p.Right {
		if at > 0 && at <= most {
			n++
		}
	}
	return n
}

func topFive() exercises.Exercise {
	draw := func(r *rand.Rand) ranking {
		for {
			p := ranking{Truth: r.IntN(len(things()))}
			for range 5 {
				p.Right = append(p.Right, r.IntN(6))
			}
			five, one := p.count(5), p.count(1)
			if five != one && five > 0 && five < 5 && 5-five != five && 5-five != one {
				return p
			}
		}
	}
	return exercises.Template("01/top5", lang.T("다섯 안에 들면", "Among the first five"), ranking{0, []int{3, 0, 1, 5, 1}}, draw, buildTopFive,
		slices.Concat(
			exercises.Accepts("right", "4"),
			exercises.Catches("right", "first-only", "2"),
			exercises.Catches("right", "wrong-ones", "1"),
			exercises.Refuses("right", "거의 모두"),
			exercises.Accepts("error", "20"),
			exercises.Catches("error", "accuracy", "80"),
			exercises.Catches("error", "share", "0.2"),
			exercises.Refuses("error", ""),
		)...)
}

func buildTopFive(p ranking) exercises.Variant {
	five, one := p.count(5), p.count(1)
	errors := 20 * (5 - five)
	return exercises.Variant{
		Statement: lang.Sprintf("정답이 모두 **%[1]s**인 사진 다섯 장에 모델이 이렇게 답했어요. 확률이 높은 것부터예요.\n\n%[2]s\n\ntop-5 규칙으로 맞은 사진은 몇 장이고, top-5 오류율은 몇 %%인가요?",
			"Five photos all show a **%[1]s**. A model answered, the most probable first:\n\n%[2]s\n\nBy the top-5 rule, how many photos are right, and what is the top-5 error in per cent?", things()[p.Truth], p.lists()),
		Parts: []exercises.Part{
			exercises.Number("right", lang.T("맞은 사진", "photos that are right"), lang.T("다섯 답 가운데 어디에든 정답이 있으면 맞아요.", "A photo is right if the truth is anywhere among the five."),
				exercises.Right(exercises.Exactly(five), lang.T("몇째에 있는지는 상관없어요.", "Its place does not matter.")),
				exercises.Mistaken("first-only", exercises.Exactly(one), lang.T("첫째 답만 보셨어요. 다섯 가운데 하나면 돼요.", "That looks at the first answer only. Any of the five will do.")),
				exercises.Mistaken("wrong-ones", exercises.Exactly(5-five), lang.T("틀린 사진의 수예요.", "Those are the ones that are wrong."))),
			exercises.Number("error", lang.T("top-5 오류율 (%)", "top-5 error (%)"), lang.T("틀린 사진의 수를 다섯으로 나누어 %로 적어요.", "Divide the photos that are wrong by five, in per cent."),
				exercises.Right(exercises.Exactly(errors), lang.Sprintf("다섯 장 가운데 %[1]d장을 틀렸어요.", "%[1]d of five were wrong.", 5-five)),
				exercises.Mistaken("accuracy", exercises.Exactly(100-errors), lang.T("맞은 비율이에요. 오류율은 틀린 비율이에요.", "That is the share that is right. The error is the rest.")),
				exercises.Mistaken("share", exercises.Exactly(float64(errors)/100), lang.T("비율이에요. %로 적으려면 100을 곱해요.", "That is the share. Times 100 makes it per cent."))),
		},
		Hints: []lang.Text{
			lang.Sprintf("줄마다 정답 %[1]s, 이 말이 있는지 찾아요.", "Look for %[1]s in each line.", things()[p.Truth]),
			lang.T("오류율은 틀린 사진의 비율이에요.", "The error is the share of photos that are wrong."),
		},
		Solution: lang.Sprintf("%[1]d장이 맞았고 %[2]d장이 틀렸으니 오류율은 $%[2]d / 5 = %[3]d\\%%$이에요.", "%[1]d are right and %[2]d wrong: the error is $%[2]d / 5 = %[3]d\\%%$.", five, 5-five, errors),
	}
}
