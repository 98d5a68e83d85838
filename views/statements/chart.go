package statements

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// chart is how many promises each pillar has, and how many of them say anything
// of what would count as done, when, how much and with whom. What is saved of it
// has the whole ledger as its table.
type chart struct {
	ledger
	tasks []data.Statement
	rows  []share
	most  int
}

// share are the promises of a pillar.
type share struct {
	name        string
	order       int // of the pillar; 0: none
	all, stated int
}

var _ export.Source = (*chart)(nil)

func newChart(l *ledger, tasks []data.Statement) *chart {
	c := &chart{ledger: *l, tasks: tasks}
	at := map[string]int{}
	for _, p := range l.d.Pillars() {
		at[p.ID] = len(c.rows)
		c.rows = append(c.rows, share{name: p.ShortName, order: p.Order})
	}
	c.rows = append(c.rows, share{name: l.w.Say("pillar.none")})
	for i := range tasks {
		r := &c.rows[len(c.rows)-1]
		if i, ok := at[tasks[i].Pillar]; ok {
			r = &c.rows[i]
		}
		if r.all++; stated(&tasks[i])[0] != nothing {
			r.stated++
		}
		c.most = max(c.most, r.all)
	}
	if none := len(c.rows) - 1; c.rows[none].all == 0 {
		c.rows = c.rows[:none]
	}
	return c
}

// says is a row in words.
func (c *chart) says(r share) string {
	return c.w.Say("promises.share", map[string]any{"Promises": c.w.Count("count.promises", r.all), "Stated": r.stated})
}

// bar are the marks of a row in a box: all of its promises, dashed as promises are,
// and within them, solid, those that say something.
func (c *chart) bar(r share, in drawing.Box) []drawing.Mark {
	const paper, edge = 0.16, 1
	width := func(n int) float64 { return in.W * float64(n) / float64(max(c.most, 1)) }
	whole := drawing.Mark{Kind: drawing.Rect, Ink: drawing.Pillar(r.order), Alpha: paper, Box: drawing.Box{X: in.X, Y: in.Y, W: width(r.all), H: in.H}}
	said := whole
	said.Alpha, said.W = 1, width(r.stated)
	marks := []drawing.Mark{whole, said}
	right, bottom := in.X+whole.W, in.Y+in.H
	for _, line := range [][4]float64{{in.X, in.Y, right, in.Y}, {right, in.Y, right, bottom}, {in.X, bottom, right, bottom}, {in.X, in.Y, in.X, bottom}} {
		marks = append(marks, drawing.Mark{
			Kind: drawing.Line, Ink: whole.Ink, Alpha: 1, Stroke: edge, Dashes: []float64{4, 3},
			Box: drawing.Box{X: line[0], Y: line[1], W: line[2] - line[0], H: line[3] - line[1]},
		})
	}
	return marks
}

// content is the chart on the page.
func (c *chart) content() fyne.CanvasObject {
	rows := []fyne.CanvasObject{ui.Heading(c.ExportName()), ui.Label(c.w.Say("promises.chart.all")+" "+c.w.Say("promises.chart.how"), ui.SizeSmall, ui.ColorMuted)}
	for _, r := range c.rows {
		bar := paint.NewSwatch(func(scale float64) (drawing.Box, []drawing.Mark) {
			const long, high = 300, 14
			box := drawing.Box{W: (long + 2) * scale, H: (high + 2) * scale}
			return box, c.bar(r, drawing.Box{X: scale, Y: scale, W: long * scale, H: high * scale})
		})
		rows = append(rows, ui.Column(2, ui.Label(r.name, ui.SizeCaption, ui.ColorInk), ui.Flow(12, bar, ui.OneLine(c.says(r), ui.SizeSmall, ui.ColorMuted))))
	}
	save := ui.NewLink(c.w.Say("promises.export"), ui.SizeSmall, func() { c.host.Export(c) })
	return ui.Panel(ui.Column(8, append(rows, ui.Flow(16, save))...))
}

