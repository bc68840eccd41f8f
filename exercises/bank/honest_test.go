package bank

import (
	"encoding/json"
	"flag"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"hakseup/exercises"
)

// gradings is how many answers of honest students are graded in all. A million
// take minutes: go test ./exercises/bank -run Honest -gradings 1000000 -v.
var gradings = flag.Int("gradings", 20_000, "answers that TestHonestStudents grades")

// student works on paper, without the program's own calculations: every value
// that is written down is rounded to so many decimals, or cut off, or not.
type student struct {
	r     *rand.Rand
	notes []string // how each value was written down
}

// write returns values as they are written down: all of a step in one way.
func (s *student) write(values ...float64) []float64 {
	digits, cut := 2+s.r.IntN(3), s.r.IntN(3) == 0
	if s.r.IntN(3) == 0 {
		s.notes = append(s.notes, "exact")
		return values
	}
	s.notes = append(s.notes, strconv.Itoa(digits)+map[bool]string{true: "cut"}[cut])
	out := make([]float64, len(values))
	for i, x := range values {
		out[i] = shorten(x, digits, cut)
	}
	return out
}

// answer types values with the decimals that are asked for, or one more, or in
// full.
func (s *student) answer(least int, values ...float64) string {
	digits, cut := least+s.r.IntN(2), s.r.IntN(4) == 0
	if s.r.IntN(5) == 0 {
		digits = 9
	}
	texts := make([]string, len(values))
	for i, x := range values {
		texts[i] = strconv.FormatFloat(shorten(x, digits, cut), 'f', digits, 64)
		if s.r.IntN(4) == 0 && strings.Contains(texts[i], ".") {
			texts[i] = strings.TrimRight(strings.TrimRight(texts[i], "0"), ".")
		}
	}
	return strings.Join(texts, ", ")
}

// shorten rounds or cuts the decimal digits of x, as one reads them.
func shorten(x float64, digits int, cut bool) float64 {
	scale := math.Pow10(digits)
	if cut {
		return math.Trunc(x*scale+math.Copysign(1e-7, x)) / scale
	}
	return math.Round(x*scale) / scale
}

// work is one answer of a student: to which part, and what it must be called.
type work struct {
	part, typed, mistake string
	digits               int // that are asked for
}

// honest returns what a student answers to an exercise of the given
// parameters: right, or by one known mistake.
type honest func(s *student, params json.RawMessage) []work

func decoded[P any](params json.RawMessage) P {
	var p P
	if err := json.Unmarshal(params, &p); err != nil {
		panic(err)
	}
	return p
}

// losses works from scores to both losses.
func (s *student) losses(a []float64, t int, mistake string) []work {
	y := s.probabilities(a)
	switch mistake {
	case "no-softmax":
		y = a
	case "ratio":
		y = s.write(a[0]/(a[0]+a[1]), a[1]/(a[0]+a[1]))
	}
	squares := s.write((y[0]-1+float64(t))*(y[0]-1+float64(t)), (y[1]-float64(t))*(y[1]-float64(t)))
	mse, ce := (squares[0]+squares[1])/2, -math.Log(y[t])
	if bySoftmax := mistake != "no-softmax" && mistake != "ratio" && mistake != "log2"; bySoftmax && s.r.IntN(4) == 0 {
		ce = s.logSum(a) - a[t]
	}
	ceMistake, mseMistake := mistake, mistake
	switch mistake {
	case "no-half":
		mse, ceMistake = 2*mse, ""
	case "no-sign":
		ce, mseMistake = -ce, ""
	case "log2":
		ce, mseMistake = ce/math.Ln2, ""
	}
	switch way := s.r.IntN(4); {
	case mistake == "log2":
	case way == 0:
		ce /= math.Ln10
	case way == 1:
		ce = s.write(ce)[0] / []float64{math.Ln10, 2.303, 2.3026}[s.r.IntN(3)]
	}
	return []work{{"mse", s.answer(3, mse), mseMistake, 3}, {"ce", s.answer(3, ce), ceMistake, 3}}
}

