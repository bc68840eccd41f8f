package plain

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"hakseup/exercises/trial"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
)

// room is a lab that is worked in by lines: control value, step 10, table.
type room struct {
	*session

	lab   lab.Lab
	scene lessons.Scene
	seed  uint64
	all   bool
	done  func() // is told of every change that is done; nil: nobody
}

// enter puts a lab into a scene.
func (s *session) enter(scene lessons.Scene) *room {
	l, _ := labs.New(scene.Lab)
	r := &room{session: s, lab: l, scene: scene, seed: 1}
	_ = lab.Apply(l, scene.Settings) // a test holds every scene against its lab
	return r
}

// openLab opens a lab by its id, or lists them.
func (s *session) openLab(id string) (again bool, err error) {
	id = strings.TrimSpace(id)
	if !slices.Contains(labs.IDs(), id) {
		if id != "" {
			s.unknown(id)
		}
		for _, id := range labs.IDs() {
			l, _ := labs.New(id)
			s.Line(id + ": " + l.Title().In(s.Lang))
		}
		s.Say(lang.T("‘실험 이름’이라고 적으면 열려요.", "Type lab and a name to open one."))
		return false, nil
	}
	return true, s.enter(lessons.Scene{Lab: id}).stay()
}

// stay works in the lab until the learner goes back.
func (r *room) stay() error {
	r.state()
	for {
		line, err := r.ask(lang.T("조절과 값을 적으세요. 도움말은 ?, 돌아가려면 나가기.", "Type a control and its value. ? for help, up to go back."))
		switch {
		case err != nil:
			return err
		case is(line, wordsUp) || is(line, wordsLeave):
			return nil
		case is(line, wordsHelp):
			r.help(r.commands())
		case line == "":
			r.state()
		case !r.line(line):
			r.unknown(line)
		}
	}
}

// state says the lab as it is.
func (r *room) state() {
	for _, line := range lab.Words(r.lab, r.Lang) {
		if line != "" {
			r.Line(line)
		}
	}
}

func (r *room) commands() []command {
	list := []command{
		{"조절 control", lang.Sprintf("조절의 이름과 값을 적어요. 예: %s", "the name of a control and its value, such as %s", r.example())},
		{"상태 state", lang.T("실험을 다시 말해요. Enter도 같아요.", "says the lab again. So does Enter.")},
		{"표 table", lang.T("값과 그림의 수를 모두 읽어요.", "says all values and the numbers of the picture.")},
		{"처음 reset", lang.T("처음 상태로 돌려요.", "puts the lab back to its beginning.")},
	}
	if _, ok := r.lab.(lab.Runner); ok {
		list = append(list,
			command{"걸음 step", lang.T("한 걸음, 수를 붙이면 그만큼.", "one step; with a number, so many.")},
			command{"뒤로 back", lang.T("한 걸음 되돌려요.", "one step back.")},
			command{"달리기 run", lang.T("끝까지 가요.", "goes on to the end.")},
			command{"시드 seed", lang.T("수를 붙이면 그 시드로 새로 시작해요.", "with a number, starts anew with that seed.")})
	}
	if _, ok := r.lab.(lab.Sampler); ok {
		list = append(list, command{"여러시드 many", lang.T("같은 설정을 여러 시드로 해 봐요.", "tries the setting with many seeds.")})
	}
	if _, ok := r.lab.(lab.Pinner); ok {
		list = append(list, command{"고정 pin", lang.T("지금 실행을 두고 다음 것과 견줘요.", "keeps this run to compare the next one with.")})
	}
	if len(r.lab.Views()) > 1 {
		list = append(list, command{"보기 view", lang.Sprintf("다음 보기, 또는 이름을 붙여요: %s", "the next view, or one by its name: %s", r.views())})
	}
	if lab.Shortened(r.lab) {
		list = append(list, command{"전부 all", lang.T("쪽이 아직 다루지 않은 조절과 값도 보여 줘요.", "also has the controls and values that the page has not come to.")})
	}
	return append(list, command{wordsUp, lang.T("돌아가요.", "goes back.")})
}

// example is a line that changes something.
func (r *room) example() string {
	for _, c := range r.controls() {
		return c.ID + " " + c.Word()
	}
	return ""
}

func (r *room) views() string {
	var ids []string
	for _, v := range r.lab.Views() {
		ids = append(ids, v.ID+" ("+v.Label.In(r.Lang)+")")
	}
	return strings.Join(ids, ", ")
}

