package slides

import (
	"math"
	"slices"
	"strings"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/scale"
	"beltroad/internal/slide"
	"beltroad/internal/timeline"
	"beltroad/internal/wording"
	"beltroad/views/route"
	timelineview "beltroad/views/timeline"
)

// timed is the timeline in a window of time: what is dated in it as lines, and
// where it lies.
func (m *Maker) timed(r route.Route, st route.State) (slide.Slide, bool) {
	if r.Pane.Kind == route.Timeline {
		return m.event(r.Pane.ID)
	}
	t := m.dated()
	if st.Flag("only") {
		t = timeline.Presented(m.dossier)
	}
	s := slide.Slide{Title: m.words.Say("timeline.title")}
	year := int(st.Number("year"))
	if year != 0 {
		s.Title = m.words.Say("timeline.title.by", message.Args{"Year": message.Year(year)})
	}
	project := ""
	if r.Pane.Kind == route.Project {
		p, ok := m.dossier.Project(r.Pane.ID)
		if !ok {
			return s, false
		}
		s.Title, project = p.Name, p.ID
		m.pillar(&s, p.Pillar)
	} else if r.Pane != (route.Ref{}) {
		return m.record(r.Pane, st)
	}
	if len(t.Items) == 0 {
		s.Plain = m.words.Say("timeline.none")
		return s, true
	}
	window := timeline.Span{From: st.Number("from"), To: st.Number("to")}
	if window.To <= window.From {
		window = t.Bounds
	}
	m.happened(&s, t, window, year, project)
	s.Visual = m.band(t, window, picked{year, project}, s.Title)
	return s, true
}

// happened gives a slide what lies in a window of time, in its order, at most so
// much as is taken in at a glance.
func (m *Maker) happened(s *slide.Slide, t *timeline.Timeline, w timeline.Span, year int, project string) {
	most := 2
	if project != "" {
		most = 3
	}
	var seen []*timeline.Item
	for i := range t.Items {
		it := &t.Items[i]
		if it.Span.To > w.From && it.Span.From < w.To && (picked{year, project}).has(it) {
			seen = append(seen, it)
		}
	}
	total := len(seen)
	slices.SortStableFunc(seen, byWeight)
	seen = seen[:min(total, most)]
	slices.SortStableFunc(seen, func(a, b *timeline.Item) int { return int(a.Span.From - b.Span.From) })
	var cited []int
	for _, it := range seen {
		l := slide.Line{Text: m.dating(it), Claim: it.Claim}
		if it.Source != nil {
			l.Muted = true
		} else if it.Paragraph() > 0 {
			l.Cite, cited = wording.Cite(it.Paragraph()), append(cited, it.Paragraph())
		}
		s.Lines = append(s.Lines, l)
	}
	if total > most {
		s.Lines = append(s.Lines, slide.Line{Text: m.words.Count("slide.dated.more", total-most), Muted: true})
	}
	s.Source = m.source(cited...)
	names := map[string]bool{}
	for i := range t.Items {
		if it := &t.Items[i]; it.Source != nil && it.Span.To > w.From && it.Span.From < w.To {
			names[it.Source.ID] = true
		}
	}
	if len(names) > 0 {
		s.Source = rests(s.Source, m.words.Count("slide.others", len(names)))
	}
}

// dating says when something was, and what.
func (m *Maker) dating(it *timeline.Item) string {
	when := m.words.Date(it.Date())
	if it.IsPeriod() {
		when = m.words.Period(it.Period())
	}
	return m.words.Say("slide.dated", message.Args{"When": when, "What": strings.TrimSpace(it.Value() + " " + it.Label())})
}

// picked is what stands out on a timeline: what had happened by the end of a year,
// what is of a project; zero: all does.
type picked struct {
	year    int
	project string
}

func (p picked) has(it *timeline.Item) bool {
	return (p.year == 0 || it.By(p.year) != timeline.Later) && (p.project == "" || it.Opens() == p.project)
}

// band is an axis of time with a sign for all that lies on it, in a lane for each
// pillar. Lanes are named, but where there will never be room for that.
func (m *Maker) band(t *timeline.Timeline, w timeline.Span, p picked, alt string) *slide.Visual {
	return &slide.Visual{Kind: slide.Timeline, Live: liveTime{t, w, p}, Alt: alt, Draw: func(r slide.Room) *drawing.Sheet {
		for _, named := range []bool{true, false} {
			if l, ok := m.lanesOf(t, r, named); ok {
				return m.onLanes(t, w, p, l)
			}
			if !r.Poor {
				break
			}
		}
		return nil
	}}
}

// lanes is how the lanes of a timeline stand.
type lanes struct {
	slide.Room

	font drawing.Font
	high float64            // of each
	left float64            // where they begin
	name []drawing.TextLine // of each; none: there is no room for them
}

