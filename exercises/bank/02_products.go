package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// productSize is that of an M by N matrix times an N by P one.
type productSize struct{ M, N, P int }

// situation shows the shapes, if the lab has room for them.
func (s productSize) situation() string {
	m, n, p := float64(s.M), float64(s.N), float64(s.P)
	if !fit(5, m, n, p) {
		return ""
	}
	return situation("shapes", set("m", m), set("n", n), set("k", n), set("p", p))
}

func countMultiplications() exercises.Exercise {
	draw := func(r *rand.Rand) productSize { return productSize{2 + r.IntN(5), 3 + r.IntN(5), 2 + r.IntN(5)} }
	return exercises.Template("02/count", lang.T("곱셈은 몇 번", "How many multiplications"), productSize{2, 3, 2}, draw, buildCount,
		slices.Concat(
			exercises.Accepts("n", "12"),
			exercises.Catches("n", "entries", "4"),
			exercises.Catches("n", "additions", "8"),
			exercises.Catches("n", "first-only", "6"),
			exercises.Catches("n", "all-sizes", "36"),
			exercises.Refuses("n", "열두 번"),
		)...)
}

func buildCount(s productSize) exercises.Variant {
	entries := s.M * s.P
	return exercises.Variant{
		Situation: s.situation(),
		Statement: lang.Sprintf("$%[1]d \\times %[2]d$ 행렬과 $%[2]d \\times %[3]d$ 행렬을 정의대로 곱하면 수와 수의 곱셈을 모두 몇 번 하나요?",
			"A $%[1]d \\times %[2]d$ matrix is multiplied by a $%[2]d \\times %[3]d$ one, as it is defined. How many multiplications of two numbers does that take?", s.M, s.N, s.P),
		Parts: []exercises.Part{exercises.Number("n", lang.T("곱셈의 수", "multiplications"), lang.T("결과의 한 칸에 몇 번인지 세고, 칸의 수를 곱해요.", "Count those of one entry of the result, times the number of entries."),
			exercises.Right(exercises.Exactly(entries*s.N), lang.Sprintf("칸 %[1]d개에 %[2]d번씩이에요.", "%[2]d for each of %[1]d entries.", entries, s.N)),
			exercises.Mistaken("entries", exercises.Exactly(entries), lang.Sprintf("결과의 칸 수예요. 한 칸에 곱셈이 %[1]d번 들어요.", "Those are the entries of the result. Each takes %[1]d multiplications.", s.N)),
			exercises.Mistaken("additions", exercises.Exactly(entries*(s.N-1)), lang.T("덧셈의 수예요. 수를 $n$개 더하는 데는 덧셈이 $n - 1$번이고, 곱셈은 $n$번이에요.", "Those are the additions. Adding up $n$ products takes $n - 1$ of them, but $n$ multiplications.")),
			exercises.Mistaken("first-only", exercises.Exactly(s.M*s.N), lang.T("첫 행렬의 칸 수예요. 그 칸은 결과의 열마다 다시 쓰여요.", "Those are the entries of the first matrix. Each is used again for every column of the result.")),
			exercises.Mistaken("all-sizes", exercises.Exactly(s.M*s.N*s.N*s.P), lang.T("네 크기를 모두 곱하셨어요. 가운데 크기는 한 번만 세요.", "That multiplies all four sizes. The inner one counts once.")))},
		Hints: []lang.Text{
			lang.Sprintf("결과는 $%[1]d \\times %[2]d$ 행렬이에요.", "The result is a $%[1]d \\times %[2]d$ matrix.", s.M, s.P),
			lang.Sprintf("한 칸은 길이 %[1]d인 행과 열의 내적이에요.", "An entry is the dot product of a row and a column of length %[1]d.", s.N),
		},
		Solution: lang.Sprintf("$$ %[1]d \\cdot %[2]d \\cdot %[3]d = %[4]d $$", "$$ %[1]d \\cdot %[2]d \\cdot %[3]d = %[4]d $$", s.M, s.P, s.N, entries*s.N),
	}
}

