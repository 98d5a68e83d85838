package source

import (
	"context"
	"errors"
	"io"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// isHTML tells a page by its first tag, or by its name.
func isHTML(name, text string) bool {
	head := strings.ToLower(strings.TrimLeftFunc(text[:min(len(text), 2048)], func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' }))
	if !strings.HasPrefix(head, "<") {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<div", "<p", "<h1", "<article", "<meta", "<title"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".htm") || strings.HasSuffix(name, ".xhtml")
}

// toUTF8 is a page in UTF-8. What it says of itself counts where its bytes tell nothing.
func toUTF8(b []byte, plain string, known bool) (string, error) {
	const utf8Name = "utf-8"
	if _, name, certain := charset.DetermineEncoding(b[:min(len(b), 1024)], ""); known && (!certain || name == utf8Name) {
		return plain, nil
	}
	r, err := charset.NewReader(strings.NewReader(string(b)), "")
	if err != nil {
		return "", err
	}
	s, err := io.ReadAll(io.LimitReader(r, 3*MaxFile))
	return string(s), err
}

// unseen are the elements whose content is no text of the page.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Object: true, atom.Textarea: true, atom.Select: true, atom.Head: true, atom.Canvas: true,
	atom.Audio: true, atom.Video: true, atom.Rp: true, atom.Rt: true,
}

// inline are the elements that do not end a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.Ruby: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true,
	atom.Var: true, atom.Wbr: true, atom.Img: true, atom.Big: true, atom.Tt: true,
}

// htmlText takes the text of a page, token by token: no tree is built, so that
// however deep it is nested costs nothing. Menus are taken too; that they belong
// to no paragraph is seen when the text is compared.
func htmlText(ctx context.Context, r io.Reader) (string, error) {
	z := html.NewTokenizer(&stoppable{ctx, r})
	z.SetMaxBuf(maxText)
	p := &page{}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); errors.Is(err, html.ErrBufferExceeded) {
				return "", errTooMuch
			} else if !errors.Is(err, io.EOF) {
				return "", err
			}
			return p.text()
		}
		p.take(kind, z.Token())
	}
}

// page is the text of a page so far.
type page struct {
	writer
	hidden atom.Atom // the element that is being left out; 0: none
	depth  int       // of elements of its name
	kept   int       // elements in which spaces count
	space  bool      // a space is due before the next word
}

func (p *page) take(kind html.TokenType, t html.Token) {
	switch kind {
	case html.TextToken:
		if p.hidden == 0 {
			p.words(t.Data)
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		p.opened(t.DataAtom, kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		p.closed(t.DataAtom)
	case html.ErrorToken, html.CommentToken, html.DoctypeToken:
	}
}

func (p *page) opened(a atom.Atom, empty bool) {
	switch {
	case p.hidden != 0:
		if a == p.hidden && !empty {
			p.depth++
		}
	case unseen[a] && !empty:
		p.hidden, p.depth = a, 1
	case a == atom.Body: // which ends a head that is not closed
		p.line()
	case a == atom.Td || a == atom.Th:
		p.space = true
	case !inline[a]:
		p.line()
	}
	if a == atom.Body && p.hidden == atom.Head {
		p.hidden = 0
	}
	if a == atom.Pre {
		p.kept++
	}
}

func (p *page) closed(a atom.Atom) {
	if a == atom.Pre && p.kept > 0 {
		p.kept--
	}
	switch {
	case p.hidden != 0:
		if a == p.hidden {
			if p.depth--; p.depth == 0 {
				p.hidden = 0
			}
		}
	case !inline[a] && a != atom.Td && a != atom.Th:
		p.line()
	}
}

// words adds text, with its spaces as a page shows them.
func (p *page) words(s string) {
	if p.kept > 0 {
		p.add(lineBreaks(s))
		return
	}
	for i, word := range strings.FieldsFunc(s, isHTMLSpace) {
		atLine := p.b.Len() == 0 || strings.HasSuffix(p.b.String(), "\n")
		if (i > 0 || p.space || isHTMLSpace(rune(s[0]))) && !atLine {
			p.add(" ")
		}
		p.space = false
		p.add(word)
	}
	if s != "" && isHTMLSpace(rune(s[len(s)-1])) {
		p.space = true
	}
}

func isHTMLSpace(r rune) bool { return strings.ContainsRune(" \t\n\r\f", r) }

func (p *page) line() {
	p.space = false
	p.writer.line()
}
