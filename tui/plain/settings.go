package plain

import (
	"slices"
	"strings"

	"hakseup/lessons"
	"hakseup/tui/lab"
)

// set sets controls, found by some of their names, if the line says so.
func (r *room) set(line string, names func(*lab.Control) []string) bool {
	settings, ok := r.settings(line, names)
	if ok {
		r.change(func() error { return lab.Play(r.lab, settings) }, r.labels(settings))
	}
	return ok
}

func idsOf(c *lab.Control) []string    { return []string{c.ID} }
func labelsOf(c *lab.Control) []string { return []string{c.Label.KO, c.Label.EN} }

// settings reads control value, control=value, and several of the latter.
func (r *room) settings(line string, names func(*lab.Control) []string) ([]lessons.Setting, bool) {
	if fields := strings.Fields(line); len(fields) > 1 && !slices.ContainsFunc(fields, func(f string) bool { return !strings.Contains(f, "=") }) {
		var all []lessons.Setting
		for _, f := range fields {
			one, ok := r.settings(f, names)
			if !ok {
				return nil, false
			}
			all = append(all, one...)
		}
		return all, true
	}
	for _, c := range lab.Controls(r.lab) {
		for _, name := range names(c) {
			if len(line) < len(name) || name == "" || !strings.EqualFold(line[:len(name)], name) {
				continue
			}
			rest := line[len(name):]
			if value := strings.TrimLeft(rest, " ="); value != "" && value != rest {
				return []lessons.Setting{{Control: c.ID, Value: r.value(c, strings.TrimSpace(value))}}, true
			}
		}
	}
	return nil, false
}

// value finds what is meant by a value: an option by its number or its label,
// on and off in Korean, + and - for a step.
func (r *room) value(c *lab.Control, typed string) string {
	switch {
	case c.Kind == lab.Choice:
		if k, ok := number(typed, len(c.Options)); ok {
			return c.Options[k-1].Name
		}
		for _, o := range c.Options {
			if strings.EqualFold(typed, o.Label.KO) || strings.EqualFold(typed, o.Label.EN) {
				return o.Name
			}
		}
	case c.Kind == lab.Toggle && is(typed, "켬 켜기 켜 1"):
		return "on"
	case c.Kind == lab.Toggle && is(typed, "끔 끄기 꺼 0"):
		return "off"
	}
	return strings.ReplaceAll(typed, "−", "-")
}

// labels names the controls of settings as they stand after a change.
func (r *room) labels(settings []lessons.Setting) string {
	var ids []string
	for _, s := range settings {
		ids = append(ids, s.Control)
	}
	return strings.Join(ids, ",")
}
