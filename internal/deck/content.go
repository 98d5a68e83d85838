package deck

import (
	"cmp"
	"strings"

	"beltroad/internal/drawing"
	"beltroad/internal/ooxml"
	"beltroad/internal/slide"
)

// Where things stand on a slide of a presentation, in pixels of 1280 by 720.
const (
	left    = 80.0
	right   = 1200.0
	top     = 52.0
	bottom  = 632.0 // of the content
	footing = 644.0
	footer  = 58.0
	between = 24.0
)

// compose puts what a slide says on it.
func (t *tree) compose(p *Page) {
	y := t.head(p)
	room := drawing.Box{X: left, Y: y, W: right - left, H: bottom - y}
	words := len(p.Numerals) > 0 || len(p.Lines) > 0 || p.Plain != ""
	if p.Visual != nil {
		const share, below = 0.42, 0.5
		beside := room
		switch {
		case words && p.Visual.Kind == slide.Guess: // an axis is long and low
			beside.Y += room.H * below
			room.H *= below
			beside.H = room.H
		case words:
			beside.X += room.W*share + between
			beside.W -= room.W*share + between
			room.W *= share
		}
		if !t.visual(p, beside) { // there is none after all
			room.W, room.H = right-left, bottom-y
		}
	}
	if words {
		t.words(p, room)
	}
	t.foot(p)
	t.ink(p)
}

// ink is what was drawn on the slide by hand, as lines that stand together.
func (t *tree) ink(p *Page) {
	if len(p.Ink) > 0 {
		all := drawing.Box{W: width, H: height}
		t.add(t.group("Ink", t.Words.Say("slide.ink"), all, slide.Ink(p.Ink, all)))
	}
}

// head is what stands above the content; below it begins what it returns.
func (t *tree) head(p *Page) float64 {
	const wide = right - left
	y, most := top, 120.0
	sizes := []float64{48, 44, 40, 36, 32, 28, 24}
	if p.Large {
		y, most = 170, 240
		sizes = append([]float64{72, 64, 56}, sizes...)
	}
	if p.Kicker != "" {
		f := style{size: 24, bold: true, ink: drawing.Pillar(p.Pillar)}
		t.add(t.box(drawing.Box{X: left, Y: y, W: wide, H: 34}, flush("ctr"), par(t.run(p.Kicker, f))))
		y += 38
	}
	title := t.name(p)
	size, high := t.fit([]string{title}, true, wide, most, sizes...)
	kind := "title"
	if p.Large {
		kind = "ctrTitle"
	}
	t.add(t.placeholder("Title", kind, "", drawing.Box{X: left, Y: y, W: wide, H: high}, flush("t"), ooxml.El("a:p").Add(t.run(title, style{size: size, bold: true, font: "+mj"}))))
	y += high + 8
	if p.Lead != "" && p.Lead != title {
		size, high := t.fit([]string{p.Lead}, false, wide, 120, 30, 28, 26, 24, 22, 20)
		kind, index := "", ""
		if p.Large {
			kind, index = "subTitle", "1"
		}
		lead := t.run(p.Lead, style{size: size, ink: drawing.InkMuted})
		if kind != "" {
			t.add(t.placeholder("Subtitle", kind, index, drawing.Box{X: left, Y: y, W: wide, H: high}, flush("t"), par(lead)))
		} else {
			t.add(t.box(drawing.Box{X: left, Y: y, W: wide, H: high}, flush("t"), par(lead)))
		}
		y += high + 8
	}
	return y + between/2
}

// words are numerals, then lines.
func (t *tree) words(p *Page, room drawing.Box) {
	if n := len(p.Numerals); n > 0 {
		high := room.H / float64(n)
		if len(p.Lines) > 0 {
			high = room.H / float64(n+1)
		}
		high = min(high, 260)
		for i := range p.Numerals {
			t.numeral(&p.Numerals[i], drawing.Box{X: room.X, Y: room.Y, W: room.W, H: high})
			room.Y += high
			room.H -= high
		}
	}
	if len(p.Lines) > 0 {
		t.lines(p.Lines, room)
	}
	if p.Plain != "" {
		size, _ := t.fit([]string{p.Plain}, false, room.W, room.H, 30, 28, 26, 24, 22, 20)
		t.add(t.box(room, flush("t"), par(t.run(p.Plain, style{size: size, ink: drawing.InkMuted}))))
	}
}

