package views

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/plot"
	"beltroad/views/chart"
	"beltroad/views/kit"
	"beltroad/views/route"
)

// chartOf is the ledger's chart of that name, changed as told.
func chartOf(t testing.TB, d *data.Dossier, set string, changes ...func(*chart.Chart)) *chart.Chart {
	t.Helper()
	for _, s := range plot.Suggest(d) {
		if s.ID == set {
			p := chart.NewPanel(d, nowhere{}, silentDesk{}, chart.Title(d, s), chart.Figures(d, s.Figures))
			for _, change := range changes {
				p.Chart().Change(change)
			}
			return p.Chart()
		}
	}
	t.Fatalf("the ledger gives no chart %s", set)
	return nil
}

type nowhere struct{}

func (nowhere) Go(route.Route) {}

func linear(c *chart.Chart)      { c.Options.Axis = plot.LinearAxis }
func logarithmic(c *chart.Chart) { c.Options.Axis = plot.LogAxis }
func signs(c *chart.Chart)       { c.Signs = true }

// The pictures of five charts, as they are exported.
func TestChartsLookAsTheyDid(t *testing.T) {
	d := dossier(t)
	for name, c := range map[string]struct {
		set    string
		change func(*chart.Chart)
	}{
		"countries":    {"unit/countries/reported", linear},
		"money-linear": {"unit/USD/reported", linear},
		"money-log":    {"unit/USD/reported", logarithmic},
		"estimate":     {"unit/people/estimate", linear},
		"signs":        {"unit/countries/reported", signs},
	} {
		for _, scheme := range []kit.Scheme{kit.Light, kit.Dark} {
			t.Run(fmt.Sprint(name, "-", scheme), func(t *testing.T) {
				lookingAt(t, Look{Scheme: scheme, TextScale: 1})
				matches(t, fmt.Sprint("chart-", name, "-", scheme), chartPicture(chartOf(t, d, c.set, c.change), 1))
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
	for _, s := range plot.Suggest(d) {
		routes = append(routes, route.To(route.Chart, s.ID))
	}
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 800, Height: 600}} {
			t.Run(fmt.Sprintf("%gx%g at %g%%", size.Width, size.Height, scale*100), func(t *testing.T) {
				lookingAt(t, Look{Scheme: kit.Light, TextScale: scale})
				s := inTestWindow(t, d, size)
				for _, r := range routes {
					s.Go(r)
					inOrder(t, s, r, "as it comes")
					for _, c := range all[*chart.Chart](s.page.Content()) {
						for name, change := range map[string]func(*chart.Chart){"linear": linear, "logarithmic": logarithmic, "signs": signs} {
							c.Change(change)
							kit.Regrow(c)
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
	s := NewShell(d, silentDesk{})
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
			lookingAt(t, Look{Scheme: kit.Light, TextScale: scale})
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
		if x, ok := n.object.(*kit.Text); ok && x.String() == "What it counts: "+counts {
			return n
		}
	}
	return nil
}
