package timelinepage

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/cite"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

var usual = fyne.NewSize(900, 600)

// shown is the page of the built-in dossier in a window of that size.
func shown(t *testing.T, size fyne.Size) (*Page, *uitest.Host) {
	t.Helper()
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	p, n := built(t)
	uitest.InWindow(t, p.Content(), size)
	return p, n
}

// built is the page of the built-in dossier.
func built(t *testing.T) (*Page, *uitest.Host) {
	t.Helper()
	d := datatest.Open(t, data.Builtin())
	n := &uitest.Host{}
	return New(d, timeline.NewShared(d), record.NewWords(uitest.English(), d), n), n
}

// open opens the record of an item by the keyboard.
func open(p *Page, item string) {
	p.panel.Drawing().FocusGained()
	keys := []fyne.KeyName{fyne.KeyHome}
	for range slices.IndexFunc(p.timeline.Items, func(it timeline.Item) bool { return it.Is(item) }) {
		keys = append(keys, fyne.KeyDown)
	}
	for _, k := range append(keys, fyne.KeyReturn) {
		p.panel.Drawing().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func parse(t *testing.T, s string) route.Route {
	t.Helper()
	r, err := route.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tagTo is the tag that leads to a record.
func tagTo(p *Page, to route.Route) *ui.ActionChip {
	for _, of := range p.tags {
		if tag, _, ok := of.find(to); ok {
			return tag
		}
	}
	return nil
}

func TestItemsLeadToTheirRecords(t *testing.T) {
	p, n := shown(t, fyne.NewSize(1000, 900))
	for id, want := range map[string]string{
		"event/proposal-2013": "timeline#project/belt-and-road-initiative", "event/english-page": "timeline#read/3",
		"figure/trade-volume": "timeline#figure/trade-volume", "figure/aiib-financing": "timeline#figure/aiib-financing",
		"event/trade-totals-last-year": "timeline#read/19", "event/first-chongqing-train": "timeline#timeline/first-chongqing-train",
	} {
		before := p.panel.Drawing().Window()
		open(p, id)
		if n.Last() != parse(t, want) {
			t.Errorf("%s leads to %s, want %s", id, n.Last(), want)
		}
		p.Open(n.Last())
		if !p.Accepts(n.Last()) || p.panel.Drawing().Selected() != id || p.panel.Drawing().Window() != before {
			t.Errorf("at %s %q is marked, in %v", want, p.panel.Drawing().Selected(), p.panel.Drawing().Window())
		}
	}
	// An undated record marks its tag, and no item.
	to := parse(t, "timeline#project/green-silk-road-envoys")
	p.Open(to)
	if p.panel.Drawing().Selected() != "" || !tagTo(p, to).Selected {
		t.Errorf("at %s %q is marked", to, p.panel.Drawing().Selected())
	}
	p.Open(parse(t, "timeline"))
	if tagTo(p, to).Selected {
		t.Error("the record is closed, and its tag still marked")
	}
	for _, other := range []string{"overview", "chart", "figure/trade-volume"} {
		if p.Accepts(parse(t, other)) {
			t.Errorf("it shows %s", other)
		}
	}
}

// The undated group has all of the 54 projects and 38 figures, each a way to its record.
func TestNotDatedIsAGroupOfItsOwn(t *testing.T) {
	p, n := shown(t, usual)
	projects, figures := 0, 0
	for _, of := range p.tags {
		for _, w := range of.ways {
			p.ScrollToRow(of.list, 0, 0)
			tag := tagTo(p, w.to)
			test.Tap(tag)
			if n.Last() != w.to {
				t.Errorf("%q leads to %s, want %s", tag.Label, n.Last(), w.to)
			}
			if w.to.Pane.Kind == route.Project {
				projects++
			} else {
				figures++
			}
		}
	}
	found := map[string]bool{}
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if x, ok := o.(*ui.Text); ok {
			found[x.String()] = true
		}
		return true
	})
	said := fmt.Sprintf("%d projects and %d figures that no year, month or day is stated for.", projects, figures)
	if projects == 0 || figures == 0 || !found["Not dated in this source"] || !found[said] {
		t.Errorf("%d projects and %d figures are listed", projects, figures)
	}
}

func TestPlayingTellsWhatHadHappened(t *testing.T) {
	p, _ := shown(t, usual)
	undated := 0
	for _, g := range p.timeline.Undated {
		undated += len(g.Projects) + len(g.Figures)
	}
	others := fmt.Sprintf(" · %d dates of other sources", p.timeline.Others())
	if got := p.panel.Summary(); got != fmt.Sprintf("24 dated items, %d projects and figures without a date", undated)+others {
		t.Errorf("at first it says %q", got)
	}
	p.panel.Player().SetYear(2021)
	if got := p.panel.Summary(); got != fmt.Sprintf("By the end of 2021: 3 had happened, 6 under way, 15 later · %d undated", undated)+others || p.panel.Drawing().Year() != 2021 {
		t.Errorf("by 2021 it says %q", got)
	}
	p.TogglePlay()
	if !p.panel.Player().Playing() {
		t.Error("it does not play")
	}
	p.Left()
	if p.panel.Player().Playing() {
		t.Error("left, it plays on")
	}
}

// Playing moves nothing: what is said of a year may be longer, but has its room.
func TestPageKeepsItsHeightWhilePlaying(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		uitest.Wear(t, &ui.Theme{Scheme: ui.Light, TextScale: scale})
		p, _ := built(t)
		uitest.InWindow(t, p.Content(), usual)
		dated := p.panel.Content()
		for width := float32(300); width < 1100; width += 53 {
			p.panel.Player().SetYear(0)
			before := ui.HeightFor(dated, width)
			for year := p.timeline.First; year <= p.timeline.Last; year++ {
				p.panel.Player().SetYear(year)
				if got := ui.HeightFor(dated, width); got != before {
					t.Errorf("at %g, %g wide: %g high by %d, %g at first", scale, width, got, year, before)
				}
			}
		}
	}
}

