//go:build e2e && linux && wine

package e2e

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// answerTime is more than a walk takes, of which each step goes through two programs.
const answerTime = 2 * time.Minute

// UI Automation's kinds of things.
const (
	kindButton   = "50000"
	kindLink     = "50005"
	kindField    = "50004"
	kindText     = "50020"
	kindMenuItem = "50011"
)

// reader reads the window through UI Automation, see packaging/windows/reader.c.
type reader struct {
	*app

	in    io.Writer
	lines <-chan string
}

func (a *app) reader() *reader {
	a.t.Helper()
	c := exec.Command("wine", os.Getenv("E2E_READER"), appName)
	c.Env = a.display.env
	in, err := c.StdinPipe()
	must(a.t, err)
	out, err := c.StdoutPipe()
	must(a.t, err)
	must(a.t, c.Start())
	a.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	lines := make(chan string)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- strings.TrimSuffix(s.Text(), "\r")
		}
	}()
	return &reader{a, in, lines}
}

// told are the lines that the reader answers a word with.
func (r *reader) told(word string) (lines []string) {
	r.t.Helper()
	_, err := fmt.Fprintln(r.in, word)
	must(r.t, err)
	for late := time.After(answerTime); ; {
		select {
		case line, there := <-r.lines:
			switch {
			case !there:
				r.t.Fatalf("the reader ended: %v\n%s", lines, r.log())
			case line == ".":
				return lines
			}
			lines = append(lines, line)
		case <-late:
			r.t.Fatalf("%s: the reader waits in vain, after %q\n%s", word, lines, r.log())
		}
	}
}

// hears waits until all that is wanted is told, each with its kind: patterns of lines
// without their depth.
func (r *reader) hears(wanted ...string) {
	r.t.Helper()
	var lines []string
	defer func() {
		if r.t.Failed() {
			r.t.Log("told is\n" + strings.Join(lines, "\n"))
		}
	}()
	r.until(fmt.Sprintf("being told %q", wanted), func() bool {
		lines = r.told("walk")
		for _, each := range wanted {
			if !regexp.MustCompile(`(?m)^\d+ ` + each).MatchString(strings.Join(lines, "\n")) {
				return false
			}
		}
		return true
	})
	r.t.Logf("%d things, %q among them", len(lines), wanted)
}

// TestWindowsReader reads the program as assistive technology does on Windows: a figure,
// then those of another page; and holds on to what it was told of while pages change.
func TestWindowsReader(t *testing.T) {
	a := windowsUser(t)
	a.program = filepath.Join(portableFolder, "beltroad.exe")
	// Go stops its threads to take turns. Wine 8 may stop one for good so, where it
	// answers a call of another program: at the latest walk, of each three.
	a.display.env = append(a.display.env, "GODEBUG=asyncpreemptoff=1")
	a.openBy([]string{"wine"}, "overview")
	r := a.reader()
	r.hears(kindMenuItem+" File", kindLink+" Figures 48", kindButton+" US\\$43.6 billion, AIIB", kindLink+" ¶25")
	a.key("ctrl+k")
	a.write("Lagos")
	r.hears(kindField+" Search \\[focused\\]", kindButton+" Lagos, City") // Wine 8 does not ask for what is typed
	a.key("Escape")
	a.click(`Trade \d+`)
	a.waitPlace("pillar/trade")
	r.hears(kindText+" Trade", kindButton+" US\\$19.1 trillion")

	const pages, often = 50, 10
	for n := range pages {
		if n%often == 0 {
			t.Log(r.told("hold"))
		}
		if n%2 == 0 {
			a.key("alt+Left")
			a.waitPlace("overview")
		} else {
			a.key("alt+Right")
			a.waitPlace("pillar/trade")
		}
		if n%often == 1 {
			t.Log(r.told("ask"))
		}
	}
	var answered, gone int
	_, err := fmt.Sscanf(strings.Join(r.told("ask"), "\n"), "%d answered, %d gone", &answered, &gone)
	must(t, err)
	t.Logf("of what was held, %d answer and %d have gone", answered, gone)
	if answered == 0 || gone == 0 {
		t.Error("what stayed is to answer, and what has gone is to say so")
	}
	r.hears(kindButton + " US\\$19.1 trillion")
	a.quit()
}
