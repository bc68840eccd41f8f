package bank

import (
	"encoding/json"
	"math"
)

// four keeps the decimals that the statements ask for.
func (s *student) four(x float64) float64 {
	const kept = 4
	return shorten(x, kept, s.r.IntN(3) == 0)
}

// honestDivided works two steps out that divide by the root of h.
func honestDivided(gather func(p slope, h, g float64) float64) honest {
	return func(s *student, params json.RawMessage) []work {
		p := decoded[slope](params)
		mistake, w, h := s.pick("", "", "", "plain"), p.W, 0.0
		for range 2 {
			g := p.at(w)
			h = gather(p, h, g)
			step := p.Rate * g
			if mistake == "" {
				step /= s.four(math.Sqrt(s.four(h)))
			}
			w -= step
		}
		return []work{{"w", s.answer(3, w), mistake, 3}}
	}
}

func honestAdagrad() honest {
	return honestDivided(func(_ slope, h, g float64) float64 { return h + g*g })
}

func honestRMSProp() honest {
	return honestDivided(func(p slope, h, g float64) float64 { return p.Keep*h + (1-p.Keep)*g*g })
}

func honestMomentum(s *student, params json.RawMessage) []work {
	p := decoded[slope](params)
	mistake, w, v := s.pick("", "", "plain", "average"), p.W, 0.0
	keep, by := p.Keep, p.Rate
	switch mistake {
	case "plain":
		keep = 0
	case "average":
		by *= 1 - p.Keep
	}
	for range 2 {
		at := s.four(w)
		v = keep*v - by*p.at(at)
		w = at + v
	}
	return []work{{"w", s.answer(3, w), mistake, 3}}
}
