package lessons

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const sample = `---
title: 소프트맥스와 손실 함수
summary: 점수를 확률로
---
# 점수를 확률로
<!-- page: scores slide="소프트맥스 함수" -->
<!-- lab: softmax cat=1.5 dog=3.7 ratio=on -->
신경망은 **점수(logit)**를 내놓아요. *얼마나* 클까요? $y_k$를
보세요: $a\_b * c * d$, \$5, ` + "`$x$`" + `, w_i와 w_j.

$$ y_k = \frac{\exp(a_k)}{\sum_{i=1}^{n} \exp(a_i)} $$

| 이름 | $|x|$ 값 |
|:--|--:|
| 고양이 | $\|x\|$ |

<!-- predict: id=shift answer=2 hides=y,other.cat -->
> [!PREDICT]
> 10을 더하면 어떻게 될까요?
> 1. 커져요
>
>    차이는 그대로예요.
> 2. $y$가 그대로예요
>
>    맞아요.

<!-- saw: id=shift answer=1 when="shift>=10" by="shift=10" shows="y.dog=0.900 | y.dog>0.95" -->
> [!SAW]
> 10을 더해 보세요.
>
> 무엇을 보았나요?
> 1. 그대로
> 2. 커졌어요

- 하나
  - 둘

<!-- task: id=minus when="y.cat<0.5 verdict=swings" by="cat=-1 steps=2" -->
> [!TRY] 내려 보세요.

> [!SLIP] 인쇄된 값은 0.48이에요.
>
> $$
> e^{0.39} \approx 1.477
> $$

<!-- exercise: 06/softmax fresh -->
---
# 다음 쪽
<!-- page: next-2 closing -->
<!-- lab: loss -->
끝이에요.
`

func TestLectureIsReadIntoPages(t *testing.T) {
	t.Parallel()
	src := strings.Replace(sample, "$|x|$ 값", `$\|x\|$ 값`, 1)
	got, err := parseLecture("06-softmax-loss/ko.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if got.Title != "소프트맥스와 손실 함수" || got.Summary != "점수를 확률로" || len(got.Pages) != 2 {
		t.Fatalf("title %q, summary %q, %d pages", got.Title, got.Summary, len(got.Pages))
	}
	page := got.Pages[0]
	if page.Slide != "소프트맥스 함수" || page.Closing || !got.Pages[1].Closing {
		t.Errorf("page of the slide %q, closing %v, then %v", page.Slide, page.Closing, got.Pages[1].Closing)
	}
	if page.Title != "점수를 확률로" || page.ID != "scores" || got.Pages[1].ID != "next-2" || page.Line != 5 || page.Scene.Line != 7 {
		t.Errorf("page %q (%s) at line %d, scene at line %d", page.Title, page.ID, page.Line, page.Scene.Line)
	}
	if want := "{softmax [cat=1.5 dog=3.7 ratio=on] 7}"; fmt.Sprint(page.Scene) != want {
		t.Errorf("scene = %v, want %v", page.Scene, want)
	}
	want := strings.TrimSpace(`
P 신경망은 **점수(logit)**를 내놓아요. *얼마나* 클까요? $y_k$를 보세요: $a\_b * c * d$, $5, ` + "`$x$`" + `, w_i와 w_j.
F y_k = \frac{\exp(a_k)}{\sum_{i=1}^{n} \exp(a_i)} @11
T [0 2] 이름 | $|x|$ 값 / 고양이 | $|x|$
Q 0 shift@17 1 [10을 더하면 어떻게 될까요?] 커져요 (P 차이는 그대로예요.) / $y$가 그대로예요 (P 맞아요.) hides [y other.cat]
Q 1 shift@27 0 [무엇을 보았나요?] 그대로 / 커졌어요 after [P 10을 더해 보세요.] when [shift>=10] by [shift=10] shows [[y.dog=0.900] [y.dog>0.95]]
L P 하나; L P 둘
C 1 P 내려 보세요. minus@38 when [y.cat<0.5 verdict=swings] by [cat=-1 steps=2]
C 2 P 인쇄된 값은 0.48이에요.; F e^{0.39} \approx 1.477 @43
E 06/softmax@47 fresh`)
	if got := dump(page.Blocks, "\n"); got != want {
		t.Errorf("blocks:\n%s\nwant:\n%s", got, want)
	}
	if math := page.Blocks[0].(*Paragraph).Spans[5]; math.Line != 8 {
		t.Errorf("formula %q is on line %d, want 8", math.Text, math.Line)
	}
}

