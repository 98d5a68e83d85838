package slide

import (
	"slices"

	"beltroad/internal/drawing"
)

// Lay lays a slide out for a size. Its text is as large as there is room for,
// up to the scale that is wanted; what has no room at the least size even so is
// left out by whole lines, and told.
func (s *Slide) Lay(z Size, m drawing.Measure) Layout {
	const step = 0.125
	want := 1.0
	if z.Scale > 1 {
		want = min(z.Scale, 2)
	}
	for k := want; ; k = max(1, k-step) {
		for _, air := range []spacing{roomy, tight} {
			if l, ok := s.try(z, k, air, m); ok {
				return l
			}
		}
		if k == 1 {
			return s.least(z, m)
		}
	}
}

// least lays out what there is room for at the least size: without its last
// lines, then without its lead, its visual and the end of its title.
func (s *Slide) least(z Size, m drawing.Measure) Layout {
	if l, ok := s.modestly(z, m); ok {
		return l
	}
	some := *s
	for left := 1; left <= len(s.Lines); left++ {
		some.Lines = s.Lines[:len(s.Lines)-left]
		if s.More != nil {
			some.Lines = append(slices.Clip(some.Lines), Line{Text: s.More(left), Muted: true})
		}
		if s.Rests != nil {
			s.Rests(&some, nil)
		}
		if l, ok := some.modestly(z, m); ok {
			l.Left = left
			return l
		}
	}
	some.Lines = nil
	for _, drop := range []func(){func() { some.Lead = "" }, func() { some.Visual = nil }, func() { some.Plain = "" }, func() { some.Kicker = "" }, func() { some.Numerals = nil }} {
		drop()
		if l, ok := some.modestly(z, m); ok {
			l.Left = len(s.Lines)
			return l
		}
	}
	c := newComposer(&some, z, 1, tight, m)
	c.cut, c.modest = true, true
	l, _ := c.compose()
	l.Left = len(s.Lines)
	return l
}

// spacing is how much is left free around and between texts.
type spacing struct{ side, top, bottom, between float64 }

var (
	roomy = spacing{side: 0.0625, top: 0.07, bottom: 0.05, between: 1}    // shares of the width and height
	tight = spacing{side: 0.035, top: 0.035, bottom: 0.03, between: 0.55} // where that is too much
)

func (s *Slide) try(z Size, k float64, air spacing, m drawing.Measure) (Layout, bool) {
	return newComposer(s, z, k, air, m).compose()
}

// modestly tries with numerals that may be little larger than text.
func (s *Slide) modestly(z Size, m drawing.Measure) (Layout, bool) {
	c := newComposer(s, z, 1, tight, m)
	c.modest = true
	return c.compose()
}

// composer is a slide in the making, for one scale of text.
type composer struct {
	*Slide

	size  Size
	k     float64 // scale of text
	air   spacing
	set   drawing.Setter
	known map[broken][]drawing.TextLine // texts are measured and then set
	cut   bool                          // the title may end early
	out   Layout
	left  float64 // edges of what is between the margins
	right float64
	y     float64 // how far down it has come
	end   float64 // where what stands below the content begins
	full  bool    // something found no room

	from   int  // lines of the longest source of a numeral
	row    bool // numerals stand side by side
	modest bool // numerals may be little larger than text
}

func newComposer(s *Slide, z Size, k float64, air spacing, m drawing.Measure) *composer {
	c := &composer{Slide: s, size: z, k: k, air: air, set: drawing.Setter{Measure: m}, known: map[broken][]drawing.TextLine{}}
	c.left, c.right = z.Width*air.side, z.Width*(1-air.side)
	c.y, c.end = z.Height*air.top, z.Height*(1-air.bottom)
	c.out = Layout{Scale: k, Sheet: &drawing.Sheet{Width: z.Width, Height: z.Height, Title: s.Title, Description: s.described()}}
	c.add(drawing.Mark{Kind: drawing.Rect, Box: drawing.Box{W: z.Width, H: z.Height}, Ink: drawing.InkGround, Alpha: 1})
	return c
}

// The sizes of text. What is large at first grows half as much.
func (c *composer) body() float64   { return c.size.Body() * c.k }
func (c *composer) half() float64   { return 1 + (c.k-1)/2 }
func (c *composer) kicker() float64 { return c.size.Body() * c.half() }
func (c *composer) title() float64  { return c.size.Height / 15 * c.half() }
func (c *composer) foot() float64   { return c.size.Foot() * c.half() }

