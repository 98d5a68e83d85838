package notes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	own "beltroad/internal/notes"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// field is where a note is written. What is typed is kept at once, so that
// Escape, leaving and a crash lose nothing.
type field struct {
	widget.Entry

	words *record.Words
	where string // what the note is on
	typed func(text string)
	done  func()
	lines int
}

func newField(w *record.Words, where, text string, typed func(string), done func()) *field {
	f := &field{words: w, where: where, typed: typed, done: done}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(w.Say("note.write.here"))
	f.Text = text
	f.grow(text)
	f.OnChanged = func(text string) {
		if f.grow(text) {
			ui.RelayoutAround(f)
		}
		f.typed(text)
	}
	return f
}

// grow makes room for the lines that are there, and tells whether it had to.
func (f *field) grow(text string) bool {
	const least, most = 4, 14
	lines := min(max(strings.Count(text, "\n")+2, least), most)
	if lines == f.lines {
		return false
	}
	f.lines = lines
	f.SetMinRowsVisible(lines)
	return true
}

// toEnd puts the caret behind what is written.
func (f *field) toEnd() {
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// AcceptsTab implements [fyne.Tabbable]: the Tab key leaves the field.
func (*field) AcceptsTab() bool { return false }

// TypedKey implements [fyne.Focusable]: Escape ends the writing.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		f.done()
	case fyne.KeyF1, fyne.KeyF11:
		ui.ForwardKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// AccessibilityLabel implements [fyne.Accessible].
func (f *field) AccessibilityLabel() string {
	return f.words.Say("note.write.on", map[string]any{"Record": f.where})
}

// AccessibilityRole implements [fyne.Accessible].
func (*field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

var (
	_ fyne.Accessible = (*field)(nil)
	_ fyne.Tabbable   = (*field)(nil)
)

// editor is a note that is being written.
type editor struct {
	note    own.Note
	field   *field
	content fyne.CanvasObject
}

// newEditor makes an editor of a note, which may be a new one.
func newEditor(w *record.Words, host Host, n own.Note, where string, done func()) *editor {
	e := &editor{note: n}
	e.field = newField(w, where, n.Text, func(text string) {
		if now, ok := host.Book().Get(e.note.ID); ok { // its kind may be another by now
			e.note = now
		}
		e.note.Text = text
		if kept, ok := host.Keep(e.note, true); ok {
			e.note.ID = kept.ID
		}
	}, func() {
		host.Book().Typed()
		done()
	})
	e.content = ui.Column(8, ui.NewNative(e.field), ui.Flow(8, ui.NewButton(w.Say("note.done"), e.field.done, false)))
	return e
}