// dump writes blocks on lines of their own.
func dump(blocks []Block, sep string) string {
	out := make([]string, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			out[i] = "P " + write(b.Spans)
		case *Formula:
			out[i] = fmt.Sprintf("F %s @%d", b.TeX, b.Line)
		case *List:
			var items []string
			for _, it := range b.Items {
				items = append(items, dump(it, "; "))
			}
			out[i] = "L " + strings.Join(items, " / ")
		case *Table:
			rows := []string{cells(b.Header)}
			for _, r := range b.Rows {
				rows = append(rows, cells(r))
			}
			out[i] = fmt.Sprintf("T %v %s", b.Align, strings.Join(rows, " / "))
		case *Callout:
			out[i] = fmt.Sprintf("C %d %s", b.Kind, dump(b.Blocks, "; "))
			if t := b.Task; t != nil {
				out[i] += fmt.Sprintf(" %s@%d when %v by %v", t.ID, t.Line, t.When, t.By)
			}
		case *Code:
			out[i] = "X " + b.Text
		case *Question:
			out[i] = dumpQuestion(b)
		case *ExerciseRef:
			out[i] = fmt.Sprintf("E %s@%d", b.ID, b.Line)
			if b.Fresh {
				out[i] += " fresh"
			}
		}
	}
	return strings.Join(out, sep)
}

func dumpQuestion(q *Question) string {
	var opts []string
	for _, o := range q.Options {
		opt := write(o.Text)
		if len(o.Why) > 0 {
			opt += " (" + dump(o.Why, "; ") + ")"
		}
		opts = append(opts, opt)
	}
	ask := strings.TrimPrefix(dump(q.Ask, "; "), "P ")
	out := fmt.Sprintf("Q %d %s@%d %d [%s] %s", q.Kind, q.ID, q.Line, q.Answer, ask, strings.Join(opts, " / "))
	if len(q.Hides) > 0 {
		out += fmt.Sprintf(" hides %v", q.Hides)
	}
	if see := q.See; see != nil {
		out += fmt.Sprintf(" after [%s] when %v by %v shows %v", dump(see.Do, "; "), see.When, see.By, see.Shows)
	}
	return out
}

func cells(row [][]Span) string {
	out := make([]string, len(row))
	for i, c := range row {
		out[i] = write(c)
	}
	return strings.Join(out, " | ")
}

func write(spans []Span) string {
	marks := map[Style]string{Strong: "**", Emphasis: "*", Verbatim: "`", Math: "$"}
	var b strings.Builder
	for _, s := range spans {
		if s.Style == Break {
			b.WriteString("⏎")
			continue
		}
		b.WriteString(marks[s.Style] + s.Text + marks[s.Style])
	}
	return b.String()
}

