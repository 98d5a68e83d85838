package deck

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/drawing/fonttest"
	"beltroad/internal/lesson"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/paper"
	"beltroad/internal/plot"
	"beltroad/internal/slide"
	"beltroad/internal/wording"
)

// light are the colours of a light theme.
func light(i drawing.Ink) color.Color {
	rgb := func(v uint32) color.Color {
		return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF} // #nosec G115 -- a byte each
	}
	switch order, tint := i.Order(); {
	case tint:
		return rgb(0xECE9E2)
	case order > 0:
		return rgb([]uint32{0x6B4A9C, 0xB0481B, 0x0B6B80, 0x7A5C00, 0xA32A57}[(order-1)%5])
	}
	switch i {
	case drawing.InkText:
		return rgb(0x1B2430)
	case drawing.InkMuted:
		return rgb(0x5B6672)
	case drawing.InkAccent:
		return rgb(0x0F5C6E)
	case drawing.InkLine, drawing.InkSubtle:
		return rgb(0xE2DED5)
	case drawing.InkSea:
		return rgb(0xEAF1F3)
	case drawing.InkLand:
		return rgb(0xF7F4EC)
	case drawing.InkCoast:
		return rgb(0xB4C3C8)
	case drawing.InkCard:
		return rgb(0xFFFFFF)
	default:
		return rgb(0xFBFAF7)
	}
}

// odd is a text that tries what a file may not hold.
const odd = "5 < 6 & \"7\" > 图文 \x00\x1b\x0b ]]> _x0041_ 😀"

