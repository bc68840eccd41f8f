package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// transferPatience is how long a command that moves a whole record waits.
const transferPatience = 30 * time.Second

// withStore lets f work on the learner's progress, which it must be possible
// to write.
func (c *command) withStore(f func(ctx context.Context, store *progress.Store) error) error {
	store := progress.Open(c.dataDir, lessons.NumberedPages())
	ctx, cancel := context.WithTimeout(context.Background(), transferPatience)
	defer cancel()
	err := store.Save(ctx)
	if n := store.Notice(); err != nil && n != nil {
		err = &exit{exitWrong, n.Text()}
	}
	if err == nil {
		err = f(ctx, store)
	}
	if e, ok := errors.AsType[*progress.FileError](err); ok {
		err = &exit{exitUsage, e.What}
	}
	return errors.Join(err, store.Close())
}

func (c *command) export() *cobra.Command {
	return &cobra.Command{
		Use:   c.tr("export 파일", "export file"),
		Short: c.tr("학습 기록을 파일로 내보내기", "write your progress to a file"),
		Long: c.tr("학습한 것을 모두 JSON 파일 하나에 담아요. -이면 표준 출력에 써요. 다른 컴퓨터에서 hakseup import로 합치고,\nhakseup grade로 다시 채점할 수 있어요.",
			"Writes everything you did into one JSON file, - for standard output. Another machine merges it with\nhakseup import, and hakseup grade grades all of it again."),
		Args: c.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.withStore(func(ctx context.Context, store *progress.Store) error {
				if args[0] == "-" {
					return store.Export(ctx, c.out)
				}
				var text bytes.Buffer
				if err := store.Export(ctx, &text); err != nil {
					return err
				}
				if err := writeNew(args[0], text.Bytes()); err != nil {
					return c.fileTrouble(args[0], err)
				}
				fmt.Fprintln(c.out, lang.Sprintf("%[1]s에 내보냈어요.", "Written to %[1]s.", lang.Quote(args[0])).In(c.lang))
				return nil
			})
		},
	}
}

// writeNew writes a file whole or not at all.
func writeNew(path string, text []byte) error {
	half := path + ".tmp"
	if err := os.WriteFile(filepath.Clean(half), text, 0o600); err != nil {
		return errors.Join(err, os.RemoveAll(half))
	}
	return os.Rename(half, path)
}

func (c *command) importing() *cobra.Command {
	return &cobra.Command{
		Use:   c.tr("import 파일", "import file"),
		Short: c.tr("내보낸 학습 기록을 합치기", "merge progress that was exported"),
		Long: c.tr("hakseup export가 만든 파일을 지금의 기록에 합쳐요. 이미 있는 것은 다시 넣지 않으니 여러 번 해도 괜찮아요.",
			"Merges a file of hakseup export into your progress. What is there already is not added again, so it may be done any number of times."),
		Args: c.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			file, err := os.Open(args[0])
			if err != nil {
				return c.fileTrouble(args[0], err)
			}
			defer func() { _ = file.Close() }() // it was only read
			return c.withStore(func(ctx context.Context, store *progress.Store) error {
				n, err := store.Import(ctx, file)
				if err != nil {
					return err
				}
				fmt.Fprintln(c.out, lang.Sprintf("새 기록 %[1]d개를 합쳤어요.", "New events merged: %[1]d.", n).In(c.lang))
				return nil
			})
		},
	}
}

// fileTrouble says that a file cannot be read or written.
func (c *command) fileTrouble(path string, err error) error {
	if e, ok := errors.AsType[*os.PathError](err); ok {
		err = e.Err
	}
	return unreadable(lang.Sprintf("%[1]s: 이 파일을 쓸 수 없어요(%[2]s).", "%[1]s cannot be used: %[2]s.", lang.Quote(path), lang.Quote(err.Error())))
}

func (c *command) regrade() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   c.tr("grade 파일", "grade file"),
		Short: c.tr("내보낸 답을 모두 다시 채점하기", "grade exported answers again"),
		Long: c.tr("hakseup export가 만든 파일의 답을 그때의 숫자로 모두 다시 채점하고, 학습도 다시 돌려요. 적힌 결과와 다르면 알려 줘요.\n종료 코드: 0 모두 같음, 1 다른 것이 있음, 2 읽을 수 없음.",
			"Grades every answer in a file of hakseup export again, with its own numbers, and runs every training again. It says where\nthe result that is written there differs. Exit status: 0 all the same, 1 something differs, 2 unreadable."),
		Args: c.exactly(1),
		RunE: func(_ *cobra.Command, args []string) error {
			file, err := os.Open(args[0])
			if err != nil {
				return c.fileTrouble(args[0], err)
			}
			defer func() { _ = file.Close() }() // it was only read
			return c.gradeFile(file, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, c.tr("프로그램이 읽을 JSON으로", "as JSON for programs"))
	return cmd
}

