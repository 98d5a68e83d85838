//go:build e2e && linux

package e2e

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoOpenGL starts the app on a display that cannot draw its window.
func TestNoOpenGL(t *testing.T) {
	t.Parallel()
	home, helpers := t.TempDir(), t.TempDir()
	d := newDisplay(t, home, "-extension", "GLX")
	said := filepath.Join(helpers, "said.txt")
	must(t, os.WriteFile(filepath.Join(helpers, "zenity"), []byte("#!/bin/sh\nprintf '%s\\n' \"$@\" >"+said+"\n"), 0o700))

	printed := failed(t, append(d.env, "PATH="+helpers+":"+os.Getenv("PATH")))
	shown, err := os.ReadFile(said)
	must(t, err)
	for where, text := range map[string]string{"printed": printed, "shown": string(shown)} {
		for _, want := range []string{"Belt and Road Explorer\n", "offers no OpenGL 2.1. (APIUnavailable: ", "LIBGL_ALWAYS_SOFTWARE=1 beltroad", "beltroad --tour FOLDER"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in what was %s:\n%s", want, where, text)
			}
		}
	}
	if left, err := filepath.Glob(filepath.Join(home, ".config", "fyne", "*", "crash", "*")); err != nil || len(left) > 0 {
		t.Errorf("the next start would tell of a crash: %q, %v", left, err)
	}
}

// TestNoDisplay starts the app where there is none.
func TestNoDisplay(t *testing.T) {
	t.Parallel()
	printed := failed(t, environment(t.TempDir(), ""))
	for _, want := range []string{"There is no display to open a window on. (", "beltroad --tour FOLDER"} {
		if !strings.Contains(printed, want) {
			t.Errorf("no %q in what was printed:\n%s", want, printed)
		}
	}
}

// failed runs the app, which has to fail, and gives what it prints.
func failed(t *testing.T, env []string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, appFile)
	c.Env = env
	out, err := c.CombinedOutput()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 || strings.Contains(string(out), "goroutine ") {
		t.Errorf("ended with %v, want exit code 1 and no trace", err)
	}
	return string(out)
}
