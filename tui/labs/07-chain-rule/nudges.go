package chainrule

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
	"hakseup/tui/lab"
)

// nudges is a chain of functions as number lines under one another: a nudge of
// one of the inputs travels down, and every line moves by its local derivative
// times as far as the one above it. What comes on two ways adds up.
type nudges struct {
	lab.Bench

	form  string // of the chain: its formulas, or ownForm
	text  string
	links []link  // from the inputs on; never written to
	x, y  float64 // the inputs
	d     float64 // the nudge
	ofY   bool    // y is nudged, not x
}

// link is a formula of the chain.
type link struct {
	name, text string
	f          function // of x, y and the names of the links before it
}

// NewNudges returns the lab "nudges".
func NewNudges() lab.Lab { return &nudges{} }

func (s *nudges) Title() lang.Text {
	return lang.T("살짝 밀기", "Nudges along a chain")
}

func (s *nudges) Clone() lab.Lab { c := *s; return &c }

// squareChain is the chain that the lab begins with.
const squareChain = "z = g^2, g = 3x + 1"

func (s *nudges) Panel() lab.Panel {
	hasY := s.uses("y")
	shown := func(text string) lang.Text {
		return lang.Same(strings.ReplaceAll(strings.ReplaceAll(text, "^2", "²"), "-", "−"))
	}
	option := func(text, name string) lab.Value[string] { return lab.Opt(text, name, shown(text)) }
	return lab.Panel{
		lab.Choose(&s.form, "chain", lang.T("사슬", "chain"),
			option(squareChain, "square"), option("z = g + 3, g = xy", "sum"), lab.Opt("z = g + h, h = x, g = xy", "paths", lang.Same("z = xy + x")),
			option("f = 2g, g = x - y", "double"), option("z = g^2 + h^2, g = x + y, h = x - y", "squares"),
			lab.Opt(ownForm, ownForm, lang.T("직접 쓴 식", "typed"))).Then(func() {
			if s.form != ownForm && s.read(s.form) == nil {
				s.text = s.form
			}
		}),
		lab.Write(&s.text, "formula", lang.T("식", "formulas"), squareChain, s.read).Then(func() { s.form = ownForm }),
		lab.Slide(&s.x, "x", lang.Same("x"), 1).From(-5, 5).By(0.5, 1).OnGrid().Writes(lab.Brief),
		lab.Slide(&s.y, "y", lang.Same("y"), 3).From(-5, 5).By(0.5, 1).OnGrid().Writes(lab.Brief).When(hasY),
		lab.Choose(&s.ofY, "of", lang.T("미는 값", "nudged"), lab.Opt(false, "x", lang.Same("x")), lab.Opt(true, "y", lang.Same("y"))).When(hasY),
		lab.Slide(&s.d, "d", lang.T("미는 거리", "by"), 0.1).From(-1, 1).By(0.05, 0.5),
	}
}

// read takes a chain over: formulas with names, the outermost first.
func (s *nudges) read(text string) error {
	const most = 4
	parts := strings.Split(text, ",")
	if len(parts) > most {
		return lab.Refuse("식은 네 개까지 이을 수 있어요.", "A chain has four formulas at most.")
	}
	links, known, end := []link{}, []string{"x", "y"}, len(text)
	for _, part := range slices.Backward(parts) {
		start := end - len(part)
		name, body, found := strings.Cut(part, "=")
		name = strings.TrimSpace(name)
		switch at := utf8.RuneCountInString(text[:start]); {
		case !found || !formula.IsName(name):
			return &lab.RefusalError{At: at, Why: lang.Sprintf("'%[1]s': 이름과 등호로 시작해 주세요. 이를테면 z = g^2, g = 2x + 1.",
				"'%[1]s': begin with a name and an equals sign, as in z = g^2, g = 2x + 1.", lang.Quote(strings.TrimSpace(part)))}
		case slices.Contains(known, name):
			return &lab.RefusalError{At: at, Why: lang.Sprintf("'%[1]s': 이 이름은 벌써 쓰였어요.", "'%[1]s': this name is taken.", lang.Quote(name))}
		}
		f, err := read(text[:end-len(body)], body, known...)
		if err != nil {
			return err
		}
		links = append(links, link{name, strings.TrimSpace(body), f})
		known, end = append(slices.Clone(known), name), start-1
	}
	s.links = links
	return nil
}

