package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bounds of the XML in a spreadsheet. encoding/xml has none: a tag of a million
// attributes, which packs to nothing, would take a gigabyte.
const (
	longestTag  = 64 << 10
	longestText = 1 << 20
	deepest     = 64
	mostNames   = 2000
)

// scanner reads XML piece by piece: tags and texts, with names without their
// prefix. It takes no document type, so that there are no entities but five.
type scanner struct {
	in    *bufio.Reader
	stack []string
	names map[string]string

	name  string // of the element whose tag it is
	attrs []attr // of a start
	body  []byte // of a text; valid until the next piece

	tag   []byte
	empty bool // an end is still to come
}

// attr is an attribute with its value, valid until the next piece.
type attr struct {
	name  string
	value []byte
}

// piece is what the scanner has come to.
type piece uint8

const (
	startTag piece = iota
	endTag
	someText
)

func newScanner(in io.Reader) *scanner {
	const ahead = 64 << 10
	return &scanner{in: bufio.NewReaderSize(in, ahead), names: make(map[string]string)}
}

var (
	errXML  = errors.New("broken XML")
	errType = errors.New("XML with a document type")
	errDeep = fmt.Errorf("XML of more than %d levels", deepest)
	errLong = errors.New("XML with a tag or a text that is too long")
)

// next is the next piece; io.EOF after the last.
func (s *scanner) next() (piece, error) {
	if s.empty {
		s.empty = false
		s.stack = s.stack[:len(s.stack)-1]
		return endTag, nil
	}
	for {
		c, err := s.in.Peek(1)
		if err != nil {
			if errors.Is(err, io.EOF) && len(s.stack) > 0 {
				err = errXML
			}
			return 0, err
		}
		var p piece
		var seen bool
		if c[0] != '<' {
			p, err = someText, s.readText()
			seen = len(s.stack) > 0
		} else {
			p, seen, err = s.markup()
		}
		if err != nil || seen {
			return p, err
		}
	}
}

// markup reads what begins with a sign of markup; it is not seen if it is none of
// the pieces.
func (s *scanner) markup() (p piece, seen bool, err error) {
	lead, err := s.in.Peek(len("<![CDATA["))
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return 0, false, err
	case len(lead) < 2:
		return 0, false, errXML
	case lead[1] == '?':
		return 0, false, s.skip("?>")
	case bytes.HasPrefix(lead, []byte("<!--")):
		return 0, false, s.skip("-->")
	case bytes.HasPrefix(lead, []byte("<![CDATA[")):
		err = s.readCDATA()
		return someText, len(s.stack) > 0, err
	case lead[1] == '!':
		return 0, false, errType
	case lead[1] == '/':
		return endTag, true, s.readEnd()
	}
	return startTag, true, s.readStart()
}

