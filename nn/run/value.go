package run

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ValueError says that a flag does not take a value.
type ValueError struct {
	Flag, Value string
	Takes       Takes
	// With names another flag and its value, when it is because of these that
	// the flag takes no more than it does.
	With string
}

// Error names the flag and what it takes.
func (e *ValueError) Error() string {
	with := ""
	if e.With != "" {
		with = " with " + e.With
	}
	return fmt.Sprintf("--%s %s: it takes %v%s", e.Flag, e.Value, e.Takes, with)
}

// RestartError says that a flag cannot be changed in the middle of a run.
type RestartError struct{ Flag string }

// Error names the flag.
func (e *RestartError) Error() string {
	return fmt.Sprintf("--%s cannot change in the middle of a run: it takes a new one", e.Flag)
}

// Takes is what a flag takes: a number of a range unless Max is 0, one of some
// words, or either.
type Takes struct {
	Words []string

	Whole        bool // whole numbers only
	Min, Max     float64
	Above, Below bool // Min or Max itself is not meant
	// UpTo, unless it is 0, allows for several such numbers with commas
	// between them.
	UpTo int
}

func between(low, high int) Takes {
	return Takes{Whole: true, Min: float64(low), Max: float64(high)}
}

// only is a range of a single number.
func only(v float64) Takes { return Takes{Min: v, Max: v} }

// Numbers reports whether numbers are taken at all.
func (t Takes) Numbers() bool { return t.Whole || t.Min != 0 || t.Max != 0 || len(t.Words) == 0 }

func (t Takes) holds(v float64) bool {
	if t.Above && v <= t.Min || t.Below && v >= t.Max {
		return false
	}
	return v >= t.Min && v <= t.Max && !math.IsInf(v, 0)
}

// String says it in English, as in "a number from 0 to below 1, or auto".
func (t Takes) String() string {
	var parts []string
	if t.Numbers() {
		parts = append(parts, t.number())
	}
	return strings.Join(append(parts, t.Words...), ", ")
}

func (t Takes) number() string {
	kind := "a number "
	switch {
	case t.UpTo > 0:
		kind = fmt.Sprintf("up to %d whole numbers ", t.UpTo)
	case t.Whole:
		kind = "a whole number "
	}
	low, high := "from "+Number(t.Min), " to "+Number(t.Max)
	switch {
	case t.Min == t.Max:
		return Number(t.Min)
	case t.Above && math.IsInf(t.Max, 1):
		return kind + "above " + Number(t.Min)
	case math.IsInf(t.Max, 1):
		high = " up"
	case t.Below:
		high = " to below " + Number(t.Max)
	}
	return kind + low + high
}

// Number writes a bound as messages do: without an exponent.
func Number(v float64) string {
	if v == math.Trunc(v) {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
