package labs_test

import "testing"

func figures01(t *testing.T) figures {
	t.Helper()
	of := func(year, name string) float64 { return fact(t, "ilsvrc", "year="+year, name, 0) }
	return figures{
		lecture: "01-deep-learning",
		given:   []string{"0.1", "0.2", "0.4", "0.8", "0.9", "0.95", "0.07", "0.35"},
		computed: []figure{
			{"25.8", of("2011", "error")},
			{"16.4", of("2012", "error")},
			{"11.7", of("2013", "error")},
			{"6.7", of("2014", "error")},
			{"3.57", of("2015", "error")},
			{"2.99", of("2016", "error")},
			{"2.25", of("2017", "error")},
			{"5.1", of("2017", "human")},
			{"3.13", of("2015", "points")},
			{"46.7", 100 * of("2015", "share")},
		},
	}
}
