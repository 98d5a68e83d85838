package mapview

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/paint"
	"beltroad/views/ui"
)

// stage has the objects of a scene: a picture of the land, and on it lines,
// names and marks. They are moved as one.
type stage struct {
	layer   *fyne.Container // from the scene's upper left corner
	picture *canvas.Image
	scene   *scene // nil: none has been made
	lines   []line
	marks   []*mark
	spare   []*mark // that stand for nothing now
	labels  []label
	panels  []drawing.Box // what lies on the map,
	stay    []drawing.Box // and of that what does not come and go
	scale   float64       // of the view that the objects are laid out for
}

// line is a track with its objects.
type line struct {
	track

	objects []*canvas.Line
}

// label is a name beside a mark.
type label struct {
	mark *mark
	back *canvas.Rectangle
	text *canvas.Text
}

func newStage() stage {
	return stage{layer: container.NewWithoutLayout(), picture: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}}
}

// clear drops the scene with all its objects.
func (s *stage) clear() {
	if s.scene == nil {
		return
	}
	s.picture.Image = nil
	s.picture.Refresh()
	land().Release(s.scene.land)
	s.scene, s.lines, s.marks, s.spare, s.labels, s.layer.Objects = nil, nil, nil, nil, nil, nil
}

// set takes up a scene that has been made.
func (s *stage) set(made *scene, m *Map) {
	before := s.scene
	s.scene, s.scale = made, 0
	s.picture.Image = made.land
	s.picture.Refresh()
	if before != nil && before.land != made.land {
		land().Release(before.land)
	}
	s.drawLines(&m.cursor)
	s.drawMarks(m)
	s.fill()
}

// fill lists the scene's objects, from the ground up.
func (s *stage) fill() {
	objs := []fyne.CanvasObject{s.picture}
	for _, r := range s.lines {
		for _, l := range r.objects {
			objs = append(objs, l)
		}
	}
	for _, l := range s.labels {
		objs = append(objs, l.back, l.text)
	}
	for _, k := range s.marks {
		objs = append(objs, k)
	}
	s.layer.Objects = objs
}

// drawLines gives objects to the lines; of very many, which the picture has
// already, only to those that stand out.
func (s *stage) drawLines(c *cursor) {
	var free []*canvas.Line // Fyne keeps what it has drawn for a while, so objects are used again
	for _, l := range s.lines {
		free = append(free, l.objects...)
	}
	s.lines = nil
	for _, t := range s.scene.tracks {
		if s.scene.painted && !c.strong(t.line.Project.ID) {
			continue
		}
		l := line{track: t}
		for range t.strokes {
			if len(free) == 0 {
				free = append(free, canvas.NewLine(color.Transparent))
			}
			last := len(free) - 1
			l.objects, free = append(l.objects, free[last]), free[:last]
		}
		s.lines = append(s.lines, l)
	}
}

// drawMarks makes the marks, from west to east: so does the Tab key go through
// them. One that was there before stays, or the keyboard would lose it; others
// are used again.
func (s *stage) drawMarks(m *Map) {
	was := map[string]*mark{}
	for _, k := range s.marks {
		was[k.target.Places[0].ID] = k
	}
	marks := slices.Clone(s.scene.marks)
	slices.SortStableFunc(marks, func(a, b geo.Mark) int { return cmp.Compare(a.At[0], b.At[0]) })
	now := make([]*mark, len(marks))
	for i, g := range marks {
		id := s.scene.choice.places[g.Sites[0]].ID
		now[i] = was[id]
		delete(was, id)
	}
	for _, k := range was {
		if !k.Focused() && !k.Hovered() {
			s.spare = append(s.spare, k)
		}
	}
	labels := s.labels
	s.labels = nil
	for i, g := range marks {
		if now[i] == nil {
			now[i] = s.nextMark(m)
		}
		places := placesOf(g, s.scene.choice.places)
		now[i].at = g
		now[i].set(places)
		if g.Side == geo.NoSide {
			continue
		}
		if len(labels) == 0 {
			labels = append(labels, newLabel())
		}
		l := labels[0]
		labels = labels[1:]
		l.name(now[i], places[0].Name, m.SizeOf(ui.SizeCaption))
		s.labels = append(s.labels, l)
	}
	s.marks = now
}

// nextMark is a mark that stands for nothing now.
func (s *stage) nextMark(m *Map) *mark {
	if last := len(s.spare) - 1; last >= 0 {
		k := s.spare[last]
		s.spare = s.spare[:last]
		return k
	}
	k := newMark(m)
	ui.Adopt(k, m.Given())
	return k
}

// holding is the mark that stands for a place, nil for none.
func (s *stage) holding(place string) *mark {
	for _, k := range s.marks {
		if k.target.holds(place) {
			return k
		}
	}
	return nil
}

const labelAir = 3 // beside a label's text, in pixels

func newLabel() label {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = 4
	return label{back: back, text: ui.PlainLine("", 0, fyne.TextStyle{})}
}

// name makes the label that of a mark.
func (l *label) name(of *mark, name string, size float32) {
	l.mark = of
	if l.text.Text != name || l.text.TextSize != size {
		l.text.Text, l.text.TextSize = name, size
		l.text.Refresh()
	}
}

