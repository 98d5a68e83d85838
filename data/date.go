package data

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// Date is a calendar date that is as precise as the source: a year, a month or
// a day. Day is 0 when only the month is known, Month too when only the year
// is; the zero Date means that no date is stated.
type Date struct {
	Year       int16 // as small as they can be: a figure has three dates
	Month, Day int8
}

// DateOf is a date of whole numbers that make one.
func DateOf(year, month, day int) Date {
	return Date{int16(year), int8(month), int8(day)} // #nosec G115 -- who has them took them from a date
}

// Parts are the year, the month and the day; 0: not known.
func (d Date) Parts() (year, month, day int) { return int(d.Year), int(d.Month), int(d.Day) }

// errDate is what every refused date gets: the reason is always the same.
var errDate = errors.New("not a date like 2013, 2021-12 or 2023-10-17")

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD. Years run from 1 to 9999, and
// the day has to exist: 2023-02-29 is an error.
func ParseDate(s string) (Date, error) {
	switch len(s) {
	case 4, 7, 10:
	default:
		return Date{}, errDate
	}
	year, month, day := digits(s[:4]), 0, 0
	ok := year > 0
	if len(s) > 4 {
		month = digits(s[5:7])
		ok = ok && s[4] == '-' && month >= 1 && month <= 12
	}
	if len(s) > 7 {
		day = digits(s[8:])
		ok = ok && s[7] == '-' && day >= 1 && day <= daysIn(year, month)
	}
	if !ok {
		return Date{}, errDate
	}
	return DateOf(year, month, day), nil
}

// digits is the value of a string of ASCII digits, -1 for anything else.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// daysIn is the length of a month: day 0 of the next month is its last day.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

// String is the date in the form that ParseDate reads; "" for the zero Date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether no date is stated.
func (d Date) IsZero() bool { return d == Date{} }

// Compare is -1, 0 or +1 as d sorts before, with or after e. A date sorts
// before the more precise ones that it contains: 2021, 2021-12, 2021-12-03.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// before reports whether d ends before e begins, as far as both are precise:
// 2022-03 is not before 2022, which contains it.
func (d Date) before(e Date) bool {
	switch {
	case d.Year != e.Year || d.Month == 0 || e.Month == 0:
		return d.Year < e.Year
	case d.Month != e.Month || d.Day == 0 || e.Day == 0:
		return d.Month < e.Month
	}
	return d.Day < e.Day
}
