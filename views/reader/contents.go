package reader

import (
	"cmp"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// contents lists the headings of the source; a click opens one.
type contents struct {
	headings []data.Paragraph
	list     *ui.List
	scroll   *ui.Scroller
	current  int // index of the heading that is being read, -1 for none
}

func newContents(title string, pars []data.Paragraph, nav route.Nav) *contents {
	c := &contents{current: -1}
	for _, par := range pars {
		if par.Kind == "heading" || par.Kind == "subheading" {
			c.headings = append(c.headings, par)
		}
	}
	c.list = ui.NewList(0, len(c.headings), func(i int) fyne.CanvasObject {
		par, indent := c.headings[i], float32(0)
		if par.Kind == "subheading" {
			indent = 12
		}
		line := ui.NewListItem(nameOf(par), ui.NewText(c.run(i)), func() { nav.Go(route.Paragraph(par.N)) })
		line.Air = 3
		return ui.Inset(0, 6, 0, indent, line)
	})
	c.scroll = ui.NewScroller(ui.Inset(28, 8, 24, 32, ui.Column(0, ui.Strong(title, ui.SizeCaption, ui.ColorInk), ui.Gap(2), c.list)))
	return c
}

func nameOf(heading data.Paragraph) string { return cmp.Or(heading.Heading, heading.Summary) }

// run is the name of a heading; that of the one being read stands out.
func (c *contents) run(i int) ui.Run {
	r := ui.Run{Text: nameOf(c.headings[i]), Size: ui.SizeCaption, Color: ui.ColorMuted}
	if i == c.current {
		r.Color, r.Style = ui.ColorAccent, ui.Bold
	}
	return r
}

// mark shows which part of the source a paragraph is in.
func (c *contents) mark(paragraph int) {
	before := c.current
	c.current = -1
	for i, h := range c.headings {
		if h.N <= paragraph {
			c.current = i
		}
	}
	for _, i := range []int{before, c.current} {
		if before != c.current && i >= 0 && c.list.Live(i) != nil {
			ui.Walk(c.list.Live(i), func(o fyne.CanvasObject) bool {
				if t, ok := o.(*ui.Text); ok {
					t.SetRuns(c.run(i))
				}
				return true
			})
		}
	}
	c.scroll.Relayout()
}

// withContents puts the contents beside the text where there is room for both.
func withContents(contents, text fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &beside{}, Objects: []fyne.CanvasObject{contents, text}}
}

// The measures of the reader.
const (
	contentsWidth = 216
	textWidth     = 620 // beyond that a line is hard to read
	roomForBoth   = 640
)

type beside struct{ ui.Themed }

func (*beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (l *beside) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	left := l.Dp(contentsWidth)
	if s.Width < l.Dp(roomForBoth) {
		objs[0].Hide()
		left = 0
	} else {
		objs[0].Show()
		objs[0].Move(fyne.NewPos(0, 0))
		objs[0].Resize(fyne.NewSize(left, s.Height))
	}
	objs[1].Move(fyne.NewPos(left, 0))
	objs[1].Resize(fyne.NewSize(s.Width-left, s.Height))
}
