package worksheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"beltroad/data"
	"beltroad/data/fixture"
	"beltroad/internal/drawing"
	"beltroad/internal/drawing/fonttest"
	"beltroad/internal/message/messagetest"
	"beltroad/internal/ooxml/ooxmltest"
	"beltroad/internal/wording"
)

func made(t testing.TB, fsys fs.FS, most int, ask ...string) (*Sheet, *data.Dossier) {
	t.Helper()
	d, err := data.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	figures := d.Figures()
	s := Make(Choice{Title: "Numbers < & >", Parts: []Part{{Figures: figures[:min(most, len(figures))], Ask: ask}}}, d, wording.New(messagetest.English(t), d))
	s.Language, s.Program, s.Made = "en-GB", "test", time.Unix(1.7e9, 0)
	s.Imprint = []string{"Author, Title, Journal, 2023", "Inclusion is not endorsement."}
	return s, d
}

func TestEveryKindIsAsked(t *testing.T) {
	s, _ := made(t, data.Builtin(), 50, "What do you think?")
	kinds := map[Kind]int{}
	for _, task := range s.Tasks {
		kinds[task.Kind]++
		if task.Ask == "" || len(task.Answers) == 0 || task.Lines == 0 && len(task.Options) == 0 {
			t.Errorf("%+v", task)
		}
	}
	for _, k := range []Kind{Find, Counts, Claim, Absent, Lacks, Chart, Asked} {
		if kinds[k] == 0 {
			t.Errorf("nothing is asked of the kind %s", k)
		}
	}
	if len(s.Tasks) > 14 {
		t.Errorf("%d questions", len(s.Tasks))
	}
}

// What the key says is what the ledger says, for each figure of both dossiers.
func TestAnswersAreTheLedgers(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"beltroad": data.Builtin(), "harbour": fixture.Harbour()} {
		s, d := made(t, fsys, 1)
		m := &maker{d, s.words}
		figures := d.Figures()
		for i := range figures {
			f := &figures[i]
			if task, ok := m.find(f); ok && !strings.Contains(task.Answers[0], fmt.Sprintf("¶%d", f.Paragraph)) {
				t.Errorf("%s, %s: %+v", name, f.ID, task)
			} else if strings.Contains(task.Ask, "¶") {
				t.Errorf("%s, %s: the question tells its answer: %s", name, f.ID, task.Ask)
			}
			if task, ok := m.claim(f); !ok || !slices.Contains(task.Options, s.words.ClaimLong(f.Claim)) || !strings.HasPrefix(task.Answers[0], s.words.ClaimLong(f.Claim)) {
				t.Errorf("%s, %s: %+v", name, f.ID, task)
			}
			if task, ok := m.counts(f); ok && !strings.EqualFold(task.Answers[0], f.Quantity.Counts) {
				t.Errorf("%s, %s: %+v", name, f.ID, task)
			}
			task, ok := m.absent(f)
			said := strings.Join(task.Answers, ";")
			if ok != (len(task.Answers) > 0) || (f.Speaker == "") != strings.Contains(said, "who says so") || f.AsOf.IsZero() != strings.Contains(said, "at which it holds") {
				t.Errorf("%s, %s: %+v", name, f.ID, task)
			}
		}
	}
}

func TestChartsThatMislead(t *testing.T) {
	s, d := made(t, data.Builtin(), 1)
	m := &maker{d, s.words}
	q := func(id, unit string, c data.Comparator, value float64) data.Figure {
		return data.Figure{ID: id, Label: id, Claim: data.Reported, Paragraph: 4, Quantity: data.Quantity{Text: id, Value: value, Comparator: c, Unit: unit, Counts: "things"}}
	}
	a, b, c, over := q("a", "countries", data.Exact, 5), q("b", "USD", data.Exact, 6), q("c", "countries", data.Exact, 7), q("d", "countries", data.Over, 8)
	for _, x := range []struct {
		name string
		a, b data.Figure
		want string
	}{
		{"units", a, b, "cannot share an axis"},
		{"open end", a, over, "d: d: "},
		{"undated", a, c, "Neither a period nor a date"},
	} {
		task := m.pair(&x.a, &x.b)
		if !strings.Contains(strings.Join(task.Answers, "\n"), x.want) {
			t.Errorf("%s: %q", x.name, task.Answers)
		}
	}
	if _, ok := m.chart([]figure{{Figure: a}}, true); ok {
		t.Error("one figure makes no pair")
	}
}

