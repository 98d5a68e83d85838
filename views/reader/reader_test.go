package reader

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/data/fixture"
	"beltroad/internal/session"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// It begins with the article; what stands around that on its page is folded.
func TestBeginsWithTheArticle(t *testing.T) {
	p, _ := shown(t, usual, nil)
	var said []string
	ui.Walk(p.rows.text.Live(0), func(o fyne.CanvasObject) bool {
		if text, ok := o.(*ui.Text); ok {
			said = append(said, text.String())
		}
		return true
	})
	if want := p.dossier.Sources()[0].Title; len(said) == 0 || said[0] != want {
		t.Errorf("it begins with %q, not with %q", said, want)
	}
	for _, n := range p.rows.article {
		if par := p.rows.par(n); !isArticle(par) {
			t.Errorf("¶%d, a %s, is in the article", par.N, par.Kind)
		}
	}
	if len(p.rows.article)+len(p.rows.around) != len(p.dossier.Paragraphs()) || p.rows.rest.Visible() {
		t.Error("paragraphs are missing, or what is around the article is not folded")
	}
	p.rows.fold.Tapped(nil)
	if !p.rows.rest.Visible() {
		t.Error("it does not unfold")
	}
	p.rows.fold.Tapped(nil)
	n := p.rows.around[0]
	p.Open(route.Paragraph(n))
	p.Arrive(route.Paragraph(n))
	if passage := p.Passage(n); passage == nil || !passage.Selected || !p.rows.rest.Visible() {
		t.Errorf("¶%d is not shown", n)
	}
}

// The made-up dossier's passages, as each lens words them.
func TestLooksOfPassages(t *testing.T) {
	for _, l := range lenses() {
		p, _ := shown(t, fyne.NewSize(700, 4000), nil)
		if l.own {
			p.TakeCopy(aFile("copy.txt", fixture.HarbourText))
		}
		p.through(l)
		for _, n := range []int{7, 12, 13, 24} {
			uitest.Looks(t, fmt.Sprintf("%s-%d", l.key, n), p.Passage(n))
		}
	}
	uitest.NoTwoLookTheSame(t, 8)
}

// What the ledger knows in a paragraph opens beside the text.
func TestMentionsOpenBesideTheText(t *testing.T) {
	p, host := shown(t, fyne.NewSize(900, 4000), nil)
	opened := 0
	for _, n := range p.rows.article {
		par := p.rows.par(n)
		if par.Kind != "body" && par.Kind != "caption" {
			continue
		}
		for _, m := range p.dossier.Mentions(par.N) {
			words := par.Summary[m.Start:m.End]
			link := links(p, par.N)[words]
			if link == nil {
				continue // over two lines, or a second one of the same name
			}
			link.Tapped(nil)
			if to := host.Last(); to.Kind != route.Read || to.Pane != leadsTo(m).Pane || to.Pane.ID == "" {
				t.Errorf("¶%d: %q opens %s", par.N, words, to)
			}
			opened++
		}
		links(p, par.N)[record.Cite(par.N)].Tapped(nil)
		if host.Last() != route.Paragraph(par.N) {
			t.Errorf("¶%d opens %s", par.N, host.Last())
		}
	}
	if opened < 20 {
		t.Errorf("opened %d only", opened)
	}
}

// Attributed, each run of sentences says first whose word it is.
func TestAttributed(t *testing.T) {
	p, _ := shown(t, fyne.NewSize(900, 4000), nil)
	p.through(lenses()[1])
	for n, want := range map[int]string{
		13: "¶13 Reported by",
		24: "¶24 Held by",
		31: "¶31 Promised",
	} {
		if got := texts(p, n)[0].String(); !strings.HasPrefix(got, want) {
			t.Errorf("¶%d begins %.60q, want %q", n, got, want)
		}
	}
	got := texts(p, 13)[0].String()
	if first, second := strings.Index(got, "Reported by"), strings.Index(got, "holds:"); second < 0 {
		if second = strings.Index(got, "Held by"); second < first {
			t.Errorf("¶13 says %q", got)
		}
	}
}

// Who knows the number that the source prints finds the paragraph by it.
func TestPrintedNumbers(t *testing.T) {
	files := datatest.Files(t, fixture.Harbour())
	table := string(files["paragraphs.csv"].Data)
	row := regexp.MustCompile(`(?m)^(13,.*,)(,[^,\n]*)$`)
	files["paragraphs.csv"].Data = []byte(row.ReplaceAllString(table, "${1}article 4$2"))
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	reading := session.Defaults().Reading
	d := datatest.Open(t, files)
	p, k := onDesk(t, d, &reading)
	uitest.InWindow(t, p.Content(), fyne.NewSize(900, 4000))
	p.Open(route.Paragraph(13))
	p.Arrive(route.Paragraph(13))
	for n, want := range map[int]string{12: "¶12 ", 13: "¶13 article 4 "} {
		if got := texts(p, n)[0].String(); !strings.HasPrefix(got, want) || strings.HasPrefix(got, want+"article") {
			t.Errorf("¶%d begins %.40q, want %q", n, got, want)
		}
	}
	said := ""
	par, _ := d.Paragraph(13)
	ui.Walk(Pane(d, p.words, k.Host, par), func(o fyne.CanvasObject) bool {
		if text, ok := o.(*ui.Text); ok {
			said += text.String() + "\n"
		}
		return true
	})
	if !strings.Contains(said, "¶13, article 4") {
		t.Errorf("beside it stands %.80q", said)
	}
}

