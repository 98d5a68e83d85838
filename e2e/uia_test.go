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
const answerTime = time.Minute

// UI Automation's kinds of things.
const (
	kindButton   = "50000"
	kindLink     = "50005"
	kindChoice   = "50003"
	kindField    = "50004"
	kindRow      = "50007"
	kindText     = "50020"
	kindMenuItem = "50011"
)

// reader reads the window through UI Automation, see packaging/windows/reader.c.
type reader struct {
	*app

	starts  int
	command *exec.Cmd
	in      io.Writer
	lines   <-chan string
}

func (a *app) reader() *reader {
	a.t.Helper()
	r := &reader{app: a}
	r.start()
	a.t.Cleanup(r.stop)
	return r
}

func (r *reader) start() {
	r.t.Helper()
	r.starts++
	c := exec.Command("wine", os.Getenv("E2E_READER"), appName)
	c.Env = r.display.env
	in, err := c.StdinPipe()
	must(r.t, err)
	out, err := c.StdoutPipe()
	must(r.t, err)
	must(r.t, c.Start())
	lines := make(chan string)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- strings.TrimSuffix(s.Text(), "\r")
		}
	}()
	r.command, r.in, r.lines = c, in, lines
}

func (r *reader) stop() {
	_ = r.command.Process.Kill()
	for range r.lines {
		continue
	}
	_ = r.command.Wait()
}

// told are the lines that the reader answers a word with. In Wine 8 a call from one
// program to another may wait for ever, while no thread of the other is in code of ours:
// then another reader is started, which holds nothing.
func (r *reader) told(word string) []string {
	r.t.Helper()
	for range 3 {
		if lines, answered := r.ask(word); answered {
			return lines
		}
		r.t.Logf("%s: no answer; another reader", word)
		r.stop()
		r.start()
	}
	r.t.Fatalf("%s: no reader gets an answer\n%s", word, r.log())
	return nil
}

func (r *reader) ask(word string) (lines []string, answered bool) {
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
				return lines, true
			}
			lines = append(lines, line)
		case <-late:
			return lines, false
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

	for by := 0; by != r.starts; { // until one reader does it all
		by = r.starts
		r.holds()
	}
	r.hears(kindButton + " US\\$19.1 trillion")

	first := a.another() // in front of it, with the same title
	a.waitPlace("pillar/trade")
	a.key("ctrl+3")
	a.waitPlace("figure")
	r.hears(kindChoice+" All pillars", kindRow+" 10th, Anniversary")
	a.key("alt+F4")
	a.activate(first)
	r.hears(kindButton + " US\\$19.1 trillion")
	a.quit()
}

// holds has the reader hold what it was told of while pages change, and ask it again.
func (r *reader) holds() {
	r.t.Helper()
	starts := r.starts
	const pages, often = 50, 10
	for n := range pages {
		if n%often == 0 {
			r.t.Log(r.told("hold"))
		}
		if n%2 == 0 {
			r.key("alt+Left")
			r.waitPlace("overview")
		} else {
			r.key("alt+Right")
			r.waitPlace("pillar/trade")
		}
		if n%often == 1 {
			r.t.Log(r.told("ask"))
		}
	}
	var answered, gone int
	_, err := fmt.Sscanf(strings.Join(r.told("ask"), "\n"), "%d answered, %d gone", &answered, &gone)
	must(r.t, err)
	r.t.Logf("of what was held, %d answer and %d have gone", answered, gone)
	if starts == r.starts && (answered == 0 || gone == 0) {
		r.t.Error("what stayed is to answer, and what has gone is to say so")
	}
}