// gap is a distance between texts, in body sizes.
func (c *composer) gap(n float64) float64 { return c.size.Body() * n * c.air.between }

func (c *composer) add(m drawing.Mark) { c.out.Marks = append(c.out.Marks, m) }

// compose lays out the whole slide; ok is false where there is no room for it.
func (c *composer) compose() (l Layout, ok bool) {
	c.out.Foot.From = len(c.out.Marks)
	c.stands()
	c.out.Foot.To = len(c.out.Marks)
	if c.Large {
		c.large()
	} else {
		c.head()
		c.y += c.gap(0.9)
		c.content(drawing.Box{X: c.left, Y: c.y, W: c.right - c.left, H: c.end - c.gap(0.6) - c.y})
	}
	if !c.full && c.out.To > c.out.From && c.Rests != nil {
		c.rest()
	}
	return c.out, !c.full
}

// rest sets what the slide rests on anew, by what its visual draws: that was not known
// before there was room for it.
func (c *composer) rest() {
	of := c.Resting(c.out.Marks[c.out.From:c.out.To])
	if of.Badge == c.Badge && of.Source == c.Source {
		return
	}
	all, foot := c.out.Marks, c.out.Foot
	c.Slide, c.out.Marks, c.end = of, nil, c.size.Height*(1-c.air.bottom)
	c.stands()
	for i := c.out.From; i < c.out.To; i++ {
		c.full = c.full || all[i].Y+all[i].H > c.end // more paragraphs, as fewer of them follow each other
	}
	longer := len(c.out.Marks) - (foot.To - foot.From)
	c.out.Marks = slices.Concat(all[:foot.From], c.out.Marks, all[foot.To:])
	c.out.Foot.To, c.out.From, c.out.To = foot.To+longer, c.out.From+longer, c.out.To+longer
	c.out.Description = of.described()
}

// text adds a line of text at a place, and its box so high as to hold its letters.
func (c *composer) text(l drawing.TextLine, x, y, high float64, f drawing.Font, ink drawing.Ink) {
	c.add(drawing.Mark{
		Kind: drawing.Text, Box: drawing.Box{X: x, Y: y, W: l.W, H: high}, Ink: ink, Alpha: 1,
		Lettering: drawing.Lettering{Text: l.Text, TextSize: f.Size, Bold: f.Bold},
	})
}

// wrap breaks a text into lines, more than a slide has room for where it is too
// long: nothing that is shown is cut.
func (c *composer) wrap(text string, f drawing.Font, width float64) []drawing.TextLine {
	key := broken{text, f, width}
	lines, ok := c.known[key]
	if !ok {
		lines = c.set.Wrap(text, f, width, int(c.size.Height/f.Size)+2)
		c.known[key] = lines
	}
	return lines
}

// broken is a text that was broken into lines.
type broken struct {
	text  string
	font  drawing.Font
	width float64
}

// write sets a text at a place and tells how high it is.
func (c *composer) write(text string, f drawing.Font, ink drawing.Ink, x, y, width float64) float64 {
	lines := c.wrap(text, f, width)
	for i, l := range lines {
		c.text(l, x, y+f.Height(i), f.Height(1), f, ink)
	}
	return f.Height(len(lines))
}

// kickerInk is the colour of what stands above the title.
func (c *composer) kickerInk() drawing.Ink { return drawing.Pillar(c.Pillar) }

// head is what stands above the content.
func (c *composer) head() {
	width := c.right - c.left
	if c.Kicker != "" {
		c.y += c.write(c.Kicker, drawing.Font{Size: c.kicker(), Bold: true}, c.kickerInk(), c.left, c.y, width)
	}
	c.y += c.setTitle(c.Title, c.titleFont(c.title(), 2, width), c.left, width)
	if c.Lead != "" {
		c.y += c.gap(0.1) + c.write(c.Lead, drawing.Font{Size: c.body()}, drawing.InkMuted, c.left, c.y+c.gap(0.1), width)
	}
	if c.y > c.end {
		c.full = true
	}
}

// titleFont is as large as lets the title have so few lines, but not small.
func (c *composer) titleFont(size float64, lines int, width float64) drawing.Font {
	f := drawing.Font{Size: size, Bold: true}
	least := c.size.Body() * 1.1
	most := width * float64(lines) * 1.05 // of which no more has room in so many lines
	long := c.set.Width(c.Title, f)       // measured once: it need not be broken into lines at each size
	for f.Size > least && (long*f.Size/size > most || len(c.wrap(c.Title, f, width)) > lines) {
		f.Size = max(least, f.Size*0.93)
	}
	return f
}

