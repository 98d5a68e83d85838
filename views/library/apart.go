package library

import (
	"path/filepath"
	"slices"
	"strings"

	"beltroad/internal/library"
	"beltroad/internal/message"
)

// Where says, by their ids, where dossiers are: the name of a file or folder, with so many
// of those around it that no other of the same title is called so, or the kind of place.
func Where(w *message.Printer, all []library.Entry) map[string]string {
	said := make(map[string]string, len(all))
	for _, e := range all {
		var like []library.Entry
		for _, o := range all {
			if o.ID != e.ID && o.Title == e.Title && o.Place == e.Place {
				like = append(like, o)
			}
		}
		said[e.ID] = where(w, e, like)
	}
	return said
}

// where says where a dossier is, apart from those that are like it. Two copies differ in
// their short names alone.
func where(w *message.Printer, e library.Entry, like []library.Entry) string {
	if e.Place != library.InPlace {
		at := w.Say("library.place." + string(e.Place))
		if len(like) > 0 {
			at += ", " + e.NotesName()
		}
		return at
	}
	path := pathOf(e)
	for n := 1; ; n++ {
		name := end(path, n)
		isLike := func(o library.Entry) bool { return pathOf(o) != path && end(pathOf(o), n) == name }
		if name == path || !slices.ContainsFunc(like, isLike) {
			return name
		}
	}
}

// pathOf is the folder or file that a dossier is in.
func pathOf(e library.Entry) string {
	if library.IsDescriptor(e.Path) {
		return filepath.Dir(e.Path)
	}
	return e.Path
}

// end are the last names of a path, or all of it.
func end(path string, names int) string {
	at := len(path)
	for range names {
		if at = strings.LastIndexByte(path[:at], filepath.Separator); at <= 0 {
			return path
		}
	}
	return path[at+1:]
}

// Called are the names of dossiers, by their ids: their titles, and where two have one its
// version and where it is.
func Called(w *message.Printer, all []library.Entry) map[string]string {
	return calledAt(w, all, Where(w, all))
}

// calledAt is Called of dossiers of which it is known where they are.
func calledAt(w *message.Printer, all []library.Entry, where map[string]string) map[string]string {
	said := make(map[string]string, len(all))
	for _, e := range all {
		said[e.ID] = e.Title
		if !slices.ContainsFunc(all, func(o library.Entry) bool { return o.ID != e.ID && o.Title == e.Title }) {
			continue
		}
		at := where[e.ID]
		if e.Version != "" {
			at = w.Say("library.version", message.Args{"Version": e.Version}) + ", " + at
		}
		said[e.ID] = w.Say("compare.where", message.Args{"Dossier": e.Title, "Where": at})
	}
	return said
}
