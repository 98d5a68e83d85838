package amount

import (
	"strings"
	"testing"
)

// measured are wordings whose unit has more than letters, in the form of the other table.
var measured = []struct{ wording, want string }{
	{"3,000 m²", "exact 3000|m²"},
	{"50 m3", "exact 50|m³"},
	{"10 km²", "exact 10|km²"},
	{"12 kg/m²", "exact 12|kg/m²"},
	{"5 t CO2", "exact 5|t CO₂"},
	{"5 t CO₂", "exact 5|t CO₂"},
	{"120 g CO2/km", "exact 120|g CO₂/km"},
	{"400 µg/m³", "exact 400|µg/m³"},
	{"400 μg/m3", "exact 400|µg/m³"},
	{"7 kWh/m2", "exact 7|kWh/m²"},
	{"4.5 Mt CO2e", "exact 4.5|Mt CO₂e"},
	{"4 tCO2e per person", "exact 4|t CO₂e per person"},
	{"12 km2", "exact 12|km²"},
	{"5m2", "exact 5|m²"},
	{"5m²", "exact 5|m²"},
	{"5 m^2", "exact 5|m²"},
	{"5 sq km", "exact 5|km²"},
	{"5 sq. m", "exact 5|m²"},
	{"5 square metres", "exact 5|square metres"},
	{"5 ㎡", "exact 5|m²"},
	{"12 ℃", "exact 12|°C"},
	{"3,000 m 2 times", "exact 3000|m|several"},
	{"3 people²", "exact 3|people|unused [²]"},
	{"230¹", "! unread [¹]"},
	{"3000平方米", "exact 3000|平方米"},
	{"50亿立方米", "exact 5000000000|立方米"},
	{"960万平方公里", "exact 9600000|平方公里"},
	{"5吨二氧化碳", "exact 5|吨二氧化碳"},
	{"5吨二氧化碳当量", "exact 5|吨二氧化碳当量"},
	{"5吨CO2当量", "exact 5|吨CO₂当量"},
	{"500兆瓦", "exact 500|兆瓦"},
	{"over 20 m² or more", "over 20|m²"},
	{"15 m2 of green space per person", "exact 15|m² of green space per person"},
	{"at least 9 m² per resident", "over 9|m² per resident|inclusive"},
	{"10 m³/s", "exact 10|m³/s"},
	{"2 m x 3 m", "exact 2|m|several"},
}

// rates are wordings of so much for each.
var rates = []struct{ wording, want string }{
	{"$5 per head", "exact 5|$ per head"},
	{"less than $1.25 a day", "under 1.25|$ a day"},
	{"€50/t", "exact 50|€/t"},
	{"€50/MWh in 2023", "exact 50|€/MWh"},
	{"US$2 million per year", "exact 2000000|US$ per year"},
	{"2.9 % per year", "exact 2.9|% per year"},
	{"2.9%/year", "exact 2.9|%/year"},
	{"5 per cent per annum", "exact 5|per cent per annum"},
	{"$5 a", "exact 5|$"},
	{"$5 a new school", "exact 5|$"},
	{"5 per cent of 3 pupils", "exact 5|per cent|several"},
}

