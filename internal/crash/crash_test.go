package crash

import (
	"bufio"
	"fmt"
	"io"
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
	"order": func(l *Log) {
		fmt.Println("\nready")
		said := bufio.NewScanner(os.Stdin)
		if said.Scan() && said.Text() == "crash" {
			panic("by order")
		}
		if err := l.Close(); err != nil {
			panic(err)
		}
	},
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
			if got := content(t, filepath.Join(dir, LastLog)); got != told {
				t.Errorf("told was\n%s\nand kept\n%s", told, got)
			}
			if again := run(t, dir, "close"); again != "" {
				t.Errorf("told again:\n%s", again)
			}
			if got := content(t, filepath.Join(dir, LastLog)); got != told {
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

// Two copies of the app run at once. Whichever of them crashes is told of by the
// next start, whether the other began, goes on or ended before it or after.
func TestTwoAtOnce(t *testing.T) {
	for name, steps := range map[string]string{
		"the other goes on":     "begin a, begin b, crash a, told",
		"the other ends after":  "begin a, begin b, crash a, end b, told",
		"the other ends before": "begin a, begin b, end b, crash a, told",
		"the other is younger":  "begin a, crash a, told, none",
		"the younger crashes":   "begin a, begin b, crash b, end a, told, none",
		"another tells":         "begin a, begin b, crash a, told, end b, none",
		"both":                  "begin a, begin b, crash a, crash b, told twice, none",
		"none":                  "begin a, begin b, none, end a, none, end b, none",
		"killed":                "begin a, begin b, kill a, none, end b, none",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			copies := map[string]*copyOfApp{}
			for step := range strings.SplitSeq(steps, ", ") {
				do, which, _ := strings.Cut(step, " ")
				switch do {
				case "begin":
					copies[which] = begun(t, dir)
				case "crash", "end", "kill":
					copies[which].order(do)
				case "told":
					want := 1
					if which == "twice" {
						want = 2
					}
					if told := run(t, dir, "close"); strings.Count(told, "panic: by order") != want {
						t.Errorf("%s: told is %q", steps, told)
					}
				case "none":
					if told := run(t, dir, "close"); told != "" {
						t.Errorf("%s: told is %q", steps, told)
					}
				}
			}
			for _, c := range copies {
				c.order("end")
			}
			if left, err := filepath.Glob(filepath.Join(dir, folder, "run*")); err != nil || len(left) > strings.Count(steps, "kill") {
				run(t, dir, "close")
				t.Errorf("left behind are %q, %v", left, err)
			}
		})
	}
}

// copyOfApp is one that does as it is told.
type copyOfApp struct {
	t     *testing.T
	cmd   *exec.Cmd
	in    io.WriteCloser
	ended bool
}

func begun(t *testing.T, dir string) *copyOfApp {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Dir, c.Env = dir, append(os.Environ(), "CRASH_BY=order")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for said.Scan() {
		if said.Text() == "ready" {
			return &copyOfApp{t: t, cmd: c, in: in}
		}
	}
	t.Fatal("it did not begin")
	return nil
}

// order has the copy crash, end, or be killed, and waits until it has.
func (c *copyOfApp) order(what string) {
	c.t.Helper()
	if c.ended {
		return
	}
	c.ended = true
	if what == "kill" {
		if err := c.cmd.Process.Kill(); err != nil {
			c.t.Fatal(err)
		}
	} else if _, err := io.WriteString(c.in, what+"\n"); err != nil {
		c.t.Fatal(err)
	}
	if err := c.cmd.Wait(); (err == nil) != (what == "end") {
		c.t.Errorf("%s: %v", what, err)
	}
}

// Nothing is written through a link, and nothing that it leads to is lost.
func TestLinks(t *testing.T) {
	dir := t.TempDir()
	precious := filepath.Join(dir, "precious")
	if err := os.WriteFile(precious, []byte("v\nStarted\n\nprecious"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"run.log", "run-00000001.log", "last.log"} {
		if err := os.Symlink(precious, filepath.Join(dir, folder, name)); err != nil {
			t.Skip(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, folder, "run-2.log"), []byte("v\nStarted\n\na crash"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := Open(dir, "beltroad 1.2.3")
	if err == nil || !strings.Contains(l.Before, "a crash") || strings.Contains(l.Before, "precious") {
		t.Errorf("told is %q, %v", l.Before, err)
	}
	if got := content(t, filepath.Join(dir, LastLog)); got != l.Before {
		t.Errorf("kept is %q", got)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if got := content(t, precious); !strings.HasSuffix(got, "precious") {
		t.Errorf("where the links lead is now %q", got)
	}
}

func TestLongCrash(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
		t.Fatal(err)
	}
	long := "beltroad 1.2.3\nStarted now\n\npanic: \xff " + strings.Repeat("long ", most)
	if err := os.WriteFile(filepath.Join(dir, folder, "run.log"), []byte(long), 0o600); err != nil { // as they were called once
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
	odd := t.TempDir() // a folder is where a log should be
	if err := os.MkdirAll(filepath.Join(odd, folder, "run-1.log"), 0o700); err != nil {
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
	logs, err := filepath.Glob(filepath.Join(dir, folder, "*"))
	if err != nil || len(logs) != 2 {
		t.Fatalf("%q, %v", logs, err)
	}
	for _, name := range logs {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
