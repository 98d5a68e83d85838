package amount

// classify tells dates and lengths of time from quantities.
func (t tokens) classify(s *span) {
	switch {
	case s.sort != single && s.sort != ordinal && s.sort != length && s.sort != band:
	case s.sort != band && t.dated(s):
		s.sort = date
	case t.lasts(s):
		s.sort = length
	}
}

var months = set("january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec")

// dated tells whether a number is a year, a day or a month of a date.
func (t tokens) dated(s *span) bool {
	i, end := s.first, s.last
	switch {
	case s.signed() || s.scaled || t.kindAt(i) == word && s.sort == single:
		return false
	case t.kindAt(i) == han && s.sort == single:
		return t.is(end, "年") && end-i == 4
	case t.inChineseDate(i, end):
		return true
	case t.kindAt(i) != digits:
		return t.month(i-1) || t.month(end)
	}
	return t.dayOrYear(i) || t.calendar(i) || t.year(i) && t.afterDate(i)
}

// inChineseDate tells whether a number is part of 2023年12月31日.
func (t tokens) inChineseDate(i, end int) bool {
	return t.is(end, "年") && t.year(i) || t.is(end, "月") || t.is(end, "日") && t.is(i-1, "月")
}

// dayOrYear tells whether digits stand beside the name of a month.
func (t tokens) dayOrYear(i int) bool {
	return t.month(i-1) && len(t[i].text) <= 4 && !t[i].grouped || t.month(i+1) && len(t[i].text) <= 2
}

// afterDate tells whether what stands around a year says that it is one.
func (t tokens) afterDate(i int) bool {
	return t.kindAt(i-1) == word && beforeYears[t.text(i-1)] || t.is(i-1, "(") || i+1 == len(t) && t.is(i-1, ",") || t.is(i+1, ")")
}

var beforeYears = set("in, since, by, until, till, during, before, after, year, fy, of, from, to, and, late, early, mid, end, for")

// month tells whether token i names a month.
func (t tokens) month(i int) bool {
	return t.kindAt(i) == word && months[t.text(i)] && !t.is(i-1, "or")
}

// calendar tells whether token i is among digits that signs join to a day, a month or a
// pair of years: 2023-12-31, 31/12/2023, 2013-15.
func (t tokens) calendar(i int) bool {
	from, to := i, i
	const most = 4 // tokens before and after
	for i-from < most && t.tied(from-1) && t.kindAt(from-2) == digits {
		from -= 2
	}
	for to-i < most && t.tied(to+1) && t.kindAt(to+2) == digits {
		to += 2
	}
	years := 0
	for j := from; j <= to; j += 2 {
		if t.year(j) {
			years++
		} else if len(t[j].text) > 2 {
			return false
		}
	}
	return to > from && years > 0 && (t.year(from) || to > from+2 || t.is(from+1, "/"))
}

// tied tells whether token i joins digits without a space.
func (t tokens) tied(i int) bool {
	return t.is(i, "-", "–", "/") && !t[i].gap && !t.gapBefore(i+1)
}

// year tells whether token i looks like one.
func (t tokens) year(i int) bool {
	return t.kindAt(i) == digits && !t[i].grouped && len(t[i].text) == 4 && t[i].text >= "1500" && t[i].text < "2200"
}

var periods = set("year, years, decade, decades, month, months, week, weeks, day, days, hour, hours, 年, 天, 周")

// lasts tells whether a number says how long, where the wording is about something else.
func (t tokens) lasts(s *span) bool {
	i := s.end()
	if s.sort == length || s.sort == ordinal {
		return s.sort == length
	}
	for t.is(i, "-", "个") {
		i++
	}
	if t.joined(i, i+2) == "个月" || t.is(i, "月") {
		return true
	}
	if !periods[t.text(i)] {
		return false
	}
	for j := max(0, s.start()-3); j < s.start(); j++ {
		if t.is(j, "next", "last", "past", "first", "within", "coming", "for", "in", "every", "after", "this", "previous", "following", "过", "来", "后", "近", "期") {
			return true
		}
	}
	return t.is(i+1, "来", "内", "间", "后", "ago")
}
