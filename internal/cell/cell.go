// Package cell keeps spreadsheets from running what stands in the cells of a table.
package cell

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators end a cell, or a row, in a spreadsheet that takes them so, whatever
// stands around the cell.
const separators = ";\t\n\r"

// Guard makes a cell one that no spreadsheet runs: what begins like a formula gets
// an apostrophe, and is text then. So does what begins with an apostrophe, so that
// [Plain] gives the cell back as it was. Numbers are no formulas.
func Guard(cell string) string {
	return parts(cell, func(part string) string {
		if begins(part) {
			return "'" + part
		}
		return part
	})
}

// Plain is what a cell was before it was guarded.
func Plain(cell string) string {
	return parts(cell, func(part string) string { return strings.TrimPrefix(part, "'") })
}

// parts makes another cell of what a spreadsheet may make cells of their own.
func parts(cell string, each func(part string) string) string {
	var b strings.Builder
	for {
		i := strings.IndexAny(cell, separators)
		if i < 0 {
			return b.String() + each(cell)
		}
		b.WriteString(each(cell[:i]) + cell[i:i+1])
		cell = cell[i+1:]
	}
}

// begins tells whether a part begins like a formula, or with an apostrophe. Full-width
// signs begin a formula in some versions, too.
func begins(part string) bool {
	seen := strings.TrimLeftFunc(part, passed)
	first, _ := utf8.DecodeRuneInString(seen)
	return seen != "" && strings.ContainsRune("'=+-@＝＋－＠", first) && !number(part)
}

// passed are signs that nobody sees, and quotes, before which a spreadsheet may find a
// formula.
func passed(r rune) bool {
	return r == '"' || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zs, unicode.M, unicode.Other_Default_Ignorable_Code_Point)
}

func number(s string) bool {
	s = strings.Trim(s, " ")
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && r != 'e' && r != 'E' })
}
