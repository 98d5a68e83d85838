//go:build darwin && !ios

package handed

import (
	"os"
	"strings"

	"github.com/ebitengine/purego/objc"
)

// Listen begins to take files. It is to be called before the first window: AppKit asks
// what its delegate can do when it is given one, and hands the file that the program
// was opened by over before that window is there. Whatever is not as expected leaves
// all as it is.
func Listen() *Files {
	f := &Files{}
	if program, err := os.Executable(); err == nil && strings.Contains(program, ".app/Contents/MacOS/") {
		f.listen()
	}
	return f
}

// listen gives the delegate that GLFW makes the method that AppKit calls for each file.
func (f *Files) listen() {
	defer func() { _ = recover() }() // then files are opened from within the program alone
	delegate := objc.GetClass("GLFWApplicationDelegate")
	if delegate == 0 {
		return
	}
	path := objc.RegisterName("fileSystemRepresentation")
	opened := objc.NewIMP(func(_ objc.ID, _ objc.SEL, _, file objc.ID) (ok bool) {
		defer func() { _ = recover() }()
		if file != 0 {
			f.take(objc.Send[string](file, path))
		}
		return true
	})
	delegate.AddMethod(objc.RegisterName("application:openFile:"), opened, "c@:@@") // which changes nothing where GLFW has one by then
}
