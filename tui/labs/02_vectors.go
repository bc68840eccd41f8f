package labs

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// reach is how far the learner may move a component of a vector; the longest
// vector that can be turned all around within it is as long.
const reach = 4

// vectors shows two vectors of the plane: their sum, their dot product with
// the angle between them, and the shadow that one casts on the other.
type vectors struct {
	panel
	held string  // "a" or "b" while the mouse drags its tip
	half float64 // half the width of the plane when the drag began
	seen span    // the angles between a and b that the learner has been through
}

// NewVectors returns the lab of two vectors in the plane.
func NewVectors() Lab {
	component := func(id, label string, value float64) Control {
		c := slider(id, lang.Same(label), value, -reach, reach, 0.5, 2)
		c.Format = brief
		return c
	}
	turn := slider("turn", lang.T("각도 θ", "angle θ"), 0, -180, 180, 5, 45)
	turn.Format = degrees
	v := &vectors{panel: newPanel(
		choice("view", lang.T("보기", "view"),
			Option{"sum", lang.T("합", "sum")},
			Option{"dot", lang.T("내적", "dot product")},
			Option{"shadow", lang.T("그림자", "shadow")}),
		component("a1", "a₁", 3), component("a2", "a₂", 1),
		component("b1", "b₁", 1), component("b2", "b₂", 2),
		turn,
	)}
	v.Reset(1)
	return v
}

func (v *vectors) Title() lang.Text { return lang.T("두 벡터", "Two vectors") }

func (v *vectors) Reset(uint64) {
	v.reset()
	v.held = ""
	v.seen = span{}
	v.seen.add(v.turned())
}

// Controls lists the view and the four components; where the angle matters,
// also the angle.
func (v *vectors) Controls() []Control {
	controls := v.list(func(id string) bool { return id != "turn" || v.chosen("view") != "sum" })
	for i := range controls {
		if controls[i].ID == "turn" {
			controls[i].Value = v.turned()
		}
	}
	return controls
}

// Set changes a component, or turns b without changing its length.
func (v *vectors) Set(id string, value float64) {
	defer func() { v.seen.add(v.turned()) }()
	v.set(id, value)
	if id != "turn" {
		return
	}
	length := math.Min(reach, nn.Norm(v.b(), 2))
	a := v.a()
	direction := math.Atan2(a[1], a[0]) + v.value("turn")*math.Pi/180
	v.set("b1", clean(length*math.Cos(direction)))
	v.set("b2", clean(length*math.Sin(direction)))
}

// clean rounds away the last digits, so that a right angle gives zero.
func clean(x float64) float64 { return math.Round(x*1e12) / 1e12 }

func (v *vectors) a() []float64 { return []float64{v.value("a1"), v.value("a2")} }
func (v *vectors) b() []float64 { return []float64{v.value("b1"), v.value("b2")} }

func (v *vectors) sum() []float64 {
	s := make([]float64, 2)
	nn.AddVec(s, v.a(), v.b())
	return s
}

// turned returns the angle from a to b in degrees, counter-clockwise from
// -180 to 180; 0 when one of them has no direction. Half a turn is both ends
// of that: it stays the one to which b was turned.
func (v *vectors) turned() float64 {
	a, b := v.a(), v.b()
	angle := nn.Angle(a, b) * 180 / math.Pi
	if math.IsNaN(angle) {
		return 0
	}
	cross := a[0]*b[1] - a[1]*b[0]
	if cross < -signEpsilon || cross < signEpsilon && angle > 90 && v.value("turn") < 0 {
		angle = -angle
	}
	return math.Round(angle*1e6) / 1e6
}

// shadow returns the signed length of b's projection on a, a·b/|a|, and its
// end; NaN when a is zero.
func (v *vectors) shadow() (length float64, foot []float64) {
	a, b := v.a(), v.b()
	size := nn.Norm(a, 2)
	length = nn.Dot(a, b) / size
	return length, []float64{length * a[0] / size, length * a[1] / size}
}

