package crash

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// TestMain is the app that crashes, too: the tests start themselves anew.
func TestMain(m *testing.M) {
	way := ways[os.Getenv("CRASH_BY")]
	if way == nil {
		os.Exit(m.Run())
	}
	l, err := Open(".", "beltroad 1.2.3")
	if err != nil {
		panic(err)
	}
	fmt.Print(l.Before)
	way(l)
}

var ways = map[string]func(*Log){
	"panic":     func(*Log) { panic("a mistake") },
	"goroutine": func(*Log) { go func() { panic("a mistake elsewhere") }(); select {} },
	"fatal":     func(*Log) { new(sync.Mutex).Unlock() }, // which no recover sees
	"exit":      func(*Log) { os.Exit(3) },
	"close": func(l *Log) {
		if err := l.Close(); err != nil {
			panic(err)
		}
	},
}

// run runs the app that ends some way, and gives what it knew of the run before.
func run(t *testing.T, dir, way string) (before string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Dir, c.Env = dir, append(os.Environ(), "CRASH_BY="+way)
	out, err := c.Output()
	if (err == nil) != (way == "close") {
		t.Fatalf("%s: ended with %v", way, err)
	}
	return string(out)
}

func TestCrashes(t *testing.T) {
	for way, want := range map[string]string{
		"panic":     "panic: a mistake\n",
		"goroutine": "panic: a mistake elsewhere\n",
		"fatal":     "sync.fatal(", // Go writes a fatal error's own line on the standard error alone
	} {
		t.Run(way, func(t *testing.T) {
			dir := t.TempDir()
			run(t, dir, way)
			told := run(t, dir, "close")
			lines := strings.Split(told, "\n")
			if len(lines) < 5 || lines[0] != "beltroad 1.2.3" || !strings.HasPrefix(lines[1], "Started 20") || !strings.HasPrefix(lines[2], "Ended 20") || lines[3] != "" {
				t.Errorf("the log begins with %q", lines[:min(5, len(lines))])
			}
			if !strings.Contains(told, want) || !strings.Contains(told, "goroutine ") {
				t.Errorf("no %q and its trace in\n%s", want, told)
			}
			if got := read(t, filepath.Join(dir, LastLog)); got != told {
				t.Errorf("told was\n%s\nand kept\n%s", told, got)
			}
			if again := run(t, dir, "close"); again != "" {
				t.Errorf("told again:\n%s", again)
			}
			if got := read(t, filepath.Join(dir, LastLog)); got != told {
				t.Error("the last crash is not kept")
			}
		})
	}
}

func TestOtherEnds(t *testing.T) {
	for _, way := range []string{"exit", "close"} {
		dir := t.TempDir()
		run(t, dir, way)
		if told := run(t, dir, "close"); told != "" {
			t.Errorf("%s is no crash, but told was\n%s", way, told)
		}
		if left, err := os.ReadDir(filepath.Join(dir, folder)); err != nil || len(left) > 0 {
			t.Errorf("%s: left behind are %v, %v", way, left, err)
		}
	}
}

func TestLongCrash(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
		t.Fatal(err)
	}
	long := "beltroad 1.2.3\nStarted now\n\npanic: \xff " + strings.Repeat("long ", most)
	if err := os.WriteFile(filepath.Join(dir, runLog), []byte(long), 0o600); err != nil {
		t.Fatal(err)
	}
	told := run(t, dir, "close")
	if len(told) > most+100 || !strings.Contains(told, "panic: ? long") {
		t.Errorf("%d bytes: %.100q", len(told), told)
	}
}

func TestOpenWhereNothingCanBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	odd := t.TempDir() // a folder is where the log should be
	if err := os.MkdirAll(filepath.Join(odd, runLog), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, odd} {
		l, err := Open(dir, "beltroad 1.2.3")
		if err == nil || l == nil || l.Before != "" {
			t.Errorf("%s: %+v, %v", dir, l, err)
		}
		if err := l.Close(); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestOnlyTheUserCanRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other permissions")
	}
	dir := t.TempDir()
	run(t, dir, "panic")
	run(t, dir, "panic")
	for _, name := range []string{runLog, LastLog} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
