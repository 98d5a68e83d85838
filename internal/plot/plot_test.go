package plot

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/drawing"
)

func dossier(t *testing.T) *data.Dossier {
	t.Helper()
	return datatest.Open(t, data.Builtin())
}

func pick(t *testing.T, d *data.Dossier, ids ...string) []data.Figure {
	t.Helper()
	var all []data.Figure
	for _, id := range ids {
		f, ok := d.Figure(id)
		if !ok {
			t.Fatalf("no figure %s", id)
		}
		all = append(all, f)
	}
	return all
}

func drawn(t *testing.T, figures []data.Figure, o Options) *Plot {
	t.Helper()
	p, r := Compute(figures, o)
	if r != nil {
		t.Fatal(r.Reason)
	}
	check(t, p, figures)
	return p
}

// looks are the marks of a figure's bar in short, as a painter meets them.
func looks(p *Plot, figure string) string {
	var all []string
	for _, m := range p.Marks {
		if m.Of != figure || m.Part != PartBar && m.Part != PartTail {
			continue
		}
		name := map[drawing.Kind]string{drawing.Rect: "rect", drawing.Line: "line"}[m.Kind] +
			map[drawing.Pattern]string{drawing.Hatch: " hatched", drawing.FadeRight: " fading", drawing.FadeLeft: " fading left"}[m.Pattern]
		if len(m.Dashes) > 0 {
			name += " dashed"
		}
		if m.Alpha < 1 {
			name += " pale"
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}

func quantity(c data.Comparator, value, upper float64) data.Quantity {
	return data.Quantity{Value: value, Max: upper, Comparator: c, Unit: "masks"}
}

func TestComparatorsAndClaimsAreDrawn(t *testing.T) {
	for _, c := range []struct {
		comparator data.Comparator
		claim      data.Claim
		want       string
	}{
		{data.Exact, data.Reported, "rect"},
		{data.Over, data.Reported, "rect, rect fading"},
		{data.About, data.Reported, "rect, rect fading"},
		{data.Under, data.Reported, "rect fading left, line"},
		{data.Range, data.Reported, "rect, line, line"},
		{data.Order, data.Reported, "rect pale, rect fading left pale, rect fading pale"},
		{data.Rank, data.Reported, ""},
		{data.Exact, data.Estimate, "rect hatched, line, line, line, line"},
		{data.Over, data.Estimate, "rect hatched, line, line, line, rect fading pale"},
		{data.Exact, data.Commitment, "rect pale, line dashed, line dashed, line dashed, line dashed"},
		{data.Exact, data.Opinion, "rect pale, line, line, line, line"},
	} {
		t.Run(fmt.Sprint(c.comparator, " ", c.claim), func(t *testing.T) {
			f := data.Figure{ID: "a", Label: "A", Quantity: quantity(c.comparator, 10, 40), Claim: c.claim, Paragraph: 1}
			if c.comparator == data.Rank {
				f.Quantity.Unit = "rank"
			}
			other := data.Figure{ID: "b", Label: "B", Quantity: quantity(data.Exact, 90, 0), Claim: data.Reported, Paragraph: 2}
			if got := looks(drawn(t, []data.Figure{f, other}, testOptions(600)), "a"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSignsOfClaims(t *testing.T) {
	for claim, want := range map[data.Claim]drawing.Shape{data.Reported: drawing.Disc, data.Estimate: drawing.Diamond, data.Commitment: drawing.Arrow, data.Opinion: drawing.Quote} {
		p := drawn(t, []data.Figure{{ID: "a", Quantity: quantity(data.Exact, 1, 0), Claim: claim}}, testOptions(400))
		i := slices.IndexFunc(p.Marks, func(m drawing.Mark) bool { return m.Part == PartBadge })
		if m := p.Marks[i]; m.Kind != drawing.Sign || m.Shape != want || m.Of != "a" {
			t.Errorf("%s has the sign %+v", claim, m)
		}
	}
}

func TestZeroAndNothingDiffer(t *testing.T) {
	figures := []data.Figure{
		{ID: "large", Quantity: quantity(data.Exact, 1e12, 0)}, {ID: "small", Quantity: quantity(data.Exact, 1, 0)}, {ID: "zero", Quantity: quantity(data.Exact, 0, 0)},
	}
	p := drawn(t, figures, testOptions(500))
	if got := looks(p, "zero"); got != "line" {
		t.Errorf("zero is drawn as %q", got)
	}
	for _, m := range p.Marks {
		if m.Of == "small" && m.Part == PartBar && m.W < 1 {
			t.Errorf("what is not zero is %v wide", m.W)
		}
	}
}

// What the pointer is told of a figure says what is not stated.
func TestTipsNameWhatIsNotStated(t *testing.T) {
	d := dossier(t)
	words := testOptions(700).Words
	undated := 0
	for _, f := range d.Figures() {
		p, refused := Compute([]data.Figure{f}, testOptions(700))
		if refused != nil {
			continue
		}
		tip := p.Items[0].Tip.String()
		if strings.Contains(tip, words.NotStated()) {
			t.Errorf("%s: %q does not say what", f.ID, tip)
		}
		if when := words.When(f); !strings.Contains(tip, when) {
			t.Errorf("%s: %q lacks %q", f.ID, tip, when)
		} else if when == words.Say("figure.undated") {
			undated++
		}
	}
	if undated == 0 {
		t.Error("every figure is dated")
	}
}

func TestMoneyOfTheArticle(t *testing.T) {
	d := dossier(t)
	figures := pick(t, d, "aiib-financing", "bilateral-investment", "contracts-turnover", "trade-volume", "contracts-new")
	p := drawn(t, figures, testOptions(700))
	var order []string
	for _, i := range p.Items {
		order = append(order, i.Figure)
	}
	if want := []string{"trade-volume", "contracts-new", "contracts-turnover", "bilateral-investment", "aiib-financing"}; !slices.Equal(order, want) {
		t.Errorf("order %q", order)
	}
	if p.Axis != LinearAxis || p.Unit != "USD" {
		t.Error(p.Axis, p.Unit)
	}
	tip := p.Items[0].Tip
	if tip.Wording != "US$19.1 trillion" || tip.Period != "2013 to 2022" || tip.AsOf != "Not stated in this source" || tip.Speaker != "Zheng Shanjie" || tip.Cite != "¶19" {
		t.Errorf("%+v", tip)
	}
	var notes []string
	for _, n := range p.Notes {
		notes = append(notes, n.Text)
	}
	want := []string{
		"Periods differ. Not stated in this source: AIIB: cumulative financing to June 2023, Completed turnover of contracted projects, Total value of newly signed project contracts; 2013 to 2022: Investment between China and BRI countries (both directions), China’s trade with BRI countries (2013–2022 in total).",
		"As-of dates differ. June 2023: AIIB: cumulative financing to June 2023; Not stated in this source: 4 figures.",
		"Each row counts a different set; the table says which.",
		"Not to be added together.",
	}
	if !slices.Equal(notes, want) {
		t.Errorf("got %q", notes)
	}
	if len(p.Notes[2].Details) != 5 {
		t.Errorf("details %q", p.Notes[2].Details)
	}
	o := testOptions(700)
	o.Axis = LogAxis
	if p := drawn(t, figures, o); p.Axis != LogAxis || !slices.ContainsFunc(p.Marks, func(m drawing.Mark) bool { return strings.Contains(m.Text, "logarithmic axis") }) {
		t.Error("the logarithmic axis is not labelled as such")
	}
}

func TestOrdersOfMagnitudeMakeTheAxisLogarithmic(t *testing.T) {
	figures := pick(t, dossier(t), "covid-masks")
	p := drawn(t, figures, testOptions(600))
	if p.Axis != LogAxis || p.Items[0].To-p.Items[0].From < 20 {
		t.Errorf("%v %+v", p.Axis, p.Items)
	}
	o := testOptions(600)
	o.Axis = LinearAxis
	if p := drawn(t, figures, o); p.Axis != LinearAxis {
		t.Error("the linear axis that was asked for is not there")
	}
	o.Axis = LogAxis
	zero := []data.Figure{{ID: "zero", Quantity: quantity(data.Exact, 0, 0)}}
	if p := drawn(t, zero, o); p.Axis != LinearAxis || !strings.HasPrefix(p.Notes[len(p.Notes)-1].Text, "A logarithmic axis has no place for zero") {
		t.Errorf("%+v", p.Notes)
	}
}

func TestDifferentUnitsAreRefused(t *testing.T) {
	figures := pick(t, dossier(t), "china-laos-passengers", "extreme-poverty-2030", "moderate-poverty-2030", "juncao-trainees", "environment-trainees", "piraeus-rank")
	p, r := Compute(figures, testOptions(600))
	if p != nil || r == nil {
		t.Fatal("passengers and people share an axis")
	}
	if len(r.Units) != 2 || r.Units[0].Unit != "passengers" || len(r.Units[1].Figures) != 4 {
		t.Errorf("%+v", r.Units)
	}
	for _, want := range []string{"cannot share an axis", "passengers: China–Laos Railway: passengers", "people: People expected to leave extreme poverty by 2030"} {
		if !strings.Contains(r.Reason, want) {
			t.Errorf("%q is missing in %q", want, r.Reason)
		}
	}
	var offered []string
	for _, s := range r.Sets {
		offered = append(offered, s.ID)
		drawn(t, pick(t, dossier(t), s.Figures...), testOptions(600))
	}
	if want := []string{"unit/people/estimate", "unit/people/reported", "unit/passengers/reported", "unit/rank/reported"}; !slices.Equal(offered, want) {
		t.Errorf("offered %q", offered)
	}
}

func TestNothingIsRefused(t *testing.T) {
	for _, compute := range []func([]data.Figure, Options) (*Plot, *Refusal){Compute, Pictogram} {
		if p, r := compute(nil, testOptions(600)); p != nil || r == nil || r.Reason == "" {
			t.Errorf("%+v %+v", p, r)
		}
	}
	if p, r := Pictogram([]data.Figure{{ID: "a", Quantity: quantity(data.Exact, -4, 0)}}, testOptions(600)); p != nil || r == nil {
		t.Error("less than nothing is drawn in signs")
	}
}

func TestRanksAreRowsOfTextInAnyChart(t *testing.T) {
	figures := pick(t, dossier(t), "piraeus-rank", "piraeus-throughput")
	p := drawn(t, figures, testOptions(600))
	if last := p.Items[1]; last.Figure != "piraeus-rank" || last.Drawn || looks(p, "piraeus-rank") != "" {
		t.Errorf("%+v", p.Items)
	}
	if !slices.ContainsFunc(p.Marks, func(m drawing.Mark) bool { return m.Part == PartValue && m.Text == "fourth-largest" }) {
		t.Error("the rank is not said")
	}
}

func TestSuggestedSetsWork(t *testing.T) {
	d := dossier(t)
	seen := map[string]bool{}
	for _, s := range NewSuggestions(d).All() {
		if seen[s.ID] {
			t.Errorf("%s twice", s.ID)
		}
		seen[s.ID] = true
		figures := pick(t, d, s.Figures...)
		for _, width := range []float64{200, 420, 900} {
			drawn(t, figures, testOptions(width))
		}
		for _, f := range figures {
			if f.Claim != s.Claim || f.Quantity.Unit != s.Unit {
				t.Errorf("%s mixes in %s", s.ID, f.ID)
			}
		}
		if p, r := Pictogram(figures, testOptions(500)); r == nil {
			check(t, p, figures)
		}
	}
	for _, id := range []string{"unit/countries/reported", "unit/USD/reported", "unit/people/reported", "unit/people/estimate", "project/china-laos-railway/unit/passengers/reported"} {
		if !seen[id] {
			t.Errorf("%s is not suggested", id)
		}
	}
	first, _, _ := strings.Cut(NewSuggestions(d).All()[0].ID, "#")
	if first != "unit/countries/reported" {
		t.Errorf("%s comes first", first)
	}
}

func TestPillarsTellTheirMost(t *testing.T) {
	d := dossier(t)
	for pillar, want := range map[string]struct {
		unit         string
		figures, own int
	}{
		"policy": {"countries", 11, 1}, "infrastructure": {"countries", 11, 1}, "trade": {"USD", 4, 0}, "finance": {"countries", 4, 0}, "people": {"countries", 4, 0},
	} {
		s, ok := PillarSet(d, pillar)
		if !ok || s.Unit != want.unit || len(s.Figures) != want.figures || len(s.Highlight) != want.own || s.About != pillar {
			t.Errorf("%s: %+v", pillar, s)
		}
	}
	if s, ok := PillarSet(d, "nowhere"); ok {
		t.Errorf("%+v", s)
	}
}

func TestFigureAmongItsUnit(t *testing.T) {
	d := dossier(t)
	s, ok := FigureSet(d, "trade-volume")
	if !ok || len(s.Figures) != 5 || !slices.Equal(s.Highlight, []string{"trade-volume"}) {
		t.Errorf("%+v", s)
	}
	if _, ok := FigureSet(d, "piraeus-rank"); ok {
		t.Error("a rank has a place among others")
	}
	o := testOptions(500)
	o.Highlight = s.Highlight
	p := drawn(t, pick(t, d, s.Figures...), o)
	if looks(p, "trade-volume") != "rect" || looks(p, "aiib-financing") != "rect pale" {
		t.Error("the figure is not set off from the others")
	}
}

func TestSignsStandForARoundAmount(t *testing.T) {
	d := dossier(t)
	figures := pick(t, d, "trade-volume", "contracts-new", "aiib-financing")
	p, r := Pictogram(figures, testOptions(900))
	if r != nil {
		t.Fatal(r.Reason)
	}
	check(t, p, figures)
	if p.Amount != 1e12 || !slices.Contains(p.Legend, "One sign: US$1 trillion") {
		t.Errorf("%v %q", p.Amount, p.Legend)
	}
	signs := 0.0
	for _, m := range p.Marks {
		if m.Of == "trade-volume" && m.Part == PartBar && m.Ink == drawing.Pillar(3) {
			signs += m.W / 14
		}
	}
	if signs < 19.09 || signs > 19.11 {
		t.Errorf("%v signs for 19.1 trillion", signs)
	}
}

func TestLegendExplainsTheMarksInUse(t *testing.T) {
	p := drawn(t, pick(t, dossier(t), "extreme-poverty-2030", "juncao-trainees"), testOptions(600))
	if want := []string{"stated value", "“over”, “more than”: open end", "Reported by a party", "Estimate"}; !slices.Equal(p.Legend, want) {
		t.Errorf("%q", p.Legend)
	}
}

func TestBarePlotsLeaveTextToOthers(t *testing.T) {
	o := testOptions(600)
	o.Bare, o.Title = true, "Title"
	p := drawn(t, pick(t, dossier(t), "trade-volume", "contracts-new"), o)
	for _, m := range p.Marks {
		if m.Part == PartTitle || m.Part == PartNote || m.Part == PartSource {
			t.Errorf("%+v", m)
		}
	}
	if p.Title != "Title" || len(p.Notes) == 0 || p.Source != "Source: Zheng Shanjie, Qiushi, 2024, ¶19 · Dossier: beltroad 1.0" {
		t.Errorf("%q %v %q", p.Title, p.Notes, p.Source)
	}
}

func BenchmarkCompute(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		figures := make([]data.Figure, n)
		for i := range figures {
			figures[i] = data.Figure{
				ID: fmt.Sprint("f", i), Label: fmt.Sprintf("Countries with an agreement, number %d", i), Claim: data.Reported, Paragraph: i%67 + 1, Pillar: "trade",
				Quantity: data.Quantity{Text: fmt.Sprint("more than ", i), Value: float64(i), Comparator: data.Over, Unit: "countries", Counts: fmt.Sprint(i)},
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, r := Compute(figures, testOptions(800)); r != nil {
					b.Fatal(r.Reason)
				}
			}
		})
	}
}

// A chart exists if it is among all that a dossier gives, and is found without them.
func TestExists(t *testing.T) {
	d := dossier(t)
	s := NewSuggestions(d)
	for _, set := range s.All() {
		if !Exists(d, set.ID) {
			t.Errorf("%s does not exist", set.ID)
		}
	}
	if first, ok := NewSuggestions(d).First(); !ok || first.ID != s.All()[0].ID {
		t.Errorf("the first is %q, not %q", first.ID, s.All()[0].ID)
	}
	for _, id := range []string{"", "unit", "unit/", "unit/USD", "unit/USD/opinion", "unit/rank/reported", "unit/TEU/year", "pillar/", "pillar/nothing", "project/", "project/aiib/unit/USD/opinion", "figure/trade-volume", "unit/USD/reported/"} {
		if Exists(d, id) {
			t.Errorf("%q exists", id)
		}
	}
}

// All are found once.
func TestSuggestionsAreFoundOnce(t *testing.T) {
	s := NewSuggestions(dossier(t))
	if a, b := s.All(), s.All(); &a[0] != &b[0] {
		t.Error("they are found again")
	}
}

// What other sources say stands hollow and grey on the axis, which is long enough
// for it; the bars, their order and their wordings stay.
func TestOtherSourcesOnAChart(t *testing.T) {
	d := dossier(t)
	drawn := 0
	for _, set := range NewSuggestions(d).All() {
		figures := pick(t, d, set.Figures...)
		for _, width := range []float64{300, 900} {
			o := Options{Words: english, Width: width, Pillars: PillarOrders(d)}
			alone, refusal := Compute(figures, o)
			if refusal != nil {
				continue
			}
			o.Elsewhere = d
			both, _ := Compute(figures, o)
			for i := range both.Items {
				a, b := alone.Items[i], both.Items[i]
				if a.Figure != b.Figure || a.Tip.Wording != b.Tip.Wording {
					t.Errorf("row %d is %s %q, alone %s %q", i, b.Figure, b.Tip.Wording, a.Figure, a.Tip.Wording)
				}
			}
			for _, m := range both.Marks {
				if m.Part != PartElsewhere {
					continue
				}
				drawn++
				if order, _ := m.Ink.Order(); order != 0 {
					t.Errorf("%s: another source is drawn in the colour of pillar %d", m.Of, order)
				}
				if order, _ := m.Edge.Order(); order != 0 {
					t.Errorf("%s: another source has the colour of pillar %d", m.Of, order)
				}
				if m.Kind == drawing.Sign && m.Ink != drawing.InkCard {
					t.Errorf("%s: the sign is not hollow", m.Of)
				}
				for _, value := range both.Marks {
					if value.Part == PartValue && value.Of == m.Of && value.X > m.X && value.Y < m.Y+m.H && m.Y < value.Y+value.H {
						t.Errorf("%s: %q stands behind the mark of another source", m.Of, value.Text)
					}
				}
				if m.X < 0 || m.X+m.W > both.Width {
					t.Errorf("%s: at %v in a chart %v wide", m.Of, m.Box, both.Width)
				}
			}
			for _, m := range alone.Marks {
				if m.Part == PartElsewhere {
					t.Errorf("%s: another source is drawn, though nobody asked", m.Of)
				}
			}
		}
	}
	if drawn < 10 {
		t.Errorf("%d marks of other sources", drawn)
	}
}

// A bar by itself ends as those of charts do; that of another source has the
// same ends as an outline, in no pillar's ink.
func TestBarsByThemselves(t *testing.T) {
	reach := func(marks []drawing.Mark) (from, to float64) {
		from, to = math.Inf(1), math.Inf(-1)
		for _, m := range marks {
			from, to = min(from, m.X, m.X+m.W), max(to, m.X, m.X+m.W)
		}
		return from, to
	}
	for _, c := range []struct {
		q    data.Quantity
		beam int // lines across, of the outline
	}{
		{quantity(data.Exact, 40, 0), 2},
		{quantity(data.Over, 40, 0), 1},
		{quantity(data.About, 40, 0), 1},
		{quantity(data.Under, 40, 0), 1},
		{quantity(data.Range, 20, 40), 2},
		{quantity(data.Order, 20, 40), 0},
		{quantity(data.Exact, 100, 0), 2},
		{quantity(data.Over, 100, 0), 1},
		{quantity(data.Exact, 0, 0), 2},
	} {
		filled, hollow := Bar(c.q, data.Reported, 2, 100, 240, 14, 14), HollowBar(c.q, 100, 240, 14, 14)
		from, to := reach(filled)
		openFrom, openTo := reach(hollow)
		if from < 0 || to > 240 || math.Abs(from-openFrom) > 2 || math.Abs(to-openTo) > 2 {
			t.Errorf("%v: %v to %v, as an outline %v to %v", c.q, from, to, openFrom, openTo)
		}
		across := 0
		for _, m := range hollow {
			if m.Ink != drawing.InkMuted || m.Kind != drawing.Line {
				t.Errorf("%v: the outline has %+v", c.q, m)
			}
			if m.W == 0 {
				across++
			}
		}
		if across != c.beam {
			t.Errorf("%v: %d closed ends", c.q, across)
		}
	}
}
