package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/cell"
	"beltroad/internal/drawing"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/plot"
	"beltroad/internal/wording"
)

func rgb(v uint32) color.Color {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

func light() drawing.Palette {
	pillars := []uint32{0x6B4A9C, 0xB0481B, 0x0B6B80, 0x7A5C00, 0xA32A57}
	return func(i drawing.Ink) color.Color {
		if order, _ := i.Order(); order > 0 {
			return rgb(pillars[(order-1)%len(pillars)])
		}
		return map[drawing.Ink]color.Color{drawing.InkText: rgb(0x1B2430), drawing.InkMuted: rgb(0x5B6672), drawing.InkLine: rgb(0xE2DED5), drawing.InkCard: rgb(0xFFFFFF)}[i]
	}
}

func dossier(t *testing.T) *data.Dossier {
	t.Helper()
	return datatest.Open(t, data.Builtin())
}

func wordsOf(t *testing.T, d *data.Dossier) *wording.Words {
	t.Helper()
	return wording.New(messagetest.English(t), d)
}

func options(t *testing.T, d *data.Dossier) plot.Options {
	t.Helper()
	return plot.Options{
		Width: 640, Title: "Reported & stated <figures>", Source: "Zheng Shanjie, Qiushi, 2024", Dossier: "beltroad 1.0",
		Pillars: plot.PillarOrders(d), Words: wordsOf(t, d),
	}
}

func figuresOf(d *data.Dossier, ids []string) []data.Figure {
	var all []data.Figure
	for _, id := range ids {
		f, _ := d.Figure(id)
		all = append(all, f)
	}
	return all
}

// charts are the charts that the ledger gives, bars and signs.
func charts(t *testing.T, d *data.Dossier) map[string]*plot.Plot {
	t.Helper()
	all := map[string]*plot.Plot{}
	for _, s := range plot.NewSuggestions(d).All() {
		for _, width := range []float64{640, 280} {
			o := options(t, d)
			o.Width = width
			name := strings.ReplaceAll(s.ID, "/", "_") + "-" + strconv.Itoa(int(width))
			p, r := plot.Compute(figuresOf(d, s.Figures), o)
			if r != nil {
				t.Fatalf("%s is refused: %s", s.ID, r.Reason)
			}
			all[name] = p
			o.Axis = plot.LogAxis
			all[name+"-log"], _ = plot.Compute(figuresOf(d, s.Figures), o)
			if p, r := plot.Pictogram(figuresOf(d, s.Figures), o); r == nil {
				all[name+"-signs"] = p
			}
		}
	}
	return all
}

func svgOf(t *testing.T, p *plot.Plot) string {
	t.Helper()
	var b bytes.Buffer
	if err := drawing.SVG(&b, p.Sheet(), light()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// texts are what an SVG file shows, and every number of its attributes is one.
func texts(t *testing.T, svg string) []string {
	t.Helper()
	var all []string
	inText := false
	for dec := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "text"
			for _, a := range e.Attr {
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("%s %s=%q", e.Name.Local, a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			if inText {
				all = append(all, string(e))
			}
		case xml.EndElement:
			inText = false
		}
	}
}

func TestSVGSaysWhatTheLedgerSays(t *testing.T) {
	d := dossier(t)
	p, r := plot.Compute(figuresOf(d, []string{"trade-volume", "contracts-new", "contracts-turnover", "bilateral-investment"}), options(t, d))
	if r != nil {
		t.Fatal(r.Reason)
	}
	shown := texts(t, svgOf(t, p))
	for _, want := range []string{
		"Reported & stated <figures>", "US$19.1 trillion", "over US$2 trillion", "over US$1.3 trillion", "over US$380 billion",
		"20 trillion", "US dollars", "stated value", "“over”, “more than”: open end", "Reported by a party", "Not to be added together.",
		"Source: Zheng Shanjie, Qiushi, 2024, ¶19 · Dossier: beltroad 1.0",
	} {
		if !slices.Contains(shown, want) {
			t.Errorf("%q is missing among %q", want, shown)
		}
	}
}

func TestSVGIsWellFormedForEveryChart(t *testing.T) {
	for name, p := range charts(t, dossier(t)) {
		if len(texts(t, svgOf(t, p))) == 0 {
			t.Errorf("%s shows no text", name)
		}
	}
}

func TestSVGSurvivesHostileText(t *testing.T) {
	f := data.Figure{
		ID: `"><script>`, Label: "a\x00b\ufffe\xff]]>&amp;", Claim: data.Reported, Paragraph: 1,
		Quantity: data.Quantity{Text: "<5>", Value: 5, Comparator: data.Exact, Unit: "a&b"},
	}
	o := plot.Options{Width: 400, Words: wordsOf(t, dossier(t))}
	p, r := plot.Compute([]data.Figure{f}, o)
	if r != nil {
		t.Fatal(r.Reason)
	}
	if svg := svgOf(t, p); !slices.Contains(texts(t, svg), "<5>") || strings.Contains(svg, "<script") {
		t.Error(svg)
	}
}

// Another program than ours reads the drawings. CHARTS names a folder to keep
// them in, to look at.
func TestSVGReadByAnother(t *testing.T) {
	convert, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed")
	}
	dir := os.Getenv("CHARTS")
	keep := dir != ""
	if !keep {
		dir = t.TempDir()
	}
	n := 0
	for name, p := range charts(t, dossier(t)) {
		if n++; !keep && n > 6 {
			break
		}
		path := filepath.Join(dir, name+".svg")
		if err := WriteFile(path, func(w io.Writer) error { return drawing.SVG(w, p.Sheet(), light()) }); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(convert, "-o", path+".png", path).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v %s", name, err, out)
		}
	}
}

func TestCSVHoldsTheLedgersNumbers(t *testing.T) {
	d := dossier(t)
	figures := d.Figures()
	o := options(t, d)
	var b bytes.Buffer
	about := []Field{{"chart_title", "=1+1"}, {"chart_notes", NotesOf([]plot.Note{{Text: "Not to be added together."}})}, {"source", o.Source}, {"dossier", o.Dossier}}
	if err := CSV(&b, *TableOf(plot.NewTable(figures, o.Words, nil), about...)); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(b.String(), byteOrderMark)
	if !ok {
		t.Error("no byte order mark")
	}
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range records[0] {
		at[name] = i
	}
	if len(records) != len(figures)+1 {
		t.Fatalf("%d records for %d figures", len(records), len(figures))
	}
	for i, f := range figures {
		cells := records[i+1]
		value, err := strconv.ParseFloat(cells[at["value"]], 64)
		if err != nil || value != f.Quantity.Value {
			t.Errorf("%s: value %q, want %v", f.ID, cells[at["value"]], f.Quantity.Value)
		}
		for column, want := range map[string]string{
			"id": f.ID, "label": f.Label, "text": f.Quantity.Text, "comparator": string(f.Quantity.Comparator), "unit": f.Quantity.Unit,
			"claim": string(f.Claim), "paragraph": strconv.Itoa(f.Paragraph), "source": o.Source, "dossier": o.Dossier,
			"chart_title": "'=1+1", "chart_notes": "Not to be added together.",
		} {
			if got := cells[at[column]]; got != want {
				t.Errorf("%s: %s is %q, want %q", f.ID, column, got, want)
			}
		}
	}
}

// No cell is a formula, whatever a spreadsheet takes for the separator.
func TestNoFormulas(t *testing.T) {
	bad := []string{"=1+1", "x;=1+1", "a\n=1", "\u200B=1", "\tx\t=1", "＝1", `x;"=1"`}
	table := Table{Columns: []string{"a", "b", "c"}}
	for _, text := range bad {
		table.Rows = append(table.Rows, []string{"x", text, "-5"})
		table.About = append(table.About, Field{"about", text})
	}
	var b bytes.Buffer
	if err := CSV(&b, table); err != nil {
		t.Fatal(err)
	}
	for _, comma := range []rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(b.Bytes()))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
		rows, err := r.ReadAll()
		if err != nil || len(rows) < len(bad)+1 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, c := range slices.Concat(rows...) {
			if !strings.HasPrefix(c, "'") && strings.HasPrefix(cell.Guard(c), "'") {
				t.Errorf("separated by %q: %q", comma, c)
			}
		}
	}
	if !strings.Contains(b.String(), ",-5") {
		t.Error("a number is none any more")
	}
}

