package timelinepage

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data/datatest"
	"beltroad/internal/timeline"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// slowHost does what belongs beside the window when it is told to.
type slowHost struct {
	uitest.Host
	work func(context.Context) func()
}

func (h *slowHost) Background(work func(context.Context) func()) { h.work = work }

// The timeline of a large dossier is made beside the window. Until it is there the
// page says so; then it stands as it was told to meanwhile.
func TestLargeTimelineIsMadeBesideTheWindow(t *testing.T) {
	d := datatest.Synthetic(t, 1100)
	uitest.Wear(t, &ui.Theme{Scheme: ui.Light})
	host := &slowHost{}
	p := New(d, timeline.NewShared(d), record.NewWords(uitest.English(), d), host)
	uitest.InWindow(t, p.Content(), usual)
	said := func() string {
		var all []string
		ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
			if x, ok := o.(*ui.Text); ok {
				all = append(all, x.String())
			}
			return true
		})
		return strings.Join(all, "\n")
	}
	if got := said(); !strings.Contains(got, "being made ready") || p.panel != nil || host.work == nil {
		t.Fatalf("at first it says %q", got)
	}
	beside := route.To(route.Timeline, "").Beside(route.Figure, d.Figures()[0].ID)
	st := route.State{"year": "2020", "scroll": "40"}
	p.Open(beside)
	p.Restore(st)
	p.ToggleTable()
	p.TogglePlay()
	p.Arrive(beside)
	if got := p.State().String(); got != st.String() {
		t.Errorf("while it is made, its state is %q", got)
	}
	steps := 0
	for ; host.work != nil; steps++ {
		if got := p.State().String(); got != st.String() || len(p.OnPaper()) == 0 {
			t.Errorf("after %d steps its state is %q", steps, got)
		}
		work := host.work
		host.work = nil
		work(context.Background())()
	}
	if got := said(); steps != 2 || strings.Contains(got, "being made ready") || p.panel == nil {
		t.Fatalf("after %d steps it says %q", steps, got)
	}
	if p.panel.Drawing().Year() != 2020 || p.panel.Drawing().Selected() != "figure/"+d.Figures()[0].ID || p.State().String() != st.String() {
		t.Errorf("it shows %d, %q and stands at %q", p.panel.Drawing().Year(), p.panel.Drawing().Selected(), p.State())
	}
	if n := len(p.panel.Drawing().Children()); n == 0 || n > 1000 {
		t.Errorf("%d of %d items are told", n, len(p.timeline.Items))
	}
}
