package views

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"beltroad/data"
	diff "beltroad/internal/compare"
	"beltroad/internal/library"
	"beltroad/internal/message"
	"beltroad/internal/wording"
	"beltroad/views/compare"
	page "beltroad/views/library"
	"beltroad/views/record"
	"beltroad/views/route"
)

// dossiers are those that the one of a window can be compared with.
type dossiers interface {
	// others are all that there are but the one that is open, its own versions first,
	// earlier versions after the dossier that they are of.
	others(of *material, words *message.Printer) []compare.Dossier
	// readOther reads one of them by its id.
	readOther(ctx context.Context, of *material, id string, watch data.Watch) (*data.Dossier, error)
}

// Dossiers implements [compare.Host].
func (s *Shell) Dossiers() []compare.Dossier { return s.frame.others(s.material, s.words.Printer) }

// ReadDossier implements [compare.Host].
func (s *Shell) ReadDossier(ctx context.Context, id string, read func(done, total int64)) (*data.Dossier, error) {
	return s.frame.readOther(ctx, s.material, id, data.Watch{Read: read})
}

// WhyUnread implements [compare.Host].
func (s *Shell) WhyUnread(err error) string {
	if all, ok := errors.AsType[data.Problems](err); ok && len(all) > 0 {
		return record.Quoted(s.words.Printer, all[0].String())
	}
	switch {
	case errors.Is(err, library.ErrGone):
		return s.words.Say("compare.gone")
	case errors.Is(err, errForgotten):
		return s.words.Say("compare.forgotten")
	}
	return wording.WhyUnread(s.words.Printer, err)
}

// ChooseOther implements [compare.Host].
func (s *Shell) ChooseOther(folder bool) { s.frame.ChooseOther(folder) }

// ChooseOther implements [Frame]: one that is not in the library is chosen to compare with.
func (w *Window) ChooseOther(folder bool) {
	if folder {
		w.chooseFolder(w.compareWith)
	} else {
		w.chooseDossier(w.compareWith)
	}
}

// compareWith compares the open dossier with the one at a path.
func (w *Window) compareWith(path string) {
	if w.shell == nil {
		return
	}
	id := ""
	for _, e := range w.Entries() {
		if e.Place == library.InPlace && e.Path == path {
			id = e.ID
		}
	}
	if id == "" {
		id = w.app.stores.outside.add(path)
	}
	w.shell.Go(route.To(route.Compare, id))
}

// ofVersion stands between the id of a dossier in the library and the beginning of
// the hash of an earlier version.
const ofVersion = "@"

// versionID is the id of an earlier version of a dossier, as a route has it.
func versionID(e library.Entry, v library.Version) string {
	const enough = 12
	return e.ID + ofVersion + v.Sum[:min(enough, len(v.Sum))]
}

// elsewhere are dossiers that are compared with and not in the library, for as long as
// the app runs. Several goroutines may use them.
type elsewhere struct {
	mu    sync.Mutex
	paths []string
}

// add has another one, and returns its id, as a route has it.
func (o *elsewhere) add(path string) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !slices.Contains(o.paths, path) {
		o.paths = append(o.paths, path)
	}
	return outsideID(path)
}

// all are the paths of all of them.
func (o *elsewhere) all() []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.paths)
}

// atPath begins the id of a dossier that is not in the library.
const atPath = "at-"

func outsideID(path string) string {
	const enough = 6 // bytes
	sum := sha256.Sum256([]byte(path))
	return atPath + hex.EncodeToString(sum[:enough])
}

// errForgotten is of a dossier that was chosen before the app was started.
var errForgotten = errors.New("it is not known where it is")

// shelved are the dossiers of a library, and those that were chosen beside it.
type shelved struct {
	*library.Shelf

	outside *elsewhere
}

// others implements [dossiers].
func (s shelved) others(of *material, words *message.Printer) []compare.Dossier {
	var all, rest []compare.Dossier
	add := func(e diff.Edition, id, where string) {
		next := compare.Dossier{ID: id, Name: nameBeside(words, of.dossier, e)}
		called := func(d compare.Dossier) bool { return d.Name == next.Name }
		m := of.dossier.Metadata()
		isLike := e == diff.Edition{Name: m.Name, Title: m.Title, Version: m.Version}
		if where != "" && (isLike || slices.ContainsFunc(all, called) || slices.ContainsFunc(rest, called)) { // two that are called so
			next.Name = words.Say("compare.where", message.Args{"Dossier": next.Name, "Where": where})
		}
		if e.Name == of.name {
			all = append(all, next)
		} else {
			rest = append(rest, next)
		}
	}
	entries := s.Entries()
	where := page.Where(words, entries)
	for _, e := range entries {
		edition := diff.Edition{Name: e.Name, Title: e.Title, Version: e.Version}
		if e.ID != of.from {
			add(edition, e.ID, where[e.ID])
		}
		for _, v := range e.Earlier {
			if edition.Version = v.Version; v.Path == of.from {
				continue
			}
			add(edition, versionID(e, v), "")
		}
	}
	all = append(all, rest...)
	for _, path := range s.outside.all() {
		all = append(all, compare.Dossier{ID: outsideID(path), Name: filepath.Base(path)})
	}
	return all
}

