package uia

import (
	"math"
	"sync"
	"sync/atomic"
	"unsafe"

	"golang.org/x/sys/windows"

	"beltroad/internal/spoken"
)

// What the methods of an interface answer.
const (
	ok           = 0
	noInterface  = 0x80004002
	badPointer   = 0x80004003
	gone         = 0x80040201 // UIA_E_ELEMENTNOTAVAILABLE
	notEnabled   = 0x80040200 // UIA_E_ELEMENTNOTENABLED
	notSupported = 0x80040204 // UIA_E_NOTSUPPORTED
)

// The interfaces of an element.
const (
	simple = iota
	fragment
	fragmentRoot
	invoke
	value
	selection
	interfaces
)

var (
	unknown = windows.GUID{Data4: [8]byte{0xc0, 7: 0x46}}
	names   = [interfaces]windows.GUID{
		simple:       {Data1: 0xd6dd68d1, Data2: 0x86fd, Data3: 0x4332, Data4: [8]byte{0x86, 0x66, 0x9a, 0xbe, 0xde, 0xa2, 0xd2, 0x4c}},
		fragment:     {Data1: 0xf7063da8, Data2: 0x8359, Data3: 0x439c, Data4: [8]byte{0x92, 0x97, 0xbb, 0xc5, 0x29, 0x9a, 0x7d, 0x87}},
		fragmentRoot: {Data1: 0x620ce2a5, Data2: 0xab8f, Data3: 0x40a9, Data4: [8]byte{0x86, 0xcb, 0xde, 0x3c, 0x75, 0x59, 0x9b, 0x58}},
		invoke:       {Data1: 0x54fcb24b, Data2: 0xe18e, Data3: 0x47a2, Data4: [8]byte{0xb4, 0xd3, 0xec, 0xcb, 0xe7, 0x75, 0x99, 0xa2}},
		value:        {Data1: 0xc7935180, Data2: 0x6fb3, Data3: 0x4201, Data4: [8]byte{0xb1, 0x74, 0x7d, 0xf7, 0x3a, 0xdb, 0xf6, 0x4a}},
		selection:    {Data1: 0x2acad808, Data2: 0xb2d4, Data3: 0x452d, Data4: [8]byte{0xa4, 0x07, 0x91, 0xff, 0x1a, 0xd1, 0x67, 0xb2}},
	}
	patterns = map[int]int32{invoke: patternInvoke, value: patternValue, selection: patternSelection}
)

// face is an interface of an element as another program sees it: a pointer to a table of
// functions, and what is ours.
type face struct {
	table *uintptr
	of    *element
}

// element is what another program holds of a thing or a window. It says what is there
// when it is asked, however long ago it was given.
type element struct {
	faces  [interfaces]face
	refs   atomic.Int32
	bridge *bridge
	id     int32
	handle uintptr
}

// held are the elements that somebody counts on. What others hold Go does not see.
var held sync.Map // *element

// element makes one that is counted once.
func (b *bridge) element(i *item) *element {
	e := &element{bridge: b, id: i.id, handle: i.handle}
	for n := range e.faces {
		e.faces[n] = face{&b.tables[n][0], e}
	}
	e.refs.Store(1)
	held.Store(e, nil)
	return e
}

// give gives an item away, counted once, or nothing.
func (b *bridge) give(i *item, as int, out *uintptr) uintptr {
	if out == nil {
		return badPointer
	}
	*out = b.given(i, as)
	return ok
}

// given is an item as it is given away, counted once; 0 for none.
func (b *bridge) given(i *item, as int) uintptr {
	if i == nil {
		return 0
	}
	return b.element(i).pointer(as)
}

func (e *element) pointer(as int) uintptr { return uintptr(unsafe.Pointer(&e.faces[as])) }

func (e *element) release() uintptr {
	left := e.refs.Add(-1)
	if left == 0 {
		held.Delete(e)
	}
	return uintptr(left) // #nosec G115 -- never negative
}

// item is what there is of the element now, nil where it has gone.
func (e *element) item() *item { return e.bridge.current().find(e.id, e.handle) }

// tables are the functions of each interface, in the order of its declaration. Go never
// frees them, so they are made once.
func tables() (all [interfaces][]uintptr) {
	base := []any{query, addRef, release}
	for n, more := range [interfaces][]any{
		simple:       {options, pattern, propertyOf, host},
		fragment:     {navigate, runtimeID, box, embedded, setFocus, rootOf},
		fragmentRoot: {nil, focusIn},
		invoke:       {press},
		value:        {setValue, valueOf, readOnly},
		selection:    {press, press, unselect, selected, container},
	} {
		for _, f := range append(base, more...) {
			if f == nil {
				all[n] = append(all[n], fromPoint())
				continue
			}
			all[n] = append(all[n], windows.NewCallback(f))
		}
	}
	return all
}

func query(this *face, id *windows.GUID, out *uintptr) uintptr {
	if out == nil || id == nil {
		return badPointer
	}
	*out = 0
	e := this.of
	for n, name := range names {
		if *id == unknown || *id == name {
			if n == fragmentRoot && e.id != 0 {
				break
			}
			e.refs.Add(1)
			*out = e.pointer(n)
			return ok
		}
	}
	return noInterface
}

func addRef(this *face) uintptr { return uintptr(this.of.refs.Add(1)) } // #nosec G115 -- never negative

