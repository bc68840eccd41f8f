package bank

import (
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// practice returns the exercises at the end of the course.
func practice() []exercises.Exercise {
	return []exercises.Exercise{practice1(), practice2(), practice3()}
}

// practice1 is 연습문제 1: an affine layer, softmax and both losses.
func practice1() exercises.Exercise {
	handout := classifier{
		Z: []float64{0.2, 0.4},
		Layer: nn.Affine{
			W: nn.NewMatrix(2, 2, 0.1, 0.9, 0.2, 0.2),
			B: []float64{0.1, 0.9},
		},
	}
	return exercises.Template("practice-1", lang.T("연습문제 1", "Practice 1"), handout, drawClassifier, buildPractice1,
		practice1Samples()...)
}

// buildPractice1 makes a variant of 연습문제 1.
func buildPractice1(c classifier) exercises.Variant {
	p := classifierText{c, filler(c.values())}
	return exercises.Variant{
		Situation: c.situation(),
		Statement: p.statement(),
		Parts:     []exercises.Part{p.msePart(), p.cePart()},
		Hints:     p.hints(),
		Solution:  p.solution(),
	}
}

func (c classifierText) statement() lang.Text {
	return c.say("고양이 사진의 특징 $z$가 마지막 층에 들어가요. 출력의 첫 성분은 고양이, 둘째 성분은 개의 점수예요.\n"+
		"\n"+
		"$$ z = «z», \\quad W = «W», \\quad b = «b» $$\n"+
		"\n"+
		"```\n"+edges("고양이", "개")+"```\n"+
		"\n"+
		"가중치의 첫 번호는 행(출력), 둘째 번호는 열(입력)이에요. $w_{12}$는 $z_2$에서 $a_1$로 가는 가중치예요.\n"+
		"\n"+
		"활성화 함수는 소프트맥스이고 정답은 고양이 1, 개 0이에요. 두 손실 **MSE**($\\frac{1}{2} \\sum_k (y_k - t_k)^2$)와 **CE**($-\\sum_k t_k \\log y_k$)를 구하세요.\n"+
		"\n"+
		"소수 셋째 자리까지 적어 주세요. 중간 값은 소수 둘째 자리까지만 남기고 반올림하거나 버려도 되고, 그렇게 구한 값과의 차이가 0.001보다 작으면 맞은 것으로 봐요. 로그의 밑은 10과 $e$ 가운데 골라 쓰세요.\n",
		"The features $z$ of a cat's picture enter the last layer. The first output is the score of the cat, the second that of the dog.\n"+
			"\n"+
			"$$ z = «z», \\quad W = «W», \\quad b = «b» $$\n"+
			"\n"+
			"```\n"+edges("cat", "dog")+"```\n"+
			"\n"+
			"The first index of a weight is the row (the output), the second the column (the input): $w_{12}$ leads from $z_2$ to $a_1$.\n"+
			"\n"+
			"The activation is softmax, the truth is cat 1, dog 0. Find both losses, **MSE** ($\\frac{1}{2} \\sum_k (y_k - t_k)^2$) and **CE** ($-\\sum_k t_k \\log y_k$).\n"+
			"\n"+
			"Give three decimals. On the way you may round to two decimals, or cut off there; less than 0.001 away from what that gives counts as right. Take logarithms to base 10 or $e$, as you like.\n")
}

// practice1Samples holds answers to the handout's own numbers.
func practice1Samples() []exercises.Sample {
	accepts, catches, refuses := exercises.Accepts, exercises.Catches, exercises.Refuses
	return slices.Concat(
		accepts("mse", "0.396", "0.397"), // the handout's, from 0.37
		accepts("mse", "0.398"),          // from 1.62 and 2.77
		accepts("mse", "0.399", "0.3992", ".39916", "(1-0.368)^2"),
		accepts("mse", "0.403"),                        // from 0.36 and 0.63, cut off
		catches("mse", "rough", "0.39", "0.41"),        // too few digits
		catches("mse", "transposed", "0.523", "0.518"), // the latter from 0.28
		catches("mse", "no-bias", "0.189"),
		catches("mse", "no-softmax", "0.655"),
		catches("mse", "ratio", "0.462"),
		catches("mse", "no-half", "0.798", "0.794"), // the latter from 0.37
		catches("mse", "swapped-truth", "0.136"),
		catches("mse", "", "0.7", "0"),
		refuses("mse", "", "abc", "0,396"),

		accepts("ce", "0.4318", "0.432"), // the handout's, from 0.37
		accepts("ce", "0.434", "0.4339", "0.994", "0.999", "0.9992"),
		accepts("ce", "-log 0.37", "-ln(0.368)"),
		catches("ce", "rough", "0.43", "0.99"),
		catches("ce", "no-sign", "-0.4318", "-0.999", "ln(0.368)"),
		catches("ce", "log2", "1.4415", "1.434"), // the latter from 0.37
		catches("ce", "transposed", "1.284", "0.558"),
		catches("ce", "no-bias", "0.571", "0.248"),
		catches("ce", "no-softmax", "0.734", "0.319"),
		catches("ce", "ratio", "1.139", "0.495"),
		catches("ce", "swapped-truth", "0.459", "0.199"),
		catches("ce", "", "3"),
		refuses("ce", "", "log 0"),
	)
}
