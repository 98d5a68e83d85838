package uia

import (
	"golang.org/x/sys/windows"
)

// class is that of GLFW's windows.
const class = "GLFW30"

// attach has the windows of this thread answer UI Automation: those that are there, and
// each that will be.
func (b *bridge) attach() {
	thread := windows.GetCurrentThreadId()
	b.ui.Store(thread)
	_ = windows.EnumWindows(windows.NewCallback(func(handle windows.HWND, _ uintptr) uintptr {
		if of, err := windows.GetWindowThreadProcessId(handle, nil); err == nil && of == thread {
			b.take(handle)
		}
		return 1
	}), nil)
	const ofWindows = 5 // WH_CBT
	_, _, _ = setHook.Call(ofWindows, windows.NewCallback(b.hook), 0, uintptr(thread))
}

// hook is called when a window is made.
func (b *bridge) hook(code, handle, more uintptr) uintptr {
	const made = 3           // HCBT_CREATEWND
	if int32(code) == made { // #nosec G115 -- it is one of 32 bits
		b.take(windows.HWND(handle))
	}
	result, _, _ := callHook.Call(0, code, handle, more)
	return result
}

// take puts our procedure before that of a window.
func (b *bridge) take(handle windows.HWND) {
	var name [64]uint16
	n, _ := windows.GetClassName(handle, &name[0], int32(len(name)))
	if windows.UTF16ToString(name[:n]) != class {
		return
	}
	if _, ours := b.before.Load(uintptr(handle)); ours {
		return
	}
	before, _, _ := setProc.Call(uintptr(handle), procedure, ours)
	if before != 0 {
		b.before.Store(uintptr(handle), before)
	}
}

const procedure = ^uintptr(3) // GWLP_WNDPROC, -4

// ours is the procedure of our windows.
var ours = windows.NewCallback(func(handle, message, w, l uintptr) uintptr {
	const (
		getObject = 0x3d // WM_GETOBJECT
		destroyed = 0x82 // WM_NCDESTROY
		theRoot   = -25  // UiaRootObjectId
	)
	b := only.Load()
	switch uint32(message) { // #nosec G115 -- it is one of 32 bits
	case getObject:
		if int32(l) == theRoot && returnProvider.Find() == nil { // #nosec G115 -- it is one of 32 bits
			b.loaded.Store(true)
			return b.answer(handle, w, l)
		}
	case destroyed:
		defer b.before.Delete(handle)
		if b.loaded.Load() {
			_, _, _ = returnProvider.Call(handle, 0, 0, 0) // the system holds nothing of it any more
		}
	}
	before, known := b.before.Load(handle)
	if !known {
		result, _, _ := defaultProc.Call(handle, message, w, l)
		return result
	}
	result, _, _ := callProc.Call(before.(uintptr), handle, message, w, l)
	return result
})

// answer gives UI Automation the window.
func (b *bridge) answer(handle, w, l uintptr) uintptr {
	e := b.element(&item{handle: handle})
	defer e.release()
	b.current() // it is asked for more in a moment
	result, _, _ := returnProvider.Call(handle, w, l, e.pointer(simple))
	return result
}
