package answer

import "hakseup/lessons/lang"

// What there is to say about an input that cannot be read, in one place, so
// that the sentences stay of one voice.

func sayEmpty() lang.Text {
	return lang.T("아직 답을 적지 않았어요.", "There is no answer yet.")
}

func sayTooLong() lang.Text {
	return lang.T("답이 너무 길어서 읽지 않았어요.", "This is too long to be read as an answer.")
}

func sayTooDeep() lang.Text {
	return lang.T("괄호나 기호가 너무 여러 겹이라 읽지 못했어요.", "The brackets or signs are nested too deeply to be read.")
}

func saySymbol(s string) lang.Text {
	return lang.Sprintf("'%s'에서 수를 읽지 못했어요. 0.25, -3, 1/3, √2처럼 적어 주세요.",
		"'%s' cannot be read as a number. Write it like 0.25, -3, 1/3 or √2.", s)
}

func sayName(s string) lang.Text {
	return lang.Sprintf("'%s'에서 수를 읽지 못했어요. 여기에서 아는 이름은 pi, e, sqrt, exp, ln, log(밑 10), abs예요.",
		"'%s' cannot be read as a number. The names known here are pi, e, sqrt, exp, ln, log (base 10) and abs.", s)
}

func sayUnfinished() lang.Text {
	return lang.T("끝에 수가 하나 빠졌어요.", "A number is missing at the end.")
}

func sayMissing(before string) lang.Text {
	return lang.Sprintf("'%s' 앞에 수가 빠졌어요.", "A number is missing before '%s'.", before)
}

func sayNoOperator(at string) lang.Text {
	return lang.Sprintf("'%s' 앞에 연산 기호가 없어요. 더하는지 곱하는지 적어 주세요.",
		"There is no sign before '%s': say whether to add or to multiply.", at)
}

func sayAmbiguous(at string) lang.Text {
	return lang.Sprintf("'%s' 앞에서 두 가지로 읽을 수 있어요. 괄호로 묶어 주세요.",
		"This can be read in two ways before '%s'. Please add brackets.", at)
}

func sayUnclosed(open string) lang.Text {
	return lang.Sprintf("여는 괄호 '%s'에 맞는 닫는 괄호가 없어요.", "The bracket '%s' is never closed.", open)
}

func sayUnopened(closing string) lang.Text {
	return lang.Sprintf("닫는 괄호 '%s'에 맞는 여는 괄호가 없어요.", "The bracket '%s' was never opened.", closing)
}

func sayArgument(name string) lang.Text {
	return lang.Sprintf("'%[1]s' 뒤에는 괄호가 필요해요. %[1]s(2)처럼 적어 주세요.",
		"'%[1]s' needs brackets here, as in %[1]s(2).", name)
}

func sayDecimalComma() lang.Text {
	return lang.T("쉼표가 있어서 수 하나로 읽지 못했어요. 소수점은 0.5처럼 마침표로, 천 단위는 쉼표 없이 적어 주세요.",
		"The comma keeps this from being one number. Write the decimal point as in 0.5, and thousands without commas.")
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

func sayZeroDivision() lang.Text {
	return lang.T("0으로 나누어서 값이 정해지지 않아요.", "This divides by zero and has no value.")
}

func sayRoot() lang.Text {
	return lang.T("음수의 제곱근은 실수가 아니에요.", "A negative number has no real square root.")
}

func sayLogarithm() lang.Text {
	return lang.T("로그는 0보다 큰 수에만 있어요.", "Only numbers greater than zero have a logarithm.")
}

func sayPower() lang.Text {
	return lang.T("이 거듭제곱은 실수로 정해지지 않아요.", "This power has no real value.")
}

func sayTooLarge() lang.Text {
	return lang.T("값이 너무 커서 읽을 수 없어요.", "This value is too large to be read.")
}

func sayChoice(input string, options int) lang.Text {
	last := string(rune('a' + options - 1))
	return lang.Sprintf("'%[1]s'에서 보기를 읽지 못했어요. 1부터 %[2]d까지의 번호나 a부터 %[3]s까지의 글자로 골라 주세요.",
		"'%[1]s' names no option. Choose by a number from 1 to %[2]d or a letter from a to %[3]s.", input, options, last)
}

func sayOrder(item, count, items int) lang.Text {
	if count == 0 {
		return lang.Sprintf("%[1]d번이 빠졌어요. 1부터 %[2]d까지를 한 번씩, 2 1 3처럼 순서대로 적어 주세요.",
			"Number %[1]d is missing. Write each from 1 to %[2]d once, in order, such as 2 1 3.", item, items)
	}
	return lang.Sprintf("%[1]d번이 %[3]d번 적혀 있어요. 1부터 %[2]d까지를 한 번씩 적어 주세요.",
		"Number %[1]d is there %[3]d times. Write each from 1 to %[2]d once.", item, items, count)
}
