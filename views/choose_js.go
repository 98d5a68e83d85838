package views

import (
	"bytes"
	"io"
	"strings"
	"syscall/js"

	"fyne.io/fyne/v2"

	ownsource "beltroad/internal/source"
	"beltroad/views/reader"
)

// pick lets the browser ask for a file: a page sees no folders itself.
func pick(ends []string, then func(reader.File)) bool {
	input := js.Global().Get("document").Call("createElement", "input")
	input.Set("type", "file")
	input.Set("accept", strings.Join(ends, ","))
	var chosen js.Func
	chosen = js.FuncOf(func(js.Value, []js.Value) any {
		chosen.Release()
		file := input.Get("files").Index(0)
		if !file.Truthy() {
			return nil
		}
		name := file.Get("name").String()
		if file.Get("size").Float() > ownsource.MaxFile {
			file = file.Call("slice", 0, ownsource.MaxFile+1) // enough to see that it is too large
		}
		var read js.Func
		read = js.FuncOf(func(_ js.Value, args []js.Value) any {
			read.Release()
			content := js.Global().Get("Uint8Array").New(args[0])
			b := make([]byte, content.Length())
			js.CopyBytesToGo(b, content)
			fyne.Do(func() {
				then(reader.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }})
			})
			return nil
		})
		file.Call("arrayBuffer").Call("then", read)
		return nil
	})
	input.Set("onchange", chosen)
	input.Call("click")
	return true
}
