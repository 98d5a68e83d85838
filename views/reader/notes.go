package reader

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/notes"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// piece is a stretch of a text that shows a stretch of what notes are anchored in.
type piece struct{ at, of, n int }

// worded is a text that is being put together, with where the paragraph's own
// words are in it: the dossier's, or those of the reader's copy.
type worded struct {
	runs   []ui.Run
	length int // of the runs
	pieces []piece
	copied bool // they are those of the copy
}

// add adds what is not the paragraph's own words.
func (w *worded) add(runs ...ui.Run) {
	for _, r := range runs {
		w.length += len(r.Text)
	}
	w.runs = append(w.runs, runs...)
}

// own adds a stretch of the paragraph's own words.
func (w *worded) own(of data.Span, runs ...ui.Run) {
	w.pieces = append(w.pieces, piece{w.length, of.Start, of.End - of.Start})
	w.add(runs...)
}

// says is the text.
func (w *worded) says() string {
	var b strings.Builder
	for _, r := range w.runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// copyEnd ends the name of a text in the words of the copy.
const copyEnd = " copy"

// name has a text say which paragraph it shows, and in whose words, and marks what
// is noted in it.
func (p *Page) name(t *ui.Text, par data.Paragraph, w worded) {
	t.Name = strconv.Itoa(par.N)
	if w.copied {
		t.Name += copyEnd
	}
	t.SetMarks(p.marks(par, w)...)
}

// named is what a text of that name says, as it was put together.
func (p *Page) named(name string) (par data.Paragraph, w worded, ok bool) {
	number, copied := strings.CutSuffix(name, copyEnd)
	n, err := strconv.Atoi(number)
	if par, ok = p.dossier.Paragraph(n); err != nil || !ok {
		return par, w, false
	}
	if copied {
		return par, p.copied(par), true
	}
	return par, p.wording(par), true
}

// layer is that of the texts that notes on such words stand in; ok is false where
// there is no copy.
func (p *Page) layer(w worded) (layer string, ok bool) {
	held := p.host.Copies().Now()
	switch {
	case !w.copied:
		return "", true
	case held == nil:
		return "", false
	default:
		return notes.LayerOf(held.Fingerprint), true
	}
}

// wordsOf are a paragraph's own, in a layer of texts.
func (p *Page) wordsOf(par data.Paragraph, w worded) string {
	if w.copied {
		passage, _ := p.passageOf(par.N)
		return passage.Text
	}
	return par.Summary
}

// on is a paragraph as notes stand on it.
func on(n int) notes.On { return notes.On{Stands: notes.Paragraph, ID: strconv.Itoa(n)} }

// marks are the highlights and notes in a text of a paragraph.
func (p *Page) marks(par data.Paragraph, w worded) []ui.Mark {
	layer, ok := p.layer(w)
	if !ok {
		return nil
	}
	var all []ui.Mark
	for _, n := range p.host.Book().Marks(on(par.N), layer) {
		for _, piece := range w.pieces {
			start, end := max(n.Fit.Start, piece.of), min(n.Fit.End, piece.of+piece.n)
			if start < end {
				m := ui.HighlightMark(slices.Index(notes.Kinds(), n.Kind), start-piece.of+piece.at, end-piece.of+piece.at)
				m.Name = n.ID
				all = append(all, m)
			}
		}
	}
	return all
}

// Changed marks what is noted by now.
func (p *Page) Changed() {
	p.rows.each(func(_ int, passage *ui.Passage) {
		ui.Walk(passage, func(o fyne.CanvasObject) bool {
			t, ok := o.(*ui.Text)
			if !ok {
				return true
			}
			if par, w, ok := p.named(t.Name); ok && w.says() == t.String() { // else another copy is about to be shown
				t.SetMarks(p.marks(par, w)...)
			}
			return true
		})
	})
}

// Selected is what is selected of the paragraphs' own words, as passages that
// notes can stand on.
func (p *Page) Selected() []notes.Passage {
	var all []notes.Passage
	for _, s := range p.area.Selected() {
		par, w, ok := p.named(s.Name)
		layer, open := p.layer(w)
		if !ok || !open {
			continue
		}
		words := p.wordsOf(par, w)
		start, end := len(words), 0
		for _, piece := range w.pieces {
			if from, to := max(s.Start, piece.at), min(s.End, piece.at+piece.n); from < to {
				start, end = min(start, from-piece.at+piece.of), max(end, to-piece.at+piece.of)
			}
		}
		if start >= end {
			continue
		}
		quote := words[start:end]
		start += len(quote) - len(strings.TrimLeft(quote, " "))
		end -= len(quote) - len(strings.TrimRight(quote, " "))
		if start < end {
			all = append(all, notes.Passage{On: on(par.N), Layer: layer, Start: start, End: end})
		}
	}
	return all
}

// Selecting tells whether anything is selected, also what notes cannot stand on.
func (p *Page) Selecting() bool { return p.area.Any() }

// Selects tells whether words are selected in sight that notes can stand on.
func (p *Page) Selects() bool {
	return slices.ContainsFunc(p.Selected(), func(s notes.Passage) bool {
		n, err := strconv.Atoi(s.On.ID)
		return err == nil && p.Passage(n) != nil
	})
}

// Deselect selects nothing.
func (p *Page) Deselect() { p.area.Clear() }

// Reading is the paragraph that what stands beside the text goes along with.
func (p *Page) Reading() route.Ref {
	if p.reading == 0 {
		return route.Ref{}
	}
	return route.Ref{Kind: route.Read, ID: strconv.Itoa(p.reading)}
}

// openMark opens the note that a mark stands for.
func (p *Page) openMark(_ *ui.Text, m ui.Mark) { p.host.OpenNote(m.Name) }
