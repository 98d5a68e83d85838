package draft

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"beltroad/data"
	"beltroad/internal/amount"
)

// mostCited is the last paragraph that a spreadsheet may name; each gets a row.
const mostCited = 20_000

// listed is a list in a cell as the format has it: ; between items, wherever a new
// line or a sign of another script stands.
func listed(cell string) string {
	cell = strings.NewReplacer("\r\n", ";", "\n", ";", "；", ";").Replace(cell)
	var items []string
	for item := range strings.SplitSeq(cell, ";") {
		if item = oneLine(item); item != "" {
			items = append(items, item)
		}
	}
	return strings.Join(items, ";")
}

// ordinal is the number of a paragraph or of a place, without the words around it:
// "¶ 4" is 4. Something else stays as it is, to be refused.
func ordinal(cell string) string {
	plain := strings.TrimFunc(norm.NFKC.String(cell), func(r rune) bool { return strings.ContainsRune("¶§#.()[] \u00A0", r) })
	plain = strings.TrimSuffix(plain, ".0")
	for _, word := range []string{"paragraphs", "paragraph", "para.", "para", "par.", "第"} {
		plain = strings.TrimSpace(strings.TrimPrefix(strings.ToLower(plain), word))
	}
	plain = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(plain, "段"), "自然"))
	if n, err := strconv.Atoi(plain); err == nil {
		return strconv.Itoa(n)
	}
	return oneLine(cell)
}

// ordinals are the numbers of a list: with ; or , between them, and from one to
// another.
func ordinals(cell string) string {
	const most = 200
	cell = strings.NewReplacer("\r\n", ";", "\n", ";", "；", ";", ",", ";", "，", ";", "、", ";", " and ", ";", "–", "-", "—", "-", "至", "-").Replace(cell)
	var items []string
	for item := range strings.SplitSeq(cell, ";") {
		if item = ordinal(item); item == "" {
			continue
		}
		if len(items) > most {
			return cell // to be refused: more than a list may have
		}
		if from, to, ok := strings.Cut(item, "-"); ok {
			a, badFrom := strconv.Atoi(ordinal(from))
			b, badTo := strconv.Atoi(ordinal(to))
			if badFrom == nil && badTo == nil && a > 0 && b > a && b-a < most {
				for n := a; n <= b; n++ {
					items = append(items, strconv.Itoa(n))
				}
				continue
			}
		}
		items = append(items, item)
	}
	return strings.Join(items, ";")
}

// number is a number in plain digits, whatever stands between and around them.
// Something else stays as it is, to be refused.
func number(cell string) string {
	s := decimal(strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00A0', '\u202F', '\u2009', '\'', '’', '_':
			return -1
		case '−':
			return '-'
		}
		return r
	}, strings.Trim(norm.NFKC.String(oneLine(cell)), "$€£¥₹%+ ")))
	x, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil, strings.Trim(s, "0123456789.-eE+") != "", strings.HasPrefix(s, "."):
		return worded(oneLine(cell))
	case strings.ContainsAny(s, "eE"):
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return s
}

// worded is a number in words, in digits: 1.2 million. What says more stays as it is, to be
// refused.
func worded(cell string) string {
	a, ok := amount.Guess(cell)
	if !ok || a.Comparator != data.Exact || a.Doubt != "" || a.Unit != "" || a.From > 0 || a.To < len(cell) {
		return cell
	}
	return plainDigits(a.Value)
}

// decimal is a number with a point before its decimals and no sign between thousands.
// Of a point and a comma, the last one stands before decimals; one that stands alone
// does, where it cannot be one between thousands.
func decimal(s string) string {
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case commas > 0 && points > 0 && strings.LastIndex(s, ",") > strings.LastIndex(s, "."):
		return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	case commas > 0 && points > 0, commas > 0 && thousands(s, ","):
		return strings.ReplaceAll(s, ",", "")
	case commas == 1:
		return strings.ReplaceAll(s, ",", ".")
	case points > 1 && thousands(s, "."):
		return strings.ReplaceAll(s, ".", "")
	}
	return s
}

