package amount

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// understood are wordings, and "comparator value max|unit|doubt" of each, or why not.
var understood = []struct{ wording, want string }{
	// comparators
	{"over 230", "over 230"},
	{"over 230 documents", "over 230|documents"},
	{"more than 150 countries", "over 150|countries"},
	{"above 40 %", "over 40|%"},
	{"exceeding 3,000", "over 3000"},
	{"exceeded 3.5 million tons", "over 3500000|tons"},
	{"in excess of US$2 billion", "over 2000000000|US$"},
	{"well over 100 schools", "over 100|schools"},
	{"just under 12 million", "under 12000000"},
	{"> 40", "over 40"},
	{">=40", "over 40||inclusive"},
	{"≥ 40 people", "over 40|people|inclusive"},
	{"at least 7 per cent", "over 7|per cent|inclusive"},
	{"no less than a hundred", "over 100||inclusive"},
	{"no fewer than 12 ports", "over 12|ports|inclusive"},
	{"a minimum of 30 days", "over 30|days|inclusive"},
	{"150 or more", "over 150||inclusive"},
	{"150 countries or more", "over 150|countries|inclusive"},
	{"230+", "over 230||inclusive"},
	{"230+ documents", "over 230|documents|inclusive"},
	{"under 40", "under 40"},
	{"less than 12 tonnes", "under 12|tonnes"},
	{"fewer than five projects", "under 5|projects"},
	{"below 5%", "under 5|%"},
	{"up to 300 buses", "under 300|buses|inclusive"},
	{"at most 40", "under 40||inclusive"},
	{"no more than 25 pupils", "under 25|pupils|inclusive"},
	{"not more than 25", "under 25||inclusive"},
	{"a maximum of 12 hours", "under 12|hours|inclusive"},
	{"as many as 40,000 people", "under 40000|people|inclusive"},
	{"≤ 3", "under 3||inclusive"},
	{"12 or fewer", "under 12||inclusive"},
	{"about 10", "about 10"},
	{"around 12 trillion U.S. dollars", "about 1.2e+13|U.S. dollars"},
	{"roughly 34 European cities", "about 34|European cities"},
	{"approximately 1.5 million people", "about 1500000|people"},
	{"approx. 60 km", "about 60|km"},
	{"ca. 60 km", "about 60|km"},
	{"nearly 350 workshops", "about 350|workshops"},
	{"almost 40 %", "about 40|%"},
	{"close to 8 million", "about 8000000"},
	{"some 25 towns", "about 25|towns"},
	{"an estimated 4.5 million", "about 4500000"},
	{"~30 trains", "about 30|trains"},
	{"40 or so", "about 40"},
	{"40-odd villages", "about 40|villages"},
	{"exactly 19", "exact 19"},
	{"a total of 86 routes", "exact 86|routes"},
	{"over a total of 86 routes", "over 86|routes"},
	// numbers
	{"86", "exact 86"},
	{"50,467.9", "exact 50467.9"},
	{"1 234 567 people", "exact 1234567|people"},
	{"1.234.567", "exact 1234567"},
	{"1,5 million", "exact 1500000||comma"},
	{"1.91E+13", "exact 1.91e+13"},
	{"0", "exact 0"},
	{"-3.5 %", "exact -3.5|%"},
	{"−2 °C", "exact -2|°C"},
	{"one", "exact 1"},
	{"twenty schools", "exact 20|schools"},
	{"fifty-three countries", "exact 53|countries"},
	{"fifty three", "exact 53"},
	{"a hundred ships", "exact 100|ships"},
	{"one hundred and fifty thousand", "exact 150000"},
	{"two hundred and five", "exact 205"},
	{"a hundred and five", "exact 105"},
	{"three million two hundred thousand", "exact 3200000"},
	{"two and a half million people", "exact 2500000|people"},
	{"half a million people", "exact 500000|people"},
	{"a dozen eggs", "exact 12|eggs"},
	{"two dozen", "exact 24"},
	{"78 hundred", "exact 7800"},
	{"19.1 trillion", "exact 1.91e+13"},
	{"4.35bn", "exact 4350000000"},
	{"4.35 bn tonnes", "exact 4350000000|tonnes"},
	{"12k followers", "exact 12000|followers"},
	{"5 m", "exact 5|m"},
	{"5m", "exact 5000000||scale"},
	{"5 km", "exact 5|km"},
	{"90 km/h", "exact 90|km/h"},
	{"3 tons per year", "exact 3|tons per year"},
	{"more than 5 million TEUs", "over 5000000|TEUs"},
	{"four-dimensional", "exact 4|dimensional"},
	{"１２３．５万", "exact 1235000"},
	// signs
	{"US$19.1 trillion", "exact 1.91e+13|US$"},
	{"over US$380 billion in loans", "over 3.8e+11|US$"},
	{"$5m", "exact 5000000|$"},
	{"$ 5 m", "exact 5000000|$"},
	{"USD419 billion", "exact 4.19e+11|USD"},
	{"RMB 100 million", "exact 100000000|RMB"},
	{"€3,000", "exact 3000|€"},
	{"EUR 3,000", "exact 3000|EUR"},
	{"300 yuan", "exact 300|yuan"},
	{"two trillion dollars", "exact 2e+12|dollars"},
	{"40 per cent of households", "exact 40|per cent"},
	{"40 percent", "exact 40|percent"},
	{"3.5 percentage points", "exact 3.5|percentage points"},
	// ranges
	{"1.2 to 1.4 million", "range 1200000 1400000"},
	{"1.2-1.4 million tons", "range 1200000 1400000|tons"},
	{"0.7%–2.9%", "range 0.7 2.9|%"},
	{"0.7-2.9 %", "range 0.7 2.9|%"},
	{"between 5 and 7", "range 5 7"},
	{"between five and seven schools", "range 5 7|schools"},
	{"$1–2 billion", "range 1000000000 2000000000|$"},
	{"US$1 billion to US$2 billion", "range 1000000000 2000000000|US$"},
	{"800,000 to 1 million", "range 800000 1000000||scale"},
	{"five or six", "range 5 6"},
	{"from 12 to 15 countries", "range 12 15|countries|change"},
	{"rose from 12 to 15 countries", "! change"},
	{"15 to 12", "! change"},
	{"5~7 years", "range 5 7|years"},
	// orders
	{"tens of billions", "order 1e+10 1e+11"},
	{"tens of billions of masks", "order 1e+10 1e+11|masks"},
	{"hundreds of thousands of people", "order 100000 1000000|people"},
	{"thousands", "order 1000 1000000"},
	{"millions of people", "order 1000000 1000000000|people"},
	{"at least as low as 12 per 100,000", "under 12||several"},
	{"several hundred", "order 100 1000"},
	{"a few thousand workers", "order 1000 10000|workers"},
	{"dozens of lakes", "order 24 100|lakes|loose"},
	// ranks
	{"second largest", "rank 2"},
	{"third-largest port", "rank 3|port"},
	{"ranked 2nd", "rank 2"},
	{"No. 1", "rank 1"},
	{"#3", "rank 3"},
	{"fourth place", "rank 4|place"},
	{"first in the world", "rank 1"},
	{"highest number", "rank 1|number"},
	{"third forum", "exact 3|forum|ordinal"},
	{"2nd forum", "exact 2|forum|ordinal"},
	// years and names
	{"in 2023, over 150 countries", "over 150|countries"},
	{"since 2013: 150 countries", "exact 150|countries"},
	{"150 countries (2023)", "exact 150|countries"},
	{"31 December 2023: 86 routes", "exact 86|routes"},
	{"2023-12-31: 86", "exact 86"},
	{"2013–2022: US$19.1 trillion", "exact 1.91e+13|US$"},
	{"by 2030, 32 million people", "exact 32000000|people"},
	{"in the past ten years, 30 dams", "exact 30|dams"},
	{"100 in the next five years", "exact 100"},
	{"2000 people", "exact 2000|people"},
	{"COVID-19 vaccines: 2.3 billion", "exact 2300000000"},
	{"the G20 gave 3 billion", "exact 3000000000"},
	{"three of the schools", "exact 3|schools"},
	{"67 members from 50 countries", "exact 67|members|several"},
	// Chinese
	{"超过230份", "over 230|份"},
	{"逾150个国家", "over 150|国家"},
	{"多于40", "over 40"},
	{"150余个国家", "over 150|国家"},
	{"230多份", "over 230|份"},
	{"3000余万人次", "over 30000000|人次"},
	{"20多亿", "over 2000000000"},
	{"150个国家以上", "over 150|国家|inclusive"},
	{"40%以上", "over 40|%|inclusive"},
	{"至少30家企业", "over 30|企业|inclusive"},
	{"不少于3个", "over 3|个|inclusive"},
	{"不足100人", "under 100|人"},
	{"低于5%", "under 5|%"},
	{"100人以下", "under 100|人"},
	{"不超过12个", "under 12|个|inclusive"},
	{"至多12个", "under 12|个|inclusive"},
	{"约1.5亿吨", "about 150000000|吨"},
	{"大约40%", "about 40|%"},
	{"近350场", "about 350|场"},
	{"将近四十万人", "about 400000|人"},
	{"100万人左右", "about 1000000|人"},
	{"三百上下", "about 300"},
	{"100亿美元", "exact 1e+10|美元"},
	{"人民币约3000元", "about 3000|元"},
	{"19.1万亿美元", "exact 1.91e+13|美元"},
	{"百分之四十", "exact 40|百分之"},
	{"超过百分之40", "over 40|百分之"},
	{"一百五十个国家", "exact 150|国家"},
	{"三万二千", "exact 32000"},
	{"两千零五", "exact 2005"},
	{"五六个", "range 5 6|个"},
	{"三四十人", "range 30 40|人"},
	{"100至200万吨", "range 1000000 2000000|吨"},
	{"5到7年", "range 5 7|年"},
	{"10—20亿元", "range 1000000000 2000000000|元"},
	{"数百名学生", "order 100 1000|学生"},
	{"数千亿元", "order 1e+11 1e+12|元"},
	{"上万人", "order 10000 100000|人"},
	{"第二大", "rank 2"},
	{"第二大港口", "rank 2|港口"},
	{"第三届论坛", "exact 3|论坛|ordinal"},
	{"2023年，超过150个国家", "over 150|国家"},
	{"超过１５０个国家", "over 150|国家"},
	{"增长了3.5个百分点", "exact 3.5|个百分点"},
	{"十余个", "over 10|个"},
	{"百余家企业", "over 100|企业"},
	// refused
	{"", "! nothing"},
	{"many", "! vague"},
	{"several countries", "! vague"},
	{"no", "! zero"},
	{"none", "! zero"},
	{"no number", "! zero"},
	{"one third", "! fraction"},
	{"two-thirds of the countries", "! fraction"},
	{"a quarter", "! fraction"},
	{"half", "! fraction"},
	{"half of 150 countries", "! fraction"},
	{"1/3", "! fraction"},
	{"one in five", "! fraction"},
	{"9 out of 10", "! fraction"},
	{"三分之一", "! fraction"},
	{"doubled", "! factor"},
	{"three times as many", "! factor"},
	{"3倍", "! factor"},
	{"in 2023", "! date"},
	{"2013 to 2022", "! date"},
	{"2023年", "! date"},
	{"一带一路", "! nothing"},
	{"1e999", "! too-large"},
}

