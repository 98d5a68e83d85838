package uia

import "beltroad/internal/spoken"

// happening is a kind of event.
type happening uint8

const (
	different happening = iota // what is in it
	renamed
	rewritten // its value
	announced
	focused
)

// event is something that has happened to an item.
type event struct {
	of       *item
	what     happening
	was, now string
}

// differ are the events between two snapshots: what has other things in it, what is
// called otherwise, what is announced, and at last what has the keyboard.
func differ(before, now *snapshot) []event {
	var all []event
	for handle, w := range now.windows {
		if old := before.windows[handle]; old != nil {
			all = append(all, differIn(old, w)...)
		}
	}
	old, i := before.focus(), now.focus()
	if i != nil && (old == nil || old.id != i.id) {
		all = append(all, event{of: i, what: focused})
	}
	return all
}

// differIn are the events in what stayed. Of what came with its parent nothing is said.
func differIn(old, i *item) []event {
	var all []event
	if old.Name != i.Name {
		all = append(all, event{of: i, what: renamed, was: old.Name, now: i.Name})
	}
	if old.Value != i.Value {
		all = append(all, event{of: i, what: rewritten, was: old.Value, now: i.Value})
	}
	was := make(map[int32]*item, len(old.kids))
	for _, kid := range old.kids {
		was[kid.id] = kid
	}
	same := len(old.kids) == len(i.kids)
	for n, kid := range i.kids {
		same = same && old.kids[n].id == kid.id
		if there := was[kid.id]; there != nil {
			all = append(all, differIn(there, kid)...)
		} else if kid.Role == spoken.Message {
			all = append(all, event{of: kid, what: announced, now: kid.Name})
		}
	}
	if !same {
		all = append(all, event{of: i, what: different})
	}
	return all
}
