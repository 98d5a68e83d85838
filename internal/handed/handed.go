// Package handed takes the files that the desktop hands to the program other than as
// arguments: on macOS a double click comes as an event, which Fyne does not pass on.
package handed

import "sync"

// Files are those that were handed over. They wait until somebody opens them. Nil has none.
type Files struct {
	mu      sync.Mutex
	waiting []string
	open    func(path string)
}

// Open has each file opened from now on, those that wait first. It is called where the
// system calls, which is not to be held.
func (f *Files) Open(open func(path string)) {
	if f == nil { // nobody listens
		return
	}
	f.mu.Lock()
	waiting := f.waiting
	f.waiting, f.open = nil, open
	f.mu.Unlock()
	for _, path := range waiting {
		open(path)
	}
}

// take takes a file from the system.
func (f *Files) take(path string) {
	const most = 16 // that wait: more is a mistake
	f.mu.Lock()
	open := f.open
	if open == nil && path != "" && len(f.waiting) < most {
		f.waiting = append(f.waiting, path)
	}
	f.mu.Unlock()
	if open != nil && path != "" {
		open(path)
	}
}
