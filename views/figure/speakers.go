package figure

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// backing is whose word stands beside a figure's.
type backing uint8

// The backings, the strongest first.
const (
	byOthers  backing = iota // an independent second source gives a number of it
	byContext                // it rests on one party's word, though an independent source speaks of it
	byOwn                    // it does, and only the same government or speaker, or a party to it, repeats it
	byNone                   // it does, and nobody repeats it
	backings
)

// key is the backing's name in states and words.
func (b backing) key() string { return [backings]string{independent, "context", "own", none}[b] }

// backingOf is whose word stands beside a figure's.
func backingOf(all []data.SecondSource) backing {
	switch {
	case len(all) == 0:
		return byNone
	case hasIndependent(all):
		return byOthers
	case slices.ContainsFunc(all, func(s data.SecondSource) bool { return s.Independence == data.Independent }):
		return byContext
	default:
		return byOwn
	}
}

// tally is how many figures a speaker has, by backing.
type tally struct {
	speaker string // empty: none is named
	figures int
	backed  [backings]int
}

// tallies count the figures of each speaker: those with the most first, and those
// that no speaker is named for last.
func tallies(d *data.Dossier) (all []tally, whole tally) {
	at := map[string]int{}
	figures := d.Figures()
	for i := range figures {
		f := &figures[i]
		n, ok := at[f.Speaker]
		if !ok {
			n = len(all)
			at[f.Speaker] = n
			all = append(all, tally{speaker: f.Speaker})
		}
		b := backingOf(d.SecondSourcesOf(f.ID))
		for _, t := range []*tally{&all[n], &whole} {
			t.figures++
			t.backed[b]++
		}
	}
	slices.SortStableFunc(all, func(a, b tally) int {
		if unnamed := a.speaker == ""; unnamed != (b.speaker == "") {
			return map[bool]int{true: 1, false: -1}[unnamed]
		}
		return cmp.Compare(b.figures, a.figures)
	})
	return all, whole
}

// HasFigures tells whether a dossier has figures that somebody says.
func HasFigures(d *data.Dossier, id string) bool { return id == "" && len(d.Figures()) > 0 }

// speakerKey is a speaker in a state, where a semicolon parts filters.
func speakerKey(name string) string { return strings.ReplaceAll(name, ";", ",") }

// NewSpeakers makes the page of who says what, and whose word stands beside it.
func NewSpeakers(d *data.Dossier, w *record.Words, host record.Host) *record.Catalogue[data.Figure] {
	all, whole := tallies(d)
	ranks := make(map[string]int, len(all))
	for i, t := range all {
		ranks[t.speaker] = i
	}
	var page *record.Catalogue[data.Figure]
	keep := func(facet, key string) func() { return func() { page.Alone(facet, key) } }
	cards, lines := counts(w, whole, keep), speakers(w, all, keep)
	page = record.NewCatalogue(w, host, record.CatalogueSpec[data.Figure]{
		Head: ui.Column(12, ui.Header("", w.Say("nav.speakers"), ui.ColorInk, ui.Run{Text: lead(w, all, whole), Size: ui.SizeLead}),
			ui.Grid(132, 4, 10, cards...), ui.Label(w.Say("speakers.how"), ui.SizeCaption, ui.ColorMuted), ui.Panel(lines), ui.Gap(4)),
		Items: d.Figures(),
		ID:    func(f *data.Figure) string { return f.ID },
		Row:   func(f *data.Figure) ui.TableRow { return saidRow(d, w, host, f) },
		Columns: []record.CatalogueColumn[data.Figure]{
			{Name: "value", TableColumn: ui.TableColumn{Title: w.Say("column.value"), Share: 28}, Compare: byQuantity},
			{Name: "label", TableColumn: ui.TableColumn{Title: w.Say("column.label"), Share: 46}, Text: func(f *data.Figure) string { return f.Label }},
			{Name: bySpeaker, TableColumn: ui.TableColumn{Title: w.Say("figure.speaker"), Share: 26, Spare: 2, Named: true}, Number: func(f *data.Figure) int { return ranks[f.Speaker] }},
			{Name: byBacking, TableColumn: ui.TableColumn{Title: w.Say("figure.second"), Width: 112, Spare: 1, Named: true}, Number: func(f *data.Figure) int { return int(backingOf(d.SecondSourcesOf(f.ID))) }},
			{Name: "paragraph", TableColumn: ui.TableColumn{Title: w.Say("column.paragraph"), Width: 54}, Number: func(f *data.Figure) int { return f.Paragraph }},
		},
		Facets: saidFacets(d, w, all),
		Sorted: 2,
		Kind:   route.Figure,
		Page:   route.Speakers,
		Picks:  true,
		Shown:  "speakers.shown",
	})
	page.Watch(func() {
		for b, c := range cards {
			c.(*ui.Card).SetSelected(page.Has(byBacking, backing(b).key()))
		}
		lines.Each(func(i int, o fyne.CanvasObject) {
			o.(*ui.ListItem).SetSelected(page.Has(bySpeaker, speakerKey(all[i].speaker)))
		})
	})
	return page
}

