package drawing

import (
	"math"
	"slices"
	"strings"
)

// KeyEntry explains a sign: its marks stand in a box at the top left.
type KeyEntry struct {
	Box   // its W and H alone count
	Marks []Mark
	Text  string
}

// SignEntry explains a sign of a size.
func SignEntry(sign Mark, size float64, text string) KeyEntry {
	sign.Kind, sign.Box = Sign, Box{0, 0, size, size}
	if sign.Alpha == 0 {
		sign.Alpha = 1
	}
	return KeyEntry{Box: sign.Box, Marks: []Mark{sign}, Text: text}
}

// LineEntry explains a line of a width, ink and dashes.
func LineEntry(line Mark, text string) KeyEntry {
	const long, high = 30, 10
	line.Kind, line.Box, line.Parts = Line, Box{0, high / 2, long, 0}, nil
	if line.Alpha == 0 {
		line.Alpha = 1
	}
	return KeyEntry{Box: Box{0, 0, long, high}, Marks: []Mark{line}, Text: text}
}

// Frame is what stands around a drawing that leaves the app, so that it tells
// by itself what it shows, from where, and with which caution.
type Frame struct {
	Title   string
	Notes   []string   // under the title: what is to be known before reading on
	Key     []KeyEntry // below the drawing
	Lines   []string   // then these: source, dossier, date, caution
	Measure Measure
}

// The lengths of a frame.
const (
	frameAir   = 24.0
	frameTitle = 18.0 // size of text
	frameText  = 13.0
	frameGap   = 10.0
)

// Air is how much a frame adds to each side of a drawing.
func (Frame) Air() float64 { return frameAir }

// Around is a drawing in its frame, on a ground of paper.
func (f Frame) Around(s *Sheet) *Sheet {
	c := &framing{set: Setter{f.Measure}, width: max(s.Width, 200), y: frameAir}
	c.sheet = &Sheet{Width: c.width + 2*frameAir, Title: f.Title, Description: s.Description, Names: s.Names}
	c.sheet.Marks = append(c.sheet.Marks, Mark{Kind: Rect, Ink: InkCard, Alpha: 1})
	c.write(f.Title, Font{frameTitle, true}, InkText)
	c.y += frameGap / 2
	for _, n := range f.Notes {
		c.write(n, Font{frameText, false}, InkMuted)
	}
	c.y += frameGap
	c.sheet.Add(frameAir, c.y, s.Marks...)
	c.y += s.Height + frameGap
	c.key(f.Key)
	for _, l := range f.Lines {
		c.write(l, Font{frameText, false}, InkMuted)
	}
	c.sheet.Height = math.Ceil(c.y + frameAir)
	c.sheet.Marks[0].Box = Box{0, 0, c.sheet.Width, c.sheet.Height}
	c.sheet.Description = strings.Join(once(slices.Concat(f.Notes, strings.Split(s.Description, "\n"), f.Lines)), "\n")
	return c.sheet
}

// framing is a frame in the making.
type framing struct {
	set   Setter
	sheet *Sheet
	width float64 // of what is between the margins
	y     float64 // how far down it has come
}

// mostLines are those of a text: only what nobody wrote to be read is cut.
const mostLines = 60

// write sets a text over the width and goes below it.
func (c *framing) write(text string, f Font, ink Ink) {
	for _, l := range c.set.Wrap(text, f, c.width, mostLines) {
		c.text(l, f, ink, frameAir)
		c.y += f.Height(1)
	}
}

func (c *framing) text(l TextLine, f Font, ink Ink, x float64) {
	c.sheet.Marks = append(c.sheet.Marks, Mark{
		Kind: Text, Ink: ink, Alpha: 1, Box: Box{x, c.y, l.W, f.Height(1)}, Lettering: Lettering{Text: l.Text, TextSize: f.Size, Bold: f.Bold},
	})
}

// key explains signs side by side, in as many lines as they need.
func (c *framing) key(all []KeyEntry) {
	const between = 22
	f := Font{frameText, false}
	x := 0.0
	for _, e := range all {
		lines := c.set.Wrap(e.Text, f, c.width-e.W-frameGap, mostLines)
		need := e.W + frameGap + Widest(lines)
		high := max(e.H, f.Height(1)) + 3
		if x > 0 && x+need > c.width {
			x = 0
			c.y += high
		}
		c.sheet.Add(frameAir+x, c.y+(f.Height(1)-e.H)/2, e.Marks...)
		for i, l := range lines {
			if i > 0 {
				c.y += f.Height(1)
			}
			c.text(l, f, InkMuted, frameAir+x+e.W+frameGap)
		}
		if x += need + between; len(lines) > 1 {
			x = c.width // the next begins a line
		}
	}
	if len(all) > 0 {
		c.y += f.Height(1) + frameGap
	}
}

// once are the lines that are not empty, each once: a drawing may say what
// stands around it, too.
func once(lines []string) []string {
	var all []string
	for _, l := range lines {
		if l != "" && !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all
}
