package lessons

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/ui"
)

// field is where a text of a lesson is written. What is typed is kept at once.
type field struct {
	widget.Entry

	label string
	least int // lines
	lines int
	undo  func(redo bool)
	leave func()
}

// newField makes a field; lines is how many it shows at least, 1 for one that has
// a single line. Undo is asked for what the field itself has nothing to undo of,
// and leave by Escape.
func newField(label, text, hint string, lines int, typed func(string)) *field {
	f := &field{label: label, least: lines}
	f.MultiLine = lines > 1
	if f.MultiLine {
		f.Wrapping = fyne.TextWrapWord
	}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(hint)
	f.Text = text
	f.grow(text)
	f.OnChanged = func(text string) {
		if f.grow(text) {
			ui.RelayoutAround(f)
		}
		typed(text)
	}
	return f
}

// grow makes room for the lines that are there, and tells whether it had to.
func (f *field) grow(text string) bool {
	const most, letters = 14, 38 // that stand in a line, about
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + len([]rune(line))/letters
	}
	lines = min(max(lines, f.least), most)
	if !f.MultiLine || lines == f.lines {
		return false
	}
	f.lines = lines
	f.SetMinRowsVisible(lines)
	return true
}

// FocusGained implements [fyne.Focusable]. A field that the Tab key leads to is scrolled to.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	ui.Reveal(f)
}

// AcceptsTab implements [fyne.Tabbable]: the Tab key leaves the field.
func (*field) AcceptsTab() bool { return false }

// TypedKey implements [fyne.Focusable].
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		f.leave()
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF11:
		ui.ForwardKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// TypedShortcut implements [fyne.Shortcutable]: undoing is that of the lesson.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyZ && c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift {
		f.undo(true)
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		f.undo(false)
	case *fyne.ShortcutRedo:
		f.undo(true)
	default:
		f.Entry.TypedShortcut(s)
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *field) AccessibilityLabel() string { return f.label }

// AccessibilityRole implements [fyne.Accessible].
func (*field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

var (
	_ fyne.Accessible = (*field)(nil)
	_ fyne.Tabbable   = (*field)(nil)
)
