package views

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// chartOf is the ledger's chart of that name, changed as told.
func chartOf(t testing.TB, d *data.Dossier, set string, changes ...func(*chart.Chart)) *chart.Chart {
	t.Helper()
	w := record.NewWords(inEnglish, d)
	for _, s := range plot.NewSuggestions(d).All() {
		if s.ID == set {
			p := chart.NewPanel(d, w, &uitest.Host{}, chart.Title(d, w, s), chart.Figures(d, s.Figures))
			for _, change := range changes {
				p.Chart().Change(change)
			}
			return p.Chart()
		}
	}
	t.Fatalf("the ledger gives no chart %s", set)
	return nil
}

func linear(c *chart.Chart)      { c.Options.Axis = plot.LinearAxis }
func logarithmic(c *chart.Chart) { c.Options.Axis = plot.LogAxis }
func signs(c *chart.Chart)       { c.Signs = true }

// exported is the picture that is saved of something.
func exported(t *testing.T, of export.Source, scheme ui.Scheme) image.Image {
	t.Helper()
	s, letters := of.Sheet(), drawing.Letters{}
	for _, l := range s.Letterings() {
		letters[l] = paint.Letter(l, 1)
	}
	img, err := drawing.Raster(context.Background(), s, exportPalette(scheme, nil), 1, letters, nil)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// The pictures of five charts, as they are exported: of a dossier that is not
// shipped, so that an edit of that changes no looks.
func TestChartsLookAsTheyDid(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	w := record.NewWords(inEnglish, d)
	for name, c := range map[string]struct {
		figures []string
		change  func(*chart.Chart)
	}{
		"euros-linear": {[]string{"luyu-cost", "fares", "spending"}, linear},
		"euros-log":    {[]string{"luyu-cost", "fares", "spending"}, logarithmic},
		"estimate":     {[]string{"nordlys-power", "coast-power", "nordlys-rank"}, linear},
		"band":         {[]string{"lorries"}, logarithmic},
		"signs":        {[]string{"tideland-added", "tideland-promised"}, signs},
	} {
		for _, scheme := range []ui.Scheme{ui.Light, ui.Dark} {
			t.Run(fmt.Sprint(name, "-", scheme), func(t *testing.T) {
				lookingAt(t, Look{Scheme: scheme, TextScale: 1})
				of := chart.NewPanel(d, w, &uitest.Host{}, "A title", chart.Figures(d, c.figures)).Chart()
				of.Change(c.change)
				of.Imprint = export.NewImprint(w, d).On(data.Date{Year: 2026, Month: 11, Day: 26})
				matches(t, fmt.Sprint("chart-", name, "-", scheme), exported(t, of, scheme))
			})
		}
	}
}

// Every chart that the ledger gives, in every form, is in order on its page.
func TestNoChartIsMisplaced(t *testing.T) {
	d := dossier(t)
	routes := []route.Route{
		route.Comparison([]string{"trade-volume", "china-laos-passengers", "unionpay-countries", "cr-express-cities"}),
		route.Comparison([]string{"covid-masks"}), route.Comparison([]string{"global-income-2030"}), route.Comparison([]string{"piraeus-rank", "aeo-rank"}),
		route.Comparison([]string{"piraeus-rank", "aiib-financing", "next-decade"}),
	}
	for _, s := range plot.NewSuggestions(d).All() {
		routes = append(routes, route.To(route.Chart, s.ID))
	}
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 800, Height: 600}} {
			t.Run(fmt.Sprintf("%gx%g at %g%%", size.Width, size.Height, scale*100), func(t *testing.T) {
				lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
				s := inTestWindow(t, d, size)
				for _, r := range routes {
					s.Go(r)
					inOrder(t, s, r, "as it comes")
					for _, c := range all[*chart.Chart](s.page.Content()) {
						for name, change := range map[string]func(*chart.Chart){"linear": linear, "logarithmic": logarithmic, "signs": signs} {
							c.Change(change)
							ui.RelayoutAround(c)
							inOrder(t, s, r, name)
							c.Change(func(c *chart.Chart) { c.Signs = false })
						}
					}
					s.ToggleTable()
					inOrder(t, s, r, "table")
				}
			})
		}
	}
}