// lanesOf lays out the lanes of a timeline in a room; ok is false where it is too small.
func (m *Maker) lanesOf(t *timeline.Timeline, r slide.Room, named bool) (l lanes, ok bool) {
	const least, most, widest = 0.75, 1.9, 0.45 // of the text; of the width
	n := float64(len(t.Lanes))
	l = lanes{Room: r, font: drawing.Font{Size: r.Text}}
	lane := least * r.Text
	if named {
		lane = l.font.Height(1) * 0.92 // letters do not need all of a line
		set := drawing.Setter{Measure: r.Measure}
		for _, of := range t.Lanes {
			name := timelineview.LaneName(m.words, of)
			l.name = append(l.name, drawing.TextLine{Text: name, W: set.Width(name, l.font)})
		}
		l.left = drawing.Widest(l.name) + r.Text*0.4
	}
	below := l.font.Height(1) + r.Text*0.5
	l.high = min((r.Height-below)/n, max(lane, most*r.Text))
	l.Height = l.high*n + below
	return l, l.high >= lane && l.left <= widest*r.Width
}

// onLanes draws what lies in a window of time on lanes.
func (m *Maker) onLanes(t *timeline.Timeline, w timeline.Span, p picked, l lanes) *drawing.Sheet {
	text := l.Text
	out := &drawing.Sheet{Width: l.Width, Height: l.Height, Names: map[string]string{}}
	edge := text
	x := func(at float64) float64 { return l.left + edge + (l.Width-l.left-2*edge)*(at-w.From)/w.Length() }
	m.years(out, w, x, l.high*float64(len(t.Lanes)), l.font, drawing.Setter{Measure: l.Measure})
	for i, name := range l.name {
		out.Marks = append(out.Marks, drawing.Mark{
			Kind: drawing.Text, Ink: drawing.Pillar(t.Lanes[i].Order), Alpha: 1, Box: drawing.Box{Y: l.high * float64(i), W: name.W, H: l.high},
			Lettering: drawing.Lettering{Text: name.Text, TextSize: text},
		})
	}
	below := len(out.Marks)
	seen := map[look]bool{}
	for i := len(t.Items) - 1; i >= 0; i-- { // from above
		it := &t.Items[i]
		if it.Span.To <= w.From || it.Span.From >= w.To {
			continue
		}
		k := l.sign(it, x, t.Lanes[it.Lane].Order)
		if !p.has(it) {
			k.Alpha = 0.2
		}
		if this := (look{k.Box, k.Ink, k.Edge, k.Alpha}); !seen[this] {
			seen[this] = true
			out.Names[k.Of] = m.dating(it)
			out.Marks = append(out.Marks, k)
		}
	}
	slices.Reverse(out.Marks[below:])
	return out
}

// look is what tells signs on lanes apart. Of those that look alike only the one above
// is drawn: of a large dossier thousands lie in one place.
type look struct {
	drawing.Box
	fill, edge drawing.Ink
	alpha      float64
}

// sign is that of an item of the pillar in the order, where x puts moments.
func (l lanes) sign(it *timeline.Item, x func(at float64) float64, order int) drawing.Mark {
	const steps = 4 // in a pixel of the slide; no eye sees more
	side := min(l.high*0.55, l.Text*0.55)
	from, to := max(x(it.Span.From), l.left+l.Text/2), min(x(it.Span.To), l.Width-l.Text/2)
	if to-from < side {
		from, to = (from+to-side)/2, (from+to+side)/2
	}
	from, to = math.Round(from*steps)/steps, math.Round(to*steps)/steps
	k := drawing.Mark{Kind: drawing.Rect, Of: it.ID(), Ink: drawing.Pillar(order), Alpha: 1, Radius: side / 2, Box: drawing.Box{X: from, Y: l.high*float64(it.Lane) + (l.high-side)/2, W: to - from, H: side}}
	switch {
	case it.Source != nil:
		k.Edge, k.Ink = drawing.InkMuted, drawing.InkGround
	case it.Ahead:
		k.Edge, k.Ink = k.Ink, drawing.InkGround
	case it.IsPeriod():
		k.Alpha = 0.55
	}
	if k.Edge != drawing.InkNone {
		k.Stroke = max(1.5, l.Text/16)
	}
	return k
}

// years draws the years of a window, and names as many as there is room for.
func (m *Maker) years(out *drawing.Sheet, w timeline.Span, x func(float64) float64, bottom float64, f drawing.Font, set drawing.Setter) {
	const days = 365.25
	first, last := int(w.From/days)+1970, int(w.To/days)+1971
	var starts, widths []float64
	var texts []string
	for y := first; y <= last; y++ {
		at := timeline.EndOf(y - 1)
		if at < w.From || at > w.To {
			continue
		}
		text := m.words.Printer.Date(y, 0, 0)
		wide := set.Width(text, f)
		out.Marks = append(out.Marks, drawing.Mark{Kind: drawing.Line, Ink: drawing.InkLine, Alpha: 1, Stroke: max(1, f.Size/20), Box: drawing.Box{X: x(at), H: bottom}})
		starts, widths, texts = append(starts, min(max(x(w.From)-f.Size, x(at)-wide/2), out.Width-wide)), append(widths, wide), append(texts, text)
	}
	for _, i := range scale.Thin(starts, widths, f.Size*0.8) {
		out.Marks = append(out.Marks, drawing.Mark{
			Kind: drawing.Text, Ink: drawing.InkMuted, Alpha: 1, Box: drawing.Box{X: starts[i], Y: bottom + f.Size*0.2, W: widths[i], H: f.Height(1)},
			Lettering: drawing.Lettering{Text: texts[i], TextSize: f.Size},
		})
	}
}
