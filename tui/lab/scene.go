package lab

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// Words of a scene that are no controls, besides stepsWord: how far a run has
// come when the page opens. A control of that name comes first.
const (
	viewWord = "view" // the view that is shown
	showWord = "show" // what the page has taught: controls, facts and the curves of facts
)

// Apply puts a lab into the scene of a lesson page, setting by setting in
// order: a choice comes before the controls that matter only with it. What
// does not fit is passed over, and the error, made of *RefusalErrors, names it.
func Apply(l Lab, settings []lessons.Setting) error {
	b := l.bench()
	b.only, b.held = nil, nil
	var errs []error
	for _, s := range settings {
		if err := apply(l, s); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func apply(l Lab, s lessons.Setting) error {
	c, ok := Controls(l).Find(s.Control)
	switch {
	case !ok && s.Control == viewWord:
		return look(l, s.Value)
	case !ok && s.Control == showWord:
		return show(l, strings.Split(s.Value, ","))
	case !ok && s.Control == stepsWord:
		return Play(l, []lessons.Setting{s})
	case !ok:
		return Refuse("'%[1]s': 그런 조절은 없어요. 있는 것은 %[2]s예요.", "There is no control '%[1]s'. There are: %[2]s.",
			lang.Quote(s.Control), idsOf(Controls(l)))
	case !c.On():
		return Refuse("%[1]s: 이 상태에서는 쓰지 않는 조절이에요.", "%[1]s does not matter there.", s.Control)
	case c.Kind == Text:
		return c.SetText(s.Value)
	}
	v, err := c.Parse(s.Value)
	if err != nil {
		return err
	}
	if lo, hi := c.Range(); v < lo || v > hi {
		return Refuse("%[1]s=%[2]s: %[3]g에서 %[4]g까지 둘 수 있어요.", "%[1]s=%[2]s lies outside %[3]g to %[4]g.", s.Control, lang.Quote(s.Value), lo, hi)
	}
	c.Set(v)
	return nil
}

func look(l Lab, view string) error {
	for _, v := range l.Views() {
		if v.ID == view {
			Look(l, view)
			return nil
		}
	}
	var ids []string
	for _, v := range l.Views() {
		ids = append(ids, v.ID)
	}
	return Refuse("'%[1]s': 그런 보기는 없어요. 있는 것은 %[2]s예요.", "There is no view '%[1]s'. There are: %[2]s.",
		lang.Quote(view), strings.Join(ids, ", "))
}

func show(l Lab, ids []string) error {
	known := names(l)
	only := map[string]bool{}
	for _, id := range ids {
		if !known[id] {
			return Refuse("'%[1]s': 보여 줄 조절도 값도 아니에요. 있는 것은 %[2]s예요.", "'%[1]s' is no control and no fact to show. There are: %[2]s.",
				lang.Quote(id), strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
		only[id] = true
	}
	l.bench().only = only
	return nil
}

func idsOf(p Panel) string {
	var ids []string
	for _, c := range p {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, ", ")
}

// names are what a scene may show and a question keep back: controls, facts,
// and groups of facts by what stands before the dot.
func names(l Lab) map[string]bool {
	known := map[string]bool{}
	for _, c := range Controls(l) {
		known[c.ID] = true
	}
	for _, f := range l.Facts() {
		known[f.ID] = true
		if group, _, ok := strings.Cut(f.ID, "."); ok {
			known[group] = true
		}
	}
	// What there is once a run is pinned, or other starts have been tried.
	if _, ok := l.(Pinner); ok {
		known["pinned"] = true
	}
	if _, ok := l.(Sampler); ok {
		for _, id := range []string{"n", "solved", rightID, "seed"} {
			known[id] = true
		}
	}
	return known
}

// KeepBack hides facts and the curves of facts until a question is answered;
// without ids it shows all again. The error names what there is not.
func KeepBack(l Lab, ids ...string) error {
	known := names(l)
	held := map[string]bool{}
	for _, id := range ids {
		if !known[id] {
			return Refuse("'%[1]s': 감춰 둘 값이 아니에요.", "'%[1]s' is no fact to keep back.", lang.Quote(id))
		}
		held[id] = true
	}
	l.bench().held = held
	return nil
}

// ShowAll shows what the scene has left out, or leaves it out again.
func ShowAll(l Lab, all bool) { l.bench().all = all }

// Shortened reports whether the scene leaves something out.
func Shortened(l Lab) bool { return l.bench().only != nil }
