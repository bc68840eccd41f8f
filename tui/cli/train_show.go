package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// The size of the loss curve.
const (
	curveWidth  = 76
	curveHeight = 14
)

// printRun writes the line, the loss curve and the figures of a run.
func (c *command) printRun(r *run.Run, result run.Result, took time.Duration) {
	fmt.Fprintf(c.out, "%s\n\n", r.Spec().Line())
	history := r.Trainer.History()
	series := []plot.Series{{
		Label: c.tr("훈련 손실", "training loss"), Role: theme.ClassA,
		Values: curve(history, func(r nn.Record) nn.Metrics { return r.Train }),
	}}
	if result.Validation != nil {
		series = append(series, plot.Series{
			Label: c.tr("검증 손실", "validation loss"), Role: theme.ClassB,
			Values: curve(history, func(r nn.Record) nn.Metrics { return r.Validation }),
		})
	}
	canvas := plot.New(curveWidth, curveHeight)
	canvas.Loss(c.tr("에폭", "epoch"), series...)
	c.printCanvas(canvas)
	fmt.Fprintln(c.out)
	c.printFigures(result)
	fmt.Fprintln(c.out, c.summaryOf(result, took))
}

// curve returns a loss for every epoch: where it was measured that loss, and
// between two such epochs the straight line from one to the other.
func curve(history []nn.Record, of func(nn.Record) nn.Metrics) []float64 {
	var values []float64
	for _, r := range history {
		m := of(r)
		if m.Samples == 0 {
			continue
		}
		from := len(values)
		for epoch := from; epoch < r.Epoch; epoch++ {
			share := float64(epoch-from+1) / float64(r.Epoch-from+1)
			values = append(values, (1-share)*values[from-1]+share*m.Loss)
		}
		values = append(values, m.Loss)
	}
	return values
}

// printCanvas writes a picture, in colours only when the output is a terminal.
func (c *command) printCanvas(canvas *plot.Canvas) {
	if c.onTerminal() {
		c.printLines(canvas.Lines(theme.New(theme.Dark(os.Getenv), theme.Detect(os.Getenv, true))))
		return
	}
	for _, line := range canvas.Lines(theme.New(true, theme.NoColor)) {
		fmt.Fprintln(c.out, strings.TrimRight(ansi.Strip(line), " "))
	}
}

// printFigures writes a table of loss and accuracy.
func (c *command) printFigures(result run.Result) {
	const name, figure = 12, 14
	row := func(cells ...string) {
		line := cells[0] + strings.Repeat(" ", max(0, name-ansi.StringWidth(cells[0])))
		for _, cell := range cells[1:] {
			line += strings.Repeat(" ", max(0, figure-ansi.StringWidth(cell))) + cell
		}
		fmt.Fprintln(c.out, line)
	}
	metrics := func(what string, m *nn.Metrics) {
		switch {
		case m == nil:
		case result.Classes:
			row(what, figures(m.Loss), fmt.Sprintf("%.1f%%", 100*m.Accuracy))
		default:
			row(what, figures(m.Loss))
		}
	}
	if result.Classes {
		row("", c.tr("손실", "loss"), c.tr("정확도", "accuracy"))
	} else {
		row("", c.tr("손실", "loss"))
	}
	metrics(c.tr("훈련", "training"), &result.Train)
	metrics(c.tr("검증", "validation"), result.Validation)
	metrics(c.tr("테스트", "test"), result.Test)
}

// figures writes a loss to six digits.
func figures(v float64) string { return fmt.Sprintf("%.6g", v) }

// summaryOf says in a sentence what was done.
func (c *command) summaryOf(result run.Result, took time.Duration) string {
	s := lang.Sprintf("매개변수 %[1]d개, %[2]d에폭(갱신 %[3]d번), %.2[4]f초.",
		"%[1]d parameters, %[2]d epochs (%[3]d updates), %.2[4]f seconds.",
		result.Parameters, result.Epochs, result.Steps, took.Seconds()).In(c.lang)
	if result.Stopped {
		s += " " + lang.Sprintf("조기 종료: 가장 좋았던 %d에폭의 가중치로 잰 값이에요.",
			"Stopped early: measured with the weights of epoch %d, the best.", result.Epoch).In(c.lang)
	}
	return s
}

// bar shows on a terminal how far a run is.
type bar struct {
	c     *command
	total int
	on    bool
	last  time.Time
}

func (c *command) newBar(epochs int) *bar { return &bar{c: c, total: epochs, on: isTerminal(c.err)} }

// show draws the bar anew, some times a second.
func (b *bar) show(epoch int, loss float64) {
	const pause = 50 * time.Millisecond
	if b.on && time.Since(b.last) >= pause {
		b.last = time.Now()
		fmt.Fprint(b.c.err, "\r"+b.line(epoch, loss)+ansi.EraseLineRight)
	}
}

func (b *bar) clear() {
	if b.on {
		fmt.Fprint(b.c.err, "\r"+ansi.EraseLineRight)
	}
}

// line is the bar as text.
func (b *bar) line(epoch int, loss float64) string {
	const width = 30
	full := width * epoch / b.total
	return fmt.Sprintf("%s%s %d/%d  %s %s", strings.Repeat("█", full), strings.Repeat("░", width-full),
		epoch, b.total, b.c.tr("손실", "loss"), figures(loss))
}

// impossible says in the learner's language which value a run cannot have.
func impossible(err error) error {
	if _, ok := errors.AsType[*run.ValueError](err); ok {
		return unreadable(trial.Explain(err))
	}
	return err
}
