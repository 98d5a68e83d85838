package slides

import (
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/mapdata"
	"beltroad/internal/plot"
	"beltroad/internal/slide"
	"beltroad/views/chart"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// places are all places of a dossier, with the states that change what a slide shows.
func places(d *data.Dossier) []lesson.Slide {
	var found []lesson.Slide
	add := func(r route.Route, states ...string) {
		for _, st := range append([]string{""}, states...) {
			found = append(found, lesson.Slide{Place: r.In(st).String()})
		}
	}
	for _, k := range route.Kinds() {
		if k != route.Pillar {
			add(route.To(k, ""))
		}
	}
	for _, p := range d.Pillars() {
		add(route.To(route.Pillar, p.ID))
		add(route.To(route.Map, ""), "pillar="+p.ID)
	}
	for _, p := range d.Projects() {
		add(route.To(route.Project, p.ID))
		add(route.To(route.Map, "").Beside(route.Project, p.ID))
		add(route.To(route.Timeline, "").Beside(route.Project, p.ID))
	}
	for _, f := range d.Figures() {
		add(route.To(route.Figure, f.ID))
		add(route.To(route.Differences, "").Beside(route.Figure, f.ID))
		add(route.To(route.Speakers, "").Beside(route.Figure, f.ID))
		found = append(found, lesson.Slide{Place: route.To(route.Figure, f.ID).String(), Predict: &lesson.Predict{Figure: f.ID, To: 2 * max(f.Quantity.Value, f.Quantity.Max)}})
	}
	for _, s := range plot.NewSuggestions(d).All() {
		add(route.To(route.Chart, s.ID), "signs=1", "others=1", "axis=log", chart.HiddenState+"="+s.Figures[0], chart.MarkedState+"="+s.Figures[0])
	}
	for _, p := range d.Places() {
		add(route.To(route.Map, p.ID))
	}
	add(route.To(route.Map, ""), "scale=600&x=0.9&y=0.5", "year=2015", "only=yes")
	for _, e := range d.Events() {
		add(route.To(route.Timeline, "").Beside(route.Timeline, e.ID))
	}
	add(route.To(route.Timeline, ""), "year=2016", "only=1", "from=16000&to=18000")
	for _, s := range d.Statements() {
		add(route.To(route.Principles, ""), Statement+"="+s.ID)
		add(route.To(route.Commitments, ""), Statement+"="+s.ID)
	}
	for _, p := range d.Paragraphs() {
		add(route.Paragraph(p.N), Passage+"=5-60")
	}
	return append(found, lesson.Slide{Place: "figure/nothing"}, lesson.Slide{Place: "nowhere"},
		lesson.Slide{Form: lesson.Title, Title: d.Metadata().Title, Text: d.Metadata().Description},
		lesson.Slide{Form: lesson.Question, Title: d.Metadata().Title},
		lesson.Slide{Form: lesson.Words, Title: d.Metadata().Title, Text: "One (¶1–2)\nTwo, " + d.Metadata().Description + " ¶3"})
}

// dossiers are those that slides are tried of.
func dossiers(t testing.TB) map[string]*data.Dossier {
	t.Helper()
	return map[string]*data.Dossier{
		"beltroad": datatest.Open(t, data.Builtin()), "harbour": datatest.Open(t, fixture.Harbour()), "synthetic": datatest.Synthetic(t, 60),
	}
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		linear := func(v uint32) float64 {
			s := float64(v) / 0xFFFF
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		r, g, b, _ := c.RGBA()
		return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// grounds are the inks that a text of a layout may stand on. On a map that is what the
// map is painted with, or the sign that the text is in; elsewhere no text lies on a
// mark (TestEveryPlaceCanBeRead).
func grounds(l *slide.Layout, at int, v *slide.Visual) []drawing.Ink {
	if at < l.From || at >= l.To || v.Kind != slide.Map {
		return []drawing.Ink{drawing.InkGround}
	}
	k := &l.Marks[at]
	x, y := k.X+k.W/2, k.Y+k.H/2
	for i := at - 1; i >= l.From; i-- {
		if m := &l.Marks[i]; (m.Kind == drawing.Sign || m.Kind == drawing.Rect) && m.W < l.Room.W/2 && m.Contains(x, y) && m.Alpha == 1 && m.Ink != drawing.InkNone {
			return []drawing.Ink{m.Ink}
		}
	}
	return []drawing.Ink{drawing.InkLand, drawing.InkSea}
}

// All text stands out from its ground, light and dark.
// A slide cites the paragraphs of what it draws, and of nothing else.
func TestSlidesCiteWhatTheyDraw(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	w := record.NewWords(uitest.English(), d)
	m := NewMaker(d, w, mapdata.New(d))
	shorter := 0
	for _, place := range []string{"chart/pillar%2Fpolicy", "chart/pillar%2Finfrastructure", "chart/pillar%2Ftrade", "chart/unit%2Fcountries", "commitments", "principles", "differences"} {
		s := m.Of(lesson.Slide{Place: place}, "")
		for _, z := range []slide.Size{{Width: 1024, Height: 768}, {Width: 1280, Height: 720}, {Width: 1280, Height: 720, Scale: 2}, {Width: 640, Height: 360}} {
			l := s.Lay(z, paint.Measure)
			var want []int
			for _, f := range s.Figures {
				if slices.ContainsFunc(l.Marks[l.From:l.To], func(k drawing.Mark) bool { return k.Of == f.ID }) {
					want = append(want, f.Paragraph)
				}
			}
			if s.Visual == nil {
				for i := range l.Marks[l.Foot.To:] {
					want = append(want, cited(l.Marks[l.Foot.To+i].Text)...)
				}
			}
			if now := cited(l.Rests); !slices.Equal(now, sorted(want)) {
				t.Errorf("%s at %v: it cites %v, and draws %v", place, z, now, sorted(want))
			}
			if l.Rests != s.Source {
				shorter++
			}
		}
	}
	if shorter == 0 {
		t.Error("nothing was left out")
	}
}

// What a slide rests on is told in one kind of signs, and a map says whose word it is.
func TestSlidesSayWhatTheyRestOn(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	for _, place := range []string{"map", "map?scale=607.705&size=787x655&x=1.148112&y=0.354481", "project/luban-workshops", "project/silk-road-fund", "map?pillar=trade", "differences#figure/covid-masks", "chart/pillar%2Ftrade?others=1"} {
		s := m.Of(lesson.Slide{Place: place}, "")
		if strings.Contains(s.Source, ". ·") {
			t.Errorf("%s: %q", place, s.Source)
		}
		if s.Visual != nil && s.Visual.Kind == slide.Map && s.Badge == "" {
			t.Errorf("%s: nobody says whose word it is", place)
		}
	}
}

// A place is offered where the dossier has it, and not where its slide says that it lacks it.
func TestPlacesThatThereAre(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	for place, there := range map[string]bool{
		"figure/covid-masks": true, "figure/none": false, "project/silk-road-fund": true, "project/none": false, "pillar/trade": true, "pillar/none": false,
		"commitments": true, "commitments?row=task-foreign-investment": true, "commitments?row=none": false, "read/15": true, "read/999": false,
		"chart/pillar%2Ftrade": true, "chart/pillar%2Fnone": false, "map": true, "map#map/none": false, "timeline#timeline/none": false,
	} {
		r, err := route.Parse(place)
		if err != nil {
			t.Fatal(place, err)
		}
		if _, ok := m.place(r); ok != there || m.Has(r) != there {
			t.Errorf("%s: a slide of it %t, it is offered %t", place, ok, m.Has(r))
		}
	}
}

// A slide is set as large as is wanted wherever there is room: more room is made for it.
func TestSlidesGrow(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	l, err := lesson.Parse(d.Lessons()[0].Bytes)
	if err != nil {
		t.Fatal(err)
	}
	grown := 0
	for _, s := range l.Slides {
		made := m.Of(s, "")
		if made.Lay(slide.Size{Width: 1280, Height: 720, Scale: 1.5}, paint.Measure).Scale > 1 {
			grown++
		}
	}
	if grown < len(l.Slides)-1 {
		t.Errorf("%d of %d slides have larger text", grown, len(l.Slides))
	}
}

// cited are the paragraphs that a text names.
func cited(text string) (all []int) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		all = append(all, paragraphs(word)...)
	}
	return all
}

func sorted(all []int) []int {
	slices.Sort(all)
	return slices.Compact(all)
}

func TestTextStandsOut(t *testing.T) {
	for name, d := range dossiers(t) {
		m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
		type pair struct{ ink, ground drawing.Ink }
		pairs := map[pair]string{}
		for _, s := range places(d) {
			made := m.Of(s, "")
			l := made.Lay(slide.Size{Width: 1280, Height: 720}, nil)
			for at := range l.Marks {
				k := &l.Marks[at]
				if k.Kind != drawing.Text {
					continue
				}
				if k.Alpha != 1 {
					t.Errorf("%q of %s is seen through", k.Text, s.Place)
				}
				for _, g := range grounds(&l, at, made.Visual) {
					pairs[pair{k.Ink, g}] = s.Place
				}
			}
		}
		var pillars []ui.ColorPair
		for _, p := range d.Metadata().PillarColors {
			pillars = append(pillars, ui.ColorPair{Light: ui.ParseColor(p.Light), Dark: ui.ParseColor(p.Dark)})
		}
		for _, scheme := range []ui.Scheme{ui.Light, ui.Dark} {
			palette := paint.Palette((&ui.Theme{Scheme: scheme, Pillars: pillars}).ColorOf)
			for p, where := range pairs {
				if c := contrast(palette(p.ink), palette(p.ground)); c < 4.5 {
					t.Errorf("%s, %s: ink %d on %d has a contrast of %.2f, as in %s", name, scheme, p.ink, p.ground, c, where)
				}
			}
		}
	}
}

func TestNumeralsKeepTheirWording(t *testing.T) {
	for text, want := range map[string]slide.Numeral{
		"over 230":                 {Number: "over 230"},
		"US$19.1 trillion":         {Number: "US$19.1", Words: "trillion"},
		"more than 5 million TEUs": {Number: "more than 5", Words: "million TEUs"},
		"tens of billions":         {Number: "tens of billions"},
		"fourth-largest":           {Number: "fourth-largest"},
		"0.7%–2.9%":                {Number: "0.7%–2.9%"},
	} {
		if got := numeralOf(text); got != want {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
}

// A ¶ at the end of a teacher's line is its citation, and what the slide rests on.
func TestLinesCite(t *testing.T) {
	for text, want := range map[string]struct {
		line  slide.Line
		cited int
	}{
		"Who says it? (¶4)":          {slide.Line{Text: "Who says it?", Cite: "¶4"}, 1},
		"What ¶19 counts":            {slide.Line{Text: "What ¶19 counts"}, 1},
		"Ports ¶13–16, ¶20.":         {slide.Line{Text: "Ports", Cite: "¶13–16, ¶20"}, 5},
		"No citation ¶":              {slide.Line{Text: "No citation ¶"}, 0},
		"¶0 and ¶9–3 and ¶x and ¶1-": {slide.Line{Text: "¶0 and ¶9–3 and ¶x and ¶1-"}, 0},
	} {
		if got, cited := line(text); got != want.line || len(cited) != want.cited {
			t.Errorf("%q is %+v citing %v", text, got, cited)
		}
	}
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	s := m.Of(lesson.Slide{Form: lesson.Words, Title: "T", Text: "One ¶4\nTwo (¶19)"}, "Part")
	if s.Kicker != "Part" || len(s.Lines) != 2 || s.Source != "Zheng Shanjie, Qiushi, 2023, ¶4, ¶19" {
		t.Errorf("%+v", s)
	}
}

// Sections that do the same are on one slide, each with how much of it there is.
func TestSections(t *testing.T) {
	files := datatest.Files(t, fixture.Harbour())
	d := datatest.Open(t, files)
	var promising []string
	for _, section := range d.Sections() {
		if section.Role == data.Results {
			promising = append(promising, section.ID)
		}
	}
	descriptor := string(files["datapackage.json"].Data)
	files["datapackage.json"].Data = []byte(strings.ReplaceAll(descriptor, `"role": "results"`, `"role": "commitments"`))
	d = datatest.Open(t, files)
	if len(promising) == 0 || len(d.SectionsOf(data.Commitments)) < 2 {
		t.Fatalf("only %v promise", d.SectionsOf(data.Commitments))
	}
	s := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d)).Of(lesson.Slide{Place: "commitments"}, "")
	if len(s.Lines) != len(d.SectionsOf(data.Commitments)) || !strings.HasSuffix(s.Lines[0].Text, "promises") {
		t.Errorf("%+v", s)
	}
}

// While a class guesses, the number is nowhere on the slide.
func TestAskedHidesTheNumber(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	for _, f := range d.Figures() {
		s := lesson.Slide{Place: route.To(route.Figure, f.ID).String(), Predict: &lesson.Predict{Figure: f.ID, From: 0, To: 3 * max(f.Quantity.Value, f.Quantity.Max, 1)}}
		asked, shown := m.Asked(s, ""), m.Of(s, "")
		if len(asked.Numerals) > 0 || len(asked.Figures) > 0 || asked.Visual.Axis.Reported != nil || asked.Visual.Axis.To != s.Predict.To {
			t.Errorf("%s: asked, it says %+v", f.ID, asked)
		}
		if len(shown.Numerals) != 1 || shown.Visual.Axis.Reported == nil || len(shown.Figures) != 1 {
			t.Errorf("%s: revealed, it says %+v", f.ID, shown)
		}
		z := slide.Size{Width: 1280, Height: 720}
		if a, b := asked.Lay(z, nil), shown.Lay(z, nil); a.Line.W == 0 || a.Line.X != b.Line.X || a.Line.W != b.Line.W {
			t.Errorf("%s: the axis moves from %v to %v", f.ID, a.Line, b.Line)
		}
	}
}

// What is asked names what it is about, be it in the words of what is counted or before them.
func TestAskedNamesWhatItIsAbout(t *testing.T) {
	for name, d := range dossiers(t) {
		m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
		for _, f := range d.Figures() {
			p, ok := d.Project(f.Project)
			asked := m.Asked(lesson.Slide{Predict: &lesson.Predict{Figure: f.ID, To: 9}}, "").Title
			if ok && !names(asked, p.Name) && !strings.Contains(asked, p.Name) {
				t.Errorf("%s, %s: %q does not name %s", name, f.ID, asked, p.Name)
			}
			if ok && strings.Count(strings.ToLower(asked), strings.ToLower(p.Name)) > 1 {
				t.Errorf("%s, %s: %q says it twice", name, f.ID, asked)
			}
		}
	}
	if !names("A document of the Belt and Road", "Belt and Road documents") || names("Passengers carried in China", "China–Laos Railway") {
		t.Error("names are not told")
	}
}

func TestWhatTheDossierLacks(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	m := NewMaker(d, record.NewWords(uitest.English(), d), mapdata.New(d))
	for _, place := range []string{"figure/nothing", "project/nothing", "read/999", "pillar/nothing", "chart/nothing", "chart/of:a+b", "map/nothing", "timeline#timeline/nothing", "commitments?row=nothing", "differences#figure/nothing", "speakers#figure/nothing", "map#project/nothing", "nowhere", "read/" + strconv.Itoa(1<<40)} {
		if s := m.Of(lesson.Slide{Place: place}, ""); s.Title != "This place is not in the dossier" || s.Plain == "" {
			t.Errorf("%s: %+v", place, s)
		}
	}
}
