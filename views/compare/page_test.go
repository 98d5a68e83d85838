package compare

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"beltroad/data"
	"beltroad/data/datatest"
	"beltroad/data/fixture"
	diff "beltroad/internal/compare"
	"beltroad/views/record"
	"beltroad/views/route"
	"beltroad/views/ui"
	"beltroad/views/uitest"
)

// slow is a host whose work is done when a test says so.
type slow struct {
	*uitest.Host

	work []func(context.Context) func()
	ctx  context.Context // of what is read
	read *data.Dossier
	err  error
}

func (*slow) Dossiers() []Dossier { return []Dossier{{"other", "Another"}, {"third", "A third"}} }

func (s *slow) ReadDossier(ctx context.Context, _ string, read func(done, total int64)) (*data.Dossier, error) {
	s.ctx = ctx
	read(1, 2)
	return s.read, s.err
}

func (*slow) ChooseOther(bool) {}

func (*slow) WhyUnread(err error) string { return err.Error() }

func (s *slow) Background(work func(context.Context) func()) { s.work = append(s.work, work) }

// do does the work that waits, and what that leads to.
func (s *slow) do() {
	for len(s.work) > 0 {
		work := s.work[0]
		s.work = s.work[1:]
		work(context.Background())()
	}
}

func newSlow(t *testing.T) (*Page, *slow) {
	t.Helper()
	d := datatest.Open(t, fixture.Harbour())
	h := &slow{Host: &uitest.Host{}, read: datatest.Open(t, data.Builtin())}
	p := New(d, record.NewWords(uitest.English(), d), h)
	return p, h
}

func has(p *Page, text string) bool {
	found := false
	ui.Walk(p.Content(), func(o fyne.CanvasObject) bool {
		if t, ok := o.(*ui.Text); ok && strings.Contains(t.String(), text) {
			found = true
		}
		return true
	})
	return found
}

// Reading is told, and can be ended: what comes then is not shown.
func TestReadingCanBeEnded(t *testing.T) {
	p, h := newSlow(t)
	words := uitest.English()
	p.Open(route.To(route.Compare, "other"))
	if !has(p, words.Say("compare.reading")) {
		t.Error("reading is not told")
	}
	finish := h.work[0](context.Background())
	if !p.Escape() || h.ctx.Err() == nil {
		t.Error("Escape does not end reading")
	}
	if finish(); has(p, words.Say("compare.two.how")) || !has(p, words.Say("compare.how", map[string]any{"Dossier": p.dossier.Metadata().Title})) {
		t.Error("what was called off is shown")
	}
	if p.Escape() {
		t.Error("Escape ends what is not there")
	}
}

// Only the dossier that was chosen last is shown.
func TestTheLastChoiceCounts(t *testing.T) {
	p, h := newSlow(t)
	p.Open(route.To(route.Compare, "other"))
	first := h.work[0](context.Background())
	h.work = nil
	p.Open(route.To(route.Compare, "third"))
	h.err = errors.New("it is broken")
	h.do()
	if first(); !has(p, "it is broken") || has(p, uitest.English().Say("compare.two.how")) {
		t.Error("the first choice is shown")
	}
}

// No sign stands before what came or went: before a number it would be read as its own.
func TestChangesHaveNoSigns(t *testing.T) {
	p, _ := newSlow(t)
	l := &list{words: p.words}
	for _, c := range []struct{ before, after, want string }{
		{"230", "240", "230 now 240"},
		{"12.5", "", "gone: 12.5"},
		{"", "13", "new: 13"},
		{"over 230 bridges in the town", "over 240 bridges in the town", "over 230 240 bridges in the town"},
	} {
		if got := ui.NewText(l.pieces(diff.Pieces(c.before, c.after))...).String(); got != c.want {
			t.Errorf("%q, then %q is set as %q", c.before, c.after, got)
		}
	}
	if got := ui.NewText(l.items(diff.Projects, "names", []string{"4", "5"}, diff.Gone)...).String(); strings.TrimSpace(got) != "gone: 4 5" {
		t.Errorf("a list is set as %q", got)
	}
}

// A state that comes before the dossier is read holds once it is.
func TestStateWaitsForTheDossier(t *testing.T) {
	p, h := newSlow(t)
	h.read = datatest.Open(t, fixture.Harbour())
	p.Open(route.To(route.Compare, "other"))
	st := route.State{"turned": "1"}
	if p.Restore(st); p.State().String() != st.String() {
		t.Errorf("while it is read the state is %q", p.State())
	}
	if h.do(); !p.turned || !has(p, uitest.English().Say("compare.same")) {
		t.Errorf("then it is %q", p.State())
	}
}
