package reader

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// rows are the paragraphs below one another: the article, which begins with its
// title, and folded at the end what stands around it on its page.
type rows struct {
	content    fyne.CanvasObject
	dossier    *data.Dossier
	article    []int    // numbers of paragraphs, in order
	around     []int    // likewise
	text, rest *ui.List // of the article's title and paragraphs, and of what is around it
	fold       *ui.ListItem
	sign       *ui.Text // of the fold
}

// isArticle tells whether a paragraph is part of the article itself.
func isArticle(par data.Paragraph) bool {
	switch par.Kind {
	case "heading", "subheading", "body", "caption":
		return true
	default:
		return false
	}
}

func (p *Page) newRows() rows {
	r := rows{dossier: p.dossier}
	for _, par := range p.dossier.Paragraphs() {
		if isArticle(par) {
			r.article = append(r.article, par.N)
		} else {
			r.around = append(r.around, par.N)
		}
	}
	r.text = ui.NewList(2, len(r.article)+1, func(i int) fyne.CanvasObject {
		if i == 0 {
			return p.title()
		}
		return p.passage(p.rows.par(r.article[i-1]))
	})
	r.rest = ui.NewList(2, len(r.around), func(i int) fyne.CanvasObject { return p.passage(p.rows.par(r.around[i])) })
	r.rest.Hide()
	r.sign = ui.Label(folded, ui.SizeBody, ui.ColorMuted)
	name := p.words.Say("read.around")
	r.fold = ui.NewListItem(name, ui.Row(6, 1, r.sign, ui.Label(name, ui.SizeBody, ui.ColorMuted)), p.toggleAround)
	parts := []fyne.CanvasObject{r.text}
	if len(r.around) > 0 {
		parts = append(parts, ui.Gap(18), ui.Inset(0, ui.PassageSide, 0, ui.PassageSide, r.fold), r.rest)
	}
	r.content = ui.Column(0, parts...)
	return r
}

// The signs of what is folded, and of what is not.
const (
	folded   = "+"
	unfolded = "–"
)

// title is that of the presented source, with who wrote it where and when.
func (p *Page) title() fyne.CanvasObject {
	title, by := p.dossier.Metadata().Title, ""
	if all := p.dossier.Sources(); len(all) > 0 {
		title, by = all[0].Title, cite.Short(all[0])
	}
	t := ui.NewText(ui.Run{Text: title, Size: ui.SizeTitle, Style: ui.Bold})
	t.Reading = true
	parts := []fyne.CanvasObject{t, ui.Label(by, ui.SizeBody, ui.ColorMuted), ui.Label(p.words.Say(p.lens.lead()), ui.SizeCaption, ui.ColorMuted)}
	if columns := p.columns(); columns != nil {
		parts = append(parts, columns)
	}
	return ui.Inset(8, ui.PassageSide, 10, ui.PassageSide, ui.Column(6, parts...))
}

// find is where a paragraph stands; nil where there is none.
func (r *rows) find(n int) (list *ui.List, row int) {
	if i, ok := slices.BinarySearch(r.article, n); ok {
		return r.text, i + 1 // after the title
	}
	if i, ok := slices.BinarySearch(r.around, n); ok {
		return r.rest, i
	}
	return nil, 0
}

// par is a paragraph of the dossier.
func (r *rows) par(n int) data.Paragraph {
	par, _ := r.dossier.Paragraph(n)
	return par
}

// each visits the passages that are on screen.
func (r *rows) each(visit func(n int, passage *ui.Passage)) {
	of := func(list *ui.List, numbers []int, first int) {
		list.Each(func(i int, o fyne.CanvasObject) {
			if passage, ok := o.(*ui.Passage); ok {
				visit(numbers[i-first], passage)
			}
		})
	}
	of(r.text, r.article, 1)
	of(r.rest, r.around, 0)
}

// remake shows all passages anew.
func (r *rows) remake() {
	r.text.Remake()
	r.rest.Remake()
}

// toggleAround shows what stands around the article, or folds it again.
func (p *Page) toggleAround() {
	if p.rows.rest.Visible() {
		p.rows.rest.Hide()
		p.rows.sign.SetText(folded)
	} else {
		p.unfold(p.rows.rest)
	}
	p.scroll.Relayout()
}

// unfold shows a list if it is the folded one.
func (p *Page) unfold(list *ui.List) {
	if list == p.rows.rest && !list.Visible() {
		list.Show()
		p.rows.sign.SetText(unfolded)
		p.scroll.Relayout()
	}
}

// passage is one paragraph as the lens shows it.
func (p *Page) passage(par data.Paragraph) *ui.Passage {
	made := ui.NewPassage(record.Cite(par.N)+" "+p.spoken(par), p.shown(par))
	made.Leads = route.Paragraph(par.N)
	made.Mark(par.N == p.open, par.N == p.reading)
	return made
}

// text makes the text of a passage: whatever is read in the reader.
func (p *Page) text(runs ...ui.Run) *ui.Text {
	t := ui.NewText(runs...)
	t.Reading, t.LineGap = true, 0.22
	return t
}
