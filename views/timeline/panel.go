package timeline

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"beltroad/data"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Panel is a timeline with its legend and its controls: it plays through the
// years, zooms, and is saved. Any page embeds it.
type Panel struct {
	words   *record.Words
	all     *timeline.Timeline // by any source
	ours    *timeline.Timeline // by the presented source; nil: not asked for yet
	dossier *data.Dossier
	host    record.Host
	others  *ui.FilterChip // shows what other sources date; nil: none does
	drawing *Drawing
	player  *ui.Player
	sum     *ui.Text
	content fyne.CanvasObject
}

// NewPanel makes the panel of what a dossier dates, at least one item. Open is
// told which item the user opens.
func NewPanel(d *data.Dossier, t *timeline.Timeline, w *record.Words, host record.Host, open func(*timeline.Item)) *Panel {
	p := &Panel{words: w, host: host, dossier: d, all: t, drawing: NewDrawing(t, w, open)}
	p.drawing.Actions = []ui.Action{{Name: w.Say("timeline.export"), Do: func() { host.Export(p.drawing) }}}
	p.drawing.Imprint = export.NewImprint(w, d)
	p.player = ui.NewPlayer(w.Printer, t.First, t.Last, p.showYear)
	line := func(text string) *ui.Text { return ui.Label(text, ui.SizeCaption, ui.ColorMuted) }
	n := len(t.Items)
	p.sum = line(p.summary(0))
	sum := ui.Reserve(p.sum, line(p.summary(0)), line(p.sentence(t.Last, n, n, n)))
	zoom := ui.Row(6, -1, ui.Gap(0),
		ui.NewIconButton(theme.IconNameViewZoomIn, w.Say("zoom.in"), func() { p.drawing.Zoom(ZoomStep) }),
		ui.NewIconButton(theme.IconNameViewZoomOut, w.Say("zoom.out"), func() { p.drawing.Zoom(1 / ZoomStep) }),
		ui.NewButton(w.Say("zoom.fit"), p.drawing.Fit, false))
	save := ui.NewLink(w.Say("timeline.export"), ui.SizeSmall, func() { host.Export(p.drawing) })
	parts := []fyne.CanvasObject{sum}
	if t.Others() > 0 { // above the drawing, whose height it changes
		p.others = ui.NewFilterChip(w.Printer, w.Say("elsewhere.show"), true, p.showOthers)
		parts = append(parts, ui.Flow(16, p.others))
	}
	parts = append(parts, p.drawing, Legend(t, w), ui.Flow(16, save))
	p.content = ui.Column(10, p.player.Content(zoom), ui.Panel(ui.Column(10, parts...)))
	return p
}

// showOthers shows what any source dates, or the presented one alone.
func (p *Panel) showOthers(on bool) {
	switch {
	case on:
		p.set(p.all)
	case p.ours != nil:
		p.set(p.ours)
	default: // that of a large dossier takes more than a frame
		p.host.Background(func(context.Context) func() {
			ours := timeline.Presented(p.dossier)
			return func() {
				if p.ours = ours; !p.others.On {
					p.set(ours)
				}
			}
		})
	}
}

// ShowAll shows what other sources date, too.
func (p *Panel) ShowAll() {
	if p.others != nil && !p.others.On {
		p.others.Set(true)
		p.showOthers(true)
	}
}

func (p *Panel) set(shown *timeline.Timeline) {
	p.drawing.SetTimeline(shown)
	p.sum.SetText(p.summary(p.player.Year()))
	ui.RelayoutAround(p.content)
}

// Content is what the panel shows.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// Drawing is the panel's drawing.
func (p *Panel) Drawing() *Drawing { return p.drawing }

// Player plays the panel's years.
func (p *Panel) Player() *ui.Player { return p.player }

func (p *Panel) showYear(year int) {
	p.drawing.ShowYear(year)
	p.sum.SetText(p.summary(year))
}

// Summary says what is known of the year that is shown.
func (p *Panel) Summary() string { return p.sum.String() }

// summary says how much had happened by the end of a year, and how much has no date.
func (p *Panel) summary(year int) string {
	happened, running, later := p.drawing.Timeline.Count(year)
	return p.sentence(year, happened, running, later)
}

func (p *Panel) sentence(year, happened, running, later int) string {
	none := 0
	for _, g := range p.drawing.Timeline.Undated {
		none += len(g.Projects) + len(g.Figures)
	}
	others := ""
	if n := p.drawing.Timeline.Others(); n > 0 {
		others = " · " + p.words.Count("timeline.sum.others", n)
	}
	if year == 0 {
		return p.words.Say("timeline.sum", message.Args{"Happened": happened, "Undated": none}) + others
	}
	return p.words.Say("timeline.sum.by", message.Args{
		"Year": message.Year(year), "Happened": happened, "Running": running, "Later": later, "Undated": none,
	}) + others
}

// The names of what a state tells of a timeline: the window in days, and the year.
const (
	fromState = "from"
	toState   = "to"
	yearState = "year"
	onlyState = "only"
)

// Keep writes the window and the year into a state.
func (p *Panel) Keep(st route.State) {
	st.SetNumber(yearState, float64(p.player.Year()), 0)
	st.SetFlag(onlyState, p.others != nil && !p.others.On)
	if w := p.drawing.Window(); w != p.drawing.Timeline.Bounds {
		st.SetNumber(fromState, w.From, 3)
		st.SetNumber(toState, w.To, 3)
	}
}

// Restore shows what a state tells.
func (p *Panel) Restore(st route.State) {
	if p.others != nil {
		p.others.Set(!st.Flag(onlyState))
		p.showOthers(p.others.On)
	}
	w := timeline.Span{From: st.Number(fromState), To: st.Number(toState)}
	if w.To <= w.From {
		w = p.drawing.Timeline.Bounds
	}
	p.drawing.SetWindow(w)
	p.player.SetYear(int(st.Number(yearState)))
}
