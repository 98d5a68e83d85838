// Package notes shows what the user has written about the dossier: all of it on
// a page, and beside each record what stands on it.
package notes

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"beltroad/data"
	own "beltroad/internal/notes"
	"beltroad/views/record"
	"beltroad/views/route"
)

// Host is what notes need of the window.
type Host interface {
	record.Host
	Selection
	// Keep keeps a note; what is being typed is undone as one. It says why it
	// could not.
	Keep(n own.Note, typing bool) (own.Note, bool)
	// Remove deletes a note, and offers to undo that.
	Remove(n own.Note)
	Mover
	// Relayout takes up another height of something in the window.
	Relayout(fyne.CanvasObject)
	// Focus gives the keyboard to something in the window.
	Focus(fyne.Focusable)
	// Import lets the user choose a file of notes.
	Import()
}

// Mover puts a note that has lost its place elsewhere.
type Mover interface {
	// PutElsewhere has the user choose what a note is to stand on; Homeless is that note
	// until then, and ok is false where there is none.
	PutElsewhere(n own.Note)
	Homeless() (n own.Note, ok bool)
	// PutHere puts it on a record, or on the words of that which are selected.
	PutHere(on own.On)
	// Leave leaves it as it is.
	Leave()
}

// Selection is what is selected in the text that a record stands beside.
type Selection interface {
	// Selects tells whether words are selected in sight that notes can stand on.
	Selects() bool
	// Highlight makes them highlights of a kind, Note writes on them, Bookmark
	// marks them.
	Highlight(own.Kind)
	Note()
	Bookmark()
}

// stands are the kinds of records that notes stand on, by the kinds of places.
var stands = map[route.Kind]own.Stands{route.Read: own.Paragraph, route.Figure: own.Figure, route.Project: own.Project, route.Map: own.Place}

// OnRef is the record of a place; ok is false for what no note stands on.
func OnRef(r route.Ref) (on own.On, ok bool) {
	s, ok := stands[r.Kind]
	return own.On{Stands: s, ID: r.ID}, ok && r.ID != ""
}

// To is where a record is shown.
func To(on own.On) route.Route {
	for kind, s := range stands {
		if s == on.Stands {
			return route.To(kind, on.ID)
		}
	}
	return route.To(route.Notes, "")
}

// ToNote is where what a note stands on is shown, in the words that it is about.
func ToNote(n own.Placed) route.Route {
	if p, err := strconv.Atoi(n.Fit.On.ID); n.Anchor.InCopy() && err == nil {
		return route.InCopy(p)
	}
	return To(n.Fit.On)
}

// WhereNote names what a note stands on: "Your copy, ¶15 Infrastructure".
func WhereNote(d *data.Dossier, w *record.Words, n own.Placed) string {
	where := Where(d, w, n.Fit.On)
	if n.Orphan() && n.Fit.Why != own.Absent {
		where = was(w, n.Note)
	}
	if n.Anchor.InCopy() {
		return w.Say("note.where.copy", map[string]any{"Where": where})
	}
	return where
}

// was names what a note stood on, which is gone or is not to be told from others: a number
// is another paragraph's by now.
func was(w *record.Words, n own.Note) string {
	where := cmp.Or(n.Called(), n.On.ID)
	if n.On.Stands == own.Paragraph {
		where = "¶" + n.On.ID
	}
	if n.Version == "" {
		return where
	}
	return w.Say("note.where.was", map[string]any{"Where": where, "Version": n.Version})
}

// Where names a record: "¶15 Infrastructure", a figure with its number.
func Where(d *data.Dossier, w *record.Words, on own.On) string {
	switch on.Stands {
	case own.Paragraph:
		n, err := strconv.Atoi(on.ID)
		if par, ok := d.Paragraph(n); err == nil && ok && par.Heading != "" {
			return record.Cite(n) + " " + par.Heading
		}
		return "¶" + on.ID
	case own.Figure:
		if f, ok := d.Figure(on.ID); ok {
			return w.Say("find.titled", map[string]any{"Number": f.Quantity.Text, "Name": f.Label})
		}
	case own.Project:
		if p, ok := d.Project(on.ID); ok {
			return p.Name
		}
	case own.Place:
		if p, ok := d.Place(on.ID); ok {
			return p.Name
		}
	}
	return on.ID
}

// TitleOf is what a note is called: how it begins, or what it stands on.
func TitleOf(w *record.Words, n own.Note) string {
	return cmp.Or(own.Title(n.Text), n.Passage(), was(w, n))
}

// KindIndex is the index of a kind of highlight, for its colour; -1 for none.
func KindIndex(k own.Kind) int { return slices.Index(own.Kinds(), k) }

// kindName is what a kind is called.
func kindName(w *record.Words, k own.Kind) string { return w.Say("note.kind." + string(k)) }

// about is what a note is and when it was changed, in one line: "Question · today 10:12".
func about(w *record.Words, p own.Placed, now time.Time) string {
	when := moment(w, p.Changed.Local(), now)
	switch {
	case p.Bookmark:
		return w.Say("note.about", map[string]any{"What": w.Say("note.bookmark"), "When": when})
	case p.Kind != "":
		return w.Say("note.about", map[string]any{"What": kindName(w, p.Kind), "When": when})
	default:
		return when
	}
}

// moment is a time as people say it: today's with the hour, another day's with the date.
func moment(w *record.Words, t, now time.Time) string {
	if y, m, d := now.Date(); t.Year() == y && t.Month() == m && t.Day() == d {
		return w.Say("note.today", map[string]any{"Time": t.Format("15:04")})
	}
	return w.Date(data.DateOf(t.Year(), int(t.Month()), t.Day()))
}