// plain are wordings all of which was understood, or is said of something else.
var plain = []struct{ wording, want string }{
	{"minus 5 %", "exact -5|%"},
	{"minus 12 °C", "exact -12|°C"},
	{"−12 °C", "exact -12|°C"},
	{"–5 %", "exact -5|%"},
	{"-5", "exact -5"},
	{"12 °C below zero", "exact -12|°C"},
	{"more than 5 °C below zero", "under -5|°C"},
	{"5 to 10 degrees below zero", "range -10 -5|degrees"},
	{"零下12℃", "exact -12|°C"},
	{"零下五六度", "range -6 -5|度"},
	{"负5%", "exact -5|%"},
	{"负百分之五", "exact -5|百分之"},
	{"-$5 million", "exact -5000000|$"},
	{"US$-5", "exact -5|US$"},
	{"minus five", "exact -5"},
	{"about minus 5", "about -5"},
	{"minus 5 to minus 3 °C", "range -5 -3|°C"},
	{"-5 to 3", "range -5 3"},
	{"10^6", "exact 1000000"},
	{"10⁶", "exact 1000000"},
	{"1.2×10^6", "exact 1200000"},
	{"1.2 × 10⁶ people", "exact 1200000|people"},
	{"1.2x10^6", "exact 1200000"},
	{"10^-3", "exact 0.001"},
	{"7 lakh", "exact 700000"},
	{"7 lakh people", "exact 700000|people"},
	{"2.5 crore rupees", "exact 25000000|rupees"},
	{"Rs 5 crore", "exact 50000000|Rs"},
	{"1,00,000", "exact 100000"},
	{"12,34,567 people", "exact 1234567|people"},
	{"1,9100,0000", "exact 191000000"},
	{"two lakh fifty thousand", "exact 250000"},
	{"5 lakh crore", "exact 5e+12"},
	{"lakhs of people", "order 100000 10000000|people"},
	{"1 million 200 thousand", "exact 1200000"},
	{"1 million and 200 thousand", "exact 1200000"},
	{"3 million 500 thousand people", "exact 3500000|people"},
	{"1亿2000万", "exact 120000000"},
	{"3万5000", "exact 35000"},
	{"2亿3千万人", "exact 230000000|人"},
	{"5 and a half", "exact 5.5"},
	{"5 and a half million", "exact 5500000"},
	{"two and a half hours", "exact 2.5|hours"},
	{"at least 3 and at most 5", "range 3 5"},
	{"at least 3 people and at most 5 people", "range 3 5|people"},
	{"≥3, ≤5", "range 3 5"},
	{"至少3个，至多5个", "range 3 5|个"},
	{"未来5年投资100亿元", "exact 1e+10|元"},
	{"非洲53个国家", "exact 53|国家"},
	{"超过150个以上", "over 150"},
	{"5 times", "exact 5|times"},
	{"2.9 percent", "exact 2.9|percent"},
	{"some 40 percent of trade with Africa", "about 40|percent"},
	{"rose by 5 %", "exact 5|%"},
	{"5 m above sea level", "exact 5|m above sea level"},
	{"5 m below sea level", "exact 5|m below sea level"},
	{"150 countries around the world", "exact 150|countries"},
	{"10 to 20", "range 10 20"},
	{"5-7", "range 5 7"},
	{"1.2 million", "exact 1200000"},
	{"2 million km²", "exact 2000000|km²"},
	{"3 ha", "exact 3|ha"},
	{"5 m/s²", "exact 5|m/s²"},
	{"10 W/(m²·K)", "exact 10|W/(m²·K)"},
	{"1 000 m²", "exact 1000|m²"},
	{"CO2 of 420 ppm", "exact 420|ppm"},
	{"420 ppm CO2", "exact 420|ppm CO₂"},
	{"the G20 gave 3 billion", "exact 3000000000"},
	{"H2O 5", "exact 5"},
	{"A4 paper: 500 sheets", "exact 500|sheets"},
	{"5 kg CO2-eq/m2", "exact 5|kg CO₂-eq/m²"},
	{"0.2 °C per decade", "exact 0.2|°C per decade"},
	{"one-and-a-half million", "exact 1500000"},
	{"5-and-a-half", "exact 5.5"},
	{"about a total of 86", "about 86"},
	{"the other 5 countries", "exact 5|countries"},
	{"约占40%", "about 40|%"},
	{"几乎150个", "about 150|个"},
	{"5家半导体企业", "exact 5|半导体企业"},
	{"一百五", "exact 150"},
	{"三千五", "exact 3500"},
	{"两万三", "exact 23000"},
	{"一百五十", "exact 150"},
	{"两千零五", "exact 2005"},
	{"No of schools 5", "exact 5"},
	{"230 countries and regions", "exact 230|countries and regions"},
	{"trade volume reached US$19.1 trillion", "exact 1.91e+13|US$"},
	{"China signed cooperation documents with over 150 countries", "over 150|countries"},
	{"同比增长5%", "exact 5|%"},
	{"占全球GDP的40%", "exact 40|%"},
	{"共建\"一带一路\"国家超过150个", "over 150|个"},
	{"进出口总额达19.1万亿美元", "exact 1.91e+13|美元"},
	{"with a total length of 1,035 km", "exact 1035|km"},
	{"the first 10 years", "exact 10|years"},
	{"150 schools without electricity", "exact 150|schools without electricity"},
	{"40 percent of households have no water", "exact 40|percent"},
	{"a 1,500-km railway", "exact 1500|km railway"},
	{"10-12 hours", "range 10 12|hours"},
	{"no. 3", "rank 3"},
	{"3-4%", "range 3 4|%"},
	{"5 per cent per annum", "exact 5|per cent per annum"},
	{"0.7 per cent of gross national income", "exact 0.7|per cent"},
	{"300 MW of solar power", "exact 300|MW of solar power"},
	{"12 km of tramway", "exact 12|km of tramway"},
	{"3 new bridges", "exact 3|new bridges"},
	{"45,000 m² of roofs", "exact 45000|m² of roofs"},
	{"100 ha of forest", "exact 100|ha of forest"},
	{"60 dB(A)", "exact 60|dB(A)"},
	{"30 km/h zones", "exact 30|km/h zones"},
}

