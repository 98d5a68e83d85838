package library

import (
	"context"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// pause is that between two looks at what is watched.
const pause = time.Second

// Watch tells each time that what a path leads to was saved, once it has come to
// rest. It looks once a second, and ends with its context, which closes the channel.
func Watch(ctx context.Context, path string) <-chan struct{} {
	ticker := time.NewTicker(pause)
	return watch(ctx, func() uint64 { return stampOf(path) }, ticker.C, ticker.Stop)
}

// watch looks at each tick.
func watch(ctx context.Context, look func() uint64, ticks <-chan time.Time, stop func()) <-chan struct{} {
	saved := make(chan struct{}, 1)
	known := look()
	go func() {
		defer close(saved)
		defer stop()
		last := known
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticks:
			}
			now := look()
			if now == last && now != known { // it has come to rest
				known = now
				select {
				case saved <- struct{}{}:
				default: // it was told, and nobody has asked since
				}
			}
			last = now
		}
	}()
	return saved
}

// mostWatched is how many files of a folder are looked at.
const mostWatched = 2_000

// stampOf is what tells a state of a folder's files, or of a file, from another:
// names, sizes and times. What is hidden is no part of a dossier.
func stampOf(path string) uint64 {
	root, takes := watched(path)
	if end, err := filepath.EvalSymlinks(root); err == nil {
		root = end
	}
	h := fnv.New64a()
	seen := 0
	_ = filepath.WalkDir(root, func(file string, e os.DirEntry, err error) error { // which returns no other error
		seen++
		switch {
		case seen > mostWatched:
			return filepath.SkipAll
		case err != nil:
			_, _ = fmt.Fprintln(h, file, err) // a hash takes all
		case file != root && !takes(e):
			if e.IsDir() {
				return filepath.SkipDir
			}
		case !e.IsDir():
			if info, err := e.Info(); err == nil {
				_, _ = fmt.Fprintln(h, file, info.Size(), info.ModTime().UnixNano(), info.Mode()) // as above
			}
		}
		return nil
	})
	return h.Sum64()
}

// watched is the folder or file that a path means, and what in it counts.
func watched(path string) (root string, takes func(os.DirEntry) bool) {
	shown := func(e os.DirEntry) bool { return !strings.HasPrefix(e.Name(), ".") }
	if folder, ok := folderOf(path); ok {
		return folder, shown
	}
	if isTable(path) { // those beside it may be of the same dossier
		return filepath.Dir(path), func(e os.DirEntry) bool { return shown(e) && !e.IsDir() && isTable(e.Name()) }
	}
	return path, shown
}
