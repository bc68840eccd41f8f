package tui

import (
	"fmt"
	"math"
	"time"
)

// dayNames says in both languages how far off a day is: tomorrow, in 5 days,
// or its date.
func (s *learner) dayNames(at time.Time) (ko, en string) {
	now := s.now()
	at = at.In(now.Location())
	midnight := func(t time.Time) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	days := int(math.Round(midnight(at).Sub(midnight(now)).Hours() / 24))
	switch {
	case days <= 0:
		return "오늘", "today"
	case days == 1:
		return "내일", "tomorrow"
	case days < 14:
		return fmt.Sprintf("%d일 뒤", days), fmt.Sprintf("in %d days", days)
	}
	return fmt.Sprintf("%d월 %d일", at.Month(), at.Day()), "on " + at.Format("2 January")
}
