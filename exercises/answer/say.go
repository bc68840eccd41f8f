package answer

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
)

// What there is to say about an input that cannot be read, in one place, so
// that the sentences stay of one voice.

func sayEmpty() lang.Text {
	return lang.T("아직 답을 적지 않았어요.", "There is no answer yet.")
}

func sayTooLong() lang.Text {
	return lang.T("답이 너무 길어서 읽지 않았어요.", "This is too long to be read as an answer.")
}

// say words a mistake in a formula or a number. quoted is what it is about, as
// it was typed.
func say(e *formula.Error, quoted string) lang.Text {
	quoted = lang.Quote(quoted)
	if format, ok := sentences()[e.Mistake]; ok {
		return lang.T(strings.ReplaceAll(format.KO, "%", quoted), strings.ReplaceAll(format.EN, "%", quoted))
	}
	if e.Mistake == formula.WrongCount {
		return lang.Sprintf("'%[1]s' 괄호 안에는 값이 %[2]d개 있어야 해요.", "'%[1]s' takes %[2]d values in its brackets.", quoted, e.Want)
	}
	return lang.Sprintf("'%[1]s'에서 읽지 못했어요.", "It cannot be read at '%[1]s'.", quoted)
}

// Explain words a mistake in a formula that is no answer: one of a lab.
func Explain(e *formula.Error) lang.Text {
	if e.Mistake == formula.Empty {
		return lang.T("식이 비어 있어요. x^2처럼 적어 주세요.", "There is no formula. Write one, such as x^2.")
	}
	if t, ok := sayOfFormula(e, e.Text, nil); ok {
		return t
	}
	return say(e, e.Text)
}

