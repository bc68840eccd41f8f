package plain

import (
	"fmt"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/find"
)

// find looks for something in the course and opens what is chosen.
func (s *session) find(query string) (again bool, err error) {
	x, err := find.New(s.course)
	if err != nil {
		return false, err
	}
	found := x.Search(query)
	if len(found) == 0 {
		s.Say(lang.T("찾은 것이 없어요.", "Nothing is found."))
		return false, nil
	}
	for i, e := range found {
		where := e.ID
		if e.Lecture != "" {
			where = e.Lecture[:2]
		}
		s.Line(fmt.Sprintf("%d. %s, %s %s", i+1, e.Title.In(s.Lang), where, e.Kind.Label().In(s.Lang)))
	}
	line, err := s.ask(lang.T("열 것의 번호를 적으세요. Enter: 차례.", "Type the number of what to open. Enter: the contents."))
	k, ok := number(line, len(found))
	if err != nil || !ok {
		return true, err
	}
	switch e := found[k-1]; e.Kind {
	case find.Lab:
		return true, s.enter(lessons.Scene{Lab: e.ID}).stay()
	case find.Exercise:
		return true, s.solve(e.ID)
	default:
		return true, s.lectureAt(e.Lecture, e.Page)
	}
}
