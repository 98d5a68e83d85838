package statements

import (
	"bytes"
	"encoding/csv"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/export"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Run(m, &ui.Theme{Scheme: ui.Light})) }

// promises are the ledger of the harbour, in a window.
func promises(t *testing.T, host record.Host) *Promises {
	t.Helper()
	d := datatest.Open(t, fixture.Harbour())
	p := NewCommitments(d, record.NewWords(uitest.English(), d), host)
	uitest.InWindow(t, p.Content(), fyne.NewSize(980, 900))
	return p
}

func all[T fyne.CanvasObject](p *Promises) []T {
	var found []T
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if x, ok := o.(T); ok {
			found = append(found, x)
		}
		return true
	})
	return found
}

// said are the texts of the page, those of the rows among them.
func said(p *Promises) string {
	var texts []string
	for _, t := range all[*ui.Text](p) {
		texts = append(texts, t.String())
	}
	return strings.Join(texts, "\n")
}

func rows(p *Promises) string {
	tables := all[*ui.Table](p)
	if len(tables) == 0 {
		return ""
	}
	table := tables[0]
	var ids []string
	for i := range table.Len() {
		ids = append(ids, strings.TrimPrefix(table.ID(i), "promised-"))
	}
	return strings.Join(ids, " ")
}

func tap(t *testing.T, p *Promises, button string) {
	t.Helper()
	buttons := all[*ui.Button](p)
	i := slices.IndexFunc(buttons, func(b *ui.Button) bool { return b.Text == button })
	if i < 0 {
		t.Fatalf("no button %q", button)
	}
	test.Tap(buttons[i])
}

// What the page counts is what its rows say.
func TestPromisesAreCounted(t *testing.T) {
	got := said(promises(t, &uitest.Host{}))
	for _, want := range []string{
		"4 promises: 3 say what would count as done, 2 have a deadline, 1 names an amount of money and 1 names a project or a partner.",
		"3 of 4\nsay what would count as done", "2 of 4\nname a deadline", "1 of 4\nnames an amount of money", "1 of 4\nnames a project or a partner",
		"These are promises, not results.",
		"Money for the quays.", "Four things are promised.", "by 2035", "€2.4 billion", "鹭屿码头", "not stated",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said in:\n%s", want, got)
		}
	}
}