// Point moves the tip that is nearest to where the mouse was pressed.
func (v *vectors) Point(x, y float64, ev Event) {
	switch ev {
	case Press:
		v.half, v.held = v.halfWidth(), ""
		a, b := v.a(), v.b()
		v.held = "a"
		if math.Hypot(x-b[0], y-b[1]) <= math.Hypot(x-a[0], y-a[1]) {
			v.held = "b"
		}
		v.moveHeld(x, y)
	case Drag:
		v.moveHeld(x, y)
	case Release:
		v.held = ""
	}
}

func (v *vectors) moveHeld(x, y float64) {
	if v.held == "" {
		return
	}
	v.set(v.held+"1", snapTo(x, 0.5))
	v.set(v.held+"2", snapTo(y, 0.5))
	v.seen.add(v.turned())
}

// halfWidth returns how far the plane reaches from the origin. While a tip is
// dragged it stays, so that the ground does not move under the mouse.
func (v *vectors) halfWidth() float64 {
	if v.held != "" {
		return v.half
	}
	if v.chosen("view") == "sum" && nn.Norm(v.sum(), math.Inf(1)) > reach {
		return 2*reach + 0.6
	}
	return reach + 0.6
}

// Draw lays out the plane at the left and the numbers at the right.
func (v *vectors) Draw(c *plot.Canvas, l lang.Lang) {
	if c.Width() < 46 {
		plane, side := sideBySide(c, 11)
		v.drawPlane(plane, l)
		stack(side, v.shortNumbers(l)...)
		return
	}
	side := 22
	if beside := c.Width() - 2*c.Height() - 3; c.Width() >= 66 {
		side = max(side, beside)
	}
	plane, numbers := sideBySide(c, side)
	v.drawPlane(plane, l)
	v.drawNumbers(numbers, l)
}

func (v *vectors) drawPlane(c *plot.Canvas, l lang.Lang) {
	half := v.halfWidth()
	area := c.Area(plot.Axes{
		X: plot.Range{Min: -half, Max: half}, Y: plot.Range{Min: -half, Max: half},
		Equal: true, Cross: true, Name: "plane",
	})
	a, b := v.a(), v.b()
	switch v.chosen("view") {
	case "sum":
		s := v.sum()
		area.Line(a[0], a[1], s[0], s[1], theme.ClassB, plot.Dashed)
		area.Line(b[0], b[1], s[0], s[1], theme.ClassA, plot.Dashed)
		drawVector(area, c, s, theme.Path)
		defer area.Label(s[0], s[1], "a+b", theme.Path)
	case "dot":
		drawAngle(area, a, b)
	case "shadow":
		v.drawShadow(area, l)
	}
	drawVector(area, c, a, theme.ClassA)
	drawVector(area, c, b, theme.ClassB)
	area.Label(a[0], a[1], "a", theme.ClassA)
	area.Label(b[0], b[1], "b", theme.ClassB)
}

// drawVector draws a vector from the origin. On a small canvas a point stands for
// the head, which would hide the rest.
func drawVector(area *plot.Area, c *plot.Canvas, v []float64, r theme.Role) {
	if c.Width() >= 24 {
		area.Arrow(0, 0, v[0], v[1], r, plot.Solid)
		return
	}
	area.Line(0, 0, v[0], v[1], r, plot.Solid)
	area.Mark(v[0], v[1], plot.Dot, r)
}

// drawAngle draws the arc between two vectors, or the corner of a square when
// they are perpendicular.
func drawAngle(area *plot.Area, a, b []float64) {
	theta := nn.Angle(a, b)
	if math.IsNaN(theta) {
		return
	}
	radius := math.Min(1.4, 0.5*math.Min(nn.Norm(a, 2), nn.Norm(b, 2)))
	from := math.Atan2(a[1], a[0])
	if a[0]*b[1]-a[1]*b[0] < 0 {
		from = math.Atan2(b[1], b[0])
	}
	at := func(angle, r float64) (x, y float64) { return r * math.Cos(angle), r * math.Sin(angle) }
	if math.Abs(nn.Dot(a, b)) < signEpsilon {
		x0, y0 := at(from, 0.7*radius)
		x1, y1 := at(from+theta/2, 0.7*radius*math.Sqrt2)
		x2, y2 := at(from+theta, 0.7*radius)
		area.Path([]float64{x0, x1, x2}, []float64{y0, y1, y2}, theme.Path, plot.Solid)
		return
	}
	var xs, ys []float64
	for i := range 25 {
		x, y := at(from+theta*float64(i)/24, radius)
		xs, ys = append(xs, x), append(ys, y)
	}
	area.Path(xs, ys, theme.Path, plot.Solid)
	x, y := at(from+theta/2, radius+0.5)
	area.Label(x, y, "θ", theme.Path)
}

