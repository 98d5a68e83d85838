package library

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"beltroad/data"
	"beltroad/internal/atomicfile"
	"beltroad/internal/kept"
)

// As is what a dossier is beside others of its name. The zero As has it found out.
type As struct {
	VersionOf string // id of the entry that it is another version of; empty: of none
	Another   bool   // it is a dossier of its own
	Mine      bool   // it was made on this computer
	Sheet     string // the spreadsheet that it was made of; empty: what is read is one, or it is of none
}

// Add reads the dossier that a path leads to and puts it on the shelf, copied into
// the library's own folder or left where it is. A copy of another version of one that
// is there takes its place, and that stays as an earlier version. The error is a
// [data.Problems] if it is no dossier, a [*SameName] if it has to be asked what it is.
func (s *Shelf) Add(ctx context.Context, path string, copied bool, watch data.Watch) (Entry, error) {
	return s.AddAs(ctx, path, copied, As{}, watch)
}

// AddAs is Add where it is known what a dossier is.
func (s *Shelf) AddAs(ctx context.Context, path string, copied bool, as As, watch data.Watch) (Entry, error) {
	e, _, err := s.Take(ctx, path, copied, as, watch)
	return e, err
}

// Take is AddAs for who shows the dossier, too, which is read once then. It is nil
// where there is no entry.
func (s *Shelf) Take(ctx context.Context, path string, copied bool, as As, watch data.Watch) (Entry, *data.Dossier, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Entry{}, nil, unreadable(path, err)
	}
	before := stampOf(path)
	d, in, err := open(ctx, path, watch)
	if err != nil {
		return Entry{}, nil, err
	}
	defer in.Close() //nolint:errcheck // only read
	if in.draft != nil {
		as.Mine, as.Sheet = true, path
	}
	var e Entry
	if copied {
		e, err = s.copyIn(ctx, in.FS, d, savedAt(path, in.FS, d), as, func() error {
			if stampOf(path) != before {
				return problem(path, "files that were saved while they were read", "once more")
			}
			return nil
		})
	} else {
		e, err = s.put(Entry{Place: InPlace, Path: path, Changed: savedAt(path, in.FS, d)}.describe(d), as)
	}
	if e.ID == "" {
		d = nil
	}
	return e, d, err
}

// AddFS is AddAs for files that are nowhere on the disk as they are, such as mended
// ones: they are copied.
func (s *Shelf) AddFS(ctx context.Context, fsys fs.FS, as As, watch data.Watch) (Entry, error) {
	d, err := data.OpenWith(ctx, fsys, watch)
	if err != nil {
		return Entry{}, err
	}
	return s.copyIn(ctx, fsys, d, time.Now(), as, func() error { return nil })
}

// savedAt is when the files of a dossier were last saved.
func savedAt(path string, in fs.FS, d *data.Dossier) time.Time {
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !IsDescriptor(path) {
		return info.ModTime().UTC().Truncate(time.Second)
	}
	var last time.Time
	for _, name := range d.Files() {
		if info, err := fs.Stat(in, name); err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last.UTC().Truncate(time.Second)
}

// copyIn copies the files of a dossier into the library. Afterwards it is asked
// whether they were the same all the time.
func (s *Shelf) copyIn(ctx context.Context, fsys fs.FS, d *data.Dossier, saved time.Time, as As, check func() error) (Entry, error) {
	if s.disk == nil {
		return Entry{}, ErrNowhere
	}
	folder := filepath.Join(s.disk.dir, copies)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return Entry{}, &kept.Unsaved{What: kept.Library, File: folder, Err: err}
	}
	const longest = 60
	name := d.Metadata().Name
	name = strings.TrimSuffix(name[:min(len(name), longest)], "-") + "-" + newID() + End
	path, sum := filepath.Join(folder, name), sha256.New()
	err := atomicfile.WriteHere(path, 0o600, func(w io.Writer) error {
		return pack(ctx, fsys, d.Files(), io.MultiWriter(w, sum))
	})
	switch {
	case ctx.Err() != nil:
		_ = os.Remove(path) // it is not there, if that was called off
		return Entry{}, ctx.Err()
	case err != nil:
		return Entry{}, &kept.Unsaved{What: kept.Library, File: path, Err: err}
	}
	e := Entry{Place: Copied, Path: name, Sum: hex.EncodeToString(sum.Sum(nil)), Changed: saved.UTC().Truncate(time.Second)}
	if err := check(); err != nil {
		return Entry{}, errors.Join(err, os.Remove(path))
	}
	put, err := s.put(e.describe(d), as)
	if !slices.Contains(put.copies(), path) { // it is not needed
		err = errors.Join(err, os.Remove(path))
	}
	return put, err
}

