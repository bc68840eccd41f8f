package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// matrixPair holds two matrices that fit the operation that is asked for.
type matrixPair struct{ A, B nn.Matrix }

// drawMatrix draws a matrix of whole numbers from -most to most, none 0.
func drawMatrix(r *rand.Rand, rows, cols, most int) nn.Matrix {
	return nn.NewMatrix(rows, cols, drawEntries(r, rows*cols, most)...)
}

// onlyWrongEntry returns a rule for every entry of a matrix that is the only
// wrong one; work writes how the entry is worked out.
func onlyWrongEntry(want nn.Matrix, work func(i, j int) string) []exercises.Rule {
	return onePlaceWrong(want.Data, func(k int) (ko, en string) {
		i, j := k/want.Cols, k%want.Cols
		return fmt.Sprintf("%d행 %d열만 달라요. $%s$, 이 계산을 다시 해 보세요.", i+1, j+1, work(i, j)),
			fmt.Sprintf("Only row %d, column %d is off. Work out $%s$ once more.", i+1, j+1, work(i, j))
	})
}

// entrySteps writes how every entry is worked out, as a list in Markdown.
func entrySteps(c nn.Matrix, work func(i, j int) string) lang.Text {
	var ko, en []string
	for i := range c.Rows {
		for j := range c.Cols {
			step := fmt.Sprintf("$%s = %s$", work(i, j), num(c.At(i, j)))
			ko = append(ko, fmt.Sprintf("- %d행 %d열: %s", i+1, j+1, step))
			en = append(en, fmt.Sprintf("- row %d, column %d: %s", i+1, j+1, step))
		}
	}
	return lang.T(strings.Join(ko, "\n"), strings.Join(en, "\n"))
}

// situation shows an operation on the pair where it is that of the handout, which
// begins with a and b.
func (p matrixPair) situation(op string, a, b float64) string {
	if p.A.Data[0] != a || p.B.Data[0] != b {
		return ""
	}
	return situation("matmul", "op="+op, "preset=handout")
}

func matrixSum() exercises.Exercise {
	return exercises.Template("02/matrix-sum", lang.T("행렬의 합", "The sum of two matrices"),
		matrixPair{nn.NewMatrix(3, 2, 5, 2, 4, 9, 10, -3), nn.NewMatrix(3, 2, -11, 0, 7, 1, -6, -8)},
		func(r *rand.Rand) matrixPair {
			return matrixPair{drawMatrix(r, 3, 2, 12), drawMatrix(r, 3, 2, 12)}
		},
		buildMatrixSum,
		slices.Concat(
			exercises.Accepts("sum", "-6 2; 11 10; 4 -11"),
			exercises.Catches("sum", "difference", "16 2; -3 8; 16 5"),
			exercises.Catches("sum", "product", "-55 0; 28 9; -60 24"),
			exercises.Catches("sum", "signs", "16 2; 11 10; 16 11"),
			exercises.Catches("sum", "place-6", "-6 2; 11 10; 4 5"),
			exercises.Refuses("sum", "-6 2; 11 10"),
		)...,
	)
}

