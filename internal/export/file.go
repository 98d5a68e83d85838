// Package export writes drawings, and the tables behind them, as files that
// other programs open: SVG, PNG and CSV.
package export

import (
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"

	"beltroad/internal/atomicfile"
	"beltroad/internal/drawing"
)

// Source is something that can be saved as a file. It is asked in the window,
// where text is measured; what it gives is written beside it.
type Source interface {
	// ExportName names it for the user.
	ExportName() string
	// Sheet is the drawing, in a frame that tells by itself what it is.
	Sheet() *drawing.Sheet
	// Table are the records behind the drawing, nil where it has none.
	Table() *Table
}

// Offers is a source of files of kinds of its own.
type Offers interface {
	Source
	// Formats are the kinds of files, the usual one first.
	Formats() []Format
}

// Texts is a source of files that are neither drawings nor tables.
type Texts interface {
	Offers
	// Text writes one, beside the window.
	Text(f Format) func(io.Writer) error
}

// Works is a source of files that take their time.
type Works interface {
	Offers
	// Work writes one, beside the window, in some colours.
	Work(f Format, p drawing.Palette) Work
}

// Folders is a source of folders, too.
type Folders interface {
	Offers
	// Folder makes one, whole or not at all, beside the window.
	Folder(path string) error
}

// Told is a source that wants to know where it was saved.
type Told interface {
	Saved(path string)
}

// Work writes a file, and tells which share is done. It ends early when its
// context does.
type Work func(ctx context.Context, w io.Writer, done func(share float64)) error

// Rows are records that are saved as they are, without a drawing of them.
type Rows struct {
	Name    string
	Records *Table
}

// ExportName implements [Source].
func (r *Rows) ExportName() string { return r.Name }

// Sheet implements [Source]: there is none.
func (*Rows) Sheet() *drawing.Sheet { return nil }

// Table implements [Source].
func (r *Rows) Table() *Table { return r.Records }

// Format is a kind of file that something can be saved as.
type Format struct {
	Name  string  // key of its translation
	End   string  // of the file's name: ".png"
	Scale float64 // of a picture; 0: it is none
	Drawn bool    // it is no picture, but shows colours

	Folder bool // it is a folder
}

// The formats.
var (
	svgFile  = Format{Name: "export.svg", End: ".svg", Drawn: true}
	csvFile  = Format{Name: "export.csv", End: ".csv"}
	pictures = []Format{{Name: "export.png1", End: ".png", Scale: 1}, {Name: "export.png2", End: ".png", Scale: 2}, {Name: "export.png4", End: ".png", Scale: 4}}
)

// Formats are the kinds of files that a source can be saved as; usual is the
// index of the one that is offered first.
func Formats(s Source) (all []Format, usual int) {
	if t, ok := s.(Offers); ok {
		return t.Formats(), 0
	}
	if _, bare := s.(*Rows); bare {
		return []Format{csvFile}, 0
	}
	all = append(append(all, pictures...), svgFile)
	if s.Table() != nil {
		all = append(all, csvFile)
	}
	return all, 1
}

// IsDrawing tells whether a format shows colours.
func (f Format) IsDrawing() bool { return f.Scale > 0 || f.Drawn }

// Job is a file that is to be written.
type Job struct {
	Format  Format
	Sheet   *drawing.Sheet
	Table   *Table
	Text    func(io.Writer) error // neither of them; nil: one of them
	Work    Work                  // as Text, for what takes its time
	Palette drawing.Palette
	// Letter makes the shape of a text for a scale. It is asked in turn, and
	// may take the time that the window leaves it.
	Letter func(l drawing.Lettering, scale float64) *image.Alpha
	// Done is told which share is done.
	Done func(share float64)
}

// ErrLarge is the error of a picture that would take too much memory.
var ErrLarge = errors.New("the picture is too large")

// mostPixels keeps a picture of very many rows from filling the memory.
const mostPixels = 80e6

// Write writes the file. It ends early, with the context's error, when that ends.
func (j *Job) Write(ctx context.Context, w io.Writer) error {
	w = &until{ctx, w}
	switch {
	case j.Work != nil:
		return j.Work(ctx, w, j.done)
	case j.Text != nil:
		return j.Text(w)
	case j.Format == csvFile:
		return CSV(w, *j.Table)
	case j.Format.Scale == 0:
		return drawing.SVG(w, j.Sheet, j.Palette)
	}
	if j.Sheet.Width*j.Sheet.Height*j.Format.Scale*j.Format.Scale > mostPixels {
		return ErrLarge
	}
	const lettered, painted = 0.4, 0.75 // the shares that are done then
	letters, all := drawing.Letters{}, j.Sheet.Letterings()
	for i, l := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		letters[l] = j.Letter(l, j.Format.Scale)
		j.done(lettered * float64(i+1) / float64(len(all)))
	}
	img, err := drawing.Raster(ctx, j.Sheet, j.Palette, j.Format.Scale, letters, func(share float64) { j.done(lettered + (painted-lettered)*share) })
	if err != nil {
		return err
	}
	j.done(painted)
	return png.Encode(w, img)
}

func (j *Job) done(share float64) {
	if j.Done != nil {
		j.Done(share)
	}
}

// until is a writer that takes nothing more once a context has ended.
type until struct {
	ctx context.Context
	w   io.Writer
}

func (u *until) Write(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.w.Write(p)
}

// Frozen is a palette with the colours that a drawing has now, so that it may
// be asked while the window changes.
func Frozen(s *drawing.Sheet, p drawing.Palette) drawing.Palette {
	colours := map[drawing.Ink]color.Color{}
	for i := range s.Marks {
		for _, ink := range []drawing.Ink{s.Marks[i].Ink, s.Marks[i].Edge} {
			if _, ok := colours[ink]; !ok && ink != drawing.InkNone {
				colours[ink] = p(ink)
			}
		}
	}
	return func(i drawing.Ink) color.Color { return colours[i] }
}

// Unsaved is the error of a file that was not saved; see its Reason.
type Unsaved = atomicfile.Unsaved
