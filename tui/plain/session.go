// Package plain is the whole course in words: line by line, append-only, with
// numbered choices and prompts in place of screens. It is for screen readers,
// braille displays, pipes and terminals that cannot be drawn on. What is kept is
// the same as on the screen.
package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// Options is what the command line has to say.
type Options struct {
	In        *bufio.Reader
	Out       io.Writer
	Lang      lang.Lang
	LangGiven bool   // the language was chosen on the command line: it wins over the kept one
	DataDir   string // folder of the learner's progress
	Lecture   string // slug of the lecture to open; empty for the contents
}

// errLeave ends the session: the learner wants to, or there is no more input.
var errLeave = errors.New("leave")

// savePatience is how long a save waits for other programs. What is not saved
// stays in the journal.
const savePatience = 400 * time.Millisecond

// session is a learner at the course.
type session struct {
	Voice

	ctx    context.Context //nolint:containedctx // it is the session's own: it ends with it
	in     *bufio.Reader
	course *lessons.Course
	store  *progress.Store

	fresh   map[string]bool // the exercises whose results a page gives away; nil: not looked for yet
	noticed bool            // what is wrong with the files has been said
}

// Run leads through the course until the learner leaves or the input ends.
//
//nolint:contextcheck // the session holds it
func Run(ctx context.Context, course *lessons.Course, o Options) error {
	s := &session{
		Voice: Voice{o.Out, o.Lang}, ctx: ctx, in: o.In, course: course,
		store: progress.Open(o.DataDir, lessons.NumberedPages()),
	}
	defer func() { _ = s.store.Close() }() // what is not saved is in the journal
	s.save()
	if l, err := lang.Parse(s.store.Summary().Settings[progress.Language]); err == nil && !o.LangGiven {
		s.Lang = l
	}
	var err error
	if o.Lecture != "" {
		err = s.lecture(o.Lecture)
	}
	for err == nil {
		err = s.home()
	}
	s.save()
	if errors.Is(err, errLeave) {
		return nil
	}
	return err
}

// save brings what was kept into the database, and says once what stands in the
// way.
func (s *session) save() {
	ctx, cancel := context.WithTimeout(s.ctx, savePatience)
	defer cancel()
	_ = s.store.Save(ctx) // the notice tells
	if n := s.store.Notice(); n != nil && !s.noticed {
		s.noticed = true
		s.Say(n.Text())
	}
}

// ask says a prompt and reads a line.
func (s *session) ask(prompt lang.Text) (string, error) {
	s.Line(prompt.In(s.Lang))
	line, err := s.in.ReadString('\n')
	if s.ctx.Err() != nil || err != nil && line == "" {
		return "", errLeave
	}
	return strings.TrimSpace(line), nil
}

// command is what a prompt understands besides its own answers.
type command struct {
	names string // the first is the one that help names, by language: "다음 next n"
	does  lang.Text
}

// is reports whether a word is one of names, also one whose letters were typed
// while the keyboard was in Hangul mode.
func is(word, names string) bool {
	word = strings.ToLower(strings.TrimSpace(word))
	list := strings.Fields(names)
	return word != "" && (slices.Contains(list, word) || slices.Contains(list, strings.ToLower(lang.Latin(word))))
}

// Words that mean the same at every prompt.
const (
	wordsHelp  = "도움말 help ? h"
	wordsLeave = "끝 exit quit"
	wordsUp    = "나가기 up q"
)

// help lists commands, each by its name in the language of the session.
func (s *session) help(list []command) {
	for _, c := range list {
		names := strings.Fields(c.names)
		s.Line(names[min(int(s.Lang), len(names)-1)] + ": " + c.does.In(s.Lang))
	}
}

// number reads the number of a choice out of n, counted from 1.
func number(line string, n int) (int, bool) {
	line = strings.Trim(line, ".)번 ")
	k, err := strconv.Atoi(line)
	return k, err == nil && k >= 1 && k <= n
}

