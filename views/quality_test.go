package views

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"beltroad/data"
	"beltroad/data/datatest"
	find "beltroad/internal/search"
)

// query is what somebody types, and what it is meant to find: kind/id, one of
// several or something with a word in its title.
type query struct{ text, want string }

// asked are queries as a reader has them.
var asked = []query{
	// names
	{"belt and road initiative", "project/belt-and-road-initiative"},
	{"BRI", "project/belt-and-road-initiative"},
	{"OBOR", "project/belt-and-road-initiative"},
	{"one belt one road", "project/belt-and-road-initiative"},
	{"silk road fund", "project/silk-road-fund"},
	{"AIIB", "project/aiib"},
	{"asian infrastructure investment bank", "project/aiib"},
	{"world bank", "project/world-bank"},
	{"ADB", "project/asian-development-bank"},
	{"china-laos railway", "project/china-laos-railway"},
	{"laos china railway", "project/china-laos-railway"},
	{"railway to laos", "project/china-laos-railway"},
	{"jakarta bandung", "project/jakarta-bandung-high-speed-railway"},
	{"high speed rail indonesia", "project/jakarta-bandung-high-speed-railway"},
	{"whoosh", "project/jakarta-bandung-high-speed-railway"},
	{"bullet train", "project/jakarta-bandung-high-speed-railway"},
	{"piraeus", "project/port-of-piraeus"},
	{"port of piraeus", "project/port-of-piraeus"},
	{"gwadar", "project/port-of-gwadar"},
	{"kyaukpyu", "project/port-of-kyaukpyu"},
	{"CPEC", "project/china-pakistan-economic-corridor"},
	{"pakistan corridor", "project/china-pakistan-economic-corridor"},
	{"mombasa nairobi", "project/mombasa-nairobi-railway"},
	{"SGR", "project/mombasa-nairobi-railway"},
	{"addis ababa djibouti", "project/addis-ababa-djibouti-railway"},
	{"hungary serbia railway", "project/budapest-belgrade-railway"},
	{"lagos blue line", "project/lagos-blue-line"},
	{"blue line", "project/lagos-blue-line"},
	{"luban workshop", "project/luban-workshops"},
	{"juncao", "project/juncao-technology"},
	{"mushroom", "project/juncao-technology"},
	{"confucius", "project/confucius-institutes"},
	{"unionpay", "project/unionpay-mobile-payment"},
	{"mobile payment", "project/unionpay-mobile-payment"},
	{"RCEP", "project/rcep"},
	{"apec", "project/apec"},
	{"UN", "project/united-nations"},
	{"CIIE", "project/import-expo"},
	{"zhoushan port", "project/ningbo-zhoushan-port"},
	{"green silk road", "project/green-silk-road"},
	{"air silk road", "project/air-silk-road"},
	{"energy partnership", "project/energy-partnership"},
	{"debt sustainability", "project/debt-sustainability-framework"},
	{"AEO", "project/aeo-agreements"},
	{"NDRC", "project/ndrc"},
	{"tax", "project/tax-cooperation-mechanism"},
	{"CR Express", "project/china-railway-express"},
	{"china europe freight train", "project/china-railway-express"},
	{"climate change", "project/south-south-climate-initiative"},
	{"science alliance", "project/anso figure/anso-members"},
	{"ecommerce", "project/e-commerce-pilot-zones"},
	{"land-sea corridor", "project/land-sea-trade-corridor"},
	{"community of shared future", "project/community-of-shared-future"},
	// figures and numbers
	{"trade volume", "figure/trade-volume"},
	{"total trade", "figure/trade-volume"},
	{"imports and exports", "figure/trade-volume"},
	{"19.1 trillion", "figure/trade-volume"},
	{"US$19.1tn", "figure/trade-volume"},
	{"$ 19.1 tn", "figure/trade-volume"},
	{"19100000000000", "figure/trade-volume"},
	{"19,100,000,000,000", "figure/trade-volume"},
	{"19,1", "figure/trade-volume"},
	{"19.1", "figure/trade-volume"},
	{"19.1 trillion dollars", "figure/trade-volume"},
	{"19.1万亿", "figure/trade-volume"},
	{"380 billion", "figure/bilateral-investment"},
	{"$380bn", "figure/bilateral-investment"},
	{"1.3 trillion", "figure/contracts-turnover"},
	{"43.6 billion", "figure/aiib-financing"},
	{"43 600 000 000", "figure/aiib-financing"},
	{"7.6 million", "figure/extreme-poverty-2030"},
	{"7.6m people", "figure/extreme-poverty-2030"},
	{"32,000,000", "figure/moderate-poverty-2030"},
	{"0.7%", "figure/global-income-2030"},
	{"0.7-2.9 percent", "figure/global-income-2030"},
	{"2.3 billion doses", "figure/covid-vaccine-doses"},
	{"38 teams", "figure/covid-expert-teams"},
	{"over 230", "figure/cooperation-documents"},
	{"230 documents", "figure/cooperation-documents"},
	{"150 countries", "figure/document-countries"},
	{"86 routes", "figure/cr-express-routes"},
	{"200 cities", "figure/cr-express-cities"},
	{"21 million passengers", "figure/china-laos-passengers"},
	{"26 million tonnes", "figure/china-laos-freight"},
	{"5 million containers", "figure/piraeus-throughput"},
	{"fourth largest port", "figure/piraeus-rank"},
	{"75 projects", "figure/silk-road-fund-projects"},
	{"58 members", "figure/anso-members"},
	{"270 courses", "figure/juncao-courses"},
	{"10 000", "figure/juncao-trainees"},
	{"120 countries", "figure/environment-countries"},
	{"eight steps", "figure/forum-major-steps"},
	{"8 steps", "figure/forum-major-steps"},
	{"tens of billions", "figure/covid-masks"},
	{"face masks", "figure/covid-masks"},
	{"jabs", "figure/covid-vaccine-doses"},
	{"coronavirus vaccine", "figure/covid-vaccine-doses"},
	{"poverty 2030", "figure/extreme-poverty-2030 figure/moderate-poverty-2030"},
	{"global income", "figure/global-income-2030"},
	{"swap countries", "figure/swap-countries"},
	{"how many countries signed documents", "figure/document-countries"},
	{"investment in both directions", "figure/bilateral-investment"},
	{"golden decade", "figure/next-decade"},
	{"freight laos", "figure/china-laos-freight"},
	{"cargo piraeus", "figure/piraeus-throughput"},
	{"yuan", "project/rmb-payment-system project/rmb-clearing-arrangements"},
	// typing errors
	{"Piraus", "project/port-of-piraeus"},
	{"frieght trian", "project/china-railway-express project/china-laos-railway"},
	{"Vientaine", "place/vientiane"},
	{"Jakrata", "place/jakarta"},
	{"Kazakstan", "country/KAZ"},
	{"nairboi", "place/nairobi"},
	{"infrastucture", "pillar/infrastructure"},
	{"conectivity", "pillar/infrastructure"},
	{"Confucious institute", "project/confucius-institutes"},
	{"Duisberg", "place/duisburg"},
	{"reminbi", "project/rmb-payment-system project/rmb-clearing-arrangements"},
	{"Gwader", "project/port-of-gwadar"},
	{"vacine doses", "figure/covid-vaccine-doses"},
	{"Ethopia", "country/ETH"},
	{"Tajikstan", "country/TJK"},
	{"silkroad fund", "project/silk-road-fund"},
	{"tradevolume", "figure/trade-volume"},
	{"cooperaton documents", "project/belt-and-road-cooperation-documents figure/cooperation-documents"},
	{"mushroon", "project/juncao-technology"},
	{"Xi Jingping", "title:Xi"},
	{"povetry", "project/rural-poverty-plan figure/extreme-poverty-2030"},
	// countries, places, people
	{"kenya", "country/KEN"},
	{"Laos", "country/LAO"},
	{"greece", "country/GRC"},
	{"greek port", "project/port-of-piraeus"},
	{"Burma", "country/MMR"},
	{"Germany", "country/DEU"},
	{"South Korea", "country/KOR"},
	{"America", "country/USA"},
	{"Nigeria", "country/NGA"},
	{"kenya railway", "project/mombasa-nairobi-railway event/mombasa-opening"},
	{"thailand railway", "project/china-thailand-railway"},
	{"Peking", "place/beijing"},
	{"Singapore", "place/singapore country/SGP"},
	{"Addis", "place/addis-ababa"},
	{"shanghai", "place/shanghai"},
	{"Xi Jinping", "title:Xi"},
	{"Zheng Shanjie", "page/speakers"},
	{"Xinhua photo", "paragraph/9 paragraph/53"},
	// Chinese
	{"万象", "place/vientiane"},
	{"一带一路", "project/belt-and-road-initiative"},
	{"一帶一路", "project/belt-and-road-initiative"},
	{"中国", "country/CHN"},
	{"肯尼亚", "country/KEN"},
	{"亚投行", "project/aiib"},
	{"丝路基金", "project/silk-road-fund"},
	{"中老铁路", "project/china-laos-railway"},
	{"雅万高铁", "project/jakarta-bandung-high-speed-railway"},
	{"中欧班列", "project/china-railway-express"},
	{"人民币", "project/rmb-payment-system project/rmb-clearing-arrangements"},
	{"比雷埃夫斯", "project/port-of-piraeus place/piraeus"},
	{"北京", "place/beijing"},
	{"菌草", "project/juncao-technology"},
	{"疫苗", "figure/covid-vaccine-doses"},
	{"习近平", "title:Xi"},
	{"港", "project/port-of-piraeus project/ningbo-zhoushan-port project/port-of-gwadar project/port-of-kyaukpyu project/chuanshan-port-area"},
	// accents, width, signs
	{"PIRAEUS", "project/port-of-piraeus"},
	{"Pìraeüs", "project/port-of-piraeus"},
	{"Ｐｉｒａｅｕｓ", "project/port-of-piraeus"},
	{"pira\u00adeus", "project/port-of-piraeus"},
	{"China−Laos", "project/china-laos-railway"},
	{"China‑Laos Railway", "project/china-laos-railway"},
	{"Piraeus’s port", "project/port-of-piraeus"},
	{"peoples exchanges", "pillar/people"},
	{"turkiye", "second/anso-members-tubitak"},
	{"Türkiye", "second/anso-members-tubitak"},
	{"tubitak", "second/anso-members-tubitak"},
	// the rest: pillars, paragraphs, events, statements, other sources
	{"finance", "pillar/finance"},
	{"trade", "pillar/trade"},
	{"people to people", "pillar/people"},
	{"policy communication", "pillar/policy"},
	{"¶15", "paragraph/15"},
	{"paragraph 19", "paragraph/19"},
	{"17 October 2023", "event/forum-opens"},
	{"2023-10-17", "event/forum-opens"},
	{"December 2021", "event/china-laos-operation event/china-laos-opening"},
	{"lagos photo", "event/lagos-photo"},
	{"COSCO", "event/cosco-piraeus"},
	{"speech in Astana", "event/silk-road-belt-speech"},
	{"anti-corruption", "statement/task-anti-corruption"},
	{"corruption", "statement/task-anti-corruption statement/task-cross-border-corruption"},
	{"artificial intelligence", "statement/task-ai"},
	{"think tanks", "statement/trade-think-tanks"},
	{"free trade zones", "statement/trade-barriers"},
	{"traditional medicine", "statement/people-health-fields statement/task-chinese-medicine"},
	{"de-risking", "statement/benefit-derisking statement/benefit-barriers"},
	{"women", "statement/task-groups"},
	{"smart cities", "statement/task-digital-fields"},
	{"brookings", "second/document-countries-brookings"},
	{"mask exports customs", "second/covid-masks-customs"},
	{"Nature editorial", "second/joint-laboratories-count-nature"},
	// filters
	{"pillar:trade unit:USD", "figure/trade-volume"},
	{"claim:estimate poverty", "figure/extreme-poverty-2030"},
	{"in:places laos", "place/vientiane place/boten place/luang-prabang"},
	{"kind:railway kenya", "project/mombasa-nairobi-railway"},
	{"in:events forum", "event/forum-opens event/first-forum-opens event/forum-ends event/second-forum-leaders"},
	// while it is typed
	{"pir", "project/port-of-piraeus"},
	{"mush", "project/juncao-technology"},
	{"kaz", "country/KAZ"},
	{"trade vol", "figure/trade-volume"},
	{"19.1 tri", "figure/trade-volume"},
	{"Belt & Road", "project/belt-and-road-initiative"},
	{"metro", "project/lagos-blue-line"},
	{"25", "figure/cr-express-countries"},
	{"¶25", "paragraph/25"},
	{"20", "figure/luban-countries figure/swap-countries"},
	{"two trillion", "figure/contracts-new"},
	{"may 2017", "event/mombasa-opening event/world-bank-memorandum event/adb-memorandum event/first-forum-opens"},
	{"what is juncao", "project/juncao-technology"},
	{"how much money did the AIIB lend", "figure/aiib-financing project/aiib"},
	{"which port is the fourth largest in europe", "figure/piraeus-rank"},
	// what the presented source says before what others do
	{"chinese vaccines", "figure/covid-vaccine-doses"},
	{"Laos train passengers", "figure/china-laos-passengers"},
	{"5G", "paragraph/22 statement/trade-industry"},
	{"5g networks", "paragraph/22 statement/trade-industry"},
	{"author", "paragraph/3 paragraph/66"},
	{"author of the article", "paragraph/3 paragraph/66"},
	{"who wrote the article", "paragraph/3 paragraph/66"},
	{"Zheng Shanjie", "paragraph/3 paragraph/66"},
	// pages and commands
	{"dark", "command/menu.scheme.dark command/menu.scheme.switch"},
	{"dark mode", "command/menu.scheme.dark command/menu.scheme.switch"},
	{"night mode", "command/menu.scheme.dark command/menu.scheme.switch"},
	{"light colours", "command/menu.scheme.light"},
	{"export", "command/menu.save"},
	{"larger text", "command/text.larger command/read.larger"},
	{"zoom", "command/text.larger command/text.smaller"},
	{"font size", "command/text.larger command/text.smaller"},
	{"full screen", "command/menu.fullscreen"},
	{"fullscreen", "command/menu.fullscreen"},
	{"keyboard shortcuts", "command/menu.shortcuts"},
	{"shorcuts", "command/menu.shortcuts"},
	{"new window", "command/menu.window"},
	{"about", "command/menu.about"},
	{"quit", "command/menu.quit"},
	{"timeline", "page/timeline"},
	{"time line", "page/timeline"},
	{"map", "page/map"},
	{"charts", "page/chart"},
	{"graphs", "page/chart"},
	{"overview", "page/overview"},
	{"home page", "page/overview"},
	{"what comes next", "page/commitments"},
	{"promises", "page/commitments"},
	{"who says so", "page/speakers"},
	{"speakers", "page/speakers"},
	{"where sources differ", "page/differences"},
	{"principles", "page/principles"},
	{"in:pages read", "page/read"},
	{"all figures", "page/figure"},
}

