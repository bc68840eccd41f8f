package gradientdescent

import (
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/tui/lab"
)

func always() bool { return true }

// TestSlopesOfTheGrounds holds every slope against a quotient of differences.
func TestSlopesOfTheGrounds(t *testing.T) {
	t.Parallel()
	for _, name := range []string{bowlGround, dentsGround, valleyGround, saddleGround} {
		g := groundOf(name, 1.75)
		for _, p := range [][2]float64{{-1.5, 0.3}, {0.7, -1.2}, {2, 1}} {
			const h = 1e-5
			d := g.slope(p)
			for i, got := range d {
				up, down := p, p
				up[i] += h
				down[i] -= h
				if want := (g.at(up) - g.at(down)) / (2 * h); math.Abs(got-want) > 1e-6 {
					t.Errorf("%s at %v: slope %v along axis %d, want %v", name, p, got, i, want)
				}
			}
		}
	}
}

// TestManners goes down in every manner that there is.
func TestManners(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		on       string
		a, x, y  float64
		rate     float64
		steps    int
		want     string
		loss     float64 // at most
		finished bool
	}{
		{bowlGround, 1, -1.5, 0, 0.1, 0, ready, 9, false},
		{bowlGround, 1, -1.5, 0, 0.01, 20, crawls, 9, false},
		{bowlGround, 1, -1.5, 0, 0.2, 5, straight, 1, false},
		{bowlGround, 4, -1, 0, 0.125, 1, oneStep, 0, true},
		{bowlGround, 2, -1, 0, 0.4, 5, swings, 0.1, false},
		{bowlGround, 2, -1, 0, 0.5, 50, even, 2, false},
		{bowlGround, 2, -1, 0, 0.6, 5, grows, 99, false},
		{bowlGround, 2, -1, 0, 10, 100, grows, math.Inf(1), true},
		{bowlGround, 1, 0, 0, 0.1, 0, lowest, 0, true},
		{dentsGround, 1, 2, 0, 0.1, 100, dent, 2.3, true},
		{dentsGround, 1, -1, 0, 0.1, 100, lowest, 1e-9, true},
		{dentsGround, 1, 0, 0, 0.1, 0, flat, 3, true},
		{dentsGround, 1, 2, 0, 10, 100, grows, math.Inf(1), true},
		{valleyGround, 1, -7, 2, 0.95, 20, swings, 1, false},
		{valleyGround, 1, -7, 2, 1.05, 20, grows, 999, false},
		{saddleGround, 1, -1.5, 0, 0.1, 200, flat, 1e-9, true},
		{saddleGround, 1, -1.5, 0.001, 0.1, 200, lowest, -0.999, true},
	} {
		s := NewDescent().(*descent)
		lab.Reset(s, 1)
		s.on, s.a, s.start, s.rate = tt.on, tt.a, [2]float64{tt.x, tt.y}, tt.rate
		for range tt.steps {
			s.Advance(nn.ByBatch, always)
		}
		loss := s.ground().at(s.at())
		if got := s.verdict(); got != tt.want || loss > tt.loss || s.done() != tt.finished {
			t.Errorf("%+v: %s, loss %v, finished %v", tt, got, loss, s.done())
		}
	}
}

// TestBackGoesBackOverTheRate takes a change of the rate back with the step that it made.
func TestBackGoesBackOverTheRate(t *testing.T) {
	t.Parallel()
	s := NewDescent().(*descent)
	lab.Reset(s, 1)
	s.Advance(nn.ByBatch, always)
	at := s.at()
	s.Panel().Set("rate", 0.7)
	s.Advance(nn.ByBatch, always)
	s.Back(nn.ByBatch)
	s.Panel().Set("rate", 0.9)
	if s.at() != at {
		t.Errorf("at %v, before %v", s.at(), at)
	}
	if !s.Back(nn.ByBatch) && s.rate != 0.1 {
		t.Errorf("the first step was made at 0.1, not %v", s.rate)
	}
}
