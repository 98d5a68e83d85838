// Package messagetest is for tests of what writes messages. It has English, and a
// language that nobody speaks, made of it: each letter has a mark, and texts are
// longer by 40 %. In a window drawn in that, a letter without a mark did not come
// from the message catalogue, and what has too little room shows.
package messagetest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"beltroad/assets"
	"beltroad/internal/message"
)

// Tag is the language: English with accents, as Unicode calls it.
const Tag = "en-XA"

var marked = strings.NewReplacer(pairs("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "åƀçđéƒğĥîĵķļɱñöþǫřšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻḾÑÖÞǪŘŠŢÛṼŴẊÝŽ")...)

func pairs(from, to string) []string {
	var all []string
	for _, r := range from {
		mark, n := utf8.DecodeRuneInString(to)
		all, to = append(all, string(r), string(mark)), to[n:]
	}
	return all
}

// Accent marks every letter.
func Accent(s string) string { return marked.Replace(s) }

var vowel = regexp.MustCompile(`[aeiouAEIOU]`)

// Longer is a text with marks that is longer by 40 %: its vowels are doubled, and
// what lacks then is put to its last word.
func Longer(s string) string {
	need := (utf8.RuneCountInString(strings.TrimSpace(s))*2 + 4) / 5
	s = vowel.ReplaceAllStringFunc(s, func(v string) string {
		if need == 0 {
			return v
		}
		need--
		return v + strings.ToLower(v)
	})
	body := strings.TrimRight(s, " ")
	if strings.ContainsFunc(body, isLetter) {
		end := strings.LastIndexFunc(body, isLetter) + 1
		s = body[:end] + strings.Repeat("z", need) + body[end:] + s[len(body):]
	}
	return Accent(s)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

var placeholder = regexp.MustCompile(`\{\w+\}`)

// text makes the text of a message longer around its placeholders.
func text(s string) string {
	var b strings.Builder
	at := 0
	for _, span := range placeholder.FindAllStringIndex(s, -1) {
		b.WriteString(Longer(s[at:span[0]]) + s[span[0]:span[1]])
		at = span[1]
	}
	return b.String() + Longer(s[at:])
}

// withAccents is a folder of languages with the made-up one added.
func withAccents(fsys fs.FS) (fs.FS, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, err
	}
	all := fstest.MapFS{}
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		all[name] = &fstest.MapFile{Data: b}
	}
	b, err := translated(all[message.Base+".json"].Data)
	if err != nil {
		return nil, err
	}
	all[Tag+".json"] = &fstest.MapFile{Data: b}
	return all, nil
}

// translated is a file of messages in the made-up language.
func translated(english []byte) ([]byte, error) {
	var messages map[string]any
	if err := json.Unmarshal(english, &messages); err != nil {
		return nil, err
	}
	for key, m := range messages {
		switch m := m.(type) {
		case string:
			messages[key] = text(m)
		case map[string]any:
			for form, s := range m {
				m[form] = text(fmt.Sprint(s))
			}
		}
	}
	return json.Marshal(messages)
}

// Languages are those that the program has, and the made-up one.
func Languages(t testing.TB) fs.FS {
	t.Helper()
	shipped, err := fs.Sub(assets.Translations, "translations")
	if err != nil {
		t.Fatal(err)
	}
	all, err := withAccents(shipped)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// English writes in English. What a message lacks fails the test.
func English(t testing.TB) *message.Printer {
	t.Helper()
	return open(t, message.Base)
}

// Accented writes in the made-up language. What a message lacks fails the test.
func Accented(t testing.TB) *message.Printer {
	t.Helper()
	return open(t, Tag)
}

func open(t testing.TB, tag string) *message.Printer {
	t.Helper()
	p, err := message.Open(Languages(t), tag)
	if err != nil {
		t.Fatal(err)
	}
	p.Missed = func(what string) { t.Error(what) }
	return p
}
