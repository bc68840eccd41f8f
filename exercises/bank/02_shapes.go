package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// shapeSet gives A m x n, B n x p and C n x m with three different numbers.
// The options are turned by some places, so that the right one has no seat of
// its own.
type shapeSet struct{ m, n, p, turn int }

func productShapes() exercises.Exercise {
	return exercises.Template("02/shapes", lang.T("맞는 모양, 맞지 않는 모양", "Shapes that fit"),
		shapeSet{2, 3, 4, 0},
		func(r *rand.Rand) shapeSet {
			s := r.Perm(5)
			return shapeSet{s[0] + 1, s[1] + 1, s[2] + 1, r.IntN(6)}
		},
		buildShapes,
		slices.Concat(
			exercises.Accepts("ab", "1"),
			exercises.Catches("ab", "inner", "2"),
			exercises.Catches("ab", "reversed", "3"),
			exercises.Catches("ab", "undefined", "4"),
			exercises.Refuses("ab", "5"),
			exercises.Accepts("ba", "3"),
			exercises.Catches("ba", "outer-only", "1"),
			exercises.Catches("ba", "same-as-ab", "2"),
			exercises.Refuses("ba", ""),
			exercises.Accepts("hadamard", "3"),
			exercises.Catches("hadamard", "like-a", "1"),
			exercises.Catches("hadamard", "like-product", "2"),
			exercises.Refuses("hadamard", "넷"),
		)...,
	)
}

// dims writes a shape as a formula.
func dims(rows, cols int) string { return fmt.Sprintf(`$%d \times %d$`, rows, cols) }

// plainDims writes a shape without a formula, for options that are also echoed.
func plainDims(rows, cols int) string { return fmt.Sprintf("%d × %d", rows, cols) }

// turned returns the options with the first n moved to the end.
func turned(n int, options ...exercises.Option) []exercises.Option {
	n %= len(options)
	return append(append([]exercises.Option(nil), options[n:]...), options[:n]...)
}

func buildShapes(s shapeSet) exercises.Variant {
	a, b, c := dims(s.m, s.n), dims(s.n, s.p), dims(s.n, s.m)
	return exercises.Variant{
		Statement: spoken("$A$는 %[1]s, $B$는 %[2]s, $C$는 %[3]s 행렬이에요. $AB$, $BA$, $A \\circ C$의 모양은 무엇일까요? 계산할 수 없는 것도 있어요.\n\n보기의 번호로 답해요.",
			"$A$ is %[1]s, $B$ is %[2]s and $C$ is %[3]s. What shape do $AB$, $BA$ and $A \\circ C$ have? Some cannot be worked out.\n\nAnswer with the number of an option.", a, b, c),
		Parts: []exercises.Part{
			exercises.Choose("ab", lang.Same("AB"), turned(s.turn, shapesAB(s)...)...),
			exercises.Choose("ba", lang.Same("BA"), turned(s.turn, shapesBA(s)...)...),
			exercises.Choose("hadamard", lang.Same("A ∘ C"), turned(s.turn, shapesHadamard(s)...)...),
		},
		Hints: []lang.Text{
			lang.T("곱은 앞 행렬의 열 수와 뒤 행렬의 행 수가 같을 때만 있어요. 원소별 곱은 두 모양이 똑같아야 해요.",
				"A product needs as many columns in the first matrix as rows in the second. An element-wise product needs equal shapes."),
			spoken("두 모양을 나란히 적어 보세요. $AB$는 $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, $BA$는 $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$[이에요/예요]. 안쪽 두 수를 견주어 보세요.",
				"Write the shapes side by side: $AB$ is $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, $BA$ is $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$. Compare the inner numbers.", s.m, s.n, s.p),
		},
		Solution: spoken(
			"- $AB$: $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, 안쪽 두 수가 모두 %[2]d[이라서/라서] 결과는 $%[1]d \\times %[3]d$[이에요/예요].\n- $BA$: $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$, 안쪽 두 수(%[3]d, %[1]d)가 달라서 곱할 수 없어요.\n- $A \\circ C$: $%[1]d \\times %[2]d$[과/와] $%[2]d \\times %[1]d$[은/는] 다른 모양이라 계산할 수 없어요.",
			"- $AB$: $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, the inner numbers are %[2]d and %[2]d. The result is $%[1]d \\times %[3]d$.\n- $BA$: $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$, the inner numbers %[3]d and %[1]d differ, so there is no product.\n- $A \\circ C$: $%[1]d \\times %[2]d$ and $%[2]d \\times %[1]d$ are different shapes, so there is no result.",
			s.m, s.n, s.p),
	}
}