// exponentials returns those of scores, and their sum.
func (s *student) exponentials(a []float64) (e []float64, sum float64) {
	e = make([]float64, len(a))
	for i := range a {
		e[i] = math.Exp(a[i])
	}
	e = s.write(e...)
	for i := range e {
		sum += e[i]
	}
	return e, sum
}

// probabilities works out both, or one of two and takes the other as what that
// leaves of 1.
func (s *student) probabilities(a []float64) []float64 {
	y, sum := s.exponentials(a)
	for i := range y {
		y[i] /= sum
	}
	if len(y) == 2 && s.r.IntN(3) == 0 {
		k := s.r.IntN(2)
		one := s.write(y[k])[0]
		s.notes = append(s.notes, "one of two")
		y[k], y[1-k] = one, 1-one
		return y
	}
	return s.write(y...)
}

func (s *student) logSum(a []float64) float64 {
	_, sum := s.exponentials(a)
	s.notes = append(s.notes, "log of the sum")
	return s.write(math.Log(sum))[0]
}

// classifierScores works out the scores of 연습문제 1 with a mistake.
func classifierScores(c classifier, mistake string) []float64 {
	w, b := c.Layer.W.Data, c.Layer.B
	switch mistake {
	case "transposed":
		w = []float64{w[0], w[2], w[1], w[3]}
	case "no-bias":
		b = []float64{0, 0}
	}
	return []float64{
		shorten(w[0]*c.Z[0]+w[1]*c.Z[1]+b[0], 6, false),
		shorten(w[2]*c.Z[0]+w[3]*c.Z[1]+b[1], 6, false),
	}
}

func honestPractice(s *student, params json.RawMessage) []work {
	mistakes := []string{"", "", "", "transposed", "no-bias", "no-softmax", "ratio", "swapped-truth", "no-half", "no-sign", "log2"}
	mistake := mistakes[s.r.IntN(len(mistakes))]
	t := 0
	if mistake == "swapped-truth" {
		t = 1
	}
	return s.losses(classifierScores(decoded[classifier](params), mistake), t, mistake)
}

func honestWorked(s *student, params json.RawMessage) []work {
	mistake := []string{"", "", "transposed", "no-bias"}[s.r.IntN(4)]
	a := classifierScores(decoded[worked](params).Network, mistake)
	y := s.probabilities(a)
	return append(s.losses(a, 0, mistake), work{"a", s.answer(2, a...), mistake, 2}, work{"y", s.answer(2, y...), mistake, 2})
}

func honestSoftmax(s *student, params json.RawMessage) []work {
	a := decoded[[]float64](params)
	return []work{{"y", s.answer(2, s.probabilities(a)...), "", 2}}
}

func honestLoss(s *student, params json.RawMessage) []work {
	g := decoded[guess](params)
	p := g.Y[g.True]
	return []work{
		{"ln", s.answer(3, -math.Log(p)), "", 3},
		{"log10", s.answer(3, -math.Log10(p)), "", 3},
	}
}

func honestSquares(s *student, params json.RawMessage) []work {
	g := decoded[guess](params)
	sum := 0.0
	squares := make([]float64, len(g.Y))
	for i, y := range g.Y {
		if i == g.True {
			y--
		}
		squares[i] = y * y
	}
	for _, q := range s.write(squares...) {
		sum += q
	}
	if s.r.IntN(4) == 0 {
		return []work{{"mse", s.answer(3, sum), "no-half", 3}}
	}
	return []work{{"mse", s.answer(3, sum/2), "", 3}}
}

func honestAngle(s *student, params json.RawMessage) []work {
	p := decoded[vectorPair](params)
	dot := p.A[0]*p.B[0] + p.A[1]*p.B[1]
	lengths := s.write(math.Hypot(p.A[0], p.A[1]), math.Hypot(p.B[0], p.B[1]))
	var cos float64
	switch way := s.r.IntN(5); way {
	case 0:
		s.notes = append(s.notes, "unit vectors")
		e := s.write(p.A[0]/lengths[0], p.A[1]/lengths[0], p.B[0]/lengths[1], p.B[1]/lengths[1])
		cos = e[0]*e[2] + e[1]*e[3]
	case 1, 2:
		s.notes = append(s.notes, "in turn")
		cos = s.write(dot / lengths[way-1])[0] / lengths[2-way]
	default:
		cos = dot / s.write(lengths[0] * lengths[1])[0]
	}
	cos = s.write(cos)[0]
	return []work{{"angle", s.answer(1, math.Acos(max(-1, min(1, cos)))*180/math.Pi), "", 1}}
}

