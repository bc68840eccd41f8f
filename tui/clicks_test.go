package tui

import (
	"fmt"
	"strings"
	"testing"

	"hakseup/lessons/lang"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// clickAt clicks the nth cell of a text that stands in a line of the screen.
func (d *driver) clickAt(y int, on string, n int) *driver {
	d.t.Helper()
	lines := strings.Split(d.screen(), "\n")
	if y < 0 {
		y += len(lines)
	}
	before, _, ok := strings.Cut(lines[y], on)
	if !ok {
		d.t.Fatalf("%q is not in %q", on, lines[y])
	}
	d.send(tea.MouseMsg{X: ansi.StringWidth(before) + n, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	return d
}

func TestTheDotsTurnThePage(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "06-softmax-loss"})
	d.clickAt(0, "●○○○", 3).expect("4/21 ●○○●○")
	d.clickAt(0, "4/21", 1).expect("4/21")
	d.clickAt(0, "●○○●", 0).expect("1/21")
}

func TestTheWayLeadsBack(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{}).press("End Enter Enter").expect("╭─ 답")
	d.clickAt(0, "연습 문제", 0).expect("╭─ ★ 연습 문제").expectNot("╭─ 차례")
	d.press("Enter").clickAt(0, "딥러닝 기초", 2).expect("╭─ 차례")
	d.clickAt(0, "딥러닝 기초", 2).expect("╭─ 차례")
	d.press("Enter Enter").clickAt(0, "학습", 1).expect("╭─ 차례")
}

func TestTheKeysInTheFooterArePressed(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "06-softmax-loss"})
	d.clickAt(-1, "←→", 1).expect("2/21")
	d.clickAt(-1, "←→", 0).expect("1/21")
	d.clickAt(-1, "←→ 쪽", 3).expect("2/21")
	d.clickAt(-1, "Tab", 0).expect("▸ ")
	d.clickAt(-1, "z 크게", 3).expectNot("해 보기")
	d.clickAt(-1, "z 본문과", 0).expect("해 보기")
	d.clickAt(-1, "? 도움말", 0).expect("아무 키나 누르면 닫혀요")
	d.clickAt(-1, "esc 닫기", 5).expectNot("아무 키나")
	d.press("Tab").clickAt(-1, "esc 차례", 0).expect("╭─ 차례")
	d.clickAt(-1, "L English", 4).expect("Contents")
	// Between the keys there is nothing.
	d.clickAt(-1, "Enter open  ", 11).expect("Contents")
}

func TestSpaceInTheFooterRunsALab(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	k.d.clickAt(-1, "space", 0).expect("실행 중")
	k.d.clickAt(-1, "space 멈춤", 6).expectNot("실행 중")
	// Digits stand for many keys: a click presses none.
	k.d.clickAt(-1, "↑↓", 1)
	if k.pane.selected != 1 {
		t.Errorf("↓ leads to control %d", k.pane.selected)
	}
}

func TestTheArrowsBesideAnOptionGoRound(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	k.d.click("›").expect("‹ 0.05 ›")
	k.d.click("‹").click("‹").expect("‹ 0.01 ›")
}

// TestClickingEverywhereLeadsNowhereBad clicks across every page of a lecture, as
// somebody does who wants to know what can be clicked. Nothing breaks, what opens
// can be closed, and the way on stays open.
func TestClickingEverywhereLeadsNowhereBad(t *testing.T) {
	t.Parallel()
	for l, size := range map[lang.Lang][2]int{lang.KO: {120, 36}, lang.EN: {80, 24}} {
		t.Run(fmt.Sprint(size, l), func(t *testing.T) {
			t.Parallel()
			d, screen := reading(t, size[0], size[1], "06-softmax-loss", Options{Lang: l, LangGiven: true})
			pages := len(screen.pages())
			for n := range pages {
				d.clickAcross(screen, n)
				if screen.turn(n); screen.page != n {
					t.Fatalf("page %d is out of reach", n)
				}
				if d.press("]"); screen.page != min(n+1, pages-1) {
					t.Fatalf("from page %d it goes to %d", n, screen.page)
				}
			}
		})
	}
}

// clickAcross clicks on places of every line of a screen. What comes up is closed
// again, and where a click has led away, the screen is opened again.
func (d *driver) clickAcross(screen Screen, seed int) {
	d.t.Helper()
	const stride = 17
	for y := range d.app.h {
		for x := (seed + 5*y) % stride; x < d.app.w; x += stride {
			for _, action := range []tea.MouseAction{tea.MouseActionPress, tea.MouseActionRelease} {
				d.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: action})
			}
			d.app.View()
			if d.quit {
				d.t.Fatalf("a click at (%d, %d) ended the program", x, y)
			}
			if d.app.help {
				d.press("Esc")
			}
			for range d.app.stack {
				if d.app.top() != screen {
					d.press("Esc")
				}
			}
			if d.app.top() != screen {
				d.run(d.app.open(screen))
			}
		}
	}
}
