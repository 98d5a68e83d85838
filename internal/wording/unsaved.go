package wording

import (
	"errors"
	"os"

	"beltroad/internal/atomicfile"
	"beltroad/internal/message"
)

// why are the keys of reasons why a file is not saved that a user can do something about.
var why = map[atomicfile.Reason]string{
	atomicfile.Folder:   "export.why.folder",
	atomicfile.NoFile:   "export.why.nofile",
	atomicfile.NoFolder: "export.why.nofolder",
	atomicfile.Refused:  "export.why.refused",
	atomicfile.Full:     "export.why.full",
	atomicfile.Long:     "export.why.long",
}

// WhyUnsaved is why a file is not saved: what a user can do something about, or
// what went wrong without the steps that led there.
func WhyUnsaved(p *message.Printer, err error) string {
	if key, ok := why[atomicfile.Why(err)]; ok {
		return p.Say(key)
	}
	if unsaved, ok := errors.AsType[*atomicfile.Unsaved](err); ok {
		err = unsaved.Err
	}
	if path, ok := errors.AsType[*os.PathError](err); ok {
		return path.Err.Error()
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		return link.Err.Error()
	}
	return err.Error()
}
