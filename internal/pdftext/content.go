package pdftext

import (
	"bytes"
	"context"
)

// state is how text is set.
type state struct {
	ctm        matrix
	font       *font
	size       float64
	char, word float64 // spacing
	stretch    float64
	leading    float64
	rise       float64
}

// painter goes through what a page draws, for the text in it.
type painter struct {
	f         *file
	ctx       context.Context //nolint:containedctx // it lives as long as one page is read
	out       *layout
	resources dict
	state     state
	saved     []state
	text      matrix
	line      matrix
	forms     *int // drawings inside drawings that may still be shown
}

const (
	mostSaved   = 256
	mostForms   = 2000 // of a page
	deepestForm = 8
	mostArgs    = 1 << 16
)

// show adds the text of a page.
func (f *file) show(ctx context.Context, p page, out *layout) error {
	var all []byte
	for _, part := range p.contents {
		s, ok := f.resolved(part).(*stream)
		if !ok {
			continue
		}
		b, err := f.unpacked(s)
		if err != nil {
			return err
		}
		all = append(append(all, b...), '\n') // a token may not go over two parts
	}
	forms := mostForms
	painter := &painter{f: f, ctx: ctx, out: out, resources: p.resources, state: state{ctm: identity, stretch: 1}, text: identity, line: identity, forms: &forms}
	return painter.run(all, 0)
}

func (p *painter) run(b []byte, depth int) error {
	l := &lexer{b: b, left: &p.f.values, plain: true}
	var args []any
	for n := 0; ; n++ {
		v := l.next()
		if n%1024 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		if v == (end{}) {
			break
		}
		word, ok := v.(keyword)
		if !ok {
			if args = append(args, v); len(args) > mostArgs {
				return ErrTooMuch
			}
			continue
		}
		switch word {
		case "BI":
			l.at = pictureEnd(b, l.at)
		case "Do":
			if err := p.form(args, depth); err != nil {
				return err
			}
		default:
			p.do(word, args)
		}
		args = args[:0]
	}
	if p.f.values < 0 || p.out.full {
		return ErrTooMuch
	}
	return nil
}

// pictureEnd is where a picture ends that is drawn in place.
func pictureEnd(b []byte, at int) int {
	if data := bytes.Index(b[at:], []byte("ID")); data >= 0 {
		at += data
	}
	for {
		i := bytes.Index(b[at:], []byte("EI"))
		if i < 0 {
			return len(b)
		}
		at += i + 2
		if isSpace(b[at-3]) && (at == len(b) || isSpace(b[at])) {
			return at
		}
	}
}

// form shows a drawing that the page refers to.
func (p *painter) form(args []any, depth int) error {
	if len(args) != 1 || depth >= deepestForm || *p.forms <= 0 {
		return nil
	}
	key, _ := args[0].(name)
	s, ok := p.f.resolved(p.f.dict(p.resources["XObject"])[key]).(*stream)
	if !ok || p.f.name(s.dict["Subtype"]) != "Form" {
		return nil
	}
	*p.forms--
	b, err := p.f.unpacked(s)
	if err != nil {
		return err
	}
	inner := *p
	inner.saved = nil
	inner.state.ctm = p.f.matrix(s.dict["Matrix"]).times(p.state.ctm)
	if own := p.f.dict(s.dict["Resources"]); own != nil {
		inner.resources = own
	}
	return inner.run(b, depth+1)
}

func (f *file) matrix(v any) matrix {
	if all := numbers(f.array(v)); len(all) == 6 {
		return matrix{all[0], all[1], all[2], all[3], all[4], all[5]}
	}
	return identity
}

// numbers are values that are numbers, all of them.
func numbers(args []any) []float64 {
	all := make([]float64, 0, len(args))
	for _, v := range args {
		n, ok := v.(float64)
		if !ok {
			return nil
		}
		all = append(all, n)
	}
	return all
}

// do is an operator. One with other arguments than it has to have is left out.
func (p *painter) do(word keyword, args []any) {
	switch word {
	case "q":
		if len(p.saved) < mostSaved {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "BT":
		p.text, p.line = identity, identity
	case "Tf":
		p.chooseFont(args)
	case "T*":
		p.move(0, -p.state.leading)
	case "Tj", "TJ":
		p.showAll(args)
	case "'":
		p.move(0, -p.state.leading)
		p.showAll(args)
	case "\"":
		if n := numbers(args[:min(2, len(args))]); len(n) == 2 {
			p.state.word, p.state.char = n[0], n[1]
			p.move(0, -p.state.leading)
			p.showAll(args[2:])
		}
	default:
		p.set(word, numbers(args))
	}
}

// numbersOf are how many numbers an operator has.
var numbersOf = map[keyword]int{"cm": 6, "Tm": 6, "Td": 2, "TD": 2, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1}

// set is an operator of numbers alone.
func (p *painter) set(word keyword, n []float64) {
	if want, ok := numbersOf[word]; !ok || len(n) != want {
		return
	}
	switch word {
	case "cm":
		p.state.ctm = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}.times(p.state.ctm)
	case "Tm":
		p.text = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
		p.line = p.text
	case "Td":
		p.move(n[0], n[1])
	case "TD":
		p.state.leading = -n[1]
		p.move(n[0], n[1])
	case "Tc":
		p.state.char = n[0]
	case "Tw":
		p.state.word = n[0]
	case "Tz":
		p.state.stretch = n[0] / 100
	case "TL":
		p.state.leading = n[0]
	case "Ts":
		p.state.rise = n[0]
	}
}

func (p *painter) chooseFont(args []any) {
	if len(args) != 2 {
		return
	}
	key, _ := args[0].(name)
	p.state.font = p.f.font(p.f.dict(p.resources["Font"])[key])
	p.state.size, _ = args[1].(float64)
}

// move begins a new line.
func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

// showAll shows strings, with numbers between them that move them.
func (p *painter) showAll(args []any) {
	if len(args) != 1 || p.state.font == nil {
		return
	}
	parts := []any{args[0]}
	if list, ok := args[0].(array); ok {
		parts = list
	}
	for _, part := range parts {
		switch part := part.(type) {
		case float64:
			p.advance(-part / 1000 * p.state.size)
		case text:
			for _, g := range p.state.font.glyphs(part) {
				p.glyph(g)
			}
		}
	}
}

func (p *painter) glyph(g glyph) {
	at := matrix{1, 0, 0, 1, 0, p.state.rise}.times(p.text).times(p.state.ctm)
	p.out.add(g.text, at, p.state.size*p.state.stretch)
	width := g.width*p.state.size + p.state.char
	if g.space {
		width += p.state.word
	}
	// Spacing is no part of the glyph: a text set wide has its gaps between words all the same.
	p.advance(width)
	p.out.ends(matrix{1, 0, 0, 1, 0, p.state.rise}.times(p.text).times(p.state.ctm))
}

func (p *painter) advance(width float64) {
	p.text = matrix{1, 0, 0, 1, width * p.state.stretch, 0}.times(p.text)
}
