package record

import (
	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// Cards are cards of records in columns, however many there are. Each opens its
// record; the one that stands open is marked.
type Cards struct {
	*ui.List

	open  route.Route
	place func(i int) route.Route
}

// NewCards makes n cards in columns at least cell wide and at most most of
// them. A card opens the place that it stands for.
func NewCards(nav route.Nav, cell float32, most, n int, card func(i int) *ui.Card, place func(i int) route.Route) *Cards {
	c := &Cards{place: place}
	c.List = ui.NewGridList(cell, most, 14, n, func(i int) fyne.CanvasObject {
		to, made := place(i), card(i)
		made.OnTapped, made.Leads = func() { nav.Go(to) }, to
		made.Selected = to == c.open
		return made
	})
	return c
}

// Mark marks the card of the record that stands open.
func (c *Cards) Mark(open route.Route) {
	c.open = open
	c.Each(func(i int, o fyne.CanvasObject) {
		if card, ok := o.(*ui.Card); ok {
			card.SetSelected(c.place(i) == open)
		}
	})
}

// Share is a card of how many of all are so, the number in a size. It keeps those
// alone in the list below, as a place tells them.
func Share(w *Words, n, all int, size fyne.ThemeSizeName, label string, to route.Route, keep func()) *ui.Card {
	number, of := w.Say("share.number", map[string]any{"Number": n}), w.Say("share.of", map[string]any{"All": all})
	c := ui.NewCard(number+" "+of+" "+label, ui.Column(2,
		ui.NewText(
			ui.Run{Text: number + " ", Size: size, Style: ui.Bold},
			ui.Run{Text: of, Size: ui.SizeCaption}),
		ui.Label(label, ui.SizeCaption, ui.ColorMuted)), keep)
	c.Leads = to
	return c
}
