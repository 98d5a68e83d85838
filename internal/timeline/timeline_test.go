package timeline

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/drawing"
)

// dossier is the built-in one with files changed as told.
func dossier(t *testing.T, changes map[string]func(string) string) *data.Dossier {
	t.Helper()
	files := datatest.Files(t, data.Builtin())
	for path, change := range changes {
		files[path].Data = []byte(change(string(files[path].Data)))
	}
	return datatest.Open(t, files)
}

// replaced changes a file's text, which has to be there.
func replaced(t *testing.T, pairs ...string) func(string) string {
	t.Helper()
	return func(s string) string {
		for i := 0; i < len(pairs); i += 2 {
			if !strings.Contains(s, pairs[i]) {
				t.Fatalf("there is no %q to replace", pairs[i])
			}
			s = strings.ReplaceAll(s, pairs[i], pairs[i+1])
		}
		return s
	}
}

// headOnly leaves the first line of a table.
func headOnly(s string) string { return s[:strings.Index(s, "\n")+1] }

func TestOfCoversWhatADateCovers(t *testing.T) {
	for text, days := range map[string]float64{"2013": 365, "2024": 366, "2024-02": 29, "2023-02": 28, "2021-12": 31, "2023-10-17": 1, "0001": 365, "9999-12-31": 1} {
		d, err := data.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		s := Of(d)
		if s.Length() != days || yearOf(s.From) != int(d.Year) || yearOf(s.To-1) != int(d.Year) {
			t.Errorf("%s covers %v: %v days", text, s, s.Length())
		}
	}
	if s := Of(data.Date{Year: 1970, Month: 1, Day: 1}); s != (Span{0, 1}) {
		t.Errorf("the first day of 1970 is %v", s)
	}
	if s := Of(data.Date{}); s != (Span{}) {
		t.Errorf("no date covers %v", s)
	}
}

// A window stays in bounds, whatever is done to it, and what is under the pointer stays there.
func TestWindowStaysInBounds(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1))
		bounds := Span{r.Float64() * 1e5, 0}
		bounds.To = bounds.From + 1 + r.Float64()*1e5
		w := bounds
		for range 20 {
			before := w
			switch at := r.Float64(); r.IntN(3) {
			case 0:
				w = w.Pan(r.Float64()*20-10, bounds)
				if math.Abs(w.Length()-before.Length()) > 1e-6*bounds.Length() {
					t.Fatalf("panned, %v becomes %v", before, w)
				}
			case 1:
				w = w.Zoom(math.Exp(r.Float64()*8-4), at, Shortest, bounds)
				was, is := before.From+at*before.Length(), w.From+at*w.Length()
				if math.Abs(was-is) > 1e-6*bounds.Length() && w.From > bounds.From && w.To < bounds.To {
					t.Fatalf("zoomed at %v, what was at %v is at %v", at, was, is)
				}
			default:
				o := Span{bounds.From + at*bounds.Length(), 0}
				o.To = min(o.From+r.Float64()*100, bounds.To)
				w = w.Reveal(o, bounds)
				if o.Length() < 0.9*w.Length() && (o.From < w.From-1e-6 || o.To > w.To+1e-6) {
					t.Fatalf("%v is not seen in %v", o, w)
				}
			}
			if slack := 1e-9 * (bounds.To + 1); w.From < bounds.From-slack || w.To > bounds.To+slack || w.Length() < min(Shortest, bounds.Length())-slack || !(w.Length() > 0) {
				t.Fatalf("%v leaves %v", w, bounds)
			}
		}
	}
}

func describe(tl *Timeline, i *Item) string {
	s := fmt.Sprintf("%s: %s", tl.Lanes[i.Lane].Pillar, i.ID())
	if i.IsPeriod() {
		s += fmt.Sprintf(" %s..%s", i.Period().Start, i.Period().End)
	} else {
		s += " " + i.Date().String()
	}
	for _, flag := range []struct {
		on   bool
		name string
	}{{i.OpenStart, " open start"}, {i.OpenEnd, " open end"}, {i.Ahead, " ahead"}, {i.Told() != "", " with its event"}} {
		if flag.on {
			s += flag.name
		}
	}
	return fmt.Sprintf("%s, %s ¶%d", s, i.Claim, i.Paragraph())
}

func TestItemsOfTheArticle(t *testing.T) {
	tl := Presented(dossier(t, nil))
	var got []string
	for i := range tl.Items {
		got = append(got, describe(tl, &tl.Items[i]))
	}
	want := []string{
		": event/proposal-2013 2013, reported ¶6",
		": figure/bri-anniversary 2013..2023, reported ¶4",
		": figure/years-since-proposal 2013.. open end, reported ¶6",
		": event/anniversary-2023 2023, reported ¶4",
		": event/chinese-edition 2023, reported ¶67",
		": event/english-page 2024-01-05, reported ¶3",
		"policy: event/forum-opens 2023-10-17, reported ¶4",
		"policy: event/forum-ends 2023-10-18, reported ¶4",
		"infrastructure: event/china-laos-operation 2021-12, reported ¶15",
		"infrastructure: figure/china-laos-passengers 2021-12..2023-09, reported ¶15",
		"infrastructure: figure/china-laos-freight 2021-12..2023-09, reported ¶15",
		"infrastructure: event/lagos-photo 2022-12-21, reported ¶9",
		"infrastructure: event/china-laos-as-of 2023-09, reported ¶15",
		"infrastructure: event/chuanshan-photo 2023-09-21, reported ¶53",
		"trade: event/trade-totals-first-year 2013, reported ¶19",
		"trade: figure/trade-volume 2013..2022, reported ¶19",
		"trade: figure/bilateral-investment 2013..2022, reported ¶19",
		"trade: event/trade-totals-last-year 2022, reported ¶19",
		"finance: figure/aiib-financing 2023-06 with its event, reported ¶25",
		"people: event/dushanbe-photo 2023-04-12, reported ¶26",
		"people: figure/extreme-poverty-2030 ..2030 open start ahead, estimate ¶34",
		"people: figure/moderate-poverty-2030 ..2030 open start ahead, estimate ¶34",
		"people: figure/global-income-2030 ..2030 open start ahead, estimate ¶34",
		"people: event/estimates-horizon 2030 ahead, estimate ¶34",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the items are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if tl.First != 2013 || tl.Last != 2024 || tl.Written != (data.Date{Year: 2023}) {
		t.Errorf("from %d to %d, written %s", tl.First, tl.Last, tl.Written)
	}
}

// Every figure is dated or not, and so is every project.
func TestNothingIsLost(t *testing.T) {
	d := dossier(t, nil)
	tl := New(d)
	at := map[string]int{}
	for i := range tl.Items {
		if f := tl.Items[i].Figure; f != nil {
			at["figure/"+f.ID]++
		}
	}
	none := map[string]bool{}
	for _, g := range tl.Undated {
		for _, f := range g.Figures {
			at["figure/"+f.ID]++
			if f.Pillar != g.Lane.Pillar {
				t.Errorf("%s is in the group of %q", f.ID, g.Lane.Pillar)
			}
		}
		for _, p := range g.Projects {
			none[p.ID] = true
			if p.Pillar != g.Lane.Pillar {
				t.Errorf("%s is in the group of %q", p.ID, g.Lane.Pillar)
			}
		}
	}
	for _, f := range d.Figures() {
		if at["figure/"+f.ID] != 1 {
			t.Errorf("figure %s is there %d times", f.ID, at["figure/"+f.ID])
		}
	}
	for _, p := range d.Projects() {
		dated := !p.Start.IsZero() || slices.ContainsFunc(d.EventsOfProject(p.ID), func(e data.Event) bool { return e.Source == "" })
		for _, f := range d.FiguresOfProject(p.ID) {
			dated = dated || f.Period != (data.Period{}) || !f.AsOf.IsZero()
		}
		if dated == none[p.ID] {
			t.Errorf("project %s: dated %t, listed as not dated %t", p.ID, dated, none[p.ID])
		}
	}
}

// What another source dates stands apart, in no pillar's colour, and changes
// nothing of what the presented source dates.
func TestOtherSources(t *testing.T) {
	with := func(rows string) *Timeline {
		return New(dossier(t, map[string]func(string) string{"events.csv": func(string) string {
			return "id,date,label,project,paragraph,source\n" + rows
		}}))
	}
	const ours = "china-laos,2021-12,In operation,china-laos-railway,15,\n"
	const theirs = "day,2021-12-03,The day,china-laos-railway,,xinhua-2021-china-laos\nyear,1999,A year,port-of-gwadar,,global-times-2016-cpec\n"
	alone, both := with(ours), with(ours+theirs)
	if alone.Others() != 0 || both.Others() != 2 {
		t.Errorf("%d and %d items are of another source", alone.Others(), both.Others())
	}
	a, b, c := alone.Count(2020)
	if x, y, z := both.Count(2020); x != a || y != b || z != c || both.First != alone.First || both.Last != alone.Last {
		t.Errorf("with another source %d, %d, %d from %d to %d are counted, alone %d, %d, %d from %d to %d", x, y, z, both.First, both.Last, a, b, c, alone.First, alone.Last)
	}
	if !reflect.DeepEqual(both.Undated, alone.Undated) {
		t.Error("what the presented source does not date is dated by another")
	}
	found := 0
	for _, width := range []float64{400, 1200} {
		p := NewPlan(both, testStyle(width))
		frame := p.Frame(both.Bounds)
		for _, m := range frame.Marks {
			other := both.Items[m.Items[0]].Source != nil
			for _, i := range m.Items {
				if (both.Items[i].Source != nil) != other {
					t.Errorf("a mark mixes sources: %v", m.Items)
				}
			}
		}
		for _, m := range p.Marks(frame, NoPicks()) {
			if m.Of != "event/day" && m.Of != "event/year" {
				continue
			}
			found++
			if order, _ := m.Ink.Order(); order != 0 {
				t.Errorf("%s is drawn in a pillar's colour", m.Of)
			}
			if order, _ := m.Edge.Order(); order != 0 {
				t.Errorf("%s has an edge in a pillar's colour", m.Of)
			}
			if m.Kind == drawing.Sign && (m.Ink != drawing.InkCard || m.Edge != drawing.InkMuted) {
				t.Errorf("the sign of %s is not hollow", m.Of)
			}
		}
	}
	if found == 0 {
		t.Error("nothing is drawn of another source")
	}
}

// A project's start that no event tells is an item of its own.
func TestStartOfAProject(t *testing.T) {
	tl := New(dossier(t, map[string]func(string) string{
		"events.csv": headOnly, "projects.csv": replaced(t, "made in 2013.,,6,", "made in 2013.,2013,6,"),
	}))
	var got []string
	for i := range tl.Items {
		if it := &tl.Items[i]; it.Figure == nil {
			got = append(got, describe(tl, it)+" "+it.Opens())
		}
	}
	want := []string{
		": project/silk-road-economic-belt 2013, reported ¶6 silk-road-economic-belt",
		": project/maritime-silk-road 2013, reported ¶6 maritime-silk-road",
		"policy: project/third-belt-and-road-forum 2023-10-17, reported ¶0 third-belt-and-road-forum",
		"infrastructure: project/china-laos-railway 2021-12, reported ¶0 china-laos-railway",
	}
	if !slices.Equal(got, want) {
		t.Errorf("without events the starts are\n%s", strings.Join(got, "\n"))
	}
}

// What lies ahead is what comes after the source, not after a year that the program knows.
func TestAheadIsAfterTheSource(t *testing.T) {
	for issued, ahead := range map[string]bool{"2024, 1, 5": true, "2029, 12, 31": true, "2030": false, "2031": false} {
		tl := New(dossier(t, map[string]func(string) string{"sources.json": func(s string) string {
			var all []map[string]any
			if err := json.Unmarshal([]byte(s), &all); err != nil {
				t.Fatal(err)
			}
			all[0]["issued"] = map[string]any{"date-parts": json.RawMessage("[[" + issued + "]]")}
			delete(all[0], "original-date")
			b, err := json.Marshal(all)
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}}))
		for i := range tl.Items {
			it := &tl.Items[i]
			if want := ahead && (it.Date().Year == 2030 || it.Period().End.Year == 2030); it.Ahead != want {
				t.Errorf("source of %s: %s is ahead: %t", issued, it.ID(), it.Ahead)
			}
			if it.Is("figure/extreme-poverty-2030") && !ahead && it.Span.From > Of(data.Date{Year: 2013}).From {
				t.Errorf("source of %s: what has no start is drawn from %v on", issued, it.Span)
			}
		}
		if want := map[bool]int{true: 2024, false: 2030}[ahead]; tl.Last != want {
			t.Errorf("source of %s: the last year is %d", issued, tl.Last)
		}
	}
}

func TestDossierWithoutDates(t *testing.T) {
	bare := func(s string) string {
		lines := strings.Split(s, "\n")
		for i, l := range lines[1:] {
			for _, year := range []string{",2013,2023,,", ",2013,,,", ",2021-12,2023-09,2023-09,", ",2013,2022,,", ",,,2023-06,", ",,2030,,"} {
				l = strings.Replace(l, year, ",,,,", 1)
			}
			lines[i+1] = l
		}
		return strings.Join(lines, "\n")
	}
	d := dossier(t, map[string]func(string) string{
		"events.csv": headOnly, "figures.csv": bare,
		"projects.csv": replaced(t, ",2023-10-17,", ",,", ",2021-12,", ",,"),
	})
	tl := New(d)
	n := 0
	for _, g := range tl.Undated {
		n += len(g.Projects) + len(g.Figures)
	}
	if len(tl.Items) > 0 || n != len(d.Projects())+len(d.Figures()) {
		t.Fatalf("%d items, %d not dated", len(tl.Items), n)
	}
	p := NewPlan(tl, testStyle(600))
	if f := p.Frame(tl.Bounds); len(f.Marks)+len(f.Names) > 0 {
		t.Errorf("nothing is dated, but there is %+v", f)
	}
}

func TestWhatHappenedByAYear(t *testing.T) {
	tl := Presented(dossier(t, nil))
	status := func(id string, year int) Status {
		for i := range tl.Items {
			if tl.Items[i].Is(id) {
				return tl.Items[i].By(year)
			}
		}
		t.Fatalf("there is no %s", id)
		return 0
	}
	for _, c := range []struct {
		id   string
		year int
		want Status
	}{
		{"event/proposal-2013", 2012, Later},
		{"event/proposal-2013", 2013, Happened},
		{"event/china-laos-operation", 2020, Later},
		{"event/china-laos-operation", 2021, Happened},
		{"figure/trade-volume", 2012, Later},
		{"figure/trade-volume", 2013, Running},
		{"figure/trade-volume", 2021, Running},
		{"figure/trade-volume", 2022, Happened},
		{"figure/china-laos-freight", 2021, Running},
		{"figure/china-laos-freight", 2023, Happened},
		{"figure/extreme-poverty-2030", 2024, Later},
		{"figure/extreme-poverty-2030", 2035, Later}, // no year makes an estimate true
		{"figure/extreme-poverty-2030", 0, Happened}, // all are shown
	} {
		if got := status(c.id, c.year); got != c.want {
			t.Errorf("%s by %d: %d, want %d", c.id, c.year, got, c.want)
		}
	}
	for year := 2012; year <= 2031; year++ {
		a, b, c := tl.Count(year)
		d, _, _ := tl.Count(year + 1)
		if a+b+c != len(tl.Items) || d < a {
			t.Errorf("by %d: %d, %d and %d of %d; a year later %d", year, a, b, c, len(tl.Items), d)
		}
	}
}

func names(f *Frame) string {
	var all []string
	for _, n := range f.Names {
		all = append(all, n.Text)
	}
	return strings.Join(all, " ")
}

func TestAxis(t *testing.T) {
	tl := New(dossier(t, nil))
	p := NewPlan(tl, testStyle(800))
	date := func(s string) float64 {
		d, err := data.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return Of(d).From
	}
	for _, c := range []struct{ from, to, want string }{
		{"2013", "2030", "2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028"},
		{"2016-07", "2023-07", "2016 2017 2018 2019 2020 2021 2022 2023"},
		{"2020-07", "2023-07", "2020-07 month 10 2021-01 month 4"},
		{"2022-11-15", "2023-09", "2022-12 2023-01 month 2"},
		{"2023-09-20", "2023-10-25", "2023-09-21 2023-10-01"},
		{"2023-09-13", "2023-10-25", "2023-09 2023-09-21 2023-10-01"},
	} {
		if got := names(p.Frame(Span{date(c.from), date(c.to)})); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s to %s: %s", c.from, c.to, got)
		}
	}
	if got := names(p.Frame(Span{date("1000"), date("3000")})); got != "1000 1200 1400 1600 1800 2000 2200 2400 2600 2800" {
		t.Errorf("2000 years: %s", got)
	}
	for _, s := range steps() {
		for _, at := range []float64{date("1999-12-31"), date("2000-02-29"), date("2023-01-01"), date("0001"), date("9998-12-21")} {
			from := s.begin(at)
			to := s.next(from)
			if from.Year > 0 && Of(from).From > at || Of(to).From <= at {
				t.Errorf("%+v at %v begins at %s and ends at %s", s, at, from, to)
			}
		}
	}
}

