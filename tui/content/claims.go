package content

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

// Tries is from how many seeds a claim is tried, and of how many of them it has
// to come true.
const (
	Tries = 20
	most  = 18
)

// CheckClaims recomputes what the pages of a course claim of chance, from the
// first seeds, Tries of them or fewer, and tells each claim as it is done.
func CheckClaims(ctx context.Context, course *lessons.Course, seeds int, told func(where string, held, seeds int)) Report {
	c := &checker{}
	c.read(course)
	for _, lecture := range c.lectures {
		if lecture.Lang != lang.KO {
			continue // the other language claims the same
		}
		for i := range lecture.Pages {
			page := &lecture.Pages[i]
			for _, claim := range page.Claims {
				c.claim(ctx, page, claim, seeds, told)
			}
		}
	}
	return c.sorted()
}

func (c *checker) claim(ctx context.Context, page *lessons.Page, claim lessons.Claim, seeds int, told func(string, int, int)) {
	held, err := count(ctx, claim, seeds)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		c.fail(page.File, claim.Line, "%[1]v", "%[1]v", err)
		return
	case held < seeds*most/Tries:
		c.fail(page.File, claim.Line, "시드 %[2]d개 가운데 %[1]d개에서만 그래요.", "It comes true from %[1]d of %[2]d seeds only.", held, seeds)
	}
	c.report.Claims++
	told(fmt.Sprintf("%s:%d", page.File, claim.Line), held, seeds)
}

// count says from how many seeds a claim comes true.
func count(ctx context.Context, claim lessons.Claim, seeds int) (held int, err error) {
	var group sync.WaitGroup
	var lock sync.Mutex
	next := make(chan uint64)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for seed := range next {
				holds, failed := holdsFrom(ctx, claim, seed)
				lock.Lock()
				if holds {
					held++
				}
				if failed != nil {
					err = failed
				}
				lock.Unlock()
			}
		})
	}
	for seed := range seeds {
		next <- uint64(seed) + 1
	}
	close(next)
	group.Wait()
	return held, err
}

func holdsFrom(ctx context.Context, claim lessons.Claim, seed uint64) (bool, error) {
	more, err := outcome(ctx, claim.Lab, claim.More, seed)
	if err != nil || ctx.Err() != nil {
		return false, err
	}
	if claim.When != nil {
		for _, w := range claim.When {
			f, ok := more[w.Fact]
			if !ok {
				return false, fmt.Errorf("the lab %s does not say %q of a seed", claim.Lab, w.Fact)
			}
			if !w.Holds(f.Value, f.Word, f.Known) {
				return false, nil
			}
		}
		return true, nil
	}
	less, err := outcome(ctx, claim.Lab, claim.Less, seed)
	if err != nil || ctx.Err() != nil {
		return false, err
	}
	high, ok := more[claim.Fact]
	low, both := less[claim.Fact]
	if !ok || !both {
		return false, fmt.Errorf("the lab %s does not say %q of a seed", claim.Lab, claim.Fact)
	}
	return high.Known && low.Known && high.Value > low.Value, nil
}

// outcome is what a lab says of a seed: what it tells of other starts, if it tries
// them, and otherwise what it shows once the steps of the settings are done.
func outcome(ctx context.Context, id string, settings []lessons.Setting, seed uint64) (map[string]lab.Fact, error) {
	l, err := set(id, seed, settings)
	if err != nil {
		return nil, err
	}
	facts := l.Facts()
	if s, ok := l.(lab.Sampler); ok {
		facts = s.Sampler()(ctx, seed)
	}
	out := map[string]lab.Fact{}
	for _, f := range facts {
		out[f.ID] = f
	}
	return out, nil
}
