// Package compare is the page on which two dossiers are compared.
package compare

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"beltroad/data"
	diff "beltroad/internal/compare"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Host is what the page needs from the window around it.
type Host interface {
	record.Host
	// Dossiers are those that the open one can be compared with.
	Dossiers() []Dossier
	// ReadDossier reads one of them, which it tells how far it is with.
	ReadDossier(ctx context.Context, id string, read func(done, total int64)) (*data.Dossier, error)
	// ChooseOther asks for one that is in a file, or in a folder, and compares with it.
	ChooseOther(folder bool)
	// WhyUnread is why one was not read, on a line.
	WhyUnread(error) string
}

// Dossier is one that can be compared with.
type Dossier struct{ ID, Name string }

// Page compares the open dossier with another one.
type Page struct {
	record.Quiet

	dossier *data.Dossier
	words   *record.Words
	host    Host
	scroll  *ui.Scroller
	holder  *fyne.Container // what is compared, or why it is not
	lead    *ui.Text
	chooser *ui.Filter
	swap    *ui.Button

	id      string // of the other dossier
	other   *data.Dossier
	turned  bool               // the open one is the earlier one, against what would be so
	reading context.CancelFunc // nil: nothing is read
	kept    route.State        // that is to be taken up once it is read
	list    *list              // nil: nothing is compared record by record
	open    route.Route
}

// turnedState is the name of that in the page's state.
const turnedState = "turned"

// New makes the page.
func New(d *data.Dossier, w *record.Words, host Host) *Page {
	p := &Page{dossier: d, words: w, host: host, holder: ui.Column(12), lead: ui.Label("", ui.SizeLead, ui.ColorInk)}
	p.chooser = ui.NewFilter(w.Say("compare.choose"), p.options(), nil, p.choose)
	p.swap = ui.NewButton(w.Say("compare.swap"), p.turn, false)
	ways := ui.Column(8, ui.Flow(8, p.chooser.AtMost(420), p.swap), ui.Flow(8,
		ui.NewButton(w.Say("compare.choose.file"), func() { host.ChooseOther(false) }, false),
		ui.NewButton(w.Say("compare.choose.folder"), func() { host.ChooseOther(true) }, false),
		ui.NewButton(w.Say("compare.library"), func() { host.Go(route.To(route.Library, "")) }, false)))
	p.scroll = ui.Page(ui.Column(12, ui.Header("", w.Say("compare.title"), ui.ColorInk), p.lead, ways, p.holder))
	p.clear()
	return p
}

// options are the dossiers that there are to compare with.
func (p *Page) options() []ui.Option {
	var all []ui.Option
	for _, o := range p.host.Dossiers() {
		all = append(all, ui.Option{Key: o.ID, Name: o.Name})
	}
	return all
}

// choose compares with another dossier, by a route, so that the way back leads here.
func (p *Page) choose(id *string) {
	if id != nil {
		p.host.Go(route.To(route.Compare, *id))
		return
	}
	p.host.Go(route.To(route.Compare, ""))
}

// Content is what the page shows.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Accepts implements [record.Page].
func (p *Page) Accepts(r route.Route) bool { return r.Kind == route.Compare }

// Open takes up another dossier, and marks what stands open beside the page.
func (p *Page) Open(r route.Route) {
	p.open = r.Place()
	if p.id != r.ID {
		p.id, p.turned, p.kept = r.ID, false, nil
		p.chooser.Offer(p.options()) // one from outside the library may have come
		p.read()
	}
	if p.list != nil {
		p.list.mark(p.open)
	}
}

// Arrive brings the change of the open record into view.
func (p *Page) Arrive(route.Route) {
	if p.list != nil {
		p.list.reveal(p.scroll)
	}
}

// State is which way round the two are, what is filtered and how far it is scrolled.
func (p *Page) State() route.State {
	if p.kept != nil {
		return p.kept
	}
	st := route.State{}
	st.SetFlag(turnedState, p.turned)
	if p.list != nil {
		p.list.Keep(st)
	}
	p.scroll.Keep(st)
	return st
}

// Restore implements [record.Page].
func (p *Page) Restore(st route.State) {
	if p.other == nil {
		p.kept = st
		return
	}
	p.kept = nil
	if turned := st.Flag(turnedState); turned != p.turned {
		p.turned, p.kept = turned, st
		p.compare()
		return
	}
	if p.list != nil {
		p.list.Take(st)
	}
	ui.Scrolled{Scroller: p.scroll}.Restore(st)
}

// Left implements [record.Page].
func (p *Page) Left() { p.stop() }

// Escape ends reading.
func (p *Page) Escape() bool {
	if p.reading == nil {
		return false
	}
	p.cancel()
	return true
}

// stop ends what is read, if anything.
func (p *Page) stop() {
	if p.reading != nil {
		p.reading()
		p.reading = nil
	}
}

// cancel ends what is read, and says so.
func (p *Page) cancel() {
	p.stop()
	p.id = ""
	p.clear()
}

// clear shows what can be done before anything is compared.
func (p *Page) clear() {
	p.other, p.list = nil, nil
	p.show(ui.AtMost(640, ui.Panel(ui.Column(8,
		ui.Label(p.words.Say("compare.how", map[string]any{"Dossier": p.dossier.Metadata().Title}), ui.SizeBody, ui.ColorInk),
		ui.Label(p.words.Say("compare.how.two"), ui.SizeBody, ui.ColorMuted)))))
	p.head(p.words.Say("compare.lead"))
	p.swap.Hidden = true
}

