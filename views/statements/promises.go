package statements

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/export"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Promises is the ledger of what is promised: of each task what would count as
// done, by when, how much and with whom, as far as the source says so itself.
type Promises struct {
	*record.Catalogue[data.Statement]

	dossier *data.Dossier
	opened  string // the task whose row was opened last
	chart   *charted
}

// NewCommitments makes the page of what is promised.
func NewCommitments(d *data.Dossier, w *record.Words, host record.Host) *Promises {
	p := &Promises{dossier: d}
	tasks := tasksOf(d)
	l := &ledger{d, w, host}
	p.chart = newCharted(w, newChart(l, tasks))
	cards := l.cards(tasks, func(key string) func() { return func() { p.Alone(byStated, key) } })
	p.Catalogue = record.NewCatalogue(w, host, record.CatalogueSpec[data.Statement]{
		Head:    ui.Column(12, l.head(tasks, cards), p.chart.place),
		Items:   tasks,
		ID:      func(s *data.Statement) string { return s.ID },
		Row:     l.row,
		Columns: l.columns(),
		Orders:  []record.CatalogueColumn[data.Statement]{{Name: "pillar", Number: l.pillarOrder}},
		Facets: []record.Facet[data.Statement]{
			{Name: "pillar", All: w.Say("filter.pillar"), Options: record.PillarOptions(w, d), Keys: func(s *data.Statement) []string { return record.One(s.Pillar) }},
			{Name: byStated, All: w.Say("filter.stated"), Options: l.statedOptions(), Keys: stated},
		},
		Ways: []record.CatalogueWay{
			{Title: w.Say("promises.order.source"), Sort: "paragraph"},
			{Title: w.Say("promises.order.pillar"), Sort: "pillar"},
			{Title: w.Say("promises.measurable"), Facet: byStated, Key: done},
		},
		Sorted: 5,
		Kind:   route.Commitments,
		Shown:  "promises.shown",
		To:     p.open,
		Take:   record.Taking[data.Statement]{Name: w.Say("nav.ahead"), Copy: l.copied, Table: l.table},
	})
	p.Watch(func() {
		for i, c := range cards {
			c.(*ui.Card).SetSelected(p.Has(byStated, parts[i].key))
		}
	})
	return p
}

// tasksOf are the tasks of all sections that promise, in the order of the source.
func tasksOf(d *data.Dossier) []data.Statement {
	var all []data.Statement
	for _, section := range d.SectionsOf(data.Commitments) {
		all = append(all, d.Tasks(section.ID)...)
	}
	return all
}

// open is where a task's row leads: its paragraph. Who comes back finds the row marked.
func (p *Promises) open(id string) route.Route {
	s, _ := p.dossier.Statement(id)
	p.opened = id
	return route.Paragraph(s.Paragraph)
}

// Open marks the row that was opened last.
func (p *Promises) Open(route.Route) { p.Mark(p.opened) }

// The names of that row, and of whether the chart is shown, in the page's state.
const (
	rowState   = "row"
	chartState = "chart"
)

// Drawn is the chart, nil while it is not shown.
func (p *Promises) Drawn() export.Source {
	if !p.chart.shown {
		return nil
	}
	return p.chart.chart
}

// State is that of a catalogue, with the row that was opened last and the chart.
func (p *Promises) State() route.State {
	st := p.Catalogue.State()
	st.Set(rowState, p.opened)
	st.SetFlag(chartState, p.chart.shown)
	return st
}

// Restore sets the page as a state says.
func (p *Promises) Restore(st route.State) {
	p.opened = ""
	if s, ok := p.dossier.Statement(st[rowState]); ok {
		p.opened = s.ID
	}
	p.Mark(p.opened)
	p.chart.show(st.Flag(chartState))
	p.Catalogue.Restore(st)
}

// ledger makes the parts of the page.
type ledger struct {
	d    *data.Dossier
	w    *record.Words
	host record.Host
}

// The filter by what is stated, and its choices.
const (
	byStated = "stated"
	done     = "done"
	deadline = "deadline"
	amount   = "amount"
	names    = "names"
	nothing  = "nothing"
)

