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
	// Unusable: the directory or the file cannot be created, read or
	// written. Nothing is changed.
	Unusable
)

// String returns a name for the kind, for programs: "damaged", "foreign",
// "newer" or "unusable".
func (k Kind) String() string {
	switch k {
	case Damaged:
		return "damaged"
	case Foreign:
		return "foreign"
	case Newer:
		return "newer"
	case Unusable:
		return "unusable"
	}
	return "unknown"
}

// Notice says what was found where the progress file should be, and what
// became of it.
type Notice struct {
	Kind  Kind
	Path  string // the file in question
	Aside string // for Damaged: where the damaged file is now
	Err   error  // the cause, for a log; nil for Foreign and Newer
}

// Kept reports whether what the learner does from now on is kept on disk.
func (n *Notice) Kept() bool { return n == nil || n.Kind == Damaged }

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
	}
	return lang.Sprintf(
		"%[1]s에 기록할 수 없어서 이번에 학습한 내용은 저장되지 않아요. 폴더의 권한과 남은 공간을 확인하거나 --data로 다른 폴더를 고르세요.",
		"%[1]s cannot be written, so nothing is kept this time. Check the folder's permissions and free space, or choose another with --data.",
		n.Path)
}
