// Package crash keeps what is known of a crash until the app's next start.
//
// While the app runs, its folder holds a log with a head alone. Go writes
// there what ends the app badly, even what no code of ours could catch. An end
// that was asked for, and one without a trace such as a power cut, leaves none.
package crash

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"beltroad/internal/atomicfile"
)

// LastLog is the file that keeps the last crash, below the app's folder. Both
// logs have a folder of their own, for Fyne watches the app's.
const LastLog = folder + "/last.log"

const (
	folder = "crash"
	runLog = folder + "/run.log"
	most   = 256 << 10 // bytes that are kept of a crash: its beginning says most
)

// Log is that of this run.
type Log struct {
	// Before is the crash that ended the run before this one; empty: none did.
	Before string

	file *os.File // nil: there is none
}

// Open takes up what the run before this one left in dir, and has a crash of
// this one written there. The version stands in the log's head. The log can
// always be used, whatever goes wrong.
func Open(dir, version string) (*Log, error) {
	l := &Log{}
	if runtime.GOOS == "js" { // a browser's console tells of it, and there are no files
		return l, nil
	}
	path := filepath.Join(dir, runLog)
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err != nil {
		return l, err
	}
	if l.Before, err = left(path); err != nil {
		return l, err
	}
	if l.Before != "" {
		if err := keep(filepath.Join(dir, LastLog), l.Before); err != nil {
			return l, err // and the log stays: the next start tries again
		}
	}
	// Another copy of the app may have the file open, so each adds to its end.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return l, err
	}
	l.file = f
	_, err = fmt.Fprintf(f, "%s\nStarted %s\n\n", version, stamp(time.Now()))
	return l, errors.Join(err, debug.SetCrashOutput(f, debug.CrashOptions{}))
}

// Close is for an end that was meant: no log stays.
func (l *Log) Close() error {
	if l.file == nil {
		return nil
	}
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), l.file.Close(), os.Remove(l.file.Name()))
}

// left is the crash in a run's log, with the time of its end in its head.
func left(path string) (string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() { // reading a pipe would wait for ever
		return "", fmt.Errorf("%s is not a regular file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return "", err
	}
	head, trace, _ := bytes.Cut(bytes.ToValidUTF8(b, []byte("?")), []byte("\n\n"))
	if len(bytes.TrimSpace(trace)) == 0 {
		return "", nil
	}
	return fmt.Sprintf("%s\nEnded %s\n\n%s", head, stamp(info.ModTime()), trace), nil
}

func keep(path, crash string) error {
	return atomicfile.Write(path, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, crash)
		return err
	})
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
