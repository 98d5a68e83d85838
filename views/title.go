package views

import (
	"slices"

	"beltroad/data"
	diff "beltroad/internal/compare"
	page "beltroad/views/library"
)

// nameWindows gives each window its title: the app's name, behind that of its dossier where
// that is not the first one, or where another window shows another one.
func (a *App) nameWindows() {
	for _, w := range a.windows {
		w.win.SetTitle(a.titleOf(w))
	}
}

func (a *App) titleOf(w *Window) string {
	m := w.shown()
	if m == nil {
		return a.Name()
	}
	others := slices.DeleteFunc(slices.Clone(a.windows), func(o *Window) bool { return o.shown() == nil || o.shown().from == m.from })
	if len(others) == 0 && m.from == data.Builtins()[0].Name {
		return a.Name()
	}
	name := m.dossier.Metadata().Title
	if slices.ContainsFunc(others, func(o *Window) bool { return o.shown().dossier.Metadata().Title == name }) {
		name = a.apart(m)
	}
	return a.words.Say("window.title", map[string]any{"Dossier": name, "App": a.Name()})
}

// apart names a dossier apart from another of its title.
func (a *App) apart(m *material) string {
	if called, ok := page.Called(a.words, a.stores.dossiers().Entries())[m.from]; ok {
		return called
	}
	about := m.dossier.Metadata()
	return diff.EditionIn(a.words, diff.Edition{Title: about.Title, Version: about.Version})
}
