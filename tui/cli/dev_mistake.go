package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
)

// unreadableFormula says which of two formulas cannot be read, where and why.
func unreadableFormula(i int, text string, e *formula.Error) lang.Text {
	at := utf8.RuneCountInString(text[:min(e.Offset, len(text))]) + 1
	why := mistakeText(e)
	return lang.Sprintf("%[1]s 식을 %[3]d번째 글자에서 읽지 못했어요: %[4]s", "The %[2]s formula cannot be read at character %[3]d: %[5]s",
		[]string{"첫째", "둘째"}[i], []string{"first", "second"}[i], at, why.KO, why.EN)
}

// mistakeText says what is wrong with a formula.
//
//nolint:cyclop // one case a mistake
func mistakeText(e *formula.Error) lang.Text {
	typed := visible(e.Text)
	say := func(ko, en string) lang.Text { return lang.Sprintf(ko, en, typed) }
	switch e.Mistake {
	case formula.Empty:
		return lang.T("아직 식이 비어 있어요.", "it is empty.")
	case formula.TooLong:
		return lang.T("식이 너무 길어요.", "it is too long.")
	case formula.TooDeep:
		return lang.T("괄호나 기호가 너무 여러 겹이에요.", "brackets or signs are nested too deeply.")
	case formula.UnknownName:
		return say("'%s'라는 이름은 여기에 없어요.", "there is no name '%s' here.")
	case formula.UnknownFunction:
		return say("'%s'라는 함수는 없어요.", "there is no function '%s'.")
	case formula.BadNumber:
		return say("'%s'에서 수를 읽지 못했어요.", "'%s' is no number.")
	case formula.TooLarge:
		return say("'%s'의 값이 너무 커요.", "the value of '%s' is too large.")
	case formula.Unfinished:
		return lang.T("여기에 수나 이름이 빠졌어요.", "a number or a name is missing.")
	case formula.MissingOperand:
		return say("'%s' 앞에 수나 이름이 빠졌어요.", "a number or a name is missing before '%s'.")
	case formula.NoOperator:
		return say("'%s' 앞에 연산 기호가 없어요.", "there is no sign before '%s'.")
	case formula.Separator:
		return say("'%s' 때문에 식 하나로 읽을 수 없어요.", "'%s' keeps this from being one formula.")
	case formula.Ambiguous:
		return say("'%s' 앞에서 두 가지로 읽을 수 있어요. 괄호로 묶어 주세요.", "there are two ways to read this before '%s': please add brackets.")
	case formula.AmbiguousDot:
		return say("'%s'의 점이 소수점인지 곱셈인지 알 수 없어요. 소수점은 마침표로, 곱셈은 *로 적어 주세요.", "the dot in '%s' may be a decimal point or a product: write . or *.")
	case formula.AmbiguousExponent:
		return say("'%s': 수 하나로도, e가 든 계산으로도 읽을 수 있어요. 수라면 붙여 적어 주세요.", "'%s' may be one number or a calculation with e: write a number without the space.")
	case formula.Unclosed:
		return say("여는 괄호 '%s'에 맞는 닫는 괄호가 없어요.", "the bracket '%s' is never closed.")
	case formula.Unopened:
		return say("닫는 괄호 '%s'에 맞는 여는 괄호가 없어요.", "the bracket '%s' was never opened.")
	case formula.NeedsBrackets:
		return say("'%s' 뒤에는 괄호가 필요해요.", "'%s' needs brackets here.")
	case formula.WrongCount:
		return lang.Sprintf("'%[1]s'에는 값이 %[2]d개 필요해요.", "'%[1]s' takes a different number of values: %[2]d.", typed, e.Want)
	case formula.NeedsCondition:
		return say("'%s' 앞에 x > 0 같은 조건이 있어야 해요.", "a condition such as x > 0 is missing before '%s'.")
	case formula.LooseCondition:
		return say("'%s'가 든 조건에 따른 값이 없어요. x if x > 0 else 0처럼 적어 주세요.", "'%s' makes a condition, but there is no value that depends on it: write it like x if x > 0 else 0.")
	}
	return say("'%s': 식에서 쓰지 않는 글자예요.", "'%s' means nothing in a formula.")
}

// visible leaves out of a text what does not show, and cuts it short.
func visible(text string) string {
	const most = 20
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) && r != utf8.RuneError {
			return r
		}
		return '·'
	}, text))
	if len(runes) > most {
		runes = append(runes[:most], '…')
	}
	return string(runes)
}