func shapesAB(s shapeSet) []exercises.Option {
	ab := must(nn.MatMul(nn.NewMatrix(s.m, s.n), nn.NewMatrix(s.n, s.p)))
	return []exercises.Option{
		exercises.Yes(lang.Same(plainDims(ab.Rows, ab.Cols)), spoken(
			"맞아요. 칸마다 곱셈 %[1]d번, 모두 %[2]d번의 곱셈이 들어요.", "Right. It takes %[1]d multiplications for each place, %[2]d in all.",
			s.n, s.n*ab.Rows*ab.Cols)),
		exercises.No("inner", lang.Same(plainDims(s.n, s.n)), lang.T(
			"안쪽의 두 수로 만든 모양이에요. 안쪽은 맞물려 사라지고 바깥쪽 두 수가 남아요.",
			"This is made of the inner numbers. They lock together and vanish; the outer ones stay.")),
		exercises.No("reversed", lang.Same(plainDims(s.p, s.m)), lang.T(
			"행과 열이 바뀌었어요. 행의 수는 앞의 $A$에서, 열의 수는 뒤의 $B$에서 와요.",
			"Rows and columns are exchanged. The rows come from $A$, the columns from $B$.")),
		exercises.No("undefined", undefined(), spoken(
			"계산할 수 있어요. $A$의 열도 %[1]d개, $B$의 행도 %[1]d개라서 짝이 맞아요.",
			"It can be worked out: $A$ has %[1]d columns and $B$ has %[1]d rows, so they pair up.", s.n)),
	}
}

func shapesBA(s shapeSet) []exercises.Option {
	return []exercises.Option{
		exercises.No("outer-only", lang.Same(plainDims(s.n, s.n)), spoken(
			"바깥쪽 두 수만 보셨어요. 안쪽 두 수(%[1]d, %[2]d)가 다르면 짝이 맞지 않아요.",
			"You looked at the outer numbers only. The inner ones, %[1]d and %[2]d, do not pair up.", s.p, s.m)),
		exercises.No("same-as-ab", lang.Same(plainDims(s.m, s.p)), lang.T(
			"$AB$의 모양이에요. 순서를 바꾸면 안쪽에서 만나는 두 수가 달라져요.",
			"This is the shape of $AB$. In the other order, other numbers meet on the inside.")),
		exercises.Yes(undefined(), spoken(
			"맞아요. $B$의 열은 %[1]d개, $A$의 행은 %[2]d개라 짝이 맞지 않아요. $AB$가 있어도 $BA$는 없을 수 있어요.",
			"Right. $B$ has %[1]d columns and $A$ has %[2]d rows. There may be an $AB$ and no $BA$.", s.p, s.m)),
	}
}

func shapesHadamard(s shapeSet) []exercises.Option {
	return []exercises.Option{
		exercises.No("like-a", lang.Same(plainDims(s.m, s.n)), spoken(
			"$C$의 모양은 %[1]s[이에요/예요]. 원소별 곱을 하려면 두 행렬의 행 수도 열 수도 같아야 해요.",
			"$C$ is %[1]s. An element-wise product needs the same number of rows and of columns.", dims(s.n, s.m))),
		exercises.No("like-product", lang.Same(plainDims(s.m, s.m)), lang.T(
			"행렬 곱 $AC$의 모양이에요. $\\circ$는 행과 열이 아니라 같은 자리끼리 곱해요.",
			"This is the shape of the matrix product $AC$. The sign $\\circ$ multiplies place by place, not rows with columns.")),
		exercises.Yes(undefined(), lang.T(
			"맞아요. 행렬 곱 $AC$는 있지만 원소별 곱 $A \\circ C$는 없어요. 필요한 조건이 서로 달라요.",
			"Right. There is a matrix product $AC$, but no element-wise product $A \\circ C$: the conditions differ.")),
	}
}

func undefined() lang.Text { return lang.T("계산할 수 없음", "cannot be worked out") }
