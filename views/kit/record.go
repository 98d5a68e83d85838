package kit

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"beltroad/data"
	"beltroad/views/route"
)

// Bold is the style of headings and values.
var Bold = fyne.TextStyle{Bold: true}

// Quantity sets a quantity's wording with its number large and its words
// smaller: "over 230", "US$19.1 trillion".
func Quantity(text string, number, words fyne.ThemeSizeName) *Text {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return Strong(text, number, ColorInk)
	}
	t := NewText()
	for w := range strings.FieldsSeq(text) {
		size := words
		if strings.ContainsFunc(w, unicode.IsDigit) {
			size = number
		}
		t.Runs = append(t.Runs, Run{Text: w + " ", Size: size, Style: Bold})
	}
	return t
}

// CiteLink is a link to a paragraph of the source.
func CiteLink(nav route.Nav, paragraph int) *Link {
	return NewLink(Cite(paragraph), SizeSmall, func() { nav.Go(route.Paragraph(paragraph)) })
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
		links = append(links, OneLine(fmt.Sprintf("+%d", more), SizeSmall, ColorMuted))
	}
	return Flow(4, links...)
}

// CiteRun is a link to a paragraph within a text.
func CiteRun(nav route.Nav, paragraph int) Run {
	return Run{Text: Cite(paragraph), Size: SizeSmall, OnOpen: func() { nav.Go(route.Paragraph(paragraph)) }}
}

// CiteRuns are links to paragraphs within a text, those in a row as one; it opens the first.
func CiteRuns(nav route.Nav, paragraphs []int) []Run {
	var all []Run
	for _, r := range runsOf(paragraphs) {
		all = append(all, Run{Text: r.cite(), Size: SizeSmall, OnOpen: func() { nav.Go(route.Paragraph(r.first)) }}, Run{Text: " ", Size: SizeSmall})
	}
	return all
}

// Evidence is the badge of a claim beside the link to its paragraph.
func Evidence(nav route.Nav, c data.Claim, paragraph int) fyne.CanvasObject {
	return Flow(6, NewBadge(c, Claim(c)), CiteLink(nav, paragraph))
}

// Heading is the title of a section on a page.
func Heading(text string) *Text { return Strong(text, SizeBody, ColorInk) }

// Header is the top of a page: a line above, the title and a lead.
func Header(above, title string, col fyne.ThemeColorName, lead ...Run) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if above != "" {
		parts = append(parts, Words(above, SizeCaption, ColorMuted), Gap(4))
	}
	parts = append(parts, Strong(title, SizeTitle, col))
	if len(lead) > 0 {
		t := NewText(lead...)
		t.LineGap = 0.06
		parts = append(parts, Gap(4), AtMost(Dp(740), t))
	}
	return Column(0, parts...)
}

// Field is a line of a record: its name, and below it what the ledger says.
func Field(name string, value ...Run) fyne.CanvasObject {
	return Column(0, Words(name, SizeCaption, ColorMuted), NewText(value...), Gap(9), Rule(), Gap(9))
}

// FigureCard is a card of one figure: its wording, what it is, its paragraph.
func FigureCard(nav route.Nav, f data.Figure, bar fyne.ThemeColorName) *Card {
	label := Run{Text: f.Label + " ", Size: SizeCaption, Color: ColorMuted}
	c := NewCard(f.Quantity.Text+", "+f.Label, Column(3,
		Quantity(f.Quantity.Text, SizeFigure, SizeBody),
		NewText(label, CiteRun(nav, f.Paragraph))), nil)
	c.Bar = bar
	if p, ok := nav.(route.Picker); ok {
		c.OnPicked = func() { p.Pick(f.ID) }
	}
	return c
}

// ProjectCard is a card of one project: its name, kind and status.
func ProjectCard(p data.Project) *Card {
	return NewCard(p.Name, Column(1,
		Strong(p.Name, SizeBody, ColorInk),
		Words(Kind(p.Kind)+" · "+Status(p.Status), SizeCaption, ColorMuted)), nil)
}

// Statement is a sentence of the dossier with its badge and paragraph.
func Statement(nav route.Nav, s data.Statement) fyne.CanvasObject {
	return Column(4, NewText(Run{Text: s.Text}), Evidence(nav, s.Claim, s.Paragraph))
}

// Page is the room that a page keeps around its content, in a scroller.
func Page(content fyne.CanvasObject) *Scroller {
	return NewScroller(&fyne.Container{Layout: &margins{}, Objects: []fyne.CanvasObject{content}})
}

// Ground is a plain area of a colour behind an object.
func Ground(col fyne.ThemeColorName, o fyne.CanvasObject) fyne.CanvasObject {
	return Stack(canvas.NewRectangle(Colour(col)), o)
}

// Scrolled is the part of a page that scrolls as a whole and wants to be found
// again as far down as it was left.
type Scrolled struct{ *Scroller }

// Content is what the page shows.
func (s Scrolled) Content() fyne.CanvasObject { return s.Scroller }

// Memento is how far the page is scrolled.
func (s Scrolled) Memento() any { return s.Offset() }

// Restore scrolls to where a memento was taken.
func (s Scrolled) Restore(memento any) {
	if y, ok := memento.(float32); ok {
		s.ScrollTo(y)
	}
}
