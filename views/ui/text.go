package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
)

// Run is a piece of text in one style.
type Run struct {
	Text   string
	Size   fyne.ThemeSizeName  // empty: body
	Color  fyne.ThemeColorName // empty: ink, or the accent for links
	Mark   fyne.ThemeColorName // ground behind the words; empty: none
	Style  fyne.TextStyle
	OnOpen func()      // makes the run a link, kept in one piece where it fits, but for texts for reading
	Leads  route.Route // where the link leads, for its context menu; zero: to no place
	// Object stands in the line in place of words, after the word before it; nil: none.
	Object fyne.CanvasObject
}

// To makes the run a link to a place.
func (r Run) To(nav route.Nav, to route.Route) Run {
	r.OnOpen, r.Leads = func() { nav.Go(to) }, to
	return r
}

// Text is text that wraps at words. Unlike Fyne's own it knows its height for
// a width at once, has no padding, and its links can be marked and focused.
type Text struct {
	Base

	// Runs are the pieces, in order; set them before the text is shown.
	Runs []Run
	// LineGap is added between lines, as a share of the text size.
	LineGap float32
	// Reading is set in a serif, where the theme says so.
	Reading bool
	// Whole keeps the text on one line.
	Whole bool
	// Name says which text it is to whoever is told what is selected of it.
	Name string
	// Said is told of it in place of its words; empty: they are.
	Said string

	words []word
	fonts []metrics // of each run
	in    setting   // that these were measured in
	lines lines
	parts []fyne.CanvasObject
	style style // that the parts were made in
	under under // what is drawn behind the words
}

var (
	_ fyne.Widget     = (*Text)(nil)
	_ fyne.Accessible = (*Text)(nil)
	_ HeightForWidth  = (*Text)(nil)
)

// NewText makes a text of runs.
func NewText(runs ...Run) *Text {
	t := &Text{Runs: runs}
	t.ExtendBaseWidget(t)
	return t
}

// Label is a text of one run in a size and colour.
func Label(text string, size fyne.ThemeSizeName, col fyne.ThemeColorName) *Text {
	return NewText(Run{Text: text, Size: size, Color: col})
}

// Strong is a text of one bold run.
func Strong(text string, size fyne.ThemeSizeName, col fyne.ThemeColorName) *Text {
	return NewText(Run{Text: text, Size: size, Color: col, Style: fyne.TextStyle{Bold: true}})
}

// OneLine is a text of one run that does not wrap.
func OneLine(text string, size fyne.ThemeSizeName, col fyne.ThemeColorName) *Text {
	t := Label(text, size, col)
	t.Whole = true
	return t
}

// SetText replaces the words of the first run.
func (t *Text) SetText(s string) {
	first := t.Runs[0]
	first.Text = s
	t.SetRuns(append([]Run{first}, t.Runs[1:]...)...)
}

// SetRuns replaces the text.
func (t *Text) SetRuns(runs ...Run) {
	t.Runs = runs
	t.words, t.lines.rows = nil, nil
	t.compose(t.Size().Width)
	t.Refresh()
}

// String is the text without its style.
func (t *Text) String() string {
	var b strings.Builder
	for _, r := range t.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// AccessibilityLabel implements [fyne.Accessible].
func (t *Text) AccessibilityLabel() string { return cmp.Or(t.Said, t.String()) }

// AccessibilityRole implements [fyne.Accessible].
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Children are the objects of the text's lines, its links among them.
func (t *Text) Children() []fyne.CanvasObject {
	if t.under.shown != nil {
		return t.under.shown
	}
	return t.parts
}

// HeightFor implements [HeightForWidth].
func (t *Text) HeightFor(width float32) float32 { return t.breakLines(width).height }

// MinSize implements [fyne.CanvasObject]: the width of the longest word.
func (t *Text) MinSize() fyne.Size {
	t.measure()
	w := float32(0)
	for _, p := range t.words {
		w = max(w, p.width)
	}
	if t.Whole {
		w = t.NaturalWidth()
	}
	return fyne.NewSize(w, t.breakLines(max(w, t.Size().Width)).height)
}

// NaturalWidth is the width of the text on one line.
func (t *Text) NaturalWidth() float32 {
	t.measure()
	w := float32(0)
	for _, p := range t.words {
		w += p.width + t.gap(p)
	}
	return w
}

// Resize implements [fyne.CanvasObject]; a new width breaks the lines anew.
func (t *Text) Resize(s fyne.Size) {
	if t.parts == nil || s.Width != t.Size().Width {
		t.BaseWidget.Resize(s) // first: marks lie where the lines of this width are
		t.compose(s.Width)
		t.Refresh()
		return
	}
	t.BaseWidget.Resize(s)
}

// CreateRenderer implements [fyne.Widget].
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t} }

