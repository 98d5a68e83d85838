package data

import (
	"strings"
	"testing"

	"beltroad/data/internal/schema"
)

// What a cell likely means, and whether that is beyond doubt.
func TestMends(t *testing.T) {
	_, units := (&schema.Table{Columns: []schema.Column{{Name: "unit", Type: schema.Text, Words: schema.UnitWords, Enum: []string{"EUR", "MW", "square-metres"}}}}).Column("unit")
	columns := map[string]*schema.Column{
		"number": {Type: schema.Number}, "integer": {Type: schema.Integer}, "date": {Type: schema.Date}, "id": {Type: schema.ID}, "country": {Type: schema.Country},
		"lat": {Type: schema.Number, Min: new(-90.0), Max: new(90.0)}, "unit": units,
		"word": {Type: schema.Text, Enum: []string{"same-government", "other-date", "over", "order"}},
	}
	for _, test := range []struct {
		column, cell, want string
		comma              byte
		safe               bool
	}{
		{"number", "1,234,567", "1234567", ',', true},
		{"number", "1.234.567", "1234567", ',', true},
		{"number", "1 234 567", "1234567", ',', true},
		{"number", "1\u00A0234", "1234", ',', true},
		{"number", "1\u202F234,5", "1234.5", ',', true},
		{"number", "1'234'567.5", "1234567.5", ',', true},
		{"number", "1,234,567.25", "1234567.25", ',', true},
		{"number", "1.234,5", "1234.5", ',', true},
		{"number", "1,234.5", "1234.5", ';', true},
		{"number", "12,34,567", "1234567", ',', true},
		{"number", "1,9100,0000", "191000000", ',', true},
		{"number", "-1 000", "-1000", ',', true},
		{"number", "−5", "-5", ',', true},
		{"number", "+5", "5", ',', true},
		{"number", ".5", "0.5", ',', true},
		{"number", "5.", "5", ',', true},
		{"number", "２３０", "230", ',', true},
		{"number", "1,5", "1.5", ';', true},
		{"number", "1,5", "1.5", '\t', true},
		{"number", "0,125", "0.125", ';', true},
		{"number", "1234,567", "1234.567", ';', true},
		{"number", "1,91E+13", "1.91E+13", ';', true},
		{"number", "1,5", "1.5", ',', false},
		{"number", "1,234", "1234", ';', false}, // or 1.234
		{"number", "1,234", "1234", ',', false},
		{"number", "1,23,4", "1234", ',', false},
		{"number", "0,123,456", "0123456", ',', false},
		{"number", "5 %", "5", ',', false},
		{"number", "US$ 19.1", "19.1", ',', false},
		{"number", "over 230", "230", ',', false},
		{"number", "1 23", "123", ',', false},
		{"number", "about 1,5", "1.5", ',', false},
		{"number", "5+", "5", ',', false},
		{"number", "12.5 EUR", "12.5", ',', false},
		{"number", "12 riders", "12", ',', false},
		{"number", "2 millions", "", ',', false},
		{"number", "5 times", "", ',', false},
		{"number", "2 million", "", ',', false}, // which is not 2
		{"number", "85 million", "", ',', false},
		{"number", "1.5 bn", "", ',', false},
		{"number", "3亿", "", ',', false},
		{"number", "7 lakh", "", ',', false},
		{"number", "5k", "", ',', false},
		{"number", "10 to 20", "", ',', false},
		{"number", "10-20", "", ',', false},
		{"number", "10–20", "", ',', false},
		{"number", "5 of 10", "", ',', false},
		{"number", "5/10", "", ',', false},
		{"number", "1/2", "", ',', false},
		{"number", "12 km2", "", ',', false},
		{"number", "10^6", "", ',', false},
		{"number", "1.2×10⁶", "", ',', false},
		{"number", "minus 5", "", ',', false},
		{"number", "(5)", "", ',', false},
		{"number", "not 230", "", ',', false},
		{"number", "5 x 3", "", ',', false},
		{"integer", "2 million", "", ',', false},
		{"number", "1e400", "", ',', false},
		{"number", "1e-400", "", ',', false},
		{"number", "NaN", "", ',', false},
		{"lat", "21,18", "21.18", ';', true},
		{"lat", "1,234,567", "", ',', false},
		{"integer", "02", "2", ',', true},
		{"integer", "2.0", "2", ',', true},
		{"integer", "2,0", "2", ';', true},
		{"integer", "¶2", "2", ',', true},
		{"integer", "1,234", "1234", ',', false},
		{"integer", "2.5", "", ',', false},
		{"integer", "two", "", ',', false},
		{"date", "31/12/2023", "2023-12-31", ',', true},
		{"date", "31.12.2023", "2023-12-31", ',', true},
		{"date", "12/31/2023", "2023-12-31", ',', true},
		{"date", "5/5/2023", "2023-05-05", ',', true},
		{"date", "2023/12/31", "2023-12-31", ',', true},
		{"date", "2023-1-5", "2023-01-05", ',', true},
		{"date", "2023/1", "2023-01", ',', true},
		{"date", "12/2023", "2023-12", ',', true},
		{"date", "2023-12-31 00:00:00", "2023-12-31", ',', true},
		{"date", "2023-12-31T00:00:00.000Z", "2023-12-31", ',', true},
		{"date", "2023.0", "2023", ',', true},
		{"date", "2023年12月31日", "2023-12-31", ',', true},
		{"date", "2023年", "2023", ',', true},
		{"date", "２０２３", "2023", ',', true},
		{"date", "3 December 2021", "2021-12-03", ',', true},
		{"date", "December 3rd, 2021", "2021-12-03", ',', true},
		{"date", "Dec 2021", "2021-12", ',', true},
		{"date", "03-Dec-2021", "2021-12-03", ',', true},
		{"date", "5.12.2023", "2023-12-05", ',', false},
		{"date", "5/12/2023", "", ',', false},
		{"date", "45291", "2023-12-31", ',', false},
		{"date", "31/12/23", "", ',', false},
		{"date", "31/13/2023", "", ',', false},
		{"date", "29/2/2023", "", ',', false},
		{"date", "2023-12-31 14:30", "", ',', false},
		{"date", "31/12-2023", "", ',', false},
		{"date", "soon", "", ',', false},
		{"id", "Trade Volume", "trade-volume", ',', true},
		{"id", "trade_volume", "trade-volume", ',', true},
		{"id", "-growth", "growth", ',', true},
		{"id", "wört", "", ',', false},
		{"country", "lao", "LAO", ',', true},
		{"country", "LA", "LAO", ',', true},
		{"country", "la", "LAO", ',', true},
		{"country", "ＬＡＯ", "LAO", ',', true},
		{"country", "UK", "", ',', false},
		{"country", "SU", "", ',', false},
		{"country", "Laos", "LAO", ',', true},
		{"country", "Viet Nam", "VNM", ',', true},
		{"country", "vietnam", "VNM", ',', true},
		{"country", "the Czech Republic", "CZE", ',', true},
		{"country", "Cote d’Ivoire", "CIV", ',', true},
		{"country", "Turkey", "TUR", ',', true},
		{"country", "St. Kitts & Nevis", "KNA", ',', true},
		{"country", "Korea, Rep.", "KOR", ',', true},
		{"country", "Democratic Republic of the Congo", "COD", ',', true},
		{"country", "United States", "USA", ',', true},
		{"country", "Congo", "", ',', false},
		{"country", "Korea", "", ',', false},
		{"country", "Virgin Islands", "", ',', false},
		{"country", "Micronesia", "", ',', false},
		{"country", "Laos?", "", ',', false},
		{"country", "Loas", "", ',', false},
		{"country", "China and Laos", "", ',', false},
		{"country", "156", "", ',', false},
		{"unit", "eur", "EUR", ',', true},
		{"unit", "Square Metres", "square-metres", ',', true},
		{"unit", "mW", "MW", ',', false}, // which is another unit
		{"unit", "square", "", ',', false},
		{"word", "Same_Government", "same-government", ',', true},
		{"word", "other date", "other-date", ',', true},
		{"word", "OVER", "over", ',', true},
		{"word", "ov\u200Ber", "over", ',', true},
		{"word", "ovre", "", ',', false}, // and a guess for who reads it
		{"word", "at least", "", ',', false},
	} {
		got, safe := mendItem(columns[test.column], test.cell, test.comma)
		if got != test.want || safe != test.safe {
			t.Errorf("%s %q, %q between cells: %q, safe %v; want %q, %v", test.column, test.cell, test.comma, got, safe, test.want, test.safe)
		}
	}
}

