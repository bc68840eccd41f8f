package labs

import (
	"math"
	"testing"

	"hakseup/lessons/lang"
)

func TestPanelClampsAndResets(t *testing.T) {
	t.Parallel()
	p := newPanel(
		slider("x", lang.Same("x"), 1, -2, 2, 0.1, 1),
		toggle("t", lang.Same("t")),
		choice("c", lang.Same("c"), Option{Name: "a"}, Option{Name: "b"}),
	)
	for _, s := range []struct {
		id      string
		v, want float64
	}{
		{"x", 9, 2},
		{"x", -9, -2},
		{"x", math.NaN(), -2},
		{"t", 0.5, 1},
		{"t", 0, 0},
		{"c", 7, 1},
		{"c", 0.4, 0},
		{"c", 0.6, 1},
	} {
		if !p.set(s.id, s.v) {
			t.Fatalf("no control %s", s.id)
		}
		if got := p.value(s.id); got != s.want {
			t.Errorf("%s set to %v: got %v, want %v", s.id, s.v, got, s.want)
		}
	}
	if p.set("nothing", 1) {
		t.Error("an unknown id was accepted")
	}
	if p.chosen("c") != "b" {
		t.Errorf("chosen %q, want b", p.chosen("c"))
	}
	p.reset()
	if p.value("x") != 1 || p.on("t") || p.chosen("c") != "a" {
		t.Error("reset did not go back to the start")
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ got, want string }{
		{fixed(-0.3704, 2), "−0.37"},
		{fixed(-0.0001, 2), "0.00"},
		{fixed(math.Inf(-1), 2), "−∞"},
		{fixed(math.NaN(), 2), "–"},
		{significant(40.447), "40.4"},
		{significant(0.09975), "0.0998"},
		{significant(9.996), "10.0"},
		{significant(0.9996), "1.00"},
		{significant(-1.8), "−1.80"},
		{significant(2248), "2248"},
		{significant(1.2e30), "1.2e+30"},
		{significant(0), "0"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
