package compare

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"

	diff "beltroad/internal/compare"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/views/ui"
)

// The kinds of files.
var (
	asMarkdown = export.Format{Name: "export.markdown", End: ".md"}
	asTable    = export.Format{Name: "export.csv", End: ".csv"}
)

// saved is a comparison that is saved as a file of one kind.
type saved struct {
	name    string
	changes *diff.Changes
	format  export.Format
	words   *message.Printer
}

// ExportName implements [export.Source].
func (s *saved) ExportName() string { return s.name }

// Sheet implements [export.Source]: it is no drawing.
func (*saved) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source]: the table has a form of its own.
func (*saved) Table() *export.Table { return nil }

// Formats implements [export.Texts].
func (s *saved) Formats() []export.Format { return []export.Format{s.format} }

// Text implements [export.Texts].
func (s *saved) Text(f export.Format) func(io.Writer) error {
	if f == asTable {
		return s.changes.CSV
	}
	return func(w io.Writer) error { return s.changes.Markdown(w, s.words) }
}

var _ export.Texts = (*saved)(nil)

// chips save and copy what is compared, all of it.
func (p *Page) chips(c *diff.Changes) []fyne.CanvasObject {
	chip := func(key string, do func()) fyne.CanvasObject {
		name := p.words.Say(key)
		return ui.NewActionChip(name, do, ui.Run{Text: name, Size: ui.SizeCaption})
	}
	save := func(f export.Format) func() {
		return func() {
			p.host.Export(&saved{name: p.words.Say("compare.file", map[string]any{"From": c.From.Title, "To": c.To.Version}), changes: c, format: f, words: p.words.Printer})
		}
	}
	return []fyne.CanvasObject{chip("compare.save.csv", save(asTable)), chip("compare.save.markdown", save(asMarkdown)), chip("compare.copy", func() { p.copy(c) })}
}

// copy copies what is compared as Markdown.
func (p *Page) copy(c *diff.Changes) {
	p.host.Background(func(context.Context) func() {
		var b strings.Builder
		_ = c.Markdown(&b, p.words.Printer) // to memory, which does not fail
		return func() {
			p.host.Copy(b.String())
			p.host.Say(p.words.Say("copied"))
		}
	})
}
