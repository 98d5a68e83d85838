package reader

import (
	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/views/record"
	"beltroad/views/ui"
)

// lens is a way to word paragraphs.
type lens struct {
	key  string                             // in the page's state, and of its name
	show func(*Page, data.Paragraph) worded // what a paragraph of the text says
	own  bool                               // it needs the reader's own copy
	wide bool                               // the copy's words stand beside
}

// lead is the key of what is said at the beginning.
func (l lens) lead() string {
	if l.own && !l.wide {
		return "read.copy.lead"
	}
	return "read.lead"
}

// lenses are the ways to word paragraphs, in the order that the bar offers them;
// the first is the usual one.
func lenses() []lens {
	return []lens{
		{key: "plain", show: (*Page).plain},
		{key: "attributed", show: (*Page).attributed},
		{key: "own", show: (*Page).ownWords, own: true},
		{key: "both", show: (*Page).plain, own: true, wide: true},
	}
}

// choose takes a lens. For one that needs a copy of the source, and there is none,
// a copy is asked for.
func (p *Page) choose(l lens) {
	if l.own && p.bar.own.held() == nil {
		p.bar.own.wanted = l.key
		p.ChooseCopy()
		return
	}
	p.through(l)
}

// through shows the text through another lens; what is read stays in sight.
func (p *Page) through(l lens) {
	if l.key == p.lens.key {
		return
	}
	at := p.at()
	p.lens = l
	p.bar.mark()
	p.rows.remake()
	if p.root != nil {
		p.root.Refresh() // two columns are wider
	}
	p.scroll.Relayout()
	p.goTo(at)
}

// shown is what a paragraph shows.
func (p *Page) shown(par data.Paragraph) fyne.CanvasObject {
	switch par.Kind {
	case "heading", "subheading":
		return ui.Inset(10, 0, 0, 0, p.headingOf(par))
	case "body", "caption":
		w := p.wording(par)
		t := p.text(w.runs...)
		p.name(t, par, w)
		if p.lens.wide {
			return p.twice(t, p.inCopy(par, p.text))
		}
		return t
	default:
		_, ok := p.passageOf(par.N)
		switch {
		case !ok || !p.lens.own:
			return p.aside(par)
		case p.lens.wide:
			return p.twice(p.aside(par), p.inCopy(par, ui.NewText))
		default:
			return p.inCopy(par, ui.NewText)
		}
	}
}

// wording is what a paragraph says, and where its own words are in that.
func (p *Page) wording(par data.Paragraph) worded {
	switch par.Kind {
	case "body", "caption":
		return p.lens.show(p, par)
	}
	var w worded
	w.add(p.head(par)...)
	w.own(data.Span{End: len(par.Summary)}, ui.Run{Text: par.Summary, Size: ui.SizeCaption, Color: ui.ColorMuted})
	return w
}

// aside is a paragraph in small, muted letters.
func (p *Page) aside(par data.Paragraph) fyne.CanvasObject {
	w := p.wording(par)
	t := ui.NewText(w.runs...)
	p.name(t, par, w)
	return t
}

// cite is the number of a paragraph; it opens what the ledger has from it.
func (p *Page) cite(par data.Paragraph) ui.Run {
	return record.CiteRun(p.host, par.N)
}

// head is what a paragraph begins with: its number, and the one that the source prints.
func (p *Page) head(par data.Paragraph) []ui.Run {
	runs := []ui.Run{p.cite(par), {Text: " "}}
	if par.Printed != "" {
		runs = append(runs, ui.Run{Text: par.Printed, Size: ui.SizeSmall, Color: ui.ColorMuted}, ui.Run{Text: " "})
	}
	return runs
}

// plain is a paragraph in our words, each run of sentences of one kind with its badge.
func (p *Page) plain(par data.Paragraph) worded {
	var w worded
	w.add(p.head(par)...)
	for _, v := range voices(p.dossier, par) {
		w.own(v.span, p.linked(par, v.span)...)
		w.add(ui.Run{Text: " "})
		if v.claim != "" && !p.host.Reading().Unmarked {
			w.add(ui.Run{Size: ui.SizeSmall, Object: record.NewBadge(v.claim, p.words.Claim(v.claim))}, ui.Run{Text: " "})
		}
	}
	return w
}

// attributed is a paragraph of which each run of sentences of one kind says first
// whose word it is.
func (p *Page) attributed(par data.Paragraph) worded {
	var w worded
	w.add(p.head(par)...)
	for _, v := range voices(p.dossier, par) {
		if v.claim != "" {
			w.add(ui.Run{Text: p.said(v) + " ", Size: ui.SizeBody, Color: ui.ColorMuted, Style: ui.Bold})
		}
		w.own(v.span, p.linked(par, v.span)...)
		w.add(ui.Run{Text: " "})
	}
	return w
}

// said introduces sentences by their kind, and by who speaks if the ledger names one.
func (p *Page) said(v voice) string {
	if v.speaker != "" {
		return p.words.Say("read.said."+string(v.claim)+".by", map[string]any{"Speaker": v.speaker})
	}
	return p.words.Say("read.said." + string(v.claim))
}