// Where nothing is stated, it says so of each, and never 0 of a made-up sum.
func TestPromisesThatSayNothing(t *testing.T) {
	folder := datatest.Files(t, fixture.Harbour())
	table := folder["statements.csv"]
	all, err := csv.NewReader(bytes.NewReader(table.Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		all[i] = all[i][:7] // as in a dossier from before these columns
	}
	var old bytes.Buffer
	if err := csv.NewWriter(&old).WriteAll(all); err != nil {
		t.Fatal(err)
	}
	table.Data = old.Bytes()
	d := datatest.Open(t, folder)
	p := NewCommitments(d, record.NewWords(uitest.English(), d), &uitest.Host{})
	uitest.InWindow(t, p.Content(), fyne.NewSize(980, 900))
	if got, want := said(p), "4 promises: none says what would count as done, none has a deadline, none names an amount of money and none names a project or a partner."; !strings.Contains(got, want) {
		t.Errorf("got:\n%s", got)
	}
	tap(t, p, "Only measurable")
	if got := rows(p); got != "" {
		t.Errorf("measurable are %q", got)
	}
}

func TestPromisesAreOrderedAndFiltered(t *testing.T) {
	p := promises(t, &uitest.Host{})
	expect := func(did, want string) {
		t.Helper()
		if got := rows(p); got != want {
			t.Errorf("%s: %q, want %q", did, got, want)
		}
	}
	expect("at first", "money tideland bay power")
	tap(t, p, "By pillar")
	expect("by pillar", "money power tideland bay")
	tap(t, p, "Only measurable")
	expect("measurable by pillar", "power tideland bay")
	tap(t, p, "As the source orders them")
	expect("measurable", "tideland bay power")
	tap(t, p, "Only measurable")
	expect("all again", "money tideland bay power")
	table := all[*ui.Table](p)[0]
	table.OnSort(2)
	expect("by deadline", "money bay tideland power")
	table.OnSort(3)
	expect("by amount", "money tideland bay power")
	table.OnSort(0)
	expect("by wording", "bay money tideland power")
}

func TestPromisesComeBack(t *testing.T) {
	was, host := promises(t, &uitest.Host{}), &uitest.Host{}
	tap(t, was, "By pillar")
	tap(t, was, "Only measurable")
	table := all[*ui.Table](was)[0]
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	st := was.State()
	if got := st.String(); got != "filter=stated:done&row=promised-tideland&sort=pillar" {
		t.Fatalf("the state is %q", got)
	}
	is := promises(t, host)
	is.Restore(st)
	if rows(is) != rows(was) || !reflect.DeepEqual(is.State(), st) || all[*ui.Table](is)[0].Open != "promised-tideland" {
		t.Errorf("was %q, came back as %q at %v", rows(was), rows(is), is.State())
	}
	is.Restore(route.State{"row": "nothing", "sort": "weight", "filter": "stated:boats"})
	if len(is.State()) != 0 || rows(is) != "money tideland bay power" {
		t.Errorf("a foreign state is taken as %v", is.State())
	}
}

func TestAPromiseOpensItsParagraph(t *testing.T) {
	host := &uitest.Host{}
	p := promises(t, host)
	table := all[*ui.Table](p)[0]
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if host.Last() != route.Paragraph(29) {
		t.Errorf("Enter on the second promise leads to %s", host.Last())
	}
	links := all[*ui.Link](p)
	test.Tap(links[slices.IndexFunc(links, func(l *ui.Link) bool { return l.Text == "¶31" })])
	if host.Last() != route.Paragraph(31) {
		t.Errorf("¶31 leads to %s", host.Last())
	}
}

func TestPromisesAreCopied(t *testing.T) {
	host := &uitest.Host{}
	p := promises(t, host)
	test.Tap(all[*ui.ActionChip](p)[0])
	for _, want := range []string{
		"Money for the quays. (¶28)\nDone when: not stated. By when: by 2035. How much: €2.4 billion. Names: 鹭屿码头.\n",
		"Shore power at all berths. (¶31)\nDone when: all berths have shore power. By when: not stated.", "These are promises, not results.",
	} {
		if !strings.Contains(host.Copied[0], want) {
			t.Errorf("%q is not in what was copied:\n%s", want, host.Copied[0])
		}
	}
	p.Restore(route.State{"row": "promised-bay"})
	if got := p.CopyOut(); !got || len(host.Copied) != 2 {
		t.Fatalf("%d were copied", len(host.Copied))
	}
	if got := host.Copied[1]; strings.Contains(got, "quays") || !strings.Contains(got, "A ferry across the Bay") {
		t.Errorf("of the marked row %q is copied", got)
	}
}

// The filter has each promise under all that it states.
func TestStated(t *testing.T) {
	for want, of := range map[string]data.Promised{
		"nothing": {}, "done deadline": {DoneWhen: "it stands", Deadline: "by 2030"}, "amount names": {Amount: "EUR 2", Names: []string{"A"}},
	} {
		if got := strings.Join(stated(&data.Statement{Promised: of}), " "); got != want {
			t.Errorf("%+v is under %q, want %q", of, got, want)
		}
	}
}

// The ledger is saved without its chart, as it is filtered and ordered, and says so.
func TestPromisesAreSaved(t *testing.T) {
	host := &uitest.Host{}
	p := promises(t, host)
	save := all[*ui.ActionChip](p)[1]
	saved := func() (ids string, said string, t *export.Table) {
		test.Tap(save)
		t = host.Exported[len(host.Exported)-1].Table()
		for _, row := range t.Rows {
			ids += " " + row[0]
		}
		return strings.TrimSpace(ids), t.About[0].Value, t
	}
	ids, said, table := saved()
	if ids != "promised-money promised-tideland promised-bay promised-power" || said != "All 4 rows, not filtered." {
		t.Errorf("saved are %q, %q", ids, said)
	}
	if of := host.Exported[0]; of.Sheet() != nil || table.Rows[0][3] != "" || table.Rows[0][5] != "€2.4 billion" {
		t.Errorf("a drawing comes with it, or the first row is %q", table.Rows[0])
	}
	p.Choose("stated", "done")
	if ids, said, _ = saved(); ids != "promised-tideland promised-bay promised-power" || !strings.HasPrefix(said, "3 of 4 rows: ") {
		t.Errorf("filtered, %q are saved, %q", ids, said)
	}
	test.Tap(all[*ui.ActionChip](p)[0])
	if got := host.Copied[0]; !strings.HasSuffix(got, "\n"+said) {
		t.Errorf("what is copied does not say how it is filtered:\n%s", got)
	}
	p.chart.show(true)
	if got := p.chart.chart.Table(); len(got.Rows) != 4 || !strings.Contains(got.About[1].Value, "All promises") {
		t.Errorf("the chart is saved with %d rows, %q", len(got.Rows), got.About)
	}
}

// Where nothing fits, the page says so in place of the ledger, and offers to clear the filters.
func TestNoPromiseFits(t *testing.T) {
	host := &uitest.Host{}
	p := promises(t, host)
	p.Choose("stated", "nothing")
	if rows(p) != "" {
		t.Fatalf("it lists %q", rows(p))
	}
	if got := said(p); !strings.Contains(got, "None of 4 fits") || strings.Contains(got, "Pick one") || len(all[*ui.Table](p)) > 0 {
		t.Errorf("it says:\n%s", got)
	}
	test.Tap(all[*ui.ActionChip](p)[1])
	if len(host.Exported) > 0 || len(host.Said) != 1 {
		t.Errorf("no rows are saved all the same, or nothing is said: %q", host.Said)
	}
	buttons := all[*ui.Button](p)
	test.Tap(buttons[len(buttons)-1]) // the one below
	if rows(p) != "money tideland bay power" || len(all[*ui.Table](p)) != 1 {
		t.Errorf("cleared, it lists %q", rows(p))
	}
}
