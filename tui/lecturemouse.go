package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/tui/markdown"
)

// mouse hands an event to the pane that it happens in.
func (l *lecture) mouse(msg tea.MouseMsg) tea.Cmd {
	showsText := l.bothShow() || !l.inLab
	showsLab := l.bothShow() || l.inLab
	switch {
	case showsLab && (l.panes.lab.contains(msg.X, msg.Y) || l.lab.held.kind != gripNone):
		if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
			l.inLab = true
		}
		l.lab.mouse(msg, msg.X-l.panes.lab.x, msg.Y-l.panes.lab.y)
	case showsText && l.panes.text.contains(msg.X, msg.Y):
		return l.textMouse(msg)
	}
	return nil
}

func (l *lecture) textMouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		l.text.scroll(-3)
	case msg.Button == tea.MouseButtonWheelDown:
		l.text.scroll(+3)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		l.inLab = false
		return l.click(msg.Y - l.panes.text.y)
	}
	return nil
}

// click acts on what stands in a line of the text.
func (l *lecture) click(y int) tea.Cmd {
	line, ok := l.text.at(y)
	if !ok {
		return nil
	}
	switch line.Hit {
	case markdown.OptionHit:
		if q, ok := l.current().Blocks[line.Block].(*lessons.Question); ok {
			return l.answerTo(q, line.Option)
		}
	case markdown.GlideHit:
		return l.enterAction().do(tea.KeyMsg{})
	case markdown.ExerciseHit:
		if ref, ok := l.current().Blocks[line.Block].(*lessons.ExerciseRef); ok {
			return l.openExercise(ref.ID)
		}
	}
	return nil
}

// clickStatus turns to the page whose dot was clicked.
func (l *lecture) clickStatus(x int) tea.Cmd {
	if page := x - len(l.pageNumber()); page >= 0 && page < len(l.pages()) && page != l.page {
		return l.turn(page)
	}
	return nil
}
