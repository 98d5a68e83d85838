package figure

import (
	"image/color"
	"strings"
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

func differences(t *testing.T) (*Differences, *uitest.Host, *data.Dossier) {
	t.Helper()
	d := datatest.Open(t, fixture.Harbour())
	host := &uitest.Host{}
	return NewDifferences(d, record.NewWords(uitest.English(), d), host), host, d
}

// listed are the ids of the second sources on the page, group by group.
func (p *Differences) listed() string {
	var groups []string
	for _, g := range p.groups {
		ids := []string{string(g.relation)}
		for _, row := range g.rows {
			ids = append(ids, p.dossier.SecondSources()[row].ID)
		}
		groups = append(groups, strings.Join(ids, " "))
	}
	return strings.Join(groups, "; ")
}

// What differs comes first; the same number and what gives none are not listed.
func TestSecondSourcesAreGroupedByRelation(t *testing.T) {
	var all []data.SecondSource
	for _, r := range []data.Relation{data.OtherScope, data.SameNumber, data.Differs, data.Context, data.OtherScope, data.OtherDate} {
		all = append(all, data.SecondSource{Relation: r})
	}
	got := groups(all, func(*data.SecondSource) bool { return true })
	if len(got) != 3 || got[0].relation != data.Differs || got[1].relation != data.OtherDate || got[2].relation != data.OtherScope {
		t.Fatalf("%v", got)
	}
	if rows := got[2].rows; len(rows) != 2 || rows[0] != 0 || rows[1] != 4 {
		t.Errorf("of another set are %v", rows)
	}
	if got := groups(all, func(s *data.SecondSource) bool { return s.Relation == data.SameNumber }); len(got) != 0 {
		t.Errorf("the same number is listed: %v", got)
	}
}

// A dossier without another number has no such page.
func TestDifferencesNeedSecondSources(t *testing.T) {
	_, _, d := differences(t)
	if !HasDifferences(d, "") || HasDifferences(d, "berths-rebuilt") || Differing(d) != 1 {
		t.Errorf("%t, %t, %d", HasDifferences(d, ""), HasDifferences(d, "berths-rebuilt"), Differing(d))
	}
	files := datatest.Files(t, fixture.Harbour())
	head, _, _ := strings.Cut(string(files["second_sources.csv"].Data), "\n")
	files["second_sources.csv"].Data = []byte(head + "\n")
	bare := datatest.Open(t, files)
	if HasDifferences(bare, "") || !HasFigures(bare, "") {
		t.Error("a dossier without second sources has differences, or one with figures no speakers")
	}
}

func TestDifferencesFilterAndKeepState(t *testing.T) {
	p, _, _ := differences(t)
	uitest.InWindow(t, p.Content(), fyne.NewSize(700, 600))
	const whole = "differs berths-gazette; other-scope lock-ships-gazette"
	if got := p.listed(); got != whole {
		t.Fatalf("it lists %q", got)
	}
	p.Choose(byRelation, "other-scope")
	if got := p.listed(); got != "other-scope lock-ships-gazette" || p.State().String() != "filter=relation:other-scope" {
		t.Errorf("it lists %q, its state is %q", got, p.State())
	}
	again, _, _ := differences(t)
	again.Restore(p.State())
	if again.listed() != p.listed() || again.State().String() != p.State().String() {
		t.Errorf("again it lists %q", again.listed())
	}
	p.Choose(byIndependence, "same-government") // the other two are independent
	if got := p.listed(); got != "" {
		t.Errorf("of the same government it lists %q", got)
	}
	p.Restore(route.State{})
	if got := p.listed(); got != whole {
		t.Errorf("at last it lists %q", got)
	}
}

// An entry opens its figure's record beside the page, and is marked; what another
// source says is not in the ink of what this one says.
func TestADifferenceOpensItsFigure(t *testing.T) {
	p, host, _ := differences(t)
	uitest.InWindow(t, p.Content(), fyne.NewSize(700, 600))
	card, _ := p.cards[0].Live(0).(*ui.Card)
	test.Tap(card)
	want := route.To(route.Differences, "").Beside(route.Figure, "berths-rebuilt")
	if host.Last() != want {
		t.Fatalf("it opens %s", host.Last())
	}
	p.Open(want)
	p.Arrive(want)
	if other, _ := p.cards[1].Live(0).(*ui.Card); !card.Selected || other.Selected {
		t.Error("the entry of the open record is not marked, or another is")
	}
	ink := map[string]color.Color{}
	ui.Walk(card, func(o fyne.CanvasObject) bool {
		if x, ok := o.(*ui.Text); ok {
			ink[x.String()] = x.ColorOf(x.Runs[0].Color)
		}
		return true
	})
	if ink["42"] == nil || ink["39"] == nil || ink["42"] == ink["39"] {
		t.Errorf("the inks are %v and %v", ink["42"], ink["39"])
	}
	if ink["Three fewer; the gazette does not say which."] == nil {
		t.Errorf("no sentence of why: %v", ink)
	}
	uitest.Looks(t, "difference", p.Content())
}

// The entries are copied and saved as they are filtered, with what both say, why,
// and where that can be read.
func TestDifferencesAreTakenAlong(t *testing.T) {
	p, host, _ := differences(t)
	uitest.InWindow(t, p.Content(), fyne.NewSize(700, 600))
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if chip, ok := o.(*ui.ActionChip); ok {
			test.Tap(chip)
		}
		return true
	})
	for _, want := range []string{"42", "39", "Three fewer; the gazette does not say which.", "https://"} {
		if !strings.Contains(host.Copied[0], want) {
			t.Errorf("%q is not in what was copied:\n%s", want, host.Copied[0])
		}
	}
	table := host.Exported[0].Table()
	if len(table.Rows) != 2 || table.About[0].Value != "All 2 rows, not filtered." {
		t.Fatalf("%d rows are saved, %q", len(table.Rows), table.About)
	}
	first := map[string]string{}
	for i, cell := range table.Rows[0] {
		first[table.Columns[i]] = cell
	}
	for column, want := range map[string]string{"figure": "berths-rebuilt", "value": "42", "other_value": "39", "relation": "differs", "note": "Three fewer; the gazette does not say which."} {
		if first[column] != want {
			t.Errorf("%s is %q, want %q", column, first[column], want)
		}
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Errorf("a row has %d cells, not %d: %q", len(row), len(table.Columns), row)
		}
	}
	p.Choose(byRelation, "other-scope")
	if !p.CopyOut() || strings.Contains(host.Copied[1], "Three fewer") || !strings.Contains(host.Copied[1], "1 of 2 rows") {
		t.Errorf("filtered, %q is copied", host.Copied[1])
	}
	p.Choose(byIndependence, "same-government")
	if p.CopyOut() || !strings.Contains(p.count.String(), "None of 2") {
		t.Errorf("nothing is copied, or the page says %q", p.count)
	}
}
