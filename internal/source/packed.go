package source

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
)

// packed is a file of several, by their names. Names lead to entries and to
// nothing else: no path of the computer is ever made of one.
type packed struct {
	ctx     context.Context //nolint:containedctx // it lives as long as one file is read
	entries map[string]*zip.File
	left    int64 // bytes that may still be unpacked
}

// packedText takes the text of a file that is packed.
func packedText(ctx context.Context, b []byte, progress func(float64)) (Format, string, error) {
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return DOCX, "", fail(Damaged, "%v", err)
	}
	if len(archive.File) > maxEntries {
		return DOCX, "", errTooMuch
	}
	z := &packed{ctx, make(map[string]*zip.File, len(archive.File)), maxUnpacked}
	for _, entry := range archive.File {
		if entry.Flags&1 != 0 {
			return DOCX, "", fail(Protected, "%q is encrypted", entry.Name)
		}
		if _, twice := z.entries[entry.Name]; twice {
			return DOCX, "", fail(Damaged, "%q is in it twice", entry.Name)
		}
		z.entries[entry.Name] = entry
	}
	switch {
	case z.has("word/document.xml"):
		text, err := z.docx()
		return DOCX, text, err
	case z.has(container):
		text, err := z.epub(progress)
		return EPUB, text, err
	default:
		return DOCX, "", fail(Unknown, "packed files, but neither a document nor a book")
	}
}

func (z *packed) has(name string) bool { return z.entries[name] != nil }

// open unpacks an entry, no more of it than all entries together may cost.
func (z *packed) open(name string) (io.ReadCloser, error) {
	entry := z.entries[name]
	if entry == nil {
		return nil, fail(Damaged, "%q is missing", name)
	}
	r, err := entry.Open()
	if err != nil {
		return nil, fail(Damaged, "%q: %v", name, err)
	}
	return &unpacking{z, r, ratioOf(entry)}, nil
}

// ratioOf is how many bytes an entry may unpack to: prose packs to a third, and
// even markup not to a hundredth of itself.
func ratioOf(entry *zip.File) int64 {
	const most, least = 200, 1 << 20
	return int64(min(entry.CompressedSize64, MaxFile))*most + least // #nosec G115 -- bounded
}

// unpacking counts what is unpacked.
type unpacking struct {
	z    *packed
	r    io.ReadCloser
	left int64
}

func (u *unpacking) Read(b []byte) (int, error) {
	if err := u.z.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := u.r.Read(b)
	u.left -= int64(n)
	u.z.left -= int64(n)
	if u.left < 0 || u.z.left < 0 {
		return 0, errTooMuch
	}
	return n, err
}

func (u *unpacking) Close() error { return u.r.Close() }

// docx takes the text of a document: what stands in its body, without what was
// deleted, or is a command.
func (z *packed) docx() (string, error) {
	var w writer
	skip := 0
	err := z.elements("word/document.xml", func(t xml.Token, parent string) {
		switch t := t.(type) {
		case xml.StartElement:
			switch name := t.Name.Local; {
			case skip > 0 || name == "del" || name == "moveFrom" || name == "Fallback":
				skip++
			default:
				w.add(docxMark(name))
			}
		case xml.EndElement:
			switch {
			case skip > 0:
				skip--
			case t.Name.Local == "p":
				w.line()
			}
		case xml.CharData:
			if skip == 0 && parent == "t" {
				w.add(string(t))
			}
		}
	})
	if err != nil {
		return "", err
	}
	return w.text()
}

// docxMark is what an empty element of a document stands for.
func docxMark(name string) string {
	switch name {
	case "tab":
		return " "
	case "br", "cr":
		return "\n"
	case "noBreakHyphen":
		return "-"
	case "softHyphen":
		return "\u00ad"
	default:
		return ""
	}
}

// elements goes through an XML file. Each text comes with the name of the
// element that it stands in. Entities of its own are an error: none is expanded.
func (z *packed) elements(name string, take func(t xml.Token, parent string)) error {
	r, err := z.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	var open []string
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && len(open) == 0:
			return nil
		case err != nil:
			if f, ok := errors.AsType[*failure](err); ok {
				return f
			}
			return fail(Damaged, "%q: %v", name, err)
		}
		parent := ""
		if len(open) > 0 {
			parent = open[len(open)-1]
		}
		switch t := t.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
		if len(open) > maxNesting {
			return fail(Damaged, "%q is nested too deeply", name)
		}
		take(t, parent)
	}
}

const (
	container  = "META-INF/container.xml"
	encryption = "META-INF/encryption.xml"
)

// epub takes the text of a book, in the order of its spine.
func (z *packed) epub(progress func(float64)) (string, error) {
	root := ""
	err := z.elements(container, func(t xml.Token, _ string) {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" && root == "" {
			root = attribute(e, "full-path")
		}
	})
	if err != nil {
		return "", err
	}
	chapters, err := z.spine(root)
	if err != nil {
		return "", err
	}
	locked, err := z.locked()
	if err != nil {
		return "", err
	}
	var w writer
	for i, chapter := range chapters {
		if locked[chapter] {
			return "", fail(Protected, "%q is encrypted", chapter)
		}
		r, err := z.open(chapter)
		if err != nil {
			return "", err
		}
		text, err := htmlText(z.ctx, r)
		err = errors.Join(err, r.Close())
		if err != nil {
			return "", err
		}
		w.add(text)
		w.line()
		progress(float64(i+1) / float64(len(chapters)))
	}
	return w.text()
}

// spine are the names of a book's chapters.
func (z *packed) spine(root string) ([]string, error) {
	items := make(map[string]string)
	var chapters []string
	err := z.elements(root, func(t xml.Token, _ string) {
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "item" && strings.Contains(attribute(e, "media-type"), "html"):
			items[attribute(e, "id")] = within(path.Dir(root), attribute(e, "href"))
		case e.Name.Local == "itemref":
			if name, ok := items[attribute(e, "idref")]; ok && len(chapters) < maxEntries {
				chapters = append(chapters, name)
			}
		}
	})
	return chapters, err
}

// within is the name of the entry that a book's address names.
func within(folder, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	return path.Join(folder, href)
}

// locked are the names of what is encrypted in a book.
func (z *packed) locked() (map[string]bool, error) {
	locked := make(map[string]bool)
	if !z.has(encryption) {
		return locked, nil
	}
	err := z.elements(encryption, func(t xml.Token, _ string) {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "CipherReference" {
			locked[within("", attribute(e, "URI"))] = true
		}
	})
	return locked, err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