func TestVoices(t *testing.T) {
	p, _ := shown(t, usual, nil)
	par, _ := p.dossier.Paragraph(13)
	all := voices(p.dossier, par)
	if len(all) != 2 || all[0].claim == all[1].claim {
		t.Fatalf("¶13 has %+v", all)
	}
	for _, v := range all {
		if s := par.Summary[v.span.Start:v.span.End]; !strings.HasSuffix(s, ".") || strings.HasPrefix(s, " ") {
			t.Errorf("a run is %q", s)
		}
	}
	par.Claims = nil
	if all := voices(p.dossier, par); len(all) != 1 || all[0].span.End != len(par.Summary) || all[0].claim != "" {
		t.Errorf("without claims it has %+v", all)
	}
}

// What stands beside the text goes along with it, without a click, and goes nowhere.
func TestPortalFollows(t *testing.T) {
	p, host := shown(t, usual, nil)
	seen := map[int]bool{}
	for range 200 {
		if n := p.inView(); p.portal.shown != n || p.reading != n {
			t.Fatalf("at %v, ¶%d is read and beside it stands ¶%d, at the top third is ¶%d", p.scroll.Offset(), p.reading, p.portal.shown, n)
		}
		if passage := p.Passage(p.reading); passage == nil || !passage.Read {
			t.Errorf("¶%d does not show that it is read", p.reading)
		}
		seen[p.reading] = true
		before := p.scroll.Offset()
		if p.Key(fyne.KeyDown); p.scroll.Offset() == before {
			break
		}
	}
	if len(seen) < 20 || len(host.Gone) > 0 {
		t.Errorf("it followed %d paragraphs, and went to %v", len(seen), host.Gone)
	}
	p.toggleFollow()
	if p.Beside() != nil || host.Last() != route.To(route.Read, "") {
		t.Errorf("beside the text stands %v, it went to %s", p.Beside(), host.Last())
	}
	shown := p.portal.shown
	p.Key(fyne.KeyHome)
	if p.portal.shown != shown {
		t.Error("what is not there follows")
	}
	p.toggleFollow()
	if p.Beside() == nil || p.portal.shown != p.reading {
		t.Error("it does not follow again")
	}
}

// The contents show where the text is, and lead there.
func TestContentsFollow(t *testing.T) {
	p, _ := shown(t, usual, nil)
	for i, h := range p.contents.headings {
		p.contents.goTo(i)
		if p.contents.current != i && !p.scroll.AtEnd() {
			t.Errorf("at ¶%d, %q is marked", h.N, p.contents.names[p.contents.current])
		}
		line := p.contents.list.Live(p.contents.current)
		if line == nil {
			t.Fatalf("%q is out of sight", p.contents.names[p.contents.current])
		}
		depth, _ := p.contents.scroll.Depth(line)
		if y := depth - p.contents.scroll.Offset(); y < 0 || y+line.Size().Height > p.contents.scroll.Size().Height {
			t.Errorf("%q is out of sight, at %v", p.contents.names[p.contents.current], y)
		}
	}
	p.Key(fyne.KeyEnd)
	if last := len(p.contents.headings) - 1; p.contents.current != last {
		t.Errorf("at the end, %q is marked", p.contents.names[p.contents.current])
	}
}

// A place in the text is found again exactly, and in another size of text, too.
func TestStateIsFoundAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) // #nosec G404 -- the same each time
	p, _ := shown(t, usual, nil)
	for i := range 20 {
		if i == 10 {
			p.toggleAround()
		}
		p.through(lenses()[i%2])
		p.scroll.ScrollTo(random.Float32() * p.scroll.Children()[0].Size().Height)
		st, at := p.State(), p.scroll.Offset()
		again, _ := shown(t, usual, nil)
		again.Restore(st)
		if got := again.scroll.Offset(); math.Abs(float64(got-at)) > 0.5 || again.State().String() != st.String() {
			t.Errorf("left at %v, %s, it is found at %v, %s", at, st, got, again.State())
		}
		larger, _ := shown(t, fyne.NewSize(1000, 600), func(r *session.Reading) { r.ReadSize = 150 })
		larger.Restore(st)
		want, got := int(p.at()), int(larger.at())
		if got != want && !larger.scroll.AtEnd() {
			t.Errorf("left at row %d, in large it is found at row %d", want, got)
		}
	}
}

// While one paragraph is read, scrolling costs a look-up.
func TestFollowingIsALookUp(t *testing.T) {
	p, _ := shown(t, usual, nil)
	p.scroll.ScrollTo(200)
	if n := testing.AllocsPerRun(100, p.follow); n > 4 {
		t.Errorf("it allocates %v times", n)
	}
}

func TestBar(t *testing.T) {
	p, host := shown(t, usual, nil)
	for range 30 {
		p.ScaleText(+1)
	}
	if host.Likes.ReadSize != 200 || p.look.SizeOf(ui.SizeBody) != 14 {
		t.Errorf("the text is as large as %d, and the window's %v", host.Likes.ReadSize, p.look.SizeOf(ui.SizeBody))
	}
	p.ScaleText(0)
	if host.Likes.ReadSize != 100 {
		t.Errorf("its normal size is %d", host.Likes.ReadSize)
	}
	before := p.at()
	for _, a := range p.actions() {
		if a.on == nil {
			continue
		}
		was := a.on()
		if a.do(); a.on() == was && a.key != "ground.window" {
			t.Errorf("%s does nothing", a.key)
		}
		if a.do(); a.on() != was && !strings.HasPrefix(a.key, "ground.") {
			t.Errorf("%s cannot be undone", a.key)
		}
	}
	if p.at() != before {
		t.Errorf("the text moved from %v to %v", before, p.at())
	}
}
