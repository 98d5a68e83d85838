package draft

import (
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/internal/sheet"
)

// wordedAs is the small spreadsheet with figures of one column of wordings, and other columns.
func wordedAs(columns ...[]string) sheet.Book {
	rows := [][]string{{"Pillar", "Label", "Paragraph"}}
	for range columns[0][1:] {
		rows = append(rows, []string{"学校", "figure " + string(rune('a'+len(rows))), "2"})
	}
	for _, c := range columns {
		for i := range rows {
			rows[i] = append(rows[i], c[i])
		}
	}
	return changed(func(s map[string]*sheet.Sheet) { s["figures"].Rows = rows })
}

// A unit that is spelled in two ways is one, and an area is no volume.
func TestUnitsOfOneWorkbook(t *testing.T) {
	d := Read(wordedAs(
		[]string{"Text", "3,000 m²", "50 m2", "12", "40 m3", "5 t CO2", "7 t CO₂", "2 MW", "3 mW", "9 Kilometres", "8 kilometres", "over 230 streets and bridges"},
		[]string{"Unit", "", "", "m2", "", "", "", "", "", "", "", ""},
	))
	got, err := d.Dossier()
	if err != nil {
		t.Fatal(err)
	}
	var units []string
	for _, f := range got.Figures() {
		units = append(units, f.Quantity.Unit)
	}
	if want := []string{"m²", "m²", "m²", "m³", "t CO₂", "t CO₂", "MW", "mW", "Kilometres", "Kilometres", "streets and bridges"}; !slices.Equal(units, want) {
		t.Errorf("%q, want %q", units, want)
	}
}

// So much for each stands behind its number.
func TestRates(t *testing.T) {
	got, err := Read(wordedAs([]string{"Text", "€50/t", "$5 per head", "$7"})).Dossier()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []data.Unit{{ID: "€/t", Sign: " €/t", SignAfter: true}, {ID: "$ per head", Sign: " $ per head", SignAfter: true}, {ID: "$", Sign: "$"}} {
		if u, _ := got.Unit(got.Figures()[i].Quantity.Unit); u.ID != want.ID || u.Sign != want.Sign || u.SignAfter != want.SignAfter {
			t.Errorf("%+v, want %+v", u, want)
		}
	}
}

// The sheet of units knows how a unit is spelled.
func TestUnitsAsTheirSheetHasThem(t *testing.T) {
	b := wordedAs([]string{"Text", "3,000 m²", "50 m3"})
	b.Sheets = append(b.Sheets, sheet.Sheet{Name: "units", Rows: [][]string{{"id", "name"}, {"m2", "square metres"}, {"m³", "cubic metres"}}})
	got, err := Read(b).Dossier()
	if err != nil {
		t.Fatal(err)
	}
	if a, b := got.Figures()[0].Quantity.Unit, got.Figures()[1].Quantity.Unit; a != "m2" || b != "m³" {
		t.Errorf("%q, %q", a, b)
	}
}

// What of a wording was not used is told, and the number asked for.
func TestPartsOfWordingsAreTold(t *testing.T) {
	d := Read(wordedAs([]string{"Text", "not 230 schools", "about 5 to 7 km", "minus 5 %", "at least 40 people", "over 40 people"}))
	problems, doubts := d.Problems().Error(), d.Wordings().Error()
	if want := `Figures row 2, column Text: found "not 230 schools", of which "not" is not understood`; !strings.Contains(problems, want) || len(d.Problems()) != 1 {
		t.Errorf("%s, want %s", problems, want)
	}
	for _, want := range []string{
		`Figures row 3, column Text: found "about 5 to 7 km", of which "about" is not understood, taken for range 5 to 7`,
		`Figures row 5, column Text: found "at least 40 people", taken for over 40`,
	} {
		if !strings.Contains(doubts, want) || len(d.Wordings()) != 2 {
			t.Errorf("%s, want %s", doubts, want)
		}
	}
	if r := d.Rows()[0]; r.Part != "not" || r.Understood {
		t.Errorf("%+v", r)
	}
	if r := d.Rows()[2]; r.Quantity.Value != -5 {
		t.Errorf("%+v", r)
	}
}

// A cell of the column of numbers may be worded; never is another number made of it.
func TestNumbersInWords(t *testing.T) {
	for cell, want := range map[string]float64{"1.2 million": 1.2e6, "1.5 bn": 1.5e9, "7 lakh": 7e5, "3亿": 3e8, "minus 5": -5, "10^6": 1e6, "1,00,000": 1e5, "twenty": 20} {
		d, err := Read(wordedAs([]string{"Text", "some pupils"}, []string{"Number", cell}, []string{"Unit", "pupils"})).Dossier()
		if err != nil || d.Figures()[0].Quantity.Value != want {
			t.Errorf("%q: %v", cell, err)
		}
	}
	for cell, want := range map[string]string{
		"10 to 20": `found "10 to 20", allowed: one number; try: write 10 here, 20 into Upper number, and from … to … into How it is worded`,
		"5 of 10":  `found "5 of 10", allowed: a number in plain digits with a decimal point, like 1234.5`,
		"12 km2":   `found "12 km2", allowed: a number in plain digits with a decimal point, like 1234.5`,
		"not 230":  `found "not 230", allowed: a number in plain digits with a decimal point, like 1234.5`,
	} {
		ps := Read(wordedAs([]string{"Text", "some pupils"}, []string{"Number", cell}, []string{"Unit", "pupils"})).Problems()
		if len(ps) != 1 || ps[0].Column != "Number" || !strings.HasSuffix(ps[0].String(), want) {
			t.Errorf("%q: %v", cell, ps)
		}
	}
}
