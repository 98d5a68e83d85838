package timelinepage

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/internal/timeline"
	"beltroad/views/route"
	"beltroad/views/ui"
)

func parse(t *testing.T, s string) route.Route {
	t.Helper()
	r, err := route.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestItemsLeadToTheirRecords(t *testing.T) {
	p, n := shown(t, fyne.NewSize(1000, 900))
	for id, want := range map[string]string{
		"event/proposal-2013": "timeline#project/belt-and-road-initiative", "event/english-page": "timeline#read/3",
		"figure/trade-volume": "timeline#figure/trade-volume", "figure/aiib-financing": "timeline#figure/aiib-financing",
		"event/trade-totals-last-year": "timeline#read/19",
	} {
		before := p.drawing.window
		tap(p.drawing, position(p.drawing, id))
		if n.last() != parse(t, want) {
			t.Errorf("%s leads to %s, want %s", id, n.last(), want)
		}
		if !p.Shows(n.last()) || p.drawing.selected != id || p.drawing.window != before {
			t.Errorf("at %s %q is marked, in %v", want, p.drawing.selected, p.drawing.window)
		}
	}
	// An undated record marks its tag, and no item.
	to := parse(t, "timeline#project/port-of-piraeus")
	p.Shows(to)
	if p.drawing.selected != "" || !p.tags[to].Selected {
		t.Errorf("at %s %q is marked", to, p.drawing.selected)
	}
	p.Shows(parse(t, "timeline"))
	if p.tags[to].Selected {
		t.Error("the record is closed, and its tag still marked")
	}
	for _, other := range []string{"overview", "chart", "figure/trade-volume"} {
		if p.Shows(parse(t, other)) {
			t.Errorf("it shows %s", other)
		}
	}
}

// The undated group has all of the 54 projects and 38 figures, each a way to its record.
func TestNotDatedIsAGroupOfItsOwn(t *testing.T) {
	p, n := shown(t, usual)
	projects, figures := 0, 0
	for to, tag := range p.tags {
		test.Tap(tag)
		if n.last() != to {
			t.Errorf("%q leads to %s, want %s", tag.Label, n.last(), to)
		}
		if to.Pane().Kind == route.Project {
			projects++
		} else {
			figures++
		}
	}
	found := map[string]bool{}
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if x, ok := o.(*ui.Text); ok {
			found[x.String()] = true
		}
		return true
	})
	if projects != 54 || figures != 38 || !found["Not dated in this source"] || !found["54 projects and 38 figures that no year, month or day is stated for."] {
		t.Errorf("%d projects and %d figures are listed", projects, figures)
	}
}

func TestPlayingTellsWhatHadHappened(t *testing.T) {
	p, _ := shown(t, usual)
	if got := p.sum.String(); got != "24 dated items, 92 projects and figures without a date" {
		t.Errorf("at first it says %q", got)
	}
	p.player.SetYear(2021)
	if got := p.sum.String(); got != "By the end of 2021: 3 had happened, 6 under way, 15 later · 92 undated" || p.drawing.year != 2021 {
		t.Errorf("by 2021 it says %q", got)
	}
	p.TogglePlay()
	if !p.player.Playing() {
		t.Error("it does not play")
	}
	p.Left()
	if p.player.Playing() {
		t.Error("left, it plays on")
	}
}

// Playing moves nothing: what is said of a year may be longer, but has its room.
func TestPageKeepsItsHeightWhilePlaying(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		wearing(t, ui.Theme{Scheme: ui.Light, TextScale: scale})
		p := built(t)
		inWindow(t, p.Content(), usual)
		dated := p.dated()
		for width := float32(300); width < 1100; width += 53 {
			p.showYear(0)
			before := ui.HeightFor(dated, width)
			for year := p.timeline.First; year <= p.timeline.Last; year++ {
				p.showYear(year)
				if got := ui.HeightFor(dated, width); got != before {
					t.Errorf("at %g, %g wide: %g high by %d, %g at first", scale, width, got, year, before)
				}
			}
		}
	}
}

func TestPageComesBackAsItWasLeft(t *testing.T) {
	p, _ := shown(t, usual)
	wheel(p.drawing, 3, 0.8)
	p.player.SetYear(2022)
	p.ScrollTo(123)
	m := p.Memento()
	q, _ := shown(t, usual)
	q.Restore(m)
	if got := q.Memento(); !reflect.DeepEqual(got, m) {
		t.Errorf("left at %+v, it comes back at %+v", m, got)
	}
	if q.drawing.year != 2022 || q.drawing.whole() {
		t.Errorf("it shows %d in %v", q.drawing.year, q.drawing.window)
	}
	q.Restore("another page's")
	if got := q.Memento(); !reflect.DeepEqual(got, m) {
		t.Error("another page's memento changes it")
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
	whole := p.drawing.window
	test.Tap(buttons["Zoom in"])
	test.Tap(buttons["Zoom in"])
	in := p.drawing.window
	test.Tap(buttons["Zoom out"])
	out := p.drawing.window
	if !(in.Length() < out.Length() && out.Length() < whole.Length()) {
		t.Errorf("from %v in to %v and out to %v", whole, in, out)
	}
	test.Tap(buttons["Show all"])
	if p.drawing.window != whole {
		t.Errorf("all is %v", p.drawing.window)
	}
}

func TestLegendExplainsWhatIsUsed(t *testing.T) {
	words := func(o fyne.CanvasObject) (all []string) {
		ui.Walk(o, func(o fyne.CanvasObject) bool {
			if x, ok := o.(*ui.Text); ok {
				all = append(all, x.String())
			}
			return true
		})
		return all
	}
	tl := few(t)
	if got := words(legend(tl)); !slices.Equal(got, []string{"a day", "a month or a year", "a period", "end not stated", "estimate ahead", "after the text (2023)"}) {
		t.Errorf("the legend says %q", got)
	}
	tl.Items = tl.Items[2:3]
	tl.Bounds.To = timeline.EndOf(2023)
	if got := strings.Join(words(legend(tl)), ", "); got != "a day" {
		t.Errorf("with a day alone the legend says %q", got)
	}
}