type textRenderer struct{ t *Text }

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Layout(fyne.Size)             {}
func (r *textRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.t.Children() }
func (r *textRenderer) Refresh() {
	if t := r.t; t.parts != nil && t.style != t.Themed.style() {
		t.compose(t.Size().Width)
	}
	for _, o := range r.t.Children() {
		o.Refresh()
	}
}

// word is what lines are made of. It holds no pointer: a text has many.
type word struct {
	at, size int32 // where it stands in the text, in bytes
	run      int32
	before   int32 // the run of the space before it,
	spaced   bool  // if there is one
	glued    bool  // it goes on the line of the word before it, if it can
	width    float32
}

// end is where a word ends in the text, in bytes.
func (w word) end() int { return int(w.at + w.size) }

// written is a word as it is written.
func (t *Text) written(w word) string {
	from := int(w.at) - t.fonts[w.run].begin
	return t.Runs[w.run].Text[from : from+int(w.size)]
}

// joins tells whether no line may end between the last word and this one, which
// no space parts.
func (t *Text) joins(next string) bool {
	last := t.written(t.words[len(t.words)-1])
	if !unspaced(last) && !unspaced(next) {
		return true
	}
	for _, s := range stopsIn(last + next) {
		if s.end == len(last) {
			return !s.line
		}
	}
	return true
}

// measure cuts the runs into words, once. The words of a link, and words that
// no space parts ("¶15." after a link), are glued.
func (t *Text) measure() {
	t.forget()
	if t.words != nil {
		return
	}
	t.fonts = make([]metrics, len(t.Runs))
	var parts []string                          // of a word
	spaced, before, begin := false, int32(0), 0 // where the run begins in the text
	for i, r := range t.Runs {
		run := int32(i) // #nosec G115 -- no text has that many
		t.fonts[i] = t.metricsOf(i)
		t.fonts[i].begin = begin
		if r.Object != nil {
			t.words = append(t.words, t.inline(i, begin, spaced, before))
			spaced, before = false, run
		}
		if r.Text == "" { // it parts nothing
			continue
		}
		if strings.HasPrefix(r.Text, " ") {
			spaced, before = true, run
		}
		at := 0 // in the run
		fields := strings.Fields(r.Text)
		t.words = slices.Grow(t.words, len(fields))
		for n, p := range fields {
			at += strings.Index(r.Text[at:], p)
			parts = appendParts(parts[:0], p)
			for m, part := range parts {
				first := len(t.words) == 0
				glued := !first && !spaced && m == 0 && t.joins(part) || n+m > 0 && t.keeps(r)
				t.words = append(t.words, word{
					at: int32(begin + at), size: int32(len(part)), run: run, width: t.wordWidth(i, part), // #nosec G115 -- no text is that long
					before: before, spaced: spaced && !first, glued: glued,
				})
				spaced, before = false, run
				at += len(part)
			}
			spaced = true
		}
		begin += len(r.Text)
		if spaced = strings.HasSuffix(r.Text, " "); spaced {
			before = run
		}
	}
}

