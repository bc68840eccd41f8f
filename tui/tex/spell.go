package tex

import (
	"strings"

	"hakseup/lessons/lang"
)

// Spell says a formula in words, so that it can be followed by ear: where a
// fraction begins and ends, what is a subscript, what the signs are called.
func (f *Formula) Spell(l lang.Lang) string {
	s := speller{l}
	return strings.Join(strings.Fields(s.list(f.atoms)), " ")
}

type speller struct{ in lang.Lang }

func (s speller) tr(ko, en string) string { return lang.T(ko, en).In(s.in) }

func (s speller) list(l list) string {
	words := make([]string, len(l))
	for i, a := range l {
		words[i] = s.atom(a)
	}
	return strings.Join(words, " ")
}

// atom says a nucleus and its scripts. The limits of a sum come before what is
// summed, as they are read.
func (s speller) atom(a atom) string {
	said := s.nucleus(a.nucleus)
	if a.limits && a.scripted() {
		if a.sub != nil {
			said += " " + s.tr("아래 ", "from ") + s.list(a.sub)
		}
		if a.sup != nil {
			said += " " + s.tr("위 ", "to ") + s.list(a.sup)
		}
		return said + s.tr(", ", " of ")
	}
	if a.sub != nil {
		said += " " + s.tr("아래첨자 ", "sub ") + s.part(a.sub)
	}
	if a.sup == nil {
		return said
	}
	if one, ok := a.sup.single(); ok && !one.scripted() {
		if g, ok := one.nucleus.(glyph); ok {
			if name, ok := s.power(g.text); ok {
				return said + " " + name
			}
		}
	}
	return said + " " + s.tr("위첨자 ", "to the ") + s.part(a.sup)
}

// power names the scripts that have names of their own.
func (s speller) power(script string) (string, bool) {
	names := map[string]lang.Text{
		"2": lang.T("제곱", "squared"), "3": lang.T("세제곱", "cubed"), "′": lang.T("프라임", "prime"),
		"⊤": lang.T("전치", "transposed"), "T": lang.T("전치", "transposed"), "*": lang.T("별", "star"),
	}
	t, ok := names[script]
	return t.In(s.in), ok
}

// part says a list of several atoms with its ends.
func (s speller) part(l list) string {
	said := s.list(l)
	if _, ok := l.single(); ok {
		return said
	}
	return said + " " + s.tr("끝", "end")
}

func (s speller) nucleus(n nucleus) string {
	switch n := n.(type) {
	case glyph:
		return s.glyph(n.text)
	case group:
		return s.list(n.body)
	case fraction:
		if n.binomial {
			return s.tr("이항계수 ", "binomial ") + s.list(n.above) + s.tr(", ", " over ") + s.list(n.below) + s.tr(", 이항계수 끝", ", end binomial")
		}
		return s.tr("분수, 분자 ", "fraction, ") + s.list(n.above) + s.tr(", 분모 ", " over ") + s.list(n.below) + s.tr(", 분수 끝,", ", end fraction,")
	case radical:
		return s.radical(n)
	case fence:
		return s.fence(n)
	case accent:
		return s.accent(n)
	case brace:
		said := s.list(n.body)
		if n.label != nil {
			said += s.tr(", 곧 ", ", which is ") + s.list(n.label) + ","
		}
		return said
	case stack:
		return s.list(n.body) + " (" + s.list(n.small) + ")"
	case table:
		return s.table(n)
	}
	return "" // space
}

func (s speller) radical(n radical) string {
	if n.index != nil {
		return s.list(n.index) + s.tr(" 제곱근 ", "th root of ") + s.list(n.body) + s.tr(", 근호 끝", ", end root")
	}
	return s.tr("루트 ", "square root of ") + s.list(n.body) + s.tr(", 루트 끝", ", end root")
}

func (s speller) fence(n fence) string {
	body := s.list(n.body)
	switch n.left + n.right {
	case "||":
		return s.tr("절댓값 ", "absolute value of ") + body + s.tr(", 절댓값 끝", ", end absolute value")
	case "‖‖":
		return s.tr("노름 ", "norm of ") + body + s.tr(", 노름 끝", ", end norm")
	}
	return s.glyph(n.left) + " " + body + " " + s.glyph(n.right)
}

func (s speller) accent(n accent) string {
	name, ok := map[string]lang.Text{
		"hat": lang.T("햇", "hat"), "bar": lang.T("바", "bar"), "vec": lang.T("벡터", "vector"), "tilde": lang.T("틸데", "tilde"),
	}[n.mark.name]
	if !ok {
		name = lang.Same(n.mark.name)
	}
	return s.list(n.body) + " " + name.In(s.in)
}

// table says a matrix row by row.
func (s speller) table(n table) string {
	var rows []string
	for _, row := range n.rows {
		var cells []string
		for _, c := range row {
			if said := strings.TrimSpace(s.list(c)); said != "" {
				cells = append(cells, said)
			}
		}
		rows = append(rows, strings.Join(cells, ", "))
	}
	return strings.Join(rows, s.tr("; 다음 줄 ", "; next row "))
}

// glyph names a sign; letters, digits and the names of functions say
// themselves.
func (s speller) glyph(text string) string {
	if i := strings.Index(signs, " "+text+" "); i >= 0 && text != "" {
		fields := strings.SplitN(strings.TrimSpace(signs[i+len(text)+2:]), " ", 3)
		return strings.ReplaceAll([]string{fields[0], fields[1]}[s.in], "_", " ")
	}
	return text
}

// signs lists signs with their names in Korean and English.
const signs = ` + 더하기 plus  − 빼기 minus  - 빼기 minus  = 는 equals  · 곱하기 times  × 곱하기 times 
 ÷ 나누기 divided_by  / 나누기 over  ± 플러스마이너스 plus_or_minus  ⊙ 원소별_곱 elementwise_times 
 ∘ 합성 composed_with  ≤ 작거나_같음 at_most  ≥ 크거나_같음 at_least  < 작음 less_than  > 큼 greater_than 
 ≠ 같지_않음 is_not  ≈ 약 about  ≡ 항상_같음 is_identical_to  ∈ 속함 in  → 에서 to  ← 대입 becomes  := 정의 is_defined_as 
 ⇒ 이면 implies  ⇔ 동치 if_and_only_if  ∑ 시그마 sum  ∏ 모두_곱 product  ∫ 적분 integral  ∞ 무한대 infinity 
 ∂ 라운드 partial  ∇ 나블라 nabla  ( 괄호_열고 open_bracket  ) 괄호_닫고 close_bracket  [ 대괄호_열고 open_square_bracket 
 ] 대괄호_닫고 close_square_bracket  { 중괄호_열고 open_brace  } 중괄호_닫고 close_brace  | 세로줄 bar  ‖ 겹세로줄 double_bar 
 α 알파 alpha  β 베타 beta  γ 감마 gamma  δ 델타 delta  Δ 대문자_델타 capital_delta  ε 엡실론 epsilon  ϵ 엡실론 epsilon 
 η 에타 eta  θ 세타 theta  λ 람다 lambda  μ 뮤 mu  π 파이 pi  ρ 로 rho  σ 시그마 sigma  τ 타우 tau  ϕ 피 phi  φ 피 phi 
 ω 오메가 omega  … 등등 and_so_on  ⋯ 등등 and_so_on  ⋮ 등등 and_so_on  , , ,  ∧ 그리고 and  ∨ 또는 or  ¬ 부정 not  % 퍼센트 percent `