func dossier(t testing.TB) *data.Dossier {
	t.Helper()
	d, err := data.Open(data.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// chartOf is a slide with a chart of figures.
func chartOf(d *data.Dossier, w *wording.Words, figures []data.Figure) slide.Slide {
	return slide.Slide{
		Kicker: "Of one unit", Pillar: 3, Title: "What is counted in " + figures[0].Quantity.Unit, Figures: figures,
		Visual: &slide.Visual{Kind: slide.Chart, Alt: "A chart of figures", Draw: func(r slide.Room) *drawing.Sheet {
			width, height, text, m := r.Width, r.Height, r.Text, r.Measure
			p, refused := plot.Compute(figures, plot.Options{Width: width, TextSize: text, Bare: true, Rows: max(1, int(height/(text*3.4))-2), Measure: m, Words: w, Pillars: plot.PillarOrders(d)})
			if refused != nil {
				return nil
			}
			return p.Sheet()
		}},
		Source: "Author, Journal, 2023, ¶15", Of: "1 / 9",
	}
}

// island is a slide with a map of an island.
func island() slide.Slide {
	return slide.Slide{
		Title: "A map, with a line and its sea", Of: "2 / 9", Lines: []slide.Line{{Text: "From here to there", Claim: data.Reported, Cite: "¶9"}},
		Visual: &slide.Visual{Kind: slide.Map, Alt: "An island with a lake, and a line from A to B", Draw: func(r slide.Room) *drawing.Sheet {
			width, height, text := r.Width, r.Height, r.Text
			s := &drawing.Sheet{Width: width, Height: height}
			at := func(x, y float64) drawing.Point { return drawing.Point{X: x * width, Y: y * height} }
			s.Marks = []drawing.Mark{
				{Kind: drawing.Rect, Box: drawing.Box{W: width, H: height}, Ink: drawing.InkSea, Alpha: 1, Radius: 8},
				{Kind: drawing.Clip, Box: drawing.Box{W: width, H: height}},
				{Kind: drawing.Area, Ink: drawing.InkLand, Edge: drawing.InkCoast, Stroke: 1, Alpha: 1, Parts: [][]drawing.Point{
					{at(0.2, -0.5), at(1.4, 0.2), at(0.8, 0.9), at(0.1, 0.8)}, {at(0.4, 0.4), at(0.4, 0.5), at(0.5, 0.5), at(0.5, 0.4)},
				}},
				{Kind: drawing.Path, Ink: drawing.Pillar(2), Stroke: 4, Alpha: 1, Dashes: []float64{8, 6}, Parts: [][]drawing.Point{{at(0.2, 0.3), at(0.6, 0.35), at(1.5, 0.7)}}},
				{Kind: drawing.Clip},
				{Kind: drawing.Sign, Shape: drawing.Arrow, Ink: drawing.Pillar(2), Alpha: 1, Box: drawing.Box{X: width * 0.2, Y: height * 0.3, W: 14, H: 14}},
				{Kind: drawing.Text, Ink: drawing.InkText, Alpha: 1, Box: drawing.Box{X: width*0.2 + 20, Y: height * 0.3, W: 200, H: text * 1.35}, Lettering: drawing.Lettering{Text: "Harbour A & B", TextSize: text}},
			}
			return s
		}},
		Claim: data.Reported, Badge: "Reported by a party", Source: "Author, Journal, 2023, ¶9",
	}
}

// sample is a lesson with slides of each kind.
func sample(t testing.TB) *Deck {
	t.Helper()
	d := dossier(t)
	w := wording.New(messagetest.English(t), d)
	face, err := drawing.NewTypeface(fonttest.File(t, fonttest.Regular), fonttest.File(t, fonttest.Bold), nil)
	if err != nil {
		t.Fatal(err)
	}
	deck := &Deck{
		Title: "A lesson about < & >", Language: "en-GB", Imprint: []string{"Author, Title, Journal, 2023", "This dossier presents one source. Inclusion is not endorsement or verification."},
		Words: w, Dossier: d, Face: face, Palette: light, Program: "Belt and Road Explorer", Made: time.Unix(1.7e9, 0).UTC(),
	}
	all := []slide.Slide{
		{Title: "A lesson about a source", Lead: "What it says, and what it does not", Large: true, Of: "1 / 9"},
		{
			Kicker: "Infrastructure", Pillar: 2, Title: "Two years of traffic", Of: "2 / 9", Claim: data.Reported, Badge: "Reported by a party", Source: "Author, Journal, 2023, ¶15 · December 2021 to September 2023",
			Numerals: []slide.Numeral{{Number: "21", Words: "million", Below: "passengers", Claim: data.Reported}, {Number: "over 26", Words: "million tons", Below: "freight", Claim: data.Estimate, Badge: "Estimate"}},
		},
		{Title: "Words " + odd, Lead: odd, Of: "4 / 9", Lines: []slide.Line{
			{Text: "A reported line that is so long that it has to be broken somewhere before its end, and then goes on", Claim: data.Reported, Cite: "¶4"},
			{Text: "An estimate", Claim: data.Estimate, Strong: true},
			{Text: "A promise " + odd, Claim: data.Commitment, Indent: 1},
			{Text: "A judgement", Claim: data.Opinion},
			{Text: "No claim", Muted: true},
		}},
		island(),
		{Title: "A place that is not there", Plain: "The dossier lacks it.", Of: "6 / 9"},
	}
	byUnit := map[string][]data.Figure{}
	for _, f := range d.Figures() {
		byUnit[f.Quantity.Unit] = append(byUnit[f.Quantity.Unit], f)
	}
	for _, unit := range []string{"countries", "USD", "percent"} {
		all = append(all, chartOf(d, w, byUnit[unit]))
	}
	for i, s := range all {
		p := Page{Slide: s}
		if i == 1 {
			p.Ink = []lesson.Stroke{{Tool: lesson.Pen, Points: []float64{0.1, 0.1, 0.5, 0.6}}, {Tool: lesson.Marker, Points: []float64{0.2, 0.2, 0.4, 0.2}}, {Tool: lesson.Pen, Points: []float64{0.9, 0.9}}}
		}
		if i%2 == 0 {
			p.Notes, p.Ask = "First line of notes.\nSecond "+odd+"\n"+strings.Repeat("Much to say. ", 40*i), []string{"What is counted here?", "Who says so " + odd + "?"}
		}
		deck.Pages = append(deck.Pages, p)
	}
	return deck
}

// kept writes a file, below the folder that KEEP names to be looked at.
func kept(t *testing.T, name string, write func(context.Context, io.Writer) error) string {
	t.Helper()
	var b, again bytes.Buffer
	if err := errors.Join(write(t.Context(), &b), write(t.Context(), &again)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the same lesson is another file the second time")
	}
	return ooxmltest.Keep(t, name, b.Bytes())
}

// said are the texts of a slide that have to be found in each file.
func said(p *Page) []string {
	all := []string{p.Title, p.Kicker, p.Source, p.Plain, p.Badge}
	for _, n := range p.Numerals {
		all = append(append(all, strings.Fields(n.Number)...), n.Words, n.Below)
	}
	for _, l := range p.Lines {
		all = append(all, l.Text, l.Cite)
	}
	return all
}

// bare is a text without spaces and what does not survive in every file.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r > 0xFFFF || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
}

func has(t *testing.T, what, in string, wanted ...string) {
	t.Helper()
	in = bare(in)
	for _, w := range wanted {
		if !strings.Contains(in, bare(w)) {
			t.Errorf("%s: %q is missing", what, w)
		}
	}
}

func TestPDFs(t *testing.T) {
	d := sample(t)
	for name, c := range map[string]struct {
		write func(context.Context, io.Writer) error
		notes bool
	}{"slides.pdf": {d.Slides, false}, "notes.pdf": {d.WithNotes, true}, "handout.pdf": {d.Handout, false}} {
		t.Run(name, func(t *testing.T) {
			path := kept(t, name, c.write)
			ooxmltest.Tool(t, "qpdf", "--check", path)
			text := ooxmltest.Tool(t, "pdftotext", path, "-")
			for i := range d.Pages {
				has(t, name, text, said(&d.Pages[i])...)
				if c.notes {
					has(t, name, text, d.Pages[i].Ask...)
				}
			}
			for _, line := range strings.Split(strings.TrimSpace(ooxmltest.Tool(t, "pdffonts", path)), "\n")[2:] {
				if f := strings.Fields(line); f[len(f)-5] != "yes" {
					t.Errorf("not embedded: %s", line)
				}
			}
		})
	}
}

// A PDF of slides is tagged: who reads it aloud gets its titles, then what is on it, its
// drawings by their words, and last what it rests on. It opens with its contents, under its title.
func TestPDFIsTagged(t *testing.T) {
	d := sample(t)
	path := kept(t, "slides.pdf", d.Slides)
	if info := ooxmltest.Tool(t, "pdfinfo", path); !strings.Contains(strings.Join(strings.Fields(info), " "), "Tagged: yes") {
		t.Error(info)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/Lang (en-GB)", "/DisplayDocTitle true", "/PageMode /UseOutlines", "/StructParents 0\n"} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("it lacks %q", want)
		}
	}
	told := ooxmltest.Tool(t, "pdfinfo", "-struct-text", path)
	at := 0
	for i := range d.Pages {
		p := &d.Pages[i]
		title := strings.Index(bare(told[at:]), bare(`H1(block)"`+strings.Fields(p.Title)[0]))
		if title < 0 {
			t.Errorf("%q is no title", p.Title)
		}
		_, rest, _ := strings.Cut(told[at:], "H1 (block)")
		at = len(told) - len(rest)
		if p.Visual == nil {
			continue
		}
		alt := strings.Builder{}
		for _, u := range utf16.Encode([]rune(p.Visual.Alt)) {
			fmt.Fprintf(&alt, "%04X", u)
		}
		figure, source := strings.Index(rest, "Figure"), strings.Index(rest, p.Of)
		if !bytes.Contains(b, []byte("/Alt <FEFF"+alt.String()+">")) || figure < 0 || p.Of != "" && source < figure {
			t.Errorf("%q: its drawing is said at %d, the number of its slide at %d", p.Title, figure, source)
		}
	}
}

