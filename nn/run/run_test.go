package run_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"hakseup/nn"
	"hakseup/nn/run"
)

// set changes flags of the default run.
func set(t *testing.T, words string) (run.Spec, error) {
	t.Helper()
	s, flags := run.Default(), map[string]run.Flag{}
	for _, f := range run.Flags() {
		flags[f.Name] = f
	}
	fields := strings.Fields(words)
	for i := 0; i+1 < len(fields); i += 2 {
		f, ok := flags[strings.TrimPrefix(fields[i], "--")]
		if !ok {
			t.Fatalf("no flag %s", fields[i])
		}
		before := s
		if err := f.Set(&s, fields[i+1]); err != nil {
			if !reflect.DeepEqual(s, before) {
				t.Errorf("%s %s is refused and yet changes something", fields[i], fields[i+1])
			}
			return s, err
		}
	}
	return s, nil
}

func mustSet(t *testing.T, words string) run.Spec {
	t.Helper()
	s, err := set(t, words)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const usualLine = "hakseup train --data spiral --hidden 8,8 --activation tanh --optimizer adam --lr 0.03 --batch 10 --epochs 200 --l2 0 --dropout 0 --init xavier --seed 1"

func TestLine(t *testing.T) {
	t.Parallel()
	if got := run.Default().Line(); got != usualLine {
		t.Errorf("the bare command is\n%s, want\n%s", got, usualLine)
	}
	// Every line is read back to the same run and written in the same way.
	for _, words := range []string{
		"--data xor --hidden none --batch all",
		"--samples 300 --noise 0 --loss mse --schedule step:10:0.5 --warmup 2.5 --l1 1e-4 --max-norm 3",
		"--hidden 3 --shift 1 --rotate 10 --jitter 0.1 --patience 5 --stop-on accuracy --init normal:0.01",
		"--schedule exponential:0.9 --init constant:-0.5 --seed 18446744073709551615 --lr 1e-05",
		"--schedule cosine --init uniform:1 --samples auto --noise auto --loss auto --activation leaky-relu",
		"--optimizer handout-momentum --init he --hidden 1,2,3,4,5,6,7,8,9,10",
	} {
		s := mustSet(t, words)
		line := s.Line()
		again := mustSet(t, strings.TrimPrefix(line, "hakseup train"))
		if !reflect.DeepEqual(s, again) || again.Line() != line {
			t.Errorf("%s\nis read as\n%s", line, again.Line())
		}
	}
	short := mustSet(t, "--data xor --l1 0.5 --noise auto")
	if line := short.Line(); !strings.Contains(line, "--l1 0.5") || strings.Contains(line, "--noise") || strings.Contains(line, "--patience") {
		t.Errorf("the line says too much or too little: %s", line)
	}
}

func TestImpossibleValues(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"--data swirl":                   "--data swirl: it takes and, or, nand, xor, blobs, circles, moons, spiral, checkerboard, sine, polynomial, mnist",
		"--samples 9":                    "--samples 9: it takes a whole number from 10 to 10000, auto",
		"--samples 1.5":                  "it takes a whole number",
		"--samples 10001":                "--samples 10001",
		"--hidden 257":                   "--hidden 257",
		"--noise -1":                     "--noise -1: it takes a number from 0 to 100, auto",
		"--noise NaN":                    "--noise NaN",
		"--hidden 8,x":                   "--hidden 8,x: it takes up to 10 whole numbers from 1 to 256, none",
		"--hidden 0":                     "--hidden 0",
		"--hidden 8,,8":                  "--hidden 8,,8",
		"--hidden 1,1,1,1,1,1,1,1,1,1,1": "up to 10",
		"--activation step":              "--activation step: it takes identity, sigmoid, tanh, relu, leaky-relu",
		"--loss hinge":                   "--loss hinge: it takes squared-error, mse, cross-entropy, auto",
		"--optimizer newton":             "sgd, momentum, handout-momentum, printed-momentum, nesterov, adagrad, rmsprop, adadelta, adam, adamw, radam",
		"--lr 0":                         "--lr 0: it takes a number above 0",
		"--lr Inf":                       "--lr Inf",
		"--lr 1e999":                     "--lr 1e999",
		"--lr fast":                      "--lr fast",
		"--schedule step":                "it takes constant, step:50:0.5, exponential:0.99, cosine",
		"--schedule step:0:0.5":          "--schedule step:0:0.5",
		"--schedule step:1:2":            "--schedule step:1:2",
		"--schedule cosine:3":            "--schedule cosine:3",
		"--schedule exponential:x":       "--schedule exponential:x",
		"--batch 0":                      "--batch 0: it takes a whole number from 1 to 10000, all",
		"--batch -5":                     "--batch -5",
		"--epochs 0":                     "--epochs 0: it takes a whole number from 1 to 1000000",
		"--epochs 99999999999999999999":  "--epochs 99999999999999999999",
		"--l2 -0.1":                      "--l2 -0.1: it takes a number from 0 up",
		"--dropout 1":                    "--dropout 1: it takes a number from 0 to below 1",
		"--init glorot":                  "it takes xavier, he, simple, zeros, constant:0.5, normal:0.1, uniform:0.5",
		"--init normal":                  "--init normal:",
		"--init normal:-1":               "--init normal:-1",
		"--init he:2":                    "--init he:2",
		"--init constant:NaN":            "--init constant:NaN",
		"--seed -1":                      "--seed -1: it takes a whole number from 0 to below 18446744073709551616",
		"--stop-on f1":                   "--stop-on f1: it takes loss, accuracy",
	} {
		_, err := set(t, words)
		if e, ok := errors.AsType[*run.ValueError](err); !ok || !strings.Contains(err.Error(), want) || e.With != "" {
			t.Errorf("%s: error %v, want %q", words, err, want)
		}
	}
}

