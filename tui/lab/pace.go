package lab

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// Strider is a Runner whose strides are of several lengths, some of them so
// long that they may be cut short.
type Strider interface {
	Runner
	// Strides lists the strides that it takes, the usual one first.
	Strides() []nn.Stride
	// Midway reports whether the last stride was cut short: the next Advance
	// goes on with it.
	Midway() bool
}

// pace is how a lab runs: by which strides, and how many of them a second.
type pace struct {
	stride nn.Stride
	speed  float64
}

// The speeds, in strides a second. At full speed it is as many as there is
// time for.
const (
	slow   = 2
	normal = 8
	fast   = 60
)

// Controls lists the controls of a lab, and behind them those of its pace if it
// runs.
func Controls(l Lab) Panel {
	p := l.Panel()
	if _, runs := l.(Runner); !runs {
		return p
	}
	at, usual := &l.bench().pace, "normal"
	if s, ok := l.(Strider); ok {
		usual = "fast"
		p = append(p, Choose(&at.stride, "stride", lang.T("걸음", "stride"), strides(s.Strides())...))
	}
	return append(p, Choose(&at.speed, "speed", lang.T("빠르기", "speed"),
		Opt(float64(slow), "slow", lang.T("느리게", "slow")), Opt(float64(normal), "normal", lang.T("보통", "normal")),
		Opt(float64(fast), "fast", lang.T("빠르게", "fast")), Opt(math.Inf(1), "full", lang.T("최고", "full"))).Begin(usual))
}

func strides(all []nn.Stride) []Value[nn.Stride] {
	var out []Value[nn.Stride]
	for _, s := range all {
		switch s {
		case nn.BySample:
			out = append(out, Opt(s, "sample", lang.T("샘플", "sample")))
		case nn.ByBatch:
			out = append(out, Opt(s, "batch", lang.T("배치", "batch")))
		case nn.ByEpoch:
			out = append(out, Opt(s, "epoch", lang.T("에폭", "epoch")))
		}
	}
	return out
}

// Pace returns by which strides a lab runs, and how many of them a second.
func Pace(l Lab) (by nn.Stride, perSecond float64) {
	at := l.bench().pace
	if _, ok := l.(Strider); !ok {
		at.stride = nn.ByBatch
	}
	return at.stride, at.speed
}

// Midway reports whether the last stride of a lab was cut short.
func Midway(l Lab) bool {
	s, ok := l.(Strider)
	return ok && s.Midway()
}
