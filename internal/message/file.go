package message

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// maxFile is how large a file may be, in bytes.
const maxFile = 4 << 20

// shows are the placeholders of messages that a language may have without English
// having them, or lack, by how their keys begin. [Printer] says what they are for.
var shows = map[string][]string{
	"number.1e": {"Number"}, "amount.of.": {"Number"}, "month.of.": nil, "kind.": nil, "status.": nil, "layer.": nil, "unit.": nil,
}

// isOwn tells whether a key is a language's own affair.
func isOwn(key string) bool {
	for start := range shows {
		if strings.HasPrefix(key, start) {
			return true
		}
	}
	return false
}

// faults gathers what is wrong with a file.
type faults struct {
	file string
	all  []string
}

func (f *faults) add(format string, args ...any) {
	f.all = append(f.all, f.file+": "+fmt.Sprintf(format, args...))
}

// error is all of it, sorted; nil: nothing is wrong.
func (f *faults) error() error {
	if len(f.all) == 0 {
		return nil
	}
	slices.Sort(f.all)
	return errors.New(strings.Join(f.all, "\n"))
}

// catalogue is what a file holds.
type catalogue struct {
	messages  map[string]message
	countries map[string]string // names by ISO 3166-1 alpha-3 codes
}

// readFile reads the file of one language.
func readFile(fsys fs.FS, name string, tag language.Tag) (*catalogue, error) {
	b, err := fs.ReadFile(fsys, name+".json")
	if err != nil {
		return nil, err
	}
	return read(name, b, tag)
}

// read parses a file and checks what can be told of it alone.
func read(name string, b []byte, tag language.Tag) (*catalogue, error) {
	f := &faults{file: name + ".json"}
	if len(b) > maxFile {
		f.add("more than %d MB", maxFile>>20)
		return nil, f.error()
	}
	if !utf8.Valid(b) {
		f.add("not UTF-8")
		return nil, f.error()
	}
	members, err := object(json.NewDecoder(bytes.NewReader(b)), f)
	if err != nil {
		f.add("%v", err)
		return nil, f.error()
	}
	countries := namesOf(members["countries"], f)
	delete(members, "countries")
	all := make(map[string]message, len(members))
	has := formsOf(tag)
	for key, v := range members {
		m, err := oneMessage(v, has)
		if err != nil {
			f.add("%q %v", key, err)
			continue
		}
		all[key] = m
	}
	for key, m := range all {
		if _, ok := powerOf(key); strings.HasPrefix(key, "number.1e") && !ok {
			f.add("%q is no power of ten like number.1e6", key)
		}
		for start, want := range shows {
			if !strings.HasPrefix(key, start) {
				continue
			}
			if names := m.other.names(); !slices.Equal(names, want) {
				f.add("%q shows %q, should show %q", key, names, want)
			}
		}
	}
	return &catalogue{all, countries}, f.error()
}

// namesOf are the names of countries that a file has.
func namesOf(v any, f *faults) map[string]string {
	members, ok := v.(map[string]any)
	if !ok && v != nil {
		f.add("%q should be an object of names by their codes", "countries")
	}
	names := make(map[string]string, len(members))
	for code, v := range members {
		name, _ := v.(string)
		if strings.TrimSpace(name) == "" {
			f.add("the country %q has no name", code)
		}
		names[code] = name
	}
	return names
}

// oneMessage is a member's value as a message of a language with some categories.
func oneMessage(v any, has map[plural.Form]bool) (message, error) {
	switch v := v.(type) {
	case string:
		t, err := parse(v)
		return message{other: t}, err
	case map[string]any:
		m := message{forms: map[plural.Form]text{}}
		for name, form := range v {
			c, ok := categories[name]
			s, isText := form.(string)
			if !ok || !isText {
				return m, fmt.Errorf("has the form %q, which is no plural category with a text", name)
			}
			if !has[c] {
				return m, fmt.Errorf("has the form %q, which the language does not have", name)
			}
			t, err := parse(s)
			if err != nil {
				return m, err
			}
			if c == plural.Other {
				m.other = t
			} else {
				m.forms[c] = t
			}
		}
		return m, m.complete(has)
	default:
		return message{}, errors.New("is neither a text nor one with plural forms")
	}
}

