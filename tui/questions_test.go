package tui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

// reading opens a lecture and returns its screen.
func reading(t *testing.T, w, h int, slug string, o Options) (*driver, *lecture) {
	t.Helper()
	o.Lecture, o.LangGiven = slug, true
	d := open(t, w, h, o)
	screen, ok := d.app.top().(*lecture)
	if !ok {
		t.Fatal("the lecture did not open")
	}
	return d, screen
}

// bring brings the lab at once to where an observation is asked.
func (l *lecture) bring(t *testing.T, q *lessons.Question) {
	t.Helper()
	if err := lab.Play(l.lab.lab, q.See.By); err != nil {
		t.Fatal(err)
	}
	l.look()
}

// answerAll answers the questions of the page, right or all wrong.
func (l *lecture) answerAll(t *testing.T, right bool) {
	t.Helper()
	for range l.current().Blocks {
		q, open := l.openQuestion()
		if !open {
			return
		}
		if q.Kind == lessons.Saw {
			l.bring(t, q)
		}
		option := q.Answer
		if !right {
			option = (q.Answer + 1) % len(q.Options)
		}
		l.answerTo(q, option)
	}
}

func TestAPageAsksWatchesAndTicks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, _ := reading(t, 120, 36, "06-softmax-loss", Options{DataDir: dir})
	// What the question asks for is not there, and nothing says who is right.
	d.expect("본문의 질문에 답하면", "강의 자료: 소프트맥스 함수").expectNot("2.72")
	d.press("Enter").expect("숫자 키로 먼저 골라 보세요")
	d.press("1").expect("● 1  음수", "2.72", "Enter를 눌러 지켜보세요").expectNot("0.0498")
	// The lab is brought there by hand, and the question answered from there.
	d.press("Tab 2 Enter").expectNot("표에 적힌")
	d.press("-3 Enter").expect("표에 적힌")
	d.press("3").expect("네, 아주 작지만", "✗ 1", "✓ 3", "지수가 음수여도 값은").expect("언제나 0보다 크고")

	// A task is ticked where the facts satisfy it, and stays so.
	d.press("]").expectNot("✓ 해 보기")
	d.press("3.7 Enter").expect("✓ 해 보기")
	d.press("r").expect("✓ 해 보기", "0.9002")
	open(t, 120, 36, Options{DataDir: dir, Lecture: "06-softmax-loss"}).
		expect("✓ 해 보기").press("[").expect("✗ 1", "✓ 3", "2.72").press("2").expect("✗ 1")
}

func TestEnterGlidesTheLab(t *testing.T) {
	t.Parallel()
	d, screen := reading(t, 80, 24, "06-softmax-loss", Options{})
	q, _ := screen.openQuestion()
	screen.answerTo(q, q.Answer)
	if q, _ = screen.openQuestion(); screen.glide(q) == nil || !screen.inLab {
		t.Fatal("the lab does not come to the front on its way")
	}
	f, _ := lab.FactOf(screen.lab.lab, "exp")
	if screen.there != "" || f.Value < 1 || f.Value > 2.7 {
		t.Errorf("after the first move it is at %v", f.Value)
	}
	// A key ends the way, and only then acts. The question is out of sight: a
	// digit sets the lab.
	d.press("3").expect("0.0498", "▸ x")
	if _, open := screen.openQuestion(); screen.there != q.ID || !open || screen.lab.entry == nil {
		t.Error("the digit answered what is not to be seen")
	}
	d.press("Esc Tab 3").expect("네, 아주 작지만")
}

// TestThereIsAWayThrough answers everything right, and everything wrong, in a
// narrow and a wide window.
func TestThereIsAWayThrough(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
		for _, right := range []bool{true, false} {
			t.Run(fmt.Sprint(size, right), func(t *testing.T) {
				t.Parallel()
				d, screen := reading(t, size[0], size[1], "06-softmax-loss", Options{})
				for i, page := range screen.pages() {
					if screen.page != i {
						t.Fatalf("on page %d, want %d", screen.page+1, i+1)
					}
					screen.answerAll(t, right)
					if q, open := screen.openQuestion(); open {
						t.Errorf("page %s: %s stays open", page.ID, q.ID)
					}
					d.requireSize(size[0], size[1])
					d.press("]")
				}
			})
		}
	}
}