func buildMatrixSum(p matrixPair) exercises.Variant {
	sum := must(nn.Add(p.A, p.B))
	unsigned := zipped(p.A.Data, p.B.Data, func(x, y float64) float64 { return math.Abs(x) + math.Abs(y) })
	work := func(i, j int) string { return num(p.A.At(i, j)) + " + " + neg(p.B.At(i, j)) }
	steps := entrySteps(sum, work)
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(sum.Data), lang.T(
			"같은 자리끼리 더하니 $B + A$도 똑같아요. 행렬 곱에서는 그렇지 않아요.",
			"Adding place by place makes $B + A$ the same. That is not so for the matrix product.")),

		exercises.Mistaken("difference", exercises.Exactly(zipped(p.A.Data, p.B.Data, func(x, y float64) float64 { return x - y })), lang.T(
			"$B$를 더하지 않고 뺀 값이에요. 음수를 더하는 자리에서는 부호를 특히 살펴보세요.",
			"$B$ was subtracted instead of added. Watch the signs where a negative number is added.")),

		exercises.Mistaken("product", exercises.Exactly(must(nn.Hadamard(p.A, p.B)).Data), lang.T(
			"같은 자리끼리 곱한 원소별 곱이에요. 합은 같은 자리끼리 더해요.",
			"This is the element-wise product. A sum adds place by place.")),

		exercises.Mistaken("signs", exercises.Exactly(unsigned), lang.T(
			"음수의 부호를 떼고 더하셨어요. 음수를 더하면 줄어들어요.",
			"The signs of the negative numbers were dropped. Adding a negative number takes away.")),
	}
	return exercises.Variant{
		Situation: p.situation("sum", 5, -11),
		Statement: spoken("두 행렬의 합 $A + B$를 구하세요.\n\n$$ A = %[1]s \\qquad B = %[2]s $$\n\n한 칸에 수 하나씩, $3 \\times 2$ 행렬로 답해요.",
			"Find the sum $A + B$.\n\n$$ A = %[1]s \\qquad B = %[2]s $$\n\nAnswer with a $3 \\times 2$ matrix, one number in each place.", matrix(p.A), matrix(p.B)),
		Parts: []exercises.Part{exercises.Matrix("sum", sum.Rows, sum.Cols, lang.Same("A + B"),
			lang.T("두 칸 이상이 같은 자리의 합과 달라요. 한 칸씩, 부호까지 다시 더해 보세요.",
				"Two or more places differ from the sums. Go through them one by one, signs included."),
			append(rules, onlyWrongEntry(sum, work)...)...)},
		Equation: equating(matrix(p.A)+" + "+matrix(p.B), "sum", sum.Rows, sum.Cols),
		Hints: []lang.Text{
			lang.T("행렬의 합은 같은 행, 같은 열에 있는 수끼리 더해요.", "Add the numbers that stand in the same row and the same column."),
			spoken("첫 칸은 $%[1]s = %[2]s$[이에요/예요].", "The first place is $%[1]s = %[2]s$.", work(0, 0), num(sum.At(0, 0))),
		},
		Solution: spoken("같은 자리끼리 더해요.\n\n%[2]s\n\n$$ A + B = %[1]s $$", "Add place by place.\n\n%[3]s\n\n$$ A + B = %[1]s $$",
			matrix(sum), steps.KO, steps.EN),
	}
}

func hadamardProduct() exercises.Exercise {
	return exercises.Template("02/hadamard", lang.T("원소별 곱", "The element-wise product"),
		matrixPair{nn.NewMatrix(2, 3, 3, 5, 7, 4, 9, 8), nn.NewMatrix(2, 3, 1, 6, 3, 0, 2, 9)},
		func(r *rand.Rand) matrixPair {
			cols := 2 + r.IntN(2)
			return matrixPair{drawMatrix(r, 2, cols, 9), drawMatrix(r, 2, cols, 9)}
		},
		buildHadamard,
		slices.Concat(
			exercises.Accepts("product", "3 30 21; 0 18 72"),
			exercises.Catches("product", "sum", "4 11 10; 4 11 17"),
			exercises.Catches("product", "place-4", "3 30 21; 4 18 72"),
			exercises.Catches("product", "", "1 2 3; 4 5 6"),
			exercises.Refuses("product", "54 37; 82 90"),
		)...,
	)
}

