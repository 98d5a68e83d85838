package export

import (
	"bytes"
	"io"
	"path/filepath"
	"syscall/js"
)

// WriteFile has the browser download a file: it puts it where it puts every
// download, and asks its user if need be.
func WriteFile(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	window := js.Global()
	content := window.Get("Uint8Array").New(b.Len())
	js.CopyBytesToJS(content, b.Bytes())
	address := window.Get("URL").Call("createObjectURL", window.Get("Blob").New([]any{content}))
	defer window.Get("URL").Call("revokeObjectURL", address)
	link := window.Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", filepath.Base(name))
	link.Call("click")
	return nil
}
