package statements

import (
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/uitest"
)

// A place that names a statement is scrolled to its tree, and names it till the page
// is scrolled on.
func TestThePageComesToAStatement(t *testing.T) {
	d := datatest.Open(t, data.Builtin())
	roots := d.Roots(d.SectionsOf(data.Principles)[0].ID)
	last := roots[len(roots)-1]
	below := d.StatementsOf(last.ID)
	p := NewPrinciples(d, record.NewWords(uitest.English(), d), &uitest.Host{})
	uitest.InWindow(t, p.Content(), fyne.NewSize(700, 260))
	for _, id := range []string{last.ID, below[0].ID} {
		p.Restore(route.State{rowState: id})
		if st := p.State(); p.Offset() == 0 || st[rowState] != id {
			t.Errorf("%s: it is scrolled by %g, and stands as %v", id, p.Offset(), st)
		}
		st := p.State()
		p.ScrollTo(0)
		if left := p.State(); left[rowState] != "" {
			t.Errorf("scrolled on, it stands as %v", left)
		}
		if p.Restore(st); p.State().String() != st.String() {
			t.Errorf("it stood as %v, and stands as %v", st, p.State())
		}
	}
	p.Restore(route.State{})
	if st := p.State(); p.Offset() != 0 || len(st) > 0 {
		t.Errorf("it stands as %v", st)
	}
	promise := d.Roots(d.SectionsOf(data.Commitments)[0].ID)[0]
	for _, id := range []string{"nothing", promise.ID} {
		p.Restore(route.State{rowState: id})
		if st := p.State(); len(st) > 0 {
			t.Errorf("of %q, which it does not have, it stands as %v", id, st)
		}
	}
}
