package atspi

import (
	"unicode"

	"github.com/godbus/dbus/v5"
)

type texts struct{ b *bridge }

// letters are those of a thing's text.
func (t texts) letters(m dbus.Message) ([]rune, *dbus.Error) {
	i, err := t.b.of(m)
	if err != nil {
		return nil, err
	}
	s, _ := text(i.Node)
	return []rune(s), nil
}

func (t texts) GetText(m dbus.Message, from, to int32) (string, *dbus.Error) {
	all, err := t.letters(m)
	n := int32(len(all)) // #nosec G115 -- of a text
	if to < 0 || to > n {
		to = n
	}
	from = max(0, min(from, to))
	return string(all[from:to]), err
}

func (t texts) GetCharacterAtOffset(m dbus.Message, at int32) (int32, *dbus.Error) {
	all, err := t.letters(m)
	if err != nil || at < 0 || int(at) >= len(all) {
		return 0, err
	}
	return all[at], nil
}

// What a text is cut into.
const (
	byLetter = 0
	byWord   = 1
)

// GetStringAtOffset gives the letter, the word or the line at a place.
func (t texts) GetStringAtOffset(m dbus.Message, at int32, by uint32) (part string, from, to int32, err *dbus.Error) {
	all, err := t.letters(m)
	if err != nil {
		return "", 0, 0, err
	}
	a, b := around(all, int(at), by)
	return string(all[a:b]), int32(a), int32(b), nil // #nosec G115 -- of a text
}

// GetTextAtOffset is the same, as it was asked before: each part had two kinds of bounds.
func (t texts) GetTextAtOffset(m dbus.Message, at int32, bound uint32) (part string, from, to int32, err *dbus.Error) {
	return t.GetStringAtOffset(m, at, (bound+1)/2)
}

// around are the bounds of a part of a text around a place.
func around(all []rune, at int, by uint32) (from, to int) {
	at = max(0, min(at, len(all)))
	if by == byLetter {
		return at, min(at+1, len(all))
	}
	ends := func(r rune) bool { return r == '\n' }
	if by == byWord {
		ends = unicode.IsSpace
	}
	for from, to = at, at; from > 0 && !ends(all[from-1]); {
		from--
	}
	for to < len(all) && !ends(all[to]) {
		to++
	}
	for by == byWord && to < len(all) && unicode.IsSpace(all[to]) { // with the space after it
		to++
	}
	return from, to
}

func (t texts) GetNSelections(m dbus.Message) (int32, *dbus.Error) {
	_, err := t.b.of(m)
	return 0, err
}

func (t texts) GetSelection(m dbus.Message, _ int32) (from, to int32, err *dbus.Error) {
	_, err = t.b.of(m)
	return 0, 0, err
}

func (t texts) GetAttributes(m dbus.Message, _ int32) (all map[string]string, from, to int32, err *dbus.Error) {
	letters, err := t.letters(m)
	return map[string]string{}, 0, int32(len(letters)), err // #nosec G115 -- of a text
}

func (t texts) GetAttributeRun(m dbus.Message, at int32, _ bool) (all map[string]string, from, to int32, err *dbus.Error) {
	return t.GetAttributes(m, at)
}

func (t texts) GetDefaultAttributes(m dbus.Message) (map[string]string, *dbus.Error) {
	_, err := t.b.of(m)
	return map[string]string{}, err
}

func (t texts) GetDefaultAttributeSet(m dbus.Message) (map[string]string, *dbus.Error) {
	return t.GetDefaultAttributes(m)
}

// GetCharacterExtents gives the place of the whole text: that of a letter is not known.
func (t texts) GetCharacterExtents(m dbus.Message, _ int32, from uint32) (x, y, w, h int32, err *dbus.Error) {
	r, err := component(t).GetExtents(m, from)
	return r.X, r.Y, r.W, r.H, err
}

func (t texts) GetRangeExtents(m dbus.Message, _, _ int32, from uint32) (x, y, w, h int32, err *dbus.Error) {
	return t.GetCharacterExtents(m, 0, from)
}