// controls are those that the page shows and that matter now.
func (r *room) controls() []*lab.Control {
	return slices.DeleteFunc(slices.Clone(lab.Controls(r.lab)), func(c *lab.Control) bool {
		return !c.On() || !lab.Shows(r.lab, c.ID)
	})
}

// line does what a line says, and reports whether it was understood.
func (r *room) line(line string) bool {
	word, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	runner, runs := r.lab.(lab.Runner)
	if r.set(line, idsOf) { // b -1.5 is a bias, not a step back
		return true
	}
	switch {
	case is(line, "상태 state"):
		r.state()
	case is(line, "표 table"):
		r.table()
	case is(line, "전부 all"):
		r.all = !r.all
		lab.ShowAll(r.lab, r.all)
		r.state()
	case is(line, "처음 reset restart"):
		r.change(func() error {
			lab.Reset(r.lab, r.seed)
			return lab.Play(r.lab, r.scene.Settings)
		}, r.tr("처음부터", "from the beginning"))
	case is(word, "보기 view"):
		r.look(rest)
	case runs && r.running(runner, word, rest):
	default:
		return r.other(line)
	}
	return true
}

// running does what only a lab that runs can.
func (r *room) running(runner lab.Runner, word, rest string) bool {
	switch {
	case is(word, "걸음 step s"):
		r.advance(runner, rest)
	case is(word, "뒤로 back b"):
		by, _ := lab.Pace(r.lab)
		r.change(func() error { runner.Back(by); return nil }, r.tr("한 걸음 뒤로", "one step back"))
	case is(word, "달리기 run"):
		r.run(runner)
	case is(word, "시드 seed"):
		r.start(rest)
	default:
		return false
	}
	return true
}

// other does what only some labs can, and sets controls.
func (r *room) other(line string) bool {
	sampler, samples := r.lab.(lab.Sampler)
	pinner, pins := r.lab.(lab.Pinner)
	switch {
	case samples && is(line, "여러시드 many m"):
		r.sample(sampler)
	case pins && is(line, "고정 pin c"):
		r.change(func() error { pinner.Pin(r.lab.Panel()); return nil }, r.tr("고정하고 새로 시작", "kept, and begun anew"))
	default:
		return r.set(line, labelsOf)
	}
	return true
}

// change does something and says in one line what came of it: at what the
// controls stand, and the facts that are others now, each with the way it went.
func (r *room) change(do func() error, what string) {
	before := r.facts()
	var err error
	lab.Change(r.lab, func() { err = do() })
	if err != nil {
		r.Say(r.explain(err))
		return
	}
	said := []string{r.stands(what)}
	said = append(said, r.others(before)...)
	r.Line(strings.Join(said, ", ") + ".")
	if r.done != nil {
		r.done()
	}
}

// explain says why something cannot be done.
func (r *room) explain(err error) lang.Text {
	if _, ok := errors.AsType[*lab.RefusalError](err); ok {
		return lab.Explain(err, trial.Explain)
	}
	return trial.Explain(err)
}

// stands says at what controls stand, named by their ids; what is none is said
// as it is.
func (r *room) stands(what string) string {
	var said []string
	for id := range strings.SplitSeq(what, ",") {
		if c, ok := lab.Controls(r.lab).Find(id); ok {
			said = append(said, c.Label.In(r.Lang)+" "+c.Say(r.Lang))
		} else if id != "steps" {
			said = append(said, id)
		}
	}
	return strings.Join(said, ", ")
}

// facts are those that the page shows now.
func (r *room) facts() []lab.Fact {
	return slices.DeleteFunc(slices.Clone(r.lab.Facts()), func(f lab.Fact) bool { return !f.Known || !lab.Shows(r.lab, f.ID) })
}

// mostSaid bounds how many facts a line tells: the table has them all.
const mostSaid = 5

