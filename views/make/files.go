package make

import (
	"context"
	"io"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/library"
	"beltroad/internal/making"
)

// file is what of a dossier in the making is saved: no drawing, and no table.
type file struct{ name string }

// ExportName implements [export.Source].
func (f *file) ExportName() string { return f.name }

// Sheet implements [export.Source].
func (*file) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source].
func (*file) Table() *export.Table { return nil }

var (
	asDossier = export.Format{Name: "make.dossier", End: ".dossier"}
	asFolder  = export.Format{Name: "make.folder", Folder: true}
)

// dossier is what was made.
type dossier struct {
	file
	found *making.Found
	saved func(path string)
}

// made is the dossier as what can be saved.
func (p *Page) made(f *making.Found) export.Source {
	return &dossier{file{f.Dossier.Metadata().Title}, f, func(path string) {
		p.work.Made = path
		p.fill()
	}}
}

// Formats implements [export.Works].
func (*dossier) Formats() []export.Format { return []export.Format{asDossier, asFolder} }

// Work implements [export.Works].
func (d *dossier) Work(export.Format, drawing.Palette) export.Work {
	return func(ctx context.Context, w io.Writer, _ func(share float64)) error {
		files, err := d.found.FS()
		if err != nil {
			return err
		}
		return library.PackInto(ctx, files, w)
	}
}

// Folder implements [export.Folders].
func (d *dossier) Folder(path string) error { return d.found.Save(path) }

// Saved implements [export.Told].
func (d *dossier) Saved(path string) { d.saved(path) }

var (
	_ export.Works   = (*dossier)(nil)
	_ export.Folders = (*dossier)(nil)
	_ export.Told    = (*dossier)(nil)
)
