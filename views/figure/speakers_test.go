package figure

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// One independent second source is enough; others of the same party do not count as one.
func TestBacking(t *testing.T) {
	of := func(all ...data.Independence) []data.SecondSource {
		var s []data.SecondSource
		for _, x := range all {
			s = append(s, data.SecondSource{Independence: x})
		}
		return s
	}
	for _, c := range []struct {
		all  []data.SecondSource
		want backing
	}{
		{nil, byNone},
		{of(data.SameSpeaker), byOwn},
		{of(data.SameGovernment, data.SameSpeaker), byOwn},
		{of(data.Party, data.SameSpeaker), byOwn},
		{of(data.SameSpeaker, data.Independent), byOthers},
		{[]data.SecondSource{{Independence: data.Independent, Relation: data.Context}}, byContext},
	} {
		if got := backingOf(c.all); got != c.want {
			t.Errorf("of %v it is %q", c.all, got.key())
		}
	}
}

// Each figure counts once, for its speaker and its backing.
func TestTallies(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	all, whole := tallies(d)
	if got := fmt.Sprint(all, whole); got != "[{Odalys Brandt-Øre 19 [2 0 1 16]} {a birdwatcher 1 [0 0 0 1]} {a docker 1 [0 0 0 1]} { 4 [0 0 0 4]}] { 25 [2 0 1 22]}" {
		t.Error(got)
	}
	figures, backed := 0, 0
	for _, s := range all {
		figures += s.figures
		for _, n := range s.backed {
			backed += n
		}
	}
	if figures != len(d.Figures()) || backed != figures || whole.figures != figures {
		t.Errorf("%d figures, %d backed, of %d", figures, backed, len(d.Figures()))
	}
}

// A speaker's line keeps that one's figures, and a figure opens beside the page.
func TestSpeakersListTheirFigures(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	host := &uitest.Host{}
	p := NewSpeakers(d, record.NewWords(uitest.English(), d), host)
	uitest.InWindow(t, p.Content(), fyne.NewSize(760, 900))
	var lines []*ui.ListItem
	var rows *ui.Table
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *ui.ListItem:
			lines = append(lines, o)
		case *ui.Table:
			rows = o
		}
		return true
	})
	if len(lines) != 4 || rows.Len() != 25 {
		t.Fatalf("%d speakers, %d figures", len(lines), rows.Len())
	}
	uitest.Looks(t, "speakers", p.Content())
	test.Tap(lines[3])
	if rows.Len() != 4 || p.State().String() != "filter=speaker:" {
		t.Errorf("without a speaker are %d, the state is %q", rows.Len(), p.State())
	}
	p.Choose(byBacking, none)
	test.Tap(lines[0])
	if rows.Len() != 16 {
		t.Errorf("%d rest on one word", rows.Len())
	}
	if !lines[0].Selected || lines[3].Selected {
		t.Error("the chosen speaker is not marked, or another is")
	}
	test.Tap(lines[0])
	if lines[0].Selected || p.State().String() != "filter=second:"+none {
		t.Errorf("again, the speaker is marked still, or the state is %q", p.State())
	}
	test.Tap(lines[0])
	again := NewSpeakers(d, record.NewWords(uitest.English(), d), host)
	again.Restore(p.State())
	if again.State().String() != p.State().String() {
		t.Errorf("%q is restored as %q", p.State(), again.State())
	}
	rows.OnOpen(rows.ID(0))
	if want := route.To(route.Speakers, "").Beside(route.Figure, rows.ID(0)); host.Last() != want || !p.Accepts(want) {
		t.Errorf("a figure opens %s", host.Last())
	}
	p.Open(host.Last())
	if rows.Open != rows.ID(0) {
		t.Errorf("%q is marked", rows.Open)
	}
}

// A card keeps the figures that it counts, and is marked while it does.
func TestCardsOfWhoSaysSoListTheirFigures(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	p := NewSpeakers(d, record.NewWords(uitest.English(), d), &uitest.Host{})
	uitest.InWindow(t, p.Content(), fyne.NewSize(760, 500))
	var cards []*ui.Card
	var rows *ui.Table
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *ui.Card:
			cards = append(cards, o)
		case *ui.Table:
			rows = o
		}
		return true
	})
	_, whole := tallies(d)
	if len(cards) != int(backings) {
		t.Fatalf("there are %d cards", len(cards))
	}
	for b, c := range cards {
		test.Tap(c)
		if n := whole.backed[b]; n > 0 && (rows.Len() != n || !c.Selected) {
			t.Errorf("%q lists %d figures, and is marked: %t", c.Label, rows.Len(), c.Selected)
		}
		if scroll := p.Content().(*ui.Scroller); whole.backed[b] > 0 && scroll.Offset() == 0 {
			t.Errorf("%q: the figures stay out of sight", c.Label)
		}
		test.Tap(c)
		if rows.Len() != 25 || c.Selected {
			t.Errorf("%q again lists %d figures", c.Label, rows.Len())
		}
	}
}