// Notes are dark on paper, whatever the slides look like.
func TestNotesOfDarkSlidesAreRead(t *testing.T) {
	d := sample(t)
	d.Palette = func(drawing.Ink) color.Color { return color.White }
	for _, page := range d.notesPages(0) {
		for i := range page.Marks {
			m := &page.Marks[i]
			if m.Kind == drawing.Text && m.Y > paper.Height/2 {
				if c, _, _, _ := paper.Palette(d.colours)(m.Ink).RGBA(); c > 0x8000 {
					t.Errorf("%q is not seen on paper", m.Text)
				}
			}
		}
	}
}

func TestEndsEarly(t *testing.T) {
	d := sample(t)
	ctx, end := context.WithCancel(t.Context())
	d.Done = func(float64) { end() }
	for name, write := range map[string]func(context.Context, io.Writer) error{"slides": d.Slides, "notes": d.WithNotes, "handout": d.Handout, "pptx": d.PPTX} {
		if err := write(ctx, io.Discard); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// parts are the parts of a zipped file.
func parts(t *testing.T, path string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(b)
	}
	return all
}

func TestPPTX(t *testing.T) {
	d := sample(t)
	path := kept(t, "lesson.pptx", d.PPTX)
	ooxmltest.Validate(t, path)
	all := parts(t, path)
	charts := 0
	for i := range d.Pages {
		p := &d.Pages[i]
		part := all[fmt.Sprintf("ppt/slides/slide%d.xml", i+1)]
		text := letters(t, part)
		has(t, p.Title, text, said(p)...)
		has(t, p.Title+", notes", letters(t, all[fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1)]), append(p.Ask, p.Notes)...)
		if !strings.Contains(part, `type="title"`) && !strings.Contains(part, `type="ctrTitle"`) {
			t.Errorf("%s: its title is none to other programs", p.Title)
		}
		if p.Visual == nil {
			continue
		}
		if !strings.Contains(part, fmt.Sprintf("descr=%q", p.Visual.Alt)) {
			t.Errorf("%s: its drawing has no words", p.Title)
		}
		if p.Visual.Kind == slide.Chart {
			charts++
		}
	}
	for n := 1; n <= charts; n++ {
		if all[fmt.Sprintf("ppt/charts/chart%d.xml", n)] == "" || all[fmt.Sprintf("ppt/embeddings/chart%d.xlsx", n)] == "" {
			t.Errorf("chart %d of %d has no part or no table", n, charts)
		}
	}
	for _, want := range []string{`<a:ea typeface="Noto Sans SC"/>`, `script="Hant"`, "B0481B"} {
		if !strings.Contains(all["ppt/theme/theme1.xml"], want) {
			t.Errorf("the theme lacks %s", want)
		}
	}
}

