package reader

import (
	"context"
	"errors"
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/align"
	"beltroad/internal/message"
	"beltroad/internal/source"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Host is what the reader needs from the window around it.
type Host interface {
	record.Host
	// Copies is where the reader's own copy of the source is found.
	Copies() *source.Shelf
	// ChooseFile lets the user choose a file to read, one that ends with one of
	// these; then gets it.
	ChooseFile(ends []string, then func(File))
}

// File is one that the user has chosen, or dropped on the window.
type File struct {
	Name string
	Path string // empty: there is none
	Open func() (io.ReadCloser, error)
}

// fileEnds are those of the files that a copy may be.
var fileEnds = []string{".txt", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".epub"}

// own is what the bar says of the reader's own copy, and does with it.
type own struct {
	page    *Page
	line    *ui.Text
	content fyne.CanvasObject
	told    string // what went wrong, or was done; empty: nothing to say
	wrong   bool
	reading string             // the file that is being read; empty: none is
	percent int                // of it
	end     context.CancelFunc // ends reading
	stop    func()             // ends watching
	wanted  string             // key of the lens that waits for a copy
}

func newOwn(p *Page) *own {
	o := &own{page: p, end: func() {}}
	o.line = ui.NewText()
	o.content = ui.Stack(o.line)
	o.content.Hide()
	o.stop = p.host.Copies().Watch(func() { p.host.InWindow(o.changed) })
	p.host.Background(func(ctx context.Context) func() {
		err := p.host.Copies().Look(ctx)
		return func() {
			if damaged, ok := errors.AsType[*source.DamagedCopy](err); ok {
				o.tell(p.words.Say("read.copy.lost", message.Args{"File": damaged.Kept}), true)
			}
			if newer, ok := errors.AsType[*source.NewerCopy](err); ok {
				o.tell(p.words.Say("read.copy.newer", message.Args{"File": newer.File}), true)
			}
		}
	})
	return o
}

// held is the copy that is there; nil: none.
func (o *own) held() *source.Held { return o.page.host.Copies().Now() }

// changed takes up that another copy is there, or none any more.
func (o *own) changed() {
	p := o.page
	if p.bar == nil { // it was there before the page
		return
	}
	switch {
	case o.held() == nil && p.lens.own:
		p.through(lenses()[0])
	case o.held() == nil || !o.takeWanted():
		p.remake()
	}
	o.show()
}

// takeWanted looks through the lens that waited for a copy, and tells whether one did.
func (o *own) takeWanted() bool {
	all := lenses()
	i := slices.IndexFunc(all, func(l lens) bool { return l.key == o.wanted })
	o.wanted = ""
	if i < 0 || all[i].key == o.page.lens.key {
		return false
	}
	o.page.through(all[i])
	return true
}

// tell says what went wrong, or was done.
func (o *own) tell(what string, wrong bool) {
	o.told, o.wrong = what, wrong
	o.show()
}

// dismiss takes away what was told, and tells whether anything was.
func (o *own) dismiss() bool {
	if o.told == "" {
		return false
	}
	o.tell("", false)
	return true
}

// show says how things stand.
func (o *own) show() {
	runs := o.runs()
	o.line.SetRuns(runs...)
	o.content.Hide()
	if len(runs) > 0 {
		o.content.Show()
	}
	if o.page.root != nil {
		o.page.root.Refresh()
	}
}

// runs are what the line says, and what it lets one do.
func (o *own) runs() []ui.Run {
	words := o.page.words
	l := &line{}
	if o.told != "" {
		col := ui.ColorMuted
		if o.wrong {
			col = "error"
		}
		l.add(ui.Run{Text: o.told, Color: col})
	}
	does := func(key string, do func()) { l.add(ui.Run{Text: words.Say(key), OnOpen: do}) }
	if o.reading != "" {
		l.add(ui.Run{Text: words.Say("read.copy.reading", message.Args{"File": o.reading, "Percent": o.percent})})
		does("read.copy.cancel", func() { o.end() })
		return l.runs
	}
	held := o.held()
	if held == nil {
		return l.runs
	}
	figures, stand := len(held.Findings), held.WordForWord()
	l.add(ui.Run{Text: words.Count("read.copy.matched", held.Matched, message.Args{"Of": held.Bodies})})
	l.add(ui.Run{Text: words.Count("read.copy.stand", stand, message.Args{"Of": figures})})
	if stand < figures {
		does("read.copy.others", o.offerOthers)
	}
	if held.Format == source.PDF && held.Matched < held.Bodies {
		l.add(ui.Run{Text: words.Say("read.copy.garbled"), Color: ui.ColorMuted})
	}
	added := words.Date(data.DateOf(held.Added.Year(), int(held.Added.Month()), held.Added.Day()))
	l.add(ui.Run{Text: words.Say("read.copy.file", message.Args{"File": held.Name, "Date": added}), Color: ui.ColorMuted})
	does("read.copy.another", o.page.ChooseCopy)
	does("read.copy.remove", o.remove)
	return l.runs
}

// line puts things in a row, with a sign between them.
type line struct{ runs []ui.Run }

func (l *line) add(r ui.Run) {
	if len(l.runs) > 0 {
		l.runs = append(l.runs, ui.Run{Text: " · ", Size: ui.SizeCaption, Color: ui.ColorMuted})
	}
	r.Size = ui.SizeCaption
	l.runs = append(l.runs, r)
}

// offerOthers lists the figures that do not stand word for word, and leads to them.
func (o *own) offerOthers() {
	held := o.held()
	if held == nil {
		return
	}
	keys := map[align.Standing]string{align.Number: "read.copy.number", align.Missing: "read.copy.missing", align.Unread: "read.copy.unread"}
	var all []ui.Action
	for _, f := range held.Findings {
		figure, ok := o.page.dossier.Figure(f.Figure)
		if key := keys[f.Standing]; ok && key != "" {
			args := message.Args{"Figure": figure.Quantity.Text + ", " + figure.Label, "Cite": record.Cite(f.Paragraph)}
			all = append(all, ui.Action{
				Name: o.page.words.Say(key, args),
				Do:   func() { o.page.host.Go(route.Paragraph(f.Paragraph).Place().Beside(route.Figure, f.Figure)) },
			})
		}
	}
	ui.ShowActions(o.line, all)
}

// remove forgets the copy, beside the window.
func (o *own) remove() {
	p := o.page
	p.host.Background(func(context.Context) func() {
		err := p.host.Copies().Remove()
		return func() {
			if err != nil {
				o.tell(p.words.Say("read.copy.stays", message.Args{"Why": err.Error()}), true)
				return
			}
			o.tell(p.words.Say("read.copy.removed"), false)
		}
	})
}

// ChooseCopy lets the user choose a copy of the source.
func (p *Page) ChooseCopy() { p.host.ChooseFile(fileEnds, p.TakeCopy) }

// TakeCopy reads a file, and shows it if it is a copy of the source.
func (p *Page) TakeCopy(f File) {
	o := p.bar.own
	o.end()
	ctx, end := context.WithCancel(context.Background())
	o.end, o.reading, o.percent = end, f.Name, 0
	o.tell("", false)
	p.host.Background(func(page context.Context) func() {
		stop := context.AfterFunc(page, end)
		defer stop()
		err := take(ctx, p.host.Copies(), f, o.progress(ctx))
		return func() { o.finish(ctx, f.Name, err) }
	})
}

func take(ctx context.Context, shelf *source.Shelf, f File, progress func(float64)) error {
	r, err := f.Open()
	if err != nil {
		return &source.Unreadable{Name: f.Name, Reason: source.Unread, Err: err}
	}
	defer r.Close()
	return shelf.Take(ctx, f.Name, r, progress)
}

// progress tells how far reading has come, not more often than it is read.
func (o *own) progress(ctx context.Context) func(share float64) {
	return ui.Steps(func(percent int) {
		o.page.host.InWindow(func() {
			if ctx.Err() == nil && o.reading != "" {
				o.percent = percent
				o.show()
			}
		})
	})
}

// usualOwn is the lens that a copy is first seen through, unless another was asked for.
const usualOwn = "both"

// finish tells what came of reading a file.
func (o *own) finish(ctx context.Context, name string, err error) {
	if ctx.Err() != nil && !errors.Is(err, context.Canceled) {
		return // another file took its place
	}
	o.reading = ""
	unkept, _ := errors.AsType[*source.Unkept](err)
	if err != nil && unkept == nil {
		o.tell(o.why(name, err), !errors.Is(err, context.Canceled))
		return
	}
	o.told, o.wrong = "", false
	if unkept != nil {
		o.told, o.wrong = o.page.words.Say("read.copy.unkept"), true
	}
	if !o.page.lens.own {
		o.wanted = usualOwn
		o.takeWanted()
	}
	o.show()
}

// why a file is not shown, in words.
func (o *own) why(name string, err error) string {
	words := o.page.words
	file := message.Args{"File": name}
	if other, ok := errors.AsType[*align.Other](err); ok {
		return words.Count("read.copy.why.other", other.Matched, file, message.Args{"Of": other.Bodies})
	}
	if unreadable, ok := errors.AsType[*source.Unreadable](err); ok {
		return words.Say("read.copy.why."+string(unreadable.Reason), file)
	}
	if errors.Is(err, context.Canceled) {
		return words.Say("read.copy.stopped")
	}
	return words.Say("read.copy.why.nothing")
}

// left ends what is going on.
func (o *own) left() {
	o.end()
	o.stop()
}