// restyle gives what stands out its look, and the rest theirs.
func (s *stage) restyle(m *Map) {
	for i := range s.lines {
		l := &s.lines[i]
		col, width := m.lineLook(&l.line.Project, l.band)
		if m.cursor.strong(l.line.Project.ID) {
			width += 1.5
		}
		for _, o := range l.objects {
			if o.StrokeColor != col || o.StrokeWidth != width {
				o.StrokeColor, o.StrokeWidth = col, width
				o.Refresh()
			}
		}
	}
	for _, l := range s.labels {
		if ground, ink := ui.Faint(m.ColorOf(ui.ColorLand), 0xD0), m.ColorOf(ui.ColorInk); l.back.FillColor != ground || l.text.Color != ink {
			l.back.FillColor, l.text.Color = ground, ink
			l.back.Refresh()
			l.text.Refresh()
		}
	}
	for _, k := range s.marks {
		k.Refresh()
	}
}

// lineLook is the colour and the width of a line.
func (m *Map) lineLook(p *mapdata.Project, band bool) (col color.Color, width float32) {
	look := lineMark(p, m.choice.filter, band)
	col = m.ColorOf(paint.Name(look.Ink))
	switch {
	case band:
		col = ui.Blend(col, m.ColorOf(ui.ColorLand), look.Alpha) // opaque: its pieces overlap
	case look.Alpha < 1:
		col = ui.Faded(col, look.Alpha)
	}
	return col, float32(look.Stroke) * m.Thick()
}

// arrange puts the scene's objects where a view shows them. As long as the scale
// is the same they are moved as one.
func (s *stage) arrange(v geo.View, whole func(float64) float32) {
	if s.scene == nil {
		return
	}
	x, y := v.Point(s.scene.corner())
	s.layer.Move(fyne.NewPos(whole(x), whole(y)))
	if s.scale != v.Scale {
		s.spread(v.Scale, whole)
	}
	s.uncover(v)
}

// uncover shows the names and signs that can be seen whole, and no others.
func (s *stage) uncover(v geo.View) {
	seen := func(o fyne.CanvasObject, side float32) bool {
		at := o.Position().Add(s.layer.Position())
		size := o.Size()
		if side > 0 {
			at, size = at.AddXY((size.Width-side)/2, (size.Height-side)/2), fyne.NewSquareSize(side)
		}
		b := drawing.Box{X: float64(at.X), Y: float64(at.Y), W: float64(size.Width), H: float64(size.Height)}
		return v.Holds(b) && !slices.ContainsFunc(s.panels, b.Overlaps)
	}
	for _, k := range s.marks {
		if whole := seen(k, k.side()); whole == k.covered {
			k.covered = !whole
			k.Refresh()
		}
	}
	for _, l := range s.labels {
		if whole := !l.mark.covered && seen(l.back, 0); whole == l.text.Hidden {
			l.back.Hidden, l.text.Hidden = !whole, !whole
			l.back.Refresh()
			l.text.Refresh()
		}
	}
}

// spread lays the scene's objects out for the scale of a view.
func (s *stage) spread(scale float64, whole func(float64) float32) {
	s.scale = scale
	region := s.scene.region
	k := float32(scale / region.Scale)
	size := fyne.NewSize(float32(region.Width)*k, float32(region.Height)*k)
	s.layer.Resize(size)
	s.picture.Resize(size)
	for _, l := range s.lines {
		for i, t := range l.strokes {
			l.objects[i].Position1 = fyne.NewPos(float32(t.X1)*k, float32(t.Y1)*k)
			l.objects[i].Position2 = fyne.NewPos(float32(t.X2)*k, float32(t.Y2)*k)
		}
	}
	for _, mark := range s.marks {
		x, y := region.Point(mark.at.At)
		side := mark.room()
		mark.Resize(fyne.NewSquareSize(side))
		mark.Move(fyne.NewPos(whole(x)*k-side/2, whole(y)*k-side/2))
	}
	for _, l := range s.labels {
		box := l.mark.at.Label
		at := l.mark.Position().AddXY(l.mark.Size().Width/2+float32(box.X), l.mark.Size().Height/2+float32(box.Y))
		l.back.Move(at)
		l.back.Resize(fyne.NewSize(float32(box.W), float32(box.H)))
		l.text.Move(at.AddXY(labelAir, 0))
		l.text.Resize(fyne.NewSize(float32(box.W), float32(box.H)))
	}
}

// lineAt is the project whose line runs within reach of a place on the map; nil
// for none.
func (s *stage) lineAt(v geo.View, x, y float64) *mapdata.Project {
	if s.scene == nil {
		return nil
	}
	const reach = 7
	k := v.Scale / s.scene.region.Scale
	at, far := [2]float64{}, reach/k
	at[0], at[1] = s.scene.region.Point(v.Plane(x, y))
	best, found := far, -1
	s.scene.reach.Search([2]float64{at[0] - far, at[1] - far}, [2]float64{at[0] + far, at[1] + far}, func(_, _ [2]float64, w way) bool {
		if d := w.stroke.Distance(at[0], at[1]); d < best || d == best && w.line < found {
			best, found = d, w.line
		}
		return true
	})
	if found < 0 {
		return nil
	}
	return &s.scene.choice.lines[found].Project
}

// whole rounds a length to whole pixels of a device that has so many for each
// of ours, or a picture that is moved would blur.
func whole(pixels float64) func(float64) float32 {
	return func(v float64) float32 { return float32(math.Round(v*pixels) / pixels) }
}
