package views

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/mapdata"
	own "beltroad/internal/notes"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/paper"
	"beltroad/internal/paper/papertest"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// printedAt is what is printed of a place.
func printedAt(t *testing.T, d *data.Dossier, r route.Route) *printout {
	t.Helper()
	look := Look{Width: 1280, Height: 800, Scheme: ui.Dark, TextScale: 1.5, Scale: 1} // which paper has nothing of
	lookingAt(t, look)
	s, _ := shellAt(d, r, look)
	return s.printed([]paperSize{paperA4, paperLetter})
}

// pdfOf is a printout as a file, below the folder that KEEP names to be looked at.
func pdfOf(t *testing.T, p *printout, f export.Format, name string) string {
	t.Helper()
	var b bytes.Buffer
	job := export.Job{Format: f, Work: p.Work(f, exportPalette(ui.Light, nil))}
	if err := job.Write(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("KEEP")
	if dir == "" {
		dir = t.TempDir()
	}
	path := filepath.Join(dir, strings.NewReplacer("/", "-", "#", "-", "?", "-").Replace(name)+".pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// unspaced is a text without spaces: where lines end is the page's own affair.
func unspaced(s string) string {
	return strings.NewReplacer("\u00A0", "", " ", "", "\n", "", "\f", "").Replace(s)
}

// has is what paper has to say of a place.
func has(d *data.Dossier, r route.Route) []string {
	var all []string
	figures := func(list []data.Figure) {
		for _, f := range list {
			all = append(all, f.Quantity.Text, f.Label, record.Cite(f.Paragraph))
		}
	}
	switch of := r.Pane; of.Kind {
	case route.Figure:
		f, _ := d.Figure(of.ID)
		figures([]data.Figure{f})
		p, _ := d.Paragraph(f.Paragraph)
		all = append(all, f.Caution, p.Summary)
		for _, s := range d.SecondSourcesOf(f.ID) {
			src, _ := d.Source(s.Source)
			all = append(all, s.Quantity.Text, cite.Short(src), s.Note, src.URL)
		}
		return all
	case route.Project:
		p, _ := d.Project(of.ID)
		figures(d.FiguresOfProject(p.ID))
		return append(append(all, p.Name, p.Summary), p.AlsoKnownAs...)
	case route.Read:
		p, _ := paragraph(d, of.ID)
		return append(all, p.Summary, record.Cite(p.N))
	case route.Map:
		p, _ := d.Place(of.ID)
		return append(all, p.Name, p.Source)
	}
	switch r.Kind {
	case route.Overview:
		for _, id := range d.Metadata().Headline {
			f, _ := d.Figure(id)
			figures([]data.Figure{f})
		}
	case route.Pillar:
		p, _ := d.Pillar(r.ID)
		for _, f := range d.FiguresOfPillar(r.ID) {
			figures([]data.Figure{*f})
		}
		all = append(all, p.Name, p.Summary)
	case route.Figure, route.Speakers:
		figures(d.Figures())
	case route.Project:
		for _, p := range d.Projects() {
			all = append(all, p.Name)
		}
	case route.Map:
		m := mapdata.New(d)
		places, _ := m.Pick(m.Overview()) // as the map comes
		for _, p := range places {
			all = append(all, p.Name, p.Source, p.Projects[0].Name)
		}
	case route.Timeline:
		for _, e := range d.Events() {
			all = append(all, e.Label)
		}
	case route.Differences:
		for _, s := range d.SecondSources() {
			if f, ok := d.Figure(s.Figure); ok && s.Relation == data.Differs {
				src, _ := d.Source(s.Source)
				all = append(all, s.Quantity.Text, cite.Short(src), f.Quantity.Text, s.Note)
			}
		}
	case route.Commitments:
		for _, section := range d.SectionsOf(data.Commitments) {
			for _, s := range d.Tasks(section.ID) {
				all = append(all, s.Text, s.Promised.DoneWhen, record.Cite(s.Paragraph))
			}
		}
	case route.Principles:
		for _, section := range d.SectionsOf(data.Principles) {
			for _, s := range d.Roots(section.ID) {
				all = append(all, s.Text)
			}
		}
	case route.Read:
		for _, p := range d.Paragraphs() {
			if p.Kind == "body" {
				all = append(all, record.Cite(p.N))
				all = append(all, strings.Split(p.Summary, ". ")[0])
			}
		}
	}
	return all
}

// The PDF of each kind of page, of both dossiers and on both papers: other programs read
// it, its fonts are in it, and it says what the page does.
func TestPrinted(t *testing.T) {
	for name, folder := range map[string]fs.FS{"beltroad": data.Builtin(), "harbour": fixture.Harbour()} {
		d := datatest.Open(t, folder)
		more := []string{"search/" + d.Projects()[0].ID, "timeline?year=2015", "chart?signs=1", "chart?axis=log&others=1", "chart?table=1", "read?lens=attributed", "commitments?chart=1"}
		for i, r := range append(Screens(d), placesNamed(t, more)...) {
			t.Run(name+" "+r.String(), func(t *testing.T) {
				p := printedAt(t, d, r)
				f := p.Formats()[i%2]
				path := pdfOf(t, p, f, name+"-"+r.String())
				ooxmltest.Tool(t, "qpdf", "--check", path)
				for _, line := range strings.Split(strings.TrimSpace(ooxmltest.Tool(t, "pdffonts", path)), "\n")[2:] {
					if at := strings.Fields(line); at[len(at)-5] != "yes" { // emb
						t.Errorf("a font is not in the file: %s", line)
					}
				}
				size := map[int]string{0: "595.28 x 841.88", 1: "612 x 792"}[i%2]
				info := ooxmltest.Tool(t, "pdfinfo", path)
				if !strings.Contains(info, size) {
					t.Errorf("the paper is no %s:\n%s", size, info)
				}
				text := unspaced(ooxmltest.Tool(t, "pdftotext", "-raw", path, "-"))
				want := append(has(d, r.Place()), mainSource(d).URL, inEnglish.Say("disclaimer"), r.Place().String(), cite.Short(mainSource(d)))
				for _, w := range want {
					if !strings.Contains(text, unspaced(w)) {
						t.Errorf("%q is not in it", w)
					}
				}
				soundPages(t, p)
			})
		}
	}
}

func placesNamed(t *testing.T, names []string) (all []route.Route) {
	t.Helper()
	for _, n := range names {
		all = append(all, place(t, n))
	}
	return all
}

// soundPages lays a printout out, and checks what holds of all pages.
func soundPages(t *testing.T, p *printout) {
	t.Helper()
	face, err := ownTypeface()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := p.document.Lay(t.Context(), paper.A4, face.Measure, nil, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	for i, page := range pages {
		papertest.Sound(t, i+1, paper.Margin, page.Sheet)
		if low := lowest(page.Marks, page.Height-2.5*paper.Margin); i > 0 && i < len(pages)-1 && low < page.Height*0.3 {
			t.Errorf("page %d ends at %g already", i+1, low)
		}
	}
}

// Lists are printed as they are filtered and sorted.
func TestPrintedAsFiltered(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	p := printedAt(t, d, place(t, "figure?filter=claim:estimate&sort=-label"))
	text := ooxmltest.Tool(t, "pdftotext", "-raw", pdfOf(t, p, p.Formats()[0], "filtered"), "-")
	var labels []string
	for _, f := range d.Figures() {
		if is := strings.Contains(unspaced(text), unspaced(f.Label)); is != (f.Claim == data.Estimate) {
			t.Errorf("%q, which is %s: printed %v", f.Label, f.Claim, is)
		} else if is {
			labels = append(labels, f.Label)
		}
	}
	slices.SortFunc(labels, func(a, b string) int { return -ui.Compare(a, b) })
	at := 0
	for _, l := range labels {
		i := strings.Index(unspaced(text)[at:], unspaced(l))
		if i < 0 {
			t.Fatalf("%q does not come in the order of the list", l)
		}
		at += i
	}
	if name := inEnglish.Say("claim.estimate"); !strings.Contains(text, name) {
		t.Errorf("it does not say that it is filtered by %q", name)
	}
}

// The size of paper is that which was chosen, else that of the desktop's country.
func TestPaperSize(t *testing.T) {
	for _, c := range []struct{ chosen, locale, want string }{
		{"", "en-US", "letter"},
		{"", "en_US.UTF-8", "letter"},
		{"", "es-MX", "letter"},
		{"", "en-Latn-US", "letter"},
		{"", "de_DE.UTF-8", "a4"},
		{"", "C", "a4"},
		{"", "", "a4"},
		{"", "en", "a4"},
		{"", "ca-ES", "a4"},
		{"", "CA", "a4"},
		{"a4", "en-US", "a4"},
		{"letter", "de", "letter"},
		{"damaged", "de", "a4"},
	} {
		if got := paperSizes(c.chosen, c.locale)[0].name; got != c.want {
			t.Errorf("%q chosen, %q: %s", c.chosen, c.locale, got)
		}
	}
}

// Nothing is opened but files of this computer.
func TestFileAddress(t *testing.T) {
	for path, want := range map[string]string{"/tmp/a b#c?d%e.pdf": "file:///tmp/a%20b%23c%3Fd%25e.pdf", "print/a.pdf": "", "//server/share/a.pdf": "", "https://example.org": "", "": ""} {
		u, err := fileAddress(path)
		if want == "" {
			if err == nil {
				t.Errorf("%q would be opened: %v", path, u)
			}
		} else if err != nil || u.String() != want {
			t.Errorf("%q is at %v, %v", path, u, err)
		}
	}
	var opens []string
	for path, text := range program(t) {
		for range strings.Count(text, "OpenURL(") {
			opens = append(opens, path)
		}
	}
	if !slices.Equal(opens, []string{"../views/print.go"}) {
		t.Errorf("%v open something", opens)
	}
}

// lowest is how far down the marks above a height go.
func lowest(all []drawing.Mark, above float64) float64 {
	low := 0.0
	for _, m := range all {
		if m.Kind == drawing.Text && m.Y+m.H < above {
			low = max(low, m.Y+m.H)
		}
	}
	return low
}

// What is highlighted and noted is printed where it stands, in the text, beside a record
// and in the list; what the window shows of notes stays as it was.
func TestPrintedNotes(t *testing.T) {
	s, _ := harbourDesk(t, "read/7")
	words := firstWords(t, s)
	s.Go(place(t, "read"))
	selectWords(t, s, words)
	s.Highlight(own.Doubt)
	on := own.On{Stands: own.Figure, ID: s.dossier.Figures()[0].ID}
	n, ok := s.book.Add(on, "", 0, 0)
	if n.Text = "To be *asked* in class"; !ok {
		t.Fatal("no note")
	}
	s.Keep(n, false)
	for at, want := range map[string][]string{
		"read": {words, inEnglish.Say("note.kind." + string(own.Doubt))}, "notes": {words, "asked in class"}, "figure/" + on.ID: {"asked in class"},
	} {
		s.Go(place(t, at))
		latest := s.notebook.latest
		p := s.printed([]paperSize{paperA4})
		text := unspaced(ooxmltest.Tool(t, "pdftotext", "-raw", pdfOf(t, p, p.Formats()[0], "noted-"+at), "-"))
		for _, w := range want {
			if !strings.Contains(text, unspaced(w)) {
				t.Errorf("%s: %q is not printed in %s", at, w, text)
			}
		}
		if what := inEnglish.Say("note.highlight"); strings.Contains(text, unspaced(what)) {
			t.Errorf("%s: what makes notes, %q, is printed", at, what)
		}
		if s.notebook.latest != latest {
			t.Errorf("%s: printing changed which notes are on screen", at)
		}
		soundPages(t, p)
	}
	s.Go(place(t, "read"))
	grounds := 0
	face, _ := ownTypeface()
	pages, err := s.printed([]paperSize{paperA4}).document.Lay(t.Context(), paper.A4, face.Measure, nil, func(float64) {})
	for _, page := range pages {
		for _, m := range page.Marks {
			if m.Kind == drawing.Text && strings.TrimSpace(m.Text) == words {
				grounds++ // it stands by itself, on its ground
			}
		}
	}
	if err != nil || grounds < 2 { // in the text, and with its note
		t.Errorf("the highlight is drawn %d times, %v", grounds, err)
	}
}

// A lesson that stands open is taken along, and nothing is printed twice at once.
func TestPrintKey(t *testing.T) {
	s, _ := harbourDesk(t, "lesson/"+"first-steps")
	if l, ok := s.printsLesson(); !ok || l.Title == "" {
		t.Errorf("the lesson that stands open is %q, %v", l.Title, ok)
	}
	s.Go(place(t, "lesson"))
	if _, ok := s.printsLesson(); ok {
		t.Error("a list of lessons is taken for a lesson")
	}
}

// What lies over the page to be read is what is printed: the keys, each with what it does,
// and the signs with what they mean.
func TestPrintedHelp(t *testing.T) {
	_, w := appOf(t, datatest.Open(t, data.Builtin()))
	printed := func(show func()) string {
		t.Helper()
		show()
		var p *printout
		w.printAs(func(made *printout) { p = made })
		if p == nil {
			t.Fatal("nothing is printed")
		}
		soundPages(t, p)
		text := ooxmltest.Tool(t, "pdftotext", "-raw", pdfOf(t, p, p.Formats()[0], export.Suggest(p.ExportName())), "-")
		w.dialog.Hide()
		return unspaced(text)
	}
	keys := printed(w.showShortcuts)
	for _, g := range w.commands() {
		for _, c := range flat(g.commands) {
			if c.key != "" && !strings.Contains(keys, unspaced(c.keys(w.app.words)+c.title(w.app.words))) {
				t.Errorf("the help does not say what %s does: %s", c.keys(w.app.words), c.title(w.app.words))
			}
		}
	}
	signs := printed(w.showSigns)
	for _, g := range w.shell.signs() {
		for _, sign := range g.signs {
			if !strings.Contains(signs, unspaced(w.shell.signOf(sign.name))) {
				t.Errorf("%q is not explained", sign.name)
			}
		}
	}
	w.printAs(func(p *printout) {
		if want := w.shell.titleOf(w.shell.Here()); p.ExportName() != want {
			t.Errorf("once that is closed, %q is printed, not %q", p.ExportName(), want)
		}
	})
}

// Each print has a file of its own, which whatever shows it may still be reading; those of
// the day before go.
func TestPrintFile(t *testing.T) {
	a, w := appOf(t, datatest.Open(t, data.Builtin()))
	a.dir = t.TempDir()
	var files []string
	for range 3 {
		path, err := w.printFile("../A page: “one”")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, filepath.Base(path))
	}
	if want := []string{"a-page-one.pdf", "a-page-one-2.pdf", "a-page-one-3.pdf"}; !slices.Equal(files, want) {
		t.Errorf("the files are %q", files)
	}
	old := time.Now().Add(-printKept - time.Hour)
	for _, f := range files[:2] {
		if err := os.Chtimes(filepath.Join(a.dir, "print", f), old, old); err != nil {
			t.Fatal(err)
		}
	}
	path, err := w.printFile("")
	left, _ := filepath.Glob(filepath.Join(a.dir, "print", "*"))
	if err != nil || filepath.Base(path) != "page.pdf" || len(left) != 1 || filepath.Base(left[0]) != files[2] {
		t.Errorf("after a day there is %v; the next is %s, %v", left, path, err)
	}
}
