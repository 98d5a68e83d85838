package worksheet

import (
	"io"
	"strconv"

	"beltroad/internal/ooxml"
)

const (
	wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordKind  = "wordprocessingml."

	document, styled, numbered, footed = "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footer1.xml"
)

// el is an element of a document, its attributes in the space of the element.
func el(name string, attrs ...string) *ooxml.Node {
	for i := 0; i < len(attrs); i += 2 {
		attrs[i] = "w:" + attrs[i]
	}
	return ooxml.El("w:"+name, attrs...)
}

// DOCX writes the worksheet, or its answer key, as a document that can be changed.
func (s *Sheet) DOCX(w io.Writer, key bool) error {
	title := s.heading(key)
	f := &ooxml.File{}
	f.Link("", "officeDocument", document)
	f.Describe(ooxml.About{Title: title, Author: s.Program, Program: s.Program, Language: s.Language, Made: s.Made})
	f.Link(document, "styles", styled)
	f.Link(document, "numbering", numbered)
	foot := f.Link(document, "footer", footed)
	body := el("body").Add(paragraph("Title", title))
	if !key {
		const write = "8900" // twentieths of a point
		name := el("p").Add(
			el("pPr").Add(el("tabs").Add(
				el("tab", "val", "left", "leader", "underscore", "pos", "5800"), el("tab", "val", "left", "pos", "6100"), el("tab", "val", "left", "leader", "underscore", "pos", write))),
			run(s.words.Say("worksheet.name")+" "), el("r").Add(el("tab")), el("r").Add(el("tab")), run(s.words.Say("worksheet.date")+" "), el("r").Add(el("tab")))
		body.Add(name, paragraph("Lead", s.words.Say("worksheet.lead")))
	}
	for i := range s.Tasks {
		body.Add(s.written(&s.Tasks[i], key)...)
	}
	body.Add(el("sectPr").Add(
		el("footerReference", "type", "default").Set("r:id", foot),
		el("pgSz", "w", "11906", "h", "16838"),
		el("pgMar", "top", "1134", "right", "1134", "bottom", "1134", "left", "1134", "header", "567", "footer", "567", "gutter", "0")))
	root := func(name string) *ooxml.Node {
		return ooxml.El("w:"+name, "xmlns:w", wordSpace, "xmlns:r", ooxml.Relations)
	}
	f.Add(document, wordKind+"document.main+xml", root("document").Add(body))
	f.Add(styled, wordKind+"styles+xml", s.styles(root("styles")))
	f.Add(numbered, wordKind+"numbering+xml", root("numbering").Add(
		el("abstractNum", "abstractNumId", "0").Add(el("multiLevelType", "val", "singleLevel"), el("lvl", "ilvl", "0").Add(
			el("start", "val", "1"), el("numFmt", "val", "decimal"), el("pStyle", "val", "Task"), el("lvlText", "val", "%1."), el("lvlJc", "val", "left"), el("pPr").Add(el("ind", "left", "454", "hanging", "454")))),
		el("num", "numId", "1").Add(el("abstractNumId", "val", "0"))))
	f.Add(footed, wordKind+"footer+xml", s.footer(root("ftr")))
	return f.Write(w, s.Made)
}

func run(text string) *ooxml.Node {
	return el("r").Add(ooxml.Text("w:t", text).Set("xml:space", "preserve"))
}

func paragraph(style, text string) *ooxml.Node {
	return el("p").Add(el("pPr").Add(el("pStyle", "val", style)), run(text))
}

// written is a question with room for its answer, or with the answer. All that is to be
// read before writing is one paragraph: LibreOffice parts longer chains of them.
func (s *Sheet) written(t *Task, key bool) []*ooxml.Node {
	ask := paragraph("Task", t.Ask)
	all := []*ooxml.Node{ask}
	if key {
		for _, a := range s.answers(t) {
			all = append(all, paragraph("Answer", a))
		}
		return all
	}
	for _, g := range t.Given {
		ask.Add(below(g))
	}
	for _, o := range t.Options {
		ask.Add(below("☐ " + o))
	}
	if t.Lines > 0 {
		all = append(all, lines(t.Lines))
	}
	return all
}

