package views

import (
	"context"
	"errors"
	"path/filepath"

	"beltroad/data"
	"beltroad/internal/library"
	"beltroad/internal/sheet"
	page "beltroad/views/library"
	makepage "beltroad/views/make"
	"beltroad/views/route"
)

// refusing is a dossier that a window did not open, and what is done about it.
type refusing struct {
	page.Refusal

	want  want
	anew  bool               // it was to be opened in a new window
	path  string             // of its files
	check *opening           // that reads them once more; nil: none does
	stop  context.CancelFunc // ends the watch over them
	panel *page.Panel        // shows it where there is no page to; nil: a page does
}

// refuse shows what is wrong with a dossier: what is known so far, while it is still
// being read, or all.
func (w *Window) refuse(of want, anew bool, problems data.Problems, reading bool) {
	r := w.changing.refused
	if r == nil {
		r = &refusing{want: of, anew: anew, path: filesOf(w.app.stores.dossiers(), of.from), stop: func() {}}
		r.Name = filepath.Base(r.path)
		w.changing.refused = r
		w.offer(r)
		if w.shell != nil {
			w.shell.Go(route.To(route.Library, ""))
		}
	}
	r.Problems, r.Checking, r.Mended = problems, reading, of.mended
	w.refusalChanged()
	if !reading {
		w.reveal()
		w.watchRefused(r)
	}
}

// offer says what can be done about a refusal.
func (w *Window) offer(r *refusing) {
	r.Do = page.Deeds{
		Copy: func() {
			w.Copy(r.List(w.app.words))
			w.Say(w.app.words.Say("copied"))
		},
		Mend:   func() { w.mend(r) },
		Folder: func() { w.showFolder(r.path) },
		Open:   func() { w.openDossier(r.want, r.anew) },
		Cancel: func() { w.cancelCheck(r) },
		Close:  w.dropRefusal,
	}
	if sheet.IsNamed(r.path) && w.shell != nil {
		r.Do.Make = func() { w.makeOf(r.path) }
	}
}

// makeOf goes to the page that makes a dossier of a spreadsheet, and gives it one.
func (w *Window) makeOf(path string) {
	w.dropRefusal()
	w.shell.Go(route.To(route.Make, ""))
	if p, ok := w.shell.page.(*makepage.Page); ok {
		p.Take(filepath.Base(path), path, nil)
	}
}

// cancelCheck ends what reads the files of a refusal.
func (w *Window) cancelCheck(r *refusing) {
	if r.check == nil {
		w.stopReading()
		return
	}
	r.check.cancel()
	r.check, r.Checking = nil, false
	w.refusalChanged()
}

// refusalChanged shows a refusal as it is by now.
func (w *Window) refusalChanged() {
	if r := w.changing.refused; r != nil && r.panel != nil {
		r.panel.Update()
	}
	if w.shell == nil {
		return
	}
	if p, ok := w.shell.page.(*page.Page); ok {
		p.RefusalChanged()
	}
}

// reveal brings a refusal into view.
func (w *Window) reveal() {
	if w.shell == nil {
		return
	}
	if p, ok := w.shell.page.(*page.Page); ok {
		p.Reveal()
	}
}

// dropRefusal lets go of what was not opened.
func (w *Window) dropRefusal() {
	r := w.changing.refused
	if r == nil {
		return
	}
	r.stop()
	if r.check != nil {
		r.check.cancel()
	}
	w.changing.refused = nil
	w.refusalChanged()
}

// mend mends in a copy what has one mend, also below the problems that are told. With
// nothing else wrong, that is opened.
func (w *Window) mend(r *refusing) {
	r.want.mends = true
	if r.All() {
		w.openDossier(r.want, r.anew)
		return
	}
	w.checkAgain(r)
}

// watchRefused checks a refusal again each time that its files were saved. It never
// opens by itself.
func (w *Window) watchRefused(r *refusing) {
	ctx, cancel := context.WithCancel(context.Background())
	r.stop()
	r.stop = cancel
	if w.app.atOnce {
		return
	}
	saved := library.Watch(ctx, r.path)
	go func() {
		for range saved {
			w.app.do(func() {
				if w.changing.refused == r {
					w.checkAgain(r)
				}
			})
		}
	}()
}

// checkAgain reads the files of a refusal once more, and shows what is wrong by now.
func (w *Window) checkAgain(r *refusing) {
	if r.check != nil {
		r.check.cancel()
	}
	shelf, of := w.app.stores.dossiers(), r.want
	o := newOpening(func(ctx context.Context, watch data.Watch) opened {
		return check(ctx, filesOf(shelf, of.from), of.mends, watch)
	})
	r.check = o
	w.await(o, func(progress) {
		if r.check == o && w.changing.refused == r {
			r.Checking = true
			w.refusalChanged()
		}
	}, func(is opened) {
		if r.check != o || w.changing.refused != r {
			return
		}
		r.check, r.Checking = nil, false
		problems, wrong := errors.AsType[data.Problems](is.err)
		switch {
		case wrong:
			r.Problems, r.Clean = problems, false
		case is.err != nil:
			w.Say(w.whyNot(is.err))
		default:
			r.Problems, r.Clean = nil, true
		}
		r.Mended, r.want.mended = is.mended, is.mended
		r.want.mends = is.mended > 0 // else nothing asks for a copy
		w.refusalChanged()
	})
}

// check reads a dossier, with mends made or as it is, and tells what is wrong with it.
func check(ctx context.Context, path string, mends bool, watch data.Watch) opened {
	if !mends {
		_, err := library.Open(ctx, path, watch)
		return opened{err: err}
	}
	in, done, err := library.FS(path)
	if err != nil {
		return opened{err: err}
	}
	defer done.Close() //nolint:errcheck // only read
	files, n, err := data.Mended(ctx, in, watch.Part(0, half))
	if err == nil {
		_, err = data.OpenWith(ctx, files, watch.Part(half, 1))
	}
	return opened{err: err, mended: n}
}
