// Package source reads the text of a reader's own copy of a dossier's source,
// from a file of any of the usual forms, and keeps it in the app's storage.
//
// Nothing but text is taken: no script, no picture, nothing that a file refers
// to. Every file is held to be hostile: what it may cost is bounded.
package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode"
)

// What a file may cost.
const (
	MaxFile = 64 << 20 // bytes

	maxText     = 4 << 20   // bytes of text; a long book has one million
	maxUnpacked = 128 << 20 // bytes, of a file that is packed
	maxEntries  = 10_000    // of a packed file
	maxPages    = 2_000
	maxNesting  = 256 // elements inside each other
)

// Format is the form of a file.
type Format string

// The forms that are read.
const (
	Plain Format = "txt"
	HTML  Format = "html"
	PDF   Format = "pdf"
	DOCX  Format = "docx"
	EPUB  Format = "epub"
)

// Reason is why a file could not be read, as far as a user can do something
// about it.
type Reason string

// The reasons.
const (
	Unknown   Reason = "unknown"   // it has another form
	Damaged   Reason = "damaged"   // it is not what its form says, or breaks off
	Protected Reason = "protected" // it is encrypted
	TooLarge  Reason = "large"     // it, its text or what it unpacks to is
	NoText    Reason = "no-text"   // it has none: pictures of pages, maybe
	Unread    Reason = "unread"    // the disk or the desktop did not give it
)

// Unreadable is the error of a file whose text could not be taken.
type Unreadable struct {
	Name   string
	Reason Reason
	Err    error
}

// Error is a sentence for a log; the app words its own.
func (u *Unreadable) Error() string {
	return fmt.Sprintf("%s cannot be read (%s): %v", u.Name, u.Reason, u.Err)
}

// Unwrap is what went wrong.
func (u *Unreadable) Unwrap() error { return u.Err }

// failure is an error with its reason.
type failure struct {
	reason Reason
	text   string
}

func (f *failure) Error() string { return f.text }

func fail(reason Reason, format string, args ...any) error {
	return &failure{reason, fmt.Sprintf(format, args...)}
}

var errTooMuch = &failure{TooLarge, "more than can be taken"}

// Text is what a file says.
type Text struct {
	Name   string // of the file
	Format Format
	Text   string // paragraphs and lines end with a line break
}

// Read takes the text of a file. Beside an end of the context, its error is an
// [*Unreadable]. The function progress is told how much of the whole is done; it
// may be nil.
func Read(ctx context.Context, name string, r io.Reader, progress func(share float64)) (t Text, err error) {
	if progress == nil {
		progress = func(float64) {}
	}
	name = clean(path.Base(strings.ReplaceAll(name, `\`, "/")))
	defer func() {
		// Whatever a parser of a foreign file stumbles over is the file's fault.
		if thrown := recover(); thrown != nil {
			err = fail(Damaged, "%v", thrown)
		}
		switch {
		case err == nil:
		case ctx.Err() != nil:
			t, err = Text{}, ctx.Err()
		default:
			t, err = Text{}, &Unreadable{name, reasonOf(err), err}
		}
	}()
	b, err := io.ReadAll(io.LimitReader(&stoppable{ctx, r}, MaxFile+1))
	if err != nil {
		return Text{}, fail(Unread, "%v", err)
	}
	if len(b) > MaxFile {
		return Text{}, errTooMuch
	}
	form, text, err := extract(ctx, name, b, progress)
	if err != nil {
		return Text{}, err
	}
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return Text{}, fail(NoText, "no letter in it")
	}
	return Text{name, form, text}, nil
}

// reasonOf is the reason of an error of a file's content.
func reasonOf(err error) Reason {
	if f, ok := errors.AsType[*failure](err); ok {
		return f.reason
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) {
		return Unread
	}
	return Damaged
}

// extract tells a file's form by its first bytes, not by its name.
func extract(ctx context.Context, name string, b []byte, progress func(float64)) (Format, string, error) {
	head := b[:min(len(b), 1024)]
	var text string
	var err error
	switch {
	case bytes.Contains(head, []byte("%PDF-")):
		text, err = pdfText(ctx, b, progress)
		return PDF, text, err
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return packedText(ctx, b, progress)
	case len(b) == 0:
		return Plain, "", fail(NoText, "the file is empty")
	}
	if plain, known := decoded(b); known && isHTML(name, plain) || !known && isHTML(name, latin(head)) {
		if text, err = toUTF8(b, plain, known); err == nil {
			text, err = htmlText(ctx, strings.NewReader(text))
		}
		return HTML, text, err
	} else if known {
		if len(plain) > maxText {
			return Plain, "", errTooMuch
		}
		return Plain, lineBreaks(plain), nil
	}
	return Plain, "", fail(Unknown, "no text, and no form that is known")
}

// stoppable ends reading with a context.
type stoppable struct {
	ctx context.Context //nolint:containedctx // a reader has no other way to be told
	r   io.Reader
}

func (s *stoppable) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(b)
}

// clean is a file's name as it may be shown.
func clean(name string) string {
	const most = 120 // runes
	runes := []rune(strings.ToValidUTF8(name, "\ufffd"))
	for i, r := range runes {
		if !unicode.IsPrint(r) {
			runes[i] = '\ufffd'
		}
	}
	if len(runes) > most {
		runes = append(runes[:most], '…')
	}
	return string(runes)
}

func lineBreaks(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

// writer gathers text, up to what can be taken.
type writer struct {
	b    strings.Builder
	full bool
}

func (w *writer) add(s string) {
	if w.b.Len()+len(s) > maxText {
		w.full = true
		return
	}
	w.b.WriteString(s)
}

// line ends a line, unless one has just ended.
func (w *writer) line() {
	if s := w.b.String(); s != "" && !strings.HasSuffix(s, "\n") {
		w.add("\n")
	}
}

func (w *writer) text() (string, error) {
	if w.full {
		return "", errTooMuch
	}
	return w.b.String(), nil
}
