package search

import (
	"context"

	find "beltroad/internal/search"
)

// Source makes the index that is searched, once, when it is first asked for it.
type Source struct {
	build func(context.Context) (*find.Index, error)
	busy  chan struct{} // has room for whoever builds
	done  chan struct{} // closed once there is an index
	index *find.Index
}

// NewSource makes a source of what build builds.
func NewSource(build func(context.Context) (*find.Index, error)) *Source {
	return &Source{build: build, busy: make(chan struct{}, 1), done: make(chan struct{})}
}

// With is a source that finds a named part beside what s finds.
func (s *Source) With(part string, documents []find.Document) *Source {
	return NewSource(func(ctx context.Context) (*find.Index, error) {
		index, err := s.Index(ctx)
		if err != nil {
			return nil, err
		}
		return index.With(ctx, part, documents)
	})
}

// Ready tells whether there is an index already.
func (s *Source) Ready() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// Index is the index, built if need be. That may take its time, so it is called
// beside the window. Of several that ask, the first builds, whatever becomes of
// its own context, and the others wait.
func (s *Source) Index(ctx context.Context) (*find.Index, error) {
	select {
	case <-s.done:
		return s.index, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case s.busy <- struct{}{}:
	}
	defer func() { <-s.busy }()
	if s.Ready() { // by the one before
		return s.index, nil
	}
	index, err := s.build(context.WithoutCancel(ctx))
	if err != nil {
		return nil, err
	}
	s.index = index
	close(s.done)
	return index, nil
}