// At least 95 % of the queries find what they are meant to within the first
// three, and at least 90 % before all else. All of them are listed, with the place
// that it has: 0 where it is not among the first ten.
func TestSearchQuality(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	index, err := Index(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	queries, leading := 0, 0
	for _, set := range []struct {
		name    string
		queries []query
	}{
		{"a reader's", asked}, {"outsiders'", askedByOutsiders}, {"held out", heldOut},
	} {
		var table strings.Builder
		n, first, firstThree := len(set.queries), 0, 0
		for _, q := range set.queries {
			r, err := index.Find(context.Background(), q.text, 10)
			if err != nil {
				t.Fatal(err)
			}
			hits := r.First(10)
			place := 1 + slices.IndexFunc(hits, q.isAnswered)
			if place == 1 {
				first++
			}
			if place >= 1 && place <= 3 {
				firstThree++
			}
			got := ""
			if len(hits) > 0 {
				got = fmt.Sprintf("%s/%s", hits[0].Kind, hits[0].Document().ID)
			}
			fmt.Fprintf(&table, "%2d  %-38s %-60s %s\n", place, q.text, q.want, got)
		}
		t.Logf("place, query, meant, found first:\n%s%d queries, %s: %d first (%.1f %%), %d within three (%.1f %%)",
			&table, n, set.name, first, 100*float64(first)/float64(n), firstThree, 100*float64(firstThree)/float64(n))
		if firstThree*100 < n*95 {
			t.Errorf("%s: %d of %d queries find what they are meant to within three", set.name, firstThree, n)
		}
		queries, leading = queries+n, leading+first
	}
	if leading*100 < queries*90 {
		t.Errorf("%d of %d queries find what they are meant to before all else", leading, queries)
	}
}

// isAnswered tells whether a hit is what a query is meant to find.
func (q query) isAnswered(h find.Hit) bool {
	for w := range strings.SplitSeq(q.want, " ") {
		if string(h.Kind)+"/"+h.Document().ID == w {
			return true
		}
	}
	name, rest, _ := strings.Cut(q.want, ":")
	return name == "title" && slices.Contains(strings.FieldsFunc(h.Document().Title, func(c rune) bool { return c == ' ' || c == '’' || c == ',' }), rest)
}
