package deck

import (
	"beltroad/internal/drawing"
	"beltroad/internal/ooxml"
)

// The layouts of slides.
const (
	layoutTitle = iota + 1
	layoutContent
	layoutOnly // a title alone
)

var layouts = []struct {
	kind string
	name string // key of its translation
}{layoutTitle: {"title", "deck.layout.title"}, layoutContent: {"obj", "deck.layout.content"}, layoutOnly: {"titleOnly", "deck.layout.only"}}

func layoutPart(n int) string { return "ppt/slideLayouts/slideLayout" + whole(n) + ".xml" }

// masters adds what all slides have in common: colours, fonts and layouts.
func (p *pptx) masters() {
	ids := ooxml.El("p:sldLayoutIdLst")
	for n := layoutTitle; n <= layoutOnly; n++ {
		const before = 2147483648 // the id of the master
		ids.Add(ooxml.El("p:sldLayoutId", "id", whole(before+n), "r:id", p.file.Link(master, "slideLayout", layoutPart(n))))
		p.layout(n)
	}
	p.file.Link(master, "theme", "ppt/theme/theme1.xml")
	p.file.Add("ppt/theme/theme1.xml", "theme+xml", p.theme())
	t := &tree{pptx: p}
	t.places(layoutContent)
	p.file.Add(master, showKind+"slideMaster+xml", root("p:sldMaster").Add(
		ooxml.El("p:cSld").Add(ground("bg1"), p.shapes(t.kids)), colourMap(), ids,
		ooxml.El("p:txStyles").Add(
			ooxml.El("p:titleStyle").Add(p.level(1, 48, true, "+mj")),
			ooxml.El("p:bodyStyle").Add(p.level(1, 30, false, "+mn"), p.level(2, 30, false, "+mn")),
			ooxml.El("p:otherStyle").Add(p.level(1, 24, false, "+mn")))))
	p.file.Link(notesOf, "theme", "ppt/theme/theme2.xml")
	p.file.Add("ppt/theme/theme2.xml", "theme+xml", p.theme())
	t = &tree{pptx: p}
	t.notesOn(nil)
	p.file.Add(notesOf, showKind+"notesMaster+xml", root("p:notesMaster").Add(
		ooxml.El("p:cSld").Add(ground("bg1"), p.shapes(t.kids)), colourMap(), ooxml.El("p:notesStyle").Add(p.level(1, 16, false, "+mn"))))
}

// layout adds a layout.
func (p *pptx) layout(n int) {
	part := layoutPart(n)
	p.file.Link(part, "slideMaster", master)
	t := &tree{pptx: p}
	t.places(n)
	p.file.Add(part, showKind+"slideLayout+xml", root("p:sldLayout", "type", layouts[n].kind, "preserve", "1").Add(
		ooxml.El("p:cSld", "name", p.Words.Say(layouts[n].name)).Add(p.shapes(t.kids)), follows()))
}

// places are the placeholders of a layout.
func (t *tree) places(n int) {
	const wide = right - left
	sample := func(key string) *ooxml.Node { return ooxml.El("a:p").Add(t.run(t.Words.Say(key), style{})) }
	switch n {
	case layoutTitle:
		t.add(t.placeholder("Title", "ctrTitle", "", drawing.Box{X: left, Y: 170, W: wide, H: 220}, flush("t"), sample("deck.layout.title")))
		t.add(t.placeholder("Subtitle", "subTitle", "1", drawing.Box{X: left, Y: 410, W: wide, H: 120}, flush("t"), sample("deck.layout.lead")))
	default:
		t.add(t.placeholder("Title", "title", "", drawing.Box{X: left, Y: 90, W: wide, H: 120}, flush("t"), sample("deck.layout.title")))
	}
	if n == layoutContent {
		t.add(t.placeholder("Content", "body", "1", drawing.Box{X: left, Y: 230, W: wide, H: bottom - 230}, flush("t"), sample("deck.layout.content")))
	}
	t.add(t.placeholder("Source", "ftr", "11", drawing.Box{X: left, Y: footing, W: wide - 160, H: footer}, flush("t"), sample("deck.layout.source")))
	t.add(t.placeholder("Number", "sldNum", "12", drawing.Box{X: right - 140, Y: footing, W: 140, H: footer}, flush("t"), ooxml.El("a:p").Add(ooxml.El("a:pPr", "algn", "r"), t.field("‹#›", style{}))))
}

