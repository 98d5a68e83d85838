package timelinepage

import (
	"fyne.io/fyne/v2"

	"beltroad/internal/message"
	"beltroad/internal/timeline"
	"beltroad/views/route"
	timelineview "beltroad/views/timeline"
	"beltroad/views/ui"
)

// undated lists what the source gives no date for, by pillar.
func (p *Page) undated() []fyne.CanvasObject {
	projects, figures := 0, 0
	var groups []fyne.CanvasObject
	for _, g := range p.timeline.Undated {
		projects += len(g.Projects)
		figures += len(g.Figures)
		groups = append(groups, p.group(g))
	}
	if len(groups) == 0 {
		return nil
	}
	counts := message.Args{"Projects": p.words.Count("count.projects", projects), "Figures": p.words.Count("count.figures", figures)}
	return append([]fyne.CanvasObject{ui.Gap(4), ui.Column(2,
		ui.Strong(p.words.Say("timeline.undated"), ui.SizeFigure, ui.ColorInk),
		ui.Words(p.words.Say("timeline.undated.lead", counts), ui.SizeBody, ui.ColorMuted))}, groups...)
}

// group is what is not dated of a pillar.
func (p *Page) group(g timeline.Group) fyne.CanvasObject {
	here := route.To(route.Timeline, "")
	parts := []fyne.CanvasObject{ui.Row(10, 1, ui.Dot(ui.PillarColor(g.Lane.Order)), ui.Heading(timelineview.LaneName(p.words, g.Lane)))}
	add := func(count string, n int, what func(i int) undatedRecord) {
		if n > 0 {
			parts = append(parts, ui.Words(p.words.Count(count, n), ui.SizeSmall, ui.ColorMuted), p.flow(n, what))
		}
	}
	add("count.projects", len(g.Projects), func(i int) undatedRecord {
		pr := &g.Projects[i]
		return undatedRecord{pr.Name, here.Beside(route.Project, pr.ID), []ui.Run{{Text: pr.Name, Size: ui.SizeCaption}}}
	})
	add("count.figures", len(g.Figures), func(i int) undatedRecord {
		f := &g.Figures[i]
		return undatedRecord{f.Quantity.Text + ", " + f.Label, here.Beside(route.Figure, f.ID), []ui.Run{
			{Text: f.Quantity.Text + " ", Size: ui.SizeCaption, Style: ui.Bold}, {Text: f.Label, Size: ui.SizeCaption},
		}}
	})
	return ui.Panel(ui.Column(7, parts...))
}

// undatedRecord is what a tag shows and opens.
type undatedRecord struct {
	label string
	to    route.Route
	words []ui.Run
}

// flow are the tags of n records: all at once where they are few.
func (p *Page) flow(n int, what func(i int) undatedRecord) fyne.CanvasObject {
	const few = 200
	tag := func(i int) *ui.Tag {
		r := what(i)
		return ui.NewTag(r.label, func() { p.host.Go(r.to) }, r.words...)
	}
	if n > few {
		l := newTagList(n, tag, func(i int) route.Route { return what(i).to })
		p.many = append(p.many, l)
		return l.List
	}
	var all []fyne.CanvasObject
	for i := range n {
		t := tag(i)
		p.tags[what(i).to] = t
		all = append(all, t)
	}
	return ui.Flow(6, all...)
}

// tagList are the tags of many records. They come in lines of a few, and a line
// is made when it comes into view.
type tagList struct {
	*ui.List

	n    int
	to   func(i int) route.Route
	open route.Route
}

// perLine is how many tags stand together in a list of many.
const perLine = 12

func newTagList(n int, tag func(i int) *ui.Tag, to func(i int) route.Route) *tagList {
	l := &tagList{n: n, to: to}
	l.List = ui.NewList(6, (n+perLine-1)/perLine, func(line int) fyne.CanvasObject {
		var tags []fyne.CanvasObject
		for i := line * perLine; i < min(n, (line+1)*perLine); i++ {
			t := tag(i)
			t.Selected = to(i) == l.open
			tags = append(tags, t)
		}
		return ui.Flow(6, tags...)
	})
	return l
}

// mark marks the way to what stands open, where it can be seen.
func (l *tagList) mark(open route.Route) {
	l.open = open
	l.Each(func(line int, o fyne.CanvasObject) {
		if flow, ok := o.(*fyne.Container); ok {
			for k, o := range flow.Objects {
				if t, ok := o.(*ui.Tag); ok {
					t.SetSelected(l.to(line*perLine+k) == open)
				}
			}
		}
	})
}

// depth is how far down the list the way to a record is.
func (l *tagList) depth(r route.Route) (float32, bool) {
	for i := range l.n {
		if l.to(i) == r {
			y, _ := l.Stretch(i / perLine)
			return y, true
		}
	}
	return 0, false
}