// until reads to a sign, which it takes, too, into what is there of s.tag.
func (s *scanner) until(sign byte, longest int) error {
	for {
		part, err := s.in.ReadSlice(sign)
		if len(s.tag)+len(part) > longest {
			return errLong
		}
		s.tag = append(s.tag, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// skip leaves out what is neither tag nor text.
func (s *scanner) skip(end string) error {
	const start = len("<?")
	if _, err := s.in.Discard(start); err != nil {
		return errXML
	}
	last := make([]byte, 0, len(end))
	for !bytes.Equal(last, []byte(end)) {
		c, err := s.in.ReadByte()
		if err != nil {
			return orBroken(err)
		}
		if len(last) == len(end) {
			last = append(last[:0], last[1:]...)
		}
		last = append(last, c)
	}
	return nil
}

func (s *scanner) readText() error {
	s.tag = s.tag[:0]
	err := s.until('<', longestText)
	switch {
	case err == nil:
		s.tag = s.tag[:len(s.tag)-1]
		if err := s.in.UnreadByte(); err != nil {
			return err
		}
	case !errors.Is(err, io.EOF):
		return err
	}
	s.body, err = unescape(s.tag)
	return err
}

func (s *scanner) readCDATA() error {
	if _, err := s.in.Discard(len("<![CDATA[")); err != nil {
		return errXML
	}
	s.tag = s.tag[:0]
	for !bytes.HasSuffix(s.tag, []byte("]]>")) {
		if err := s.until('>', longestText); err != nil {
			return orBroken(err)
		}
	}
	s.body = s.tag[:len(s.tag)-len("]]>")]
	return nil
}

func orBroken(err error) error {
	if errors.Is(err, io.EOF) {
		return errXML
	}
	return err
}

// readTag reads a tag to its end, which may stand in a value, too.
func (s *scanner) readTag() ([]byte, error) {
	s.tag = s.tag[:0]
	var quote byte
	for {
		from := len(s.tag)
		if err := s.until('>', longestTag); err != nil {
			return nil, orBroken(err)
		}
		for _, c := range s.tag[from:] {
			switch {
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			}
		}
		if quote == 0 {
			return s.tag[1 : len(s.tag)-1], nil
		}
	}
}

func (s *scanner) readEnd() error {
	tag, err := s.readTag()
	if err != nil {
		return err
	}
	name, err := s.local(bytes.TrimRight(tag[1:], " \t\r\n"))
	if err != nil {
		return err
	}
	if len(s.stack) == 0 || s.stack[len(s.stack)-1] != name {
		return errXML
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.name = name
	return nil
}

func (s *scanner) readStart() error {
	tag, err := s.readTag()
	if err != nil {
		return err
	}
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.empty = true
		tag = tag[:len(tag)-1]
	}
	end := bytes.IndexAny(tag, " \t\r\n")
	if end < 0 {
		end = len(tag)
	}
	name, err := s.local(tag[:end])
	if err != nil {
		return err
	}
	if len(s.stack) == deepest {
		return errDeep
	}
	s.name = name
	s.stack = append(s.stack, name)
	return s.readAttrs(tag[end:])
}

func (s *scanner) readAttrs(rest []byte) error {
	s.attrs = s.attrs[:0]
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		is := bytes.IndexByte(rest, '=')
		if is < 1 {
			return errXML
		}
		name := bytes.TrimRight(rest[:is], " \t\r\n")
		rest = bytes.TrimLeft(rest[is+1:], " \t\r\n")
		if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
			return errXML
		}
		end := bytes.IndexByte(rest[1:], rest[0]) + 1
		if end < 1 {
			return errXML
		}
		local, err := s.local(name)
		if err != nil {
			return err
		}
		value, err := unescape(rest[1:end])
		if err != nil {
			return err
		}
		if !bytes.HasPrefix(name, []byte("xmlns")) {
			s.attrs = append(s.attrs, attr{local, value})
		}
		rest = rest[end+1:]
	}
}

// local is a name without its prefix, as one string for all that are equal.
func (s *scanner) local(name []byte) (string, error) {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	if known, ok := s.names[string(name)]; ok {
		return known, nil
	}
	if len(name) == 0 || bytes.ContainsAny(name, "<>&'\"=/ \t\r\n") || len(s.names) >= mostNames {
		return "", errXML
	}
	n := string(name)
	s.names[n] = n
	return n, nil
}

// attr is the value of an attribute.
func (s *scanner) attr(name string) string {
	for _, a := range s.attrs {
		if a.name == name {
			return string(a.value)
		}
	}
	return ""
}

// parent is the element around the one in hand.
func (s *scanner) parent() string {
	if len(s.stack) < 2 {
		return ""
	}
	return s.stack[len(s.stack)-2]
}

// pass leaves out the rest of an element whose start was read.
func (s *scanner) pass() error {
	for depth := len(s.stack); len(s.stack) >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// unescape puts characters in the place of what stands for them, and makes ends of
// lines one. It changes b.
func unescape(b []byte) ([]byte, error) {
	at := bytes.IndexAny(b, "&\r<")
	if at < 0 {
		return b, nil
	}
	out := b[:at]
	for i := at; i < len(b); {
		switch c := b[i]; {
		case c == '<':
			return nil, errXML
		case c == '\r':
			out = append(out, '\n')
			if i++; i < len(b) && b[i] == '\n' {
				i++
			}
		case c != '&':
			out = append(out, c)
			i++
		default:
			end := bytes.IndexByte(b[i:min(len(b), i+longestEntity)], ';')
			if end < 0 {
				return nil, errXML
			}
			r, ok := entity(string(b[i+1 : i+end]))
			if !ok {
				return nil, errXML
			}
			out = utf8.AppendRune(out, r) // never longer than what stands for it
			i += end + 1
		}
	}
	return out, nil
}

const longestEntity = 12

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}
