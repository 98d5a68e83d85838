package data

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"beltroad/data/internal/schema"
)

// Years that a dossier of documents hardly speaks of.
const (
	earliestYear = 1000
	latestYear   = 2100
)

// longCell is more than anyone reads in a cell, in bytes.
const longCell = 10_000

// Doubts are what is allowed in a dossier and hardly meant: years far away,
// coordinates that look exchanged, numbers that are not those of their wording.
// They are sorted as Problems are; Found and Mend are as there, Allowed says
// what would be expected.
func Doubts(d *Dossier) Problems {
	r := &doubter{dossier: d}
	for _, p := range d.noticed {
		r.add(p)
	}
	r.texts()
	r.figures()
	r.projects()
	r.events()
	r.places()
	r.routes()
	r.colors()
	return r.problems()
}

// doubter collects doubts.
type doubter struct {
	report

	dossier *Dossier
}

// doubt doubts a cell of record i of a table.
func (r *doubter) doubt(table string, i int, column, found, expected string) {
	r.add(Problem{File: r.dossier.paths[table], Row: r.row(table, i), Column: column, Found: found, Allowed: expected})
}

// row is where record i of a table stands; 0: that is not known.
func (r *doubter) row(table string, i int) int {
	if i < 0 {
		return 0
	}
	return r.dossier.moved[table].row(i)
}

func (r *doubter) year(table string, i int, column string, d Date) {
	if !d.IsZero() && (d.Year < earliestYear || d.Year > latestYear) {
		r.doubt(table, i, column, quoted(d.String()), fmt.Sprintf("a year from %d to %d", earliestYear, latestYear))
	}
}

func (r *doubter) figures() {
	for i := range r.dossier.figures {
		f := &r.dossier.figures[i]
		r.year(schema.Figures, i, "period_start", f.Period.Start)
		r.year(schema.Figures, i, "period_end", f.Period.End)
		r.year(schema.Figures, i, "as_of", f.AsOf)
		if !saysNumber(f.Quantity) || !saysScale(f.Quantity) {
			r.doubt(schema.Figures, i, "value", strconv.FormatFloat(f.Quantity.Value, 'f', -1, 64)+" with the text "+quoted(f.Quantity.Text), "the number of the text")
		}
	}
}

// saysNumber reports whether the wording of a quantity has its number, whatever
// words stand for thousands: the digits of one of its numbers, without zeros
// around them, are those of the value or of the upper bound. A wording without
// digits says nothing against it.
func saysNumber(q Quantity) bool {
	digits := func(x float64) string {
		return strings.Trim(strings.Map(keepDigits, strconv.FormatFloat(math.Abs(x), 'f', -1, 64)), "0")
	}
	lower, upper := digits(q.Value), digits(q.Max)
	said := false
	if whole := strings.Trim(strings.Map(keepDigits, q.Text), "0"); whole == lower { // 3 150 is one number
		return true
	}
	for word := range strings.FieldsFuncSeq(q.Text, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,'’\u00A0\u202F", r) }) {
		number := strings.Map(keepDigits, word)
		if number == "" {
			continue
		}
		said = true
		if number = strings.Trim(number, "0"); number == lower || q.Max != 0 && number == upper {
			return true
		}
	}
	return !said
}

// scales are the words of English and Chinese for powers of ten.
var scales = map[string]float64{
	"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "万亿": 1e12, "万": 1e4, "亿": 1e8,
}

// scaled is a number before a word for a power of ten.
var scaled = patternOf(`(?i)(\d+(?:\.\d+)?)[ \x{A0}-]?(thousand|million|billion|trillion|万亿|万|亿)`)

// saysScale reports whether a wording with one such word does not speak against
// the size of the number: 19.1 trillion is not 19,100.
func saysScale(q Quantity) bool {
	all := scaled().FindAllStringSubmatch(q.Text, -1)
	if len(all) != 1 || strings.Contains(q.Text, ",") {
		return true
	}
	number, err := strconv.ParseFloat(all[0][1], 64)
	if err != nil {
		return true
	}
	number *= scales[strings.ToLower(all[0][2])]
	same := func(x float64) bool { return math.Abs(x-number) <= number/1000 }
	return same(math.Abs(q.Value)) || same(math.Abs(q.Max))
}

func keepDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

func (r *doubter) projects() {
	for i := range r.dossier.projects {
		p := &r.dossier.projects[i]
		r.year(schema.Projects, i, "start", p.Start)
	}
}

func (r *doubter) events() {
	for i := range r.dossier.events {
		e := &r.dossier.events[i]
		r.year(schema.Events, i, "date", e.Date)
	}
}

// places doubts points at (0, 0), and those that would lie among the others of
// their country if longitude and latitude were exchanged, and do not as it is.
func (r *doubter) places() {
	const (
		near, far = 15, 30 // degrees
		enough    = 100    // places of a country to know where it is
	)
	inCountry := group(r.dossier.places, func(int) bool { return true }, func(p *Place) string { return p.Country })
	for i := range r.dossier.places {
		p := &r.dossier.places[i]
		if p.Lon == 0 && p.Lat == 0 {
			r.doubt(schema.Places, i, "lon, lat", "0 and 0", "the coordinates of the place")
			continue
		}
		as, exchanged, others := math.Inf(1), math.Inf(1), 0
		compatriots := inCountry.of(p.Country)
		for _, o := range compatriots[:min(len(compatriots), enough)] {
			if o.ID == p.ID {
				continue
			}
			others++
			as = min(as, math.Hypot(p.Lon-o.Lon, p.Lat-o.Lat))
			exchanged = min(exchanged, math.Hypot(p.Lat-o.Lon, p.Lon-o.Lat))
		}
		if others > 0 && as > far && exchanged < near {
			r.doubt(schema.Places, i, "lon, lat", fmt.Sprintf("%v and %v", p.Lon, p.Lat), "a point near others of "+p.Country+", as the exchanged numbers would be")
		}
	}
}

func (r *doubter) routes() {
	for i := range r.dossier.routes {
		line := r.dossier.routes[i].Line
		long := false
		for _, p := range line {
			long = long || p != line[0]
		}
		if !long {
			r.add(Problem{
				File: r.dossier.paths[schema.Routes], Column: fmt.Sprintf("features[%d].geometry.coordinates", i),
				Found: "a line without length", Allowed: "points that differ",
			})
		}
	}
}

// colors doubts colours of pillars that are hard to read on their ground.
func (r *doubter) colors() {
	const least = 4.5 // to one, as WCAG asks of text
	for i, c := range r.dossier.metadata.PillarColors {
		for _, side := range []struct{ name, color, ground string }{{"light", c.Light, "#F1EEE7"}, {"dark", c.Dark, "#1C242D"}} {
			if got := contrast(side.color, side.ground); got < least {
				r.add(Problem{
					File: descriptorFile, Column: fmt.Sprintf("pillarColors[%d].%s", i, side.name),
					Found: fmt.Sprintf("%s, a contrast of %.1f to its ground", side.color, got), Allowed: fmt.Sprintf("at least %v", least),
				})
			}
		}
	}
}

// contrast is that of two colours, as WCAG measures it.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(color string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return 0 // cannot be: the colour has been read
		}
		c := float64(n) / 255
		if c > 0.03928 {
			c = math.Pow((c+0.055)/1.055, 2.4)
		} else {
			c /= 12.92
		}
		sum += weight * c
	}
	return sum
}
