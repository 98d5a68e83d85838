package views

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/plot"
	"beltroad/internal/session"
	"beltroad/internal/timeline"
	"beltroad/views/chart"
	"beltroad/views/mapview"
	"beltroad/views/paint"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// tipAfter is how long the pointer or the keyboard rests before it is said what is there.
const tipAfter = 600 * time.Millisecond

// paragraphSign begins what leads to a paragraph of the source.
const paragraphSign = "¶"

// signOf is the sentence about a sign, which stands in one place.
func (s *Shell) signOf(name string) string { return s.words.Say("sign." + name) }

// explain is what is said of what is pointed at: of signs, and of buttons that show no
// words.
func (s *Shell) explain(o fyne.CanvasObject, at fyne.Position) string {
	switch v := o.(type) {
	case *record.Badge:
		return s.signOf(string(v.Claim))
	case *chart.Chart:
		if sign := v.SignAt(at); sign != "" {
			return s.signOf(string(sign))
		}
	case *ui.Keyed:
		return s.signOf(v.Sign)
	case *ui.IconButton:
		return v.Label
	case *ui.Link:
		const letters = 2 // a sign, not a word
		switch {
		case v.Leads.Kind == route.Read && strings.HasPrefix(v.Text, paragraphSign):
			return s.signOf("paragraph")
		case v.Label != v.Text && utf8.RuneCountInString(v.Text) <= letters:
			return v.Label
		}
	}
	return ""
}

// introduce tells at a first start how to read what is shown, until its reader closes it.
func (w *Window) introduce() {
	if w.app.session.Settings().Told {
		return
	}
	w.intro.closed = func() {
		w.app.set(func(s *session.Settings) { s.Told = true })
		for _, each := range w.app.windows {
			each.intro.show("", "", nil)
		}
	}
	w.intro.show(w.app.words.Say("signs.first"), w.app.words.Say("menu.signs"), w.showSigns)
}

// showSigns tells what each sign means, with the sign as it is drawn.
func (w *Window) showSigns() {
	s := w.shell
	rows := []fyne.CanvasObject{ui.Label(w.app.words.Say("signs.about"), ui.SizeBody, ui.ColorInk)}
	for _, group := range s.signs() {
		rows = append(rows, ui.Gap(4), ui.Heading(w.app.words.Say(group.name)))
		for _, sign := range group.signs {
			const wide = 112 // as the widest badge
			rows = append(rows, ui.Row(16, 1, ui.Width(wide, ui.Row(0, -1, sign.drawn)), ui.Label(s.signOf(sign.name), ui.SizeBody, ui.ColorInk)))
		}
	}
	w.showText(w.app.words.Say("menu.signs"), ui.Column(9, rows...), 620)
}

// drawnSign is a sign, and the name of what is said of it.
type drawnSign struct {
	name  string
	drawn fyne.CanvasObject
}

// signGroup are signs of one kind.
type signGroup struct {
	name  string
	signs []drawnSign
}

// signs are all signs of the app, as they are drawn.
func (s *Shell) signs() []signGroup {
	claim := func(c data.Claim) drawnSign { return drawnSign{string(c), record.NewBadge(c, s.words.Claim(c))} }
	bar := func(k data.Comparator) drawnSign {
		q := data.Quantity{Comparator: k, Value: 2}
		if k == data.Range || k == data.Order {
			q.Value, q.Max = 1, 2
		}
		return drawnSign{string(k), swatch(72, 14, func(box drawing.Box, unit float64) []drawing.Mark {
			return plot.Bar(q, data.Reported, 0, 2, box.W, box.H, 14*unit)
		})}
	}
	date := func(l timeline.Looks) drawnSign {
		return drawnSign{string(l), paint.NewSwatch(func(scale float64) (drawing.Box, []drawing.Mark) {
			k := timeline.Sample(l, scale)
			return k.Box, k.Marks
		})}
	}
	estimate := drawnSign{"hatched", swatch(72, 14, func(box drawing.Box, unit float64) []drawing.Mark {
		return plot.Bar(data.Quantity{Comparator: data.Exact, Value: 2}, data.Estimate, 0, 2, box.W, box.H, 14*unit)
	})}
	var colors []fyne.CanvasObject
	for _, p := range s.dossier.Pillars() {
		colors = append(colors, ui.Dot(ui.PillarColor(p.Order)))
	}
	return []signGroup{
		{"signs.text", []drawnSign{
			{"paragraph", ui.NewText(ui.Run{Text: record.Cite(s.dossier.Paragraphs()[0].N), Color: ui.ColorAccent})},
			claim(data.Reported), claim(data.Estimate), claim(data.Commitment), claim(data.Opinion),
			{"absent", ui.OneLine(s.words.Say("sign.absent.name"), ui.SizeCaption, ui.ColorMuted)},
			{"colors", ui.Row(4, -1, colors...)},
		}},
		{"signs.bars", []drawnSign{
			bar(data.Exact), bar(data.Over), bar(data.Under), bar(data.About), bar(data.Range), bar(data.Order), estimate,
			{"elsewhere", swatch(72, 14, func(box drawing.Box, unit float64) []drawing.Mark {
				return plot.HollowBar(data.Quantity{Comparator: data.Exact, Value: 2}, 2, box.W, box.H, 14*unit)
			})},
		}},
		{"signs.map", []drawnSign{
			{"place", mapview.Sign(mapview.Look{Shape: data.Circle})},
			{"undated", mapview.Sign(mapview.Look{Shape: data.Circle, Faint: true})},
			{"other", mapview.Sign(mapview.Look{Shape: data.Circle, Other: true})},
			{"several", mapview.Several(3)},
			{"dashes", ui.Column(3, mapview.Line(data.Solid), mapview.Line(data.Dashed), mapview.Line(""))},
			date(timeline.LookDay), date(timeline.LookVague), date(timeline.LookPeriod), date(timeline.LookOpen), date(timeline.LookAhead), date(timeline.LookAfter),
		}},
	}
}

// swatch is a drawing of a size at 100 % text.
func swatch(wide, high float64, draw func(box drawing.Box, unit float64) []drawing.Mark) fyne.CanvasObject {
	return paint.NewSwatch(func(scale float64) (drawing.Box, []drawing.Mark) {
		box := drawing.Box{W: wide * scale, H: high * scale}
		return box, draw(box, scale)
	})
}
