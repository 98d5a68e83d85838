package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/ui"
)

// refused shows why there is no dossier, problem by problem, and what can be
// done: copy the list for who made it, or read the dossier that comes with the app.
func (w *Window) refused(err error) {
	say := w.app.words.Say
	problems := []string{err.Error()}
	if all, ok := errors.AsType[data.Problems](err); ok {
		problems = problems[:0]
		for _, p := range all {
			problems = append(problems, p.String())
		}
	}
	parts := []fyne.CanvasObject{
		ui.Header("", say("dossier.refused"), ui.ColorInk, ui.Run{Text: w.app.words.Count("dossier.problems", len(problems)), Size: ui.SizeLead}),
		ui.Flow(10,
			ui.NewButton(say("dossier.copy"), func() {
				w.Copy(err.Error())
				w.Say(say("copied"))
			}, false),
			ui.NewButton(say("dossier.builtin"), w.openBuiltin, true)),
	}
	for _, p := range problems {
		parts = append(parts, ui.Panel(ui.Label(p, ui.SizeBody, ui.ColorInk)))
	}
	w.setContent(ui.Page(ui.Column(10, parts...)))
}

// openBuiltin shows the dossier that comes with the app.
func (w *Window) openBuiltin() {
	d, err := data.Open(data.Builtin())
	if err != nil {
		w.refused(err)
		return
	}
	w.app.opened(w, materialOf(d), nil)
}
