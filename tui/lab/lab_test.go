package lab

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/plot"
)

// sample is a lab with a control of every kind.
type sample struct {
	Bench

	x, whole, late float64
	on             bool
	base           float64
	text           string
	followed       int
}

func (s *sample) Title() lang.Text         { return lang.Same("sample") }
func (s *sample) Caption(lang.Lang) string { return "" }
func (s *sample) Clone() Lab               { c := *s; return &c }

func (s *sample) Panel() Panel {
	label := lang.Same
	return Panel{
		Slide(&s.x, "x", label("x"), 1).From(-2, 2).By(0.1, 1).AlongX("plane").Then(func() { s.followed++ }),
		Slide(&s.whole, "n", label("n"), 2).From(0, 9).By(1, 3).OnGrid().AlongY("plane"),
		Switch(&s.on, "on", label("on")),
		Slide(&s.late, "late", label("late"), 0).When(s.on),
		Slide(&s.late, "early", label("early"), 0).When(!s.on),
		Choose(&s.base, "base", label("base"), Opt(math.E, "e", label("e")), Opt(10.0, "ten", label("10"))).Begin("ten"),
		Write(&s.text, "f", label("f"), "x", func(text string) error {
			if text == "" {
				return &RefusalError{Why: label("nothing there")}
			}
			return nil
		}),
	}
}

func (s *sample) Facts() []Fact {
	return []Fact{Num("a.one", lang.Same("one"), s.x, nil), Num("a.two", lang.Same("two"), 1/s.late, nil), Num("b", lang.Same("b"), s.whole, Brief)}
}

func (s *sample) Views() []View {
	view := func(id string) View {
		return View{ID: id, Label: lang.Same(id), Pictures: func(lang.Lang) []Block { return []Block{Lines{Rows: [][]Cell{{Plain(id)}}}} }}
	}
	return []View{view("front"), view("back")}
}

func begun() *sample {
	s := &sample{}
	Reset(s, 1)
	return s
}

func TestControlsKeepTheirRange(t *testing.T) {
	t.Parallel()
	s := begun()
	for _, step := range []struct {
		id      string
		v, want float64
	}{
		{"x", 9, 2},
		{"x", -9, -2},
		{"x", math.NaN(), -2},
		{"x", 0.123, 0.123},
		{"n", 3.6, 4},
		{"n", 99, 9},
		{"on", 0.5, 1},
		{"on", 0, 0},
		{"base", 7, 1},
		{"base", 0.4, 0},
	} {
		s.Panel().Set(step.id, step.v)
		if c, _ := s.Panel().Find(step.id); c.Value() != step.want {
			t.Errorf("%s set to %v is %v, want %v", step.id, step.v, c.Value(), step.want)
		}
	}
	if s.base != math.E {
		t.Errorf("the base is %v, want e", s.base)
	}
	if s.Panel().Set("none", 1); s.followed != 3 {
		t.Errorf("what follows from x came %d times, want 3", s.followed)
	}
	Reset(s, 1)
	if s.x != 1 || s.whole != 2 || s.on || s.base != 10 || s.text != "x" || s.followed != 3 {
		t.Errorf("a reset leaves %+v", s)
	}
}

func TestATypedNumberIsWrittenAsTyped(t *testing.T) {
	t.Parallel()
	for v, want := range map[float64]string{1.5: "1.50", 0.125: "0.125", -0.1234: "−0.1234", math.Log(1.0 / 9): "−2.20"} {
		s := begun()
		c := Slide(&s.x, "x", lang.Text{}, 0).From(-9, 9)
		c.Set(v)
		if got := c.Say(lang.KO); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}

func TestScenes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ scene, problem string }{
		{"x=0.5 on=on late=0.5 base=e view=back f=x+1 show=x,a", ""},
		{"y=1", "There is no control 'y'. There are: x, n, on"},
		{"late=0.5", "late does not matter there"},
		{"x=3", "x=3 lies outside -2 to 2"},
		{"x=one", "'one' is not a number"},
		{"base=two", "base has no option 'two'. There are: e, ten."},
		{"on=yes", "on is on or off"},
		{"view=side", "There is no view 'side'. There are: front, back."},
		{"show=x,zz", "'zz' is no control"},
	} {
		s := begun()
		err := Apply(s, settings(tt.scene))
		if tt.problem == "" && err != nil || tt.problem != "" && (err == nil || !strings.Contains(err.Error(), tt.problem)) {
			t.Errorf("%s: %v, want %q", tt.scene, err, tt.problem)
		}
	}
	s := begun()
	if err := Apply(s, settings("x=0.5 view=back show=x,a")); err != nil {
		t.Fatal(err)
	}
	shown := func() string {
		return fmt.Sprint(s.Shows("x"), s.Shows("n"), s.Shows("a.one"), s.Shows("b"), s.Sees("back"))
	}
	if got := shown(); got != "true false true false true" {
		t.Errorf("shown: %s", got)
	}
	if err := KeepBack(s, "a.one"); err != nil || s.Shows("a.one") || !s.Shows("a.two") {
		t.Errorf("a.one is not kept back alone: %v", err)
	}
	ShowAll(s, true)
	if got := shown(); got != "true true false true true" {
		t.Errorf("with all shown: %s", got)
	}
	if err := KeepBack(s, "c"); err == nil {
		t.Error("what there is not was kept back")
	}
	if _ = KeepBack(s); !s.Shows("a.one") {
		t.Error("once the question is answered a.one stays away")
	}
}

