package reader

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/align"
	"beltroad/internal/message"
	"beltroad/views/ui"
)

// ownWords is a paragraph in the words of the reader's own copy.
func (p *Page) ownWords(par data.Paragraph) worded {
	w := worded{copied: true}
	w.add(p.head(par)...)
	p.theirs(&w, par)
	return w
}

// theirs adds what the copy has of a paragraph.
func (p *Page) theirs(w *worded, par data.Paragraph) {
	passage, ok := p.passageOf(par.N)
	if !ok {
		w.add(ui.Run{Text: p.words.Say("read.copy.none"), Size: ui.SizeCaption, Color: ui.ColorMuted})
		return
	}
	w.own(data.Span{End: len(passage.Text)}, p.marked(par, passage)...)
	if !passage.Exact {
		w.add(ui.Run{Text: " " + p.words.Say("read.copy.differs"), Size: ui.SizeCaption, Color: ui.ColorMuted})
	}
}

// copied is what the text that shows the copy says of a paragraph.
func (p *Page) copied(par data.Paragraph) worded {
	heading := par.Kind == "heading" || par.Kind == "subheading"
	if !p.lens.wide && !heading {
		return p.ownWords(par)
	}
	w := worded{copied: true}
	if passage, ok := p.passageOf(par.N); heading && ok {
		w.own(data.Span{End: len(passage.Text)}, titleRun(par, passage.Text))
	} else {
		p.theirs(&w, par)
	}
	return w
}

// twice puts what our words say beside what the copy does.
func (p *Page) twice(ours, theirs fyne.CanvasObject) fyne.CanvasObject {
	return ui.SplitNamed(half, narrowest, columnGap, ours, theirs, p.copyName())
}

// The measures of two columns.
const (
	half      = 0.5
	narrowest = 220
	columnGap = 32
)

// copyName names the copy.
func (p *Page) copyName() fyne.CanvasObject {
	name := ""
	if held := p.host.Copies().Now(); held != nil {
		name = held.Name
	}
	return ui.Label(p.words.Say("read.copy.head", message.Args{"File": name}), ui.SizeCaption, ui.ColorMuted)
}

// passageOf is what the copy has of a paragraph.
func (p *Page) passageOf(n int) (align.Passage, bool) {
	held := p.host.Copies().Now()
	if held == nil {
		return align.Passage{}, false
	}
	return held.Passage(n)
}

// marked is a passage of the copy with the ledger's figures as links.
func (p *Page) marked(par data.Paragraph, passage align.Passage) []ui.Run {
	size := sizeOf(par)
	pillar, _ := p.dossier.Pillar(par.Pillar)
	var runs []ui.Run
	at := 0
	for _, f := range p.findings(par.N) {
		if f.Start < at || f.End > len(passage.Text) { // another one stands there already
			continue
		}
		to := beside("figure", f.Figure)
		mark := ui.Run{Text: passage.Text[f.Start:f.End], Size: size}.To(p.host, to)
		mark.Color, mark.Mark = ui.ColorInk, ui.MarkColor(pillar.Order)
		runs = append(runs, ui.Run{Text: passage.Text[at:f.Start], Size: size}, mark)
		at = f.End
	}
	return append(runs, ui.Run{Text: passage.Text[at:], Size: size})
}

// findings are those that stand in a paragraph, in order.
func (p *Page) findings(n int) []align.Finding {
	held := p.host.Copies().Now()
	if held == nil {
		return nil
	}
	var all []align.Finding
	for _, f := range held.Findings {
		if f.Paragraph == n && f.Standing >= align.Number {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b align.Finding) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// titleRun is a heading.
func titleRun(par data.Paragraph, title string) ui.Run {
	size := ui.SizeLead
	if par.Kind == "heading" {
		size = ui.SizeFigure
	}
	return ui.Run{Text: title, Size: size, Style: ui.Bold}
}

// headingOf is a heading as the lens words it.
func (p *Page) headingOf(par data.Paragraph) fyne.CanvasObject {
	ours := func() fyne.CanvasObject {
		return ui.Column(0, ui.NewText(titleRun(par, par.Heading)), p.aside(par))
	}
	if _, ok := p.passageOf(par.N); !p.lens.own || !ok {
		return ours()
	}
	theirs := p.inCopy(par, ui.NewText)
	if p.lens.wide {
		return p.twice(ours(), theirs)
	}
	return theirs
}

// inCopy is the text that shows the copy.
func (p *Page) inCopy(par data.Paragraph, text func(...ui.Run) *ui.Text) *ui.Text {
	w := p.copied(par)
	t := text(w.runs...)
	p.name(t, par, w)
	return t
}

// spoken is what a screen reader says of a paragraph.
func (p *Page) spoken(par data.Paragraph) string {
	if passage, ok := p.passageOf(par.N); ok && p.lens.own && !p.lens.wide {
		return passage.Text
	}
	return par.Summary
}

// columns names what stands side by side, where something does.
func (p *Page) columns() fyne.CanvasObject {
	held := p.host.Copies().Now()
	if !p.lens.wide || held == nil {
		return nil
	}
	return ui.SplitHead(half, narrowest, columnGap, ui.Label(p.words.Say("read.lens.plain"), ui.SizeCaption, ui.ColorMuted), p.copyName())
}

// remake shows all passages anew; what is read stays in sight.
func (p *Page) remake() {
	at := p.at()
	p.rows.remake()
	p.scroll.Relayout()
	p.goTo(at)
}