// short is what a wording was understood as, in the table's form.
func short(wording string) string {
	a, ok := Guess(wording)
	if !ok {
		return "! " + a.Doubt
	}
	s := fmt.Sprintf("%s %.10g", a.Comparator, a.Value)
	if a.Max != 0 {
		s += fmt.Sprintf(" %.10g", a.Max)
	}
	return strings.TrimRight(s+"|"+a.Unit+"|"+a.Doubt, "|")
}

func TestGuess(t *testing.T) {
	if len(understood) < 120 {
		t.Errorf("%d wordings", len(understood))
	}
	for _, c := range understood {
		if got := short(c.wording); got != c.want {
			t.Errorf("%q: %s, want %s", c.wording, got, c.want)
		}
	}
}

// TestNumberIsWhereItStands looks at the bytes that are said to be the number.
func TestNumberIsWhereItStands(t *testing.T) {
	for wording, want := range map[string]string{
		"over US$380 billion in loans": "380 billion",
		"0.7%–2.9%":                    "0.7%–2.9",
		"超过１５０个国家":                     "１５０",
		"3000余万人次":                     "3000余万",
		"in 2023, fifty-three towns":   "fifty-three",
	} {
		if a, _ := Guess(wording); wording[a.From:a.To] != want {
			t.Errorf("%q: %q, want %q", wording, wording[a.From:a.To], want)
		}
	}
}

