// Package pdftext takes the text of a PDF file, and nothing else of it.
//
// It does not trust the file's own tables: objects are found by going through
// the file once, so that what a broken or hostile table says costs nothing, and
// nothing is followed without a bound. The libraries at hand can be ended by a
// file of 150 bytes, beyond what can be recovered from: an object stream that is
// in itself, a table of a billion entries. Files that open without a password are
// unlocked.
package pdftext

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
)

// The errors of a file that is not read.
var (
	ErrDamaged   = errors.New("no whole PDF file")
	ErrEncrypted = errors.New("an encrypted PDF file")
	ErrTooMuch   = errors.New("a PDF file with more than can be taken")
)

// Limits are what a file may cost.
type Limits struct {
	Pages    int
	Unpacked int64 // bytes of all streams that are read
	Text     int   // bytes of the text
}

// file is a PDF file in memory.
type file struct {
	b       []byte
	objects map[int]any
	root    any // where the pages are
	locked  any // how it is encrypted; nil: it is not
	id      any // of the file, a part of its key
	lock    *lock
	values  int // that may still be read
	budget  int64
	limits  Limits
	fonts   map[any]*font
}

// Text is the text of all pages, with lines as they are set. The function
// progress is told the share of the pages that is done.
func Text(ctx context.Context, b []byte, limits Limits, progress func(float64)) (string, error) {
	const tail = 4096 // where the file's last mark has to be
	if !bytes.Contains(b[max(0, len(b)-tail):], []byte("%%EOF")) {
		return "", ErrDamaged
	}
	f := &file{b: b, limits: limits, fonts: make(map[any]*font)}
	if err := f.scan(ctx); err != nil {
		return "", err
	}
	if f.locked != nil {
		if f.lock = f.newLock(); f.lock == nil {
			return "", ErrEncrypted
		}
		if err := f.scan(ctx); err != nil { // once more: streams of objects can only now be read
			return "", err
		}
	}
	pages, err := f.pages()
	if err != nil {
		return "", err
	}
	out := &layout{most: limits.Text}
	for i, p := range pages {
		if err := f.show(ctx, p, out); err != nil {
			return "", err
		}
		out.page()
		progress(float64(i+1) / float64(len(pages)))
	}
	return out.b.String(), nil
}

// scan finds all objects. Of two with one number the later one counts, as it
// does where a file was changed by adding to its end.
func (f *file) scan(ctx context.Context) error {
	f.objects, f.values, f.budget = make(map[int]any), maxValues, f.limits.Unpacked
	for at := 0; ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		next := nextMark(f.b, at)
		if next < 0 {
			break
		}
		l := &lexer{b: f.b, at: next, left: &f.values}
		if bytes.HasPrefix(f.b[next:], []byte("trailer")) {
			l.at += len("trailer")
			if d, ok := l.next().(dict); ok {
				f.trailer(d)
			}
		} else {
			n, generation := numberBefore(f.b, next)
			l.at += len("obj")
			f.take(n, generation, l)
		}
		if f.values < 0 || f.budget < 0 {
			return ErrTooMuch
		}
		at = max(l.at, next+1)
	}
	return nil
}

// nextMark is where the next object or trailer begins; -1: nowhere.
func nextMark(b []byte, from int) int {
	for at := from; ; {
		i := bytes.IndexAny(b[at:], "jt")
		if i < 0 {
			return -1
		}
		at += i
		if b[at] == 't' && bytes.HasPrefix(b[at:], []byte("trailer")) {
			return at
		}
		if b[at] == 'j' && at >= 2+from && b[at-1] == 'b' && b[at-2] == 'o' {
			if n, _ := numberBefore(b, at-2); n >= 0 {
				return at - 2
			}
		}
		at++
	}
}

// numberBefore is the number and the generation of the object whose "obj" stands
// at a place; -1: it is none.
func numberBefore(b []byte, at int) (n, generation int) {
	const longest = 24
	words := strings.Fields(string(b[max(0, at-longest):at]))
	if len(words) < 2 || at == 0 {
		return -1, 0
	}
	g, err := strconv.ParseUint(words[len(words)-1], 10, 16)
	if err != nil {
		return -1, 0
	}
	digits := words[len(words)-2]
	digits = digits[strings.LastIndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })+1:]
	number, err := strconv.ParseUint(digits, 10, 31)
	if err != nil {
		return -1, 0
	}
	return int(number), int(g) // #nosec G115 -- 31 bits
}

