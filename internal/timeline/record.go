package timeline

import (
	"strings"

	"beltroad/data"
)

// Record is what an item is of: an event; the period or the date of a figure, with
// the event of that date, if there is one; or the start of a project.
type Record struct {
	Event   *data.Event
	Figure  *data.Figure
	Project *data.Project
}

// The kinds of records, as ids of items begin.
const (
	ofEvent   = "event/"
	ofFigure  = "figure/"
	ofProject = "project/"
)

func (r *Record) id() (kind, id string) {
	switch {
	case r.Figure != nil:
		return ofFigure, r.Figure.ID
	case r.Event != nil:
		return ofEvent, r.Event.ID
	case r.Project != nil:
		return ofProject, r.Project.ID
	default:
		return "", ""
	}
}

// ID is that of the item: "event/proposal-2013", "figure/trade-volume", "project/aiib".
func (r *Record) ID() string {
	kind, id := r.id()
	return kind + id
}

// Is tells whether the item has an id.
func (r *Record) Is(item string) bool {
	kind, id := r.id()
	return len(item) == len(kind)+len(id) && strings.HasPrefix(item, kind) && item[len(kind):] == id
}

// Label is what the item is called.
func (r *Record) Label() string {
	switch {
	case r.Figure != nil:
		return r.Figure.Label
	case r.Event != nil:
		return r.Event.Label
	case r.Project != nil:
		return r.Project.Name
	default:
		return ""
	}
}

// Told is the label of the event, where the item is of more than that.
func (r *Record) Told() string {
	if r.Figure != nil && r.Event != nil {
		return r.Event.Label
	}
	return ""
}

// Value is a figure's wording: "21 million".
func (r *Record) Value() string {
	if r.Figure != nil {
		return r.Figure.Quantity.Text
	}
	return ""
}

// Period is that of a figure; zero: the item has a date.
func (r *Record) Period() data.Period {
	if r.Figure != nil {
		return r.Figure.Period
	}
	return data.Period{}
}

// IsPeriod tells whether the item lasts, rather than happens.
func (r *Record) IsPeriod() bool { return r.Figure != nil && r.Figure.Period != data.Period{} }

// Date is that of what happened.
func (r *Record) Date() data.Date {
	switch {
	case r.IsPeriod():
		return data.Date{}
	case r.Figure != nil:
		return r.Figure.AsOf
	case r.Event != nil:
		return r.Event.Date
	case r.Project != nil:
		return r.Project.Start
	default:
		return data.Date{}
	}
}

// Paragraph is the one that dates it; 0: not known.
func (r *Record) Paragraph() int {
	switch {
	case r.Figure != nil:
		return r.Figure.Paragraph
	case r.Event != nil:
		return r.Event.Paragraph
	case r.Project != nil && len(r.Project.Paragraphs) == 1: // of several, the format does not say which states the start
		return r.Project.Paragraphs[0]
	default:
		return 0
	}
}

// Opens is the id of the project that the item opens; empty: it opens its figure, or
// else its paragraph.
func (r *Record) Opens() string {
	switch {
	case r.Figure != nil:
		return ""
	case r.Event != nil:
		return r.Event.Project
	case r.Project != nil:
		return r.Project.ID
	default:
		return ""
	}
}
