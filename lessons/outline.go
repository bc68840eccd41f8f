package lessons

import "hakseup/lessons/lang"

// Entry is a line of the table of contents.
type Entry struct {
	Number  int    // 6
	Slug    string // "06-softmax-loss"
	Title   lang.Text
	Summary lang.Text // one line
	Written bool      // false: planned, cannot be opened yet
	Pages   int       // how many pages it has, counted without parsing them
}

// pageMark begins the directive that every page has once.
const pageMark = "<!-- page:"

// Outline returns the plan of the course: every lecture, written or not. The
// title and summary in a lecture's own files replace those given here.
func Outline() []Entry {
	return []Entry{
		{
			Number: 1, Slug: "01-deep-learning",
			Title:   lang.T("딥러닝이란?", "What deep learning is"),
			Summary: lang.T("뉴런에서 퍼셉트론으로, ILSVRC가 바꾼 것, 스스로 배우는 특징", "From neuron to perceptron, what ILSVRC changed, features that are learned"),
		},
		{
			Number: 2, Slug: "02-vectors-matrices",
			Title:   lang.T("순전파 기초 수학: 벡터와 행렬", "Vectors and norms"),
			Summary: lang.T("내적, 노름, 행렬의 곱: 순전파를 이루는 계산", "Dot product, norm, matrix product: what a forward pass is made of"),
		},
		{
			Number: 3, Slug: "03-learning",
			Title:   lang.T("학습이란?", "What learning is"),
			Summary: lang.T("선을 긋고, 틀린 곳을 찾고, 고치는 세 단계", "Three steps: draw a line, find what is wrong, mend it"),
		},
		{
			Number: 4, Slug: "04-perceptron",
			Title:   lang.T("퍼셉트론과 활성화 함수", "Perceptron and activation functions"),
			Summary: lang.T("가중치와 편향이 긋는 직선, 신호의 세기를 정하는 함수", "The line that weights and bias draw, and the function that sets the signal"),
		},
		{
			Number: 5, Slug: "05-multilayer-perceptron",
			Title:   lang.T("다층 퍼셉트론", "Multilayer perceptron and XOR"),
			Summary: lang.T("직선 하나로는 안 되는 XOR를 층을 쌓아 풀기", "XOR defeats one line; layers fold the plane until one line is enough"),
		},
		{
			Number: 6, Slug: "06-softmax-loss",
			Title:   lang.T("소프트맥스와 손실 함수", "Softmax and loss"),
			Summary: lang.T("점수를 확률로, 확률을 손실로", "From scores to probabilities, from probabilities to a loss"),
		},
		{
			Number: 7, Slug: "07-chain-rule",
			Title:   lang.T("역전파 기초 수학: 미분과 연쇄법칙", "Derivatives and the chain rule"),
			Summary: lang.T("한 점에서의 기울기와, 그 기울기를 곱해 가는 법", "The slope at a point, and how slopes multiply along a chain"),
		},
		{
			Number: 8, Slug: "08-gradient-descent",
			Title:   lang.T("역전파와 경사 하강법", "Backpropagation and gradient descent"),
			Summary: lang.T("손실을 줄이는 방향을 찾아 한 걸음씩 내려가기", "Find the way down the loss and take it step by step"),
		},
		{
			Number: 9, Slug: "09-optimizers",
			Title:   lang.T("미니배치와 최적화 알고리즘", "Mini-batches and optimizers"),
			Summary: lang.T("데이터를 나누어 배우기, SGD부터 Adam까지", "Learning from parts of the data, from SGD to Adam"),
		},
		{
			Number: 10, Slug: "10-datasets",
			Title:   lang.T("데이터셋 구성하기", "Data sets"),
			Summary: lang.T("에폭과 배치, 훈련·검증·테스트 데이터, 교차 검증", "Epochs and batches; training, validation and test data; cross validation"),
		},
		{
			Number: 11, Slug: "11-overfitting",
			Title:   lang.T("오버피팅 방지", "Preventing overfitting"),
			Summary: lang.T("외우지 않고 일반화하게 하는 방법들", "Ways to make a network generalize instead of memorize"),
		},
	}
}
