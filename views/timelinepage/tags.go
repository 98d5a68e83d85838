package timelinepage

import (
	"slices"

	"fyne.io/fyne/v2"

	"beltroad/views/route"
	"beltroad/views/ui"
)

// tags are ways to records that have no date, however many there are: they are
// made when they come into view, some lines at a time.
type tags struct {
	list *ui.List
	ways []way
	open route.Route // the record that stands open
}

// way is a tag to be made.
type way struct {
	to    route.Route
	label string
	words []ui.Run
}

// together is how many tags are made at once; a line ends after them.
const together = 40

func newTags(nav route.Nav, ways []way) *tags {
	t := &tags{ways: ways}
	chunks := (len(ways) + together - 1) / together
	t.list = ui.NewList(6, chunks, func(i int) fyne.CanvasObject {
		var made []fyne.CanvasObject
		for _, w := range ways[i*together : min(len(ways), (i+1)*together)] {
			tag := ui.NewActionChip(w.label, func() { nav.Go(w.to) }, w.words...)
			tag.Selected, tag.Leads = w.to == t.open, w.to
			made = append(made, tag)
		}
		return ui.Flow(6, made...)
	})
	t.list.Weigh(together)
	return t
}

// mark marks the tag of the record that stands open.
func (t *tags) mark(open route.Route) {
	t.open = open
	t.list.Each(func(chunk int, o fyne.CanvasObject) {
		flow, _ := o.(*fyne.Container)
		for i, o := range flow.Objects {
			if tag, ok := o.(*ui.ActionChip); ok {
				tag.SetSelected(t.ways[chunk*together+i].to == open)
			}
		}
	})
}

// find is the tag that leads to a record, nil where it was not made, and the
// row of the list that it is in; ok is false where none leads there.
func (t *tags) find(to route.Route) (tag *ui.ActionChip, row int, ok bool) {
	i := slices.IndexFunc(t.ways, func(w way) bool { return w.to == to })
	if i < 0 {
		return nil, 0, false
	}
	if flow, live := t.list.Live(i / together).(*fyne.Container); live {
		tag, _ = flow.Objects[i%together].(*ui.ActionChip)
	}
	return tag, i / together, true
}
