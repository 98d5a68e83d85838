// Package cite writes citations of a source, and of the figures in it.
//
// The sign ¶ and ISO dates stand for themselves in every language; the words
// come from the caller, which translates them.
package cite

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"beltroad/data"
)

// Words are the words that citations are made with, in the user's language.
// Those up to AsOf stand before a number or a date.
type Words struct {
	Volume   string // "vol."
	Issue    string // "no."
	Accessed string // "accessed"
	From     string // "from": a period without an end
	Until    string // "until": a period without a start
	AsOf     string // "as of"
	NoDate   string // "n.d."
	Claims   map[data.Claim]string
	// Printed is what the presented source itself prints as the number of a paragraph;
	// nil: nothing.
	Printed func(paragraph int) string
	Terms   map[string]string // those of the styles, by the names in [Terms]
}

// Plain is a citation of whole paragraphs of src as plain text, or of src
// itself when there are none:
//
//	Zheng Shanjie. “Boosting Cooperation.” Qiushi, no. 21, 2024-01-05, ¶15.
func Plain(src data.Source, w Words, paragraphs ...int) string {
	var b strings.Builder
	if who := authors(src); who != "" {
		b.WriteString(sentence(who) + " ")
	}
	if src.Title != "" {
		b.WriteString("“" + sentence(innerQuotes(src.Title)) + "” ")
	}
	where := listed(", ",
		src.Container, after(w.Volume, src.Volume), after(w.Issue, src.Issue),
		src.Publisher, issued(src, w), src.Page, w.locator(paragraphs))
	b.WriteString(sentence(where))
	if src.URL != "" {
		b.WriteString(" " + src.URL)
		if !src.Accessed.IsZero() {
			b.WriteString(" (" + after(w.Accessed, src.Accessed.String()) + ").")
		}
	}
	if first := itemOf(src).first(w); first != "" {
		b.WriteString(" " + sentence(first))
	}
	return oneLine(b.String())
}

// Figure is a figure as text to paste: on the first line what it says, with
// everything that limits it, on the second where.
//
//	over 230: cooperation documents signed (as of 2023-06; reported: Zheng Shanjie)
//	Zheng Shanjie: “Boosting Cooperation” (2024), ¶10
func Figure(f data.Figure, src data.Source, w Words) string {
	counts := f.Quantity.Counts
	if counts == "" {
		counts = f.Label
	}
	claim := w.Claims[f.Claim]
	if claim == "" {
		claim = string(f.Claim) // a word too many in English is better than none
	}
	limits := listed("; ",
		period(f.Period, w), after(w.AsOf, f.AsOf.String()), listed(": ", claim, f.Speaker))
	says := listed(": ", f.Quantity.Text, counts)
	if limits != "" {
		says += " (" + limits + ")"
	}
	return oneLine(says) + "\n" + oneLine(short(src, w, f.Paragraph))
}

// short is a citation that only has to tell the source from others.
func short(src data.Source, w Words, paragraphs ...int) string {
	title := src.Title
	if title != "" {
		title = "“" + innerQuotes(title) + "”"
	}
	year := w.NoDate
	if !src.Issued.IsZero() {
		year = fmt.Sprint(src.Issued.Year)
	}
	if year != "" {
		year = "(" + year + ")"
	}
	return listed(": ", authors(src), listed(", ", listed(" ", title, year), w.locator(paragraphs)))
}

// locator is "¶15, ¶31". What the source prints as their numbers stands with them:
// "¶136, target 3.1", "¶56 (paragraph 21), ¶57 (paragraph 22)".
func (w Words) locator(paragraphs []int) string {
	var all []string
	numbers := slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(paragraphs))), func(n int) bool { return n <= 0 })
	for _, n := range numbers {
		at, printed := fmt.Sprintf("¶%d", n), ""
		if w.Printed != nil {
			printed = w.Printed(n)
		}
		switch {
		case printed == "":
		case len(numbers) == 1:
			at += ", " + printed
		default:
			at += " (" + printed + ")"
		}
		all = append(all, at)
	}
	return strings.Join(all, ", ")
}

func issued(src data.Source, w Words) string {
	if src.Issued.IsZero() {
		return w.NoDate
	}
	return src.Issued.String()
}

func period(p data.Period, w Words) string {
	switch {
	case p.Start.IsZero():
		return after(w.Until, p.End.String())
	case p.End.IsZero():
		return after(w.From, p.Start.String())
	case p.Start == p.End:
		return p.Start.String()
	case p.Start.Month == 0 && p.End.Month == 0:
		return p.Start.String() + "–" + p.End.String()
	}
	return p.Start.String() + " – " + p.End.String() // the dates have hyphens themselves
}

// after is a value after its word, "" without a value.
func after(word, value string) string {
	if value == "" {
		return ""
	}
	return listed(" ", word, value)
}

// listed joins the parts that are not empty.
func listed(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), separator)
}

// sentence is s with a full stop, unless it ends in a stop already.
func sentence(s string) string {
	if last, _ := utf8.DecodeLastRuneInString(s); s == "" || strings.ContainsRune(".?!…。？！", last) {
		return s
	}
	return s + "."
}

// innerQuotes is a text to stand in double quotation marks.
func innerQuotes(s string) string {
	return strings.NewReplacer("“", "‘", "”", "’").Replace(s)
}

// oneLine makes every run of white space one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Short names src in a few words, for lines below charts: "Zheng Shanjie, Qiushi, 2024".
// The publisher stands where it is in nothing.
func Short(src data.Source) string {
	year := ""
	if y := cmp.Or(src.Original.Year, src.Issued.Year); y != 0 {
		year = fmt.Sprint(y)
	}
	return listed(", ", authors(src), cmp.Or(src.Container, src.Publisher), year)
}
