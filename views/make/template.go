package make

import (
	"io"

	"fyne.io/fyne/v2"

	"beltroad/internal/draft"
	"beltroad/internal/export"
	"beltroad/views/record"
	"beltroad/views/ui"
)

var (
	asWorkbook = export.Format{Name: "make.xlsx", End: ".xlsx"}
	asTables   = export.Format{Name: "make.csv", End: ".zip"}
)

// template offers the spreadsheet to fill in.
func (p *Page) template() fyne.CanvasObject {
	return ui.Flow(8, ui.NewButton(p.words.Say("make.template.save"), func() { p.host.Export(Template(p.words)) }, false))
}

// template is the spreadsheet to fill in.
type template struct {
	file
	words *record.Words
}

// Template is the spreadsheet to fill in, as what can be saved.
func Template(w *record.Words) export.Source {
	return &template{file{w.Say("make.template.name")}, w}
}

// Formats implements [export.Texts].
func (*template) Formats() []export.Format { return []export.Format{asWorkbook, asTables} }

// Text implements [export.Texts].
func (t *template) Text(f export.Format) func(io.Writer) error {
	words := t.words
	return func(w io.Writer) error {
		format := draft.XLSX
		if f == asTables {
			format = draft.CSV
		}
		b, err := draft.Template(format, words.Printer)
		if err != nil {
			return err
		}
		_, err = w.Write(b)
		return err
	}
}

var _ export.Texts = (*template)(nil)
