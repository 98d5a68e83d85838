package likeness

import (
	"fmt"
	"strconv"
	"strings"

	"beltroad/data"
)

// record is what a record is known by.
func (f *Finder) record(ref Ref) (r known, ok bool) {
	switch d := f.d; ref.Kind {
	case Paragraph:
		n, err := strconv.Atoi(ref.ID)
		p, has := d.Paragraph(n)
		if ok = err == nil && has; ok {
			r = paragraph(&p)
		}
	case Figure:
		v, has := d.Figure(ref.ID)
		r, ok = f.figure(&v), has
	case Project:
		v, has := d.Project(ref.ID)
		r, ok = f.project(&v), has
	case Place:
		v, has := d.Place(ref.ID)
		r, ok = place(&v), has
	case Statement:
		v, has := d.Statement(ref.ID)
		r, ok = f.statement(&v), has
	case Pillar:
		v, has := d.Pillar(ref.ID)
		r, ok = pillar(&v), has
	case Event:
		v, has := d.Event(ref.ID)
		r, ok = f.event(&v), has
	}
	if !ok {
		return known{}, false
	}
	return r, true
}

// each visits all records of a kind, in their order, with what they are called.
func (f *Finder) each(k Kind, visit func(i int, id, called string)) {
	switch d := f.d; k {
	case Paragraph:
		all(d.Paragraphs(), func(i int, p *data.Paragraph) { visit(i, strconv.Itoa(p.N), p.Summary) })
	case Figure:
		all(d.Figures(), func(i int, v *data.Figure) { visit(i, v.ID, v.Label) })
	case Project:
		all(d.Projects(), func(i int, v *data.Project) { visit(i, v.ID, v.Name) })
	case Place:
		all(d.Places(), func(i int, v *data.Place) { visit(i, v.ID, v.Name) })
	case Statement:
		all(d.Statements(), func(i int, v *data.Statement) { visit(i, v.ID, v.Text) })
	case Pillar:
		all(d.Pillars(), func(i int, v *data.Pillar) { visit(i, v.ID, v.Name) })
	case Event:
		all(d.Events(), func(i int, v *data.Event) { visit(i, v.ID, v.Label) })
	}
}

func all[T any](list []T, visit func(int, *T)) {
	for i := range list {
		visit(i, &list[i])
	}
}

// nth is what the record at a place of its table is known by.
func (f *Finder) nth(k Kind, i int) (r known) {
	switch d := f.d; k {
	case Paragraph:
		r = paragraph(&d.Paragraphs()[i])
	case Figure:
		r = f.figure(&d.Figures()[i])
	case Project:
		r = f.project(&d.Projects()[i])
	case Place:
		r = place(&d.Places()[i])
	case Statement:
		r = f.statement(&d.Statements()[i])
	case Pillar:
		r = pillar(&d.Pillars()[i])
	case Event:
		r = f.event(&d.Events()[i])
	}
	return r
}

// joined is what cells say together; where none says anything, that is nothing.
func joined(cells ...string) string {
	s := strings.Join(cells, "\x00")
	if strings.Trim(s, "\x00") == "" {
		return ""
	}
	return s
}

func list(items []string) string { return strings.Join(items, "\x01") }

// The ids of other records are no part of what a record says: they may be others by now,
// too. A paragraph is known by what the source has there, or else by what is said of it.

func paragraph(p *data.Paragraph) known {
	words := p.Summary
	if words == "" {
		words = p.Heading
	}
	says := joined(p.Heading, p.Summary)
	if says != "" {
		says = joined(p.Kind, says)
	}
	return known{words, []string{p.Fingerprint, says}}
}

// where is by what the paragraph of a record is known.
func (f *Finder) where(n int) string {
	p, ok := f.d.Paragraph(n)
	if !ok {
		return ""
	}
	r := paragraph(&p)
	if r.keys[0] != "" {
		return r.keys[0]
	}
	return r.keys[1]
}

// labelled are the keys of a record that shares its label with others in the course of
// time: all that it says, and the label with where the source says it.
func labelled(label, where string, says ...string) known {
	return known{label, []string{joined(append([]string{label}, says...)...), joined(label, where)}}
}

// named are those of a record with a name of its own, which is enough.
func named(name, where string, says ...string) known {
	k := labelled(name, where, says...)
	k.keys = append(k.keys, joined(name))
	return k
}

func (f *Finder) figure(v *data.Figure) known {
	q := &v.Quantity
	return labelled(v.Label, f.where(v.Paragraph), q.Text, number(q.Value), number(q.Max), string(q.Comparator), q.Counts,
		v.Period.Start.String(), v.Period.End.String(), v.AsOf.String(), string(v.Claim), v.Speaker, v.Caution)
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func (f *Finder) project(v *data.Project) known {
	var where []string
	for _, n := range v.Paragraphs {
		where = append(where, f.where(n))
	}
	return named(v.Name, list(where), list(v.AlsoKnownAs), list(v.Countries), v.Summary, v.Start.String(), list(v.NotStated))
}

func place(v *data.Place) known {
	return named(v.Name, v.Country, v.Kind, v.Country, fmt.Sprintf("%g %g", v.Lon, v.Lat))
}

func (f *Finder) statement(v *data.Statement) known {
	p := &v.Promised
	return named(v.Text, f.where(v.Paragraph), string(v.Claim), p.DoneWhen, p.Deadline, p.Amount, list(p.Names))
}

func pillar(v *data.Pillar) known { return named(v.Name, "", v.ShortName, v.Summary) }

func (f *Finder) event(v *data.Event) known {
	return labelled(v.Label, f.where(v.Paragraph), v.Date.String())
}
