package views

import (
	"context"
	"errors"
	"path/filepath"

	"beltroad/data"
	"beltroad/internal/kept"
	"beltroad/internal/library"
	"beltroad/internal/message"
	"beltroad/internal/wording"
	"beltroad/views/record"
	"beltroad/views/route"
)

// changing is a dossier that is being read for a window beside what it shows, or that
// was not opened there.
type changing struct {
	*opening // nil: none is

	bar     *notice   // tells how far it is
	refused *refusing // nil: none was
	removed []string  // ids of those that were taken off the list, the last one last
}

func newChanging(words *message.Printer) changing {
	bar := newNotice(words)
	bar.stays = true
	return changing{bar: bar}
}

// openDossier reads a dossier beside the window; what is open stays so until all of it
// is there. Then this window shows it, or a new one.
func (w *Window) openDossier(from want, anew bool) {
	w.stopReading()
	w.dropRefusal()
	o := newOpening(func(ctx context.Context, watch data.Watch) opened { return w.app.read(ctx, from, watch) })
	w.changing.opening = o
	name := map[string]any{"Name": w.nameOf(from.from)}
	w.changing.bar.show(w.app.words.Say("dossier.reading", name), w.app.words.Say("export.cancel"), w.stopReading)
	w.await(o, func(p progress) {
		if w.changing.opening != o {
			return
		}
		w.changing.bar.say(w.app.words.Say("dossier.reading.share", map[string]any{"Name": name["Name"], "Percent": int(p.share * 100)}))
		if len(p.problems) > 0 {
			w.refuse(from, anew, p.problems, true)
		}
	}, func(r opened) {
		if w.changing.opening != o { // nobody waits for it any more
			w.app.drop(r)
			return
		}
		w.changing.opening = nil
		w.changing.bar.show("", "", nil)
		w.take(r, from, anew)
	})
}

// await does something in the window as a dossier is read beside it, and once it is.
func (w *Window) await(o *opening, tell func(progress), done func(opened)) {
	if w.app.atOnce {
		o.read()
		done(o.wait(func(progress) {}))
		return
	}
	go o.read()
	go func() {
		r := o.wait(func(p progress) { w.app.do(func() { tell(p) }) })
		w.app.do(func() { done(r) })
		if r.material != nil {
			r.material.charts.All() // a large dossier has to be searched for them
		}
	}()
}

// stopReading ends the reading of a dossier for the window, if one is read, and takes
// away what tells of it. Nothing waits for a file that does not answer.
func (w *Window) stopReading() {
	if w.changing.opening == nil {
		return
	}
	w.changing.cancel()
	w.changing.opening = nil
	w.changing.bar.show("", "", nil)
	w.dropRefusal()
}

// take shows what was read for the window, or says why it cannot.
func (w *Window) take(r opened, from want, anew bool) {
	problems, refused := errors.AsType[data.Problems](r.err)
	same, is := errors.AsType[*library.SameName](r.err)
	switch {
	case errors.Is(r.err, context.Canceled):
		w.dropRefusal()
	case is:
		w.askWhich(same, from, anew)
	case refused:
		from.mended = r.mended
		w.refuse(from, anew, problems, false)
	case r.err != nil:
		w.dropRefusal()
		w.Tell(aboutFile, w.app.words.Say("dossier.unopened", map[string]any{"Name": w.nameOf(from.from), "Why": w.whyNot(r.err)}))
	default:
		w.dropRefusal()
		was := w.shown()
		w.showRead(r.material, anew).offerWhatIsNew(r.material, was, from)
		w.tellMended(r)
	}
}

// showRead shows a dossier in the window, or in a new one, and returns which it is.
func (w *Window) showRead(m *material, anew bool) *Window {
	w.Settled(aboutFile)
	w.app.start()
	if anew {
		another := w.app.anotherWindow(m, w.app.leftAt(m))
		another.tellOf(m)
		return another
	}
	w.app.note(w)
	w.turnTo(m, w.placeIn(m))
	w.tellOf(m)
	w.tellOpen(m)
	return w
}

