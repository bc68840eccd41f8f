// Package cli is the command line: the interactive program, and the plain
// text of lessons, grading and progress for pipes, scripts and screen readers.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui"
	"hakseup/tui/plain"
	"hakseup/tui/terminal"
)

// The exit codes.
const (
	exitOK    = 0
	exitWrong = 1 // an answer is wrong, or the program failed
	exitUsage = 2 // something on the command line is unknown or unreadable
)

// exit is an error with its code. An empty text says nothing on stderr.
type exit struct {
	code int
	text lang.Text
}

func (e *exit) Error() string { return e.text.EN }

// unreadable is the error of a command line that cannot be acted on.
func unreadable(text lang.Text) error { return &exit{exitUsage, text} }

// command is what the subcommands share.
type command struct {
	out, err io.Writer
	in       io.Reader // what the learner types, where a command asks
	lang     lang.Lang
	langCode string
	theme    string
	dataDir  string
	plain    bool
}

// Main runs the program with the given arguments and returns its exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	return execute(args, os.Stdin, stdout, stderr)
}

// execute is Main with what the learner types.
func execute(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &output{Writer: stdout}
	c := &command{out: out, err: stderr, in: stdin, lang: languageOf(args)}
	root := c.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(stderr)
	code := exitOK
	if err := root.Execute(); err != nil && !errors.Is(err, out.err) {
		code = c.fail(err)
	}
	if out.err != nil {
		fmt.Fprintln(stderr, c.tr("출력을 쓰지 못했어요: ", "The output could not be written: ")+out.err.Error())
		code = max(code, exitWrong)
	}
	return code
}

// output remembers that something could not be written: whoever asked for it
// must not take the rest for the whole.
type output struct {
	io.Writer

	err error
}

func (o *output) Write(text []byte) (int, error) {
	n, err := o.Writer.Write(text)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// fail says what went wrong in the learner's language.
func (c *command) fail(err error) int {
	if e, ok := errors.AsType[*exit](err); ok {
		if !e.text.IsZero() {
			fmt.Fprintln(c.err, lang.Printable(e.text.In(c.lang)))
		}
		return e.code
	}
	if e, ok := errors.AsType[terminal.EndedError](err); ok { // the shell says it
		return e.ExitCode()
	}
	if e, ok := errors.AsType[*lessons.LookupError](err); ok {
		fmt.Fprintln(c.err, lang.Printable(e.Text.In(c.lang)))
		return exitUsage
	}
	fmt.Fprintln(c.err, lang.Printable(err.Error()))
	return exitWrong
}

// languageOf finds the language before the command line is parsed, so that
// help and mistakes are told in it. What is unreadable is told when parsing.
func languageOf(args []string) lang.Lang {
	for i, a := range args {
		value, ok := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if l, err := lang.Parse(value); ok && err == nil {
			return l
		}
	}
	return lang.KO
}

func (c *command) tr(ko, en string) string { return lang.T(ko, en).In(c.lang) }

func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use: c.tr("hakseup [강의]", "hakseup [lecture]"),
		Long: c.tr("학습: 딥러닝의 기초를 터미널에서 배워요.\n인자 없이 실행하면 차례가, 강의 번호나 이름을 주면 그 강의가 열려요.",
			"hakseup teaches the basics of deep learning in a terminal.\nWithout an argument it opens the contents; with the number or name of a lecture, that lecture."),
		Example:           "  hakseup\n  hakseup 06\n  hakseup softmax\n  hakseup read 06 --width 72 | less\n  hakseup check practice-1 mse=0.396 ce=0.4318\n  hakseup train --data spiral --hidden 8,8",
		Args:              c.atMost(1),
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return c.readFlags() },
		RunE:              func(cmd *cobra.Command, args []string) error { return c.open(cmd, args) },
	}
	flags := root.PersistentFlags()
	flags.StringVar(&c.langCode, "lang", "ko", c.tr("언어: ko 또는 en", "language: ko or en"))
	flags.StringVar(&c.dataDir, "data", dataFolder(), c.tr("학습 기록을 두는 폴더", "folder of your progress"))
	root.Flags().StringVar(&c.theme, "theme", tui.ThemeAuto, c.tr("화면 테마: auto, dark, light", "theme: auto, dark or light"))
	root.Flags().BoolVar(&c.plain, "plain", os.Getenv("ACCESSIBLE") != "", c.tr("화면 대신 글로 한 줄씩 (ACCESSIBLE=1도 같음)", "line by line in words in place of screens (so does ACCESSIBLE=1)"))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	root.SetUsageTemplate(c.usageTemplate())
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		asked, _, err := root.Find(args)
		if err != nil || len(args) > 0 && asked == root {
			return unreadable(lang.Sprintf("'%[1]s': 그런 명령은 없어요. hakseup --help에 목록이 있어요.",
				"'%[1]s': there is no such command. hakseup --help shows them.", lang.Quote(args[0])))
		}
		return asked.Help()
	}})
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(c.list(), c.read(), c.check(), c.lab(), c.train(), c.quiz(), c.progress(),
		c.export(), c.importing(), c.regrade(), c.reset(), c.doctor(), c.dev())
	for _, sub := range append(root.Commands(), root) {
		sub.DisableFlagsInUseLine = true // they are listed below it
	}
	root.InitDefaultHelpFlag()
	root.Flags().Lookup("help").Usage = c.tr("도움말", "this help")
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = c.tr("버전", "the version")
	return root
}

