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