// uses reports whether an input occurs in the chain.
func (s *nudges) uses(name string) bool {
	return slices.ContainsFunc(s.links, func(k link) bool { return k.f.has(name) })
}

// step is what a nudge does to a value of the chain.
type step struct {
	name, rule    string
	before, after float64
	slope         float64 // by the nudged input
	parts         []part  // none: it is an input
}

// part is what comes to a value from one that stands above it.
type part struct {
	from  string
	local float64 // the local derivative
	slope float64 // of where it comes from
}

// steps follows the nudge through the chain: the inputs first.
func (s *nudges) steps() []step {
	nudged := s.nudged()
	all := []step{{name: "x", before: s.x, after: s.x}, {name: "y", before: s.y, after: s.y}}
	for i := range all {
		if all[i].name == nudged {
			all[i].after, all[i].slope = all[i].before+s.d, 1
		}
	}
	for _, k := range s.links {
		var before, after []float64
		for _, from := range all {
			before, after = append(before, from.before), append(after, from.after)
		}
		next := step{name: k.name, rule: k.text, before: k.f.at(before...), after: k.f.at(after...)}
		for i, local := range k.f.gradient(before...) {
			if k.f.has(all[i].name) && s.reaches(all[i].name, nudged) {
				next.parts = append(next.parts, part{all[i].name, local, all[i].slope})
				next.slope += float64(local * all[i].slope)
			}
		}
		all = append(all, next)
	}
	if !s.uses("y") {
		all = slices.Delete(all, 1, 2)
	}
	return all
}

// reaches reports whether a value depends on the nudged input.
func (s *nudges) reaches(name, nudged string) bool {
	i := slices.IndexFunc(s.links, func(k link) bool { return k.name == name })
	return name == nudged || i >= 0 && slices.ContainsFunc(s.links[i].f.tree.Variables(), func(from string) bool { return s.reaches(from, nudged) })
}

// out is the step of the last value.
func out(all []step) step { return all[len(all)-1] }

func (s *nudges) Facts() []lab.Fact {
	all, none := s.steps(), lang.T("없음", "none")
	last := out(all)
	num := func(id, label string, v float64) lab.Fact {
		return lab.Num(id, lang.Same(label), v, lab.Short).Else(none)
	}
	facts := []lab.Fact{
		num("change", "Δ"+last.name, last.after-last.before),
		lab.Num("linear", lang.T("기울기 × 미는 거리", "slope × nudge"), last.slope*s.d, lab.Short).Else(none),
		num("slope", "∂"+last.name+"/∂"+s.nudged(), last.slope), num("out", last.name, last.before),
	}
	simple := regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	for _, k := range all[:len(all)-1] {
		if simple.MatchString(k.name) && len(k.parts) > 0 {
			facts = append(facts, num("change."+k.name, "Δ"+k.name, k.after-k.before), num("slope."+k.name, "∂"+k.name+"/∂"+s.nudged(), k.slope))
		}
	}
	for i, p := range last.parts {
		n := lab.Brief(float64(i + 1))
		facts = append(facts, num("local."+n, "∂"+last.name+"/∂"+p.from, p.local), num("path."+n, lab.Subscript(n), p.local*p.slope))
	}
	return facts
}

// nudged is the name of the input that is nudged.
func (s *nudges) nudged() string {
	if s.ofY && s.uses("y") {
		return "y"
	}
	return "x"
}

func (s *nudges) Caption(l lang.Lang) string {
	last := out(s.steps())
	moved, name := s.Told("change", lab.Short(last.after-last.before)), s.nudged()
	switch {
	case math.IsNaN(last.after + last.before + last.slope):
		return lang.T("이 자리에서는 값이나 기울기가 없어요.", "There is no value or no slope here.").In(l)
	case !s.Shows("slope"):
		return lang.Sprintf("%[1]s를 %[2]s 밀면 %[3]s는 %[4]s만큼 움직여요.", "Nudge %[1]s by %[2]s and %[3]s moves by %[4]s.", name, lab.Short(s.d), last.name, moved).In(l)
	}
	return lang.Sprintf("기울기 %[1]s × 미는 거리 %[2]s = %[3]s, 정말로 움직인 거리는 %[4]s.", "Slope %[1]s × nudge %[2]s = %[3]s; it really moves by %[4]s.",
		lab.InBrackets(lab.Short(last.slope)), lab.InBrackets(lab.Short(s.d)), lab.Short(last.slope*s.d), moved).In(l)
}
