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

// done is the look of a box whose task is done.
func done(l look) look {
	return look{lang.T("✓ "+l.title.KO, "✓ "+l.title.EN), theme.Correct}
}

func questionLook(kind lessons.QuestionKind) look {
	switch kind {
	case lessons.Saw:
		return look{lang.T("해 보고 답하기", "Do it, then say what you saw"), theme.Accent}
	case lessons.Review:
		return look{lang.T("다시 떠올리기", "Recall"), theme.Accent}
	default:
		return look{lang.T("먼저 예상해 보기", "Predict first"), theme.Accent}
	}
}

func exerciseLabel() lang.Text { return lang.T("문제", "Exercise") }

// verdict is said to whoever chose an option that has no words of its own.
func verdict(right bool) (lang.Text, theme.Role) {
	if right {
		return lang.T("맞았어요.", "That is right."), theme.Correct
	}
	return lang.T("답과 달라요. 왜 그런지 이어서 읽어 보세요.", "It turns out otherwise. Read on to see why."), theme.Text
}

// invitation is said below the options of an open question.
func invitation(kind lessons.QuestionKind) lang.Text {
	switch kind {
	case lessons.Saw:
		return lang.T("본 대로 골라 보세요.", "Choose what you saw.")
	case lessons.Review:
		return lang.T("숫자 키로 답해 보세요.", "Answer with a number key.")
	default:
		return lang.T("하나를 고르면 이어져요.", "Choose one to go on.")
	}
}

// toThere is said below what an observation wants to be done first.
func toThere() lang.Text {
	return lang.T("직접 해 보거나, Enter를 눌러 지켜보세요.", "Do it yourself, or press Enter and watch.")
}

// toSee is said in place of a verdict that the lab is yet to give.
func toSee() lang.Text {
	return lang.T("실험으로 확인해 봐요.", "Now look at the lab.")
}

func answerIs(n int) lang.Text { return lang.Sprintf("답: %d번", "Answer: %d", n) }

// TitleOf returns what stands above a callout or a question, and nothing for
// other blocks.
func TitleOf(b lessons.Block) lang.Text {
	switch b := b.(type) {
	case *lessons.Callout:
		return calloutLook(b.Kind).title
	case *lessons.Question:
		return questionLook(b.Kind).title
	}
	return lang.Text{}
}

// Verdict is said to whoever chose an option that has no words of its own.
func Verdict(right bool) lang.Text {
	said, _ := verdict(right)
	return said
}
