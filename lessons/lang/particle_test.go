package lang

import "testing"

func TestParticle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ s, closed, open, want string }{
		{"0", "을", "를", "0을"},
		{"−1", "이에요", "예요", "−1이에요"},
		{"0.5", "을", "를", "0.5를"},
		{"2", "이에요", "예요", "2예요"},
		{"3", "은", "는", "3은"},
		{"0.36", "으로", "로", "0.36으로"},
		{"1.07", "으로", "로", "1.07로"},
		{"8", "으로", "로", "8로"},
		{"0.49", "으로", "로", "0.49로"},
		{"편향", "은", "는", "편향은"},
		{"가중치", "은", "는", "가중치는"},
		{"출력물", "으로", "로", "출력물로"},
		{"값", "으로", "로", "값으로"},
		{"ReLU", "은", "는", "ReLU는"},
		{"", "은", "는", "는"},
	} {
		if got := Particle(c.s, c.closed, c.open); got != c.want {
			t.Errorf("Particle(%q): got %q, want %q", c.s, got, c.want)
		}
	}
}