// show fills what stands below the choice.
func (p *Page) show(content ...fyne.CanvasObject) {
	p.holder.Objects = content
	p.scroll.Relayout()
}

// head sets what the page says first, and which dossier is chosen.
func (p *Page) head(lead string) {
	var chosen *string
	if p.id != "" {
		chosen = &p.id
	}
	p.chooser.Set(chosen)
	p.lead.SetText(lead)
}

// read reads the other dossier beside the window.
func (p *Page) read() {
	p.stop()
	p.clear()
	if p.id == "" {
		return
	}
	told := ui.Label(p.words.Say("compare.reading"), ui.SizeBody, ui.ColorInk)
	p.show(ui.Panel(ui.Row(12, 0, told, ui.NewButton(p.words.Say("export.cancel"), p.cancel, false))))
	ctx, end := context.WithCancel(context.Background())
	p.reading = end
	share := ui.Steps(func(percent int) {
		p.host.InWindow(func() {
			if ctx.Err() == nil {
				told.SetText(p.words.Say("compare.reading.share", map[string]any{"Percent": percent}))
				p.scroll.Relayout()
			}
		})
	})
	id := p.id
	p.host.Background(func(context.Context) func() {
		d, err := p.host.ReadDossier(ctx, id, func(done, total int64) {
			if total > 0 {
				share(float64(done) / float64(total))
			}
		})
		return func() { p.hasRead(ctx, d, err) }
	})
}

// hasRead compares what was read, unless nobody waits for it any more.
func (p *Page) hasRead(ctx context.Context, d *data.Dossier, err error) {
	if ctx.Err() != nil {
		return
	}
	p.reading = nil
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			p.show(ui.AtMost(640, ui.Panel(ui.Label(p.words.Say("compare.unread", map[string]any{"Why": p.host.WhyUnread(err)}), ui.SizeBody, ui.ColorInk))))
		}
		return
	}
	p.other = d
	if p.kept != nil {
		p.turned = p.kept.Flag(turnedState)
	}
	p.compare()
}

// turn has the other one of the two be the earlier one.
func (p *Page) turn() {
	p.turned = !p.turned
	p.kept = nil
	if p.list != nil {
		p.kept = route.State{}
		p.list.Keep(p.kept)
		p.kept.SetFlag(turnedState, p.turned)
	}
	p.compare()
}

// inOrder are the two dossiers, the earlier one first unless they are turned.
func (p *Page) inOrder() (a, b *data.Dossier) {
	a, b = p.other, p.dossier
	if later(p.other, p.dossier) != p.turned {
		return b, a
	}
	return a, b
}

// later tells whether one version of a dossier comes after another.
func later(d, than *data.Dossier) bool {
	a, b := d.Metadata(), than.Metadata()
	return a.Name == b.Name && diff.Later(a.Version, b.Version)
}

// compare compares the two beside the window.
func (p *Page) compare() {
	ctx, end := context.WithCancel(context.Background())
	p.stop()
	p.reading = end
	a, b := p.inOrder()
	p.host.Background(func(context.Context) func() {
		c := diff.Dossiers(a, b)
		return func() {
			if ctx.Err() == nil {
				p.reading = nil
				p.fill(c)
			}
		}
	})
}

// fill shows what is compared.
func (p *Page) fill(c *diff.Changes) {
	p.swap.Hidden = false
	p.tellApart(c)
	saved := p.chips(c)
	if c.Sides != nil {
		p.list = nil
		p.head(p.words.Say("compare.two"))
		p.show(ui.Label(p.words.Say("compare.two.how"), ui.SizeBody, ui.ColorMuted), ui.Flow(8, saved...), p.sides(c))
		p.taken()
		return
	}
	p.head(diff.Head(p.words.Printer, c))
	from, to := diff.EditionIn(p.words.Printer, c.From), diff.EditionIn(p.words.Printer, c.To)
	said := p.words.Say("compare.fromto", map[string]any{"From": from, "To": to})
	if c.From.Title == c.To.Title && c.From.Version != "" && c.To.Version != "" {
		said = p.words.Say("compare.versions", map[string]any{"From": c.From.Version, "To": c.To.Version})
	}
	between := ui.Label(said, ui.SizeBody, ui.ColorMuted)
	if c.Same() {
		p.list = nil
		p.show(between)
		p.taken()
		return
	}
	p.list = newList(p, c)
	p.list.open = p.open
	p.show(ui.Column(8, between, p.list.Row(), ui.Flow(8, append([]fyne.CanvasObject{ui.Inset(4, 4, 0, 0, p.list.count)}, saved...)...)), p.list.holder)
	p.taken()
}

// tellApart names the other one as it was chosen, where both are of one version.
func (p *Page) tellApart(c *diff.Changes) {
	if c.From != c.To {
		return
	}
	other := &c.From
	if a, _ := p.inOrder(); a == p.dossier {
		other = &c.To
	}
	for _, o := range p.options() {
		if o.Key == p.id {
			*other = diff.Edition{Name: other.Name, Title: o.Name}
		}
	}
}

// taken takes up the state that waited for what is compared.
func (p *Page) taken() {
	st := p.kept
	p.kept = nil
	if st == nil {
		p.Arrive(p.open)
		return
	}
	if p.list != nil {
		p.list.Take(st)
	}
	ui.Scrolled{Scroller: p.scroll}.Restore(st)
}
