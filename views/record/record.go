package record

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/wording"
	"beltroad/views/route"
	"beltroad/views/ui"
)

// Quantity sets a quantity's wording with its number large and its words
// smaller: "over 230", "US$19.1 trillion".
func Quantity(text string, number, words fyne.ThemeSizeName) *ui.Text {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return ui.Strong(text, number, ui.ColorInk)
	}
	t := ui.NewText()
	for w := range strings.FieldsSeq(text) {
		size := words
		if strings.ContainsFunc(w, unicode.IsDigit) {
			size = number
		}
		t.Runs = append(t.Runs, ui.Run{Text: w + " ", Size: size, Style: ui.Bold})
	}
	return t
}

// CiteLink is a link to a paragraph of the source.
func CiteLink(nav route.Nav, paragraph int) *ui.Link {
	to := route.Paragraph(paragraph)
	l := ui.NewLink(Cite(paragraph), ui.SizeSmall, func() { nav.Go(to) })
	l.Leads = to
	return l
}

// CellLink links a table's row to its paragraphs. The keyboard passes it by:
// a table is one stop, and the record that Enter opens has the same link.
func CellLink(nav route.Nav, paragraphs ...int) fyne.CanvasObject {
	const most = 3
	var links []fyne.CanvasObject
	for _, n := range paragraphs[:min(most, len(paragraphs))] {
		l := CiteLink(nav, n)
		l.Skip = true
		links = append(links, l)
	}
	if more := len(paragraphs) - most; more > 0 {
		links = append(links, ui.OneLine(fmt.Sprintf("+%d", more), ui.SizeSmall, ui.ColorMuted))
	}
	return ui.Flow(4, links...)
}

// CiteRun is a link to a paragraph within a text.
func CiteRun(nav route.Nav, paragraph int) ui.Run {
	return ui.Run{Text: Cite(paragraph), Size: ui.SizeSmall}.To(nav, route.Paragraph(paragraph))
}

// CiteRuns are links to paragraphs within a text, those in a row as one; it opens the first.
func CiteRuns(nav route.Nav, paragraphs []int) []ui.Run {
	var all []ui.Run
	for _, r := range wording.Runs(paragraphs) {
		all = append(all, ui.Run{Text: r.Cite(), Size: ui.SizeSmall}.To(nav, route.Paragraph(r.First)), ui.Run{Text: " ", Size: ui.SizeSmall})
	}
	return all
}

// Evidence is the badge of a claim beside the link to its paragraph.
func Evidence(w *Words, nav route.Nav, c data.Claim, paragraph int) fyne.CanvasObject {
	return ui.Flow(6, NewBadge(c, w.Claim(c)), CiteLink(nav, paragraph))
}

// FigureCard is a card of one figure: its wording, what it is, its paragraph.
func FigureCard(host Host, f data.Figure, bar fyne.ThemeColorName) *ui.Card {
	label := ui.Run{Text: f.Label + " ", Size: ui.SizeCaption, Color: ui.ColorMuted}
	c := ui.NewCard(f.Quantity.Text+", "+f.Label, ui.Column(3,
		Quantity(f.Quantity.Text, ui.SizeFigure, ui.SizeBody),
		ui.NewText(label, CiteRun(host, f.Paragraph))), nil)
	c.Bar = bar
	c.OnPicked = func() { host.Pick(f.ID) }
	return c
}

// ProjectCard is a card of one project: its name, kind and status.
func ProjectCard(w *Words, p data.Project) *ui.Card {
	return ui.NewCard(p.Name, ui.Column(1,
		ui.Strong(p.Name, ui.SizeBody, ui.ColorInk),
		ui.Label(w.Kind(p.Kind)+" · "+w.Status(p.Status), ui.SizeCaption, ui.ColorMuted)), nil)
}

// Statement is a sentence of the dossier with its badge and paragraph.
func Statement(w *Words, nav route.Nav, s data.Statement) fyne.CanvasObject {
	return ui.Column(4, ui.NewText(ui.Run{Text: s.Text}), Evidence(w, nav, s.Claim, s.Paragraph))
}

// SecondSaid is what another source says of a figure as text to paste, in two
// lines as a figure itself.
func SecondSaid(d *data.Dossier, w *Words, s data.SecondSource) string {
	src, _ := d.Source(s.Source)
	says := w.Say("elsewhere.counts", map[string]any{"Relation": s.Quantity.Text, "Counts": s.Quantity.Counts, "Date": w.Date(s.AsOf)})
	return w.Say("elsewhere.copied", map[string]any{
		"Says": says, "Relation": w.Say("relation." + string(s.Relation)), "Independence": w.Say("independence." + string(s.Independence)),
	}) + "\n" + cite.Plain(src, w.Citation())
}
