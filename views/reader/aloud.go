package reader

import (
	"context"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/internal/speech"
)

// aloud is the reading aloud of the text, one sentence after another.
type aloud struct {
	voice     speech.Voice // nil: the system has none
	at        int          // the sentence that is read, or that reading goes on with
	begun     bool
	asked     int // how often a sentence was begun: what an earlier one ends with is not told
	silence   context.CancelFunc
	sentences []sentence
}

// sentence is one of the text.
type sentence struct {
	paragraph int
	text      string
}

// Speaks gives the page a voice, and a button for it.
func (p *Page) Speaks(voice speech.Voice) {
	p.aloud.voice = voice
	if voice != nil {
		chip := p.chip(p.words.Say("read.aloud"), p.words.Say("read.short.aloud"), func(fyne.Widget) { p.ReadAloud() })
		p.bar.marks = append(p.bar.marks, func() {
			key := "read.aloud"
			if p.isReading() {
				key = "read.aloud.pause"
			}
			chip.Label = p.words.Say(key)
			chip.SetSelected(p.isReading())
		})
		p.bar.add(chip)
	}
}

func (p *Page) isReading() bool { return p.aloud.silence != nil }

// ReadAloud reads on from where it paused, or from the paragraph that is being
// read; or it pauses.
func (p *Page) ReadAloud() {
	switch a := &p.aloud; {
	case a.voice == nil:
	case p.isReading():
		p.pause()
	default:
		if a.sentences == nil {
			a.sentences = p.sentences()
		}
		if !a.begun {
			a.at = 0
			for i, s := range a.sentences {
				if s.paragraph <= p.reading && s.paragraph > a.sentences[a.at].paragraph {
					a.at = i
				}
			}
		}
		p.say(a.at)
	}
}

// sentences are those of the article: its headings, and what its paragraphs say.
func (p *Page) sentences() []sentence {
	var all []sentence
	for _, n := range p.rows.article {
		par := p.rows.par(n)
		if par.Kind == "heading" || par.Kind == "subheading" {
			all = append(all, sentence{par.N, par.Heading})
			continue
		}
		for _, s := range data.Sentences(par.Summary) {
			all = append(all, sentence{par.N, par.Summary[s.Start:s.End]})
		}
	}
	return all
}

// say reads a sentence, and then those after it.
func (p *Page) say(i int) {
	a := &p.aloud
	if i >= len(a.sentences) {
		p.hush()
		return
	}
	s := a.sentences[i]
	ctx, silence := context.WithCancel(context.Background())
	a.at, a.begun, a.silence = i, true, silence
	a.asked++
	asked := a.asked
	p.reveal(s.paragraph)
	p.area.MarkSpoken(s.text)
	p.bar.mark()
	voice, lang := a.voice, p.dossier.Metadata().Language
	p.host.Background(func(page context.Context) func() {
		defer context.AfterFunc(page, silence)()
		err := voice.Say(ctx, s.text, lang)
		return func() {
			switch {
			case asked != a.asked || ctx.Err() != nil: // it paused meanwhile
			case err != nil:
				p.hush()
				p.host.Say(p.words.Say("read.aloud.failed"))
			default:
				silence()
				p.say(i + 1)
			}
		}
	})
}

// pause is silent until reading goes on with the same sentence, which stays marked.
func (p *Page) pause() {
	if a := &p.aloud; a.silence != nil {
		a.silence()
		a.silence = nil
		a.asked++
		p.bar.mark()
	}
}

// hush ends the reading, and tells whether there was one.
func (p *Page) hush() bool {
	begun := p.aloud.begun
	p.pause()
	if p.aloud.begun = false; begun {
		p.area.MarkSpoken("")
	}
	return begun
}

// Escape implements [record.Page]: it ends the reading, and then takes away what
// is said of a file.
func (p *Page) Escape() bool { return p.hush() || p.bar.own.dismiss() }

// Left implements [record.Page].
func (p *Page) Left() {
	p.hush()
	p.bar.own.left()
}
