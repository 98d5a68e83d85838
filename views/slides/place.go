package slides

import (
	"strings"

	"beltroad/data"
	"beltroad/internal/cite"
	"beltroad/internal/slide"
	"beltroad/internal/wording"
	"beltroad/views/route"
)

// place is what a slide says of a place; ok is false where the dossier lacks it.
func (m *Maker) place(r route.Route) (s slide.Slide, ok bool) {
	st := route.StateOf(r)
	switch r.Kind { // what shows the page itself, whatever stands open beside it
	case route.Map:
		return m.mapped(r, st)
	case route.Timeline:
		return m.timed(r, st)
	case route.Chart:
		return m.charted(r, st)
	case route.Differences:
		return m.differing(r.Pane.ID)
	case route.Speakers:
		return m.speaking(r.Pane.ID)
	}
	if r.Pane != (route.Ref{}) {
		return m.record(r.Pane, st)
	}
	switch r.Kind {
	case route.Overview:
		return m.overview(), true
	case route.Pillar:
		return m.pillarOf(r.ID)
	case route.Project:
		return m.tally(m.words.Say("nav.projects"), len(m.dossier.Projects()), "count.projects", true), true
	case route.Figure:
		return m.tally(m.words.Say("nav.figures"), len(m.dossier.Figures()), "count.figures", false), true
	case route.Principles:
		return m.stated(data.Principles, st)
	case route.Commitments:
		return m.stated(data.Commitments, st)
	case route.Read:
		return m.presented(), true
	default:
		return slide.Slide{Title: m.words.Say("slide.unshown"), Plain: m.words.Say("slide.unshown.how")}, true
	}
}

// record is what a slide says of a record that stands open beside a page.
func (m *Maker) record(of route.Ref, st route.State) (slide.Slide, bool) {
	switch of.Kind {
	case route.Figure:
		f, ok := m.dossier.Figure(of.ID)
		return m.figure(f), ok
	case route.Project:
		p, ok := m.dossier.Project(of.ID)
		return m.project(p), ok
	case route.Read:
		return m.passage(of.ID, st)
	case route.Map:
		return m.placeOf(of.ID)
	case route.Timeline:
		return m.event(of.ID)
	default:
		return slide.Slide{}, false
	}
}

// overview is the dossier: its first figures, and where its places are.
func (m *Maker) overview() slide.Slide {
	meta := m.dossier.Metadata()
	s := slide.Slide{Title: meta.Title}
	m.numbers(&s, m.headline(""))
	m.label(&s)
	if len(m.places.Places) > 0 {
		filter := m.places.Overview()
		filter.Only = true
		if places, _ := m.places.Pick(filter); len(places) == 0 {
			filter.Only = false
		}
		s.Visual = m.mapOf(filter, s.Title)
	}
	return s
}

// headline are the figures that the dossier puts first, of one pillar or of all.
func (m *Maker) headline(pillar string) []data.Figure {
	var all []data.Figure
	for _, id := range m.dossier.Metadata().Headline {
		if f, ok := m.dossier.Figure(id); ok && (pillar == "" || f.Pillar == pillar) {
			all = append(all, f)
		}
	}
	return all
}

// numbers gives a slide the first of some figures, at most three, and says what
// they rest on.
func (m *Maker) numbers(s *slide.Slide, figures []data.Figure) {
	const most = 3
	s.Figures = figures[:min(len(figures), most)]
	var claims []data.Claim
	var cited []int
	when := ""
	for i, f := range s.Figures {
		s.Numerals = append(s.Numerals, m.numeral(f))
		claims, cited = append(claims, f.Claim), append(cited, f.Paragraph)
		if w := m.words.When(f); i == 0 {
			when = w
		} else if w != when {
			when = "" // each has its own
		}
	}
	m.claims(s, claims...)
	for i, f := range s.Figures {
		if s.Claim == "" {
			s.Numerals[i].Badge = m.words.ClaimLong(f.Claim)
		}
	}
	s.Source = rests(m.source(cited...), when)
}

// label says of numbers of several things which each is of.
func (m *Maker) label(s *slide.Slide) {
	for i, f := range s.Figures {
		s.Numerals[i].Below = f.Label
	}
}

// pillarOf is a pillar: its name, a sentence, its strongest number.
func (m *Maker) pillarOf(id string) (slide.Slide, bool) {
	p, ok := m.dossier.Pillar(id)
	if !ok {
		return slide.Slide{}, false
	}
	s := slide.Slide{Kicker: m.words.Say("pillars"), Pillar: p.Order, Title: p.Name, Lead: firstSentence(p.Summary)}
	figures := m.headline(id)
	if len(figures) == 0 {
		if all := m.dossier.FiguresOfPillar(id); len(all) > 0 {
			figures = []data.Figure{*all[0]}
		}
	}
	m.numbers(&s, figures[:min(len(figures), 1)])
	m.label(&s)
	if len(figures) == 0 {
		s.Source = m.source(p.Paragraphs...)
	}
	return s, true
}

// firstSentence is the first sentence of a text.
func firstSentence(text string) string {
	for _, s := range data.Sentences(text) {
		return text[s.Start:s.End]
	}
	return ""
}