// complete checks that all forms are there, and show the same.
func (m message) complete(has map[plural.Form]bool) error {
	for _, name := range slices.Sorted(maps.Keys(categories)) {
		if c := categories[name]; has[c] && m.forms[c] == nil && (c != plural.Other || m.other == nil) {
			return fmt.Errorf("lacks the form %q", name)
		}
	}
	want := m.other.names()
	for c, t := range m.forms {
		small := c == plural.Zero || c == plural.One || c == plural.Two
		if !sameNames(t.names(), want, small) {
			return fmt.Errorf("has forms with different placeholders: %q and %q", t, m.other)
		}
	}
	return nil
}

// sameNames tells whether a text has the placeholders that it should have. One
// for a small number may say that in words.
func sameNames(got, want []string, small bool) bool {
	if small && !slices.Contains(got, "Count") {
		want = slices.DeleteFunc(slices.Clone(want), func(n string) bool { return n == "Count" })
	}
	if small && !slices.Contains(got, "Number") {
		want = slices.DeleteFunc(slices.Clone(want), func(n string) bool { return n == "Number" })
	}
	return slices.Equal(got, want)
}

// object reads one JSON object whose values are texts or objects of texts.
func object(d *json.Decoder, f *faults) (map[string]any, error) {
	if t, err := d.Token(); err != nil {
		return nil, err
	} else if t != json.Delim('{') {
		return nil, fmt.Errorf("%v where an object should begin", t)
	}
	all, err := members(d, f, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one object")
	}
	return all, nil
}

// members reads the rest of an object. A key that is there twice is a fault.
func members(d *json.Decoder, f *faults, depth int) (map[string]any, error) {
	all := map[string]any{}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		key, _ := t.(string)
		if _, ok := all[key]; ok {
			f.add("%q is there twice", key)
		}
		v, err := d.Token()
		switch {
		case err != nil:
			return nil, err
		case v == json.Delim('{') && depth == 0:
			if v, err = members(d, f, depth+1); err != nil {
				return nil, err
			}
		case v == json.Delim('{') || v == json.Delim('['):
			return nil, fmt.Errorf("%q holds more than texts", key)
		}
		all[key] = v
	}
	_, err := d.Token() // the end
	return all, err
}

// compare checks a language against English: it has to say the same, and no more.
func compare(name string, tag language.Tag, got, base *catalogue) error {
	f := &faults{file: name + ".json"}
	plurals := len(formsOf(tag)) > 1
	for key, want := range base.messages {
		m, ok := got.messages[key]
		switch {
		case isOwn(key):
		case !ok:
			f.add("%q is missing: %q in English", key, want.other)
		case want.counts() && !m.counts() && plurals:
			f.add("%q needs a form for each plural category", key)
		case !want.counts() && m.counts():
			f.add("%q has plural forms, but is never asked for with a number", key)
		case !slices.Equal(m.other.names(), want.other.names()):
			f.add("%q shows %q, English shows %q", key, m.other.names(), want.other.names())
		}
	}
	for key := range got.messages {
		if _, ok := base.messages[key]; !ok && !isOwn(key) {
			f.add("%q is unknown: English has no such message", key)
		}
	}
	compareCountries(f, got.countries, base.countries)
	return f.error()
}

func compareCountries(f *faults, got, base map[string]string) {
	if len(got) == 0 && len(base) > 0 {
		f.add("%q are missing", "countries")
		return
	}
	for code, name := range base {
		if _, ok := got[code]; !ok {
			f.add("the country %q is missing: %q in English", code, name)
		}
	}
	for code := range got {
		if _, ok := base[code]; !ok {
			f.add("the country %q is unknown", code)
		}
	}
}
