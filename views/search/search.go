// Package search finds what a text asks for: in a palette over the page as it is
// typed, and as a page of all that was found.
package search

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/paper"
	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Page is the list of all that was found.
type Page struct {
	ui.Scrolled
	record.Quiet

	words  *record.Words
	host   Host
	lister lister
	asker  *asker
	list   *fyne.Container
	text   string      // that is looked for
	takes  bool        // what is opened has the keyboard once it is there
	wanted route.State // how the page is to stand once there is an answer; nil: as it comes
}

// New makes the page.
func New(d *data.Dossier, w *record.Words, host Host) *Page {
	p := &Page{words: w, host: host, list: ui.Column(14)}
	p.lister = lister{d, w, func(doc *find.Document, beside bool) { open(host, d, doc, host.Here(), beside) }}
	p.asker = &asker{source: host.Source(), lister: p.lister, most: math.MaxInt, beside: host.Background, show: p.answered}
	p.Scroller = ui.Page(p.list)
	return p
}

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Search }

// Open looks for the text that the route carries.
func (p *Page) Open(r route.Route) {
	if p.text == r.ID && len(p.list.Objects) > 0 { // something opened beside it
		return
	}
	p.text, p.wanted, p.takes = r.ID, nil, false
	if strings.TrimSpace(r.ID) == "" {
		p.asker.drop()
		p.invite()
		return
	}
	p.show(p.words.Say("find.looking", map[string]any{"Text": p.shown()}), nil)
	p.asker.ask(r.ID)
}

// invite says what can be looked for, where nothing is.
func (p *Page) invite() {
	ask := func(text string) { p.host.Go(route.To(route.Search, text)) }
	p.show(p.words.Say("find.invite"), invite(p.lister.dossier, p.words, p.host.Memory(), ask, p.invite))
}

// Arrive implements [record.Page]: who looks for something has the keyboard at what
// is found, unless something was opened beside it.
func (p *Page) Arrive(r route.Route) {
	if r.Pane == (route.Ref{}) {
		p.takes = p.asker.waiting()
		p.take()
	}
}

// take gives the keyboard to the first result, or to the field where there is none.
func (p *Page) take() {
	var field, first fyne.Focusable
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		switch v := o.(type) {
		case *ui.FieldButton:
			field = v
		case *ui.ListItem:
			if first == nil {
				first = v
			}
		}
		return true
	})
	if first == nil {
		first = field
	}
	if first != nil {
		p.host.Focus(first)
	}
}

// Left implements [record.Page].
func (p *Page) Left() { p.asker.drop() }

// State is how far the page is scrolled, or is to be.
func (p *Page) State() route.State {
	if p.asker.waiting() && p.wanted != nil {
		return p.wanted
	}
	return p.Scrolled.State()
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	if p.asker.waiting() {
		p.wanted = st
		return
	}
	p.Scrolled.Restore(st)
}

// shown is the text as the page's head shows it.
func (p *Page) shown() string {
	const longest = 60
	return ui.Shortened(p.text, longest)
}

// OnPaper is what is printed of the page: what was looked for, and what was found.
func (p *Page) OnPaper() []paper.Part {
	return ui.OnPaper(ui.Column(14, slices.Delete(slices.Clone(p.list.Objects), 1, 2)...))
}

// answered shows what was found.
func (p *Page) answered(a answer) {
	r := a.results
	found := map[string]any{"Text": p.shown(), "Results": p.words.Count("find.results", r.Total)}
	said := p.words.Say("find.lead", found)
	switch {
	case r.Total == 0:
		said += " " + p.lister.nothing(r)
	case r.Shown != "":
		found["Words"] = r.Shown
		said = p.words.Say("find.lead.shown", found)
	}
	p.show(said, append(a.lines, p.lister.near(r.Near)...))
	if p.wanted != nil {
		p.Scrolled.Restore(p.wanted)
	}
	if p.takes {
		p.takes = false
		p.take()
	}
}

// show lists lines below a sentence, and the field that changes what is looked for.
func (p *Page) show(said string, lines []line) {
	field := ui.NewFieldButton(p.words.Say("search"), p.words.Say("search.key"), func() { p.host.Search(p.text) })
	field.SetText(p.text)
	p.list.Objects = []fyne.CanvasObject{
		ui.Header("", p.words.Say("find.title"), ui.ColorInk, ui.Run{Text: said, Size: ui.SizeLead}),
		ui.Column(6, ui.AtMost(480, field), filters(p.words, false, func(name string) { p.host.Search(narrowed(p.text, name)) })),
		ui.AtMost(900, ui.NewList(0, len(lines), func(i int) fyne.CanvasObject { return lines[i].object(false) })),
	}
	p.Relayout()
}
