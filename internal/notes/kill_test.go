//go:build !js

package notes

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A program that is ended at any moment while notes are typed loses nothing that
// is older than a second, and damages no file.
func TestEndedWhileWriting(t *testing.T) {
	times, most := 6, 900*time.Millisecond
	if *long {
		times, most = 200, 1800*time.Millisecond
	}
	dir := t.TempDir()
	oldest := time.Duration(0)
	for n := range times {
		typed, ended := writeAndEnd(t, dir, time.Duration(rand.Int64N(int64(most))))
		s, err := Open(dir, "harbour")
		if err != nil {
			t.Fatalf("end %d: %v", n+1, err)
		}
		for id, letters := range typed {
			note, _ := s.Get(id)
			for _, l := range letters {
				age := ended.Sub(l.at)
				if strings.HasPrefix(note.Text, l.text) {
					continue
				}
				oldest = max(oldest, age)
				if age > time.Second {
					t.Fatalf("end %d: %q was typed %v before, kept is %q", n+1, l.text, age, note.Text)
				}
			}
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.IndexFunc(left, func(f string) bool { return strings.Contains(f, "damaged") }); i >= 0 {
		t.Errorf("damaged: %s", left[i])
	}
	t.Logf("ended %d times; the oldest letter that was lost was typed %v before", times, oldest)
}

// letter is what stood in a note at a time.
type letter struct {
	text string
	at   time.Time
}

// otherProgram is this one again, in a folder, told what it is.
func otherProgram(t *testing.T, dir, as, what string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), as+"="+what)
	return cmd
}

// writeAndEnd runs a program that types notes, and ends it after a while.
func writeAndEnd(t *testing.T, dir string, after time.Duration) (map[string][]letter, time.Time) {
	t.Helper()
	cmd := otherProgram(t, dir, asWriter, "1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	read := bufio.NewReader(out)
	if line, err := read.ReadString('\n'); line != "began\n" {
		t.Fatalf("the writer says %q, %v", line, err)
	}
	typed := map[string][]letter{}
	done := make(chan error, 1)
	go func() { done <- readTyped(read, typed) }()
	time.Sleep(after)
	ended := time.Now()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it says that it was killed
	return typed, ended
}

func readTyped(r *bufio.Reader, typed map[string][]letter) error {
	for {
		line, err := r.ReadString('\n')
		if err != nil { // it was ended
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		var id, text string
		var at int64
		if _, err := fmt.Sscanf(line, "typed %s %s %d", &id, &text, &at); err != nil {
			return fmt.Errorf("the writer says %q", line)
		}
		typed[id] = append(typed[id], letter{text, time.UnixMilli(at)})
	}
}

// Several programs write to one file at once, and each note of each is there.
func TestProgramsOnOneFile(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a", "b", "c"}
	var all []*exec.Cmd
	for _, name := range names {
		cmd := otherProgram(t, dir, asMerger, name)
		var out strings.Builder
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, cmd)
	}
	for _, cmd := range all {
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v: %v", err, cmd.Stdout)
		}
	}
	got := map[string]bool{}
	for _, n := range open(t, dir).All() {
		got[n.Text] = true
	}
	if want := len(names) * mergeNotes; len(got) != want {
		t.Errorf("%d notes are there of %d", len(got), want)
	}
}
