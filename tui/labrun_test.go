package tui

import (
	"math"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/tui/lab"
)

// ticker stands in for the clock of a running lab: the test decides how much
// there is time for in a frame, and when the next one comes.
type ticker struct {
	d       *driver
	pane    *labPane
	strides int // that there is time for in a frame
	waits   []time.Duration
	next    tea.Msg
}

// train opens the lab "playground" beside a page, with the keyboard in it.
func train(t *testing.T, w, h int, settings ...lessons.Setting) *ticker {
	t.Helper()
	d := open(t, w, h, Options{Lecture: "06-softmax-loss"}).press("Tab")
	k := &ticker{d: d, pane: d.app.top().(*lecture).lab, strides: math.MaxInt}
	shown := set("show", "data,layers,units,activation,optimizer,rate,stride,speed,loss,accuracy,val,pinned,n,solved")
	k.pane.setScene(lessons.Scene{Lab: "playground", Settings: append(settings, shown)})
	k.pane.run.budget = func() func() bool {
		left := k.strides
		return func() bool { left--; return left > 0 }
	}
	k.pane.run.after = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		k.waits, k.next = append(k.waits, wait), msg
		return nil
	}
	return k
}

// frames lets the time of so many frames pass.
func (k *ticker) frames(n int) {
	k.d.t.Helper()
	for ; n > 0 && k.next != nil; n-- {
		msg := k.next
		k.next = nil
		k.d.send(msg)
	}
}

func (k *ticker) fact(id string) float64 {
	k.d.t.Helper()
	f, ok := lab.FactOf(k.pane.lab, id)
	if !ok {
		k.d.t.Fatalf("there is no fact %q", id)
	}
	return f.Value
}

func (k *ticker) want(id string, v float64) {
	k.d.t.Helper()
	if got := k.fact(id); got != v {
		k.d.t.Fatalf("%s is %v, want %v\n%s", id, got, v, k.d.screen())
	}
}

func set(control, value string) lessons.Setting {
	return lessons.Setting{Control: control, Value: value}
}

func TestALabRunsAndPauses(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	k.d.expect("실험: 신경망 놀이터", "시드 1", "아직 학습하기 전이에요", "○ 배치").expectNot("실행 중")
	k.d.press("Space").expect("실행 중", "space 멈춤")
	k.want("epoch", 1)
	k.frames(4) // at 60 strides a second and 40 frames 1.5 a frame
	k.want("epoch", 7)
	k.d.press("Space").expect("space 실행", "손실 −").expectNot("실행 중")
	k.frames(9)
	if k.fact("epoch") != 7 {
		t.Errorf("after the pause it goes on to epoch %v", k.fact("epoch"))
	}
}

func TestStepsGoForwardAndBackOverChanges(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	state := func() string { return strings.Join(k.pane.view(true), "\n") }
	k.d.press("s s")
	k.want("epoch", 2)
	two := state()
	k.d.press("s")
	// Another learning rate goes on with the run; b takes that back as well.
	k.pane.change(func() { lab.Controls(k.pane.lab).Set("rate", 0) })
	k.d.press("s s")
	k.want("epoch", 5)
	k.d.press("b b b")
	k.want("epoch", 2)
	if k.pane.value("rate") != 3 {
		t.Errorf("the rate is %v", k.pane.value("rate"))
	}
	k.pane.moved = nil
	if state() != two {
		t.Errorf("it is not as it was:\n%s\nwant\n%s", state(), two)
	}
	k.d.press("b b b b")
	k.want("epoch", 0)
}

func TestStridesAndSpeedAreControls(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36, set("stride", "sample"), set("speed", "slow"))
	k.d.press("Space")
	k.frames(3)
	k.want("sample", 4)
	if k.waits[0] < 400*time.Millisecond {
		t.Errorf("a frame every %v for 2 strides a second", k.waits[0])
	}
	k.d.press("Space")
	k.pane.change(func() { lab.Controls(k.pane.lab).Set("stride", 1) })
	k.d.press("s")
	k.want("batch", 1)
	k.want("sample", 0)
}

func TestFullSpeedUsesTheTimeOfAFrame(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36, set("speed", "full"))
	k.strides = 30
	k.d.press("Space")
	for last := 0.0; k.next != nil; last = k.fact("epoch") {
		if made := k.fact("epoch") - last; made > 30 {
			t.Fatalf("%v epochs in a frame", made)
		}
		k.frames(1)
	}
	k.want("epoch", 200)
	// It stops there, and stays there.
	k.d.expect("200에폭").expectNot("실행 중")
	k.d.press("Space").expect("끝까지 왔어요")
	k.want("epoch", 200)
}

func TestAChangeThatRestartsSaysSo(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	k.d.press("s s").expect("▸ 데이터", "바꾸고 새로 시작")
	k.d.press("Right").expect("◉ XOR")
	k.want("epoch", 0)
	k.d.press("s Down Down Down Down").expect("▸ 최적화").expectNot("바꾸고 새로 시작")
	k.d.press("Right")
	k.want("epoch", 1)
}

