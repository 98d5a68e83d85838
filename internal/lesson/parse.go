package lesson

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"beltroad/internal/kept"
)

// format says in a file that it is a lesson.
const format = "beltroad.lesson"

// file is what a lesson's file holds. A member is never added without another
// version: a program that does not know it would drop it.
type file struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Lesson
}

// Parse reads a lesson's file. What is no lesson, or not a whole one, is refused
// as a [*Refused]; texts are cleaned of what cannot be seen.
func Parse(b []byte) (*Lesson, error) {
	if len(b) > MostFile {
		return nil, &Refused{Reason: Large, Most: MostFile >> 20}
	}
	b = bytes.TrimPrefix(b, []byte("\uFEFF")) // which editors put there
	if !utf8.Valid(b) {
		return nil, &Refused{Reason: Damaged, Err: errors.New("not UTF-8")}
	}
	if err := checkHead(b); err != nil {
		return nil, err
	}
	if err := checkMembers(b); err != nil {
		return nil, err
	}
	var f file
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, refusedBy(err, b)
	}
	if f.Version < f.least() {
		return nil, &Refused{Reason: Unknown, Member: "shows"}
	}
	l := f.cleaned()
	if err := l.Check(); err != nil {
		return nil, err
	}
	return l, nil
}

// least is the earliest version that has all members of a lesson.
func (l *Lesson) least() int {
	if slices.ContainsFunc(l.Slides, func(s Slide) bool { return len(s.Shows) > 0 }) {
		return 2 // which has what slides show
	}
	return 1
}

// checkHead tells a lesson from other files, and from what a later program wrote.
func checkHead(b []byte) error {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	var kind *json.UnmarshalTypeError
	switch err := json.Unmarshal(b, &head); {
	case errors.As(err, &kind):
		return &Refused{Reason: Foreign, Err: err}
	case err != nil:
		return &Refused{Reason: Damaged, Err: err}
	case head.Format != format:
		return &Refused{Reason: Foreign}
	case head.Version > Version:
		return &Refused{Reason: Newer, Found: head.Version}
	case head.Version < 1:
		return &Refused{Reason: Value, Member: "version"}
	}
	return nil
}

// level is an object or a list that is read.
type level struct {
	object bool
	name   string // of the member whose value comes next
	seen   []string
	parts  int // objects and lists in it, so far
}

// slideIn is the slide that is read, from 1; 0: none.
func slideIn(open []level) int {
	if len(open) > 2 && open[0].name == "slides" {
		return open[1].parts
	}
	return 0
}

// checkMembers refuses what encoding/json lets pass: members that are there
// twice, or whose names differ from ours in case. That the JSON is whole is known.
func checkMembers(b []byte) error {
	var open []level
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber() // how large numbers are is not asked here
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &Refused{Reason: Damaged, Err: err}
		}
		top := len(open) - 1
		if name, ok := token.(string); ok && top >= 0 && open[top].object && open[top].name == "" {
			if r := refusedMember(name, open[top].seen); r != "" {
				return &Refused{Reason: r, Member: name, Slide: slideIn(open)}
			}
			open[top].name = name
			if len(open[top].seen) < mostMembers { // beyond that one is unknown, which is told later
				open[top].seen = append(open[top].seen, name)
			}
			continue
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			if top >= 0 {
				open[top].parts++
			}
			open = append(open, level{object: token == json.Delim('{')})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:top]
		}
		if top = len(open) - 1; top >= 0 {
			open[top].name = ""
		}
	}
}

// refusedMember is why an object that has some members may not have another; empty: it may.
func refusedMember(name string, seen []string) Reason {
	switch {
	case name == "" || strings.ToLower(name) != name:
		return Unknown
	case slices.Contains(seen, name):
		return Twice
	default:
		return ""
	}
}

// mostMembers is more than any object of a lesson has.
const mostMembers = 32

// refusedBy is what an error of encoding/json says of a lesson, whose file it is.
func refusedBy(err error, b []byte) error {
	slide, why := firstSpoilt(b)
	if slide > 0 {
		err = why
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return &Refused{Reason: Value, Member: strings.TrimPrefix(kind.Field, "Lesson."), Slide: slide, Err: err}
	}
	// The one error of the package without a type of its own.
	if _, name, ok := strings.Cut(err.Error(), "unknown field "); ok {
		return &Refused{Reason: Unknown, Member: strings.Trim(name, `"`), Slide: slide, Err: err}
	}
	return &Refused{Reason: Damaged, Err: err}
}

// firstSpoilt is the first slide of a file, from 1, that is none, and why; 0: all are,
// or it is not known.
func firstSpoilt(b []byte) (slide int, why error) {
	var raw struct {
		Slides []json.RawMessage `json:"slides"`
	}
	_ = json.Unmarshal(b, &raw) // what is no list has no slides
	for i, one := range raw.Slides {
		d := json.NewDecoder(bytes.NewReader(one))
		d.DisallowUnknownFields()
		if err := d.Decode(new(Slide)); err != nil {
			return i + 1, err
		}
	}
	return 0, nil
}

// Encode is a lesson's file: the same bytes for the same lesson. It refuses what
// Parse would.
func Encode(l *Lesson) ([]byte, error) {
	f := file{Format: format, Lesson: *l.cleaned()}
	f.Version = f.least()
	if err := f.Check(); err != nil {
		return nil, err
	}
	b, err := kept.JSON(f)
	if err != nil {
		return nil, err
	}
	out := numbersInLine(b)
	if len(out) > MostFile {
		return nil, &Refused{Reason: Large, Most: MostFile >> 20}
	}
	return out, nil
}

// numbersInLine writes each list of numbers, of which ink has many, in one line.
func numbersInLine(b []byte) []byte {
	out := make([]byte, 0, len(b))
	inText, inNumbers := false, false
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case inText:
			out = append(out, c)
			switch c {
			case '\\':
				i++
				out = append(out, b[i])
			case '"':
				inText = false
			}
			continue
		case c == '"':
			inText = true
		case c == '[':
			rest := bytes.TrimLeft(b[i+1:], " \n")
			inNumbers = len(rest) > 0 && (rest[0] == '-' || rest[0] >= '0' && rest[0] <= '9')
		case c == ']':
			inNumbers = false
		case inNumbers && (c == ' ' || c == '\n'):
			continue
		}
		out = append(out, c)
	}
	return out
}