// take reads an object, and those inside it if it is a stream of them.
func (f *file) take(n, generation int, l *lexer) {
	v := l.next()
	d, isDict := v.(dict)
	if isDict {
		if raw, ok := streamBehind(l, d); ok {
			v = &stream{d, raw, n, generation}
		}
	}
	f.objects[n] = v
	s, ok := v.(*stream)
	if !ok {
		return
	}
	switch d["Type"] {
	case name("XRef"):
		f.trailer(d)
	case name("ObjStm"):
		f.takeAll(s)
	}
}

// streamBehind is the content of a stream, if one stands behind its dictionary.
func streamBehind(l *lexer, d dict) ([]byte, bool) {
	l.space()
	if !bytes.HasPrefix(l.b[l.at:], []byte("stream")) {
		return nil, false
	}
	start := l.at + len("stream")
	if start < len(l.b) && l.b[start] == '\r' {
		start++
	}
	if start < len(l.b) && l.b[start] == '\n' {
		start++
	}
	const mark = "endstream"
	if n, ok := d["Length"].(float64); ok && n >= 0 && n <= float64(len(l.b)-start) {
		stop := start + int(n)
		if rest := bytes.TrimLeft(l.b[stop:min(stop+len(mark)+4, len(l.b))], "\r\n \x00"); bytes.HasPrefix(rest, []byte(mark)) {
			l.at = stop
			return l.b[start:stop], true
		}
	}
	n := bytes.Index(l.b[start:], []byte(mark))
	if n < 0 {
		n = len(l.b) - start
	}
	l.at = start + n
	return l.b[start:l.at], true
}

// takeAll reads the objects of an object stream. What they refer to is not asked
// for here, so that no stream can lead to itself.
func (f *file) takeAll(s *stream) {
	b, err := f.unpacked(s)
	first, ok := s.dict["First"].(float64)
	if err != nil || !ok || first < 0 || first > float64(len(b)) {
		return
	}
	head := &lexer{b: b[:int(first)], left: &f.values}
	for {
		n, isNumber := head.next().(float64)
		at, isOffset := head.next().(float64)
		if !isNumber || !isOffset || n < 0 || at < 0 || first+at > float64(len(b)) {
			return
		}
		l := &lexer{b: b, at: int(first + at), left: &f.values}
		f.objects[int(n)] = l.next()
	}
}

// trailer takes what a trailer says of the whole file.
func (f *file) trailer(d dict) {
	if d["Root"] != nil {
		f.root = d["Root"]
	}
	if d["Encrypt"] != nil {
		f.locked = d["Encrypt"]
	}
	if d["ID"] != nil {
		f.id = d["ID"]
	}
}

// resolved is a value, or the one that it refers to.
func (f *file) resolved(v any) any {
	for range 8 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[int(r)]
	}
	return nil
}

func (f *file) dict(v any) dict {
	switch v := f.resolved(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	default:
		return nil
	}
}

func (f *file) array(v any) array {
	a, _ := f.resolved(v).(array)
	return a
}

func (f *file) name(v any) name {
	n, _ := f.resolved(v).(name)
	return n
}

func (f *file) number(v any) (float64, bool) {
	n, ok := f.resolved(v).(float64)
	return n, ok
}

// page is what a page shows, and with what.
type page struct {
	contents  []any
	resources dict
}

// pages are the pages in order. One that the file says it has and has not is an
// error: a file that breaks off.
func (f *file) pages() ([]page, error) {
	catalog := f.dict(f.root)
	if catalog == nil {
		return nil, ErrDamaged
	}
	w := &walk{f: f, seen: make(map[any]bool)}
	err := w.page(catalog["Pages"], nil, 0)
	return w.pages, err
}

// walk goes through the tree of pages.
type walk struct {
	f     *file
	seen  map[any]bool // references, so that no page is its own ancestor
	pages []page
}

func (w *walk) page(v any, inherited dict, depth int) error {
	if _, ok := v.(ref); ok {
		if w.seen[v] {
			return nil
		}
		w.seen[v] = true
	}
	d := w.f.dict(v)
	if d == nil || depth > maxDepth {
		return ErrDamaged
	}
	if own := w.f.dict(d["Resources"]); own != nil {
		inherited = own
	}
	if kids := w.f.array(d["Kids"]); kids != nil && w.f.name(d["Type"]) != "Page" {
		for _, kid := range kids {
			if err := w.page(kid, inherited, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	if len(w.pages) == w.f.limits.Pages {
		return ErrTooMuch
	}
	contents := []any{d["Contents"]}
	if parts := w.f.array(d["Contents"]); parts != nil {
		contents = parts
	}
	w.pages = append(w.pages, page{contents, inherited})
	return nil
}
