package markdown

import (
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// look is how a box is announced and coloured.
type look struct {
	title lang.Text
	role  theme.Role
}

func calloutLook(kind lessons.CalloutKind) look {
	switch kind {
	case lessons.Try:
		return look{lang.T("해 보기", "Try it"), theme.Accent}
	case lessons.Slip:
		return look{lang.T("인쇄된 강의 자료와 다른 점", "Where the printed handout differs"), theme.Warning}
	default:
		return look{lang.T("참고", "Note"), theme.Muted}
	}
}

func predictLook() look {
	return look{lang.T("먼저 예상해 보기", "Predict first"), theme.Accent}
}

func exerciseLabel() lang.Text { return lang.T("문제", "Exercise") }

// verdict is said below the options once the learner has chosen.
func verdict(right bool) (lang.Text, theme.Role) {
	if right {
		return lang.T("예상이 맞았어요.", "Your prediction holds."), theme.Correct
	}
	return lang.T("예상과 달라요. 왜 그런지 이어서 읽어 보세요.", "It turns out otherwise. Read on to see why."), theme.Text
}

// invitation is said below the options of an open question.
func invitation() lang.Text {
	return lang.T("하나를 고르면 설명이 이어져요.", "Choose one, and the explanation follows.")
}

func answerIs(n int) lang.Text { return lang.Sprintf("답: %d번", "Answer: %d", n) }
