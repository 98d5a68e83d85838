package data

import (
	"strings"

	"beltroad/data/internal/schema"
)

// mend is what a cell that does not fit its column likely means; empty: no guess.
func mend(c *schema.Column, cell string) string {
	if c.Enum != nil {
		return nearest(cell, c.Enum)
	}
	guess := cell
	switch c.Type {
	case schema.ID:
		guess = strings.ToLower(strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(" _-.", r) }), "-"))
	case schema.Integer, schema.Integers:
		guess = strings.TrimLeft(strings.TrimSuffix(cell, ".0"), "+0")
	case schema.Number:
		guess = plainNumber(cell)
	case schema.Date:
		guess = plainDate(cell)
	case schema.Country, schema.Countries:
		guess = strings.ToUpper(cell)
	case schema.Text, schema.Texts:
	}
	if guess == cell || !fits(c, guess) {
		return ""
	}
	return guess
}

// plainNumber is a number without what people put around and into it; a comma
// that cannot be one between thousands is a decimal point.
func plainNumber(cell string) string {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789.,-", r) {
			return r
		}
		return -1
	}, strings.TrimLeft(cell, "+"))
	whole, decimals, ok := strings.Cut(plain, ",")
	if ok && !strings.ContainsAny(decimals, ".,") && len(decimals) != 3 {
		return whole + "." + decimals
	}
	return strings.ReplaceAll(plain, ",", "")
}

// plainDate is a date with the year first where its parts tell which is which.
func plainDate(cell string) string {
	parts := strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("./- ", r) })
	for i, p := range parts {
		if len(p) == 1 {
			parts[i] = "0" + p
		}
	}
	switch {
	case len(parts) > 3 || len(parts) < 2:
		return cell
	case len(parts[0]) == 4:
		return strings.Join(parts, "-")
	case len(parts) == 2:
		return parts[1] + "-" + parts[0]
	case strings.Contains(cell, "."): // day.month.year, wherever a point is used
		return parts[2] + "-" + parts[1] + "-" + parts[0]
	case parts[0] > "12":
		return parts[2] + "-" + parts[1] + "-" + parts[0]
	case parts[1] > "12":
		return parts[2] + "-" + parts[0] + "-" + parts[1]
	}
	return cell
}

// nearest is the word that differs least from another, if it is near enough to
// be meant: a third of its letters may differ. Empty: none is.
func nearest(word string, known []string) string {
	const longest = 60 // bytes; comparing takes the square of it
	if word == "" || len(word) > longest {
		return ""
	}
	best, least := "", min(len(word), (len(word)+2)/3+1)
	for _, k := range known {
		if len(k) > longest {
			continue
		}
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance is how many letters have to be put in, left out or exchanged to make
// one word the other.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
