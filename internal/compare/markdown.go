package compare

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"beltroad/internal/message"
)

// Markdown writes the differences to be read, in words of the reader's language.
// What the dossiers say stands in it as text, whatever signs are in it.
func (c *Changes) Markdown(w io.Writer, words *message.Printer) error {
	p := &printout{out: w, words: words}
	if c.Sides != nil {
		p.sides(c)
	} else {
		p.changes(c)
	}
	return p.err
}

// printout writes Markdown until that fails.
type printout struct {
	out   io.Writer
	words *message.Printer
	err   error
}

func (p *printout) line(parts ...string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, strings.Join(parts, "")+"\n")
	}
}

// edition names a dossier with its version.
func (p *printout) edition(e Edition) string { return Escape(EditionIn(p.words, e)) }

// EditionIn names a dossier with its version, if it has one.
func EditionIn(words *message.Printer, e Edition) string {
	if e.Version == "" {
		return e.Title
	}
	return words.Say("compare.edition", message.Args{"Title": e.Title, "Version": e.Version})
}

// At is an edition that is told from another like it by where it is.
func (e Edition) At(words *message.Printer, where string) Edition {
	return Edition{Name: e.Name, Title: words.Say("compare.where", message.Args{"Dossier": EditionIn(words, e), "Where": where})}
}

func (p *printout) changes(c *Changes) {
	p.line("# ", p.words.Say("compare.title"))
	p.line()
	p.line(p.words.Say("compare.fromto", message.Args{"From": p.edition(c.From), "To": p.edition(c.To)}))
	p.line()
	p.line(Head(p.words, c))
	table, kind := "", Kind("")
	for i := range c.All {
		of := &c.All[i]
		if of.Table != table {
			table, kind = of.Table, ""
			p.line()
			p.line("## ", p.words.Say("compare.table."+table))
		}
		if of.Kind != kind {
			kind = of.Kind
			p.line()
			p.line("### ", p.words.Say("compare.kind."+string(kind)))
			p.line()
		}
		p.change(c, of)
	}
}

// change is what has become of a record, in an item of a list. Of what is in one
// dossier alone all is told that it says.
func (p *printout) change(c *Changes, of *Change) {
	switch of.Kind {
	case Moved:
		p.line("- ", p.words.Count("compare.moved", of.Count))
		return
	case Renumbered:
		f := c.Fields(of)[0]
		p.line("- ", p.words.Say("compare.renumbered", message.Args{"Before": "¶" + f.Before, "After": "¶" + f.After}))
		return
	case Added, Removed, Renamed, Changed:
	}
	id := ""
	if of.ID != "" {
		id = " (" + Escape(of.ID) + ")"
		if of.Table == Paragraphs {
			id = " (¶" + of.ID + ")"
		}
	}
	p.line("- **", Escape(c.Title(of)), "**", id)
	alone := of.Kind == Added || of.Kind == Removed
	for _, f := range c.Fields(of) {
		said := f.Before + f.After
		switch {
		case !alone:
			said = p.field(&f)
		case f.Name == "id" || said == c.Title(of): // which the line above has
			continue
		default:
			said = Escape(said)
		}
		p.line("  - ", p.words.Say("compare.field."+f.Name), ": ", said)
	}
}

// field tells a field of two texts word by word, one of two lists by what came and went.
func (p *printout) field(f *Field) string {
	var parts []string
	if len(f.Gone)+len(f.Came) > 0 {
		for i, s := range f.Gone {
			if i == 0 {
				parts = append(parts, p.words.Say("compare.gone.items"))
			}
			parts = append(parts, "~~"+Escape(s)+"~~")
		}
		for i, s := range f.Came {
			if i == 0 {
				parts = append(parts, p.words.Say("compare.came.items"))
			}
			parts = append(parts, "**"+Escape(s)+"**")
		}
		return strings.Join(parts, " ")
	}
	last := Same
	var b strings.Builder
	for _, piece := range Pieces(f.Before, f.After) {
		if piece.Kind != Same && last != Same {
			b.WriteByte(' ')
		}
		last = piece.Kind
		b.WriteString(marked(piece))
	}
	return b.String()
}

// marked is a piece of a text with its marks. Spaces stand beside these: within,
// Markdown would not take them for marks.
func marked(p Piece) string {
	text := strings.TrimSpace(p.Text)
	if p.Kind == Same || text == "" {
		return Escape(p.Text)
	}
	before, after, _ := strings.Cut(p.Text, text)
	if p.Kind == Gone {
		return before + "~~" + Escape(text) + "~~" + after
	}
	return before + "**" + Escape(text) + "**" + after
}

// Head says how much differs.
func Head(words *message.Printer, c *Changes) string {
	if c.Same() {
		return words.Say("compare.same")
	}
	var parts []string
	for _, k := range Kinds() {
		if n := c.Count(k, ""); n > 0 {
			parts = append(parts, words.Count("compare.count."+string(k), n))
		}
	}
	return words.List(parts)
}

func (p *printout) sides(c *Changes) {
	a, b := &c.Sides[0], &c.Sides[1]
	p.line("# ", p.words.Say("compare.two"))
	p.line()
	p.line(p.words.Say("compare.two.how"))
	head := func(what string) {
		p.line()
		p.row(Escape(what), p.edition(c.From), p.edition(c.To))
		p.line("|---|---|---|")
	}
	head(p.words.Say("compare.promises"))
	p.row(p.words.Say("compare.promises.all"), p.number(a.All), p.number(b.All))
	for i, s := range a.Promises {
		p.row(p.words.Say("compare.promises."+s.Name), p.share(s.N, a.All), p.share(b.Promises[i].N, b.All))
	}
	head(p.words.Say("compare.claims"))
	for i, s := range a.Claims {
		p.row(p.words.Say("claim.long."+s.Name), p.number(s.N), p.number(b.Claims[i].N))
	}
	head(p.words.Say("compare.records"))
	for i, n := range a.Records {
		p.row(p.words.Say("compare.table."+n.Table), p.number(n.Records), p.number(b.Records[i].Records))
	}
}

func (p *printout) row(cells ...string) { p.line("| ", strings.Join(cells, " | "), " |") }

func (p *printout) number(n int) string { return p.words.Number(float64(n), message.Full) }

// share is how many of all.
func (p *printout) share(n, of int) string {
	return p.words.Say("compare.share", message.Args{"Part": n, "Whole": of})
}

// Escape is a text that Markdown shows as it stands: nothing in it is a mark, a
// link or HTML. What cannot be seen is named.
func Escape(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~&#$^@!", r),
			r == ':' && i+1 < len(runes) && runes[i+1] == '/',
			r == '.' && i > 2 && strings.EqualFold(string(runes[i-3:i]), "www"):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			fmt.Fprintf(&b, "U+%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
