package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"beltroad/data/internal/schema"
)

// mend is what a cell that does not fit its column likely means, and whether
// that is beyond doubt; empty: no guess.
func (t *table) mend(c *schema.Column, cell string) (guess string, safe bool) {
	guess, safe = mendItem(c, cell, t.form.comma)
	if guess == "" && c.Enum != nil {
		guess = t.report.nearest(cell, c.Enum)
	}
	return guess, safe
}

// mendItem is mend for a cell, or an item of its list, of a table whose cells are
// separated by comma.
func mendItem(c *schema.Column, cell string, comma byte) (guess string, safe bool) {
	if c.Enum != nil {
		return mendWord(c, cell)
	}
	narrow := halfWidth(cell)
	switch c.Type {
	case schema.ID:
		parts := strings.FieldsFunc(narrow, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("_-.", r) })
		guess, safe = strings.ToLower(strings.Join(parts, "-")), true
	case schema.Integer, schema.Integers:
		guess, safe = plainInteger(narrow, comma)
	case schema.Number:
		guess, safe = plainNumber(narrow, comma)
	case schema.Date:
		guess, safe = plainDate(narrow)
	case schema.Country, schema.Countries:
		guess, safe = countryOf(narrow), true
	case schema.Text, schema.Texts:
	}
	if guess == "" || guess == cell || !fits(c, guess) {
		return "", false
	}
	return guess, safe
}

// mendWord is mendItem for a column that holds the words of a list.
func mendWord(c *schema.Column, cell string) (string, bool) {
	const fewest = 3 // letters: mW and MW are two units
	if word := sameWord(cell, c.Enum); word != "" {
		return word, c.Words != schema.UnitWords || len(word) >= fewest
	}
	return "", false
}

// sameWord is the one of some words that differs from another in nothing but
// case, spaces, hyphens, underscores, the width of its letters and what cannot
// be seen; empty: none, or several.
func sameWord(word string, known []string) string {
	const longest = 200 // bytes
	if len(word) > longest {
		return ""
	}
	word = bareWord(word)
	found := ""
	for _, k := range known {
		if bareWord(k) != word || word == "" {
			continue
		}
		if found != "" {
			return ""
		}
		found = k
	}
	return found
}

func bareWord(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '_' || isHidden(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, halfWidth(s))
}

// halfWidth is a text with the ASCII signs in place of those as wide as a Chinese
// character.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFF01 + '!'
		case r == 0x3000:
			return ' '
		case r == 0x2212: // minus
			return '-'
		}
		return r
	}, s)
}

// mendedList is a list whose items are all right or beyond doubt; empty: it is
// none.
func mendedList(c *schema.Column, cell string, comma byte) string {
	cell = strings.ReplaceAll(cell, "；", schema.ListDelimiter)
	if c.Type == schema.Countries && !strings.Contains(cell, schema.ListDelimiter) {
		parts := strings.NewReplacer(",", schema.ListDelimiter, "，", schema.ListDelimiter, "、", schema.ListDelimiter).Replace(cell)
		if one := countryNamed(cell); one != "" && parts != cell { // "Korea, Rep.", but "Hong Kong, China" may be two
			if mendedList(c, parts, comma) != "" {
				return ""
			}
			return one
		}
		cell = parts
	}
	var items []string
	for _, item := range listItems(cell) {
		switch {
		case item != "":
		case c.Enum != nil: // whose place may matter
			return ""
		default:
			continue
		}
		if !fits(c, item) {
			guess, safe := mendItem(c, item, comma)
			if !safe {
				return ""
			}
			item = guess
		}
		items = append(items, item)
	}
	return strings.Join(items, schema.ListDelimiter)
}

// countryOf is the alpha-3 code of a country of which a cell has a code, or a name
// in English that no other has.
func countryOf(cell string) string {
	code := strings.ToUpper(strings.TrimSpace(cell))
	region, err := language.ParseRegion(code)
	if err != nil || len(code) == 2 && region.String() != code {
		return countryNamed(cell)
	}
	if len(code) == 2 {
		return region.ISO3()
	}
	return code
}
