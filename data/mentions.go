package data

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mention is where a paragraph's summary names a record. Exactly one id is set.
type Mention struct {
	Start, End int    // byte offsets in the summary
	Figure     string // id of a figure
	Project    string // id of a project
	Place      string // id of a place
	Event      string // id of an event
}

// Mentions are the mentions in the summary of paragraph n, from left to right;
// none overlaps another. Each name is found once: of a project, of a place that
// the paragraph's projects have, the text of a figure, the date of an event.
// Where two figures have the same text, the order of the file is that of the
// summary.
func (d *Dossier) Mentions(n int) []Mention {
	p, ok := d.Paragraph(n)
	if !ok {
		return nil
	}
	f := finder{text: p.Summary}
	f.addProjects(d.ProjectsOfParagraph(n))
	f.addFigures(d.FiguresOfParagraph(n))
	for _, p := range d.PlacesOfParagraph(n) {
		if m, ok := f.find(p.Name, 0); ok {
			m.Place = p.ID
			f.found = append(f.found, m)
		}
	}
	for _, e := range d.EventsOfParagraph(n) {
		if m, ok := f.findDate(e.Date); ok {
			m.Event = e.ID
			f.found = append(f.found, m)
		}
	}
	slices.SortFunc(f.found, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	return f.found
}

// finder collects mentions in a text.
type finder struct {
	text  string
	found []Mention
}

// addProjects finds names, longer ones first: they may contain shorter ones.
func (f *finder) addProjects(projects []Project) {
	type name struct{ text, project string }
	var names []name
	for i := range projects {
		p := &projects[i]
		names = append(names, name{p.Name, p.ID})
		for _, aka := range p.AlsoKnownAs {
			names = append(names, name{aka, p.ID})
		}
	}
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(len(b.text), len(a.text)) })
	for _, n := range names {
		if m, ok := f.find(n.text, 0); ok {
			m.Project = n.project
			f.found = append(f.found, m)
		}
	}
}

// addFigures finds quantities, each after the one before it in the file, or
// else anywhere.
func (f *finder) addFigures(figures []Figure) {
	from := 0
	for i := range figures {
		m, ok := f.find(figures[i].Quantity.Text, from)
		if !ok {
			m, ok = f.find(figures[i].Quantity.Text, 0)
		}
		if !ok {
			continue
		}
		m.Figure = figures[i].ID
		f.found = append(f.found, m)
		from = m.End
	}
}

// find is the first place from a byte offset on where words stand by themselves
// and nothing else has been found; upper and lower case are the same.
func (f *finder) find(words string, from int) (Mention, bool) {
	for start := from; words != "" && start+len(words) <= len(f.text); start++ {
		m := Mention{Start: start, End: start + len(words)}
		if strings.EqualFold(f.text[m.Start:m.End], words) && f.isFree(m) && isWord(f.text, m.Start, m.End) {
			return m, true
		}
	}
	return Mention{}, false
}

// findDate is the first place where the year of a date stands by itself. It
// takes in the month's word before it and the day before that, as far as the
// date has them: "17 October 2023". Any word counts as a month's that stands
// beside the year without a stop and begins with a capital. A day that other
// words part from the month stands for the date alone.
func (f *finder) findDate(date Date) (Mention, bool) {
	m, ok := f.find(strconv.Itoa(int(date.Year)), 0)
	if !ok || date.Month == 0 {
		return m, ok
	}
	month, ok := f.wordBefore(m.Start)
	first, _ := utf8.DecodeRuneInString(f.text[month:])
	if !ok || !unicode.IsUpper(first) {
		return m, true
	}
	whole := Mention{Start: month, End: m.End}
	const near = 4 // words: "17 and 18 October 2023"
	for end, n := month, 0; date.Day > 0 && n < near; n++ {
		day, ok := f.wordBefore(end)
		if !ok {
			break
		}
		if f.text[day:end-1] == strconv.Itoa(int(date.Day)) {
			if whole.Start = day; n > 0 {
				whole.End = end - 1
			}
			break
		}
		end = day
	}
	if !f.isFree(whole) {
		return m, f.isFree(m)
	}
	return whole, true
}

// wordBefore is where the word begins that one space parts from an offset.
func (f *finder) wordBefore(end int) (start int, ok bool) {
	if end == 0 || f.text[end-1] != ' ' {
		return 0, false
	}
	start = strings.LastIndexByte(f.text[:end-1], ' ') + 1
	return start, start < end-1
}

func (f *finder) isFree(m Mention) bool {
	return !slices.ContainsFunc(f.found, func(o Mention) bool { return m.Start < o.End && o.Start < m.End })
}

// isWord reports whether text[start:end] is cut at the edges of words, and of
// numbers: "5" is neither in "15" nor in "1.5", "$5" or "5%".
func isWord(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	after, size := utf8.DecodeRuneInString(text[end:])
	next, _ := utf8.DecodeRuneInString(text[end+size:])
	if joined(before, first) || joined(last, after) {
		return false
	}
	if unicode.IsDigit(first) && (unicode.Is(unicode.Sc, before) || isPoint(before) && start > 1 && isDigit(text[start-2])) {
		return false
	}
	goesOn := after == '%' || isPoint(after) && unicode.IsDigit(next)
	return !unicode.IsDigit(last) || !goesOn
}

// joined reports whether two runes side by side belong to one word. Scripts
// that are written without spaces have an edge everywhere.
func joined(a, b rune) bool {
	return inWord(a) && inWord(b)
}

func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func isPoint(r rune) bool { return r == '.' || r == ',' }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