// thousands tells whether a sign stands where thousands are grouped.
func thousands(s, sign string) bool {
	groups := strings.Split(strings.TrimPrefix(s, "-"), sign)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3) {
			return false
		}
	}
	return groups[0] != "0"
}

// date is a date with the year first, as precise as it is written. One whose day and
// month could be exchanged stays as it is, to be refused.
func date(cell string) string {
	s := norm.NFKC.String(oneLine(cell))
	if _, err := data.ParseDate(s); err == nil {
		return s
	}
	if i := strings.IndexAny(s, "T "); i == len(time.DateOnly) { // a time after it
		if _, err := data.ParseDate(s[:i]); err == nil {
			return s[:i]
		}
	}
	for _, plain := range []string{numericDate(s), wordedDate(s)} {
		if _, err := data.ParseDate(plain); err == nil {
			return plain
		}
	}
	return s
}

// numericDate is a date of numbers; "" where they do not tell which is which.
func numericDate(s string) string {
	bare := strings.TrimRight(strings.NewReplacer("年", "-", "月", "-", "日", "", "号", "").Replace(s), "-")
	var n []int
	first, last := 0, 0 // how many digits these have
	for part := range strings.FieldsFuncSeq(bare, func(r rune) bool { return strings.ContainsRune("-/. ", r) }) {
		v, err := strconv.Atoi(part)
		if err != nil {
			return ""
		}
		if len(n) == 0 {
			first = len(part)
		}
		n, last = append(n, v), len(part)
	}
	const year = 4
	switch {
	case len(n) == 2 && first == year:
		return fmt.Sprintf("%04d-%02d", n[0], n[1])
	case len(n) == 2 && last == year:
		return fmt.Sprintf("%04d-%02d", n[1], n[0])
	case len(n) == 3 && first == year:
		return fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2])
	case len(n) != 3 || last != year:
		return ""
	case strings.Contains(s, "."), n[0] > 12, n[0] == n[1]: // day.month.year, wherever a point is used
		return fmt.Sprintf("%04d-%02d-%02d", n[2], n[1], n[0])
	case n[1] > 12:
		return fmt.Sprintf("%04d-%02d-%02d", n[2], n[0], n[1])
	}
	return ""
}

// wordedDate reads a month that is a word.
func wordedDate(s string) string {
	forms := map[string]string{
		"2 January 2006": time.DateOnly, "January 2, 2006": time.DateOnly, "2 Jan 2006": time.DateOnly, "Jan 2, 2006": time.DateOnly,
		"January 2006": "2006-01", "Jan 2006": "2006-01",
	}
	for from, to := range forms {
		if t, err := time.Parse(from, s); err == nil {
			return t.Format(to)
		}
	}
	return ""
}

// countries are codes of three letters, where two are written, too.
func countries(cell string) string {
	items := strings.Split(listed(strings.ReplaceAll(cell, ",", ";")), ";")
	for i, item := range items {
		code := strings.ToUpper(strings.TrimSpace(item))
		if region, err := language.ParseRegion(code); err == nil && len(code) == 2 {
			code = region.ISO3()
		}
		if data.IsCountry(code) {
			items[i] = code
		}
	}
	return strings.Join(items, ";")
}

// plainCell is a cell in the form of its column.
func plainCell(c *data.ColumnFormat, cell string) string {
	if cell == "" {
		return ""
	}
	switch c.Type {
	case data.IntegerCell:
		return ordinal(cell)
	case data.IntegersCell:
		return ordinals(cell)
	case data.NumberCell:
		return number(cell)
	case data.DateCell:
		return date(cell)
	case data.TextsCell:
		return listed(cell)
	case data.CountryCell, data.CountriesCell:
		return countries(cell)
	}
	cell = oneLine(cell)
	if c.Enum != nil {
		return known().word(c.Name, cell)
	}
	return cell
}

// word is a word of the format for one of any language.
func (n *names) word(column, cell string) string {
	if word := n.words[column][fold(cell)]; word != "" {
		return word
	}
	return cell
}
