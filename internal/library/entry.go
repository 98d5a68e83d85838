package library

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"sync"
	"time"

	"beltroad/data"
)

// Place is where a dossier of the library is.
type Place string

// The places.
const (
	Builtin Place = "builtin" // in the program
	Copied  Place = "copied"  // in the library's own folder
	InPlace Place = "inplace" // wherever its user has it
)

// Entry is a dossier of the library.
type Entry struct {
	ID        string    `json:"id"` // it stays whatever is opened; that of a built-in one is its folder's name
	Place     Place     `json:"place"`
	Path      string    `json:"path,omitempty"` // to open it by; none of a built-in one
	Name      string    `json:"name"`           // in its metadata, as are the next two
	Title     string    `json:"title"`
	Version   string    `json:"version,omitempty"`
	Publisher string    `json:"publisher,omitempty"` // of the source that it presents
	Notes     string    `json:"notes,omitempty"`     // see NotesName
	Figures   int       `json:"figures"`
	Projects  int       `json:"projects"`
	Opened    time.Time `json:"opened,omitzero"`  // the last time; zero: not yet
	Changed   time.Time `json:"changed,omitzero"` // when its files were last saved; zero: not known
	Removed   time.Time `json:"removed,omitzero"` // zero: it is there
	Sum       string    `json:"sum,omitempty"`    // of a copy's bytes
	Mine      bool      `json:"mine,omitempty"`   // it was made on this computer, or of a spreadsheet
	Sheet     string    `json:"sheet,omitempty"`  // the spreadsheet that it was made of, or folder of its tables; empty: none
	Earlier   []Version `json:"earlier,omitempty"`
}

// Version is an earlier version of a copied dossier, the latest first.
type Version struct {
	Version string    `json:"version,omitempty"`
	Path    string    `json:"path"`
	Changed time.Time `json:"changed,omitzero"`
	Sum     string    `json:"sum"`
}

// NotesName is the name that the notes on a dossier, and its user's place in it, are
// kept under: its own, but where two dossiers have one name.
func (e Entry) NotesName() string { return cmp.Or(e.Notes, e.Name) }

// Kept is until when one that was removed can be brought back.
func (e Entry) Kept() time.Time { return e.Removed.Add(removedFor) }

// describe takes up what a dossier says of itself.
func (e Entry) describe(d *data.Dossier) Entry {
	m := d.Metadata()
	e.Name, e.Title, e.Version = m.Name, m.Title, m.Version
	e.Figures, e.Projects = len(d.Figures()), len(d.Projects())
	e.Publisher = ""
	if all := d.Sources(); len(all) > 0 {
		e.Publisher = all[0].Publisher
	}
	return e
}

// isSame tells whether two dossiers of one name are versions of one.
func (e Entry) isSame(other Entry) bool {
	return e.Name == other.Name && e.Title == other.Title && e.Publisher == other.Publisher
}

// builtins are the entries of the dossiers that come with the program.
var builtins = sync.OnceValue(func() []Entry {
	var all []Entry
	for _, b := range data.Builtins() {
		if e, err := glance(b); err == nil { // a test opens each
			all = append(all, e)
		}
	}
	return all
})

// glance reads of a built-in dossier what its entry says, which takes a part of the
// time of opening it.
func glance(b data.BuiltIn) (Entry, error) {
	var m struct{ Name, Title, Version string }
	var sources []struct{ Publisher string }
	err := errors.Join(decode(b.FS, descriptor, &m), decode(b.FS, "sources.json", &sources))
	figures, badFigures := rows(b.FS, "figures.csv")
	projects, badProjects := rows(b.FS, "projects.csv")
	e := Entry{ID: b.Name, Place: Builtin, Name: m.Name, Title: m.Title, Version: m.Version, Figures: figures, Projects: projects}
	if len(sources) > 0 {
		e.Publisher = sources[0].Publisher
	}
	return e, errors.Join(err, badFigures, badProjects)
}

func decode(fsys fs.FS, name string, v any) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

// rows counts the rows of a table.
func rows(fsys fs.FS, name string) (int, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return 0, err
	}
	in := csv.NewReader(bytes.NewReader(b))
	in.ReuseRecord = true
	for n := -1; ; n++ { // the header is none
		switch _, err := in.Read(); {
		case errors.Is(err, io.EOF):
			return n, nil
		case err != nil:
			return 0, err
		}
	}
}
