package multilayerperceptron

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// regions is how many parts some lines cut the plane into, and what a unit of the
// next layer makes of them.
type regions struct {
	lab.Bench

	n     float64 // lines
	which float64 // the one that is turned and shifted, counted from 1
	lines [mostLines]ruler
	next  string // what the unit of the next layer does
}

// ruler is a line, by the direction in which it looks and how far it lies from
// the origin, in tenths.
type ruler struct{ angle, shift float64 }

const mostLines = 5

// NewRegions returns the lab "regions".
func NewRegions() lab.Lab { return &regions{n: 1, which: 1} }

func (s *regions) Title() lang.Text {
	return lang.T("직선이 나누는 평면", "A plane cut by lines")
}

func (s *regions) Clone() lab.Lab { c := *s; return &c }

// Start draws the lines: no two parallel, no three through one point.
func (s *regions) Start(seed uint64) {
	r := rand.New(rand.NewPCG(seed, 5))
	for {
		for i := range s.lines {
			s.lines[i] = ruler{float64(5 * r.IntN(36)), float64(r.IntN(9) - 4)}
		}
		if count(s.lines[:]) == most(mostLines) && s.inView() {
			return
		}
	}
}

// inView reports whether all lines cross where it is seen.
func (s *regions) inView() bool {
	for i, a := range s.lines {
		for _, b := range s.lines[:i] {
			if x, y, ok := a.meets(b); !ok || math.Abs(x) > reach || math.Abs(y) > reach {
				return false
			}
		}
	}
	return true
}

const reach = 1.2 // of the picture, to all sides

func (s *regions) Panel() lab.Panel {
	line := &s.lines[max(0, min(int(s.which), mostLines)-1)]
	return lab.Panel{
		lab.Slide(&s.n, "n", lang.T("직선의 수", "number of lines"), 1).From(1, mostLines).By(1, 1).OnGrid().Writes(lab.Brief).
			Then(func() { s.which = min(s.which, s.n) }),
		lab.Slide(&s.which, "which", lang.T("움직일 직선", "line to move"), 1).From(1, s.n).By(1, 1).OnGrid().Writes(lab.Brief).When(s.n > 1),
		lab.Bind(lab.Slider, "angle", lang.T("돌리기", "turn"), func() float64 { return line.angle }, func(v float64) { line.angle = v }).
			From(0, 175).By(5, 45).OnGrid().Writes(func(v float64) string { return lab.Brief(v) + "°" }),
		lab.Bind(lab.Slider, "shift", lang.T("밀기", "shift"), func() float64 { return line.shift / 10 }, func(v float64) { line.shift = math.Round(10 * v) }).
			From(-1, 1).By(0.1, 0.5).OnGrid().Writes(lab.Brief),
		lab.Choose(&s.next, "next", lang.T("다음 층의 유닛", "unit of the next layer"),
			lab.Opt("none", "none", lang.T("없음", "none")), lab.Opt("and", "and", lang.T("모두 1일 때만", "on when all are 1")),
			lab.Opt("or", "or", lang.T("하나라도 1이면", "on when any is 1"))),
	}
}

// normal is the direction in which the line looks.
func (k ruler) normal() (x, y float64) {
	sin, cos := math.Sincos(k.angle * math.Pi / 180)
	return cos, sin
}

// side is positive where the unit of the line gives 1.
func (k ruler) side(x, y float64) float64 {
	nx, ny := k.normal()
	return nx*x + ny*y - k.shift/10
}

// meets returns where two lines cross; ok is false for parallel ones.
func (k ruler) meets(other ruler) (x, y float64, ok bool) {
	if k.angle == other.angle {
		return 0, 0, false
	}
	ax, ay := k.normal()
	bx, by := other.normal()
	det := ax*by - ay*bx
	a, b := k.shift/10, other.shift/10
	return (a*by - b*ay) / det, (ax*b - bx*a) / det, true
}

// count returns into how many parts lines cut the plane: 1 without any, and for
// every new line 1 more than the places where it crosses those before it.
func count(lines []ruler) int {
	var distinct []ruler
	total := 1
	for _, a := range lines {
		if slices.Contains(distinct, a) {
			continue
		}
		var crossed [][2]float64 // by this line, each place once
		for _, b := range distinct {
			x, y, ok := a.meets(b)
			near := func(p [2]float64) bool { return math.Hypot(p[0]-x, p[1]-y) < 1e-9 }
			if ok && !slices.ContainsFunc(crossed, near) {
				crossed = append(crossed, [2]float64{x, y})
			}
		}
		distinct, total = append(distinct, a), total+1+len(crossed)
	}
	return total
}

// most is the largest number of parts that n lines make.
func most(n int) int { return n*(n+1)/2 + 1 }

func (s *regions) shown() []ruler { return s.lines[:int(s.n)] }

func (s *regions) Facts() []lab.Fact {
	n := int(s.n)
	return []lab.Fact{
		lab.Num("regions", lang.T("나뉜 조각", "regions"), float64(count(s.shown())), lab.Brief),
		lab.Num("most", lang.T("가장 많을 때", "at most"), float64(most(n)), lab.Brief),
		lab.Num("lines", lang.T("직선", "lines"), s.n, lab.Brief),
	}
}

func (s *regions) Caption(l lang.Lang) string {
	if !s.Shows("regions") {
		return lang.T("이웃한 조각은 색이 달라요. 조각이 몇 개인지 세어 보세요.", "Neighbouring regions differ in colour. Count them.").In(l)
	}
	return lang.Sprintf("직선 %[1]d개가 평면을 %[2]d조각으로 나눠요.", "%[1]d lines cut the plane into %[2]d regions.", int(s.n), count(s.shown())).In(l)
}

// Views shows the plane with the lines: neighbouring regions in different colours,
// or where the unit of the next layer is on.
func (s *regions) Views() []lab.View {
	return []lab.View{{ID: "plane", Label: lang.T("평면", "plane"), Pictures: func(l lang.Lang) []lab.Block {
		side := plot.Range{Min: -reach, Max: reach}
		p := lab.Plot{
			W: 24, H: 8, Axes: plot.Axes{X: side, Y: side, XLabel: "x₁", YLabel: "x₂", Equal: true, Name: "plane"},
			Field: s.field,
			Over: func(a *plot.Area) {
				for i, k := range s.shown() {
					nx, ny := k.normal()
					const far = 99
					x, y := nx*k.shift/10, ny*k.shift/10
					role := theme.Strong
					if i == int(s.which)-1 && s.Shows("which") {
						role = theme.Accent
					}
					a.Path([]float64{x - far*ny, x + far*ny}, []float64{y + far*nx, y - far*nx}, role, plot.Solid)
				}
			},
		}
		numbers := lab.Readouts(s, l, "lines", "regions", "most")
		return []lab.Block{lab.Beside(3, p, lab.Exactly(numbers)), lab.Above(1, p, lab.Low(numbers)), numbers}
	}}}
}

func (s *regions) field(x, y float64) float64 {
	on := 0
	for _, k := range s.shown() {
		if k.side(x, y) >= 0 {
			on++
		}
	}
	lit := on%2 == 0
	switch s.next {
	case "and":
		lit = on == int(s.n)
	case "or":
		lit = on > 0
	}
	if lit {
		return 1
	}
	return -1
}
