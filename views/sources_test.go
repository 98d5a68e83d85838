package views

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/message"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// What sources say of a figure stands side by side. No sum and no mean of it is
// written anywhere: not on a screen, nor in a chart, its table or what is copied.
// The numbers are such that nothing else is like them or what is mixed of them.
func TestNothingIsSummedOrAveragedOverSources(t *testing.T) {
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	folder := datatest.Files(t, fixture.Harbour())
	for file, edit := range map[string][2]string{
		"figures.csv":    {"Berths rebuilt,42,42,", `Berths rebuilt,"420,017",420017,`},
		"paragraphs.csv": {"42 berths", "420,017 berths"},
		"second_sources.csv": {
			"berths-gazette,berths-rebuilt,gazette2031,39,39,",
			"berths-paper,berths-rebuilt,gazette2031,\"123,451\",123451,,exact,berths,Berths with a new wall,2029,other-date,independent,\n" +
				"berths-gazette,berths-rebuilt,gazette2031,\"390,031\",390031,",
		},
	} {
		if !bytes.Contains(folder[file].Data, []byte(edit[0])) {
			t.Fatalf("%s has no %q", file, edit[0])
		}
		folder[file].Data = bytes.Replace(folder[file].Data, []byte(edit[0]), []byte(edit[1]), 1)
	}
	d := datatest.Open(t, folder)
	f, _ := d.Figure("berths-rebuilt")
	presented, others := f.Quantity.Value, []float64{}
	for _, s := range d.SecondSourcesOf(f.ID) {
		others = append(others, s.Quantity.Value)
	}
	if len(others) != 2 {
		t.Fatalf("%d other sources", len(others))
	}
	all := everythingOf(d, f)
	for _, v := range append(others, presented) {
		if !strings.Contains(all, inEnglish.Number(v, message.Full)) {
			t.Fatalf("not even what is stated is shown: %v", v)
		}
	}
	for _, of := range [][]float64{others, append([]float64{presented}, others...), {presented, others[0]}, {presented, others[1]}} {
		sum := 0.0
		for _, v := range of {
			sum += v
		}
		for _, mixed := range []float64{sum, sum / float64(len(of)), math.Round(sum / float64(len(of)))} {
			for _, text := range []string{inEnglish.Number(mixed, message.Full), strconv.FormatFloat(mixed, 'f', -1, 64)} {
				if at := strings.Index(all, text); at >= 0 {
					t.Errorf("%s may be a sum or a mean: %q", text, all[max(0, at-60):min(len(all), at+60)])
				}
			}
		}
	}
}

// everythingOf are the texts of all screens, and of all that shows a figure
// beside other sources.
func everythingOf(d *data.Dossier, f data.Figure) string {
	s := shown(d, &desk{}, 1280, 800)
	var all []string
	for _, r := range append(Screens(d), route.To(route.Figure, f.ID)) {
		s.Go(r)
		all = append(all, lettered(s.Content())...)
	}
	figures := []data.Figure{f}
	p := chart.NewPanel(d, s.words, &uitest.Host{}, "", figures)
	p.Chart().Change(func(c *chart.Chart) { c.Options.Elsewhere = d })
	p.Chart().Resize(fyne.NewSize(600, 400))
	all = append(all, lettered(p.Content())...)
	for _, cell := range plot.NewTable(figures, s.words, d).Row(0).Cells {
		all = append(all, cell.Text, cell.Raw)
	}
	return strings.Join(append(all, figureText(d, s.words, f)), "\n")
}

// lettered are the texts of what is drawn.
func lettered(o fyne.CanvasObject) []string {
	var all []string
	for _, n := range nodes(o) {
		switch o := n.object.(type) {
		case *ui.Text:
			all = append(all, o.String())
		case *canvas.Text:
			all = append(all, o.Text)
		}
	}
	return all
}
