package statements

import (
	"strings"
	"testing"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/drawing"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/uitest"
)

// Each promise is counted once; a bar is as long as its count, and its solid part
// as those of them that say something.
func TestChartOfPromises(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	w := record.NewWords(uitest.English(), d)
	tasks := tasksOf(d)
	c := newChart(&ledger{d, w, &uitest.Host{}}, tasks)
	all, says := 0, 0
	for _, r := range c.rows {
		all, says = all+r.all, says+r.stated
		marks := c.bar(r, drawing.Box{W: 100, H: 10})
		if got, want := marks[0].W, 100*float64(r.all)/float64(c.most); got != want {
			t.Errorf("%s: %d promises are %g long, want %g", r.name, r.all, got, want)
		}
		if got, want := marks[1].W, 100*float64(r.stated)/float64(c.most); got != want {
			t.Errorf("%s: %d that say something are %g long, want %g", r.name, r.stated, got, want)
		}
	}
	want := 0
	for i := range tasks {
		if p := tasks[i].Promised; p.DoneWhen != "" || p.Deadline != "" || p.Amount != "" || len(p.Names) > 0 {
			want++
		}
	}
	if all != len(tasks) || says != want || want == 0 {
		t.Errorf("%d promises are counted, %d of them say something; want %d and %d", all, says, len(tasks), want)
	}
	table := c.Table()
	if len(table.Rows) != len(tasks) {
		t.Errorf("%d rows are saved of %d", len(table.Rows), len(tasks))
	}
	for i, row := range table.Rows {
		if row[0] != tasks[i].ID || row[3] != tasks[i].Promised.DoneWhen || row[6] != strings.Join(tasks[i].Promised.Names, ";") {
			t.Errorf("row %d is %q", i, row)
		}
	}
	var words []string
	sheet := c.Sheet()
	for _, m := range sheet.Marks {
		words = append(words, m.Text)
		if m.X < 0 || m.X+m.W > sheet.Width+1 {
			t.Errorf("%q is at %v in a sheet %g wide", m.Text, m.Box, sheet.Width)
		}
	}
	shown := strings.Join(words, "\n")
	for _, r := range c.rows {
		if !strings.Contains(shown, r.name) || !strings.Contains(shown, c.says(r)) {
			t.Errorf("%s is not in\n%s", r.name, shown)
		}
	}
}

// The chart is there when asked for, is saved, and comes back with the page.
func TestChartOfPromisesIsShown(t *testing.T) {
	host := &uitest.Host{}
	p := promises(t, host)
	if strings.Contains(said(p), p.chart.chart.ExportName()) {
		t.Error("the chart is shown, though nobody asked")
	}
	p.chart.link.OnTapped()
	if !strings.Contains(said(p), p.chart.chart.ExportName()) {
		t.Fatal("the chart is not shown")
	}
	st, err := route.ParseState(p.State().String())
	if err != nil {
		t.Fatal(err)
	}
	again := promises(t, host)
	again.Restore(st)
	if !again.chart.shown || again.State().String() != p.State().String() {
		t.Errorf("%q comes back as %q", p.State(), again.State())
	}
	p.chart.link.OnTapped()
	if p.chart.shown || strings.Contains(said(p), p.chart.chart.ExportName()) {
		t.Error("the chart is still there")
	}
}