func buildHadamard(p matrixPair) exercises.Variant {
	c := must(nn.Hadamard(p.A, p.B))
	work := func(i, j int) string { return num(p.A.At(i, j)) + ` \cdot ` + neg(p.B.At(i, j)) }
	steps := entrySteps(c, work)
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(c.Data), spoken(
			"이 칸들을 모두 더하면 %[1]s, 두 행렬을 긴 벡터로 폈을 때의 내적이에요.",
			"All places added up make %[1]s, the dot product of the two matrices laid out as long vectors.",
			num(nn.Dot(p.A.Data, p.B.Data)))),

		exercises.Mistaken("sum", exercises.Exactly(must(nn.Add(p.A, p.B)).Data), lang.T(
			"같은 자리끼리 더한 값이에요. $\\circ$는 같은 자리끼리 곱해요.",
			"The places were added. The sign $\\circ$ multiplies them.")),
	}
	if p.A.Cols == p.B.Rows {
		rules = append(rules, exercises.Mistaken("matrix-product", exercises.Exactly(must(nn.MatMul(p.A, p.B)).Data), lang.T(
			"행과 열을 내적한 행렬 곱이에요. $\\circ$는 더하지 않고 같은 자리끼리 곱하기만 해요.",
			"This is the matrix product of rows and columns. The sign $\\circ$ multiplies place by place and adds nothing.")))
	}
	return exercises.Variant{
		Situation: p.situation("hadamard", 3, 1),
		Statement: spoken("원소별 곱 $A \\circ B$를 구하세요.\n\n$$ A = %[1]s \\qquad B = %[2]s $$\n\n한 칸에 수 하나씩, $%[3]d \\times %[4]d$ 행렬로 답해요.",
			"Find the element-wise product $A \\circ B$.\n\n$$ A = %[1]s \\qquad B = %[2]s $$\n\nAnswer with a $%[3]d \\times %[4]d$ matrix, one number in each place.",
			matrix(p.A), matrix(p.B), c.Rows, c.Cols),
		Parts: []exercises.Part{exercises.Matrix("product", c.Rows, c.Cols, lang.Same("A ∘ B"),
			lang.T("두 칸 이상이 같은 자리의 곱과 달라요. 한 칸씩 다시 곱해 보세요.",
				"Two or more places differ from the products. Multiply them once more, one by one."),
			append(rules, onlyWrongEntry(c, work)...)...)},
		Equation: equating(matrix(p.A)+` \circ `+matrix(p.B), "product", c.Rows, c.Cols),
		Hints: []lang.Text{
			lang.T("같은 행, 같은 열에 있는 두 수를 곱해요. 더하는 일은 없어요.",
				"Multiply the two numbers that stand in the same row and column. Nothing is added."),
			spoken("첫 칸은 $%[1]s = %[2]s$[이에요/예요].", "The first place is $%[1]s = %[2]s$.", work(0, 0), num(c.At(0, 0))),
		},
		Solution: spoken("같은 자리끼리 곱해요.\n\n%[2]s\n\n$$ A \\circ B = %[1]s $$", "Multiply place by place.\n\n%[3]s\n\n$$ A \\circ B = %[1]s $$",
			matrix(c), steps.KO, steps.EN),
	}
}

func matmulFinish() exercises.Exercise {
	return exercises.Template("02/matmul-finish", lang.T("행렬 곱 마무리하기", "Finishing a matrix product"),
		matrixPair{nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(3, 2, 7, 8, 9, 10, 11, 12)},
		func(r *rand.Rand) matrixPair {
			inner := 2 + r.IntN(2)
			return matrixPair{drawMatrix(r, 2, inner, 6), drawMatrix(r, inner, 2, 6)}
		},
		buildMatmulFinish,
		slices.Concat(
			exercises.Accepts("product", "58 64; 139 154", "[58, 64] [139, 154]"),
			exercises.Catches("product", "transposed", "58 139; 64 154"),
			exercises.Catches("product", "added", "33 36; 42 45"),
			exercises.Catches("product", "last-forgotten", "25 28; 73 82"),
			exercises.Catches("product", "place-4", "58 64; 139 153"),
			exercises.Catches("product", "", "1 2; 3 4"),
			exercises.Refuses("product", "58 64 139"),
		)...,
	)
}

