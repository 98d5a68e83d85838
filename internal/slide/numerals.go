package slide

import (
	"strings"
	"unicode"

	"beltroad/internal/drawing"
)

// word is a word of a numeral: those with a digit are large.
type word struct {
	text string
	wide bool
}

// words are the words of a numeral. One without any digit is large as a whole.
func (n *Numeral) words() []word {
	var all []word
	digits := false
	for w := range strings.FieldsSeq(n.Number) {
		has := strings.IndexFunc(w, unicode.IsDigit) >= 0
		digits = digits || has
		all = append(all, word{w, has})
	}
	if !digits {
		for i := range all {
			all[i].wide = true
		}
	}
	for w := range strings.FieldsSeq(n.Words) {
		all = append(all, word{w, false})
	}
	return all
}

// placed is a word with its place from the left of its row.
type placed struct {
	word
	x, w float64
	font drawing.Font
}

// The proportions of a numeral.
const (
	smaller  = 0.46  // the size of its words by that of its digits
	baseline = 0.387 // of the size: how far below the middle of a line letters stand
)

// rows breaks words into rows of a width, with digits of a size; ok is false where a
// word is wider than that.
func (c *composer) rows(words []word, size, width float64) (rows [][]placed, ok bool) {
	at := 0.0
	least := c.body()
	for _, w := range words {
		f := drawing.Font{Size: size, Bold: true}
		if !w.wide {
			f.Size = min(size, max(least, size*smaller))
		}
		wide := c.set.Width(w.text, f)
		if wide > width {
			return nil, false
		}
		space := min(f.Size, size*smaller) * 0.34
		if len(rows) > 0 && at+space+wide <= width {
			last := len(rows) - 1
			rows[last] = append(rows[last], placed{w, at + space, wide, f})
			at += space + wide
			continue
		}
		rows = append(rows, []placed{{w, 0, wide, f}})
		at = wide
	}
	return rows, true
}

// large is the size of the largest word of a row, and deep how far letters hang below
// the row, which holds digits.
func large(row []placed) (size, deep float64) {
	for _, p := range row {
		size = max(size, p.font.Size)
		if strings.ContainsAny(p.text, "gjpqyQJ") {
			deep = max(deep, p.font.Size*0.08)
		}
	}
	return size, deep
}

// numerals sets the numerals in a box, as large as there is room for, and tells
// how far down they come.
func (c *composer) numerals(in drawing.Box, alone bool) float64 {
	most := c.size.Height * 0.155
	if alone && len(c.Numerals) == 1 {
		most = c.size.Height * 0.3
	}
	least := c.size.Body()
	if !c.modest {
		least = c.body() * 1.9 // a big number, or no number
	}
	if c.row || c.compares() {
		return c.sideBySide(in, min(most, c.size.Height*0.19), least)
	}
	for size := most * min(c.half(), 1.25); ; size = max(least, size*0.92) {
		down, ok := c.stack(in, size, false)
		if ok && down <= in.Y+in.H || size == least {
			c.full = c.full || !ok || down > in.Y+in.H+0.5
			down, _ = c.stack(in, size, true)
			return down
		}
	}
}

// stack sets numerals of a size below one another, or only tells how far down they
// come; ok is false where a word has no room.
func (c *composer) stack(in drawing.Box, size float64, draw bool) (down float64, ok bool) {
	down, ok = in.Y, true
	for i := range c.Numerals {
		if i > 0 {
			down += c.gap(0.9)
		}
		h, fits := c.numeral(&c.Numerals[i], in.X, down, in.W, size, draw)
		down, ok = down+h, ok && fits
	}
	return down, ok
}

// compares tells whether the numerals stand side by side.
func (c *composer) compares() bool {
	return len(c.Numerals) > 1 && c.Numerals[0].From != ""
}

// sideBySide sets numerals of several sources in columns, all of one size.
func (c *composer) sideBySide(in drawing.Box, most, least float64) float64 {
	n := float64(len(c.Numerals))
	between := c.gap(1.8)
	width := (in.W - between*(n-1)) / n
	for i := range c.Numerals {
		c.from = max(c.from, len(c.wrap(c.source(&c.Numerals[i]), drawing.Font{Size: c.body()}, width-c.body())))
	}
	for size := most; ; size = max(least, size*0.92) {
		high, ok := 0.0, true
		for i := range c.Numerals {
			h, fits := c.numeral(&c.Numerals[i], in.X, 0, width, size, false)
			ok, high = ok && fits, max(high, h)
		}
		if ok && high <= in.H || size == least {
			c.full = c.full || !ok || high > in.H+0.5
			for i := range c.Numerals {
				c.numeral(&c.Numerals[i], in.X+float64(i)*(width+between), in.Y, width, size, true)
			}
			return in.Y + high
		}
	}
}

// source is where a numeral is from, in fewer words where there is little room.
func (c *composer) source(n *Numeral) string {
	if c.modest && n.Brief != "" {
		return n.Brief
	}
	return n.From
}

// numeral sets a numeral with digits of a size, or only tells how high it is; ok is
// false where a word has no room.
func (c *composer) numeral(n *Numeral, x, y, width, size float64, draw bool) (high float64, ok bool) {
	body := drawing.Font{Size: c.body()}
	top := y
	put := func(text string, f drawing.Font, ink drawing.Ink, indent float64) {
		lines := c.wrap(text, f, width-indent)
		if draw {
			for i, l := range lines {
				c.text(l, x+indent, y+f.Height(i), f.Height(1), f, ink)
			}
		}
		y += f.Height(len(lines))
	}
	if n.From != "" {
		sign := drawing.Mark{Kind: drawing.Sign, Shape: drawing.Square, Ink: drawing.Pillar(c.Pillar), Alpha: 1}
		if n.Other {
			sign.Ink, sign.Edge, sign.Stroke = drawing.InkNone, drawing.InkMuted, max(2, body.Size/12)
		}
		side := body.Size * 0.6
		sign.Box = drawing.Box{X: x, Y: y + (body.Height(1)-side)/2, W: side, H: side}
		if draw {
			c.add(sign)
		}
		put(c.source(n), body, drawing.InkMuted, body.Size)
		y = max(y, top+body.Height(c.from)) + c.gap(0.2)
	}
	rows, ok := c.rows(n.words(), size, width)
	ink := drawing.InkText
	if n.Other {
		ink = drawing.InkMuted
	}
	for _, row := range rows {
		largest, deep := large(row)
		h := largest * 1.16
		for _, p := range row {
			if draw {
				box := p.font.Size * 1.16
				middle := y + h/2 + baseline*(largest-p.font.Size)
				c.text(drawing.TextLine{Text: p.text, W: p.w}, x+p.x, middle-box/2, box, p.font, ink)
			}
		}
		y += h + deep
	}
	if n.Below != "" {
		put(n.Below, body, drawing.InkMuted, 0)
	}
	if n.Badge != "" {
		side := body.Size * 0.5
		if draw {
			c.add(Sign(n.Claim, drawing.Box{X: x, Y: y + (body.Height(1)-side)/2, W: side, H: side}, drawing.InkMuted))
		}
		put(n.Badge, body, drawing.InkMuted, body.Size*0.9)
	}
	return y - top, ok
}
