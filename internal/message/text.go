package message

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
)

// part is a piece of a text: literal, or the name of a placeholder.
type part struct{ literal, name string }

// text is one form of a message.
type text []part

// message is what a file says for a key.
type message struct {
	other text                 // the form for all that have none of their own
	forms map[plural.Form]text // the others; nil: it was written without forms
}

// counts tells whether the message was written with forms.
func (m message) counts() bool { return m.forms != nil }

// form is the form for a category.
func (m message) form(f plural.Form) text {
	if t, ok := m.forms[f]; ok {
		return t
	}
	return m.other
}

// parse reads the text of a message.
func parse(s string) (text, error) {
	if strings.TrimSpace(s) == "" {
		return nil, fmt.Errorf("has no words")
	}
	var t text
	for s != "" {
		open := strings.IndexAny(s, "{}")
		if open < 0 {
			return append(t, part{literal: s}), nil
		}
		if open > 0 {
			t = append(t, part{literal: s[:open]})
		}
		end := strings.IndexByte(s[open:], '}')
		if s[open] == '}' || end < 0 || !isName(s[open+1:open+end]) {
			return nil, fmt.Errorf("has a brace that is no placeholder like {Name}: %q", s[open:])
		}
		t = append(t, part{name: s[open+1 : open+end]})
		s = s[open+end+1:]
	}
	return t, nil
}

func isName(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// String is the text as a file spells it.
func (t text) String() string {
	var b strings.Builder
	for _, p := range t {
		if p.name != "" {
			b.WriteString("{" + p.name + "}")
		}
		b.WriteString(p.literal)
	}
	return b.String()
}

// names are the placeholders, each once, sorted.
func (t text) names() []string {
	set := map[string]bool{}
	for _, p := range t {
		if p.name != "" {
			set[p.name] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}