// TestNothingIsLostByMultiplying has numbers that float products would miss.
func TestNothingIsLostByMultiplying(t *testing.T) {
	for wording, want := range map[string]float64{
		"1.1 million": 1100000, "4.35 billion": 4350000000, "50,467.9 million": 50467900000, "0.29 trillion": 290000000000, "1.005万": 10050, "8.7百万": 8700000,
	} {
		if a, _ := Guess(wording); a.Value != want {
			t.Errorf("%q: %v, want %v", wording, a.Value, want)
		}
	}
}

func FuzzGuess(f *testing.F) {
	for _, c := range understood {
		f.Add(c.wording)
	}
	f.Add("第9999999999999999999999大 9e9e9 \xff万亿亿亿亿亿亿")
	f.Fuzz(func(t *testing.T, wording string) {
		a, ok := Guess(wording)
		switch {
		case !ok:
			if a.Doubt == "" || a.Comparator != "" {
				t.Errorf("%q is refused as %+v", wording, a)
			}
		case a.From < 0 || a.To > len(wording) || a.From >= a.To:
			t.Errorf("%q: bytes %d to %d", wording, a.From, a.To)
		case math.IsNaN(a.Value) || math.IsInf(a.Value, 0) || math.IsInf(a.Max, 0) || math.IsNaN(a.Max):
			t.Errorf("%q: %v, %v", wording, a.Value, a.Max)
		case a.Comparator == "" || (a.Max != 0) != (a.Comparator == "range" || a.Comparator == "order") && a.Max != 0:
			t.Errorf("%q: %+v", wording, a)
		case a.Max != 0 && a.Max <= a.Value:
			t.Errorf("%q: from %v to %v", wording, a.Value, a.Max)
		}
	})
}
