package nn

import (
	"fmt"
	"math"
)

// setting is a number that somebody has chosen, by the name of its field.
type setting struct {
	name  string
	value float64
}

// notNegative says which setting is negative, infinite or NaN.
func notNegative(all ...setting) error {
	for _, s := range all {
		if !(s.value >= 0) || math.IsInf(s.value, 0) {
			return fmt.Errorf("%s is a number from 0 up, not %v", s.name, s.value)
		}
	}
	return nil
}

// positive says which setting is 0, negative, infinite or NaN.
func positive(all ...setting) error {
	for _, s := range all {
		if !(s.value > 0) || math.IsInf(s.value, 0) {
			return fmt.Errorf("%s is a number above 0, not %v", s.name, s.value)
		}
	}
	return nil
}

// shares says which setting is not from 0 to below 1.
func shares(all ...setting) error {
	for _, s := range all {
		if !(s.value >= 0 && s.value < 1) {
			return fmt.Errorf("%s is a share from 0 to below 1, not %v", s.name, s.value)
		}
	}
	return nil
}

// remembers says that an optimizer's memory is neither empty nor made for that
// many parameters.
func remembers(params int, memory ...[]float64) error {
	for _, m := range memory {
		if len(m) != 0 && len(m) != params {
			return fmt.Errorf("it remembers steps of %d parameters, and there are %d", len(m), params)
		}
	}
	return nil
}

// firstOf returns the first error that there is.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