// sentences are what there is to say about each mistake; % stands for what it
// is about.
func sentences() map[formula.Mistake]lang.Text {
	return map[formula.Mistake]lang.Text{
		formula.Empty:             sayEmpty(),
		formula.TooLong:           sayTooLong(),
		formula.TooDeep:           lang.T("괄호나 기호가 너무 여러 겹이라 읽지 못했어요.", "The brackets or signs are nested too deeply to be read."),
		formula.UnknownSymbol:     lang.T("'%'에서 읽지 못했어요. 0.25, -3, 1/3, √2, x^2처럼 적어 주세요.", "'%' cannot be read. Write like 0.25, -3, 1/3, √2 or x^2."),
		formula.BadNumber:         lang.T("'%'에서 수를 읽지 못했어요. 0.25, -3, 1/3, √2처럼 적어 주세요.", "'%' cannot be read as a number. Write it like 0.25, -3, 1/3 or √2."),
		formula.UnknownName:       lang.T("'%'에서 수를 읽지 못했어요. 여기에서 아는 이름은 pi, e와 sqrt, exp, ln, log(밑 10), abs 같은 함수예요.", "'%' cannot be read as a number. The names known here are pi, e and functions such as sqrt, exp, ln, log (base 10) and abs."),
		formula.UnknownFunction:   lang.T("'%'라는 함수는 없어요. 곱이라면 사이에 *를 적어 주세요.", "There is no function '%'. If a product is meant, put a * in between."),
		formula.Unfinished:        lang.T("끝에 수가 하나 빠졌어요.", "A number is missing at the end."),
		formula.MissingOperand:    lang.T("'%' 앞에 수가 빠졌어요.", "A number is missing before '%'."),
		formula.NoOperator:        lang.T("'%' 앞에 연산 기호가 없어요. 더하는지 곱하는지 적어 주세요.", "There is no sign before '%': say whether to add or to multiply."),
		formula.Separator:         lang.T("쉼표가 있어서 수 하나로 읽지 못했어요. 소수점은 0.5처럼 마침표로, 천 단위는 쉼표 없이 적어 주세요.", "The comma keeps this from being one number. Write the decimal point as in 0.5, and thousands without commas."),
		formula.Ambiguous:         lang.T("'%' 앞에서 두 가지로 읽을 수 있어요. 괄호로 묶어 주세요.", "This can be read in two ways before '%'. Please add brackets."),
		formula.AmbiguousDot:      lang.T("'%'의 가운뎃점은 소수점으로도 곱셈으로도 읽혀요. 소수점은 마침표로, 곱셈은 *로 적어 주세요.", "The dot in '%' may be a decimal point or a product. Write a decimal point as a full stop, a product as *."),
		formula.AmbiguousExponent: lang.T("'%': 두 가지로 읽을 수 있어요. 10의 거듭제곱이면 2e-3처럼 붙여 적고, e를 곱하는 것이면 *를 적어 주세요.", "'%' can be read in two ways. Write a power of ten without a space, as in 2e-3, and a product with e with a *."),
		formula.Unclosed:          lang.T("여는 괄호 '%'에 맞는 닫는 괄호가 없어요.", "The bracket '%' is never closed."),
		formula.Unopened:          lang.T("닫는 괄호 '%'에 맞는 여는 괄호가 없어요.", "The bracket '%' was never opened."),
		formula.NeedsBrackets:     lang.T("'%' 뒤에는 괄호가 필요해요. %(2)처럼 적어 주세요.", "'%' needs brackets here, as in %(2)."),
		formula.NeedsCondition:    lang.T("'%' 앞에 x > 0 같은 조건이 필요해요.", "A condition such as x > 0 must stand before '%'."),
		formula.LooseCondition:    lang.T("조건 '%'만으로는 값이 되지 않아요. a if x < 3 else b처럼 적어 주세요.", "A condition, '%', is no value. Write it like a if x < 3 else b."),
		formula.MissingCase:       lang.T("조건에 맞지 않는 경우의 값이 빠졌어요. a if x < 3 else b처럼 나머지 경우도 적어 주세요.", "The value for where the condition does not hold is missing. Write the other case, too, like a if x < 3 else b."),
		formula.BadName:           lang.T("'%'는 이름으로 쓸 수 없어요. g = w*x처럼 등호 앞에는 이름 하나만 적어 주세요.", "'%' cannot be a name. Write one name before the equals sign, as in g = w*x."),
		formula.DefinedTwice:      lang.T("'%'의 식이 둘이에요. 이름마다 식은 하나만 적어 주세요.", "'%' is defined twice. Give every name one formula."),
		formula.Circular:          lang.T("'%'의 식을 따라가면 자기 자신으로 돌아와요.", "The formula of '%' leads back to itself."),
		formula.NoNode:            lang.T("'%'는 노드로 그릴 수 없어요. 사칙연산, 거듭제곱과 exp, ln, relu 같은 함수로 적어 주세요.", "'%' cannot be drawn as a node. Use + − × ÷, powers and functions such as exp, ln and relu."),
		formula.ZeroDivision:      lang.T("0으로 나누어서 값이 정해지지 않아요.", "This divides by zero and has no value."),
		formula.NegativeRoot:      lang.T("음수의 제곱근은 실수가 아니에요.", "A negative number has no real square root."),
		formula.NoLogarithm:       lang.T("로그는 0보다 큰 수에만 있어요.", "Only numbers greater than zero have a logarithm."),
		formula.NoPower:           lang.T("이 거듭제곱은 실수로 정해지지 않아요.", "This power has no real value."),
		formula.OutsideDomain:     lang.T("'%'의 값이 정해지지 않는 곳이에요.", "'%' has no value there."),
		formula.NoCase:            lang.T("어느 조건에도 맞지 않아 값이 없어요.", "None of the conditions holds, so there is no value."),
		formula.TooLarge:          lang.T("값이 너무 커서 읽을 수 없어요.", "This value is too large to be read."),
	}
}

func sayOneNumber(rows, cols int) lang.Text {
	ko, en := shape(rows, cols)
	return lang.Sprintf("수 하나를 묻는 답란인데 %[1]s 읽었어요.", "One number is asked for, but this reads as %[2]s.", ko, en)
}

func sayVectorShape(n, rows, cols int) lang.Text {
	ko, en := shape(rows, cols)
	return lang.Sprintf("성분이 %[1]d개인 벡터를 묻는 답란인데 %[2]s 읽었어요. (1, 2)처럼 적어 주세요.",
		"A vector of length %[1]d is asked for, but this reads as %[3]s. Write it like (1, 2).", n, ko, en)
}