// inTestWindow is a shell in a window of Fyne's test driver, which can tell
// where things stand.
func inTestWindow(t *testing.T, d *data.Dossier, size fyne.Size) *Shell {
	t.Helper()
	s := newShell(materialOf(d), inEnglish, pictureFrame{})
	w := test.NewTempWindow(t, s.Content())
	w.SetPadded(false)
	w.Resize(size)
	return s
}

func inOrder(t *testing.T, s *Shell, r route.Route, form string) {
	t.Helper()
	for _, problem := range misplaced(s.Content()) {
		t.Errorf("%s, %s: %s", r, form, problem)
	}
}

// What floats over a page is in order, too.
func TestTooltipsAreInSight(t *testing.T) {
	d := dossier(t)
	for _, scale := range []float32{1, 2} {
		for _, p := range []string{"chart", "chart/unit%2FUSD%2Freported", "figure/trade-volume", "overview"} {
			lookingAt(t, Look{Scheme: ui.Light, TextScale: scale})
			s := inTestWindow(t, d, fyne.NewSize(1024, 768))
			s.Go(place(t, p))
			cnv := fyne.CurrentApp().Driver().CanvasForObject(s.Content())
			for _, c := range all[*chart.Chart](s.Content()) {
				cnv.Focus(c)
				made, _ := c.Plot()
				for i := range made.Items {
					c.TypedKey(&fyne.KeyEvent{Name: map[bool]fyne.KeyName{true: fyne.KeyHome, false: fyne.KeyDown}[i == 0]})
					n := floating(s, made.Items[i].Tip.Counts)
					if n == nil {
						t.Fatalf("%s at %g: no tooltip tells of %s", p, scale, made.Items[i].Figure)
					}
					box := n.box
					if box.left < 0 || box.right > 1024 || box.bottom > 768 && scale == 1 {
						t.Errorf("%s at %g: the tooltip of %s is at %s", p, scale, made.Items[i].Figure, box)
					}
				}
				cnv.Unfocus()
				if floating(s, made.Items[len(made.Items)-1].Tip.Counts) != nil {
					t.Errorf("%s: a tooltip stays", p)
				}
			}
		}
	}
}

// floating is the line of a tooltip that says what a figure counts.
func floating(s *Shell, counts string) *node {
	for _, n := range nodes(s.Content()) {
		if x, ok := n.object.(*ui.Text); ok && x.String() == "What it counts: "+counts {
			return n
		}
	}
	return nil
}

func TestChartsThatExist(t *testing.T) {
	d := dossier(t)
	for p, ok := range map[string]bool{
		"chart": true, "chart/unit%2FUSD%2Freported": true, "chart/pillar%2Ftrade": true, "chart/of:trade-volume": true, "chart/of:trade-volume+china-laos-passengers": true,
		"chart/unit%2FUSD%2Fopinion": false, "chart/nothing": false, "chart/of:": false, "chart/of:+": false, "chart/of:trade-volume+nothing": false,
	} {
		if r, err := route.Parse(p); err != nil || exists(d, r) != ok {
			t.Errorf("%s exists: %t, %v", p, !ok, err)
		}
	}
	for _, s := range plot.NewSuggestions(d).All() {
		if !exists(d, route.To(route.Chart, s.ID)) {
			t.Errorf("%s is offered, but does not exist", s.ID)
		}
	}
}

