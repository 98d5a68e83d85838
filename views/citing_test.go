package views

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/cite"
	"beltroad/internal/export"
	"beltroad/internal/session"
	"beltroad/views/route"
	"beltroad/views/timeline"
	"beltroad/views/ui"
)

// What has the keyboard is cited, else the record that stands open, else the article.
func TestCiteHere(t *testing.T) {
	d := dossier(t)
	s, k := open(t, d)
	test.NewTempWindow(t, s.Content()).Resize(fyne.NewSize(1280, 800))
	s.Go(route.To(route.Overview, ""))
	s.citeHere()
	s.Go(route.To(route.Figure, "trade-volume"))
	s.citeHere()
	s.Go(route.To(route.Figure, ""))
	table := all[*ui.Table](s.page.Content())[0]
	s.canvas().Focus(table)
	s.citeHere()
	first := ui.LeadsOf(table)
	s.Cite(route.To(route.Timeline, "").Beside(route.Timeline, d.Events()[0].ID))
	s.Cite(route.To(route.Map, "piraeus"))
	f, _ := d.Figure("trade-volume")
	var got []string
	for _, c := range k.cited {
		got = append(got, c.name)
	}
	focused, _ := d.Figure(first.Pane.ID)
	place, _ := d.Place("piraeus")
	want := []string{d.Sources()[0].Title, f.Quantity.Text + " · " + f.Label, focused.Quantity.Text + " · " + focused.Label, d.Events()[0].Label, place.Name}
	if !slices.Equal(got, want) {
		t.Fatalf("cited is %q, want %q", got, want)
	}
	if p := k.cited[1].sources[0].paragraphs; !slices.Equal(p, []int{f.Paragraph}) {
		t.Errorf("a figure is cited with the paragraphs %v, want %d", p, f.Paragraph)
	}
	if p := k.cited[0].sources[0].paragraphs; len(p) > 0 {
		t.Errorf("the article is cited with the paragraphs %v", p)
	}
	for _, c := range k.cited {
		for _, other := range c.sources[1:] {
			if len(other.paragraphs) > 0 && other.source.ID != d.Sources()[0].ID {
				t.Errorf("%s: %s is no source of paragraphs", c.name, other.name)
			}
		}
	}
}

// Every record can be cited, each source once and by a name of its own.
func TestEveryRecordIsCited(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	var places []route.Route
	for _, f := range d.Figures() {
		places = append(places, route.To(route.Figure, f.ID))
	}
	for _, p := range d.Projects() {
		places = append(places, route.To(route.Project, p.ID))
	}
	for _, p := range d.Paragraphs() {
		places = append(places, route.Paragraph(p.N))
	}
	for _, e := range d.Events() {
		places = append(places, route.To(route.Timeline, "").Beside(route.Timeline, e.ID))
	}
	for _, p := range d.Places() {
		places = append(places, route.To(route.Map, p.ID))
	}
	for _, r := range places {
		c := s.sourcesOf(r)
		names := map[string]bool{}
		for _, src := range c.sources {
			if names[src.name] || src.name == "" {
				t.Errorf("%s has two sources named %q", r, src.name)
			}
			names[src.name] = true
		}
		if c.name == "" || len(names) == 0 {
			t.Errorf("%s is cited as %q by %d sources", r, c.name, len(names))
		}
	}
}

// panel is the panel that cites a place, and what it does.
type citingPanel struct {
	*citing

	kept  cite.Style
	text  string
	saved export.Source
}

func citingOf(t *testing.T, s *Shell, r route.Route, style cite.Style) *citingPanel {
	t.Helper()
	p := &citingPanel{citing: newCiting(s.sourcesOf(r), s.words, style)}
	p.chosen = func(s cite.Style) { p.kept = s }
	p.copied = func(text string) { p.text = text }
	p.save = func(of export.Source) { p.saved = of }
	return p
}

func TestCiting(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	p := citingOf(t, s, route.Paragraph(15), "")
	shown := func() string {
		var all []string
		for _, l := range p.preview.Objects {
			for _, n := range nodes(l) {
				if text, ok := n.object.(*ui.Text); ok {
					all = append(all, text.String())
				}
			}
		}
		return strings.Join(all, "\n")
	}
	if got := shown(); !strings.Contains(got, "In the text\n(Zheng, 2023/2024, ¶15)\nIn the list of sources\nZheng, S. (2024, January 5). ") || !strings.Contains(got, "Qiushi (Chinese edition), no. 21") {
		t.Errorf("shown is\n%s", got)
	}
	test.Tap(p.copy)
	if !strings.HasPrefix(p.text, "(Zheng, 2023/2024, ¶15)\nZheng, S. (2024, January 5). Boosting ") {
		t.Errorf("copied is %q", p.text)
	}
	p.kind.SetSelected("GB/T 7714-2015")
	test.Tap(p.copy)
	if p.kept != cite.GBT || !strings.HasPrefix(p.text, "[1]¶15\nZHENG Shanjie. Boosting ") || !strings.Contains(shown(), p.text[:6]) {
		t.Errorf("of %s copied is %q, shown %q", p.kept, p.text, shown())
	}
}

// Another source of a figure is cited by itself, and its BibTeX saved.
func TestCitingAnotherSource(t *testing.T) {
	d := datatest.Open(t, fixture.Harbour())
	s, _ := open(t, d)
	p := citingOf(t, s, route.To(route.Figure, "berths-rebuilt"), cite.InBibTeX)
	p.source.SetSelectedIndex(1)
	second := d.SecondSourcesOf("berths-rebuilt")[0].Source
	src, _ := d.Source(second)
	for _, b := range all[*ui.Button](p.content()) {
		if b.Text == "Save…" {
			test.Tap(b)
		}
	}
	texts, ok := p.saved.(export.Texts)
	if !ok {
		t.Fatal("nothing is saved")
	}
	var b bytes.Buffer
	if err := texts.Text(texts.Formats()[0])(&b); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.HasPrefix(got, "@") || !strings.Contains(got, src.URL) || strings.Contains(got, "¶") || texts.Formats()[0].End != ".bib" {
		t.Errorf("saved is %s as %s", got, texts.Formats()[0].End)
	}
}

// The last style is the one that the next citation has.
func TestStyleOfCitationsIsKept(t *testing.T) {
	set := session.Defaults()
	set.CiteStyle = "mla"
	if got := cite.Known(cite.Style(set.CiteStyle)); got != cite.MLA {
		t.Errorf("it is %s", got)
	}
	if got := cite.Known("no such"); got != cite.APA {
		t.Errorf("an unknown one is %s", got)
	}
}

// The context menus of marks of the timeline tell of what they stand for.
func TestTimelineHasContextMenus(t *testing.T) {
	d := dossier(t)
	s, _ := open(t, d)
	test.NewTempWindow(t, s.Content()).Resize(fyne.NewSize(1280, 800))
	s.Go(route.To(route.Timeline, ""))
	drawing := all[*timeline.Drawing](s.page.Content())[0]
	s.canvas().Focus(drawing)
	drawing.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if to := ui.LeadsOf(drawing); to.Pane == (route.Ref{}) {
		t.Fatalf("its last mark leads to %s", to)
	}
	drawing.TypedKey(&fyne.KeyEvent{Name: "Menu"})
	menu, ok := s.canvas().Overlays().Top().(*ui.Menu)
	if !ok {
		t.Fatal("no menu opens")
	}
	var got []string
	for _, text := range all[*ui.Text](menu) {
		got = append(got, text.String())
	}
	if !slices.Contains(got, "Cite…") || !slices.Contains(got, "Save timeline") {
		t.Errorf("it offers %q", got)
	}
}