// regraded is an attempt that was graded again.
type regraded struct {
	Exercise string            `json:"exercise"`
	Seed     uint64            `json:"seed"`
	Time     time.Time         `json:"time"`
	Claimed  exercises.Outcome `json:"claimed"`
	Outcome  exercises.Outcome `json:"outcome"`
	Share    float64           `json:"share"`
	Mistake  string            `json:"mistake,omitempty"`
	Problem  string            `json:"problem,omitempty"` // why it could not be graded
	// OwnNumbers tells numbers that the seed does not draw: the draw has
	// changed since, or somebody has chosen them.
	OwnNumbers bool `json:"own_numbers,omitempty"`
}

// agrees reports whether the file says what comes out. The name of a mistake
// may have changed since.
func (r regraded) agrees() bool { return r.Problem == "" && r.Claimed == r.Outcome }

func (c *command) gradeFile(file io.Reader, asJSON bool) error {
	attempts, err := progress.ReadAttempts(file, time.Now())
	if e, ok := errors.AsType[*progress.FileError](err); ok {
		return unreadable(e.What)
	}
	if err != nil {
		return err
	}
	all := make([]regraded, len(attempts))
	differ := 0
	for i, a := range attempts {
		if all[i] = gradeAgain(a); !all[i].agrees() {
			differ++
		}
	}
	if asJSON {
		e := json.NewEncoder(c.out)
		e.SetIndent("", "  ")
		err = e.Encode(all)
	} else {
		c.printGraded(all, differ)
	}
	if err == nil && differ > 0 {
		err = &exit{code: exitWrong}
	}
	return err
}

// gradeAgain grades an attempt with the numbers that it had. Those may be
// anything that somebody has written: what an exercise cannot be made of ends
// in a problem.
func gradeAgain(a progress.Attempt) (r regraded) {
	r = regraded{Exercise: a.Exercise, Seed: a.Seed, Time: a.Time, Claimed: a.Outcome}
	defer func() {
		if recover() != nil {
			r.Problem, r.Outcome, r.Share = "impossible numbers", exercises.Ungraded, 0
		}
	}()
	ex, ok := bank.Find(a.Exercise)
	if !ok {
		r.Problem = "unknown exercise"
		return r
	}
	v, err := ex.Draw(a.Seed)
	if len(a.Params) > 0 && (err != nil || !bytes.Equal(v.Params, a.Params)) {
		r.OwnNumbers = true
		v, err = ex.Again(a.Params)
	}
	if err != nil {
		r.Problem = "the numbers cannot be made again"
		return r
	}
	report := exercises.Grade(v, a.Input)
	if r.Outcome = report.Outcome; r.Outcome == exercises.Ungraded {
		r.Problem = "unreadable answer"
	}
	r.Share, r.Mistake = report.Share, report.FirstMistake()
	return r
}

// printGraded says how it went with each exercise, and every attempt that the
// file has otherwise.
func (c *command) printGraded(all []regraded, differ int) {
	for _, e := range bank.All() {
		tries, right, best := 0, 0, 0.0
		for _, r := range all {
			if r.Exercise != e.ID {
				continue
			}
			tries++
			best = max(best, r.Share)
			if r.Outcome == exercises.Correct {
				right++
			}
		}
		if tries > 0 {
			fmt.Fprintf(c.out, "%-16s %s\n", e.ID, lang.Sprintf("시도 %d, 맞음 %d, 최고 %.0f%%", "tries %d, right %d, best %.0f%%", tries, right, 100*best).In(c.lang))
		}
	}
	for _, r := range all {
		if !r.agrees() {
			fmt.Fprintln(c.out, c.disagreement(r))
		}
	}
	own := 0
	for _, r := range all {
		if r.OwnNumbers {
			own++
		}
	}
	if own > 0 {
		fmt.Fprintln(c.out, lang.Sprintf("시드가 지금 뽑는 것과 숫자가 다른 답: %d개. 버전이 다르거나 누가 고른 숫자예요.",
			"Answers whose numbers are not those that the seed draws now: %d. Another version drew them, or somebody chose them.", own).In(c.lang))
	}
	fmt.Fprintln(c.out, lang.Sprintf("답 %d개를 다시 채점했어요. 파일과 다른 것: %d개.", "Answers graded again: %d. Different from the file: %d.", len(all), differ).In(c.lang))
}

// disagreement says what the file has and what comes out.
func (c *command) disagreement(r regraded) string {
	names := map[exercises.Outcome]lang.Text{
		exercises.Correct: lang.T("맞음", "right"), exercises.Wrong: lang.T("틀림", "wrong"), exercises.Ungraded: lang.T("채점 못 함", "not gradable"),
	}
	return lang.Sprintf("다름: %[1]s (시드 %[2]d, %[3]s) 파일에는 %[4]s, 다시 채점하면 %[5]s",
		"differs: %[1]s (seed %[2]d, %[3]s) the file has %[6]s, grading gives %[7]s",
		lang.Quote(r.Exercise), r.Seed, r.Time.Format(time.RFC3339),
		names[r.Claimed].KO, names[r.Outcome].KO, names[r.Claimed].EN, names[r.Outcome].EN).In(c.lang)
}
