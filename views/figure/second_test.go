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
	var bars [][]fyne.CanvasObject
	ink := map[string]color.Color{}
	ui.Walk(content, func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *paint.Swatch:
			bars = append(bars, test.WidgetRenderer(o).Objects())
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
	if len(bars) != 2 {
		t.Fatalf("%d bars", len(bars))
	}
	filled, ok := bars[0][0].(*canvas.Rectangle)
	if !ok || ok && alpha(filled.FillColor) == 0 {
		t.Errorf("the presented source's bar begins with %T", bars[0][0])
	}
	right := float32(0)
	for _, o := range bars[1] { // an outline in grey
		r, ok := o.(*canvas.Rectangle)
		if !ok || r.FillColor != ink["39"] || min(r.Size().Width, r.Size().Height) > 2 {
			t.Errorf("the bar of another source has %T %v", o, o.Size())
			continue
		}
		right = max(right, r.Position().X+r.Size().Width)
	}
	if right >= filled.Position().X+filled.Size().Width {
		t.Error("39 are as many as 42")
	}
	if ink["42"] == nil || ink["39"] == nil || ink["42"] == ink["39"] {
		t.Errorf("the inks are %v and %v", ink["42"], ink["39"])
	}
}

func alpha(c color.Color) uint32 {
	return uint32(color.NRGBAModel.Convert(c).(color.NRGBA).A)
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

// In a narrow pane bars are shorter, not cut: those that were as long would look equal.
func TestBarsFitTheirRoom(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	f, _ := d.Figure("berths-rebuilt")
	content := ui.Column(0, elsewhere(d, record.NewWords(uitest.English(), d), f)...)
	uitest.InWindow(t, content, fyne.NewSize(320, 600))
	long := func() (all []float32) {
		ui.Walk(content, func(o fyne.CanvasObject) bool {
			if bar, ok := o.(*paint.Swatch); ok {
				right := float32(0)
				for _, part := range test.WidgetRenderer(bar).Objects() {
					right = max(right, part.Position().X+part.Size().Width)
				}
				all = append(all, right)
			}
			return true
		})
		return all
	}
	wide := long()
	content.Resize(fyne.NewSize(160, 900))
	narrow := long()
	if len(wide) != 2 || len(narrow) != 2 {
		t.Fatalf("%d bars, then %d", len(wide), len(narrow))
	}
	if share := narrow[1] / narrow[0] / (wide[1] / wide[0]); narrow[0] > 160 || wide[0] < 200 || share < 0.97 || share > 1.03 {
		t.Errorf("they are %v long, and %v where there are 160", wide, narrow)
	}
}