// numeral is a big number with what it counts below it.
func (t *tree) numeral(n *slide.Numeral, b drawing.Box) {
	below := []string{n.Below}
	for _, s := range []string{strings.TrimSpace(sign(n.Claim) + " " + n.Badge), n.From} {
		if s != "" && (s != sign(n.Claim) || n.Badge != "") {
			below = append(below, s)
		}
	}
	small, high := t.fit(below, false, b.W, b.H*0.5, 29, 26, 24, 22, 20, 18)
	big, _ := t.fit([]string{n.Number + " " + n.Words}, true, b.W, b.H-high, 150, 132, 116, 96, 84, 72, 64, 56, 48, 40, 32)
	ink := drawing.InkText
	if n.Other {
		ink = drawing.InkMuted
	}
	first := par(t.run(n.Number, style{size: big, bold: true, ink: ink}))
	if n.Words != "" {
		first.Add(t.run(" ", style{size: big / 2}), t.run(n.Words, style{size: max(big/2, small), bold: true, ink: ink}))
	}
	all := []*ooxml.Node{first}
	for _, s := range below {
		all = append(all, par(t.run(s, style{size: small, ink: drawing.InkMuted})))
	}
	t.add(t.box(b, flush("t"), all...))
}

// lines are the lines of a slide, each behind the sign of its claim.
func (t *tree) lines(all []slide.Line, room drawing.Box) {
	texts := make([]string, len(all))
	for i, l := range all {
		texts[i] = l.Text + " " + l.Cite
	}
	const indent, air = 34.0, 0.85 // what paragraphs need between them
	size, _ := t.fit(texts, false, room.W-2*indent, room.H*air, 32, 30, 29, 28, 26, 24, 22, 20, 18)
	var pars []*ooxml.Node
	for i := range all {
		pars = append(pars, t.line(&all[i], size, indent))
	}
	t.add(t.placeholder("Content", "body", "1", room, flush("t"), pars...))
}

func (t *tree) line(l *slide.Line, size, indent float64) *ooxml.Node {
	mark := sign(l.Claim)
	props := ooxml.El("a:pPr", "marL", emu(indent*float64(1+l.Indent)), "indent", emu(-indent)).Add(
		ooxml.El("a:spcBef").Add(ooxml.El("a:spcPts", "val", hundredths(size/4))))
	if mark == "" {
		props = ooxml.El("a:pPr", "marL", emu(indent*float64(l.Indent)), "indent", "0").Add(
			ooxml.El("a:spcBef").Add(ooxml.El("a:spcPts", "val", hundredths(size/4))), ooxml.El("a:buNone"))
	} else {
		props.Add(ooxml.El("a:buClr").Add(t.colour(drawing.InkMuted, 1)), ooxml.El("a:buSzPct", "val", "70000"), ooxml.El("a:buFont", "typeface", latin), ooxml.El("a:buChar", "char", mark))
	}
	ink := drawing.InkText
	if l.Muted {
		ink = drawing.InkMuted
	}
	p := ooxml.El("a:p").Add(props, t.run(l.Text, style{size: size, bold: l.Strong, ink: ink}))
	if l.Cite != "" {
		p.Add(t.run("\u00a0", style{size: size}), t.run(l.Cite, style{size: size, ink: drawing.InkMuted}))
	}
	return p
}

// foot is what a slide rests on, and its number.
func (t *tree) foot(p *Page) {
	const number = 140.0
	of := cmp.Or(t.rests, &p.Slide)
	var parts []string
	if of.Badge != "" {
		parts = append(parts, strings.TrimSpace(sign(of.Claim)+" "+of.Badge))
	}
	if of.Source != "" {
		parts = append(parts, of.Source)
	}
	if text := strings.Join(parts, " · "); text != "" {
		b := drawing.Box{X: left, Y: footing, W: right - left - number - between, H: footer}
		size, _ := t.fit([]string{text}, false, b.W, b.H, 20, 18, 17, 16, 15, 14)
		t.add(t.placeholder("Source", "ftr", "11", b, flush("t"), ooxml.El("a:p").Add(t.run(text, style{size: size, ink: drawing.InkMuted}))))
	}
	if _, count, ok := strings.Cut(p.Of, "/"); ok {
		look := style{size: 20, ink: drawing.InkMuted}
		field := t.field(strings.TrimSpace(strings.TrimSuffix(p.Of, "/"+count)), look)
		t.add(t.placeholder("Number", "sldNum", "12", drawing.Box{X: right - number, Y: footing, W: number, H: footer}, flush("t"),
			ooxml.El("a:p").Add(ooxml.El("a:pPr", "algn", "r"), field, t.run("\u00a0/"+count, look))))
	}
}
