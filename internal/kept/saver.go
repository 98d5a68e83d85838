package kept

import (
	"sync"
	"time"
)

// Soon is how long after the first change that is not saved saving begins, however
// many follow, so that all is on disk within a second.
const Soon = 150 * time.Millisecond

// again is the pause after it did not work.
const again = 3 * time.Second

// Saver saves what changes beside everything else, and tries again if that fails.
type Saver struct {
	Save func() error
	Left func() bool // tells whether something is left to be saved
	Told func(error) // is told how saving ended, nil for well

	mu    sync.Mutex
	timer *time.Timer
}

// Changed says that there is something to save. Whoever calls it may hold the lock
// that Left takes.
func (s *Saver) Changed() { s.in(Soon) }

func (s *Saver) in(pause time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.timer == nil {
		s.timer = time.AfterFunc(pause, s.Run)
	}
}

// Run saves, and sees to what is left.
func (s *Saver) Run() {
	s.Stop()
	err := s.Save()
	if s.Left() {
		pause := Soon
		if err != nil {
			pause = again
		}
		s.in(pause)
	}
	s.Told(err)
}

// Stop calls off what has not begun.
func (s *Saver) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
}
