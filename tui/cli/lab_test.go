package cli

import (
	"encoding/json"
	"math"
	"regexp"
	"strings"
	"testing"

	"hakseup/nn/run"
	"hakseup/tui/labs"
)

// drawing are the signs that a screen reader cannot say.
var drawing = regexp.MustCompile(`[\x{2500}-\x{28FF}]`)

func TestEveryLabInWordsNumbersAndPicture(t *testing.T) {
	t.Parallel()
	for _, id := range labs.IDs() {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			l, _ := labs.New(id)
			for _, in := range []string{"ko", "en"} {
				for i, v := range l.Views() {
					line := "lab " + id + " --lang " + in
					if i > 0 {
						line += " --view " + v.ID
					}
					words, stderr, code := call(t, line)
					if sign := drawing.FindString(words); code != exitOK || sign != "" || strings.Contains(words, "NaN") || len(strings.Fields(words)) < 10 {
						t.Errorf("exit %d, %q, in words with %q:\n%s", code, stderr, sign, words)
					}
				}
			}
			out, _, code := call(t, "lab "+id+" --json")
			var got labJSON
			if err := json.Unmarshal([]byte(out), &got); err != nil || code != exitOK || got.Lab != id || len(got.Controls) == 0 {
				t.Errorf("exit %d, %v\n%s", code, err, out)
			}
			picture, _, code := call(t, "lab "+id+" --picture 70x20")
			if lines := strings.Split(strings.TrimSuffix(picture, "\n"), "\n"); code != exitOK || len(lines) != 20 || strings.Contains(picture, "\x1b") {
				t.Errorf("exit %d, a picture of %d lines:\n%s", code, len(lines), picture)
			}
		})
	}
}

type labJSON struct {
	Lab      string         `json:"lab"`
	Controls map[string]any `json:"controls"`
	Facts    map[string]any `json:"facts"`
	Seeds    []struct {
		Seed  uint64         `json:"seed"`
		Facts map[string]any `json:"facts"`
	} `json:"seeds"`
}

func labFacts(t *testing.T, line string) labJSON {
	t.Helper()
	out, stderr, code := call(t, line+" --json")
	var got labJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != exitOK {
		t.Fatalf("%s: exit %d, %v, %s", line, code, err, stderr)
	}
	return got
}

// A lab that trains comes to the same figures as the same training in a line.
func TestTheLabTrainsAsTheLineDoes(t *testing.T) {
	t.Parallel()
	spec := run.Default()
	spec.Data, spec.Optimizer, spec.Rate, spec.Seed, spec.Hidden, spec.Epochs = "moons", "sgd", 0.1, 5, []int{4}, 30
	r, err := spec.Start()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Trainer.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	const line = "lab playground data=moons optimizer=sgd rate=0.1 layers=1 units=4 --seed 5 --steps 30"
	if got, want := labFacts(t, line).Facts["loss"], r.Trainer.Now().Train.Loss; got != want {
		t.Errorf("the lab comes to %v, the line to %v", got, want)
	}
	samples := labFacts(t, "lab playground data=moons stride=sample --steps 13").Facts
	if samples["steps"] != 1.0 || samples["sample"] != 3.0 {
		t.Errorf("13 samples in batches of 10 come to %v", samples)
	}
}

func TestManySeedsOnTheLine(t *testing.T) {
	t.Parallel()
	got := labFacts(t, "lab playground data=circles units=2 layers=1 --seeds 5")
	if len(got.Seeds) != 5 || got.Facts["n"] != 5.0 {
		t.Fatalf("%d seeds, n %v", len(got.Seeds), got.Facts["n"])
	}
	solved, least := 0.0, math.Inf(1)
	for i, s := range got.Seeds {
		if s.Seed != uint64(i)+1 {
			t.Errorf("seed %d is %d", i, s.Seed)
		}
		solved += s.Facts["solved"].(float64)
		least = min(least, s.Facts["loss"].(float64))
	}
	if got.Facts["solved.share"] != solved/5 || got.Facts["loss.p10"].(float64) < least {
		t.Errorf("%v of 5 are %v, the 10th percentile from %v is %v", solved, got.Facts["solved.share"], least, got.Facts["loss.p10"])
	}
}

func TestTheLabsAreListed(t *testing.T) {
	t.Parallel()
	out, _, code := call(t, "lab --lang en")
	if code != exitOK {
		t.Errorf("exit %d", code)
	}
	for _, id := range labs.IDs() {
		l, _ := labs.New(id)
		if !strings.Contains(out, id+": "+l.Title().EN) {
			t.Errorf("%s is not listed", id)
		}
		for _, k := range l.Panel() {
			if !strings.Contains(out, "  "+k.ID+" ") {
				t.Errorf("%s of %s is not listed", k.ID, id)
			}
		}
	}
	if !strings.Contains(out, "spiral, xor, circles, moons, blobs, checkerboard (restarts the run)") {
		t.Errorf("it is not said what restarts a run:\n%s", out)
	}
}

func TestLabRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ line, ko, en string }{
		{"lab nope", "그런 실험은 없어요", "there is no such experiment"},
		{"lab softmax z=1", "그런 조절은 없어요", "There is no control 'z'"},
		{"lab softmax cat", "조절=값의 꼴", "control=value"},
		{"lab softmax cat=99", "-5에서 5까지", "outside -5 to 5"},
		{"lab softmax cat=x", "수가 아니에요", "'x' is not a number"},
		{"lab softmax beside=x", "none, ratio, direct", "There are: none, ratio, direct"},
		{"lab softmax third=x", "on이나 off", "third is on or off"},
		{"lab softmax bird=1", "쓰지 않는 조절", "does not matter there"},
		{"lab softmax \x1b[31m=1", "'?[31m': 그런", "control '?[31m'"},
		{"lab softmax cat=\x1b]0;x", "cat=?]0;x: 수가", "'?]0;x' is not"},
		{"lab loss --view side", "그런 보기는 없어요", "There is no view 'side'"},
		{"lab loss --steps 2", "쓸 수 없어요", "impossible with the experiment loss"},
		{"lab playground --steps -1", "쓸 수 없어요", "impossible"},
		{"lab loss --seeds 2", "쓸 수 없어요", "impossible with the experiment loss"},
		{"lab playground --seeds -2", "쓸 수 없어요", "From 1 to 1000"},
		{"lab playground --seeds 2 --steps 3", "함께 쓸 수 없어요", "does not go with"},
		{"lab loss --picture 10x3", "36x8에서", "from 36x8"},
		{"lab loss --picture 100x30x2", "36x8에서", "from 36x8"},
		{"lab loss --picture big", "36x8에서", "from 36x8"},
	} {
		for in, want := range map[string]string{"ko": tt.ko, "en": tt.en} {
			out, stderr, code := call(t, tt.line+" --lang "+in)
			if code != exitUsage || out != "" || !strings.Contains(stderr, want) || strings.Contains(stderr, "\x1b") {
				t.Errorf("%q: exit %d, %q%q, want %q", tt.line, code, out, stderr, want)
			}
		}
	}
}