func TestMendedLists(t *testing.T) {
	for _, test := range []struct {
		kind       schema.Type
		cell, want string
	}{
		{schema.Countries, "CHN, LAO", "CHN;LAO"},
		{schema.Countries, "chn；la", "CHN;LAO"},
		{schema.Countries, "CHN、LAO", "CHN;LAO"},
		{schema.Countries, "CHN;LAO;", "CHN;LAO"},
		{schema.Countries, "CHN;LAOS", "CHN;LAO"},
		{schema.Countries, "China, Laos", "CHN;LAO"},
		{schema.Countries, "China; Viet Nam;GRC", "CHN;VNM;GRC"},
		{schema.Countries, "Korea, Rep.", "KOR"},
		{schema.Countries, "Hong Kong, China", ""}, // or two
		{schema.Countries, "China, Congo", ""},
		{schema.Countries, "China; somewhere", ""},
		{schema.Integers, "2;;3", "2;3"},
		{schema.Integers, "¶2; ¶3", "2;3"},
		{schema.Integers, "2,3", ""}, // or 2.3
		{schema.Texts, "a;;b;", "a;b"},
		{schema.Texts, ";", ""},
	} {
		if got := mendedList(&schema.Column{Type: test.kind}, test.cell, ','); got != test.want {
			t.Errorf("%q: %q, want %q", test.cell, got, test.want)
		}
	}
	if got := mendedList(&schema.Column{Type: schema.Texts, Enum: twoClaims()}, "reported;", ','); got != "" {
		t.Errorf("a list whose places matter: %q", got)
	}
}

// Each name leads to one country, which is one of those that a column may hold.
func TestCountryNames(t *testing.T) {
	seen := make(map[string]string)
	codes := make(map[string]bool)
	for line := range strings.Lines(countryList) {
		code, all, _ := strings.Cut(strings.TrimSpace(line), " ")
		if code == "#" {
			continue
		}
		codes[code] = true
		if !IsCountry(code) {
			t.Errorf("%s is no country", code)
		}
		for name := range strings.SplitSeq(all, "; ") {
			key := countryKey(name)
			if seen[key] != "" || key == "" {
				t.Errorf("%s: %q is there twice, or no name", code, name)
			}
			seen[key] = code
			if got := countryOf(name); got != code {
				t.Errorf("%q is %s, want %s", name, got, code)
			}
		}
	}
	if few := 240; len(codes) < few {
		t.Errorf("only %d countries", len(codes))
	}
	for _, shared := range []string{"Congo", "Korea", "Saint Martin", "Virgin Islands", "Micronesia", "Macedonia", "Guiana", "America", "Ireland, Northern"} {
		if code := countryOf(shared); code != "" {
			t.Errorf("%q is %s", shared, code)
		}
	}
}

func twoClaims() []string { return []string{"reported", "opinion"} }