// parts are what a promise may say of itself.
var parts = []struct {
	key    string
	stated func(*data.Promised) bool
}{
	{done, func(p *data.Promised) bool { return p.DoneWhen != "" }},
	{deadline, func(p *data.Promised) bool { return p.Deadline != "" }},
	{amount, func(p *data.Promised) bool { return p.Amount != "" }},
	{names, func(p *data.Promised) bool { return len(p.Names) > 0 }},
}

// stated are the choices of the filter that a task belongs to.
func stated(s *data.Statement) []string {
	var keys []string
	for _, part := range parts {
		if part.stated(&s.Promised) {
			keys = append(keys, part.key)
		}
	}
	if keys == nil {
		return record.One(nothing)
	}
	return keys
}

func (l *ledger) statedOptions() []ui.Option {
	var all []ui.Option
	for _, key := range []string{done, deadline, amount, names, nothing} {
		all = append(all, ui.Option{Key: key, Name: l.w.Say("filter.stated." + key)})
	}
	return all
}

// counts are how many promises say each of their parts.
func counts(tasks []data.Statement) []int {
	all := make([]int, len(parts))
	for i := range tasks {
		for n, part := range parts {
			if part.stated(&tasks[i].Promised) {
				all[n]++
			}
		}
	}
	return all
}

// cards are cards of how many promises say what. One that is opened keeps those
// alone in the ledger below.
func (l *ledger) cards(tasks []data.Statement, keep func(key string) func()) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i, n := range counts(tasks) {
		key := parts[i].key
		cards = append(cards, record.Share(l.w, n, len(tasks), ui.SizeValue, l.w.Count("promises.card."+key, n), record.Filtered(route.Commitments, byStated, key), keep(key)))
	}
	return cards
}

// head is what stands above the ledger: how many promises say what, and that they
// are promises.
func (l *ledger) head(tasks []data.Statement, cards []fyne.CanvasObject) fyne.CanvasObject {
	var clauses []string
	for i, n := range counts(tasks) {
		clause := l.w.Say("promises.none." + parts[i].key)
		if n > 0 {
			clause = l.w.Count("promises.some."+parts[i].key, n)
		}
		clauses = append(clauses, clause)
	}
	lead := l.w.Say("promises.lead", map[string]any{"Promises": l.w.Count("count.promises", len(tasks)), "Counts": l.w.List(clauses)})
	var titles, leads []string
	for _, s := range l.d.SectionsOf(data.Commitments) {
		titles, leads = append(titles, s.Title), append(leads, s.Lead)
	}
	notice := strings.TrimSpace(strings.Join(append([]string{l.w.Say("promises.notice")}, leads...), " "))
	return ui.Column(12,
		ui.Header(l.w.Series(titles), l.w.Say("nav.ahead"), ui.ColorInk, ui.Run{Text: lead, Size: ui.SizeLead}),
		ui.Grid(150, 4, 10, cards...),
		ui.Row(12, 1, record.NewBadge(data.Commitment, l.w.ClaimLong(data.Commitment)), ui.Label(notice, ui.SizeCaption, ui.ColorInk)))
}

func (l *ledger) columns() []record.CatalogueColumn[data.Statement] {
	return []record.CatalogueColumn[data.Statement]{
		{Name: "task", TableColumn: ui.TableColumn{Title: l.w.Say("column.promise"), Share: 52}, Text: func(s *data.Statement) string { return s.Text }},
		{Name: "done", TableColumn: ui.TableColumn{Title: l.w.Say("column.done"), Share: 24, Named: true}, Compare: statedFirst(func(s *data.Statement) string { return s.Promised.DoneWhen })},
		{Name: "deadline", TableColumn: ui.TableColumn{Title: l.w.Say("column.deadline"), Width: 76, Named: true}, Compare: statedFirst(func(s *data.Statement) string { return s.Promised.Deadline })},
		{Name: "amount", TableColumn: ui.TableColumn{Title: l.w.Say("column.amount"), Width: 80, Named: true}, Compare: statedFirst(func(s *data.Statement) string { return s.Promised.Amount })},
		{Name: "names", TableColumn: ui.TableColumn{Title: l.w.Say("column.names"), Share: 24, Spare: 1, Named: true}, Compare: statedFirst(func(s *data.Statement) string { return strings.Join(s.Promised.Names, "\n") })},
		{Name: "paragraph", TableColumn: ui.TableColumn{Title: l.w.Say("column.paragraph"), Width: 54, Named: true}, Number: func(s *data.Statement) int { return s.Paragraph }},
	}
}

