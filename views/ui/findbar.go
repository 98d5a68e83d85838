package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"beltroad/internal/message"
)

// FindBar is where the user types what is to be found in a page, and sees how
// often it is there. Enter and F3 go on, with Shift they go back, Escape closes.
type FindBar struct {
	words   *message.Printer
	finder  *Finder
	field   *findField
	count   *Text
	content fyne.CanvasObject
	leave   func()
}

// NewFindBar makes the bar of a finder; leave takes it away.
func NewFindBar(words *message.Printer, finder *Finder, leave func()) *FindBar {
	b := &FindBar{words: words, finder: finder, leave: leave, count: OneLine("", SizeCaption, ColorMuted)}
	b.field = newFindField(b)
	finder.OnChanged = b.tell
	const wide = 620 // where there is room
	b.content = Stack(NewBox(ColorCard), Column(0, Rule(), Inset(6, 10, 6, 10, AtMost(wide, Row(8, 0,
		NewNative(b.field),
		Width(96, b.count),
		NewIconButton(theme.IconNameMoveUp, words.Say("inpage.back"), func() { finder.Next(-1) }),
		NewIconButton(theme.IconNameMoveDown, words.Say("inpage.next"), func() { finder.Next(+1) }),
		NewLink(words.Say("close"), SizeSmall, leave))))))
	b.tell()
	return b
}

// Content is what the bar shows.
func (b *FindBar) Content() fyne.CanvasObject { return b.content }

// Take gives the bar the keyboard of its window, with a text to look for; empty:
// as it was.
func (b *FindBar) Take(c fyne.Canvas, text string) {
	if text != "" && text != b.field.Text {
		b.field.SetText(text)
	}
	if c != nil { // Fyne does not know it of the field before the next frame
		c.Focus(b.field)
		b.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// Text is what is looked for.
func (b *FindBar) Text() string { return b.field.Text }

// tell says how often the text was found.
func (b *FindBar) tell() {
	at, all := b.finder.Count()
	switch {
	case b.field.Text == "":
		b.count.SetText("")
	case all == 0:
		b.count.SetText(b.words.Say("inpage.none"))
	default:
		b.count.SetText(b.words.Say("inpage.count", message.Args{"At": at, "All": all}))
	}
}

// findField is where the text is typed.
type findField struct {
	widget.Entry

	bar *FindBar
}

var _ fyne.Accessible = (*findField)(nil)

func newFindField(b *FindBar) *findField {
	f := &findField{bar: b}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(b.words.Say("inpage.find"))
	f.OnChanged = b.finder.Find
	return f
}

// longestFound is the most letters that are looked for: Fyne draws the whole
// field anew for each.
const longestFound = 100

// TypedRune implements [fyne.Focusable].
func (f *findField) TypedRune(r rune) {
	if len([]rune(f.Text)) < longestFound {
		f.Entry.TypedRune(r)
	}
}

// TypedShortcut implements [fyne.Shortcutable]: of what is pasted it takes the
// first line, and of that what it has room for.
func (f *findField) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		s = &fyne.ShortcutPaste{Clipboard: firstLetters{paste.Clipboard, longestFound - len([]rune(f.Text))}}
	}
	f.Entry.TypedShortcut(s)
}

// firstLetters is a clipboard that gives the first letters of its text alone.
type firstLetters struct {
	fyne.Clipboard
	most int
}

// Content implements [fyne.Clipboard].
func (c firstLetters) Content() string {
	text, n := c.Clipboard.Content(), 0
	for i, r := range text {
		if n++; n > c.most || r == '\n' {
			return text[:i]
		}
	}
	return text
}

// TypedKey implements [fyne.Focusable].
func (f *findField) TypedKey(e *fyne.KeyEvent) {
	step := +1
	if Shifted() {
		step = -1
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		f.bar.finder.Next(step)
	case fyne.KeyEscape:
		f.bar.leave()
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyF1, fyne.KeyF4, fyne.KeyF11:
		ForwardKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *findField) AccessibilityLabel() string { return f.bar.words.Say("inpage.find") }

// AccessibilityRole implements [fyne.Accessible].
func (f *findField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
