package learning

import (
	"context"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
)

// machine is the perceptron rule on its way, one of three steps at a time.
type machine struct {
	phase       phase
	w           [2]float64
	b           float64
	next        int // the sample that it looks at next
	at          int // the wrong sample that it found
	delta       float64
	corrections int
}

type phase uint8

const (
	idle phase = iota
	draw
	find
	mend
	done
)

func (p phase) words() (word string, text lang.Text) {
	return [...]string{"idle", "draw", "find", "mend", "done"}[p], [...]lang.Text{
		lang.T("시작 전", "not begun"), lang.T("① 긋기", "① draw"), lang.T("② 찾기", "② find"), lang.T("③ 고치기", "③ mend"), lang.T("끝", "done"),
	}[p]
}

func (s *line) stop() { s.machine, s.past = machine{}, nil }

// unit is the perceptron of the machine: before it begins, of its first line.
func (s *line) unit() nn.Perceptron {
	switch {
	case s.phase != idle:
		return nn.Perceptron{W: []float64{s.w[0], s.w[1]}, B: s.b, F: nn.Step}
	case s.zero:
		return nn.Perceptron{W: []float64{0, 0}, F: nn.Step}
	}
	return s.now.Perceptron()
}

// Advance makes one of the three steps. It ends when no dot is wrong.
func (s *line) Advance(nn.Stride, func() bool) (goesOn bool) {
	if s.phase == done {
		return false
	}
	u := s.unit()
	s.past = append(s.past, s.machine)
	switch s.phase {
	case draw:
		s.phase = done
		for range s.xs {
			i := s.next
			s.next = (i + 1) % len(s.xs)
			if s.delta = s.ts[i] - u.Output(s.xs[i]); s.delta != 0 {
				s.phase, s.at = find, i
				break
			}
		}
	case find:
		u.Learn(s.xs[s.at], s.ts[s.at], s.rate)
		s.phase, s.corrections = mend, s.corrections+1
	default:
		s.phase = draw
	}
	s.w, s.b = [2]float64{u.W[0], u.W[1]}, u.B
	return s.phase != done
}

// Back takes back exactly one step.
func (s *line) Back(nn.Stride) (goesOn bool) {
	last := len(s.past) - 1
	if last < 0 {
		return false
	}
	s.machine, s.past = s.past[last], s.past[:last:last]
	return last > 0
}

// trail is the lines that the machine went through.
func (s *line) trail() []nn.Line {
	var lines []nn.Line
	for _, m := range append(slices.Clip(s.past), s.machine) {
		if k, ok := (nn.Perceptron{W: m.w[:], B: m.b}).Line(); ok && (m.phase == mend || len(lines) == 0) {
			lines = append(lines, k)
		}
	}
	return lines
}

// saying tells what the machine has just done.
func (s *line) saying() lang.Text {
	wrong := len(s.unit().Wrong(s.xs, s.ts))
	switch s.phase {
	case draw:
		return lang.Sprintf("① 긋기(순전파): 선을 긋고 모든 점의 출력을 내요. 틀린 점 %d개.", "① Draw (forward): the line gives every dot its output. Wrong: %d.", wrong)
	case find:
		return lang.Sprintf("② 찾기(손실과 기울기): ◆의 목표는 %[1]g, 출력은 %[2]g. 차이는 %[4]s.", "② Find (loss and gradient): the target of ◆ is %[1]g, its output %[2]g: off by %[3]s.",
			s.ts[s.at], s.ts[s.at]-s.delta, lab.Brief(s.delta), lang.Particle(lab.Brief(s.delta), "이에요", "예요"))
	case mend:
		return lang.Sprintf("③ 고치기(갱신): 가중치에 %s × x를 더했어요. 고친 횟수 %d, 틀린 점 %d개.", "③ Mend (update): the weights gained %s × x. Corrections: %d, wrong: %d.",
			lab.Brief(s.rate*s.delta), s.corrections, wrong)
	}
	return lang.Sprintf("기계가 %d번 고쳐 모두 나눴어요.", "All parted by the machine, in %d corrections.", s.corrections)
}

// Starts is how many sets of dots are tried.
func (s *line) Starts() int { return 200 }

// rounds is when the machine gives up.
const rounds = 1000

// Sampler lets the machine part the dots of a seed.
func (s *line) Sampler() func(ctx context.Context, seed uint64) []lab.Fact {
	dots, n, zero, rate := s.dots, int(s.n), s.zero, s.rate
	return func(ctx context.Context, seed uint64) []lab.Fact {
		set, first, err := dots.Draw(n, seed)
		if err != nil {
			return nil
		}
		xs, ts := set.Rows()
		u, took, solved := first.Perceptron(), 0, 0.0
		if zero {
			u.W, u.B = []float64{0, 0}, 0
		}
		for range rounds {
			if ctx.Err() != nil {
				return nil
			}
			steps, parted := u.LearnAll(xs, ts, rate, 1)
			if took += len(steps); parted {
				solved = 1
				break
			}
		}
		return []lab.Fact{
			lab.Num("took", lang.T("고친 횟수", "corrections"), float64(took), lab.Brief),
			lab.Num("left", lang.T("남은 틀린 점", "wrong at the end"), float64(len(u.Wrong(xs, ts))), lab.Brief),
			lab.Num("solved", lang.T("나눔", "parted"), solved, lab.Brief),
		}
	}
}
