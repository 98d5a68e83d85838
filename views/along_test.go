package views

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/internal/export"
	"beltroad/internal/lesson"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/session"
	"beltroad/internal/slide"
	"beltroad/internal/worksheet"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// builtinLessons are the lessons that come with the dossier.
func builtinLessons(t testing.TB) (*material, []*along) {
	t.Helper()
	d := datatest.Open(t, data.Builtin())
	m := materialOf(d)
	var all []*along
	for _, f := range d.Lessons() {
		l, err := lesson.Parse(f.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		a := newAlong(*l, m, record.NewWords(inEnglish, d), "Belt and Road Explorer")
		a.made = time.Unix(1.7e9, 0).UTC()
		all = append(all, a)
	}
	return m, all
}

// saveAlong writes a file of a lesson, below the folder that KEEP names to be looked at.
func saveAlong(t *testing.T, a *along, f export.Format, dir string) string {
	t.Helper()
	var b bytes.Buffer
	job := export.Job{Format: f, Work: a.Work(f, exportPalette(ui.Light, nil))}
	if err := job.Write(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, export.Suggest(a.ExportName())+strings.TrimPrefix(f.Name, "along")+f.End)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What a class guesses is asked before it is shown, where pages follow one another.
func TestGuessesAreAskedFirst(t *testing.T) {
	_, all := builtinLessons(t)
	for _, a := range all {
		guesses := 0
		for _, s := range a.lesson.Slides {
			if s.Predict != nil && !s.Hidden {
				guesses++
			}
		}
		shown, asking := a.pages(false), a.pages(true)
		if guesses == 0 || len(asking) != len(shown)+guesses {
			t.Errorf("%s: %d pages, with %d guesses %d", a.ExportName(), len(shown), guesses, len(asking))
		}
		for i, p := range asking {
			switch asked := p.Visual != nil && p.Visual.Axis != nil && p.Visual.Axis.Reported == nil; {
			case !asked:
			case len(p.Numerals)+len(p.Figures) > 0:
				t.Errorf("page %d tells what it asks: %v", i, p.Numerals)
			case asking[i+1].Visual == nil || asking[i+1].Visual.Axis == nil || asking[i+1].Visual.Axis.Reported == nil:
				t.Errorf("page %d is not answered by the next one", i)
			}
		}
	}
}

// Every lesson that comes with the app is taken along in every form, and opened
// by other programs.
func TestLessonsTakenAlong(t *testing.T) {
	dir := os.Getenv("KEEP")
	if dir == "" {
		dir = t.TempDir()
	}
	_, all := builtinLessons(t)
	if len(all) < 2 {
		t.Fatalf("%d lessons", len(all))
	}
	texts := map[string][]string{} // what files have to say
	var office []string
	for _, a := range all {
		var said []string
		for _, p := range a.pages(false) {
			source := p.Source
			if p.Rests != nil { // the paragraphs are those of what there is room for (TestSlidesCiteWhatTheyDraw)
				source, _, _ = strings.Cut(source, "¶")
			}
			said = append(said, strings.TrimSpace(source))
			for _, n := range p.Numerals {
				said = append(said, strings.Fields(n.Number)...)
			}
		}
		for _, f := range a.Formats() {
			path := saveAlong(t, a, f, dir)
			switch f.End {
			case ".pdf":
				ooxmltest.Tool(t, "qpdf", "--check", path)
				texts[path] = said
			case ".pptx", ".docx":
				ooxmltest.Validate(t, path)
				office = append(office, path)
				texts[strings.TrimSuffix(path, f.End)+f.End+".pdf"] = said
			}
			if f.IsDrawing() != (f.Name != worksheetDOCX.Name && f.Name != worksheetPDF.Name && f.Name != keyDOCX.Name && f.Name != keyPDF.Name) {
				t.Errorf("%s: whether it has colours", f.Name)
			}
			if f == worksheetDOCX || f == worksheetPDF || f == keyDOCX || f == keyPDF {
				delete(texts, path)
				delete(texts, path+".pdf")
			}
		}
	}
	ooxmltest.Needs(t, "soffice")
	ooxmltest.Tool(t, "soffice", append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", dir}, office...)...)
	for _, path := range office {
		made := strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf"
		if filepath.Ext(path) == ".pptx" {
			checkText(t, made, texts[path+".pdf"])
		} else if pages := ooxmltest.Tool(t, "pdfinfo", made); !strings.Contains(pages, "Pages:") {
			t.Error(pages)
		}
		delete(texts, path+".pdf")
	}
	for path, said := range texts {
		checkText(t, path, said)
	}
}

// A slide of a presentation says nothing twice, nothing of a table that the file has not,
// and cites what it draws; its number has the font of the other texts, and a guess that is
// revealed is told to whoever does not see it.
func TestPresentationSaysWhatItShows(t *testing.T) {
	_, all := builtinLessons(t)
	for _, a := range all {
		path := saveAlong(t, a, alongPPTX, t.TempDir())
		z, err := zip.OpenReader(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range a.pages(true) {
			xml := readPart(t, z, fmt.Sprintf("ppt/slides/slide%d.xml", i+1))
			notes := readPart(t, z, fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1))
			for _, untrue := range []string{"able has all", "able says which", "Arrows move it"} {
				if strings.Contains(xml+notes, untrue) {
					t.Errorf("%s, slide %d: %q", a.ExportName(), i+1, untrue)
				}
			}
			said := map[string]bool{}
			for _, s := range regexp.MustCompile(`[^.·]+`).FindAllString(strings.Join(textsOf(xml), " · "), -1) {
				if s = strings.TrimSpace(s); len(s) > 20 && said[s] && len(p.Numerals) < 2 { // sources name their number, and stand below
					t.Errorf("%s, slide %d says twice: %q", a.ExportName(), i+1, s)
				}
				said[s] = true
			}
			if _, field, ok := strings.Cut(xml, "<a:fld"); ok && !strings.Contains(strings.Split(field, "</a:fld>")[0], "<a:latin") {
				t.Errorf("%s, slide %d: its number has a font of its own", a.ExportName(), i+1)
			}
			if v := p.Visual; v != nil && v.Axis != nil && v.Axis.Reported != nil && !strings.Contains(v.Alt, v.Axis.Reported.Text) {
				t.Errorf("%s, slide %d: %q does not tell what was reported", a.ExportName(), i+1, v.Alt)
			}
			if p.Visual == nil || p.Visual.Kind != slide.Chart {
				continue
			}
			cited := cites(p.Source)
			for _, f := range p.Figures {
				if beside := slices.Contains(textsOf(xml), f.Quantity.Text); beside && !slices.Contains(cites(strings.Join(textsOf(xml), " ")), f.Paragraph) {
					t.Errorf("%s, slide %d: ¶%d of %s is not cited", a.ExportName(), i+1, f.Paragraph, f.ID)
				}
			}
			if now := cites(strings.Join(textsOf(xml), " ")); len(now) > len(cited) || len(p.Figures) > 8 && len(now) == len(cited) {
				t.Errorf("%s, slide %d cites %v of %v", a.ExportName(), i+1, now, cited)
			}
		}
		_ = z.Close()
	}
}

// cites are the paragraphs that a text names.
func cites(text string) (all []int) {
	for _, m := range regexp.MustCompile(`¶(\d+)(?:–(\d+))?`).FindAllStringSubmatch(text, -1) {
		from, _ := strconv.Atoi(m[1])
		to, err := strconv.Atoi(m[2])
		if err != nil {
			to = from
		}
		for ; from <= to; from++ {
			all = append(all, from)
		}
	}
	return all
}

func readPart(t *testing.T, z *zip.ReadCloser, name string) string {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// textsOf are the paragraphs of a slide.
func textsOf(xml string) []string {
	var all []string
	for p := range strings.SplitSeq(xml, "</a:p>") {
		var b strings.Builder
		for _, m := range regexp.MustCompile(`<a:t[^>]*>([^<]*)</a:t>`).FindAllStringSubmatch(p, -1) {
			b.WriteString(html.UnescapeString(m[1]))
		}
		all = append(all, b.String())
	}
	return all
}

// A lesson that lists other sources lists all that its slides show: a list of some goes stale.
func TestLessonsNameTheirSources(t *testing.T) {
	m, all := builtinLessons(t)
	for _, a := range all {
		own, shown := "", map[string]bool{}
		for _, s := range a.lesson.Slides {
			own += s.Text + "\n"
		}
		names := func(text string) (found []string) {
			for _, src := range m.dossier.Sources()[1:] {
				publisher := cmp.Or(src.Container, src.Publisher)
				if name, _, _ := strings.Cut(publisher, " via"); len(name) > 4 && strings.Contains(text, name) && !slices.Contains(found, name) {
					found = append(found, name)
				}
			}
			return found
		}
		for _, p := range a.pages(false) {
			for _, n := range p.Numerals {
				shown[n.From] = n.Other
			}
			if _, others, ok := strings.Cut(p.Source, "other sources say"); ok {
				shown[others] = true
			}
		}
		listed := names(own)
		for from, other := range shown {
			for _, name := range names(from) {
				if other && len(listed) > 0 && !slices.Contains(listed, name) {
					t.Errorf("%s lists %q, but shows %q as well", a.ExportName(), listed, name)
				}
			}
		}
	}
}

func checkText(t *testing.T, path string, said []string) {
	t.Helper()
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	text := squeeze(ooxmltest.Tool(t, "pdftotext", path, "-"))
	for _, s := range said {
		if !strings.Contains(text, squeeze(s)) {
			t.Errorf("%s: %q is missing", filepath.Base(path), s)
		}
	}
}

// A lesson without slides, or whose places the dossier lacks, is saved as well.
func TestOddLessonsTakenAlong(t *testing.T) {
	m, all := builtinLessons(t)
	for name, l := range map[string]lesson.Lesson{
		"empty":   {},
		"lacking": {Title: "x/y:z", Slides: []lesson.Slide{{ID: "a", Place: "figure/none"}, {ID: "b", Place: "no place"}, {ID: "c", Hidden: true, Title: "not shown"}}},
	} {
		a := newAlong(l, m, all[0].words, "test")
		for _, f := range a.Formats() {
			var b bytes.Buffer
			if err := (&export.Job{Format: f, Work: a.Work(f, exportPalette(ui.Dark, nil))}).Write(t.Context(), &b); err != nil {
				t.Errorf("%s, %s: %v", name, f.Name, err)
			}
			if bytes.Contains(b.Bytes(), []byte("not shown")) {
				t.Errorf("%s: what is hidden is there", f.Name)
			}
		}
	}
}

// A question says what it is about, as the slide does before the class.
func TestQuestionsOfAWorksheet(t *testing.T) {
	w := record.NewWords(inEnglish, datatest.Open(t, data.Builtin()))
	for _, c := range []struct {
		title string
		large bool
		ask   []string
		want  string
	}{
		{"Trade", false, []string{"Why?", "Whose?"}, "Trade. Why?|Trade. Whose?"},
		{"They will trade.", false, []string{"When?"}, "They will trade. When?"},
		{"What was kept?", true, []string{"Who counts?"}, "What was kept? Who counts?"},
		{"What was kept?", true, nil, "What was kept?"},
		{"Ten years", true, []string{"Who counts?"}, "Who counts?"},
		{"Ten years", true, nil, ""},
		{"Was it kept?", false, nil, ""},
		{"", false, []string{"Who counts?"}, "Who counts?"},
	} {
		if got := strings.Join(askedOf(w, c.title, c.large, c.ask), "|"); got != c.want {
			t.Errorf("%q, %t, %q: it asks %q, want %q", c.title, c.large, c.ask, got, c.want)
		}
	}
}

// A worksheet names what its questions speak of: no slide stands beside it.
func TestWorksheetNamesWhatItSpeaksOf(t *testing.T) {
	_, all := builtinLessons(t)
	for _, a := range all {
		for _, p := range a.pages(false) {
			part := partOf(a.words, &p)
			text := strings.Join(append(part.Ask, part.Shown...), "\n")
			for i := range p.Figures {
				if n := worksheet.Named(a.words, &p.Figures[i]); len(part.Ask) > 0 && i < 12 && !strings.Contains(text, n) {
					t.Errorf("%s, %q: %q is not named", a.ExportName(), p.Title, n)
				}
			}
			for _, l := range p.Lines {
				if len(part.Ask) > 0 && len(p.Figures) == 0 && !strings.Contains(text, l.Text) {
					t.Errorf("%s, %q: %q is not there", a.ExportName(), p.Title, l.Text)
				}
			}
			for _, n := range p.Numerals {
				if n.Other && len(part.Ask) > 0 && !strings.Contains(text, n.Number) {
					t.Errorf("%s, %q: the other source's %q is not there", a.ExportName(), p.Title, n.Number)
				}
			}
		}
		for _, task := range a.worksheet().Tasks {
			if said := strings.Join(task.Answers, "\n"); strings.Contains(said, a.words.Say("worksheet.open")) {
				t.Errorf("%s: %q has no answer", a.ExportName(), task.Ask)
			}
		}
	}
}

// A worksheet is about the figures that are picked, or else about what stands open.
func TestWorksheetOfWhatIsHere(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	lookingAt(t, Look{Scheme: ui.Light, TextScale: 1})
	s := newShell(materialOf(d), inEnglish, pictureFrame{theme: &ui.Theme{Scheme: ui.Light}})
	first, second := d.Figures()[0].ID, d.Figures()[1].ID
	for _, c := range []struct {
		at     route.Route
		picked []string
		want   int
	}{
		{route.To(route.Overview, ""), nil, len(d.Metadata().Headline)},
		{route.To(route.Figure, first), nil, 1},
		{route.To(route.Pillar, "trade"), nil, len(d.FiguresOfPillar("trade"))},
		{route.To(route.Figure, first), []string{first, second, "none"}, 2},
	} {
		s.Go(c.at)
		s.compare.picked = c.picked
		if got, title := s.figuresHere(); len(got) != c.want || title == "" {
			t.Errorf("%v: %d figures, %q", c.at, len(got), title)
		}
	}
}

// The dialog that saves charts saves lessons, and can be told to stop.
func TestDialogTakesLessonsAlong(t *testing.T) {
	_, all := builtinLessons(t)
	s := savesTo(t, t.TempDir())
	of := newSaving(all[0], inEnglish, s.folder)
	of.ask, of.close, of.saved, of.changed, of.choose = s.ask, s.close, s.saved, s.changed, s.choose
	of.beside = func(work func()) { work() }
	for i, f := range of.formats {
		of.kind.SetSelectedIndex(i)
		of.name.SetText(fmt.Sprint("lesson ", i))
		of.start(false)
		if info, err := os.Stat(filepath.Join(s.folder, fmt.Sprint("lesson ", i)+f.End)); err != nil || info.Size() < 1000 {
			t.Errorf("%s: %v, told %q", f.Name, err, of.told)
		}
	}
	of.beside = func(work func()) { of.stop(); work() }
	of.kind.SetSelectedIndex(3)
	of.name.SetText("ended")
	of.start(false)
	if _, err := os.Stat(filepath.Join(s.folder, "ended.pptx")); err == nil || of.told.String() != inEnglish.Say("export.cancelled") {
		t.Errorf("it was saved, told %q", of.told)
	}
}

// Each kind of file of a lesson has a name of its own, unless the user gives it one: none
// takes the place of another.
func TestKindsOfFilesAreNamed(t *testing.T) {
	_, all := builtinLessons(t)
	s := newSaving(all[0], inEnglish, t.TempDir())
	s.content()
	s.changed = func() {}
	kinds := map[string]string{}
	for i, f := range s.formats {
		s.kind.SetSelectedIndex(i)
		name := s.name.Text + f.End
		if other, taken := kinds[name]; taken || s.name.Text == "" {
			t.Errorf("%s and %s are both %q", f.Name, other, name)
		}
		kinds[name] = f.Name
	}
	s.name.SetText("mine")
	s.kind.SetSelectedIndex(0)
	if s.name.Text != "mine" {
		t.Errorf("the user's name became %q", s.name.Text)
	}
}

// The dialog asks how many questions a worksheet has, and only there. What is chosen is
// remembered, so that the answers are to the same questions; they fit into a class.
func TestDialogAsksHowManyQuestions(t *testing.T) {
	ooxmltest.Needs(t, "pdfinfo")
	a, w := appOf(t, dossier(t))
	a.home = t.TempDir()
	_, ready := builtinLessons(t)
	of := ready[0]
	for _, c := range []struct {
		name   string
		format export.Format
		choose int // -1: what is chosen stays
		most   int
		pages  int
	}{
		{"usual", worksheetPDF, -1, 12, 4},
		{"few", worksheetPDF, 0, 6, 2},
		{"key", keyPDF, -1, 6, 2},
		{"all", worksheetDOCX, 3, session.AllQuestions, 0},
	} {
		s := w.saving(of)
		s.beside = func(work func()) { work() }
		w.showSaving(s)
		if shown := all[*choice](w.win.Canvas().Overlays().Top()); slices.Contains(shown, s.many) {
			t.Fatal("it asks how many questions slides have")
		}
		s.kind.SetSelectedIndex(slices.Index(of.Formats(), c.format))
		if shown := all[*choice](w.win.Canvas().Overlays().Top()); !slices.Contains(shown, s.many) || slices.Contains(shown, s.scheme) {
			t.Fatalf("%s: it does not ask how many", c.name)
		}
		if c.choose >= 0 {
			s.many.SetSelectedIndex(c.choose)
		}
		s.name.SetText(c.name)
		s.start(false)
		if sheet := of.worksheet(); len(sheet.Tasks) != min(c.most, 42) || w.dialog != nil || w.app.session.Settings().Questions != c.most {
			t.Errorf("%s: %d questions, remembered are %d; it says %q", c.name, len(sheet.Tasks), w.app.session.Settings().Questions, s.told)
		}
		if c.pages > 0 {
			info := ooxmltest.Tool(t, "pdfinfo", filepath.Join(a.home, c.name+".pdf"))
			_, rest, _ := strings.Cut(info, "Pages:")
			if n, err := strconv.Atoi(strings.Fields(rest)[0]); err != nil || n > c.pages {
				t.Errorf("%s: %d pages, %v", c.name, n, err)
			}
		}
	}
}

func BenchmarkTakeAlong(b *testing.B) {
	_, all := builtinLessons(b)
	for _, f := range all[0].Formats() {
		b.Run(fmt.Sprint(f.Name), func(b *testing.B) {
			for b.Loop() {
				var out bytes.Buffer
				if err := (&export.Job{Format: f, Work: all[0].Work(f, exportPalette(ui.Light, nil))}).Write(b.Context(), &out); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(out.Len()), "bytes")
			}
		})
	}
}
