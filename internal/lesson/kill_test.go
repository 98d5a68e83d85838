//go:build !js

package lesson

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// long asks for tests that take many minutes to be done in full.
var long = flag.Bool("long", false, "end the writer of a lesson 200 times")

// asWriter has this program write a lesson in the folder where it is run.
const asWriter = "LESSON_TEST_WRITER"

func TestMain(m *testing.M) {
	if os.Getenv(asWriter) != "" {
		fmt.Println("trouble", writeUntilEnded())
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeUntilEnded types the notes of slides, as a teacher does, and says when
// each letter was typed.
func writeUntilEnded() error {
	s, err := OpenShelf(".")
	if err != nil {
		return err
	}
	s.Trouble(func(err error) { fmt.Println("trouble", err) })
	store, err := s.Add(&Lesson{Title: "T"})
	fmt.Println("began", store.ID)
	for err == nil {
		var ids []string
		if err = store.Edit(func(e *Editor) (err error) { ids, err = e.Add("", Slide{Form: Words}); return err }); err != nil {
			break
		}
		text := ""
		for letter := range 20 {
			text += string(rune('a' + letter))
			err = store.Edit(func(e *Editor) error {
				return e.Change(ids[0], "notes", true, func(s *Slide) { s.Notes = text })
			})
			fmt.Println("typed", ids[0], text, time.Now().UnixMilli())
			time.Sleep(time.Duration(rand.IntN(12)) * time.Millisecond)
		}
	}
	return err
}

// A program that is ended at any moment while a lesson is written loses nothing
// that is older than a second, and damages no file.
func TestEndedWhileWriting(t *testing.T) {
	times, most := 6, 900*time.Millisecond
	if *long {
		times, most = 200, 1800*time.Millisecond
	}
	dir := t.TempDir()
	oldest := time.Duration(0)
	for n := range times {
		said, ended := writeAndEnd(t, dir, time.Duration(rand.Int64N(int64(most))))
		s, err := OpenShelf(dir)
		if err != nil {
			t.Fatalf("end %d: %v", n+1, err)
		}
		lesson := ""
		for _, line := range said {
			var id, text string
			var at int64
			if _, err := fmt.Sscanf(line, "began %s", &lesson); err == nil {
				continue
			}
			if _, err := fmt.Sscanf(line, "typed %s %s %d", &id, &text, &at); err != nil {
				t.Fatalf("end %d: the writer says %q", n+1, line)
			}
			has := ""
			if store, ok := s.Get(lesson); ok && store.Lesson().Index(id) >= 0 {
				has = notesOf(store.Lesson(), id)
			}
			if strings.HasPrefix(has, text) {
				continue
			}
			age := ended.Sub(time.UnixMilli(at))
			if oldest = max(oldest, age); age > time.Second {
				t.Fatalf("end %d: %q was typed %v before, kept is %q", n+1, text, age, has)
			}
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, folder, "*damaged*")); err != nil || len(left) > 0 {
		t.Errorf("damaged: %v, %v", left, err)
	}
	t.Logf("ended %d times; the oldest letter that was lost was typed %v before", times, oldest)
}

// writeAndEnd runs a program that writes a lesson, and ends it after a while.
func writeAndEnd(t *testing.T, dir string, after time.Duration) (said []string, ended time.Time) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asWriter+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("the writer says nothing")
	}
	first := lines.Text()
	rest := make(chan []string, 1)
	go func() {
		var all []string
		for lines.Scan() {
			all = append(all, lines.Text())
		}
		rest <- all
	}()
	time.Sleep(after)
	ended = time.Now()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	said = append([]string{first}, <-rest...)
	_ = cmd.Wait() // it says that it was killed
	return said, ended
}
