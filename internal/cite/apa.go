package cite

import (
	"fmt"
	"strings"

	"beltroad/data"
)

// apaEntry is an entry of a list of references.
//
// Source of the rules: Publication Manual of the American Psychological
// Association, 7th edition, 2020, sections 9.7 to 9.43, as the official file
// apa.csl has them. Of a name in another script nothing is abbreviated.
func apaEntry(it item, w Words) string {
	title := quotes(it.Title, false)
	if it.Version != "" {
		title += " (" + w.Terms[Version] + " " + it.Version + ")"
	}
	if it.Type == "dataset" {
		title += " [" + w.Terms[DataSet] + "]"
	}
	date := "(" + apaDate(it, w) + ")."
	head := listed(" ", sentence(apaNames(it)), date, marked(title, "."))
	if len(it.Author) == 0 {
		head = listed(" ", marked(title, "."), date)
	}
	publisher := it.Publisher
	if it.Type == "paper-conference" && it.Container != "" {
		publisher = ""
	}
	return listed(" ", head, sentence(apaContainer(it, w)), sentence(publisher), it.address(), apaOriginal(it, w))
}

func apaNames(it item) string {
	all := make([]string, len(it.Author))
	for i, n := range it.Author {
		switch {
		case n.Literal != "":
			all[i] = n.Literal
		case eastAsian(n.Family):
			all[i] = fixedName(n)
		default:
			all[i] = listed(", ", n.Family, initials(n.Given, ".", " ", "-"))
		}
	}
	switch n := len(all); {
	case n > 20: // section 9.8: nineteen, an ellipsis, and the last
		return strings.Join(all[:19], ", ") + ", . . . " + all[n-1]
	case n > 1:
		return strings.Join(all[:n-1], ", ") + ", & " + all[n-1]
	default:
		return strings.Join(all, "")
	}
}

// apaDate is a date, to the day for what comes out daily or changes.
func apaDate(it item, w Words) string {
	d := it.Issued
	if d.IsZero() {
		return w.NoDate
	}
	switch it.Type {
	case "article-magazine", "article-newspaper", "webpage", "speech", "dataset", "software":
		return listed(", ", fmt.Sprint(d.Year), listed(" ", w.month(longMonth, d), day(d)))
	}
	return fmt.Sprint(d.Year)
}

func apaContainer(it item, w Words) string {
	switch {
	case it.Container == "":
		return ""
	case it.periodical() || it.Type == "paper-conference":
		volume := it.Volume
		switch {
		case volume != "" && it.Issue != "":
			volume += "(" + it.Issue + ")"
		case volume == "":
			volume = it.Issue
		}
		return listed(", ", it.capitals(it.Container), volume, ranged(it.Page, "–"))
	case it.within():
		return capitalFirst(w.Terms[In]) + " " + listed(" ", it.Container, only(it.Page != "", "("+w.pages(it.Page)+")"))
	}
	return it.Container
}

func apaOriginal(it item, w Words) string {
	date := it.Source.Original
	where := it.originally(w)
	if date.IsZero() && where == "" {
		return ""
	}
	if where != "" {
		where = w.Terms[In] + " " + where
	}
	return "(" + listed(" ", w.Terms[OriginalWork], only(!date.IsZero(), fmt.Sprint(date.Year)), where) + ")"
}

// apaText is a citation in the text, section 8.10 and following.
func apaText(it item, w Words, at string) string {
	year := w.NoDate
	if !it.Issued.IsZero() {
		year = fmt.Sprint(it.Issued.Year)
		if first := it.Source.Original; !first.IsZero() && first.Year != it.Issued.Year {
			year = fmt.Sprintf("%d/%d", first.Year, it.Issued.Year)
		}
	}
	who := it.short(w, "&")
	if who == "" {
		if it.periodical() || it.within() {
			return "(" + listed(" ", inQuotes(it.capitals(it.Title), ","), listed(", ", year, at)) + ")"
		}
		who = quotes(it.capitals(it.Title), false)
	}
	return "(" + listed(", ", who, year, at) + ")"
}

// day is the day of a date, if it has one.
func day(d data.Date) string { return only(d.Day > 0, fmt.Sprint(d.Day)) }

// month is the name of the month of a date, if it has one.
func (w Words) month(form string, d data.Date) string {
	if d.Month == 0 {
		return ""
	}
	return w.Terms[fmt.Sprintf("%s%02d", form, d.Month)]
}