func TestAPinnedRunIsComparedFromTheSameStart(t *testing.T) {
	t.Parallel()
	k := train(t, 150, 36)
	first := k.fact("loss")
	k.d.expectNot("c 고정")
	k.d.press("s s s c").expect("고정", "c 고정 풀기")
	k.want("epoch", 0)
	k.want("loss", first)
	kept := k.fact("pinned.loss")
	if kept != first {
		t.Errorf("at the start the pinned run had %v, not %v", kept, first)
	}
	k.pane.change(func() { lab.Controls(k.pane.lab).Set("optimizer", 1) })
	k.d.press("s").expect("•• 고정", "고정한 실행(최적화 Adam)은", "이때")
	if k.fact("pinned.loss") == k.fact("loss") {
		t.Error("another optimizer makes no difference")
	}
	k.d.press("r c").expectNot("•• 고정")
}

func TestRestartAndNewSeed(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	first := k.fact("loss")
	k.pane.change(func() { lab.Controls(k.pane.lab).Set("rate", 5) })
	k.d.press("s s r")
	k.want("epoch", 0)
	k.want("loss", first)
	if k.pane.value("rate") != 5 {
		t.Error("the first r brings back the scene, not the start")
	}
	if k.d.press("r"); k.pane.value("rate") != 3 {
		t.Error("r at the start does not bring back the scene")
	}
	if k.d.press("n").expect("시드 2"); k.fact("loss") == first {
		t.Error("another seed draws the same")
	}
}

func TestManySeedsInTheBackground(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36, set("data", "circles"))
	k.strides = 1
	next := k.pane.sample()
	for range 7 {
		next = k.pane.sampled(next().(sampledMsg))
	}
	k.d.expect("여러 시드 ━━━─────── 7/20", "시드 7개")
	k.want("n", 7)
	// Keys are not blocked meanwhile, and the run is another one.
	k.d.press("s")
	k.want("epoch", 1)
	for next != nil {
		next = k.pane.sampled(next().(sampledMsg))
	}
	k.d.expect("시드 20개").expectNot("여러 시드 ━")
	if p10, p50, p90 := k.fact("loss.p10"), k.fact("loss.p50"), k.fact("loss.p90"); !(p10 < p50 && p50 < p90) {
		t.Errorf("percentiles %v, %v, %v", p10, p50, p90)
	}
	if share := k.fact("solved.share"); share < 0.9 {
		t.Errorf("circles are learned by %v", share)
	}
	// Another setting makes them worthless.
	k.pane.change(func() { lab.Controls(k.pane.lab).Set("units", 3) })
	k.d.expectNot("시드 20개")
}

func TestManySeedsEndWithEscAndWithThePage(t *testing.T) {
	t.Parallel()
	for _, end := range []struct{ keys, then string }{{"Esc", "실험: 신경망"}, {"Esc Esc", "차례"}, {"]", "2/21"}, {"e", "소프트맥스와 손실 함수"}} {
		k := train(t, 120, 36)
		k.strides = 1
		next := k.pane.sample()
		next = k.pane.sampled(next().(sampledMsg))
		ctx := k.pane.sampling.ctx
		k.d.press(end.keys).expect(end.then)
		if ctx.Err() == nil {
			t.Errorf("after %s it goes on", end.keys)
		}
		if msg := next().(sampledMsg); msg.facts != nil || k.pane.sampled(msg) != nil {
			t.Errorf("after %s there comes %v", end.keys, msg)
		}
	}
}

func TestARunStopsWhereItIsOutOfSight(t *testing.T) {
	t.Parallel()
	for _, away := range []string{"e", "]", "Esc"} {
		k := train(t, 120, 36)
		k.d.press("Space " + away)
		if k.pane.run.on {
			t.Errorf("after %s it runs on", away)
		}
	}
	narrow := train(t, 80, 24)
	if narrow.d.press("Space Tab"); narrow.pane.run.on {
		t.Error("it runs behind the text")
	}
}

// TestATrainingFitsEverySize goes through windows of all kinds with a run that
// is pinned, one that goes on, and seeds in the background.
func TestATrainingFitsEverySize(t *testing.T) {
	t.Parallel()
	k := train(t, 120, 36)
	k.d.press("s s s c Space")
	k.strides = 1
	next := k.pane.sample()
	k.pane.sampled(next().(sampledMsg))
	for _, view := range []string{"", "v", "z", "L"} {
		k.d.press(view)
		for _, sz := range []size{{40, 12}, {47, 15}, {60, 16}, {80, 24}, {99, 30}, {115, 36}, {116, 26}, {120, 36}, {160, 45}, {200, 60}} {
			k.d.send(tea.WindowSizeMsg{Width: sz.w, Height: sz.h})
			k.d.requireSize(sz.w, sz.h)
		}
	}
	if !k.pane.run.on || k.pane.sampling == nil {
		t.Error("looking at it has stopped it")
	}
}
