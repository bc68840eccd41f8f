package lab

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hakseup/lessons"
)

// Words of a scene that are no controls. A control of that name comes first.
const (
	viewWord = "view" // the view that is shown
	showWord = "show" // what the page has taught: controls, facts and the curves of facts
)

// Apply puts a lab into the scene of a lesson page, setting by setting in
// order: a choice comes before the controls that matter only with it. What
// does not fit is passed over, and the error names it.
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
	c, ok := l.Panel().Find(s.Control)
	switch {
	case !ok && s.Control == viewWord:
		return look(l, s.Value)
	case !ok && s.Control == showWord:
		return show(l, strings.Split(s.Value, ","))
	case !ok:
		return fmt.Errorf("there is no control %q", s.Control)
	case !c.On():
		return fmt.Errorf("%s does not matter there", s.Control)
	case c.Kind == Text:
		return c.SetText(s.Value)
	}
	v, err := c.Parse(s.Value)
	if err != nil {
		return err
	}
	if lo, hi := c.Range(); v < lo || v > hi {
		return fmt.Errorf("%s=%s lies outside %g to %g", s.Control, s.Value, lo, hi)
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
	return fmt.Errorf("there is no view %q", view)
}

func show(l Lab, ids []string) error {
	known := names(l)
	only := map[string]bool{}
	for _, id := range ids {
		if !known[id] {
			return fmt.Errorf("%q is no control and no fact to show: there are %s", id, strings.Join(slices.Sorted(maps.Keys(known)), ", "))
		}
		only[id] = true
	}
	l.bench().only = only
	return nil
}

// names are what a scene may show and a question keep back: controls, facts,
// and groups of facts by what stands before the dot.
func names(l Lab) map[string]bool {
	known := map[string]bool{}
	for _, c := range l.Panel() {
		known[c.ID] = true
	}
	for _, f := range l.Facts() {
		known[f.ID] = true
		if group, _, ok := strings.Cut(f.ID, "."); ok {
			known[group] = true
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
			return fmt.Errorf("%q is no fact to keep back", id)
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
