package run_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"testing"

	"hakseup/nn"
	"hakseup/nn/run"
)

// TestFeaturesReplaceLayers learns circles without a hidden layer: from squares a
// line is enough, from the coordinates it is not.
func TestFeaturesReplaceLayers(t *testing.T) {
	t.Parallel()
	for features, solved := range map[string]bool{"x1,x2": false, "x1^2,x2^2": true, "x1,x2,x1^2,x2^2,x1x2,sin-x1,sin-x2": true} {
		r := start(t, "--data circles --hidden none --features "+features)
		if err := r.Trainer.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
		now := r.Trainer.Now()
		if got := now.Train.Accuracy > 0.98 && now.Validation.Accuracy > 0.98; got != solved {
			t.Errorf("%s: accuracy %v, on unseen data %v", features, now.Train.Accuracy, now.Validation.Accuracy)
		}
	}
}

// TestInputsAreTheFeatures holds what the network is fed with against the points.
func TestInputsAreTheFeatures(t *testing.T) {
	t.Parallel()
	r := start(t, "--data moons --features x2,x1x2,sin-x1,x1^2 --points 0.5:-2:b")
	samples, validation := r.Trainer.Samples()
	points, unseen, kept := r.Points()
	want := func(x1, x2 float64) []float64 { return []float64{x2, x1 * x2, math.Sin(x1), x1 * x1} }
	for i := range points.Rows {
		if got := samples.X.Row(i); !reflect.DeepEqual(got, want(points.At(i, 0), points.At(i, 1))) {
			t.Fatalf("point %v is %v", points.Row(i), got)
		}
	}
	if got := validation.X.Row(0); !reflect.DeepEqual(got, want(unseen.At(0, 0), unseen.At(0, 1))) {
		t.Errorf("an unseen point is %v", got)
	}
	if got := r.Test.X.Row(0); !reflect.DeepEqual(got, want(kept.At(0, 0), kept.At(0, 1))) {
		t.Errorf("a point that is kept for the end is %v", got)
	}
	result, err := r.Result()
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Tested(); got != *result.Test || got.Samples != kept.Rows {
		t.Errorf("the test set is measured as %+v and as %+v", got, *result.Test)
	}
	last := samples.Len() - 1
	if last != points.Rows || !reflect.DeepEqual(samples.X.Row(last), want(0.5, -2)) || samples.T.At(last, 1) != 1 {
		t.Errorf("the point that was added is %v, of class %v", samples.X.Row(last), samples.T.Row(last))
	}
}

// TestAPointIsAddedAndTakenBack drops points in the middle of a run, goes back
// over them, and starts again with them.
func TestAPointIsAddedAndTakenBack(t *testing.T) {
	t.Parallel()
	const base = "--data moons --batch 8 --samples 100 --epochs 20"
	r, same := start(t, base), start(t, base)
	forward(t, r, 5)
	before, _ := r.Trainer.Samples()
	for n, points := range []string{"0:0:a", "0:0:a,1:-1:b"} {
		if err := r.Adjust(mustSet(t, base+" --points "+points)); err != nil {
			t.Fatal(err)
		}
		if samples, _ := r.Trainer.Samples(); samples.Len() != before.Len()+n+1 {
			t.Errorf("%s: %d samples, before %d", points, samples.Len(), before.Len())
		}
		forward(t, r, 2)
	}
	if again, err := r.From(7); err != nil {
		t.Error(err)
	} else if samples, _ := again.Trainer.Samples(); samples.Len() != before.Len()+2 || len(again.Spec().Points) != 2 {
		t.Errorf("from another start there are %d samples", samples.Len())
	}
	for range 9 {
		r.Trainer.Back(nn.ByBatch)
	}
	if samples, _ := r.Trainer.Samples(); samples.Len() != before.Len() || len(r.Spec().Points) != 0 {
		t.Errorf("back before them there are %d samples and the points %v", samples.Len(), r.Spec().Points)
	}
	forward(t, r, 5)
	forward(t, same, 5)
	if !reflect.DeepEqual(r.Trainer.Network().Params, same.Trainer.Network().Params) {
		t.Error("the run is not what it would have been without them")
	}
}

// TestALineIsReadBack writes lines of many settings and reads them.
func TestALineIsReadBack(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"", "--data xor --hidden 2 --batch all", "--data circles --features x1^2,x2^2 --hidden none",
		"--points 0.5:-0.25:b,-1:2:a --noise 0.3 --optimizer sgd --lr 0.3 --schedule step:50:0.5 --l1 0.001 --init he --seed 9",
	} {
		want := mustSet(t, words)
		for _, line := range []string{want.Line(), "--epochs 3 " + want.Line()[len("hakseup train "):]} {
			if got, err := run.Parse(line); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v, is read as %s", line, err, got.Line())
			}
		}
	}
	if s, err := run.Parse("train --data=xor --hidden=2"); err != nil || s.Batch != nn.FullBatch || len(s.Hidden) != 1 {
		t.Errorf("%v, read as %s", err, s.Line())
	}
	var unknown *run.UnknownFlagError
	if _, err := run.Parse("hakseup train --layers 3"); !errors.As(err, &unknown) || unknown.Word != "--layers" {
		t.Errorf("an unknown flag: %v", err)
	}
	for _, line := range []string{"--hidden", "--lr -1", "--features x3", "--points 1:2", "--points a:b:c", "--points 1e9:0:a", "--features x1,x1"} {
		var value *run.ValueError
		if _, err := run.Parse(line); !errors.As(err, &value) {
			t.Errorf("%s: %v", line, err)
		}
	}
}
