// Package reader shows the source paragraph by paragraph, in our own words. What
// the ledger has of the paragraph that is being read stands beside the text.
package reader

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the reader.
type Page struct {
	record.Quiet
	standing

	dossier  *data.Dossier
	words    *record.Words
	host     Host
	rows     rows
	lens     lens
	contents *contents
	portal   *portal
	bar      *bar
	scroll   *ui.Scroller
	area     *ui.SelectionArea
	sized    *ui.Dressed     // the scroller, in its own size and font
	root     *fyne.Container // the parts of the page
	look     *ui.Dressed     // the whole page, on its own ground
	aloud    aloud
}

// standing is where the reader is.
type standing struct {
	open    int // the paragraph whose record stands open, 0 for none
	reading int // the one that what stands beside the text goes along with
	here    route.Route
	went    stop // the figure that was gone to last
	arrived bool
}

// New makes the reader.
func New(d *data.Dossier, w *record.Words, host Host) *Page {
	p := &Page{dossier: d, words: w, host: host, lens: lenses()[0]}
	p.rows = p.newRows()
	p.contents = newContents(w, &p.rows, p.show)
	p.portal = newPortal(d, w, host)
	p.bar = p.newBar()
	measure := &spread{page: p}
	p.area = ui.NewSelectionArea(ui.Inset(8, 0, 48, 0, ui.Middle(edge, measure.wanted, p.rows.content)))
	p.area.OnMark = p.openMark
	p.scroll = ui.NewScroller(p.area)
	p.scroll.OnMoved(p.follow)
	p.sized = ui.Dress(p.scroll, p.set)
	p.root = &fyne.Container{Layout: measure, Objects: []fyne.CanvasObject{p.contents.scroll, p.bar.content, p.sized}}
	p.look = ui.Dress(ui.Ground(theme.ColorNameBackground, p.root), p.ground)
	p.bar.own.show()
	return p
}

// Content is what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.look }

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Read }

// paragraph is the one whose record stands open; 0: none does.
func paragraph(r route.Route) int {
	n, err := strconv.Atoi(r.Pane.ID)
	if r.Pane.Kind != route.Read || err != nil {
		return 0
	}
	return n
}

// Open marks the paragraph whose record stands open.
func (p *Page) Open(r route.Route) {
	p.here, p.open = r.Place(), paragraph(r)
	p.mark()
}

// mark shows in each passage how it stands.
func (p *Page) mark() {
	p.rows.each(func(n int, passage *ui.Passage) {
		passage.Mark(n == p.open, n == p.reading)
	})
}

// Arrive scrolls to the paragraph of the route once the page has its size. What
// opened another record stays in sight: the record may stand below the text.
func (p *Page) Arrive(r route.Route) {
	switch n := paragraph(r); {
	case n > 0 && n == p.reading && p.arrived: // it can be seen
	case n > 0 && p.arrived:
		p.reveal(n)
	case n > 0:
		p.show(n)
	case r.Pane != (route.Ref{}):
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.look); c != nil {
			if opener, ok := c.Focused().(fyne.CanvasObject); ok {
				ui.Reveal(opener)
			}
		}
	}
	p.arrived = true
}

// show scrolls so that a paragraph is at the top.
func (p *Page) show(n int) {
	if list, i := p.rows.find(n); list != nil {
		p.unfold(list)
		p.scroll.ScrollToRow(list, i, 8)
	}
}

// reveal scrolls as little as shows a paragraph.
func (p *Page) reveal(n int) {
	if list, i := p.rows.find(n); list != nil {
		p.unfold(list)
		p.scroll.RevealRow(list, i)
	}
}

// Passage is that of a paragraph, nil where it is not on screen.
func (p *Page) Passage(n int) *ui.Passage {
	list, i := p.rows.find(n)
	if list == nil {
		return nil
	}
	passage, _ := list.Live(i).(*ui.Passage)
	return passage
}

// Key scrolls by a key, and tells whether the key does that.
func (p *Page) Key(key fyne.KeyName) bool { return p.scroll.Key(key) }

// TogglePlay implements [record.Page]: here the space bar turns the page.
func (p *Page) TogglePlay() { p.scroll.Key(fyne.KeyPageDown) }
