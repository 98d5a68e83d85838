package reader

import (
	"strconv"

	"beltroad/data"
	"beltroad/internal/paper"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// OnPaper is what is printed of the page: the text as the lens shows it, in lines that are
// easy to read, and below each paragraph what is noted on it. What stands around the
// article is there if it is unfolded.
func (p *Page) OnPaper() []paper.Part {
	const measure, side, apart = 560, 60, 9
	parts := ui.OnPaper(p.title())
	lists := [][]int{p.rows.article}
	if p.rows.rest.Visible() {
		lists = append(lists, p.rows.around)
	}
	for _, numbers := range lists {
		parts = append(parts, paper.Many{Len: len(numbers), Gap: apart, At: func(i int) []paper.Part { return p.passageOnPaper(p.rows.par(numbers[i])) }})
	}
	if p.lens.wide {
		return parts
	}
	return []paper.Part{paper.Within{Indent: side, Width: measure, Parts: parts}}
}

func (p *Page) passageOnPaper(par data.Paragraph) []paper.Part {
	parts := ui.OnPaper(p.shown(par))
	if par.Kind == "heading" || par.Kind == "subheading" {
		for i, part := range parts { // what stands below the heading's words heads, too
			if text, ok := part.(paper.Paragraph); ok {
				text.Heads = true
				parts[i] = text
			}
		}
	}
	if len(p.host.Book().At(on(par.N))) > 0 {
		noted := p.host.Notes(route.Ref{Kind: route.Read, ID: strconv.Itoa(par.N)})
		parts = append(parts, paper.Space(4), paper.Within{Indent: 24, Parts: ui.OnPaper(noted)})
	}
	return parts
}
