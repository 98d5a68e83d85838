package lessons

import (
	"io"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/views/record"
)

// file is a lesson that is saved as a file of its own.
type file struct {
	name   string
	lesson *lesson.Lesson
}

// The same file under two ends.
var asLesson, asShort = export.Format{Name: "lesson.file", End: lesson.End}, export.Format{Name: "lesson.file.short", End: lesson.Short}

// File is a lesson as what can be saved.
func File(w *record.Words, l *lesson.Lesson) export.Source { return &file{title(w, l), l} }

// ExportName implements [export.Source].
func (f *file) ExportName() string { return f.name }

// Sheet implements [export.Source]: a lesson is no drawing.
func (*file) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source]: nor is it a table.
func (*file) Table() *export.Table { return nil }

// Formats implements [export.Texts].
func (*file) Formats() []export.Format { return []export.Format{asLesson, asShort} }

// Text implements [export.Texts].
func (f *file) Text(export.Format) func(io.Writer) error {
	return func(w io.Writer) error {
		b, err := lesson.Encode(f.lesson)
		if err != nil {
			return err
		}
		_, err = w.Write(b)
		return err
	}
}

var _ export.Texts = (*file)(nil)
