package wording

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"beltroad/internal/message/messagetest"
)

func TestWhyUnread(t *testing.T) {
	_, gone := os.Open(filepath.Join(t.TempDir(), "none"))
	p := messagetest.English(t)
	for want, err := range map[string]error{
		p.Say("file.why.gone"):    gone,
		p.Say("file.why.refused"): &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission},
		"it is no file":           &fs.PathError{Op: "open", Path: "/x", Err: errors.New("it is no file")},
		"half of it":              errors.New("half of it"),
	} {
		if got := WhyUnread(p, err); got != want {
			t.Errorf("%v is said as %q, not %q", err, got, want)
		}
	}
}
