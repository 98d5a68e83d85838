package deck

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"beltroad/internal/drawing"
	"beltroad/internal/message"
	"beltroad/internal/ooxml"
)

//go:embed present.css
var styles string

//go:embed present.js
var script string

// keys are what the keys of the page do.
var keys = []string{"next", "back", "ends", "number", "over", "notes", "full", "black", "white", "help", "none"}

// HTML writes the slides as one web page that presents itself, and can be read
// and printed without that. It may open no connection: it has all that it needs,
// its fonts with it.
func (d *Deck) HTML(ctx context.Context, w io.Writer) error {
	sheets := make([]*drawing.Sheet, len(d.Pages))
	for i := range d.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		sheets[i] = d.sheet(&d.Pages[i], 1)
		d.done(float64(i+1) / float64(2*len(d.Pages)))
	}
	look, err := d.look(sheets)
	if err != nil {
		return err
	}
	b := &page{words: d.Words}
	b.put(`<!doctype html>`, "\n", `<html lang="`, b.safe(d.Language), `"><head><meta charset="utf-8">`)
	b.put(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src `, hash(script), `; style-src `, hash(look), `; font-src data:; base-uri 'none'; form-action 'none'">`)
	b.put(`<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>`, b.safe(d.Title), `</title>`)
	b.put("<style>", look, "</style></head><body>\n<main>\n")
	for i := range d.Pages {
		if err := d.section(b, i, sheets[i]); err != nil {
			return err
		}
		d.done(0.5 + float64(i+1)/float64(2*len(d.Pages)))
	}
	b.put("</main>\n")
	b.controls()
	b.put("<footer>")
	for _, l := range d.Imprint {
		b.put("<p>", b.safe(l), "</p>")
	}
	b.put("</footer>\n<script>", script, "</script>\n</body></html>\n")
	_, err = w.Write(b.Bytes())
	return err
}

// look is the style of the page: the colours and fonts of the slides.
func (d *Deck) look(sheets []*drawing.Sheet) (string, error) {
	var b strings.Builder
	var text [2][]string // regular, bold
	for _, s := range sheets {
		for i := range s.Marks {
			if t, ok := s.Marks[i].Lettered(); ok && t.Bold {
				text[1] = append(text[1], t.Text)
			} else if ok {
				text[0] = append(text[0], t.Text)
			}
		}
	}
	const common = 0x17F // Latin letters, for what the page says itself
	for r := ' '; r < common; r++ {
		text[0], text[1] = append(text[0], string(r)), append(text[1], string(r))
	}
	for i := range d.Pages {
		text[0] = append(append(text[0], d.Pages[i].Notes), d.Pages[i].Ask...)
	}
	for i, weight := range []string{"normal", "bold"} {
		font, err := d.Face.Subset(strings.Join(text[i], ""), i == 1)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, `@font-face{font-family:"Noto Sans";font-weight:%s;src:url(data:font/ttf;base64,%s)}`, weight, base64.StdEncoding.EncodeToString(font))
	}
	fmt.Fprintf(&b, "\n:root{--ground:#%s;--text:#%s;--muted:#%s;--line:#%s;--card:#%s}\n",
		d.hex(drawing.InkGround), d.hex(drawing.InkText), d.hex(drawing.InkMuted), d.hex(drawing.InkLine), d.hex(drawing.InkCard))
	b.WriteString(styles)
	return b.String(), nil
}

// hash is how a page's rules name what it may run or wear.
func hash(of string) string {
	sum := sha256.Sum256([]byte(of))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// page is a web page in the making.
type page struct {
	bytes.Buffer

	words interface {
		Say(key string, args ...message.Args) string
	}
}

func (b *page) put(all ...string) {
	for _, s := range all {
		_, _ = b.WriteString(s) // a buffer takes everything
	}
}

// safe is a text as it may stand in the page.
func (*page) safe(s string) string { return html.EscapeString(ooxml.Clean(s)) }

func (b *page) say(key string) string { return b.safe(b.words.Say(key)) }

// section is a slide with its notes.
func (d *Deck) section(b *page, i int, sheet *drawing.Sheet) error {
	p := &d.Pages[i]
	number := d.Words.Say("deck.page", message.Args{"Page": i + 1, "Of": len(d.Pages)})
	b.put(`<section id="s`, whole(i+1), `" aria-label="`, b.safe(number+": "+d.name(p)), `">`)
	if err := drawing.SVGPart(&b.Buffer, sheet, d.colours, "s"+whole(i+1)); err != nil {
		return err
	}
	if lines, ask := d.notes(p); len(lines)+len(ask) > 0 {
		b.put(`<div class="notes"><h2>`, b.say("deck.notes"), "</h2>")
		for _, l := range lines {
			b.put("<p>", b.safe(l), "</p>")
		}
		if len(ask) > 0 {
			b.put("<h2>", b.say("deck.ask"), "</h2><ul>")
		}
		for _, q := range ask {
			b.put("<li>", b.safe(q), "</li>")
		}
		if len(ask) > 0 {
			b.put("</ul>")
		}
		b.put("</div>")
	}
	b.put("</section>\n")
	return nil
}

// controls are the buttons of the page, and what explains its keys.
func (b *page) controls() {
	b.put(`<p class="at" role="status" aria-live="polite"></p><nav aria-label="`, b.say("deck.controls"), `">`)
	for _, does := range []string{"back", "next", "over", "notes", "full", "help"} {
		b.put(`<button type="button" data-do="`, does, `">`, b.say("deck.do."+does), "</button>")
	}
	b.put(`</nav><div class="help" role="dialog" aria-label="`, b.say("deck.keys"), `"><dl>`)
	for _, k := range keys {
		b.put("<dt>", b.say("deck.keys."+k), "</dt><dd>", b.say("deck.key."+k), "</dd>")
	}
	b.put(`</dl></div><div class="veil"></div>`, "\n")
}
