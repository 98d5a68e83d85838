package views

import (
	"cmp"
	"context"
	"errors"

	"beltroad/data"
	"beltroad/internal/library"
	ownsource "beltroad/internal/source"
)

// want is a dossier that is to be read.
type want struct {
	from   string     // its id in the library, or a path; empty: it comes with the program
	copied bool       // what is at the path is copied into the library, else read where it is
	as     library.As // what it is beside others of its name
	loose  bool       // what is at the path is not put into the library
	mends  bool       // what is beyond doubt is mended, in a copy
	mended int        // places that were
}

// read reads a dossier, with what its user has written about it.
func (a *App) read(ctx context.Context, w want, watch data.Watch) opened {
	shelf := a.stores.dossiers()
	e, d, err := findDossier(ctx, shelf, &w, watch)
	if d == nil {
		return opened{err: err, mended: w.mended}
	}
	logUnsaved("the list of dossiers", err)
	m := materialOf(d)
	m.from, m.name = cmp.Or(e.ID, w.from), cmp.Or(e.NotesName(), m.name)
	m.keepNotes(&a.stores)
	m.keepLessons(&a.stores)
	m.keepCopies(ownsource.NewStore(a.stores.dir))
	if e.ID != "" {
		logUnsaved("the list of dossiers", shelf.Opened(e, d))
	}
	return opened{material: m, mended: w.mended}
}

// findDossier reads a dossier, and puts it into the library if it is to be there. It is nil where
// there is none; else an error is that the library is not saved.
func findDossier(ctx context.Context, shelf *library.Shelf, w *want, watch data.Watch) (library.Entry, *data.Dossier, error) {
	from := cmp.Or(w.from, data.Builtins()[0].Name)
	e, there := shelf.Find(from)
	switch {
	case w.mends:
		return takeMended(ctx, shelf, w, watch)
	case there:
		d, err := shelf.Open(ctx, e, watch)
		return e, d, err
	case w.loose:
		d, err := library.Open(ctx, from, watch)
		return versionOf(shelf, from), d, err
	}
	e, d, err := shelf.Take(ctx, from, w.copied, w.as, watch)
	if d == nil && !w.copied && (errors.Is(err, library.ErrMany) || errors.Is(err, library.ErrNowhere)) {
		d, err = library.Open(ctx, from, watch)
	}
	return e, d, err
}

// versionOf is the entry that a path is an earlier version of, without its id.
func versionOf(shelf *library.Shelf, path string) library.Entry {
	for _, e := range shelf.Entries() {
		for _, v := range e.Earlier {
			if v.Path == path {
				return library.Entry{Name: e.Name, Notes: e.Notes}
			}
		}
	}
	return library.Entry{}
}

// takeMended copies a dossier into the library with mends made. The files that it is read
// from stay as they are.
func takeMended(ctx context.Context, shelf *library.Shelf, w *want, watch data.Watch) (library.Entry, *data.Dossier, error) {
	in, done, err := library.FS(filesOf(shelf, w.from))
	if err != nil {
		return library.Entry{}, nil, err
	}
	defer done.Close() //nolint:errcheck // only read
	files, n, err := data.Mended(ctx, in, watch.Part(0, half))
	if err != nil {
		return library.Entry{}, nil, err
	}
	w.mended = n
	e, err := shelf.AddFS(ctx, files, w.as, watch.Part(half, 1))
	if e.ID == "" {
		return e, nil, err
	}
	d, err := shelf.Open(ctx, e, data.Watch{})
	return e, d, err
}

// half of the time goes into finding what is to be mended, and half into opening that.
const half = 0.5

// filesOf is where a dossier is on the disk.
func filesOf(shelf *library.Shelf, from string) string {
	if e, ok := shelf.Find(from); ok {
		return e.Path
	}
	return from
}

// first reads the dossier to begin with: the one that the app was told to open, or the
// last one. Where that cannot be read, it is the one that comes with the program.
func (a *App) first() func(ctx context.Context, watch data.Watch) opened {
	asked, last := a.options.Dossier, a.session.Settings().Dossier
	return func(ctx context.Context, watch data.Watch) opened {
		if asked != "" {
			return a.readAsked(ctx, asked, watch)
		}
		r := a.read(ctx, want{from: last, loose: true}, watch)
		if r.err == nil || last == "" || ctx.Err() != nil {
			return r
		}
		why := r.err
		r = a.read(ctx, want{}, watch)
		r.instead = &unopened{last, why}
		return r
	}
}

// readAsked reads the dossier at a path that the app was started with. Nobody is asked
// then: one with the name of another is a dossier of its own.
func (a *App) readAsked(ctx context.Context, path string, watch data.Watch) opened {
	r := a.read(ctx, want{from: path}, watch)
	if _, same := errors.AsType[*library.SameName](r.err); same {
		r = a.read(ctx, want{from: path, as: library.As{Another: true}}, watch)
	}
	return r
}
