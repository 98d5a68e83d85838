package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"beltroad/assets"
	"beltroad/internal/drawing"
	"beltroad/internal/geo"
	"beltroad/internal/mapdata"
)

// aMap is what of the built-in dossier has a place, and a line over the edge of
// the map, in a view.
func aMap(t *testing.T, v geo.View) Map {
	t.Helper()
	land, err := geo.ReadLand(assets.Land)
	if err != nil {
		t.Fatal(err)
	}
	m := Map{
		Title: "Where & <when>", View: v, Land: land.Level(v.Scale), Ink: rgb(0x1B2430), Ground: rgb(0xFFFFFF),
		Paint:   geo.Paint{Beside: rgb(0xFBFAF7), Sea: rgb(0xE4ECF0), Land: rgb(0xF3EFE4), Coast: rgb(0xA9B4B8)},
		Credits: []string{"Lines are schematic; borders are not shown.", "Land: Natural Earth."},
		Lines:   []MapLine{{Title: "Over the edge", Parts: geo.Path([][2]float64{{150, 20}, {-120, 40}}), Colour: rgb(0x0B6B80), Width: 2.5, Alpha: 1, Dashes: geo.Dashes{9, 5}}},
		Samples: []MapLine{{Title: "Operating", Colour: rgb(0), Width: 2}, {Title: "Under construction", Colour: rgb(0), Width: 2, Dashes: geo.Dashes{9, 5}}},
	}
	a := mapdata.New(dossier(t))
	for _, l := range a.Lines {
		m.Lines = append(m.Lines, MapLine{Title: l.Project.Name, Parts: l.Parts, Colour: rgb(0xB0481B), Width: 9, Alpha: 0.2})
	}
	for i, p := range a.Places {
		x, y := v.Point(p.At)
		m.Marks = append(m.Marks, MapMark{
			Title: p.Name + ", somewhere", X: x, Y: y, Size: 12, Colour: rgb(0xB0481B), Shape: MapShape{Corners: []int{0, 3, 4, 5}[i%4], Flat: i%2 == 0},
			Label: p.Name, Box: geo.Box{X: 8, Y: -10, W: 60, H: 20},
		})
	}
	m.Marks[0].Count, m.Marks[0].Size = 7, 22
	for _, l := range mapdata.Layers() {
		m.Legend = append(m.Legend, MapMark{Title: l.Name(), Size: 12, Colour: rgb(0x5B6672)})
	}
	return m
}

func whole() geo.View { return geo.View{}.Resized(900, 560) }

func mapSVG(t *testing.T, m Map) string {
	t.Helper()
	var b bytes.Buffer
	if err := MapSVG(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// titles are what viewers show under the pointer.
func titles(t *testing.T, svg string) []string {
	t.Helper()
	var s struct {
		Title string `xml:"title"`
		G     struct {
			G []struct {
				Title string `xml:"title"`
			} `xml:"g"`
		} `xml:"g"`
	}
	if err := xml.Unmarshal([]byte(svg), &s); err != nil {
		t.Fatal(err)
	}
	all := []string{s.Title}
	for _, g := range s.G.G {
		all = append(all, g.Title)
	}
	return all
}

func TestMapSVGHasAllOfTheMap(t *testing.T) {
	m := aMap(t, whole())
	svg := mapSVG(t, m)
	shown, told := texts(t, svg), titles(t, svg)
	want := slices.Concat([]string{m.Title, "7", "Operating", "Under construction"}, m.Credits)
	for _, k := range m.Marks {
		want = append(want, k.Label)
		if !slices.Contains(told, k.Title) {
			t.Errorf("no mark is called %q", k.Title)
		}
	}
	for _, k := range m.Legend {
		want = append(want, k.Title)
	}
	for _, l := range m.Lines {
		if !slices.Contains(told, l.Title) {
			t.Errorf("no line is called %q", l.Title)
		}
	}
	for _, w := range want {
		if !slices.Contains(shown, w) {
			t.Errorf("%q is missing among %q", w, shown)
		}
	}
	if told[0] != m.Title {
		t.Errorf("the drawing is called %q", told[0])
	}
}

func TestMapSVGSurvivesHostileText(t *testing.T) {
	m := aMap(t, whole())
	const hostile = "a\x00\"'><script>alert(1)</script>]]>&amp;\ufffe"
	m.Title, m.Credits = hostile, []string{hostile}
	m.Marks[1].Title, m.Marks[1].Label, m.Lines[0].Title, m.Legend[0].Title, m.Samples[0].Title = hostile, hostile, hostile, hostile, hostile
	svg := mapSVG(t, m)
	if len(texts(t, svg)) == 0 || strings.Contains(svg, "<script") {
		t.Error("text is not escaped")
	}
}

// numbers are those of an attribute, and whether all that stands between
// letters, commas and spaces is one.
func numbers(t *testing.T, s string) []float64 {
	t.Helper()
	var all []float64
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("MLZ ,", r) }) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("%q is no number of a path", f)
		}
		all = append(all, v)
	}
	return all
}

