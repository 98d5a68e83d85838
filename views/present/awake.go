package present

import (
	"runtime"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// waking is whether the screen is to stay on.
var waking struct {
	on    atomic.Bool
	doing sync.Mutex
}

// stayAwake keeps the screen from going to sleep, or lets it. On Windows that is
// said for the thread that says it, so it is this one, which stays. Elsewhere but on
// macOS a service is asked, which may take its time.
func stayAwake(on bool) {
	waking.on.Store(on)
	say := func() {
		waking.doing.Lock()
		defer waking.doing.Unlock()
		fyne.CurrentApp().Driver().SetDisableScreenBlanking(waking.on.Load())
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		say()
		return
	}
	go say()
}