func sayMatrixShape(wantRows, wantCols, rows, cols int) lang.Text {
	ko, en := shape(rows, cols)
	return lang.Sprintf("%[1]d행 %[2]d열 행렬을 묻는 답란인데 %[3]s 읽었어요. [1 2; 3 4]처럼 행은 쌍반점으로 나눠 주세요.",
		"A matrix is asked for, %[1]d by %[2]d (rows by columns), but this reads as %[4]s. Separate the rows by semicolons, as in [1 2; 3 4].",
		wantRows, wantCols, ko, en)
}

// shape names what was read, with the particle that the Korean sentence needs.
func shape(rows, cols int) (ko, en string) {
	switch {
	case rows == 1 && cols == 1:
		t := lang.T("수 하나를", "a single number")
		return t.KO, t.EN
	case rows == 1 || cols == 1:
		t := lang.Sprintf("수 %d개를", "%d numbers", rows*cols)
		return t.KO, t.EN
	}
	t := lang.Sprintf("%[1]d행 %[2]d열 행렬을", "a matrix, %[1]d by %[2]d", rows, cols)
	return t.KO, t.EN
}

func sayRagged(row, got, want int) lang.Text {
	return lang.Sprintf("%[1]d번째 행에는 수가 %[2]d개인데 첫 행에는 %[3]d개예요.",
		"Row %[1]d has a different length: its entries number %[2]d, those of the first row %[3]d.", row, got, want)
}

func sayChoice(input string, options int) lang.Text {
	last := string(rune('a' + options - 1))
	return lang.Sprintf("'%[1]s'에서 보기를 읽지 못했어요. 1부터 %[2]d까지의 번호나 a부터 %[3]s까지의 글자로 골라 주세요.",
		"'%[1]s' names no option. Choose by a number from 1 to %[2]d or a letter from a to %[3]s.", lang.Quote(input), options, last)
}

func sayOrder(item, count, items int) lang.Text {
	if count == 0 {
		return lang.Sprintf("%[1]d번이 빠졌어요. 1부터 %[2]d까지를 한 번씩, 2 1 3처럼 순서대로 적어 주세요.",
			"Number %[1]d is missing. Write each from 1 to %[2]d once, in order, such as 2 1 3.", item, items)
	}
	return lang.Sprintf("%[1]d번이 %[3]d번 적혀 있어요. 1부터 %[2]d까지를 한 번씩 적어 주세요.",
		"Number %[1]d is there %[3]d times. Write each from 1 to %[2]d once.", item, items, count)
}

// sayOfFormula words the mistakes about which there is something else to say
// where a formula is asked for.
func sayOfFormula(e *formula.Error, quoted string, known []string) (lang.Text, bool) {
	quoted = lang.Quote(quoted)
	switch e.Mistake {
	case formula.UnknownName:
		if len(known) == 0 {
			return lang.Text{}, false
		}
		return lang.Sprintf("'%[1]s': 여기에서 쓰는 이름은 %[2]s예요. 함수는 exp, ln, log, sqrt, max처럼 적어요.",
			"'%[1]s': the names used here are %[2]s. Functions are written exp, ln, log, sqrt, max.", quoted, strings.Join(known, ", ")), true
	case formula.UnknownSymbol:
		if strings.HasPrefix(quoted, `\`) {
			return lang.T(`LaTeX 명령은 읽지 못해요. dL/df, 2x, x^2처럼 적어 주세요.`, `LaTeX commands are not read. Write like dL/df, 2x or x^2.`), true
		}
		return lang.Sprintf("'%[1]s'에서 읽지 못했어요. 2x, x^2, dL/df처럼 적어 주세요.", "'%[1]s' cannot be read. Write like 2x, x^2 or dL/df.", quoted), true
	case formula.BadNumber:
		return lang.Sprintf("'%[1]s'에서 수를 읽지 못했어요. 2.5, 1/3, √2처럼 적어 주세요.", "'%[1]s' cannot be read as a number. Write it like 2.5, 1/3 or √2.", quoted), true
	case formula.Separator:
		return lang.Sprintf("'%[1]s' 때문에 식 하나로 읽지 못했어요. 경우를 나눌 때는 a if x < 3 else b처럼 적어 주세요.",
			"The '%[1]s' keeps this from being one formula. Write cases like a if x < 3 else b.", quoted), true
	case formula.Unfinished:
		return lang.T("끝에 수나 이름이 하나 빠졌어요.", "A number or a name is missing at the end."), true
	}
	return lang.Text{}, false
}
