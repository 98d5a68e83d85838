package mapview

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/geo"
	"beltroad/internal/message"
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

// Sheet implements [export.Source]: what the map shows as a drawing that tells by itself what it is.
func (m *Map) Sheet() *drawing.Sheet {
	o := m.order()
	o.region, o.land = cropped(m.camera.view), &image.RGBA{} // its land is drawn as an area
	o.avoid = beside(o.region, o.region)
	made, _ := o.draw(context.Background(), land())
	made.labels.Place(made.marks, func(site int) float64 { return m.labelWidth(o.choice.places[site]) })
	s := sheet{view: o.region, land: land().Level(2 * o.region.Scale), scene: made}
	out := s.draw()
	out.Description = m.AccessibilityLabel()
	return drawing.Frame{Title: m.ExportName(), Key: m.key(made), Lines: m.imprint(), Measure: paint.Measure}.Around(out)
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
	var key []drawing.KeyEntry
	add := func(text string, marks []drawing.Mark) {
		key = append(key, drawing.KeyEntry{Box: drawing.Box{W: 1.35 * size, H: size}, Marks: marks, Text: text})
	}
	in := drawing.Box{W: 1.35 * size, H: size}
	f := m.choice.features
	var orders []int
	layers := map[string]bool{}
	several := false
	for _, g := range s.marks {
		several = several || len(g.Sites) > 1
		for _, p := range placesOf(g, s.choice.places) {
			for i := range p.Projects {
				layers[p.Projects[i].Layer.ID] = true
				orders = append(orders, p.Projects[i].Order)
			}
		}
	}
	for _, l := range f.Layers {
		if layers[l.ID] {
			add(m.words.Layer(l.ID), Look{Shape: l.Shape}.marks(in, size, 1))
		}
	}
	slices.Sort(orders)
	for _, order := range slices.Compact(orders) {
		add(m.pillarName(order), Look{Order: order}.marks(in, size, 1))
	}
	if several {
		add(m.words.Say("map.key.several"), manyMarks(in, 2, size+2, 1))
	}
	if s.choice.filter.Year != 0 {
		add(m.words.Say("map.key.undated"), Look{Faint: true}.marks(in, size, 1))
	}
	for _, status := range f.Statuses {
		if slices.ContainsFunc(s.tracks, func(t track) bool { return t.line.Status == status }) {
			line := drawing.Mark{Ink: drawing.InkText, Stroke: lineWidth, Dashes: Dashes(status.Style)}
			key = append(key, drawing.LineEntry(line, m.words.Status(status.ID)))
		}
	}
	return key
}

// pillarName is the name of the pillar with an order; 0 is none.
func (m *Map) pillarName(order int) string {
	for _, p := range m.choice.features.Dossier.Pillars() {
		if p.Order == order {
			return p.ShortName
		}
	}
	return m.words.Say("pillar.none")
}

// imprint is what a saved map says of itself: source, dossier, and what it does not show.
func (m *Map) imprint() []string {
	lines := export.NewImprint(m.words, m.choice.features.Dossier).Lines()
	return append(lines, Credits(m.words))
}

// Credits says what the map does not, and whose land and places it shows.
func Credits(w *record.Words) string { return w.Say("map.credits") }

// Picture draws what the map shows; scale is the pixels for each of ours.
func (m *Map) Picture(scale float32) image.Image {
	whole := New(m.choice.features, m.words, inline{scale}, m.choice.filter)
	whole.SetView(m.camera.view)
	return ui.Draw(whole, fyne.NewSize(float32(m.camera.view.Width), float32(m.camera.view.Height)), scale)
}

// inline does work at once: a picture waits for all that is on it.
type inline struct{ scale float32 }

// Pixels implements [Host].
func (i inline) Pixels() float64 { return float64(i.scale) }

// Background implements [Host].
func (inline) Background(work func(context.Context) func()) { work(context.Background())() }