func release(this *face) uintptr { return this.of.release() }

// options say that the elements are answered for on any thread.
func options(_ *face, out *int32) uintptr {
	if out == nil {
		return badPointer
	}
	const serverSide = 2
	*out = serverSide
	return ok
}

// answer is what a thing says of itself, unless it has gone: then it says nothing.
func answer[T any](this *face, out *T, says func(*item) T) uintptr {
	if out == nil {
		return badPointer
	}
	var nothing T
	*out = nothing
	i := this.of.item()
	if i == nil {
		return gone
	}
	*out = says(i)
	return ok
}

func pattern(this *face, id uintptr, out *uintptr) uintptr {
	return answer(this, out, func(i *item) uintptr {
		for n, pattern := range patterns {
			if pattern == int32(id) && can(i, pattern) { // #nosec G115 -- it is one of 32 bits
				this.of.refs.Add(1)
				return this.of.pointer(n)
			}
		}
		return 0
	})
}

func propertyOf(this *face, id uintptr, out *variant) uintptr {
	return answer(this, out, func(i *item) variant {
		if i.id == 0 { // the window's own, which the system knows best
			return variant{}
		}
		return variantOf(property(i, int32(id))) // #nosec G115 -- it is one of 32 bits
	})
}

// host is the system's own element of the window.
func host(this *face, out *uintptr) uintptr {
	if out == nil {
		return badPointer
	}
	*out = 0
	if this.of.id != 0 {
		return ok
	}
	result, _, _ := hostProvider.Call(this.of.handle, uintptr(unsafe.Pointer(out)))
	return result
}

func navigate(this *face, where uintptr, out *uintptr) uintptr {
	return answer(this, out, func(i *item) uintptr {
		var to *item
		switch where {
		case 0:
			to = i.parent
		case 1:
			to = i.beside(1)
		case 2:
			to = i.beside(-1)
		case 3:
			to = i.kid(0)
		case 4:
			to = i.kid(len(i.kids) - 1)
		}
		return this.of.bridge.given(to, fragment)
	})
}

// runtimeID tells the elements of a window apart. That of the window is the system's.
func runtimeID(this *face, out *uintptr) uintptr {
	if out == nil {
		return badPointer
	}
	*out = 0
	if this.of.id != 0 {
		const belowTheWindow = 3 // UiaAppendRuntimeId
		*out = arrayOf(belowTheWindow, this.of.id)
	}
	return ok
}

// box is where the thing is on the screen: left, top, width, height.
func box(this *face, out *[4]float64) uintptr { return answer(this, out, onScreen) }

// onScreen is where an item is on the screen.
func onScreen(i *item) [4]float64 {
	w := i.window()
	at, scale := i.At, w.Scale
	if i == w {
		at.X, at.Y = 0, 0
	}
	x, y := origin(i.handle)
	round := func(v float32) float64 { return math.Round(float64(v * scale)) }
	return [4]float64{float64(x) + round(at.X), float64(y) + round(at.Y), round(at.W), round(at.H)}
}

func embedded(_ *face, out *uintptr) uintptr {
	if out == nil {
		return badPointer
	}
	*out = 0
	return ok
}

func setFocus(this *face) uintptr {
	i := this.of.item()
	switch {
	case i == nil:
		return gone
	case i.Focus == nil:
		return ok
	}
	this.of.bridge.soon(i.Focus)
	return ok
}

func rootOf(this *face, out *uintptr) uintptr {
	return this.of.bridge.give(&item{handle: this.of.handle}, fragmentRoot, out)
}

// at is the thing at a point of the screen.
func at(this *face, x, y uintptr, out *uintptr) uintptr {
	return answer(this, out, func(w *item) uintptr {
		left, top := origin(w.handle)
		scale := max(w.Scale, 0.1)
		return this.of.bridge.given(w.under(float32(int32(x)-left)/scale, float32(int32(y)-top)/scale), fragment) // #nosec G115 -- they are of 32 bits
	})
}

func focusIn(this *face, out *uintptr) uintptr {
	return answer(this, out, func(w *item) uintptr { return this.of.bridge.given(w.focus(), fragment) })
}

func press(this *face) uintptr {
	i := this.of.item()
	switch {
	case i == nil:
		return gone
	case i.Press == nil:
		return notSupported
	case property(i, propIsEnabled) == false:
		return notEnabled
	}
	this.of.bridge.soon(i.Press)
	return ok
}

// setValue does nothing: what is typed comes by the keyboard.
func setValue(_ *face, _ uintptr) uintptr { return notSupported }

func valueOf(this *face, out *uintptr) uintptr {
	return answer(this, out, func(i *item) uintptr { return stringOf(i.Value) })
}

func readOnly(this *face, out *int32) uintptr {
	return answer(this, out, func(i *item) int32 { return number(i.Role != spoken.Field) })
}

func unselect(_ *face) uintptr { return notSupported }

func selected(this *face, out *int32) uintptr {
	return answer(this, out, func(i *item) int32 { return number(can(i, patternSelection)) })
}

func container(this *face, out *uintptr) uintptr {
	i := this.of.item()
	if i == nil || i.parent == nil {
		return embedded(this, out)
	}
	return this.of.bridge.give(i.parent, simple, out)
}