// lead says in one sentence who speaks, and what stands beside that.
func lead(w *record.Words, all []tally, whole tally) string {
	speakers := len(all)
	if n := len(all); n > 0 && all[n-1].speaker == "" {
		speakers--
	}
	return w.Say("speakers.lead", map[string]any{
		"Figures": w.Count("count.figures", whole.figures), "Speakers": w.Count("count.speakers", speakers),
		"Independent": w.Count("speakers.lead.independent", whole.backed[byOthers]),
		"Party":       w.Count("speakers.lead.party", whole.byOneParty()),
	})
}

// counts are cards of how many figures have which backing. One that is opened
// keeps those alone in the list below.
func counts(w *record.Words, whole tally, keep func(facet, key string) func()) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for b := range backings {
		cards = append(cards, record.Share(w, whole.backed[b], whole.figures, ui.SizeFigure, w.Say("speakers.card."+b.key()), record.Filtered(route.Speakers, byBacking, b.key()), keep(byBacking, b.key())))
	}
	return cards
}

// speakers are lines of who speaks, however many. One that is opened is kept
// alone in the list below.
func speakers(w *record.Words, all []tally, keep func(facet, key string) func()) *ui.List {
	const widgets = 3
	list := ui.NewList(0, len(all), func(i int) fyne.CanvasObject {
		t := all[i]
		name, figures := named(w, t.speaker), w.Count("count.figures", t.figures)
		return ui.NewListItem(name+", "+figures, ui.Column(1,
			ui.NewText(ui.Run{Text: name + " ", Style: ui.Bold}, ui.Run{Text: figures, Size: ui.SizeCaption, Color: ui.ColorMuted}),
			ui.Label(w.Say("speakers.line", t.args()), ui.SizeCaption, ui.ColorMuted)), keep(bySpeaker, speakerKey(t.speaker)))
	})
	list.Weigh(widgets)
	return list
}

// args are the counts by backing, for sentences about them.
func (t tally) args() map[string]any {
	return map[string]any{"Independent": t.backed[byOthers], "Party": t.byOneParty()}
}

// byOneParty is how many figures rest on one party's word: nobody independent
// gives a number.
func (t tally) byOneParty() int { return t.figures - t.backed[byOthers] }

// named is a speaker, or that none is named.
func named(w *record.Words, name string) string { return cmp.Or(name, w.Say("speakers.unnamed")) }

func saidRow(d *data.Dossier, w *record.Words, host record.Host, f *data.Figure) ui.TableRow {
	return ui.TableRow{ID: f.ID, Label: f.Quantity.Text + ", " + f.Label, Cells: []fyne.CanvasObject{
		ui.Strong(f.Quantity.Text, ui.SizeBody, ui.ColorInk),
		ui.Label(f.Label, ui.SizeBody, ui.ColorInk),
		ui.Label(named(w, f.Speaker), ui.SizeBody, ui.ColorInk),
		ui.Label(w.Say("speakers.second."+backingOf(d.SecondSourcesOf(f.ID)).key()), ui.SizeCaption, ui.ColorMuted),
		record.CellLink(host, f.Paragraph),
	}}
}

func saidFacets(d *data.Dossier, w *record.Words, all []tally) []record.Facet[data.Figure] {
	var speakers, seconds []ui.Option
	for _, t := range all {
		speakers = append(speakers, ui.Option{Key: speakerKey(t.speaker), Name: named(w, t.speaker)})
	}
	keys := [backings][]string{}
	for b := range backings {
		keys[b] = record.One(b.key())
		seconds = append(seconds, ui.Option{Key: b.key(), Name: w.Sentence(w.Say("speakers.second." + b.key()))})
	}
	return []record.Facet[data.Figure]{
		{Name: bySpeaker, All: w.Say("filter.speaker"), Options: speakers, Keys: func(f *data.Figure) []string { return record.One(speakerKey(f.Speaker)) }},
		{Name: byBacking, All: w.Say("filter.elsewhere"), Options: seconds, Keys: func(f *data.Figure) []string { return keys[backingOf(d.SecondSourcesOf(f.ID))] }},
	}
}
