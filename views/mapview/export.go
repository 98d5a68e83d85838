package mapview

import (
	"context"
	"image"
	"maps"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/internal/message"
	"beltroad/internal/paper"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
)

var _ export.Source = (*Map)(nil)

// ExportName implements [export.Source].
func (m *Map) ExportName() string {
	if year := m.choice.filter.Year; year != 0 {
		return m.words.Say("map.title.year", message.Args{"Year": message.Year(year)})
	}
	return m.words.Say("map.title")
}

// Table implements [export.Source]: a map has none.
func (m *Map) Table() *export.Table { return nil }

// Sheet implements [export.Source]: what the map shows as a drawing that tells by
// itself what it is, as large as at a text size of 100 %.
func (m *Map) Sheet() *drawing.Sheet {
	out, made := m.drawn(math.Inf(1))
	return drawing.Frame{Title: m.ExportName(), Key: m.key(made), Lines: m.imprint(made), Measure: paint.Measure}.Around(out)
}

// OnPaper implements [ui.Printed]: the drawing and its key.
func (m *Map) OnPaper() []paper.Part {
	if m.camera.view.Width <= 0 {
		return nil
	}
	out, made := m.drawn(paper.Room)
	return ui.FrameOnPaper(drawing.Frame{Key: m.key(made), Measure: paint.Measure}, out)
}

// drawn is what the map shows, smaller if it is wider than that, and the scene of that.
func (m *Map) drawn(widest float64) (*drawing.Sheet, *scene) {
	o := m.order()
	o.region, o.land = cropped(m.camera.view), &image.RGBA{} // its land is drawn as an area
	if by := widest / o.region.Width; by < 1 {
		o.region = geo.View{Centre: o.region.Centre, Scale: o.region.Scale * by, Width: o.region.Width * by, Height: o.region.Height * by}
	}
	o.avoid = beside(o.region, o.region)
	o.style = m.style().at100()
	if s := m.stage.scene; s != nil && s.style == o.style && s.choice.filter == o.choice.filter && s.region.Scale == o.region.Scale {
		o.marks = s.within(o.region)
	}
	made, _ := o.draw(context.Background(), land())
	made.labels.Place(made.marks, func(site int) float64 {
		return paint.Measure(o.choice.places[site].Name, o.style.label, false) + 2*labelAir
	})
	s := sheet{words: m.words, view: o.region, land: land().Level(2 * o.region.Scale), scene: made}
	out := s.draw()
	out.Description = m.AccessibilityLabel()
	return out, made
}

// within are the scene's marks that a part of its region shows, without labels.
func (s *scene) within(v geo.View) []geo.Mark {
	seen := v.Bound().Pad(s.style.Mark / v.Scale)
	all := []geo.Mark{}
	for _, g := range s.marks {
		if seen.Contains(g.At) {
			all = append(all, geo.Mark{At: g.At, Sites: g.Sites})
		}
	}
	return all
}

// cropped is a view without what lies beside the map, where panels lay on the
// window's.
func cropped(v geo.View) geo.View {
	const air = 12
	left, top := v.Point(orb.Point{geo.Extent.Min[0], geo.Extent.Max[1]})
	right, bottom := v.Point(orb.Point{geo.Extent.Max[0], geo.Extent.Min[1]})
	left, top = max(0, left-air), max(0, top-air)
	right, bottom = min(v.Width, right+air), min(v.Height, bottom+air)
	if right-left < 1 || bottom-top < 1 {
		return v
	}
	return geo.View{Centre: v.Plane((left+right)/2, (top+bottom)/2), Scale: v.Scale, Width: right - left, Height: bottom - top}
}

// key explains the shapes, colours and lines that are on the map.
func (m *Map) key(s *scene) []drawing.KeyEntry {
	const size = 12
	box := drawing.Box{W: 1.35 * size, H: size} // the widest shape fits
	var key []drawing.KeyEntry
	add := func(text string, marks []drawing.Mark) {
		key = append(key, drawing.KeyEntry{Box: box, Marks: marks, Text: text})
	}
	seen := s.seen()
	for _, l := range m.choice.features.Layers {
		if seen.layers[l.ID] {
			add(m.words.Layer(l.ID), Look{Shape: l.Shape}.marks(box, size, 1))
		}
	}
	for _, order := range slices.Sorted(maps.Keys(seen.orders)) {
		add(m.words.Pillar(order), []drawing.Mark{{Kind: drawing.Rect, Box: box, Ink: drawing.Pillar(order), Alpha: 1, Radius: 3}})
	}
	if seen.several {
		add(m.words.Say("map.key.several"), manyMarks(box, 2, drawing.InkText, size+2, 1))
	}
	if len(seen.others) > 0 {
		add(m.words.Say("map.elsewhere"), Look{Other: true}.marks(box, size, 1))
	}
	if seen.undated {
		add(m.words.Say("map.key.undated"), Look{Faint: true}.marks(box, size, 1))
	}
	for _, status := range m.choice.features.Statuses {
		if seen.statuses[status] {
			line := drawing.Mark{Ink: drawing.InkText, Stroke: lineWidth, Dashes: Dashes(status.Style)}
			key = append(key, drawing.LineEntry(line, m.words.Status(status.ID)))
		}
	}
	return key
}

// present is what a scene shows that has to be explained.
type present struct {
	layers           map[string]bool // ids
	orders           map[int]bool    // of pillars
	statuses         map[mapdata.Status]bool
	several, undated bool
	others           []string // ids of other sources that place what is shown
}

func (s *scene) seen() present {
	p := present{layers: map[string]bool{}, orders: map[int]bool{}, statuses: map[mapdata.Status]bool{}}
	for _, g := range s.marks {
		places := placesOf(g, s.choice.places)
		if len(places) > 1 {
			p.several = true // its number says nothing of layers and pillars
			continue
		}
		first := &places[0].Projects[0]
		p.layers[first.Layer.ID] = true
		p.from(first)
		p.undated = p.undated || undated(places, s.choice.filter)
	}
	for _, t := range s.tracks {
		p.statuses[t.line.Status] = true
		p.from(&t.line.Project)
	}
	return p
}

// from takes up the colour of a pillar, or the other source whose ink is grey.
func (p *present) from(project *mapdata.Project) {
	if s := project.Tie.Source; s != "" {
		p.others = append(p.others, s)
	} else {
		p.orders[project.Order] = true
	}
}

// imprint is what a saved map says of itself: source, dossier, and what it does not show.
func (m *Map) imprint(s *scene) []string {
	d := m.choice.features.Dossier
	about := export.NewImprint(m.words, d)
	lines := about.Lines()
	var others []data.Source
	for _, id := range s.seen().others {
		if src, ok := d.Source(id); ok {
			others = append(others, src)
		}
	}
	lines = append(lines, about.Others(others)...)
	return append(lines, Credits(m.choice.features, m.words))
}

// Credits says what the map does not, and whose land and places it shows.
func Credits(f *mapdata.Features, w *record.Words) string {
	const most = 4
	names := f.Gazetteers()
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return w.Say("map.credits", map[string]any{"Gazetteers": w.Series(names)})
}
