package views

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/internal/wording"
)

// hold is a time in which the window could not answer: it was drawn, or an
// event or a finished work was dealt with.
type hold struct {
	At     time.Time `json:"at"`
	Held   float64   `json:"held"`   // milliseconds
	Worked float64   `json:"worked"` // milliseconds of it that the window's thread itself worked, as far as the system tells
}

// CheckFrames makes the file for the times that the window was held, or tells why
// not; an empty name is none. It has to be new, so that none is lost.
func CheckFrames(file string) error {
	if file == "" {
		return nil
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) // #nosec G304 -- the user names the file
	if err != nil {
		return fmt.Errorf("--frames: %s: %s", file, wording.WhyUnsaved(English(), err))
	}
	return f.Close()
}

// recordFrames writes down each time that the window was held for longer than a
// frame, for tests that drive it: one JSON object a line. It asks the window
// to answer, again and again, and looks how long that takes.
//
// Where a processor draws in place of a graphics card, most of a hold is
// waiting for that; what the app itself is to blame for is what it worked.
func (a *App) recordFrames(file string) {
	const (
		frame = time.Second / 60
		pause = 2 * time.Millisecond
	)
	f, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0o600) // #nosec G304 -- the user names the file, which is new
	if err != nil {
		fyne.LogError("frames are not recorded", err)
		return
	}
	lines := json.NewEncoder(f)
	var worked time.Duration
	for ; !a.end.begun.Load(); time.Sleep(pause) {
		asked, before := time.Now(), worked
		fyne.DoAndWait(func() { worked = threadTime() })
		if held := time.Since(asked); held > frame {
			if err := lines.Encode(hold{asked, milliseconds(held), milliseconds(worked - before)}); err != nil {
				fyne.LogError("frames are not recorded", err)
				return
			}
		}
	}
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }
