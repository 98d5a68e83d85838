package chart

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/plot"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

var usual = fyne.NewSize(900, 700)

var money = []string{"trade-volume", "bilateral-investment", "contracts-new", "contracts-turnover", "aiib-financing"}

// over is the pointer over a row.
func over(c *Chart, row int) *desktop.MouseEvent {
	b := c.plot.Items[row].Hit
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(b.X+b.W/2), float32(b.Y+b.H/2))}}
}

// told is every text on the canvas that our widgets tell of.
func told(cnv fyne.Canvas) string {
	var all []string
	ui.Walk(cnv.Content(), func(o fyne.CanvasObject) bool {
		if a, ok := o.(fyne.Accessible); ok {
			all = append(all, a.AccessibilityLabel())
		}
		return true
	})
	return strings.Join(all, "\n")
}

// press clicks on the link of that name.
func press(t *testing.T, cnv fyne.Canvas, name string) {
	t.Helper()
	done := false
	ui.Walk(cnv.Content(), func(o fyne.CanvasObject) bool {
		if l, ok := o.(interface {
			fyne.Tappable
			fyne.Accessible
		}); ok && l.AccessibilityLabel() == name && l.AccessibilityRole() != fyne.AccessibleRoleContainer && !done {
			done = true
			l.Tapped(nil)
			return false
		}
		return !done
	})
	if !done {
		t.Fatalf("nothing is called %q in\n%s", name, told(cnv))
	}
}

func TestTooltipTellsOfTheRow(t *testing.T) {
	p, _, cnv := shown(t, usual, money...)
	c, w := p.Chart(), words(t)
	for i, it := range c.plot.Items {
		if c.MouseMoved(over(c, i)); c.Cursor() != desktop.PointerCursor {
			t.Errorf("over %s there is no hand", it.Figure)
		}
		f, _ := dossier(t).Figure(it.Figure)
		for _, part := range []string{f.Quantity.Text, record.Cite(f.Paragraph), f.Speaker, w.Period(f.Period), w.Comparator(f.Quantity.Comparator), w.ClaimLong(f.Claim), f.Quantity.Counts} {
			if !strings.Contains(tip(cnv), part) {
				t.Errorf("the tooltip of %s lacks %q:\n%s", it.Figure, part, tip(cnv))
			}
		}
	}
	c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 2)}}) // the title
	if tip(cnv) != "" || c.Cursor() != desktop.DefaultCursor {
		t.Errorf("over the title there is a hand, or the tooltip says\n%s", tip(cnv))
	}
	c.MouseIn(over(c, 1))
	c.MouseOut()
	if tip(cnv) != "" {
		t.Errorf("the pointer is gone, and the tooltip says\n%s", tip(cnv))
	}
	c.MouseIn(over(c, 1))
	p.ToggleTable()
	if tip(cnv) != "" {
		t.Errorf("the table is there, and a tooltip says\n%s", tip(cnv))
	}
}

// tip is what floats over the page.
func tip(cnv fyne.Canvas) string {
	page, ok := cnv.Content().(*ui.Scroller)
	if !ok || len(page.Children()) < 2 {
		return ""
	}
	var all []string
	ui.Walk(page.Children()[1], func(o fyne.CanvasObject) bool {
		if a, ok := o.(fyne.Accessible); ok {
			all = append(all, a.AccessibilityLabel())
		}
		return true
	})
	return strings.Join(all, "\n")
}

// A row below the window comes into view, its tooltip with it.
func TestTooltipIsInView(t *testing.T) {
	p, _, cnv := shown(t, fyne.NewSize(700, 330), money...)
	c := p.Chart()
	cnv.Focus(c)
	for range c.plot.Items {
		page, _ := cnv.Content().(*ui.Scroller)
		note := page.Children()[1]
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(note).Y
		if y < -1 || y+note.Size().Height > 330+1 {
			t.Errorf("at %q the tooltip is at %g, %g high", c.AccessibilityLabel(), y, note.Size().Height)
		}
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

func TestChartByKeyboard(t *testing.T) {
	p, n, cnv := shown(t, usual, money...)
	c := p.Chart()
	cnv.Focus(c)
	var passed []fyne.KeyName
	cnv.SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, e.Name) })
	for _, step := range []struct {
		key fyne.KeyName
		row int
	}{
		{fyne.KeyUp, 0}, {fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 4}, {fyne.KeyDown, 4}, {fyne.KeyHome, 0}, {fyne.KeyEnd, 4}, {fyne.KeyLeft, 4}, {fyne.KeyT, 4},
	} {
		c.TypedKey(&fyne.KeyEvent{Name: step.key})
		want := c.plot.Items[step.row]
		if got := c.AccessibilityLabel(); !strings.HasPrefix(got, want.Tip.Label+": "+want.Tip.Wording) {
			t.Fatalf("%s goes to %q, want %q", step.key, got, want.Tip.Label)
		}
		if !strings.Contains(tip(cnv), want.Tip.Wording) {
			t.Errorf("after %s the tooltip says\n%s", step.key, tip(cnv))
		}
	}
	if !slices.Equal(passed, []fyne.KeyName{fyne.KeyLeft, fyne.KeyT}) {
		t.Errorf("passed on were %q", passed)
	}
	if len(n.Gone) > 0 {
		t.Errorf("moving went to %v", n.Gone)
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	at := route.To(route.Figure, "aiib-financing")
	if !slices.Equal(n.Gone, []route.Route{at, at, at}) {
		t.Errorf("Enter, the other Enter and the space bar went to %v", n.Gone)
	}
	cnv.Unfocus()
	if tip(cnv) != "" {
		t.Error("the keyboard is elsewhere, and a tooltip stays")
	}
}

func TestClickOpensTheFigure(t *testing.T) {
	p, n, _ := shown(t, usual, money...)
	c := p.Chart()
	for i, it := range c.plot.Items {
		test.TapAt(c, over(c, i).Position)
		if last := n.Gone[len(n.Gone)-1]; last != route.To(route.Figure, it.Figure) {
			t.Errorf("a click on %s went to %s", it.Figure, last)
		}
	}
	test.TapAt(c, fyne.NewPos(5, 2))
	if len(n.Gone) != len(c.plot.Items) {
		t.Errorf("a click on the title went to %s", n.Gone[len(n.Gone)-1])
	}
}

func TestTableBehindTheChart(t *testing.T) {
	p, n, cnv := shown(t, usual, money...)
	cnv.Focus(p.Chart())
	p.ToggleTable()
	if s := told(cnv); !strings.Contains(s, "over US$1.3 trillion") || !strings.Contains(s, "Copy table") {
		t.Errorf("the table says\n%s", s)
	}
	if cnv.Focused() != p.table.widget {
		t.Errorf("the keyboard is at %T", cnv.Focused())
	}
	press(t, cnv, "Copy table")
	if len(n.Copied) != 1 || len(n.Said) != 1 {
		t.Fatalf("it copied %q and said %q", n.Copied, n.Said)
	}
	r := csv.NewReader(strings.NewReader(n.Copied[0]))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 6 || len(rows[0]) != len(p.table.full.Headings) || len(rows[0]) < 13 {
		t.Fatalf("copied were %d rows of %d cells: %v\n%s", len(rows), len(rows[0]), err, n.Copied[0])
	}
	for _, column := range p.table.full.Headings {
		if column.Title == "" || strings.HasPrefix(column.Title, "chart.") {
			t.Errorf("column %s is called %q", column.Column, column.Title)
		}
	}
	p.table.widget.OnOpen("aiib-financing")
	if !slices.Equal(n.Gone, []route.Route{route.To(route.Figure, "aiib-financing")}) {
		t.Errorf("a row went to %v", n.Gone)
	}
	press(t, cnv, "Save chart")
	if !slices.Equal(n.Exported, []export.Source{p.chart}) {
		t.Errorf("exported were %v", n.Exported)
	}
	p.ToggleTable()
	if cnv.Focused() != p.chart || !strings.Contains(told(cnv), "Table (T)") {
		t.Errorf("back at the chart, the keyboard is at %T", cnv.Focused())
	}
}

func TestTableIsSorted(t *testing.T) {
	p := alone(t)
	p.ToggleTable() // it is made when it is first shown
	labels := func() (all []string) {
		for i := range p.table.widget.Len() {
			all = append(all, p.table.widget.Row(i).Label)
		}
		return all
	}
	given := labels()
	p.table.ShowOthers(true) // with all columns that there are
	for column := range screenColumns {
		p.table.sortBy(column)
		up := labels()
		p.table.sortBy(column)
		down := labels()
		slices.Sort(down)
		all := slices.Clone(given)
		slices.Sort(all)
		if !p.table.widget.Down || !slices.Equal(down, all) || len(up) != len(given) {
			t.Errorf("sorted by column %d, the rows are %q", column, labels())
		}
	}
	p.table.ShowOthers(false)
	if got := p.table.order(); got != "" {
		t.Errorf("without the column that it was sorted by, the table is sorted by %q", got)
	}
	p.table.sortBy(2) // the value
	if got := p.table.full.Figure(0).ID; got != "aiib-financing" {
		t.Errorf("the smallest is %s", got)
	}
}

func TestControlsOfTheChart(t *testing.T) {
	p, _, cnv := shown(t, usual, money...)
	c := p.Chart()
	if c.plot.Axis != plot.LinearAxis {
		t.Error("money does not begin on a linear axis")
	}
	press(t, cnv, "Logarithmic axis")
	if c.plot.Axis != plot.LogAxis || !strings.Contains(strings.Join(texts(c), "\n"), "logarithmic") {
		t.Errorf("the axis is not, or not said to be, logarithmic: %q", texts(c))
	}
	press(t, cnv, "Linear axis")
	if c.plot.Axis != plot.LinearAxis {
		t.Error("the axis is not linear again")
	}
	press(t, cnv, "As signs")
	if c.plot == nil || c.plot.Amount == 0 {
		t.Fatal("there are no signs")
	}
	press(t, cnv, "As bars")
	if c.plot.Amount != 0 {
		t.Error("there are no bars again")
	}
	press(t, cnv, "Table (T)")
	press(t, cnv, "Chart (T)")
	press(t, cnv, "Save chart")
}

// texts are the texts that are drawn.
func texts(c *Chart) (all []string) {
	for _, m := range c.plot.Marks {
		all = append(all, m.Text)
	}
	return all
}

func TestRefusalSaysWhyAndOffersWhatWorks(t *testing.T) {
	p, n, cnv := shown(t, usual, "trade-volume", "china-laos-passengers", "unionpay-countries", "document-countries")
	said := told(cnv)
	for _, part := range []string{"These figures make no chart", "US dollars", "passengers", "countries", "China’s trade with BRI countries (2013–2022 in total)", "China–Laos Railway: passengers"} {
		if !strings.Contains(said, part) {
			t.Errorf("%q is not in\n%s", part, said)
		}
	}
	if p.Chart().plot != nil || strings.Contains(said, "Save chart") {
		t.Error("there is a chart all the same")
	}
	press(t, cnv, "countries")
	if want := route.Comparison([]string{"document-countries", "unionpay-countries"}); len(n.Gone) != 1 || !same(n.Gone[0], want) {
		t.Errorf("the offer leads to %v", n.Gone)
	}
	p.ToggleTable() // there is nothing to toggle, and nothing goes wrong
	if p.Chart().AccessibilityLabel() == "" {
		t.Error("the chart that is none has no name")
	}
	p.Chart().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	p.Chart().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.Chart().MouseMoved(&desktop.MouseEvent{})
}

// same tells whether two comparisons are of the same figures.
func same(a, b route.Route) bool {
	x, _ := a.Compared()
	y, _ := b.Compared()
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// still is settings of someone who has turned animation off.
type still struct{ fyne.Settings }

func (still) ShowAnimations() bool { return false }

type stillApp struct{ fyne.App }

func (a stillApp) Settings() fyne.Settings { return still{a.App.Settings()} }

func TestGrowthIsOverAtOnceWhereAnimationIsOff(t *testing.T) {
	p := alone(t)
	was := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(was) })
	fyne.SetCurrentApp(stillApp{was})
	p.Chart().Grow()
	if p.Chart().growth != nil || p.Chart().grown != 1 {
		t.Errorf("the bars grow, and are at %g", p.Chart().grown)
	}
}

func TestGrowthEndsAtTheFullLength(t *testing.T) {
	p := alone(t)
	c := p.Chart()
	full := ends(c)
	c.Grow() // the test driver shows the end of an animation at once
	if c.growth == nil || c.grown != 1 || !slices.Equal(ends(c), full) {
		t.Fatalf("the bars end at %v, not at %v", ends(c), full)
	}
	c.growth.Tick(0)
	for i, x := range ends(c) {
		if x > full[i] {
			t.Errorf("a bar begins at %g of %g", x, full[i])
		}
	}
	c.growth.Tick(0.5)
	c.Resize(fyne.NewSize(500, c.HeightFor(500)))
	c.growth.Tick(1)
	c.Resize(fyne.NewSize(868, c.HeightFor(868)))
	if c.grown != 1 {
		t.Errorf("it stays at %g", c.grown)
	}
	growth := c.growth
	c.Grow()
	if c.growth != growth {
		t.Error("the bars grow a second time")
	}
	c.growth.Tick(0.3)
	c.Change(func(c *Chart) { c.Options.Axis = plot.LogAxis })
	if c.grown != 1 {
		t.Errorf("changed while it grows, the chart stays at %g", c.grown)
	}
}

