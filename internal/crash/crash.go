// Package crash keeps what is known of a crash until the app's next start.
//
// While the app runs, its folder holds a log with a head alone, one for each run:
// several copies of the app may run at once. Go writes there what ends the app
// badly, even what no code of ours could catch. An end that was asked for, and one
// without a trace such as a power cut, leaves none.
package crash

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"beltroad/internal/atomicfile"
	"beltroad/internal/kept"
)

// LastLog is the file that keeps the last crash, below the app's folder. Both
// logs have a folder of their own, for Fyne watches the app's.
const LastLog = folder + "/last.log"

const (
	folder = "crash"
	most   = 256 << 10 // bytes that are kept of a crash: its beginning says most
)

// ofRun are the logs of runs. They were all called run.log once.
const ofRun = "run*.log"

// Log is that of this run.
type Log struct {
	// Before are the crashes that ended runs before this one; empty: none did.
	Before string

	file *os.File // nil: there is none
}

// Open takes up what runs before this one left in dir, and has a crash of
// this one written there. The version stands in the log's head. The log can
// always be used, whatever goes wrong.
func Open(dir, version string) (*Log, error) {
	l := &Log{}
	if dir == "" || runtime.GOOS == "js" { // a browser's console tells of it, and there are no files
		return l, nil
	}
	in := filepath.Join(dir, folder)
	if err := os.MkdirAll(in, 0o700); err != nil {
		return l, err
	}
	err := l.takeUp(in, filepath.Join(dir, LastLog))
	return l, errors.Join(err, l.begin(in, version))
}

// takeUp keeps what runs left that have ended. What goes wrong with one does not
// matter to the others; its log stays for the next start.
func (l *Log) takeUp(in, last string) error {
	entries, err := os.ReadDir(in)
	var crashes []crash
	for _, e := range entries {
		if is, _ := filepath.Match(ofRun, e.Name()); !is { // the pattern is a good one
			continue
		}
		c, leftErr := left(filepath.Join(in, e.Name()))
		err = errors.Join(err, leftErr)
		if c.told != "" {
			crashes = append(crashes, c)
		}
	}
	if len(crashes) == 0 {
		return err
	}
	slices.SortFunc(crashes, func(a, b crash) int { return cmp.Or(b.ended.Compare(a.ended), cmp.Compare(a.path, b.path)) })
	var all []string
	for _, c := range crashes {
		all = append(all, c.told)
	}
	l.Before = strings.Join(all, "\n")
	if keepErr := keep(last, l.Before); keepErr != nil {
		return errors.Join(err, keepErr) // and the logs stay: the next start tries again
	}
	for _, c := range crashes {
		err = errors.Join(err, remove(c.path))
	}
	return err
}

// remove deletes a log, unless another copy of the app was faster.
func remove(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// begin makes the log of this run.
func (l *Log) begin(in, version string) (err error) {
	const attempts = 10 // another copy that starts may take the new log for one that was left
	for range attempts {
		if l.file, err = begin(in); err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(l.file, "%s\nStarted %s\n\n", version, stamp(time.Now()))
	return errors.Join(err, debug.SetCrashOutput(l.file, debug.CrashOptions{}))
}

// begin makes a new log, which is locked until it is closed.
func begin(in string) (*os.File, error) {
	path := filepath.Join(in, fmt.Sprintf("run-%08x.log", rand.Uint32()))             // #nosec G404 -- no secret: O_EXCL refuses what is there
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY|os.O_APPEND, 0o600) // #nosec G304 -- in the app's folder
	if err != nil {
		return nil, err
	}
	if err = kept.TryLock(f); err == nil || errors.Is(err, errors.ErrUnsupported) {
		there, statErr := os.Stat(path)
		if ours, err := f.Stat(); statErr == nil && err == nil && os.SameFile(there, ours) {
			return f, nil
		}
		err = fs.ErrNotExist
	}
	return nil, errors.Join(err, f.Close(), remove(path))
}

// Close is for an end that was meant: no log stays.
func (l *Log) Close() error {
	if l.file == nil {
		return nil
	}
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), l.file.Close(), remove(l.file.Name()))
}

// crash is what a run left that ended badly.
type crash struct {
	path  string
	told  string // empty: it ended otherwise, or runs
	ended time.Time
}

// left is the crash in a run's log, with the time of its end in its head. The log of
// a run that ended without one is deleted, that of one that goes on stays.
func left(path string) (crash, error) {
	b, ended, err := read(path)
	if err != nil || b == nil {
		return crash{}, err
	}
	head, trace, _ := bytes.Cut(bytes.ToValidUTF8(b, []byte("?")), []byte("\n\n"))
	if len(bytes.TrimSpace(trace)) == 0 {
		return crash{}, remove(path)
	}
	return crash{path, fmt.Sprintf("%s\nEnded %s\n\n%s", head, stamp(ended), trace), ended}, nil
}

// read reads the log of a run that has ended; there is none where it goes on, or
// where nobody can tell.
func read(path string) (b []byte, ended time.Time, err error) {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) { // another copy of the app was faster
		return nil, ended, nil
	}
	if err != nil {
		return nil, ended, err
	}
	if !info.Mode().IsRegular() { // reading a pipe would wait for ever, and a link leads elsewhere
		return nil, ended, fmt.Errorf("%s is not a regular file", path)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0) // #nosec G304 -- in the app's folder
	if err != nil {
		return nil, ended, err
	}
	defer f.Close()
	lockErr := kept.TryLock(f)
	switch {
	case errors.Is(lockErr, kept.ErrLocked):
		return nil, ended, nil
	case lockErr != nil && !errors.Is(lockErr, errors.ErrUnsupported):
		return nil, ended, lockErr
	}
	if b, err = io.ReadAll(io.LimitReader(f, most)); err != nil {
		return nil, ended, err
	}
	// Without locks, only a trace tells that the run has ended.
	if lockErr != nil && bytes.HasSuffix(b, []byte("\n\n")) && bytes.Count(b, []byte("\n\n")) == 1 {
		return nil, ended, nil
	}
	return b, info.ModTime(), nil
}

// keep writes down crashes, through no link: that is taken away.
func keep(path, crashes string) error {
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return atomicfile.WriteHere(path, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, crashes)
		return err
	})
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
