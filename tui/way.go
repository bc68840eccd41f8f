package tui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// step is what the learner does next.
type step struct {
	chapter chapter
	page    int    // to be read; -1 where all are
	open    int    // how many exercises of the course are not solved, once all pages are read
	first   string // the id of the first of them
}

// nextStep finds what comes next: the first unread page from where the learner
// is, round to the beginning; then the first exercise that is not solved.
func (s *session) nextStep() step {
	at := 0
	if last := s.summary.Last; last != nil {
		at = max(0, slices.IndexFunc(s.chapters, func(c chapter) bool { return c.slug == last.Lecture }))
	}
	for i := range s.chapters {
		c := s.chapters[(at+i)%len(s.chapters)]
		if c.pages == 0 {
			continue
		}
		if page := slices.Index(s.read(c.slug), false); page >= 0 {
			return step{chapter: c, page: page}
		}
	}
	next := step{page: -1}
	for _, c := range s.chapters {
		for _, e := range c.exercises {
			if s.summary.Exercises[e.ID].Solved {
				continue
			}
			if next.open++; next.open == 1 {
				next.chapter, next.first = c, e.ID
			}
		}
	}
	return next
}

// openNext goes where the way leads.
func (s *session) openNext() tea.Cmd {
	switch st := s.nextStep(); {
	case st.page >= 0:
		return s.push(newLectureAt(s, st.chapter.slug, st.page))
	case st.open > 0:
		return s.push(newMenu(s, st.chapter))
	case s.due() > 0:
		return s.openReview()
	}
	return s.openExam()
}

// sign is a line of the way: what there is to do, and the key for it.
type sign struct {
	key  string
	text lang.Text
	role theme.Role
}

// way says what to do next: what is due first, then how the course goes on.
func (s *session) way() []sign {
	var signs []sign
	due := s.due()
	if due > 0 {
		signs = append(signs, sign{"r", lang.Sprintf("복습할 것 %d개가 돌아왔어요", "back for review: %d", due), theme.Warning})
	}
	switch st := s.nextStep(); {
	case st.page >= 0:
		title := s.lecture(st.chapter.slug).Pages[st.page].Title
		signs = append(signs, sign{"Space", lang.Sprintf("다음: %[1]s강 %[2]d쪽 ‘%[3]s’", "next: lecture %[1]s, page %[2]d, “%[3]s”",
			st.chapter.number, st.page+1, title), theme.Accent})
	case st.open > 0:
		signs = append(signs, sign{"Space", lang.Sprintf("쪽은 모두 읽었어요. 남은 문제 %[1]d개, 다음은 ‘%[2]s’", "Every page is read. Exercises left: %[1]d, next “%[3]s”",
			st.open, titleOf(st).KO, titleOf(st).EN), theme.Accent})
	default:
		signs = append(signs,
			sign{"", lang.T("모두 읽고 모두 풀었어요. 배운 것은 쓰면서 남아요.", "Everything is read and solved. What you use stays with you."), theme.Correct},
			sign{"x", lang.T("새 숫자로 모의시험 보기", "a mock exam with fresh numbers"), theme.Accent},
			sign{"p", lang.T("약한 곳과 자주 한 실수 살펴보기", "see where you were weak, and your mistakes"), theme.Accent})
		if next, ok := s.schedule().Next(); ok && due == 0 {
			ko, en := s.dayNames(next)
			signs = append(signs, sign{"r", lang.Sprintf("다음 복습은 %[1]s", "the next review is %[2]s", ko, en), theme.Muted})
		}
	}
	return signs
}

func titleOf(st step) lang.Text {
	i := slices.IndexFunc(st.chapter.exercises, func(e exercises.Exercise) bool { return e.ID == st.first })
	return st.chapter.exercises[i].Title
}

// isNew reports whether the learner has not begun yet.
func (s *session) isNew() bool {
	return s.summaries > 0 && s.summary.PagesRead == 0 && s.summary.Attempts == 0
}

// introduction explains the program to whoever starts it for the first time.
func introduction() []sign {
	return []sign{
		{"", lang.T("읽고, 만져 보고, 풀면서 딥러닝의 기초를 배우는 곳이에요.",
			"Here you learn the basics of deep learning by reading, trying and solving."), theme.Text},
		{"←→", lang.T("짧은 쪽을 넘겨요. 예상을 묻는 쪽에서는 먼저 골라 보세요. 빗나가도 잃는 것은 없어요.",
			"turns the short pages. Where one asks what will happen, guess first: a wrong guess costs nothing."), theme.Text},
		{"Tab", lang.T("쪽마다 곁에 있는 실험으로 가요. 값을 바꾸면 바로 다시 계산해요.",
			"goes to the experiment beside the page. Change a value and it is worked out anew."), theme.Text},
		{"e", lang.T("문제를 풀어요. 틀리면 왜 그런지 말해 주고, 며칠 뒤 복습(r)에서 다시 만나요.",
			"opens the exercises. A wrong answer is explained, and comes back in a review (r) some days later."), theme.Text},
		{"?", lang.T("어디서나 도움말이에요. esc는 뒤로, L은 English.", "is help, everywhere; esc goes back, L is 한국어."), theme.Text},
		{"Enter", lang.T("01강부터 시작해요.", "begins with lecture 01."), theme.Accent},
	}
}

// signLines lays signs out, their keys before them.
func (s *session) signLines(signs []sign, w int) []string {
	var lines []string
	for _, g := range signs {
		head := ""
		if g.key != "" {
			head = s.theme.PaintAttr(theme.Accent, theme.Bold, g.key) + "  "
		}
		indent := text.Width(head)
		for i, l := range text.WrapString(s.say(g.text), w-indent) {
			if i > 0 {
				head = strings.Repeat(" ", indent)
			}
			lines = append(lines, " "+head+s.paint(g.role, l))
		}
	}
	return lines
}
