//go:build !windows && !darwin

package alert

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// helper puts a program there that writes its arguments into a file.
func helper(t *testing.T, dir, name string) (said func() string) {
	t.Helper()
	file := filepath.Join(dir, name+".said")
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + file + "'\n"
	if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o700); err != nil { // it has to be run
		t.Fatal(err)
	}
	return func() string {
		b, err := os.ReadFile(file)
		if err != nil {
			return ""
		}
		return string(b)
	}
}

func TestShow(t *testing.T) {
	for _, name := range []string{"zenity", "kdialog", "xmessage"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("PATH", dir)
			t.Setenv("DISPLAY", ":7")
			t.Setenv("WAYLAND_DISPLAY", "")
			said := helper(t, dir, name)
			show("Title", "First line\n<second> & line")
			if got := said(); !strings.Contains(got, "Title\n") || !strings.Contains(got, "First line\n<second> & line\n") {
				t.Errorf("%s was started with %q", name, got)
			}
		})
	}
}

func TestOneHelperIsEnough(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	t.Setenv("WAYLAND_DISPLAY", "wayland-0")
	first, second := helper(t, dir, "zenity"), helper(t, dir, "xmessage")
	show("Title", "Message")
	if first() == "" || second() != "" {
		t.Errorf("zenity was told %q, xmessage %q", first(), second())
	}
}

func TestNoDisplay(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	said := helper(t, dir, "zenity")
	show("Title", "Message")
	if got := said(); got != "" {
		t.Errorf("without a display, zenity was started with %q", got)
	}
}
