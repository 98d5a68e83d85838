package data

import "strings"

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

// likely is the name that another likely means: the nearest, or else the only one that
// goes on where it ends, as energy-and-climate does after energy.
func likely(name string, known []string) string {
	if near := nearest(name, known); near != "" || name == "" {
		return near
	}
	name = strings.ToLower(name)
	found := ""
	for _, k := range known {
		rest, longer := strings.CutPrefix(strings.ToLower(k), name)
		if !longer || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "-") {
			continue
		}
		if found != "" {
			return ""
		}
		found = k
	}
	return found
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