func TestMarkdownDialect(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, src, want string }{
		{"strong before a particle", "**값($x$)**은 **‘큰’**을 **a**", "P **값(**$x$**)**은 **‘큰’**을 **a**"},
		{"dollar in code", "`a $ b` $c$", "P `a $ b` $c$"},
		{"formula over two lines", "$a +\nb$ 끝", "P $a + b$ 끝"},
		{"backslashes and stars stay TeX", `$\alpha_{i}^{*} \\ \_ \{ * $`, `P $\alpha_{i}^{*} \\ \_ \{ *$`},
		{"escaped dollar in a formula", `$\$5$`, `P $\$5$`},
		{"formula in strong text", "**크기 $n$개**", "P **크기 **$n$**개**"},
		{"underscores are text", "w_i와 _밑줄_", "P w_i와 _밑줄_"},
		{"brackets are text", "[1 2][3](4)", "P [1 2][3](4)"},
		{"hard break", "하나\\\n둘  \n셋", "P 하나⏎둘⏎셋"},
		{"display between lines of text", "앞\n$$ x $$\n뒤", "P 앞\nF x @2\nP 뒤"},
		{"display over lines", "$$\na\n\n---\nb\n$$", "F a\n\n---\nb @1"},
		{"display in a list", "1. 하나\n\n   $$ x $$\n2. 둘", "L P 하나; F x @3 / P 둘"},
		{"code", "```\n$x$ <b>\n```", "X $x$ <b>"},
		{"entities", "&lt;b&gt; \\<b\\> a < b", "P <b> <b> a < b"},
		{"windows line ends", "a\r\n\r\n$$\r\nx\r\n$$\r\n", "P a\nF x @3"},
		{"empty", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			blocks, err := ParseMarkdown([]byte(test.src))
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(blocks, "\n"); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestMistakesAreNamed(t *testing.T) {
	t.Parallel()
	const head = "---\ntitle: a\nsummary: b\n---\n"
	page := func(body string) string { return head + "# T\n<!-- page: t -->\n<!-- lab: x -->\n" + body }
	saw := func(args, body string) string {
		return "<!-- saw: id=a answer=1 " + args + " -->\n> [!SAW]\n> " + body + "\n> 1. b\n> 2. c"
	}
	for _, test := range []struct {
		name, src string
		line      int
		fault     Fault
	}{
		{"no front matter", "# T\n<!-- lab: x -->\n", 1, BadFrontMatter},
		{"no summary", "---\ntitle: a\n---\n# T\n<!-- lab: x -->\n", 3, BadFrontMatter},
		{"unknown key", "---\ntitle: a\nsummary: b\nauthor: c\n---\n# T\n<!-- lab: x -->\n", 4, BadFrontMatter},
		{"unclosed front matter", "---\ntitle: a\nsummary: b\n# T\n", 1, BadFrontMatter},
		{"page without title", page("text\n---\n<!-- page: u -->\n<!-- lab: x -->\ntext"), 10, NoTitle},
		{"formula in a title", head + "# $p$\n<!-- page: t -->\n<!-- lab: x -->\n", 5, NoTitle},
		{"page without id", head + "# T\n<!-- lab: x -->\ntext", 5, NoPageID},
		{"id without a name", head + "# T\n<!-- page: -->\n<!-- lab: x -->\n", 6, BadDirective},
		{"id like a number", head + "# T\n<!-- page: 7 -->\n<!-- lab: x -->\n", 6, BadDirective},
		{"id in capitals", head + "# T\n<!-- page: Ratio -->\n<!-- lab: x -->\n", 6, BadDirective},
		{"two ids", head + "# T\n<!-- page: a b -->\n<!-- lab: x -->\n", 6, BadDirective},
		{"id below the scene", page("<!-- page: u -->"), 8, MisplacedDirective},
		{"scene above the id", head + "# T\n<!-- lab: x -->\n<!-- page: t -->\n", 7, MisplacedDirective},
		{"claim without a lab", page(`<!-- claim: fact=a more="b=1" less="b=2" -->`), 8, BadDirective},
		{"claim that compares with nothing", page(`<!-- claim: lab=x fact=a more="b=1" -->`), 8, BadDirective},
		{"claim of both kinds", page(`<!-- claim: lab=x fact=a more="b=1" less="b=2" with="b=1" when="a>1" -->`), 8, BadDirective},
		{"claim without a condition", page(`<!-- claim: lab=x with="b=1" when="a" -->`), 8, BadDirective},
		{"page without scene", head + "# T\n<!-- page: t -->\ntext", 5, NoScene},
		{"second scene", page("text\n\n<!-- lab: y -->"), 10, MisplacedDirective},
		{"scene without a lab", head + "# T\n<!-- page: t -->\n<!-- lab: -->\ntext", 7, BadDirective},
		{"malformed setting", head + "# T\n<!-- page: t -->\n<!-- lab: x a = 1 -->\ntext", 7, BadDirective},
		{"setting twice", head + "# T\n<!-- page: t -->\n<!-- lab: x a=1 a=2 -->\ntext", 7, BadDirective},
		{"unknown directive", page("<!-- labb: x -->"), 8, UnknownDirective},
		{"comment", page("<!-- remember this -->"), 8, UnknownDirective},
		{"text behind a directive", page("<!-- exercise: a/b --> text"), 8, BadDirective},
		{"directive within text", page("text <!-- exercise: a/b --> text"), 8, MisplacedDirective},
		{"directive in a callout", page("> [!NOTE]\n> <!-- exercise: a/b -->"), 9, MisplacedDirective},
		{"unclosed comment", page("<!-- exercise: a/b"), 8, BadDirective},
		{"exercise without a name", page("<!-- exercise: -->"), 8, BadDirective},
		{"unknown callout", page("> [!HINT]\n> text"), 8, UnknownCallout},
		{"quotation", page("> text"), 8, UnsupportedBlock},
		{"empty callout", page("> [!NOTE]"), 8, BadCallout},
		{"nested callout", page("> [!NOTE]\n> a\n>\n> > [!TRY]\n> > b"), 8, BadCallout},
		{"predict without a question", page("<!-- predict: id=a answer=1 -->\ntext"), 8, BadQuestion},
		{"predict before a note", page("<!-- predict: id=a answer=1 -->\n> [!NOTE]\n> text"), 9, BadQuestion},
		{"question without predict", page("> [!PREDICT]\n> a?\n> 1. b\n> 2. c"), 8, BadQuestion},
		{"answer out of range", page("<!-- predict: id=a answer=3 -->\n> [!PREDICT]\n> a?\n> 1. b\n> 2. c"), 8, BadQuestion},
		{"predict without an answer", page("<!-- predict: id=a -->\n> [!PREDICT]\n> a?\n> 1. b\n> 2. c"), 8, BadQuestion},
		{"predict without an id", page("<!-- predict: answer=1 -->\n> [!PREDICT]\n> a?\n> 1. b\n> 2. c"), 8, BadQuestion},
		{"predict without options", page("<!-- predict: id=a answer=1 -->\n> [!PREDICT]\n> a?"), 9, BadQuestion},
		{"an option without its explanation", page("<!-- predict: id=a answer=1 -->\n> [!PREDICT]\n> a?\n> 1. b\n>\n>    why\n> 2. c"), 9, BadQuestion},
		{"an observation hides", page("<!-- review: id=a answer=1 hides=y -->\n> [!REVIEW]\n> a?\n> 1. b\n> 2. c"), 8, BadDirective},
		{"saw without anything to do", page(saw(`when="x=1" by="x=1" shows="y=1 | y=2"`, "a?")), 9, BadQuestion},
		{"saw without conditions", page(saw(`by="x=1" shows="y=1 | y=2"`, "do\n>\n> a?")), 8, BadDirective},
		{"saw without a way", page(saw(`when="x=1" shows="y=1 | y=2"`, "do\n>\n> a?")), 8, BadQuestion},
		{"saw with too few conditions", page(saw(`when="x=1" by="x=1" shows="y=1"`, "do\n>\n> a?")), 8, BadQuestion},
		{"a condition with spaces", page(saw(`when="x = 1" by="x=1" shows="y=1 | y=2"`, "do\n>\n> a?")), 8, BadDirective},
		{"a word that is less", page(saw(`when="x<on" by="x=1" shows="y=1 | y=2"`, "do\n>\n> a?")), 8, BadDirective},
		{"a quote never closed", page(saw(`when="x=1 by=y`, "do\n>\n> a?")), 8, BadDirective},
		{"task before a note", page("<!-- task: id=a when=\"x=1\" by=\"x=1\" -->\n> [!NOTE]\n> a"), 9, BadQuestion},
		{"task without a callout", page("<!-- task: id=a when=\"x=1\" by=\"x=1\" -->\ntext"), 8, BadQuestion},
		{"task without a way", page("<!-- task: id=a when=\"x=1\" -->\n> [!TRY]\n> a"), 8, BadQuestion},
		{"task without an id", page("<!-- task: when=\"x=1\" by=\"x=1\" -->\n> [!TRY]\n> a"), 8, BadQuestion},
		{"exercise of two names", page("<!-- exercise: a/b c/d -->"), 8, BadDirective},
		{"page that is something else", head + "# T\n<!-- page: t ending -->\n<!-- lab: x -->\n", 6, BadDirective},
		{"unclosed display", page("text\n\n$$\nx\n\nmore"), 10, BadMath},
		{"display unclosed in a callout", page("> [!NOTE]\n> $$ x\n\ntext"), 9, BadMath},
		{"text behind a display", page("$$ x $$를"), 8, BadMath},
		{"empty display", page("$$ $$"), 8, BadMath},
		{"display within text", page("text $$ x $$"), 8, BadMath},
		{"unclosed formula", page("a\nb $x\n\nc$"), 9, BadMath},
		{"lone stars", page("a **b\n\nc"), 8, BadEmphasis},
		{"bar in a table", page("| a |\n|---|\n| $|x|$ |"), 10, BadTable},
		{"raw HTML block", page("<div>\n</div>"), 8, RawHTML},
		{"raw HTML in text", page("a <b>c</b>"), 8, RawHTML},
		{"subheading", page("## b"), 8, UnsupportedBlock},
		{"second title", page("# b"), 8, UnsupportedBlock},
		{"indented code", page("a\n\n    b"), 10, UnsupportedBlock},
		{"rule in a list", page("- a\n\n  ---"), 10, UnsupportedBlock},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := parseLecture("a.md", []byte(test.src))
			var all Errors
			if !errors.As(err, &all) {
				t.Fatalf("error = %v, want Errors", err)
			}
			for _, e := range all {
				if e.Text.KO == "" || e.Text.EN == "" || e.File != "a.md" {
					t.Errorf("incomplete: %+v", e)
				}
				if e.Line == test.line && e.Fault == test.fault {
					return
				}
			}
			t.Errorf("no fault %d on line %d in:\n%v", test.fault, test.line, err)
		})
	}
}

