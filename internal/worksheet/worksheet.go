// Package worksheet makes questions about a source from the records of its
// dossier, by rules: the same records give the same questions, and what an answer
// says stands in the ledger.
package worksheet

import (
	"cmp"
	"math"
	"slices"
	"strings"
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
	Given   []string // what it speaks of, for who does not see the slide
	Options []string // to be ticked; none: it is answered in words
	Lines   int      // of room to write
	Answers []string
	Cite    string // where the answer is found: "¶15"; empty: nowhere

	part int // that it is about
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
	Title string
	Parts []Part
	Most  int // questions; 0: all that there are
}

// Part is a slide of a lesson, or figures that belong together.
type Part struct {
	Figures []data.Figure
	Ask     []string // questions of the teacher's own
	Shown   []string // what they speak of, where they do not name it
	Notes   []string // the teacher's own on them
}

// figure is one that is asked about, and the index of the first part that has it.
type figure struct {
	data.Figure

	part int
}

// Make makes a worksheet, in the order of its parts. There are at most ten questions
// about single figures, of all kinds in turn, then one about what is not stated of a
// project, two about charts, and the teacher's own. Of more than are wanted, some of
// each kind and from all over the parts are taken.
func Make(c Choice, d *data.Dossier, w *wording.Words) *Sheet {
	m := &maker{dossier: d, words: w}
	figures := once(c.Parts)
	all := m.single(figures)
	if t, ok := m.lacks(figures); ok {
		all = append(all, t)
	}
	all = append(all, m.charts(figures)...)
	for i, p := range c.Parts {
		for _, q := range p.Ask {
			all = append(all, Task{Kind: Asked, Ask: q, Given: p.Shown, Lines: 3, Answers: m.known(&p), part: i})
		}
	}
	slices.SortStableFunc(all, func(a, b Task) int { return cmp.Compare(a.part, b.part) })
	return &Sheet{Title: c.Title, Tasks: some(all, c.Most), words: w}
}

// once are the figures of all parts, each once.
func once(parts []Part) []figure {
	seen := map[string]bool{}
	var all []figure
	for i, p := range parts {
		for _, f := range p.Figures {
			if !seen[f.ID] {
				seen[f.ID] = true
				all = append(all, figure{f, i})
			}
		}
	}
	return all
}

// some are at most so many questions, in their order: of the teacher's own and of
// those from the ledger in turn, there of each kind in turn, and each as far as can be
// from those that are taken.
func some(all []Task, most int) []Task {
	if most <= 0 || len(all) <= most {
		return all
	}
	var turns []Kind
	for _, k := range []Kind{Find, Counts, Claim, Absent, Lacks, Chart} {
		turns = append(turns, Asked, k)
	}
	var taken []int
	for turn := 0; len(taken) < most; turn++ {
		if i := farthest(all, taken, turns[turn%len(turns)]); i >= 0 {
			taken = append(taken, i)
		}
	}
	slices.Sort(taken)
	few := make([]Task, most)
	for n, i := range taken {
		few[n] = all[i]
	}
	return few
}

// farthest is the question of a kind that is not taken and in a part as far as can be
// from the parts of those that are, the first of several; -1: there is none.
func farthest(all []Task, taken []int, kind Kind) int {
	best, far := -1, -1
	for i := range all {
		if all[i].Kind != kind || slices.Contains(taken, i) {
			continue
		}
		near := math.MaxInt
		for _, j := range taken {
			near = min(near, max(all[i].part-all[j].part, all[j].part-all[i].part))
		}
		if near > far {
			best, far = i, near
		}
	}
	return best
}

// maker makes questions.
type maker struct {
	dossier *data.Dossier
	words   *wording.Words
}

// Named is a figure with the wording of the source.
func Named(w *wording.Words, f *data.Figure) string {
	return w.Say("worksheet.figure", message.Args{"Figure": f.Label, "Wording": w.Or(f.Quantity.Text)})
}

func (m *maker) named(f *data.Figure) string { return Named(m.words, f) }

// known is what a teacher's own question may be answered by: the notes, and what the
// ledger has of the figures, of many of them in short.
func (m *maker) known(p *Part) []string {
	const most = 3
	all := slices.Clone(p.Notes)
	for i := range p.Figures {
		all = append(all, m.record(&p.Figures[i], len(p.Figures) <= most))
	}
	if len(all) == 0 {
		return []string{m.words.Say("worksheet.open")}
	}
	return append([]string{m.words.Say("worksheet.known")}, all...)
}

// record is what the ledger has of a figure.
func (m *maker) record(f *data.Figure, whole bool) string {
	parts := []string{m.named(f)}
	if f.Quantity.Comparator != data.Exact {
		parts = append(parts, m.words.Comparator(f.Quantity.Comparator))
	}
	if whole && f.Period != (data.Period{}) {
		parts = append(parts, m.words.Period(f.Period))
	}
	if whole {
		parts = append(parts, m.words.Date(f.AsOf), f.Quantity.Counts, f.Caution)
	}
	says := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
	if cite := wording.Cite(f.Paragraph); f.Paragraph > 0 {
		says = m.words.Say("worksheet.cited", message.Args{"Answer": says, "Cite": cite})
	}
	return says
}

// single are questions about single figures, from all over them.
func (m *maker) single(figures []figure) []Task {
	const most = 10
	kinds := []func(*data.Figure) (Task, bool){m.find, m.counts, m.claim, m.absent}
	n, next := min(len(figures), most), 0
	var all []Task
	for i := range n {
		f := &figures[i*len(figures)/n]
		for range kinds {
			t, ok := kinds[next%len(kinds)](&f.Figure)
			next++
			if ok {
				t.part = f.part
				all = append(all, t)
				break
			}
		}
	}
	return all
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
func (m *maker) lacks(figures []figure) (Task, bool) {
	for i := range figures {
		p, ok := m.dossier.Project(figures[i].Project)
		if !ok || len(p.NotStated) == 0 {
			continue
		}
		cites := m.words.Series(wording.Cites(p.Paragraphs))
		return Task{
			Kind: Lacks, part: figures[i].part, Ask: m.words.Say("worksheet.lacks", message.Args{"Project": p.Name}), Lines: 3, Answers: p.NotStated, Cite: cites,
		}, true
	}
	return Task{}, false
}

// charts ask of two figures whether a chart of both would mislead: of two in
// different units, and of two in the same.
func (m *maker) charts(figures []figure) []Task {
	var all []Task
	for _, same := range []bool{false, true} {
		if t, ok := m.chart(figures, same); ok {
			all = append(all, t)
		}
	}
	return all
}

func (m *maker) chart(figures []figure, same bool) (Task, bool) {
	drawable := func(f *data.Figure) bool { return f.Quantity.Comparator != data.Rank }
	for i, a := range figures {
		for _, b := range figures[i+1:] {
			if drawable(&a.Figure) && drawable(&b.Figure) && (a.Quantity.Unit == b.Quantity.Unit) == same {
				t := m.pair(&a.Figure, &b.Figure)
				t.part = b.part
				return t, true
			}
		}
	}
	return Task{}, false
}

// pair has its answer from what the app itself says of such a chart.
func (m *maker) pair(a, b *data.Figure) Task {
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
		return t
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
	return t
}
