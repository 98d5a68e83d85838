package mapview

import (
	"bytes"
	"context"
	"encoding/xml"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// harbour is a map of the dossier for tests in a window.
func harbour(t *testing.T, c mapdata.Filter, size fyne.Size) *Explorer {
	t.Helper()
	d := datatest.Open(t, fixture.Harbour())
	e := NewExplorer(mapdata.New(d), record.NewWords(uitest.English(), d), &uitest.Host{}, c)
	inWindow(t, e, size)
	return e
}

// textsOf are the texts of a drawing.
func textsOf(s *drawing.Sheet) string {
	var all []string
	for i := range s.Marks {
		if s.Marks[i].Kind == drawing.Text {
			all = append(all, s.Marks[i].Text)
		}
	}
	return strings.Join(all, " ")
}

func lightPalette() drawing.Palette {
	return paint.Palette((&ui.Theme{Scheme: ui.Light, TextScale: 1}).ColorOf)
}

// A saved map tells by itself what it shows, from where, and with which caution.
func TestASavedMapTellsWhatItIs(t *testing.T) {
	e := harbour(t, mapdata.Filter{Year: 2040}, fyne.NewSize(1031, 700))
	s := e.Sheet()
	told := textsOf(s)
	d := e.choice.features.Dossier
	want := []string{
		e.ExportName(), "2040", "harbour 0.3.0", "Made up", "schematic", "A number: several places", "Hollow: no date stated in this source",
		"Ferry lines", "Wind parks", "Open", "On paper", "Grauhaven", d.Pillars()[2].ShortName, "Inclusion is not endorsement",
	}
	for _, text := range want {
		if !strings.Contains(told, text) {
			t.Errorf("%q is not told in %q", text, told)
		}
	}
	e.SetFilter(mapdata.Filter{Hidden: "lines"})
	told = textsOf(e.Sheet())
	for _, text := range []string{"Ferry lines", "On paper", "2040", "Hollow"} {
		if strings.Contains(told, text) {
			t.Errorf("%q is explained, but is not there", text)
		}
	}
	for _, m := range s.Marks {
		if m.Kind == drawing.Text && (m.X < 0 || m.Y < 0 || m.X+m.W > s.Width+0.5 || m.Y+m.H > s.Height) {
			t.Errorf("%q sticks out at %v of %v x %v", m.Text, m.Box, s.Width, s.Height)
		}
	}
}

// What lay under the window's panels is no part of it, nor is a band beside the map.
func TestASavedMapHasNoBlankBand(t *testing.T) {
	e := harbour(t, mapdata.Filter{}, fyne.NewSize(900, 700))
	e.SetMargins(geo.Margins{Top: 300, Bottom: 80, Left: 20, Right: 20})
	e.Fit()
	e.Arrive()
	v := e.View()
	whole := v
	whole.Scale = v.Whole()
	e.SetView(whole)
	c := cropped(e.View())
	top := c.Plane(0, 0)[1]
	if air := (top - geo.Extent.Max[1]) * c.Scale; air > 12.5 || c.Height > v.Height-100 {
		t.Errorf("above the map are %v pixels, %v of %v are left", air, c.Height, v.Height)
	}
	if near := e.View().Zoom(8, 450, 400); cropped(near).Width != near.Width || cropped(near).Height != near.Height {
		t.Errorf("of %v is left %v", near, cropped(near))
	}
}

// frameOf is where the map itself stands on its sheet.
func frameOf(t *testing.T, s *drawing.Sheet) drawing.Box {
	t.Helper()
	i := slices.IndexFunc(s.Marks, func(m drawing.Mark) bool { return m.Kind == drawing.Clip && m.W > 0 })
	if i < 0 {
		t.Fatal("the map is not clipped")
	}
	return s.Marks[i].Box
}

// Land, sea and signs are where they belong, near and far, also in the light
// colours of a window that is dark.
func TestASavedMapHasLandWhereItBelongs(t *testing.T) {
	e := harbour(t, mapdata.Filter{}, fyne.NewSize(900, 560))
	p := lightPalette()
	far := e.View()
	far.Scale = far.Whole()
	far = far.Zoom(1, 450, 280)
	near := e.View().Zoom(40, 450, 280)
	near.Centre = geo.Project(178, -17.8) // Fiji, at the edge of the map
	for _, c := range []struct {
		name     string
		view     geo.View
		lon, lat float64
		want     drawing.Ink
	}{
		{"Mongolia", far, 103, 46, drawing.InkLand},
		{"Antarctica", far, 80, -80, drawing.InkLand},
		{"Pacific", far, -140, 12, drawing.InkSea},
		{"Fiji", near, 178, -17.8, drawing.InkLand},
		{"beside Fiji", near, 176.2, -18.2, drawing.InkSea},
	} {
		e.SetView(c.view)
		s := e.Sheet()
		img, err := drawing.Raster(context.Background(), s, p, 1, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		frame := frameOf(t, s)
		x, y := cropped(e.View()).Point(geo.Project(c.lon, c.lat))
		got := img.At(int(math.Round(frame.X+x)), int(math.Round(frame.Y+y)))
		if want := color.RGBAModel.Convert(p(c.want)); got != want {
			t.Errorf("%s is %v, not %v", c.name, got, want)
		}
	}
}

// A map saved as SVG has each place and line under its name, whatever that is.
func TestASavedMapNamesItsPlaces(t *testing.T) {
	e := harbour(t, mapdata.Filter{}, fyne.NewSize(900, 600))
	const hostile = "a\x00\"'><script>alert(1)</script>]]>&amp;\ufffe"
	place := *e.choice.features.Places[0]
	place.Name = hostile
	e.choice.places[0] = &place
	var b bytes.Buffer
	if err := drawing.SVG(&b, e.Sheet(), lightPalette()); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for dec := xml.NewDecoder(bytes.NewReader(b.Bytes())); ; {
		token, err := dec.Token()
		if err != nil {
			break
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "title" {
			var title string
			if err := dec.DecodeElement(&title, &start); err != nil {
				t.Fatal(err)
			}
			titles = append(titles, title)
		}
	}
	if strings.Contains(b.String(), "<script") {
		t.Error("text is not escaped")
	}
	all := strings.Join(titles, "\n")
	for _, p := range e.choice.places[1:] {
		if !strings.Contains(all, p.Name) {
			t.Errorf("%s is not named", p.Name)
		}
	}
	for _, l := range e.choice.lines {
		if !slices.Contains(titles, l.Project.Name) {
			t.Errorf("the line of %s is not named", l.Project.Name)
		}
	}
}

// The key explains what is seen, whatever the text size of the window.
func TestASavedMapIsAsLargeAtEveryTextSize(t *testing.T) {
	small := harbour(t, mapdata.Filter{}, fyne.NewSize(900, 600))
	large := harbour(t, mapdata.Filter{}, fyne.NewSize(900, 600))
	ui.Adopt(large, &ui.Theme{Scheme: ui.Dark, TextScale: 2})
	large.SetView(small.View())
	a, b := small.Sheet(), large.Sheet()
	if textsOf(a) != textsOf(b) || a.Height != b.Height {
		t.Errorf("%v: %s\n%v: %s", a.Height, textsOf(a), b.Height, textsOf(b))
	}
}
