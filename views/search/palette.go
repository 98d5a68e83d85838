package search

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"beltroad/data"
	find "beltroad/internal/search"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Palette is a field over the page, with what is found for the text below it as
// it is typed. The field keeps the keyboard: arrows go through the results, Enter
// opens one, Escape closes the palette and gives the keyboard back.
type Palette struct {
	ui.Base

	words  *record.Words
	host   Host
	lister lister
	asker  *asker
	over   fyne.Canvas
	closed func() // told that the palette has gone; the keyboard is where it was

	field *field
	found results
	look  *look
	later []func() // what keys asked for before the answer for the text came
}

var (
	_ fyne.Widget     = (*Palette)(nil)
	_ fyne.Accessible = (*Palette)(nil)
	_ fyne.Tappable   = (*Palette)(nil)
)

// few are the hits of a kind in the palette; the page has them all.
const few = 5

// NewPalette makes a palette for a canvas. Closed is called when it has gone.
func NewPalette(over fyne.Canvas, d *data.Dossier, w *record.Words, host Host, closed func()) *Palette {
	p := &Palette{words: w, host: host, over: over, closed: closed}
	p.lister = lister{d, w, p.open}
	p.asker = &asker{source: host.Source(), lister: p.lister, most: few, beside: host.Beside, show: p.answered}
	p.field = newField(w.Say("search"))
	p.field.take, p.field.beside, p.field.OnChanged = p.key, func() { p.choose(true) }, p.typed
	p.look = newLook(p)
	p.ExtendBaseWidget(p)
	return p
}

// Open puts the palette over the page, with a text in it that the next letter
// replaces, unless a filter at its end waits for it.
func (p *Palette) Open(text string) {
	p.over.Overlays().Add(p)
	p.Take()
	if text == "" {
		p.typed("")
		return
	}
	p.field.write(text)
	if !strings.HasSuffix(text, ":") {
		p.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// Take gives the palette's field the keyboard, which a click on the card takes from it.
func (p *Palette) Take() { p.over.Focus(p.field) }

// Typed does what a key is for that came to the window, not to the field.
func (p *Palette) Typed(e *fyne.KeyEvent) {
	p.Take()
	p.field.TypedKey(e)
}

// Close takes the palette away. What had the keyboard before has it again.
func (p *Palette) Close() {
	p.asker.drop()
	p.later = nil
	p.over.Overlays().Remove(p)
	p.closed()
}

// typed looks for what the field holds now.
func (p *Palette) typed(text string) {
	p.later = nil
	if strings.TrimSpace(text) == "" {
		p.asker.drop()
		p.look.offer(nil)
		p.show(p.words.Say("find.hint"), "", p.before())
		return
	}
	if !p.host.Source().Ready() {
		p.show(p.words.Say("find.waiting"), "", nil)
	}
	p.asker.ask(text)
}

// then does what a key asks for once the answer for the text is there: what is
// found for an earlier text is not what the key is meant for.
func (p *Palette) then(do func()) {
	if p.asker.waiting() {
		p.later = append(p.later, do)
		return
	}
	do()
}

// answered shows what was found, and does what was asked for before.
func (p *Palette) answered(a answer) {
	said, strong, lines := p.tell(a)
	if narrowing(a.text) { // its values are lines
		p.look.offer(nil)
	} else {
		p.look.offer(a.complete)
	}
	p.show(said, strong, lines)
	for len(p.later) > 0 {
		do := p.later[0]
		p.later = p.later[1:]
		do()
	}
}

// tell puts an answer into a sentence, of which a part is strong, and lines.
func (p *Palette) tell(a answer) (said, strong string, lines []line) {
	narrow := p.complete(a)
	if narrowing(a.text) {
		lines, narrow = narrow, nil
	}
	lines = append(append(lines, a.lines...), narrow...)
	if a.completing() {
		return p.words.Say("find.completing"), "", lines
	}
	if a.results.Total == 0 {
		return p.lister.nothing(a.results), "", append(lines, p.lister.near(a.results.Near)...)
	}
	all := p.words.Count("find.results", a.results.Total)
	lines = append(lines, line{head: p.words.Say("find.page")}, plain(p.words.Say("find.all", map[string]any{"Results": all}), func() {
		p.host.Memory().Searched(a.text)
		p.Close()
		p.host.Go(route.To(route.Search, a.text))
	}))
	if shown := a.results.Shown; shown != "" {
		return p.words.Say("find.shown", map[string]any{"Words": shown, "Results": all}), shown, lines
	}
	return all, "", lines
}

// narrowing tells whether the last word of a text is a filter's.
func narrowing(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return strings.Contains(last, ":")
}

// complete are the ways to go on with a text.
func (p *Palette) complete(a answer) []line {
	var lines []line
	for _, text := range a.complete {
		if text == a.text {
			continue
		}
		if lines == nil {
			lines = []line{{head: p.words.Say("find.narrow")}}
		}
		lines = append(lines, plain(text, func() { p.write(text) }))
	}
	return lines
}

// before are the lines while there is no text.
func (p *Palette) before() []line {
	return invite(p.lister.dossier, p.words, p.host.Memory(), p.write, func() { p.typed("") })
}

// write puts a text into the field, to go on with.
func (p *Palette) write(text string) {
	if strings.HasSuffix(text, ":") || strings.HasSuffix(text, " ") {
		p.field.write(text)
	} else {
		p.field.write(text + " ")
	}
	p.Take()
}

// open leads to what was found.
func (p *Palette) open(doc *find.Document, beside bool) {
	p.host.Memory().Searched(p.field.Text)
	here := p.host.Here()
	p.Close()
	open(p.host, p.lister.dossier, doc, here, beside)
}

// open leads to a document, or does it.
func open(host Host, d *data.Dossier, doc *find.Document, here route.Route, beside bool) {
	r, ok := placeOf(d, doc)
	switch {
	case doc.Kind == find.Command:
		host.Do(doc.ID)
	case ok && beside:
		host.Go(besides(r, here))
	case ok:
		host.Go(r)
	}
}

// choose opens what the keyboard is at.
func (p *Palette) choose(beside bool) {
	p.then(func() {
		if l := p.found.current(); l != nil {
			l.do(beside)
		}
	})
}

// key does what keys are for that write nothing.
func (p *Palette) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		p.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(false)
	case fyne.KeyTab:
		p.turn(shifted())
	case fyne.KeyF1, fyne.KeyF11:
		do := p.over.OnTypedKey()
		if p.Close(); do != nil {
			do(e)
		}
	default:
		if !moves(e.Name) {
			return false
		}
		p.then(func() {
			p.found.move(e.Name)
			p.look.mark()
		})
	}
	return true
}

// turn goes to the first line of the next group, or of the one before.
func (p *Palette) turn(back bool) {
	p.then(func() {
		p.found.turn(back)
		p.look.mark()
	})
}

// shifted tells whether the Shift key is held.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// show shows lines below a sentence.
func (p *Palette) show(said, strong string, lines []line) {
	p.found = newResults(lines)
	p.look.show(said, strong)
}

// Tapped implements [fyne.Tappable]: beside the card it closes the palette.
func (p *Palette) Tapped(e *fyne.PointEvent) {
	if p.look.holds(e.Position) {
		p.Take()
		return
	}
	p.Close()
}
