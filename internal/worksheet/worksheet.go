// Package worksheet makes questions about a source from the records of its
// dossier, by rules: the same records give the same questions, and what an answer
// says stands in the ledger.
package worksheet

import (
	"time"

	"beltroad/data"
	"beltroad/internal/message"
	"beltroad/internal/plot"
	"beltroad/internal/wording"
)

// Sheet is a worksheet with its answer key.
type Sheet struct {
	Title    string
	Language string   // BCP 47
	Imprint  []string // from which source and dossier it is, and with which caution
	Program  string
	Made     time.Time
	Tasks    []Task

	words *wording.Words
}

// Task is a question.
type Task struct {
	Kind    Kind
	Ask     string
	Options []string // to be ticked; none: it is answered in words
	Lines   int      // of room to write
	Answers []string
	Cite    string // where the answer is found: "¶15"; empty: nowhere
}

// Kind is what a question is about.
type Kind string

// The kinds of questions.
const (
	Find   Kind = "find"   // the paragraph
	Counts Kind = "counts" // what is counted
	Claim  Kind = "claim"  // which kind of claim it is
	Absent Kind = "absent" // what the source does not state of a figure
	Lacks  Kind = "lacks"  // what it does not state of a project
	Chart  Kind = "chart"  // which chart would mislead
	Asked  Kind = "asked"  // by the teacher
)

// Choice is what a worksheet is made of.
type Choice struct {
	Title   string
	Figures []data.Figure
	Ask     []string // questions of the teacher's own
}

// Make makes a worksheet of some figures. There are at most ten questions about
// single ones, of all kinds in turn, then one about what is not stated of a
// project, two about charts, and the teacher's own.
func Make(c Choice, d *data.Dossier, w *wording.Words) *Sheet {
	const most = 10
	m := &maker{dossier: d, words: w}
	s := &Sheet{Title: c.Title, words: w}
	figures := once(c.Figures)
	kinds := []func(*data.Figure) (Task, bool){m.find, m.counts, m.claim, m.absent}
	next := 0
	for i := range figures {
		if len(s.Tasks) == most {
			break
		}
		for range kinds {
			t, ok := kinds[next%len(kinds)](&figures[i])
			next++
			if ok {
				s.Tasks = append(s.Tasks, t)
				break
			}
		}
	}
	if t, ok := m.lacks(figures); ok {
		s.Tasks = append(s.Tasks, t)
	}
	s.Tasks = append(s.Tasks, m.charts(figures)...)
	for _, q := range c.Ask {
		s.Tasks = append(s.Tasks, Task{Kind: Asked, Ask: q, Lines: 3, Answers: []string{w.Say("worksheet.open")}})
	}
	return s
}

// once are figures, each once.
func once(figures []data.Figure) []data.Figure {
	seen := map[string]bool{}
	var all []data.Figure
	for _, f := range figures {
		if !seen[f.ID] {
			seen[f.ID] = true
			all = append(all, f)
		}
	}
	return all
}

// maker makes questions.
type maker struct {
	dossier *data.Dossier
	words   *wording.Words
}

// named is a figure with the wording of the source.
func (m *maker) named(f *data.Figure) string {
	return m.words.Say("worksheet.figure", message.Args{"Figure": f.Label, "Wording": m.words.Or(f.Quantity.Text)})
}

func (m *maker) asks(kind Kind, f *data.Figure) Task {
	return Task{Kind: kind, Ask: m.words.Say("worksheet."+string(kind), message.Args{"Figure": m.named(f)}), Cite: wording.Cite(f.Paragraph)}
}

func (m *maker) find(f *data.Figure) (Task, bool) {
	t := m.asks(Find, f)
	t.Lines = 1
	answer := t.Cite
	if p, ok := m.dossier.Paragraph(f.Paragraph); ok && p.Summary != "" {
		answer = m.words.Say("worksheet.find.answer", message.Args{"Cite": t.Cite, "Summary": p.Summary})
	}
	t.Answers, t.Cite = []string{answer}, ""
	return t, f.Paragraph > 0
}

func (m *maker) counts(f *data.Figure) (Task, bool) {
	t := m.asks(Counts, f)
	t.Lines = 3
	t.Answers = []string{m.words.Sentence(f.Quantity.Counts)}
	if f.Caution != "" {
		t.Answers = append(t.Answers, f.Caution)
	}
	return t, f.Quantity.Counts != ""
}