// told are wordings of which a part changes what the number means, with that part where
// nothing was made of it: never is a number taken without a word.
var told = []struct{ wording, want string }{
	{"20 minus 5", "! unread [minus]"},
	{"2^3", "! unread [^]"},
	{"5²", "! unread [²]"},
	{"10的6次方", "! unread [次方]"},
	{"10 to the power of 6", "! unread [the power]"},
	{"1.2亿2000万", "exact 120000000||several"},
	{"third of 5", "! fraction"},
	{"a third of 5", "! fraction"},
	{"third of all commuters", "! fraction"},
	{"the third of the schools", "exact 3|schools|ordinal"},
	{"half of 5", "! fraction"},
	{"2 1/2", "! fraction"},
	{"5½", "! fraction"},
	{"150 countries, two thirds of the world", "exact 150|countries|several"},
	{"not 230", "! unread [not]"},
	{"not more than 230", "under 230||inclusive"},
	{"not only 230", "! unread [not]"},
	{"isn't 230", "! unread [isn't]"},
	{"all but 5", "! unread [all but]"},
	{"other than 5", "! unread [other than]"},
	{"over 200 but under 300", "range 200 300||exclusive"},
	{"at least 3 schools and at most 5 teachers", "over 3|schools|unused [at most]"},
	{"more than 3 and fewer than 5", "range 3 5||exclusive"},
	{">3 <5", "range 3 5||exclusive"},
	{"under 300 but over 200", "range 200 300||exclusive"},
	{"3 or more but less than 10", "range 3 10||exclusive"},
	{"超过200但不到300", "range 200 300||exclusive"},
	{"多于3个且少于5个", "range 3 5|个|exclusive"},
	{"over 300 but under 200", "over 300||several"},
	{"no longer than 5 km", "under 5|km|inclusive"},
	{"not above 5", "under 5||inclusive"},
	{"不大于5", "under 5||inclusive"},
	{"不小于5", "over 5||inclusive"},
	{"未超过5", "under 5||inclusive"},
	{"没有达到230", "! unread [没有达到]"},
	{"不是230", "! unread [不是]"},
	{"非230", "! unread [非]"},
	{"不过150个国家", "under 150|国家|inclusive"},
	{"about 5 to 7", "range 5 7||unused [about]"},
	{"over tens of billions", "order 1e+10 1e+11||unused [over]"},
	{"under about 5", "about 5||unused [under]"},
	{"at least about 5", "about 5||unused [at least]"},
	{"about 150 or more", "about 150||unused [or more]"},
	{"twice 5", "! unread [twice]"},
	{"x 5", "! unread [x]"},
	{"×5", "! unread [×]"},
	{"half 5", "! fraction"},
	{"5 times as many", "! factor"},
	{"5 more countries", "exact 5||unused [more]"},
	{"40 percent more trade", "exact 40|percent|unused [more]"},
	{"40 percent less than in 2012", "exact 40|percent|unused [less]"},
	{"230?", "exact 230||unused [?]"},
	{"230*", "exact 230||unused [*]"},
	{"230 countries, but not China", "exact 230|countries|unused [but]"},
	{"230 countries (except China)", "exact 230|countries|unused [except]"},
	{"up to and including 5", "under 5||inclusive"},
	{"as few as 5", "over 5||inclusive"},
	{"within 5 km", "exact 5|km|unused [within]"},
	{"5 ± 2", "! unread [±]"},
	{"up from 230", "exact 230||change"},
	{"rose from 230", "exact 230||change"},
	{"5 of 10", "exact 5||several"},
	{"24/7", "! fraction"},
	{"150以外", "exact 150|以外|unused [以外]"},
	{"5倍", "! factor"},
	{"不含5", "! unread [不含]"},
	{"zero to 5", "exact 5||unused [zero]"},
	{"5 to zero", "exact 5||unused [zero]"},
	{"most of the 150 countries", "exact 150|countries|unused [most of]"},
	{"some of the 150 countries", "exact 150|countries|unused [some of]"},
	{"46 less developed countries", "exact 46|less developed countries|unused [less]"},
	{"never more than 5", "under 5||inclusive"},
	{"does not exceed 5", "under 5||inclusive"},
	{"150个国家的一半", "exact 150|国家的一半|several"},
	{"三年半", "exact 3|年半|several"},
	{"5个半小时", "exact 5|半小时|several"},
	{"一百五六十人", "exact 160|人|scale"},
	{"5 m (16 ft)", "exact 5|m|several"},
	{"over 200 and under 300 schools", "range 200 300|schools|exclusive"},
	{"about 1.2 to 1.4 million", "range 1200000 1400000||unused [about]"},
	{"less than 70 per 100,000 live births", "under 70||several"},
}

