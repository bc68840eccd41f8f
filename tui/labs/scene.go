package labs

import (
	"fmt"
	"math"
	"strconv"

	"hakseup/lessons"
)

// Apply puts a lab into the scene of a lesson page, setting by setting in
// order: a view comes before the controls that only it has. Settings that do
// not fit the lab are passed over; Check finds them when the course is tested.
func Apply(l Lab, settings []lessons.Setting) {
	for _, s := range settings {
		for _, c := range l.Controls() {
			if c.ID != s.Control {
				continue
			}
			if v, err := c.parse(s.Value); err == nil {
				l.Set(c.ID, v)
			}
		}
	}
}

// Check reports the first setting of a scene that names no control of the lab
// at that moment, or a value outside its range.
func Check(l Lab, settings []lessons.Setting) error {
	for _, s := range settings {
		c, ok := find(l.Controls(), s.Control)
		if !ok {
			return fmt.Errorf("no control %q now", s.Control)
		}
		v, err := c.parse(s.Value)
		if err != nil {
			return err
		}
		if lo, hi := c.Range(); v < lo || v > hi {
			return fmt.Errorf("%s=%s lies outside %g to %g", s.Control, s.Value, lo, hi)
		}
		l.Set(c.ID, v)
	}
	return nil
}

func find(controls []Control, id string) (Control, bool) {
	for _, c := range controls {
		if c.ID == id {
			return c, true
		}
	}
	return Control{}, false
}

// parse reads the value of a setting: the name of an option, on or off, or a
// number.
func (c Control) parse(value string) (float64, error) {
	switch c.Kind {
	case Choice:
		for i, o := range c.Options {
			if o.Name == value {
				return float64(i), nil
			}
		}
		return 0, fmt.Errorf("%s has no option %q", c.ID, value)
	case Toggle:
		switch value {
		case "on":
			return 1, nil
		case "off":
			return 0, nil
		}
		return 0, fmt.Errorf("%s is on or off, not %q", c.ID, value)
	}
	v, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return 0, fmt.Errorf("%s: %q is not a number", c.ID, value)
	}
	return v, nil
}

// Range returns the smallest and the largest value of the control.
func (c Control) Range() (lo, hi float64) {
	switch c.Kind {
	case Choice:
		return 0, float64(len(c.Options) - 1)
	case Toggle:
		return 0, 1
	}
	return c.Min, c.Max
}

// Snap rounds a value to the nearest small step from Min on, within the range.
func (c Control) Snap(v float64) float64 {
	lo, hi := c.Range()
	if c.Kind == Slider && c.Small > 0 {
		steps := math.Round((v - c.Min) / c.Small)
		v = c.Min + steps*c.Small
		// Steps such as 0.1 are no binary fractions: 0.1·3 is not 0.3.
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	}
	return math.Max(lo, math.Min(hi, v))
}

// Text writes the value of a slider.
func (c Control) Text() string {
	if c.Format != nil {
		return c.Format(c.Value)
	}
	return fixed(c.Value, 2)
}