func (m *maker) claim(f *data.Figure) (Task, bool) {
	t := m.asks(Claim, f)
	t.Lines = 2
	for _, c := range []data.Claim{data.Reported, data.Estimate, data.Commitment, data.Opinion} {
		t.Options = append(t.Options, m.words.ClaimLong(c))
	}
	answer := m.words.ClaimLong(f.Claim)
	if f.Speaker != "" {
		answer = m.words.Say("worksheet.claim.answer", message.Args{"Claim": answer, "Speaker": f.Speaker})
	}
	t.Answers = []string{answer}
	return t, f.Claim != ""
}

// absent asks what is not stated of a figure; of one that states all of it
// there is no such question.
func (m *maker) absent(f *data.Figure) (Task, bool) {
	t := m.asks(Absent, f)
	q := f.Quantity
	for _, part := range []struct {
		key  string
		lack bool
	}{
		{"period", f.Period.Start.IsZero() && f.Period.End.IsZero()},
		{"asof", f.AsOf.IsZero()},
		{"speaker", f.Speaker == ""},
		{"number", q.Comparator != data.Exact},
	} {
		name := m.words.Say("worksheet.absent." + part.key)
		t.Options = append(t.Options, name)
		if part.lack {
			t.Answers = append(t.Answers, name)
		}
	}
	return t, len(t.Answers) > 0
}

// lacks asks what is not stated of the first project that something is known
// to be missing of.
func (m *maker) lacks(figures []data.Figure) (Task, bool) {
	for i := range figures {
		p, ok := m.dossier.Project(figures[i].Project)
		if !ok || len(p.NotStated) == 0 {
			continue
		}
		cites := m.words.Series(wording.Cites(p.Paragraphs))
		return Task{
			Kind: Lacks, Ask: m.words.Say("worksheet.lacks", message.Args{"Project": p.Name}), Lines: 3, Answers: p.NotStated, Cite: cites,
		}, true
	}
	return Task{}, false
}

// charts ask of two figures whether a chart of both would mislead: of two in
// different units, and of two in the same.
func (m *maker) charts(figures []data.Figure) []Task {
	var all []Task
	for _, same := range []bool{false, true} {
		if t, ok := m.chart(figures, same); ok {
			all = append(all, t)
		}
	}
	return all
}

func (m *maker) chart(figures []data.Figure, same bool) (Task, bool) {
	drawable := func(f *data.Figure) bool { return f.Quantity.Comparator != data.Rank }
	for i, a := range figures {
		for _, b := range figures[i+1:] {
			if drawable(&a) && drawable(&b) && (a.Quantity.Unit == b.Quantity.Unit) == same {
				return m.pair(&a, &b)
			}
		}
	}
	return Task{}, false
}

// pair has its answer from what the app itself says of such a chart.
func (m *maker) pair(a, b *data.Figure) (Task, bool) {
	w := m.words
	t := Task{
		Kind: Chart, Ask: w.Say("worksheet.chart", message.Args{"First": m.named(a), "Second": m.named(b)}), Lines: 3,
		Options: []string{w.Say("worksheet.chart.yes"), w.Say("worksheet.chart.no")},
		Cite:    w.Series(wording.Cites([]int{min(a.Paragraph, b.Paragraph), max(a.Paragraph, b.Paragraph)})),
	}
	const wide = 1000
	drawn, refused := plot.Compute([]data.Figure{*a, *b}, plot.Options{Width: wide, Words: w, Pillars: plot.PillarOrders(m.dossier)})
	if refused != nil {
		t.Answers = []string{w.Say("worksheet.chart.yes"), refused.Reason}
		return t, true
	}
	for _, n := range drawn.Notes {
		t.Answers = append(t.Answers, n.Text)
	}
	for _, f := range []*data.Figure{a, b} {
		if f.Quantity.Comparator != data.Exact {
			t.Answers = append(t.Answers, w.Say("worksheet.chart.end", message.Args{"Figure": m.named(f), "Means": w.Comparator(f.Quantity.Comparator)}))
		}
	}
	if len(t.Answers) == 0 {
		t.Answers = []string{w.Say("worksheet.chart.no")}
	} else {
		t.Answers = append([]string{w.Say("worksheet.chart.unless")}, t.Answers...)
	}
	return t, true
}
