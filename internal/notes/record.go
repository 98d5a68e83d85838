package notes

import "beltroad/internal/likeness"

// likenessOf is what kind of record a note stands on, as likenesses have it.
var likenessOf = map[Stands]likeness.Kind{Paragraph: likeness.Paragraph, Figure: likeness.Figure, Project: likeness.Project, Place: likeness.Place}

// An anchor of a record that is no paragraph has what it is called as its passage, which
// is all of it, and the prints of its likeness: of all that it says and of what it is called
// with where the source says it. Twins are more than one where others are called so, too.

// anchorRecord holds a note to a record that has an id of its own.
func (c *Corpus) anchorRecord(on On) (Anchor, bool) {
	l, ok := c.finder.Of(likeness.Ref{Kind: likenessOf[on.Stands], ID: on.ID})
	if !ok || l.Words == "" {
		return Anchor{}, ok
	}
	a := Anchor{Exact: l.Words, Whole: true, Twins: 2}
	for rank, p := range l.Prints {
		switch {
		case rank == 0:
			a.Print = p
		case rank == 1:
			a.Source = p
		case p != "":
			a.Twins = 1
		}
	}
	return a, true
}

// findRecord tells where a note on such a record stands: with its id, or with another one
// that says what it said.
func (c *Corpus) findRecord(n Note) Fit {
	a, ref := n.Anchor, likeness.Ref{Kind: likenessOf[n.On.Stands], ID: n.On.ID}
	l := likeness.Likeness{}
	if a.Exact != "" {
		l = likeness.Likeness{Words: a.Exact, Prints: []string{a.Print, a.Source}}
		if a.Twins == 1 {
			l.Prints = append(l.Prints, ref.Kind.Called(a.Exact))
		}
	}
	id, ok := c.finder.Find(ref, l)
	if !ok {
		return orphan(n, Gone)
	}
	on := On{n.On.Stands, id}
	return Fit{On: on, Moved: on != n.On}
}

// Passage is the passage that a note stands on; empty for one on a record that has no text.
func (n Note) Passage() string {
	if n.On.Stands != Paragraph {
		return ""
	}
	return n.Anchor.Exact
}

// Called is what the record of a note was called when the note was made; empty: it is not
// known, or has no name.
func (n Note) Called() string {
	if n.On.Stands == Paragraph {
		return ""
	}
	return n.Anchor.Exact
}
