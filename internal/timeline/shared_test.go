package timeline_test

import (
	"runtime"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/timeline"
)

func TestSharedTimelineIsThereOnceAndGoes(t *testing.T) {
	s := timeline.NewShared(datatest.Open(t, data.Builtin()))
	first := s.Get()
	if s.Get() != first {
		t.Error("there are two of it")
	}
	gone := make(chan bool, 1)
	runtime.AddCleanup(first, func(gone chan bool) { gone <- true }, gone)
	runtime.KeepAlive(first)
	runtime.GC()
	if <-gone; s.Get() == nil {
		t.Error("it is not made again")
	}
}