func TestPredictIDsAreTheirOwn(t *testing.T) {
	t.Parallel()
	const page = "# T\n<!-- page: %s -->\n<!-- lab: x -->\n<!-- predict: id=a answer=1 -->\n> [!PREDICT]\n> a?\n> 1. b\n> 2. c\n"
	src := "---\ntitle: a\nsummary: b\n---\n" + fmt.Sprintf(page, "t") + "\n---\n" + fmt.Sprintf(page, "u")
	_, err := parseLecture("a.md", []byte(src))
	var one *Error
	if !errors.As(err, &one) || one.Fault != BadQuestion || one.Line != 18 {
		t.Errorf("error = %v, want one on line 18", err)
	}
}

func TestConditions(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		c     Condition
		value float64
		word  string
		holds bool
	}{
		{Condition{"x", "=", "4"}, 4, "", true},
		{Condition{"x", "=", "0.50"}, 0.5047, "", true},
		{Condition{"x", "=", "0.500"}, 0.5047, "", false},
		{Condition{"x", "=", "−0.1"}, -0.125, "", true},
		{Condition{"x", "=", "0.13"}, 0.125, "", true},
		{Condition{"x", "<", "1"}, 1, "", false},
		{Condition{"x", "<=", "1"}, 1, "", true},
		{Condition{"x", ">", "-1"}, 0, "", true},
		{Condition{"x", ">=", "1"}, 0.9, "", false},
		{Condition{"x", "=", "swings"}, 0, "swings", true},
		{Condition{"x", "=", "rests"}, 0, "swings", false},
		{Condition{"x", "=", "0"}, 0, "swings", false},
		{Condition{"x", "=", "unknown"}, 0, "", false},
	} {
		if test.c.Holds(test.value, test.word, true) != test.holds {
			t.Errorf("%v of %v %q: %v", test.c, test.value, test.word, !test.holds)
		}
	}
	unknown := Condition{"x", "=", "unknown"}
	if !unknown.Holds(0, "", false) || (Condition{"x", "<", "9"}).Holds(0, "", false) {
		t.Error("what is not known is compared")
	}
}

