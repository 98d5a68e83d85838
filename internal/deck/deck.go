// Package deck writes lessons as files that others show and print: PDF, PPTX and
// a web page. What it writes is what the slides say and nothing else; it knows no
// window, and may be used beside one.
package deck

import (
	"image/color"
	"strconv"
	"strings"
	"time"

	"beltroad/data"
	"beltroad/internal/drawing"
	"beltroad/internal/lesson"
	"beltroad/internal/slide"
	"beltroad/internal/wording"
)

// Deck is a lesson, ready to be written.
type Deck struct {
	Title    string
	Language string   // of its words, BCP 47
	Imprint  []string // from which source and dossier it is, and with which caution
	Pages    []Page

	Words   *wording.Words
	Dossier *data.Dossier
	Face    *drawing.Typeface
	Palette drawing.Palette
	Program string // its name
	Made    time.Time
	Done    func(share float64) // is told how far it has come; nil: nobody asks
}

// Page is a slide with what belongs to it.
type Page struct {
	slide.Slide

	Notes string
	Ask   []string // questions to the class
	Ink   []lesson.Stroke
}

// The size of a slide in pixels: what is laid out for it fills any 16:9 display.
const (
	width  = 1280.0
	height = 720.0
)

// sheet is a slide, laid out, with what was drawn on it: at its place as long as
// the text has its size.
func (d *Deck) sheet(p *Page, scale float64) *drawing.Sheet { return d.laid(p, scale).Sheet }

func (d *Deck) laid(p *Page, scale float64) slide.Layout {
	if len(p.Ink) > 0 {
		scale = 1
	}
	l := p.Lay(slide.Size{Width: width, Height: height, Scale: scale}, d.Face.Measure)
	l.Title = d.name(p)
	l.Marks = append(l.Marks, slide.Ink(p.Ink, drawing.Box{W: width, H: height})...)
	return l
}

// colours are those of the lesson, with those of what is drawn on slides.
func (d *Deck) colours(i drawing.Ink) color.Color { return slide.Inked(d.Palette)(i) }

// name is what a slide is called in lists.
func (d *Deck) name(p *Page) string {
	for _, name := range []string{p.Title, p.Lead, p.Kicker} {
		if name != "" {
			return name
		}
	}
	return d.Title
}

// notes are the lines of a slide's notes, and the questions to ask.
func (d *Deck) notes(p *Page) (lines, ask []string) {
	for l := range strings.Lines(strings.TrimSpace(p.Notes)) {
		lines = append(lines, strings.TrimRight(l, "\r\n"))
	}
	return lines, p.Ask
}

func (d *Deck) done(share float64) {
	if d.Done != nil {
		d.Done(share)
	}
}

func whole(n int) string { return strconv.Itoa(n) }
