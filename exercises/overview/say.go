package overview

import (
	"math"
	"time"

	"hakseup/lessons/lang"
)

// Facts says how far the learner is in a chapter, a few words each.
func (c Chapter) Facts() []lang.Text {
	var all []lang.Text
	if c.Pages > 0 {
		all = append(all, lang.Sprintf("%d/%d쪽", "%d/%d pages", c.Read, c.Pages))
	}
	if c.Right+c.Wrong > 0 {
		all = append(all, lang.Sprintf("예상 맞음 %d, 빗나감 %d", "guesses right %d, wrong %d", c.Right, c.Wrong))
	}
	if c.Tasks > 0 {
		all = append(all, lang.Sprintf("할 일 %d/%d", "tasks %d/%d", c.Done, c.Tasks))
	}
	if c.Exercises > 0 {
		all = append(all, lang.Sprintf("문제 %d/%d", "exercises %d/%d", c.Solved, c.Exercises))
	}
	if c.Tried > 0 {
		all = append(all, lang.Sprintf("점수 최고 %.0f%%, 최근 %.0f%%", "marks best %.0f%%, latest %.0f%%", 100*c.Best, 100*c.Latest))
	}
	if c.Spent >= time.Minute {
		all = append(all, SayTime(c.Spent))
	}
	return all
}

// SayTime says how long something took, to the minute; nothing of less.
func SayTime(d time.Duration) lang.Text {
	minutes := int(math.Round(d.Minutes()))
	switch {
	case minutes < 1:
		return lang.Text{}
	case minutes < 60:
		return lang.Sprintf("%d분", "%d min", minutes)
	}
	return lang.Sprintf("%d시간 %d분", "%d h %d min", minutes/60, minutes%60)
}
