package views

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"beltroad/data"
	"beltroad/internal/notes"
	find "beltroad/internal/search"
	"beltroad/internal/session"
	ownsource "beltroad/internal/source"
	"beltroad/views/reader"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/search"
)

// Copies implements [reader.Host].
func (s *Shell) Copies() *ownsource.Shelf { return s.copies }

// keepCopies has the reader's own copy kept in a store, and notes stand in it.
func (m *material) keepCopies(store *ownsource.Store) {
	m.copies = ownsource.NewShelf(m.dossier, store)
	m.copies.Watch(func() { // the first of all: what is shown of notes follows
		held := m.copies.Now()
		if held == nil {
			m.book.With("", nil)
			return
		}
		texts := map[int]string{}
		for _, p := range held.Passages {
			texts[p.N] = p.Text
		}
		m.book.With(notes.LayerOf(held.Fingerprint), texts)
	})
}

// findCopy looks beside the window for the copy that notes stand in: without it
// they would be listed as orphans. Where there are none such, whoever reads or
// searches the copy looks for it.
func (w *Window) findCopy() {
	m := w.shell.material
	if !slices.ContainsFunc(m.book.Placed(), func(n notes.Placed) bool { return n.Anchor.InCopy() }) {
		return
	}
	w.Background(func(ctx context.Context) func() {
		_ = m.copies.Look(ctx) // what is wrong with it, the reader says
		return func() {}
	})
}

// ChooseFile implements [reader.Host].
func (s *Shell) ChooseFile(ends []string, then func(reader.File)) { s.frame.ChooseFile(ends, then) }

// ChooseCopy goes to the reader, and lets the user choose a copy of the source.
func (s *Shell) ChooseCopy() {
	if p := s.reader(); p != nil {
		p.ChooseCopy()
	}
}

// TakeCopy goes to the reader, and reads a copy of the source there.
func (s *Shell) TakeCopy(f reader.File) {
	if p := s.reader(); p != nil {
		p.TakeCopy(f)
	}
}

// reader is the reader, which is shown if it is not yet.
func (s *Shell) reader() *reader.Page {
	if s.Here().Kind != route.Read {
		s.Go(route.To(route.Read, ""))
	}
	p, _ := s.page.(*reader.Page)
	return p
}

// ChooseFile implements [Frame].
func (w *Window) ChooseFile(ends []string, then func(reader.File)) {
	if pick(ends, then) {
		return
	}
	var d *dialog.FileDialog
	d = dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if w.dialog == d { // a system's own does not tell that it closes
			w.dialog = nil
		}
		if r == nil && err == nil {
			return
		}
		f := reader.File{Open: func() (io.ReadCloser, error) { return r, err }}
		if r != nil {
			f.Name, f.Path = r.URI().Name(), pathOf(r.URI())
			w.app.set(func(set *session.Settings) { set.Folder = filepath.Dir(r.URI().Path()) })
		}
		then(f)
	}, w.win)
	d.SetFilter(regularFiles{storage.NewExtensionFileFilter(ends)})
	if at, err := storage.ListerForURI(storage.NewFileURI(w.exportFolder())); err == nil {
		d.SetLocation(at)
	}
	w.open(d, fyne.Size{})
}

// withCopy is a source that finds the paragraphs of the reader's copy, too. One
// that was kept is looked for beside the window, as the rest of the index is made.
func (s *Shell) withCopy(of *search.Source) *search.Source {
	copies, words := s.copies, s.words
	return search.NewSource(func(ctx context.Context) (*find.Index, error) {
		index, err := of.Index(ctx)
		if err != nil {
			return nil, err
		}
		_ = copies.Look(ctx) // what is wrong with it, the reader says
		return index.With(ctx, "copy", copied(s.dossier, words, copies.Now()))
	})
}

// copied are the paragraphs of a copy as they are found.
func copied(d *data.Dossier, w *record.Words, held *ownsource.Held) []find.Document {
	if held == nil {
		return nil
	}
	var all []find.Document
	for _, passage := range held.Passages {
		p, _ := d.Paragraph(passage.N)
		all = append(all, find.Document{
			Kind: find.Text, ID: strconv.Itoa(p.N), Paragraph: p.N,
			Title: cmp.Or(p.Heading, w.Section(p.Section)), Body: []string{passage.Text},
		})
	}
	return all
}
