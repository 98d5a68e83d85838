package views

import (
	"strings"
	"testing"

	"beltroad/views/ui"
)

func TestCause(t *testing.T) {
	const printed = "2024/01/05 Fyne error:  window creation error\n2024/01/05   Cause: APIUnavailable: no GLX\n2024/01/05   At: here\n  Cause: later\n"
	for in, want := range map[string]string{printed: "APIUnavailable: no GLX", "": "?", "other words": "?"} {
		if got := cause(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestNoWindow(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	for _, key := range []string{"nowindow.display", "nowindow.graphics"} {
		text := (&App{words: inEnglish}).noWindow(key, "GLX is missing").Error()
		if !strings.Contains(text, "(GLX is missing)") || !strings.Contains(text, "\n- ") || !strings.Contains(text, "--tour FOLDER") {
			t.Errorf("%s: %s", key, text)
		}
	}
}

// Where the system lets the program open too few files, that is why there is no window.
func TestTooFewFiles(t *testing.T) {
	before, limited := openFiles()
	if !limited {
		t.Skip("there is no limit here")
	}
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	for most, want := range map[int]string{before: "There is no display", 20: "only 20 files open. Raise that: ulimit -n 1024. (no pipe)"} {
		t.Run(want, func(t *testing.T) {
			limitFiles(t, most)
			if text := (&App{words: inEnglish}).noWindow("nowindow.display", "no pipe").Error(); !strings.Contains(text, want) {
				t.Errorf("it says %s", text)
			}
		})
	}
}
