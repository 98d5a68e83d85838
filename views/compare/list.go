package compare

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	diff "beltroad/internal/compare"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// list are the changes that the filters keep, below the names of their tables.
type list struct {
	*record.Filters

	words   *record.Words
	host    record.Host
	changes *diff.Changes
	dossier *data.Dossier     // the open one
	figures map[string]string // by the ids of second sources
	other   string            // id of the other one
	isLater bool              // the open one is the later one
	count   *ui.Text
	holder  *fyne.Container
	rows    []row
	shown   int // changes
	cards   *ui.List
	open    route.Route
}

// row is a change, or the name of the table of one and how many changes follow.
type row struct{ change, named int32 }

// The names of the filters in a state.
const (
	byTable = "table"
	byKind  = "change"
)

func newList(p *Page, c *diff.Changes) *list {
	_, later := p.inOrder()
	l := &list{
		words: p.words, host: p.host, changes: c, dossier: p.dossier, other: p.id, isLater: later == p.dossier,
		count: ui.OneLine("", ui.SizeCaption, ui.ColorMuted), holder: ui.Column(0),
	}
	var tables, kinds []ui.Option
	for _, t := range diff.Tables() {
		if c.Count("", t) > 0 {
			tables = append(tables, ui.Option{Key: t, Name: p.words.Say("compare.table." + t)})
		}
	}
	for _, k := range diff.Kinds() {
		if c.Count(k, "") > 0 {
			kinds = append(kinds, ui.Option{Key: string(k), Name: p.words.Say("compare.kind." + string(k))})
		}
	}
	if c.Count("", diff.SecondSources) > 0 {
		l.figures = figuresOf(p.dossier)
	}
	l.Filters = record.NewFilters(p.words, []record.FilterSpec{
		{Name: byTable, All: p.words.Say("compare.tables"), Options: tables},
		{Name: byKind, All: p.words.Say("compare.kinds"), Options: kinds},
	}, func() {
		l.fill()
		p.scroll.Relayout()
	})
	l.fill()
	return l
}

// fill lists what the filters keep.
func (l *list) fill() {
	l.rows, l.shown = make([]row, 0, len(l.changes.All)+len(diff.Tables())), 0
	var table string
	var kind diff.Kind
	keeps, name := false, -1
	for i := range l.changes.All {
		c := &l.changes.All[i]
		if c.Table != table || c.Kind != kind { // those of a kind stand together
			keeps = l.Keeps(byTable, c.Table) && l.Keeps(byKind, string(c.Kind))
			if kind = c.Kind; c.Table != table {
				table, name = c.Table, -1
			}
		}
		if !keeps {
			continue
		}
		at := int32(i) // #nosec G115 -- no dossier is larger
		if name < 0 {
			name = len(l.rows)
			l.rows = append(l.rows, row{at, 0})
		}
		l.rows[name].named++
		l.rows = append(l.rows, row{change: at})
		l.shown++
	}
	l.count.SetText(record.Count(l.words, "compare.shown", l.shown, len(l.changes.All)))
	l.cards = ui.NewList(10, len(l.rows), l.row)
	const widgets = 8
	l.cards.Weigh(widgets)
	l.holder.Objects = []fyne.CanvasObject{l.cards}
	if len(l.rows) == 0 {
		l.holder.Objects = []fyne.CanvasObject{l.Nothing(l.words)}
	}
}

// row is one of the list.
func (l *list) row(i int) fyne.CanvasObject {
	r := l.rows[i]
	c := &l.changes.All[r.change]
	if r.named > 0 {
		return ui.Inset(8, 0, 0, 0, ui.NewText(
			ui.Run{Text: l.words.Say("compare.table."+c.Table) + " ", Size: ui.SizeLead, Style: fyne.TextStyle{Bold: true}},
			ui.Run{Text: l.words.Count("compare.changes", int(r.named)), Size: ui.SizeCaption, Color: ui.ColorMuted}))
	}
	content, label := l.content(c)
	to, ok := l.leads(c)
	if !ok {
		return ui.Panel(content)
	}
	card := ui.NewCard(label, content, func() { l.host.Go(to) })
	card.Leads, card.Selected = to, to == l.open
	return card
}

// mark marks the cards of what stands open.
func (l *list) mark(open route.Route) {
	l.open = open
	l.cards.Each(func(i int, o fyne.CanvasObject) {
		if card, ok := o.(*ui.Card); ok {
			card.SetSelected(card.Leads == open)
		}
	})
}

// reveal brings the first change of what stands open into view, unless one is.
func (l *list) reveal(in *ui.Scroller) {
	if l.open.Pane == (route.Ref{}) {
		return
	}
	first := -1
	for i, r := range l.rows {
		if r.named > 0 {
			continue
		}
		if to, ok := l.leads(&l.changes.All[r.change]); !ok || to != l.open {
			continue
		}
		if first < 0 {
			first = i
		}
		y, _ := in.Depth(l.cards)
		from, to := l.cards.Stretch(i)
		if y+to > in.Offset() && y+from < in.Offset()+in.Size().Height {
			return
		}
	}
	if first >= 0 {
		in.RevealRow(l.cards, first)
	}
}

// leads is where what was changed opens beside the page, in the open dossier, if it
// is in that and can be.
func (l *list) leads(c *diff.Change) (route.Route, bool) {
	id := c.ID
	if !l.isLater && c.Was != "" {
		id = c.Was
	}
	beside, ok := l.besideOf(c.Table, id)
	isHere := c.Kind != diff.Moved && c.Kind != diff.Renumbered && (c.Kind != diff.Removed || !l.isLater) && (c.Kind != diff.Added || l.isLater)
	if !ok || !isHere {
		return route.Route{}, false
	}
	return route.To(route.Compare, l.other).Beside(beside.Kind, beside.ID), true
}
