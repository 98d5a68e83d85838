package views

import (
	"runtime/metrics"
	"time"

	"beltroad/internal/memory"
	"beltroad/views/ui"
)

// tidy lets go of what was on screen, for as long as the app runs. Fyne cleans
// its caches only while it paints something that was refreshed, so a window at
// rest would keep all of its last pages for ever. A while after much was made, a
// little is refreshed, and then the memory goes back to the system.
func (a *App) tidy() {
	const (
		pause = 6 * time.Second
		much  = 16 << 20 // bytes made since the last time
		work  = 8 << 20  // bytes made in a pause while somebody works; a blinking cursor takes less
		rests = 4        // pauses after which all that Fyne kept is due
	)
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	made := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	last, tidied, rest := uint64(0), uint64(0), 0
	for ; !a.end.begun.Load(); time.Sleep(pause) {
		now := made()
		if rest++; now-last > work {
			rest = 0
		}
		last = now
		if now-tidied < much {
			continue
		}
		a.do(func() {
			for _, w := range a.windows {
				w.toast.layer.Refresh()
			}
		})
		if rest >= rests {
			ui.ForgetSizes() // few and small, but each among pages that have gone
			memory.Release()
			tidied = made()
		}
	}
}