func TestPageComesBackAsItWasLeft(t *testing.T) {
	p, _ := shown(t, usual)
	p.panel.Drawing().Zoom(0.6)
	p.panel.Player().SetYear(2022)
	p.ScrollTo(123)
	m := p.State()
	q, _ := shown(t, usual)
	q.Restore(m)
	if got := q.State(); got.String() != m.String() {
		t.Errorf("left at %+v, it comes back at %+v", m, got)
	}
	if q.panel.Drawing().Year() != 2022 || q.panel.Drawing().Window() == q.timeline.Bounds {
		t.Errorf("it shows %d in %v", q.panel.Drawing().Year(), q.panel.Drawing().Window())
	}
	q.Restore(route.State{"from": "x", "to": "-5", "year": "12", "scroll": "1e300"}) // no state that the page wrote
	if w := q.panel.Drawing().Window(); w != q.timeline.Bounds {
		t.Errorf("of nonsense it shows %v", w)
	}
}

func TestZoomButtons(t *testing.T) {
	p, _ := shown(t, usual)
	buttons := map[string]fyne.Tappable{}
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		switch b := o.(type) {
		case *ui.IconButton:
			buttons[b.Label] = b
		case *ui.Button:
			buttons[b.Label] = b
		}
		return true
	})
	whole := p.panel.Drawing().Window()
	test.Tap(buttons["Zoom in"])
	test.Tap(buttons["Zoom in"])
	in := p.panel.Drawing().Window()
	test.Tap(buttons["Zoom out"])
	out := p.panel.Drawing().Window()
	if !(in.Length() < out.Length() && out.Length() < whole.Length()) {
		t.Errorf("from %v in to %v and out to %v", whole, in, out)
	}
	test.Tap(buttons["Show all"])
	if p.panel.Drawing().Window() != whole {
		t.Errorf("all is %v", p.panel.Drawing().Window())
	}
}

