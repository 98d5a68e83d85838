package uia

import (
	"context"
	"math"
	"runtime"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"beltroad/internal/spoken"
)

// These tests call the elements as another program does: through their tables of
// functions. packaging/windows/test runs them in Wine.

// serving is a program that shows a page, which the test may change.
func serving(t *testing.T) (root *face, show func(change func(window, field, row *spoken.Node))) {
	t.Helper()
	pages := make(chan []Window, 1)
	now := page(nil)
	ctx, end := context.WithCancel(context.Background())
	ended := make(chan struct{})
	b := newBridge(Program{
		Do: func(do func()) { go do() },
		Look: func() []Window {
			select {
			case now = <-pages:
			default:
			}
			return now
		},
	})
	go func() {
		defer close(ended)
		b.serve(ctx)
	}()
	t.Cleanup(func() {
		end()
		<-ended
	})
	e := b.element(&item{handle: handle})
	return &e.faces[simple], func(change func(window, field, row *spoken.Node)) {
		pages <- page(change)
		done := make(chan struct{})
		b.look <- done
		<-done
	}
}

// call calls a method.
func call(this *face, method int, args ...uintptr) uintptr {
	table := unsafe.Slice(this.table, method+1)
	result, _, _ := syscall.SyscallN(table[method], append([]uintptr{uintptr(unsafe.Pointer(this))}, args...)...)
	return result
}

// got calls a method that gives an interface at last.
func got(t *testing.T, want uintptr, this *face, method int, args ...uintptr) *face {
	t.Helper()
	out := new(*face)
	if result := call(this, method, append(args, uintptr(unsafe.Pointer(out)))...); uint32(result) != uint32(want) {
		t.Fatalf("method %d: %08x", method, uint32(result))
	}
	return *out
}

func as(t *testing.T, this *face, n int) *face {
	t.Helper()
	id := names[n]
	return got(t, ok, this, 0, uintptr(unsafe.Pointer(&id)))
}

const (
	toNext, toFirst          = 1, 3
	methodRelease            = 2
	methodPattern            = 4
	methodProperty           = 5
	methodNavigate, methodID = 3, 4
	methodBox, methodFocus   = 5, 7
	methodRoot, methodInvoke = 8, 3
	methodAt, methodFocusIn  = 3, 4
)

func named(t *testing.T, this *face) string {
	t.Helper()
	var v variant
	result := call(as(t, this, simple), methodProperty, propName, uintptr(unsafe.Pointer(&v)))
	if uint32(result) == gone {
		return "gone"
	}
	defer v.free()
	if result != ok || v.kind != kindString {
		t.Fatalf("%08x, a value of kind %d", uint32(result), v.kind)
	}
	return windows.UTF16PtrToString(*(**uint16)(unsafe.Pointer(&v.value)))
}

func TestElements(t *testing.T) {
	root, _ := serving(t)
	field := got(t, ok, as(t, root, fragment), methodNavigate, toFirst)
	if name := named(t, field); name != "field" {
		t.Errorf("the first is %q", name)
	}
	table := got(t, ok, field, methodNavigate, toNext)
	row := got(t, ok, table, methodNavigate, toFirst)
	if name := named(t, row); name != "row" {
		t.Errorf("in the table is %q", name)
	}
	if none := got(t, ok, row, methodNavigate, toNext); none != nil {
		t.Errorf("after the last is %q", named(t, none))
	}
	if name := named(t, got(t, ok, as(t, root, fragmentRoot), methodFocusIn)); name != "field" {
		t.Errorf("the keyboard has %q", name)
	}
	var box [4]float64
	if call(row, methodBox, uintptr(unsafe.Pointer(&box))); box != [4]float64{0, 40, 200, 80} {
		t.Errorf("the row is at %v", box) // in pixels, of which there are two
	}
	if array := got(t, ok, row, methodID); array == nil {
		t.Error("the row has no number")
	}
	if array := got(t, ok, as(t, root, fragment), methodID); array != nil {
		t.Error("the window has a number beside the system's")
	}
	if back := got(t, ok, row, methodRoot); back.of.id != 0 {
		t.Error("the row's window is none")
	}
	id := windows.GUID{Data1: 1}
	if none := got(t, noInterface, row, 0, uintptr(unsafe.Pointer(&id))); none != nil {
		t.Error("the row is something unknown")
	}
	id = names[fragmentRoot]
	got(t, noInterface, row, 0, uintptr(unsafe.Pointer(&id)))
	value := as(t, got(t, ok, as(t, field, simple), methodPattern, patternValue), value)
	if text := got(t, ok, value, 4); text == nil {
		t.Error("the field has no text")
	}
	if none := got(t, ok, as(t, row, simple), methodPattern, patternValue); none != nil {
		t.Error("something is typed into the row")
	}
}

