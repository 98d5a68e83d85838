package record

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"beltroad/views/ui"
)

// Field is where a text is written that is kept as it is typed. It undoes with the page.
type Field struct {
	widget.Entry

	Undo  func(redo bool) // of what the page does; nil: it undoes nothing
	Leave func()          // by Escape; nil: that is the window's

	label string
	least int // lines
	lines int
}

// NewField makes a field; lines is how many it shows at least, 1 for one that has
// a single line.
func NewField(label, text, hint string, lines int, typed func(string)) *Field {
	f := &Field{label: label, least: lines}
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
func (f *Field) grow(text string) bool {
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
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	ui.Reveal(f)
}

// AcceptsTab implements [fyne.Tabbable]: the Tab key leaves the field.
func (*Field) AcceptsTab() bool { return false }

// TypedKey implements [fyne.Focusable].
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if f.Leave == nil {
			ui.ForwardKey(f, e)
			return
		}
		f.Leave()
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF11:
		ui.ForwardKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// TypedShortcut implements [fyne.Shortcutable]: undoing is that of the page.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if f.Undo == nil {
		f.Entry.TypedShortcut(s)
		return
	}
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyZ && c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift {
		f.Undo(true)
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		f.Undo(false)
	case *fyne.ShortcutRedo:
		f.Undo(true)
	default:
		f.Entry.TypedShortcut(s)
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *Field) AccessibilityLabel() string { return f.label }

// AccessibilityRole implements [fyne.Accessible].
func (*Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

var (
	_ fyne.Accessible = (*Field)(nil)
	_ fyne.Tabbable   = (*Field)(nil)
)
