package notes

import (
	"time"

	"fyne.io/fyne/v2"

	own "beltroad/internal/notes"
	"beltroad/internal/paper"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// Block is what stands on one record: the user's note on all of it, those on
// passages, and what makes more of them.
type Block struct {
	ui.Base

	words  *record.Words
	host   Host
	on     own.On
	where  string // what the record is called
	holder *fyne.Container
	edited *editor // nil: nothing is being written
}

var (
	_ fyne.Widget       = (*Block)(nil)
	_ fyne.Accessible   = (*Block)(nil)
	_ ui.HeightForWidth = (*Block)(nil)
)

// NewBlock makes the block of a record, which is called so.
func NewBlock(w *record.Words, host Host, on own.On, where string) *Block {
	b := &Block{words: w, host: host, on: on, where: where, holder: ui.Column(8)}
	b.ExtendBaseWidget(b)
	b.fill()
	return b
}

// On is the record.
func (b *Block) On() own.On { return b.on }

// Children is what the block shows.
func (b *Block) Children() []fyne.CanvasObject { return []fyne.CanvasObject{b.holder} }

// HeightFor implements [ui.HeightForWidth].
func (b *Block) HeightFor(width float32) float32 {
	b.HandDown(b.Children())
	return ui.HeightFor(b.holder, width)
}

// AccessibilityLabel implements [fyne.Accessible].
func (b *Block) AccessibilityLabel() string {
	return b.words.Say("note.mine.on", map[string]any{"Record": b.where})
}

// AccessibilityRole implements [fyne.Accessible].
func (*Block) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// OnPaper implements [ui.Printed]: what is written, and not what writes.
func (b *Block) OnPaper() []paper.Part {
	book := b.host.Book()
	var cards []fyne.CanvasObject
	mine, has := book.Mine(b.on)
	if has {
		cards = append(cards, b.card(mine, b.words.Say("note.mine.on", map[string]any{"Record": b.where})))
	}
	for _, p := range book.At(b.on) {
		if (!p.Bookmark || !p.Anchor.OfRecord()) && (!has || p.ID != mine.ID) {
			cards = append(cards, b.card(p, ""))
		}
	}
	return ui.OnPaper(ui.Column(8, cards...))
}

// Changed takes up what is written by now, but for what is being written here.
func (b *Block) Changed() {
	b.fill()
	b.host.Relayout(b)
	b.Refresh()
}

// fill makes the parts of the block: the note on all of the record, then those
// on passages. What is being written stands in its place, or first if it is new.
func (b *Block) fill() {
	book := b.host.Book()
	mine, has := book.Mine(b.on)
	parts := b.moving()
	written := b.edited == nil
	show := func(p own.Placed, title string) {
		if b.edited != nil && b.edited.note.ID == p.ID {
			written = true
			parts = append(parts, b.writing(p.Note)...)
			return
		}
		parts = append(parts, b.card(p, title))
	}
	if has {
		show(mine, b.words.Say("note.mine.on", map[string]any{"Record": b.where}))
	}
	for _, p := range book.At(b.on) {
		if (!p.Bookmark || !p.Anchor.OfRecord()) && (!has || p.ID != mine.ID) {
			show(p, "")
		}
	}
	if !written {
		parts = append(b.writing(b.edited.note), parts...)
	}
	fresh := b.edited != nil && whole(b.edited.note)
	parts = append(parts, ui.Label(b.words.Say("note.highlight"), ui.SizeCaption, ui.ColorMuted), ui.Flow(6, b.chips(!has && !fresh)...))
	b.holder.Objects = parts
}

// moving offers the record as the place of a note that has lost its own.
func (b *Block) moving() []fyne.CanvasObject {
	n, ok := b.host.Homeless()
	if !ok {
		return nil
	}
	return []fyne.CanvasObject{ui.Panel(ui.Column(8,
		ui.Label(ui.Shortened(TitleOf(b.words, n), longestQuote), ui.SizeCaption, ui.ColorMuted),
		ui.Flow(8,
			ui.NewButton(b.words.Say("note.move.here"), func() { b.host.PutHere(b.on) }, true),
			ui.NewButton(b.words.Say("note.move.leave"), b.host.Leave, false))))}
}

// whole tells whether a note stands on all of a record.
func whole(n own.Note) bool { return n.Anchor.OfRecord() }

// writing is the note that is being written, with what it stands on.
func (b *Block) writing(n own.Note) []fyne.CanvasObject {
	about := ui.Strong(b.words.Say("note.mine.on", map[string]any{"Record": b.where}), ui.SizeCaption, ui.ColorInk)
	if whole(n) {
		return []fyne.CanvasObject{about, b.edited.content}
	}
	return []fyne.CanvasObject{about, quote(own.Placed{Note: n}), b.edited.content}
}

// quote is the passage that a note stands on, marked as in its text.
func quote(p own.Placed) fyne.CanvasObject {
	if p.Anchor.OfRecord() && p.Kind == "" {
		return ui.Label(p.Anchor.Exact, ui.SizeCaption, ui.ColorMuted)
	}
	m := ui.HighlightMark(KindIndex(p.Kind), 0, len(p.Anchor.Exact))
	t := ui.NewText(ui.Run{Text: p.Anchor.Exact, Size: ui.SizeCaption})
	t.SetMarks(m)
	return t
}

// card is a note, which opens to be written in.
func (b *Block) card(p own.Placed, title string) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if title != "" {
		parts = append(parts, ui.Strong(title, ui.SizeCaption, ui.ColorInk))
	}
	if !p.Anchor.OfRecord() {
		parts = append(parts, quote(p))
	}
	if p.Text != "" {
		parts = append(parts, markdown(p.Text))
	}
	said := about(b.words, p, time.Now())
	if p.Anchor.InCopy() {
		said = b.words.Say("note.about", map[string]any{"What": b.words.Say("note.in.copy"), "When": said})
	}
	parts = append(parts, ui.Row(8, 0, ui.Label(said, ui.SizeSmall, ui.ColorMuted),
		ui.NewLink(b.words.Say("note.delete"), ui.SizeSmall, func() { b.host.Remove(p.Note) })))
	label := b.words.Say("note.edit.of", map[string]any{"Note": own.Title(p.Text + "\n" + p.Passage())})
	c := ui.NewCard(label, ui.Column(4, parts...), func() { b.Write(p.Note) })
	c.Bar = ui.HighlightColor(KindIndex(p.Kind))
	return c
}

