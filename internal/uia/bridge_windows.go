package uia

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	core            = windows.NewLazySystemDLL("uiautomationcore.dll")
	returnProvider  = core.NewProc("UiaReturnRawElementProvider")
	hostProvider    = core.NewProc("UiaHostProviderFromHwnd")
	anyListener     = core.NewProc("UiaClientsAreListening")
	raise           = core.NewProc("UiaRaiseAutomationEvent")
	raiseChanged    = core.NewProc("UiaRaiseAutomationPropertyChangedEvent")
	raiseStructure  = core.NewProc("UiaRaiseStructureChangedEvent")
	raiseNotice     = core.NewProc("UiaRaiseNotificationEvent") // since Windows 10 1709
	user            = windows.NewLazySystemDLL("user32.dll")
	callHook        = user.NewProc("CallNextHookEx")
	callProc        = user.NewProc("CallWindowProcW")
	defaultProc     = user.NewProc("DefWindowProcW")
	setProc         = user.NewProc("SetWindowLongPtrW")
	setHook         = user.NewProc("SetWindowsHookExW")
	systemParameter = user.NewProc("SystemParametersInfoW")
	toScreen        = user.NewProc("ClientToScreen")
)

const (
	pause    = 100 * time.Millisecond // between two looks for a reader: what happens is told within it
	seldom   = time.Second            // where others listen
	stale    = time.Second            // how old an answer may be
	patience = time.Second            // how long somebody who asks waits for the windows
	interest = 10 * time.Second       // how long somebody who has asked is looked for
)

// bridge is a program that UI Automation can ask.
type bridge struct {
	Program

	tables [interfaces][]uintptr
	ui     atomic.Uint32 // the thread of the windows
	own    atomic.Uint32 // the one that looks
	loaded atomic.Bool   // UI Automation is, as somebody has asked
	now    atomic.Pointer[snapshot]
	asked  atomic.Int64 // when, for the last time
	look   chan chan struct{}
	ended  atomic.Bool
	before sync.Map // the procedures of windows that are ours now
}

// only is what windows are told of by: a procedure of Windows has nothing of its own.
var only atomic.Pointer[bridge]

// Serve answers UI Automation until the context or the windows end. Windows must be made
// on the one thread that Program.Do does things on.
func Serve(ctx context.Context, p Program) {
	b := newBridge(p)
	only.Store(b)
	p.Do(b.attach)
	b.serve(ctx)
}

func newBridge(p Program) *bridge {
	b := &bridge{Program: p, tables: tables(), look: make(chan chan struct{}, 1)}
	b.now.Store((&numbers{}).take(nil, time.Time{}))
	return b
}

// serve answers until the context or the windows end.
func (b *bridge) serve(ctx context.Context) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_MULTITHREADED) == nil {
		defer windows.CoUninitialize()
	}
	b.own.Store(windows.GetCurrentThreadId())
	b.watch(ctx)
	b.ended.Store(true)
}

// watch looks when somebody asks, and again and again for as long as somebody may want
// to know what has changed.
func (b *bridge) watch(ctx context.Context) {
	given := &numbers{}
	for {
		var again <-chan time.Time
		if wait := b.pace(); wait > 0 {
			again = time.After(wait)
		}
		var waits chan struct{}
		select {
		case <-ctx.Done():
			return
		case <-again:
		case waits = <-b.look:
		}
		now := b.Look()
		if now == nil {
			return
		}
		before, after := b.now.Load(), given.take(now, time.Now())
		b.now.Store(after)
		if waits != nil {
			close(waits)
		}
		if !before.when.IsZero() && listened() {
			b.tell(differ(before, after))
		}
	}
}

// pace is how long to wait for the next look, 0 where nobody wants to know.
func (b *bridge) pace() time.Duration {
	last := b.asked.Load()
	switch {
	case last == 0: // nobody ever asked
		return 0
	case time.Since(time.Unix(0, last)) < interest || readerRuns():
		return pause
	case listened():
		return seldom
	default:
		return 0
	}
}

// listened tells whether any program wants to hear of events.
func listened() bool {
	n, _, _ := anyListener.Call()
	return n != 0
}

// readerRuns tells whether a screen reader says that it runs.
func readerRuns() bool {
	const screenReader = 0x46 // SPI_GETSCREENREADER
	var on int32
	_, _, _ = systemParameter.Call(screenReader, 0, uintptr(unsafe.Pointer(&on)), 0)
	return on != 0
}

// current is the last snapshot. Who asks after a while waits for another, but not on the
// windows' own thread or that which looks: these would wait for themselves.
func (b *bridge) current() *snapshot {
	b.asked.Store(time.Now().UnixNano())
	s := b.now.Load()
	if time.Since(s.when) < stale || b.ended.Load() {
		return s
	}
	if thread := windows.GetCurrentThreadId(); thread == b.ui.Load() || thread == b.own.Load() {
		b.nudge()
		return s
	}
	limit := time.NewTimer(patience)
	defer limit.Stop()
	done := make(chan struct{})
	select {
	case b.look <- done:
	case <-limit.C:
		return s
	}
	select {
	case <-done:
	case <-limit.C:
	}
	return b.now.Load()
}

// nudge has the bridge look soon.
func (b *bridge) nudge() {
	select {
	case b.look <- nil:
	default:
	}
}

// soon does something that was asked for, and looks once it is done.
func (b *bridge) soon(do func()) {
	b.Do(func() {
		do()
		b.nudge()
	})
}

// tell raises events.
func (b *bridge) tell(all []event) {
	const (
		focusChanged       = 20005
		liveRegionChanged  = 20024
		childrenOtherwise  = 2
		other, inTheirTurn = 4, 2
	)
	for _, event := range all {
		e := b.element(event.of)
		p := e.pointer(simple)
		switch event.what {
		case focused:
			_, _, _ = raise.Call(p, focusChanged)
		case different:
			_, _, _ = raiseStructure.Call(p, childrenOtherwise, 0, 0)
		case renamed:
			changed(p, propName, event)
		case rewritten:
			changed(p, propValue, event)
		case announced:
			if raiseNotice.Find() != nil {
				_, _, _ = raise.Call(p, liveRegionChanged)
				break
			}
			text, kind := stringOf(event.now), stringOf("message")
			_, _, _ = raiseNotice.Call(p, other, inTheirTurn, text, kind)
			_, _, _ = freeString.Call(text)
			_, _, _ = freeString.Call(kind)
		}
		e.release()
	}
}

func changed(p uintptr, property uintptr, event event) {
	was, now := variantOf(event.was), variantOf(event.now)
	_, _, _ = raiseChanged.Call(p, property, uintptr(unsafe.Pointer(&was)), uintptr(unsafe.Pointer(&now)))
	was.free()
	now.free()
}

// origin is where the content of a window begins on the screen.
func origin(handle uintptr) (x, y int32) {
	var at struct{ x, y int32 }
	_, _, _ = toScreen.Call(handle, uintptr(unsafe.Pointer(&at)))
	return at.x, at.y
}