func (s *session) homeCommands() []command {
	return []command{
		{"번호 number", lang.T("그 강의를 열어요. 이름의 일부를 적어도 돼요.", "opens that lecture. A part of its name does, too.")},
		{"문제 exercises e", lang.T("문제 목록이에요. 문제 이름을 붙이면 바로 열려요.", "lists the exercises. With the name of one it opens.")},
		{"실험 lab l", lang.T("실험 목록이에요. 실험 이름을 붙이면 바로 열려요.", "lists the experiments. With the name of one it opens.")},
		{"찾기 find", lang.T("낱말을 붙이면 쪽, 수식, 실험, 문제에서 찾아요. 예: 찾기 ㅅㅍㅌ", "with a word, looks for it in pages, formulas, labs and exercises.")},
		{"정오표 slips", lang.T("인쇄된 강의 자료와 다른 곳을 모아 읽어요.", "reads where the printed handout differs.")},
		{"언어 language", lang.T("한국어와 영어를 바꿔요.", "changes between Korean and English.")},
		{wordsLeave, lang.T("끝내요.", "ends the program.")},
	}
}

// home lists the lectures and opens what is asked for.
func (s *session) home() error {
	s.Say(lang.T("학습: 딥러닝의 기초. 차례예요.", "hakseup: the basics of deep learning. The contents."))
	summary := s.store.Summary()
	for _, e := range s.course.Entries() {
		line := fmt.Sprintf("%d. %s: %s", e.Number, e.Title.In(s.Lang), e.Summary.In(s.Lang))
		if e.Pages > 0 {
			line += s.tr(", ", ", ") + lang.Sprintf("%d쪽 가운데 %d쪽 읽음", "%[2]d of %[1]d pages read", e.Pages, len(summary.Lectures[e.Slug].Read)).In(s.Lang)
		} else {
			line += s.tr(", 준비 중", ", not written yet")
		}
		s.Line(line)
	}
	prompt := lang.T("강의 번호나 이름을 적으세요. 도움말은 ?, 끝내려면 끝.", "Type the number or name of a lecture, ? for help, exit to end.")
	if last := summary.Last; last != nil {
		prompt = lang.T("Enter: 읽던 곳에서 이어 가기. "+prompt.KO, "Enter: go on where you left. "+prompt.EN)
	}
	for {
		line, err := s.ask(prompt)
		if err != nil {
			return err
		}
		again, err := s.homeLine(line, summary.Last)
		if err != nil || again {
			return err
		}
	}
}

// homeLine does what was asked for in the contents; again tells that they are
// to be said anew.
func (s *session) homeLine(line string, last *progress.Place) (again bool, err error) {
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case line == "" && last != nil:
		return true, s.lecture(last.Lecture)
	case line == "":
		return false, nil
	case is(line, wordsHelp):
		s.help(s.homeCommands())
	case is(line, wordsLeave) || is(line, wordsUp):
		return false, errLeave
	case is(line, "언어 language 한국어 english 영어 korean ko en"):
		s.Lang = 1 - s.Lang
		s.store.Set(progress.Language, s.Lang.String())
		s.save()
		return true, nil
	case is(word, "문제 exercises exercise e"):
		return s.openExercise(rest)
	case is(word, "실험 lab labs l"):
		return s.openLab(rest)
	case is(line, "정오표 slips"):
		return true, s.slips()
	case is(word, "찾기 find / search"):
		return s.find(rest)
	default:
		l, err := s.course.Lecture(line, s.Lang)
		if e, ok := errors.AsType[*lessons.LookupError](err); ok {
			s.Say(e.Text)
			return false, nil
		}
		if err != nil {
			return false, err
		}
		return true, s.lecture(l.Slug)
	}
	return false, nil
}

// slips says everything that the handout has otherwise than it is.
func (s *session) slips() error {
	all, err := s.course.Slips(s.Lang)
	if err != nil {
		return err
	}
	for _, slip := range all {
		s.Line(fmt.Sprintf("%02d %s", slip.Lecture.Number, slip.Page.Title))
		s.Blocks(slip.Blocks)
	}
	return nil
}