func honestNorms(s *student, params json.RawMessage) []work {
	sum := 0.0
	for _, x := range decoded[[]float64](params) {
		sum += x * x
	}
	return []work{{"l2", s.answer(2, math.Sqrt(sum)), "", 2}}
}

func honestSigmoid(s *student, params json.RawMessage) []work {
	x := decoded[sigmoidAt](params).X
	sign := float64(1 - 2*s.r.IntN(2)) // by exp(-x) or by exp(x)
	e := s.write(math.Exp(-sign * x))[0]
	h := 1 / (1 + e)
	if sign < 0 {
		h = e / (1 + e)
	}
	noted := s.write(h)[0]
	slope := noted * (1 - noted)
	switch s.r.IntN(3) {
	case 0:
		s.notes = append(s.notes, "h - h^2")
		slope = noted - s.write(noted * noted)[0]
	case 1:
		s.notes = append(s.notes, "at once")
		slope = e / s.write((1 + e) * (1 + e))[0]
	}
	return []work{{"h", s.answer(3, h), "", 3}, {"slope", s.answer(3, slope), "", 3}}
}

// TestHonestStudents grades what students answer who make no mistake but
// round, or one known mistake: nothing right may be called wrong, and nothing
// may be called a mistake that was not made.
func TestHonestStudents(t *testing.T) {
	t.Parallel()
	all := map[string]honest{
		"practice-1": honestPractice, "06/worked": honestWorked, "06/softmax": honestSoftmax, "06/ce": honestLoss, "06/mse": honestSquares,
		"02/angle": honestAngle, "02/norms": honestNorms, "04/sigmoid": honestSigmoid,
		"07/sigmoid": honestSigmoidOfLine, "07/gauss": honestGauss, "08/three-steps": honestThreeSteps, "08/neuron": honestNeuron,
		"09/adagrad": honestAdagrad(), "09/rmsprop": honestRMSProp(), "09/momentum": honestMomentum,
		"08/worked-step": honestStep, "08/practice-step": honestTwoLosses, "08/log": honestLog,
	}
	for id, solve := range all {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			e, _ := Find(id)
			each := *gradings / len(all) / seeds
			graded, wrong := 0, 0
			for seed := range uint64(seeds) {
				v := drawn(t, e, seed)
				s := &student{r: rand.New(rand.NewPCG(seed, 1))}
				for range each {
					s.notes = nil
					for _, w := range solve(s, v.Params) {
						if seed == 0 && w.mistake != "" {
							continue // of the handout's own numbers, the right one wins
						}
						graded++
						if res := gradePart(v, w.part, w.typed); !w.rightly(res) {
							if wrong++; wrong <= 5 {
								t.Errorf("seed %d, %s=%s (%s): %s %q, want mistake %q", seed, w.part, w.typed, strings.Join(s.notes, " "), res.Outcome, res.Mistake, w.mistake)
							}
						}
					}
				}
			}
			t.Logf("%d gradings, %d false", graded, wrong)
		})
	}
}

// rightly reports whether a result is the true one. Who leaves out zeros at the
// end may be told that decimals are missing, but not of a mistake.
func (w work) rightly(res exercises.Result) bool {
	digits := 0
	for entry := range strings.FieldsFuncSeq(w.typed, func(r rune) bool { return r == ',' || r == ';' }) {
		_, after, _ := strings.Cut(entry, ".")
		digits = max(digits, len(after))
	}
	if digits < w.digits {
		return res.Outcome == exercises.Correct && w.mistake == "" ||
			res.Mistake == "rough" || res.Outcome == exercises.Wrong && w.mistake != "" && (res.Mistake == "" || res.Mistake == w.mistake)
	}
	if w.mistake == "" {
		return res.Outcome == exercises.Correct
	}
	return res.Outcome == exercises.Wrong && res.Mistake == w.mistake
}
