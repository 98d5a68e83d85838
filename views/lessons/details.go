package lessons

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/lesson"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// details are what can be said and set of the slide that is chosen: fields, or
// texts where the lesson is read alone.
func (p *Editor) details() fyne.CanvasObject {
	s, i, ok := p.outline.slide()
	p.first = nil
	if !ok {
		return ui.Stack() // the list says so
	}
	l := p.outline.lesson
	p.picture = ui.Column(0)
	p.paint()
	head := []fyne.CanvasObject{
		ui.Strong(p.words.Say("lesson.slide.of", map[string]any{"Slide": i + 1, "All": len(l.Slides)}), ui.SizeBody, ui.ColorInk),
		ui.Label(kind(p.words, s), ui.SizeCaption, ui.ColorMuted),
		ui.Gap(4), p.picture, ui.Gap(4),
	}
	if to := p.artist.leads(s); to != (route.Route{}) {
		open := ui.NewLink(p.words.Say("lesson.place"), ui.SizeCaption, func() { p.host.Go(to) })
		open.Leads = to
		head = append(head, open, ui.Gap(2))
	}
	if p.store == nil {
		return ui.Column(4, append(head, ui.NewSelectionArea(ui.Column(0, p.texts(s)...)))...)
	}
	return ui.Column(4, append(head, p.fields(s)...)...)
}

// paint shows the slide that is chosen as it is now.
func (p *Editor) paint() {
	if s, i, ok := p.outline.slide(); ok && p.picture != nil {
		p.picture.Objects = []fyne.CanvasObject{ui.AtMost(400, p.artist.thumb(s, p.outline.parts[i], 0))}
		p.picture.Refresh()
	}
}

// texts are what a slide of a ready lesson has.
func (p *Editor) texts(s lesson.Slide) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	add := func(key, text string) {
		if text != "" {
			all = append(all, ui.Field(p.words.Say(key), ui.Run{Text: text}))
		}
	}
	add("lesson.field.notes", s.Notes)
	add("lesson.field.ask", strings.Join(s.Ask, "\n"))
	if s.Minutes > 0 {
		add("lesson.field.minutes", minutes(p.words, s.Minutes))
	}
	add("lesson.field.section", s.Section)
	add("lesson.field.text", s.Text)
	if s.Predict != nil {
		add("lesson.field.predict", p.words.Say("lesson.has.predict"))
	}
	return all
}

// fields are what of a slide can be written.
func (p *Editor) fields(s lesson.Slide) []fyne.CanvasObject {
	id := s.ID
	var all []fyne.CanvasObject
	add := func(key, text, hint string, lines int, set func(*lesson.Slide, string)) {
		f := p.field(p.words.Say(key), text, hint, lines, func(text string) {
			p.do(true, func(e *lesson.Editor) error {
				return e.Change(id, key, true, func(s *lesson.Slide) { set(s, text) })
			})
		})
		if p.first == nil {
			p.first = f
		}
		all = append(all, ui.Label(p.words.Say(key), ui.SizeCaption, ui.ColorMuted), ui.NewNative(f), ui.Gap(4))
	}
	hint := ""
	if s.Place != "" {
		bare := s
		bare.Title = ""
		const most = 32 // letters: a hint that is longer would scroll
		hint = ui.Shortened(p.artist.maker.Of(bare, "").Title, most)
	}
	add("lesson.field.title", s.Title, hint, 1, func(s *lesson.Slide, t string) { s.Title = t })
	add("lesson.field.notes", s.Notes, p.words.Say("lesson.field.notes.hint"), 5, func(s *lesson.Slide, t string) { s.Notes = t })
	add("lesson.field.minutes", number(s.Minutes), "", 1, func(s *lesson.Slide, t string) {
		if n, ok := parse(t); ok {
			s.Minutes = n
		}
	})
	add("lesson.field.ask", strings.Join(s.Ask, "\n"), p.words.Say("lesson.field.ask.hint"), 2, func(s *lesson.Slide, t string) { s.Ask = questions(t) })
	add("lesson.field.text", s.Text, "", 2, func(s *lesson.Slide, t string) { s.Text = t })
	add("lesson.field.section", s.Section, p.words.Say("lesson.field.section.hint"), 1, func(s *lesson.Slide, t string) { s.Section = t })
	all = append(all, p.predicts(s)...)
	if len(s.Ink) > 0 {
		all = append(all, ui.Flow(8, ui.NewButton(p.words.Say("lesson.ink.wipe"), func() {
			p.do(false, func(e *lesson.Editor) error {
				return e.Change(id, "ink", false, func(s *lesson.Slide) { s.Ink = nil })
			})
		}, false)))
	}
	return all
}