// statedFirst compares tasks by a cell; those where something is stated come first.
func statedFirst(cell func(*data.Statement) string) func(a, b *data.Statement) int {
	return func(a, b *data.Statement) int {
		x, y := cell(a), cell(b)
		if (x == "") != (y == "") {
			return len(y) - len(x)
		}
		return strings.Compare(strings.ToLower(x), strings.ToLower(y))
	}
}

// pillarOrder is the place of a task's pillar; those of none come last.
func (l *ledger) pillarOrder(s *data.Statement) int {
	if p, ok := l.d.Pillar(s.Pillar); ok {
		return p.Order
	}
	return 1 << 30
}

func (l *ledger) row(s *data.Statement) ui.TableRow {
	own := l.own(s)
	return ui.TableRow{ID: s.ID, Label: l.w.Say("promises.row", own), Cells: []fyne.CanvasObject{
		ui.TopRow(10, 1, record.Sign(s.Claim), ui.Column(2, ui.Label(s.Text, ui.SizeBody, ui.ColorInk), l.context(s))),
		l.cell(s.Promised.DoneWhen),
		l.cell(s.Promised.Deadline),
		l.cell(s.Promised.Amount),
		l.cell(l.w.Series(s.Promised.Names)),
		record.CellLink(l.host, s.Paragraph),
	}}
}

// context is what a task stands under, which may be what gives it its sense: its
// pillar and the statement above it.
func (l *ledger) context(s *data.Statement) fyne.CanvasObject {
	text := ui.NewText()
	if p, ok := l.d.Pillar(s.Pillar); ok {
		text.Runs = append(text.Runs, ui.Run{Text: p.ShortName, Size: ui.SizeSmall, Color: ui.PillarColor(p.Order)})
	}
	if parent, ok := l.d.Statement(s.Parent); ok {
		if text.Runs != nil {
			text.Runs = append(text.Runs, ui.Run{Text: " · ", Size: ui.SizeSmall, Color: ui.ColorMuted})
		}
		text.Runs = append(text.Runs, ui.Run{Text: parent.Text, Size: ui.SizeSmall, Color: ui.ColorMuted})
	}
	text.Hidden = text.Runs == nil
	return text
}

// cell shows what is stated in ink, and that nothing is in a paler one.
func (l *ledger) cell(s string) fyne.CanvasObject {
	if s == "" {
		return ui.Label(l.w.Say("promises.unstated"), ui.SizeCaption, ui.ColorMuted)
	}
	return ui.Label(s, ui.SizeCaption, ui.ColorInk)
}

// own are the cells of a task, for a sentence.
func (l *ledger) own(s *data.Statement) map[string]any {
	said := func(cell string) string { return cmp.Or(cell, l.w.Say("promises.unstated")) }
	return map[string]any{
		"Promise": s.Text, "Done": said(s.Promised.DoneWhen), "Deadline": said(s.Promised.Deadline), "Amount": said(s.Promised.Amount),
		"Names": said(l.w.Series(s.Promised.Names)), "Where": record.Cite(s.Paragraph),
	}
}

// copied are promises as text to paste, with where they are from.
func (l *ledger) copied(tasks []*data.Statement) string {
	var b strings.Builder
	for _, s := range tasks {
		b.WriteString(l.w.Say("promises.copied", l.own(s)) + "\n")
	}
	b.WriteString(l.w.Say("promises.notice") + "\n")
	if all := l.d.Sources(); len(all) > 0 {
		b.WriteString(cite.Plain(all[0], l.w.Citation()))
	}
	return strings.TrimSpace(b.String())
}
