package vectorsmatrices

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
)

// vectors shows two vectors of the plane: their sum, their dot product with
// the angle between them, and the shadow that one casts on the other.
type vectors struct {
	lab.Bench

	a, b [2]float64
	turn float64    // from a to b in degrees, counter-clockwise; half a turn is both -180 and 180
	seen plot.Range // the turns that the learner has been through
}

// reach is how far a component may be moved. A vector that is turned is at most
// as long, so that it can be turned all around.
const reach = 4

// NewVectors returns the lab "vectors".
func NewVectors() lab.Lab { return &vectors{} }

func (s *vectors) Title() lang.Text { return lang.T("두 벡터", "Two vectors") }

func (s *vectors) Clone() lab.Lab { c := *s; return &c }

func (s *vectors) Start(uint64) {
	s.measure()
	s.seen = plot.Range{Min: s.turn, Max: s.turn}
}

func (s *vectors) Panel() lab.Panel {
	component := func(at *float64, id, label string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.Same(label), start).From(-reach, reach).By(0.5, 2).Writes(lab.Brief).Then(s.measure)
	}
	return lab.Panel{
		component(&s.a[0], "a1", "a₁", 3).AlongX("plane"), component(&s.a[1], "a2", "a₂", 1).AlongY("plane"),
		component(&s.b[0], "b1", "b₁", 1).AlongX("plane"), component(&s.b[1], "b2", "b₂", 2).AlongY("plane"),
		lab.Slide(&s.turn, "turn", lang.T("각도 θ", "angle θ"), 45).From(-180, 180).By(5, 45).Writes(degrees).
			AlongX("turn").When(!s.Sees("sum")).Then(s.rotate),
	}
}

// rounding is what turning a vector leaves where there should be nothing.
const rounding = 1e-9

// measure takes the angle from the two vectors: 0 when one of them has no
// direction. Half a turn stays the one to which b was turned.
func (s *vectors) measure() {
	angle := nn.Angle(s.a[:], s.b[:]) * 180 / math.Pi
	cross := s.a[0]*s.b[1] - s.a[1]*s.b[0]
	switch {
	case math.IsNaN(angle):
		angle = 0
	case cross < -rounding, cross < rounding && angle > 90 && s.turn < 0:
		angle = -angle
	}
	s.turn = math.Round(angle*1e6) / 1e6
	s.seen = widened(s.seen, s.turn)
}

// rotate turns b and keeps its length.
func (s *vectors) rotate() {
	length := math.Min(reach, nn.Norm(s.b[:], 2))
	sin, cos := math.Sincos(math.Atan2(s.a[1], s.a[0]) + s.turn*math.Pi/180)
	s.b = [2]float64{clean(length * cos), clean(length * sin)}
	s.measure()
}

// clean rounds away the last digits, so that a right angle gives zero.
func clean(x float64) float64 { return math.Round(x*1e12) / 1e12 }

func widened(r plot.Range, v float64) plot.Range {
	return plot.Range{Min: min(r.Min, v), Max: max(r.Max, v)}
}

func (s *vectors) dot() float64   { return nn.Dot(s.a[:], s.b[:]) }
func (s *vectors) angle() float64 { return nn.Angle(s.a[:], s.b[:]) } // in radians; NaN: one has no direction

// lengths returns those of a and b.
func (s *vectors) lengths() (a, b float64) { return nn.Norm(s.a[:], 2), nn.Norm(s.b[:], 2) }

// shadow returns the length of b's on a, negative on the far side; NaN: a has no
// direction.
func (s *vectors) shadow() float64 { return s.dot() / nn.Norm(s.a[:], 2) }

func (s *vectors) sum() []float64 {
	sum := make([]float64, 2)
	nn.AddVec(sum, s.a[:], s.b[:])
	return sum
}

// products returns what a dot product adds up.
func products(a, b []float64) []float64 {
	p, _ := nn.Hadamard(nn.NewMatrix(1, len(a), a...), nn.NewMatrix(1, len(b), b...)) // of one shape
	return p.Data
}

// degrees writes an angle with at most one decimal: "45°", "63.4°".
func degrees(v float64) string {
	if math.IsNaN(v) {
		return lab.Brief(v)
	}
	return lab.Brief(math.Round(v*10)/10) + "°"
}

func (s *vectors) degrees() string { return degrees(s.angle() * 180 / math.Pi) }

func (s *vectors) Facts() []lab.Fact {
	a, b := s.lengths()
	num := func(id, ko, en string, v float64) lab.Fact { return lab.Num(id, lang.T(ko, en), v, lab.Brief) }
	return []lab.Fact{
		num("dot", "내적", "dot product", s.dot()), lab.Num("angle", lang.T("사잇각", "angle"), s.angle()*180/math.Pi, degrees),
		num("shadow", "그림자", "shadow", s.shadow()), lab.Num("cos", lang.Same("cos θ"), clean(math.Cos(s.angle())), nil),
		num("sum.1", "합의 첫째 성분", "first component of the sum", s.sum()[0]),
		num("sum.2", "합의 둘째 성분", "second component of the sum", s.sum()[1]),
		num("length.a", "a의 길이", "length of a", a), num("length.b", "b의 길이", "length of b", b),
		num("length.sum", "합의 길이", "length of the sum", nn.Norm(s.sum(), 2)), num("most", "길이의 곱", "product of the lengths", a*b),
	}
}

func (s *vectors) Caption(l lang.Lang) string { return s.caption().In(l) }

func (s *vectors) caption() lang.Text {
	a, b := s.lengths()
	dot := lab.Brief(s.dot())
	switch {
	case s.Sees("sum"):
		return lang.Sprintf("a + b = %s: 어느 쪽을 먼저 가도 같은 점이에요.",
			"a + b = %s: whichever you walk first, you end at the same point.", s.Told("sum", lab.Tuple(s.sum(), lab.Brief)))
	case s.Sees("shadow") && a == 0:
		return lang.T("a가 영벡터라 그림자를 드리울 방향이 없어요.", "a is the zero vector: there is no direction for a shadow to fall on.")
	case s.Sees("shadow"):
		return lang.Sprintf("내적은 |a|에 그림자를 곱한 값이에요: %s × %s = %s.", "The dot product is |a| times the shadow: %s × %s = %s.",
			lab.Brief(a), s.Told("shadow", lab.InBrackets(lab.Brief(s.shadow()))), s.Told("dot", dot))
	case a == 0 || b == 0:
		return lang.T("영벡터에는 방향이 없어 각도도 없고, 내적은 0이에요.", "A zero vector has no direction, so there is no angle; the dot product is 0.")
	case !s.Shows("dot"):
		return lang.Sprintf("두 화살표의 사잇각은 %s, 길이는 %s, %s예요.", "The angle between the arrows is %s, their lengths are %s and %s.",
			s.Told("angle", s.degrees()), lab.Brief(a), lab.Brief(b))
	case s.dot() > rounding:
		return lang.Sprintf("θ = %s, 90°보다 작아서 내적이 양수(%s)예요.", "θ = %s is less than 90°, so the dot product is positive: %s.", s.degrees(), dot)
	case s.dot() < -rounding:
		return lang.Sprintf("θ = %s, 90°보다 커서 내적이 음수(%s)예요.", "θ = %s is more than 90°, so the dot product is negative: %s.", s.degrees(), dot)
	}
	return lang.T("두 벡터가 직각이라 내적이 0이에요.", "The vectors are perpendicular, so the dot product is 0.")
}