// nameBeside names a dossier beside the one that is open. Of another version of that
// the version alone says which it is, and would be cut first behind the title.
func nameBeside(words *message.Printer, open *data.Dossier, e diff.Edition) string {
	if m := open.Metadata(); m.Name == e.Name && m.Title == e.Title && e.Version != "" {
		return words.Say("compare.version", message.Args{"Version": e.Version})
	}
	return diff.EditionIn(words, e)
}

// readOther implements [dossiers].
func (s shelved) readOther(ctx context.Context, _ *material, id string, watch data.Watch) (*data.Dossier, error) {
	for _, path := range s.outside.all() {
		if outsideID(path) == id {
			return library.Open(ctx, path, watch)
		}
	}
	if strings.HasPrefix(id, atPath) {
		return nil, errForgotten
	}
	entry, _, isVersion := strings.Cut(id, ofVersion)
	e, ok := s.Find(entry)
	if ok && !isVersion {
		return s.Open(ctx, e, watch)
	}
	for _, v := range e.Earlier {
		if versionID(e, v) == id {
			return library.Open(ctx, v.Path, watch)
		}
	}
	return nil, library.ErrGone
}

// others implements [dossiers].
func (w *Window) others(of *material, words *message.Printer) []compare.Dossier {
	return w.shelved().others(of, words)
}

// readOther implements [dossiers].
func (w *Window) readOther(ctx context.Context, of *material, id string, watch data.Watch) (*data.Dossier, error) {
	return w.shelved().readOther(ctx, of, id, watch)
}

// offerWhatIsNew offers to compare a version with the one whose place it has taken, or
// with an earlier one that was open where it was asked for; was may be nil.
func (w *Window) offerWhatIsNew(m, was *material, from want) {
	shelf := w.app.stores.dossiers()
	e, ok := shelf.Find(m.from)
	if !ok {
		return
	}
	with := ""
	if from.from != m.from && len(e.Earlier) > 0 {
		with = versionID(e, e.Earlier[0])
	} else if was != nil && was.name == m.name && diff.Later(m.dossier.Metadata().Version, was.dossier.Metadata().Version) {
		if other, ok := shelf.Find(was.from); ok && other.ID != e.ID {
			with = other.ID
		}
	}
	if with != "" {
		words, to := w.app.words, route.To(route.Compare, with)
		w.Offer(words.Say("dossier.opened", message.Args{"Dossier": e.Title}), words.Say("compare.new"), func() { w.shell.Go(to) })
	}
}

// shown is the dossier that the window shows; nil: none yet.
func (w *Window) shown() *material {
	if w.shell == nil {
		return nil
	}
	return w.shell.material
}

func (w *Window) shelved() shelved { return shelved{w.app.stores.dossiers(), &w.app.stores.outside} }

// comparedInPictures are the dossiers that pictures compare one with: the others that
// come with the program. Tests have versions of it, too.
var comparedInPictures = func(d *data.Dossier) []*data.Dossier {
	var all []*data.Dossier
	for _, b := range data.Builtins() {
		if other, err := data.Open(b.FS); err == nil && other.Metadata().Name != d.Metadata().Name {
			all = append(all, other)
		}
	}
	return all
}

// others implements [dossiers].
func (pictureFrame) others(of *material, words *message.Printer) []compare.Dossier {
	var all []compare.Dossier
	for _, d := range comparedInPictures(of.dossier) {
		m := d.Metadata()
		all = append(all, compare.Dossier{ID: m.Name, Name: nameBeside(words, of.dossier, diff.Edition{Name: m.Name, Title: m.Title, Version: m.Version})})
	}
	return all
}

// readOther implements [dossiers].
func (pictureFrame) readOther(_ context.Context, of *material, id string, _ data.Watch) (*data.Dossier, error) {
	for _, d := range comparedInPictures(of.dossier) {
		if d.Metadata().Name == id {
			return d, nil
		}
	}
	return nil, library.ErrGone
}

// compareTour is the page before anything is compared, and with what pictures have to
// compare with. The record of a change stands beside it, too.
func compareTour(d *data.Dossier) []route.Route {
	all := []route.Route{route.To(route.Compare, "")}
	for _, o := range (pictureFrame{}).others(&material{dossier: d}, message.Keys()) {
		r := route.To(route.Compare, o.ID)
		all = append(all, r)
		if f := d.Figures(); len(f) > 0 && o.ID == d.Metadata().Name {
			all = append(all, r.Beside(route.Figure, f[0].ID))
		}
	}
	return all
}
