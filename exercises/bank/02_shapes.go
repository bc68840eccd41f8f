package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// shapeSet gives A M x N, B N x P and C the shape of A or of its transpose.
// BA exists when P is M.
type shapeSet struct {
	M, N, P int
	Same    bool // C has the shape of A
	Turn    int  // by how many places the options are turned
}

func productShapes() exercises.Exercise {
	return exercises.Template("02/shapes", lang.T("맞는 모양, 맞지 않는 모양", "Shapes that fit"),
		shapeSet{M: 2, N: 3, P: 4},
		func(r *rand.Rand) shapeSet {
			sizes := r.Perm(5)
			s := shapeSet{M: sizes[0] + 1, N: sizes[1] + 1, P: sizes[2] + 1, Same: r.IntN(2) == 0, Turn: r.IntN(12)}
			if r.IntN(2) == 0 {
				s.P = s.M
			}
			return s
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

func buildShapes(s shapeSet) exercises.Variant {
	return exercises.Variant{
		Statement: spoken("$A$는 %[1]s, $B$는 %[2]s, $C$는 %[3]s 행렬이에요. $AB$, $BA$, $A \\circ C$의 모양은 무엇일까요? 계산할 수 없는 것이 있을 수도 있어요.\n\n보기의 번호로 답해요.",
			"$A$ is %[1]s, $B$ is %[2]s and $C$ is %[3]s. What shape do $AB$, $BA$ and $A \\circ C$ have? There may be some that cannot be worked out.\n\nAnswer with the number of an option.",
			dims(s.M, s.N), dims(s.N, s.P), s.dimsC()),
		Parts: []exercises.Part{
			exercises.Choose("ab", lang.Same("AB"), turned(s.Turn, shapesAB(s)...)...),
			exercises.Choose("ba", lang.Same("BA"), turned(s.Turn, shapesBA(s)...)...),
			exercises.Choose("hadamard", lang.Same("A ∘ C"), turned(s.Turn, shapesHadamard(s)...)...),
		},
		Hints: []lang.Text{
			lang.T("곱은 앞 행렬의 열 수와 뒤 행렬의 행 수가 같을 때만 있어요. 원소별 곱은 두 모양이 똑같아야 해요.",
				"A product needs as many columns in the first matrix as rows in the second. An element-wise product needs equal shapes."),
			spoken("두 모양을 나란히 적어 보세요. $AB$는 $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, $BA$는 $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$[이에요/예요]. 안쪽 두 수를 견주어 보세요.",
				"Write the shapes side by side: $AB$ is $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, $BA$ is $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$. Compare the inner numbers.", s.M, s.N, s.P),
		},
		Solution: s.solution(),
	}
}

// dimsC is the shape of C.
func (s shapeSet) dimsC() string {
	if s.Same {
		return dims(s.M, s.N)
	}
	return dims(s.N, s.M)
}

func (s shapeSet) solution() lang.Text {
	ab := spoken("- $AB$: $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, 안쪽 두 수가 모두 %[2]d[이라서/라서] 결과는 $%[1]d \\times %[3]d$[이에요/예요].",
		"- $AB$: $(%[1]d \\times %[2]d)(%[2]d \\times %[3]d)$, the inner numbers are %[2]d and %[2]d. The result is $%[1]d \\times %[3]d$.", s.M, s.N, s.P)
	ba := spoken("- $BA$: $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$, 안쪽 두 수(%[3]d, %[1]d)가 달라서 곱할 수 없어요.",
		"- $BA$: $(%[2]d \\times %[3]d)(%[1]d \\times %[2]d)$, the inner numbers %[3]d and %[1]d differ, so there is no product.", s.M, s.N, s.P)
	if s.P == s.M {
		ba = spoken("- $BA$: $(%[2]d \\times %[1]d)(%[1]d \\times %[2]d)$, 안쪽 두 수가 모두 %[1]d[이라서/라서] 결과는 $%[2]d \\times %[2]d$[이에요/예요].",
			"- $BA$: $(%[2]d \\times %[1]d)(%[1]d \\times %[2]d)$, the inner numbers are %[1]d and %[1]d. The result is $%[2]d \\times %[2]d$.", s.M, s.N)
	}
	c := spoken("- $A \\circ C$: %[1]s[과/와] %[2]s[은/는] 다른 모양이라 계산할 수 없어요.",
		"- $A \\circ C$: %[1]s and %[2]s are different shapes, so there is no result.", dims(s.M, s.N), s.dimsC())
	if s.Same {
		c = spoken("- $A \\circ C$: 둘 다 %[1]s[이라서/라서] 결과도 %[1]s[이에요/예요].",
			"- $A \\circ C$: both are %[1]s, and so is the result.", dims(s.M, s.N))
	}
	return lang.T(ab.KO+"\n"+ba.KO+"\n"+c.KO, ab.EN+"\n"+ba.EN+"\n"+c.EN)
}

func shapesAB(s shapeSet) []exercises.Option {
	ab := must(nn.MatMul(nn.NewMatrix(s.M, s.N), nn.NewMatrix(s.N, s.P)))
	options := []exercises.Option{
		exercises.Yes(lang.Same(plainDims(ab.Rows, ab.Cols)), spoken(
			"칸마다 곱셈 %[1]d번, 모두 %[2]d번의 곱셈이 들어요.", "It takes %[1]d multiplications for each place, %[2]d in all.",
			s.N, s.N*ab.Rows*ab.Cols)),
		exercises.No("inner", lang.Same(plainDims(s.N, s.N)), lang.T(
			"안쪽의 두 수로 만든 모양이에요. 안쪽은 맞물려 사라지고 바깥쪽 두 수가 남아요.",
			"This is made of the inner numbers. They lock together and vanish; the outer ones stay.")),
		exercises.No("reversed", lang.Same(plainDims(s.P, s.M)), lang.T(
			"행과 열이 바뀌었어요. 행의 수는 앞의 $A$에서, 열의 수는 뒤의 $B$에서 와요.",
			"Rows and columns are exchanged. The rows come from $A$, the columns from $B$.")),
		exercises.No("undefined", undefined(), spoken(
			"계산할 수 있어요. $A$의 열도 %[1]d개, $B$의 행도 %[1]d개라서 짝이 맞아요.",
			"It can be worked out: $A$ has %[1]d columns and $B$ has %[1]d rows, so they pair up.", s.N)),
	}
	if s.P == s.M { // a square looks the same with rows and columns exchanged
		options[2] = exercises.No("like-a", lang.Same(plainDims(s.M, s.N)), lang.T(
			"$A$의 모양이에요. 행의 수는 $A$에서 오지만 열의 수는 $B$에서 와요.",
			"This is the shape of $A$. The rows come from $A$, but the columns from $B$."))
	}
	return options
}

func shapesBA(s shapeSet) []exercises.Option {
	outer, none := lang.Same(plainDims(s.N, s.N)), undefined()
	options := []exercises.Option{
		exercises.No("outer-only", outer, spoken(
			"바깥쪽 두 수만 보셨어요. 안쪽 두 수(%[1]d, %[2]d)가 다르면 짝이 맞지 않아요.",
			"You looked at the outer numbers only. The inner ones, %[1]d and %[2]d, do not pair up.", s.P, s.M)),
		exercises.No("same-as-ab", lang.Same(plainDims(s.M, s.P)), lang.T(
			"$AB$의 모양이에요. 순서를 바꾸면 안쪽에서 만나는 두 수가 달라져요.",
			"This is the shape of $AB$. In the other order, other numbers meet on the inside.")),
		exercises.Yes(none, spoken(
			"$B$의 열은 %[1]d개, $A$의 행은 %[2]d개라 짝이 맞지 않아요. $AB$가 있어도 $BA$는 없을 수 있어요.",
			"$B$ has %[1]d columns and $A$ has %[2]d rows. There may be an $AB$ and no $BA$.", s.P, s.M)),
	}
	if s.P == s.M {
		options[0] = exercises.Yes(outer, lang.T(
			"$AB$도 $BA$도 있지만 모양부터 달라요. 순서를 바꾸면 다른 행렬이 돼요.",
			"Both $AB$ and $BA$ exist, but not even their shapes agree: in the other order it is another matrix."))
		options[2] = exercises.No("undefined", none, spoken(
			"계산할 수 있어요. $B$의 열도 %[1]d개, $A$의 행도 %[1]d개라서 짝이 맞아요.",
			"It can be worked out: $B$ has %[1]d columns and $A$ has %[1]d rows, so they pair up.", s.M))
	}
	return options
}

func shapesHadamard(s shapeSet) []exercises.Option {
	likeA, likeProduct, none := lang.Same(plainDims(s.M, s.N)), lang.Same(plainDims(s.M, s.M)), undefined()
	if s.Same {
		return []exercises.Option{
			exercises.Yes(likeA, lang.T(
				"모양이 똑같아서 원소별 곱은 있지만, 행렬 곱 $AC$는 없어요. 필요한 조건이 서로 달라요.",
				"The shapes are equal, so there is an element-wise product, but no matrix product $AC$: the conditions differ.")),
			exercises.No("like-product", likeProduct, lang.T(
				"행렬 곱처럼 모양을 맞추셨어요. $\\circ$는 같은 자리끼리 곱하니 모양이 그대로예요.",
				"You fitted the shapes as for a matrix product. The sign $\\circ$ multiplies place by place, so the shape stays.")),
			exercises.No("undefined", none, lang.T(
				"계산할 수 있어요. $A$와 $C$의 모양이 똑같으니 같은 자리끼리 곱할 수 있어요. 안쪽 두 수를 견주는 것은 행렬 곱이에요.",
				"It can be worked out: $A$ and $C$ have the same shape, so every place has its partner. Comparing the inner numbers is for matrix products.")),
		}
	}
	return []exercises.Option{
		exercises.No("like-a", likeA, spoken(
			"$C$의 모양은 %[1]s[이에요/예요]. 원소별 곱을 하려면 두 행렬의 행 수도 열 수도 같아야 해요.",
			"$C$ is %[1]s. An element-wise product needs the same number of rows and of columns.", s.dimsC())),
		exercises.No("like-product", likeProduct, lang.T(
			"행렬 곱 $AC$의 모양이에요. $\\circ$는 행과 열이 아니라 같은 자리끼리 곱해요.",
			"This is the shape of the matrix product $AC$. The sign $\\circ$ multiplies place by place, not rows with columns.")),
		exercises.Yes(none, lang.T(
			"행렬 곱 $AC$는 있지만 원소별 곱 $A \\circ C$는 없어요. 필요한 조건이 서로 달라요.",
			"There is a matrix product $AC$, but no element-wise product $A \\circ C$: the conditions differ.")),
	}
}

func undefined() lang.Text { return lang.T("계산할 수 없음", "cannot be worked out") }
