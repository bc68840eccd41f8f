package progress

import "hakseup/lessons/lang"

// Kind is the kind of thing that was found in place of a usable file.
type Kind uint8

// The kinds of notices.
const (
	// Damaged: the file was no database, or its contents contradicted
	// themselves. It was set aside and a fresh one begun.
	Damaged Kind = iota + 1
	// Foreign: a sound SQLite file of some other program. It is left alone.
	Foreign
	// Newer: a later version of hakseup wrote the file. It is left alone.
	Newer
	// Busy: another program holds the file and does not let go of it.
	Busy
	// Unusable: the folder or the file cannot be created, read or written.
	// Nothing is changed.
	Unusable
	// Nowhere: there is no folder to keep anything in.
	Nowhere
)

// String returns a name for the kind, for programs.
func (k Kind) String() string {
	names := [...]string{
		Damaged: "damaged", Foreign: "foreign", Newer: "newer", Busy: "busy", Unusable: "unusable", Nowhere: "nowhere",
	}
	if k == 0 || int(k) >= len(names) {
		return "unknown"
	}
	return names[k]
}

// Notice says what was found where the progress should be, and what became of
// it.
type Notice struct {
	Kind    Kind
	Path    string // the file or folder in question
	Aside   string // for Damaged: where the damaged file is now
	Journal string // the file in which all is kept that is unsaved; "" when that is in memory alone, or nothing is unsaved
	Unsaved int    // how much is not in the database
	Read    bool   // what was kept before could be read
	Err     error  // the cause, for a log
}

// Kept reports whether what the learner did is on disk.
func (n *Notice) Kept() bool { return n == nil || n.Unsaved == 0 || n.Journal != "" }

// Text tells the learner what was found and what follows from it.
func (n *Notice) Text() lang.Text {
	switch n.Kind {
	case Damaged:
		return lang.Sprintf(
			"학습 기록 파일이 손상되어 읽을 수 없어요. 지우지 않고 %[1]s로 옮겨 두었고, 새 기록을 시작할게요.",
			"The progress file was damaged and could not be read. It is kept as %[1]s, and a new record starts now.",
			n.Aside)
	case Foreign:
		return lang.Sprintf(
			"%[1]s는 다른 프로그램의 파일이에요. 그대로 두었고, 이번에 학습한 내용은 저장되지 않아요. --data로 다른 폴더를 고를 수 있어요.",
			"%[1]s belongs to another program and is left as it is, so nothing is kept this time. Choose another folder with --data.",
			n.Path)
	case Newer:
		return lang.Sprintf(
			"%[1]s는 더 새로운 버전의 hakseup이 만든 기록이에요. 그대로 두었고, 이번에 학습한 내용은 저장되지 않아요. 새 버전으로 열어 주세요.",
			"%[1]s was written by a later version of hakseup and is left as it is, so nothing is kept this time. Open it with that version.",
			n.Path)
	case Nowhere:
		return lang.T(
			"학습 기록을 둘 폴더를 알 수 없어서 이번에 학습한 내용은 저장되지 않아요. HOME을 정하거나 --data로 폴더를 고르세요.",
			"There is no folder to keep your progress in, so nothing is kept this time. Set HOME, or choose a folder with --data.")
	case Busy:
		return n.busy()
	}
	return n.unusable()
}

func (n *Notice) busy() lang.Text {
	if n.Journal != "" {
		return lang.Sprintf(
			"다른 프로그램이 %[1]s 파일을 붙잡고 있어요. 학습한 내용은 %[2]s에 적어 두었고, 그 파일을 쓸 수 있게 되면 hakseup이 옮겨 담아요.",
			"Another program holds %[1]s. What you did is kept in %[2]s, and hakseup moves it over once that file can be written.",
			n.Path, n.Journal)
	}
	return lang.Sprintf(
		"다른 프로그램이 %[1]s 파일을 붙잡고 있어서 지금은 저장할 수 없어요.",
		"Another program holds %[1]s, so nothing can be saved now.",
		n.Path)
}

func (n *Notice) unusable() lang.Text {
	switch {
	case n.Journal != "":
		return lang.Sprintf(
			"%[1]s에 기록할 수 없어요. 학습한 내용은 %[2]s에 적어 두었고, 쓸 수 있게 되면 hakseup이 옮겨 담아요. 권한과 남은 공간을 확인해 주세요.",
			"%[1]s cannot be written. What you did is kept in %[2]s, and hakseup moves it over once it can. Check the permissions and the free space.",
			n.Path, n.Journal)
	case n.Unsaved > 0:
		return lang.Sprintf(
			"%[1]s에 기록할 수 없어서 이번에 학습한 내용은 저장되지 않아요. 폴더의 권한과 남은 공간을 확인하거나 --data로 다른 폴더를 고르세요.",
			"%[1]s cannot be written, so nothing is kept this time. Check the folder's permissions and free space, or choose another with --data.",
			n.Path)
	case n.Read:
		return lang.Sprintf(
			"%[1]s에 기록할 수 없어요. 지금까지의 기록은 볼 수 있어요. 폴더의 권한과 남은 공간을 확인하거나 --data로 다른 폴더를 고르세요.",
			"%[1]s cannot be written, only read. Check the folder's permissions and free space, or choose another with --data.",
			n.Path)
	}
	return lang.Sprintf(
		"%[1]s의 학습 기록을 읽을 수도 쓸 수도 없어요. 폴더의 권한을 확인하거나 --data로 다른 폴더를 고르세요.",
		"The progress in %[1]s can be neither read nor written. Check the folder's permissions, or choose another with --data.",
		n.Path)
}
