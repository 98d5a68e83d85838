package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// maxDepth is how deep the values of a JSON file may nest.
const maxDepth = 32

// decode reads one JSON value into v. What encoding/json lets pass is refused
// where two readers could see two things: members that are there twice, or
// differ only in case. It returns what is wrong, without the file.
func decode(b []byte, v any) Problem {
	if p := jsonProblem(json.Unmarshal(b, v), b, 0); p != (Problem{}) {
		return p
	}
	return checkMembers(b)
}

// jsonProblem is what an error of encoding/json says about a file, whose value
// starts at a byte of it.
func jsonProblem(err error, b []byte, start int) Problem {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at := min(max(start+int(syntax.Offset)-1, 0), len(b))
		return Problem{Row: rowOf(b, at), Found: "broken JSON (" + syntax.Error() + ")", Allowed: "one JSON value"}
	case errors.As(err, &kind):
		return Problem{
			Row: rowOf(b, min(start+int(kind.Offset), len(b))), Column: kind.Field,
			Found: "a JSON " + kind.Value, Allowed: "a value of another type (" + jsonType(kind) + ")",
		}
	case err != nil:
		return Problem{Found: "unusable JSON (" + err.Error() + ")", Allowed: "one JSON value"}
	}
	return Problem{}
}

// jsonType names the JSON type that belongs where err was met.
func jsonType(err *json.UnmarshalTypeError) string {
	switch name := err.Type.String(); {
	case strings.HasPrefix(name, "[]"), strings.HasPrefix(name, "["):
		return "array"
	case name == "string", name == "bool":
		return name
	case strings.Contains(name, "float"), strings.Contains(name, "int"):
		return "number in range"
	}
	return "object"
}

// frame is a JSON value that is not closed yet.
type frame struct {
	isObject bool
	first    int             // its first name in members.names
	many     map[string]bool // its folded names, once they are many
}

// members collects the names of members of all open objects. Objects are small,
// so that comparing names in turn beats a map for each; one that is not small
// gets a map.
type members struct {
	open  []frame
	names [][]byte // unquoted
}

// checkMembers looks for doubled members and too deep nesting in JSON that is
// known to be well-formed.
func checkMembers(b []byte) Problem {
	var m members
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '{', '[':
			if len(m.open) == maxDepth {
				return Problem{Row: rowOf(b, i), Found: "deeply nested values", Allowed: fmt.Sprintf("at most %d levels", maxDepth)}
			}
			m.open = append(m.open, frame{isObject: b[i] == '{', first: len(m.names)})
		case '}', ']':
			last := len(m.open) - 1
			m.names = m.names[:m.open[last].first]
			m.open = m.open[:last]
		case '"':
			end := stringEnd(b, i)
			if isMember(b[end:]) && !m.add(b[i:end]) {
				return Problem{Row: rowOf(b, i), Found: "the member " + quoted(string(unquote(b[i:end]))) + " twice", Allowed: "each member once"}
			}
			i = end - 1
		}
	}
	return Problem{}
}

// add adds a quoted name to the innermost object. It reports false if the name
// is there already, as encoding/json compares: without regard to case.
func (m *members) add(quotedName []byte) bool {
	const few = 16
	f := &m.open[len(m.open)-1]
	name := unquote(quotedName)
	if f.many == nil && len(m.names)-f.first < few {
		if slices.ContainsFunc(m.names[f.first:], func(n []byte) bool { return bytes.EqualFold(n, name) }) {
			return false
		}
		m.names = append(m.names, name)
		return true
	}
	if f.many == nil {
		f.many = make(map[string]bool)
		for _, n := range m.names[f.first:] {
			f.many[folded(n)] = true
		}
	}
	if f.many[folded(name)] {
		return false
	}
	f.many[folded(name)] = true
	return true
}

// folded is the same for names that differ only in case; upper case first,
// because some letters have two lower-case forms.
func folded(name []byte) string { return strings.ToLower(strings.ToUpper(string(name))) }

// stringEnd is the position after the string that starts at b[i].
func stringEnd(b []byte, i int) int {
	for i++; b[i] != '"'; i++ {
		if b[i] == '\\' {
			i++
		}
	}
	return i + 1
}

// isMember reports whether a colon follows a string.
func isMember(after []byte) bool {
	for _, c := range after {
		if c != ' ' && c != '\t' && c != '\n' {
			return c == ':'
		}
	}
	return false
}

func unquote(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 {
		return b[1 : len(b)-1]
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return b // cannot be: the JSON is well-formed
	}
	return []byte(s)
}
