package views

import (
	"context"
	"errors"

	"beltroad/data"
	"beltroad/internal/wording"
	page "beltroad/views/library"
	"beltroad/views/ui"
)

// refusedStart shows, where nothing is open yet, why there is no dossier, and what can be
// done: the dossier that comes with the app is one click away.
func (w *Window) refusedStart(err error) {
	problems, ok := errors.AsType[data.Problems](err)
	if !ok {
		problems = data.Problems{{Found: wording.WhyUnread(w.app.words, err)}}
	}
	w.refuse(want{from: w.app.options.Dossier}, false, problems, false)
	r := w.changing.refused
	r.Do.Else, r.Do.Close = w.openBuiltin, nil
	r.panel = page.NewPanel(w.app.words, &r.Refusal)
	w.setContent(ui.Page(ui.Column(10, r.panel.Content())))
}

// openBuiltin shows the dossier that comes with the app.
func (w *Window) openBuiltin() {
	w.dropRefusal()
	w.app.opened(w, w.app.read(context.Background(), want{}, data.Watch{}))
}
