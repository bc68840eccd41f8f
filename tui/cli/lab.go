package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hakseup/exercises/trial"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// labLine is what stands on the command line behind "lab".
type labLine struct {
	view, picture string
	steps         int
	seed          uint64
	seeds         int
	asJSON        bool
}

const mostSeeds = 1000

func (c *command) lab() *cobra.Command {
	var line labLine
	cmd := &cobra.Command{
		Use:   c.tr("lab [실험 조절=값…]", "lab [experiment control=value…]"),
		Short: c.tr("실험을 글, 수, 그림으로", "an experiment in words, numbers or as a picture"),
		Long: c.tr("실험을 놓고 무엇이 보이는지 알려 줘요. 이름 없이 실행하면 실험과 그 조절의 목록을 보여 줘요.\n조절은 쓴 차례대로 바꿔요. 같은 줄은 언제나 같은 결과를 줘요.\n종료 코드: 0 보여 줌, 1 멈춤, 2 읽을 수 없거나 모르는 이름.",
			"Sets an experiment up and tells what there is to see. Without a name it lists the experiments with their controls.\nControls are set in the order in which they are written. The same line always gives the same result.\nExit status: 0 shown, 1 interrupted, 2 unreadable or unknown."),
		Example: "  hakseup lab\n  hakseup lab softmax cat=2 beside=ratio\n  hakseup lab playground optimizer=sgd rate=0.3 --steps 50 --json\n  hakseup lab playground data=moons --seeds 20\n  hakseup lab loss p=0.1 --picture 100x30",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.printLabs()
			}
			if line.seeds != 0 && (line.steps > 0 || line.picture != "" || cmd.Flags().Changed("seed")) {
				return unreadable(lang.T("--seeds는 여러 시드로 끝까지 해 보는 선택이라 --steps, --seed, --picture와 함께 쓸 수 없어요.",
					"--seeds runs many seeds to their end: it does not go with --steps, --seed or --picture."))
			}
			return c.showLab(args[0], args[1:], line)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&line.view, "view", "", c.tr("어느 보기로", "the view"))
	flags.IntVar(&line.steps, "steps", 0, c.tr("몇 걸음 나아가서", "after so many steps"))
	flags.Uint64Var(&line.seed, "seed", 1, c.tr("난수의 시드(seed)", "seed of what is random"))
	flags.IntVar(&line.seeds, "seeds", 0, c.tr("시드 몇 개로 끝까지", "so many seeds, each to its end"))
	flags.BoolVar(&line.asJSON, "json", false, c.tr("프로그램이 읽을 JSON으로", "as JSON for programs"))
	flags.StringVar(&line.picture, "picture", "", c.tr("글자로 된 그림으로, 예: 100x30", "as a picture in plain text: 100x30"))
	flags.SortFlags = false
	return cmd
}

// showLab sets a lab up and shows it.
func (c *command) showLab(id string, args []string, line labLine) error {
	l, ok := labs.New(id)
	if !ok {
		return unreadable(lang.Sprintf("'%[1]s': 그런 실험은 없어요. hakseup lab에 목록이 있어요.",
			"'%[1]s': there is no such experiment. hakseup lab lists them.", lang.Quote(id)))
	}
	w, h, err := pictureSize(line.picture)
	if err != nil {
		return err
	}
	if err := setUp(l, args, line); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if line.seeds != 0 {
		err = sample(ctx, l, id, line.seeds)
	} else {
		err = advance(ctx, l, id, line.steps)
	}
	switch {
	case err != nil:
		return err
	case line.asJSON:
		return c.printLabJSON(l, id, line)
	case line.picture != "":
		canvas := plot.New(w, h)
		lab.Draw(l, canvas, c.lang)
		for _, row := range canvas.Lines(theme.New(true, theme.NoColor)) {
			fmt.Fprintln(c.out, strings.TrimRight(ansi.Strip(row), " "))
		}
		return nil
	}
	c.printLines(lab.Words(l, c.lang))
	return nil
}

// setUp puts a lab into the setting of the command line.
func setUp(l lab.Lab, args []string, line labLine) error {
	lab.Reset(l, line.seed)
	var settings []lessons.Setting
	if line.view != "" {
		settings = append(settings, lessons.Setting{Control: "view", Value: line.view})
	}
	for _, a := range args {
		name, value, ok := strings.Cut(a, "=")
		if !ok {
			return unreadable(lang.Sprintf("'%[1]s': 조절은 조절=값의 꼴로 적어요. 예: p=0.1",
				"'%[1]s': a control is written control=value, such as p=0.1.", lang.Quote(a)))
		}
		settings = append(settings, lessons.Setting{Control: name, Value: value})
	}
	for _, s := range settings {
		if err := lab.Apply(l, []lessons.Setting{s}); err != nil {
			return unreadable(lab.Explain(err, trial.Explain))
		}
	}
	return nil
}