// project is a project: its status, up to three of its figures, its places.
func (m *Maker) project(p data.Project) slide.Slide {
	w := m.words
	s := slide.Slide{Title: p.Name, Lead: rests(w.Kind(p.Kind), w.Status(p.Status))}
	m.pillar(&s, p.Pillar)
	m.numbers(&s, m.dossier.FiguresOfProject(p.ID))
	if len(s.Numerals) == 0 {
		s.Lines = m.sentences(p.Summary, 0)
		s.Source = m.source(p.Paragraphs...)
	}
	m.locate(&s, p)
	return s
}

// passage is what a paragraph says, in our own words, each sentence with the sign
// of its claim.
func (m *Maker) passage(id string, st route.State) (slide.Slide, bool) {
	p, ok := m.dossier.Paragraph(atoi(id))
	if !ok {
		return slide.Slide{}, false
	}
	s := slide.Slide{Title: p.Heading, Source: m.source(p.N)}
	if section, ok := m.dossier.Section(p.Section); ok {
		s.Kicker = section.Title
	}
	if pillar, ok := m.dossier.Pillar(p.Pillar); ok {
		if s.Pillar = pillar.Order; p.Heading != pillar.Name {
			s.Kicker = pillar.Name
		}
	}
	if s.Title == "" {
		s.Title = m.words.Say("slide.passage", map[string]any{"Where": wording.Cite(p.N)})
	}
	from, to := passageOf(st, len([]rune(p.Summary)))
	var claims []data.Claim
	for i, span := range data.Sentences(p.Summary) {
		text := p.Summary[span.Start:span.End]
		begin := len([]rune(p.Summary[:span.Start]))
		if begin >= to || begin+len([]rune(text)) <= from {
			continue
		}
		l := slide.Line{Text: text}
		if i < len(p.Claims) {
			l.Claim = p.Claims[i]
			claims = append(claims, l.Claim)
		}
		s.Lines = append(s.Lines, l)
	}
	if n := len(s.Lines); n > 0 {
		s.Lines[n-1].Cite = wording.Cite(p.N)
	} else {
		s.Plain = m.words.NotStated()
	}
	m.claims(&s, claims...)
	return s, true
}

// presented is the source that the dossier presents.
func (m *Maker) presented() slide.Slide {
	all := m.dossier.Sources()
	if len(all) == 0 {
		return slide.Slide{Title: m.dossier.Metadata().Title}
	}
	s := slide.Slide{Kicker: m.words.Say("nav.read.source"), Title: all[0].Title, Large: true, Source: cite.Short(all[0])}
	s.Lines = []slide.Line{{Text: cite.Plain(withoutTitle(all[0]), m.words.Citation())}, {Text: m.words.Say("disclaimer"), Muted: true}}
	return s
}

// withoutTitle is a source whose title stands above.
func withoutTitle(s data.Source) data.Source {
	s.Title = ""
	return s
}

// tally is how many records of a kind there are, by pillar.
func (m *Maker) tally(title string, n int, count string, projects bool) slide.Slide {
	s := slide.Slide{Title: title, Numerals: []slide.Numeral{numeralOf(m.words.Count(count, n))}}
	for _, p := range m.dossier.Pillars() {
		of, figures := m.dossier.CountOfPillar(p.ID)
		if !projects {
			of = figures
		}
		s.Lines = append(s.Lines, slide.Line{Text: p.Name + ": " + m.words.Count(count, of)})
	}
	s.Source = m.source()
	return s
}

// sentences are those of a text as lines, the last with its citation.
func (m *Maker) sentences(text string, paragraph int) []slide.Line {
	var all []slide.Line
	for _, span := range data.Sentences(text) {
		all = append(all, slide.Line{Text: text[span.Start:span.End]})
	}
	if n := len(all); n > 0 && paragraph > 0 {
		all[n-1].Cite = wording.Cite(paragraph)
	}
	return all
}

// speaking is who says a figure, or who says how many of them.
func (m *Maker) speaking(figure string) (slide.Slide, bool) {
	w := m.words
	if figure != "" {
		f, ok := m.dossier.Figure(figure)
		if !ok {
			return slide.Slide{}, false
		}
		s := m.figure(f)
		speaker := f.Speaker
		if speaker == "" {
			speaker = w.Say("speakers.unnamed")
		}
		s.Lines = []slide.Line{{Text: w.Say("figure.speaker") + ": " + speaker, Strong: true}}
		others := m.dossier.SecondSourcesOf(f.ID)
		if len(others) == 0 {
			s.Lines = append(s.Lines, slide.Line{Text: w.Say("figure.second.none"), Muted: true})
		}
		for _, o := range others[:min(len(others), 2)] {
			src, _ := m.dossier.Source(o.Source)
			s.Lines = append(s.Lines, slide.Line{Text: w.Say("elsewhere.line", map[string]any{"Source": strings.TrimSpace(o.Quantity.Text + ", " + cite.Short(src)), "Independence": w.Say("independence." + string(o.Independence))}), Muted: true})
		}
		return s, true
	}
	return m.speakers(), true
}