// Write opens a note in place, to be written in. Nothing is written in a bookmark.
func (b *Block) Write(n own.Note) {
	if n.Bookmark {
		return
	}
	b.edited = newEditor(b.words, b.host, n, b.where, func() {
		b.edited = nil
		b.Changed()
		b.focusFirst()
	})
	b.Changed()
	b.host.Focus(b.edited.field)
	b.edited.field.toEnd()
	ui.Reveal(b)
}

// WriteMine opens the note on all of the record, or a new one.
func (b *Block) WriteMine() {
	if mine, ok := b.host.Book().Mine(b.on); ok {
		b.Write(mine.Note)
		return
	}
	if n, ok := b.host.Book().Add(b.on, "", 0, 0); ok {
		b.Write(n)
	}
}

// Open shows a note by its id, ready to be written in.
func (b *Block) Open(id string) {
	if n, ok := b.host.Book().Get(id); ok {
		b.Write(n)
	}
}

// focusFirst gives the keyboard to the first card or chip.
func (b *Block) focusFirst() {
	done := false
	ui.Walk(b.holder, func(o fyne.CanvasObject) bool {
		if f, ok := o.(fyne.Focusable); ok && !done {
			done = true
			b.host.Focus(f)
		}
		return !done
	})
}

// chips make a note, a bookmark, or the record a highlight of a kind. Beside a
// text in which words are selected they do so with those.
func (b *Block) chips(canWrite bool) []fyne.CanvasObject {
	kind := b.kind()
	chip := func(name string, on bool, do func()) *ui.ActionChip {
		label := name
		if on {
			label = b.words.Say("chosen", map[string]any{"Name": name})
		}
		c := ui.NewActionChip(label, do, ui.Run{Text: name, Size: ui.SizeCaption})
		c.SetSelected(on)
		return c
	}
	either := func(words, record func()) func() {
		return func() {
			if b.on.Stands == own.Paragraph && b.edited == nil && b.host.Selects() {
				words()
			} else {
				record()
			}
		}
	}
	var all []fyne.CanvasObject
	for i, k := range own.Kinds() {
		c := chip(kindName(b.words, k), kind == k, either(func() { b.host.Highlight(k) }, func() { b.Highlight(k) }))
		c.Ground = ui.HighlightColor(i)
		all = append(all, c)
	}
	if canWrite {
		all = append(all, chip(b.words.Say("note.write"), false, either(b.host.Note, b.WriteMine)))
	}
	_, marked := b.host.Book().Bookmarked(b.on)
	return append(all, chip(b.words.Say("note.bookmark"), marked, either(b.host.Bookmark, b.Bookmark)))
}

// kind is that of the note that a kind is for. A new one has none, and takes longer to make.
func (b *Block) kind() own.Kind {
	if _, has := b.host.Book().Mine(b.on); !has && b.edited == nil {
		return ""
	}
	n, _ := b.target()
	return n.Kind
}

// target is the note that a kind is for: the one that is being written, or else
// the one on all of the record, which may be a new one.
func (b *Block) target() (n own.Note, ok bool) {
	book := b.host.Book()
	if b.edited != nil {
		if now, ok := book.Get(b.edited.note.ID); ok {
			return now, true
		}
		return b.edited.note, true
	}
	if mine, ok := book.Mine(b.on); ok {
		return mine.Note, true
	}
	return book.Add(b.on, "", 0, 0)
}

// Highlight gives a note a kind, or takes that away.
func (b *Block) Highlight(k own.Kind) {
	n, ok := b.target()
	if !ok {
		return
	}
	if n.Kind == k {
		k = ""
	}
	n.Kind = k
	if kept, ok := b.host.Keep(n, false); ok && b.edited != nil {
		b.edited.note.ID = kept.ID
	}
}

// Bookmark marks the record, or takes the mark away.
func (b *Block) Bookmark() {
	if p, ok := b.host.Book().Bookmarked(b.on); ok {
		b.host.Remove(p.Note)
		return
	}
	if n, ok := b.host.Book().Add(b.on, "", 0, 0); ok {
		n.Bookmark = true
		b.host.Keep(n, false)
	}
}

// CreateRenderer implements [fyne.Widget].
func (b *Block) CreateRenderer() fyne.WidgetRenderer { return blockRenderer{b} }

type blockRenderer struct{ b *Block }

func (blockRenderer) Destroy() {}

func (r blockRenderer) Objects() []fyne.CanvasObject { return r.b.Children() }

func (r blockRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.holder.MinSize().Width, r.b.HeightFor(r.b.Size().Width))
}

func (r blockRenderer) Layout(s fyne.Size) {
	r.b.HandDown(r.b.Children())
	r.b.holder.Resize(s)
}

func (r blockRenderer) Refresh() { r.b.holder.Refresh() }
