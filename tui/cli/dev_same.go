package cli

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn/formula"
)

// dev groups the commands for those who write lessons and exercises.
func (c *command) dev() *cobra.Command {
	cmd := &cobra.Command{
		Use:    "dev",
		Short:  c.tr("강의와 문제를 만드는 사람을 위한 명령", "commands for those who write lessons and exercises"),
		Hidden: true,
		Args:   c.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return unreadable(lang.Sprintf("dev %[1]s: 그런 명령은 없어요. hakseup dev --help에 목록이 있어요.",
				"dev %[1]s: there is no such command. hakseup dev --help shows them.", lang.Quote(args[0])))
		},
	}
	cmd.AddCommand(c.same(), c.checkContent())
	return cmd
}

func (c *command) same() *cobra.Command {
	var names string
	var cmd *cobra.Command
	cmd = &cobra.Command{
		Use:   c.tr("same 식 식", "same formula formula"),
		Short: c.tr("두 식이 같은지 알아보기", "are two formulas the same"),
		Long: c.tr("두 식이 같은 함수인지 알아보고 까닭을 한 문장으로 말해요. log의 밑은 10이에요.\n종료 코드: 0 같음, 1 다름, 2 읽을 수 없거나 정할 수 없음.",
			"Finds out whether two formulas are the same function, and says why in a sentence. The base of log is 10.\nExit status: 0 the same, 1 different, 2 unreadable or undecided."),
		Example:               "  hakseup dev same '2wx dL/df' 'x·2w ∂L/∂f'\n  hakseup dev same --names x 'x if x>0 else 0' 'max(0, x)'",
		DisableFlagParsing:    true, // -x^2 is a formula
		DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error {
			formulas, help, err := c.formulas(cmd, args)
			switch {
			case err != nil:
				return err
			case help:
				return cmd.Help()
			}
			return c.compare(formulas[0], formulas[1], kindOf(names, cmd.Flags().Changed("names")))
		},
	}
	cmd.Flags().StringVar(&names, "names", "", c.tr("변수의 이름, 쉼표로 나눠서; 없으면 모든 글자가 변수", "names of the variables, parted by commas; without it every letter is one"))
	return cmd
}

// formulas reads the flags among the arguments and returns the two that are
// left. What only looks like a flag, such as -x, is a formula.
func (c *command) formulas(cmd *cobra.Command, args []string) (formulas []string, help bool, err error) {
	var flags []string
	for i := 0; i < len(args); i++ {
		name, _, hasValue := strings.Cut(args[i], "=")
		switch {
		case args[i] == "--help" || args[i] == "-h":
			return nil, true, nil
		case !slices.Contains([]string{"--names", "--lang", "--data"}, name):
			formulas = append(formulas, args[i])
		case hasValue || i+1 == len(args):
			flags = append(flags, args[i])
		default:
			flags = append(flags, args[i], args[i+1])
			i++
		}
	}
	if err := cmd.Flags().Parse(flags); err != nil {
		return nil, false, flagError(err)
	}
	if err := c.readFlags(); err != nil {
		return nil, false, err
	}
	return formulas, false, c.exactly(2)(cmd, formulas)
}

// kindOf lists the names that are given or lets every letter be one.
func kindOf(names string, given bool) answer.Formula {
	kind := answer.Formula{Free: !given}
	for name := range strings.SplitSeq(norm.NFC.String(names), ",") {
		if name = strings.TrimSpace(name); name != "" {
			kind.Variables = append(kind.Variables, name)
		}
	}
	return kind
}

// compare says whether two formulas are the same.
func (c *command) compare(first, second string, kind answer.Formula) error {
	var trees [2]*formula.Node
	for i, text := range []string{first, second} {
		read, err := kind.Read(text)
		if wrong, ok := errors.AsType[*answer.Error](err); ok {
			return unreadable(lang.Sprintf("%[1]s 식의 %[3]d번째 글자: %[4]s", "%[2]s formula, character %[3]d: %[5]s",
				[]string{"첫째", "둘째"}[i], []string{"First", "Second"}[i], wrong.At+1, wrong.What.KO, wrong.What.EN))
		}
		trees[i] = read.(answer.Expr).Node //nolint:forcetypeassert // what a Formula reads
	}
	s := formula.Same(trees[0], trees[1])
	switch s.Verdict {
	case formula.Equal:
		fmt.Fprintln(c.out, c.tr("두 식은 같아요.", "The formulas are the same."))
		return nil
	case formula.Different:
		fmt.Fprintln(c.out, different(s, trees).In(c.lang))
		return &exit{code: exitWrong}
	}
	return unreadable(undecided(s, trees))
}