func settings(scene string) []lessons.Setting {
	var out []lessons.Setting
	for s := range strings.FieldsSeq(scene) {
		control, value, _ := strings.Cut(s, "=")
		out = append(out, lessons.Setting{Control: control, Value: value})
	}
	return out
}

func TestControlsThatNeverMeetShareALine(t *testing.T) {
	t.Parallel()
	s := begun()
	if got := fmt.Sprint(Slots(s)); got != "[[0] [1] [2] [3 4] [5] [6]]" {
		t.Errorf("lines %s", got)
	}
	if got := Slots(s)[3].Of(s.Panel()).ID; got != "early" {
		t.Errorf("the line has %s", got)
	}
	if s.on || s.Sees("back") {
		t.Error("looking at other states has left its marks")
	}
}

func TestMouseAndArrowsMoveControls(t *testing.T) {
	t.Parallel()
	s := begun()
	Point(s, "plane", 0.52, 3.2, Press)
	Point(s, "elsewhere", 2, 9, Drag)
	Point(s, "plane", 2, 9, Release)
	if s.x != 0.5 || s.whole != 3 {
		t.Errorf("pointed to (%v, %v), want (0.5, 3)", s.x, s.whole)
	}
	if !Nudge(s, "plane", 1, 0, true) || !Nudge(s, "plane", 0, -1, false) || s.x != 1.5 || s.whole != 2 {
		t.Errorf("nudged to (%v, %v), want (1.5, 2)", s.x, s.whole)
	}
	if !Points(s, "plane") || Points(s, "elsewhere") {
		t.Error("the area is not the one")
	}
}

func TestViewsGoRound(t *testing.T) {
	t.Parallel()
	s := begun()
	NextView(s)
	if Seen(s).ID != "back" {
		t.Errorf("view %s", Seen(s).ID)
	}
	if NextView(s); Seen(s).ID != "front" {
		t.Errorf("view %s", Seen(s).ID)
	}
	c := plot.New(20, 1)
	if DrawAll(s, c, lang.KO); !strings.Contains(drawnOn(c), "front") || !strings.Contains(drawnOn(c), "back") {
		t.Errorf("all views: %s", drawnOn(c))
	}
}

func TestFacts(t *testing.T) {
	t.Parallel()
	s := begun()
	before := s.Facts()
	s.x, s.whole = 1.25, 2
	moved := Moved(before, s.Facts())
	if len(moved) != 1 || moved[0].ID != "a.one" || moved[0].Value != 0.25 || moved[0].Say(lang.KO) != "0.250" {
		t.Errorf("moved: %+v", moved)
	}
	if f, ok := FactOf(s, "a.two"); !ok || f.Known {
		t.Error("1/0 is known")
	}
	if f := Word("v", lang.Same("v"), "swings", lang.T("흔들림", "swings")); f.Say(lang.KO) != "흔들림" {
		t.Errorf("said %s", f.Say(lang.KO))
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{Fixed(-0.3704, 2), "−0.37"},
		{Fixed(-0.0001, 2), "0.00"},
		{Fixed(math.Inf(-1), 2), "−∞"},
		{Fixed(math.NaN(), 2), "–"},
		{Brief(2.50), "2.5"},
		{Significant(40.447), "40.4"},
		{Significant(0.09975), "0.0998"},
		{Significant(9.996), "10.0"},
		{Significant(0.9996), "1.00"},
		{Significant(2248), "2248"},
		{Significant(1.2e30), "1.2e+30"},
		{Significant(0), "0"},
		{Short(0.7310), "0.731"},
		{Short(0.25), "0.25"},
		{Short(1e-7), "1e−07"},
		{Sum([]float64{-1, 0.5, -2}, Brief), "−1 + 0.5 − 2"},
		{Four(12.345678), "12.3"},
		{Plus(2), "+2"},
		{InBrackets("−2"), "(−2)"},
		{Subscript("12"), "₁₂"},
		{Tuple([]float64{1, -2}, Brief), "(1, −2)"},
		{spark([]float64{4, 2, 0}, 9), "█▅▁"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
	if !slices.Equal([]rune(spark([]float64{1, 1, 1, 1}, 2)), []rune("██")) {
		t.Error("thinned out wrongly")
	}
}
