package slides

import (
	"slices"
	"strings"

	"beltroad/internal/lesson"
	"beltroad/internal/likeness"
	"beltroad/internal/slide"
	"beltroad/views/chart"
	"beltroad/views/route"
)

// likenesses are what kinds of records stand open beside pages.
var likenesses = map[route.Kind]likeness.Kind{
	route.Read: likeness.Paragraph, route.Figure: likeness.Figure, route.Project: likeness.Project, route.Map: likeness.Place, route.Timeline: likeness.Event,
}

// named is a place with other ids of the records that it names.
func named(r route.Route, id func(likeness.Ref) string) route.Route {
	ref := func(k likeness.Kind, was string) string { return id(likeness.Ref{Kind: k, ID: was}) }
	figures := func(all []string) []string {
		now := make([]string, len(all))
		for i, f := range all {
			now[i] = ref(likeness.Figure, f)
		}
		return now
	}
	st := route.StateOf(r)
	if k, ok := likenesses[r.Pane.Kind]; ok && r.Pane.ID != "" {
		was := r.Pane.ID
		if r.Pane.ID = ref(k, was); k == likeness.Paragraph && r.Pane.ID != was {
			r = without(r, route.StateAt) // the text stands elsewhere by now
			delete(st, route.StateAt)
		}
	}
	switch r.Kind {
	case route.Pillar:
		r.ID = ref(likeness.Pillar, r.ID)
	case route.Principles, route.Commitments:
		if st[Statement] != "" {
			st.Set(Statement, ref(likeness.Statement, st[Statement]))
		}
	case route.Chart:
		if all, ok := r.Compared(); ok {
			r.ID = route.Comparison(figures(all)).ID
		} else {
			r.ID = suggested(r.ID, ref)
		}
		for _, name := range []string{chart.HiddenState, chart.MarkedState} {
			st.Set(name, strings.Join(figures(chart.IDs(st[name])), ";"))
		}
	}
	if len(st) > 0 {
		r.State = st.String()
	}
	return r
}

// suggested is the id of a chart that the program suggests, which may be of a pillar or a project.
func suggested(id string, ref func(likeness.Kind, string) string) string {
	topic, about, _ := strings.Cut(id, "/")
	about, rest, more := strings.Cut(about, "/")
	k, ok := map[string]likeness.Kind{"pillar": likeness.Pillar, "project": likeness.Project}[topic]
	if !ok || about == "" {
		return id
	}
	id = topic + "/" + ref(k, about)
	if more {
		id += "/" + rest
	}
	return id
}

// Marked is a slide with what the records that it names are known by, so that it shows
// them in another version of the dossier, too. What is known of one already stays.
func Marked(f *likeness.Finder, s lesson.Slide) lesson.Slide {
	s.Shows = slices.Clone(s.Shows)
	mark := func(ref likeness.Ref) string {
		if i := shown(s, ref); i < 0 && len(s.Shows) < lesson.MostShown {
			if l, ok := f.Of(ref); ok {
				s.Shows = append(s.Shows, lesson.Shown{Ref: ref, Likeness: l})
			}
		}
		return ref.ID
	}
	if r, err := route.Parse(s.Place); err == nil {
		named(r, mark)
	}
	if s.Predict != nil {
		mark(likeness.Ref{Kind: likeness.Figure, ID: s.Predict.Figure})
	}
	return s
}

// MarkedAll is a lesson with all its slides marked; the same one where they are.
func MarkedAll(f *likeness.Finder, l *lesson.Lesson) *lesson.Lesson {
	c, more := *l, false
	c.Slides = slices.Clone(l.Slides)
	for i := range c.Slides {
		c.Slides[i] = Marked(f, c.Slides[i])
		more = more || len(c.Slides[i].Shows) > len(l.Slides[i].Shows)
	}
	if !more {
		return l
	}
	return &c
}