func buildMatmulFinish(p matrixPair) exercises.Variant {
	c := must(nn.MatMul(p.A, p.B))
	columns := p.B.T()
	work := func(i, j int) string { return terms(p.A.Row(i), columns.Row(j), `\cdot`) }
	steps := entrySteps(c, work)
	product := exercises.Matrix("product", c.Rows, c.Cols, lang.Same("AB"),
		lang.T("두 칸 이상이 행과 열의 내적과 달라요. $A$의 행 하나와 $B$의 열 하나를 골라 곱을 차례로 적어 보세요.",
			"Two or more places differ from the dot products. Take one row of $A$ and one column of $B$ and write the products down in order."),
		append(matmulRules(p, c), onlyWrongEntry(c, work)...)...)
	product.Kind = answer.Matrix{Rows: c.Rows, Cols: c.Cols, Given: map[int]string{0: num(c.At(0, 0))}}
	return exercises.Variant{
		Situation: p.situation("product", 1, 7),
		Statement: spoken("행렬 곱 $AB$를 완성하세요. 1행 1열은 이미 구해 놓았어요.\n\n$$ A = %[1]s \\qquad B = %[2]s $$\n\n답은 한 칸에 수 하나씩, 네 칸이 다 찬 $2 \\times 2$ 행렬이에요.",
			"Finish the matrix product $AB$. Row 1, column 1 is done already.\n\n$$ A = %[1]s \\qquad B = %[2]s $$\n\nThe answer is the whole $2 \\times 2$ matrix, one number in each place.",
			matrix(p.A), matrix(p.B)),
		Parts:    []exercises.Part{product},
		Equation: equating(matrix(p.A)+" "+matrix(p.B), "product", c.Rows, c.Cols),
		Hints: []lang.Text{
			lang.T("$i$행 $j$열의 칸은 $A$의 $i$행과 $B$의 $j$열의 내적이에요.",
				"The place in row $i$ and column $j$ is the dot product of row $i$ of $A$ and column $j$ of $B$."),
			spoken("1행 2열은 $%[1]s$[이에요/예요].", "Row 1, column 2 is $%[1]s$.", work(0, 1)),
			spoken("1행 2열은 $%[1]s$, 2행 1열은 $%[2]s$[이에요/예요].", "Row 1, column 2 is $%[1]s$; row 2, column 1 is $%[2]s$.",
				num(c.At(0, 1)), num(c.At(1, 0))),
		},
		Solution: spoken("칸마다 행과 열을 내적해요.\n\n%[2]s\n\n$$ AB = %[1]s $$", "Every place is the dot product of a row and a column.\n\n%[3]s\n\n$$ AB = %[1]s $$",
			matrix(c), steps.KO, steps.EN),
	}
}

func matmulRules(p matrixPair, c nn.Matrix) []exercises.Rule {
	last := p.A.Cols - 1
	added, short := nn.NewMatrix(2, 2), nn.NewMatrix(2, 2)
	columns := p.B.T()
	for i := range 2 {
		for j := range 2 {
			added.Set(i, j, total(p.A.Row(i))+total(columns.Row(j)))
			short.Set(i, j, nn.Dot(p.A.Row(i)[:last], columns.Row(j)[:last]))
		}
	}
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(c.Data), spoken(
			"내적 네 번, 곱셈 %d번이에요. 순서를 바꾼 $BA$는 %s 행렬이고 값도 달라요.",
			"That took four dot products, %d multiplications. $BA$ is a different %s matrix.",
			4*p.A.Cols, fmt.Sprintf("$%d \\times %d$", p.B.Rows, p.A.Cols))),

		exercises.Mistaken("transposed", exercises.Exactly(c.T().Data), lang.T(
			"값은 모두 맞지만 행과 열이 바뀌었어요. $A$의 1행으로 만든 값들이 결과의 1행에 와야 해요.",
			"The values are right, but rows and columns are exchanged. What row 1 of $A$ makes belongs into row 1.")),

		exercises.Mistaken("added", exercises.Exactly(added.Data), lang.T(
			"행과 열의 수를 모두 더한 값이에요. 짝끼리 먼저 곱하고, 그 곱을 더해요.",
			"The numbers of the row and the column were all added. Multiply the pairs first, then add the products.")),

		exercises.Mistaken("last-forgotten", exercises.Exactly(short.Data), lang.T(
			"칸마다 마지막 곱이 빠졌어요. 행의 끝까지, 열의 끝까지 짝지어 보세요.",
			"The last product is missing everywhere. Pair up to the end of the row and the column.")),
	}
	if p.B.Rows == 2 {
		rules = append(rules,
			exercises.Mistaken("swapped", exercises.Exactly(must(nn.MatMul(p.B, p.A)).Data), lang.T(
				"$BA$를 구하셨어요. 앞에 있는 $A$에서 행을, 뒤에 있는 $B$에서 열을 가져와야 해요.",
				"This is $BA$. Take the rows from $A$, which stands first, and the columns from $B$.")),

			exercises.Mistaken("hadamard", exercises.Exactly(must(nn.Hadamard(p.A, p.B)).Data), lang.T(
				"같은 자리끼리 곱한 원소별 곱이에요. 행렬 곱은 행과 열을 내적해요.",
				"This is the element-wise product. A matrix product takes dot products of rows and columns.")),
		)
	}
	return rules
}
