package cli

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"hakseup/nn/run"
)

// call runs the command line as main does, its output in pipes.
func call(t *testing.T, line string) (stdout, stderr string, code int) {
	t.Helper()
	var out, err bytes.Buffer
	code = Main(strings.Fields(line), &out, &err)
	return out.String(), err.String(), code
}

// figuresOf reads the JSON of a run, and leaves out the only thing that may
// differ.
func figuresOf(t *testing.T, line string) (trained, string) {
	t.Helper()
	stdout, stderr, code := call(t, line+" --json")
	if code != exitOK || stderr != "" {
		t.Fatalf("%s: exit %d, %s", line, code, stderr)
	}
	var got trained
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if !(got.Seconds > 0) {
		t.Errorf("%s took %v seconds", line, got.Seconds)
	}
	var rest []string
	for l := range strings.Lines(stdout) {
		if !strings.Contains(l, `"seconds"`) {
			rest = append(rest, l)
		}
	}
	return got, strings.Join(rest, "")
}

func TestTrainGivesTheSameFigures(t *testing.T) {
	t.Parallel()
	const line = "train --data xor --hidden 4 --batch 2 --epochs 150 --dropout 0.1 --seed 3"
	first, text := figuresOf(t, line)
	if _, again := figuresOf(t, line); again != text {
		t.Error("the same line gives other figures")
	}
	// The line that is printed is the same run, and so is it in any order.
	shared, _ := strings.CutPrefix(first.Line, "hakseup ")
	for _, other := range []string{shared, "train --seed=3 --dropout 0.10 --epochs 150 --batch 2 --hidden 4 --data xor"} {
		if _, again := figuresOf(t, other); again != text {
			t.Errorf("%s gives other figures", other)
		}
	}
	if _, other := figuresOf(t, line+" --seed 4"); other == text {
		t.Error("another seed gives the same figures")
	}
	r := first.Result
	if r == nil || r.Parameters != 3*4+5*2 || r.Epochs != 150 || r.Steps != 300 || !r.Classes || r.Train.Accuracy != 1 {
		t.Errorf("result %+v", r)
	}
	if len(first.History) != 151 || first.History[150].Train != r.Train || first.Diverged != nil {
		t.Errorf("%d records, the last %+v", len(first.History), first.History[len(first.History)-1])
	}
}

func TestTrainShowsTheRun(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line string
		want []string
	}{
		{"train --data xor", []string{
			"hakseup train --data xor --hidden 8,8 --activation tanh --optimizer adam --lr 0.03 --batch all --epochs 200 --l2 0 --dropout 0 --init xavier --seed 1\n",
			"── 훈련 손실", "╰", "에폭", "손실", "정확도", "100.0%", "매개변수 114개, 200에폭(갱신 200번)",
		}},
		{"train --data xor --batch all --lang en", []string{"── training loss", "epoch", "accuracy", "114 parameters, 200 epochs (200 updates)"}},
		{"--data /nowhere train --data and --batch 4 --epochs 1", []string{"--data and", "1에폭(갱신 1번)"}},
	} {
		stdout, stderr, code := call(t, c.line)
		if code != exitOK || stderr != "" {
			t.Errorf("%s: exit %d, %q", c.line, code, stderr)
		}
		for _, want := range c.want {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s does not show %q:\n%s", c.line, want, stdout)
			}
		}
		if strings.Contains(stdout, "\x1b") {
			t.Errorf("%s writes control codes into a pipe", c.line)
		}
		for l := range strings.Lines(stdout) {
			if w := ansi.StringWidth(strings.TrimSuffix(l, "\n")); w > 80 && !strings.HasPrefix(l, "hakseup train") {
				t.Errorf("%s: a line of %d cells: %s", c.line, w, l)
			}
		}
	}
}

func TestTrainRefusesImpossibleValues(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, want string }{
		{"--epochs 0", "--epochs 0: 쓸 수 없는 값이에요. 쓸 수 있는 값: 1 이상 1000000 이하의 정수."},
		{"--lr 0", "--lr 0: 쓸 수 없는 값이에요. 쓸 수 있는 값: 0보다 큰 수."},
		{"--l2 -1", "--l2 -1: 쓸 수 없는 값이에요. 쓸 수 있는 값: 0 이상의 수."},
		{"--dropout 1", "--dropout 1: 쓸 수 없는 값이에요. 쓸 수 있는 값: 0 이상 1 미만의 수."},
		{"--hidden 8,x", "쉼표로 이은 1 이상 256 이하의 정수 10개까지, none."},
		{"--optimizer newton", "쓸 수 있는 값: sgd, momentum,"},
		{"--hidden=", `--hidden '': 쓸 수 없는 값이에요.`},
		{"--data swirl", "--data swirl: 쓸 수 없는 값이에요. 쓸 수 있는 값: and, or,"},
		{"--data xor --batch 10", "--batch 10: --data xor에서는 쓸 수 없는 값이에요. 여기에서 쓸 수 있는 값: 1 이상 4 이하의 정수, all."},
		{"--data xor --batch all --patience 5", "여기에서 쓸 수 있는 값: 0."},
		{"--lang en --lr fast", "--lr fast: impossible. It takes a number above 0."},
		{"--lang en --dropout 1", "--dropout 1: impossible. It takes a number from 0 to below 1."},
		{"--lang en --hidden 0", "It takes up to 10 whole numbers from 1 to 256, none."},
		{"--lang en --data xor --batch 10", "--batch 10: impossible with --data xor. There it takes a whole number from 1 to 4, all."},
		{"--lang en --seed -1", "It takes a whole number from 0 to below 18446744073709551616."},
		{"--data=a\x1b[2Jb", `--data 'a?[2Jb': 쓸 수 없는 값이에요.`},
		{"--lang en --data=\u200b", `--data '?': impossible.`},
		{"--momentum 3", "--momentum"},
		{"--seed", "--seed"},
		{"spiral", "인자가 너무 많아요"},
	} {
		stdout, stderr, code := call(t, "train "+c.line)
		if code != exitUsage || stdout != "" || !strings.Contains(stderr, c.want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("train %s: exit %d, %q%q, want %q", c.line, code, stdout, stderr, c.want)
		}
	}
}

func TestTrainTellsOfDivergence(t *testing.T) {
	t.Parallel()
	const line = "train --data xor --batch all --optimizer sgd --l2 1 --lr 1e10"
	stdout, stderr, code := call(t, line)
	if code != exitWrong || !strings.Contains(stderr, "번째 에폭(") || !strings.Contains(stderr, "발산했어요") || !strings.Contains(stderr, "--lr 1e+10보다") {
		t.Errorf("exit %d, %q", code, stderr)
	}
	if !strings.HasPrefix(stdout, "hakseup train --data xor") || strings.Contains(stdout, "NaN") || strings.Contains(stdout, "Inf") {
		t.Errorf("output %q", stdout)
	}
	stdout, stderr, code = call(t, line+" --json --lang en")
	var got trained
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if code != exitWrong || got.Diverged == nil || got.Diverged.Epoch < 1 || got.Diverged.Step != got.Diverged.Epoch || got.Result != nil {
		t.Errorf("exit %d, %s", code, stdout)
	}
	if !strings.Contains(stderr, "diverged in epoch") {
		t.Errorf("%q", stderr)
	}
}

// A rate that no training survives is one, too, where numbers stay finite.
func TestTrainTellsOfAbsurdRates(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"train --lr 1e100", "train --data xor --lr 1e100 --epochs 1", "train --data sine --optimizer sgd --lr 1e12"} {
		stdout, stderr, code := call(t, line+" --lang en --json")
		var got trained
		if err := json.Unmarshal([]byte(stdout), &got); err != nil {
			t.Fatal(err)
		}
		if code != exitWrong || got.Diverged == nil || got.Diverged.Epoch != 1 || got.Result != nil || !strings.Contains(stderr, "grew beyond all bounds") {
			t.Errorf("%s: exit %d, %s%s", line, code, stdout, stderr)
		}
	}
}

// A curve has no accuracy.
func TestTrainLeavesOutWhatIsNotThere(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{"train --data sine --epochs 2": false, "train --data moons --epochs 2": true} {
		if _, text := figuresOf(t, line); strings.Contains(text, "accuracy") != want || !strings.Contains(text, `"loss"`) {
			t.Errorf("%s: %s", line, text)
		}
	}
}

// The lines that the help shows learn.
func TestTrainExamplesLearn(t *testing.T) {
	t.Parallel()
	help, _, _ := call(t, "train --help --lang en")
	_, examples, _ := strings.Cut(help, "Examples:")
	lines := 0
	for l := range strings.Lines(examples) {
		words, ok := strings.CutPrefix(strings.TrimSuffix(strings.TrimSpace(l), " --json"), "hakseup train")
		if !ok {
			continue
		}
		lines++
		if got, _ := figuresOf(t, "train"+words); got.Result == nil || got.Result.Train.Accuracy < 0.95 {
			t.Errorf("hakseup train%s comes to %+v", words, got.Result)
		}
	}
	if lines != 3 {
		t.Errorf("%d examples in\n%s", lines, help)
	}
}

// Every flag says in both languages what it is.
func TestTrainHelp(t *testing.T) {
	t.Parallel()
	usage := trainUsage()
	for _, f := range run.Flags() {
		if u := usage[f.Name]; u.KO == "" || u.EN == "" || u.KO == u.EN {
			t.Errorf("--%s: %+v", f.Name, u)
		}
	}
	if len(usage) != len(run.Flags()) {
		t.Errorf("%d texts for %d flags", len(usage), len(run.Flags()))
	}
	for lang, want := range map[string]string{"ko": "--lr 값", "en": "--lr value"} {
		stdout, _, code := call(t, "train --help --lang "+lang)
		if code != exitOK || !strings.Contains(stdout, want) || !strings.Contains(stdout, run.Default().Line()) {
			t.Errorf("help in %s: exit %d\n%s", lang, code, stdout)
		}
	}
}

func TestBar(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	b := &bar{c: &command{err: &out}, total: 200, on: true}
	b.show(50, 0.125)
	b.last = time.Time{}
	b.show(200, 1./3)
	b.clear()
	erase := ansi.EraseLineRight
	want := "\r" + strings.Repeat("█", 7) + strings.Repeat("░", 23) + " 50/200  손실 0.125" + erase +
		"\r" + strings.Repeat("█", 30) + " 200/200  손실 0.333333" + erase + "\r" + erase
	if out.String() != want {
		t.Errorf("the bar writes %q, want %q", out.String(), want)
	}
	out.Reset()
	quiet := (&command{err: &out}).newBar(10)
	quiet.show(5, 1)
	quiet.clear()
	if out.Len() > 0 {
		t.Errorf("in a pipe the bar writes %q", out.String())
	}
	if !slices.Equal([]string{figures(0.000123456789), figures(12.5)}, []string{"0.000123457", "12.5"}) {
		t.Error("figures are not written to six digits")
	}
}
