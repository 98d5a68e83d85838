package amount

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"beltroad/data"
)

// exceptions are the wordings of ledgers whose quantity cannot be told from the wording
// alone, each with why.
var exceptions = map[string]string{
	"beltroad/figures: decade":                                        "a length that the ledger takes for about",
	"beltroad/second_sources: Ten years":                              "the same",
	"beltroad/second_sources: more than $100 billion":                 "another quantity than the figure's",
	"beltroad/second_sources: two years":                              "the same",
	"beltroad/second_sources: for a decade":                           "the same",
	"beltroad/second_sources: 87 bilateral":                           "the same",
	"beltroad/second_sources: a 25days training course":               "the same",
	"beltroad/second_sources: first light rail system in West Africa": "no rank that the ledger counts",
	"beltroad/second_sources: land, maritime, air, and cyberspace":    "four are counted by naming them",
	"beltroad/second_sources: land, sea, sky and internet":            "the same",
	"beltroad/second_sources: land, sea, air, network and ice":        "five are",
	"agenda2030/figures: billions":                                    "of people: no more than there are",
	"agenda2030/figures: one half":                                    "fractions are refused: of what? The ledger has per cent",
	"agenda2030/figures: at least by half":                            "the same",
	"agenda2030/figures: one third":                                   "the same",
	"agenda2030/figures: halve":                                       "factors are refused: of what? The ledger has per cent",
	"agenda2030/figures: halving":                                     "the same",
	"agenda2030/figures: double":                                      "factors are refused; the ledger has times",
	"agenda2030/figures: doubling":                                    "the same",
	"agenda2030/figures: once a year":                                 "no number; the ledger has times a year",
	"agenda2030/figures: annual":                                      "the same",
	"agenda2030/figures: quadrennial":                                 "no number; the ledger has years",
}

// TestLedgers guesses what people wrote into the ledgers of the dossiers here.
func TestLedgers(t *testing.T) {
	all, right := 0, 0
	seen := map[string]bool{}
	for _, table := range []string{"beltroad/figures", "beltroad/second_sources", "agenda2030/figures"} {
		for _, row := range ledger(t, table) {
			all++
			a, ok := Guess(row["text"])
			value, _ := strconv.ParseFloat(row["value"], 64)
			most, _ := strconv.ParseFloat(row["value_max"], 64)
			same := ok == (row["comparator"] != "") && a.Comparator == data.Comparator(row["comparator"]) && a.Value == value && a.Max == most
			name := table + ": " + row["text"]
			if a.Part != "" {
				t.Errorf("%s: %q is said to be not used", name, a.Part)
			}
			_, excepted := exceptions[name]
			seen[name] = true
			switch {
			case same && excepted:
				t.Errorf("%s: %q is understood, and no exception", table, row["text"])
			case same:
				right++
			case !excepted:
				t.Errorf("%s: %q is %s %v %v, guessed %+v, %v", table, row["text"], row["comparator"], value, most, a, ok)
			}
		}
	}
	for text := range exceptions {
		if !seen[text] {
			t.Errorf("%q is in no ledger", text)
		}
	}
	t.Logf("%d of %d understood as the ledgers have them", right, all)
}

func ledger(t *testing.T, table string) (rows []map[string]string) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "data", table+".csv"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}