// predicts lets the class guess the figure of the slide before it is shown.
func (p *Editor) predicts(s lesson.Slide) []fyne.CanvasObject {
	to := p.artist.leads(s)
	f, ok := p.dossier.Figure(to.Pane.ID)
	if s.Predict == nil && (to.Pane.Kind != route.Figure || !ok) {
		return nil
	}
	id := s.ID
	set := func(typing bool, change func(*lesson.Slide)) {
		p.do(typing, func(e *lesson.Editor) error { return e.Change(id, "predict", typing, change) })
	}
	b := ui.NewButton(p.words.Say("lesson.predict"), nil, false)
	b.SetOn(s.Predict != nil, p.words.Say("lesson.predict"))
	b.OnTapped = func() {
		set(false, func(now *lesson.Slide) {
			if now.Predict != nil {
				now.Predict = nil
				return
			}
			from, to := axis(f.Quantity)
			now.Predict = &lesson.Predict{Figure: f.ID, From: from, To: to}
			*now = p.artist.maker.Marked(*now)
		})
	}
	all := []fyne.CanvasObject{ui.Flow(8, b)}
	if s.Predict == nil {
		return all
	}
	end := func(key string, value float64, take func(*lesson.Predict, float64)) fyne.CanvasObject {
		return ui.Column(2, ui.Label(p.words.Say(key), ui.SizeCaption, ui.ColorMuted), ui.NewNative(p.field(p.words.Say(key), number(value), "", 1, func(t string) {
			if n, ok := parse(t); ok {
				set(true, func(now *lesson.Slide) {
					if now.Predict != nil {
						next := *now.Predict
						if take(&next, n); next.From < next.To { // else it is not typed to its end
							now.Predict = &next
						}
					}
				})
			}
		})))
	}
	return append(all, ui.Gap(4), ui.Split(0.5, 110, 10,
		end("lesson.predict.from", s.Predict.From, func(p *lesson.Predict, n float64) { p.From = n }),
		end("lesson.predict.to", s.Predict.To, func(p *lesson.Predict, n float64) { p.To = n })))
}

// axis are the ends of an axis that tells nothing of where on it a figure is.
func axis(q data.Quantity) (from, to float64) {
	most := max(math.Abs(q.Value), math.Abs(q.Max))
	if most == 0 {
		return 0, 1
	}
	const above = 1.5 // times the figure, at least
	to = math.Pow(10, math.Ceil(math.Log10(most*above)))
	for _, part := range []float64{5, 2} {
		if to/part >= most*above {
			to /= part
			break
		}
	}
	if q.Value < 0 || q.Max < 0 {
		from = -to
	}
	return from, to
}

// number is one in a field; 0 is an empty one.
func number(n float64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// parse reads a number of a field, with a comma or a point.
func parse(text string) (n float64, ok bool) {
	text = strings.ReplaceAll(strings.TrimSpace(text), ",", ".")
	if text == "" {
		return 0, true
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

// questions are the lines of a text that say something.
func questions(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// WriteTitle has the title of the lesson written.
func (p *Editor) WriteTitle() {
	if p.name != nil {
		p.host.Focus(p.name)
	}
}
