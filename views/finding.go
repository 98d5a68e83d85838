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
	s.showFinding(s.find.bar.Content())
}

// showFinding gives the bar a row of its own below the page; nil: there is none.
func (s *Shell) showFinding(bar fyne.CanvasObject) {
	s.layout.foot, s.find.layer.Objects = bar, nil
	if bar != nil {
		s.find.layer.Objects = []fyne.CanvasObject{bar}
	}
	s.find.layer.Refresh()
	s.content.Refresh()
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
	s.showFinding(nil)
	return true
}

// dropFinding takes the bar away with the page that it was for.
func (s *Shell) dropFinding() {
	if s.find.bar != nil {
		s.find.last, s.find.bar, s.find.finder = s.find.bar.Text(), nil, nil
		s.showFinding(nil)
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

// placed leaves what is in it where the window's layout puts it.
type placed struct{ ui.Themed }

// MinSize implements [fyne.Layout].
func (*placed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements [fyne.Layout].
func (l *placed) Layout(objs []fyne.CanvasObject, _ fyne.Size) { l.HandDown(objs) }