func TestTray(t *testing.T) {
	s, k := open(t, dossier(t))
	s.Go(place(t, "pillar/trade"))
	if len(s.compare.layer.Objects) > 0 {
		t.Fatal("there is a tray with nothing on it")
	}
	inTray := func() string {
		var words []string
		for _, x := range all[*ui.Text](s.compare.layer) {
			words = append(words, x.String())
		}
		return strings.Join(words, " ")
	}
	press := func(name string) {
		t.Helper()
		for _, n := range nodes(s.compare.layer) {
			if p, ok := n.object.(interface {
				fyne.Tappable
				fyne.Accessible
			}); ok && p.AccessibilityLabel() == name {
				p.Tapped(nil)
				return
			}
		}
		t.Fatalf("the tray has no %q", name)
	}
	s.Pick("trade-volume")
	if !strings.HasPrefix(inTray(), "1 figure picked") {
		t.Errorf("with one the tray says %q", inTray())
	}
	s.Pick("contracts-new")
	s.Pick("china-laos-passengers")
	s.Pick("contracts-new") // out again
	s.Pick("contracts-new")
	s.Go(place(t, "figure"))
	if got := inTray(); got != "3 figures picked" {
		t.Errorf("on another page the tray says %q", got)
	}
	s.Rebuild()
	for _, problem := range misplaced(s.compare.layer) {
		t.Error(problem)
	}
	press("Compare")
	if s.Here() != route.Comparison([]string{"trade-volume", "china-laos-passengers", "contracts-new"}) {
		t.Errorf("Compare leads to %s", s.Here())
	}
	press("Clear")
	if len(s.compare.layer.Objects) > 0 || len(s.compare.picked) > 0 {
		t.Error("cleared, the tray is there")
	}
	s.Back()
	s.Forward()
	if s.Here() != route.Comparison([]string{"trade-volume", "china-laos-passengers", "contracts-new"}) || len(k.said) > 0 {
		t.Errorf("the comparison is not found again: %s, %q", s.Here(), k.said)
	}
}

// A record's button does what Ctrl and a click do.
func TestAddToComparison(t *testing.T) {
	s, _ := open(t, dossier(t))
	s.Go(place(t, "figure/trade-volume"))
	for _, b := range all[*ui.Button](s.Content()) {
		if b.Label == "Add to comparison" {
			test.Tap(b)
		}
	}
	if !slices.Equal(s.compare.picked, []string{"trade-volume"}) {
		t.Errorf("picked are %q", s.compare.picked)
	}
}

// T shows the table wherever there is one chart for it, and does nothing elsewhere.
func TestToggleTable(t *testing.T) {
	d := dossier(t)
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}} {
		lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
		s := inTestWindow(t, d, size)
		for _, r := range Screens(d) {
			s.Go(r)
			tables := func() int { return len(all[*ui.Table](s.page.Content())) }
			charts := func() int { return len(all[*chart.Chart](s.page.Content())) }
			beforeTables, beforeCharts := tables(), charts()
			s.ToggleTable()
			if tables()-beforeTables != beforeCharts || charts() != 0 {
				t.Errorf("%s: %d charts and %d tables become %d and %d", r, beforeCharts, beforeTables, charts(), tables())
			}
			s.ToggleTable()
			if tables() != beforeTables || charts() != beforeCharts {
				t.Errorf("%s: they do not come back", r)
			}
		}
	}
}

// A bar opens the record beside its page, which stays as it is.
func TestABarOpensBesideItsPage(t *testing.T) {
	s, _ := open(t, dossier(t))
	for at, want := range map[string]string{"chart": "chart#figure/", "pillar/trade": "pillar/trade#figure/", "overview": "overview#figure/", "figure/trade-volume": "figure/"} {
		s.Go(place(t, at))
		charts := all[*chart.Chart](s.Content())
		if len(charts) == 0 {
			t.Fatalf("%s has no chart", at)
		}
		page := s.page
		p, _ := charts[0].Plot()
		if charts[0].OnOpen(p.Items[0].Figure); s.page != page || s.Here().String() != want+p.Items[0].Figure {
			t.Errorf("a bar of %s leads to %s", at, s.Here())
		}
		charts = all[*chart.Chart](s.page.Content())
		if at != "figure/trade-volume" && len(charts) == 0 {
			t.Errorf("%s has gone", at)
		}
	}
}
