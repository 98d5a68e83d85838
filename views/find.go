package views

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/lesson"
	find "beltroad/internal/search"
	"beltroad/views/lessons"
	"beltroad/views/record"
	"beltroad/views/route"
)

// Index is what a text on the command line is looked for in: the records of a
// dossier and what the app itself has, in English.
func Index(ctx context.Context, d *data.Dossier) (*find.Index, error) {
	w := record.NewWords(Look{}.words(), d)
	menus := (&Window{app: &App{}}).commands()
	index, err := find.Build(ctx, find.Records(d, w), find.WordsOf(d, w))
	if err != nil {
		return nil, err
	}
	beside := slices.Concat(ofApp(d, w, menus), lessons.Documents(w, lesson.NewLibrary(d, &lesson.Shelf{})))
	return index.With(ctx, "app", beside)
}

// ofApp is what the app itself has: the pages for a dossier, and the commands of
// menus that do more than lead to one.
func ofApp(d *data.Dossier, w *record.Words, menus []group) []find.Document {
	var all []find.Document
	for _, e := range table() {
		if e.section == nowhere && e.from == "" || !exists(d, route.To(e.kind, "")) {
			continue
		}
		keys := command{key: e.key, mod: fyne.KeyModifierShortcutDefault}.keys(w.Printer)
		page := offer(w, find.Page, string(e.kind), e.name, w.Say(e.name), cmp.Or(e.from, "menu.go"), keys)
		if e.kind == route.Speakers {
			page.Also = append(page.Also, speakers(d)...)
		}
		all = append(all, page)
	}
	for _, g := range menus {
		for _, c := range flat(g.commands) {
			if !c.leads && c.name != "search" {
				all = append(all, offer(w, find.Command, c.id(), c.name, c.title(w.Printer), g.name, c.keys(w.Printer)))
			}
		}
	}
	return all
}

// offer is something of the app as it is found: by its title, and by other words
// that the language has for it.
func offer(w *record.Words, k find.Kind, id, name, title, menu, keys string) find.Document {
	d := find.Document{Kind: k, ID: id, Title: title, Keywords: []string{w.Say("find.in." + string(k))}, Body: []string{w.Say(menu)}}
	if keys != "" {
		d.Body[0] += " · " + keys
	}
	if also := "also." + name; w.Has(also) {
		d.Also = strings.Split(w.Say(also), "; ")
	}
	return d
}

// speakers are those that figures name.
func speakers(d *data.Dossier) []string {
	var all []string
	for _, f := range d.Figures() {
		if f.Speaker != "" && !slices.Contains(all, f.Speaker) {
			all = append(all, f.Speaker)
		}
	}
	return all
}