func TestTSVIsPastedCellByCell(t *testing.T) {
	d := dossier(t)
	o := options(t, d)
	var b strings.Builder
	if err := TSV(&b, plot.NewTable(figuresOf(d, []string{"trade-volume"}), o.Words, d)); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 2 || strings.Count(lines[0], "\t") != strings.Count(lines[1], "\t") {
		t.Fatalf("%q", lines)
	}
	for _, want := range []string{"\tUS$19.1 trillion\t19100000000000\t", "\t¶19\t"} {
		if !strings.Contains(lines[1], want) {
			t.Errorf("%q is missing in %q", want, lines[1])
		}
	}
}

// job is one for a drawing of a chart, with letters that are blocks.
func job(t *testing.T, f Format) *Job {
	t.Helper()
	d := dossier(t)
	p, r := plot.Compute(figuresOf(d, []string{"trade-volume", "contracts-new"}), options(t, d))
	if r != nil {
		t.Fatal(r.Reason)
	}
	block := func(l drawing.Lettering, scale float64) *image.Alpha {
		return image.NewAlpha(image.Rect(0, 0, int(scale*l.TextSize)+1, int(scale*l.TextSize)+1))
	}
	return &Job{Format: f, Sheet: drawing.Frame{Title: "Title"}.Around(p.Sheet()), Table: &Table{Columns: []string{"id"}, Rows: [][]string{{"a"}}}, Palette: light(), Letter: block}
}