func TestTheSameRecordsGiveTheSame(t *testing.T) {
	a, _ := made(t, data.Builtin(), 9)
	b, _ := made(t, data.Builtin(), 9)
	if fmt.Sprint(a.Tasks) != fmt.Sprint(b.Tasks) {
		t.Error("other questions the second time")
	}
	empty, _ := made(t, data.Builtin(), 0)
	if len(empty.Tasks) != 0 {
		t.Error(empty.Tasks)
	}
}

// A lesson of many questions makes a sheet of as many as are wanted: of all kinds, from
// all over the lesson, in its order, and the same each time.
func TestSomeOfTheQuestions(t *testing.T) {
	d, err := data.Open(data.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	words := wording.New(messagetest.English(t), d)
	figures := d.Figures()
	var parts []Part
	for i := range 24 {
		parts = append(parts, Part{Figures: figures[i : i+1], Ask: []string{fmt.Sprintf("What of %d?", i)}})
	}
	all := Make(Choice{Parts: parts}, d, words)
	if len(all.Tasks) != 37 {
		t.Errorf("%d questions in all", len(all.Tasks))
	}
	for most, kinds := range map[int]int{1: 1, 6: 4, 12: 7, 20: 7, 36: 7} {
		few := Make(Choice{Parts: parts, Most: most}, d, words)
		if again := Make(Choice{Parts: parts, Most: most}, d, words); fmt.Sprint(again.Tasks) != fmt.Sprint(few.Tasks) {
			t.Errorf("%d: others the second time", most)
		}
		of, halves, last := map[Kind]int{}, [2]int{}, -1
		for _, task := range few.Tasks {
			at := slices.IndexFunc(all.Tasks, func(other Task) bool { return fmt.Sprint(other) == fmt.Sprint(task) })
			if at <= last {
				t.Errorf("%d: %q is out of order, or not among all", most, task.Ask)
			}
			last = at
			of[task.Kind]++
			halves[task.part/12]++
		}
		if len(few.Tasks) != most || len(of) != kinds {
			t.Errorf("%d: %d questions of %v", most, len(few.Tasks), of)
		}
		if most >= 6 && min(halves[0], halves[1]) < most/3 {
			t.Errorf("%d: %d are from the first half, %d from the second", most, halves[0], halves[1])
		}
	}
	few := Make(Choice{Parts: []Part{{Ask: []string{"a", "b", "c"}}}, Most: 2}, d, words)
	if len(few.Tasks) != 2 {
		t.Errorf("of one kind alone %d are taken", len(few.Tasks))
	}
}

// What the teacher asks is answered by the notes and by what the ledger has of the
// figures; that there is no answer is said only where there is neither.
func TestTheTeachersQuestions(t *testing.T) {
	d, err := data.Open(data.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	words := wording.New(messagetest.English(t), d)
	f, _ := d.Figure("trade-volume")
	many := d.FiguresOfPillar("policy")
	var figures []data.Figure
	for _, f := range many {
		figures = append(figures, *f)
	}
	for name, c := range map[string]struct {
		part Part
		want []string
	}{
		"figure":  {Part{Figures: []data.Figure{f}, Notes: []string{"About 1.9 trillion a year."}}, []string{words.Say("worksheet.known"), "About 1.9", f.Quantity.Text, f.Caution, "2013 to 2022", "(¶19)"}},
		"many":    {Part{Figures: figures}, []string{figures[0].Label, figures[len(figures)-1].Label, words.Comparator(data.Over)}},
		"nothing": {Part{}, []string{words.Say("worksheet.open")}},
	} {
		c.part.Ask, c.part.Shown = []string{"Why?"}, []string{"What is shown"}
		s := Make(Choice{Parts: []Part{c.part}}, d, words)
		at := slices.IndexFunc(s.Tasks, func(task Task) bool { return task.Kind == Asked })
		if at < 0 {
			t.Fatalf("%s: it is not asked", name)
		}
		said := strings.Join(s.Tasks[at].Answers, "\n")
		for _, want := range c.want {
			if !strings.Contains(said, want) || strings.Join(s.Tasks[at].Given, "") != "What is shown" {
				t.Errorf("%s: %q is not in %q, or it is not given what it speaks of: %q", name, want, said, s.Tasks[at].Given)
			}
		}
		if open := strings.Contains(said, words.Say("worksheet.open")); open != (name == "nothing") {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// A question stands on one page with its room to write, where others open the file, too.
func TestQuestionsAreNotParted(t *testing.T) {
	ooxmltest.Needs(t, "soffice")
	s, _ := made(t, data.Builtin(), 50, "A question of the teacher's own, long enough to be set in two lines of a page, as many are?")
	s.Imprint = []string{"imprint"}
	one := s.Tasks[len(s.Tasks)-1]
	one.Given, one.Options = []string{"It speaks of this"}, nil
	for i := range s.Tasks { // however far down the page one begins
		if s.Tasks[i].Lines == 0 {
			s.Tasks[i].Lines = 1 + i%3
		}
	}
	for range 30 {
		s.Tasks = append(s.Tasks, one)
	}
	path := kept(t, "parted.docx", func(w io.Writer) error { return s.DOCX(w, false) })
	dir := t.TempDir()
	ooxmltest.Tool(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", dir, path)
	pages := strings.Split(strings.TrimSuffix(ooxmltest.Tool(t, "pdftotext", "-layout", dir+"/"+strings.TrimSuffix(filepath.Base(path), ".docx")+".pdf", "-"), "\f"), "\f")
	if len(pages) < 5 {
		t.Errorf("%d pages", len(pages))
	}
	for i, page := range pages {
		body, _, _ := strings.Cut(page, "imprint")
		if body = strings.TrimSpace(body); !strings.HasSuffix(body, "____") {
			t.Errorf("page %d ends with %q", i+1, body[max(0, len(body)-80):])
		}
	}
}

func kept(t *testing.T, name string, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return ooxmltest.Keep(t, name, b.Bytes())
}

func TestFiles(t *testing.T) {
	s, _ := made(t, data.Builtin(), 50, "Own < & > \x00\x1b question 图文?")
	face, err := drawing.NewTypeface(fonttest.File(t, fonttest.Regular), fonttest.File(t, fonttest.Bold), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []bool{false, true} {
		name := fmt.Sprintf("worksheet-%v", key)
		ooxmltest.Validate(t, kept(t, name+".docx", func(w io.Writer) error { return s.DOCX(w, key) }))
		path := kept(t, name+".pdf", func(w io.Writer) error { return s.PDF(context.Background(), w, key, face) })
		ooxmltest.Tool(t, "qpdf", "--check", path)
		text := strings.Join(strings.Fields(ooxmltest.Tool(t, "pdftotext", path, "-")), " ")
		for i := range s.Tasks {
			task := &s.Tasks[i]
			answer := strings.Join(strings.Fields(s.answers(task)[0]), " ")
			answer = string([]rune(answer)[:min(30, len([]rune(answer)))]) // before a page may end
			if got := strings.Contains(text, answer); got != key && task.Kind != Chart && task.Kind != Asked {
				t.Errorf("%s: the answer %q is there: %v", name, answer, got)
			}
		}
	}
}
