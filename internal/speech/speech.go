// Package speech has the system's own voice say a text. It starts a program of
// the system, and that only when asked to; the text goes to it as it is, without
// a shell.
package speech

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"
)

// Voice says texts.
type Voice interface {
	// Say says a text in a language, and returns once it was said, or the context ends.
	Say(ctx context.Context, text, lang string) error
}

// System is the system's own voice, nil where there is none.
var System = sync.OnceValue(func() Voice {
	v := choose(runtime.GOOS, exec.LookPath)
	if v == nil {
		return nil
	}
	return &inTurn{voice: v}
})

// inTurn has a voice say one text after another: what ends one would end the next.
type inTurn struct {
	turn  sync.Mutex
	voice Voice
}

// Say implements [Voice].
func (t *inTurn) Say(ctx context.Context, text, lang string) error {
	t.turn.Lock()
	defer t.turn.Unlock()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return t.voice.Say(ctx, text, lang)
}

// choose is the voice of a system, given what finds its programs.
func choose(system string, look func(name string) (path string, err error)) Voice {
	switch system {
	case "linux", "freebsd", "openbsd", "netbsd":
		if path, err := look("spd-say"); err == nil { // speech-dispatcher's
			return &program{path: path, args: spdSay, silence: []string{spdStop}}
		}
	case "darwin":
		if path, err := look("/usr/bin/say"); err == nil {
			return &program{path: path, args: func(string, string) []string { return []string{"-f", "-"} }, reads: true}
		}
	case "windows":
		shell := filepath.Join(os.Getenv("SystemRoot"), "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
		if path, err := look(shell); err == nil {
			return &server{path: path, args: sapi}
		}
	}
	return nil
}

// spdStop ends what is being said. The long option, --stop, does not: that of
// speech-dispatcher 0.11 wants an argument.
const spdStop = "-S"

// spdSay are the arguments of spd-say: it waits until the text was said.
func spdSay(text, lang string) []string {
	return []string{"--wait", "--language", base(lang), "--", text}
}

// base is the language without its region, as programs know it.
func base(lang string) string {
	b, _ := language.Make(lang).Base()
	return b.String()
}

// longest is the most bytes of a text that are said: a program takes no argument
// of any length.
const longest = 16 << 10

// plain is a text on one line, as long as is said.
func plain(text string) string {
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, " ")), " ")
	text = strings.ReplaceAll(text, "\x00", "")
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	return text
}

// program is a voice that is started for each text.
type program struct {
	path    string
	args    func(text, lang string) []string
	reads   bool     // the text is given to it to read
	silence []string // arguments that end what was begun; nil: ending the program does
}

// Say implements [Voice].
func (p *program) Say(ctx context.Context, text, lang string) error {
	text = plain(text)
	if text == "" {
		return ctx.Err()
	}
	cmd := exec.Command(p.path, p.args(text, lang)...) // #nosec G204 -- a program of the system; the text is one argument
	cmd.WaitDelay = time.Second
	hide(cmd)
	if p.reads {
		cmd.Stdin = strings.NewReader(text)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	var failed error
	ended := make(chan struct{})
	go func() {
		failed = cmd.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return failed
	case <-ctx.Done():
		p.hush(cmd, ended)
		return ctx.Err()
	}
}

// hush ends what a program says. It ends by itself once that is silent: the
// dispatcher goes on for a client that has gone, and then loses the next text.
func (p *program) hush(cmd *exec.Cmd, ended <-chan struct{}) {
	const tries, pause = 5, 200 * time.Millisecond // it may not have begun to speak
	for range tries {
		if p.silence == nil {
			break
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		stop := exec.CommandContext(ctx, p.path, p.silence...) // #nosec G204 -- a program of the system
		hide(stop)
		_ = stop.Run() // it is silent, or it is tried again
		cancel()
		select {
		case <-ended:
			return
		case <-time.After(pause):
		}
	}
	_ = cmd.Process.Kill() // it may have ended
	<-ended
}

// errEnded is told of a voice that ended by itself.
var errEnded = errors.New("the voice has ended")

// server is a voice that takes long to start: it says one line after another, and
// answers each with a line.
type server struct {
	path    string
	args    func(lang string) []string
	running *running
}

// running is a server that was started.
type running struct {
	lang    string
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     io.ReadCloser
	answers chan struct{} // closed when it ends
	idle    *time.Timer
}

// Say implements [Voice]. It is called for one text at a time.
func (s *server) Say(ctx context.Context, text, lang string) error {
	text = plain(text)
	if text == "" {
		return ctx.Err()
	}
	if s.running == nil || s.running.lang != lang || !s.running.idle.Stop() {
		s.end()
		if err := s.start(lang); err != nil {
			return err
		}
	}
	r := s.running
	if _, err := fmt.Fprintln(r.in, text); err != nil {
		s.end()
		return err
	}
	select {
	case <-ctx.Done():
		s.end()
		return ctx.Err()
	case _, ok := <-r.answers:
		if !ok {
			s.end()
			return errEnded
		}
		r.idle.Reset(rest)
		return nil
	}
}

// rest is how long a server waits for the next text.
const rest = 15 * time.Second

func (s *server) start(lang string) error {
	cmd := exec.Command(s.path, s.args(base(lang))...) // #nosec G204 -- a program of the system
	cmd.WaitDelay = time.Second
	hide(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	r := &running{lang: lang, cmd: cmd, in: in, out: out, answers: make(chan struct{}, 1)}
	r.idle = time.AfterFunc(rest, func() { _ = in.Close() }) // it ends with its input
	r.idle.Stop()
	go r.listen()
	s.running = r
	return nil
}

// listen tells of each line that the server answers with.
func (r *running) listen() {
	var line [256]byte
	for {
		n, err := r.out.Read(line[:])
		for _, c := range line[:n] {
			if c == '\n' {
				r.answers <- struct{}{}
			}
		}
		if err != nil {
			break
		}
	}
	_ = r.cmd.Wait() // that it was ended is no news
	close(r.answers)
}

// end ends the server, if one runs.
func (s *server) end() {
	if s.running == nil {
		return
	}
	s.running.idle.Stop()
	_ = s.running.in.Close()
	_ = s.running.cmd.Process.Kill() // it may have ended
	_ = s.running.out.Close()        // which may be open in a program that it has started
	for range s.running.answers {    // until it has ended
	}
	s.running = nil
}

// sapi are the arguments of PowerShell that have Windows' own voice say each line
// that it reads. The language is letters alone.
func sapi(lang string) []string {
	const script = `[Console]::InputEncoding = New-Object System.Text.UTF8Encoding $false
Add-Type -AssemblyName System.Speech
$v = New-Object System.Speech.Synthesis.SpeechSynthesizer
try { $v.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'%s') } catch {}
while ($null -ne ($l = [Console]::In.ReadLine())) { $v.Speak($l); [Console]::Out.WriteLine('said') }`
	return []string{"-NoProfile", "-NonInteractive", "-Command", fmt.Sprintf(script, lang)}
}