// What is scrolled out of sight answers to no click and no wheel, though Fyne
// would find it above its page, behind the menu bar.
func TestWhatIsScrolledAwayIsNotHit(t *testing.T) {
	const bar = 40
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	p, n := built(t)
	c := uitest.InWindow(t, container.NewBorder(ui.Gap(bar), nil, nil, nil, p.Content()), usual)
	for y := float32(0); y < p.Size().Height*2; y += 11 {
		p.ScrollTo(y)
		for x := float32(1); x < usual.Width; x += 7 {
			test.TapCanvas(c, fyne.NewPos(x, bar/2))
		}
	}
	if len(n.Gone) > 0 {
		t.Errorf("clicks above the page open %v", n.Gone)
	}
}

// What another source dates opens as what it is: with its date, who dates it and
// where that can be read.
func TestWhatAnotherSourceDatesSaysSo(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	w := record.NewWords(uitest.English(), d)
	for _, e := range d.Events() {
		src, other := d.Source(e.Source)
		if !other {
			continue
		}
		says := ""
		ui.Walk(Pane(d, w, &uitest.Host{}, e), func(o fyne.CanvasObject) bool {
			if text, ok := o.(*ui.Text); ok {
				says += text.String() + "\n"
			}
			return true
		})
		for _, want := range []string{w.Date(e.Date), e.Label, cite.Short(src), src.URL} {
			if want == "" || !strings.Contains(says, want) {
				t.Errorf("%s does not say %q:\n%s", e.ID, want, says)
			}
		}
	}
}

// The years of the presented source and those of others are told apart.
func TestLeadTellsWhoseYears(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	tl := timeline.New(d)
	for others, want := range map[bool][2]int{false: {2013, 2030}, true: {2011, 2023}} {
		if y := tl.Dated(others); [2]int{y.First, y.Last} != want {
			t.Errorf("others %t: %v, want %v", others, y, want)
		}
	}
}

// An event that was looked for is marked and in sight, wherever the page stood:
// at the top, zoomed into other years, or without what other sources date.
func TestAnEventIsBroughtIntoSight(t *testing.T) {
	p, _ := shown(t, fyne.NewSize(700, 300))
	d := p.panel.Drawing()
	for i := range p.timeline.Items {
		id, ok := strings.CutPrefix(p.timeline.Items[i].ID(), "event/")
		if !ok {
			continue
		}
		p.ScrollTo(0)
		d.SetWindow(timeline.Span{From: p.timeline.Bounds.To - 400, To: p.timeline.Bounds.To})
		if p.Open(parse(t, "timeline")); p.timeline.Items[i].Source != nil {
			p.Restore(route.State{"only": "1"})
		}
		to := parse(t, "timeline#timeline/"+id)
		p.Open(to)
		p.Arrive(to)
		y, drawn := p.depthOfItem(to)
		if d.Selected() != "event/"+id || !drawn || y < p.Offset() || y+10 > p.Offset()+p.Size().Height {
			t.Errorf("%s: %q is marked at %v (%v), the view begins at %v", id, d.Selected(), y, drawn, p.Offset())
		}
	}
	// A page that was not on screen before does so before its first frame.
	fresh, _ := built(t)
	to := parse(t, "timeline#timeline/"+p.dossier.Events()[0].ID)
	for i := range p.timeline.Items {
		if it := &p.timeline.Items[i]; it.Source != nil {
			to = place(it) // the last lane's
		}
	}
	fresh.Open(to)
	fresh.Content().Resize(fyne.NewSize(700, 300))
	fresh.Content().Refresh()
	fresh.Arrive(to)
	if y, ok := fresh.depthOfItem(to); !ok || fresh.Offset() == 0 || y < fresh.Offset() || y > fresh.Offset()+300 {
		t.Errorf("a new page stands at %v, %s at %v (%v)", fresh.Offset(), to, y, ok)
	}
	// One that is a part of a figure's period marks that.
	for _, e := range p.dossier.Events() {
		if p.itemOf(parse(t, "timeline#timeline/"+e.ID)) == "" {
			t.Errorf("%s has no item", e.ID)
		}
	}
}
