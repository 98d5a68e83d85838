package cite

import (
	"fmt"
	"strings"
)

// chicagoEntry is an entry of a bibliography.
//
// Source of the rules: The Chicago Manual of Style, 17th edition, 2017, chapter
// 14, notes and bibliography, as the official file chicago-fullnote-bibliography.csl
// has them. A name that is never turned has no comma (14.74, 8.16).
func chicagoEntry(it item, w Words) string {
	who, container := chicagoNames(it, w), it.capitals(it.Container)
	if who == "" && (it.periodical() && !it.journal() || it.Type == "webpage") && container != "" {
		who, container = it.Container, "" // the paper stands for the author (14.199)
	}
	date := yearOf(it, w, chicagoDate(it, w))
	rest := chicagoWhere(it, w, container, date)
	mark := "."
	if rest == date {
		mark = "," // nothing but the date comes
	}
	title := inQuotes(it.capitals(it.Title), mark)
	if it.Type == "book" {
		title = marked(quotes(it.capitals(it.Title), false), mark)
	}
	return it.withFirst(listed(" ", sentence(who), title, sentence(rest), sentence(it.address())), w)
}

// chicagoWhere is what follows the title: where the work stands, and when it came out.
func chicagoWhere(it item, w Words, container, date string) string {
	switch {
	case it.journal():
		pages := only(it.Page != "", ": "+ranged(it.Page, "–"))
		if container == "" || it.Volume == "" {
			return listed(", ", container, after(w.Issue, it.Issue), date) + pages
		}
		return container + " " + chicagoVolume(it, w) + " (" + date + ")" + pages
	case it.periodical():
		return listed(", ", container, date)
	case !it.within():
		return listed(", ", it.Publisher, date)
	}
	in := listed(", ", container, ranged(it.Page, "–"))
	if it.Type != "article" {
		in = capitalFirst(w.Terms[In]) + " " + in
	}
	if it.Publisher == "" {
		return listed(", ", in, date)
	}
	return sentence(in) + " " + listed(", ", it.Publisher, date)
}

// chicagoNote is a full note.
func chicagoNote(it item, w Words, at string) string {
	title := it.capitals(it.Title)
	container := it.capitals(it.Container)
	date := chicagoDate(it, w)
	var rest string
	switch {
	case it.journal() && container != "" && it.Volume != "":
		rest = container + " " + chicagoVolume(it, w) + " (" + date + ")"
		if place := notePlace(it, at); place != "" {
			rest += ": " + place
		}
		at = ""
	case it.periodical() && container != "", it.Type == "webpage" && container != "":
		rest = listed(", ", container, date)
	case it.within():
		if it.Type != "article" {
			container = w.Terms[In] + " " + container
		}
		rest = listed(" ", container, "("+listed(", ", it.Publisher, yearOf(it, w, date))+")")
		if it.Publisher == "" {
			rest = listed(", ", container, date)
		}
		at = notePlace(it, at)
	case it.Publisher != "":
		published := "(" + listed(", ", it.Publisher, yearOf(it, w, date)) + ")"
		title = quotes(title, it.Type != "book")
		if it.Type != "book" {
			title = "“" + title + "”"
		}
		return note(it, w, listed(", ", listed(" ", title, published), at, it.address()))
	default:
		rest = date
	}
	return note(it, w, inQuotes(title, ",")+" "+listed(", ", rest, at, it.address()))
}

// note is a note by who wrote it and the rest.
func note(it item, w Words, rest string) string {
	names := make([]string, len(it.Author))
	for i := range it.Author {
		names[i] = it.natural(i)
	}
	who := series(names, w.Terms[And])
	if len(names) > 3 {
		who = names[0] + " " + w.Terms[EtAl]
	}
	return it.withFirst(sentence(listed(", ", who, rest)), w)
}

// notePlace is what a note to a part of something names: the paragraphs, else the pages.
func notePlace(it item, at string) string {
	if at != "" {
		return at
	}
	return ranged(it.Page, "–")
}

// yearOf is the year alone for what comes out once.
func yearOf(it item, w Words, date string) string {
	switch it.Type {
	case "book", "chapter", "paper-conference", "thesis":
		if it.Issued.IsZero() {
			return w.NoDate
		}
		return fmt.Sprint(it.Issued.Year)
	}
	return date
}

func chicagoVolume(it item, w Words) string {
	return listed(", ", it.Volume, after(w.Issue, it.Issue))
}

func chicagoNames(it item, w Words) string {
	names := make([]string, len(it.Author))
	for i := range it.Author {
		names[i] = it.natural(i)
		if i == 0 {
			names[i] = it.turned(i)
		}
	}
	if len(names) > 10 { // 14.76
		return strings.Join(names[:7], ", ") + ", " + w.Terms[EtAl]
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + ", " + w.Terms[And] + " " + names[last]
}

// chicagoDate is "January 5, 2024".
func chicagoDate(it item, w Words) string {
	d := it.Issued
	if d.IsZero() {
		return w.NoDate
	}
	if d.Day > 0 {
		return fmt.Sprintf("%s %d, %d", w.month(longMonth, d), d.Day, d.Year)
	}
	return listed(" ", w.month(longMonth, d), fmt.Sprint(d.Year))
}

// series is "A", "A and B" or "A, B, and C".
func series(all []string, and string) string {
	switch n := len(all); n {
	case 0, 1:
		return strings.Join(all, "")
	case 2:
		return all[0] + " " + and + " " + all[1]
	default:
		return strings.Join(all[:n-1], ", ") + ", " + and + " " + all[n-1]
	}
}