// dataFolder returns the folder of the learner's progress, "" when there is
// nothing to tell which. Where the environment names no home, it is the one
// of the user's account.
func dataFolder() string {
	data := xdg.DataHome
	if _, err := os.UserHomeDir(); err != nil && !filepath.IsAbs(os.Getenv("XDG_DATA_HOME")) {
		account, err := user.Current()
		if err != nil || account.HomeDir == "" {
			return ""
		}
		data = filepath.Join(account.HomeDir, data) // without a home it begins at the root
	}
	return filepath.Join(data, "hakseup")
}

// flagError says what is wrong with a flag.
func flagError(err error) error {
	var text lang.Text
	unknown, isUnknown := errors.AsType[*pflag.NotExistError](err)
	invalid, isInvalid := errors.AsType[*pflag.InvalidValueError](err)
	bare, isBare := errors.AsType[*pflag.ValueRequiredError](err)
	switch {
	case isUnknown:
		dashes := "--"
		if unknown.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		text = lang.Sprintf("%[1]s%[2]s: 모르는 선택이에요.", "%[1]s%[2]s: unknown flag.", dashes, lang.Quote(unknown.GetSpecifiedName()))
	case isInvalid && invalid.GetFlag().Value.Type() == "bool":
		text = lang.Sprintf("--%[1]s=%[2]s: 값 없이 쓰는 선택이에요.", "--%[1]s=%[2]s: this flag takes no value.",
			invalid.GetFlag().Name, lang.Quote(invalid.GetValue()))
	case isInvalid:
		text = lang.Sprintf("--%[1]s %[2]s: 0 이상의 정수를 써 주세요.", "--%[1]s %[2]s: it takes a whole number from 0 up.",
			invalid.GetFlag().Name, lang.Quote(invalid.GetValue()))
	case isBare:
		text = lang.Sprintf("--%[1]s: 값이 빠졌어요.", "--%[1]s: its value is missing.", bare.GetFlag().Name)
	default:
		text = lang.Sprintf("명령줄을 읽지 못했어요: %[1]s.", "The command line could not be read: %[1]s.", lang.Quote(err.Error()))
	}
	return unreadable(lang.T(text.KO+" 쓰는 법은 hakseup --help에 있어요.", text.EN+" See hakseup --help."))
}

// readFlags checks what the flags of every command say.
func (c *command) readFlags() error {
	if _, err := lang.Parse(c.langCode); err != nil {
		return unreadable(lang.Sprintf("--lang %[1]s: 모르는 언어예요. ko나 en을 쓸 수 있어요.",
			"--lang %[1]s: unknown language. It takes ko or en.", lang.Quote(c.langCode)))
	}
	switch c.theme {
	case "", tui.ThemeAuto, tui.ThemeDark, tui.ThemeLight:
		return nil
	}
	return unreadable(lang.Sprintf("--theme %[1]s: 모르는 테마예요. auto, dark, light를 쓸 수 있어요.",
		"--theme %[1]s: unknown theme. It takes auto, dark or light.", lang.Quote(c.theme)))
}

// atMost, atLeast and exactly count arguments and complain in the learner's language.
func (c *command) atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		return unreadable(lang.Sprintf("'%[1]s': 인자가 너무 많아요. 쓰는 법: %[2]s",
			"'%[1]s': too many arguments. Usage: %[2]s", lang.Quote(args[n]), cmd.UseLine()))
	}
}

func (c *command) exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := c.atLeast(n)(cmd, args); err != nil {
			return err
		}
		return c.atMost(n)(cmd, args)
	}
}

func (c *command) atLeast(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= n {
			return nil
		}
		return unreadable(lang.Sprintf("인자가 모자라요. 쓰는 법: %s", "Something is missing. Usage: %s", cmd.UseLine()))
	}
}

// open shows the interactive program or, where the output is no terminal,
// what can be read without one.
func (c *command) open(cmd *cobra.Command, args []string) error {
	course, err := lessons.Default()
	if err != nil {
		return err
	}
	lecture := ""
	if len(args) == 1 {
		l, err := course.Lecture(args[0], c.lang)
		if err != nil {
			return err
		}
		lecture = l.Slug
	}
	if c.plain || !c.onTerminal() {
		return c.inWords(course, lecture, cmd.Flags().Changed("lang"))
	}
	return tui.Run(tui.Options{
		Lang: c.lang, LangGiven: cmd.Flags().Changed("lang"),
		Theme: c.theme, DataDir: c.dataDir, Lecture: lecture,
	})
}

// inWords leads through the course line by line. A lecture that was asked for by
// name is read to its end, unless words were, too.
func (c *command) inWords(course *lessons.Course, lecture string, langGiven bool) error {
	in := bufio.NewReader(os.Stdin)
	if lecture != "" && !c.plain { // into a pager, which needs the keys
		return c.printLecture(course, lecture, defaultWidth)
	}
	return plain.Run(context.Background(), course, plain.Options{
		In: in, Out: c.out, Lang: c.lang, LangGiven: langGiven, DataDir: c.dataDir, Lecture: lecture,
	})
}

// onTerminal reports whether what is written goes to a terminal.
func (c *command) onTerminal() bool { return isTerminal(c.out) }

func isTerminal(w io.Writer) bool {
	if out, ok := w.(*output); ok {
		w = out.Writer
	}
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}

// version returns the version that the module was built at.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// usageTemplate is cobra's, in the learner's language.
func (c *command) usageTemplate() string {
	return c.tr("쓰는 법", "Usage") + `:
  {{.UseLine}}{{if .HasExample}}

` + c.tr("예", "Examples") + `:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

` + c.tr("명령", "Commands") + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + c.tr("옵션", "Flags") + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + c.tr("어디서나 쓰는 옵션", "Flags of every command") + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}
