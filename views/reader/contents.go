package reader

import (
	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// entry is a line of the contents: a heading, and the paragraph it is.
type entry struct {
	paragraph int
	text      *ui.Text
}

// mark shows whether the entry is the one being read.
func (e *entry) mark(on bool) {
	r := ui.Run{Text: e.text.String(), Size: ui.SizeCaption, Color: ui.ColorMuted}
	if on {
		r.Color, r.Style = ui.ColorAccent, ui.Bold
	}
	e.text.SetRuns(r)
}

// contentsList lists the headings of the source; a click opens one.
func (p *Page) contentsList() fyne.CanvasObject {
	parts := []fyne.CanvasObject{ui.Strong(p.words.Say("read.contents"), ui.SizeCaption, ui.ColorInk), ui.Gap(2)}
	for _, par := range p.dossier.Paragraphs() {
		if par.Kind != "heading" && par.Kind != "subheading" {
			continue
		}
		name, indent := par.Heading, float32(0)
		if name == "" {
			name = par.Summary
		}
		if par.Kind == "subheading" {
			indent = 12
		}
		to := route.Paragraph(par.N)
		text := ui.Words(name, ui.SizeCaption, ui.ColorMuted)
		line := ui.NewLine(name, text, func() { p.host.Go(to) })
		line.Air = 3
		p.contents = append(p.contents, &entry{par.N, text})
		parts = append(parts, ui.Inset(0, 6, 0, indent, line))
	}
	return ui.NewScroller(ui.Inset(28, 8, 24, 32, ui.Column(0, parts...)))
}

// withContents puts the contents beside the text where there is room for both.
func withContents(contents, text fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &beside{}, Objects: []fyne.CanvasObject{contents, text}}
}

// The measures of the reader.
const (
	contentsWidth = 216
	textWidth     = 620 // beyond that a line is hard to read
	roomForBoth   = 640
)

type beside struct{ ui.Themed }

func (*beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (l *beside) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	l.HandDown(objs)
	left := l.Dp(contentsWidth)
	if s.Width < l.Dp(roomForBoth) {
		objs[0].Hide()
		left = 0
	} else {
		objs[0].Show()
		objs[0].Move(fyne.NewPos(0, 0))
		objs[0].Resize(fyne.NewSize(left, s.Height))
	}
	objs[1].Move(fyne.NewPos(left, 0))
	objs[1].Resize(fyne.NewSize(s.Width-left, s.Height))
}