// shown is where in what a slide shows a record is; -1: nothing is known of it.
func shown(s lesson.Slide, ref likeness.Ref) int {
	return slices.IndexFunc(s.Shows, func(r lesson.Shown) bool { return r.Ref == ref })
}

// Here is a slide with its place as this version of the dossier has it. Lost is what it
// shows that is gone, or could be one of several; nil: nothing is.
func Here(f *likeness.Finder, s lesson.Slide) (here lesson.Slide, lost *lesson.Shown) {
	if len(s.Shows) == 0 {
		return s, nil
	}
	here = s
	here.Shows = slices.Clone(s.Shows)
	gone := map[likeness.Ref]*lesson.Shown{}
	find := func(ref likeness.Ref) string {
		i := shown(s, ref)
		if i < 0 {
			return ref.ID
		}
		id, ok := f.Find(ref, s.Shows[i].Likeness)
		if !ok {
			gone[ref] = &s.Shows[i]
			return ref.ID
		}
		here.Shows[i].ID = id
		return id
	}
	if r, err := route.Parse(s.Place); err == nil {
		now := named(r, find)
		if i := shown(s, mainOf(r)); i >= 0 && r.Pane.Kind == route.Read && !sameWords(f, s.Shows[i], now.Pane.ID) {
			now = without(now, Passage)
		}
		if now != r {
			here.Place = now.String()
		}
		lost = gone[mainOf(r)]
	}
	if s.Predict != nil {
		p, ref := *s.Predict, likeness.Ref{Kind: likeness.Figure, ID: s.Predict.Figure}
		p.Figure = find(ref)
		here.Predict = &p
		if lost == nil {
			lost = gone[ref]
		}
	}
	return here, lost
}

// sameWords tells whether a paragraph still says in our words what it said: of others, the
// letters of a passage are another passage.
func sameWords(f *likeness.Finder, was lesson.Shown, id string) bool {
	const words = 1 // the rank of that print
	now, ok := f.Of(likeness.Ref{Kind: likeness.Paragraph, ID: id})
	return ok && len(was.Prints) > words && len(now.Prints) > words && now.Prints[words] == was.Prints[words]
}

// without is a place without a part of its state.
func without(r route.Route, name string) route.Route {
	st := route.StateOf(r)
	if _, has := st[name]; has {
		delete(st, name)
		r.State = st.String()
	}
	return r
}

// mainOf is the record that a slide of a place is about; none of a whole page. A chart is
// one, whatever stands beside it.
func mainOf(r route.Route) likeness.Ref {
	switch {
	case r.Kind == route.Chart:
		return likeness.Ref{}
	case r.Pane != route.Ref{}:
		return likeness.Ref{Kind: likenesses[r.Pane.Kind], ID: r.Pane.ID}
	case r.Kind == route.Pillar:
		return likeness.Ref{Kind: likeness.Pillar, ID: r.ID}
	}
	return likeness.Ref{Kind: likeness.Statement, ID: route.StateOf(r)[Statement]}
}

// HereAll is a lesson with its slides as this version of the dossier has their places.
func HereAll(f *likeness.Finder, l lesson.Lesson) lesson.Lesson {
	l.Slides = slices.Clone(l.Slides)
	for i, s := range l.Slides {
		l.Slides[i], _ = Here(f, s)
	}
	return l
}

// lost is a slide of what this version of the dossier does not have any more.
func (m *Maker) lost(was *lesson.Shown) slide.Slide {
	meta := m.dossier.Metadata()
	words := was.Words
	if was.Kind == likeness.Paragraph {
		words = m.words.Say("slide.lost.paragraph", map[string]any{"Paragraph": was.ID, "Words": was.Words})
	}
	return slide.Slide{
		Title: m.words.Say("slide.lost"),
		Plain: m.words.Say("slide.lost.what", map[string]any{"Words": words, "Dossier": meta.Title, "Version": m.words.Or(meta.Version)}),
	}
}