func TestJobWritesEveryFormat(t *testing.T) {
	for _, f := range append(slices.Clone(pictures), svgFile, csvFile) {
		j := job(t, f)
		last := 0.0
		j.Done = func(share float64) {
			if share < last || share > 1 {
				t.Errorf("%s: %g is done after %g", f.Name, share, last)
			}
			last = share
		}
		path := filepath.Join(t.TempDir(), "x"+f.End)
		if err := WriteFile(path, func(w io.Writer) error { return j.Write(context.Background(), w) }); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path) // #nosec G304 -- a folder of the test
		if err != nil {
			t.Fatal(err)
		}
		if f.Scale == 0 {
			continue
		}
		if img, err := png.Decode(bytes.NewReader(b)); err != nil || img.Bounds().Dx() != int(j.Sheet.Width*f.Scale) || last < 0.7 {
			t.Errorf("%s: %v, %v, %g done", f.Name, img, err, last)
		}
	}
}

// A picture of very many rows is refused before it takes memory.
func TestLargePictureIsRefused(t *testing.T) {
	j := job(t, pictures[2])
	j.Sheet.Height = 1e7
	j.Letter = func(drawing.Lettering, float64) *image.Alpha {
		t.Error("it is begun")
		return nil
	}
	if err := j.Write(context.Background(), io.Discard); !errors.Is(err, ErrLarge) {
		t.Error(err)
	}
	j.Format = svgFile
	if err := j.Write(context.Background(), io.Discard); err != nil {
		t.Error(err)
	}
}

// What is cancelled leaves no file, and what was there stays.
func TestCancelledJobLeavesNothing(t *testing.T) {
	for _, f := range append(slices.Clone(pictures), svgFile, csvFile) {
		dir := t.TempDir()
		path := filepath.Join(dir, "old"+f.End)
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		j := job(t, f)
		j.Done = func(share float64) {
			if share > 0.5 {
				cancel()
			}
		}
		if f.Scale == 0 {
			cancel()
		}
		if err := WriteFile(path, func(w io.Writer) error { return j.Write(ctx, w) }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", f.Name, err)
		}
		cancel()
		if b, _ := os.ReadFile(path); string(b) != "old" { // #nosec G304 -- a folder of the test
			t.Errorf("%s: the file holds %q", f.Name, b)
		}
		if all, _ := os.ReadDir(dir); len(all) != 1 {
			t.Errorf("%s: it leaves %v", f.Name, all)
		}
	}
}

func TestFolderIsNotOverwritten(t *testing.T) {
	var unsaved *Unsaved
	if err := WriteFile(t.TempDir(), func(io.Writer) error { return nil }); !errors.As(err, &unsaved) {
		t.Errorf("a folder is overwritten: %v", err)
	}
}

// A palette that is frozen keeps its colours.
func TestFrozen(t *testing.T) {
	s := &drawing.Sheet{Marks: []drawing.Mark{{Ink: drawing.InkText, Edge: drawing.Pillar(2)}}}
	now := rgb(0x112233)
	p := Frozen(s, func(drawing.Ink) color.Color { return now })
	now = rgb(0)
	if p(drawing.InkText) != rgb(0x112233) || p(drawing.Pillar(2)) != rgb(0x112233) {
		t.Error("its colours change")
	}
}

// The whole drawing of one figure, to see at a glance what changes.
func TestSVGGolden(t *testing.T) {
	d := dossier(t)
	o := options(t, d)
	o.Width, o.Bare = 360, true
	p, r := plot.Compute(figuresOf(d, []string{"global-income-2030"}), o)
	if r != nil {
		t.Fatal(r.Reason)
	}
	golden := filepath.Join("testdata", "range.svg")
	got := svgOf(t, p)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s\n(UPDATE_GOLDEN=1 keeps what was got)", got, want)
	}
}
