package data

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dateForms are ways to write a date that can mean one only: the names of their
// parts tell year, month (or its word in English) and day.
var dateForms = []pattern{
	patternOf(`^(?P<y>\d{4})\.0$`), // as a column of numbers has it
	patternOf(`^(?P<y>\d{4})/(?P<m>\d{1,2})(?:/(?P<d>\d{1,2}))?$`),
	patternOf(`^(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?$`),
	patternOf(`^(?P<y>\d{4})\.(?P<m>\d{1,2})\.(?P<d>\d{1,2})\.?$`),
	patternOf(`^(?P<y>\d{4}) ?年(?: ?(?P<m>\d{1,2}) ?月(?: ?(?P<d>\d{1,2}) ?[日号])?)?$`),
	patternOf(`^(?P<m>\d{1,2})[/.-](?P<y>\d{4})$`),
	patternOf(`^(?i)(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?[ -])?(?P<word>[a-z]{3,9})\.?,?[ -](?P<y>\d{4})$`),
	patternOf(`^(?i)(?P<word>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})$`),
	patternOf(`^(?i)(?P<y>\d{4})[ -](?P<word>[a-z]{3,9})(?:[ -](?P<d>\d{1,2}))?$`),
}

// midnight is the time that spreadsheets put after a date.
var midnight = patternOf(`[ T]0?0:00(?::00(?:\.0+)?)?Z?$`)

// yearLast is a date whose first two parts may be day and month or the other
// way around.
var yearLast = patternOf(`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4})$`)

// shortMonth is what spreadsheets make of a month.
var shortMonth = patternOf(`^(?i)([a-z]{3})-(\d{2})$`)

// plainDate is a date with the year first, and whether that is beyond doubt:
// whether its parts tell which is which.
func plainDate(cell string) (string, bool) {
	cell = midnight().ReplaceAllString(strings.TrimSpace(cell), "")
	if _, err := ParseDate(cell); err == nil {
		return cell, true
	}
	for _, of := range dateForms {
		form := of()
		if parts := form.FindStringSubmatch(cell); parts != nil {
			return joinedDate(form, parts), true
		}
	}
	if parts := yearLast().FindStringSubmatch(cell); parts != nil && parts[2] == parts[4] {
		return dayOrMonth(parts[1], parts[3], parts[5], parts[2] == ".")
	}
	if parts := shortMonth().FindStringSubmatch(cell); parts != nil { // or it is a day
		return "20" + parts[2] + dashed(monthOf(parts[1])), false
	}
	if serial, err := strconv.Atoi(cell); err == nil && len(cell) == 5 { // days, as spreadsheets count them
		return time.Date(1899, 12, 30+serial, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), false
	}
	return "", false
}

// joinedDate puts the parts of a date in order; empty: its word is no month.
func joinedDate(form *regexp.Regexp, parts []string) string {
	var year, month, day string
	for i, name := range form.SubexpNames() {
		switch name {
		case "y":
			year = parts[i]
		case "m":
			month = parts[i]
		case "d":
			day = parts[i]
		case "word":
			if month = monthOf(parts[i]); month == "" {
				return ""
			}
		}
	}
	return year + dashed(month) + dashed(day)
}

// dayOrMonth puts a date in order whose year is last.
func dayOrMonth(first, second, year string, isPointed bool) (string, bool) {
	a, b := digits(first), digits(second)
	dayFirst := year + dashed(second) + dashed(first)
	switch {
	case a > 12 || a == b:
		return dayFirst, true
	case b > 12:
		return year + dashed(first) + dashed(second), true
	case isPointed: // day.month.year, wherever a point is used
		return dayFirst, false
	}
	return "", false
}

// dashed is a part of a date as it follows another.
func dashed(part string) string {
	switch len(part) {
	case 0:
		return ""
	case 1:
		return "-0" + part
	}
	return "-" + part
}

// monthOf is the month that an English word, or its first letters, names; empty:
// none.
func monthOf(word string) string {
	const shortest = 3
	word = strings.ToLower(word)
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); word == name || word == name[:shortest] || word == "sept" && m == time.September {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}
