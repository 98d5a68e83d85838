package drawing

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"io"
	"math"
	"strings"
	"testing"
)

// colours are plain ones, each ink its own.
func colours(i Ink) color.Color {
	return color.NRGBA{R: uint8(i), G: uint8(i >> 8), B: 0x80, A: 0xFF} // #nosec G115 -- a byte each
}

// sheet has a mark of each kind.
func sheet() *Sheet {
	return &Sheet{
		Width: 100, Height: 60, Title: "A & <b>", Description: "What it \"shows\"\x00", Names: map[string]string{"one": "The \"first\" <thing>"},
		Marks: []Mark{
			{Kind: Rect, Box: Box{0, 0, 100, 60}, Ink: InkCard, Alpha: 1},
			{Kind: Clip, Box: Box{0, 0, 50, 60}},
			{Kind: Area, Parts: [][]Point{{{10, 10}, {40, 10}, {40, 40}, {10, 40}}, {{20, 20}, {20, 30}, {30, 30}, {30, 20}}}, Ink: InkLand, Alpha: 1, Edge: InkCoast, Stroke: 1},
			{Kind: Clip},
			{Kind: Rect, Of: "one", Box: Box{60, 5, 20, 10}, Ink: Pillar(3), Alpha: 1, Radius: 4, Square: BottomLeft | BottomRight},
			{Kind: Rect, Of: "one", Box: Box{80, 5, 10, 10}, Ink: Pillar(3), Alpha: 1, Pattern: FadeRight},
			{Kind: Rect, Of: "one", Box: Box{60, 20, 30, 10}, Ink: Tint(2), Alpha: 0.5, Pattern: Hatch},
			{Kind: Line, Box: Box{60, 40, 30, -5}, Ink: InkLine, Alpha: 1, Stroke: 2, Dashes: []float64{4, 3}},
			{Kind: Path, Parts: [][]Point{{{60, 45}, {70, 50}, {80, 45}}}, Ink: InkAccent, Alpha: 1, Stroke: 3},
			{Kind: Sign, Shape: Disc, Box: Box{60, 52, 6, 6}, Ink: InkText, Alpha: 1},
			{Kind: Sign, Shape: Diamond, Box: Box{70, 52, 6, 6}, Edge: InkText, Stroke: 1.5, Alpha: 1},
			{Kind: Sign, Shape: Quote, Box: Box{80, 52, 6, 6}, Ink: InkText, Alpha: 1},
			{Kind: Text, Box: Box{2, 45, 30, 12}, Ink: InkText, Alpha: 1, Lettering: Lettering{Text: "5 < 6 & 7", TextSize: 10, Anchor: Middle}},
		},
	}
}

func TestSVG(t *testing.T) {
	var b bytes.Buffer
	if err := SVG(&b, sheet(), colours); err != nil {
		t.Fatal(err)
	}
	elements := map[string]int{}
	for d := xml.NewDecoder(bytes.NewReader(b.Bytes())); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, &b)
		}
		if e, ok := token.(xml.StartElement); ok {
			elements[e.Name.Local]++
		}
	}
	for name, want := range map[string]int{"text": 2, "line": 1, "circle": 1, "polygon": 1, "clipPath": 1, "pattern": 1, "linearGradient": 1, "g": 2, "title": 2, "desc": 1} {
		if elements[name] != want {
			t.Errorf("%d of %s, want %d", elements[name], name, want)
		}
	}
	for _, part := range []string{"<title>A &amp; &lt;b&gt;</title>", "5 &lt; 6 &amp; 7", `stroke-dasharray="4 3"`, `fill-rule="evenodd"`, "The &#34;first&#34; &lt;thing&gt;", `fill-opacity="0.5"`} {
		if !strings.Contains(b.String(), part) {
			t.Errorf("%s is missing in\n%s", part, &b)
		}
	}
}

// full is a writer that takes nothing more after some bytes.
type full int

func (f *full) Write(p []byte) (int, error) {
	if *f -= full(len(p)); *f < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func TestSVGTellsOfAFullDisk(t *testing.T) {
	for _, room := range []full{0, 100, 1500} {
		if err := SVG(&room, sheet(), colours); err == nil {
			t.Error("a full disk goes unnoticed")
		}
	}
}

func at(img image.Image, x, y float64) color.NRGBA {
	c, _ := color.NRGBAModel.Convert(img.At(int(x*2), int(y*2))).(color.NRGBA)
	return c
}

func TestRaster(t *testing.T) {
	letters := Letters{}
	for _, l := range sheet().Letterings() {
		mask := image.NewAlpha(image.Rect(0, 0, 20, 20))
		for i := range mask.Pix {
			mask.Pix[i] = 0xFF
		}
		letters[l] = mask
	}
	if len(letters) != 2 {
		t.Errorf("%d letterings", len(letters))
	}
	shares := 0
	img, err := Raster(context.Background(), sheet(), colours, 2, letters, func(float64) { shares++ })
	if err != nil || img.Rect.Size() != image.Pt(200, 120) || shares == 0 {
		t.Fatal(img.Rect, err, shares)
	}
	ground := colours(InkCard)
	for _, c := range []struct {
		what string
		x, y float64
		want color.Color
	}{
		{"ground", 55, 30, ground},
		{"land", 15, 25, colours(InkLand)},
		{"hole in the land", 25, 25, ground},
		{"coast", 10, 25, colours(InkCoast)},
		{"bar", 70, 14, colours(Pillar(3))},
		{"round corner", 60, 5, ground},
		{"square corner", 60, 14.5, colours(Pillar(3))},
		{"text", 17, 51, colours(InkText)},
		{"disc", 63, 55, colours(InkText)},
		{"beside the disc", 60, 52, ground},
		{"diamond", 73, 55, ground},
		{"bend", 70, 50, colours(InkAccent)},
	} {
		if got := at(img, c.x, c.y); got != c.want {
			t.Errorf("%s is %v, want %v", c.what, got, c.want)
		}
	}
	left, right := at(img, 80, 10), at(img, 89, 10)
	full, _ := colours(Pillar(3)).(color.NRGBA)
	if d := int(left.G) - int(full.G); d > 2 || d < -2 || right.G > full.G/2 {
		t.Errorf("the fade goes from %v to %v", left, right)
	}
}

func TestRasterEndsEarly(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if img, err := Raster(ctx, sheet(), colours, 1, nil, nil); img != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("it makes %v, %v", img, err)
	}
}

