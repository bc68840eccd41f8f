package tui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/terminal"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// Doctor shows what the terminal can do until the learner leaves it.
func Doctor(l lang.Lang, choice string) error {
	d := &doctor{look: look{lang: l, theme: firstTheme(choice, os.Getenv)}, auto: choice == ThemeAuto}
	return terminal.New(d, os.Stdin, os.Stdout).Run()
}

// Diagnosis is what can be told of the terminal without one.
func Diagnosis(l lang.Lang) []string {
	d := &doctor{look: look{lang: l, theme: theme.New(true, theme.NoColor)}}
	return d.environment()
}

// doctor is what the terminal has shown so far.
type doctor struct {
	look

	auto       bool // the theme follows the background
	w, h       int
	background lang.Text
	round      time.Duration // 0: no answer yet
	heard      []string      // the last keys and what was done with the mouse
}

// heardMost is how many keys are shown.
const heardMost = 5

// Init does nothing: what there is comes by itself.
func (d *doctor) Init() tea.Cmd { return nil }

// Update notes what comes. q and Ctrl+C leave, all else is shown.
func (d *doctor) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		d.w, d.h = msg.Width, msg.Height
	case terminal.Background:
		d.background = lang.T("밝은 배경", "light background")
		if msg.Dark {
			d.background = lang.T("어두운 배경", "dark background")
		}
		if d.auto {
			d.theme = theme.New(msg.Dark, d.theme.Profile())
		}
	case terminal.Answered:
		d.round = msg.After
	case tea.KeyMsg:
		if msg.String() == "q" || msg.Type == tea.KeyCtrlC {
			return d, tea.Quit
		}
		d.hear(fmt.Sprintf("%q", lang.Printable(msg.String())))
	case tea.MouseMsg:
		d.hear(fmt.Sprintf("%s (%d, %d)", tea.MouseEvent(msg), msg.X+1, msg.Y+1))
	}
	return d, nil
}

func (d *doctor) hear(what string) {
	d.heard = append(d.heard, what)
	d.heard = d.heard[max(0, len(d.heard)-heardMost):]
}

// View draws the whole window.
func (d *doctor) View() string {
	if d.w == 0 {
		return ""
	}
	lines := slices.Concat([]string{d.title("hakseup doctor", theme.Accent).Text, ""}, d.environment(), d.replies(), d.colours(), d.shapes(), d.input())
	for len(lines) < d.h {
		lines = append(lines, "")
	}
	for i, l := range lines {
		lines[i] = text.Left(l, d.w)
	}
	return strings.Join(lines[:d.h], "\n")
}

// row is a line with a label.
func (d *doctor) row(ko, en, what string) string {
	const labels = 14
	return d.paint(theme.Muted, text.Left(d.tr(ko, en), labels)) + what
}

// environment is what the surroundings say of the terminal.
func (d *doctor) environment() []string {
	profile := theme.Detect(os.Getenv, true)
	depth := map[theme.Profile]string{
		theme.NoColor: d.tr("색 없음", "no colours"), theme.ANSI16: d.tr("16색", "16 colours"),
		theme.ANSI256: d.tr("256색", "256 colours"), theme.TrueColor: d.tr("24비트 색", "24-bit colours"),
	}[profile]
	var set []string
	for _, name := range []string{"TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "TMUX", "STY", "LANG", "LC_ALL"} {
		if v := os.Getenv(name); v != "" {
			set = append(set, name+"="+lang.Quote(v))
		}
	}
	return []string{d.row("환경", "environment", strings.Join(set, "  ")), d.row("색", "colours", depth)}
}

// replies is what the terminal has answered.
func (d *doctor) replies() []string {
	answer, round := d.tr("아직 답이 없어요. --theme으로 정할 수 있어요.", "no answer yet; --theme chooses"), "–"
	if !d.background.IsZero() {
		answer = d.say(d.background)
	}
	if d.round > 0 {
		round = fmt.Sprintf("%.1f ms", float64(d.round.Microseconds())/1000)
	}
	return []string{
		d.row("창 크기", "window", fmt.Sprintf("%d × %d", d.w, d.h)),
		d.row("배경", "background", answer), d.row("왕복 시간", "round trip", round), "",
	}
}

// colours shows the pair of classes and the field between them.
func (d *doctor) colours() []string {
	var field []byte
	for i := range 33 {
		field = d.theme.AppendStyle(field, theme.Style{Back: d.theme.Field(float64(i-16) / 16)})
		field = append(field, " \x1b[m"...)
	}
	return []string{
		d.row("두 부류", "two classes", d.paint(theme.ClassA, "● A")+"   "+d.paint(theme.ClassB, "▲ B")+"   "+
			d.paint(theme.Correct, "✓")+"   "+d.paint(theme.Wrong, "✗")),
		d.row("색 띠", "band", string(field)), "",
	}
}

// shapes draws what goes wrong where a font or a width is not as expected.
func (d *doctor) shapes() []string {
	return []string{
		d.row("바둑판", "chequer", strings.Repeat("▀▄", 8)),
		d.row("", "", strings.Repeat("▀▄", 8)+"   "+d.tr("빈틈없이 이어지면 좋아요.", "there should be no gaps")), "",
		d.row("한글 자", "Hangul ruler", "가나다라마바사아자차|"),
		d.row("", "", "12345678901234567890|   "+d.tr("두 세로줄이 맞으면 한글이 두 칸이에요.", "the bars meet where Hangul takes two cells")),
		d.row("", "", "──────────√∂∑·°×±→←●|   "+d.tr("이 줄도 맞아야 해요.", "and here where symbols take one")),
		d.row("점자·블록", "dots, blocks", "⠁⠃⠇⡇⣇⣧⣷⣿ ▁▂▃▄▅▆▇█"), "",
	}
}

// input tells what has come from the keyboard and the mouse.
func (d *doctor) input() []string {
	heard := d.tr("키를 누르거나 마우스를 움직여 보세요. q로 끝내요.", "press keys, click; q leaves")
	if len(d.heard) > 0 {
		heard = strings.Join(d.heard, "  ")
	}
	return []string{d.row("키와 마우스", "input", heard)}
}