// Values that are fine by themselves and do not go together.
func TestValuesThatDoNotFit(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"--data xor --batch 5":                "--batch 5: it takes a whole number from 1 to 4, all with --data xor",
		"--data xor --batch all --samples 10": "--samples 10: it takes auto with --data xor",
		"--data xor --batch all --noise 0.1":  "--noise 0.1: it takes auto with --data xor",
		"--data xor --batch all --shift 1":    "--shift 1: it takes 0 with --data xor",
		"--data xor --batch all --rotate 5":   "--rotate 5: it takes 0 with --data xor",
		"--data xor --batch all --patience 3": "--patience 3: it takes 0 with --data xor",
	} {
		_, err := mustSet(t, words).Start()
		if e, ok := errors.AsType[*run.ValueError](err); !ok || err.Error() != want || e.With == "" {
			t.Errorf("%s: error %v, want %q", words, err, want)
		}
	}
	for words, want := range map[string]string{
		"--samples 20":                     "--batch 20: it takes a whole number from 1 to 16, all with --data spiral",
		"--data mnist --samples 3001":      "--samples 3001: it takes a whole number from 10 to 3000, auto with --data mnist",
		"--data mnist --noise 0.1":         "--noise 0.1: it takes auto with --data mnist",
		"--data sine --loss cross-entropy": "--loss cross-entropy: it takes auto, squared-error, mse with --data sine",
		"--data sine --stop-on accuracy":   "--stop-on accuracy: it takes loss with --data sine",
		"--data moons --rotate 5":          "--rotate 5: it takes 0 with --data moons",
	} {
		if _, err := mustSet(t, "--batch 20 "+words).Start(); err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %q", words, err, want)
		}
	}
	// A Spec that was made by hand.
	for _, change := range []func(*run.Spec){
		func(s *run.Spec) { s.Data = "" },
		func(s *run.Spec) { s.Rate = math.NaN() },
		func(s *run.Spec) { s.Batch = 0 },
		func(s *run.Spec) { s.Hidden = []int{8, -1} },
		func(s *run.Spec) { s.Activation = nn.Step },
		func(s *run.Spec) { s.Init.Name = "" },
		func(s *run.Spec) { s.Regularization.Dropout = 2 },
	} {
		s := mustSet(t, "--data xor --batch all")
		change(&s)
		if _, err := s.Start(); err == nil {
			t.Errorf("%s is accepted", s.Line())
		} else if _, ok := errors.AsType[*run.ValueError](err); !ok {
			t.Errorf("%s: %v", s.Line(), err)
		}
	}
}

func finish(t *testing.T, s run.Spec) (*run.Run, run.Result) {
	t.Helper()
	r, err := s.Start()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Trainer.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	result, err := r.Result()
	if err != nil {
		t.Fatal(err)
	}
	return r, result
}

// The gates are learned, XOR not without a hidden layer.
func TestGates(t *testing.T) {
	t.Parallel()
	for _, gate := range []string{"and", "or", "nand", "xor"} {
		for _, hidden := range []string{"none", "4"} {
			_, result := finish(t, mustSet(t, "--batch all --data "+gate+" --hidden "+hidden))
			if right := gate != "xor" || hidden != "none"; (result.Train.Accuracy == 1) != right {
				t.Errorf("%s with hidden layer %s: accuracy %v", gate, hidden, result.Train.Accuracy)
			}
			if result.Test != nil || result.Validation != nil || !result.Classes || result.Epochs != 200 || result.Steps != 200 {
				t.Errorf("%s: %+v", gate, result)
			}
		}
	}
}