func TestDashesGoOnAroundBends(t *testing.T) {
	line := []Point{{0, 0}, {5, 0}, {5, 5}, {5, 5}, {11, 5}}
	total := 0.0
	for _, p := range Dash(line, []float64{4, 3}) {
		total += math.Hypot(p[1].X-p[0].X, p[1].Y-p[0].Y)
	}
	if math.Abs(total-10) > 1e-9 { // of 16: strokes at 0 to 4, 7 to 11, 14 to 16
		t.Errorf("%g of 16 is drawn", total)
	}
	if got := len(Dash([]Point{{0, 0}, {1e9, 0}}, []float64{1, 1})); got != 1 {
		t.Errorf("a line without an end takes %d pieces", got)
	}
	for i := range 2000 { // what rounding leaves of a dash does not hold it for ever
		at := 1000 + float64(i)*0.1
		Dash([]Point{{at, at / 3}, {at + 7.3, at/3 + 0.7}, {at + 300.1, at}, {2 * at, at / 7}}, []float64{2.5, 4})
	}
	if got := len(Dash(line, nil)); got != 4 {
		t.Errorf("a whole line takes %d pieces", got)
	}
}

func TestInks(t *testing.T) {
	for _, order := range []int{1, 5, 99, 1 << 20} {
		if got, tint := Pillar(order).Order(); tint || got != min(order, 0x0FFF) {
			t.Errorf("pillar %d is %d, %t", order, got, tint)
		}
		if got, tint := Tint(order).Order(); !tint || got != min(order, 0x0FFF) {
			t.Errorf("tint %d is %d, %t", order, got, tint)
		}
	}
	if got, tint := InkGrid.Order(); got != 0 || tint || Pillar(0) != InkMuted {
		t.Errorf("no pillar is %d, %t", got, tint)
	}
}

// Hatching stays within its box, so that no bar looks longer than it is.
func TestRowsStayInside(t *testing.T) {
	for _, b := range []Box{{10, 20, 400, 20}, {10, 20, 3, 20}, {10, 20, 1, 1}, {10, 20, 20, 300}, {10, 20, 4000, 10}} {
		rows, _ := Rows(b)
		if len(rows) > 220 {
			t.Errorf("%v takes %d lines", b, len(rows))
		}
		for _, r := range rows {
			for _, p := range r {
				if p.X < b.X || p.X > b.X+b.W || p.Y < b.Y || p.Y > b.Y+b.H {
					t.Fatalf("%v: a line reaches %v", b, p)
				}
			}
		}
	}
}

// What is framed stays within its frame, whatever its texts; no text lies over another.
func TestFrame(t *testing.T) {
	long := strings.Repeat("A caution that is longer than one line. ", 12)
	f := Frame{Title: "The title", Notes: []string{"A note", long}, Lines: []string{"Source: somebody", long}}
	for i := range 9 {
		f.Key = append(f.Key, SignEntry(Mark{Shape: Disc, Ink: Pillar(i + 1)}, 10, strings.Repeat("what a sign is ", i+1)), LineEntry(Mark{Ink: InkText, Stroke: 2, Dashes: []float64{4, 3}}, "planned"))
	}
	s := f.Around(sheet())
	said := map[string]bool{}
	var texts []Mark
	for _, m := range s.Marks {
		if x, y := m.End(); m.Kind != Area && m.Kind != Path && (m.X < 0 || m.Y < 0 || x > s.Width || y > s.Height) {
			t.Errorf("%+v leaves the sheet of %g by %g", m, s.Width, s.Height)
		}
		if m.Kind == Text {
			for _, o := range texts {
				if o.Overlaps(m.Box) {
					t.Errorf("%q lies over %q", m.Text, o.Text)
				}
			}
			texts = append(texts, m)
			said[m.Text] = true
		}
	}
	for _, want := range []string{"The title", "A note", "Source: somebody", "planned", "5 < 6 & 7", "what a sign is"} {
		if !said[want] {
			t.Errorf("it does not say %q", want)
		}
	}
	if !strings.Contains(s.Description, "A note") || !strings.Contains(s.Description, "Source: somebody") || s.Title != "The title" {
		t.Errorf("to those who do not see it, it says %q: %q", s.Title, s.Description)
	}
}

// A long text is shaped in parts that make it up.
func TestPieces(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("some words ", 30), strings.Repeat("一带一路", 50), strings.Repeat("x", 300), "a\xffb " + strings.Repeat("word ", 20)} {
		whole := ""
		parts := pieces(Lettering{Text: text, TextSize: 12, Anchor: End})
		for _, p := range parts {
			if p.Anchor != Start || p.TextSize != 12 {
				t.Errorf("%+v", p)
			}
			whole += p.Text
		}
		if whole != text {
			t.Errorf("%q is parted into %q", text, whole)
		}
		if most := 2 + len(text)/40; len(parts) > most || strings.ContainsAny(text, " 一") && len(text) > 200 && len(parts) < 3 {
			t.Errorf("%.10q has %d parts", text, len(parts))
		}
	}
}
