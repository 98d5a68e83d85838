package ui

import (
	"strings"

	"fyne.io/fyne/v2"
)

// stretch is about the most bytes that are drawn as one: what does not break
// may be of any length, and what of it lies beside the window is not drawn.
const stretch = 1024

// compose makes the objects of the text's lines at the width: one for each
// stretch of words in one style, so that few are drawn.
func (t *Text) compose(width float32) {
	l, links := t.breakLines(width), t.links()
	t.style = t.Themed.style()
	t.parts = make([]fyne.CanvasObject, 0, len(l.rows))
	top := t.largest()
	for n, row := range l.rows {
		x, y := float32(0), float32(n)*l.pitch
		for i := 0; i < len(row); {
			if i > 0 {
				x += t.gap(row[i])
			}
			j, w := i+1, row[i].width
			for ; j < len(row) && row[j].run == row[i].run && row[j].at-row[i].at < stretch; j++ {
				w += t.gap(row[j]) + row[j].width
			}
			run := int(row[i].run)
			t.parts = append(t.parts, t.part(links, run, t.joined(row[i:j]), fyne.NewPos(x, y+top.base-t.fonts[run].base), w)...)
			x += w
			i = j
		}
	}
	t.joinPieces()
	t.drawUnder()
}

// joined are words of a run that follow one another, with one space between those
// that one parts: most stand so in the run.
func (t *Text) joined(words []word) string {
	run := words[0].run
	text, begin := t.Runs[run].Text, t.fonts[run].begin
	for i, w := range words[1:] {
		if gap := text[words[i].end()-begin : int(w.at)-begin]; gap != "" && gap != " " {
			return t.parted(words)
		}
	}
	return text[int(words[0].at)-begin : words[len(words)-1].end()-begin]
}

// parted is joined for words that are parted by something else.
func (t *Text) parted(words []word) string {
	var text strings.Builder
	for i, w := range words {
		if i > 0 && w.spaced {
			text.WriteByte(' ')
		}
		text.WriteString(t.written(w))
	}
	return text.String()
}

// links are the links that stand there, of each run in order.
func (t *Text) links() map[int][]*Link {
	var all map[int][]*Link
	for _, o := range t.parts {
		if l, ok := o.(*Link); ok {
			if all == nil {
				all = map[int][]*Link{}
			}
			all[l.run] = append(all[l.run], l)
		}
	}
	return all
}

// part is a stretch of one run on one line, with its left upper corner at pos.
// A link that stood there stays, so that it keeps the focus.
func (t *Text) part(links map[int][]*Link, run int, text string, pos fyne.Position, w float32) []fyne.CanvasObject {
	r, size := t.Runs[run], fyne.NewSize(w, t.fonts[run].height)
	if r.Object != nil {
		m := r.Object.MinSize()
		Place(r.Object, pos.X, pos.Y+(size.Height-m.Height)/2, m.Width, m.Height)
		return []fyne.CanvasObject{r.Object}
	}
	if r.OnOpen != nil {
		var link *Link
		if old := links[run]; len(old) > 0 {
			link, links[run] = old[0], old[1:]
			link.Text, link.Label, link.TextSize, link.OnTapped = text, text, r.Size, r.OnOpen
		} else {
			link = NewLink(text, r.Size, r.OnOpen)
			link.run = run
			t.HandDown([]fyne.CanvasObject{link})
		}
		link.face = t.fonts[run].source
		link.Color, link.Mark, link.Strong, link.Leads = r.Color, r.Mark, r.Style.Bold, r.Leads
		link.Move(pos)
		link.Resize(size)
		return []fyne.CanvasObject{link}
	}
	col := r.Color
	if col == "" {
		col = ColorInk
	}
	words := PlainLine(text, t.size(run), r.Style)
	if source := t.fonts[run].source; source != nil {
		words.FontSource = source
	}
	words.Color = t.ColorOf(col)
	words.Move(pos)
	words.Resize(size)
	if r.Mark == "" {
		return []fyne.CanvasObject{words}
	}
	return []fyne.CanvasObject{t.ground(r.Mark, pos, size), words}
}