// different names a point at which two formulas have different values.
func different(s formula.Sameness, trees [2]*formula.Node) lang.Text {
	a, b := apart(s.A, s.B)
	if len(s.At) == 0 {
		return lang.T("두 식은 달라요. 첫째 식의 값은 "+a+", 둘째 식의 값은 "+lang.Particle(b, "이에요", "예요")+".",
			"The formulas are different: the first is "+a+", the second "+b+".")
	}
	at := place(s, trees)
	return lang.T("두 식은 달라요. "+at+"일 때 첫째 식의 값은 "+a+", 둘째 식의 값은 "+lang.Particle(b, "이에요", "예요")+".",
		"The formulas are different: at "+at+" the first is "+a+", the second "+b+".")
}

// undecided says why there is no verdict.
func undecided(s formula.Sameness, trees [2]*formula.Node) lang.Text {
	switch s.Why {
	case formula.DomainsDiffer:
		return domains(s, place(s, trees))
	case formula.TooClose:
		return tooClose(s, place(s, trees))
	case formula.TooComplex:
		return lang.T("식이 너무 복잡해서 같은지 정할 수 없어요.", "It is undecided: the formulas are too complex.")
	case formula.Unvisited:
		return lang.T("조건이나 꺾이는 곳 가운데 한쪽의 값을 비교해 보지 못한 것이 있어서 같은지 정할 수 없어요.",
			"It is undecided: a condition or a kink has a side on which no point to compare at was found.")
	}
	return lang.T("두 식에 모두 값이 있는 곳이 너무 적어서 같은지 정할 수 없어요.",
		"It is undecided: there are too few points at which both formulas have a value.")
}

// domains says which formula has no value at a place, which is empty if there
// are no variables.
func domains(s formula.Sameness, at string) lang.Text {
	ko, en := "첫째", "first"
	if math.IsNaN(s.B) {
		ko, en = "둘째", "second"
	}
	if at == "" {
		return lang.T(ko+" 식에는 값이 없어요.", "The "+en+" formula has no value.")
	}
	return lang.Sprintf("둘 다 값이 있는 곳에서는 같지만, %[1]s일 때 %[2]s 식에는 값이 없어서 같다고도 다르다고도 할 수 없어요.",
		"It is undecided: where both have values these are the same, but at %[1]s the %[3]s formula has none.", at, ko, en)
}

// tooClose names the values that cannot be told apart, and the place, if there
// are variables.
func tooClose(s formula.Sameness, at string) lang.Text {
	a, b := apart(s.A, s.B)
	ko, en := "", ""
	if at != "" {
		ko, en = at+"일 때 ", "at "+at+" "
	}
	return lang.T(ko+"값이 "+a+", "+lang.Particle(b, "으로", "로")+" 너무 가까워서 같은지 정할 수 없어요.",
		"It is undecided: "+en+"the values "+a+" and "+b+" are too close to call.")
}

// place writes the values of the variables at a point, in the order in which the
// formulas have them: x = 2, y = 3.
func place(s formula.Sameness, trees [2]*formula.Node) string {
	var parts []string
	for _, name := range append(trees[0].Variables(), trees[1].Variables()...) {
		value, ok := s.At[name]
		part := name + " = " + strconv.FormatFloat(value, 'g', 6, 64)
		if ok && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	const most = 6
	if len(parts) > most {
		parts = append(parts[:most], "…")
	}
	return strings.Join(parts, ", ")
}

// apart writes two values with as many digits as it takes to tell them apart.
func apart(a, b float64) (string, string) {
	for digits := 6; digits < 17; digits++ {
		first, second := strconv.FormatFloat(a, 'g', digits, 64), strconv.FormatFloat(b, 'g', digits, 64)
		if first != second {
			return first, second
		}
	}
	return strconv.FormatFloat(a, 'g', 17, 64), strconv.FormatFloat(b, 'g', 17, 64)
}
