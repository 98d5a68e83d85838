package reader

import (
	"cmp"
	"sort"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// contents lists the headings of the article; a click goes there. The one that
// is being read is marked, and kept in sight.
type contents struct {
	headings []data.Paragraph
	names    []string
	list     *ui.List
	scroll   *ui.Scroller
	show     func(paragraph int)
	current  int // index of the heading that is being read
}

func newContents(w *record.Words, rows *rows, show func(paragraph int)) *contents {
	c := &contents{show: show}
	for i, n := range rows.article {
		par := rows.par(n)
		if i == 0 || par.Kind == "heading" || par.Kind == "subheading" {
			c.headings = append(c.headings, par)
			c.names = append(c.names, cmp.Or(par.Heading, par.Summary))
		}
	}
	c.list = ui.NewList(0, len(c.headings), c.line)
	c.scroll = ui.NewScroller(ui.Inset(28, 8, 24, 24, ui.Column(0, ui.Strong(w.Say("read.contents"), ui.SizeCaption, ui.ColorInk), ui.Gap(2), c.list)))
	return c
}

func (c *contents) line(i int) fyne.CanvasObject {
	indent := float32(0)
	if c.headings[i].Kind == "subheading" {
		indent = 12
	}
	line := ui.NewListItem(c.names[i], ui.NewText(c.run(i)), func() { c.goTo(i) })
	line.Air = 3
	return ui.Inset(0, 6, 0, indent, line)
}

// goTo scrolls the text to a heading.
func (c *contents) goTo(i int) { c.show(c.headings[i].N) }

// run is the name of a heading; that of the one being read stands out.
func (c *contents) run(i int) ui.Run {
	r := ui.Run{Text: c.names[i], Size: ui.SizeCaption, Color: ui.ColorMuted}
	if i == c.current {
		r.Color, r.Style = ui.ColorAccent, ui.Bold
	}
	return r
}

// mark shows which part of the article a paragraph is in.
func (c *contents) mark(paragraph int) {
	before := c.current
	c.current = max(0, sort.Search(len(c.headings), func(i int) bool { return c.headings[i].N > paragraph })-1)
	if before == c.current || len(c.headings) == 0 {
		return
	}
	for _, i := range []int{before, c.current} {
		ui.Walk(c.list.Live(i), func(o fyne.CanvasObject) bool {
			if t, ok := o.(*ui.Text); ok {
				t.SetRuns(c.run(i))
			}
			return true
		})
	}
	if c.scroll.Visible() && c.scroll.Size().Height > 0 {
		c.scroll.Relayout()
		c.scroll.RevealRow(c.list, c.current)
	}
}