// setTitle sets the title, whose lines stand closer.
func (c *composer) setTitle(text string, f drawing.Font, x, width float64) float64 {
	high := f.Size * closer
	lines := c.wrap(text, f, width)
	if c.cut {
		lines = lines[:max(0, min(len(lines), int((c.end-c.y)/high)))]
	}
	for i, l := range lines {
		c.text(l, x, c.y+high*float64(i), high, f, drawing.InkText)
	}
	return high * float64(len(lines))
}

// closer is the height of lines of large text, by its size.
const closer = 1.25

// content lays out numerals, lines and visual in what is left of the slide.
func (c *composer) content(in drawing.Box) {
	switch worded := len(c.Numerals) > 0 || len(c.Lines) > 0 || c.Plain != ""; {
	case c.Visual == nil:
		c.worded(in, true)
	case !worded:
		c.visual(in)
	case !c.either(func() { c.beside(in, 0.46) }, func() { c.beside(in, 0.55) }, func() { c.row = true; c.below(in) }):
		c.full = true
	}
}

// either does the first of some layouts that finds room, and tells whether one did.
func (c *composer) either(layouts ...func()) bool {
	was, sheet := c.out, *c.out.Sheet
	for _, lay := range layouts {
		if lay(); !c.full {
			return true
		}
		again := sheet
		c.out, c.full, c.row = was, false, false
		c.out.Sheet = &again
	}
	return false
}

// beside puts words at the left, with a share of the width, and the visual at the
// right of them.
func (c *composer) beside(in drawing.Box, share float64) {
	if c.Visual.Kind == Guess || c.Visual.Kind == Timeline { // which are wide
		c.full = true
		return
	}
	between := c.gap(1.6)
	words := in
	words.W = (in.W - between) * share
	if c.worded(words, false); !c.full {
		c.visual(drawing.Box{X: in.X + words.W + between, Y: in.Y, W: in.W - words.W - between, H: in.H})
	}
}

// below puts the visual below the words.
func (c *composer) below(in drawing.Box) {
	words := in
	words.H = in.H * 0.55
	down := c.worded(words, false)
	if c.full {
		return
	}
	down += c.gap(0.8)
	c.visual(drawing.Box{X: in.X, Y: down, W: in.W, H: in.Y + in.H - down})
}

// visual draws the visual in a room.
func (c *composer) visual(in drawing.Box) {
	least := 4.0 // lines of text
	if c.Visual.Kind == Map && !c.modest {
		least = 7.5
	}
	if in.W < 6*c.body() || in.H < least*c.body() {
		c.full = true
		return
	}
	c.out.Room, c.out.Text, c.out.From = in, c.body(), len(c.out.Marks)
	if c.Visual.Axis != nil {
		c.axis(c.Visual.Axis, in)
		c.out.To = len(c.out.Marks)
		return
	}
	s := c.Visual.Draw(Room{in.W, in.H, c.body(), c.k, c.modest, c.set.Measure})
	if s == nil || s.Width > in.W+1 || s.Height > in.H+1 {
		c.full = true
		return
	}
	c.out.Add(in.X, in.Y, s.Marks...)
	c.out.Names, c.out.To = s.Names, len(c.out.Marks)
}

// worded sets numerals and lines from the top of a box, and tells how far down
// they come. Alone they may be larger, and stand a little lower where there is room.
func (c *composer) worded(in drawing.Box, alone bool) (down float64) {
	from := len(c.out.Marks)
	lines := c.Lines
	if c.Plain != "" {
		lines = append([]Line{{Text: c.Plain}}, lines...)
	}
	large := c.largest(lines, in, alone)
	high := c.height(lines, in.W, large)
	y := in.Y
	if len(c.Numerals) > 0 {
		room := in.H
		if high > 0 {
			room -= high + c.gap(1)
		}
		y = c.numerals(drawing.Box{X: in.X, Y: in.Y, W: in.W, H: room}, alone)
		if high > 0 {
			y += c.gap(1)
		}
	}
	down = c.lines(lines, in.X, y, in.W, large)
	if down > in.Y+in.H+0.5 {
		c.full = true
	}
	if free := in.Y + in.H - down; alone && free > 0 {
		const share = 0.3
		for i := from; i < len(c.out.Marks); i++ {
			c.out.Marks[i] = c.out.Marks[i].Moved(0, free*share)
		}
	}
	return down
}