func ground(name string) *ooxml.Node {
	return ooxml.El("p:bg").Add(ooxml.El("p:bgPr").Add(ooxml.El("a:solidFill").Add(ooxml.El("a:schemeClr", "val", name)), ooxml.El("a:effectLst")))
}

func colourMap() *ooxml.Node {
	return ooxml.El("p:clrMap", "bg1", "lt1", "tx1", "dk1", "bg2", "lt2", "tx2", "dk2", "accent1", "accent1", "accent2", "accent2",
		"accent3", "accent3", "accent4", "accent4", "accent5", "accent5", "accent6", "accent6", "hlink", "hlink", "folHlink", "folHlink")
}

// level is what text of a level looks like where nothing else is said.
func (*pptx) level(n int, size float64, bold bool, font string) *ooxml.Node {
	weight := "0"
	if bold {
		weight = "1"
	}
	return ooxml.El("a:lvl"+whole(n)+"pPr", "marL", "0", "indent", "0", "algn", "l", "rtl", "0", "eaLnBrk", "1", "hangingPunct", "1").Add(
		ooxml.El("a:buNone"),
		ooxml.El("a:defRPr", "sz", hundredths(size), "b", weight, "kern", "1200").Add(
			ooxml.El("a:solidFill").Add(ooxml.El("a:schemeClr", "val", "tx1")),
			ooxml.El("a:latin", "typeface", font+"-lt"), ooxml.El("a:ea", "typeface", font+"-ea"), ooxml.El("a:cs", "typeface", font+"-cs")))
}

// theme has the app's colours and fonts.
func (p *pptx) theme() *ooxml.Node {
	colours := ooxml.El("a:clrScheme", "name", p.Program)
	set := func(name string, ink drawing.Ink) {
		colours.Add(ooxml.El("a:" + name).Add(ooxml.El("a:srgbClr", "val", p.hex(ink))))
	}
	set("dk1", drawing.InkText)
	set("lt1", drawing.InkGround)
	set("dk2", drawing.InkMuted)
	set("lt2", drawing.InkSubtle)
	for n := 1; n <= accents; n++ {
		set("accent"+whole(n), drawing.Pillar(n))
	}
	set("accent6", drawing.InkAccent)
	set("hlink", drawing.InkAccent)
	set("folHlink", drawing.InkMuted)
	fonts := ooxml.El("a:fontScheme", "name", p.Program)
	for _, which := range []string{"a:majorFont", "a:minorFont"} {
		f := ooxml.El(which).Add(ooxml.El("a:latin", "typeface", latin), ooxml.El("a:ea", "typeface", eastern), ooxml.El("a:cs", "typeface", latin))
		for _, s := range [][2]string{{"Hans", eastern}, {"Hant", "Noto Sans TC"}, {"Jpan", "Noto Sans JP"}, {"Hang", "Noto Sans KR"}} {
			f.Add(ooxml.El("a:font", "script", s[0], "typeface", s[1]))
		}
		fonts.Add(f)
	}
	return ooxml.El("a:theme", "xmlns:a", drawSpace, "name", p.Program).Add(
		ooxml.El("a:themeElements").Add(colours, fonts, format(p.Program)))
}

// format is the part of a theme that has to be there: plain fills and lines.
func format(name string) *ooxml.Node {
	fill := func() *ooxml.Node {
		return ooxml.El("a:solidFill").Add(ooxml.El("a:schemeClr", "val", "phClr"))
	}
	n := ooxml.El("a:fmtScheme", "name", name)
	fills, lines, effects, grounds := ooxml.El("a:fillStyleLst"), ooxml.El("a:lnStyleLst"), ooxml.El("a:effectStyleLst"), ooxml.El("a:bgFillStyleLst")
	for range 3 {
		fills.Add(fill())
		lines.Add(ooxml.El("a:ln", "w", emu(1)).Add(fill(), ooxml.El("a:prstDash", "val", "solid")))
		effects.Add(ooxml.El("a:effectStyle").Add(ooxml.El("a:effectLst")))
		grounds.Add(fill())
	}
	return n.Add(fills, lines, effects, grounds)
}
