package progress

import (
	"encoding/json"
	"testing"
)

// FuzzJournal reads anything as a journal. What it understands can be saved.
func FuzzJournal(f *testing.F) {
	f.Add(`{"id":"a-1","time":1,"visit":{"lecture":"06","page":"ratio"}}` + "\n")
	f.Add(`{"id":"a-2","time":2,"attempt":{"exercise":"x","seed":7,"params":"{}","input":{"y":"1"},"outcome":"wrong"}}` + "\n{")
	f.Add(`{"id":"a-3","time":3,"answer":{"lecture":"06","kind":"saw","id":"shift","option":1,"right":true}}` + "\n\n")
	f.Add(`{"id":"a-4","time":4,"setting":{"name":"theme","value":"dark"},"solution":{"exercise":"x","seed":1}}` + "\n")
	f.Fuzz(func(t *testing.T, text string) {
		entries, _ := parseJournal([]byte(text))
		if len(entries) == 0 {
			return
		}
		db, err := connect(":memory:", "")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		if err := upgrade(t.Context(), db, nil); err != nil {
			t.Fatal(err)
		}
		tx, err := db.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = tx.Rollback() }()
		sum := newSummary()
		for _, e := range entries {
			if _, err := e.save(t.Context(), tx); err != nil {
				line, _ := json.Marshal(e)
				t.Errorf("%s: %v", line, err)
			}
			sum = sum.with(e)
		}
	})
}

// TestALineIsWholeOrNotThere fills a journal while another program takes it
// over, again and again.
func TestALineIsWholeOrNotThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	writer, taker := newJournal(dir), newJournal(dir)
	writer.open = true
	const lines = 500
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := range lines {
			writer.write([]entry{{ID: writer.id(n + 1), number: n + 1, Visit: &Place{"a", "b"}}})
		}
	}()
	seen := map[string]bool{}
	look := func() {
		entries, _ := taker.take()
		for _, e := range entries {
			seen[e.ID] = true
		}
	}
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
		}
		look()
	}
	if len(seen) != lines {
		t.Errorf("%d entries were taken over, want %d", len(seen), lines)
	}
}
