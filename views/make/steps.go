package make

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"beltroad/data"
	"beltroad/internal/draft"
	"beltroad/internal/sheet"
	"beltroad/internal/wording"
	"beltroad/views/ui"
)

// steps are what the page says of the file, and how far reading it is.
type steps struct {
	page   *Page
	told   *ui.Text
	cancel *ui.Button
	busy   bool
	wrong  data.Problems // why the file was not read
}

func newSteps(p *Page) steps {
	s := steps{page: p, told: ui.Label("", ui.SizeBody, ui.ColorInk)}
	s.cancel = ui.NewButton(p.words.Say("export.cancel"), p.cancel, false)
	s.cancel.Hide()
	return s
}

// tell says which file it is.
func (s *steps) tell() {
	p, args := s.page, map[string]any{"Name": s.page.work.Name}
	switch {
	case s.busy:
	case s.wrong != nil:
		s.told.SetText(p.words.Say("make.file.wrong", args))
	case !p.work.Chosen():
		s.told.SetText(p.words.Say("make.file.about"))
	case p.work.Path == "":
		s.told.SetText(p.words.Say("make.file.read", args))
	default:
		s.told.SetText(p.words.Say("make.file.watched", args))
	}
}

// pick has the user choose the file.
func (p *Page) pick() { p.host.ChooseSheet(ends, p.Take) }

// Take reads a file that was chosen or dropped.
func (p *Page) Take(name, path string, open func() (io.ReadCloser, error)) {
	if p.row != "" {
		p.close()
	}
	p.work.Choose(name, path, open)
	p.file.wrong = nil
	p.fill()
	p.read()
}

// read reads the file beside the window, and again each time that it is saved.
func (p *Page) read() {
	p.stays()
	ctx, end := context.WithCancel(context.Background())
	watched := func() {}
	p.stays = func() {
		end()
		watched()
	}
	p.wait(true, p.words.Say("make.file.reading", map[string]any{"Name": p.work.Name, "Percent": 0}))
	name, path, open, look := p.work.Name, p.work.Path, p.work.Open, p.work.Look()
	progress := ui.Steps(func(percent int) {
		p.host.InWindow(func() {
			if ctx.Err() == nil && p.file.busy {
				p.wait(true, p.words.Say("make.file.reading", map[string]any{"Name": name, "Percent": percent}))
			}
		})
	})
	p.host.Background(func(context.Context) func() {
		book, err := readBook(ctx, name, path, open, progress)
		if err != nil {
			return func() {
				if ctx.Err() == nil {
					p.failed(err)
				}
			}
		}
		found := look(&book)
		return func() {
			if ctx.Err() == nil {
				p.wait(false, "")
				p.file.wrong = nil
				p.looked(found)
			}
		}
	})
	if p.work.Path != "" {
		watched = p.host.WatchFile(p.work.Path, func() {
			if ctx.Err() == nil {
				p.Saved()
			}
		})
	}
}

// Saved reads the file again, which was saved.
func (p *Page) Saved() { p.read() }

// readBook reads a spreadsheet, or a folder of tables; of a CSV file with a path, the
// other sheets that lie beside it, too. It ends early with its context.
func readBook(ctx context.Context, name, path string, open func() (io.ReadCloser, error), progress func(share float64)) (sheet.Book, error) {
	if err := ctx.Err(); err != nil {
		return sheet.Book{}, err
	}
	if path != "" && isFolder(path) {
		return draft.Book(path)
	}
	r, err := open()
	if err != nil {
		return sheet.Book{}, err
	}
	defer r.Close() //nolint:errcheck // only read
	if path != "" && sheet.IsTable(path) {
		return draft.Book(path)
	}
	total := int64(0)
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil {
			total = info.Size()
		}
	}
	in := &counted{ctx: ctx, r: io.LimitReader(r, sheet.MaxFile+1), told: func(n int64) {
		if total > 0 {
			progress(0.8 * float64(n) / float64(max(n, total))) // what is left is understanding it
		}
	}}
	b, err := io.ReadAll(in)
	if err != nil {
		return sheet.Book{}, err
	}
	return sheet.Read(name, b)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// counted tells how much was read, and ends with its context.
type counted struct {
	ctx  context.Context //nolint:containedctx // it lives as long as one file is read
	r    io.Reader
	n    int64
	told func(n int64)
}

func (c *counted) Read(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(b)
	c.n += int64(n)
	c.told(c.n)
	return n, err
}

// wait says how far reading is, or that it is over.
func (p *Page) wait(busy bool, told string) {
	if p.file.busy = busy; busy {
		p.file.told.SetText(told)
	}
	if p.file.cancel.Hidden == busy {
		p.file.cancel.Hidden = !busy
		p.scroll.Relayout()
	}
}

// cancel ends reading; what was understood before stays.
func (p *Page) cancel() {
	p.stays()
	p.wait(false, "")
	p.file.tell()
	p.host.Say(p.words.Say("make.file.cancelled"))
	p.host.Focus(p.choose)
}

// failed says why the file was not read.
func (p *Page) failed(err error) {
	if !errors.As(err, &p.file.wrong) {
		p.file.wrong = data.Problems{{File: p.work.Name, Found: wording.WhyUnread(p.words.Printer, err), Allowed: p.words.Say("make.file.allowed")}}
	}
	p.wait(false, "")
	p.fill()
}
