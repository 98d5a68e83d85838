package timeline

import (
	"sync"
	"weak"

	"beltroad/data"
)

// Shared is the timeline of a dossier for all that show it: it is there once while
// anybody has it, and goes with the last who does. That of a large dossier is large.
type Shared struct {
	dossier *data.Dossier
	mu      sync.Mutex
	made    weak.Pointer[Timeline]
}

// NewShared shares the timeline of a dossier. Nothing is made yet.
func NewShared(d *data.Dossier) *Shared { return &Shared{dossier: d} }

// Get is the timeline, made if nobody has it.
func (s *Shared) Get() *Timeline {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.made.Value()
	if t == nil {
		t = New(s.dossier)
		s.made = weak.Make(t)
	}
	return t
}
