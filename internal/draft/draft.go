// Package draft makes a dossier of a spreadsheet: of three sheets that a teacher
// filled in, or of all the tables of the format. It writes the template, too.
package draft

import (
	"io/fs"
	"maps"
	"slices"

	"beltroad/data"
	"beltroad/internal/sheet"
)

// At is a row of a spreadsheet, by the name of its sheet and as it counts.
type At struct {
	Sheet string
	Row   int
}

// Row is a figure: what was written, and how it is understood.
type Row struct {
	At
	ID, Label string
	Written   string // the wording of the quantity
	Quantity  data.Quantity
	// Guessed are the columns of the format that the wording was asked for.
	Guessed []string
	// Doubt is why somebody should look, or why the wording was not understood: a
	// word of package amount; empty: there is none.
	Doubt      string
	Part       string // of the wording: what of it was not used, where that is the doubt
	Valued     bool   // the quantity has a value
	Understood bool
	Pillar     string // its name
	Claim      data.Claim
	Paragraph  int
}

// Draft is a dossier in the making. It may not be used by several goroutines.
type Draft struct {
	book sheet.Book
	set  map[field]string
	made *made // nil: to be made anew

	samples bool // the example is no example
}

// field is a cell, by its column of the format.
type field struct {
	At
	name string
}

// Read understands a spreadsheet. What it does not understand is among the problems.
func Read(book sheet.Book) *Draft {
	return &Draft{book: book, set: map[field]string{}}
}

// Set has a cell say something else than the spreadsheet: name is that of the
// format's column, or of a line of the sheet about. The row may be one of no sheet
// where the spreadsheet has no such line: At{Sheet: About}.
func (d *Draft) Set(at At, name, value string) {
	d.set[field{at, name}] = value
	d.made = nil
}

// Unset takes back what was set.
func (d *Draft) Unset(at At, name string) {
	delete(d.set, field{at, name})
	d.made = nil
}

// Corrections are the cells that were set, by rows and columns.
func (d *Draft) Corrections() map[At]map[string]string {
	all := map[At]map[string]string{}
	for f, value := range d.set {
		if all[f.At] == nil {
			all[f.At] = map[string]string{}
		}
		all[f.At][f.name] = value
	}
	return all
}

// result is the draft, made if it is not.
func (d *Draft) result() *made {
	if d.made == nil {
		d.made = d.make()
		for _, t := range d.made.found {
			t.lines = nil // which nobody asks for any more
		}
	}
	return d.made
}

// Rows are the figures in the order of the spreadsheet.
func (d *Draft) Rows() []Row { return d.result().rows }

// About is what the dossier says of itself and of its text, by the names of the
// lines of the template.
func (d *Draft) About() map[string]string { return maps.Clone(d.result().about.texts) }

// Problems are what keeps the spreadsheet from being a dossier, by its own sheets,
// rows and columns.
func (d *Draft) Problems() data.Problems { return slices.Clip(d.result().problems) }

// Doubts are what was left out, guessed or made up.
func (d *Draft) Doubts() data.Problems { return slices.Clip(d.result().doubts) }

// Wordings are the figures whose wording is understood, and in doubt.
func (d *Draft) Wordings() data.Problems { return slices.Clip(d.result().wordings) }

// FS are the files of the Data Package. The error is a [data.Problems].
func (d *Draft) FS() (fs.FS, error) {
	m := d.result()
	if len(m.problems) > 0 {
		return nil, m.problems
	}
	return m.files.open(), nil
}

// Dossier is the dossier that the files hold. The error is a [data.Problems].
func (d *Draft) Dossier() (*data.Dossier, error) {
	m := d.result()
	if len(m.problems) > 0 {
		return nil, m.problems
	}
	return m.dossier, nil
}