// put gives an entry its place in the list.
func (s *Shelf) put(e Entry, as As) (Entry, error) {
	var refused error
	e.ID, e.Mine, e.Sheet = newID(), as.Mine, as.Sheet
	id := e.ID
	err := s.change(func(all []Entry) []Entry {
		refused, id = nil, e.ID
		o := findOthers(all, e, as)
		switch {
		case o.at >= 0:
			all[o.at] = all[o.at].replaced(e)
			id = all[o.at].ID
			return all
		case o.like == nil && len(o.others) > 0 && !as.Another:
			refused = &SameName{e, o.others}
			return all
		case len(all) >= mostEntries:
			refused = ErrMany
			return all
		}
		added := e
		switch {
		case o.like != nil:
			added.Notes = o.like.Notes
		case as.Another:
			added.Notes = freeName(e.Name, slices.Concat(builtins(), all))
		}
		return append(all, added)
	})
	if refused != nil {
		return Entry{}, refused
	}
	put, _ := s.Find(id)
	return put, err
}

// others are the entries beside which another is to be put.
type others struct {
	at     int     // of the one that it takes the place of; -1: of none
	like   *Entry  // one that it is the same dossier as, at another place; nil: none
	others []Entry // those that it could be mixed up with
}

func findOthers(all []Entry, e Entry, as As) others {
	o := others{at: -1}
	for i, other := range slices.Concat(all, builtins()) {
		if !other.Removed.IsZero() || i < len(all) && other.Place == Builtin {
			continue
		}
		isSame := other.isSame(e) && !as.Another
		if as.VersionOf != "" {
			isSame = other.ID == as.VersionOf
		}
		switch {
		case e.Place == InPlace && other.Place == InPlace && other.Path == e.Path,
			e.Place == Copied && other.Place == Copied && (other.has(e.Sum) || isSame):
			return others{at: i}
		case isSame:
			o.like = &other
		case other.Name == e.Name:
			o.others = append(o.others, other)
		}
	}
	return o
}

// has tells whether a copy has these bytes, in whichever version.
func (e Entry) has(sum string) bool {
	return e.Sum == sum || slices.ContainsFunc(e.Earlier, func(v Version) bool { return v.Sum == sum })
}

// replaced is an entry as another version of it is added. It keeps what its user has
// done with it.
func (e Entry) replaced(by Entry) Entry {
	earlier := e.Earlier
	switch {
	case e.Place == InPlace || e.Sum == by.Sum:
		by.Path = e.Path
	default:
		if i := slices.IndexFunc(earlier, func(v Version) bool { return v.Sum == by.Sum }); i >= 0 { // it was there before
			by.Path = earlier[i].Path
			earlier = slices.Delete(slices.Clone(earlier), i, i+1)
		}
		earlier = append([]Version{{e.Version, e.Path, e.Changed, e.Sum}}, earlier...)
	}
	by.ID, by.Notes, by.Opened, by.Earlier = e.ID, e.Notes, e.Opened, earlier
	by.Mine = by.Mine || e.Mine
	return by
}

// freeName is a name that no dossier's notes are kept under.
func freeName(name string, all []Entry) string {
	for n := 2; ; n++ {
		free := fmt.Sprintf("%s-%d", name, n)
		if !slices.ContainsFunc(all, func(e Entry) bool { return e.NotesName() == free }) {
			return free
		}
	}
}

// newID is an id that no entry has.
func newID() string {
	const letters = 12
	return strings.ToLower(rand.Text())[:letters]
}