// pictureSize reads 100x30.
func pictureSize(s string) (w, h int, err error) {
	const leastW, leastH, mostW, mostH = 36, 8, 400, 200
	if s == "" {
		return 0, 0, nil
	}
	var rest string
	n, _ := fmt.Sscanf(s+" .", "%dx%d %s", &w, &h, &rest)
	if n != 3 || rest != "." || w < leastW || h < leastH || w > mostW || h > mostH {
		return 0, 0, unreadable(lang.Sprintf("--picture %[1]s: 가로x세로로 %[2]dx%[3]d에서 %[4]dx%[5]d까지 써 주세요.",
			"--picture %[1]s: it takes columns by rows, from %[2]dx%[3]d to %[4]dx%[5]d.", lang.Quote(s), leastW, leastH, mostW, mostH))
	}
	return w, h, nil
}

// advance takes a lab a number of strides on, or to its end.
func advance(ctx context.Context, l lab.Lab, id string, strides int) error {
	if strides == 0 {
		return nil
	}
	r, ok := l.(lab.Runner)
	if !ok || strides < 0 {
		return unreadable(lang.Sprintf("--steps %[1]d: 실험 %[2]s에서는 쓸 수 없어요.", "--steps %[1]d: impossible with the experiment %[2]s.", strides, id))
	}
	by, _ := lab.Pace(l)
	goesOn := func() bool { return ctx.Err() == nil }
	for made := 0; made < strides && r.Advance(by, goesOn); {
		if !lab.Midway(l) {
			made++
		}
		if ctx.Err() != nil {
			return &exit{exitWrong, lang.T("멈췄어요.", "Interrupted.")}
		}
	}
	return nil
}

// sample tries the setting with many seeds.
func sample(ctx context.Context, l lab.Lab, id string, seeds int) error {
	s, ok := l.(lab.Sampler)
	if !ok || seeds < 1 || seeds > mostSeeds {
		return unreadable(lang.Sprintf("--seeds %[1]d: 실험 %[2]s에서는 쓸 수 없어요. 시드로 뽑는 실험에서 1개에서 %[3]d개까지 쓸 수 있어요.",
			"--seeds %[1]d: impossible with the experiment %[2]s. From 1 to %[3]d go with one that is drawn by a seed.", seeds, id, mostSeeds))
	}
	try := s.Sampler()
	for i := range seeds {
		facts := try(ctx, uint64(i)+1)
		if ctx.Err() != nil {
			return &exit{exitWrong, lang.T("멈췄어요.", "Interrupted.")}
		}
		lab.Sampled(l, lab.Sample{Seed: uint64(i) + 1, Facts: facts})
	}
	return nil
}

// printLabJSON writes the setting and the facts, and with many seeds what came
// of each.
func (c *command) printLabJSON(l lab.Lab, id string, line labLine) error {
	type sample struct {
		Seed  uint64         `json:"seed"`
		Facts map[string]any `json:"facts"`
	}
	out := struct {
		Lab      string         `json:"lab"`
		View     string         `json:"view"`
		Seed     uint64         `json:"seed"`
		Steps    int            `json:"steps"`
		Controls map[string]any `json:"controls"`
		Facts    map[string]any `json:"facts"`
		Seeds    []sample       `json:"seeds,omitempty"`
	}{id, lab.Seen(l).ID, line.seed, line.steps, map[string]any{}, values(l.Facts()), nil}
	for _, k := range lab.Controls(l) {
		if k.Kind == lab.Slider {
			out.Controls[k.ID] = k.Value()
		} else {
			out.Controls[k.ID] = k.Word()
		}
	}
	for _, s := range lab.SamplesOf(l) {
		out.Seeds = append(out.Seeds, sample{s.Seed, values(s.Facts)})
	}
	e := json.NewEncoder(c.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// values are facts by their names; null is what there is not.
func values(facts []lab.Fact) map[string]any {
	out := map[string]any{}
	for _, f := range facts {
		switch {
		case !f.Known:
			out[f.ID] = nil
		case f.Word != "":
			out[f.ID] = f.Word
		default:
			out[f.ID] = f.Value
		}
	}
	return out
}

// printLabs lists the labs, each with its views and its controls.
func (c *command) printLabs() error {
	for i, id := range labs.IDs() {
		l, _ := labs.New(id)
		if i > 0 {
			fmt.Fprintln(c.out)
		}
		fmt.Fprintf(c.out, "%s: %s\n", id, l.Title().In(c.lang))
		if views := l.Views(); len(views) > 1 {
			var names []string
			for _, v := range views {
				names = append(names, v.ID)
			}
			fmt.Fprintf(c.out, "  %-12s %s\n", "--view", strings.Join(names, ", "))
		}
		for _, k := range lab.Controls(l) {
			line := fmt.Sprintf("  %-12s %s: %s", k.ID, k.Label.In(c.lang), c.takesOf(k))
			if k.Anew() {
				line += c.tr(" (바꾸면 새로 시작)", " (restarts the run)")
			}
			fmt.Fprintln(c.out, line)
		}
	}
	return nil
}

// takesOf says what a control takes.
func (c *command) takesOf(k *lab.Control) string {
	switch k.Kind {
	case lab.Slider:
		return lang.Sprintf("%g에서 %g까지", "%g to %g", k.Min, k.Max).In(c.lang)
	case lab.Toggle:
		return "on, off"
	case lab.Text:
		return c.tr("글", "a text")
	}
	names := make([]string, len(k.Options))
	for i, o := range k.Options {
		names[i] = o.Name
	}
	return strings.Join(names, ", ")
}