// TestNothingIsDropped looks at wordings that say more than a number and what it counts.
func TestNothingIsDropped(t *testing.T) {
	if len(plain) < 40 || len(told) < 40 {
		t.Errorf("%d wordings without doubt, %d with", len(plain), len(told))
	}
	for _, table := range [][]struct{ wording, want string }{measured, rates, plain, told} {
		for _, c := range table {
			a, _ := Guess(c.wording)
			got := short(c.wording)
			if a.Part != "" {
				got += " [" + a.Part + "]"
			}
			if got != c.want {
				t.Errorf("%q: %s, want %s", c.wording, got, c.want)
			}
		}
	}
	for _, c := range plain {
		if a, ok := Guess(c.wording); !ok || a.Doubt != "" {
			t.Errorf("%q is in doubt: %s", c.wording, a.Doubt)
		}
	}
}

// TestWhatChangesANumber puts words that change it around numbers: what is understood is
// another quantity, or somebody is asked.
func TestWhatChangesANumber(t *testing.T) {
	for _, number := range []string{"230", "5 million", "12.5 %", "40 countries", "3,000 m²", "5 t CO2", "3亿", "40%", "150个国家"} {
		was, ok := Guess(number)
		if !ok || was.Doubt != "" {
			t.Errorf("%q: %+v", number, was)
		}
		for _, around := range []string{
			"not ~", "never ~", "isn't ~", "minus ~", "negative ~", "-~", "–~", "−~", "no ~", "neither ~", "without ~", "all but ~", "anything but ~", "other than ~", "except ~",
			"twice ~", "double ~", "half ~", "a third of ~", "x ~", "× ~", "out of ~", "most of ~", "some of the ~", "zero to ~", "hardly ~", "nowhere near ~",
			"over ~", "up to ~", "at least about ~", "as few as ~", "within ~", "no more than ~", "up from ~",
			"~?", "~*", "~ not", "~ minus 2", "~, but not all", "~ (except China)", "~ less than before", "~ more than before", "~ or more", "~ or none", "~ or so", "~ × 3", "~ ± 2", "~ to the power of 6",
			"超过~", "不到~", "不足~", "不是~", "没有~", "未达到~", "非~", "不含~", "约~", "负~", "零下~", "~以上", "~以外", "~左右", "~的一半",
		} {
			wording := strings.ReplaceAll(around, "~", number)
			a, ok := Guess(wording)
			if ok && a.Doubt == "" && a.Comparator == was.Comparator && a.Value == was.Value && a.Max == was.Max {
				t.Errorf("%q is taken for %q", wording, short(number))
			}
		}
	}
}
