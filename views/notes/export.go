package notes

import (
	"io"
	"time"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	own "beltroad/internal/notes"
	"beltroad/views/record"
)

// exported are notes that are saved as a file.
type exported struct {
	title   string
	dossier string
	source  data.Source
	notes   []own.Placed
	words   *own.Words
}

// The kinds of files.
var (
	asMarkdown = export.Format{Name: "note.export.markdown", End: ".md"}
	asTable    = export.Format{Name: "note.export.csv", End: ".csv"}
	asRIS      = export.Format{Name: "note.export.ris", End: ".ris"}
	asJSON     = export.Format{Name: "note.export.json", End: ".json"}
)

// export is what is shown, in that order.
func (p *Page) export() export.Source {
	title := p.words.Say("note.export.title", map[string]any{"Dossier": p.dossier.Metadata().Title})
	e := &exported{title: title, dossier: p.host.Book().Dossier(), notes: p.shown, words: exportWords(p.dossier, p.words, title)}
	if all := p.dossier.Sources(); len(all) > 0 {
		e.source = all[0]
	}
	return e
}

// exportWords are what files of notes say. They are asked beside the window.
func exportWords(d *data.Dossier, w *record.Words, title string) *own.Words {
	return &own.Words{
		Title: title, Bookmark: w.Say("note.bookmark"), Orphan: w.Say("note.orphan"),
		Kind: func(k own.Kind) string {
			if k == "" {
				return w.Say("note.plain")
			}
			return kindName(w, k)
		},
		Where: func(p own.Placed) string { return WhereNote(d, w, p) },
		Date: func(t time.Time) string {
			t = t.Local()
			return w.Date(data.DateOf(t.Year(), int(t.Month()), t.Day()))
		},
	}
}

// ExportName implements [export.Source].
func (e *exported) ExportName() string { return e.title }

// Sheet implements [export.Source]: notes are no drawing.
func (*exported) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source]: the table has a form of its own.
func (*exported) Table() *export.Table { return nil }

// Formats implements [export.Texts].
func (*exported) Formats() []export.Format {
	return []export.Format{asMarkdown, asTable, asRIS, asJSON}
}

// Text implements [export.Texts].
func (e *exported) Text(f export.Format) func(io.Writer) error {
	return func(w io.Writer) error {
		switch f {
		case asTable:
			return own.CSV(w, e.dossier, e.notes, e.words)
		case asRIS:
			return own.RIS(w, e.source, e.notes, e.words)
		case asJSON:
			return own.JSON(w, e.dossier, e.notes)
		default:
			return own.Markdown(w, e.dossier, e.notes, e.words)
		}
	}
}

var _ export.Texts = (*exported)(nil)