// TestRowsStay wants what is above an answered question to stay where it is.
func TestRowsStay(t *testing.T) {
	t.Parallel()
	_, screen := reading(t, 120, 36, "06-softmax-loss", Options{})
	for _, page := range screen.pages() {
		for {
			q, open := screen.openQuestion()
			if !open {
				break
			}
			if q.Kind == lessons.Saw {
				screen.bring(t, q)
			}
			before := screen.text.lines
			screen.answerTo(q, (q.Answer+1)%len(q.Options))
			last := before[len(before)-1].Block
			for i, line := range before {
				if line.Block < last && line.Block != screen.text.lines[i].Block {
					t.Fatalf("page %s: line %d has moved", page.ID, i)
				}
			}
		}
		screen.turn(screen.page + 1)
	}
}

// TestWhatAQuestionHidesIsNotToBeSeen looks for the values that a prediction
// keeps back: in the lab where the page opens, and on the whole screen after the
// lab has been taken to where they are to be seen.
func TestWhatAQuestionHidesIsNotToBeSeen(t *testing.T) {
	t.Parallel()
	for _, e := range courseOf(t).Entries() {
		if !e.Written {
			continue
		}
		for _, l := range lang.All() {
			for _, size := range [][2]int{{120, 36}, {80, 24}} {
				t.Run(fmt.Sprint(e.Slug, l, size), func(t *testing.T) {
					t.Parallel()
					_, screen := reading(t, size[0], size[1], e.Slug, Options{Lang: l})
					for range screen.pages() {
						lookForHidden(t, screen)
						screen.turn(screen.page + 1)
					}
				})
			}
		}
	}
}

func lookForHidden(t *testing.T, screen *lecture) {
	t.Helper()
	q, open := screen.openQuestion()
	if !open || len(q.Hides) == 0 {
		return
	}
	var by []lessons.Setting
	for _, b := range screen.current().Blocks {
		if saw, ok := b.(*lessons.Question); ok && saw.See != nil {
			by = saw.See.By
		}
	}
	// The text may say from where the lab sets out.
	views := screen.labView()
	if by != nil {
		lookFor(t, screen, q.Hides, views)
		screen.lab.change(func() {
			if err := lab.Play(screen.lab.lab, by); err != nil {
				t.Error(err)
			}
		})
		views = screen.labView()
	}
	lookFor(t, screen, q.Hides, append(views, screen.textView(true)...))
}

// lookFor looks for the values of facts on a screen.
func lookFor(t *testing.T, screen *lecture, hides, lines []string) {
	t.Helper()
	text := ansi.Strip(strings.Join(lines, "\n"))
	for _, f := range screen.lab.lab.Facts() {
		group, _, _ := strings.Cut(f.ID, ".")
		said := f.Say(screen.s.lang)
		if !slices.Contains(hides, f.ID) && !slices.Contains(hides, group) || !f.Known || len(said) < len("0.12") {
			continue
		}
		if regexp.MustCompile(`(^|[^\d.−])` + regexp.QuoteMeta(said) + `($|[^\d])`).MatchString(text) {
			t.Errorf("page %s: %s is %s, and that is on the screen:\n%s", screen.current().ID, f.ID, said, text)
		}
	}
}

func TestExercisesThatAPageGivesAwayOpenFresh(t *testing.T) {
	t.Parallel()
	d, _ := reading(t, 120, 36, "06-softmax-loss", Options{})
	d.press("] e").expect("점수를 확률로")
	if e, ok := d.app.top().(*exercise); !ok || e.seed == 0 {
		t.Error("06/softmax opens with the handout's numbers, which are on its page")
	}
	d = open(t, 120, 36, Options{}).press("End Enter Enter")
	if e, ok := d.app.top().(*exercise); !ok || e.ex.ID != "practice-1" || e.seed != 0 {
		t.Error("practice 1 does not open with the handout's numbers")
	}
}

func TestTheSlipsAreCollected(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{}).press("End Up").expect("▸ ≠   정오표")
	d.press("e").expect("정오표에는 문제가 없어요")
	d.press("Enter").expect("─ 정오표", "04 ")
	all, err := courseOf(t).Slips(lang.KO)
	if err != nil || len(all) < 4 {
		t.Fatalf("%d pages with slips, %v", len(all), err)
	}
	last := all[len(all)-1]
	d.press("End").expect(fmt.Sprintf("%02d %s", last.Lecture.Number, last.Page.Title))
	d.press("Esc").expect("차례")
	for w := minWidth; w <= 160; w += 7 {
		other := open(t, w, 24, Options{}).press("End Up Enter")
		other.requireSize(w, 24)
	}
}