// drawShadow draws the perpendicular from b's tip to the line of a, and the
// shadow itself a little beside that line, away from b.
func (v *vectors) drawShadow(area *plot.Area, l lang.Lang) {
	length, foot := v.shadow()
	if math.IsNaN(length) {
		return
	}
	a, b := v.a(), v.b()
	size := nn.Norm(a, 2)
	dx, dy := a[0]/size, a[1]/size
	area.Line(-12*dx, -12*dy, 12*dx, 12*dy, theme.Faint, plot.Dotted)
	area.Line(b[0], b[1], foot[0], foot[1], theme.Muted, plot.Dashed)
	side := 0.35
	if a[0]*b[1]-a[1]*b[0] > 0 {
		side = -side
	}
	role := signRole(length)
	ox, oy := -dy*side, dx*side
	area.Line(ox, oy, foot[0]+ox, foot[1]+oy, role, plot.Solid)
	area.Mark(foot[0], foot[1], plot.Diamond, role)
	name := lang.T("그림자 ", "shadow ").In(l)
	area.Label(foot[0]/2+4*ox, foot[1]/2+4*oy, name+brief(length), role)
}

// Caption says what the view shows, with its numbers.
func (v *vectors) Caption(l lang.Lang) string {
	a, b := v.a(), v.b()
	switch v.chosen("view") {
	case "sum":
		return lang.Sprintf("a + b = %s: 어느 쪽을 먼저 가도 같은 점이에요.",
			"a + b = %s: whichever you walk first, you end at the same point.", pair(v.sum())).In(l)
	case "dot":
		return v.dotCaption().In(l)
	}
	length, _ := v.shadow()
	if math.IsNaN(length) {
		return lang.T("a가 영벡터라 그림자를 드리울 방향이 없어요.",
			"a is the zero vector: there is no direction for a shadow to fall on.").In(l)
	}
	return lang.Sprintf("내적은 |a|에 그림자를 곱한 값이에요: %s × %s = %s.",
		"The dot product is |a| times the shadow: %s × %s = %s.",
		brief(nn.Norm(a, 2)), bracketed(length), brief(nn.Dot(a, b))).In(l)
}

func (v *vectors) dotCaption() lang.Text {
	a, b := v.a(), v.b()
	theta, dot := nn.Angle(a, b), brief(nn.Dot(a, b))
	switch deg := degrees(theta * 180 / math.Pi); {
	case math.IsNaN(theta):
		return lang.T("영벡터에는 방향이 없어 각도도 없고, 내적은 0이에요.",
			"A zero vector has no direction, so there is no angle; the dot product is 0.")
	case nn.Dot(a, b) > signEpsilon:
		return lang.Sprintf("θ = %s, 90°보다 작아서 내적이 양수(%s)예요.",
			"θ = %s is less than 90°, so the dot product is positive: %s.", deg, dot)
	case nn.Dot(a, b) < -signEpsilon:
		return lang.Sprintf("θ = %s, 90°보다 커서 내적이 음수(%s)예요.",
			"θ = %s is more than 90°, so the dot product is negative: %s.", deg, dot)
	default:
		return lang.T("두 벡터가 직각이라 내적이 0이에요.", "The vectors are perpendicular, so the dot product is 0.")
	}
}

// Describe says the picture in words.
func (v *vectors) Describe(l lang.Lang) string {
	return lang.Sprintf("평면 위의 두 화살표 a = %s, b = %s. ", "Two arrows in the plane, a = %s and b = %s. ",
		pair(v.a()), pair(v.b())).In(l) + v.Caption(l)
}

// degrees writes an angle with at most one decimal: "45°", "63.4°".
func degrees(v float64) string {
	s := fixed(v, 1)
	if math.IsNaN(v) {
		return s
	}
	if n := len(s); n > 2 && s[n-2:] == ".0" {
		s = s[:n-2]
	}
	return s + "°"
}
