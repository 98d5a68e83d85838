package views

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/ui"
)

// finding is what looks for a text in the page that is shown.
type finding struct {
	bar    *ui.FindBar // nil: none is shown
	finder *ui.Finder
	last   string // what was looked for
	layer  *fyne.Container
}

// FindInPage shows where to type what is to be found in the page; what is
// selected is looked for at once.
func (s *Shell) FindInPage() {
	text := ""
	if quote := ui.SelectedText(s.page.Content()); !strings.Contains(quote, "\n") && len(quote) < 100 {
		text = quote
	}
	s.openFinding()
	s.find.bar.Take(s.canvas(), text)
}

func (s *Shell) openFinding() {
	if s.find.bar != nil {
		return
	}
	s.find.finder = ui.NewFinder(s.page.Content(), func(step func()) {
		s.Background(func(context.Context) func() { return step })
	})
	s.find.bar = ui.NewFindBar(s.words.Printer, s.find.finder, func() { s.closeFinding() })
	s.find.layer.Objects = []fyne.CanvasObject{s.find.bar.Content()}
	s.find.layer.Refresh()
}

// FindNext goes on to where the text was found next (+1), or before (-1).
func (s *Shell) FindNext(by int) {
	if s.find.bar != nil {
		s.find.finder.Next(by)
		return
	}
	if s.openFinding(); s.find.last != "" {
		s.find.bar.Take(s.canvas(), s.find.last)
		return
	}
	s.find.bar.Take(s.canvas(), "")
}

// closeFinding takes the bar away, and tells whether one was there. The keyboard
// is where the text was found.
func (s *Shell) closeFinding() bool {
	if s.find.bar == nil {
		return false
	}
	bar, finder := s.find.bar, s.find.finder
	s.find.last, s.find.bar, s.find.finder = bar.Text(), nil, nil
	if !finder.Close() {
		if c := s.canvas(); c != nil {
			c.Unfocus()
		}
	}
	s.find.layer.Objects = nil
	s.find.layer.Refresh()
	return true
}

// dropFinding takes the bar away with the page that it was for.
func (s *Shell) dropFinding() {
	if s.find.bar != nil {
		s.find.last, s.find.bar, s.find.finder = s.find.bar.Text(), nil, nil
		s.find.layer.Objects = nil
		s.find.layer.Refresh()
	}
}

// NextFigure goes to the next figure of the page's text (+1), or the one before (-1).
func (s *Shell) NextFigure(by int) {
	if p, ok := s.page.(interface{ NextFigure(by int) }); ok {
		p.NextFigure(by)
	}
}

// ReadAloud has the system's voice read the page's text, or pause.
func (s *Shell) ReadAloud() {
	if p, ok := s.page.(interface{ ReadAloud() }); ok {
		p.ReadAloud()
	}
}

// pageCorner places what floats over the page at its right upper corner.
type pageCorner struct {
	ui.Themed
	page func() fyne.CanvasObject
}

// MinSize implements [fyne.Layout].
func (*pageCorner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements [fyne.Layout].
func (l *pageCorner) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	const air = 12
	l.HandDown(objs)
	for _, o := range objs {
		right, least := size.Width, o.MinSize()
		if page := l.page(); page.Visible() {
			right = page.Position().X + page.Size().Width
		}
		width := min(least.Width, right-2*air)
		ui.Place(o, right-air-width, air, width, ui.HeightFor(o, width))
	}
}