// ExportName implements [export.Source].
func (c *chart) ExportName() string { return c.w.Say("promises.chart") }

// Sheet implements [export.Source].
func (c *chart) Sheet() *drawing.Sheet {
	const width, row, high, text, label, counts, air = 900, 34, 18, 13, 190, 230, 12
	frame := drawing.Frame{Title: c.ExportName(), Notes: []string{c.w.Say("promises.chart.all"), c.w.Say("promises.chart.how"), c.w.Say("promises.notice")}, Measure: paint.Measure}
	s := &drawing.Sheet{Width: width, Height: float64(row * len(c.rows)), Names: map[string]string{}}
	line := func(words string, x, y float64) drawing.Mark {
		return drawing.Mark{
			Kind: drawing.Text, Ink: drawing.InkText, Alpha: 1, Lettering: drawing.Lettering{Text: words, TextSize: text},
			Box: drawing.Box{X: x, Y: y, W: paint.Measure(words, text, false), H: row},
		}
	}
	for i, r := range c.rows {
		y := float64(i * row)
		s.Marks = append(s.Marks, line(r.name, 0, y))
		s.Marks = append(s.Marks, c.bar(r, drawing.Box{X: label, Y: y + (row-high)/2, W: width - label - counts, H: high})...)
		s.Marks = append(s.Marks, line(c.says(r), width-counts+air, y))
		s.Description += r.name + ": " + c.says(r) + "\n"
	}
	var paragraphs []int
	for i := range c.tasks {
		paragraphs = append(paragraphs, c.tasks[i].Paragraph)
	}
	frame.Lines = export.NewImprint(c.w, c.d).Lines(paragraphs...)
	return frame.Around(s)
}

// Table implements [export.Source]: all of the ledger, in the order of the source.
func (c *chart) Table() *export.Table {
	all := make([]*data.Statement, len(c.tasks))
	for i := range c.tasks {
		all[i] = &c.tasks[i]
	}
	t := c.table(all)
	t.About = export.NewImprint(c.w, c.d).Fields(c.ExportName(), c.w.Say("promises.chart.all")+" "+c.w.Say("promises.notice"))
	return t
}

// table are promises as the ledger has them.
func (l *ledger) table(tasks []*data.Statement) *export.Table {
	t := &export.Table{
		Columns: []string{"id", "pillar", "text", "done_when", "deadline", "amount", "names", "paragraph"},
		About:   append([]export.Field{{Column: "notes", Value: l.w.Say("promises.notice")}}, export.NewImprint(l.w, l.d).Origin()...),
	}
	for _, s := range tasks {
		t.Rows = append(t.Rows, []string{
			s.ID, s.Pillar, s.Text, s.Promised.DoneWhen, s.Promised.Deadline, s.Promised.Amount,
			strings.Join(s.Promised.Names, ";"), strconv.Itoa(s.Paragraph),
		})
	}
	return t
}

// charted is a place on the page where the chart is, once it is asked for.
type charted struct {
	chart *chart
	link  *ui.Link
	way   *fyne.Container // with the link
	place *fyne.Container
	shown bool
}

func newCharted(w *record.Words, c *chart) *charted {
	h := &charted{chart: c, place: ui.Column(8)}
	h.link = ui.NewLink(w.Say("promises.chart.show"), ui.SizeSmall, func() { h.show(!h.shown) })
	h.way = ui.Flow(0, h.link) // no wider than its words
	h.place.Objects = []fyne.CanvasObject{h.way}
	return h
}

// show shows the chart, or hides it. The link that does so stays where it is.
func (h *charted) show(on bool) {
	if h.shown == on {
		return
	}
	h.shown = on
	key := "promises.chart.show"
	h.place.Objects = []fyne.CanvasObject{h.way}
	if on {
		key = "promises.chart.hide"
		h.place.Objects = append(h.place.Objects, h.chart.content())
	}
	h.link.SetText(h.chart.w.Say(key))
	h.place.Refresh()
	ui.RelayoutAround(h.place)
}
