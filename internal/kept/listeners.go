package kept

import (
	"maps"
	"slices"
	"sync"
)

// Listeners are told of changes, on whatever goroutine makes them. The zero
// Listeners are none.
type Listeners struct {
	mu   sync.Mutex
	hear map[int]func()
	next int
}

// Listen has a function called after each change, until it is stopped.
func (l *Listeners) Listen(changed func()) (stop func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.hear == nil {
		l.hear = map[int]func(){}
	}
	l.next++
	id := l.next
	l.hear[id] = changed
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.hear, id)
	}
}

// Tell tells all who listen.
func (l *Listeners) Tell() {
	l.mu.Lock()
	all := slices.Collect(maps.Values(l.hear))
	l.mu.Unlock()
	for _, changed := range all {
		changed()
	}
}

// Trouble tells of errors. While something goes on failing, that is told once.
type Trouble struct {
	mu      sync.Mutex
	tell    func(error)
	telling bool // it was told, and has not ended
}

// Hear has a function told of errors, on any goroutine.
func (t *Trouble) Hear(tell func(error)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.tell = tell
}

// Tell tells how something ended, nil for well; what is news is told each time.
func (t *Trouble) Tell(err error, news bool) {
	t.mu.Lock()
	quiet := t.telling && !news
	t.telling = err != nil
	tell := t.tell
	t.mu.Unlock()
	if err != nil && !quiet && tell != nil {
		tell(err)
	}
}
