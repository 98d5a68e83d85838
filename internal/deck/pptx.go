package deck

import (
	"context"
	"io"

	"beltroad/internal/drawing"
	"beltroad/internal/ooxml"
)

const (
	showSpace = "http://schemas.openxmlformats.org/presentationml/2006/main"
	showKind  = "presentationml."
	show      = "ppt/presentation.xml"
	master    = "ppt/slideMasters/slideMaster1.xml"
	notesOf   = "ppt/notesMasters/notesMaster1.xml"

	// The fonts by name: files do not bring them.
	latin   = "Noto Sans"
	eastern = "Noto Sans SC"
)

// pptx is a presentation in the making.
type pptx struct {
	*Deck

	file   *ooxml.File
	part   string // that is being made
	charts []*bars
}

// PPTX writes the slides as a presentation that others can change: titles, texts
// and notes are text, charts are charts, drawings are shapes.
func (d *Deck) PPTX(ctx context.Context, w io.Writer) error {
	p := &pptx{Deck: d, file: &ooxml.File{}}
	p.file.Link("", "officeDocument", show)
	p.file.Describe(ooxml.About{Title: d.Title, Subject: first(d.Imprint), Author: d.Program, Program: d.Program, Language: d.Language, Made: d.Made})
	masterID := p.file.Link(show, "slideMaster", master)
	notesID := p.file.Link(show, "notesMaster", notesOf)
	p.masters()
	slides := ooxml.El("p:sldIdLst")
	for i := range d.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		part := "ppt/slides/slide" + whole(i+1) + ".xml"
		if err := p.slide(&d.Pages[i], part, "ppt/notesSlides/notesSlide"+whole(i+1)+".xml"); err != nil {
			return err
		}
		const firstID = 256 // that a slide may have
		slides.Add(ooxml.El("p:sldId", "id", whole(firstID+i), "r:id", p.file.Link(show, "slide", part)))
		d.done(float64(i+1) / float64(len(d.Pages)+1))
	}
	p.file.Link(show, "theme", "ppt/theme/theme1.xml")
	p.file.Add(show, showKind+"presentation.main+xml", root("p:presentation").Add(
		ooxml.El("p:sldMasterIdLst").Add(ooxml.El("p:sldMasterId", "id", "2147483648", "r:id", masterID)),
		ooxml.El("p:notesMasterIdLst").Add(ooxml.El("p:notesMasterId", "r:id", notesID)),
		slides,
		ooxml.El("p:sldSz", "cx", emu(width), "cy", emu(height)),
		ooxml.El("p:notesSz", "cx", emu(notesWidth), "cy", emu(notesHeight))))
	return p.file.Write(w, d.Made)
}

// root is the element that a part of a presentation is.
func root(name string, more ...string) *ooxml.Node {
	return ooxml.El(name, append([]string{"xmlns:a", drawSpace, "xmlns:r", ooxml.Relations, "xmlns:p", showSpace}, more...)...)
}

// slide adds a slide, with what it is made of and its notes.
func (p *pptx) slide(page *Page, part, notes string) error {
	p.part = part
	layout := layoutContent
	switch {
	case page.Large:
		layout = layoutTitle
	case len(page.Lines) == 0:
		layout = layoutOnly
	}
	p.file.Link(part, "slideLayout", layoutPart(layout))
	t := &tree{pptx: p}
	before := len(p.charts)
	t.compose(page)
	p.file.Add(part, showKind+"slide+xml", root("p:sld").Add(
		ooxml.El("p:cSld").Add(t.shapes(t.kids)), follows()))
	for i := before; i < len(p.charts); i++ {
		if err := p.addChart(i + 1); err != nil {
			return err
		}
	}
	p.notes(page, t.caveats, part, notes)
	return nil
}

// follows says that a slide has the colours of its master.
func follows() *ooxml.Node { return ooxml.El("p:clrMapOvr").Add(ooxml.El("a:masterClrMapping")) }

// shapes is the tree of what stands on a slide.
func (*pptx) shapes(kids []*ooxml.Node) *ooxml.Node {
	return ooxml.El("p:spTree").Add(
		ooxml.El("p:nvGrpSpPr").Add(ooxml.El("p:cNvPr", "id", "1", "name", "Slide"), ooxml.El("p:cNvGrpSpPr"), ooxml.El("p:nvPr")),
		ooxml.El("p:grpSpPr").Add(at("a:xfrm", drawing.Box{}).Add(ooxml.El("a:chOff", "x", "0", "y", "0"), ooxml.El("a:chExt", "cx", "0", "cy", "0")))).Add(kids...)
}

// addChart adds a chart and the workbook behind it.
func (p *pptx) addChart(n int) error {
	c := p.charts[n-1]
	book, err := ooxml.Workbook(sheetName, c.table(), p.Made)
	if err != nil {
		return err
	}
	part, at := chartPart(n), "ppt/embeddings/chart"+whole(n)+".xlsx"
	id := p.file.Link(part, "package", at)
	p.file.Add(part, "drawingml.chart+xml", c.xml(id))
	p.file.AddBytes(at, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book)
	return nil
}

// The page of notes, in pixels.
const (
	notesWidth  = 720.0
	notesHeight = 960.0
)

// notes adds a slide's notes: what the teacher sees, and what to ask.
func (p *pptx) notes(page *Page, caveats []string, slide, part string) {
	p.file.Link(slide, "notesSlide", part)
	p.part = part
	p.file.Link(part, "notesMaster", notesOf)
	p.file.Link(part, "slide", slide)
	t := &tree{pptx: p}
	lines, ask := p.Deck.notes(page)
	var pars []*ooxml.Node
	for _, l := range lines {
		pars = append(pars, ooxml.El("a:p").Add(t.run(l, style{})))
	}
	if len(ask) > 0 {
		pars = append(pars, ooxml.El("a:p").Add(t.run(p.Words.Say("deck.ask"), style{bold: true})))
	}
	for _, q := range ask {
		pars = append(pars, ooxml.El("a:p").Add(t.run(q, style{})))
	}
	if len(caveats) > 0 {
		pars = append(pars, ooxml.El("a:p").Add(t.run(p.Words.Say("deck.compare"), style{bold: true})))
	}
	for _, c := range caveats {
		pars = append(pars, ooxml.El("a:p").Add(t.run(c, style{})))
	}
	t.notesOn(pars)
	p.file.Add(part, showKind+"notesSlide+xml", root("p:notes").Add(
		ooxml.El("p:cSld").Add(t.shapes(t.kids)), follows()))
}

// notesOn puts the slide and its notes on their page.
func (t *tree) notesOn(pars []*ooxml.Node) {
	t.add(ooxml.El("p:sp").Add(
		ooxml.El("p:nvSpPr").Add(t.named("Slide", ""), ooxml.El("p:cNvSpPr").Add(ooxml.El("a:spLocks", "noGrp", "1", "noRot", "1", "noChangeAspect", "1")),
			ooxml.El("p:nvPr").Add(ooxml.El("p:ph", "type", "sldImg", "idx", "2"))),
		ooxml.El("p:spPr").Add(at("a:xfrm", drawing.Box{X: 60, Y: 60, W: 600, H: 337.5}), preset("rect"))))
	t.add(t.placeholder("Notes", "body", "3", drawing.Box{X: 60, Y: 440, W: 600, H: 460}, ooxml.El("a:bodyPr"), pars...))
}
