//go:build linux

package e2e_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The benchmarks measure what a learner feels, in a window of 120x36 cells:
//
//	go test ./tui/e2e -run '^$' -bench . -count 5
//
// The emulated terminal is measured with the program: it answers its
// questions, and reads and draws what it writes.

// BenchmarkFirstFrame measures from exec to the first whole frame.
func BenchmarkFirstFrame(b *testing.B) {
	for name, args := range map[string][]string{"contents": nil, "lecture": {"06"}} {
		b.Run(name, func(b *testing.B) {
			data := b.TempDir()
			setting{data: data, args: args}.open(b).Expect("? 도움말").Press("Ctrl+C").Exits(0)
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				l := setting{data: data, args: args}.open(b).Expect("? 도움말")
				times = append(times, time.Since(start))
				l.Press("Ctrl+C").Exits(0).term.Close()
			}
			reportMedian(b, times, "ms/frame")
		})
	}
}

// BenchmarkKey measures from a key to the changed screen.
func BenchmarkKey(b *testing.B) {
	for _, action := range []struct {
		name        string
		first, keys []string // the keys that lead there, and those that are measured in turn
		shows       []string // what they bring to the screen
	}{
		{"page", nil, []string{"]", "["}, []string{"2/21", "1/21"}},
		{"slider", []string{"]", "Tab"}, []string{"Right", "Left"}, []string{" 1.60", " 1.50"}},
		{"calculator", []string{"End", "[", "Tab"}, []string{"Right", "Left"}, []string{"w₁₁ 0.21", "w₁₁ 0.20"}},
	} {
		b.Run(action.name, func(b *testing.B) {
			l := drive(b, 120, 36, "06").Expect("1/21").Press(action.first...)
			l.term.Settled(300 * time.Millisecond)
			var times []time.Duration
			for b.Loop() {
				// Keys come at any moment between two frames.
				time.Sleep(time.Duration(len(times)%17) * time.Millisecond)
				i := len(times) % 2
				start := time.Now()
				l.Press(action.keys[i]).Expect(action.shows[i])
				times = append(times, time.Since(start))
			}
			reportMedian(b, times, "ms/key")
		})
	}
}

// BenchmarkMemory measures the resident memory after a lecture was paged
// through and an exercise opened.
func BenchmarkMemory(b *testing.B) {
	var resident, private float64
	for b.Loop() {
		l := drive(b, 120, 36, "06").Expect("1/21")
		for page := 2; page <= 19; page++ {
			l.Press("]").Expect(fmt.Sprintf("%d/21", page))
		}
		l.Press("e").Expect("평균 제곱 오차 MSE").term.Settled(300 * time.Millisecond)
		status := readProc(b, l, "status")
		resident, private = megabytes(b, status, "VmRSS:"), megabytes(b, status, "RssAnon:")
		l.Press("Ctrl+C").Exits(0).term.Close()
	}
	b.ReportMetric(resident, "MB-resident")
	b.ReportMetric(private, "MB-of-its-own")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkIdle measures the processor time of five seconds in which nothing
// happens.
func BenchmarkIdle(b *testing.B) {
	l := drive(b, 120, 36, "06").Expect("1/21")
	l.term.Settled(time.Second)
	var used, passed time.Duration
	for b.Loop() {
		before, start := processorTime(b, l), time.Now()
		time.Sleep(5 * time.Second)
		used += processorTime(b, l) - before
		passed += time.Since(start)
	}
	b.ReportMetric(100*used.Seconds()/passed.Seconds(), "%cpu")
	b.ReportMetric(0, "ns/op")
}

func reportMedian(b *testing.B, times []time.Duration, unit string) {
	b.Helper()
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, unit)
	b.ReportMetric(0, "ns/op") // not shown: it has the time between measurements, too
}

func readProc(b *testing.B, l *learner, file string) string {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", l.term.Process().Pid, file))
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// megabytes reads a line of /proc/PID/status, which is in kB.
func megabytes(b *testing.B, status, name string) float64 {
	b.Helper()
	_, line, _ := strings.Cut(status, name)
	var kilobytes float64
	if _, err := fmt.Sscan(line, &kilobytes); err != nil {
		b.Fatal(err)
	}
	return kilobytes / 1024
}

// processorTime sums over the threads: the kernel counts them to the
// nanosecond, but the process only in ticks.
func processorTime(b *testing.B, l *learner) time.Duration {
	b.Helper()
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", l.term.Process().Pid))
	if err != nil {
		b.Fatal(err)
	}
	var sum time.Duration
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			continue // the thread has ended
		}
		n, err := strconv.ParseInt(strings.Fields(string(text))[0], 10, 64)
		if err != nil {
			b.Fatal(err)
		}
		sum += time.Duration(n)
	}
	return sum
}