// The point comes in two floating-point numbers, which C alone can read.
func TestElementAt(t *testing.T) {
	root, _ := serving(t)
	x, y := math.Float64bits(30), math.Float64bits(70)
	if found := got(t, ok, as(t, root, fragmentRoot), methodAt, uintptr(x), uintptr(y)); found == nil {
		t.Error("there is nothing")
	} else if name := named(t, found); name != "link" {
		t.Errorf("there is %q", name)
	}
}

func TestPress(t *testing.T) {
	root, show := serving(t)
	done := make(chan string, 1)
	show(func(_, field, row *spoken.Node) {
		row.Press = func() { done <- "pressed" }
		field.Focus = func() { done <- "focused" }
	})
	field := got(t, ok, as(t, root, fragment), methodNavigate, toFirst)
	if result := call(field, methodFocus); result != ok || <-done != "focused" {
		t.Errorf("%08x, or not focused", uint32(result))
	}
	row := got(t, ok, got(t, ok, field, methodNavigate, toNext), methodNavigate, toFirst)
	press := as(t, got(t, ok, as(t, row, simple), methodPattern, patternInvoke), invoke)
	if result := call(press, methodInvoke); result != ok || <-done != "pressed" {
		t.Errorf("%08x, or not pressed", uint32(result))
	}
	show(func(_, _, row *spoken.Node) { row.State = spoken.Disabled })
	if result := call(press, methodInvoke); uint32(result) != notEnabled {
		t.Errorf("what is disabled answers %08x", uint32(result))
	}
	show(func(_, _, row *spoken.Node) { row.Press = nil })
	if result := call(press, methodInvoke); uint32(result) != notSupported {
		t.Errorf("what does nothing answers %08x", uint32(result))
	}
}

// What somebody holds answers for as long as it is held, whatever has gone, and is
// forgotten once nobody does.
func TestHeldElements(t *testing.T) {
	root, show := serving(t)
	field := got(t, ok, as(t, root, fragment), methodNavigate, toFirst)
	row := got(t, ok, got(t, ok, field, methodNavigate, toNext), methodNavigate, toFirst)
	for range 50 {
		show(func(_, _, row *spoken.Node) { row.Key = new(int) })
		runtime.GC()
		if name := named(t, row); name != "gone" {
			t.Fatalf("what has gone is %q", name)
		}
		if name := named(t, field); name != "field" {
			t.Fatalf("what stayed is %q", name)
		}
	}
	for _, method := range []int{methodNavigate, methodBox} {
		var box [4]float64
		args := [2]uintptr{toNext, uintptr(unsafe.Pointer(&box))}
		if method == methodBox {
			args[0] = args[1]
		}
		if result := call(row, method, args[:]...); uint32(result) != gone {
			t.Errorf("method %d of what has gone: %08x", method, uint32(result))
		}
	}
	e := field.of
	for e.refs.Load() > 1 {
		call(field, methodRelease)
	}
	if _, there := held.Load(e); !there {
		t.Error("what is held is forgotten")
	}
	if left := call(field, methodRelease); left != 0 {
		t.Errorf("it is still counted %d times", left)
	}
	if _, there := held.Load(e); there {
		t.Error("what nobody holds is kept")
	}
}

// Who asks after a long time is not told what was then.
func TestAskedAnew(t *testing.T) {
	root, _ := serving(t)
	b := root.of.bridge
	named(t, got(t, ok, as(t, root, fragment), methodNavigate, toFirst))
	old := *b.now.Load()
	old.when = time.Now().Add(-time.Hour)
	b.now.Store(&old)
	if since := time.Since(b.current().when); since > time.Minute {
		t.Errorf("it is told what was %v ago", since)
	}
}
