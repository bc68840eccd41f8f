package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/lessons/lang"
)

func TestWhatIsBegunStaysWhileTheProgramRuns(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{})
	// The answers, the hint and the numbers of an exercise.
	d.press("End Enter Enter 0.523 Tab 1.2 Tab Tab h").expect("힌트 1")
	d.press("Tab Tab n 0.7").expect("새 숫자 1").expectNot("힌트 1")
	d.press("Tab 0.8 Tab L t L").expect("0.7", "0.8")
	d.press("Esc Enter").expect("새 숫자 1", "0.7", "0.8")
	// The prediction of a lecture, whichever way it is left.
	d.press("Esc Esc Home Down Down Down Down Down Enter Right Right 2").expect("● 2")
	d.press("Left Right").expect("● 2")
	d.press("e Enter Esc Esc Esc Enter").expect("3/21", "● 2")
	d.press("L").expect("3/21", "● 2").expectNot("Choose one to go on")
}

func TestFreshNumbersSkipThoseWhoseSolutionWasShown(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	open(t, 120, 36, Options{DataDir: dir}).press("End Enter Enter Tab Tab n Tab Tab s").expect("새 숫자 1", "풀이를 보았으니")
	d := open(t, 120, 36, Options{DataDir: dir}).press("End Enter Enter").expect("강의 자료 숫자")
	d.press("Tab Tab n").expect("새 숫자 2").expectNot("풀이를 보았으니")
}

func TestKeysThatAreShownAct(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{}).press("End Enter Enter")
	// Letters are text in a cell: another key opens the help there.
	d.press("0").expect("F1 도움말", "Enter 다음 칸").expectNot("? 도움말")
	d.send(tea.KeyMsg{Type: tea.KeyF1})
	d.expect("Ctrl+C", "esc 닫기").expectNot("밝게·어둡게")
	d.press("Esc .3 Tab 0.4").expect("Enter 채점")
	d.press("Tab").expect("? 도움말", "Enter 채점")
	d.press("Tab").expect("Enter 힌트")
	d.press("?").expect("English", "밝게·어둡게")
}

// sheetOf opens an exercise.
func sheetOf(t *testing.T, id string) *driver {
	t.Helper()
	d := open(t, 120, 36, Options{Lang: lang.EN, LangGiven: true})
	ex, ok := bank.Find(id)
	if !ok {
		t.Fatalf("there is no exercise %s", id)
	}
	d.run(d.app.open(d.app.session.exercise(ex)))
	return d
}

func (d *driver) paste(text string) *driver {
	d.t.Helper()
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	return d
}

func (d *driver) requireAnswer(part, want string) {
	d.t.Helper()
	if got := d.app.top().(*exercise).form.answers()[part]; got != want {
		d.t.Errorf("the answer is %q, not %q", got, want)
	}
}

func TestAPastedVectorOrMatrixFillsTheCells(t *testing.T) {
	t.Parallel()
	tests := []struct{ id, part, text, want string }{
		{"04/and", "weights", "0, 0, 3", "[0, 0, 3]"},
		{"04/and", "weights", "(0, 0, −3)\n", "[0, 0, −3]"},
		{"04/and", "weights", "1\r1/2\r\r-1.5\r", "[1, 1/2, -1.5]"},
		{"04/and", "weights", "1 -2 ln 2", "[1, -2, ln 2]"},
		{"04/and", "weights", "1, 2", "[1, 2, ]"},
		{"04/and", "weights", "1, 2, 3, 4", "[1, 2, 3, 4, , ]"}, // no room: left to the learner
		{"04/and", "weights", "q\nt\nL", "[q, t, L]"},
		{"04/and", "weights", "(1, 2", "[(1, 2, , ]"},
		{"04/and", "weights", "0.5\n", "[0.5, , ]"},
		{"02/hadamard", "product", "3 30 21\n0 18 72", "[3, 30, 21; 0, 18, 72]"},
		{"02/hadamard", "product", "[[3, 30, 21], [0, 18, 72]]", "[3, 30, 21; 0, 18, 72]"},
		{"02/hadamard", "product", "1; 2", "[1, , ; 2, , ]"},
	}
	for _, tt := range tests {
		sheetOf(t, tt.id).paste(tt.text).requireAnswer(tt.part, tt.want)
	}
	// From the cell under the keyboard on; typed in one line as well.
	sheetOf(t, "04/and").press("Tab").paste("2, 3").requireAnswer("weights", "[, 2, 3]")
	sheetOf(t, "02/hadamard").press("Tab Down").paste("2, 3").requireAnswer("product", "[, , ; , 2, 3]")
	sheetOf(t, "04/and").press("1,1,-1.5").requireAnswer("weights", "[1, 1, -1.5]")
	sheetOf(t, "06/mse").press("0,1").requireAnswer("mse", "0,1")
}

func TestALongListOfExercisesFollowsTheMouse(t *testing.T) {
	t.Parallel()
	// Nine exercises in a window that shows eight.
	d := open(t, 80, 12, Options{Lang: lang.EN, LangGiven: true, Lecture: "02-vectors-matrices"}).press("e")
	ids := d.app.top().(*menu).chapter.exercises
	d.expect(ids[0].ID).expectNot(ids[8].ID)
	d.press("End").expect(ids[8].ID).expectNot(ids[0].ID)
	d.press("Home")
	for range ids {
		d.send(tea.MouseMsg{Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	}
	d.click(ids[7].ID).click(ids[7].ID)
	if e, ok := d.app.top().(*exercise); !ok || e.ex.ID != ids[7].ID {
		t.Error("a click on the selected exercise does not open it")
	}
	// Where there is no room, the title is what stays.
	d.press("Esc Home")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	d.expect("The angle between two vectors")
}

func TestWhatCannotBeReadIsToldWhereTheKeyboardIs(t *testing.T) {
	t.Parallel()
	for _, size := range []size{{40, 12}, {80, 24}, {120, 36}} {
		d := sheetOf(t, "06/worked")
		d.send(tea.WindowSizeMsg{Width: size.w, Height: size.h})
		d.press("1,1 Tab x,1 Tab 1 Tab 1 Enter").expect("'x'")
	}
}

func TestResizingKeepsTheKeyboardInView(t *testing.T) {
	t.Parallel()
	d := sheetOf(t, "practice-1")
	d.press("0.5 Tab 0.7")
	for _, size := range []size{{40, 12}, {200, 60}, {80, 24}, {100, 14}} {
		d.send(tea.WindowSizeMsg{Width: size.w, Height: size.h})
		d.expect("0.7")
	}
	// One that was only opened begins at its task.
	d = sheetOf(t, "practice-1")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	d.expect("The features z")
}