// keeps tells whether the words of a run stay on one line where they fit.
func (t *Text) keeps(r Run) bool { return r.OnOpen != nil && !t.Reading }

// metricsOf are the metrics of a run.
func (t *Text) metricsOf(run int) metrics {
	r := t.Runs[run]
	source := t.source(r)
	line, base := measureIn(source, "M", t.size(run), r.Style)
	space, _ := measureIn(source, " ", t.size(run), r.Style)
	return metrics{height: line.Height, base: base, space: space.Width, source: source}
}

// inline is the word that an object stands for.
func (t *Text) inline(run, at int, spaced bool, before int32) word {
	o := t.Runs[run].Object
	t.HandDown([]fyne.CanvasObject{o})
	o.Refresh() // its theme may have changed in place
	return word{
		run: int32(run), at: int32(at), width: o.MinSize().Width, // #nosec G115 -- no text is that long
		before: before, spaced: spaced && len(t.words) > 0, glued: len(t.words) > 0,
	}
}

// source is the font that a run is set in; nil: the usual one.
func (t *Text) source(r Run) fyne.Resource {
	if !t.Reading || !t.setting().serif {
		return nil
	}
	return serifSource(r.Text, r.Style)
}

// wordWidth is the width of a part of a run.
func (t *Text) wordWidth(run int, text string) float32 {
	if source := t.fonts[run].source; source != nil {
		m, _ := measureIn(source, text, t.size(run), t.Runs[run].Style)
		return m.Width
	}
	return widthOf(text, t.size(run), t.Runs[run].Style)
}

// forget drops what was measured for texts of another setting.
func (t *Text) forget() {
	if in := t.setting(); in != t.in {
		t.words, t.lines.rows, t.in = nil, nil, in
	}
}

func (t *Text) size(run int) float32 {
	if run < len(t.Runs) && t.Runs[run].Size != "" {
		return t.SizeOf(t.Runs[run].Size)
	}
	return t.SizeOf(SizeBody)
}

// lines are the words of each line for one width.
type lines struct {
	width, height, pitch float32
	rows                 [][]word
}

// breakLines fills lines greedily. Glued words stay together where a line has
// room for them.
func (t *Text) breakLines(width float32) lines {
	t.forget()
	if t.lines.rows != nil && t.lines.width == width {
		return t.lines
	}
	t.measure()
	l := lines{width: width, pitch: t.pitch()}
	words := t.cut(width)
	start, x := 0, float32(0) // of the line in hand
	for i := 0; i < len(words); {
		j, w := i+1, words[i].width
		for ; j < len(words) && words[j].glued && w <= width; j++ {
			w += t.gap(words[j]) + words[j].width
		}
		if w > width { // not even a line of its own has room
			j, w = i+1, words[i].width
		}
		gap := t.gap(words[i])
		if i == start {
			gap = 0
		}
		if i > start && x+gap+w > width+0.5 {
			l.rows = append(l.rows, words[start:i])
			start, x, gap = i, 0, 0
		}
		x += gap + w
		i = j
	}
	if start < len(words) {
		l.rows = append(l.rows, words[start:])
	}
	l.height = l.pitch * float32(len(l.rows))
	t.lines = l
	return l
}

// metrics are the height of a run's line, its baseline below the line's top,
// the width of a space, the font; nil: the usual one; and where the run begins in
// the text, in bytes.
type metrics struct {
	height, base, space float32
	source              fyne.Resource
	begin               int
}

// largest is the metrics of a line that has room for every run.
func (t *Text) largest() metrics {
	var m metrics
	for _, f := range t.fonts {
		m.height, m.base = max(m.height, f.height), max(m.base, f.base)
	}
	return m
}

// gap is the room that the space before a word takes.
func (t *Text) gap(w word) float32 {
	if !w.spaced {
		return 0
	}
	return t.fonts[w.before].space
}

// pitch is the distance from line to line.
func (t *Text) pitch() float32 { return t.largest().height * (1 + t.LineGap) }