// Whatever the view is, there are only numbers, of the view and not far beside
// it, and what stands below the map fits its width.
func TestMapSVGOfAnyView(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2013, 2023))
	m := aMap(t, whole())
	for range 60 {
		v := geo.View{}.Resized(280+rnd.Float64()*1200, 200+rnd.Float64()*800)
		v = v.Zoom(math.Pow(40, rnd.Float64()), rnd.Float64()*v.Width, rnd.Float64()*v.Height)
		m.View = v
		svg := mapSVG(t, m)
		height := 0.0
		for dec := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			at := map[string]string{}
			for _, a := range e.Attr {
				at[a.Name.Local] = a.Value
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Fatalf("%s has %s=%q", e.Name.Local, a.Name.Local, a.Value)
				}
			}
			switch e.Name.Local {
			case "svg":
				height = numbers(t, at["height"])[0]
			case "path":
				drawn := numbers(t, at["d"])
				if at["fill-rule"] == "" {
					continue // the edge of the map and lines go on beside the view
				}
				for i, n := range drawn {
					if n < -9 || n > []float64{v.Width, v.Height}[i%2]+9 {
						t.Fatalf("land is drawn at %v in a view of %v x %v", n, v.Width, v.Height)
					}
				}
			case "text":
				if y := numbers(t, at["y"])[0]; y > height {
					t.Errorf("a text is at %v, below the drawing's end at %v", y, height)
				}
			}
		}
		checkBelow(t, svg, v)
	}
}

// checkBelow checks that the texts below the map are set beside and below one
// another, inside the width.
func checkBelow(t *testing.T, svg string, v geo.View) {
	t.Helper()
	type text struct {
		X    float64 `xml:"x,attr"`
		Y    float64 `xml:"y,attr"`
		Size float64 `xml:"font-size,attr"`
		Bold string  `xml:"font-weight,attr"`
		Text string  `xml:",chardata"`
	}
	var s struct {
		Texts []text `xml:"text"`
	}
	if err := xml.Unmarshal([]byte(svg), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Texts) < 8 {
		t.Fatalf("%d texts below the map", len(s.Texts))
	}
	last, end := 0.0, 0.0
	for _, x := range s.Texts {
		right := x.X + drawing.Setter{}.Width(x.Text, drawing.Font{Size: x.Size, Bold: x.Bold != ""})
		if right > v.Width || x.Y < last || x.Y == last && x.X < end+10 {
			t.Errorf("%q is from %v to %v at %v in a width of %v, after one up to %v at %v", x.Text, x.X, right, x.Y, v.Width, end, last)
		}
		last, end = x.Y, right
	}
}

// Another program draws land, sea and what lies beside the map where they are.
func TestMapSVGReadByAnother(t *testing.T) {
	convert, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	dir := t.TempDir()
	draw := func(name string, m Map) image.Image {
		path := filepath.Join(dir, name+".svg")
		if err := WriteFile(path, func(w io.Writer) error { return MapSVG(w, m) }); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(convert, "-o", path+".png", path).CombinedOutput(); err != nil || len(out) > 0 {
			t.Fatalf("%s: %v %s", name, err, out)
		}
		f, err := os.Open(path + ".png")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		img, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		return img
	}
	near := whole().Zoom(20, 800, 330) // Fiji and the sea around
	fiji := geo.Project(178, -17.8)
	near = near.Reveal(fiji, geo.Margins{Top: 200, Right: 300, Bottom: 200, Left: 300})
	for _, c := range []struct {
		name     string
		view     geo.View
		lon, lat float64
		want     func(geo.Paint) color.Color
	}{
		{"mongolia", whole(), 103, 46, func(p geo.Paint) color.Color { return p.Land }},
		{"antarctica", whole(), 80, -80, func(p geo.Paint) color.Color { return p.Land }},
		{"pacific", whole(), -140, 10, func(p geo.Paint) color.Color { return p.Sea }},
		{"fiji", near, 178, -17.8, func(p geo.Paint) color.Color { return p.Land }},
		{"beside-fiji", near, 176, -18, func(p geo.Paint) color.Color { return p.Sea }},
	} {
		m := aMap(t, c.view)
		img := draw(c.name, m)
		x, y := c.view.Point(geo.Project(c.lon, c.lat))
		if got := color.NRGBAModel.Convert(img.At(int(x), int(y))); got != c.want(m.Paint) {
			t.Errorf("%s is %v, want %v", c.name, got, c.want(m.Paint))
		}
		if got := color.NRGBAModel.Convert(img.At(3, img.Bounds().Max.Y-3)); got != m.Ground {
			t.Errorf("%s: below the map it is %v", c.name, got)
		}
	}
	if img := draw("corner", aMap(t, whole())); color.NRGBAModel.Convert(img.At(1, 1)) != rgb(0xFBFAF7) {
		t.Errorf("beside the map it is %v", img.At(1, 1))
	}
}

// A mark of several corners stands on one of them, or flat.
func TestCorners(t *testing.T) {
	for _, c := range []struct {
		shape MapShape
		want  string
	}{
		{MapShape{Corners: 4}, "100,40 110,50 100,60 90,50"},
		{MapShape{Corners: 4, Flat: true}, "107.07,42.93 107.07,57.07 92.93,57.07 92.93,42.93"},
		{MapShape{Corners: 3}, "100,40 108.66,55 91.34,55"},
	} {
		if got := corners(&MapMark{Shape: c.shape, X: 100, Y: 50, Size: 20}); got != c.want {
			t.Errorf("%+v: %s, want %s", c.shape, got, c.want)
		}
	}
}

func TestPathLeavesOutWhatIsTheSame(t *testing.T) {
	v := geo.View{Scale: 100, Width: 200, Height: 100}
	line := orb.LineString{{0, 0}, {0.0001, 0}, {0.5, 0}, {0.5, 0}, {0.5, 0.25}}
	if got, want := path(line, v, false), "M100 50L150 50L150 25"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := path(line[:1], v, true), "M100 50Z"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
