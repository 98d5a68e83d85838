package speech

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEachSystemHasItsOwnVoice(t *testing.T) {
	t.Setenv("SystemRoot", "C:/Windows")
	for system, want := range map[string]string{"linux": "spd-say", "darwin": "/usr/bin/say", "windows": "powershell.exe", "js": ""} {
		asked := ""
		there := choose(system, func(name string) (string, error) {
			asked = name
			return name, nil
		})
		if !strings.HasSuffix(asked, want) || (there == nil) != (want == "") {
			t.Errorf("%s asks for %q and has %v", system, asked, there)
		}
		if v := choose(system, func(string) (string, error) { return "", errors.New("not there") }); v != nil {
			t.Errorf("%s has %v without a program", system, v)
		}
	}
}

func TestArguments(t *testing.T) {
	got := spdSay("--stop; $(ls)", "en-GB")
	if want := []string{"--wait", "--language", "en", "--", "--stop; $(ls)"}; !slices.Equal(got, want) {
		t.Errorf("spd-say gets %q", got)
	}
	for _, lang := range []string{"zh-Hans", "de", "'); rm -rf", ""} {
		script := sapi(base(lang))[3]
		_, after, _ := strings.Cut(script, "[Globalization.CultureInfo]'")
		if code, _, _ := strings.Cut(after, "'"); len(code) < 2 || len(code) > 3 {
			t.Errorf("%q becomes %q", lang, code)
		}
	}
	for text, want := range map[string]string{
		"\ta\nb\t c\n": "a b c", "nul\x00": "nul", "\xff": "", strings.Repeat("港", longest): strings.Repeat("港", longest/3),
	} {
		if got := plain(text); got != want {
			t.Errorf("of %.20q is said %.20q, %d bytes", text, got, len(got))
		}
	}
}

// fake is a program that does what a script says.
func fake(t *testing.T, script string) (path, log string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	dir := t.TempDir()
	path, log = filepath.Join(dir, "voice"), filepath.Join(dir, "log")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nlog="+log+"\n"+script), 0o700); err != nil { // #nosec G306 -- a program
		t.Fatal(err)
	}
	return path, log
}

func read(t *testing.T, log string) string {
	t.Helper()
	b, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// until waits for what a program writes.
func until(t *testing.T, log, text string) {
	t.Helper()
	for range 500 {
		if b, err := os.ReadFile(log); err == nil && strings.Contains(string(b), text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q was not written", text)
}

func TestAProgramGetsTheTextAsItIs(t *testing.T) {
	path, log := fake(t, `printf '%s|' "$@" >> $log; cat >> $log`)
	said := &program{path: path, args: spdSay}
	if err := said.Say(t.Context(), "Over 230 ports; `ls` $HOME\n“quoted”", "en"); err != nil {
		t.Fatal(err)
	}
	reads := &program{path: path, args: func(string, string) []string { return []string{"-f", "-"} }, reads: true}
	if err := reads.Say(t.Context(), "two", "en"); err != nil {
		t.Fatal(err)
	}
	if got, want := read(t, log), "--wait|--language|en|--|Over 230 ports; `ls` $HOME “quoted”|-f|-|two"; got != want {
		t.Errorf("it got %q", got)
	}
	broken, _ := fake(t, "exit 1")
	if err := (&program{path: broken, args: spdSay}).Say(t.Context(), "x", "en"); err == nil {
		t.Error("a voice that fails is no error")
	}
}

func TestAProgramIsSilencedAtOnce(t *testing.T) {
	path, log := fake(t, `echo "$1" >> $log; [ "$1" = -S ] && touch $log.stop
while [ "$1" = --wait ] && [ ! -e $log.stop ]; do sleep 0.02; done; [ "$1" = -S ] || echo ended >> $log`)
	v := &inTurn{voice: &program{path: path, args: spdSay, silence: []string{spdStop}}}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- v.Say(ctx, "long", "en") }()
	until(t, log, "--wait")
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	if got := read(t, log); got != "--wait\n-S\nended\n" {
		t.Errorf("it was asked %q", got)
	}
	if err := v.Say(ctx, "more", "en"); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end it said more: %v", err)
	}
}

func TestAServerSaysOneLineAfterAnother(t *testing.T) {
	path, log := fake(t, `echo start >> $log
while read l; do echo "$l" >> $log; [ "$l" = wait ] && sleep 60; [ "$l" = end ] && exit; echo said; done`)
	v := &server{path: path, args: func(string) []string { return nil }}
	for _, text := range []string{"one", "two\nlines"} {
		if err := v.Say(t.Context(), text, "en"); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, log); got != "start\none\ntwo lines\n" {
		t.Errorf("it was asked %q", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- v.Say(ctx, "wait", "en") }()
	until(t, log, "wait")
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) || v.running != nil {
		t.Errorf("it ended with %v", err)
	}
	if err := v.Say(t.Context(), "end", "en"); !errors.Is(err, errEnded) {
		t.Errorf("a voice that ends is %v", err)
	}
	if err := v.Say(t.Context(), "again", "en"); err != nil {
		t.Error(err)
	}
	v.end()
}