// Every data set is learned by a network and a rate that suit it.
func TestDataSets(t *testing.T) {
	t.Parallel()
	for words, accuracy := range map[string]float64{
		"--data blobs --epochs 50":                0.97,
		"--data circles --epochs 50":              0.97,
		"--data moons --epochs 50":                0.97,
		"--data spirals --hidden 16,16 --lr 0.01": 0.9,
		"--data checkerboard --hidden 16,16 --samples 2000 --noise 0 --epochs 60 --lr 0.01":          0.85,
		"--data digits --hidden 16 --activation relu --init he --lr 0.003 --epochs 4 --samples 1500": 0.8,
	} {
		r, result := finish(t, mustSet(t, words))
		if result.Test == nil || result.Validation == nil || result.Test.Accuracy < accuracy || !result.Classes {
			t.Errorf("%s: %+v, test %+v", words, result, result.Test)
		}
		if name := r.Spec().Data; strings.HasSuffix(name, "s") && name != "blobs" && name != "circles" && name != "moons" {
			t.Errorf("the data set is called %s", name)
		}
	}
	for _, curve := range []string{"sine", "polynomial"} {
		_, result := finish(t, mustSet(t, "--data "+curve+" --epochs 100 --noise 0.05"))
		if result.Classes || result.Test == nil || result.Test.Loss > 0.01 {
			t.Errorf("%s: %+v", curve, result)
		}
	}
}

func TestUsualRun(t *testing.T) {
	t.Parallel()
	_, result := finish(t, run.Default())
	if result.Parameters != 2*8+8+8*8+8+8*2+2 || result.Epochs != 200 || result.Steps != 8000 || result.Stopped || result.Epoch != 200 {
		t.Errorf("%+v", result)
	}
	if _, again := finish(t, run.Default()); !reflect.DeepEqual(again, result) {
		t.Errorf("the second time it comes to %+v", again)
	}
}

// Images alone are shifted and turned, and early stopping gives back the best
// epoch.
func TestImagesAndEarlyStopping(t *testing.T) {
	t.Parallel()
	const base = "--data mnist --samples 200 --hidden 8 --epochs 40 --lr 0.01 --patience 3"
	seen := map[float64]string{}
	for _, words := range []string{"", " --shift 2", " --rotate 15", " --jitter 0.2", " --stop-on accuracy"} {
		r, result := finish(t, mustSet(t, base+words))
		if other, ok := seen[result.Train.Loss]; ok {
			t.Errorf("%q gives the figures of %q", words, other)
		}
		seen[result.Train.Loss] = words
		if result.Stopped && result.Epoch != result.Epochs-3 || result.Validation.Loss != r.Trainer.History()[result.Epoch].Validation.Loss {
			t.Errorf("%q: %+v", words, result)
		}
	}
}

// Every flag that may change the figures does, and the same line does not.
func TestTheLineDecidesTheFigures(t *testing.T) {
	t.Parallel()
	const base = "--data xor --batch 2 --epochs 20 --hidden 3"
	_, usual := finish(t, mustSet(t, base))
	if _, again := finish(t, mustSet(t, base)); again != usual {
		t.Errorf("the same line gives %+v and %+v", usual, again)
	}
	seen := map[float64]string{usual.Train.Loss: base}
	for _, change := range []string{
		"--data and", "--hidden 3,3", "--activation relu", "--loss squared-error",
		"--optimizer sgd", "--optimizer momentum", "--optimizer handout-momentum", "--optimizer printed-momentum", "--optimizer nesterov", "--optimizer adagrad",
		"--optimizer rmsprop", "--optimizer adadelta", "--optimizer adamw", "--optimizer radam",
		"--lr 0.02", "--schedule cosine", "--schedule step:5:0.5", "--schedule exponential:0.9", "--warmup 3",
		"--batch 1", "--batch 3", "--batch all", "--epochs 21", "--l2 0.1", "--l1 0.1", "--max-norm 0.5", "--dropout 0.5",
		"--jitter 0.1", "--init he", "--init simple", "--init normal:0.3", "--init uniform:0.3", "--init constant:0.3", "--seed 2",
	} {
		_, result := finish(t, mustSet(t, base+" "+change))
		if other, ok := seen[result.Train.Loss]; ok {
			t.Errorf("%s gives the figures of %s", change, other)
		}
		seen[result.Train.Loss] = change
	}
}

func TestDivergingRun(t *testing.T) {
	t.Parallel()
	r, err := mustSet(t, "--data xor --batch all --optimizer sgd --l2 1 --lr 1e10").Start()
	if err != nil {
		t.Fatal(err)
	}
	d, ok := errors.AsType[*nn.DivergenceError](r.Trainer.Run(context.Background()))
	if !ok || d.Epoch < 2 || d.Epoch > 40 {
		t.Errorf("diverged: %v", d)
	}
}

func FuzzFlags(f *testing.F) {
	for _, s := range []string{"", "8,8", "none", "0.1", "step:1:1", "normal:0.1", "1e309", "-0", "NaN", "auto", ",", ":"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, flag := range run.Flags() {
			s := run.Default()
			if flag.Set(&s, value) != nil {
				continue
			}
			again := run.Default()
			written := flag.Value(&s)
			if err := flag.Set(&again, written); err != nil || flag.Value(&again) != written {
				t.Errorf("--%s %q is written %q, and that is read as %q, %v", flag.Name, value, written, flag.Value(&again), err)
			}
		}
	})
}