// tellOpen says that a dossier is open; of one made of a spreadsheet, what was understood
// is an offer.
func (w *Window) tellOpen(m *material) {
	if !w.offerUnderstood(m) {
		w.Say(w.app.words.Say("dossier.opened", map[string]any{"Dossier": m.dossier.Metadata().Title}))
	}
}

// tellMended says, until it is read, what was mended and where.
func (w *Window) tellMended(r opened) {
	if r.mended > 0 {
		w.Tell(aboutFile, w.app.words.Count("dossier.mended", r.mended, map[string]any{"Dossier": r.material.dossier.Metadata().Title}))
	}
}

// askWhich asks whether a dossier with the name of another is a version of it.
func (w *Window) askWhich(same *library.SameName, from want, anew bool) {
	const most = 3
	var answers []string
	var as []library.As
	for _, e := range same.Others[:min(len(same.Others), most)] {
		answers = append(answers, w.app.words.Say("library.same.version", map[string]any{"Dossier": e.Title}))
		as = append(as, library.As{VersionOf: e.ID})
	}
	answers, as = append(answers, w.app.words.Say("library.same.own")), append(as, library.As{Another: true})
	w.Ask(w.app.words.Say("library.same", map[string]any{"Dossier": same.New.Title}), answers, func(i int) {
		from.as = library.As{VersionOf: as[i].VersionOf, Another: as[i].Another, Mine: from.as.Mine, Sheet: from.as.Sheet}
		w.openDossier(from, anew)
	})
}

// drop lets go of what was read, and that no window shows.
func (a *App) drop(r opened) {
	if r.material != nil {
		a.letGo(r.material)
	}
}

// placeIn is where another dossier is shown in the window: at the page that is open,
// if it has it and that is one about a dossier, or where it was left.
func (w *Window) placeIn(m *material) route.Route {
	if w.shell != nil {
		page := w.shell.Here().Page()
		if page.State = ""; ofDossier(page.Kind) && exists(m.dossier, page) {
			return page
		}
	}
	return w.app.leftAt(m)
}

// ofDossier tells whether a kind of page is about the dossier that is open.
func ofDossier(k route.Kind) bool {
	return k != route.Library && k != route.Make && k != route.Compare
}

func isOfDossier(r route.Route) bool { return ofDossier(r.Kind) }

// leftAt is where a dossier was left, or its overview.
func (a *App) leftAt(m *material) route.Route {
	if r, err := route.Parse(a.session.Settings().Left.Place(m.name)); err == nil && isOfDossier(r) && exists(m.dossier, r) {
		return r
	}
	return route.To(route.Overview, "")
}

// nameOf is what a dossier is called in a sentence before it is read.
func (w *Window) nameOf(from string) string {
	if from == "" {
		return w.app.words.Say("dossier.builtin.name")
	}
	name := filepath.Base(from)
	if e, ok := w.app.stores.dossiers().Find(from); ok {
		name = e.Title
	}
	return w.app.words.Say("quoted", map[string]any{"Text": name})
}

// whyNot is why a dossier was not opened, on a line.
func (w *Window) whyNot(err error) string {
	unsaved, isUnsaved := errors.AsType[*kept.Unsaved](err)
	all, isProblems := errors.AsType[data.Problems](err)
	switch {
	case isProblems && len(all) > 0:
		return record.Quoted(w.app.words, all[0].String())
	case isUnsaved:
		return reason(w.app.words, unsaved.Err)
	case errors.Is(err, library.ErrMany):
		return w.app.words.Say("library.many")
	case errors.Is(err, library.ErrNowhere):
		return w.app.words.Say("library.nowhere")
	case errors.Is(err, library.ErrGone):
		return w.app.words.Say("library.removed.before")
	}
	return wording.WhyUnread(w.app.words, err)
}

// tellInstead says that another dossier was to be opened, and why it was not.
func (w *Window) tellInstead(u *unopened) {
	if u == nil {
		return
	}
	w.notice.show(w.app.words.Say("dossier.instead", map[string]any{"Name": w.nameOf(u.from), "Why": w.whyNot(u.why)}),
		w.app.words.Say("menu.library"), w.with(func(s *Shell) { s.Go(route.To(route.Library, "")) }))
	w.notice.about = aboutFile
}
