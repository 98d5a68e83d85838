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
// words are in it.
type worded struct {
	runs   []ui.Run
	length int // of the runs
	pieces []piece
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

// name has a text say which paragraph it shows, and marks what is noted in it.
func (p *Page) name(t *ui.Text, par data.Paragraph, pieces []piece) {
	t.Name = strconv.Itoa(par.N)
	t.SetMarks(p.marks(par, pieces)...)
}

// on is a paragraph as notes stand on it.
func on(n int) notes.On { return notes.On{Stands: notes.Paragraph, ID: strconv.Itoa(n)} }

// marks are the highlights and notes in a text of a paragraph.
func (p *Page) marks(par data.Paragraph, pieces []piece) []ui.Mark {
	var all []ui.Mark
	for _, n := range p.host.Book().Marks(on(par.N), "") {
		for _, piece := range pieces {
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
	p.rows.each(func(n int, passage *ui.Passage) {
		par, _ := p.dossier.Paragraph(n)
		pieces := p.wording(par).pieces
		ui.Walk(passage, func(o fyne.CanvasObject) bool {
			if t, ok := o.(*ui.Text); ok && t.Name != "" {
				t.SetMarks(p.marks(par, pieces)...)
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
		n, err := strconv.Atoi(s.Name)
		par, ok := p.dossier.Paragraph(n)
		if err != nil || !ok {
			continue
		}
		start, end := len(par.Summary), 0
		for _, piece := range p.wording(par).pieces {
			if from, to := max(s.Start, piece.at), min(s.End, piece.at+piece.n); from < to {
				start, end = min(start, from-piece.at+piece.of), max(end, to-piece.at+piece.of)
			}
		}
		if start >= end {
			continue
		}
		quote := par.Summary[start:end]
		start += len(quote) - len(strings.TrimLeft(quote, " "))
		end -= len(quote) - len(strings.TrimRight(quote, " "))
		if start < end {
			all = append(all, notes.Passage{On: on(n), Start: start, End: end})
		}
	}
	return all
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
