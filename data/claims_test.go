package data

import (
	"slices"
	"strings"
	"testing"
)

// claimed are the good paragraphs with claims for the second one.
func claimed(claims string) map[string]string {
	content := strings.ReplaceAll(goodFiles()["paragraphs.csv"], "\n", ",\n")
	content = strings.Replace(content, "summary,\n", "summary,claims\n", 1)
	content = strings.Replace(content, "21 million more.\",\n", "21 million more. It may carry more.\","+claims+"\n", 1)
	return map[string]string{"paragraphs.csv": content}
}

func TestClaims(t *testing.T) {
	d := mustOpen(t, mapFS(with(claimed("reported;opinion"))))
	p, _ := d.Paragraph(2)
	if !slices.Equal(p.Claims, []Claim{Reported, Opinion}) {
		t.Errorf("got %q", p.Claims)
	}
	if p, _ = d.Paragraph(1); len(p.Claims) > 0 {
		t.Errorf("where nothing is said there is %q", p.Claims)
	}
	d = mustOpen(t, mapFS(with(claimed("reported; reported"))))
	if p, _ := d.Paragraph(2); len(p.Claims) != 2 {
		t.Errorf("one that is there twice: %q", p.Claims)
	}
}

func TestOpenRefusesClaims(t *testing.T) {
	for claims, want := range map[string]string{
		"reported":                   "paragraphs.csv row 3, column claims: found 1 claim, allowed: 2 claims, one for each sentence of summary",
		"reported;opinion;opinion":   "paragraphs.csv row 3, column claims: found 3 claims, allowed: 2 claims, one for each sentence of summary",
		"reported;achieved":          `paragraphs.csv row 3, column claims: found "achieved" in a list`,
		"reported;":                  `paragraphs.csv row 3, column claims: found "" in a list`,
		"reported,opinion,estimate,": "paragraphs.csv row 3: found 10 cells",
	} {
		ps := refused(t, mapFS(with(claimed(claims))))
		if !slices.ContainsFunc(ps, func(p Problem) bool { return strings.HasPrefix(p.String(), want) }) {
			t.Errorf("%q: got\n%v", claims, ps)
		}
	}
}

// The sentences of a summary are Unicode's.
func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"":                   nil,
		"  ":                 nil,
		"One.":               {"One."},
		" One.  Two? Three!": {"One.", "Two?", "Three!"},
		"The line (see No. 21) carried 1.5 million. Then more.":  {"The line (see No. 21) carried 1.5 million.", "Then more."},
		"It is “well known.” Others doubt it: “is it?” Perhaps.": {"It is “well known.”", "Others doubt it: “is it?”", "Perhaps."},
		"一带一路。第二句！":                                              {"一带一路。", "第二句！"},
	} {
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
}

// Each sentence of the built-in dossier's body and captions says what kind it is,
// and the ledger agrees: what a paragraph's figures and statements are, one of its
// sentences is.
func TestBuiltinClaims(t *testing.T) {
	eachBuiltin(t, func(t *testing.T, d *Dossier) {
		t.Helper()
		for _, p := range d.Paragraphs() {
			if says := p.Kind == "body" || p.Kind == "caption"; says != (len(p.Claims) > 0) {
				t.Errorf("¶%d, %s, has claims %q", p.N, p.Kind, p.Claims)
				continue
			} else if !says {
				continue
			}
			sentences := Sentences(p.Summary)
			for _, m := range d.Mentions(p.N) {
				f, ok := d.Figure(m.Figure)
				if !ok {
					continue
				}
				i := slices.IndexFunc(sentences, func(s Span) bool { return m.Start >= s.Start && m.End <= s.End })
				if i < 0 || p.Claims[i] != f.Claim && !slices.Contains(mixed, f.ID) {
					t.Errorf("¶%d: %s is a figure that is %s, its sentence is not", p.N, f.ID, f.Claim)
				}
			}
			for _, s := range d.StatementsOfParagraph(p.N) {
				if !slices.Contains(p.Claims, s.Claim) && !slices.Contains(mixed, s.ID) {
					t.Errorf("¶%d: statement %s is %s, no sentence is", p.N, s.ID, s.Claim)
				}
			}
		}
	})
}

// mixed are records in sentences that have more than one kind: the sentence is
// marked by what it mainly says.
var mixed = []string{
	"next-decade", "front-success", "years-since-proposal", // with a promise, in a report, in a judgement
	"finance-fund-vital", "finance-center", "finance-sustainable", // with reports of the same bodies
}

func TestMentionsOfPlacesAndEvents(t *testing.T) {
	files := map[string]string{
		"paragraphs.csv": "n,section,heading,kind,pillar,summary\n" +
			"1,front,,title,,A title about a pact of 2023.\n" +
			"2,I,Rail,body,rail,\"The North Line to Boten opened on 3 December 2021, and ran 21 million, 2021 more.\"\n" +
			"3,I,Rail,body,rail,\"Growth from 17 and 18 October 2023; see Boten on the North Line.\"\n" +
			"4,III,Sea,body,sea,Mohan is not tied here.\n",
		"events.csv": "id,date,label,project,paragraph\n" +
			"pact-year,2023,The pact,,1\n" +
			"opening,2021-12-03,Line opened,north-line,2\n" +
			"first-day,2023-10-17,First day,,3\n" +
			"last-day,2023-10-18,Last day,,3\n" +
			"unsaid,1999,Not said,,4\n",
	}
	d := mustOpen(t, mapFS(with(files)))
	for n, want := range map[int]string{
		1: "pact=pact 2023=pact-year",
		2: "North Line=north-line Boten=boten 3 December 2021=opening 21 million=riders",
		3: "17=first-day 18 October 2023=last-day Boten=boten North Line=north-line",
		4: "",
	} {
		p, _ := d.Paragraph(n)
		var got []string
		for _, m := range d.Mentions(n) {
			got = append(got, p.Summary[m.Start:m.End]+"="+m.Figure+m.Project+m.Place+m.Event)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Mentions(%d) = %q, want %q", n, got, want)
		}
	}
}
