package views

import (
	"encoding/json"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// hold is a time in which the window could not answer: it was drawn, or an
// event or a finished work was dealt with.
type hold struct {
	At   time.Time `json:"at"`
	Held float64   `json:"held"` // milliseconds
}

// recordFrames writes down each time that the window was held for longer than a
// frame, for tests that drive it: one JSON object a line. It asks the window
// to answer, again and again, and looks how long that takes.
func (a *App) recordFrames(file string) {
	const (
		frame = time.Second / 60
		pause = 2 * time.Millisecond
	)
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) // #nosec G304 -- the user names the file, and none is lost
	if err != nil {
		fyne.LogError("frames are not recorded", err)
		return
	}
	lines := json.NewEncoder(f)
	for ; !a.end.begun.Load(); time.Sleep(pause) {
		asked := time.Now()
		fyne.DoAndWait(func() {})
		if held := time.Since(asked); held > frame {
			if err := lines.Encode(hold{asked, held.Seconds() * 1000}); err != nil {
				fyne.LogError("frames are not recorded", err)
				return
			}
		}
	}
}