// An event and a figure's date are one item only where the same paragraph gives both.
func TestOnlyTheSameMomentIsOneItem(t *testing.T) {
	tl := Presented(dossier(t, map[string]func(string) string{"events.csv": replaced(t, "(end of the month),aiib,25", "(end of the month),aiib,24")}))
	var got []string
	for i := range tl.Items {
		if tl.Lanes[tl.Items[i].Lane].Pillar == "finance" {
			got = append(got, describe(tl, &tl.Items[i]))
		}
	}
	want := []string{"finance: event/aiib-as-of 2023-06, reported ¶24", "finance: figure/aiib-financing 2023-06, reported ¶25"}
	if !slices.Equal(got, want) {
		t.Errorf("two paragraphs give the date, and the items are %q", got)
	}
}

// Whoever opens the timeline can read what each sign stands for.
func TestAllIsLabelledAtFirst(t *testing.T) {
	tl := Presented(dossier(t, nil))
	for width := 420.0; width <= 1500; width += 20 {
		s := testStyle(width)
		if width < 700 {
			s.Side, s.Head = 0, s.Row
		}
		f := NewPlan(tl, s).Frame(tl.Bounds)
		if len(f.Marks) != len(tl.Items) {
			t.Errorf("%g wide: %d marks for %d items", width, len(f.Marks), len(tl.Items))
		}
		for _, m := range f.Marks {
			it := &tl.Items[m.Items[0]]
			if m.Label == nil {
				t.Errorf("%g wide: %q is not seen", width, it.Label())
			}
		}
	}
}

// Items stand where their order has them, each once, whatever the order.
func TestPermute(t *testing.T) {
	for range 200 {
		order := make([]int32, rand.IntN(20)) // #nosec G404 -- no secret
		items, want := make([]Item, len(order)), make([]Item, len(order))
		for i, n := range rand.Perm(len(order)) {
			order[i], items[i].Lane = int32(n), i // #nosec G115 -- few
		}
		for i, n := range order {
			want[i] = items[n]
		}
		if permute(items, order); !slices.Equal(items, want) {
			t.Fatalf("got %+v, want %+v", items, want)
		}
	}
}