// below is a line that stands below a question.
func below(text string) *ooxml.Node {
	return el("r").Add(el("rPr").Add(el("b", "val", "0")), el("br"), ooxml.Text("w:t", text).Set("xml:space", "preserve"))
}

// lines are to be written on. They are one paragraph: from empty ones LibreOffice parts
// the question above them.
func lines(n int) *ooxml.Node {
	p := el("p").Add(el("pPr").Add(el("pStyle", "val", "Line")))
	for i := range n {
		if i > 0 {
			p.Add(el("r").Add(el("br")))
		}
		p.Add(el("r").Add(el("tab")))
	}
	return p
}

// footer is where it is from, and the page's number.
func (s *Sheet) footer(root *ooxml.Node) *ooxml.Node {
	for _, l := range s.Imprint {
		root.Add(paragraph("Footer", l))
	}
	field := func(kind string) *ooxml.Node { return el("r").Add(el("fldChar", "fldCharType", kind)) }
	return root.Add(el("p").Add(el("pPr").Add(el("pStyle", "val", "Footer"), el("jc", "val", "right")),
		field("begin"), el("r").Add(ooxml.Text("w:instrText", " PAGE ").Set("xml:space", "preserve")), field("separate"), run("1"), field("end")))
}

// look is what a style of paragraphs looks like.
type look struct {
	id     string
	size   int // in half points; 0: as texts
	bold   bool
	muted  bool
	before int // space in twentieths of a point
	indent int
	number bool
	keep   bool // with what follows
	whole  bool // on one page
	large  int  // height of lines to write on
}

// styles are the styles of the document.
func (s *Sheet) styles(root *ooxml.Node) *ooxml.Node {
	const latin, eastern = "Noto Sans", "Noto Sans SC"
	root.Add(el("docDefaults").Add(
		el("rPrDefault").Add(el("rPr").Add(
			el("rFonts", "ascii", latin, "hAnsi", latin, "eastAsia", eastern, "cs", latin), el("sz", "val", "22"), el("szCs", "val", "22"), el("lang", "val", s.Language, "eastAsia", "zh-CN"))),
		el("pPrDefault").Add(el("pPr").Add(el("spacing", "after", "60", "line", "264", "lineRule", "auto")))))
	root.Add(el("style", "type", "paragraph", "default", "1", "styleId", "Normal").Add(el("name", "val", "Normal")))
	for _, l := range []look{
		{id: "Title", size: 36, bold: true},
		{id: "Lead", muted: true, before: 120},
		{id: "Task", bold: true, before: 240, number: true, keep: true, whole: true},
		{id: "Answer", indent: 454},
		{id: "Line", indent: 454, whole: true, large: 520},
		{id: "Footer", size: 16, muted: true},
	} {
		root.Add(l.style())
	}
	return root
}

func (l *look) style() *ooxml.Node {
	name := l.id
	if name == "Footer" {
		name = "footer" // its name in the format
	}
	pars, runs := el("pPr"), el("rPr")
	if l.keep {
		pars.Add(el("keepNext"))
	}
	if l.whole {
		pars.Add(el("keepLines"))
	}
	if l.number {
		pars.Add(el("numPr").Add(el("numId", "val", "1")))
	}
	if l.large > 0 {
		pars.Add(el("tabs").Add(el("tab", "val", "left", "leader", "underscore", "pos", "9600")))
	}
	space := el("spacing")
	if l.before > 0 {
		space.Set("w:before", strconv.Itoa(l.before))
	}
	if l.large > 0 {
		space.Set("w:after", "0").Set("w:line", strconv.Itoa(l.large)).Set("w:lineRule", "exact")
	}
	if l.before > 0 || l.large > 0 {
		pars.Add(space)
	}
	if l.indent > 0 {
		pars.Add(el("ind", "left", strconv.Itoa(l.indent)))
	}
	if l.bold {
		runs.Add(el("b"))
	}
	if l.muted {
		runs.Add(el("color", "val", "5B6672"))
	}
	if l.size > 0 {
		runs.Add(el("sz", "val", strconv.Itoa(l.size)), el("szCs", "val", strconv.Itoa(l.size)))
	}
	return el("style", "type", "paragraph", "styleId", l.id).Add(el("name", "val", name), el("basedOn", "val", "Normal"), el("qFormat"), pars, runs)
}