// others says the facts that have changed.
func (r *room) others(before []lab.Fact) []string {
	now := r.facts()
	was := map[string]lab.Fact{}
	for _, f := range before {
		was[f.ID] = f
	}
	var said []string
	for _, f := range now {
		old, there := was[f.ID]
		way := ""
		switch {
		case there && f.Word != "" && f.Word == old.Word, there && f.Word == "" && math.Abs(f.Value-old.Value) <= 1e-12*math.Abs(old.Value):
			continue
		case there && f.Word == "" && f.Value > old.Value:
			way = r.tr(", 늘어남", ", up")
		case there && f.Word == "":
			way = r.tr(", 줄어듦", ", down")
		}
		said = append(said, f.Label.In(r.Lang)+" "+f.Say(r.Lang)+way)
	}
	switch {
	case len(said) == 0:
		return []string{r.tr("다른 값은 그대로", "nothing else changes")}
	case len(said) > mostSaid:
		more := lang.Sprintf("그 밖에 %d개가 바뀜", "%d more have changed", len(said)-mostSaid)
		return append(said[:mostSaid], more.In(r.Lang))
	}
	return said
}

func (r *room) look(view string) {
	if view == "" {
		lab.NextView(r.lab)
	} else {
		for _, v := range r.lab.Views() {
			if view == v.Label.In(r.Lang) {
				view = v.ID
			}
		}
		if err := lab.Play(r.lab, []lessons.Setting{{Control: "view", Value: view}}); err != nil {
			r.Say(r.explain(err))
			return
		}
	}
	r.state()
	if r.done != nil {
		r.done()
	}
}

// mostSteps bounds how many steps one line may ask for.
const mostSteps = 100_000

// advance takes a lab a number of strides on. Tasks are looked at after every
// one.
func (r *room) advance(runner lab.Runner, count string) {
	n := 1
	if count != "" {
		k, ok := number(count, mostSteps)
		if !ok {
			r.Line(lang.Sprintf("걸음 수는 1에서 %d까지의 정수예요.", "The number of steps is a whole number from 1 to %d.", mostSteps).In(r.Lang))
			return
		}
		n = k
	}
	r.change(func() error { r.strides(runner, n); return nil }, lang.Sprintf("%d걸음", "%d steps", n).In(r.Lang))
}

// strides makes strides, as far as the lab goes on.
func (r *room) strides(runner lab.Runner, n int) {
	by, _ := lab.Pace(r.lab)
	more := func() bool { return r.ctx.Err() == nil }
	for made := 0; made < n; {
		if !runner.Advance(by, more) || !more() {
			return
		}
		if !lab.Midway(r.lab) {
			made++
		}
	}
}

// run goes to the end, and where there is none a good way on.
func (r *room) run(runner lab.Runner) {
	const most = 1000
	r.change(func() error { r.strides(runner, most); return nil }, r.tr("끝까지", "to the end"))
}

func (r *room) start(seed string) {
	n, err := strconv.ParseUint(seed, 10, 32)
	if seed == "" {
		n, err = r.seed+1, nil
	}
	if err != nil {
		r.Say(lang.T("시드는 0 이상의 정수예요.", "A seed is a whole number from 0 up."))
		return
	}
	r.seed = n
	r.change(func() error {
		lab.Forget(r.lab)
		lab.Start(r.lab, n)
		return nil
	}, lang.Sprintf("시드 %d", "seed %d", n).In(r.Lang))
}

// sample tries the setting with many seeds and says how what came of them is
// spread.
func (r *room) sample(sampler lab.Sampler) {
	lab.Forget(r.lab)
	before := r.facts()
	try := sampler.Sampler()
	ctx, cancel := context.WithCancel(r.ctx)
	defer cancel()
	for i := range lab.Starts(r.lab) {
		facts := try(ctx, uint64(i)+1)
		if ctx.Err() != nil {
			return
		}
		lab.Sampled(r.lab, lab.Sample{Seed: uint64(i) + 1, Facts: facts})
	}
	r.Line(strings.Join(append([]string{lang.Sprintf("시드 %d개", "%d seeds", lab.Starts(r.lab)).In(r.Lang)}, r.others(before)...), ", ") + ".")
	if r.done != nil {
		r.done()
	}
}

// table says every value that the page shows, and the numbers of the picture.
func (r *room) table() {
	for _, f := range r.facts() {
		r.Line(f.Label.In(r.Lang) + ": " + f.Say(r.Lang))
	}
	for _, line := range lab.Numbers(r.lab, r.Lang) {
		r.Line(line)
	}
	var controls []string
	for _, c := range r.controls() {
		controls = append(controls, fmt.Sprintf("%s (%s) %s", c.Label.In(r.Lang), c.ID, c.Say(r.Lang)))
	}
	r.Line(r.tr("조절: ", "Controls: ") + strings.Join(controls, "; "))
}
