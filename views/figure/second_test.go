package figure

import (
	"image/color"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// What another source says stands beside the figure: never in its ink, never added
// to it or averaged with it.
func TestASecondSourceStandsApart(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	w := record.NewWords(uitest.English(), d)
	f, _ := d.Figure("berths-rebuilt") // 42, and 39 elsewhere
	content := ui.Column(0, elsewhere(d, w, f)...)
	uitest.InWindow(t, content, fyne.NewSize(320, 600))
	var bars []*canvas.Rectangle
	ink := map[string]color.Color{}
	ui.Walk(content, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *paint.Swatch:
			r, _ := test.WidgetRenderer(o).Objects()[0].(*canvas.Rectangle)
			bars = append(bars, r)
		case *ui.Text:
			ink[o.String()] = o.ColorOf(o.Runs[0].Color)
			for _, mixed := range []string{"81", "40.5", "40 "} {
				if strings.Contains(o.String(), mixed) {
					t.Errorf("%q may be a sum or a mean", o.String())
				}
			}
		}
		return true
	})
	if len(bars) != 2 || bars[0].Size().Width <= bars[1].Size().Width {
		t.Fatalf("%d bars", len(bars))
	}
	if _, _, _, a := bars[1].FillColor.RGBA(); a != 0 || bars[1].StrokeWidth == 0 {
		t.Error("the bar of another source is filled")
	}
	if ink["42"] == nil || ink["39"] == nil || ink["42"] == ink["39"] {
		t.Errorf("the inks are %v and %v", ink["42"], ink["39"])
	}
}

func TestTheMostTellingRelationIsListed(t *testing.T) {
	said := func(all ...data.Relation) []data.SecondSource {
		var s []data.SecondSource
		for _, r := range all {
			s = append(s, data.SecondSource{Relation: r, Independence: data.SameSpeaker})
		}
		return s
	}
	for want, all := range map[data.Relation][]data.SecondSource{
		"": nil, data.Differs: said(data.SameNumber, data.Differs, data.OtherScope), data.OtherDate: said(data.Context, data.OtherDate, data.SameNumber), data.Context: said(data.Context),
	} {
		if got := relation(all); got != want {
			t.Errorf("of %v %q is listed, want %q", all, got, want)
		}
	}
	if got := strings.Join(secondKeys(said(data.Differs)), " "); got != "some differs" {
		t.Errorf("the filter has it under %q", got)
	}
}
