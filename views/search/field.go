package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/route"
)

// field is where the palette's text is typed. It keeps the keyboard while the
// palette is there: the keys that go through the results come to it, too.
type field struct {
	widget.Entry

	name   string
	take   func(*fyne.KeyEvent) bool // does what a key is for, other than writing
	beside func()                    // opens beside the page what Enter opens
}

var (
	_ fyne.Accessible = (*field)(nil)
	_ fyne.Tabbable   = (*field)(nil)
)

func newField(name string) *field {
	f := &field{name: name}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(name)
	return f
}

// write puts a text into the field, as far as it goes, and the cursor at its end.
func (f *field) write(text string) {
	f.SetText(beginning(text, route.LongestID))
	f.CursorColumn = len([]rune(f.Text))
	f.Refresh()
}

// AcceptsTab implements [fyne.Tabbable]: it goes through the groups of results.
func (f *field) AcceptsTab() bool { return true }

// TypedKey implements [fyne.Focusable].
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if !f.take(e) {
		f.Entry.TypedKey(e)
	}
}

// TypedRune implements [fyne.Focusable].
func (f *field) TypedRune(r rune) {
	if weight(r) <= f.room() {
		f.Entry.TypedRune(r)
	}
}

// TypedShortcut implements [fyne.Shortcutable].
func (f *field) TypedShortcut(s fyne.Shortcut) {
	switch v := s.(type) {
	case *fyne.ShortcutPaste:
		s = &fyne.ShortcutPaste{Clipboard: board{v.Clipboard, f.room()}}
	case *desktop.CustomShortcut:
		if (v.KeyName == fyne.KeyReturn || v.KeyName == fyne.KeyEnter) && v.Modifier == fyne.KeyModifierShortcutDefault {
			f.beside()
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *field) AccessibilityLabel() string { return f.name }

// AccessibilityRole implements [fyne.Accessible].
func (f *field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
