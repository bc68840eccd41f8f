package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/exercises/review"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// plan is what comes back and when, worked out once for a summary.
type plan struct {
	of       int // the number of the summary
	schedule *review.Schedule
	hour     time.Time // for which the following holds
	due      []review.Item
}

// reviewCourse is what there is to come back.
func (b *library) reviewCourse() review.Course {
	return review.Course{
		Has:      func(id string) bool { _, ok := bank.Find(id); return ok },
		Asks:     func(slug, id string) bool { _, _, ok := b.question(slug, id, lang.KO); return ok },
		Contains: bank.Contains, Mistake: bank.Mistake, Mistakes: bank.Mistakes,
	}
}

// Schedule works out what comes back to a learner, and when.
func Schedule(course *lessons.Course, sum progress.Summary) *review.Schedule {
	return review.New(sum, newLibrary(course).reviewCourse())
}

// schedule returns what comes back and when.
func (s *session) schedule() *review.Schedule {
	if s.planned.schedule == nil || s.planned.of != s.summaries {
		s.planned = plan{of: s.summaries, schedule: review.New(s.summary, s.reviewCourse())}
	}
	return s.planned.schedule
}

// due returns how many things are due. It is asked at every frame, and looked up
// once an hour.
func (s *session) due() int {
	schedule := s.schedule()
	if hour := s.now().Truncate(time.Hour); !hour.Equal(s.planned.hour) {
		s.planned.hour, s.planned.due = hour, schedule.Due(s.now())
	}
	return len(s.planned.due)
}

// openReview begins a sitting, or says when there will be something for one.
func (s *session) openReview() tea.Cmd {
	items := s.schedule().Sitting(s.now())
	if len(items) == 0 {
		return notice(s.say(s.nothingDue()))
	}
	return s.push(newSitting(s, items))
}

// nothingDue says when something is due next.
func (s *session) nothingDue() lang.Text {
	next, ok := s.schedule().Next()
	if !ok {
		return lang.T("푼 문제와 빗나간 예측이 며칠 뒤 여기로 돌아와요. 아직은 없어요.",
			"Exercises you have done and predictions you missed come back here after some days. There are none yet.")
	}
	ko, en := s.dayNames(next)
	return lang.Sprintf("오늘 복습할 것은 다 했어요. 다음 복습은 %[1]s이에요.", "Nothing is due today. The next review is %[2]s.", ko, en)
}

// recalled keeps how a question that came back was answered.
func (s *learner) recalled(lecture, id string, right bool) tea.Cmd {
	return s.record(func(store *progress.Store) { store.Recall(lecture, id, right) })
}