// ends are the right ends of what is drawn.
func ends(c *Chart) (all []float32) {
	r, _ := test.WidgetRenderer(c).(*renderer)
	for _, o := range r.marks {
		all = append(all, o.Position().X+o.Size().Width)
	}
	return all
}

func TestAmongShowsTheFigureItIsFor(t *testing.T) {
	d, n := dossier(t), &uitest.Host{}
	for _, f := range d.Figures() {
		set, ok := plot.FigureSet(d, f.ID)
		if !ok {
			continue
		}
		c := laidOut(Among(d, words(t), n, set), 300)
		if c.plot == nil || len(c.plot.Items) != len(set.Figures) {
			t.Fatalf("%s has no place among %q: %v", f.ID, set.Figures, c.refusal)
		}
		i := slices.IndexFunc(c.plot.Items, func(it plot.Item) bool { return it.Figure == f.ID })
		if i < 0 {
			t.Fatalf("%s is not among its own", f.ID)
		}
		test.TapAt(c, over(c, i).Position)
		if n.Gone[len(n.Gone)-1] != route.To(route.Figure, f.ID) {
			t.Errorf("%s leads to %s", f.ID, n.Gone[len(n.Gone)-1])
		}
	}
}

// Each row says what the ledger says, for every chart that it gives.
func TestChartsSayWhatTheLedgerSays(t *testing.T) {
	d := dossier(t)
	for _, set := range plot.NewSuggestions(d).All() {
		title := Title(d, words(t), set)
		if title == "" || strings.Contains(title, "{{") || strings.Contains(title, "chart.") {
			t.Errorf("%s is called %q", set.ID, title)
		}
		imprint := export.NewImprint(words(t), d)
		c := New(Figures(d, set.Figures), plot.Options{
			Title: title, Source: imprint.Source(), Dossier: imprint.Dossier(), Words: words(t), Pillars: plot.PillarOrders(d),
		}, nil)
		c.Imprint = imprint
		laidOut(c, 700)
		all := strings.Join(texts(c), "\n")
		for _, id := range set.Figures {
			f, _ := d.Figure(id)
			if !strings.Contains(strings.Join(strings.Fields(all), " "), f.Quantity.Text) {
				t.Errorf("%s does not say %q", set.ID, f.Quantity.Text)
			}
		}
		for _, wrong := range []string{"chart.", "{", "<no value>"} {
			if strings.Contains(all, wrong) {
				t.Errorf("%s says %q", set.ID, all)
			}
		}
		table := c.Table()
		if len(table.Rows) != len(set.Figures) || !slices.Contains(table.About, export.Field{Column: "chart_title", Value: title}) || len(table.About) != 5 {
			t.Errorf("%s has the table %+v", set.ID, table)
		}
		for _, r := range table.Rows {
			f, _ := d.Figure(r[0])
			i := slices.Index(table.Columns, string(plot.ColumnValue))
			if v, err := strconv.ParseFloat(r[i], 64); err != nil || v != f.Quantity.Value {
				t.Errorf("%s: %s is %s in the table", set.ID, f.ID, r[i])
			}
		}
		checkSheet(t, c, d)
	}
}

// checkSheet tells whether a saved chart says what it is, and explains its colours.
func checkSheet(t *testing.T, c *Chart, d *data.Dossier) {
	t.Helper()
	s := c.Sheet()
	var all []string
	orders := map[int]bool{}
	for _, m := range s.Marks {
		if m.Kind == drawing.Text {
			all = append(all, m.Text)
			if x, y := m.End(); m.X < 0 || x > s.Width || y > s.Height {
				t.Errorf("%s: %q leaves the picture", c.Options.Title, m.Text)
			}
		}
		if order, tint := m.Ink.Order(); order > 0 && !tint {
			orders[order] = true
		}
	}
	said := strings.Join(all, " ")
	wanted := []string{c.Options.Title, "Zheng Shanjie", "Dossier: " + c.Imprint.Dossier(), "saved on ", "This dossier presents one source"}
	for order := range orders {
		wanted = append(wanted, d.Pillars()[order-1].ShortName)
	}
	for _, want := range wanted {
		if !strings.Contains(said, want) {
			t.Errorf("a saved chart does not say %q:\n%s", want, said)
		}
	}
}

func TestFiguresLeaveOutWhatIsNotThere(t *testing.T) {
	got := Figures(dossier(t), []string{"trade-volume", "nothing", "aiib-financing"})
	if len(got) != 2 || got[0].ID != "trade-volume" || got[1].ID != "aiib-financing" {
		t.Errorf("got %v", got)
	}
}