func TestPageIDsAreTheirOwn(t *testing.T) {
	t.Parallel()
	const page = "# T\n<!-- page: t -->\n<!-- lab: x -->\ntext\n"
	_, err := parseLecture("a.md", []byte("---\ntitle: a\nsummary: b\n---\n"+page+"\n---\n"+page))
	var one *Error
	if !errors.As(err, &one) || one.Fault != BadDirective || one.Line != 12 {
		t.Errorf("error = %v, want one on line 12", err)
	}
}

func TestExercisesTakeNoDirectives(t *testing.T) {
	t.Parallel()
	for _, src := range []string{"<!-- lab: x -->", "# a", "a\n\n---\n\nb"} {
		if _, err := ParseMarkdown([]byte(src)); err == nil {
			t.Errorf("%q was accepted", src)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("---\ntitle: a\nsummary: b\n---\n# a\n<!-- page: a -->\n<!-- lab: b c=1 -->\n> [!NOTE] $x\n")
	f.Fuzz(func(t *testing.T, src string) {
		if blocks, err := ParseMarkdown([]byte(src)); err == nil {
			dump(blocks, "\n")
		} else if err.Error() == "" {
			t.Error("an error without words")
		}
		lines := strings.Count(normalize([]byte(src)), "\n") + 1
		_, err := parseLecture("a.md", []byte(src))
		if all, ok := errors.AsType[Errors](err); ok {
			for _, e := range all {
				if e.Line < 1 || e.Line > lines+1 {
					t.Errorf("line %d of %d: %v", e.Line, lines, e)
				}
			}
		}
	})
}