// A chart has the axis that was chosen for it, and the table behind it all of its figures,
// of which no more are drawn than are read from afar.
func TestPPTXCharts(t *testing.T) {
	d := sample(t)
	var money []data.Figure
	for _, f := range d.Dossier.Figures() {
		if f.Quantity.Unit == "USD" && f.Quantity.Comparator != data.Rank {
			money = append(money, f)
		}
	}
	d.Pages = nil
	for _, scale := range []string{"linear", "log"} {
		p := Page{Slide: chartOf(d.Dossier, d.Words, money)}
		p.Visual.Scale = scale
		d.Pages = append(d.Pages, p)
	}
	path := kept(t, "charts.pptx", d.PPTX)
	ooxmltest.Validate(t, path)
	all := parts(t, path)
	for i, log := range []bool{false, true} {
		chart := all[fmt.Sprintf("ppt/charts/chart%d.xml", i+1)]
		if strings.Contains(chart, `<c:logBase val="10"/>`) != log || strings.Contains(chart, `<c:crosses val="min"/>`) != log {
			t.Errorf("chart %d is on a logarithmic axis: %v", i+1, !log)
		}
		book := filepath.Join(t.TempDir(), "book.xlsx")
		if err := os.WriteFile(book, []byte(all[fmt.Sprintf("ppt/embeddings/chart%d.xlsx", i+1)]), 0o600); err != nil {
			t.Fatal(err)
		}
		var table strings.Builder
		for name, part := range parts(t, book) {
			if strings.HasPrefix(name, "xl/") {
				table.WriteString(letters(t, part))
			}
		}
		for _, f := range money {
			if !strings.Contains(table.String(), f.Label) {
				t.Errorf("the table of chart %d lacks %q", i+1, f.Label)
			}
		}
	}
}

// What was drawn on a slide stands on it as lines, in the colours of its tools.
func TestPPTXInk(t *testing.T) {
	d := sample(t)
	d.Pages = d.Pages[:2]
	d.Pages[0].Ink = []lesson.Stroke{
		{Tool: lesson.Pen, Points: []float64{0.1, 0.1, 0.3, 0.1, 0.3, 0.3}},
		{Tool: lesson.Marker, Points: []float64{0.1, 0.5, 0.6, 0.5}},
		{Tool: lesson.Pen, Points: []float64{0.5, 0.5}}, // a dot
	}
	d.Pages[1].Ink = nil
	path := kept(t, "ink.pptx", d.PPTX)
	ooxmltest.Validate(t, path)
	all := parts(t, path)
	first, second := all["ppt/slides/slide1.xml"], all["ppt/slides/slide2.xml"]
	for _, want := range []string{`descr="Drawn by hand"`, "D6203A", "FFC800", `<a:lnTo>`, `prst="ellipse"`} {
		if !strings.Contains(first, want) {
			t.Errorf("the slide lacks %s", want)
		}
	}
	if strings.Contains(second, "Drawn by hand") {
		t.Error("a slide without ink has some")
	}
}

// letters are the texts of a part.
func letters(t *testing.T, part string) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}
