package data

import (
	"regexp"
	"slices"
	"testing"
	"time"

	"beltroad/data/internal/schema"
)

func TestParseDate(t *testing.T) {
	good := map[string]Date{
		"2013":       {2013, 0, 0},
		"0001":       {1, 0, 0},
		"9999-12":    {9999, 12, 0},
		"2021-12":    {2021, 12, 0},
		"2023-10-17": {2023, 10, 17},
		"2024-02-29": {2024, 2, 29},
		"2000-02-29": {2000, 2, 29},
		"2023-12-31": {2023, 12, 31},
	}
	for s, want := range good {
		if got, err := ParseDate(s); got != want || err != nil {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", s, got, err, want)
		}
	}
	bad := []string{
		"", "0000", "213", "20133", "2023-13", "2023-00", "2023-1", "2023-02-29", "1900-02-29", "2023-04-31",
		"2023-10-00", "2023-10-32", "2023-10-7", "2023/10/17", "2023-10 17", "17.10.2023", "-013", "+013", "2e13",
		" 2013", "2013 ", "2023-10-17T00", "２０２３", "2023-1é",
	}
	for _, s := range bad {
		if got, err := ParseDate(s); err == nil || got != (Date{}) {
			t.Errorf("ParseDate(%q) = %v, %v; want an error", s, got, err)
		}
	}
}

// Every day of four years, as package time knows them, and no other.
func TestParseDateEveryDay(t *testing.T) {
	known := make(map[string]bool)
	for day := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2025; day = day.AddDate(0, 0, 1) {
		known[day.Format("2006-01-02")] = true
	}
	for year := 2021; year < 2025; year++ {
		for month := range 15 {
			for day := 1; day < 34; day++ {
				s := DateOf(year, month, day).String()
				if _, err := ParseDate(s); month > 0 && (err == nil) != known[s] {
					t.Errorf("ParseDate(%q): error %v, but the day exists: %v", s, err, known[s])
				}
			}
		}
	}
}

func TestDateOrder(t *testing.T) {
	ordered := []string{"2012-12-31", "2013", "2013-01", "2013-01-02", "2013-02", "2014"}
	for i, a := range ordered {
		for j, b := range ordered {
			x, y := mustDate(t, a), mustDate(t, b)
			if got, want := x.Compare(y), min(max(i-j, -1), 1); got != want {
				t.Errorf("%s.Compare(%s) = %d, want %d", a, b, got, want)
			}
		}
	}
	dates := []Date{{2023, 1, 1}, {}, {2023, 0, 0}}
	slices.SortFunc(dates, Date.Compare)
	if want := []Date{{}, {2023, 0, 0}, {2023, 1, 1}}; !slices.Equal(dates, want) {
		t.Errorf("sorted: %v, want %v", dates, want)
	}
}

func TestDateBefore(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"2012", "2013", true},
		{"2013", "2012", false},
		{"2013", "2013", false},
		{"2013", "2013-05", false},
		{"2013-05", "2013", false},
		{"2013-04", "2013-05", true},
		{"2013-05-31", "2013-05", false},
		{"2013-05-30", "2013-05-31", true},
		{"2013-05-31", "2013-06-01", true},
	}
	for _, test := range tests {
		if got := mustDate(t, test.a).before(mustDate(t, test.b)); got != test.want {
			t.Errorf("%s before %s = %v", test.a, test.b, got)
		}
	}
}

func TestZeroDate(t *testing.T) {
	if d := (Date{}); !d.IsZero() || d.String() != "" {
		t.Errorf("the zero Date is %q, zero %v", d, d.IsZero())
	}
	if (Date{Year: 2013}).IsZero() {
		t.Error("2013 is no zero Date")
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"", "2013", "2021-12", "2023-10-17", "2023-13", "2023-02-29", "0000-01"} {
		f.Add(s)
	}
	pattern := regexp.MustCompile(schema.DatePattern)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if d.String() != s || d.IsZero() {
			t.Errorf("ParseDate(%q) prints as %q", s, d)
		}
		if !pattern.MatchString(s) {
			t.Errorf("ParseDate takes %q, which the pattern of the format does not", s)
		}
	})
}

func mustDate(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}
