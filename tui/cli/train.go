package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"hakseup/exercises/trial"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

func (c *command) train() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "train",
		Short: c.tr("신경망 한 번 학습하기", "train a network"),
		Long: c.tr("신경망을 한 번 학습하고 결과를 보여 줘요. 같은 줄은 같은 종류의 기계에서 언제나 끝자리까지 같은 값을 줘요.\n끝난 상태: 0 끝까지 함, 1 발산하거나 멈춤, 2 읽을 수 없는 값.",
			"Trains a network and shows what came of it. On the same type of machine the same line always gives the same figures, to the last digit.\nExit status: 0 done, 1 diverged or interrupted, 2 a value that cannot be read."),
		Example: "  hakseup train\n  " + run.Default().Line() + "\n  hakseup train --data xor --hidden 4 --batch all --json",
		Args:    c.atMost(0),
	}
	// The values are read after the command line: what stands last holds, and
	// a --data before the command is the folder of every command.
	usual, usage, values := run.Default(), trainUsage(), map[string]*written{}
	for _, f := range run.Flags() {
		values[f.Name] = &written{f.Value(&usual), c.tr("값", "value")}
		cmd.Flags().Var(values[f.Name], f.Name, usage[f.Name].In(c.lang))
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().BoolVar(&asJSON, "json", false, c.tr("프로그램이 읽을 JSON으로", "as JSON for programs"))
	cmd.RunE = func(*cobra.Command, []string) error {
		spec := run.Default()
		for _, f := range run.Flags() {
			if err := f.Set(&spec, values[f.Name].value); err != nil {
				return impossible(err)
			}
		}
		if !cmd.Flags().Changed("batch") {
			spec.FitBatch()
		}
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		context.AfterFunc(ctx, stop) // who cannot wait for the end of the epoch interrupts twice
		return c.runSpec(ctx, spec, asJSON)
	}
	return cmd
}

// written is the value of a flag as it was written.
type written struct{ value, kind string }

func (w *written) String() string { return w.value }
func (w *written) Type() string   { return w.kind }

func (w *written) Set(value string) error {
	w.value = value
	return nil
}

// trainUsage says what each flag is.
func trainUsage() map[string]lang.Text {
	return map[string]lang.Text{
		"data":       lang.T("데이터", "the data"),
		"samples":    lang.T("샘플의 수", "number of samples"),
		"noise":      lang.T("데이터의 잡음", "noise of the data"),
		"features":   lang.T("점에서 신경망에 넣는 값, 예: x1,x2,x1x2", "what the network is fed with of a point: x1,x2,x1x2"),
		"points":     lang.T("훈련 점 더하기, 예: 0.5:-0.2:a", "points added to the training set: 0.5:-0.2:a"),
		"hidden":     lang.T("은닉층의 유닛 수, 예: 8,8 또는 none", "units of the hidden layers: 8,8, or none"),
		"activation": lang.T("활성화 함수", "activation function"),
		"loss":       lang.T("손실 함수", "loss"),
		"optimizer":  lang.T("최적화 알고리즘", "optimizer"),
		"lr":         lang.T("학습률", "learning rate"),
		"schedule":   lang.T("학습률의 변화, 예: cosine, step:50:0.5", "change of the learning rate: cosine, step:50:0.5"),
		"warmup":     lang.T("학습률을 0에서 올리는 에폭", "epochs in which the learning rate rises from 0"),
		"batch":      lang.T("배치 크기 또는 all", "batch size, or all"),
		"epochs":     lang.T("에폭", "epochs"),
		"l2":         lang.T("가중치 감쇠의 λ", "λ of weight decay"),
		"l1":         lang.T("L1 정규화의 λ", "λ of L1 regularization"),
		"max-norm":   lang.T("한 유닛으로 드는 가중치 길이의 한계, 0은 없음", "longest weights into a unit, 0 for no limit"),
		"dropout":    lang.T("은닉 유닛을 뺄 확률", "probability to leave a hidden unit out"),
		"shift":      lang.T("이미지를 옮기는 폭(화소)", "shift of images, in pixels"),
		"rotate":     lang.T("이미지를 돌리는 폭(도)", "turn of images, in degrees"),
		"jitter":     lang.T("학습 입력에 매번 더하는 잡음", "noise on training inputs, new each time"),
		"patience":   lang.T("조기 종료까지 기다리는 에폭, 0은 끔", "epochs that early stopping waits, 0 for off"),
		"stop-on":    lang.T("조기 종료가 보는 값", "what early stopping watches"),
		"init":       lang.T("가중치의 초깃값", "initial weights"),
		"seed":       lang.T("모든 난수의 시드(seed)", "seed of all that is random"),
	}
}

// runSpec carries a run out and shows it.
func (c *command) runSpec(ctx context.Context, spec run.Spec, asJSON bool) error {
	began := time.Now()
	r, err := spec.Start()
	if err != nil {
		return c.trainFailed(err, spec, asJSON)
	}
	bar := c.newBar(spec.Epochs)
	for !r.Trainer.Done() && ctx.Err() == nil && err == nil {
		err = r.Trainer.Step(nn.ByEpoch)
		if losses := r.Trainer.Running(); len(losses) > 0 {
			bar.show(len(losses), losses[len(losses)-1])
		}
	}
	bar.clear()
	var result run.Result
	if err == nil {
		result, err = r.Result()
	}
	if err != nil {
		return c.trainFailed(err, spec, asJSON)
	}
	took := time.Since(began)
	if asJSON {
		err = c.printTrained(trained{Line: spec.Line(), Result: &result, Seconds: took.Seconds(), History: r.Trainer.History()})
	} else {
		c.printRun(r, result, took)
	}
	if err == nil && ctx.Err() != nil {
		err = &exit{exitWrong, lang.Sprintf("%d에폭에서 멈췄어요.", "Interrupted after epoch %d.", result.Epochs)}
	}
	return err
}

// trainFailed says why a run has no result.
func (c *command) trainFailed(err error, spec run.Spec, asJSON bool) error {
	d, ok := errors.AsType[*nn.DivergenceError](err)
	if !ok {
		return impossible(err)
	}
	if asJSON {
		if err := c.printTrained(trained{Line: spec.Line(), Diverged: &diverged{d.Epoch, d.Step}}); err != nil {
			return err
		}
	} else {
		fmt.Fprintln(c.out, spec.Line())
	}
	if d.Epoch == 0 {
		return &exit{exitWrong, trial.Explain(err)}
	}
	return &exit{exitWrong, lang.Sprintf("%[1]d번째 에폭(%[2]d번째 갱신)에서 발산했어요. 손실이나 가중치가 걷잡을 수 없이 커졌어요. --lr %[3]v보다 작은 학습률을 주어 보세요.",
		"The training diverged in epoch %[1]d, at update %[2]d: the loss or the weights grew beyond all bounds. Try a smaller rate than --lr %[3]v.",
		d.Epoch, d.Step, spec.Rate)}
}

// trained is a run for programs. Everything but the time depends on the line
// alone.
type trained struct {
	Line     string      `json:"line"`
	Result   *run.Result `json:"result,omitempty"`
	Diverged *diverged   `json:"diverged,omitempty"`
	Seconds  float64     `json:"seconds,omitempty"`
	History  []nn.Record `json:"history,omitempty"`
}

type diverged struct {
	Epoch int `json:"epoch"`
	Step  int `json:"step"`
}

func (c *command) printTrained(t trained) error {
	e := json.NewEncoder(c.out)
	e.SetIndent("", "  ")
	return e.Encode(t)
}
