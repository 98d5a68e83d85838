// Package pseudo makes a language that nobody speaks from English: each letter
// has a mark, and texts are longer. In a window drawn in it, a letter without a
// mark did not come from the message catalogue, and what has too little room
// shows. It is for tests: no program imports it.
package pseudo

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing/fstest"
	"unicode/utf8"

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

// FS is the folder of languages with the made-up one added.
func FS(fsys fs.FS) (fs.FS, error) {
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

// Printer writes in the made-up language.
func Printer(fsys fs.FS) (*message.Printer, error) {
	all, err := FS(fsys)
	if err != nil {
		return nil, err
	}
	return message.Open(all, Tag)
}
