package lab

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
)

// Sampler is a lab whose experiment is drawn by its seed: the same setting can
// be tried from other starts.
type Sampler interface {
	// Sampler returns what tries the setting of now from the start of a seed,
	// to its end, and tells what came of it: numbers, and "solved", 1 or 0. It
	// works on a copy, in any goroutine; the facts are nil when the context has
	// ended.
	Sampler() func(ctx context.Context, seed uint64) []Fact
}

// Starts is how many starts a lab is tried from.
func Starts(l Lab) int {
	const usual = 20
	if k, ok := l.(interface{ Starts() int }); ok {
		return k.Starts()
	}
	return usual
}

// Sample is what has come of one start.
type Sample struct {
	Seed  uint64
	Facts []Fact
}

// Sampled adds what has come of a start to what a lab shows.
func Sampled(l Lab, s Sample) {
	b := l.bench()
	b.samples = append(slices.Clip(b.samples), s)
}

// Forget takes away what has come of other starts.
func Forget(l Lab) { l.bench().samples = nil }

// Pinner is a lab that keeps a run to compare the next ones with.
type Pinner interface {
	// Pin keeps the run of now, with what its panel says, and begins anew from
	// the same start. Where nothing has been done yet, it gives up the one that
	// is kept.
	Pin(now Panel)
	// Unpin gives up the run that is kept.
	Unpin()
	Pinned() bool
}

// solvedID is the fact of a sample that becomes a share.
const solvedID = "solved"

// Samples returns what has come of other starts.
func (b *Bench) Samples() []Sample { return b.samples }

// SamplesOf is Bench.Samples for who has the lab.
func SamplesOf(l Lab) []Sample { return l.bench().samples }

// SpreadFacts says how what has come of other starts is spread: of every number
// the 10th, 50th and 90th percentile, of "solved" the share, and how many starts
// there were. Without any it says nothing.
func (b *Bench) SpreadFacts() []Fact {
	if len(b.samples) == 0 {
		return nil
	}
	out := []Fact{Num("n", lang.T("시드의 수", "number of seeds"), float64(len(b.samples)), Brief)}
	for _, f := range b.samples[0].Facts {
		values := Values(b.samples, f.ID)
		if f.ID == solvedID {
			out = append(out, Num("solved.share", lang.T("성공한 비율", "share that succeeded"), mean(values), Percent))
			continue
		}
		if f.ID == rightID {
			out = append(out, b.outcomes()...)
			continue
		}
		for _, p := range []struct {
			id   string
			at   float64
			name lang.Text
		}{{".p10", 0.1, lang.T("10%", "10%")}, {".p50", 0.5, lang.T("중앙값", "median")}, {".p90", 0.9, lang.T("90%", "90%")}} {
			label := lang.T(f.Label.KO+" "+p.name.KO, f.Label.EN+", "+p.name.EN)
			out = append(out, Num(f.ID+p.id, label, Percentile(values, p.at), f.Format))
		}
	}
	return out
}

// rightID is the fact of a sample that counts what is right of a few.
const rightID = "right"

// outcomes says how many starts had how many of the few right, the most first.
func (b *Bench) outcomes() []Fact {
	var out []Fact
	for _, k := range b.Outcomes() {
		id, n := Brief(k.Right), Brief(k.Right)
		out = append(out, Num("right."+id, lang.T(n+"개 맞은 시작", "starts with "+n+" right"), float64(k.Starts), Brief),
			Num("seed."+id, lang.T("그 첫 시드", "the first such seed"), float64(k.Seed), Brief).Picked())
	}
	return out
}

// Outcome is the starts that came to as many right ones, and the first seed of these.
type Outcome struct {
	Right  float64
	Starts int
	Seed   uint64
}

// Outcomes sorts what has come of other starts by how many of a few are right, the
// most first.
func (b *Bench) Outcomes() []Outcome {
	var all []Outcome
	for _, s := range b.samples {
		for _, f := range s.Facts {
			if f.ID != rightID {
				continue
			}
			i := slices.IndexFunc(all, func(k Outcome) bool { return k.Right == f.Value })
			if i < 0 {
				i = len(all)
				all = append(all, Outcome{Right: f.Value, Seed: s.Seed})
			}
			all[i].Starts++
		}
	}
	slices.SortFunc(all, func(a, b Outcome) int { return cmp.Compare(b.Right, a.Right) })
	return all
}

func mean(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}

// Values returns a fact of all samples in which it is known, in ascending order.
func Values(samples []Sample, id string) []float64 {
	var out []float64
	for _, s := range samples {
		for _, f := range s.Facts {
			if f.ID == id && f.Known {
				out = append(out, f.Value)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Percentile returns the value below which a share of the values lies, which are
// in ascending order; between two of them it goes straight. Of no values it is
// NaN.
func Percentile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	at := share * float64(len(values)-1)
	k := int(at)
	if k+1 >= len(values) {
		return values[len(values)-1]
	}
	return values[k] + (at-float64(k))*(values[k+1]-values[k])
}

// Percent writes a share: "97.5%".
func Percent(v float64) string { return Fixed(100*v, 1) + "%" }

// setting says at what the controls of a lab stand, its pace aside.
func setting(l Lab) string {
	var b strings.Builder
	for _, c := range l.Panel() {
		b.WriteString(c.ID + "=" + c.Word() + " ")
	}
	return b.String()
}

// Change does something to a lab and reports whether its setting is another
// then: what has come of other starts is forgotten in that case.
func Change(l Lab, do func()) (another bool) {
	before := setting(l)
	do()
	if another = setting(l) != before; another {
		Forget(l)
	}
	return another
}