func orderOfFactors() exercises.Exercise {
	draw := func(r *rand.Rand) matrixPair {
		for {
			p := matrixPair{drawMatrix(r, 2, 2, 5), drawMatrix(r, 2, 2, 5)}
			if !slices.Equal(must(nn.MatMul(p.A, p.B)).Data, must(nn.MatMul(p.B, p.A)).Data) {
				return p
			}
		}
	}
	return exercises.Template("02/order", lang.T("곱하는 순서", "The order of factors"), matrixPair{nn.NewMatrix(2, 2, 1, 2, 3, 4), nn.NewMatrix(2, 2, 5, 6, 7, 8)}, draw, buildOrder,
		slices.Concat(
			exercises.Accepts("ab", "19 22; 43 50"),
			exercises.Catches("ab", "reversed", "23 34; 31 46"),
			exercises.Catches("ab", "hadamard", "5 12; 21 32"),
			exercises.Catches("ab", "transposed", "26 30; 38 44"),
			exercises.Refuses("ab", "19 22"),
			exercises.Accepts("ba", "23 34; 31 46"),
			exercises.Catches("ba", "reversed", "19 22; 43 50"),
			exercises.Refuses("ba", ""),
		)...)
}

func buildOrder(p matrixPair) exercises.Variant {
	product := func(a, b nn.Matrix) []float64 { return must(nn.MatMul(a, b)).Data }
	ab, ba := nn.NewMatrix(2, 2, product(p.A, p.B)...), nn.NewMatrix(2, 2, product(p.B, p.A)...)
	part := func(id, name string, a, b nn.Matrix) exercises.Part {
		return exercises.Matrix(id, 2, 2, lang.Same("$"+name+"$"), lang.T("왼쪽의 행과 오른쪽의 열을 하나씩 내적해 보세요.", "Take the dot product of each row on the left with each column on the right."),
			exercises.Right(exercises.Exactly(product(a, b)), lang.T("순서를 바꾸면 다른 행렬이 나와요.", "The other order gives another matrix.")),
			exercises.Mistaken("reversed", exercises.Exactly(product(b, a)), lang.T("순서를 바꾸어 곱하셨어요. 왼쪽 행렬에서 행을, 오른쪽 행렬에서 열을 가져와요.", "That is the product in the other order. Rows come from the left one, columns from the right one.")),
			exercises.Mistaken("hadamard", exercises.Exactly(must(nn.Hadamard(a, b)).Data), lang.T("같은 자리끼리 곱하셨어요. 그것은 원소별 곱이에요.", "That multiplies place by place, which is the element-wise product.")),
			exercises.Mistaken("transposed", exercises.Exactly(product(a.T(), b)), lang.T("왼쪽 행렬의 열을 쓰셨어요. 왼쪽에서는 행을 가져와요.", "That uses the columns of the left one. Take its rows.")))
	}
	return exercises.Variant{
		Statement: spoken("두 행렬의 곱을 두 순서로 구하세요.\n\n$$ A = %[1]s \\qquad B = %[2]s $$", "Multiply the two matrices in both orders.\n\n$$ A = %[1]s \\qquad B = %[2]s $$", matrix(p.A), matrix(p.B)),
		Parts:     []exercises.Part{part("ab", "AB", p.A, p.B), part("ba", "BA", p.B, p.A)},
		Equation: func(begun map[string][]float64) string {
			return matrix(p.A) + " " + matrix(p.B) + " = " + matrixBegun(2, 2, begun["ab"]) + ` \quad ` +
				matrix(p.B) + " " + matrix(p.A) + " = " + matrixBegun(2, 2, begun["ba"])
		},
		Hints: []lang.Text{
			lang.T("$AB$의 첫 칸은 $A$의 첫 행과 $B$의 첫 열을 내적한 값이에요.", "The first entry of $AB$ is the dot product of the first row of $A$ and the first column of $B$."),
			spoken("그 값은 $%[1]s$[이에요/예요]. $BA$의 첫 칸은 $%[2]s$[이에요/예요].", "It is $%[1]s$, and that of $BA$ is $%[2]s$.", num(ab.At(0, 0)), num(ba.At(0, 0))),
		},
		Solution: spoken("$$ AB = %[1]s \\qquad BA = %[2]s $$", "$$ AB = %[1]s \\qquad BA = %[2]s $$", matrix(ab), matrix(ba)),
	}
}
