package views

import (
	"cmp"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"beltroad/internal/cite"
	"beltroad/internal/drawing"
	"beltroad/internal/export"
	"beltroad/internal/message"
	"beltroad/internal/session"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// citing is the panel that shows a citation as it will read, copies and saves it.
type citing struct {
	words   *record.Words
	of      cited
	style   cite.Style
	source  *choice // of those that can be cited; nil: there is one
	kind    *choice // the style
	preview *fyne.Container
	copy    *ui.Button

	chosen  func(cite.Style) // keeps the style
	copied  func(text string)
	save    func(export.Source)
	changed func() // takes up another height of the content
	close   func() // closes the panel
}

func newCiting(of cited, w *record.Words, style cite.Style) *citing {
	c := &citing{words: w, of: of, style: cite.Known(style), preview: ui.Column(4), changed: func() {}}
	names := make([]string, len(of.sources))
	for i, s := range of.sources {
		names[i] = s.name
	}
	if len(names) > 1 {
		c.source = newChoice(w.Say("cite.source"), names, 0)
		c.source.OnChanged = func(string) { c.show() }
	}
	all, usual := make([]string, len(cite.Styles())), 0
	for i, s := range cite.Styles() {
		all[i] = w.Say("cite.style." + string(s))
		if s == c.style {
			usual = i
		}
	}
	c.kind = newChoice(w.Say("cite.style"), all, usual)
	c.kind.OnChanged = func(string) {
		c.style = cite.Styles()[max(0, c.kind.SelectedIndex())]
		c.chosen(c.style)
		c.show()
	}
	c.copy = ui.NewButton(w.Say("cite.copy"), func() { c.copied(c.text()) }, true)
	c.show()
	return c
}

// content is what the panel shows: what is asked and the buttons stand first, as
// what is below them changes its height.
func (c *citing) content() fyne.CanvasObject {
	label := func(key string) fyne.CanvasObject { return ui.Label(c.words.Say(key), ui.SizeCaption, ui.ColorMuted) }
	parts := []fyne.CanvasObject{ui.Strong(c.of.name, ui.SizeBody, ui.ColorInk), label("cite.source")}
	if c.source != nil {
		parts = append(parts, c.source)
	} else {
		parts = append(parts, ui.Label(c.of.sources[0].name, ui.SizeBody, ui.ColorInk))
	}
	parts = append(parts, ui.Gap(2), label("cite.style"), c.kind, ui.Gap(4),
		ui.Flow(8, c.copy, ui.NewButton(c.words.Say("cite.save"), func() { c.save(c) }, false), ui.NewButton(c.words.Say("close"), func() { c.close() }, false)),
		ui.Gap(6), ui.Rule(), c.preview)
	return ui.Column(6, parts...)
}

// chose is the source that is cited.
func (c *citing) chose() citedSource {
	if c.source == nil {
		return c.of.sources[0]
	}
	return c.of.sources[max(0, c.source.SelectedIndex())]
}

// parts are the pieces of the citation.
func (c *citing) parts() []cite.Part {
	s := c.chose()
	return cite.Cite(c.style, s.source, c.words.Citation(), s.paragraphs...)
}

// text is the citation as it is copied and saved: each piece on a line of its own.
func (c *citing) text() string {
	var all []string
	for _, p := range c.parts() {
		all = append(all, strings.TrimRight(p.Text, "\r\n"))
	}
	return strings.Join(all, "\n")
}

// show shows the citation as it will read.
func (c *citing) show() {
	var all []fyne.CanvasObject
	for _, p := range c.parts() {
		all = append(all, ui.Gap(2), ui.Label(c.words.Say("cite.part."+p.Where), ui.SizeCaption, ui.ColorMuted))
		for line := range strings.Lines(p.Text) {
			line = strings.TrimRight(line, "\r\n")
			text := strings.TrimLeft(line, " ")
			const space = 6
			all = append(all, ui.Inset(0, 0, 0, space*float32(len(line)-len(text)), ui.Label(text, ui.SizeBody, ui.ColorInk)))
		}
	}
	if len(c.chose().paragraphs) > 0 {
		all = append(all, ui.Gap(6), ui.Label(c.words.Say("cite.paragraphs"), ui.SizeCaption, ui.ColorMuted))
	}
	c.preview.Objects = all
	c.preview.Refresh()
	c.changed()
}

// ExportName implements [export.Source].
func (c *citing) ExportName() string {
	return cmp.Or(cite.Short(c.chose().source), c.words.Say("cite.title"))
}

// Sheet implements [export.Source]: a citation is no drawing.
func (*citing) Sheet() *drawing.Sheet { return nil }

// Table implements [export.Source].
func (*citing) Table() *export.Table { return nil }

// Formats implements [export.Offers].
func (c *citing) Formats() []export.Format {
	return []export.Format{{Name: "cite.style." + string(c.style), End: c.style.Extension()}}
}

// Text implements [export.Texts].
func (c *citing) Text(export.Format) func(io.Writer) error {
	text := c.text() + "\n"
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// Cite implements [Frame]: it shows how something is cited.
func (w *Window) Cite(of cited) {
	c := newCiting(of, w.shell.words, cite.Style(w.app.session.Settings().CiteStyle))
	c.chosen = func(s cite.Style) { w.app.set(func(set *session.Settings) { set.CiteStyle = string(s) }) }
	c.save = w.Export
	const wide = 620
	w.openScrolled(c.content(), wide, func(scroller *ui.Scroller) *dialog.CustomDialog {
		d := dialog.NewCustomWithoutButtons(w.app.words.Say("cite.title"), scroller, w.win)
		c.changed, c.close = scroller.Relayout, d.Hide
		c.copied = func(text string) {
			d.Hide()
			w.Copy(text)
			w.Say(w.app.words.Say("cite.copied", message.Args{"Style": w.app.words.Say("cite.style." + string(c.style))}))
		}
		return d
	})
	w.win.Canvas().Focus(c.copy)
}
