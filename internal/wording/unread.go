package wording

import (
	"errors"
	"io/fs"

	"beltroad/internal/message"
)

// WhyUnread is why a file is not read: what a user can do something about, or what went
// wrong without the steps that led there.
func WhyUnread(p *message.Printer, err error) string {
	switch path, ok := errors.AsType[*fs.PathError](err); {
	case errors.Is(err, fs.ErrNotExist):
		return p.Say("file.why.gone")
	case errors.Is(err, fs.ErrPermission):
		return p.Say("file.why.refused")
	case ok:
		return path.Err.Error()
	}
	return err.Error()
}
