package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// byHand is dots to part by turning and shifting a line, in so many moves.
type byHand struct {
	Set  data.NamedSet
	Most int
}

const dotsByHand = 20

func partByHand() exercises.Exercise {
	draw := func(r *rand.Rand) byHand {
		return byHand{data.NamedSet{Dots: []data.Dots{data.Easy, data.Narrow}[r.IntN(2)], Seed: 1 + r.Uint64N(40)}, 3 + r.IntN(3)}
	}
	return exercises.Template("03/separate", lang.T("손으로 나누기 도전", "The parting challenge"), byHand{data.NamedSet{Dots: data.Narrow, Seed: 1}, 4}, draw, byHand.variant,
		slices.Concat(
			exercises.Accepts("line", "data=narrow seed=1 turn=-90 shift=-0.5"),
			exercises.Catches("line", "not-parted", "data=narrow seed=1 turn=10"),
			exercises.Catches("line", "too-many", "data=narrow seed=1 turn=-45 turn=-45 shift=-0.25 shift=-0.25 shift=-0.01"),
			exercises.Catches("line", "other-dots", "data=easy seed=1 turn=-90"),
			exercises.Refuses("line", "", "turn=10", "data=narrow seed=1 jump=3"),
		)...)
}

// tried is what became of a line of moves.
type tried struct {
	set          data.NamedSet
	moves, wrong int
}

// try makes the moves of a line on its dots.
func (c byHand) try(line string) (tried, error) {
	set, moves, err := data.ReadMoves(line)
	if err != nil {
		return tried{}, err
	}
	s, now, err := set.Dots.Draw(dotsByHand, set.Seed)
	if err != nil {
		return tried{}, err
	}
	for _, m := range moves {
		now = now.Moved(m)
	}
	return tried{set, len(moves), len(now.Perceptron().Wrong(s.Rows()))}, nil
}

// example is a turn and a shift that part the dots: to the middle between them,
// seen along the line that they were drawn with.
func (c byHand) example() string {
	s, first, err := c.Set.Dots.Draw(dotsByHand, c.Set.Seed)
	if err != nil {
		return ""
	}
	turn := nn.Move{Turn: true, By: -90}
	u := first.Moved(turn).Perceptron()
	below, above := math.Inf(-1), math.Inf(1)
	xs, ts := s.Rows()
	for i, x := range xs {
		if d := nn.Dot(u.W, x); ts[i] == 1 {
			above = min(above, d)
		} else {
			below = max(below, d)
		}
	}
	return fmt.Sprintf("data=%s seed=%d %s %s", c.Set.Dots, c.Set.Seed, turn, nn.Move{By: rounded((below+above)/2-first.Shift, 3)})
}

func (c byHand) refuse(line string) lang.Text {
	if _, err := c.try(line); err != nil {
		return lang.Sprintf("data=%[1]s seed=%[2]d turn=15 shift=-0.5처럼 적어 주세요.", "Write it as in data=%[1]s seed=%[2]d turn=15 shift=-0.5.", c.Set.Dots, c.Set.Seed)
	}
	return lang.Text{}
}

// situation shows the dots where they are those that the lab begins with.
func (c byHand) situation() string {
	if c.Set.Seed != 1 {
		return ""
	}
	return situation("line", fmt.Sprintf("data=%s", c.Set.Dots))
}

func (c byHand) variant() exercises.Variant {
	is := func(test func(tried) bool) func(answer.Value) bool {
		return func(got answer.Value) bool {
			t, err := c.try(got.Typed())
			return err == nil && test(t)
		}
	}
	told := func(got answer.Value, _ exercises.Way) lang.Text {
		t, _ := c.try(got.Typed())
		return lang.Sprintf("%[1]d번 움직였고 틀린 점은 %[2]d개예요.", "Moves: %[1]d. Wrong dots: %[2]d.", t.moves, t.wrong)
	}
	name := map[data.Dots]lang.Text{data.Easy: lang.T("넉넉한 틈", "wide gap"), data.Narrow: lang.T("좁은 틈", "narrow gap")}[c.Set.Dots]
	return exercises.Variant{
		Situation: c.situation(),
		Statement: lang.Sprintf("실험에서 *%[1]s*의 점 %[2]d개(시드 %[3]d)를 첫 선에서 %[4]d번 이하로 움직여 모두 나누고, 그 한 줄을 적으세요. 채점할 때 같은 점에서 처음부터 다시 움직여 봐요. 줄은 `data=%[5]s seed=%[3]d`로 시작하고, 그 뒤에 `turn=15`(시계 반대 방향 15°)나 `shift=-0.5`를 움직인 순서대로 적어요. 실험을 떠난 뒤라면 Ctrl+Y가 그 줄을 가져와요.",
			"In the lab, part the %[2]d dots of *%[6]s*, seed %[3]d, in at most %[4]d moves from the first line, and write them as a line. The moves are made again, on the same dots, when it is graded. The line begins `data=%[5]s seed=%[3]d`; then come the moves in order, such as `turn=15` (15° counter-clockwise) or `shift=-0.5`. After the lab, Ctrl+Y fetches the line.",
			name.KO, dotsByHand, c.Set.Seed, c.Most, c.Set.Dots, name.EN),
		Parts: []exercises.Part{{
			ID: "line", Label: lang.T("실험의 한 줄", "the line of the lab"), Kind: answer.Line{Refuse: c.refuse},
			Wrong: lang.T("이 줄로는 나눌 수 없어요.", "This line does not part them."),
			Rules: []exercises.Rule{
				exercises.Fails("other-dots", is(func(t tried) bool { return t.set != c.Set }), lang.T("다른 점들이에요. *점*과 시드를 보세요.", "Those are other dots. Look at *dots* and the seed.")),
				exercises.Fails("too-many", is(func(t tried) bool { return t.moves > c.Most }), lang.Sprintf("%[1]d번 넘게 움직였어요.", "Those are more than %[1]d moves.", c.Most)).Explaining(told),
				exercises.RunsLine(c.example(), is(func(t tried) bool { return t.wrong == 0 }), lang.T("모두 나눴어요.", "All parted.")).Explaining(told),
				exercises.Fails("not-parted", is(func(t tried) bool { return t.wrong > 0 }), lang.T("틀린 점이 남았어요.", "Some dots are wrong.")).Explaining(told),
			},
		}},
		Hints: []lang.Text{
			lang.T("먼저 방향을, 다음에 자리를 맞춰요. 숫자를 적으면 아무리 멀어도 한 번이에요.", "First the direction, then the place. A number that you type is one move, however far."),
			lang.T("선들의 공간에서 색이 가장 짙은 곳을 찾아보세요.", "Look for the strongest colour in the space of lines."),
		},
		Solution: lang.Sprintf("이를테면 이 줄이 통과해요.\n\n```\n%[1]s\n```", "This line, for one, passes.\n\n```\n%[1]s\n```", strings.TrimSpace(c.example())),
	}
}
