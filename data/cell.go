package data

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"beltroad/data/internal/schema"
)

// fits reports whether a cell, or an item of its list, is what its column may
// hold.
func fits(c *schema.Column, cell string) bool {
	switch c.Type {
	case schema.ID:
		return isID(cell)
	case schema.Integer, schema.Integers:
		n, ok := parseInteger(cell)
		return ok && inBounds(c, float64(n))
	case schema.Number:
		x, ok := parseNumber(cell)
		return ok && inBounds(c, x)
	case schema.Date:
		_, err := ParseDate(cell)
		return err == nil
	case schema.Country, schema.Countries:
		return IsCountry(cell)
	case schema.Text, schema.Texts:
	}
	if c.Enum != nil {
		return slices.Contains(c.Enum, cell)
	}
	return isVisible(cell)
}

func inBounds(c *schema.Column, x float64) bool {
	return (c.Min == nil || x >= *c.Min) && (c.Max == nil || x <= *c.Max)
}

// allowed says what fits asks for.
func allowed(c *schema.Column) string {
	switch c.Type {
	case schema.ID:
		return "lower-case words joined by hyphens, like trade-volume"
	case schema.Integer:
		return "a whole number in plain digits" + bounds(c)
	case schema.Integers:
		return "whole numbers separated by ; like 4;11"
	case schema.Number:
		return "a number in plain digits with a decimal point, like 1234.5" + bounds(c)
	case schema.Date:
		return "a date like 2013, 2021-12 or 2023-10-17"
	case schema.Country:
		return "the ISO 3166-1 alpha-3 code of a country, like LAO"
	case schema.Countries:
		return "ISO 3166-1 alpha-3 codes of countries separated by ; like CHN;LAO"
	case schema.Texts:
		return "texts separated by ;"
	case schema.Text:
	}
	if c.Enum != nil {
		return strings.Join(c.Enum, ", ")
	}
	return "text that can be seen, on one line"
}

func bounds(c *schema.Column) string {
	switch {
	case c.Min != nil && c.Max != nil:
		return fmt.Sprintf(" from %v to %v", *c.Min, *c.Max)
	case c.Min != nil:
		return fmt.Sprintf(" from %v", *c.Min)
	}
	return ""
}

// isID reports whether s matches schema.IDPattern.
func isID(s string) bool {
	hyphen := true // none at the start, none after another
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// parseInteger reads an integer in its one plain form: no sign but a minus, no
// zeros in front. References are compared as text, so 7 must not be 07.
func parseInteger(s string) (int, bool) {
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || digits[0] == '+' || digits[0] == '0' && s != "0" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// parseNumber reads a finite decimal number, with an exponent if need be, as
// spreadsheets write large ones: 1.91E+13. What strconv knows beyond that (NaN,
// Inf, 0x1p4, 1_000, .5) is no number of a table, nor is one that is too small
// to be told from zero.
func parseNumber(s string) (float64, bool) {
	digits := strings.TrimPrefix(s, "-")
	isZero, end := true, 0 // of the digits before an exponent
	for ; end < len(digits) && (isDigit(digits[end]) || digits[end] == '.'); end++ {
		isZero = isZero && (digits[end] == '0' || digits[end] == '.')
	}
	if end == 0 || digits[0] == '.' || digits[end-1] == '.' || !isExponent(digits[end:]) {
		return 0, false
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(x, 0) || (x == 0) != isZero {
		return 0, false
	}
	return x, true
}

// isExponent reports whether s may follow the digits of a number: nothing, or an
// exponent as far as its signs and digits go.
func isExponent(s string) bool {
	if s == "" {
		return true
	}
	for i := range len(s) - 1 {
		if c := s[i+1]; !isDigit(c) && c != '+' && c != '-' {
			return false
		}
	}
	return s[0]|0x20 == 'e'
}

// IsCountry reports whether s is the ISO 3166-1 alpha-3 code of a country. The
// parser also takes other kinds of code, which is why the code has to come
// back, and codes that the standard withdrew or only reserved.
func IsCountry(s string) bool {
	switch s {
	case "ANT", "ASC", "CPT", "DGA", "NTZ", "PCI", "SCG", "SUN", "TAA", "XKK", "YUG":
		return false
	}
	region, err := language.ParseRegion(s)
	return err == nil && region.IsCountry() && region.ISO3() == s && region.Canonicalize() == region
}
