package views

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"fyne.io/fyne/v2/app"

	"beltroad/internal/atomicfile"
	"beltroad/internal/message"
	"beltroad/internal/portable"
	"beltroad/internal/wording"
)

// unread is the error of files that Fyne would have read at the start, and waited for
// ever, filled the memory or broken with. None of them is used.
type unread struct {
	moved, as []string // those that were put aside, and where they are now
	left      []string // those that are where they were
	blocked   error    // why one could not be put aside, so that nothing can be kept; nil: all could
}

// Error is a sentence for a log; the app words its own.
func (u *unread) Error() string {
	return fmt.Sprintf("no files: %q, now %q; %q; %v", u.moved, u.as, u.left, u.blocked)
}

// said words it for the user.
func (u *unread) said(w *message.Printer) string {
	switch {
	case u.blocked != nil:
		return w.Say("settings.odd.blocked", map[string]any{"File": u.left[0], "Why": wording.WhyUnsaved(w, u.blocked)})
	case len(u.moved) > 1:
		return w.Say("settings.odd.many", map[string]any{"Count": len(u.moved), "File": u.moved[0]})
	case len(u.moved) > 0:
		return w.Say("settings.odd", map[string]any{"File": u.moved[0], "Kept": filepath.Base(u.as[0])})
	default:
		return w.Say("settings.odd.left", map[string]any{"File": u.left[0]})
	}
}

// foreign is a file that Fyne reads, or the search for fonts.
type foreign struct {
	path string
	most int64 // bytes
	fit  func(path string) bool
}

// readByFyne are the files that Fyne reads by itself: its settings, a theme, what the
// app would prefer, notifications that are due, and the index of the system's fonts.
func readByFyne(id string) []foreign {
	const most, mostFonts = 1 << 20, 64 << 20
	root := filepath.Dir((&app.SettingsSchema{}).StoragePath())
	all := []foreign{
		{filepath.Join(root, "settings.json"), most, nil},
		{filepath.Join(root, "theme.json"), most, nil},
		{filepath.Join(root, id, "preferences.json"), most, hasNoLists},
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return all
	}
	due := base64.StdEncoding.EncodeToString([]byte("fyne-scheduled-notifications.json"))
	all = append(all, foreign{filepath.Join(cache, "fyne", id, due), most, nil})
	indexes, _ := filepath.Glob(filepath.Join(cache, "font_index_v*.cache")) // the pattern is good
	for _, path := range indexes {
		all = append(all, foreign{path, mostFonts, nil})
	}
	return all
}

// hasNoLists tells whether a file's members are no lists: Fyne panics at one of more
// than one kind. The app has no preferences there.
func hasNoLists(path string) bool {
	const most = 1 << 20
	b, err := atomicfile.Read(path, most)
	var members map[string]any
	if err != nil || json.Unmarshal(b, &members) != nil {
		return true // Fyne says so, and goes on without
	}
	for _, m := range members {
		if _, list := m.([]any); list {
			return false
		}
	}
	return true
}

// clearWay looks at files before Fyne opens them: opening a pipe waits for ever. What
// is no file, or a very large one, is put aside; a folder is left, as Fyne is none the
// worse for it. The error is an [*unread], nil where all is well.
func clearWay(files []foreign) error {
	u := &unread{}
	for _, f := range files {
		info, err := os.Stat(f.path)
		switch {
		case err != nil: // Fyne cannot read it either
			continue
		case info.IsDir():
			u.left = append(u.left, f.path)
			continue
		case info.Mode().IsRegular() && info.Size() <= f.most && (f.fit == nil || f.fit(f.path)):
			continue
		}
		kept, err := atomicfile.SetAside(f.path, time.Now())
		if errors.Is(err, fs.ErrNotExist) { // another copy of the app was faster
			continue
		}
		if err != nil {
			u.left, u.blocked = append(u.left, f.path), err
			continue
		}
		u.moved, u.as = append(u.moved, f.path), append(u.as, kept)
	}
	if u.moved == nil && u.left == nil {
		return nil
	}
	if u.blocked != nil {
		portable.Nowhere(runtime.GOOS)
	}
	return u
}

// isBlocked tells whether Fyne has to be kept from its folders.
func isBlocked(err error) bool {
	u, ok := errors.AsType[*unread](err)
	return ok && u.blocked != nil
}
