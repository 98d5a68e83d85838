package data

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"strconv"
	"strings"

	"beltroad/data/internal/schema"
)

// What is found in a JSON file as a whole and can be mended, and the mend.
const (
	unknownMemberFound = "an unknown member"
	looseComma         = "a comma before a closing bracket"
	withoutComma       = "the same text without the comma"
	withoutSigns       = "the same text without what cannot be seen"
)

// member reports a member of a JSON file, and returns what it is read as: what it
// means, if that is beyond doubt, or else (meant is empty then) what it is.
func (r *report) member(p Problem, value, meant string) string {
	if p.Found == "" {
		p.Found = quoted(value)
	}
	if meant == "" || meant == value {
		r.add(p)
		return value
	}
	p.Mend, p.Safe = meant, true
	r.add(p)
	return meant
}

// plainLine is a text on one line without what cannot be seen, as a cell would be
// read; empty: what that is is doubtful.
func plainLine(s string) string {
	clean, safe := withoutHidden(s)
	if clean = withoutBreaks(clean); safe && isName(clean) {
		return clean
	}
	return ""
}

// plainID is what a text means that is to be an id; empty: nothing.
func plainID(s string) string {
	guess, _ := mendItem(&schema.Column{Type: schema.ID}, s, ',')
	return guess
}

// plainColor is a colour as #RRGGBB; empty: it is none.
func plainColor(s string) string {
	digits := strings.TrimPrefix(strings.TrimSpace(s), "#")
	if len(digits) == 3 { // each digit stands for two
		digits = strings.Repeat(digits[:1], 2) + strings.Repeat(digits[1:2], 2) + strings.Repeat(digits[2:], 2)
	}
	if !isColor("#" + digits) {
		return ""
	}
	return "#" + digits
}

// pathMeant is the path of a file that is there, written as on Windows or from
// the folder itself; empty: none is.
func pathMeant(fsys fs.FS, path string) string {
	meant := strings.TrimPrefix(strings.ReplaceAll(path, `\`, "/"), "./")
	if meant == path || checkPath(meant) != nil || checkRegular(fsys, meant) != (Problem{}) {
		return ""
	}
	return meant
}

// withoutCommas is a file that is broken by commas alone, without them; they are
// reported. Nil: it is broken otherwise.
func (r *report) withoutCommas(file string, b []byte) []byte {
	clean, at := withoutLooseCommas(b)
	if len(at) == 0 || !json.Valid(clean) {
		return nil
	}
	const few = 10 // one tells where to look
	for _, i := range at[:min(len(at), few)] {
		r.add(Problem{File: file, Row: rowOf(b, i), Found: looseComma, Allowed: "one JSON value", Mend: withoutComma, Safe: true})
	}
	return clean
}

// withoutLooseCommas is a text without the commas after which a bracket closes,
// and where these were.
func withoutLooseCommas(b []byte) (clean []byte, at []int) {
	last := -1 // a comma that nothing but space has followed
	kept := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '"':
			for i++; i < len(b) && b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			last = -1
		case ',':
			last = i
		case '}', ']':
			if last >= 0 {
				clean, at = append(clean, b[kept:last]...), append(at, last)
				kept, last = last+1, -1
			}
		case ' ', '\n', '\t':
		default:
			last = -1
		}
	}
	return append(clean, b[kept:]...), at
}

// mendedJSON is the text of a JSON file with its safe mends made, and how many
// were.
func mendedJSON(b []byte, problems []Problem) ([]byte, int) {
	n := 0
	b, flaw := plainText(b)
	if flaw != (Problem{}) {
		clean, safe := withoutHidden(string(b))
		if !safe {
			return b, 0
		}
		b = []byte(clean)
		n++
	}
	if !json.Valid(b) {
		clean, at := withoutLooseCommas(b)
		if !json.Valid(clean) {
			return b, n
		}
		b, n = clean, n+len(at)
	}
	if checkMembers(b) != (Problem{}) {
		return b, n
	}
	var patches []patch
	for _, p := range problems {
		if p.Column == "" {
			continue
		}
		name, value := memberAt(b, p.Column)
		start := value
		if p.Found == unknownMemberFound {
			start = name
		}
		if start < 0 || start >= len(b) || b[start] != '"' {
			continue
		}
		end := stringEnd(b, start)
		if start == name || strings.Contains(p.Found, quoted(string(unquote(b[start:end])))) {
			patches = append(patches, patch{int64(start), int64(end), jsonString(p.Mend)})
		}
	}
	return patched(b, patches), n + len(patches)
}

// memberAt is where the value of a member starts that a problem names, like
// [2].issued.raw, and where its name does; -1: there is no such name.
func memberAt(b []byte, member string) (name, value int) {
	name, value = -1, pastSpace(b, 0)
	for member != "" && value < len(b) {
		if index, rest, ok := strings.Cut(member, "]"); ok && member[0] == '[' {
			value, member = elementStart(b, value, index[1:]), rest
			continue
		}
		member = strings.TrimPrefix(member, ".")
		n := strings.IndexAny(member, ".[")
		if n < 0 {
			n = len(member)
		}
		name, value = memberStarts(b, value, member[:n])
		member = member[n:]
	}
	return name, value
}

// elementStart is where an element of an array starts, or else len(b).
func elementStart(b []byte, start int, index string) int {
	want, err := strconv.Atoi(index)
	if err != nil || !isArray(b, start) {
		return len(b)
	}
	for i, e := range elements(b, start) {
		if i == want {
			return e.start
		}
	}
	return len(b)
}

// jsonString is a text as JSON has it.
func jsonString(s string) string {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(s); err != nil {
		return `""` // cannot be: any text can be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}
